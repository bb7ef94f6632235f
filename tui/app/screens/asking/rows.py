"""A list of which one line is lit: quick with thousands of lines, as it draws only those on view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.excerpt import beginning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

_LIT, _UNLIT = "▸ ", "  "
_GAP = 2
"""Blank cells between two columns."""

_SHARE = 3
"""A column that is not the last takes at most one part in so many of the width."""


class Row(NamedTuple):
    """One line.

    Attributes:
        cells: What stands in its columns; the last column takes the room that is left.
        heading: It only says what stands below it, and can't be lit.
    """

    cells: tuple[str, ...]
    heading: bool = False


class Rows(ScrollView, can_focus=False):
    """The list. Keys belong to the dialog; a click lights a line, a click on the lit one chooses it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--lit", "rows--heading", "rows--first"}
    DEFAULT_CSS = """
    Rows {
        height: auto; width: 100%;
        background: $page; color: $ink;
        scrollbar-size-vertical: 1; overflow-x: hidden;
        & .rows--first { text-style: bold; }
        & .rows--lit { background: $here; color: $ink; text-style: bold; }
        & .rows--heading { color: $quiet-ink; text-style: underline; }
        &:ansi .rows--lit { text-style: bold reverse; }
    }
    """

    class Lit(Message):
        """Another line is lit, by a click."""

    class Chosen(Message):
        """The lit line was clicked again."""

    def __init__(self, rows: Sequence[Row] = (), lit: int = 0, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._columns: tuple[int, ...] = ()
        self.lit = -1
        self._set(rows, lit)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines."""
        return self._rows

    def offer(self, rows: Sequence[Row], lit: int = 0) -> None:
        """Show other lines, one of them lit."""
        self._set(rows, lit)
        self._measure()
        self.refresh(layout=True)
        self._bring()

    def _set(self, rows: Sequence[Row], lit: int) -> None:
        self._rows = tuple(rows)
        count = max((len(row.cells) for row in self._rows if not row.heading), default=1)
        self._columns = tuple(
            max(
                (cell_len(row.cells[at]) for row in self._rows if not row.heading and at < len(row.cells) - 1),
                default=0,
            )
            for at in range(count - 1)
        )
        self.lit = self._nearest(lit, 1)

    def _nearest(self, row: int, step: int) -> int:
        """The line to light: this one or, where it can't be lit, the next that can; -1 where there is none."""
        open_rows = [at for at, one in enumerate(self._rows) if not one.heading]
        if not open_rows:
            return -1
        if step > 0:
            return next((at for at in open_rows if at >= row), open_rows[-1])
        return next((at for at in reversed(open_rows) if at <= row), open_rows[0])

    def light(self, row: int, step: int = 1) -> None:
        """Light a line, or the next one in this direction that can be lit; -1 is the last."""
        wanted = len(self._rows) - 1 if row < 0 else row
        self.lit = self._nearest(wanted, -1 if row < 0 else step)
        self._bring()
        self.refresh()

    def unlight(self) -> None:
        """Light no line."""
        self.lit = -1
        self.refresh()

    def move(self, step: int) -> None:
        """Light a line so many lines down, or up."""
        self.light(max(0, self.lit + step), step)

    def move_pages(self, pages: int) -> None:
        """Light a line a page down, or up."""
        self.move(pages * max(1, self.size.height - 1))

    def _bring(self) -> None:
        """Bring the lit line on view, with the heading over it."""
        page = self.size.height
        if not page or self.lit < 0:
            return
        top = self.scroll_offset.y
        first = self.lit - 1 if self.lit and self._rows[self.lit - 1].heading else self.lit
        if first < top:
            top = first
        elif self.lit >= top + page:
            top = self.lit - page + 1
        self.scroll_to(y=max(0, min(top, len(self._rows) - page)), animate=False, immediate=True)

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as there are lines."""
        return max(1, len(self._rows))

    def on_resize(self) -> None:
        """Keep the lit line on view."""
        self._measure()
        self._bring()

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        width, base = self.scrollable_content_region.width, self.rich_style
        at = y + self.scroll_offset.y
        if at >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[at]
        if row.heading:
            style = base + self.get_component_rich_style("rows--heading", partial=True)
            return Strip([Segment(beginning(row.cells[0], width), style)]).adjust_cell_length(width, base)
        first = base if len(row.cells) == 1 else base + self.get_component_rich_style("rows--first", partial=True)
        if at == self.lit:
            base = first = base + self.get_component_rich_style("rows--lit", partial=True)
        segments = [Segment(_LIT if at == self.lit else _UNLIT, base)]
        left = width - len(_LIT)
        for column, cell in enumerate(row.cells):
            last = column == len(row.cells) - 1
            room = left if last else min(self._columns[column], max(1, width // _SHARE))
            told = beginning(cell, max(0, min(room, left)))
            padding = 0 if last else room - cell_len(told) + (_GAP if self._columns[column] else 0)
            segments += [Segment(told, base if column else first), Segment(" " * padding, base)]
            left -= cell_len(told) + padding
        return Strip(segments).adjust_cell_length(width, base)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Light the line under the pointer, or choose it."""
        event.stop()
        at = event.y + self.scroll_offset.y
        if at >= len(self._rows) or self._rows[at].heading or event.x >= self.scrollable_content_region.width:
            return
        if at == self.lit:
            self.post_message(self.Chosen())
        else:
            self.light(at)
            self.post_message(self.Lit())
