"""The library: many articles in a list, what they share with one another, and the pair to be read next."""
