"""Setting two collated articles on common rows."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from tui.layout.anchors import find_anchors
from tui.layout.model import BLANK, FILLER, Column, RowTable, Side
from tui.layout.signs import place_signs
from tui.layout.stops import find_stops
from tui.layout.wrap import wrap_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.collation import Collation


def set_rows(collation: Collation, *, left_width: int, right_width: int, cell_width: Callable[[str], int]) -> RowTable:
    """Set two collated articles on common rows.

    Linked paragraphs start level where both reading orders allow it. Between two such pairs each side's other
    paragraphs follow one another, a blank row after each; only where one side has less is it filled up. Every
    paragraph stands exactly once on its side, in order.

    Args:
        collation: The comparison.
        left_width: Cells for the left text, at least 2.
        right_width: Cells for the right text, at least 2.
        cell_width: Cells that a string takes, such as `rich.cells.cell_len` or `wcwidth.wcswidth`.

    Returns:
        The table of rows; the same arguments always give the same table.

    Raises:
        ValueError: If a width is less than 2.
    """
    anchors = find_anchors(collation.links)
    left = _Setting(*wrap_article(collation.left, left_width, cell_width))
    right = _Setting(*wrap_article(collation.right, right_width, cell_width))
    for left_anchor, right_anchor in anchors:
        left.flow_to(left_anchor)
        right.flow_to(right_anchor)
        level = max(left.height, right.height)
        left.fill_to(level)
        right.fill_to(level)
    left.flow_to(left.paragraphs)
    right.flow_to(right.paragraphs)
    height = max(left.height, right.height)
    left.fill_to(height)
    right.fill_to(height)
    columns = {Side.LEFT: left.column(), Side.RIGHT: right.column()}
    return RowTable(
        left=columns[Side.LEFT],
        right=columns[Side.RIGHT],
        anchors=anchors,
        signs=place_signs(collation, anchors, columns),
        stops=find_stops(collation, anchors, columns),
        height=height,
    )


class _Setting:
    """One side while its rows are being set."""

    def __init__(self, starts: array[int], ends: array[int], owners: array[int], firsts: array[int]) -> None:
        self.starts, self.ends, self.owners, self.firsts = starts, ends, owners, firsts
        self.rows = array("l")
        self.line_rows = array("l")
        self.paragraphs = len(firsts)
        self._next = 0

    @property
    def height(self) -> int:
        return len(self.rows)

    def flow_to(self, paragraph: int) -> None:
        """Set the paragraphs before this one, each with a blank row under it."""
        while self._next < paragraph:
            first = self.firsts[self._next]
            self._next += 1
            after = self.firsts[self._next] if self._next < self.paragraphs else len(self.starts)
            self.line_rows.extend(range(self.height, self.height + after - first))
            self.rows.extend(range(first, after))
            self.rows.append(BLANK)

    def fill_to(self, height: int) -> None:
        """Leave rows empty down to this height."""
        self.rows.extend([FILLER] * (height - self.height))

    def column(self) -> Column:
        return Column(self.starts, self.ends, self.owners, self.line_rows, self.firsts, self.rows)
