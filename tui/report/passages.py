"""Words of an article and where they stand, as every report tells them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.article.clean import clean
from tui.report.wording import flat, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Article, Range

_PLACE = re.compile(r"¶(?=\d)")

PART = " / "
"""Stands between the parts of a wording that don't stand together in the article."""


def plain(text: str) -> str:
    """Words from outside on one line, without controls; joiners, by which some languages are spelled, stay."""
    return flat(clean(text))


def words_told(article: Article, spans: Sequence[Range]) -> str:
    """Words of an article on one line; a stroke stands between parts that stand apart."""
    return PART.join(filter(None, (plain(article.text[start:end]) for start, end in spans)))


def paragraph_numbers(article: Article, spans: Iterable[Range]) -> list[int]:
    """The paragraphs in which passages stand, counted from 1, each once."""
    starts = [paragraph.start for paragraph in article.paragraphs]
    return sorted({max(1, bisect_right(starts, start)) for start, _ in spans})


def paragraphs_listed(article: Article, spans: Iterable[Range], *, spoken: bool = False) -> str:
    """The paragraphs in which passages stand, each named: "¶3, ¶4 and ¶7"; for the ear "paragraphs 3, 4 and 7"."""
    numbers = paragraph_numbers(article, spans)
    if spoken:
        return f"paragraph{'s' if len(numbers) > 1 else ''} {listed([str(number) for number in numbers])}"
    return listed([f"¶{number}" for number in numbers])


def places_told(article: Article, spans: Sequence[Range]) -> str:
    """The paragraphs of words: "¶3", "¶3–5", or "¶3, 5" where ¶4 has none of them; empty without words."""
    numbers = paragraph_numbers(article, spans)
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    if last - first >= len(numbers):
        return f"¶{', '.join(map(str, numbers))}"
    return f"¶{first}" if first == last else f"¶{first}–{last}"


def with_beside(text: str, spans: Iterable[Range], differing: Iterable[Range]) -> list[Range]:
    """The spans, grown by what differs right beside one of them: what the other side leaves out.

    Args:
        text: The article's text.
        spans: The words, in the order in which they are compared.
        differing: What differs, in order.
    """
    grown = list(spans)
    for start, end in differing:
        if any(low < end and start < high for low, high in grown):
            continue
        for at, (low, high) in enumerate(grown):
            between = text[end:low] if start < low else text[high:start]
            if not any(map(str.isalnum, between)):
                grown[at] = (min(start, low), max(end, high))
                break
    return grown


def overlap(one: Iterable[Range], other: Sequence[Range]) -> bool:
    """Whether words of both lists of ranges are the same."""
    return any(low < end and start < high for start, end in one for low, high in other)


def aloud(told: str) -> str:
    """What is told of places in words for the ear: "paragraph 3" for "¶3"."""
    return _PLACE.sub("paragraph ", told)
