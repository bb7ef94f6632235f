"""The library's help: what it is for, its shades and its keys."""

from __future__ import annotations

from tui.app.library.keys import LIBRARY_KEYS
from tui.app.screens.asking.explaining import ExplainingScreen
from tui.app.screens.asking.rows import Row

_SHADES = (
    ("·", "two articles share less than one part in a hundred"),
    ("░", "less than a tenth"),
    ("▒", "less than three tenths"),
    ("▓", "less than six tenths"),
    ("█", "more: versions of one article, or one taken from the other"),
    ("╲", "the article itself"),
)
_ABOUT = (
    "Choose an article with enter, then its partner: the likeliest stands first. A file dropped here is added.",
    "A share is how much of an article's words the other one has; the reader tells the same figure.",
    "With ≈, and as a shade, it is a quick estimate, by words and runs of words that few others have.",
)


class LibraryHelp(ExplainingScreen):
    """Explains the library."""

    def __init__(self) -> None:
        about = [Row((words,)) for words in _ABOUT]
        super().__init__(
            "The library", [*about, *map(Row, _SHADES), *(Row((key.told, key.help)) for key in LIBRARY_KEYS)]
        )
