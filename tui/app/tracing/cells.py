"""What stands in a cell: the signs and the word for what became of a statement in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.quoting import SPEAKER_MARK, VERDICT_MARKS, QuoteStop
from tui.layout import Side
from tui.quotation import Presence, Verdict
from tui.report.tracerows import QUOTED, has_other_words, has_rivals, is_given_away, is_shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.quotation import Cell, Cluster

LONGEST, ABSENT = "◆", "·"
"""The signs of the longest version, and of an article that has nothing of the statement."""

SIGNS = 3
"""Cells that the signs of one cell can take."""

_OTHER_SPEAKER = "other speaker"

_WORDS = {
    Verdict.VERBATIM: "same words",
    Verdict.MARKED: "marked",
    Verdict.TRUNCATED: "cut",
    Verdict.REORDERED: "other order",
    Verdict.SPLICED: "spliced",
    Verdict.ALTERED: "changed",
    Verdict.CRITICAL: "changed",
    Verdict.UNQUOTED: "no marks",
    Verdict.PARAPHRASED: "paraphrased",
    Verdict.MISSING: "",
}

SIGNS_TOLD = (
    (LONGEST, "the longest version; all others are compared with it"),
    (VERDICT_MARKS[Verdict.VERBATIM], "the same words"),
    (VERDICT_MARKS[Verdict.TRUNCATED], "only a part of it"),
    (VERDICT_MARKS[Verdict.MARKED], "changed, and brackets or an ellipsis say so"),
    (VERDICT_MARKS[Verdict.ALTERED], "other words"),
    (VERDICT_MARKS[Verdict.CRITICAL], "other words that may change what was said: not, numbers, names"),
    (VERDICT_MARKS[Verdict.REORDERED], "the same words in another order"),
    (VERDICT_MARKS[Verdict.SPLICED], "put together from what others print as separate statements"),
    (SPEAKER_MARK, "given to another speaker"),
    (VERDICT_MARKS[Verdict.UNQUOTED], "the words stand there without quotation marks"),
    (VERDICT_MARKS[Verdict.PARAPHRASED], "said in other words"),
    (ABSENT, "not found there"),
)
"""Every sign and what it says, for the help."""

LEGENDS = (
    "◆ longest  = same  / cut  [ marked  ≠ ! changed  @ other speaker  - no marks  ~ paraphrased  · not found",
    "◆ longest  = same  / cut  ≠ ! changed  @ other speaker  ? all signs",
    "◆ longest  = same  / cut  ≠ ! changed  ? all signs",
)
"""The signs in a line, for wide and for narrow screens."""


def stop_of(cell: Cell, cluster: Cluster) -> QuoteStop:
    """A cell beside the longest version, which stands on the left, as the reader tells of two quotations."""
    longest = cluster.cells[cluster.fullest]
    return QuoteStop(
        lead=Side.LEFT,
        left=longest.spans,
        right=cell.spans,
        left_numbers=_numbers(cluster, cluster.fullest),
        right_numbers=_numbers(cluster, cell.article),
        verdict=cell.verdict,
        findings=cell.findings,
        edits=cell.edits,
    )


def _numbers(cluster: Cluster, article: int) -> tuple[int, ...]:
    return tuple(number for index, number in cluster.variants if index == article)


def severity_of(cell: Cell, cluster: Cluster) -> int:
    """How grave a cell is under strict rules, from 0 to 4; words that are but missing are nothing grave."""
    return 0 if _is_longest(cell, cluster) or cell.presence not in QUOTED else stop_of(cell, cluster).severity()


def signs_of(cell: Cell, cluster: Cluster) -> str:
    """What became of the statement, in at most `SIGNS` cells."""
    if cell.presence is Presence.MISSING:
        return ABSENT
    if _is_longest(cell, cluster):
        return LONGEST
    cut = VERDICT_MARKS[Verdict.TRUNCATED] if cell.presence is Presence.PARTIAL else ""
    words = VERDICT_MARKS[cell.verdict]
    credit = SPEAKER_MARK if is_given_away(cell) else ""
    return f"{cut}{'' if words == cut else words}{credit}"


def word_of(cell: Cell, cluster: Cluster) -> str:
    """The same in a word or two; empty where there is nothing."""
    if cell.presence is Presence.MISSING:
        return ""
    if _is_longest(cell, cluster):
        return "longest" if has_rivals(cluster) else "quoted" if is_shared(cluster) else "only here"
    word = _WORDS[cell.verdict]
    if cell.presence is Presence.PARTIAL and cell.verdict is not Verdict.TRUNCATED:
        return f"cut, {word}"
    is_whole = cell.presence is Presence.FULL and not has_other_words(cell)
    return _OTHER_SPEAKER if is_whole and is_given_away(cell) else word


def rival_of(cluster: Cluster) -> int | None:
    """The article whose version it is most worth while to read beside the longest, or None where there is none."""
    others = [
        cell for cell in cluster.cells if not _is_longest(cell, cluster) and cell.presence is not Presence.MISSING
    ]
    best = max(others, key=lambda cell: (severity_of(cell, cluster), -cell.article), default=None)
    return None if best is None else best.article


def next_holder(cluster: Cluster, article: int, step: int) -> int:
    """The next or previous article that has the statement, from the other end again after the last."""
    holders = [cell.article for cell in cluster.cells if cell.presence is not Presence.MISSING]
    return next(_beyond(holders, article, step), holders[0 if step > 0 else -1])


def _beyond(holders: Sequence[int], article: int, step: int) -> Iterator[int]:
    ordered = holders if step > 0 else holders[::-1]
    return (holder for holder in ordered if (holder - article) * step > 0)


def _is_longest(cell: Cell, cluster: Cluster) -> bool:
    return cell.article == cluster.fullest
