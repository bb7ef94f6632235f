"""The line in which a reader types the number of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.app.keymap import PARAGRAPH_KEYS
from tui.app.widgets.bar import Bar, Field

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widgets import Input


class ParagraphBar(Bar):
    """The field for a number: it takes figures only."""

    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in PARAGRAPH_KEYS]

    class Entered(Message):
        """The reader typed a number, or nothing."""

        def __init__(self, number: int | None) -> None:
            super().__init__()
            self.number = number

    class Closed(Message):
        """The reader thought better of it."""

    def __init__(self) -> None:
        super().__init__("", Field(restrict=r"[0-9]{0,6}"))

    def open(self, letter: str, paragraphs: int) -> None:
        """Ask for a paragraph of one article."""
        self.ask(f"Paragraph of {letter} (1–{paragraphs:,}):")
        self.field.value = ""
        self.show()

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
