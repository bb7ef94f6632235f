"""The whole pair scaled to one column a side: where what differs, counted once for each set of rows."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.layout import Side, StopKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.app.reading import Reading
    from tui.layout import Stop

MARKS: Mapping[StopKind, str] = {
    StopKind.ONLY: "┃",
    StopKind.SIMILAR: "~",
    StopKind.UNIQUE: "▪",
    StopKind.CHANGED: "▪",
    StopKind.MOVED: "⇢",
}
"""How each kind of difference is drawn. A later kind hides an earlier one in the same cell."""

MANY_MARK = "■"
"""Stands for changes where a cell has more than `FEW_CHANGES` of them."""

FEW_CHANGES = 3

_RANKS = {kind: rank for rank, kind in enumerate(MARKS)}
_PHRASES = frozenset({StopKind.CHANGED, StopKind.UNIQUE})


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell of the strip stands for.

    Attributes:
        kind: The kind of difference that is drawn, or None for none.
        mark: The sign to draw, a blank for none.
        quoted: It is the sign of a quotation that differs gravely, or of a mark, and hides what else is here.
    """

    kind: StopKind | None = None
    mark: str = " "
    quoted: bool = False


_EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Scale:
    """View rows against the cells of a strip.

    Attributes:
        rows: View rows there are.
        cells: Cells of the strip from top to bottom.
    """

    rows: int
    cells: int

    def cell_of(self, row: int) -> int:
        """The cell in which a view row lies. Where there is room a row has a cell of its own."""
        if self.rows <= self.cells:
            return max(0, min(row, self.cells - 1))
        return max(0, min(row * self.cells // self.rows, self.cells - 1))

    def row_of(self, cell: int) -> int:
        """The first view row of a cell."""
        cell = max(0, min(cell, self.cells - 1))
        return cell if self.rows <= self.cells else -(-cell * self.rows // self.cells)


def survey(reading: Reading, scale: Scale) -> dict[Side, list[Cell]]:
    """What stands in each cell of the strip, for each side. Grows with the number of differences."""
    kinds: dict[Side, list[StopKind | None]] = {side: [None] * scale.cells for side in Side}
    counts = {side: [0] * scale.cells for side in Side}
    for stop in reading.stops:
        for side in Side:
            cells = _cells(reading, scale, stop, side)
            for cell in cells:
                before = kinds[side][cell]
                if before is None or _RANKS[before] < _RANKS[stop.kind]:
                    kinds[side][cell] = stop.kind
            if cells and stop.kind in _PHRASES:
                counts[side][cells.start] += 1
    found = {side: [_cell(kind, count) for kind, count in zip(kinds[side], counts[side], strict=True)] for side in Side}
    _mark_quotations(reading, scale, found)
    return found


def _mark_quotations(reading: Reading, scale: Scale, cells: dict[Side, list[Cell]]) -> None:
    """Put the signs of quotations that differ gravely where these begin, and over them what a reporter left open."""
    quoting, marks = reading.quoting, reading.marks
    grave = [] if quoting is None else [stop for stop in quoting.stops if stop.is_grave and not marks.is_decided(stop)]
    found = [
        (side, stop.words(side)[0][0], stop.mark)
        for stop in sorted(grave, key=attrgetter("weight"))
        for side in Side
        if stop.numbers(side)
    ]
    found += [(side, start, sign.mark) for side in Side for start, sign in marks.signs_for_strip(side)]
    for side, start, mark in found:
        row = reading.table.column(side).row_of_offset(start)
        cells[side][scale.cell_of(reading.view_row(row))] = Cell(mark=mark, quoted=True)


def _cells(reading: Reading, scale: Scale, stop: Stop, side: Side) -> range:
    """The cells that a difference takes on one side."""
    words = stop.words(side)
    if words is None:
        return range(0)
    column = reading.table.column(side)
    first = scale.cell_of(reading.view_row(column.row_of_offset(words[0])))
    last = scale.cell_of(reading.view_row(column.row_of_offset(max(words[0], words[1] - 1))))
    return range(first, max(first, last) + 1)


def _cell(kind: StopKind | None, count: int) -> Cell:
    if kind is None:
        return _EMPTY
    return Cell(kind, MANY_MARK if kind in _PHRASES and count > FEW_CHANGES else MARKS[kind])
