"""The quotations of a comparison as lines: what needs attention first, what agrees shortly, and what was marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import EditKind, Finding, HouseRules
from tui.report.counting import RULES_WORDS, counts_told, review_told, title_of
from tui.report.differing import SET_OFF, differences, opening, sentence, set_off
from tui.report.lines import wrap
from tui.report.othermarks import mark_lines, note_lines, other_marks
from tui.report.passages import aloud, paragraph_numbers
from tui.report.quoterow import Group, both_said
from tui.report.sheet import NAMES, comparison_rows, gravest_first
from tui.report.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.collation import Collation
    from tui.quotation import QuoteComparison
    from tui.report.quoterow import QuoteRow
    from tui.review import Located

_INDENT = "    "
_SPOKEN = "the left article", "the right article"
_SPOKEN_OF = "left article", "right article"
_SILENT = frozenset({Finding.TYPOGRAPHIC, Finding.RESEGMENTED})
_IN_FULL = frozenset({Group.OPEN, Group.SETTLED, Group.TO_READ})


def quotation_lines(
    collation: Collation,
    quotes: QuoteComparison | None,
    rules: HouseRules,
    marks: Sequence[Located] = (),
    *,
    width: int,
    columns: bool,
) -> Iterator[str]:
    """The sections on quotations and on what else was marked; no line where there is nothing to tell.

    Args:
        collation: The comparison.
        quotes: Its quotations compared, or None to leave them out.
        rules: The house's rules for how grave a difference is.
        marks: What the reporter marked.
        width: Columns to wrap at; 0 for one line a sentence, however long.
        columns: Whether it follows the two columns, A and B, or the linear form.
    """
    names = NAMES if columns else _SPOKEN
    rows = () if quotes is None else comparison_rows(collation, quotes, rules, marks, names)
    if quotes is not None and (quotes.left or quotes.right):
        yield from _Section(collation, rows, names, width, columns=columns).lines(RULES_WORDS[rules])
    told = other_marks(rows, [(collation.left, collation.right, marks, NAMES if columns else _SPOKEN_OF)])
    yield from mark_lines(told, width, _INDENT if columns else "")


class _Section:
    """The section on quotations while it is written."""

    def __init__(
        self, collation: Collation, rows: Sequence[QuoteRow], names: tuple[str, str], width: int, *, columns: bool
    ) -> None:
        self._articles = (collation.left, collation.right)
        self._rows = rows
        self._names = names
        self._width = width
        self._columns = columns
        self._indent = _INDENT if columns else ""

    def lines(self, rules_told: str) -> Iterator[str]:
        yield ""
        yield from wrap("Quotations", self._width)
        for told in (self._in_both(), counts_told(self._rows), review_told(self._rows)):
            if told:
                yield from wrap(told, self._width)
        if self._rows:
            yield from wrap(rules_told, self._width)
        for group in Group:
            rows = [row for row in self._rows if row.group is group]
            if not rows:
                continue
            yield ""
            yield from wrap(title_of(group, rows), self._width)
            if group in _IN_FULL:
                for row in gravest_first(rows):
                    yield ""
                    yield from self._in_full(row)
            else:
                for row in rows:
                    yield from self._shortly(row)

    def _in_both(self) -> str:
        pairs = [row for row in self._rows if row.left_numbers and row.right_numbers]
        if not pairs:
            return "No words stand between quotation marks in both articles."
        differing = sum(bool(set(row.findings) - _SILENT) for row in pairs)
        told = f"{counted(len(pairs), 'quotation')} in both articles: {len(pairs) - differing} with the same words"
        if differing:
            told += f", {differing} that {'differs' if differing == 1 else 'differ'} in words, speaker or source"
        if differing and self._columns:
            told += f" (the words between {SET_OFF}asterisks{SET_OFF})"
        return f"{told}."

    def _in_full(self, row: QuoteRow) -> Iterator[str]:
        yield from wrap(row.heading, self._width, indent=_INDENT, first=self._number(row))
        sides = (
            (row.left, row.speaker, [edit.left_span for edit in row.edits]),
            (row.right, row.other_speaker, [edit.right_span for edit in row.edits]),
        )
        for side, (spans, speaker, differing) in enumerate(sides):
            if spans:
                wanted = [span for span in differing if span is not None]
                shown = set_off(self._articles[side], spans, wanted, marks=self._columns)
                said = ", ".join(filter(None, (sentence(self._place(row, side)), speaker, row.how(side))))
                yield from self._line(f"{said}: {shown}")
        if not row.edits:
            yield from self._line(row.why if self._columns else aloud(row.why))
        # In columns the words set off say what is cut at an end.
        told = [edit for edit in row.edits if not self._columns or edit.kind is not EditKind.TRUNCATED]
        if told:
            yield from self._line(f"{sentence(differences(told, *self._names))}.")
        yield from note_lines(row.note, row.was, self._width, self._indent)

    def _shortly(self, row: QuoteRow) -> Iterator[str]:
        sides = ((row.left, row.speaker), (row.right, row.other_speaker))
        said = [(self._place(row, side), speaker) for side, (spans, speaker) in enumerate(sides) if spans]
        told = f"{sentence(both_said(said))}: {opening(row.quoted)}"
        if row.group is not Group.AGREED:
            told += f": {row.verdict_told}"
        told += f". {sentence(row.status)}." if row.status else "."
        yield from wrap(told, self._width, indent=_INDENT, first=self._number(row))
        yield from note_lines(row.note, row.was, self._width, self._indent)

    def _number(self, row: QuoteRow) -> str:
        return f"{row.number:>2}. " if self._columns else f"Quotation {row.number}: "

    def _place(self, row: QuoteRow, side: int) -> str:
        if self._columns:
            return row.place(side, self._names)
        numbers = [str(number) for number in paragraph_numbers(self._articles[side], (row.left, row.right)[side])]
        return f"{('left', 'right')[side]} paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)}"

    def _line(self, words: str) -> Iterator[str]:
        yield from wrap(words, self._width, indent=self._indent)
