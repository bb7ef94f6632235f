"""Paragraphs broken into lines by cell width; lines are offsets, so nothing of the text is copied or lost."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.text import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tui.article import Article

    CellWidth = Callable[[str], int]

_BREAKING = " \t\n\r\v\f\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
_WORD = re.compile(f"[^{_BREAKING}]+")
_UNEVEN = re.compile(f"[{_BREAKING.replace(' ', '', 1)}]| [{_BREAKING}]")
_SPACE = re.compile(f"[{_BREAKING}]")
_BULLET = re.compile(r"(?:[•‣◦▪●○·*–—-]|\d{1,2}[.)])\s")

# One cell each, whoever measures: nearly every European article goes the quick way.
_NARROW = re.compile(
    r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03a1\u03a3-\u0482\u048a-\u052f‘’‚“”„–—…•‹›€]*"
)

_IDEOGRAPH = (
    "\u2e80-\u2fdf\u3041-\u309f\u30a0-\u30ff\u3105-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_OPENING = "「『（〔［｛〈《【"
_CLOSING = "、。，．：；！？」』）〕］｝〉》】”’ー々・…"
_PIECE = lazily(
    rf"[{_OPENING}“‘]*[{_IDEOGRAPH}][\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*[{_CLOSING}]*"
    rf"|[{_OPENING}]*[^{_IDEOGRAPH}{_OPENING}—]+(?:—+[”’\"')\]»]*)?|[{_OPENING}—]+"
)
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class _Measure:
    """The pieces of a paragraph between which a line may break, and where they lie in cells.

    Attributes:
        starts: First code point of each piece.
        ends: One past its last.
        edges: Cells from the paragraph's beginning to the piece.
        tails: The same to its end.
        forced: Pieces that always begin a line (bullets).
    """

    starts: array[int]
    ends: array[int]
    edges: array[int]
    tails: array[int]
    forced: tuple[int, ...]


def shown(text: str, start: int, end: int) -> str:
    """What a reader sees of `text[start:end]`: any run of white space is one blank.

    Runs are judged in the whole text, so the pieces of a line put together are the line.
    """
    if _UNEVEN.search(text, max(0, start - 1), end) is None:
        return text[start:end]
    out = []
    for at in range(start, end):
        if _SPACE.match(text[at]) is None:
            out.append(text[at])
        elif at == 0 or _SPACE.match(text[at - 1]) is None:
            out.append(" ")
    return "".join(out)


def wrap_article(
    article: Article, width: int, cell_width: CellWidth, breaks: Mapping[int, Sequence[int]] | None = None
) -> tuple[array[int], array[int], array[int], array[int]]:
    """Break every paragraph into lines of at most `width` cells.

    Args:
        article: The article.
        width: Cells a line may take, at least 2 (some characters take two).
        cell_width: Cells that a string takes; it must not be negative for text without controls.
        breaks: By paragraph, the code points inside it that begin a line whatever stands before them, in order.

    Returns:
        First code points, ends and paragraphs of all lines, and the first line of each paragraph.

    Raises:
        ValueError: If the width is less than 2.
    """
    if width < 2:
        raise ValueError("a line needs at least two cells")
    starts, ends, owners, firsts = array("l"), array("l"), array("l"), array("l")
    text = article.text
    for index, measure in enumerate(_measures(article, cell_width)):
        paragraph = article.paragraphs[index]
        firsts.append(len(starts))
        if breaks and index in breaks:
            for start, end in pairwise([paragraph.start, *breaks[index], paragraph.end]):
                end = start + len(text[start:end].rstrip())
                part = _measure(text, start, end, cell_width)
                if part is None:
                    _wrap_narrow(text, start, end, width, starts, ends)
                else:
                    _wrap_measured(text, part, width, cell_width, starts, ends)
        elif measure is None:
            _wrap_narrow(text, paragraph.start, paragraph.end, width, starts, ends)
        else:
            _wrap_measured(text, measure, width, cell_width, starts, ends)
        owners.extend([index] * (len(starts) - len(owners)))
    return starts, ends, owners, firsts


@lru_cache(maxsize=8)
def _measures(article: Article, cell_width: CellWidth) -> tuple[_Measure | None, ...]:
    """Per paragraph its measure, or None where a character is a cell. Kept, because resizing asks again."""
    return tuple(_measure(article.text, item.start, item.end, cell_width) for item in article.paragraphs)


def _measure(text: str, start: int, end: int, cell_width: CellWidth) -> _Measure | None:
    narrow = _NARROW.fullmatch(text, start, end)
    if narrow is not None and "  " not in narrow.group():
        return None
    measure = _Measure(array("l"), array("l"), array("l"), array("l"), ())
    forced: list[int] = []
    cells, before = 0, start
    for word in _WORD.finditer(text, start, end):
        gap = text[before : word.start()]
        if "\n" in gap and _BULLET.match(text, word.start(), end):
            forced.append(len(measure.starts))
        cells += bool(gap)
        for piece in _PIECE().finditer(text, word.start(), word.end()):
            measure.starts.append(piece.start())
            measure.ends.append(piece.end())
            measure.edges.append(cells)
            cells += cell_width(piece.group())
            measure.tails.append(cells)
        before = word.end()
    return _Measure(measure.starts, measure.ends, measure.edges, measure.tails, tuple(forced))


def _wrap_narrow(text: str, at: int, end: int, width: int, starts: array[int], ends: array[int]) -> None:
    while end - at > width:
        limit = at + width
        cut = max(text.rfind(" ", at + 1, limit + 1), _after_dash(text, at, limit))
        if cut <= at:
            cut = limit
        starts.append(at)
        ends.append(cut)
        at = cut + (text[cut] == " ")
    starts.append(at)
    ends.append(end)


def _after_dash(text: str, at: int, limit: int) -> int:
    """The last place up to `limit` where a long dash ends and a word follows, or 0."""
    dash = text.rfind("—", at, limit)
    while dash >= at and not (text[dash + 1].isalnum() or text[dash + 1] in "“‘«("):
        dash = text.rfind("—", at, dash)
    return dash + 1


def _wrap_measured(
    text: str, measure: _Measure, width: int, cell_width: CellWidth, starts: array[int], ends: array[int]
) -> None:
    bounds = (*measure.forced, len(measure.starts))
    first = 0
    for bound in bounds:
        while first < bound:
            at, cells = measure.starts[first], measure.edges[first]
            if measure.tails[first] - cells > width:
                chunks = _chunks(text, at, measure.ends[first], width, cell_width)
                for cut, following in pairwise(chunks):
                    starts.append(cut[0])
                    ends.append(following[0])
                at, rest = chunks[-1]
                cells = measure.tails[first] - rest
            after = bisect_right(measure.tails, cells + width, first, bound)
            after = max(after, first + 1)
            starts.append(at)
            ends.append(measure.ends[after - 1])
            first = after


def _chunks(text: str, start: int, end: int, width: int, cell_width: CellWidth) -> list[tuple[int, int]]:
    """A word too long for a line: where each of its lines begins, and the cells it takes there."""
    chunks = [(start, 0)]
    for low, high in clusters(text, start, end):
        cells = cell_width(text[low:high])
        begin, taken = chunks[-1]
        if taken and taken + cells > width:
            chunks.append((low, cells))
        else:
            chunks[-1] = (begin, taken + cells)
    return chunks


def clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of `text[start:end]` that are one character to a reader, as ranges."""
    low, flags = start, 0
    for at in range(start, end):
        char = text[at]
        flag = "\U0001f1e6" <= char <= "\U0001f1ff"
        second_flag = flag and flags % 2 == 1
        flags = flags + 1 if flag else 0
        if at > low and not (
            second_flag or _extends(char) or (text[at - 1] == _JOINER and not (flag or _is_wide_letter(char)))
        ):
            yield low, at
            low = at
    if low < end:
        yield low, end


def _is_wide_letter(char: str) -> bool:
    """Whether a letter takes two cells and is never joined to what stands before it."""
    return char >= "\u1100" and char.isalpha()


def _extends(char: str) -> bool:
    if char < "\u0300":
        return False
    return (
        char in {_JOINER, "\u200c"}
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
        or "\u1160" <= char <= "\u11ff"
        or unicodedata.category(char).startswith("M")
    )
