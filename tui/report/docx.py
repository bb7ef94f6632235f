"""An annotated copy of one article for Word: comments on the words concerned, and nothing done to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import Finding, HouseRules, Verdict
from tui.report.counting import RULES_WORDS, counts_told, review_told
from tui.report.differing import opening, sentence, set_off
from tui.report.docxparts import Copy, Remark, write_copy
from tui.report.marked import note_told
from tui.report.othermarks import SHOWN, other_marks, source_names
from tui.report.passages import plain
from tui.report.quoterow import Group
from tui.report.sheet import NAMES, check_rows, comparison_rows
from tui.report.wording import called, closed, listed
from tui.review import MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article, Range
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, QuoteComparison
    from tui.report.marked import MarkTold
    from tui.report.quoterow import QuoteRow
    from tui.review import Located

PROGRAM, REPORTER = "Copyholder", "Reporter, in Copyholder"
"""Who made a comment: the program, or with a decision or a note the person who used it."""

_SILENT_WORDS = {
    Group.AGREED: "verbatim",
    Group.ALONE: "in quotation marks in this article only",
    Group.ASIDE: "not counted (terms, titles, headlines and repeats)",
}
"""The groups that have no comment but where something is marked, after a number."""
_NEAR = 300  # characters between two parts of one wording that a comment may run over


def comparison_docx(
    collation: Collation,
    quotes: QuoteComparison,
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Located] = (),
    *,
    annotate_right: bool = False,
) -> bytes:
    """One of two articles as a Word document, with comments on its quotations and on what the reporter marked.

    Quotations with the same words, and those that only this article has, have a comment only where they are marked.

    Args:
        collation: The comparison.
        quotes: Its quotations compared.
        rules: The house's rules for severity.
        marks: What the reporter marked.
        annotate_right: Whether the copy is of the right article; else it is of the left.

    Returns:
        The document.

    Raises:
        MissingLibrary: python-docx isn't installed, or is too old for comments.
    """
    rows = comparison_rows(collation, quotes, rules, marks)
    side = int(annotate_right)
    articles = collation.left, collation.right
    desk = _Desk(articles, side, NAMES)
    told = [one for one, _ in other_marks(rows, [(*articles, marks, NAMES)])]
    remarks = [*desk.on_rows(rows), *desk.on_others(told)]
    head = [
        f"Annotated copy of {NAMES[side]}: {plain(called(articles[side]))}",
        f"Compared with {NAMES[1 - side]}: {plain(called(articles[1 - side]))}",
        *_summary(rows, rules, side),
    ]
    tail = [*desk.rows_elsewhere(rows), *desk.others_elsewhere(told)]
    return write_copy(Copy(articles[side], head, remarks, tail))


def check_docx(
    article: Article,
    sources: Sequence[Article],
    checked: Sequence[CheckedQuote],
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Sequence[Located]] = (),
) -> bytes:
    """An article as a Word document, with comments on its quotations as the sources have them.

    Args:
        article: The article.
        sources: Its sources.
        checked: One result for each of its quotations.
        rules: The house's rules for severity.
        marks: For every source what the reporter marked in the article beside it.

    Raises:
        MissingLibrary: python-docx isn't installed, or is too old for comments.
    """
    rows = check_rows(article, sources, checked, rules, marks)
    head = [f"Annotated copy: {plain(called(article))}"]
    remarks: list[Remark] = []
    for number, source in enumerate(sources, start=1):
        label = "Checked against" if len(sources) == 1 else f"Checked against source {number}"
        head.append(f"{label}: {plain(called(source))}")
    for row in rows:
        other = article if row.source is None else sources[row.source]
        remarks += _Desk((article, other), 0, ("Article", "Source")).on_rows([row])
    tail: list[tuple[str, ...]] = []
    names = [sentence(name) for name in source_names(sources)]
    pairs = [
        (article, source, some, ("Article", name)) for source, name, some in zip(sources, names, marks, strict=False)
    ]
    for one, number in other_marks(rows, pairs):
        desk = _Desk((article, sources[number]), 0, ("Article", names[number]))
        remarks += desk.on_others([one])
        tail += desk.others_elsewhere([one])
    return write_copy(Copy(article, [*head, *_summary(rows, rules, 0)], remarks, tail))


class _Desk:
    """Who writes the comments on one article beside another one."""

    def __init__(self, articles: tuple[Article, Article], side: int, names: tuple[str, str]) -> None:
        self._articles = articles
        self._side = side
        self._names = names

    def on_rows(self, rows: Sequence[QuoteRow]) -> Iterator[Remark]:
        """Comments on the quotations for which there is something to say."""
        for row in rows:
            words = (row.left, row.right)[self._side]
            if words and (row.mark is not None or row.group not in _SILENT_WORDS):
                lines = tuple(self._said_of(row))
                yield _remark(words, lines, row.mark)

    def rows_elsewhere(self, rows: Sequence[QuoteRow]) -> Iterator[tuple[str, ...]]:
        """What was marked of quotations that this article has not."""
        for row in rows:
            if row.mark is not None and not (row.left, row.right)[self._side]:
                yield tuple(self._said_of(row))

    def on_others(self, told: Sequence[MarkTold]) -> Iterator[Remark]:
        """Comments on what was marked beside the quotations."""
        for one in told:
            words = (one.located.left, one.located.right)[self._side]
            if words and one.located.mark.kind in {MarkKind.REVIEW, MarkKind.SPEAKER}:
                lines = [f"{sentence(one.status)}, {one.subject}", *_was(one.was), *_note(one.located)]
                if all(one.sides):
                    lines += [
                        f"{where or name}: {opening(shown, SHOWN)}"
                        for name, where, shown in zip(self._names, one.places, one.sides, strict=True)
                    ]
                yield _remark(words, tuple(lines), one.located)

    def others_elsewhere(self, told: Sequence[MarkTold]) -> Iterator[tuple[str, ...]]:
        """What was marked, but on no words of this article, or on words that are gone."""
        for one in told:
            if not (one.located.left, one.located.right)[self._side]:
                words = " – ".join(opening(side, SHOWN) for side in one.sides if side)
                shown = f"{one.where}: {words}" if one.where else words
                yield (f"{sentence(one.status)}, {one.subject}", shown, *_was(one.was), *_note(one.located))

    def _said_of(self, row: QuoteRow) -> Iterator[str]:
        if row.status:
            yield sentence(row.status)
        yield from _was(row.was)
        yield from _note(row.mark)
        if row.verdict is Verdict.VERBATIM and not row.edits and Finding.ATTRIBUTION not in row.findings:
            yield f"{sentence(row.verdict_told)}: {self._said_where(row, 1 - self._side)}"
            return
        yield row.judged
        differing = (
            [edit.left_span for edit in row.edits if edit.left_span is not None],
            [edit.right_span for edit in row.edits if edit.right_span is not None],
        )
        # A comment is often cut by the window: what differs comes first, the words that stand beside it last.
        yield from row.reasons
        for side in (1 - self._side, self._side):
            spans = (row.left, row.right)[side]
            if spans:
                shown = set_off(self._articles[side], spans, differing[side])
                yield f"{self._said_where(row, side)}: {plain(shown)}"

    def _said_where(self, row: QuoteRow, side: int) -> str:
        place = sentence(row.place(side, self._names))
        return ", ".join(filter(None, (place, row.how(side) or (row.speaker, row.other_speaker)[side])))


def _remark(words: Sequence[Range], lines: tuple[str, ...], located: Located | None) -> Remark:
    """A comment on words that stand together; where parts stand far apart, on the first of them."""
    start, end = words[0]
    for low, high in words[1:]:
        if not start <= low <= end + _NEAR:
            break
        end = max(end, high)
    if located is None:
        return Remark(start, end, lines, PROGRAM)
    return Remark(start, end, lines, REPORTER, located.mark.changed)


def _note(located: Located | None) -> list[str]:
    note = "" if located is None else note_told(located.mark)
    if not note:
        return []
    first, *others = note.split("\n")
    return [f"Note: {first}", *others]


def _was(was: str) -> list[str]:
    return [closed(sentence(was))] if was else []


def _summary(rows: Sequence[QuoteRow], rules: HouseRules, side: int) -> list[str]:
    told = [counts_told(rows), review_told(rows), _silent_told(rows, side)]
    if any(row.edits for row in rows):
        told.append("In the comments, words between *asterisks* are those that differ.")
    return [*filter(None, told), RULES_WORDS[rules]]


def _silent_told(rows: Sequence[QuoteRow], side: int) -> str:
    """Which quotations of the copy have no comment, so that nobody takes silence for praise."""
    silent = [row for row in rows if row.mark is None and (row.left_numbers, row.right_numbers)[side]]
    numbers = {group: sum(row.group is group for row in silent) for group in _SILENT_WORDS}
    told = [f"{number} {_SILENT_WORDS[group]}" for group, number in numbers.items() if number]
    return f"Without a comment: {listed(told)}." if told else ""
