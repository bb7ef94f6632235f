"""How much speaks for a passage being the words of an anchor: the words themselves, and what stands around them.

All evidence is told in words as rare as the rarest of the text: a word that stands everywhere says little.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.text import Tokens

UNMISTAKABLE = 3.5
"""Words that weigh so much are known by themselves: about six words in a row."""

ENOUGH = 3.0
"""What words and those around them must weigh together."""

BOTH_SIDES, ONE_SIDE = 0.5, 2.0
"""What must stand on both sides of words that are not unmistakable; or on one, where the words are all there."""

SAME_WORDS, OTHER_PLACE = 0.4, 0.6
"""The part of the words that must stand in a passage; and in one with less than `AROUND` of what stood around them."""

AROUND = 0.2

HOLDS = 0.5
"""Where words are found for certain, such a part of what stood around them must still stand there; beside words that
are unmistakable, of what stood on one side."""

GAP = 0.15
"""What a word that stands only on one side takes from the evidence."""

BESIDE = 3.0
"""So many times as much it takes right beside the words, whose neighbours are to tell them from others like them."""

EDGE = 0.7
"""What it weighs that words begin or end a paragraph here and there."""


class Run(NamedTuple):
    """Equal words in a row: where they begin in the anchor and in the text, and how many they are."""

    here: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """An anchor's words with those around them.

    Attributes:
        around: The text of it all: prefix, exact words and suffix.
        begins: Where the exact words begin in it.
        ends: One past where they end.
        tokens: The words of it all, but one that the prefix or the suffix may have cut.
        first: Index of the first of the exact words.
        last: One past the index of the last of them; equal to `first` where they hold no word.
        letters: A character for every word, as in the text's index.
        weights: What each word weighs.
        opens: The exact words begin a paragraph.
        closes: They end one.
    """

    around: str
    begins: int
    ends: int
    tokens: Tokens
    first: int
    last: int
    letters: str
    weights: tuple[float, ...]
    opens: bool
    closes: bool

    def mass(self, runs: Iterable[Run]) -> float:
        """What these words weigh together."""
        return sum([sum(self.weights[run.here : run.here + run.length]) for run in runs])


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the words of an anchor may stand now.

    Attributes:
        first: Index of the first of them in the text.
        last: One past the index of the last.
        begins: The exact words begin with it, or with what took the place of their first words.
        ends: They end with it.
        evidence: How much speaks for this place.
        certain: They stand here, all of them and nothing between them, and so does enough of what stood around them.
    """

    first: int
    last: int
    begins: bool
    ends: bool
    evidence: float
    certain: bool


def aligned(here: str, there: str, offset: int) -> list[Run]:
    """As many equal words as can be had in order.

    Args:
        here: The anchor's words, a character for each.
        there: Those of a stretch of the text.
        offset: Index of the first of these among the words of the text.
    """
    return [
        Run(operation.src_start, operation.dest_start + offset, operation.src_end - operation.src_start)
        for operation in Indel.opcodes(here, there)
        if operation.tag == "equal"
    ]


def own_words(wanted: Wanted, runs: Sequence[Run]) -> tuple[Run, ...]:
    """The neighbouring runs of exact words with the most evidence: small ones far off are left out (Kadane 1984)."""
    own = list(_clipped(runs, wanted.first, wanted.last))
    best, first, last = 0.0, 0, 0
    so_far, since = 0.0, 0
    for at, run in enumerate(own):
        so_far -= _gap(own[at - 1], run) if at else 0.0
        if so_far <= 0:
            so_far, since = 0.0, at
        so_far += wanted.mass([run])
        if so_far > best:
            best, first, last = so_far, since, at + 1
    return tuple(own[first:last])


def weigh(wanted: Wanted, runs: Sequence[Run], own: tuple[Run, ...], *, opens: bool, closes: bool) -> Passage | None:
    """Judge a place; None where too little speaks for it.

    Args:
        wanted: The anchor.
        runs: Its words that stand there, in order, with those around.
        own: The exact words among them, at least one run.
        opens: The first of these begins a paragraph.
        closes: The last of them ends one.
    """
    left = list(_clipped(runs, 0, wanted.first))
    right = list(_clipped(runs, wanted.last, len(wanted.letters)))
    before, held_before = _beside(wanted, own[0], reversed(left))
    after, held_after = _beside(wanted, own[-1], right)
    before += EDGE * (wanted.opens and opens)
    after += EDGE * (wanted.closes and closes)
    words, count = sum(run.length for run in own), wanted.last - wanted.first
    mass, all_mass = wanted.mass(own), sum(wanted.weights[wanted.first : wanted.last])
    around_before, around_after = sum(wanted.weights[: wanted.first]), sum(wanted.weights[wanted.last :])
    held = _share(held_before + held_after, around_before + around_after)
    weighs = mass - sum([_gap(one, other) for one, other in pairwise(own)])
    evidence = weighs + before + after

    long = weighs >= 2 * UNMISTAKABLE
    share = max(words / count, mass / all_mass)
    if evidence < ENOUGH or share < (SAME_WORDS if long or held >= AROUND else OTHER_PLACE):
        return None
    whole = len(own) == 1 and words == count
    certain = whole and held >= HOLDS
    if weighs >= UNMISTAKABLE:
        certain = whole and max(_share(held_before, around_before), _share(held_after, around_after)) >= HOLDS
    elif min(before, after) < BOTH_SIDES:
        # What stands in the paragraph before or after says little of a few words: paragraphs move.
        within = max(before * (not wanted.opens), after * (not wanted.closes))
        if not whole or within < ONE_SIDE:
            return None
        certain = False
    first, begins = _first(wanted, own[0], left)
    last, ends = _last(wanted, own[-1], right)
    return Passage(first, last, begins, ends, evidence, certain)


def _first(wanted: Wanted, own: Run, left: Sequence[Run]) -> tuple[int, bool]:
    """Where the words begin: with the first found, or where their neighbour ends if others took their place there."""
    missing = own.here - wanted.first
    if missing and left and left[-1].here + left[-1].length == wanted.first:
        place = left[-1].there + left[-1].length
        if 0 < own.there - place <= missing + 1:
            return place, True
    return own.there, not missing


def _last(wanted: Wanted, own: Run, right: Sequence[Run]) -> tuple[int, bool]:
    """One past where they end, likewise."""
    end = own.there + own.length
    missing = wanted.last - own.here - own.length
    if missing and right and right[0].here == wanted.last and 0 < right[0].there - end <= missing + 1:
        return right[0].there, True
    return end, not missing


def _share(part: float, of: float) -> float:
    return part / of if of else 0.0


def _beside(wanted: Wanted, edge: Run, runs: Iterable[Run]) -> tuple[float, float]:
    """What stands beside words in the order in which it stood there: its evidence, and what it weighs.

    Args:
        wanted: The anchor.
        edge: The outermost run of the words themselves.
        runs: What stands on that side, from the words outwards.
    """
    best, held, so_far, mass, last = 0.0, 0.0, 0.0, 0.0, edge
    for run in runs:
        weight = wanted.mass([run])
        one, other = (run, last) if run.here < last.here else (last, run)
        so_far += weight - _gap(one, other) * (BESIDE if last is edge else 1)
        mass, last = mass + weight, run
        if so_far > best:
            best, held = so_far, mass
    return best, held


def _gap(one: Run, other: Run) -> float:
    here, there = other.here - one.here - one.length, other.there - one.there - one.length
    return GAP * max(here, there)


def _clipped(runs: Iterable[Run], first: int, last: int) -> Iterator[Run]:
    """The parts of runs that lie among these words of the anchor."""
    for run in runs:
        low, high = max(run.here, first), min(run.here + run.length, last)
        if low < high:
            yield Run(low, run.there + low - run.here, high - low)
