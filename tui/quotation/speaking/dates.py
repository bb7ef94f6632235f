"""Which words of a sentence tell when: dates, and names that look like months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation.speaking.vocabulary import OPENERS, PREPOSITIONS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotation.speaking.words import Word

_NAMED_MONTHS = {"may", "april", "june", "august"}


def is_named_like_a_month(words: Sequence[Word], index: int) -> bool:
    """Whether a word is the May of "Mr May" or "Anthony May"."""
    if not index or words[index].key not in _NAMED_MONTHS or not words[index].capital:
        return False
    before = words[index - 1]
    key = before.key.rstrip(".")
    return before.capital and key not in OPENERS and key not in PREPOSITIONS and key not in WEEKDAYS


def is_date(words: Sequence[Word], index: int) -> bool:
    """Whether a word belongs to a date: "on Wednesday", "May 5"."""
    key = words[index].key
    if is_named_like_a_month(words, index):
        return False
    if key in WEEKDAYS or key.rstrip(".") in WEEKDAYS:
        return key not in {"may", "march", "august"} or words[index].capital
    after = words[index + 1].key if index + 1 < len(words) else ""
    if key in {"on", "am", "le", "el", "late", "early", "in"}:
        return after in WEEKDAYS
    before = words[index - 1].key if index else ""
    return key.isdigit() and before in WEEKDAYS
