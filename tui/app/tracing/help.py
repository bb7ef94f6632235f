"""The help of the table of statements: what it is for, its signs and its keys."""

from __future__ import annotations

from tui.app.screens.asking.explaining import ExplainingScreen
from tui.app.screens.asking.rows import Row
from tui.app.tracing.cells import SIGNS_TOLD
from tui.app.tracing.keys import STATEMENTS_KEYS

_ABOUT = (
    "A line for each statement, a column for each article.",
    "All are compared with the longest version that any of them prints; that one is not taken for the original.",
    "Enter opens the lit article beside the longest version, at these words. Bold is grave under strict rules.",
)


class StatementsHelp(ExplainingScreen):
    """Explains the table."""

    def __init__(self) -> None:
        about = [Row((words,)) for words in _ABOUT]
        keys = [Row((key.told, key.help)) for key in STATEMENTS_KEYS if key.told]
        super().__init__("Statements", [*about, *map(Row, SIGNS_TOLD), *keys])
