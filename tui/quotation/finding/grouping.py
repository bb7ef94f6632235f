"""Stretches become quotations: over several paragraphs, and around an attribution that interrupts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article import Role
from tui.quotation.finding.marks import BRACKETS, PARTNERS, SINGLE
from tui.quotation.finding.pairing import Stretch, trimmed
from tui.quotation.finding.reporting import reports_speech
from tui.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article
    from tui.quotation.finding.marks import Mark
    from tui.quotation.finding.mending import Mender
    from tui.quotation.finding.pairing import Paired

_MOST_BETWEEN = 8  # paragraphs that may stand between two of one quotation, or lie wholly inside of one
_LONGEST_INTERRUPTION = 160  # characters
_LONGEST_PLAIN_INTERRUPTION = 8  # words, where no comma ends it
_LONGEST_CAPTION = 300  # characters of a caption or crosshead that no rule has named
_RESUMED_BY = {"«": "»", "‹": "›"}
_ENDS_OPEN = ",，—–-…?!？！"


@dataclass(frozen=True, slots=True)
class QuotedParagraph:
    """A paragraph with its marks put together, and what can mend them."""

    index: int
    paired: Paired
    mender: Mender


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch and the index of its paragraph."""

    stretch: Stretch
    paragraph: int


def group_stretches(article: Article, paragraphs: Sequence[QuotedParagraph]) -> list[list[Placed]]:
    """The quotations of an article, each as its stretches in order; by their first marks."""
    onward = _Onward(article, paragraphs)
    rows = [_row(article, paragraphs[place], onward, place) for place in range(len(paragraphs))]
    groups: list[list[Placed]] = []
    for place, row in enumerate(rows):
        groups += row[1:] if place in onward.entered else row
        target = onward.targets.get(place)
        if target is not None:
            row[-1].extend(rows[target][0])
            rows[target][0] = row[-1]
    return sorted(groups, key=lambda group: group[0].stretch.start)


class _Onward:
    """Where a quotation that its paragraph leaves open goes on.

    Attributes:
        targets: For the place of a paragraph the place of the one that its last stretch goes on in.
        entered: Places that a quotation enters.
        first: For some of these the stretch that is inside of it, where no mark opens it anew.
    """

    def __init__(self, article: Article, paragraphs: Sequence[QuotedParagraph]) -> None:
        self._article = article
        self._paragraphs = paragraphs
        self.targets: dict[int, int] = {}
        self.entered: set[int] = set()
        self.first: dict[int, Stretch] = {}
        for place in range(len(paragraphs)):
            stretches = paragraphs[place].paired.stretches
            if place not in self.targets and stretches and not stretches[-1].closed:
                self._follow(place, stretches[-1])

    def _follow(self, place: int, stretch: Stretch) -> None:
        source = self._paragraphs[place]
        if self._is_aside(source.index, source.index) or source.mender.ends_with_report(stretch):
            return
        inside: list[int] = []
        for target in range(place + 1, min(place + 2 + _MOST_BETWEEN, len(self._paragraphs))):
            if target in self.entered:
                return  # what goes on there began elsewhere, as where a passage is printed twice
            paragraph = self._paragraphs[target]
            if self._is_aside(paragraph.index, source.index):
                continue
            if self._opens_anew(paragraph, stretch):
                self._link(place, inside, target)
                return
            stray = self._closing_stray(paragraph, stretch)
            if stray is not None and (stretch.style in BRACKETS or not inside):
                self.first[target] = self._inner(paragraph, stray)
                self._link(place, inside, target)
                return
            if stretch.style in BRACKETS or not self._may_stand_between(paragraph):
                inside.append(target)
            if inside and stretch.style not in BRACKETS:
                return

    def _link(self, place: int, inside: Sequence[int], target: int) -> None:
        chain = [place, *inside, target]
        for number, here in enumerate(chain[1:]):
            self.targets[chain[number]] = here
            self.entered.add(here)
        for here in inside:
            self.first[here] = self._inner(self._paragraphs[here], None)

    def _inner(self, paragraph: QuotedParagraph, stray: Mark | None) -> Stretch:
        found = self._article.paragraphs[paragraph.index]
        words_end = found.end if stray is None else stray.start
        words = trimmed(self._article.text, found.start, words_end)
        end, style = (found.end, "") if stray is None else (stray.end, stray.style)
        again_expected = stray is not None and stray.style not in BRACKETS
        return Stretch(found.start, end, words, style, opened=False, closed=stray is not None, repaired=again_expected)

    def _opens_anew(self, paragraph: QuotedParagraph, stretch: Stretch) -> bool:
        first = next(iter(paragraph.paired.stretches), None)
        return (
            first is not None
            and first.start == self._article.paragraphs[paragraph.index].start
            and first.style in (stretch.style, _RESUMED_BY.get(stretch.style))
        )

    def _closing_stray(self, paragraph: QuotedParagraph, stretch: Stretch) -> Mark | None:
        stray = next(iter(paragraph.paired.strays), None)
        if stray is None or stray.style not in PARTNERS[stretch.style]:
            return None
        first = next(iter(paragraph.paired.stretches), None)
        inside = stretch.style in BRACKETS or first is None or stray.start < first.start
        return stray if inside else None

    def _is_aside(self, index: int, source: int) -> bool:
        """Whether a paragraph stands beside the text that the source paragraph belongs to."""
        paragraph, other = self._article.paragraphs[index], self._article.paragraphs[source]
        if paragraph.role in {Role.CAPTION, Role.BOILERPLATE, Role.BYLINE, Role.DATELINE}:
            return True
        return paragraph.duplicate_of is not None and other.duplicate_of is None

    def _may_stand_between(self, paragraph: QuotedParagraph) -> bool:
        """Whether it may be a crosshead or a caption: a short line without a stop that begins with no mark."""
        found = self._article.paragraphs[paragraph.index]
        if found.end - found.start > _LONGEST_CAPTION or self._article.text[found.end - 1] in ".!?。！？”’\"'»」":
            return False
        first = next(iter(paragraph.paired.stretches), None)
        return first is None or (first.start > found.start and first.closed)


def _row(article: Article, paragraph: QuotedParagraph, onward: _Onward, place: int) -> list[list[Placed]]:
    """The quotations of one paragraph, mended and joined around attributions."""
    entering = onward.first.get(place)
    stretches = [stretch for stretch in paragraph.paired.stretches if not entering or stretch.start >= entering.end]
    found: list[Stretch] = [] if entering is None else [entering]
    for number, stretch in enumerate(stretches):
        last = number + 1 == len(stretches)
        if stretch.closed or (last and place in onward.targets):
            found.append(stretch)
        elif stretch.certain or (number == 0 and place in onward.entered):
            mended = paragraph.mender.close(stretch)
            # Where a quotation goes on it does so even without a word.
            goes_on = number == 0 and place in onward.entered and entering is None
            if goes_on or any(map(str.isalnum, article.text[slice(*mended.words)])):
                found.append(mended)
    found += _opened(paragraph, found, place in onward.first)
    row: list[list[Placed]] = []
    for stretch in sorted(found, key=lambda stretch: stretch.start):
        placed = Placed(stretch, paragraph.index)
        if row and interrupts(article.text, row[-1][-1].stretch, stretch):
            row[-1].append(placed)
        else:
            row.append([placed])
    return row


def _opened(paragraph: QuotedParagraph, stretches: Sequence[Stretch], entered: bool) -> list[Stretch]:
    """Stretches that only their closing mark shows."""
    found: list[Stretch] = []
    strays = paragraph.paired.strays[1:] if entered else paragraph.paired.strays
    at, after = 0, 0
    for stray in strays:
        while at < len(stretches) and stretches[at].end <= stray.start:
            after = max(after, stretches[at].end)
            at += 1
        mended = paragraph.mender.open(stray, after)
        if mended is not None and (at == len(stretches) or stray.end <= stretches[at].start):
            found.append(mended)
            after = mended.end
    return found


def interrupts(text: str, first: Stretch, second: Stretch) -> bool:
    """Whether what stands between two stretches is an attribution that interrupts one statement.

    “A,” she said, “b.” is one statement, “A,” she said. “B.” are two.
    """
    between = text[first.end : second.start]
    if (first.style in SINGLE) is not (second.style in SINGLE):
        return False
    if not first.closed or not 3 <= len(between) <= _LONGEST_INTERRUPTION:
        return False
    gap = between.strip()
    words = gap.lstrip(",—–- ").rstrip(",—–- ")
    if not words or any(stop in words for stop in ";:\n") or len(split_sentences(f"{words} Then")) > 1:
        return False
    begins_open = text[first.words[1] - 1] in _ENDS_OPEN or gap[0] in ",—–"
    comma = text[first.words[1] - 1] == "," or gap[0] == ","
    brief = comma and "," not in words and len(words.split()) <= _LONGEST_PLAIN_INTERRUPTION
    resumes = gap[-1] in ",—–" or (brief and text[second.words[0]].islower())
    return begins_open and resumes and reports_speech(words) and not _begins_another(words)


def _begins_another(words: str) -> bool:
    last = words.split()[-1].casefold()
    return last in {
        "adding",
        "and",
        "but",
        "then",
        "ajoutant",
        "añadiendo",
        "und",
        "et",
        "y",
        "or",
        "that",
        "dass",
        "que",
    }
