"""Find the quotations of an article."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.article import Role
from tui.quotation.corrections import with_corrected_bounds, with_corrected_speakers
from tui.quotation.finding.grouping import QuotedParagraph, group_stretches
from tui.quotation.finding.kinds import kind_of
from tui.quotation.finding.marks import habits_of, read_marks
from tui.quotation.finding.mending import Mender
from tui.quotation.finding.pairing import pair_marks
from tui.quotation.finding.repeats import with_duplicates
from tui.quotation.model import Quotation
from tui.quotation.speaking.attribution import attribute
from tui.text import split_sentences

if TYPE_CHECKING:
    from tui.article import Article, Range
    from tui.quotation.finding.grouping import Placed

_WITHOUT_QUOTATIONS = {Role.BOILERPLATE, Role.BYLINE, Role.DATELINE}


@lru_cache(maxsize=8)
def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """The quotations of an article in the order of their first marks, each with its speaker.

    What a reporter corrected goes before what the marks and the prose tell. Nested marks stay inside the words of
    the outer ones. Boilerplate and noise hold no quotations. No text makes it fail, and its time grows with the length
    of the text.
    """
    found = quotations_without_speakers(article)
    credited = attribute(article, found)
    told = tuple(replace(one, attribution=other) for one, other in zip(found, credited, strict=True))
    return with_corrected_speakers(article, told) if article.corrections else told


def quotations_without_speakers(article: Article) -> tuple[Quotation, ...]:
    """The quotations of an article as its marks, and a reporter's word on what is quoted, tell them."""
    habits = habits_of(article.text)
    paragraphs = []
    for index, paragraph in enumerate(article.paragraphs):
        if paragraph.role in _WITHOUT_QUOTATIONS:
            continue
        bounds = (paragraph.start, paragraph.end)
        marks = read_marks(article.text, *bounds, habits, _noise_within(article, bounds))
        paired = pair_marks(article.text, bounds, marks)
        sentences = split_sentences(article.text, *bounds) if marks else ()
        paragraphs.append(QuotedParagraph(index, paired, Mender(article.text, bounds, marks, sentences)))
    groups = group_stretches(article, paragraphs)
    found = tuple(_quotation(article, number, group) for number, group in enumerate(groups))
    return with_corrected_bounds(article, found) if article.corrections else with_duplicates(article, found)


def _noise_within(article: Article, bounds: Range) -> tuple[Range, ...]:
    first = max(0, bisect_left(article.noise, (bounds[0], bounds[0])) - 1)
    last = bisect_left(article.noise, (bounds[1], bounds[1]))
    return article.noise[first:last]


def _quotation(article: Article, number: int, group: list[Placed]) -> Quotation:
    segments = tuple((placed.stretch.start, placed.stretch.end) for placed in group)
    words = tuple(placed.stretch.words for placed in group)
    return Quotation(
        number=number,
        segments=segments,
        words=words,
        text=" ".join(article.text[start:end] for start, end in words),
        kind=kind_of(article, group[0].paragraph, segments, words),
        repaired=any(placed.stretch.repaired for placed in group),
        paragraphs=tuple(sorted({placed.paragraph for placed in group})),
    )
