"""Lines for a terminal: what may be shown, how wide it is, and where it breaks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wcwidth import wcswidth

from tui.layout import clusters

if TYPE_CHECKING:
    from collections.abc import Iterator

NARROWEST = 20
"""No report is wrapped closer than this, whatever width is asked for."""

_LONGEST_MEASURED = 1000
"""Characters that are measured at once; a longer string is measured a character, as a reader sees them, at a time."""


@lru_cache(maxsize=4096)
def cell_width(text: str) -> int:
    """Cells that a string takes in a terminal; never negative."""
    if text.isascii():
        return len(text)
    if len(text) <= _LONGEST_MEASURED:
        return max(0, wcswidth(text))
    # wcwidth counts back over a row of flags for each of them.
    return sum(max(0, wcswidth(text[low:high])) for low, high in clusters(text, 0, len(text)))


def harmless(text: str) -> str:
    """A name from outside as one line to show: controls, overrides and line ends become one blank."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def wrap(text: str, width: int, *, indent: str = "", first: str | None = None) -> list[str]:
    """Break a sentence at its blanks.

    Args:
        text: Words between blanks.
        width: Cells a line may take, indent included; 0 for a single line however long.
        indent: What every line begins with.
        first: What the first line begins with instead; as many cells as `indent`.

    Returns:
        The lines; one for an empty text.
    """
    head = indent if first is None else first
    if width <= 0:
        return [head + text]
    room = max(NARROWEST, width) - cell_width(indent)
    lines = _fill(text.split(" "), max(2, room))
    return [(head if number == 0 else indent) + line for number, line in enumerate(lines)]


def clip(text: str, width: int) -> str:
    """The text, or its beginning and an ellipsis where it takes more than `width` cells."""
    return text if cell_width(text) <= width else _beginning(text, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """The text and as many blanks as it wants to `width` cells."""
    return text + " " * (width - cell_width(text))


def _fill(words: list[str], room: int) -> list[str]:
    lines: list[str] = []
    line, taken = "", 0
    for word in words:
        rest, cells = word, cell_width(word)
        if line and taken + 1 + cells <= room:
            line, taken = f"{line} {rest}", taken + 1 + cells
            continue
        if line:
            lines.append(line)
        if cells > room:
            *pieces, rest = _pieces(rest, room)
            lines += pieces
            cells = cell_width(rest)
        line, taken = rest, cells
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word too wide for a line, cut between what a reader sees as characters."""
    start = taken = 0
    for low, high in clusters(word, 0, len(word)):
        cells = cell_width(word[low:high])
        if low > start and taken + cells > room:
            yield word[start:low]
            start, taken = low, 0
        taken += cells
    yield word[start:]


def _beginning(text: str, width: int) -> str:
    """As many characters from the beginning as `width` cells hold, at least one."""
    return next(_pieces(text, max(1, width)))
