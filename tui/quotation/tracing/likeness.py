"""Which quotations of many articles may print the same words: found through an index, not pair by pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

from tui.quotation.sharing import ENOUGH, LONG_RUN, Part, all_shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.quotation.sharing import Quoted


class Likeness:
    """The different wordings among many quotations, and which of them may be one statement.

    Attributes:
        wording_of: For every quotation the number of its wording; alike are those of the same words, parted into the
            same sentences.
        near: For every wording those that may share enough with it, itself too.
    """

    def __init__(self, quoted: Sequence[Quoted]) -> None:
        numbers: dict[Part, int] = {}
        self._samples: list[Quoted] = []
        self.wording_of: list[int] = []
        for one in quoted:
            number = numbers.setdefault(one.part, len(numbers))
            if number == len(self._samples):
                self._samples.append(one)
            self.wording_of.append(number)
        self.near = _near(tuple(numbers))
        self._enough: dict[tuple[int, int], bool] = {}

    def share_enough(self, one: int, other: int) -> bool:
        """Whether two wordings, by their numbers, share enough to be compared as one statement."""
        pair = (one, other)
        if pair not in self._enough:
            self._enough[pair] = any(True for _ in all_shared([self._samples[one]], [self._samples[other]]))
        return self._enough[pair]


def _near(parts: Sequence[Part]) -> list[set[int]]:
    """For every wording those that have a long run of its words, or most words of the shorter one in any order.

    No others can share enough (see `sharing`): there most of the shorter one's words stand in the longer, or six in a
    row. Whoever has most of a quotation's words has one of its rarest, which is where the index is asked.
    """
    found: list[set[int]] = [set() for _ in parts]
    pieces = [(owner, piece) for owner, part in enumerate(parts) for piece in _pieces(part)]
    runs: dict[tuple[str, ...], set[int]] = defaultdict(set)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, (owner, piece) in enumerate(pieces):
        for run in _runs(piece.keys):
            runs[run].add(owner)
        for key in set(piece.keys):
            holders[key].append(number)
    for owners in runs.values():
        for owner in owners:
            found[owner] |= owners
    for owner, piece in pieces:
        for number in set(chain.from_iterable(holders[key] for key in _telling(piece, holders))):
            other, theirs = pieces[number]
            if other in found[owner]:
                continue
            if len(piece.bag & theirs.bag) >= ENOUGH * min(piece.count, theirs.count):
                found[owner].add(other)
                found[other].add(owner)
    return found


def _pieces(part: Part) -> Iterator[Part]:
    """The quotation, and its sentences where these are not the whole of it."""
    yield part
    for sentence in part.sentences:
        if sentence.keys != part.keys:
            yield sentence


def _runs(keys: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(keys[at : at + LONG_RUN]) for at in range(len(keys) - LONG_RUN + 1))


def _telling(piece: Part, holders: dict[str, list[int]]) -> list[str]:
    """So many of the rarest words that whoever has enough of all has one of these."""
    counts = Counter(piece.keys)
    spare = len(piece.keys) - ceil(ENOUGH * piece.count - _ROUNDING)
    telling: list[str] = []
    for key in sorted(counts, key=lambda key: (len(holders[key]), key)):
        telling.append(key)
        spare -= counts[key]
        if spare < 0:
            break
    return telling


_ROUNDING = 1e-9
