"""When a correction is about the same words as an earlier one, and when it says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.review.model import Found, MarkKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Range
    from tui.review.model import Located, Subject

_OTHERWISE = {
    MarkKind.TOGETHER: MarkKind.APART,
    MarkKind.APART: MarkKind.TOGETHER,
    MarkKind.QUOTED: MarkKind.PLAIN,
    MarkKind.PLAIN: MarkKind.QUOTED,
}
_LEAST = 0.5
"""How much of an earlier correction's words a new one covers that is about the same."""


def is_same(earlier: Located, subject: Subject, left: Sequence[Range], right: Sequence[Range]) -> bool:
    """Whether an earlier correction is about just these words, so that only what it says is to be changed.

    A quotation whose bounds are set anew is another one; for every other kind words that largely agree are the same.
    """
    if earlier.mark.subject is not subject or earlier.found is Found.ORPHANED or not _same_sides(earlier, left, right):
        return False
    if earlier.mark.kind is MarkKind.QUOTED:
        return (earlier.left, earlier.right) == (tuple(left), tuple(right))
    return (
        _covers(left, earlier.left)
        and _covers(right, earlier.right)
        and (_covers(earlier.left, left) and _covers(earlier.right, right))
    )


def contradicts(
    earlier: Located, kind: MarkKind, subject: Subject, left: Sequence[Range], right: Sequence[Range]
) -> bool:
    """Whether an earlier correction can't hold beside a new one on these words."""
    if earlier.found is Found.ORPHANED or earlier.mark.subject is not subject or not _same_sides(earlier, left, right):
        return False
    if kind is MarkKind.QUOTED and earlier.mark.kind is kind:
        return _common(left, earlier.left) + _common(right, earlier.right) > 0
    return earlier.mark.kind is _OTHERWISE.get(kind) and _covers(left, earlier.left) and _covers(right, earlier.right)


def _same_sides(earlier: Located, left: Sequence[Range], right: Sequence[Range]) -> bool:
    return bool(earlier.left) == bool(left) and bool(earlier.right) == bool(right)


def _covers(ranges: Sequence[Range], others: Sequence[Range]) -> bool:
    """Whether at least half of the others lie in the ranges; of none, all do."""
    return _common(ranges, others) >= _LEAST * sum(end - start for start, end in others)


def _common(ranges: Sequence[Range], others: Sequence[Range]) -> int:
    return sum(max(0, min(end, high) - max(start, low)) for start, end in ranges for low, high in others)
