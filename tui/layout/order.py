"""The order in which a reader meets the differences of two articles."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.layout.model import Side, Stop, StopKind
from tui.layout.partners import partners_of

if TYPE_CHECKING:
    from tui.article import Article
    from tui.collation import Collation, Span

Key = tuple[int, bool, bool, int, int]


class ReadingOrder:
    """Sorts stops by the left article, with what only the right has where its neighbours stand.

    Both sides of a pair are met together: the pair first, then its phrases by their place on the right. Nothing here
    depends on how the articles are set on rows.
    """

    def __init__(self, collation: Collation, anchors: tuple[tuple[int, int], ...]) -> None:
        self._left, self._right = collation.left, collation.right
        self._left_spans = collation.left_spans
        self._anchors = anchors
        self._partners = partners_of(collation, Side.RIGHT)

    def __call__(self, stop: Stop) -> Key:
        """What to sort a stop by."""
        if stop.left is None and stop.right is None:
            return 0, False, False, 0, 0
        if stop.left is not None:
            home, after = _paragraph_of(self._left, stop.left[0]), False
        else:
            home, after = self._home(_paragraph_of(self._right, stop.right[0] if stop.right else 0), stop.kind)
        phrase = stop.kind in {StopKind.CHANGED, StopKind.UNIQUE}
        return home, after, phrase, self._place_on_right(stop), stop.left[0] if stop.left else 0

    def _home(self, paragraph: int, kind: StopKind) -> tuple[int, bool]:
        """The left paragraph with which one of the right is read, and whether it is read after all of that one."""
        partners = self._partners.get(paragraph)
        if partners and kind is not StopKind.ONLY:
            return partners[0][1], False
        before = bisect_right(self._anchors, paragraph, key=lambda anchor: anchor[1]) - 1
        return (self._anchors[before][0], True) if before >= 0 else (-1, True)

    def _place_on_right(self, stop: Stop) -> int:
        """Where on the right it stands, or would stand: after the counterpart of the words before it."""
        if stop.right is not None:
            return stop.right[0]
        start = stop.left[0] if stop.left else 0
        before = bisect_right(self._left_spans, start, key=attrgetter("start")) - 1
        paragraph = self._left.paragraphs[_paragraph_of(self._left, start)]
        for span in _backwards(self._left_spans, before):
            if span.start < paragraph.start:
                break
            if span.other is not None:
                return span.other[1]
        return 0


def _backwards(spans: tuple[Span, ...], last: int) -> list[Span]:
    return [spans[at] for at in range(last, max(-1, last - 8), -1)]


def _paragraph_of(article: Article, offset: int) -> int:
    return max(0, bisect_right(article.paragraphs, offset, key=attrgetter("start")) - 1)
