"""The dialog that asks who said something."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static
from textual.widgets.input import Selection

from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.fields import Line
from tui.app.screens.asking.keys import SPEAKER_KEYS, bindings_of
from tui.app.screens.asking.rows import Row, Rows
from tui.app.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

NOBODY = "nobody is named"
_HOW = "Type a name, or choose one with ↓"
_EMPTY = f"No name is written: type one, or choose “{NOBODY}” with ↓"
_WORDS_ROWS = 2


class SpeakerScreen(AskingScreen[str]):
    """Closes with a name, with "" where nobody is named, or with None where it stays as it was.

    That nobody is named is a line of its own, so that enter on an empty line changes nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SPEAKER_KEYS)
    DEFAULT_CSS = """
    SpeakerScreen {
        & #about { max-height: 2; margin: 0 0 1 0; }
    }
    """
    other_rows = _WORDS_ROWS + 3

    def __init__(self, words: str, speaker: str, known: Sequence[str]) -> None:
        super().__init__("Who said it?")
        self._words = words
        self._before = one_line(speaker)
        self._known = tuple(dict.fromkeys(one_line(name) for name in known if name.strip()))
        self.names = self._known
        self._typed = self._before
        self.line = Line(self._before, placeholder="type a name")
        self.field = self.line
        self.listing = Rows()
        # Who types a name means it to stand instead of the one that was read.
        self.line.selection = Selection(0, len(self._before))
        self._list_anew()

    def _list_anew(self) -> None:
        self.listing.offer([*(Row((name,)) for name in self.names), Row((f"({NOBODY})",))])
        self.listing.unlight()

    def parts(self) -> ComposeResult:
        """The words, the name, the names there are, and what to do."""
        yield Static("", id="about", classes="asking--quiet", markup=False)
        yield self.line
        yield self.listing
        yield Static(_HOW, id="said", classes="asking--quiet", markup=False)

    def fit(self) -> None:
        """Give the list what room there is."""
        self.query_one("#about", Static).update(Content(self.shortened(self._words, _WORDS_ROWS)))
        self.listing.styles.max_height = self.room

    def typed(self) -> None:
        """Show the names that have these words, unless only the cursor moved."""
        if self.line.value == self._typed:
            return
        self._typed = self.line.value
        terms = self._typed.casefold().split()
        self.names = tuple(name for name in self._known if all(term in name.casefold() for term in terms))
        self._list_anew()
        self.say(_HOW)

    def action_move(self, step: int) -> None:
        """Up or down by names; above the first is the line that is being written."""
        if self.listing.lit + step < 0:
            self.listing.unlight()
        else:
            self.listing.move(step)

    def action_move_pages(self, pages: int) -> None:
        """Up or down by pages."""
        self.listing.move_pages(pages)

    def action_choose(self) -> None:
        """Close with the name that is lit, or else with what is written."""
        if self.listing.lit < 0 and not self.line.value.strip():
            self.say(_EMPTY)
            return
        lit = self.listing.lit
        name = one_line(self.line.value) if lit < 0 else self.names[lit] if lit < len(self.names) else ""
        self.dismiss(None if name == self._before else name)

    def on_rows_chosen(self) -> None:
        """A second click on a name chooses it."""
        self.action_choose()
