"""A list to read: what a screen is for, its signs and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.keys import EXPLAIN_KEYS, bindings_of
from tui.app.screens.asking.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.screens.asking.rows import Row


class ExplainingScreen(AskingScreen[None]):
    """Closes on escape."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(EXPLAIN_KEYS)

    def __init__(self, title: str, rows: Sequence[Row]) -> None:
        super().__init__(title)
        self.listing = Rows(rows)

    def parts(self) -> ComposeResult:
        """The list."""
        yield self.listing

    def fit(self) -> None:
        """Give the list what room there is."""
        self.listing.styles.max_height = self.room

    def action_move(self, step: int) -> None:
        """Up or down by lines."""
        self.listing.move(step)

    def action_move_pages(self, pages: int) -> None:
        """Up or down by pages."""
        self.listing.move_pages(pages)
