"""Words with their statuses gathered into spans of text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.collation.model import Span, Status

if TYPE_CHECKING:
    from tui.article import Range
    from tui.collation.ledger import Ledger
    from tui.collation.witness import Witness


def gather(side: Witness, other: Witness, ledger: Ledger) -> tuple[Span, ...]:
    """The spans of one side: in order, every word once, none across a paragraph of either side or the edge of noise."""
    spans: list[Span] = []
    for paragraph in range(len(side)):
        at, end = side.bounds[paragraph], side.bounds[paragraph + 1]
        if at < end and _is_one_span(ledger, other, at, end):
            counterpart = _counterpart(ledger, other, at, end - 1)
            spans.append(Span(side.tokens.starts[at], side.tokens.ends[end - 1], ledger.statuses[at], counterpart))
            continue
        while at < end:
            last = _last_of_span(ledger, side, other, at, end)
            counterpart = _counterpart(ledger, other, at, last)
            spans.append(Span(side.tokens.starts[at], side.tokens.ends[last], ledger.statuses[at], counterpart))
            at = last + 1
    return tuple(spans)


def _is_one_span(ledger: Ledger, other: Witness, at: int, end: int) -> bool:
    """Whether the words are one run of the other article: a quick answer for most paragraphs of two versions."""
    first = ledger.first[at]
    if first < 0 or ledger.statuses[at] is Status.CHANGED:
        return False
    return (
        first + end - at <= _paragraph_end(other, first)
        and ledger.first[at:end] == list(range(first, first + end - at))
        and ledger.statuses[at:end].count(ledger.statuses[at]) == end - at
    )


def _last_of_span(ledger: Ledger, side: Witness, other: Witness, at: int, end: int) -> int:
    status = ledger.statuses[at]
    last = at
    fence = _paragraph_end(other, ledger.first[at]) if ledger.first[at] >= 0 else 0
    while last + 1 < end and ledger.statuses[last + 1] is status and (last in side.noise) is (last + 1 in side.noise):
        following = last + 1
        if status is Status.CHANGED:
            if (ledger.first[following], ledger.last[following]) != (ledger.first[at], ledger.last[at]):
                break
        elif status is not Status.UNIQUE and (
            ledger.first[following] != ledger.first[last] + 1 or ledger.first[following] >= fence
        ):
            break
        last = following
    return last


def _paragraph_end(side: Witness, word: int) -> int:
    return side.bounds[bisect_right(side.bounds, word)]


def _counterpart(ledger: Ledger, other: Witness, at: int, last: int) -> Range | None:
    if ledger.first[at] < 0:
        return None
    first, final = ledger.first[at], max(ledger.last[at], ledger.last[last])
    final = min(final, _paragraph_end(other, first) - 1)
    return other.tokens.starts[first], other.tokens.ends[final]
