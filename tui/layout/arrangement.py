"""How two articles can be laid out, as plain data: what stands on each side, in which order, from one level on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui.layout.model import Note, Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.layout.model import FoldKey


class Layout(StrEnum):
    """What stands opposite what.

    BOTH: each article in its own order, linked paragraphs level where both orders allow it. FOLLOW_LEFT: the left
    article in order, with all counterparts opposite whatever their order. FOLLOW_RIGHT: the same for the right.
    DIFFERENCES: as BOTH, with paragraphs in which nothing differs folded. QUOTATIONS: as BOTH, with paragraphs that
    neither quote nor match one that quotes folded.
    """

    BOTH = "both"
    FOLLOW_LEFT = "follow-left"
    FOLLOW_RIGHT = "follow-right"
    DIFFERENCES = "differences"
    QUOTATIONS = "quotations"

    @property
    def swapped(self) -> Layout:
        """The same layout once left and right are exchanged."""
        return _SWAPPED.get(self, self)

    @property
    def followed(self) -> Side | None:
        """The side whose order both articles take, if it is that of one."""
        return _FOLLOWED.get(self)

    @property
    def folds(self) -> bool:
        """Whether it leaves paragraphs out."""
        return self in {Layout.DIFFERENCES, Layout.QUOTATIONS}


_FOLLOWED = {Layout.FOLLOW_LEFT: Side.LEFT, Layout.FOLLOW_RIGHT: Side.RIGHT}
_SWAPPED = {Layout.FOLLOW_LEFT: Layout.FOLLOW_RIGHT, Layout.FOLLOW_RIGHT: Layout.FOLLOW_LEFT}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How two articles are to be laid out.

    Attributes:
        layout: What stands opposite what.
        unfolded: The folds that are open.
        break_level: A long paragraph may break at a sentence so that its parts stand level with several short ones.
    """

    layout: Layout = Layout.BOTH
    unfolded: frozenset[FoldKey] = frozenset()
    break_level: bool = False


class Part(NamedTuple):
    """Some sentences of a paragraph; `start` and `end` are code points of the article's text."""

    paragraph: int
    start: int
    end: int


Item = int | Part | Note
"""What stands in a column: a whole paragraph, a part of one, or a note."""


class Band(NamedTuple):
    """What begins on one row: the items of each side, from the top."""

    left: tuple[Item, ...]
    right: tuple[Item, ...]

    def items(self, side: Side) -> tuple[Item, ...]:
        """One side's items."""
        return self.left if side is Side.LEFT else self.right


def make_band(items: Mapping[Side, list[Item]]) -> Band:
    """A band of what has been gathered for each side."""
    return Band(tuple(items.get(Side.LEFT, ())), tuple(items.get(Side.RIGHT, ())))


def band_in_order(anchors: tuple[tuple[int, int], ...], left: int, right: int) -> list[Band]:
    """Both articles in their own order: every pair that starts level begins a band.

    Args:
        anchors: Pairs that start level, in order.
        left: How many paragraphs the left article has.
        right: How many the right one has.
    """
    bands: list[Band] = []
    before = (0, 0)
    for anchor in (*anchors, (left, right)):
        if anchor != before or not bands:
            bands.append(Band(tuple(range(before[0], anchor[0])), tuple(range(before[1], anchor[1]))))
        before = anchor
    return bands
