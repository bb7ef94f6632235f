"""Where the words of marks stand in two articles as they are now."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.review.anchors import WordIndex
from tui.review.model import Found, Located, Mark, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Article, Range
    from tui.review.model import Anchor

WHOLE = 0.5
"""The part of a paragraph's words, and of the words found, that must be common to take the one for the other."""

_NEED_BOTH = frozenset({MarkKind.TOGETHER, MarkKind.APART})


def locate_marks(marks: Iterable[Mark], left: Article, right: Article) -> tuple[Located, ...]:
    """Find the words of marks again, in the order of the marks.

    A mark of which only a part is found, or only one side, is CHANGED, with the ranges of what is found: the
    words that it is about have changed, and a person is to confirm it. What ties two passages together, or parts
    them, says nothing without one of them, and is an orphan. Words of a whole paragraph take in all of that paragraph.

    Args:
        marks: The marks.
        left: The left article as it is now.
        right: The right article as it is now.
    """
    sides = _Side(left), _Side(right)
    return tuple(_locate(mark, *sides) for mark in marks)


class _Side:
    """One article in which anchors are looked for."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.index = WordIndex(article.text)
        self._ends = [paragraph.end for paragraph in article.paragraphs]

    def ranges(self, anchors: Sequence[Anchor], subject: Subject) -> tuple[tuple[Range, ...], bool]:
        """The words of these anchors that are found, and whether all of them are, for certain."""
        ranges: list[Range] = []
        certain = True
        for anchor in anchors:
            found = self.index.find(anchor)
            if found is None or any(start < found[0][1] and found[0][0] < end for start, end in ranges):
                certain = False
                continue
            words = self._whole_paragraph(found[0]) if subject is Subject.PARAGRAPH else found[0]
            certain = certain and found[1] is Found.EXACTLY and words == found[0]
            ranges.append(words)
        return tuple(ranges), certain

    def _whole_paragraph(self, words: Range) -> Range:
        """The paragraph of which these words are the greater part, or they themselves."""
        start, end = words
        for paragraph in self.article.paragraphs[bisect_right(self._ends, start) :]:
            common = min(end, paragraph.end) - max(start, paragraph.start)
            if common <= 0:
                break
            if common > WHOLE * max(end - start, paragraph.end - paragraph.start):
                return paragraph.start, paragraph.end
        return words


def _locate(mark: Mark, left: _Side, right: _Side) -> Located:
    lefts, left_certain = left.ranges(mark.left, mark.subject)
    rights, right_certain = right.ranges(mark.right, mark.subject)
    lost = not (lefts or rights)
    if lost or (mark.kind in _NEED_BOTH and not (lefts and rights)):
        return Located(mark, (), (), Found.ORPHANED)
    return Located(mark, lefts, rights, Found.EXACTLY if left_certain and right_certain else Found.CHANGED)
