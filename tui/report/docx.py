"""An annotated copy of one article for Word: comments on the words concerned, and nothing done to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import Finding, HouseRules, Verdict
from tui.report.differing import opening, sentence, set_off
from tui.report.docxparts import Copy, Remark, write_copy
from tui.report.markdown import RULES_WORDS
from tui.report.marked import tell_marks
from tui.report.sheet import (
    Group,
    QuoteRow,
    check_rows,
    comparison_rows,
    counts_told,
    note_told,
    other_marks,
    plain,
    review_told,
    words_told,
)
from tui.report.wording import counted, file_of, name_of
from tui.review import MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article, Range
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, QuoteComparison
    from tui.report.marked import MarkTold
    from tui.review import Located

PROGRAM, REPORTER = "Copyholder", "Reporter, in Copyholder"
"""Who made a comment: the program, or with a decision or a note the person who used it."""

_SILENT = frozenset({Group.AGREED, Group.ALONE, Group.ASIDE})
_WITHOUT_MARKS = frozenset({Verdict.UNQUOTED, Verdict.PARAPHRASED})
_NEAR = 300  # characters between two parts of one wording that a comment may run over
_SHOWN = 20


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
    desk = _Desk(articles, side, ("A", "B"))
    told = tell_marks(*articles, other_marks(rows, marks))
    remarks = [*desk.on_rows(rows), *desk.on_others(told)]
    head = [
        f"Annotated copy of {'AB'[side]}: {_called(articles[side])}",
        f"Compared with {'AB'[1 - side]}: {_called(articles[1 - side])}",
        *_summary(rows, rules),
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
    head = [f"Annotated copy: {_called(article)}"]
    remarks: list[Remark] = []
    for number, source in enumerate(sources, start=1):
        label = "Checked against" if len(sources) == 1 else f"Checked against source {number}"
        head.append(f"{label}: {_called(source)}")
    for row in rows:
        other = article if row.source is None else sources[row.source]
        remarks += _Desk((article, other), 0, ("Article", "Source")).on_rows([row])
    tail: list[tuple[str, ...]] = []
    for number, (source, some) in enumerate(zip(sources, marks, strict=False), start=1):
        names = "Article", f"Source {number}" if len(sources) > 1 else "Source"
        desk = _Desk((article, source), 0, names)
        told = tell_marks(article, source, other_marks(rows, some), ("article", names[1].lower()))
        remarks += desk.on_others(told)
        tail += desk.others_elsewhere(told)
    return write_copy(Copy(article, [*head, *_summary(rows, rules)], remarks, tail))


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
            if words and (row.mark is not None or row.group not in _SILENT):
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
                lines = [f"{sentence(one.status)}, {one.subject}", *_note(one.located)]
                for side, spans in enumerate((one.located.left, one.located.right)):
                    if spans and one.located.mark.left and one.located.mark.right:
                        shown = opening(words_told(self._articles[side], spans), _SHOWN)
                        lines.append(f"{self._names[side]}: {shown}")
                yield _remark(words, tuple(lines), one.located)

    def others_elsewhere(self, told: Sequence[MarkTold]) -> Iterator[tuple[str, ...]]:
        """What was marked, but on no words of this article, or on words that are gone."""
        for one in told:
            if not (one.located.left, one.located.right)[self._side]:
                where = f"{one.where}: " if one.where else ""
                words = f"{where}{opening(plain(one.words), _SHOWN)}" if where else plain(one.words)
                yield (f"{sentence(one.status)}, {one.subject}", words, *_note(one.located))

    def _said_of(self, row: QuoteRow) -> Iterator[str]:
        if row.status:
            yield sentence(row.status)
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
        where = (row.where, row.other_where)[side]
        place = sentence(where) if where[:1] != "¶" else f"{self._names[side]} {where}"
        return ", ".join(filter(None, (place, self._speaker(row, side))))

    def _speaker(self, row: QuoteRow, side: int) -> str:
        numbers = (row.left_numbers, row.right_numbers)[side]
        if not numbers and row.verdict in _WITHOUT_MARKS:
            return "without quotation marks" if row.verdict is Verdict.UNQUOTED else "in other words"
        return (row.speaker, row.other_speaker)[side]


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


def _summary(rows: Sequence[QuoteRow], rules: HouseRules) -> list[str]:
    told = [counts_told(rows)]
    silent = sum(row.mark is None and row.group is Group.AGREED for row in rows)
    if silent:
        what = f"{counted(silent, 'quotation')} with the same words {'has' if silent == 1 else 'have'} no comment."
        told.append(what)
    told.append(review_told(rows))
    if any(row.edits for row in rows):
        told.append("In the comments, words between *asterisks* are those that differ.")
    return [*filter(None, told), RULES_WORDS[rules]]


def _called(article: Article) -> str:
    name, file = name_of(article), file_of(article)
    return plain(name if name == file else f"{name} ({file})")
