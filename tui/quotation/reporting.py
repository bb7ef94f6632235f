"""Whether words report speech, for deciding what belongs to a quotation and of what kind it is."""

from __future__ import annotations

import re
from functools import cache

from tui.quotation.lexicon import reporting_words

_LANGUAGES = ("en", "fr", "de", "es")


def reports_speech(words: str) -> bool:
    """Whether one of these words is a form of "say" and the like, in any language we know."""
    return any(match[0] in _known() for match in _word_pattern().finditer(words.casefold().replace("’", "'")))


def reporting_clause_end(text: str, start: int, end: int) -> int | None:
    """Where quoted words end before a reporting clause that no mark parts from them ("We won, she said."), or None."""
    for match in _clause_pattern().finditer(text, start, end):
        words = match["clause"].casefold().replace("’", "'").split()
        if any(word.strip(".,") in _known() for word in words):
            return match.start("clause") - len(match["gap"])
    return None


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*(reporting_words(language) for language in _LANGUAGES)) - {"read", "reads", "put", "held"}


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@cache
def _clause_pattern() -> re.Pattern[str]:
    """After a comma, a question or an exclamation: two to five words up to a stop or a comma."""
    return re.compile(r"[,?!](?P<gap>\s)(?P<clause>\w[\w'’-]*(?:\s\w[\w'’.-]*){1,4}?)(?=[.,:](?:\s|\Z))")
