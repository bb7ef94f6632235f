"""What a reporter marked beside the rows of a sheet: differences, paragraphs, corrections, and what is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.report.differing import opening, sentence
from tui.report.lines import wrap
from tui.report.marked import note_told, tell_marks
from tui.report.passages import aloud, overlap
from tui.report.wording import closed
from tui.review import Found, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.article import Article
    from tui.report.marked import MarkTold
    from tui.report.quoterow import QuoteRow
    from tui.review import Located

MARK_HEADINGS = {
    Found.EXACTLY: "Other marks",
    Found.CHANGED: "Other marks, moved: please confirm",
    Found.ORPHANED: "Marks whose words are no longer found",
}
"""Over the lists of marks that stand on no row, by how they were found."""

SHOWN = 20
"""Words of a marked passage that a list shows."""

Pair = tuple["Article", "Article", "Sequence[Located]", tuple[str, str]]
"""Two articles, the marks made on them, and what to call the articles."""


def source_names(sources: Sequence[Article]) -> list[str]:
    """What a check calls its sources: "source", or by their numbers where there are several."""
    return ["source"] if len(sources) == 1 else [f"source {number}" for number in range(1, len(sources) + 1)]


def source_pairs(article: Article, sources: Sequence[Article], marks: Sequence[Sequence[Located]]) -> list[Pair]:
    """An article beside each of its sources.

    Args:
        article: The article.
        sources: Its sources.
        marks: For every source what the reporter marked in the article beside it; none where there are no marks.
    """
    return [
        (article, source, some, ("article", name))
        for source, name, some in zip(sources, source_names(sources), marks, strict=False)
    ]


def other_marks(rows: Sequence[QuoteRow], pairs: Iterable[Pair]) -> tuple[tuple[MarkTold, int], ...]:
    """What the reporter marked but on no row, in words, each with the number of its pair; the same mark once.

    Args:
        rows: The sheet's rows.
        pairs: The articles compared, or the article beside each of its sources.
    """
    known = {row.mark.mark for row in rows if row.mark is not None}
    found = []
    for number, (left, right, marks, names) in enumerate(pairs):
        new = [one for one in marks if one.mark not in known and not one.mark.cleared]
        # What corrects an article holds beside every source, and is told once.
        known.update(one.mark for one in new)
        for told in tell_marks(left, right, new, names):
            row = row_concerned(told.located, rows, number)
            found.append((told if row is None else replace(told, subject=f"{told.subject} {row.number}"), number))
    return tuple(found)


def row_concerned(located: Located, rows: Iterable[QuoteRow], pair: int) -> QuoteRow | None:
    """The row that holds the words of a mark on a quotation; None where there is none.

    Args:
        located: The mark.
        rows: The sheet's rows.
        pair: In a check the index of the source beside which it was made.
    """
    if located.mark.subject is not Subject.QUOTATION:
        return None
    for row in rows:
        ours = row.left_numbers and overlap(located.left, row.left)
        # Of a comparison only what is quoted; in a check the words of the source beside which the mark was made.
        theirs = (row.right_numbers or row.source == pair) and overlap(located.right, row.right)
        if ours or (theirs and not located.left):
            return row
    return None


def by_how_found(told: Iterable[tuple[MarkTold, int]]) -> Iterator[tuple[str, list[tuple[MarkTold, int]]]]:
    """Lists of marks with their headings, none of them empty."""
    every = list(told)
    for found, heading in MARK_HEADINGS.items():
        some = [(one, number) for one, number in every if one.located.found is found]
        if some:
            yield f"{heading} ({len(some)})", some


def mark_lines(told: Iterable[tuple[MarkTold, int]], width: int, indent: str = "    ") -> Iterator[str]:
    """The section of a text report on other marks; no line where there are none.

    Args:
        told: The marks.
        width: Columns to wrap at; 0 for one line a sentence, however long.
        indent: What stands before every line of a mark but the headings.
    """
    for heading, some in by_how_found(told):
        yield ""
        yield from wrap(heading, width)
        for one, _ in some:
            yield from wrap(mark_told(one, spoken=not indent), width, indent=indent)
            yield from note_lines(note_told(one.located.mark), one.was, width, indent * 2)


def mark_told(one: MarkTold, *, spoken: bool = False) -> str:
    """A mark in a line: "Flagged, difference. A ¶3, B ¶3: “March” – “May”"."""
    words = " – ".join(opening(side, SHOWN) for side in one.sides if side)
    where = aloud(one.where) if spoken else one.where
    return f"{sentence(one.status)}, {one.subject}. {f'{where}: ' if where else ''}{words}"


def note_lines(note: str, was: str, width: int, indent: str) -> Iterator[str]:
    """What the words were when they were marked, and the reporter's note, line for line."""
    if was:
        yield from wrap(closed(sentence(was)), width, indent=indent)
    for at, line in enumerate(filter(None, note.split("\n"))):
        yield from wrap(line if at else f"Note: {line}", width, indent=indent)
