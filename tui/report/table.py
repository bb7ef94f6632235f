"""Two articles side by side as lines of text, with signs between them and marks at the words that differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from tui.collation import Status
from tui.layout import SIGN_MARKS, Side, SignKind, set_rows, shown, sign_text
from tui.report.lines import cell_width, pad, wrap
from tui.report.marks import SideView, Standing, view_sides
from tui.report.wording import notes_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.collation import Collation, Span
    from tui.layout import Column, Line, RowTable
    from tui.report.paint import Painter

NARROWEST = 70
"""Columns below which two articles don't fit side by side."""

_MEASURE = 80  # cells of text a side: longer lines are hard to read
_UNDER = {Status.CHANGED: "-", Status.UNIQUE: "^", Status.MOVED: "."}
_UNDER_KEY = {
    Status.CHANGED: "other words opposite",
    Status.UNIQUE: "only here",
    Status.MOVED: "stands elsewhere in the other",
}
_SIGN_KEY = {
    SignKind.SAME: "word for word",
    SignKind.EDITED: "edited",
    SignKind.PARTIAL: "matches in part",
    SignKind.SIMILAR: "in other words",
}


class Table:
    """A comparison set side by side.

    Args:
        collation: The comparison.
        width: Columns to fill, at least `NARROWEST`.
        painter: Sets words off by colour; where it doesn't, marks stand on a row of their own below them.
    """

    def __init__(self, collation: Collation, width: int, painter: Painter) -> None:
        self._painter = painter
        self._digits = len(str(max(len(collation.left.paragraphs), len(collation.right.paragraphs), 10)))
        self._margin = self._digits + 3  # the number, and a mark for the whole line between blanks
        self._gutter = self._digits + 2
        fixed = 2 * self._margin + self._gutter + 6  # a bar between blanks on both sides of the gutter
        self._measure = min(_MEASURE, (width - fixed) // 2)
        self._rows: RowTable = set_rows(
            collation, left_width=self._measure, right_width=self._measure, cell_width=cell_width
        )
        left, right = view_sides(collation)
        self._left = _Half(left, self._rows.column(Side.LEFT), painter)
        self._right = _Half(right, self._rows.column(Side.RIGHT), painter)

    @property
    def width(self) -> int:
        """Columns the table takes."""
        return 2 * (self._margin + self._measure) + self._gutter + 6

    def heading(self, left: list[str], right: list[str]) -> list[str]:
        """Lines over the two columns: a letter and a name, set strong, then facts."""
        columns = []
        for letter, (name, *facts) in (("A", left), ("B", right)):
            lines = [(True, line) for line in wrap(name, self._measure)]
            lines += [(False, line) for fact in facts for line in wrap(fact, self._measure)]
            columns.append([(letter if number == 0 else "", *line) for number, line in enumerate(lines)])
        height = max(map(len, columns))
        blank = ("", False, "")
        rows = zip(*(column + [blank] * (height - len(column)) for column in columns), strict=True)
        return [self._row(self._heading_cell(a), "", self._heading_cell(b), bars="  ") for a, b in rows]

    def rule(self) -> str:
        """The line between heading and text."""
        half = "─" * (self._margin + self._measure + 1)
        return f"{half}┬{'─' * (self._gutter + 2)}┬{half}"

    def lines(self) -> Iterator[str]:
        """The articles, line by line."""
        for row, (left, sign, right) in enumerate(self._rows.rows()):
            yield from self._notes(row, left, right)
            bars = self._left.bar(left) + self._right.bar(right)
            yield self._row(
                self._margin_of(self._left, row, left) + self._left.cell(left, self._measure),
                sign_text(sign) if sign else "",
                self._margin_of(self._right, row, right) + self._right.cell(right, self._measure),
                bars=bars,
            )
            if not self._painter.color:
                yield from self._marks(left, right, bars)

    def key(self) -> list[tuple[str, str]]:
        """What the signs and marks mean that are used: each entry plain, to be measured, and painted."""
        signs = list(self._rows.signs.values())
        kinds = {sign.kind for sign in signs}
        entries = [f"{SIGN_MARKS[kind]} {words}" for kind, words in _SIGN_KEY.items() if kind in kinds]
        if SignKind.MOVED in kinds:
            entries.append("6⇢ ⇠6 moved: matches paragraph 6 over there")
        if SignKind.ONLY in kinds:
            entries.append("◂ ▸ no matching wording")
        used = {
            span.status
            for half in (self._left, self._right)
            for marks in half.all_marks()
            for span in marks
            if span.status in _UNDER
        }
        key = [(entry, entry) for entry in entries]
        for status, words in _UNDER_KEY.items():
            if status in used:
                sample = "words" if self._painter.color else _UNDER[status] * 4
                painted = _paint(self._painter, status, sample, is_left=True)
                key.append((f"{sample} {words}", f"{painted} {words}"))
        return key

    def _heading_cell(self, line: tuple[str, bool, str]) -> str:
        letter, is_name, text = line
        padded = pad(text, self._measure)
        head = f"{letter:>{self._digits}}   "
        return self._painter.strong(head + padded) if is_name else head + padded

    def _margin_of(self, half: _Half, row: int, line: Line | None) -> str:
        mark = "" if self._painter.color else half.mark_beside(line)
        return f"{half.number(row, line):>{self._digits}} {mark or ' '} "

    def _notes(self, row: int, left: Line | None, right: Line | None) -> Iterator[str]:
        """A row above a paragraph for what is to be said of it: its role, what it repeats."""
        texts = [half.note(row, line) for half, line in ((self._left, left), (self._right, right))]
        if any(texts):
            cells = [" " * self._margin + self._painter.quiet(pad(text, self._measure)) for text in texts]
            yield self._row(cells[0], "", cells[1], bars="││")

    def _marks(self, left: Line | None, right: Line | None, bars: str) -> Iterator[str]:
        marks = [self._left.marks_under(left), self._right.marks_under(right)]
        if any(marks):
            cells = [" " * self._margin + pad(text, self._measure) for text in marks]
            yield self._row(cells[0], "", cells[1], bars=bars)

    def _row(self, left: str, sign: str, right: str, *, bars: str) -> str:
        return f"{left} {bars[0]} {sign.center(self._gutter)} {bars[1]} {right}".rstrip()


@dataclass
class _Half:
    """One side of the table."""

    view: SideView
    column: Column
    painter: Painter

    def __post_init__(self) -> None:
        self._marked: dict[int, list[Span]] = {}

    def all_marks(self) -> Iterator[list[Span]]:
        """What is set off, paragraph by paragraph."""
        return (self._marks_of(number) for number in range(len(self.view.article.paragraphs)))

    def number(self, row: int, line: Line | None) -> str:
        """The paragraph's number on its first row."""
        return str(line.paragraph + 1) if line is not None and self.column.starts_paragraph(row) else ""

    def note(self, row: int, line: Line | None) -> str:
        """What is to be said of the paragraph that starts on this row."""
        if line is None or not self.column.starts_paragraph(row):
            return ""
        notes = notes_on(self.view.article.paragraphs[line.paragraph])
        found = self.view.article.paragraphs[line.paragraph]
        if any(found.start <= start < found.end for start, _ in self.view.article.noise):
            notes.append("holds stray matter, not compared")
        return f"[{', '.join(notes)}]" if notes else ""

    def bar(self, line: Line | None) -> str:
        """The bar between text and gutter: heavy beside a paragraph without match."""
        unlinked = line is not None and self.view.standing(line.paragraph) is Standing.UNLINKED
        return "┃" if unlinked else "│"

    def cell(self, line: Line | None, width: int) -> str:
        """One line of text, painted and filled up."""
        if line is None:
            return " " * width
        text = self.view.article.text
        blanks = " " * (width - cell_width(shown(text, line.start, line.end)))
        if not self.painter.color:
            return shown(text, line.start, line.end) + blanks
        standing = self.view.standing(line.paragraph)
        if standing is Standing.ASIDE:
            return self.painter.quiet(shown(text, line.start, line.end)) + blanks
        if standing is Standing.UNLINKED:
            return self.painter.side(shown(text, line.start, line.end), left=self.view.is_left) + blanks
        return self._painted(line) + blanks

    def mark_beside(self, line: Line | None) -> str:
        """The sign for a line whose words all differ in one way."""
        if line is None or self.view.standing(line.paragraph) is not Standing.LINKED:
            return ""
        text = self.view.article.text
        pieces = list(self._pieces(line))
        statuses = {status for _, _, status in pieces}
        if len(statuses) != 1 or not statuses <= _UNDER.keys():
            return ""
        edges = [line.start, *chain.from_iterable(piece[:2] for piece in pieces), line.end]
        between = "".join(text[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))
        return "" if any(map(str.isalnum, between)) else "".join(_UNDER[found] for found in statuses if found)

    def marks_under(self, line: Line | None) -> str:
        """Signs for the row under a line, where one beside it doesn't do; each kind has its own."""
        if line is None or self.view.standing(line.paragraph) is not Standing.LINKED or self.mark_beside(line):
            return ""
        text = self.view.article.text
        row = ""
        for start, end, status in self._pieces(line):
            if status in _UNDER:
                row = pad(row, cell_width(shown(text, line.start, start)))
                row += _UNDER[status] * cell_width(shown(text, start, end))
        return row

    def _painted(self, line: Line) -> str:
        text = self.view.article.text
        out = []
        at = line.start
        for start, end, status in self._pieces(line):
            out.append(shown(text, at, start))
            out.append(_paint(self.painter, status, shown(text, start, end), is_left=self.view.is_left))
            at = end
        out.append(shown(text, at, line.end))
        return "".join(out)

    def _pieces(self, line: Line) -> Iterator[tuple[int, int, Status | None]]:
        """Stretches of a line to set off; a status of None is stray matter."""
        spans = (
            (max(span.start, line.start), min(span.end, line.end), span.status)
            for span in self._marks_of(line.paragraph)
            if span.start < line.end and span.end > line.start
        )
        noise = (
            (max(start, line.start), min(end, line.end), None)
            for start, end in self.view.article.noise
            if start < line.end and end > line.start
        )
        at = line.start
        for start, end, status in sorted(chain(spans, noise), key=lambda piece: piece[:2]):
            if start >= at:
                yield start, end, status
                at = end

    def _marks_of(self, paragraph: int) -> list[Span]:
        if paragraph not in self._marked:
            self._marked[paragraph] = self.view.marked(paragraph)
        return self._marked[paragraph]


def _paint(painter: Painter, status: Status | None, words: str, *, is_left: bool) -> str:
    if status is Status.CHANGED:
        return painter.changed(words, left=is_left)
    if status is Status.UNIQUE:
        return painter.unique(words, left=is_left)
    if status is Status.MOVED:
        return painter.moved(words)
    return painter.quiet(words) if status is None else painter.strong(words)
