"""Two articles side by side as lines of text, with signs between them and marks at the words that differ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.collation import Status
from tui.layout import SIGN_MARKS, Side, SignKind, set_rows, sign_text
from tui.report.lines import cell_width, clip, wrap
from tui.report.paint import visible_width
from tui.report.standing import view_sides
from tui.report.tableside import UNDER, TableSide, paint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.collation import Collation
    from tui.layout import Line, RowTable, Sign
    from tui.report.paint import Painter

NARROWEST = 70
"""Columns below which two articles don't fit side by side."""

_MEASURE = 80  # cells of text a side: longer lines are hard to read
_UNDER_KEY = {
    Status.CHANGED: "other words opposite",
    Status.UNIQUE: "only here",
    Status.MOVED: "elsewhere in the other article",
    Status.SAME: "shared, where the rest is in other words",
    None: "stray matter, not compared",
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
        self._left = TableSide(left, self._rows.column(Side.LEFT), painter)
        self._right = TableSide(right, self._rows.column(Side.RIGHT), painter)

    @property
    def width(self) -> int:
        """Columns the table takes."""
        return 2 * (self._margin + self._measure) + self._gutter + 6

    def heading(self, left: list[str], right: list[str]) -> list[str]:
        """Lines over the two columns: a letter and a name, set strong, then facts."""
        columns = []
        for letter, (name, *facts) in (("A", left), ("B", right)):
            lines = [(True, line) for line in wrap(name, self._measure)]
            lines += [(False, line.removesuffix(" ·")) for fact in facts for line in wrap(fact, self._measure)]
            columns.append([(letter if number == 0 else "", *line) for number, line in enumerate(lines)])
        height = max(map(len, columns))
        blank = ("", False, "")
        rows = zip(*(column + [blank] * (height - len(column)) for column in columns), strict=True)
        return [self._row(self._heading_cell(a), self._heading_cell(b), sign="", bars="  ") for a, b in rows]

    def rule(self) -> str:
        """The line between heading and text."""
        half = "─" * (self._margin + self._measure + 1)
        return f"{half}┬{'─' * (self._gutter + 2)}┬{half}"

    def lines(self) -> Iterator[str]:
        """The articles, line by line."""
        first = self._notes_above(0)
        if any(first):
            yield self._row(*first, sign="", bars="││")
        for row, (left, sign, right) in enumerate(self._rows.rows()):
            notes = self._notes_above(row + 1)
            under = ("", "") if self._painter.color else (self._left.marks_under(left), self._right.marks_under(right))
            bars = self._left.bar(left) + self._right.bar(right)
            # A note stands right above its paragraph and under a blank: in a row of its own or in the row of marks.
            # Where colours do without rows of marks, no row parts the lines opposite, and the blank itself must do.
            apart = any(notes) and not any(under) and not (self._painter.color and self._runs_on(row))
            rest = ("", "") if apart or any(under) else notes
            cells = (self._text(self._left, row, left) or rest[0], self._text(self._right, row, right) or rest[1])
            yield self._row(*cells, sign=self._sign(sign, left, right), bars=bars)
            if apart:
                yield self._row(*notes, sign="", bars="││")
            if any(under):
                marks = (self._cell("", "", text) if text else note for text, note in zip(under, notes, strict=True))
                yield self._row(*marks, sign="", bars=bars)

    def key(self) -> list[tuple[str, str]]:
        """What the signs and marks mean that are used: each entry plain, to be measured, and painted."""
        signs = [sign for row, sign in self._rows.signs.items() if self._sign(sign, *self._rows_at(row))]
        kinds = {sign.kind for sign in signs}
        entries = [f"{SIGN_MARKS[kind]} {words}" for kind, words in _SIGN_KEY.items() if kind in kinds]
        if SignKind.MOVED in kinds:
            entries.append("2⇢ ⇠2 matches ¶2, in another order")
        further = [SIGN_MARKS[sign.kind] for sign in signs if sign.partners and sign.kind is not SignKind.MOVED]
        if further:
            entries.append(f"{further[0]}2 also matches ¶2")
        if any(len(sign.partners) > 1 for sign in signs):
            entries.append("2+ matches ¶2 and others")
        if SignKind.ONLY in kinds:
            entries.append("◂ ▸ ┃ no matching wording")
        return [(entry, entry) for entry in entries] + self._marks_key()

    def _marks_key(self) -> list[tuple[str, str]]:
        used = self._left.statuses() | self._right.statuses()
        key = []
        for status, words in _UNDER_KEY.items():
            if status in used and (self._painter.color or status in UNDER):
                sample = "words" if self._painter.color else UNDER[status] * 4
                key.append((f"{sample} {words}", f"{paint(self._painter, status, sample, left=True)} {words}"))
        if key and not self._painter.color:
            key.append(2 * ("a mark before a line: the whole line",))
        return key

    def _rows_at(self, row: int) -> tuple[Line | None, Line | None]:
        return self._rows.left.line_at(row), self._rows.right.line_at(row)

    def _heading_cell(self, line: tuple[str, bool, str]) -> str:
        letter, is_name, text = line
        cell = self._cell(letter, "", text)
        return self._painter.strong(cell) if is_name else cell

    def _notes_above(self, row: int) -> tuple[str, str]:
        return self._note(self._left, row), self._note(self._right, row)

    def _runs_on(self, row: int) -> bool:
        """Whether a paragraph has lines on this row and on the next."""
        here, following = self._rows_at(row), self._rows_at(row + 1)
        return any(
            a is not None and b is not None and a.paragraph == b.paragraph for a, b in zip(here, following, strict=True)
        )

    def _note(self, side: TableSide, row: int) -> str:
        """What is to be said of the paragraph that starts on a row, with its number; it stands in the row above."""
        note = clip(side.note(row), self._measure)
        return self._cell(side.number(row), "", self._painter.quiet(note)) if note else ""

    def _text(self, side: TableSide, row: int, line: Line | None) -> str:
        if line is None:
            return ""
        number = "" if side.note(row) else side.number(row)
        mark = "" if self._painter.color else side.mark_beside(line)
        return self._cell(number, mark, side.painted(line))

    def _cell(self, number: str, mark: str, content: str) -> str:
        return f"{number:>{self._digits}} {mark or ' '} {content}"

    def _sign(self, sign: Sign | None, left: Line | None, right: Line | None) -> str:
        """A sign as it is written; boilerplate and repeats without partner need none."""
        if sign is None:
            return ""
        if sign.kind is not SignKind.ONLY:
            return sign_text(sign)
        told = [
            side
            for side, view, line in ((Side.LEFT, self._left, left), (Side.RIGHT, self._right, right))
            if sign.side in {None, side} and not view.is_aside(line)
        ]
        return sign_text(replace(sign, side=told[0] if len(told) == 1 else None)) if told else ""

    def _row(self, left: str, right: str, *, sign: str, bars: str) -> str:
        blanks = " " * (self._margin + self._measure - visible_width(left))
        return f"{left}{blanks} {bars[0]} {sign.center(self._gutter)} {bars[1]} {right}".rstrip()
