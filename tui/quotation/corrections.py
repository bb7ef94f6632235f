"""A reporter's word on quotations, which goes before what the program finds: bounds, plain words, speakers."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from tui.article import CorrectionKind
from tui.quotation.finding.kinds import kind_of_statement
from tui.quotation.finding.marks import SINGLE, Turn, habits_of, read_marks
from tui.quotation.finding.pairing import pair_marks, trimmed
from tui.quotation.finding.repeats import with_duplicates
from tui.quotation.model import Attribution, Quotation, SpeakerKind
from tui.quotation.speaking.naming import kinds_of_speakers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.article import Article, Range
    from tui.quotation.finding.marks import Habits, Mark

_STOPS = frozenset(",.;:!?…。、！？")
_MOST_STOPS = 3
_THIN_SPACES = frozenset("\u00a0\u202f\u2009")
_GUILLEMETS = frozenset("«»‹›")


def with_corrected_bounds(article: Article, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, those put right of which a reporter said what is quoted and what isn't.

    Of corrections that contradict each other the last one holds. What is told to be a quotation takes the place of
    all that it overlaps. What is told to be none goes, and so do its copies in captions.

    Args:
        article: The article; words of its corrections that stand in no paragraph are passed over.
        quotations: As its marks tell them, in order.
    """
    found = with_duplicates(article, tuple(quotations))
    habits = habits_of(article.text)
    for correction in article.corrections:
        words = plain_ranges(article.text, correction.words)
        if correction.kind is CorrectionKind.PLAIN:
            plain = {one.number for one in found if _lies_in(one, words)}
            kept = [one for one in found if one.number not in plain and one.duplicate_of not in plain]
        elif correction.kind is CorrectionKind.QUOTED and (told := _quotation_told(article, words, habits)) is not None:
            kept = [*(one for one in found if not in_common(one.segments, told.segments)), told]
        else:
            continue
        found = with_duplicates(article, _numbered(kept))
    return found


def with_corrected_speakers(article: Article, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, those with another speaker to whom a reporter gave them, and their copies in captions too."""
    told = speakers_told(article, quotations)
    if not told:
        return tuple(quotations)
    kinds = kinds_of_speakers(article, quotations, {name for name in told.values() if name})
    return tuple(
        replace(one, attribution=_attribution(one.attribution, told[one.number], kinds)) if one.number in told else one
        for one in quotations
    )


def speakers_told(article: Article, quotations: Sequence[Quotation]) -> Mapping[int, str]:
    """Whom a reporter named as the speaker, by the number of the quotation; an empty name where nobody is named.

    A correction is about every quotation with which it has at least half of the words of either in common. A copy in
    a caption follows what it repeats, unless it was corrected itself.
    """
    told: dict[int, str] = {}
    for correction in article.corrections:
        if correction.kind is CorrectionKind.SPEAKER:
            words = plain_ranges(article.text, correction.words)
            told |= {one.number: correction.value for one in quotations if concerns(words, one)}
    copies = {
        one.number: told[one.duplicate_of]
        for one in quotations
        if one.duplicate_of in told and one.number not in told
    }  # fmt: skip
    return told | copies


@lru_cache(maxsize=8)
def numbers_corrected(article: Article, quotations: tuple[Quotation, ...]) -> frozenset[int]:
    """The quotations whose speaker a reporter named."""
    return frozenset(speakers_told(article, quotations))


def concerns(words: Sequence[Range], quotation: Quotation) -> bool:
    """Whether words are those of a quotation: at least half of either is in both."""
    common = in_common(words, quotation.words)
    return common > 0 and 2 * common >= min(_size(words), _size(quotation.words))


def plain_ranges(text: str, ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Ranges in order, without what lies outside of the text, none of them empty or overlapping."""
    found: list[Range] = []
    for start, end in sorted((max(0, start), min(len(text), end)) for start, end in ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return tuple(found)


def in_common(one: Sequence[Range], other: Sequence[Range]) -> int:
    """How many characters lie in ranges of both sides."""
    return sum(max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other)


def _size(ranges: Sequence[Range]) -> int:
    return sum(end - start for start, end in ranges)


def _lies_in(quotation: Quotation, words: Sequence[Range]) -> bool:
    return bool(words) and 2 * in_common(words, quotation.words) >= _size(quotation.words) > 0


def _numbered(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Quotations in order of their first mark, and numbered so; copies are to be found anew."""
    ordered = sorted(quotations, key=lambda one: one.segments[0])
    return tuple(replace(one, number=number, duplicate_of=None) for number, one in enumerate(ordered))


def _quotation_told(article: Article, words: Sequence[Range], habits: Habits) -> Quotation | None:
    """The quotation that consists of these words, or None where no paragraph has any of them."""
    parts: list[tuple[int, Range, Range]] = []
    given = list(_by_paragraph(article, words))
    for (index, *part), following in zip_longest(given, given[1:]):
        paragraph = article.paragraphs[index]
        limits = max(paragraph.start, parts[-1][1][1] if parts else 0), following[1] if following else paragraph.end
        marks = read_marks(article.text, paragraph.start, paragraph.end, habits)
        within = _without_marks(article.text, (part[0], part[1]), marks)
        if any(map(str.isalnum, article.text[slice(*within)])):
            parts.append((index, _grown(article.text, within, marks, limits), within))
    if not parts:
        return None
    segments, found = tuple(part[1] for part in parts), tuple(part[2] for part in parts)
    return Quotation(
        number=0,
        segments=segments,
        words=found,
        text=" ".join(article.text[start:end] for start, end in found),
        kind=kind_of_statement(article, parts[0][0], segments, found),
        paragraphs=tuple(sorted({part[0] for part in parts})),
    )


def _by_paragraph(article: Article, words: Sequence[Range]) -> Iterable[tuple[int, int, int]]:
    """The words cut where a paragraph ends, without white space at their ends, each with its paragraph."""
    paragraphs = article.paragraphs
    for start, end in words:
        for index in range(bisect_right(paragraphs, start, key=lambda one: one.end), len(paragraphs)):
            if paragraphs[index].start >= end:
                break
            part = trimmed(article.text, max(start, paragraphs[index].start), min(end, paragraphs[index].end))
            if part[0] < part[1]:
                yield index, *part


def _without_marks(text: str, part: Range, marks: Sequence[Mark]) -> Range:
    """The words between the marks, where these were handed over with them."""
    inside = [mark for mark in marks if part[0] <= mark.start and mark.end <= part[1]]
    if not inside or inside[0].start != part[0] or inside[-1].end != part[1]:
        return part
    stretches = pair_marks(text, part, inside).stretches
    whole = len(stretches) == 1 and stretches[0].closed and (stretches[0].start, stretches[0].end) == part
    return stretches[0].words if whole else part


def _grown(text: str, words: Range, marks: Sequence[Mark], limits: Range) -> Range:
    """The words with the marks directly beside them; a comma or stop may stand before the closing one."""
    start, end = words
    before = [one for one in marks if limits[0] <= one.start and one.end <= start and one.turn is not Turn.CLOSES]
    if before and _is_beside(text[before[-1].end : start], before[-1]):
        start = before[-1].start
    opened = start < words[0]
    after = [one for one in marks if one.start >= end and one.end <= limits[1] and one.turn is not Turn.OPENS]
    if after and _is_beside(text[end : after[0].start].lstrip("".join(_STOPS)), after[0]):
        apostrophe = after[0].weak and after[0].style in SINGLE and not opened
        stops = sum(char in _STOPS for char in text[end : after[0].start])
        if not apostrophe and stops <= _MOST_STOPS:
            end = after[0].end
    return start, end


def _is_beside(gap: str, mark: Mark) -> bool:
    return not gap or gap in _THIN_SPACES or (gap == " " and mark.style in _GUILLEMETS)


def _attribution(found: Attribution, name: str, kinds: Mapping[str, SpeakerKind]) -> Attribution:
    """What the article says of a quotation, with the speaker a reporter named; the reporting word and outlet stay."""
    outlet = found.outlet if (found.outlet or "").casefold() != name.casefold() else None
    return Attribution(name or None, kinds.get(name, SpeakerKind.UNKNOWN), found.cue, outlet)
