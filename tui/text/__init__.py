"""Words, sentences and the form in which they are compared; offsets always lead back to the untouched text."""

from tui.text.patterns import lazily
from tui.text.quoted import find_quoted
from tui.text.sentences import split_sentences
from tui.text.tokens import Tokens, is_unspaced, tokenize, unit_of, word_key

__all__ = ["Tokens", "find_quoted", "is_unspaced", "lazily", "split_sentences", "tokenize", "unit_of", "word_key"]
