"""A question with two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.keys import ASK_KEYS, bindings_of
from tui.app.screens.asking.rows import Row, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class AskScreen(AskingScreen[bool]):
    """Closes with True or False, or with None on escape."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(ASK_KEYS)
    DEFAULT_CSS = """
    AskScreen {
        & #panel { padding: 1 2; }
        & Rows { margin: 1 0 0 0; }
    }
    """

    panel_width = 60

    def __init__(self, question: str, yes: str = "Yes", no: str = "No", *, default: bool = False) -> None:
        super().__init__("")
        self._question = question
        self._rows = Rows([Row(("y", yes)), Row(("n", no))], lit=0 if default else 1)

    def parts(self) -> ComposeResult:
        """The question and both answers."""
        yield Static(self._question, markup=False)
        yield self._rows

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """What is asked may be what to do with a note: the program isn't quit over it."""
        return key == "ctrl+q" or super().check_consume_key(key, character)

    def action_answer(self, answer: bool) -> None:
        """Close with this answer."""
        self.dismiss(answer)

    def action_choose(self) -> None:
        """Close with the answer that is lit."""
        self.dismiss(self._rows.lit == 0)

    def action_other(self) -> None:
        """Light the other answer."""
        self._rows.light(1 - self._rows.lit)

    def on_rows_lit(self) -> None:
        """A click on an answer gives it."""
        self.action_choose()

    def on_rows_chosen(self) -> None:
        """So does one on the answer that is lit."""
        self.action_choose()
