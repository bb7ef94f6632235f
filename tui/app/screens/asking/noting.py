"""The dialog in which a note is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.confirming import AskScreen
from tui.app.screens.asking.fields import Pad
from tui.app.screens.asking.keys import NOTE_KEYS, bindings_of

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_MOST_ROWS = 14
"""Rows of the pad, where there is room for them."""

_WORDS_ROWS = 2
"""Rows for the words that the note is about."""


class NoteScreen(AskingScreen[str]):
    """Closes with the note as it is to be, or with None where it stays; a changed note is not lost unasked."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NOTE_KEYS)
    DEFAULT_CSS = """
    NoteScreen {
        & #about { max-height: 2; margin: 0 0 1 0; }
    }
    """
    other_rows = _WORDS_ROWS + 1

    def __init__(self, title: str, words: str, note: str) -> None:
        super().__init__(title)
        self._words = words
        self._before = note
        self.pad = Pad(note)
        self.field = self.pad

    def parts(self) -> ComposeResult:
        """The words concerned, and the note."""
        yield Static("", id="about", classes="asking--quiet", markup=False)
        yield self.pad

    def fit(self) -> None:
        """Give the pad what room there is."""
        self.query_one("#about", Static).update(Content(self.shortened(self._words, _WORDS_ROWS)))
        self.pad.styles.height = min(_MOST_ROWS, self.room)

    @property
    def note(self) -> str:
        """The note as it is now."""
        return self.pad.text.strip()

    @property
    def is_changed(self) -> bool:
        """Whether there is something to lose."""
        return self.note != self._before.strip()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """To quit the program is to leave a changed note first."""
        return (key == "ctrl+q" and self.is_changed) or super().check_consume_key(key, character)

    def action_keep(self) -> None:
        """Close with the note."""
        self.dismiss(self.note)

    def action_leave(self) -> None:
        """Close without it; ask first, if anything was changed."""
        if not self.is_changed:
            self.dismiss(None)
            return
        question = AskScreen("You changed this note. Keep it?", "Keep it", "Leave it as it was", default=True)
        self.app.push_screen(question, self._asked)

    def _asked(self, keep: bool | None) -> None:
        if keep is not None:
            self.dismiss(self.note if keep else None)
