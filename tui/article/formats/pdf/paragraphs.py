"""Printed lines become paragraphs, by the space between them, their indents, their ends and their letters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from tui.article.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article.formats.pdf.model import Line

_INDENT = 0.6  # letters' sizes to the right that begin a paragraph
_FEW_STEPS = 8
_WIDEST_PITCH = 1.5  # times the size, where few lines tell how far they stand apart
_LARGER = 1.15  # letters so much larger than the rest belong to headings
_FLUSH = 0.5  # points by which lines that are spread to the edge may miss it
_OTHER_SIZE = 0.08  # share of the size by which letters of one paragraph may differ

_BULLET = re.compile(r"[•‣▪●◦■∙·]\s?|\*\s|[–-]\s|\(?\d{1,2}[.)]\s")
_CLEAR_BULLET = re.compile(r"[•‣▪●◦■∙]|\*\s")
_HYPHEN_END = re.compile(r"[^\W\d_][-\u2010\u00ad]\Z")


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph as printed.

    Attributes:
        lines: Its lines, perhaps from several columns and pages.
        indented: Whether its first line stands to the right of the others in its column.
        edge: Where lines of its last column end.
        justified: Whether most lines of that column end there exactly.
    """

    lines: tuple[Line, ...]
    indented: bool
    edge: float
    justified: bool

    @property
    def text(self) -> str:
        """Its last line's words, which tell whether it goes on."""
        return self.lines[-1].text

    @property
    def size(self) -> float:
        """The size of its letters."""
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether it is bold as a whole."""
        return all(line.bold for line in self.lines)


def usual_size(regions: Sequence[Sequence[Line]]) -> float:
    """The size of most letters of the document."""
    sizes: Counter[float] = Counter()
    for region in regions:
        for line in region:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def find_paragraphs(regions: Sequence[Sequence[Line]]) -> list[Printed]:
    """The paragraphs of a document, given its lines by regions in reading order."""
    usual = usual_size(regions)
    pitch = _usual_pitch(regions, usual)
    found: list[Printed] = []
    parts = [_Region(region, usual, pitch).paragraphs() for region in regions]
    indents = sum(part.indented for region in parts for part in region)
    style = indents * 3 >= sum(len(region) for region in parts)
    for region in parts:
        for place, part in enumerate(region):
            before = _goes_on(found, part, usual, indents=style) if place == 0 else None
            if before is None:
                found.append(part)
            else:
                earlier = found[before]
                found[before] = Printed((*earlier.lines, *part.lines), earlier.indented, part.edge, part.justified)
    return found


def _usual_pitch(regions: Sequence[Sequence[Line]], usual: float) -> float:
    found = [step for region in regions for step in _pitches(region, usual)]
    if len(found) < _FEW_STEPS:  # they may all be between paragraphs
        return min([*found, _WIDEST_PITCH * usual])
    return _low(found)


def _pitches(region: Sequence[Line], size: float) -> list[float]:
    """From each line to the next, where both have letters of this size."""
    return [
        after.top - before.top
        for before, after in pairwise(region)
        if _alike(before.size, size) and _alike(after.size, size) and after.top - before.top > 0.7 * size
    ]


def _low(steps: list[float]) -> float:
    return sorted(steps)[len(steps) // 4]


def _alike(size: float, other: float) -> bool:
    return abs(size - other) <= _OTHER_SIZE * max(size, other)


def _goes_on(found: Sequence[Printed], part: Printed, usual: float, *, indents: bool) -> int | None:
    """The paragraph that goes on in this one, the first of its column; None where it begins anew."""
    for index in range(len(found) - 1, max(-1, len(found) - 6), -1):
        earlier = found[index]
        if not _alike(earlier.size, part.size) or earlier.bold is not part.bold:
            continue
        if _CLEAR_BULLET.match(part.lines[0].text) or part.size > _LARGER * usual:
            return None
        if part.indented and indents:
            return None
        if _HYPHEN_END.search(earlier.text):
            return index
        spare = earlier.edge - earlier.lines[-1].x1
        if ends_sentence(earlier.text):
            return index if index == len(found) - 1 and earlier.justified and spare <= _FLUSH else None
        return index if spare < _room_for_next(part.lines[0]) else None
    return None


def _room_for_next(line: Line) -> float:
    """The width that the first word of a line would have taken on the line above."""
    if line.letter > 0.8 * line.size:
        return 2.5 * line.size  # a line of ideographs stays short only for a mark or two
    return line.opening + 0.3 * line.size


def _left_edge(lines: Sequence[Line]) -> float:
    """The leftmost place where lines begin again and again."""
    starts = Counter(round(line.x0 / 2) for line in lines)
    often = [start for start, times in starts.items() if times >= max(2, 0.15 * len(lines))]
    return min(line.x0 for line in lines if not often or round(line.x0 / 2) == min(often))


class _Region:
    """One column's lines, from top to bottom, on their way to paragraphs."""

    def __init__(self, lines: Sequence[Line], usual: float, pitch: float) -> None:
        self._lines = lines
        self._usual = usual
        own = _pitches(lines, usual)
        self._pitch = _low(own) if len(own) >= 6 else pitch
        self._left = _left_edge([line for line in lines if _alike(line.size, usual)] or lines)
        self._right = max(line.x1 for line in lines)
        flush = sum(self._right - line.x1 <= _FLUSH for line in lines)
        self._justified = len(lines) >= 4 and flush * 2 > len(lines)

    def paragraphs(self) -> list[Printed]:
        starts = [0]
        for index in range(1, len(self._lines)):
            if self._begins(index, starts[-1]):
                starts.append(index)
        ends = [*starts[1:], len(self._lines)]
        return [
            Printed(tuple(self._lines[start:end]), self._is_indented(start), self._right, self._justified)
            for start, end in zip(starts, ends, strict=True)
        ]

    def _is_indented(self, index: int) -> bool:
        line = self._lines[index]
        return line.x0 - self._left > _INDENT * line.size

    def _begins(self, index: int, first: int) -> bool:
        """Whether a paragraph begins with this line, the one above having begun with the line `first`."""
        before, line = self._lines[index - 1], self._lines[index]
        if not _alike(before.size, line.size):
            return True
        step = line.top - before.top
        if line.size > _LARGER * self._usual:
            return step > 1.7 * line.size or before.bold is not line.bold
        pitch = self._pitch if _alike(line.size, self._usual) else max(self._pitch * line.size / self._usual, line.size)
        if step > 1.15 * pitch + 0.5 or _CLEAR_BULLET.match(line.text):
            return True
        if _HYPHEN_END.search(before.text):
            return False
        return before.bold is not line.bold or self._by_indent(index, first) or self._is_short(index)

    def _by_indent(self, index: int, first: int) -> bool:
        before, line = self._lines[index - 1], self._lines[index]
        step = line.x0 - before.x0
        slack = _INDENT * line.size
        bulleted = _BULLET.match(self._lines[first].text) is not None
        if step > slack:
            return not (bulleted and first == index - 1 and self._is_full(index))
        if step < -slack:
            if bulleted:
                return not (first == index - 1 and self._is_full(index))
            opening = first == index - 1 or self._lines[first].initial
            return not opening and ends_sentence(before.text)
        if not self._is_indented(index) or first != index - 1 or bulleted:
            return False
        return ends_sentence(before.text) or not self._is_full(index)

    def _is_full(self, index: int) -> bool:
        """Whether the first word of this line would not have fitted on the line above."""
        return self._right - self._lines[index - 1].x1 <= _room_for_next(self._lines[index])

    def _is_short(self, index: int) -> bool:
        """Whether the line above left room for the first word of this one."""
        before, line = self._lines[index - 1], self._lines[index]
        room = _room_for_next(line)
        if ends_sentence(before.text):
            return self._right - before.x1 > room
        edge = max(near.x1 for near in self._lines[max(0, index - 3) : index + 2])
        return edge - before.x1 > max(room, 0.2 * (self._right - self._left)) and not line.text[:1].islower()
