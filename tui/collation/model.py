"""What a collation says: links between paragraphs, and a status for every word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.article import Article, Range


class Relation(StrEnum):
    """How two linked paragraphs are related, closest first.

    SAME: equal words. EDITED: half of the words of both lie in shared runs of four words or more.
    PARTIAL: a shared run of six words or more, or a whole shared quotation. SIMILAR: the same matter
    in other words, or a short quoted fragment alone.
    """

    SAME = "same"
    EDITED = "edited"
    PARTIAL = "partial"
    SIMILAR = "similar"

    @property
    def closeness(self) -> int:
        """Its place among the relations, from the closest (0) to the loosest."""
        return _CLOSENESS[self]


_CLOSENESS = {relation: place for place, relation in enumerate(Relation)}


class Status(StrEnum):
    """What became of a word in the other article.

    SAME: it stands in the paragraph opposite. CHANGED: other words stand opposite it. MOVED: it lies in a
    shared run that stands elsewhere in the other article. UNIQUE: nothing stands opposite, and no shared run
    holds it.
    """

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    UNIQUE = "unique"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two paragraphs that match.

    Attributes:
        left: Index of the paragraph in the left article.
        right: Index of the paragraph in the right article.
        relation: How closely they match.
        moved: The two stand in another order than the articles' common one.
        score: 0..1, the share of the lighter paragraph (weighed by IDF) that stands in the other.
        tied: A reporter said that they belong together.
    """

    left: int
    right: int
    relation: Relation
    moved: bool
    score: float
    tied: bool = False

    @property
    def transposed(self) -> bool:
        """Whether wording stands elsewhere. A mere likeness off the common order is a guess, never told as moved.

        Unless a reporter said so.
        """
        return self.moved and (self.tied or self.relation is not Relation.SIMILAR)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of whole words of one paragraph with one status.

    Attributes:
        start: First code point of its first word.
        end: One past its last word.
        status: What became of these words in the other article.
        other: The words concerned in the other article's text (for CHANGED: those opposite), or None.
    """

    start: int
    end: int
    status: Status
    other: Range | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures of one side: all leave out boilerplate, duplicates and noise.

    Attributes:
        words: Words of the article.
        shared: How many of them stand in the other article too (same or moved).
        unlinked: Paragraphs with words but without any link.
    """

    words: int
    shared: int
    unlinked: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A reporter's word that two paragraphs, or two quotations, belong together or don't.

    Attributes:
        left: The left words; for paragraphs, those of whole paragraphs.
        right: The right words.
        together: Whether they belong together.
        of_quotations: Whether it is about quotations; else about paragraphs.
    """

    left: tuple[Range, ...]
    right: tuple[Range, ...]
    together: bool
    of_quotations: bool = False

    def swapped(self) -> Tie:
        """The same with the sides exchanged."""
        return Tie(self.right, self.left, self.together, self.of_quotations)


@dataclass(frozen=True, slots=True)
class Collation:
    """The comparison of two articles.

    Attributes:
        left: The left article.
        right: The right article.
        links: By left paragraph, then right; one paragraph in several links is a split or a merge.
        left_spans: In order; they cover every word of every left paragraph once, and cross no paragraph.
        right_spans: The same for the right article.
        left_counts: Figures of the left article.
        right_counts: Figures of the right article.
        differs: Something differs: words or order; typography, paragraph breaks and boilerplate aside.
        ties: What a reporter said belongs together, or doesn't; it was followed.
    """

    left: Article
    right: Article
    links: tuple[Link, ...]
    left_spans: tuple[Span, ...]
    right_spans: tuple[Span, ...]
    left_counts: Counts
    right_counts: Counts
    differs: bool
    ties: tuple[Tie, ...] = ()

    @property
    def counted_links(self) -> tuple[Link, ...]:
        """The links that are told in figures: those between paragraphs that both count."""
        return tuple(
            link
            for link in self.links
            if self.left.paragraphs[link.left].counts and self.right.paragraphs[link.right].counts
        )

    @property
    def transposed_links(self) -> tuple[Link, ...]:
        """The counted links that a reader is told of as moved: those in another order that share wording."""
        return tuple(link for link in self.counted_links if link.transposed)

    def swapped(self) -> Collation:
        """The same comparison with the sides exchanged."""
        links = sorted(replace(link, left=link.right, right=link.left) for link in self.links)
        return Collation(
            left=self.right,
            right=self.left,
            links=tuple(links),
            left_spans=self.right_spans,
            right_spans=self.left_spans,
            left_counts=self.right_counts,
            right_counts=self.left_counts,
            differs=self.differs,
            ties=tuple(tie.swapped() for tie in self.ties),
        )
