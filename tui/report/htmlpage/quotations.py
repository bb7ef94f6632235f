"""The table of quotations: the gravest first, both wordings with what differs set off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.quotation import Verdict
from tui.report.counting import title_of
from tui.report.differing import sentence
from tui.report.htmlpage.inline import Ref, wording_runs
from tui.report.htmlpage.reviewed import after_words, sign_of
from tui.report.quoterow import Group
from tui.report.sheet import gravest_first
from tui.report.wording import closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article, Range
    from tui.report.htmlpage.inline import Placed, Run
    from tui.report.htmlpage.panes import Pane
    from tui.report.quoterow import QuoteRow


_SAYS_ALL = frozenset({"verbatim", "not found in A", "not found in B"})
"""Verdicts that need no sentence beside them."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One side of a quotation.

    Attributes:
        css: The class of its side.
        speaker: Who is named; empty for nobody.
        places: Links to its paragraphs.
        runs: The words; none where the side has none, or where they are those of the other side.
        how: How the article has them where it doesn't put them between marks; else empty.
        same: They are those of the other side.
    """

    css: str
    speaker: str
    places: tuple[Ref, ...]
    runs: tuple[Run, ...]
    how: str = ""
    same: bool = False


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """A row of the table.

    Attributes:
        id: Its id.
        label: What it is called: "Q3".
        verdict: The verdict in words.
        severity: 0 to 4.
        weight: The same in words; empty where there is nothing to weigh.
        sides: Both wordings.
        differs: What differs, or why the verdict is what it is; empty where the verdict says all.
        sign: The sign of the reporter's mark; empty for none.
        status: What the reporter decided.
        was: What the words were when they were marked, where they are others now.
        note: The lines of the note.
    """

    id: str
    label: str
    verdict: str
    severity: int
    weight: str
    sides: tuple[Wording, Wording]
    differs: str
    sign: str
    status: str
    was: str
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """Rows that a reader takes alike.

    Attributes:
        id: Its id.
        title: Its heading, with how many rows it holds.
        entries: The rows.
    """

    id: str
    title: str
    entries: tuple[QuoteEntry, ...]


def quote_groups(rows: Sequence[QuoteRow], left: Pane, others: Sequence[Pane]) -> tuple[QuoteGroup, ...]:
    """The rows in groups, of each the gravest first.

    Args:
        rows: The sheet's rows.
        left: The left article, or the one that is checked.
        others: The right article, or the sources.
    """
    groups = []
    for group in Group:
        of_group = gravest_first(row for row in rows if row.group is group)
        if of_group:
            entries = tuple(_entry(row, left, others) for row in of_group)
            groups.append(QuoteGroup(f"group-{group.value.replace(' ', '-')}", title_of(group, of_group), entries))
    return tuple(groups)


def quote_signs(rows: Sequence[QuoteRow], left: Pane, others: Sequence[Pane]) -> dict[str, list[Placed]]:
    """For every pane's prefix the signs at the words that lead to the table."""
    signs: dict[str, list[Placed]] = {}
    for row in rows:
        ref = _sign(row)
        for pane, spans in ((left, row.left), (others[row.source or 0], row.right)):
            if spans:
                signs.setdefault(pane.prefix, []).append((after_words(pane.article, spans), ref))
    return signs


def _sign(row: QuoteRow) -> Ref:
    label = f"Q{row.number}"
    told = f"quotation {row.number}: {row.verdict_told}"
    if row.mark is None:
        tone = "quiet" if row.group in {Group.AGREED, Group.ASIDE, Group.ALONE} else "quote"
        return Ref(label.lower(), label, told, tone)
    return Ref(label.lower(), f"{label} {sign_of(row.mark.mark)}", f"{told}; {row.status or 'noted'}", "mark")


def _entry(row: QuoteRow, left: Pane, others: Sequence[Pane]) -> QuoteEntry:
    right = others[row.source or 0]
    ours = [edit.left_span for edit in row.edits if edit.left_span is not None]
    theirs = [edit.right_span for edit in row.edits if edit.right_span is not None]
    how = row.how(0), row.how(1)
    same = row.group is Group.AGREED and not row.edits and bool(row.left and row.right)
    return QuoteEntry(
        id=f"q{row.number}",
        label=f"Q{row.number}",
        verdict=row.verdict_told,
        severity=row.severity,
        weight=row.severity_told if row.severity else "",
        sides=(
            Wording(
                left.css,
                row.speaker,
                left.places(row.left),
                _runs(left.article, row.left, ours, marks=not how[0]),
                how[0],
            ),
            Wording(
                right.css,
                row.other_speaker,
                right.places(row.right),
                () if same else _runs(right.article, row.right, theirs, marks=not how[1]),
                how[1],
                same,
            ),
        ),
        differs=_differs(row),
        sign="" if row.mark is None else sign_of(row.mark.mark),
        status=row.status or ("noted" if row.mark is not None else ""),
        was=closed(sentence(row.was)) if row.was else "",
        note=tuple(row.note.splitlines()),
    )


def _differs(row: QuoteRow) -> str:
    """What differs. What is cut of a source is set off in the wording; that it may mislead is not to be seen there."""
    if not row.changed and row.verdict_told in _SAYS_ALL:
        return ""
    is_cut = row.source is not None and row.verdict in {Verdict.TRUNCATED, Verdict.MARKED}
    return row.why if is_cut and row.group in {Group.OPEN, Group.SETTLED} else row.changed or row.why


def _runs(article: Article, spans: Sequence[Range], differing: Sequence[Range], *, marks: bool) -> tuple[Run, ...]:
    return wording_runs(article, spans, differing, marks=marks) if spans else ()
