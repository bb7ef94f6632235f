"""Which words of a line are set off, and how: the exception is painted, not the rule."""

from __future__ import annotations

from bisect import bisect_right
from enum import Flag, StrEnum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.article import Role
from tui.collation import Relation, Status
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


class Ground(StrEnum):
    """How a whole paragraph is painted.

    LINKED: it has close partners; the words that differ are set off. SIMILAR: it shares few words; those are
    set off. ONLY: it has no partner. QUIET: captions, boilerplate, duplicates. PENDING: not yet compared.
    """

    LINKED = "linked"
    SIMILAR = "similar"
    ONLY = "only"
    QUIET = "quiet"
    PENDING = "pending"


_LINKED = {Status.CHANGED: Paint.CHANGED, Status.UNIQUE: Paint.UNIQUE, Status.MOVED: Paint.MOVED}
_SIMILAR = {Status.SAME: Paint.SHARED, Status.MOVED: Paint.SHARED | Paint.MOVED}
_ONLY = {Status.MOVED: Paint.MOVED}
_QUIET_ROLES = frozenset({Role.CAPTION, Role.BOILERPLATE})


class SidePainter:
    """Paints the lines of one side of a collation."""

    def __init__(self, collation: Collation, side: Side, *, pending: bool = False) -> None:
        """Look up what painting needs.

        Args:
            collation: The comparison.
            side: The side to paint.
            pending: The articles haven't been compared yet: only what is dimmed is told.
        """
        left = side is Side.LEFT
        self.article: Article = collation.left if left else collation.right
        self.current: Range | None = None
        self._spans: tuple[Span, ...] = collation.left_spans if left else collation.right_spans
        self._starts = [span.start for span in self._spans]
        self._matches: Sequence[Match] = ()
        self._match_starts: list[int] = []
        self._pending = pending
        self._relations: dict[int, set[Relation]] = {}
        for link in collation.links:
            self._relations.setdefault(link.left if left else link.right, set()).add(link.relation)

    def set_matches(self, matches: Sequence[Match]) -> None:
        """Set off these words too."""
        self._matches = matches
        self._match_starts = [match.start for match in matches]

    def ground(self, paragraph: int) -> Ground:
        """How a whole paragraph is painted."""
        found = self.article.paragraphs[paragraph]
        if found.role in _QUIET_ROLES or found.duplicate_of is not None:
            return Ground.QUIET
        if self._pending:
            return Ground.PENDING
        relations = self._relations.get(paragraph)
        if relations is None:
            return Ground.ONLY
        return Ground.SIMILAR if relations == {Relation.SIMILAR} else Ground.LINKED

    def runs(self, paragraph: int, start: int, end: int) -> Iterator[tuple[int, int, Paint]]:
        """Cut a line where the painting changes: (start, end, paint), covering it without gaps."""
        ground = self.ground(paragraph)
        base = {Ground.ONLY: Paint.ONLY, Ground.QUIET: Paint.QUIET}.get(ground, Paint.PLAIN)
        layers = [
            *self._words(ground, start, end),
            *((low, high, Paint.QUIET) for low, high in self.article.noise if low < end and start < high),
            *self._found(start, end),
        ]
        if self.current is not None and self.current[0] < end and start < self.current[1]:
            layers.append((*self.current, Paint.CURRENT))
        cuts = {start, end}
        for low, high, _ in layers:
            cuts.update((max(start, low), min(end, high)))
        ordered = sorted(cuts)
        for low, high in pairwise(ordered):
            paint = base
            for first, last, layer in layers:
                if first <= low and high <= last:
                    paint |= layer
            yield low, high, paint

    def _words(self, ground: Ground, start: int, end: int) -> Iterator[tuple[int, int, Paint]]:
        paints = {Ground.LINKED: _LINKED, Ground.SIMILAR: _SIMILAR, Ground.ONLY: _ONLY}.get(ground)
        if paints is None:
            return
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self._spans)):
            span = self._spans[index]
            if span.start >= end:
                return
            if span.end > start and span.status in paints:
                yield span.start, span.end, paints[span.status]

    def _found(self, start: int, end: int) -> Iterator[tuple[int, int, Paint]]:
        for index in range(max(0, bisect_right(self._match_starts, start) - 1), len(self._matches)):
            match = self._matches[index]
            if match.start >= end:
                return
            if match.end > start:
                yield match.start, match.end, Paint.MATCH
