"""An article's quotations against its sources, as text to paste into a memo: what needs attention first."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from tui.quotation import EditKind, Finding, HouseRules, QuotationKind, Verdict, find_quotations
from tui.report.attention import Attention, attention_to, drops_a_turn, is_counted, is_faithful, weight_of
from tui.report.differing import (
    COUNTED_WORDS,
    SET_OFF,
    SEVERITY_WORDS,
    VERDICT_WORDS,
    differences,
    is_bare_ellipsis,
    sentence,
    set_off,
)
from tui.report.lines import harmless, wrap
from tui.report.marked import mark_lines, tell_marks
from tui.report.paint import Painter
from tui.report.wording import counted, file_of, flat, listed, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article, Range
    from tui.quotation import CheckedQuote, Edit, Quotation
    from tui.review import Located

MEASURE = 100
"""Cells of a line at most: longer ones are hard to read."""

_INDENT = "    "
_RULES = {
    HouseRules.STRICT: "House rules: strict (no change of words but a marked deletion).",
    HouseRules.LENIENT: "House rules: lenient (fillers, slips of grammar and repeated words may go).",
}
_WITHOUT_WORDS = frozenset({Verdict.PARAPHRASED, Verdict.MISSING})
"""No source has these words as they stand, so nobody was looked for who says them there."""
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
    memo = _Memo(article, sources, checked, rules, min(width, MEASURE), Painter(color=color and width > 0))
    lines = [*memo.lines()]
    for number, (source, found) in enumerate(zip(sources, marks, strict=False), start=1):
        names = "article", f"source {number}" if len(sources) > 1 else "source"
        told = [*mark_lines(tell_marks(article, source, found, names), memo.width)]
        lines += ["", *told] if told else []
    return "\n".join(lines) + "\n"


class _Memo:
    """The report while it is written."""

    def __init__(
        self,
        article: Article,
        sources: Sequence[Article],
        checked: Sequence[CheckedQuote],
        rules: HouseRules,
        width: int,
        painter: Painter,
    ) -> None:
        self._article = article
        self._sources = sources
        self._quotations = find_quotations(article)
        self._checked = checked
        self._rules = rules
        self.width = width
        self._painter = painter

    def lines(self) -> Iterator[str]:
        counts = [one for one in self._checked if is_counted(self._quotations[one.number])]
        aside = [one for one in self._checked if not is_counted(self._quotations[one.number])]
        groups: dict[Attention, list[CheckedQuote]] = {attention: [] for attention in Attention}
        for one in counts:
            groups[attention_to(one, self._rules)].append(one)
        needed = sorted(groups[Attention.NEEDED], key=lambda one: -weight_of(one, self._rules))
        yield from self._head(counts, needed)
        if needed:
            yield from self._heading(f"Needs attention ({len(needed)})")
            for one in needed:
                yield ""
                yield from self._in_full(one)
        to_read, verbatim = groups[Attention.TO_READ], groups[Attention.NONE]
        forgiven = any(one.verdict is Verdict.ALTERED for one in to_read)
        title = "Cut, marked or slightly changed" if forgiven else "Cut or marked"
        for heading, group in ((f"{title}: read the rest", to_read), ("Verbatim", verbatim)):
            if group:
                yield from self._heading(f"{heading} ({len(group)})")
                for one in group:
                    yield from self._shortly(one)
        if aside:
            yield from self._heading(f"Not counted: terms, titles, headlines and repeats ({len(aside)})")
            for one in aside:
                yield from self._shortly(one)

    def _head(self, counts: Sequence[CheckedQuote], open_ones: Sequence[CheckedQuote]) -> Iterator[str]:
        for line in wrap(f"Quotations of: {_called(self._article)}", self.width):
            yield self._painter.strong(line)
        for number, source in enumerate(self._sources, start=1):
            label = "Checked against" if len(self._sources) == 1 else f"Checked against source {number}"
            yield from wrap(f"{label}: {_called(source)}", self.width)
        yield ""
        yield from wrap(counts_sentence(counts, open_ones), self.width)
        if counts:
            yield from wrap(_RULES[self._rules], self.width)
        if [one.number for one in open_ones] != sorted(one.number for one in open_ones):
            yield from wrap("The gravest come first; each keeps its number in the article.", self.width)
        if self.width and any(one.edits for one in open_ones):
            yield from wrap(f"Words between {SET_OFF}asterisks{SET_OFF} are those that differ.", self.width)

    def _heading(self, words: str) -> Iterator[str]:
        yield ""
        for line in wrap(words, self.width):
            yield self._painter.strong(line)

    def _in_full(self, one: CheckedQuote) -> Iterator[str]:
        quotation = self._quotations[one.number]
        weight = SEVERITY_WORDS[weight_of(one, self._rules)]
        head = f"{self._place(quotation)}: {_verdict(one)} ({weight})"
        for line in wrap(head, self.width, indent=_INDENT, first=self._number(one)):
            yield self._painter.strong(line)
        if one.verdict in _WITHOUT_WORDS or (not one.edits and one.verdict not in {Verdict.VERBATIM, Verdict.SPLICED}):
            yield from self._line(sentence(one.why))
        if one.verdict is Verdict.SPLICED:
            yield from self._line(self._runs_together(one))
        if is_faithful(one) and any(map(drops_a_turn, one.edits)):
            yield from self._line("What the article leaves out may change what was meant.")
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

    def _shortly(self, one: CheckedQuote) -> Iterator[str]:
        quotation = self._quotations[one.number]
        notes = []
        if quotation.duplicate_of is not None:
            notes.append(f"repeats {quotation.duplicate_of + 1}")
        elif quotation.kind in _KINDS:
            notes.append(_KINDS[quotation.kind])
        if one.source is not None:
            notes.append(self._source_place(one))
        told = f"{self._place(quotation)}: {_verdict(one)}, {self._printed(self._article, quotation.words)}"
        told += f" ({'; '.join(notes)})" if notes else ""
        if one.edits and one.verdict is not Verdict.VERBATIM:
            told += f". {sentence(_differences(one))}."
        yield from wrap(told, self.width, indent=_INDENT, first=self._number(one))

    def _line(self, words: str) -> Iterator[str]:
        told = words if self.width else sentence(words)
        yield from wrap(told, self.width, indent=_INDENT if self.width else "")

    def _number(self, one: CheckedQuote) -> str:
        return f"{one.number + 1:>2}. " if self.width else f"Quotation {one.number + 1}, "

    def _place(self, quotation: Quotation) -> str:
        numbers = [str(index + 1) for index in quotation.paragraphs]
        where = f"¶{'–'.join(dict.fromkeys((numbers[0], numbers[-1])))}" if numbers else "¶?"
        if not self.width:
            where = f"paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)}"
        speaker = quotation.attribution.speaker
        return f"{where}, {flat(harmless(speaker))}" if speaker else where

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


def counts_sentence(counts: Sequence[CheckedQuote], open_ones: Sequence[CheckedQuote]) -> str:
    """How many quotations there are, of which verdicts, and how many need attention."""
    if not counts:
        return "No quotation to check: the article has none that counts."
    numbers = Counter(one.verdict for one in counts)
    told = ", ".join(f"{numbers[verdict]} {COUNTED_WORDS[verdict]}" for verdict in Verdict if numbers[verdict])
    credit = sum(Finding.ATTRIBUTION in one.findings for one in counts)
    if credit:
        told += f"; {credit} given to another speaker"
    if open_ones:
        last = f"{len(open_ones)} {'needs' if len(open_ones) == 1 else 'need'} attention."
    else:
        last = "All hold." if numbers[Verdict.VERBATIM] == len(counts) else "None needs attention."
    return f"{counted(len(counts), 'quotation')}: {told}. {last}"


def paragraph_numbers(article: Article, spans: Sequence[Range]) -> list[int]:
    """The paragraphs in which passages stand, counted from 1, each once."""
    starts = [paragraph.start for paragraph in article.paragraphs]
    return sorted({max(1, bisect_right(starts, start)) for start, _ in spans})


def _called(article: Article) -> str:
    name, file = name_of(article), file_of(article)
    return name if name == file else f"{name} ({file})"


def _verdict(one: CheckedQuote) -> str:
    words = VERDICT_WORDS[one.verdict]
    if one.verdict is Verdict.MARKED and one.edits and all(is_bare_ellipsis(edit) for edit in one.edits):
        words = "an ellipsis differs"
    return f"{words}, another speaker" if Finding.ATTRIBUTION in one.findings else words


def _differences(one: CheckedQuote) -> str:
    """All that differs in the words, what changes the meaning first."""
    return "; ".join(_difference(edit, one) for edit in _graver_first(one))


def _graver_first(one: CheckedQuote) -> list[Edit]:
    return sorted(one.edits, key=lambda edit: edit.critical is None)


def _difference(edit: Edit, one: CheckedQuote) -> str:
    told = differences([edit], "the article", "the source", whole=True)
    if edit.kind is not EditKind.TRUNCATED or edit.right_span is None or not one.source_spans:
        return told
    return f"{told} {'before' if edit.right_span[0] < one.source_spans[0][0] else 'after'} these words"
