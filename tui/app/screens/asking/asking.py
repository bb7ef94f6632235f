"""What all dialogs have in common: a panel over the page, the line of keys, and keys answered in their order.

Textual hands keys to the focused widget, which has a queue of its own: what is typed before a dialog stands, or right
before enter, may be lost or overtaken there. So nothing in a dialog is focused. Every key waits in the dialog's queue,
which holds them from the moment it is pushed; the dialog answers its own keys and gives the others to the line that is
being written. Keys that wait when another screen has come on top, or when the dialog is done, are handed on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.excerpt import opening
from tui.app.keymap import PALETTE_KEY
from tui.app.widgets.keyline import KeyLine
from tui.app.wording import one_line

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.app.screens.asking.fields import Line, Pad

Answer = TypeVar("Answer")

_EDGES = 4
"""Columns of the panel's border and of the blanks beside it."""

_FRAME = 3
"""Rows that are no part of the panel's contents: its border and the line of keys."""


class AskingScreen(ModalScreen[Answer], inherit_bindings=False):
    """A dialog. Closes with its answer, or with None."""

    ALLOW_SELECT = False
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    AskingScreen {
        align: center middle;
        overflow: hidden;
        background: $page 60%;
        & #panel {
            max-width: 100%; height: auto; max-height: 100%;
            border: round $rule; border-title-color: $ink; border-title-style: bold;
            background: $page; color: $ink; padding: 0 1;
        }
        & #panel > Static { width: 100%; height: auto; }
        & .asking--quiet { color: $quiet-ink; }
        & .asking--said { text-style: bold; }
        & KeyLine { dock: bottom; }
        &:ansi .asking--quiet { text-style: dim; }
    }
    """

    other_rows: ClassVar[int] = 0
    """Rows of the panel beside the part that gives way where there is little room."""
    panel_width: ClassVar[int] = 84
    """Columns of the panel, where there is room for them."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._titled = title
        self.field: Line | Pad | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        """The panel and the line of keys."""
        panel = Vertical(id="panel")
        panel.styles.width = self.panel_width
        panel.border_title = Content(" ".join(self._titled.split()))
        with panel:
            yield from self.parts()
        yield KeyLine()

    def parts(self) -> ComposeResult:
        """What stands in the panel, from the top."""
        yield from ()

    def on_resize(self) -> None:
        """Use the room there is."""
        self.fit()

    def fit(self) -> None:
        """Use the room there is: `room` rows and `columns` columns."""

    @property
    def columns(self) -> int:
        """Columns for what stands in the panel."""
        return max(1, min(self.panel_width, self.size.width) - _EDGES)

    @property
    def room(self) -> int:
        """Rows for the part of the panel that gives way."""
        return max(1, self.size.height - _FRAME - self.other_rows)

    def shortened(self, words: str, rows: int) -> str:
        """Words on so many rows of the panel at most, with the sign that others follow."""
        # A word may not fit at the end of a row.
        return opening(one_line(words), rows * self.columns - (rows - 1) * self.columns // 4)

    def say(self, said: str) -> None:
        """Say something in the line kept for it, in the reader's own words or with those of an article."""
        self._said = said
        self.query_one("#said", Static).update(Content(said))

    @property
    def said(self) -> str:
        """What is being said."""
        return self._said

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """The keys that the app doesn't get while the dialog is open: it has no commands for the palette to list."""
        return key in PALETTE_KEY.keys.split(",")

    async def on_key(self, event: events.Key) -> None:
        """Answer a key, or have it written; hand it on if the dialog is not, or no longer, on top."""
        event.stop()
        event.prevent_default()
        if not self.is_active:
            self.app.post_message(Key(event.key, event.character))
            return
        active = self.active_bindings.get(event.key)
        # Whatever keys the settings give a dialog, letters can be written.
        writes = event.is_printable and self.field is not None
        if active is not None and active.node is self and not writes:
            await self.run_action(active.binding.action)
        elif not await self.take(event) and self.field is not None:
            await self.field.take(event)
            self.typed()

    def on_paste(self, event: events.Paste) -> None:
        """Write what is pasted."""
        event.stop()
        event.prevent_default()
        if self.field is not None and self.is_active:
            self.field.put(event.text)
            self.typed()

    async def take(self, event: events.Key) -> bool:  # noqa: ARG002
        """Answer a key that has no binding; whether it was answered."""
        return False

    def typed(self) -> None:
        """Something may have been written."""

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
