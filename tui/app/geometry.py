"""Where the panes and the gutter stand on a screen of a given width. Columns are cells from the left."""

from __future__ import annotations

from dataclasses import dataclass

from tui.layout import Side

MEASURE = 80
"""Cells of text a line has at most: longer lines are hard to follow."""

ALTERNATE_BELOW = 100
"""On screens narrower than this one pane is shown at a time."""

LEAST_WIDTH, LEAST_HEIGHT = 60, 18
"""The smallest screen on which the reader can be used."""


@dataclass(frozen=True, slots=True)
class Pane:
    """One article's columns.

    Attributes:
        x: First column.
        width: All its columns.
        indent: Empty columns before the margin bar, which centre a narrow text in a wide pane.
        number: Columns for the paragraph number.
        measure: Columns for the text.
    """

    x: int
    width: int
    indent: int
    number: int
    measure: int

    @property
    def text_x(self) -> int:
        """The column in which the text begins: after the bar, the number, a quotation's sign and a blank."""
        return self.x + self.indent + 1 + self.number + 2


@dataclass(frozen=True, slots=True)
class Geometry:
    """The columns of a whole screen.

    Attributes:
        width: Columns in all.
        left: The left pane, or None where only the right one is shown.
        right: The right pane, or None where only the left one is shown.
        gutter_x: First column of the gutter.
        gutter: Its columns, rules included.
    """

    width: int
    left: Pane | None
    right: Pane | None
    gutter_x: int
    gutter: int

    def pane(self, side: Side) -> Pane | None:
        """One side's pane, or None where it isn't shown."""
        return self.left if side is Side.LEFT else self.right

    def side_at(self, x: int) -> Side | None:
        """The side whose pane holds this column."""
        for side in Side:
            pane = self.pane(side)
            if pane is not None and pane.x <= x < pane.x + pane.width:
                return side
        return None


def measure_screen(width: int, paragraphs: int, alone: Side | None) -> Geometry:
    """Divide a screen's columns.

    Args:
        width: Columns there are.
        paragraphs: The greatest paragraph number to be shown.
        alone: The side that is shown alone, or None for both.
    """
    digits = max(2, len(str(paragraphs)))
    sign = digits + 2
    if alone is None:
        gutter = sign + 2
        rest = max(0, width - gutter)
        left, right = rest // 2, rest - rest // 2
        return Geometry(
            width, _pane(0, left, digits), _pane(left + gutter, right, digits), gutter_x=left, gutter=gutter
        )
    gutter = sign + 1
    rest = max(0, width - gutter)
    if alone is Side.LEFT:
        return Geometry(width, _pane(0, rest, digits), None, gutter_x=rest, gutter=gutter)
    return Geometry(width, None, _pane(gutter, rest, digits), gutter_x=0, gutter=gutter)


def _pane(x: int, width: int, digits: int) -> Pane:
    room = width - digits - 4
    measure = max(2, min(MEASURE, room))
    return Pane(x, width, max(0, (room - measure) // 2), digits, measure)
