"""Phrases that stand in both statements, but in another order."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tui.collation.align import Block
from tui.quotation.judging.content import has_content, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SET_ELSEWHERE = 4
"""Words in a row that make a phrase found in another place a phrase that was moved, and no chance."""

ALIKE = 0.6
"""The share of words that two stretches must have in common to be one phrase, moved and altered."""

MOST_CELLS = 1_000_000
"""Stretches whose lengths multiply to more are not searched for moved phrases."""

Moved = tuple[int, int, int]
"""Index left, index right, how many words."""


@dataclass(frozen=True, slots=True)
class Transpositions:
    """What was set elsewhere, and what remains.

    Attributes:
        blocks: The blocks without the words set elsewhere; what differs inside such a phrase is a block, too.
        moved: Stretches of equal words set elsewhere.
        inner: Those of the blocks that stand inside a phrase set elsewhere.
    """

    blocks: tuple[Block, ...]
    moved: tuple[Moved, ...]
    inner: frozenset[Block]


@dataclass(frozen=True, slots=True)
class _Phrase:
    left: tuple[int, int]
    right: tuple[int, int]
    moved: tuple[Moved, ...]
    size: float


def find_transpositions(blocks: Sequence[Block], left: Sequence[str], right: Sequence[str]) -> Transpositions | None:
    """Find phrases set elsewhere among the words that differ, longest first; None where there are none.

    Args:
        blocks: Two statements set word against word.
        left: Keys of the left words.
        right: Keys of the right words.
    """
    gaps = [block for block in blocks if not block.equal]
    lefts, rights = _long_enough(gaps, left, 1), _long_enough(gaps, right, 3)
    candidates = [
        phrase
        for at, one, words in lefts
        for place, other, others in rights
        if at != place and not words.isdisjoint(others)
        for phrase in _phrases(one, other, left, right)
    ]
    chosen: list[_Phrase] = []
    for phrase in sorted(candidates, key=lambda phrase: (-phrase.size, phrase.left, phrase.right)):
        if all(_apart(phrase.left, one.left) and _apart(phrase.right, one.right) for one in chosen):
            chosen.append(phrase)
    if not chosen:
        return None
    inner = frozenset(block for phrase in chosen for block in _altered(phrase))
    remaining = list(_without(blocks, chosen))
    return Transpositions(
        tuple(sorted([*remaining, *inner], key=lambda block: (block.left, block.right))),
        tuple(sorted(one for phrase in chosen for one in phrase.moved)),
        inner,
    )


def _long_enough(
    gaps: Sequence[Block], keys: Sequence[str], side: int
) -> list[tuple[int, tuple[int, int], frozenset[str]]]:
    """The stretches of one side that can hold a phrase: index of the gap, where it stands, its words."""
    bounds = [(gap[side], gap[side + 1]) for gap in gaps]
    return [
        (at, bound, frozenset(keys[slice(*bound)]))
        for at, bound in enumerate(bounds)
        if word_count(keys[slice(*bound)]) >= SET_ELSEWHERE - 1
    ]


def _phrases(
    one: tuple[int, int], other: tuple[int, int], left: Sequence[str], right: Sequence[str]
) -> Iterator[_Phrase]:
    """The phrase that two stretches share, if they share one."""
    keys = left[slice(*one)], right[slice(*other)]
    if len(keys[0]) * len(keys[1]) > MOST_CELLS:
        return
    runs = [
        (one[0] + match.a, other[0] + match.b, match.size)
        for match in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
        if match.size
    ]
    shared = [key for at, _, size in runs for key in left[at : at + size]]
    if word_count(shared) >= max(SET_ELSEWHERE - 1, ALIKE * max(map(word_count, keys))) and any(
        map(has_content, shared)
    ):
        yield _Phrase(one, other, tuple(runs), word_count(shared))
        return
    for run in runs:
        size = word_count(left[run[0] : run[0] + run[2]])
        if size >= SET_ELSEWHERE:
            yield _Phrase((run[0], run[0] + run[2]), (run[1], run[1] + run[2]), (run,), size)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _altered(phrase: _Phrase) -> Iterator[Block]:
    """What differs inside a phrase set elsewhere."""
    left, right = phrase.left[0], phrase.right[0]
    for at, place, size in (*phrase.moved, (phrase.left[1], phrase.right[1], 0)):
        if left < at or right < place:
            yield Block(False, left, at, right, place)
        left, right = at + size, place + size


def _without(blocks: Iterable[Block], phrases: Iterable[_Phrase]) -> Iterator[Block]:
    """The blocks without the words of phrases set elsewhere."""
    phrases = list(phrases)
    for block in blocks:
        if block.equal:
            yield block
            continue
        lefts = list(_left_over((block.left, block.left_end), [phrase.left for phrase in phrases]))
        rights = list(_left_over((block.right, block.right_end), [phrase.right for phrase in phrases]))
        for place in range(max(len(lefts), len(rights))):
            left = lefts[place] if place < len(lefts) else (block.left_end, block.left_end)
            right = rights[place] if place < len(rights) else (block.right_end, block.right_end)
            yield Block(False, *left, *right)


def _left_over(stretch: tuple[int, int], taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = stretch
    for first, last in sorted(taken):
        if start <= first and last <= end:
            if start < first:
                yield start, first
            start = last
    if start < end:
        yield start, end
