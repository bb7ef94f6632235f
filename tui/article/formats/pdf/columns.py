"""In which order the lines of a page are read: across the page, then down its columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from tui.article.formats.joining import join_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article.formats.pdf.model import Line

_FEWEST = 3  # lines in a column
_NARROWEST = 12  # letters in most lines of a column; a table has less
_NARROWEST_POINTS = 40  # of a column's width
_MOST_GUTTERS = 40  # tried on one page
_HEADING = 1.15  # times the usual size
_HEADING_PITCH = 1.7  # times the size, from line to line
_DEEPEST = 8  # columns in columns


def reading_order(lines: Sequence[Line], deep: int = 0) -> list[list[Line]]:
    """The regions of a page in reading order, each with its lines from top to bottom."""
    split = _best_split(lines) if len(lines) >= 2 * _FEWEST and deep < _DEEPEST else None
    if split is None:
        return [_whole_lines(lines)] if lines else []
    regions: list[list[Line]] = []
    across: list[Line] = []
    for band in split.bands:
        if not band.columns:
            across.extend(band.lines)
            continue
        if across:
            regions.append(_whole_lines(across))
            across = []
        for column in (band.left, band.right):
            regions.extend(reading_order(column, deep + 1))
    if across:
        regions.append(_whole_lines(across))
    return regions


@dataclass(frozen=True, slots=True)
class _Band:
    """A part of the page between lines that go across.

    Attributes:
        left: Lines left of the gutter.
        right: Lines right of it.
        across: Lines that go across it.
        columns: Whether left and right are columns.
    """

    left: list[Line]
    right: list[Line]
    across: list[Line]
    columns: bool

    @property
    def lines(self) -> list[Line]:
        return [*self.left, *self.right, *self.across]


@dataclass(frozen=True, slots=True)
class _Split:
    bands: list[_Band]
    weight: int  # lines that stand in columns


def _best_split(lines: Sequence[Line]) -> _Split | None:
    best: _Split | None = None
    for gutter in _gutters(lines):
        split = _split_at(lines, gutter)
        if split.weight and (best is None or split.weight > best.weight):
            best = split
    return best


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Where lines begin, but for the leftmost; where most begin comes first."""
    starts: dict[int, list[float]] = {}
    for line in lines:
        starts.setdefault(round(line.x0 / 3), []).append(line.x0)
    leftmost = min(line.x0 for line in lines)
    found = sorted(starts.values(), key=lambda places: (-len(places), places[0]))
    return [min(places) for places in found if min(places) > leftmost + _NARROWEST_POINTS][:_MOST_GUTTERS]


def _split_at(lines: Sequence[Line], gutter: float) -> _Split:
    sides: list[tuple[Line, str]] = []
    usual = median(line.size for line in lines)
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        slack = 0.3 * line.size
        side = "left" if line.x1 <= gutter + slack else "right" if line.x0 >= gutter - slack else "across"
        if sides and sides[-1][1] == "across" and _ends_heading(sides[-1][0], line, usual):
            side = "across"
        sides.append((line, side))
    bands: list[_Band] = []
    held: dict[str, list[Line]] = {"left": [], "right": []}
    for line, side in sides:
        if side != "across":
            held[side].append(line)
            continue
        bands.extend(_band(held["left"], held["right"]))
        held = {"left": [], "right": []}
        bands.append(_Band([], [], [line], columns=False))
    bands.extend(_band(held["left"], held["right"]))
    return _Split(bands, sum(len(band.lines) for band in bands if band.columns))


def _ends_heading(above: Line, line: Line, usual: float) -> bool:
    """Whether a line is the short end of a heading that goes across."""
    large = line.size > _HEADING * usual and abs(line.size - above.size) <= 0.05 * line.size
    return large and line.top - above.top <= _HEADING_PITCH * line.size


def _band(left: list[Line], right: list[Line]) -> Iterator[_Band]:
    if left or right:
        yield _Band(left, right, [], columns=_are_columns(left, right))


def _are_columns(left: list[Line], right: list[Line]) -> bool:
    """Whether two columns stand beside each other; the last one may hold a few lines only."""
    if not left or not right:
        return False
    last = len(left) >= 2 * _FEWEST and max(map(_letters, right)) >= _NARROWEST
    return _is_column(left) and (_is_column(right) or last) and _beside(left, right)


def _is_column(lines: list[Line]) -> bool:
    return len(lines) >= _FEWEST and median(map(_letters, lines)) >= _NARROWEST


def _letters(line: Line) -> int:
    return len(line.text) * (2 if _is_wide(line) else 1)


def _is_wide(line: Line) -> bool:
    return line.letter > 0.8 * line.size


def _beside(left: list[Line], right: list[Line]) -> bool:
    """Whether the columns stand beside each other for the height of some lines, with a gutter between."""
    height = min(left[-1].bottom, right[-1].bottom) - max(left[0].top, right[0].top)
    size = median(line.size for line in (*left, *right))
    space = min(line.x0 for line in right) - sorted(line.x1 for line in left)[-1 - len(left) // 8]  # marks may hang out
    return height >= 0.8 * size and space >= 0.5 * size


def _whole_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines from top to bottom; pieces on one height become one line."""
    whole: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        if whole and _on_one_height(whole[-1][0], line):
            whole[-1].append(line)
        else:
            whole.append([line])
    return [_joined(sorted(pieces, key=lambda piece: piece.x0)) for pieces in whole]


def _on_one_height(first: Line, second: Line) -> bool:
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared > 0.6 * min(first.bottom - first.top, second.bottom - second.top)


def _joined(pieces: list[Line]) -> Line:
    if len(pieces) == 1:
        return pieces[0]
    longest = max(pieces, key=lambda piece: len(piece.text))
    return replace(
        longest,
        text=join_lines(piece.text for piece in pieces),
        x0=pieces[0].x0,
        x1=max(piece.x1 for piece in pieces),
        opening=pieces[0].opening,
        bold=all(piece.bold for piece in pieces),
        initial=pieces[0].initial,
    )
