"""Leaving out what is dimmed: captions, notices, repeated paragraphs and stray matter."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from tui.app.painting import Ground

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.app.painting import SidePainter
    from tui.layout import Line, RowTable, Side


def is_hidden(painter: SidePainter, line: Line) -> bool:
    """Whether all of a line is dimmed."""
    if painter.grounds[line.paragraph] is Ground.QUIET:
        return True
    return any(start <= line.start and line.end <= end for start, end in painter.article.noise)


def rows_without_quiet(
    table: RowTable, painters: dict[Side, SidePainter], sides: Sequence[Side], rows: Iterable[int]
) -> array[int]:
    """Of these table rows those to be shown where dimmed text is hidden.

    A row goes when nothing is left on it, and so does the note of a fold that would open on nothing. One empty row
    stays under a paragraph, never two.
    """
    kept = array("l")
    empty_before = True
    for row in rows:
        lines = [(side, table.column(side).line_at(row)) for side in sides]
        left_to_read = [not is_hidden(painters[side], line) for side, line in lines if line is not None]
        left_to_read += [note.told > 0 for side in sides if (note := table.column(side).note_at(row)) is not None]
        if any(left_to_read) or not (left_to_read or empty_before):
            kept.append(row)
            empty_before = not any(left_to_read)
    return kept
