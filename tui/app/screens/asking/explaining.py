"""A list to read: what a screen is for, its signs and its keys."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len

from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.keys import EXPLAIN_KEYS, bindings_of
from tui.app.screens.asking.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_SIGNS = 3
"""Of the width one part in so many at most belongs to the signs and keys."""

_LEAST, _BESIDE = 10, 6
"""Columns that an explanation has in any case, and that stand beside it: the light, a gap, the scroll bar."""


class ExplainingScreen(AskingScreen[None]):
    """Closes on escape."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(EXPLAIN_KEYS)

    def __init__(self, title: str, rows: Sequence[Row]) -> None:
        super().__init__(title)
        self._told = tuple(rows)
        self.listing = Rows(rows)

    def parts(self) -> ComposeResult:
        """The list."""
        yield self.listing

    def fit(self) -> None:
        """Give the list what room there is; what is too long for a line goes on in the next ones."""
        self.listing.styles.max_height = self.room
        self.listing.offer(self._wrapped(), self.listing.lit)

    def _wrapped(self) -> list[Row]:
        """The lines, the signs' column no wider than it has to be."""
        signs = max((cell_len(row.cells[0]) for row in self._told if len(row.cells) > 1), default=0)
        room = self.columns - min(signs, self.columns // _SIGNS) - _BESIDE
        found = []
        for row in self._told:
            *sign, words = row.cells
            lines = wrap(words, max(_LEAST, room if sign else self.columns - _BESIDE)) or [""]
            found += [row._replace(cells=(*sign, lines[0]))]
            found += [row._replace(cells=(*("" for _ in sign), line)) for line in lines[1:]]
        return found

    def action_move(self, step: int) -> None:
        """Up or down by lines."""
        self.listing.move(step)

    def action_move_pages(self, pages: int) -> None:
        """Up or down by pages."""
        self.listing.move_pages(pages)
