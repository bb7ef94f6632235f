"""Whether words report speech, for deciding what belongs to a quotation and of what kind it is."""

from __future__ import annotations

import re
from functools import cache

from tui.quotation.speaking.verbs import ambiguous_words, reporting_words

_LANGUAGES = ("en", "fr", "de", "es")
_OTHERS = {
    "sade",
    "säger",
    "sa",
    "sagde",
    "siger",
    "sanoi",
    "sanoo",
    "zei",
    "zegt",
    "disse",
    "afferma",
    "spiega",
    "mówi",
}
_NO_REPORTS = {"held", "hold", "holds", "find", "finds", "lee", "dire", "put", "puts"}
_CLAUSE_WORDS = 6


def reports_speech(words: str, *, surely: bool = False) -> bool:
    """Whether one of these words is a form of "say" and the like, in the languages we know.

    Args:
        words: A few words of prose.
        surely: Leave out forms that are nouns as often ("claims", "reports").
    """
    known = _sure_words() if surely else _known_words()
    return any(match[0] in known for match in _word_pattern().finditer(words.casefold().replace("’", "'")))


def reporting_clause_end(text: str, start: int, end: int) -> int | None:
    """Where quoted words end before a reporting clause that no mark parts from them ("We won, she said."), or None."""
    commas: list[int] = []
    after = start
    for match in _pause_pattern().finditer(text, start, end):
        clause = text[after : match.start()]
        if commas and len(clause.split()) <= _CLAUSE_WORDS and reports_speech(clause, surely=True):
            return _before_subject(text, commas, clause)
        if match["stop"]:
            commas.clear()
        if not match["stop"] or match["stop"] in "?!":
            commas.append(match.start() + 1)
        after = match.end()
    return None


def _before_subject(text: str, commas: list[int], clause: str) -> int:
    """The comma before the one who speaks, who may stand between commas ("We won, the mayor, Ann Doe, said.")."""
    at = len(commas) - 1
    if len(clause.split()) == 1:
        while at > 0 and _subject_pattern().match(text[commas[at - 1] : commas[at]]):
            at -= 1
    return commas[at]


@cache
def _known_words() -> frozenset[str]:
    return frozenset(_OTHERS).union(*map(reporting_words, _LANGUAGES)) - _NO_REPORTS


@cache
def _sure_words() -> frozenset[str]:
    return (_known_words() - ambiguous_words()) | {"say", "says", "claim"}


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@cache
def _pause_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:(?P<stop>[.!?:])|,)(?=\s|\Z)")


@cache
def _subject_pattern() -> re.Pattern[str]:
    """A name or a description such as may stand between commas."""
    return re.compile(r"\s(?:the|a|an|his|her|their|der|die|le|la|el)\s(?:\S+\s?){1,6},\Z|\s(?:[A-ZÀ-Þ]\S*\s?){1,4},\Z")
