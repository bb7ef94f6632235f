"""The quotations of two articles as a reader meets them: where to stop, which sign stands beside which words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.layout import Side
from tui.quotation import (
    EditKind,
    Finding,
    HouseRules,
    QuotationKind,
    Verdict,
    compare_quotations,
    severity,
    severity_without_partner,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.article import Range
    from tui.collation import Collation
    from tui.quotation import Attribution, Edit, Quotation, QuoteComparison, QuotePair, Unpaired

VERDICT_MARKS: Mapping[Verdict, str] = {
    Verdict.VERBATIM: "=",
    Verdict.MARKED: "[",
    Verdict.TRUNCATED: "/",
    Verdict.REORDERED: "%",
    Verdict.SPLICED: "+",
    Verdict.ALTERED: "≠",
    Verdict.CRITICAL: "!",
    Verdict.UNQUOTED: "-",
    Verdict.PARAPHRASED: "~",
    Verdict.MISSING: "∅",
}
"""The sign of each verdict; every one takes one cell."""

SPEAKER_MARK, OUTLET_MARK = "@", "^"
"""The signs of another speaker and of another outlet."""

CREDIT_MARKS: Mapping[Finding, str] = {Finding.ATTRIBUTION: SPEAKER_MARK, Finding.PROVENANCE: OUTLET_MARK}

GRAVE, WORTH_A_LOOK = 3, 2
"""From such a severity under strict rules on a sign is loud, or no longer quiet."""

_STATEMENTS = frozenset({QuotationKind.FULL, QuotationKind.PARTIAL})
_ORDER = {verdict: at for at, verdict in enumerate(Verdict)}
_CHANGES = frozenset({Verdict.SPLICED, Verdict.ALTERED, Verdict.CRITICAL})


@dataclass(frozen=True, slots=True)
class QuoteStop:
    """A pair of quotations, or one that the other article has not between marks: one place to stop at.

    Attributes:
        lead: The side on which it is met.
        left: The left words, in order: of the quotations, or where an unpaired right one is unquoted or paraphrased.
        right: The same on the right.
        left_numbers: The left quotations; none where only the right article quotes.
        right_numbers: The same on the right.
        verdict: The gravest finding about the words.
        findings: All that holds.
        edits: The differences in words.
        why: One sentence for the verdict; empty where there is no pair.
    """

    lead: Side
    left: tuple[Range, ...]
    right: tuple[Range, ...]
    left_numbers: tuple[int, ...]
    right_numbers: tuple[int, ...]
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()
    why: str = ""

    @property
    def is_pair(self) -> bool:
        """Whether both articles have the words between marks."""
        return bool(self.left_numbers and self.right_numbers)

    def words(self, side: Side) -> tuple[Range, ...]:
        """One side's words."""
        return self.left if side is Side.LEFT else self.right

    def numbers(self, side: Side) -> tuple[int, ...]:
        """One side's quotations."""
        return self.left_numbers if side is Side.LEFT else self.right_numbers

    def differing(self, side: Side) -> tuple[Range, ...]:
        """One side's words that the other has not, or marks as left out, in order; those cut at an end aside."""
        return self._spans(side, cut=False)

    def cut(self, side: Side) -> tuple[Range, ...]:
        """One side's words that the other leaves out at an end, in order."""
        return self._spans(side, cut=True)

    def _spans(self, side: Side, *, cut: bool) -> tuple[Range, ...]:
        edits = [edit for edit in self.edits if (edit.kind is EditKind.TRUNCATED) is cut]
        spans = (edit.left_span if side is Side.LEFT else edit.right_span for edit in edits)
        return tuple(sorted(span for span in spans if span is not None))

    def shared(self, side: Side) -> tuple[Range, ...]:
        """One side's words without those that the other leaves out at an end."""
        kept: list[Range] = []
        for start, end in self.words(side):
            at = start
            for low, high in self.cut(side):
                if low < end and at < high:
                    kept.append((at, max(at, low)))
                    at = min(end, high)
            kept.append((at, end))
        return tuple((low, high) for low, high in kept if low < high)

    def severity(self, rules: HouseRules = HouseRules.STRICT) -> int:
        """How grave it is under a house's rules, from 0 to 4."""
        told = severity(self.findings, self.edits, rules)
        return told if self.is_pair else max(told, severity_without_partner(self.verdict))

    @property
    def weight(self) -> tuple[int, int]:
        """What to sort by, the gravest last; where nothing is said against the words, one not found comes after."""
        return self.severity(), _ORDER[self.verdict]

    @property
    def is_grave(self) -> bool:
        """Whether the words differ so that somebody has to look, or another speaker is named."""
        return self.severity() >= GRAVE

    @property
    def mark(self) -> str:
        """The sign of the gravest thing that there is to say, the words before who said them."""
        if not self.has_other_words:
            for finding, mark in CREDIT_MARKS.items():
                if finding in self.findings:
                    return mark
        return VERDICT_MARKS[self.verdict]

    @property
    def has_other_words(self) -> bool:
        """Whether the words differ so that this comes before who said them."""
        return self.verdict in _CHANGES

    @property
    def has_other_speaker(self) -> bool:
        """Whether the two articles name different speakers."""
        return Finding.ATTRIBUTION in self.findings

    @property
    def credit_marks(self) -> str:
        """The signs of another speaker and of another outlet, if they hold."""
        return "".join(mark for finding, mark in CREDIT_MARKS.items() if finding in self.findings)


@dataclass(frozen=True, slots=True)
class Quoting:
    """All quotations of a pair of articles.

    Attributes:
        comparison: What comparing them said.
        stops: The pairs and the unpaired quotations, those of the left article first.
        signs: For each side the stops whose quotations begin there, with their first code points, in order.
    """

    comparison: QuoteComparison
    stops: tuple[QuoteStop, ...]
    signs: Mapping[Side, tuple[tuple[int, QuoteStop], ...]]

    def quotations(self, stop: QuoteStop, side: Side) -> list[Quotation]:
        """One side's quotations of a stop."""
        known = self.comparison.left if side is Side.LEFT else self.comparison.right
        return [known[number] for number in stop.numbers(side)]

    def credits(self, stop: QuoteStop, side: Side) -> list[Attribution]:
        """To whom one side's quotations are given, each said once."""
        return list(dict.fromkeys(one.attribution for one in self.quotations(stop, side)))

    def begin_between(self, side: Side, start: int, end: int) -> list[QuoteStop]:
        """The quotations that begin between two code points."""
        signs = self.signs[side]
        first = bisect_left(signs, start, key=lambda sign: sign[0])
        found = []
        for at in range(first, len(signs)):
            if signs[at][0] >= end:
                break
            found.append(signs[at][1])
        return found

    def sign_between(self, side: Side, start: int, end: int) -> QuoteStop | None:
        """The gravest of the quotations that begin between two code points, or None."""
        return max(self.begin_between(side, start, end), key=attrgetter("weight"), default=None)


def find_quoting(collation: Collation) -> Quoting:
    """Compare the quotations of a pair and gather what a reader stops at.

    Terms, titles, headlines' words and copies in captions are stops only as partners of somebody's statement.
    """
    comparison = compare_quotations(collation)
    told = {
        Side.LEFT: {number for pair in comparison.pairs if pair.primary for number in pair.left},
        Side.RIGHT: {number for pair in comparison.pairs if pair.primary for number in pair.right},
    }
    stops = [
        _paired(pair, told)
        for pair in comparison.pairs
        if _counts([comparison.left[at] for at in pair.left], [comparison.right[at] for at in pair.right])
        and not _is_told_twice(pair, told)
    ]
    for side, found, known in (
        (Side.LEFT, comparison.left_unpaired, comparison.left),
        (Side.RIGHT, comparison.right_unpaired, comparison.right),
    ):
        stops += [_alone(side, one, known[one.number]) for one in found if _is_statement(known[one.number])]
    return Quoting(comparison, tuple(stops), {side: _signs(stops, side, comparison) for side in Side})


def _is_statement(quotation: Quotation) -> bool:
    return quotation.kind in _STATEMENTS and quotation.duplicate_of is None


def _counts(left: Sequence[Quotation], right: Sequence[Quotation]) -> bool:
    """Whether a pair has somebody's statement on one side at least, and no side is but a copy."""
    if any(all(one.duplicate_of is not None for one in side) for side in (left, right)):
        return False
    return any(map(_is_statement, (*left, *right)))


def _is_told_twice(pair: QuotePair, told: Mapping[Side, set[int]]) -> bool:
    """Whether a further place of words is the first of other words already: those are told there."""
    return not pair.primary and told[Side.LEFT].issuperset(pair.left) and told[Side.RIGHT].issuperset(pair.right)


def _paired(pair: QuotePair, told: Mapping[Side, set[int]]) -> QuoteStop:
    on_right = not pair.primary and told[Side.LEFT].issuperset(pair.left)
    return QuoteStop(
        lead=Side.RIGHT if on_right else Side.LEFT,
        left=pair.left_spans,
        right=pair.right_spans,
        left_numbers=pair.left,
        right_numbers=pair.right,
        verdict=pair.verdict,
        findings=pair.findings,
        edits=pair.edits,
        why=pair.why,
    )


def _alone(side: Side, found: Unpaired, quotation: Quotation) -> QuoteStop:
    words = {side: quotation.words, side.other: () if found.other is None else (found.other,)}
    numbers = {side: (quotation.number,), side.other: ()}
    return QuoteStop(
        lead=side,
        left=words[Side.LEFT],
        right=words[Side.RIGHT],
        left_numbers=numbers[Side.LEFT],
        right_numbers=numbers[Side.RIGHT],
        verdict=found.verdict,
        findings=found.findings,
        edits=found.edits,
    )


def _signs(stops: Sequence[QuoteStop], side: Side, comparison: QuoteComparison) -> tuple[tuple[int, QuoteStop], ...]:
    """Where each stop's sign stands on one side: at the first mark of each of its quotations there."""
    known = comparison.left if side is Side.LEFT else comparison.right
    found = [
        (known[number].segments[0][0], stop) for stop in stops for number in stop.numbers(side) if known[number].words
    ]
    return tuple(sorted(found, key=lambda sign: (sign[0], sign[1].weight)))
