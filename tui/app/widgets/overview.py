"""The strip at the right edge: the whole pair at a glance, and where the reader is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.app.overview import Scale
from tui.layout import Side, StopKind

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from tui.app.overview import Cell
    from tui.app.reading import Reading

WHEEL_ROWS = 3
"""Rows that one step of the wheel scrolls."""


class Overview(Widget):
    """Draws one column for each side shown. A click or a drag asks for the place under the pointer."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "overview--left",
        "overview--right",
        "overview--moved",
        "overview--here",
        "overview--current",
        "overview--quoted",
    }
    DEFAULT_CSS = """
    Overview {
        width: 2;
        background: $page;
        color: $ink;
        &.-single { width: 1; }
        & .overview--left { color: $left-ink; }
        & .overview--right { color: $right-ink; }
        & .overview--moved { color: $ink; }
        & .overview--quoted { color: $ink; text-style: bold; }
        & .overview--here { background: $here; }
        & .overview--current { color: $cursor-ink; background: $cursor; text-style: bold; }
        &:ansi {
            & .overview--here { text-style: reverse; }
            & .overview--current { text-style: bold underline; }
        }
    }
    """

    class Asked(Message):
        """The reader wants to have this view row in the middle of the page."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class Wheel(Message):
        """The reader scrolls by rows; negative is up."""

        def __init__(self, rows: int) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self._view = (0, 0)
        self._shown: tuple[object, ...] = ()

    @property
    def scale(self) -> Scale:
        """View rows against the strip's cells."""
        return Scale(self.reading.height, max(1, self.size.height))

    @property
    def cells(self) -> dict[Side, list[Cell]]:
        """What each cell stands for."""
        return self.reading.survey(max(1, self.size.height))

    def show(self, top: int, page: int) -> None:
        """Say which view rows are on the screen."""
        scale = self.scale
        last = max(top, min(top + page, scale.rows) - 1)
        self._view = scale.cell_of(top), scale.cell_of(last)
        shown = (self._view, self._current(), id(self.cells), self.reading.side)
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def on_resize(self) -> None:
        """Another height is another scale."""
        self._shown = ()

    def render_line(self, y: int) -> Strip:
        """One cell a side."""
        reading, base = self.reading, self.rich_style
        if not reading.width or y >= self.size.height:
            return Strip.blank(self.size.width, base)
        segments = []
        current = self._current()
        sides = (reading.side,) if reading.alone else tuple(Side)
        for side in sides:
            cell = self.cells[side][y]
            style = base
            if cell.kind is not None:
                style = self._style("moved" if cell.kind is StopKind.MOVED else side.value, base)
            elif cell.quoted:
                style = self._style("quoted", base)
            if self._is_here(y):
                style = self._style("here", style)
            if current == (side, y):
                style = self._style("current", style)
            segments.append(Segment(cell.mark, style))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _is_here(self, y: int) -> bool:
        return self._view[0] <= y <= self._view[1]

    def _current(self) -> tuple[Side, int] | None:
        """The cell of the current quotation or difference."""
        reading = self.reading
        if reading.quote is not None:
            return reading.quote_side(reading.quote), self.scale.cell_of(reading.quote_row(reading.quote))
        if reading.stop is None:
            return None
        return reading.side_of(reading.stop), self.scale.cell_of(reading.stop_row(reading.stop))

    def _style(self, name: str, base: Style) -> Style:
        return base + self.get_component_rich_style(f"overview--{name}", partial=True)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go there, and follow the pointer until it is let go."""
        event.stop()
        self.capture_mouse()
        self.post_message(self.Asked(self.scale.row_of(event.y)))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer."""
        if self.app.mouse_captured is self:
            self.post_message(self.Asked(self.scale.row_of(event.y)))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let the pointer go."""
        event.stop()
        self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls here as it does on the page."""
        event.stop()
        self.post_message(self.Wheel(WHEEL_ROWS))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """As down."""
        event.stop()
        self.post_message(self.Wheel(-WHEEL_ROWS))
