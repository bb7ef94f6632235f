"""Drawing a partner level: which words of the other article are wanted beside the ones being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.app.excerpt import paragraph_of
from tui.layout import Side, StopKind

if TYPE_CHECKING:
    from tui.app.reading import Reading


@dataclass(frozen=True, slots=True)
class Level:
    """Two places that are to stand on one row.

    Attributes:
        held: The side that stays where it is; the other column is moved.
        left: A code point of the left article.
        right: A code point of the right article.
    """

    held: Side
    left: int
    right: int

    def offset(self, side: Side) -> int:
        """One side's code point."""
        return self.left if side is Side.LEFT else self.right

    def swapped(self) -> Level:
        """The same with the sides exchanged."""
        return Level(self.held.other, self.right, self.left)


def find_level(reading: Reading, side: Side, paragraph: int) -> Level | None:
    """What is to be brought level here: the current moved words, or the paragraph's closest partner.

    A partner that stands level already is passed over for the next.

    Args:
        reading: What is being read.
        side: The side that stays.
        paragraph: The paragraph being read on that side.

    Returns:
        The two places, or None where there is nothing that doesn't stand level already.
    """
    stop = reading.stop
    if stop is not None and stop.kind is StopKind.MOVED and stop.left is not None and stop.right is not None:
        here = stop.left if side is Side.LEFT else stop.right
        if paragraph_of(reading.article(side), here[0]) == paragraph:
            level = Level(side, stop.left[0], stop.right[0])
            return None if _is_level(reading, level) else level
    start = reading.article(side).paragraphs[paragraph].start
    for partner in reading.partners(side, paragraph):
        there = reading.article(side.other).paragraphs[partner].start
        level = Level(side, *((start, there) if side is Side.LEFT else (there, start)))
        if not _is_level(reading, level):
            return level
    return None


def _is_level(reading: Reading, level: Level) -> bool:
    return len({reading.table.column(side).row_of_offset(level.offset(side)) for side in Side}) == 1 and (
        not reading.alone
    )
