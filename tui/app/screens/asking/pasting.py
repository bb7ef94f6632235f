"""The box in which an article is named or its text is pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.widgets import Static

from tui.app.library.keys import PASTE_KEYS
from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.fields import Pad
from tui.app.screens.asking.keys import bindings_of
from tui.article.dropped import sources_in

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

_MOST_ROWS = 12
"""Rows of the pad, where there is room for them."""

_SENTENCE = 12
"""Words on one line that are an article's text rather than the name of a file."""

_HOW = "A file, a folder or an address, typed or dropped, then enter; or an article's text, then ctrl s"
_NOTHING = "Nothing is written yet"
_NO_FILE = "There is no such file, and this is no address; for an article's text paste all of it"


class Pasted(NamedTuple):
    """What came of it: sources to read, or the text of an article."""

    sources: tuple[str, ...] = ()
    text: str = ""


class PastingScreen(AskingScreen[Pasted]):
    """Closes with what is to be added, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PASTE_KEYS)
    DEFAULT_CSS = """
    PastingScreen {
        & #said { max-height: 2; margin: 1 0 0 0; }
    }
    """
    other_rows = 3

    def __init__(self) -> None:
        super().__init__("Add an article")
        self.pad = Pad("")
        self.field = self.pad

    def parts(self) -> ComposeResult:
        """Where one writes, and what to do."""
        yield self.pad
        yield Static(_HOW, id="said", classes="asking--quiet", markup=False)

    def fit(self) -> None:
        """Give the pad what room there is."""
        self.pad.styles.height = min(_MOST_ROWS, self.room)

    def typed(self) -> None:
        """What was said is of what stood there before."""
        self.query_one("#said", Static).update(Content(_HOW))

    async def take(self, event: events.Key) -> bool:
        """Enter ends a line that names something; in a text it begins another one."""
        told = self.pad.text.strip()
        if event.key != "enter" or "\n" in told or len(told.split()) >= _SENTENCE:
            return False
        self.action_add()
        return True

    def action_add(self) -> None:
        """Close with what is written."""
        told = self.pad.text.strip()
        sources = sources_in(told)
        if sources:
            self.dismiss(Pasted(sources=sources))
        elif "\n" in told or len(told.split()) >= _SENTENCE:
            self.dismiss(Pasted(text=told))
        else:
            self.say(_NO_FILE if told else _NOTHING)
