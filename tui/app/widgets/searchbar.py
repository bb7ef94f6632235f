"""The line in which a reader types what to search for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.app.keymap import SEARCH_KEYS

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class SearchBar(Horizontal):
    """A prompt, the field, and how many places were found."""

    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in SEARCH_KEYS]
    DEFAULT_CSS = """
    SearchBar {
        height: 1;
        display: none;
        background: $bar;
        color: $ink;
        &.-open { display: block; }
        & #search-prompt { width: auto; padding: 0 1; text-style: bold; }
        & #search-field { width: 1fr; }
        & #search-count { width: auto; padding: 0 1; }
        & Input { background: $bar; color: $ink; }
    }
    """

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

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield Static("Search", id="search-prompt", markup=False)
        yield Input(placeholder="words, then enter", id="search-field", compact=True, select_on_focus=True)
        yield Static("", id="search-count", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether the reader is typing."""
        return self.has_class("-open")

    def open(self) -> None:
        """Show the bar and let the reader type."""
        self.add_class("-open")
        self.query_one(Input).focus()

    def close(self) -> None:
        """Hide the bar; the words stay for the next time."""
        self.remove_class("-open")

    def say(self, count: str) -> None:
        """Say how many places were found."""
        self.query_one("#search-count", Static).update(count)

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
