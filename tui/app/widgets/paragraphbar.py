"""The line in which a reader types the number of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.app.keymap import PARAGRAPH_KEYS

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class ParagraphBar(Horizontal):
    """A prompt and a field that takes figures only."""

    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in PARAGRAPH_KEYS]
    DEFAULT_CSS = """
    ParagraphBar {
        height: 1;
        display: none;
        background: $bar;
        color: $ink;
        &.-open { display: block; }
        & #paragraph-prompt { width: auto; padding: 0 1; text-style: bold; }
        & #paragraph-field { width: 1fr; }
        & Input { background: $bar; color: $ink; }
    }
    """

    class Entered(Message):
        """The reader typed a number, or nothing."""

        def __init__(self, number: int | None) -> None:
            super().__init__()
            self.number = number

    class Closed(Message):
        """The reader thought better of it."""

    def compose(self) -> ComposeResult:
        """The two parts."""
        yield Static("", id="paragraph-prompt", markup=False)
        yield Input(restrict=r"[0-9]{0,6}", id="paragraph-field", compact=True)

    @property
    def is_open(self) -> bool:
        """Whether the reader is typing."""
        return self.has_class("-open")

    def open(self, letter: str, paragraphs: int) -> None:
        """Ask for a paragraph of one article."""
        self.query_one("#paragraph-prompt", Static).update(f"Paragraph of {letter} (1–{paragraphs:,}):")
        self.add_class("-open")
        field = self.query_one(Input)
        field.value = ""
        field.focus()

    def close(self) -> None:
        """Hide the bar."""
        self.remove_class("-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Nothing happens before enter."""
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go there."""
        event.stop()
        self.post_message(self.Entered(int(event.value) if event.value else None))

    def action_close(self) -> None:
        """Escape."""
        self.post_message(self.Closed())
