"""Which words of a line are set off, and how: the exception is painted, not the rule."""

from __future__ import annotations

from bisect import bisect_right
from enum import Flag, StrEnum, auto
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from tui.app.common import says_something, sentences_compared, spans_between
from tui.collation import Relation, Status
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.app.common import Sentence
    from tui.app.search import Match
    from tui.article import Article, Range
    from tui.collation import Collation, Span


class Paint(Flag):
    """Ways in which words can be set off; several may hold."""

    PLAIN = 0
    CHANGED = auto()
    UNIQUE = auto()
    MOVED = auto()
    SHARED = auto()
    ONLY = auto()
    QUIET = auto()
    MATCH = auto()
    CURRENT = auto()
    TYPED = auto()
    SELECTED = auto()
    DIFFERS = auto()


class Ground(StrEnum):
    """How a whole paragraph is painted.

    LINKED: most of its words are the partner's; those that differ are set off. PARTLY: it shares a passage; the
    sentences that hold it are painted as if linked, the others as if they had no partner. SPARSE: it shares few words,
    so those are set off, and not the many that differ. ONLY: it has no partner. QUIET: captions, boilerplate,
    duplicates. PENDING: not yet compared.
    """

    LINKED = "linked"
    PARTLY = "partly"
    SPARSE = "sparse"
    ONLY = "only"
    QUIET = "quiet"
    PENDING = "pending"


FEW = 0.5
"""Below this share of common words it is the common ones that are the exception."""

_WORDS = Paint.CHANGED | Paint.UNIQUE | Paint.MOVED | Paint.SHARED | Paint.TYPED
_LINKED = {Status.CHANGED: Paint.CHANGED, Status.UNIQUE: Paint.UNIQUE, Status.MOVED: Paint.MOVED}
_SPARSE = {Status.SAME: Paint.SHARED, Status.MOVED: Paint.SHARED | Paint.MOVED}
_ONLY = {Status.MOVED: Paint.MOVED}


def find_grounds(collation: Collation, *, pending: bool = False) -> dict[Side, list[Ground]]:
    """How every paragraph is painted. The two paragraphs of a pair are always painted alike."""
    articles = {Side.LEFT: collation.left, Side.RIGHT: collation.right}
    spans = {Side.LEFT: collation.left_spans, Side.RIGHT: collation.right_spans}
    shares = {side: _shares(articles[side], spans[side]) for side in Side}
    linked: dict[Side, set[int]] = {side: set() for side in Side}
    close: dict[Side, set[int]] = {side: set() for side in Side}
    partly: dict[Side, set[int]] = {side: set() for side in Side}
    for link in collation.links:
        few = min(shares[Side.LEFT][link.left], shares[Side.RIGHT][link.right]) < FEW
        for side, paragraph in ((Side.LEFT, link.left), (Side.RIGHT, link.right)):
            linked[side].add(paragraph)
            if link.relation in {Relation.SAME, Relation.EDITED} or (link.relation is Relation.PARTIAL and not few):
                close[side].add(paragraph)
            elif link.relation is Relation.PARTIAL:
                partly[side].add(paragraph)
    grounds: dict[Side, list[Ground]] = {}
    for side, article in articles.items():
        grounds[side] = []
        for index, found in enumerate(article.paragraphs):
            if found.quiet:
                grounds[side].append(Ground.QUIET)
            elif pending:
                grounds[side].append(Ground.PENDING)
            elif index not in linked[side]:
                grounds[side].append(Ground.ONLY)
            else:
                in_part = Ground.PARTLY if index in partly[side] else Ground.SPARSE
                grounds[side].append(Ground.LINKED if index in close[side] else in_part)
    return grounds


def _shares(article: Article, spans: tuple[Span, ...]) -> list[float]:
    """For each paragraph the share of its words, in characters, that stands in the paragraph opposite."""
    starts = [paragraph.start for paragraph in article.paragraphs]
    whole, same = [0] * len(starts), [0] * len(starts)
    for span in spans:
        if any(low <= span.start and span.end <= high for low, high in article.noise):
            continue
        paragraph = bisect_right(starts, span.start) - 1
        whole[paragraph] += span.end - span.start
        same[paragraph] += span.end - span.start if span.status is Status.SAME else 0
    return [part / all_words if all_words else 1.0 for part, all_words in zip(same, whole, strict=True)]


class SidePainter:
    """Paints the lines of one side of a collation."""

    def __init__(self, collation: Collation, side: Side, grounds: Sequence[Ground]) -> None:
        """Look up what painting needs.

        Args:
            collation: The comparison.
            side: The side to paint.
            grounds: How its paragraphs are painted, from `find_grounds`.
        """
        left = side is Side.LEFT
        self.article: Article = collation.left if left else collation.right
        self.current: Range | None = None
        self.grounds = grounds
        self._spans: tuple[Span, ...] = collation.left_spans if left else collation.right_spans
        self._sentences: dict[int, tuple[Sentence, ...]] = {}
        self._matches: Sequence[Match] = ()
        self._match_starts: list[int] = []
        self.selected: Range | None = None
        self._typed: Sequence[Range] = ()
        self._quoted: Sequence[Range] = ()
        self._differing: Sequence[Range] = ()

    def set_quoted(self, words: Sequence[Range], differing: Sequence[Range]) -> None:
        """Set off the current quotation's words, and among them those that the other side doesn't have."""
        self._quoted, self._differing = words, differing

    @property
    def has_quiet(self) -> bool:
        """Whether anything is dimmed."""
        return Ground.QUIET in self.grounds or bool(self.article.noise)

    def set_typed(self, ranges: Sequence[Range]) -> None:
        """Set off these words, in order, as typed differently."""
        self._typed = ranges

    def set_matches(self, matches: Sequence[Match]) -> None:
        """Set off these words too."""
        self._matches = matches
        self._match_starts = [match.start for match in matches]

    def runs(self, paragraph: int, start: int, end: int) -> Iterator[tuple[int, int, Paint]]:
        """Cut a line where the painting changes: (start, end, paint), covering it without gaps."""
        ground = self.grounds[paragraph]
        base = {Ground.ONLY: Paint.ONLY, Ground.QUIET: Paint.QUIET}.get(ground, Paint.PLAIN)
        layers = [
            *self._words(ground, paragraph, start, end),
            *((low, high, Paint.QUIET) for low, high in self.article.noise if low < end and start < high),
            *self._found(start, end),
            *self._typed_here(start, end),
        ]
        places = [(*place, Paint.CURRENT) for place in (*self._current_words(), *self._quoted)]
        places += [(*place, Paint.DIFFERS) for place in self._differing]
        if self.selected is not None:
            places.append((*self.selected, Paint.SELECTED))
        layers = [layer for layer in (*layers, *places) if layer[0] < end and start < layer[1]]
        cuts = {start, end}
        for low, high, _ in layers:
            cuts.update((max(start, low), min(end, high)))
        ordered = sorted(cuts)
        for low, high in pairwise(ordered):
            paint = base
            for first, last, layer in layers:
                if first <= low and high <= last:
                    paint |= layer
            yield low, high, paint & ~_WORDS if paint & Paint.QUIET else paint

    def _words(self, ground: Ground, paragraph: int, start: int, end: int) -> Iterator[tuple[int, int, Paint]]:
        if ground is Ground.PARTLY:
            yield from self._partly(paragraph, start, end)
            return
        paints = {Ground.LINKED: _LINKED, Ground.SPARSE: _SPARSE, Ground.ONLY: _ONLY}.get(ground)
        if paints is None:
            return
        for span in spans_between(self._spans, start, end):
            told = ground is not Ground.SPARSE or says_something(self.article, (span.start, span.end))
            if span.status in paints and told:
                yield span.start, span.end, paints[span.status]

    def _partly(self, paragraph: int, start: int, end: int) -> Iterator[tuple[int, int, Paint]]:
        """Sentence by sentence; where one isn't compared, shared wording is plain among words in the side's colour."""
        if paragraph not in self._sentences:
            found = self.article.paragraphs[paragraph]
            self._sentences[paragraph] = sentences_compared(self.article, self._spans, (found.start, found.end))
        for first, last, compared in self._sentences[paragraph]:
            if first >= end or last <= start:
                continue
            plain_from = first
            for span in spans_between(self._spans, first, last):
                low, high = max(first, span.start), span.end if span.end <= last else self._last_word(last)
                if span.status in _LINKED and (compared or span.status is Status.MOVED):
                    yield low, high, _LINKED[span.status]
                if not compared and span.status is Status.SAME and says_something(self.article, (low, high)):
                    yield plain_from, low, Paint.ONLY
                    plain_from = high
            if not compared:
                yield plain_from, last, Paint.ONLY

    def _last_word(self, end: int) -> int:
        """Where the last word before a sentence's end ends."""
        while not self.article.text[end - 1].isalnum():
            end -= 1
        return end

    def _current_words(self) -> Iterator[Range]:
        """The current words without the stray matter between them, which is no part of any difference."""
        if self.current is None:
            return
        start, end = self.current
        for low, high in self.article.noise:
            if low < end and start < high and not (low <= start and end <= high):
                before = start + len(self.article.text[start:low].rstrip())
                if start < before:
                    yield start, before
                start = max(start, min(high, end))
        if start < end:
            yield start, end

    def _typed_here(self, start: int, end: int) -> Iterator[tuple[int, int, Paint]]:
        for index in range(bisect_right(self._typed, start, key=itemgetter(1)), len(self._typed)):
            low, high = self._typed[index]
            if low >= end:
                return
            yield low, high, Paint.TYPED

    def _found(self, start: int, end: int) -> Iterator[tuple[int, int, Paint]]:
        for index in range(max(0, bisect_right(self._match_starts, start) - 1), len(self._matches)):
            match = self._matches[index]
            if match.start >= end:
                return
            if match.end > start:
                yield match.start, match.end, Paint.MATCH
