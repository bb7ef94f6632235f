"""The line in which a reader types what to search for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.app.keymap import SEARCH_KEYS
from tui.app.widgets.bar import Bar, Field

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widgets import Input


class SearchBar(Bar):
    """The field for words, and how many places were found."""

    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in SEARCH_KEYS]

    class Typed(Message):
        """The words to search for are others now."""

        def __init__(self, bar: SearchBar, query: str) -> None:
            super().__init__()
            self.bar = bar
            self.query = query

    class Entered(Message):
        """The reader wants to go to the first place."""

    class Closed(Message):
        """The reader gave up the search."""

    def __init__(self) -> None:
        super().__init__("Search", Field(placeholder="words, then enter"))

    def open(self) -> None:
        """Show the bar and let the reader type; the words of the last time are replaced by the first letter."""
        self.show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while the reader types."""
        event.stop()
        self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go there."""
        event.stop()
        self.post_message(self.Entered())

    def action_close(self) -> None:
        """Escape."""
        self.post_message(self.Closed())
