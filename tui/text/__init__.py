"""Words, sentences and the form in which they are compared; offsets always lead back to the untouched text."""
