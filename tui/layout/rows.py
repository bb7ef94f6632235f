"""Setting two collated articles on common rows."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.layout.anchors import find_level
from tui.layout.arrangement import Arrangement, Layout, Part, band_in_order
from tui.layout.breaking import band_broken, find_broken
from tui.layout.folding import band_folded
from tui.layout.following import band_following
from tui.layout.model import BLANK, FILLER, NOTE, Column, Note, RowTable, Side
from tui.layout.signs import place_signs
from tui.layout.stops import find_stops
from tui.layout.wrap import wrap_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.collation import Collation
    from tui.layout.arrangement import Band, Item


def set_rows(
    collation: Collation,
    *,
    left_width: int,
    right_width: int,
    cell_width: Callable[[str], int],
    arrangement: Arrangement = Arrangement(),  # noqa: B008 - frozen
) -> RowTable:
    """Set two collated articles on common rows.

    As usual linked paragraphs start level where both reading orders allow it. Between two such pairs each side's
    other paragraphs follow one another, a blank row after each; only where one side has less is it filled up. Every
    paragraph stands exactly once on its side, or is left out behind a note.

    Args:
        collation: The comparison.
        left_width: Cells for the left text, at least 2.
        right_width: Cells for the right text, at least 2.
        cell_width: Cells that a string takes, such as `rich.cells.cell_len` or `wcwidth.wcswidth`.
        arrangement: How to lay the articles out.

    Returns:
        The table of rows; the same arguments always give the same table.

    Raises:
        ValueError: If a width is less than 2.
    """
    widths = {Side.LEFT: left_width, Side.RIGHT: right_width}
    articles = {Side.LEFT: collation.left, Side.RIGHT: collation.right}
    settings = {side: _Setting(*wrap_article(articles[side], widths[side], cell_width)) for side in Side}
    bands, pairs = _lay_out(collation, arrangement)
    linked = {(link.left, link.right) for link in collation.links}
    if arrangement.break_level and arrangement.layout is Layout.BOTH:
        counts = {side: setting.count_lines for side, setting in settings.items()}
        broken = {pair: it for pair, it in find_broken(collation, pairs, counts).items() if pair in linked}
        if broken:
            bands, pairs = band_broken(pairs, broken, articles)
        for side in {found.side for found in broken.values()}:
            breaks = {
                found.paragraph: [one.at for one in found.breaks[1:]] for found in broken.values() if found.side is side
            }
            settings[side] = _Setting(*wrap_article(articles[side], widths[side], cell_width, breaks))
    left, right = settings[Side.LEFT], settings[Side.RIGHT]
    for band in bands:
        level = max(left.height, right.height)
        for setting, items in ((left, band.left), (right, band.right)):
            setting.fill_to(level)
            for item in items:
                setting.set(item)
    height = max(left.height, right.height)
    left.fill_to(height)
    right.fill_to(height)
    columns = {Side.LEFT: left.column(), Side.RIGHT: right.column()}
    followed = arrangement.layout.followed
    pairs = tuple(pair for pair in pairs if pair in linked)
    return RowTable(
        left=columns[Side.LEFT],
        right=columns[Side.RIGHT],
        anchors=pairs,
        signs=place_signs(collation, pairs, columns, followed),
        stops=find_stops(collation, columns, followed or Side.LEFT),
        height=height,
    )


def _lay_out(collation: Collation, arrangement: Arrangement) -> tuple[list[Band], tuple[tuple[int, int], ...]]:
    """The bands of a layout, and the pairs that stand opposite each other in it."""
    followed = arrangement.layout.followed
    if followed is not None:
        return band_following(collation, followed)
    anchors = find_level(collation)
    bands = band_in_order(anchors, len(collation.left.paragraphs), len(collation.right.paragraphs))
    if arrangement.layout.folds:
        bands = band_folded(collation, bands, arrangement.layout, arrangement.unfolded)
    return bands, anchors


class _Setting:
    """One side while its rows are being set."""

    def __init__(self, starts: array[int], ends: array[int], owners: array[int], firsts: array[int]) -> None:
        self.starts, self.ends, self.owners, self.firsts = starts, ends, owners, firsts
        self.rows = array("l")
        self.line_rows = array("l", bytes(len(starts) * starts.itemsize))
        self.text_rows = array("l")
        self.notes: list[Note] = []
        self._unfinished = False

    def count_lines(self, start: int, end: int) -> int:
        """How many lines begin between two code points; the first of them counts where a line holds it."""
        first = bisect_right(self.starts, start) - 1
        return max(1, bisect_left(self.starts, end) - first)

    @property
    def height(self) -> int:
        return len(self.rows)

    def set(self, item: Item) -> None:
        """Set a paragraph, a part of one or a note, with a blank row under it."""
        if isinstance(item, Note):
            self._set_note(item)
        elif isinstance(item, Part):
            first, after = (bisect_left(self.starts, offset) for offset in (item.start, item.end))
            self._set_lines(first, after)
            self._unfinished = after < self._after(item.paragraph)
            if not self._unfinished:
                self.rows.append(BLANK)
        else:
            self._set_lines(self.firsts[item], self._after(item))
            self.rows.append(BLANK)

    def _after(self, paragraph: int) -> int:
        """One past the last line of a paragraph."""
        return self.firsts[paragraph + 1] if paragraph + 1 < len(self.firsts) else len(self.starts)

    def _set_lines(self, first: int, after: int) -> None:
        rows = array("l", range(self.height, self.height + after - first))
        self.line_rows[first:after] = rows
        self.text_rows.extend(rows)
        self.rows.extend(range(first, after))

    def _set_note(self, note: Note) -> None:
        row = self.height
        self.rows.extend((NOTE - len(self.notes), BLANK))
        self.notes.append(note)
        if note.key is not None:
            self.text_rows.append(row)
        if note.folded:
            first, after = self.firsts[note.first], self._after(note.last)
            self.line_rows[first:after] = array("l", [row] * (after - first))

    def fill_to(self, height: int) -> None:
        """Leave rows empty down to this height. A gap in a paragraph belongs to it."""
        self.rows.extend([BLANK if self._unfinished else FILLER] * (height - self.height))
        self._unfinished = False

    def column(self) -> Column:
        return Column(
            starts=self.starts,
            ends=self.ends,
            paragraphs=self.owners,
            line_rows=self.line_rows,
            first_lines=self.firsts,
            rows=self.rows,
            text_rows=self.text_rows,
            notes=tuple(self.notes),
        )
