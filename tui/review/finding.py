"""The reporter's mark on given words, among all marks of a pair of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.review.model import Found, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Range
    from tui.review.model import Located, Subject

_LEAST = 0.5
"""How much of the words must be the same for a mark to be on them."""


def mark_on(
    marks: Iterable[Located], subject: Subject, left: Sequence[Range], right: Sequence[Range]
) -> Located | None:
    """The decision or note on words, or None.

    Of several marks the one whose words are most nearly these wins; then one that is about the same sides, one that
    was found for certain, and the latest.

    Args:
        marks: The marks of the pair; corrections and orphans are passed over.
        subject: What the words are.
        left: The left words; none where it is only about the right.
        right: The right words.

    Returns:
        The mark of which at least half of the words are these, on every side that both name.
    """
    best: tuple[tuple[float, int, bool, str], Located] | None = None
    for located in marks:
        if located.mark.subject is not subject or not _is_decision(located):
            continue
        fit = fit_of(located, left, right)
        if fit is None:
            continue
        rank = (*fit, located.found is Found.EXACTLY, located.mark.changed)
        if best is None or rank > best[0]:
            best = rank, located
    return None if best is None else best[1]


def fit_of(located: Located, left: Sequence[Range], right: Sequence[Range]) -> tuple[float, int] | None:
    """How well a mark fits words, the greater the better; None where it is not on them.

    Args:
        located: The mark.
        left: The left words; none where it is only about the right.
        right: The right words.

    Returns:
        How much of the words is the same, 0.5 to 1, and on how many sides both name words, or neither does.
    """
    shares, alike = 0.0, 0
    compared = 0
    for here, there in ((located.left, left), (located.right, right)):
        alike += bool(here) == bool(there)
        if here and there:
            share = _share(here, there)
            if share < _LEAST:
                return None
            shares += share
            compared += 1
    return (shares / compared, alike) if compared else None


def _is_decision(located: Located) -> bool:
    return located.mark.kind is MarkKind.REVIEW and located.found is not Found.ORPHANED and not located.mark.cleared


def _share(one: Sequence[Range], other: Sequence[Range]) -> float:
    """How much two lists of ranges have in common, 0 to 1, of the longer."""
    common = 0
    for low, high in one:
        for start, end in other:
            if low < end and start < high:
                common += min(high, end) - max(low, start)
    if not common:
        return 0.0
    return common / max(sum(high - low for low, high in ranges) for ranges in (one, other))
