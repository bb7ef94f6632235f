"""The library's help: what it is for, its shades and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.app.library.keys import LIBRARY_HELP_KEYS, LIBRARY_KEYS
from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.keys import bindings_of
from tui.app.screens.asking.rows import Row, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_SHADES = (
    ("·", "two articles share less than one part in a hundred"),
    ("░", "less than a tenth"),
    ("▒", "less than three tenths"),
    ("▓", "less than six tenths"),
    ("█", "more: versions of one article, or one taken from the other"),
    ("╲", "the article itself"),
)
_ABOUT = (
    "Choose an article with enter, then its partner: the likeliest stands first.",
    "Shares are found quickly, by words and runs of words that few others have;",
    "the reader tells the exact figure. A file dropped here is added.",
)


class LibraryHelp(AskingScreen[None]):
    """Closes on escape."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(LIBRARY_HELP_KEYS)

    def __init__(self) -> None:
        super().__init__("The library")
        keys = [Row((key.told, key.help)) for key in LIBRARY_KEYS]
        shades = [Row(shade) for shade in _SHADES]
        self.listing = Rows([*(Row(("", words)) for words in _ABOUT), *shades, *keys])

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
