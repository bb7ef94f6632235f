"""Two articles set out on common rows: lines, signs between them, and the places where a reader stops."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Mapping

    from tui.article import Range

BLANK = -1
"""In `Column.rows`: the empty row under a paragraph."""

FILLER = -2
"""In `Column.rows`: nothing stands here because the other side is longer."""


NOTE = -3
"""In `Column.rows`: a note stands here. The first of `Column.notes` is NOTE, the second NOTE - 1, and so on."""


class Side(StrEnum):
    """One of the two articles."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The side opposite."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class SignKind(StrEnum):
    """What the gutter says of a paragraph: its relation to the paragraph opposite, or that it has none.

    SAME, EDITED, PARTIAL, SIMILAR: as the link's relation. MOVED: its partner stands in another order.
    ONLY: no matching wording on the other side.
    """

    SAME = "same"
    EDITED = "edited"
    PARTIAL = "partial"
    SIMILAR = "similar"
    MOVED = "moved"
    ONLY = "only"


class StopKind(StrEnum):
    """What a reader stops at.

    CHANGED: words in place of other words, within linked paragraphs. UNIQUE: words of a linked paragraph that
    have nothing opposite. MOVED: a passage or paragraph that stands elsewhere. ONLY: a stretch of paragraphs
    without matching wording. SIMILAR: a stretch of pairs that say the same in other words.
    """

    CHANGED = "changed"
    UNIQUE = "unique"
    MOVED = "moved"
    ONLY = "only"
    SIMILAR = "similar"


class NoteKind(StrEnum):
    """What a note stands for.

    STAND_IN: a paragraph that stands in full elsewhere. SAME: a run of paragraphs in which nothing differs.
    UNQUOTED: a run of paragraphs without quotations.
    """

    STAND_IN = "stand-in"
    SAME = "same"
    UNQUOTED = "unquoted"


FoldKey = tuple[Side, int]
"""Names a fold by its first paragraph on either side; a closed one by that on the left where it has one there."""


@dataclass(frozen=True, slots=True)
class Note:
    """One row that speaks of paragraphs instead of showing them.

    Attributes:
        kind: What it stands for.
        first: The first paragraph of its own side that it speaks of.
        last: The last one.
        partner: STAND_IN: the paragraph of the other side opposite which it stands in full.
        below: STAND_IN: it stands there further down.
        quiet: How many of the paragraphs are not compared (boilerplate, repetitions).
        folded: Whether the paragraphs are left out; otherwise they follow it.
        key: The fold's name, the same on both sides; None for a stand-in.
    """

    kind: NoteKind
    first: int
    last: int
    partner: int = -1
    below: bool = False
    quiet: int = 0
    folded: bool = False
    key: FoldKey | None = None

    def mirrored(self) -> Note:
        """The same with the sides exchanged."""
        return self if self.key is None else replace(self, key=(self.key[0].other, self.key[1]))

    @property
    def told(self) -> int:
        """How many of the paragraphs are compared."""
        return self.last + 1 - self.first - self.quiet


class Line(NamedTuple):
    """One line of a wrapped paragraph; `start` and `end` are code points of the article's text."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands in the gutter on one row.

    Attributes:
        kind: What it says.
        side: Whose paragraph it speaks of; None where it speaks of two that start level.
        partners: Paragraphs of the other side that it points to, closest first; empty for the one opposite.
    """

    kind: SignKind
    side: Side | None
    partners: tuple[int, ...] = ()

    def mirrored(self) -> Sign:
        """The same with the sides exchanged."""
        return self if self.side is None else Sign(self.kind, self.side.other, self.partners)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where the articles differ.

    Attributes:
        kind: What differs.
        left: The words concerned on the left, or None where nothing stands there.
        right: The same on the right.
        left_row: Where to look on the left; where `left` is None, what stands opposite.
        right_row: The same on the right.
    """

    kind: StopKind
    left: Range | None
    right: Range | None
    left_row: int
    right_row: int

    @property
    def row(self) -> int:
        """Where it is met: on the left, or on the right where only that has words."""
        return self.right_row if self.left is None else self.left_row

    def mirrored(self) -> Stop:
        """The same with the sides exchanged."""
        return Stop(self.kind, self.right, self.left, self.right_row, self.left_row)

    def words(self, side: Side) -> Range | None:
        """The words concerned on one side."""
        return self.left if side is Side.LEFT else self.right

    def row_of(self, side: Side) -> int:
        """Where to look on one side."""
        return self.left_row if side is Side.LEFT else self.right_row


@dataclass(frozen=True, slots=True)
class Column:
    """One side's lines, and the row each of them stands on. Plain arrays, so that long articles stay small.

    The rows may hold the paragraphs in another order than the article's, or leave some out behind a note.

    Attributes:
        starts: First code point of each line, in order.
        ends: One past the last code point of each line.
        paragraphs: The paragraph of each line.
        line_rows: The row of each line; of lines left out, the row of the note that stands for them.
        first_lines: The first line of each paragraph.
        rows: For each row its line, or BLANK, or FILLER, or NOTE or less.
        text_rows: The rows that hold a line or a fold's note, in order.
        notes: The notes, in order.
    """

    starts: array[int]
    ends: array[int]
    paragraphs: array[int]
    line_rows: array[int]
    first_lines: array[int]
    rows: array[int]
    text_rows: array[int]
    notes: tuple[Note, ...] = ()

    def mirrored(self) -> Column:
        """The same lines where they belong to the other side."""
        return replace(self, notes=tuple(note.mirrored() for note in self.notes))

    def line_at(self, row: int) -> Line | None:
        """The line on this row, or None where the row is empty on this side."""
        line = self.rows[row] if 0 <= row < len(self.rows) else BLANK
        return Line(self.paragraphs[line], self.starts[line], self.ends[line]) if line >= 0 else None

    def is_filler(self, row: int) -> bool:
        """Whether the row is empty here only because the other side is longer."""
        return 0 <= row < len(self.rows) and self.rows[row] == FILLER

    def starts_paragraph(self, row: int) -> bool:
        """Whether a paragraph's first line stands on this row."""
        line = self.rows[row] if 0 <= row < len(self.rows) else BLANK
        return line >= 0 and (line == 0 or self.paragraphs[line] != self.paragraphs[line - 1])

    def row_of_offset(self, offset: int) -> int:
        """The row of the line that holds this code point, or of the line before it."""
        if not self.line_rows:
            return 0
        return self.line_rows[max(0, bisect_right(self.starts, offset) - 1)]

    def row_of_paragraph(self, paragraph: int) -> int:
        """The row on which this paragraph starts."""
        return self.line_rows[self.first_lines[paragraph]]

    def last_row_of_paragraph(self, paragraph: int) -> int:
        """The row on which this paragraph's last line stands."""
        after = paragraph + 1
        last = (self.first_lines[after] if after < len(self.first_lines) else len(self.starts)) - 1
        return self.line_rows[last]

    def line_before(self, row: int) -> Line | None:
        """The line on this row or the nearest above it; the first where none is above. A fold is its first line."""
        if not self.text_rows:
            return None
        line = self.rows[self.text_rows[max(0, bisect_right(self.text_rows, row) - 1)]]
        if line <= NOTE:
            line = self.first_lines[self.notes[NOTE - line].first]
        return Line(self.paragraphs[line], self.starts[line], self.ends[line])

    def next_text_row(self, row: int) -> int | None:
        """This row or the nearest below it that holds a line or a fold's note."""
        at = bisect_left(self.text_rows, row)
        return self.text_rows[at] if at < len(self.text_rows) else None

    def note_at(self, row: int) -> Note | None:
        """The note on this row, if one stands there."""
        code = self.rows[row] if 0 <= row < len(self.rows) else BLANK
        return self.notes[NOTE - code] if code <= NOTE else None

    def is_folded(self, paragraph: int) -> bool:
        """Whether a note stands for this paragraph's lines."""
        return self.rows[self.row_of_paragraph(paragraph)] <= NOTE

    def paragraph_at(self, row: int) -> int | None:
        """The paragraph on this row or the nearest above it; None for an empty article."""
        line = self.line_before(row)
        return None if line is None else line.paragraph


@dataclass(frozen=True, slots=True)
class RowTable:
    """Two collated articles on common rows.

    Attributes:
        left: The left article's lines.
        right: The right article's lines.
        anchors: Pairs of paragraphs that start level, as (left, right), in order.
        signs: The gutter's sign by row; most rows have none.
        stops: Every place where the articles differ, in reading order.
        height: How many rows there are.
    """

    left: Column
    right: Column
    anchors: tuple[tuple[int, int], ...]
    signs: Mapping[int, Sign]
    stops: tuple[Stop, ...]
    height: int

    def column(self, side: Side) -> Column:
        """One side's lines."""
        return self.left if side is Side.LEFT else self.right

    def mirrored(self) -> RowTable:
        """The same rows with the sides exchanged, at little cost.

        Where paragraphs of both sides begin on one row, signs and stops keep their order; set anew, the side that is
        now the left one would come first.
        """
        return RowTable(
            left=self.right.mirrored(),
            right=self.left.mirrored(),
            anchors=tuple((right, left) for left, right in self.anchors),
            signs={row: sign.mirrored() for row, sign in self.signs.items()},
            stops=tuple(stop.mirrored() for stop in self.stops),
            height=self.height,
        )

    @property
    def moves(self) -> tuple[Stop, ...]:
        """The stops at passages that stand elsewhere in the other article."""
        return tuple(stop for stop in self.stops if stop.kind is StopKind.MOVED)

    def rows(self) -> Iterator[tuple[Line | None, Sign | None, Line | None]]:
        """Every row from the top: the left line, the gutter's sign, the right line."""
        for row in range(self.height):
            yield self.left.line_at(row), self.signs.get(row), self.right.line_at(row)
