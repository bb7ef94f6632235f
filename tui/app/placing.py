"""What is drawn stays in its columns, whatever a terminal makes of it.

Terminals disagree on how wide a family emoji, a heart or a Hindi word is, so that whatever follows one of them on a row
would stand elsewhere in each. Here every such run is followed by the column in which the next character belongs. A
terminal that puts Hebrew and Arabic into reading order does so over a whole row, both articles and the frame between
them; a letter that nobody sees ends what it may turn round. And whatever it comes from, nothing drawn is a control.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App
from textual.filter import LineFilter

from tui.article.clean import REPLACEMENT, clean
from tui.layout import clusters
from tui.text import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.color import Color
    from textual.driver import Driver

BARRIER = "\u2800"
"""Looks like a blank and counts as a letter that is read from left to right."""

HIGHEST = 4
"""Marks that are drawn over and under a letter: no language needs as many, and a tower covers the lines around it."""

_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"

# Characters of which every terminal makes as many cells, and none that joins another: nearly every frame has no others.
_ONE_EACH = "\x00-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff"
_SIGNS = "\u2010-\u2027\u2030-\u203b\u20a0-\u20bf\u2190-\u22ff\u2500-\u25cf\u2800-\u28ff"
_EAST_ASIAN = (
    "\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9d\uffe0-\uffe6\ufffd"
)
_PLAIN = f"{_ONE_EACH}{_SIGNS}{_EAST_ASIAN}\ufffd"

# And these: letters and the marks on them, which are measured alike, but need something else.
_LETTERS = "\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46"
_ON_LETTERS = "\u0300-\u034e\u0350-\u036f\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"

_UNUSUAL = re.compile(f"[^{_PLAIN}]")
_DISPUTED = lazily(rf"[^\x00- ]?[^{_PLAIN}{_LETTERS}{_ON_LETTERS}]+")
_TOWER = lazily(f"([{_MARKS}]{{{HIGHEST}}})[{_MARKS}]+")
_TURNED = lazily(f"[{_RIGHT_TO_LEFT}]")
_WIDE_GAP = lazily(" (?:(?= *│)| +)")
_JOINED = lazily(r"[^\s\u200d\ufe0f](?:\ufe0f\u20e3?|[\U0001f3fb-\U0001f3ff]|\u200d[^\s\u200d\ufe0f])+")
_TOKEN = lazily(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H|(?P<style>\x1b\[[\d;:]*m)"
    r"|(?P<other>\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[^\[\]]?|[\x00-\x1a\x1c-\x1f]+)"
    r"|(?P<text>[^\x00-\x1f]+)"
)


# What measures text here gives none of these a cell, so rows are as long without them; a surrogate has one.
_CONTROLS = lazily("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_SURROGATES = lazily("[\ud800-\udfff]")


class _Piece(NamedTuple):
    """Something written: words at a column that is known, or anything else."""

    written: str
    column: int | None


def placed(data: str) -> str:
    """What is written to a terminal, so that every terminal shows it in the same columns.

    Args:
        data: Text with its controls, as it would be written.

    Returns:
        The same, with places after what is measured differently and barriers after what is read from the right.
    """
    if _UNUSUAL.search(data) is None:
        return data
    written: list[str] = []
    row: list[_Piece] = []
    column: int | None = None
    for found in _TOKEN().finditer(data):
        text = found["text"]
        if text is not None:
            row.append(_Piece(text, column))
            column = None if column is None else column + cell_len(text)
            continue
        row.append(_Piece(found.group(), None))
        if found["style"] is None:
            written += _row(row)
            row = []
            column = int(found["column"]) - 1 if found["column"] else None
    return "".join([*written, *_row(row)])


class Picture(Segment):
    """Characters that are one picture, which nothing cuts: where only a half of it has room, there is a blank."""

    def split_cells(self, cut: int) -> tuple[Segment, Segment]:
        """What stands before and after a cell, as long as it says."""
        rest = self.cell_length - cut
        if rest <= 0:
            return self, Segment("", self.style)
        return Segment(" " * cut, self.style), Segment(" " * rest, self.style)


class Harmless(LineFilter):
    """Takes from what any widget draws whatever a terminal would obey, and what turns round the words after it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The same row without them."""
        if all(text.isprintable() and "\ufe0f" not in text for text, _, control in segments if not control):
            return segments
        return [part for segment in segments for part in ([segment] if segment.control else _harmless(segment))]


def _harmless(segment: Segment) -> Iterator[Segment]:
    """Words to draw; pictures made of several characters by themselves."""
    text = _SURROGATES().sub(REPLACEMENT, _CONTROLS().sub("", segment.text))
    done = 0
    for found in _JOINED().finditer(text):
        if done < found.start():
            yield Segment(text[done : found.start()], segment.style)
        yield Picture(found.group(), segment.style)
        done = found.end()
    if done < len(text) or not text:
        yield Segment(text[done:], segment.style)


class SafeApp(App[None]):
    """An application in which nothing that is drawn can harm the terminal or leave its columns."""

    def get_driver_class(self) -> type[Driver]:
        """The terminal's driver, which keeps columns."""
        return placing(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every row passes through."""
        return [*super().get_line_filters(), _HARMLESS]

    def copy_to_clipboard(self, text: str) -> None:
        """Copy words; pasted into a terminal, they are nothing else there either."""
        super().copy_to_clipboard(clean(text))


_HARMLESS = Harmless()


def placing(driver: type[Driver]) -> type[Driver]:
    """The same driver, but what it draws stays in its columns."""

    class PlacingDriver(driver):  # type: ignore[misc, valid-type]
        """Writes places where terminals measure differently."""

        def write(self, data: str) -> None:
            """Write to the terminal."""
            super().write(placed(data))

    return PlacingDriver


def _row(pieces: list[_Piece]) -> Iterator[str]:
    """What is written of a row, or of a part of it."""
    words = "".join(piece.written for piece in pieces if piece.column is not None)
    if _UNUSUAL.search(words) is None:
        yield from (piece.written for piece in pieces)
        return
    ends = [piece.column + cell_len(piece.written) for piece in pieces if piece.column is not None]
    edge = max(ends)
    barred, at = _barred(words), 0
    for piece in pieces:
        if piece.column is None:
            yield piece.written
            continue
        text = barred[at : at + len(piece.written)]
        at += len(text)
        yield from _text(_TOWER().sub(r"\1", text), piece.column, edge)


def _barred(words: str) -> str:
    """A row with a barrier after what is read from the right: where a wide gap begins, or the blank before a frame."""
    if _TURNED().search(words) is None:
        return words
    chars, since = list(words), 0
    for gap in _WIDE_GAP().finditer(words):
        if _TURNED().search(words, since, gap.start()):
            chars[gap.start()] = BARRIER
        since = gap.end()
    return "".join(chars)


def _text(text: str, column: int, edge: int) -> Iterator[str]:
    """Words on a row, with the column after each run of which terminals make more or fewer cells."""
    done = 0
    for found in _DISPUTED().finditer(text):
        yield text[done : found.start()]
        column += cell_len(text[done : found.start()])
        run, cells = found.group(), cell_len(found.group())
        done = found.end()
        if column + _widest(run) > edge:
            run = "".join(_unjoined(run))
        # The blanks: a terminal that makes fewer cells of it would leave there what stood there before.
        yield f"{' ' * cells}\x1b[{column + 1}G{run}\x1b[{column + cells + 1}G"
        column += cells
    yield text[done:]


@lru_cache(maxsize=1024)
def _widest(run: str) -> int:
    """The most cells that a terminal may make of it: every character by itself, and one for each that has no width."""
    # Only here: most articles have nothing of which terminals make more or fewer cells.
    from wcwidth import wcwidth

    return sum(max(1, wcwidth(char)) for char in run)


def _unjoined(run: str) -> Iterator[str]:
    """Of every picture its first part alone; what is spelled with letters stays."""
    for low, high in clusters(run, 0, len(run)):
        yield run[low] if not run[low].isalnum() else run[low:high]
