"""An article's words as they are drawn: nothing in them hides what stands after it."""

from __future__ import annotations

from rich.cells import cell_len

from tui.article.clean import REPLACEMENT
from tui.text import lazily

_PICTURES = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
_ON_PICTURES = "\ufe0f\u20e3\U000e0020-\U000e007f"

# What measures text here takes the character after a joiner for a part of the one before it, whatever it is. Only
# pictures are: between letters and blanks terminals show what stands there.
_LOOSE_JOINER = lazily(f"(?<![{_PICTURES}{_ON_PICTURES}])\u200d|\u200d(?![{_PICTURES}])")


_KEPT = frozenset("\u00ad\u200c\u200d")
"""Characters that aren't seen, but by which some languages are spelled."""


def drawn(text: str) -> str:
    """The characters to draw for a text: joiners stay only between pictures."""
    return _LOOSE_JOINER().sub("", text) if "\u200d" in text else text


def harmless(name: str) -> str:
    """The name of a file, folder or address on one line; what would move the cursor, turn words round or hide is �."""
    return "".join(char if char.isprintable() or char in _KEPT else REPLACEMENT for char in " ".join(name.split()))


def cells(text: str) -> int:
    """Cells that a text takes when it is drawn."""
    return cell_len(drawn(text))
