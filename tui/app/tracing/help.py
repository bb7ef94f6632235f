"""The help of the table of statements: what it is for, its signs and its keys."""

from __future__ import annotations

from tui.app.screens.asking.explaining import ExplainingScreen
from tui.app.screens.asking.rows import Row
from tui.app.tracing.cells import SIGNS_TOLD
from tui.app.tracing.keys import STATEMENTS_KEYS

_ABOUT = (
    "Each line is a statement, each column an article of the library.",
    "Every article is compared with the longest version of a statement that any prints;",
    "that one is not taken for the original. Bold is grave under strict rules.",
    "Enter opens the lit article beside that with the longest version.",
)


class StatementsHelp(ExplainingScreen):
    """Explains the table."""

    def __init__(self) -> None:
        about = [Row(("", words)) for words in _ABOUT]
        keys = [Row((key.told, key.help)) for key in STATEMENTS_KEYS]
        super().__init__("Statements", [*about, *map(Row, SIGNS_TOLD), *keys])
