"""The quotations of a comparison as lines: those that differ first, the others counted or named shortly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import EditKind, Finding, HouseRules, Verdict, severity, severity_without_partner
from tui.report.attention import is_counted
from tui.report.checking import paragraph_numbers
from tui.report.differing import SET_OFF, SEVERITY_WORDS, VERDICT_WORDS, differences, opening, sentence, set_off
from tui.report.lines import harmless, wrap
from tui.report.wording import counted, flat, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Range
    from tui.collation import Collation
    from tui.quotation import Quotation, QuoteComparison, QuotePair, Unpaired

_INDENT = "    "
_SILENT = frozenset({Finding.TYPOGRAPHIC, Finding.RESEGMENTED})


def quotation_lines(
    collation: Collation, quotes: QuoteComparison, rules: HouseRules, *, width: int, columns: bool
) -> Iterator[str]:
    """The section on quotations; no line where neither article quotes anybody.

    Args:
        collation: The comparison.
        quotes: Its quotations compared.
        rules: The house's rules for how grave a difference is.
        width: Columns to wrap at; 0 for one line a sentence, however long.
        columns: Whether it follows the two columns, A and B, or the linear form.
    """
    return _Section(collation, quotes, rules, width, columns=columns).lines()


class _Section:
    """The section while it is written."""

    def __init__(
        self, collation: Collation, quotes: QuoteComparison, rules: HouseRules, width: int, *, columns: bool
    ) -> None:
        self._articles = (collation.left, collation.right)
        self._quotations = (quotes.left, quotes.right)
        self._fates = (quotes.left_unpaired, quotes.right_unpaired)
        self._pairs = [pair for pair in quotes.pairs if pair.primary and self._counts(pair)]
        self._rules = rules
        self._width = width
        self._columns = columns
        self._names = ("A", "B") if columns else ("the left article", "the right article")

    def lines(self) -> Iterator[str]:
        if not any(self._quotations):
            return
        differing = [pair for pair in self._pairs if set(pair.findings) - _SILENT]
        yield from wrap("Quotations", self._width)
        yield from wrap(self._summary(differing), self._width)
        for pair in sorted(differing, key=lambda pair: -severity(pair.findings, pair.edits, self._rules)):
            yield ""
            yield from self._pair(pair)
        for side in (0, 1):
            yield from self._alone(side)

    def _counts(self, pair: QuotePair) -> bool:
        return any(is_counted(self._quotations[0][number]) for number in pair.left) and any(
            is_counted(self._quotations[1][number]) for number in pair.right
        )

    def _summary(self, differing: Sequence[QuotePair]) -> str:
        if not self._pairs:
            return "No words stand between quotation marks in both articles."
        same = len(self._pairs) - len(differing)
        told = f"{counted(len(self._pairs), 'quotation')} in both articles: {same} with the same words"
        if differing:
            verb = "differs" if len(differing) == 1 else "differ"
            told += f", {len(differing)} that {verb} in words, speaker or source"
        if differing and self._columns:
            told += f" (the words between {SET_OFF}asterisks{SET_OFF})"
        return f"{told}."

    def _pair(self, pair: QuotePair) -> Iterator[str]:
        left, right = self._articles
        weight = SEVERITY_WORDS[severity(pair.findings, pair.edits, self._rules)]
        head = VERDICT_WORDS[pair.verdict]
        if Finding.ATTRIBUTION in pair.findings:
            head += ", another speaker"
        if Finding.PROVENANCE in pair.findings:
            head += ", another outlet"
        yield from wrap(f"{sentence(head)} ({weight})", self._width)
        marks = self._columns
        wordings = (
            (left, pair.left, pair.left_spans, [edit.left_span for edit in pair.edits]),
            (right, pair.right, pair.right_spans, [edit.right_span for edit in pair.edits]),
        )
        for side, (article, numbers, spans, differing) in enumerate(wordings):
            place = self._place(side, spans)
            shown = set_off(article, spans, [span for span in differing if span is not None], marks=marks)
            credit = self._outlets(side, numbers) if Finding.PROVENANCE in pair.findings else ""
            yield from self._line(f"{place}{self._speakers(side, numbers)}{credit}: {shown}")
        if not pair.edits:
            yield from self._line(sentence(pair.why))
            return
        # In columns the words set off say what is cut at an end.
        told = [edit for edit in pair.edits if not self._columns or edit.kind is not EditKind.TRUNCATED]
        if told:
            yield from self._line(f"{sentence(differences(told, *self._names))}.")

    def _alone(self, side: int) -> Iterator[str]:
        """The quotations that the other article puts between no marks."""
        fates = [one for one in self._fates[side] if is_counted(self._quotations[side][one.number])]
        if not fates:
            return
        yield ""
        yield from wrap(f"In quotation marks only in {self._names[side]}:", self._width)
        for one in sorted(fates, key=lambda one: -severity_without_partner(one.verdict)):
            yield from self._line(self._fate(side, one))

    def _fate(self, side: int, one: Unpaired) -> str:
        quotation: Quotation = self._quotations[side][one.number]
        other = self._names[1 - side]
        where = ""
        if one.other is not None:
            where = f" at {self._numbered(1 - side, [one.other])}"
        fate = {
            Verdict.UNQUOTED: f"the same words stand in {other}{where} without quotation marks",
            Verdict.PARAPHRASED: f"{other} says it in other words{where}",
        }.get(one.verdict, f"no matching wording in {other}")
        if one.edits:
            fate = f"{other} has the words{where} without quotation marks, not quite the same"
        told = f"{self._numbered(side, quotation.words)}{self._speakers(side, (one.number,))}"
        return f"{sentence(told)}: {opening(quotation.text)}; {fate}."

    def _place(self, side: int, spans: Sequence[Range]) -> str:
        name = self._names[side] if self._columns else ("Left", "Right")[side]
        return f"{name} {self._numbered(side, spans)}"

    def _numbered(self, side: int, spans: Sequence[Range]) -> str:
        numbers = [str(number) for number in paragraph_numbers(self._articles[side], spans)]
        if self._columns:
            return listed([f"¶{number}" for number in numbers])
        return f"paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)}"

    def _speakers(self, side: int, numbers: Sequence[int]) -> str:
        said = [self._quotations[side][number].attribution for number in numbers]
        named = list(dict.fromkeys(flat(harmless(one.speaker)) for one in said if one.speaker))
        return f", {listed(named)}" if named else ""

    def _outlets(self, side: int, numbers: Sequence[int]) -> str:
        """Who was told, or is credited with the words."""
        said = [self._quotations[side][number].attribution.outlet for number in numbers]
        named = list(dict.fromkeys(flat(harmless(one)) for one in said if one))
        return f" (credited to {listed(named)})" if named else ""

    def _line(self, words: str) -> Iterator[str]:
        yield from wrap(words, self._width, indent=_INDENT if self._columns else "")
