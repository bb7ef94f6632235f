"""A line of choices, one of which holds: for the index of quotations, which verdicts it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

_APART = 2
"""Blank columns between two choices."""

_LOW, _FEW, _MANY = 24, 2, 6
"""A screen of fewer rows shows so few lines of choices; any other at most so many."""


class Choices(Widget):
    """Shows words of which one is chosen. A click on one asks for it; keys belong to the screen."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--chosen"}
    DEFAULT_CSS = """
    Choices {
        background: $page;
        color: $ink;
        height: auto;
        padding: 0 1;
        & .choices--chosen { text-style: bold reverse; }
    }
    """

    class Asked(Message):
        """The reader wants this one."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self.chosen = 0

    def offer(self, words: Sequence[str], chosen: int) -> None:
        """Show these, one of them chosen."""
        self._words, self.chosen = tuple(words), chosen
        self.refresh(layout=True)

    @property
    def words(self) -> tuple[str, ...]:
        """What there is to choose from."""
        return self._words

    def _lines(self, width: int) -> list[list[tuple[int, int]]]:
        """On each line the choices, each with its first column."""
        lines: list[list[tuple[int, int]]] = [[]]
        used = 0
        for at, words in enumerate(self._words):
            cells = cell_len(words) + 2
            if used and used + cells > width:
                lines.append([])
                used = 0
            lines[-1].append((at, used))
            used += cells + _APART - 1
        return lines

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """As many rows as the choices take; on a low screen only those about the one that is chosen."""
        return min(len(self._lines(width)), _MANY if self.app.size.height >= _LOW else _FEW)

    def _shown(self, width: int) -> list[list[tuple[int, int]]]:
        """The lines that there is room for, the chosen one among them."""
        lines, rows = self._lines(width), max(1, self.size.height)
        at = next((row for row, line in enumerate(lines) if any(one == self.chosen for one, _ in line)), 0)
        first = max(0, min(at, len(lines) - rows))
        return lines[first : first + rows]

    def render_line(self, y: int) -> Strip:
        """One row of choices."""
        width, base = self.size.width, self.rich_style
        lines = self._shown(width - 2)
        segments, used = [Segment(" ", base)], 0
        for at, column in lines[y] if y < len(lines) else []:
            told = f" {self._words[at]} "
            style = base
            if at == self.chosen:
                style += self.get_component_rich_style("choices--chosen", partial=True)
            segments += [Segment(" " * (column - used), base), Segment(told, style)]
            used = column + cell_len(told)
        return Strip(segments).adjust_cell_length(width, base)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Ask for the choice under the pointer."""
        event.stop()
        lines = self._shown(self.size.width - 2)
        for at, column in lines[event.y] if event.y < len(lines) else []:
            if column <= event.x - 1 < column + cell_len(self._words[at]) + 2:
                self.post_message(self.Asked(at))
