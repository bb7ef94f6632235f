"""Which quotations of two articles print the same words, and which are parts of one statement."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.quotation.content import has_content
from tui.quotation.model import QuotationKind
from tui.text import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.quotation.model import Quotation
    from tui.quotation.words import QuotedWords

LONG_RUN = 6
"""So many words in a row are the same statement, however much of it either side prints."""

ENOUGH = 0.6
"""The share of the shorter quotation that must stand in the longer one."""

CONTAINED = 0.8
"""The share of a quotation that must stand in another one for that to be a further place of its words."""

SEAM = 3
"""Whole statements lie so close together where they are printed as one, in words; fragments leave no gap."""

MOST_PLACES = 60
"""Words beside each other that stand in more quotations are a formula: no reason to compare two."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and its words as they are compared."""

    quotation: Quotation
    words: QuotedWords


@dataclass(frozen=True, slots=True)
class Shared:
    """What two quotations share.

    Attributes:
        left: Index of the left quotation.
        right: Index of the right quotation.
        words: How many words they share, two letters of an unspaced script for one.
        left_part: The words of the left one that the shared ones span, as a half-open range of indices.
        right_part: The same on the right.
        left_words: Indices of the shared words on the left.
        right_words: The same on the right.
        closeness: Shared words of all words of both, 0..1.
    """

    left: int
    right: int
    words: float
    left_part: tuple[int, int]
    right_part: tuple[int, int]
    left_words: frozenset[int]
    right_words: frozenset[int]
    closeness: float


@dataclass(frozen=True, slots=True)
class Match:
    """Quotations that are compared as one statement, or a further place where a quotation's words stand.

    Attributes:
        left: Indices of the left quotations, ascending.
        right: Indices of the right quotations.
        primary: The best partner of at least one of them.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    primary: bool


def match_quotations(left: Sequence[Quoted], right: Sequence[Quoted]) -> list[Match]:
    """Match quotations by their words, wherever they stand, heaviest first.

    A word is claimed once on each side: so one quotation goes with several where each has another part of it, while
    a fragment that only repeats what a longer quotation already has is a further place.
    """
    found = sorted(_all_shared(left, right), key=lambda shared: _rank(shared, left, right), reverse=True)
    taken_left: dict[int, set[int]] = defaultdict(set)
    taken_right: dict[int, set[int]] = defaultdict(set)
    joined: list[Shared] = []
    further: list[Shared] = []
    for shared in found:
        free = (
            _is_original(shared, left, right)
            and _mostly_free(shared.left_words, taken_left[shared.left])
            and _mostly_free(shared.right_words, taken_right[shared.right])
        )
        if free:
            taken_left[shared.left] |= shared.left_words
            taken_right[shared.right] |= shared.right_words
            joined.append(shared)
        elif _is_contained(shared, left, right):
            further.append(shared)
    best = _best([*joined, *further])
    matches = [
        Match(
            tuple(sorted({one.left for one in statement})),
            tuple(sorted({one.right for one in statement})),
            primary=any(one in best for one in statement),
        )
        for statement in _statements(joined, left, right)
    ]
    matches += [Match((one.left,), (one.right,), primary=one in best) for one in further]
    return sorted(matches, key=lambda match: (match.left, match.right))


def _rank(shared: Shared, left: Sequence[Quoted], right: Sequence[Quoted]) -> tuple[bool, float, bool, float, int]:
    headline = QuotationKind.HEADLINE in (left[shared.left].quotation.kind, right[shared.right].quotation.kind)
    original = _is_original(shared, left, right)
    return original, shared.words, not headline, shared.closeness, -shared.left - shared.right


def _is_original(shared: Shared, left: Sequence[Quoted], right: Sequence[Quoted]) -> bool:
    return left[shared.left].quotation.duplicate_of is None and right[shared.right].quotation.duplicate_of is None


def _mostly_free(words: frozenset[int], taken: set[int]) -> bool:
    return 2 * len(words & taken) < len(words)


def _is_contained(shared: Shared, left: Sequence[Quoted], right: Sequence[Quoted]) -> bool:
    shorter = min(_size(left[shared.left].words.keys), _size(right[shared.right].words.keys))
    return shared.words >= CONTAINED * shorter


def _best(found: Iterable[Shared]) -> set[Shared]:
    """Of each quotation the match that comes first in rank."""
    best_left: dict[int, Shared] = {}
    best_right: dict[int, Shared] = {}
    for shared in found:
        best_left.setdefault(shared.left, shared)
        best_right.setdefault(shared.right, shared)
    return {*best_left.values(), *best_right.values()}


def _statements(joined: Sequence[Shared], left: Sequence[Quoted], right: Sequence[Quoted]) -> Iterator[list[Shared]]:
    """Matches that belong to one statement: one quotation holds their words close beside each other."""
    leader = list(range(len(joined)))

    def lead(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for side, opposite, quoted in (("left", "right", right), ("right", "left", left)):
        of_quotation: dict[int, list[int]] = defaultdict(list)
        for at, shared in enumerate(joined):
            of_quotation[getattr(shared, side)].append(at)
        for places in of_quotation.values():
            parts = sorted((getattr(joined[at], f"{side}_part"), at) for at in places)
            for (one, first), (other, second) in pairwise(parts):
                numbers = getattr(joined[first], opposite), getattr(joined[second], opposite)
                whole = all(quoted[number].quotation.kind is QuotationKind.FULL for number in numbers)
                if other[0] - one[1] <= (SEAM if whole else 0) and (whole or numbers[0] < numbers[1]):
                    leader[lead(first)] = lead(second)
    groups: dict[int, list[Shared]] = defaultdict(list)
    for at, shared in enumerate(joined):
        groups[lead(at)].append(shared)
    yield from groups.values()


def _all_shared(left: Sequence[Quoted], right: Sequence[Quoted]) -> Iterator[Shared]:
    places: dict[object, list[int]] = defaultdict(list)
    for index, quoted in enumerate(right):
        for gram in _grams(quoted.words.keys):
            places[gram].append(index)
    for index, quoted in enumerate(left):
        candidates = {
            other
            for gram in _grams(quoted.words.keys)
            if gram in places and len(places[gram]) <= MOST_PLACES
            for other in places[gram]
        }
        for other in sorted(candidates):
            shared = _shared(index, quoted.words, other, right[other].words)
            if shared is not None:
                yield shared


def _grams(keys: Sequence[str]) -> set[object]:
    """Words beside each other, and single words that mean something."""
    return (
        {*pairwise(keys), *(key for key in keys if has_content(key))} if len(keys) < 4 else {*pairwise(keys), keys[0]}
    )


def _size(keys: Iterable[str]) -> float:
    return sum(0.5 if is_unspaced(key) else 1.0 for key in keys)


def _shared(left: int, left_words: QuotedWords, right: int, right_words: QuotedWords) -> Shared | None:
    """What two quotations share, or None where it is too little to be the same statement."""
    one, other = left_words.keys, right_words.keys
    blocks = [
        block
        for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
        if block.size > 1 or (block.size and has_content(one[block.a]))
    ]
    if not blocks:
        return None
    longest = max(_size(one[block.a : block.a + block.size]) for block in blocks)
    words = sum(_size(one[block.a : block.a + block.size]) for block in blocks)
    shorter, longer = sorted((_size(one), _size(other)))
    content = any(has_content(key) for block in blocks for key in one[block.a : block.a + block.size])
    if not content or not _is_enough(words, longest, shorter, longer):
        return None
    solid = [block for block in blocks if _size(one[block.a : block.a + block.size]) >= min(LONG_RUN / 2, longest)]
    return Shared(
        left,
        right,
        words,
        (solid[0].a, solid[-1].a + solid[-1].size),
        (solid[0].b, solid[-1].b + solid[-1].size),
        frozenset(at for block in blocks for at in range(block.a, block.a + block.size)),
        frozenset(at for block in blocks for at in range(block.b, block.b + block.size)),
        2 * words / (shorter + longer),
    )


def _is_enough(words: float, longest: float, shorter: float, longer: float) -> bool:
    if longest >= LONG_RUN:
        return True
    if shorter <= 2:
        return longest >= shorter
    alike = words >= ENOUGH * shorter
    if 2 * shorter >= longer:
        return alike
    return alike and longest >= ENOUGH * shorter
