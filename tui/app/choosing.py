"""The parts to which the index of quotations can be narrowed: how far the review is, verdicts, credits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.app.marking import NO_MARKS
from tui.app.marktelling import DECISION_WORDS
from tui.app.quotetelling import CREDIT_WORDS
from tui.quotation import Finding, Verdict
from tui.report.differing import VERDICT_WORDS
from tui.review.model import Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.marking import PageMarks
    from tui.app.quoting import QuoteStop

_UNPAIRED = (Verdict.UNQUOTED, Verdict.PARAPHRASED, Verdict.MISSING)


class Choice(NamedTuple):
    """A part of the quotations that the list can be narrowed to: those of a verdict, of a credit, of a review, or all.

    Attributes:
        name: What it is called.
        verdict: Only those of this verdict.
        credit: Only those with this finding.
        status: Only those on which this stands in the review: a word of `STATUSES`.
    """

    name: str
    verdict: Verdict | None = None
    credit: Finding | None = None
    status: str = ""

    def holds(self, stop: QuoteStop, marks: PageMarks = NO_MARKS) -> bool:
        """Whether a quotation is of this part."""
        if self.status and status_of(stop, marks) != self.status:
            return False
        return self.verdict in {None, stop.verdict} and (self.credit is None or self.credit in stop.findings)


OPEN, TO_CONFIRM = "not reviewed", "to confirm"
STATUSES = (OPEN, TO_CONFIRM, *(DECISION_WORDS[one] for one in (Decision.FLAGGED, Decision.QUERIED, Decision.ACCEPTED)))
"""How far the review of a quotation is, in words."""


def status_of(stop: QuoteStop, marks: PageMarks) -> str:
    """How far the review of a quotation is."""
    if marks.is_to_confirm(stop):
        return TO_CONFIRM
    decision = marks.decision(stop)
    return OPEN if decision is None else DECISION_WORDS[decision]


def choices_for(stops: Sequence[QuoteStop], marks: PageMarks = NO_MARKS) -> list[Choice]:
    """What the list can be narrowed to: everything, how far the review is, verdicts and credits, the gravest first."""
    reviewed = [Choice(status, status=status) for status in STATUSES] if marks.has_any else []
    verdicts = [*reversed([verdict for verdict in Verdict if verdict not in _UNPAIRED]), *_UNPAIRED]
    parts = [Choice(VERDICT_WORDS[verdict], verdict=verdict) for verdict in verdicts]
    parts += [Choice(name, credit=finding) for finding, name in CREDIT_WORDS.items()]
    return [Choice("all"), *(part for part in [*reviewed, *parts] if any(part.holds(stop, marks) for stop in stops))]
