"""The letters on a page become lines."""

# ruff: noqa: ANN401 - the library gives what it passes on no narrower type

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, Any

from pdfminer.layout import LAParams, LTAnno, LTChar, LTFigure, LTImage, LTLayoutContainer

from tui.article.formats.joining import parts_words, tidy
from tui.article.formats.pdf.letters import as_written
from tui.article.formats.pdf.model import Box, Line, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_NO_LETTER = re.compile(r"\(cid:(\d+)\)")
_BULLETS = frozenset({"127", "129", "141", "143", "144", "157"})  # what PDF prints for codes that Windows leaves free
_UPRIGHT = 0.1  # how far a letter may lean, as a share of its size
_SHADOW = 0.12  # how far from it a letter's shadow stands, as a share of its size
_INITIAL = 1.6  # how much larger than its line a letter must be to be an initial


def as_page(layout: LTLayoutContainer, number: int) -> Page:
    """The page in a layout of single letters, with its number from 0."""
    letters: list[LTChar] = []
    pictures: list[Box] = []
    _gather(layout, letters, pictures, layout.height)
    upright = list(_upright_once(letters))
    pieces = layout.group_objects(LAParams(), upright) if upright else ()
    lines = []
    for piece in pieces:
        piece.analyze(LAParams())
        line = _line(list(piece), layout.height, number)
        if line:
            lines.append(line)
    return Page(layout.width, layout.height, tuple(lines), tuple(pictures))


def _gather(container: Any, letters: list[LTChar], pictures: list[Box], height: float) -> None:
    for item in container:
        if isinstance(item, LTChar):
            letters.append(item)
        elif isinstance(item, LTImage):
            pictures.append(Box(item.x0, item.x1, height - item.y1, height - item.y0))
        elif isinstance(item, LTFigure):
            _gather(item, letters, pictures, height)


def _upright_once(letters: list[LTChar]) -> Iterator[LTChar]:
    """Letters that stand upright, and once where shadows or false bold print them twice."""
    seen: set[tuple[str, float, int, int, int]] = set()
    for letter in letters:
        a, b, c, d, _, _ = letter.matrix
        if a <= 0 or d <= 0 or abs(b) > _UPRIGHT * a or abs(c) > 0.5 * d:
            continue
        places = set(_places(letter))
        if letter.get_text().isspace() or seen.isdisjoint(places):
            seen |= places
            yield letter


def _places(letter: LTChar) -> Iterator[tuple[str, float, int, int, int]]:
    """The cells of four grids that a letter stands in; of two that nearly meet, one cell is the same."""
    cell = max(round(_SHADOW * letter.size, 2), 0.01)
    for grid in range(4):
        x, y = letter.x0 / cell + 0.5 * (grid % 2), letter.y0 / cell + 0.5 * (grid // 2)
        yield letter.get_text(), cell, grid, round(x), round(y)


def _line(items: list[Any], height: float, number: int) -> Line | None:
    letters = [item for item in items if isinstance(item, LTChar) and not item.get_text().isspace()]
    if not letters:
        return None
    size = median(letter.size for letter in letters)
    usual = [letter for letter in letters if abs(letter.size - size) <= 0.1 * size] or letters
    initial = len(letters) > 2 and letters[0].size > _INITIAL * size
    words = tidy(as_written(_words(items)))
    if not words:
        return None
    return Line(
        words,
        min(letter.x0 for letter in usual),
        max(letter.x1 for letter in letters),
        height - median(letter.y1 for letter in usual),
        height - median(letter.y0 for letter in usual),
        size,
        _opening(items),
        bold=sum(_BOLD.search(letter.fontname) is not None for letter in letters) * 10 >= len(letters) * 9,
        page=number,
        initial=initial,
    )


def _words(items: list[Any]) -> str:
    """The letters of a line; spaces that aren't printed are only taken for such where words are parted by them."""
    pieces: list[str] = []
    for index, item in enumerate(items):
        text = _shown(item)
        guessed = isinstance(item, LTAnno) and text == " " and 0 < index < len(items) - 1
        if not guessed or parts_words(_shown(items[index - 1])[-1:], _shown(items[index + 1])[:1]):
            pieces.append(text)
    return "".join(pieces)


def _shown(item: LTChar | LTAnno) -> str:
    unknown = _NO_LETTER.fullmatch(item.get_text())
    if unknown is None:
        return item.get_text()
    return "•" if unknown[1] in _BULLETS else "\ufffd"


def _opening(items: list[Any]) -> float:
    """The width of the first word."""
    word: list[LTChar] = []
    for item in items:
        if not item.get_text().isspace() and isinstance(item, LTChar):
            word.append(item)
        elif word:
            break
    return word[-1].x1 - word[0].x0 if word else 0.0
