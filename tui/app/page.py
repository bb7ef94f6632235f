"""The rows of two articles as a screen shows them: the layout, what is hidden, what is brought level."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.app.drawing import cells
from tui.app.excerpt import paragraph_of
from tui.app.geometry import Geometry, measure_screen
from tui.app.hiding import rows_without_quiet
from tui.layout import FILLER, Arrangement, Layout, RowTable, Side, place_signs, set_rows

if TYPE_CHECKING:
    from tui.app.levelling import Level
    from tui.app.painting import SidePainter
    from tui.article import Article
    from tui.collation import Collation
    from tui.layout import FoldKey


View = tuple[RowTable, Side | None]
"""A table of rows and the side of it that is shown alone, if one is."""


def same_view(one: View, two: View) -> bool:
    """Whether two views are of the same table, not merely of an equal one."""
    return one[0] is two[0] and one[1] is two[1]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article that outlives wrapping: its words, and rows below them."""

    side: Side
    offset: int
    below: int = 0


class Page:
    """Two articles set on rows for a screen.

    View rows are counted on the screen's page; table rows in the table of rows. They differ where one side is
    shown alone, because it leaves out what only keeps two sides level, and where dimmed text is hidden.
    """

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self.side = Side.LEFT
        self.alone = False
        self.width = 0
        self.quiet_hidden = False
        self.layout = Layout.BOTH
        self.unfolded: frozenset[FoldKey] = frozenset()
        self.level: Level | None = None
        self.painters: dict[Side, SidePainter] = {}
        self._shift = 0
        self._rows: array[int] | None = None
        self._table_of: tuple[Collation, tuple[object, ...]] | None = None

    def arrange(self, width: int, *, alone: bool) -> None:
        """Set the rows for a page of this width, with both sides or only the active one."""
        self.width, self.alone = width, alone
        paragraphs = max(map(self.paragraphs_in_all, Side))
        self.geometry: Geometry = measure_screen(width, paragraphs, self.side if alone else None)
        panes = (self.geometry.left or self.geometry.right, self.geometry.right or self.geometry.left)
        widths = [pane.measure if pane else 2 for pane in panes]
        self._set_table(*widths)
        self._rows = None
        self.signs = self.table.signs
        if alone:
            rows = self.table.column(self.side).rows
            column = self.table.column(self.side)
            self.signs = place_signs(
                self.collation, self.table.anchors, {self.side: column}, self.layout.followed, numbered=True
            )
            self._rows = array("l", (row for row, line in enumerate(rows) if line != FILLER))
        if self.quiet_hidden:
            sides = (self.side,) if alone else tuple(Side)
            before = range(self.table.height) if self._rows is None else self._rows
            self._rows = rows_without_quiet(self.table, self.painters, sides, before)
        self.bring_level(None if alone else self.level)

    def _set_table(self, left_width: int, right_width: int) -> None:
        """Set both columns, unless they stand as they would."""
        wanted = (left_width, right_width, self.layout, self.unfolded, self.alone)
        if self._table_of is not None and self._table_of[0] is self.collation and self._table_of[1] == wanted:
            return
        self._table_of = self.collation, wanted
        self.table: RowTable = set_rows(
            self.collation,
            left_width=left_width,
            right_width=right_width,
            cell_width=cells,
            arrangement=Arrangement(self.layout, self.unfolded, break_level=not self.alone),
        )

    @property
    def view(self) -> View:
        """The rows that are shown."""
        return self.table, self.side if self.alone else None

    def mirror_rows(self) -> None:
        """Exchange the sides of the rows as they are, until they are set anew."""
        self.table, self._table_of = self.table.mirrored(), None
        self.signs = {row: sign.mirrored() for row, sign in self.signs.items()}
        self.geometry = measure_screen(
            self.width, max(map(self.paragraphs_in_all, Side)), self.side if self.alone else None
        )

    def arrange_for(self, width: int, *, alone: bool) -> None:
        """Set the rows, or have them set; what is shown may stay a while."""
        self.arrange(width, alone=alone)

    @property
    def height(self) -> int:
        """View rows in all."""
        return self.table.height if self._rows is None else len(self._rows)

    def table_row(self, view_row: int) -> int:
        """The table row that stands on a view row."""
        if self._rows is None:
            return view_row
        return self._rows[view_row] if 0 <= view_row < len(self._rows) else self.table.height

    def view_row(self, table_row: int) -> int:
        """Where a table row stands, or the nearest after it that is shown."""
        if self._rows is None:
            return table_row
        return min(bisect_left(self._rows, table_row), max(0, len(self._rows) - 1))

    def bring_level(self, level: Level | None) -> None:
        """Move the other column so that two places stand on one row, or put it back."""
        self.level, self._shift = level, 0
        if self.alone:
            return
        self.signs = self.table.signs
        if level is None:
            return
        held, moved = (
            self.view_row(self.table.column(side).row_of_offset(level.offset(side)))
            for side in (level.held, level.held.other)
        )
        self._shift = moved - held
        pair = (paragraph_of(self.collation.left, level.left), paragraph_of(self.collation.right, level.right))
        linked = any((link.left, link.right) == pair for link in self.collation.links)
        column = self.table.column(level.held)
        self.signs = place_signs(self.collation, (pair,) if linked else (), {level.held: column})

    def side_row(self, side: Side, view_row: int) -> int:
        """The table row that one side shows on a view row."""
        if self.level is not None and side is not self.level.held:
            view_row += self._shift
        return self.table_row(view_row)

    def article(self, side: Side) -> Article:
        """One side's article."""
        return self.collation.left if side is Side.LEFT else self.collation.right

    def paragraphs_in_all(self, side: Side) -> int:
        """How many paragraphs one side's article has."""
        return len(self.article(side).paragraphs)

    def place(self, view_row: int) -> Place:
        """The place on a view row, on the active side where it has words there."""
        row = self.table_row(view_row)
        for side in (self.side,) if self.alone or self.level else (self.side, self.side.other):
            line = self.table.column(side).line_at(row)
            if line is not None:
                return Place(side, line.start)
        column = self.table.column(self.side)
        line = column.line_before(row)
        if line is None:
            return Place(self.side, 0)
        return Place(self.side, line.start, row - column.row_of_offset(line.start))

    def row_of(self, place: Place) -> int:
        """The view row of a place."""
        row = self.table.column(place.side).row_of_offset(place.offset)
        return self.view_row(min(row + place.below, max(0, self.table.height - 1)))

    # Layouts and folds

    def lay_out(self, layout: Layout) -> None:
        """Choose another layout; its folds are closed."""
        self.layout, self.unfolded, self.level = layout, frozenset(), None
        self.arrange_for(self.width, alone=self.alone)

    def toggle_fold(self, key: FoldKey) -> None:
        """Open a closed fold, or close an open one."""
        self.unfolded = self.unfolded ^ {key}
        self.arrange_for(self.width, alone=self.alone)

    def refold(self, unfolded: frozenset[FoldKey]) -> None:
        """Open these folds and no others."""
        if unfolded != self.unfolded:
            self.unfolded = unfolded
            self.arrange(self.width, alone=self.alone)

    def reveal(self, side: Side, offset: int) -> bool:
        """Open the fold that hides this code point; says whether there was one."""
        column = self.table.column(side)
        note = column.note_at(column.row_of_offset(offset))
        if note is None or note.key is None or not note.folded:
            return False
        # Not aside: whoever asks wants to go there now.
        self.refold(self.unfolded ^ {note.key})
        return True

    def fold_on(self, view_row: int) -> FoldKey | None:
        """The fold whose note stands on a view row."""
        for side in (self.side,) if self.alone else tuple(Side):
            note = self.table.column(side).note_at(self.side_row(side, view_row))
            if note is not None and note.key is not None:
                return note.key
        return None
