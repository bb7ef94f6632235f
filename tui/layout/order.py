"""The order in which a reader meets the differences of two articles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.layout.anchors import find_anchors
from tui.layout.model import Side, Stop, StopKind
from tui.layout.partners import partners_of

if TYPE_CHECKING:
    from tui.article import Article
    from tui.collation import Collation

Key = tuple[int, bool, int, bool, int, bool, int]

_PHRASES = frozenset({StopKind.CHANGED, StopKind.UNIQUE})
_IN_ORDER = -1

_FAR = 64
"""Spans that are looked back on for the last shared words."""


class ReadingOrder:
    """Sorts stops by one article, with what only the other has where its neighbours stand.

    A paragraph is met with what stands opposite it in order; after that come, pair by pair, those from elsewhere,
    each with the phrases that differ in it. Nothing here depends on how the articles are set on rows.
    """

    def __init__(self, collation: Collation, leading: Side) -> None:
        self._leading = leading
        left = leading is Side.LEFT
        self._here, self._there = (collation.left, collation.right) if left else (collation.right, collation.left)
        self._spans = collation.right_spans if left else collation.left_spans
        pairs = find_anchors(collation.links)
        self._anchors = pairs if left else tuple((right, left) for left, right in pairs)
        self._moved = {
            (link.left, link.right) if left else (link.right, link.left) for link in collation.links if link.moved
        }
        self._partners = {side: partners_of(collation, side) for side in Side}

    def __call__(self, stop: Stop) -> Key:
        """What to sort a stop by."""
        here, there = stop.words(self._leading), stop.words(self._leading.other)
        opposite = 0 if there is None else there[0]
        partner = None if there is None else _paragraph_of(self._there, there[0])
        phrase = stop.kind in _PHRASES
        if here is not None:
            home = _paragraph_of(self._here, here[0])
            if partner is None:
                partner = self._first_partner(home, self._leading)
            return home, False, self._block(home, partner), phrase, here[0], False, opposite
        if partner is None:
            return 0, False, _IN_ORDER, False, 0, False, 0
        at_home = None if stop.kind is StopKind.ONLY else self._first_partner(partner, self._leading.other)
        if at_home is None:
            before = bisect_right(self._anchors, partner, key=lambda anchor: anchor[1]) - 1
            home = self._anchors[before][0] if before >= 0 else -1
            return home, True, len(self._there.paragraphs), phrase, 0, True, opposite
        return at_home, False, self._block(at_home, partner), phrase, self._place(at_home, opposite), True, opposite

    def _first_partner(self, paragraph: int, side: Side) -> int | None:
        partners = self._partners[side].get(paragraph)
        return partners[0][1] if partners else None

    def _block(self, home: int, partner: int | None) -> int:
        """What of a paragraph is met first: all that stands in order, then each pair that doesn't."""
        return partner if partner is not None and (home, partner) in self._moved else _IN_ORDER

    def _place(self, home: int, start: int) -> int:
        """Where words of the other side alone would stand in their partner: after the words before them."""
        paragraph = self._here.paragraphs[home]
        begins = self._there.paragraphs[_paragraph_of(self._there, start)].start
        before = bisect_left(self._spans, start, key=attrgetter("start"))
        for span in reversed(self._spans[max(0, before - _FAR) : before]):
            if span.start < begins:
                break
            if span.other is not None and paragraph.start <= span.other[0] < paragraph.end:
                return span.other[1]
        return paragraph.start


def _paragraph_of(article: Article, offset: int) -> int:
    return max(0, bisect_right(article.paragraphs, offset, key=attrgetter("start")) - 1)
