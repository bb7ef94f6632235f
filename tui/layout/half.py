"""One side of a comparison as the search for stops sees it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.collation import Status
from tui.layout.model import Side, Stop, StopKind
from tui.layout.partners import partners_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.article import Article, Range
    from tui.collation import Collation, Link, Span
    from tui.layout.model import Column


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a comparison: its words, the links of each paragraph, those in order of closeness, and its rows."""

    side: Side
    article: Article
    spans: tuple[Span, ...]
    links: Mapping[int, list[Link]]
    partners: Mapping[int, list[tuple[Link, int]]]
    column: Column
    starts: list[int]

    def words(self, first: int, last: int) -> Range:
        """From the first paragraph's beginning to the last one's end."""
        return self.article.paragraphs[first].start, self.article.paragraphs[last].end

    def counts(self, paragraph: int) -> bool:
        """Whether a paragraph is part of the comparison: no boilerplate, and not there for the second time."""
        return self.article.paragraphs[paragraph].counts

    def paragraph_of(self, offset: int) -> int:
        """The paragraph that holds this code point."""
        return bisect_right(self.starts, offset) - 1

    def moved_words(self, paragraph: int, partner: int, there: Half) -> Range | None:
        """Of a paragraph that has other partners in order: the words that stand in this moved one."""
        if all(link.moved for link in self.links[paragraph]):
            return None
        start, end = self.words(paragraph, paragraph)
        first = bisect_left(self.spans, start, key=attrgetter("start"))
        after = bisect_left(self.spans, end, key=attrgetter("start"))
        found = [
            span
            for span in self.spans[first:after]
            if span.status is Status.MOVED and span.other is not None and there.paragraph_of(span.other[0]) == partner
        ]
        return (found[0].start, found[-1].end) if found else None


def make_half(side: Side, collation: Collation, columns: Mapping[Side, Column]) -> Half:
    """One side of a comparison, with what stops are looked for in at hand."""
    is_left = side is Side.LEFT
    article = collation.left if is_left else collation.right
    found: dict[int, list[Link]] = {}
    for link in collation.links:
        found.setdefault(link.left if is_left else link.right, []).append(link)
    return Half(
        side=side,
        article=article,
        spans=collation.left_spans if is_left else collation.right_spans,
        links=found,
        partners=partners_of(collation, side),
        column=columns[side],
        starts=[paragraph.start for paragraph in article.paragraphs],
    )


def make_stop(kind: StopKind, side: Side, here: Range, there: Range | None, rows: tuple[int, int]) -> Stop:
    """A stop told from one side: the words here and there, and the rows here and there."""
    if side is Side.LEFT:
        return Stop(kind, here, there, *rows)
    return Stop(kind, there, here, *reversed(rows))
