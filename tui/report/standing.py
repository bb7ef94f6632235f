"""What is set off in each paragraph of a comparison: the exception, not the rule."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.article import Role
from tui.collation import Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.article import Article, Range
    from tui.collation import Collation, Link, Span


class Standing(Enum):
    """How a paragraph as a whole stands to the other article.

    LINKED: it shares wording, so its differing words are set off. SIMILAR: it says the same in other
    words, so only what is shared is worth a mark. UNLINKED: no matching wording. ASIDE: boilerplate or a
    repeat, which don't count.
    """

    LINKED = "linked"
    SIMILAR = "similar"
    UNLINKED = "unlinked"
    ASIDE = "aside"


class Piece(NamedTuple):
    """A stretch of text that is set off; a status of None is stray matter."""

    start: int
    end: int
    status: Status | None


@dataclass(frozen=True)
class SideView:
    """One side of a comparison, with its paragraphs' links and spans at hand.

    Attributes:
        article: The article of this side.
        spans: Its spans.
        links: For each paragraph, its links with the paragraph at the other end, the closest first.
        is_left: Which side it is.
    """

    article: Article
    spans: tuple[Span, ...]
    links: dict[int, list[tuple[Link, int]]]
    is_left: bool

    @cached_property
    def _span_starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.article.paragraphs]

    def paragraph_at(self, offset: int) -> int:
        """The paragraph that holds this code point."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def spans_of(self, paragraph: int) -> tuple[Span, ...]:
        """The spans of one paragraph."""
        found = self.article.paragraphs[paragraph]
        return self.spans[bisect_left(self._span_starts, found.start) : bisect_left(self._span_starts, found.end)]

    def standing(self, paragraph: int) -> Standing:
        """How this paragraph stands to the other article."""
        found = self.article.paragraphs[paragraph]
        if found.duplicate_of is not None:
            return Standing.ASIDE
        links = self.links.get(paragraph)
        if found.role is Role.BOILERPLATE and not links:
            return Standing.ASIDE
        if not links:
            return Standing.UNLINKED
        return Standing.SIMILAR if links[0][0].relation is Relation.SIMILAR else Standing.LINKED

    def marked(self, paragraph: int) -> list[Span]:
        """The spans of one paragraph that are set off, in order.

        In a paragraph that shares wording: what differs. In a similar one: what is shared. A moved paragraph
        is said to be moved as a whole, not word by word. Spans that hold nothing but stray matter are left out.
        """
        standing = self.standing(paragraph)
        if standing in {Standing.UNLINKED, Standing.ASIDE}:
            return []
        if standing is Standing.SIMILAR:
            unmarked = {Status.CHANGED, Status.UNIQUE, Status.MOVED}
        elif all(link.moved for link, _ in self.links[paragraph]):
            unmarked = {Status.SAME, Status.MOVED}
        else:
            unmarked = {Status.SAME}
        noise = self.noise_of(paragraph)
        return [
            span
            for span in self.spans_of(paragraph)
            if span.status not in unmarked and any(self._without(noise, span.start, span.end))
        ]

    def pieces(self, paragraph: int) -> list[Piece]:
        """What is set off in one paragraph, and its stray matter, in order and without overlap."""
        noise = self.noise_of(paragraph)
        found = [Piece(start, end, None) for start, end in noise]
        for span in self.marked(paragraph):
            found += [Piece(start, end, span.status) for start, end in self._without(noise, span.start, span.end)]
        return sorted(found, key=itemgetter(0))

    def words(self, start: int, end: int) -> str:
        """The words between two code points; an ellipsis where stray matter stands among them."""
        noise = self.noise_of(self.paragraph_at(start))
        return " … ".join(self.article.text[low:high] for low, high in self._without(noise, start, end))

    def _without(self, noise: list[Range], start: int, end: int) -> Iterator[Range]:
        """What is left of a stretch without stray matter and the blanks around it."""
        text = self.article.text
        for low, high in [*noise, (end, end)]:
            if high < start or low > end:
                continue
            part = text[start:low]
            if part.strip():
                yield start + len(part) - len(part.lstrip()), low - len(part) + len(part.rstrip())
            start = high

    def noise_of(self, paragraph: int) -> list[Range]:
        """The stray matter in one paragraph."""
        found = self.article.paragraphs[paragraph]
        return noise_within(self.article, found.start, found.end)


def noise_within(article: Article, start: int, end: int) -> list[Range]:
    """The stray matter that begins between two code points."""
    noise = article.noise
    return list(noise[bisect_left(noise, (start, start)) : bisect_left(noise, (end, end))])


def view_sides(collation: Collation) -> tuple[SideView, SideView]:
    """Both sides of a comparison, left and right."""
    left: dict[int, list[tuple[Link, int]]] = {}
    right: dict[int, list[tuple[Link, int]]] = {}
    closest_first = sorted(collation.links, key=lambda link: (link.relation.closeness, link.moved, -link.score))
    for link in closest_first:
        left.setdefault(link.left, []).append((link, link.right))
        right.setdefault(link.right, []).append((link, link.left))
    return (
        SideView(collation.left, collation.left_spans, left, is_left=True),
        SideView(collation.right, collation.right_spans, right, is_left=False),
    )
