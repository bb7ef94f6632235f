"""Statements traced across many articles, for the screen that shows them."""
