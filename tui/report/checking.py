"""An article's quotations against its sources, as text to paste into a memo: what needs attention first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import EditKind, Finding, HouseRules, QuotationKind, Verdict, find_quotations
from tui.report.attention import drops_a_turn, is_counted, is_faithful
from tui.report.counting import RULES_WORDS, counts_told, review_told, title_of
from tui.report.differing import SET_OFF, differences, sentence, set_off
from tui.report.lines import harmless, wrap
from tui.report.othermarks import mark_lines, note_lines, other_marks, source_pairs
from tui.report.paint import Painter
from tui.report.passages import aloud, paragraph_numbers
from tui.report.quoterow import MAY_MISLEAD, Group
from tui.report.sheet import CHECK_NAMES, check_rows, gravest_first
from tui.report.wording import called, flat, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article, Range
    from tui.quotation import CheckedQuote, Edit
    from tui.report.quoterow import QuoteRow
    from tui.review import Located

MEASURE = 100
"""Cells of a line at most: longer ones are hard to read."""

_INDENT = "    "
_WITHOUT_WORDS = frozenset({Verdict.PARAPHRASED, Verdict.MISSING})
"""No source has these words as they stand, so nobody was looked for who says them there."""
_IN_FULL = frozenset({Group.OPEN, Group.SETTLED})
_NUMBERS = {2: "two", 3: "three", 4: "four"}
_KINDS = {
    QuotationKind.SCARE: "a term",
    QuotationKind.TITLE: "a title",
    QuotationKind.HEADLINE: "in a headline",
}


def check_text(
    article: Article,
    sources: Sequence[Article],
    checked: Sequence[CheckedQuote],
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Sequence[Located]] = (),
    *,
    width: int = 100,
    color: bool = False,
) -> str:
    """A report on an article's quotations.

    Args:
        article: The article.
        sources: Its sources.
        checked: One result for each of its quotations.
        rules: The house's rules for how grave a difference is.
        marks: What the reporter marked: for every source the marks of the article beside it.
        width: Columns to fill; 0 for the linear form: a sentence a line, and words for signs.
        color: Whether headings are set off by colour; never in the linear form.

    Returns:
        The report, closed by a newline.
    """
    rows = check_rows(article, sources, checked, rules, marks)
    memo = _Memo(article, sources, checked, rows, min(width, MEASURE), Painter(color=color and width > 0))
    lines = [*memo.lines(RULES_WORDS[rules])]
    lines += mark_lines(
        other_marks(rows, source_pairs(article, sources, marks)), memo.width, _INDENT if memo.width else ""
    )
    return "\n".join(lines) + "\n"


class _Memo:
    """The report while it is written."""

    def __init__(
        self,
        article: Article,
        sources: Sequence[Article],
        checked: Sequence[CheckedQuote],
        rows: Sequence[QuoteRow],
        width: int,
        painter: Painter,
    ) -> None:
        self._article = article
        self._sources = sources
        self._quotations = find_quotations(article)
        self._checked = checked
        self._rows = rows
        self.width = width
        self._painter = painter

    def lines(self, rules_told: str) -> Iterator[str]:
        groups = {group: [row for row in self._rows if row.group is group] for group in Group}
        opened = gravest_first(groups[Group.OPEN])
        yield from self._head(opened, rules_told)
        for group, rows in groups.items():
            if not rows:
                continue
            yield from self._heading(title_of(group, rows))
            if group in _IN_FULL:
                for row in gravest_first(rows):
                    yield ""
                    yield from self._in_full(row)
            else:
                for row in rows:
                    yield from self._shortly(row)

    def _head(self, opened: Sequence[QuoteRow], rules_told: str) -> Iterator[str]:
        for line in wrap(f"Quotations of: {called(self._article)}", self.width):
            yield self._painter.strong(line)
        for number, source in enumerate(self._sources, start=1):
            label = "Checked against" if len(self._sources) == 1 else f"Checked against source {number}"
            yield from wrap(f"{label}: {called(source)}", self.width)
        yield ""
        yield from wrap(counts_told(self._rows), self.width)
        reviewed = review_told(self._rows)
        if reviewed:
            yield from wrap(reviewed, self.width)
        if any(row.group is not Group.ASIDE for row in self._rows):
            yield from wrap(rules_told, self.width)
        if [row.number for row in opened] != sorted(row.number for row in opened):
            first = (
                "What is flagged comes first, then the gravest" if opened[0].is_flagged else "The gravest come first"
            )
            yield from wrap(f"{first}; each keeps its number in the article.", self.width)
        if self.width and any(row.edits for row in self._rows if row.group in _IN_FULL):
            yield from wrap(f"Words between {SET_OFF}asterisks{SET_OFF} are those that differ.", self.width)

    def _heading(self, words: str) -> Iterator[str]:
        yield ""
        for line in wrap(words, self.width):
            yield self._painter.strong(line)

    def _in_full(self, row: QuoteRow) -> Iterator[str]:
        one = self._checked[row.number - 1]
        quotation = self._quotations[one.number]
        status = f"{row.status}: " if row.status else ""
        weight = f" ({row.severity_told})" if row.severity else ""
        head = f"{self._place(row)}: {status}{row.verdict_told}{weight}"
        for line in wrap(head, self.width, indent=_INDENT, first=self._number(row)):
            yield self._painter.strong(line)
        if one.verdict in _WITHOUT_WORDS or (not one.edits and one.verdict not in {Verdict.VERBATIM, Verdict.SPLICED}):
            yield from self._line(row.why if self.width else aloud(row.why))
        if one.verdict is Verdict.SPLICED:
            yield from self._line(self._runs_together(one))
        if is_faithful(one) and any(map(drops_a_turn, one.edits)):
            yield from self._line(MAY_MISLEAD)
        ours = [edit.left_span for edit in one.edits if edit.left_span is not None]
        yield from self._line(f"article: {self._printed(self._article, quotation.words, ours)}")
        if one.source is not None:
            theirs = [edit.right_span for edit in one.edits if edit.right_span is not None]
            words = self._printed(self._sources[one.source], one.source_spans, theirs)
            yield from self._line(f"{self._source_place(one)}: {words}")
        yield from self._differing(one)
        if Finding.ATTRIBUTION in one.findings:
            ours_said = quotation.attribution.speaker or "nobody"
            yield from self._line(
                f"Speaker: {harmless(ours_said)} in the article, {harmless(one.speaker_in_source or 'not named')} "
                "in the source."
            )
        yield from note_lines(row.note, row.was, self.width, _INDENT if self.width else "")

    def _differing(self, one: CheckedQuote) -> Iterator[str]:
        """What differs: in one sentence for the eye; for the ear, which has no signs to go by, each by itself."""
        edits = _graver_first(one)
        if self.width or len(edits) == 1:
            yield from self._line(f"Differs: {_differences(one)}.") if edits else ()
            return
        for number, edit in enumerate(edits, start=1):
            yield from self._line(f"Difference {number} of {len(edits)}: {_difference(edit, one)}.")

    def _printed(self, article: Article, spans: Sequence[Range], differing: Sequence[Range] = ()) -> str:
        """A wording to paste: whole, and set off for the eye only."""
        return set_off(article, spans, differing, marks=bool(self.width), whole=True)

    def _runs_together(self, one: CheckedQuote) -> str:
        statements = _NUMBERS.get(len(one.source_spans), "several")
        return f"The article runs together {statements} statements ({self._source_place(one)})."

    def _shortly(self, row: QuoteRow) -> Iterator[str]:
        one = self._checked[row.number - 1]
        quotation = self._quotations[one.number]
        notes = []
        if quotation.duplicate_of is not None:
            notes.append(f"repeats {quotation.duplicate_of + 1}")
        elif quotation.kind in _KINDS:
            notes.append(_KINDS[quotation.kind])
        if one.source is not None:
            notes.append(self._source_place(one))
        told = f"{self._place(row)}: {row.verdict_told}, {self._printed(self._article, quotation.words)}"
        told += f" ({'; '.join(notes)})" if notes else ""
        if one.edits and one.verdict is not Verdict.VERBATIM:
            told += f". {sentence(_differences(one))}."
        if row.status:
            told += f"{'' if told.endswith('.') else '.'} {sentence(row.status)}."
        yield from wrap(told, self.width, indent=_INDENT, first=self._number(row))
        yield from note_lines(row.note, row.was, self.width, _INDENT if self.width else "")

    def _line(self, words: str) -> Iterator[str]:
        told = words if self.width else sentence(words)
        yield from wrap(told, self.width, indent=_INDENT if self.width else "")

    def _number(self, row: QuoteRow) -> str:
        return f"{row.number:>2}. " if self.width else f"Quotation {row.number}, "

    def _place(self, row: QuoteRow) -> str:
        numbers = [str(index + 1) for index in self._quotations[row.number - 1].paragraphs]
        where = row.where if self.width else f"paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)}"
        return f"{where}, {row.speaker}" if row.speaker else where

    def _source_place(self, one: CheckedQuote) -> str:
        assert one.source is not None
        source = self._sources[one.source]
        numbers = paragraph_numbers(source, one.source_spans)
        where = listed([f"¶{number}" for number in numbers])
        if not self.width:
            where = f"paragraph{'s' if len(numbers) > 1 else ''} {listed([str(number) for number in numbers])}"
        which = f"source {one.source + 1} " if len(self._sources) > 1 else "source "
        if one.speaker_in_source:
            return f"{which}{where}, {flat(harmless(one.speaker_in_source))}"
        counts = is_counted(self._quotations[one.number]) and one.verdict not in _WITHOUT_WORDS
        return f"{which}{where}{', speaker not named there' if counts else ''}"


def _differences(one: CheckedQuote) -> str:
    """All that differs in the words, what changes the meaning first."""
    return "; ".join(_difference(edit, one) for edit in _graver_first(one))


def _graver_first(one: CheckedQuote) -> list[Edit]:
    return sorted(one.edits, key=lambda edit: edit.critical is None)


def _difference(edit: Edit, one: CheckedQuote) -> str:
    told = differences([edit], *CHECK_NAMES, whole=True)
    if edit.kind is not EditKind.TRUNCATED or edit.right_span is None or not one.source_spans:
        return told
    return f"{told} {'before' if edit.right_span[0] < one.source_spans[0][0] else 'after'} these words"
