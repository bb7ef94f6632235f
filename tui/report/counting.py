"""What a sheet comes to: its groups, how many quotations there are, and how far the review has got."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.quotation import Finding, HouseRules, Verdict
from tui.report.differing import COUNTED_WORDS
from tui.report.marked import STATUS_WORDS, moment_of
from tui.report.quoterow import PARTED, Group
from tui.report.wording import counted
from tui.review import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.report.quoterow import QuoteRow

GROUP_WORDS = {
    Group.OPEN: "Needs attention",
    Group.SETTLED: "Accepted as it stands",
    Group.TO_READ: "Cut, marked or slightly changed: read the rest",
    Group.AGREED: "Verbatim",
    Group.ALONE: "In quotation marks in one article only",
    Group.ASIDE: "Not counted: terms, titles, headlines and repeats",
}
"""The headings of a report's groups."""

RULES_WORDS = {
    HouseRules.STRICT: "House rules: strict (no change of words but a marked deletion).",
    HouseRules.LENIENT: "House rules: lenient (fillers, slips of grammar and repeated words may go).",
}
"""Under which rules it was said how grave a difference is."""

# "There" means nothing where no wording stands beside it.
_COUNTED = {**COUNTED_WORDS, Verdict.UNQUOTED: "without quotation marks on one side"}
_ONLY_CUT = "Cut or marked: read the rest"
# Not by the system's own names, which are those of its language.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def title_of(group: Group, rows: Iterable[QuoteRow]) -> str:
    """The heading of a group and how many it holds: "Needs attention (2)".

    Args:
        group: The group.
        rows: Its rows.
    """
    held = list(rows)
    words = GROUP_WORDS[group]
    if group is Group.TO_READ and not any(row.verdict is Verdict.ALTERED for row in held):
        words = _ONLY_CUT
    return f"{words} ({len(held)})"


def counts_told(rows: Iterable[QuoteRow]) -> str:
    """How many quotations there are, of which verdicts, and how many need attention."""
    counts = _counted(rows)
    if not counts:
        return "No quotation to check: there is none that counts."
    parted = sum(row.parted for row in counts)
    numbers = Counter(row.verdict for row in counts if not row.parted)
    told = [f"{numbers[verdict]} {_COUNTED[verdict]}" for verdict in Verdict if numbers[verdict]]
    told += [f"{parted} {PARTED}"] if parted else []
    speakers = sum(Finding.ATTRIBUTION in row.findings for row in counts)
    credit = f"; {speakers} given to another speaker" if speakers else ""
    waiting = sum(row.group is Group.OPEN for row in counts)
    if waiting:
        last = f"{waiting} {'needs' if waiting == 1 else 'need'} attention"
    else:
        last = "All hold" if all(row.group is Group.AGREED for row in counts) else "None needs attention"
    return f"{counted(len(counts), 'quotation')}: {', '.join(told)}{credit}. {last}."


def review_told(rows: Iterable[QuoteRow]) -> str:
    """How many quotations a reporter decided about, how, when last, and what waits; empty where about none."""
    counts = _counted(rows)
    decided = [row.mark.mark for row in counts if row.mark is not None and row.mark.mark.decision is not None]
    if not decided:
        return ""
    numbers = Counter(mark.decision for mark in decided)
    told = [f"{numbers[decision]} {STATUS_WORDS[decision]}" for decision in Decision if numbers[decision]]
    when = _day_and_time(max(mark.changed for mark in decided))
    last = f"; last on {when}" if when else ""
    waiting = sum(row.group is Group.OPEN and not _is_decided(row) for row in counts)
    left = f" {waiting} that {'needs attention is' if waiting == 1 else 'need attention are'} not reviewed yet."
    reviewed = f"{len(decided)} of {counted(len(counts), 'quotation')} reviewed: {', '.join(told)}{last}."
    return reviewed + left if waiting else reviewed


def _counted(rows: Iterable[QuoteRow]) -> list[QuoteRow]:
    return [row for row in rows if row.group is not Group.ASIDE]


def _is_decided(row: QuoteRow) -> bool:
    return row.mark is not None and row.mark.mark.decision is not None


def _day_and_time(moment: str) -> str:
    """A moment as people write it, "21 November 2026, 09:55 UTC"; empty where it is none."""
    when = moment_of(moment)
    return "" if when is None else f"{when.day} {_MONTHS[when.month - 1]} {when.year}, {when:%H:%M} UTC"
