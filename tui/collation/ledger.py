"""What is known so far of every word of one article: its status and its counterpart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.collation.model import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

NOWHERE = -1


class Ledger:
    """Status and counterpart of every word of one side, as parallel lists rather than an object a word.

    Attributes:
        statuses: One a word.
        first: The first counterpart of each word, as an index of a word of the other article, or NOWHERE.
        last: The last counterpart; the same as `first` but for a changed word.
        lengths: How many words the equality has that decided the status; 0 where none did.
    """

    __slots__ = ("first", "last", "lengths", "statuses")

    def __init__(self, words: int) -> None:
        self.statuses: list[Status] = [Status.UNIQUE] * words
        self.first = [NOWHERE] * words
        self.last = [NOWHERE] * words
        self.lengths = [0] * words

    def put_equal(self, start: int, other: int, length: int, status: Status) -> None:
        """Say that `length` words from `start` are those from `other`."""
        end = start + length
        self.statuses[start:end] = [status] * length
        self.first[start:end] = self.last[start:end] = range(other, other + length)
        self.lengths[start:end] = [length] * length

    def put_changed(self, words: Sequence[int], first: int, last: int) -> None:
        """Say that the words from `first` to `last` stand opposite these, where nothing better is known."""
        for at in words:
            if self.statuses[at] is Status.UNIQUE:
                self.statuses[at] = Status.CHANGED
                self.first[at], self.last[at] = first, last

    def forget(self, at: int) -> None:
        """Take back what was said of a word."""
        self.statuses[at] = Status.UNIQUE
        self.first[at] = self.last[at] = NOWHERE
        self.lengths[at] = 0


def claim_run(left: Ledger, right: Ledger, start: int, other: int, length: int, status: Status) -> None:
    """Say on each side that `length` words are equal.

    Of two equalities that claim a word the longer decides, of equal ones the first; the counterpart of a word that
    changes hands is free again. Each side decides for itself: several words may name the same ones.
    """
    if not any(left.lengths[start : start + length]) and not any(right.lengths[other : other + length]):
        left.put_equal(start, other, length, status)
        right.put_equal(other, start, length, status)
        return
    for offset in range(length):
        _claim_word(left, right, start + offset, other + offset, length, status)
        _claim_word(right, left, other + offset, start + offset, length, status)


def _claim_word(side: Ledger, opposite: Ledger, at: int, other: int, length: int, status: Status) -> None:
    if side.lengths[at] >= length:
        return
    previous = side.first[at]
    if previous not in (NOWHERE, other) and opposite.first[previous] == at:
        opposite.forget(previous)
    side.statuses[at] = status
    side.first[at] = side.last[at] = other
    side.lengths[at] = length
