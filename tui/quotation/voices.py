"""Who speaks where in a source: labels in a transcript, or the speaker of a quotation in a release."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.quotation.corrections import numbers_corrected
from tui.quotation.find import find_quotations
from tui.quotation.model import Attribution, SpeakerKind

if TYPE_CHECKING:
    from tui.article import Article, Range
    from tui.quotation.model import Quotation

LONGEST = 60
"""Characters of a label; what is longer is a sentence with a colon in it."""


_NOBODY = frozenset({"q", "question", "a", "answer"})


class _Label(NamedTuple):
    start: int
    end: int
    name: str | None


def voice_at(source: Article, offset: int) -> Attribution:
    """Who speaks at a place of a source: the last label before it, or the speaker of the quotation it stands in.

    Whom a reporter named goes before a label.
    """
    if source.corrections:
        corrected = _quotation_at(source, offset)
        if corrected is not None and corrected.number in numbers_corrected(source, find_quotations(source)):
            return corrected.attribution
    labels = _labels(source)
    at = _last_before(labels, offset)
    if at >= 0:
        name = labels[at].name
        return Attribution() if name is None else Attribution(name, SpeakerKind.PERSON)
    quotation = _quotation_at(source, offset)
    return Attribution() if quotation is None else quotation.attribution


def turn_between_labels(source: Article, offset: int) -> Range:
    """From where to where one label holds, whatever its turn is made of; the whole source where it has none."""
    labels = _labels(source)
    at = _last_before(labels, offset)
    return (
        labels[at].end if at >= 0 else 0,
        labels[at + 1].start if at + 1 < len(labels) else len(source.text),
    )


def turn_around(source: Article, offset: int) -> Range:
    """From where to where the voice at a place goes on: between two labels, or between the marks of a release."""
    labels = _labels(source)
    at = _last_before(labels, offset)
    end = labels[at + 1].start if at + 1 < len(labels) else len(source.text)
    if at >= 0:
        return labels[at].end, end
    quotation = _quotation_at(source, offset)
    if quotation is None:
        return 0, end
    return next(((start, stop) for start, stop in quotation.words if start <= offset < stop), (0, end))


def _last_before(labels: tuple[_Label, ...], offset: int) -> int:
    return bisect_right(labels, offset, key=lambda label: label.start) - 1


def _quotation_at(source: Article, offset: int) -> Quotation | None:
    quotations = find_quotations(source)
    at = bisect_right(quotations, offset, key=lambda one: one.segments[0][0]) - 1
    return quotations[at] if at >= 0 and offset < quotations[at].segments[-1][1] else None


@lru_cache(maxsize=8)
def _labels(source: Article) -> tuple[_Label, ...]:
    """Where each label stands, and the name in it; one in small letters must come twice.

    "Q." and "A." name nobody.
    """
    found: list[_Label] = []
    for paragraph in source.paragraphs:
        for match in _label().finditer(source.text, paragraph.start, paragraph.end):
            name = " ".join(match["name"].split()).partition(" (")[0]
            if len(name) <= LONGEST:
                found.append(_Label(match.start(), match.end(), None if name.casefold() in _NOBODY else name))
    often = Counter(label.name for label in found)
    return tuple(one for one in found if one.name is None or one.name.isupper() or often[one.name] > 1)


@cache
def _label() -> re.Pattern[str]:
    capital = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9.'’\-]*"
    return re.compile(
        rf"^[ \t>*\-–—]*(?:\[[^\]\n]{{0,20}}\][ \t]*)?(?P<name>{capital}(?:,?[ \t]+(?:{capital}|\([^)\n]{{1,40}}\)))*)"
        r"[ \t]*(?:\([^)\n]{1,40}\)[ \t]*)?:(?=[ \t\n])",
        re.MULTILINE,
    )
