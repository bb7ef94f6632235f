"""Two versions of one mark become one, so that nothing a reporter said is lost.

A version is named by its `changed`; `past` names those it grew from. A version that has the other in its past has seen
it and wins. Two that haven't seen each other are put together: of decisions the later holds, of notes both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from tui.review.model import MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.review.model import Anchor, Decision, Mark

_T = TypeVar("_T")

PAST_KEPT = 50
"""Earlier versions that a mark remembers."""

_BLANK_LINE = "\n\n"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one mark that is to be kept.

    Attributes:
        after: The mark after it.
        before: The mark on which it was made; None where there was none.
        yielding: What another window changed meanwhile holds against it.
    """

    after: Mark
    before: Mark | None = None
    yielding: bool = False

    def mirrored(self) -> Edit:
        """The same with the sides exchanged."""
        return Edit(self.after.mirrored(), None if self.before is None else self.before.mirrored(), self.yielding)


def moment(now: datetime | None = None, after: str = "") -> str:
    """A new version's name: the present time, or just after an earlier version where the clock is behind that."""
    told = _told(now or datetime.now(UTC))
    return told if told > after else _told(datetime.fromisoformat(after) + timedelta(microseconds=1))


def merged(ours: Mark, theirs: Mark) -> Mark:
    """One mark of two versions of it; the order in which they are given makes no difference.

    Args:
        ours: One version.
        theirs: The other, with the same id and the sides the same way round.
    """
    if ours == theirs:
        return ours
    if ours.changed in theirs.past:
        return _with_past(theirs, ours.past)
    if theirs.changed in ours.past:
        return _with_past(ours, theirs.past)
    earlier, later = sorted((ours, theirs), key=_rank)
    note = joined(earlier.note, later.note)
    # A note alone says nothing against a decision; taking the mark back does.
    decision = later.decision if later.cleared or later.decision else earlier.decision
    return _grown(later, settled(replace(later, decision=decision, note=note)), (earlier, later))


def rebased(ours: Mark, standing: Mark, before: Mark | None, *, yielding: bool = False) -> Mark:
    """What becomes of a change that a reporter made without having seen what stands now.

    Args:
        ours: The mark after the change.
        standing: What stands now; perhaps changed meanwhile in another window.
        before: The mark on which the change was made; None where there was none.
        yielding: Where both changed the same, the standing holds (as when a change is taken back); else ours.

    Returns:
        A version that has seen both, with every change of either that the other didn't make otherwise.
    """
    if standing.changed == ours.changed or standing.changed in ours.past:
        return _with_past(ours, standing.past)
    if before is None:
        before = replace(emptied(ours), changed=standing.changed)  # both were made from nothing
    if before.changed != standing.changed and before.changed not in standing.past:
        return merged(ours, standing)
    # The words and what is said of them are chosen apart: one window may hang a mark elsewhere, another decide.
    left, right = _chosen(_words(before), _words(ours), _words(standing), yielding=yielding)
    decision, value, cleared = _chosen(_said(before), _said(ours), _said(standing), yielding=yielding)
    note = chosen_note(before.note, ours.note, standing.note, yielding=yielding)
    earlier, later = sorted((ours, standing), key=_rank)
    told = replace(later, left=left, right=right, decision=decision, value=value, note=note, cleared=cleared)
    return _grown(later, settled(told), (earlier, later))


def joined(first: str, second: str) -> str:
    """Two notes as one: the longer where it holds the other, else both with a blank line between."""
    if _holds(second, first):
        return second
    if _holds(first, second):
        return first
    parts = [part for part in second.split(_BLANK_LINE) if part.strip() and part not in first.split(_BLANK_LINE)]
    return _BLANK_LINE.join([first, *parts])


def chosen_note(before: str, ours: str, standing: str, *, yielding: bool = False) -> str:
    """The note that becomes of one, of which a reporter saw `before`, wrote `ours`, while `standing` was written."""
    if standing == before:
        return ours
    return standing if ours == before or yielding else joined(standing, ours)


def settled(mark: Mark) -> Mark:
    """The mark as it is kept: a decision or note is there or it isn't; a correction itself says whether it holds."""
    cleared = mark.cleared
    if mark.kind is MarkKind.REVIEW:
        cleared = mark.decision is None and not mark.note
    return emptied(mark) if cleared else replace(mark, cleared=False)


def emptied(mark: Mark) -> Mark:
    """The mark taken back: only its words and its history are left."""
    return replace(mark, decision=None, note="", value="", cleared=True)


def grown_past(marks: Iterable[Mark], without: str) -> tuple[str, ...]:
    """All versions that these marks are or have seen, the latest last, cut to what is remembered."""
    seen = {version for mark in marks for version in (*mark.past, mark.changed)} - {without, ""}
    return tuple(sorted(seen)[-PAST_KEPT:])


def _holds(note: str, other: str) -> bool:
    """Whether a note says the other in the same words, and not merely in letters ("no" isn't held by "nobody")."""
    wanted = other.strip()
    return not wanted or re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", note) is not None


def _told(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _rank(mark: Mark) -> tuple[str, bool, str, str, str, str]:
    anchors = repr((mark.left, mark.right))
    return mark.changed, not mark.cleared, mark.decision or "", mark.value, mark.note, anchors


def _words(mark: Mark) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    return mark.left, mark.right


def _said(mark: Mark) -> tuple[Decision | None, str, bool]:
    cleared = mark.cleared and mark.kind is not MarkKind.REVIEW  # else it follows from the rest, see `settled`
    return mark.decision, mark.value, cleared


def _chosen(before: _T, ours: _T, standing: _T, *, yielding: bool) -> _T:
    if standing == before:
        return ours
    return standing if ours == before or yielding else ours


def _grown(later: Mark, found: Mark, versions: tuple[Mark, Mark]) -> Mark:
    """The version that has seen both; it gets a name of its own where it says what no version of its name says."""
    made = min(mark.made for mark in versions)
    unlike = any(
        replace(found, made=mark.made, past=mark.past) != mark for mark in versions if mark.changed == later.changed
    )
    changed = moment(datetime.fromisoformat(later.changed), after=later.changed) if unlike else later.changed
    return replace(found, made=made, changed=changed, past=grown_past(versions, without=changed))


def _with_past(winner: Mark, more: tuple[str, ...]) -> Mark:
    past = tuple(sorted({*winner.past, *more} - {winner.changed})[-PAST_KEPT:])
    return winner if past == winner.past else replace(winner, past=past)
