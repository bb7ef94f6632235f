"""One of the two columns of the side-by-side report: its numbers, text, notes and marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.collation import Status
from tui.layout import shown
from tui.report.lines import cell_width, pad
from tui.report.standing import Piece, SideView, Standing
from tui.report.wording import notes_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.layout import Column, Line
    from tui.report.paint import Painter

UNDER: Mapping[Status | None, str] = {Status.CHANGED: "-", Status.UNIQUE: "^", Status.MOVED: ".", None: "x"}
"""The sign that stands under words of a status, or beside a line that holds nothing else; None is stray matter."""


@dataclass
class TableSide:
    """One column.

    Attributes:
        view: The side of the comparison it shows.
        column: Where its lines stand.
        painter: Sets words off by colour.
    """

    view: SideView
    column: Column
    painter: Painter
    _pieces: dict[int, list[Piece]] = field(default_factory=dict, init=False)

    def statuses(self) -> set[Status | None]:
        """Every status that has a mark somewhere in this column; None is stray matter."""
        return {
            piece.status
            for paragraph in range(len(self.view.article.paragraphs))
            for piece in self._pieces_of(paragraph)
        }

    def number(self, row: int) -> str:
        """The paragraph's number on its first row."""
        line = self.column.line_at(row)
        return str(line.paragraph + 1) if line is not None and self.column.starts_paragraph(row) else ""

    def note(self, row: int) -> str:
        """What is to be said of the paragraph that starts on this row."""
        line = self.column.line_at(row)
        if line is None or not self.column.starts_paragraph(row):
            return ""
        notes = notes_on(self.view.article.paragraphs[line.paragraph])
        if self.view.noise_of(line.paragraph):
            notes.append("stray matter in it, not compared")
        return f"[{', '.join(notes)}]" if notes else ""

    def bar(self, line: Line | None) -> str:
        """The bar between text and gutter: heavy beside a paragraph without match."""
        unlinked = line is not None and self.view.standing(line.paragraph) is Standing.UNLINKED
        return "┃" if unlinked else "│"

    def is_aside(self, line: Line | None) -> bool:
        """Whether a line belongs to boilerplate or to a repeat."""
        return line is not None and self.view.standing(line.paragraph) is Standing.ASIDE

    def painted(self, line: Line) -> str:
        """A line of text, painted."""
        text = shown(self.view.article.text, line.start, line.end)
        if not self.painter.color:
            return text
        if self.is_aside(line):
            return self.painter.quiet(text)
        return self._set_off(line)

    def mark_beside(self, line: Line) -> str:
        """The sign for a line whose words all differ in one way; "" for any other line."""
        pieces = self._pieces_on(line)
        statuses = {piece.status for piece in pieces}
        if len(statuses) != 1:
            return ""
        edges = [line.start, *chain.from_iterable(piece[:2] for piece in pieces), line.end]
        text = self.view.article.text
        between = (text[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))
        whole = not any(char.isalnum() for part in between for char in part)
        return UNDER.get(statuses.pop(), "") if whole else ""

    def marks_under(self, line: Line | None) -> str:
        """Signs for the row under a line, where one beside it doesn't do; each kind has its own."""
        if line is None or self.mark_beside(line):
            return ""
        text = self.view.article.text
        row = ""
        for start, end, status in self._pieces_on(line):
            if status in UNDER:
                row = pad(row, cell_width(shown(text, line.start, start)))
                row += UNDER[status] * cell_width(shown(text, start, end).rstrip())
        return row

    def _set_off(self, line: Line) -> str:
        text, is_left = self.view.article.text, self.view.is_left
        is_unlinked = self.view.standing(line.paragraph) is Standing.UNLINKED
        out = []
        at = line.start
        for start, end, status in [*self._pieces_on(line), Piece(line.end, line.end, Status.SAME)]:
            rest = shown(text, at, start)
            out.append(self.painter.side(rest, left=is_left) if is_unlinked else rest)
            out.append(paint(self.painter, status, shown(text, start, end), left=is_left))
            at = end
        return "".join(out)

    def _pieces_on(self, line: Line) -> list[Piece]:
        pieces = self._pieces_of(line.paragraph)
        first = bisect_right(pieces, line.start, key=attrgetter("end"))
        last = bisect_left(pieces, line.end, lo=first, key=attrgetter("start"))
        return [Piece(max(start, line.start), min(end, line.end), status) for start, end, status in pieces[first:last]]

    def _pieces_of(self, paragraph: int) -> list[Piece]:
        if paragraph not in self._pieces:
            self._pieces[paragraph] = self.view.pieces(paragraph)
        return self._pieces[paragraph]


def paint(painter: Painter, status: Status | None, words: str, *, left: bool) -> str:
    """Words as their status sets them off; None is stray matter."""
    if status is Status.CHANGED:
        return painter.changed(words, left=left)
    if status is Status.UNIQUE:
        return painter.unique(words, left=left)
    if status is Status.MOVED:
        return painter.moved(words)
    return painter.quiet(words) if status is None else painter.strong(words)
