"""Which quotations of two articles print the same words, and which are parts of one statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.quotation.model import QuotationKind
from tui.quotation.sharing import Shared, all_shared
from tui.quotation.ties import NOTHING_TIED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from tui.quotation.sharing import Quoted
    from tui.quotation.ties import Pair, TiedQuotations

CONTAINED = 0.8
"""The share of a quotation that must stand in another one for that to be a further place of its words."""

FURTHER = 8
"""So many further places of a quotation's words are told, the closest; in a long article more say nothing."""

SEAM = 3
"""Whole statements lie so close together where they are printed as one, in words; fragments leave no gap."""


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


def match_quotations(
    left: Sequence[Quoted], right: Sequence[Quoted], tied: TiedQuotations = NOTHING_TIED
) -> list[Match]:
    """Match quotations by their words, wherever they stand, heaviest first.

    A word is claimed once on each side: so one quotation goes with several where each has another part of it, while
    a fragment that only repeats what a longer quotation already has is a further place.

    Args:
        left: The left quotations; where something is tied, all of them in order.
        right: The right quotations.
        tied: What a reporter said of them. Those told to belong together claim each other's words first; all of them
            where they share none.
    """
    found = sorted(all_shared(left, right), key=lambda shared: _rank(shared, left, right), reverse=True)
    taken_left: dict[int, set[int]] = defaultdict(set)
    taken_right: dict[int, set[int]] = defaultdict(set)
    by_hand = _by_hand(found, tied.together)
    for shared in by_hand:
        taken_left[shared.left] |= shared.left_words or {*range(len(left[shared.left].words))}
        taken_right[shared.right] |= shared.right_words or {*range(len(right[shared.right].words))}
    barred = tied.apart | {(shared.left, shared.right) for shared in by_hand}
    joined: list[Shared] = [*by_hand]
    further: list[Shared] = []
    told: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    for shared in found:
        if (shared.left, shared.right) in barred:
            continue
        free = (
            _is_original(shared, left, right)
            and _mostly_free(shared.left_words, taken_left[shared.left])
            and _mostly_free(shared.right_words, taken_right[shared.right])
        )
        if free:
            taken_left[shared.left] |= shared.left_words
            taken_right[shared.right] |= shared.right_words
            joined.append(shared)
        elif min(told[0][shared.left], told[1][shared.right]) < FURTHER and _is_contained(shared, left, right):
            further.append(shared)
            told[0][shared.left] += 1
            told[1][shared.right] += 1
    best = _best([*joined, *further])
    matches = [
        Match(
            tuple(sorted({one.left for one in statement})),
            tuple(sorted({one.right for one in statement})),
            primary=any(one in best for one in statement),
        )
        for statement in _statements(joined, left, right, tied)
    ]
    matches += [Match((one.left,), (one.right,), primary=one in best) for one in further]
    return sorted(matches, key=lambda match: (match.left, match.right))


def _by_hand(found: Iterable[Shared], groups: Iterable[Iterable[Pair]]) -> list[Shared]:
    """What quotations share that were told to belong together, be it nothing."""
    shared = {(one.left, one.right): one for one in found}
    nothing = frozenset[int]()
    return [
        shared.get(pair) or Shared(*pair, 0, (0, 0), (0, 0), nothing, nothing, 0) for group in groups for pair in group
    ]


def _rank(shared: Shared, left: Sequence[Quoted], right: Sequence[Quoted]) -> tuple[bool, float, bool, float, int]:
    headline = QuotationKind.HEADLINE in (left[shared.left].quotation.kind, right[shared.right].quotation.kind)
    original = _is_original(shared, left, right)
    return original, shared.words, not headline, shared.closeness, -shared.left - shared.right


def _is_original(shared: Shared, left: Sequence[Quoted], right: Sequence[Quoted]) -> bool:
    return left[shared.left].quotation.duplicate_of is None and right[shared.right].quotation.duplicate_of is None


def _mostly_free(words: frozenset[int], taken: set[int]) -> bool:
    return 2 * len(words & taken) < len(words)


def _is_contained(shared: Shared, left: Sequence[Quoted], right: Sequence[Quoted]) -> bool:
    return shared.words >= CONTAINED * min(left[shared.left].part.count, right[shared.right].part.count)


def _best(found: Iterable[Shared]) -> set[Shared]:
    """Of each quotation the match that comes first in rank."""
    best_left: dict[int, Shared] = {}
    best_right: dict[int, Shared] = {}
    for shared in found:
        best_left.setdefault(shared.left, shared)
        best_right.setdefault(shared.right, shared)
    return {*best_left.values(), *best_right.values()}


def _statements(
    joined: Sequence[Shared], left: Sequence[Quoted], right: Sequence[Quoted], tied: TiedQuotations
) -> Iterator[list[Shared]]:
    """Matches that belong to one statement: a reporter said so, or one quotation holds their words close together."""
    leader = list(range(len(joined)))

    def lead(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    def join(first: int, second: int) -> None:
        ones = {lead(first), lead(second)}
        if not tied.apart or _may_be_one([joined[at] for at in range(len(joined)) if lead(at) in ones], tied.apart):
            leader[lead(first)] = lead(second)

    number_of = {(shared.left, shared.right): at for at, shared in enumerate(joined)}
    for group in tied.together:
        for pair in group[1:]:
            join(number_of[pair], number_of[group[0]])
    for side, opposite, quoted in (("left", "right", right), ("right", "left", left)):
        of_quotation: dict[int, list[int]] = defaultdict(list)
        for at, shared in enumerate(joined):
            if shared.left_words:
                of_quotation[getattr(shared, side)].append(at)
        for places in of_quotation.values():
            parts = sorted((getattr(joined[at], f"{side}_part"), at) for at in places)
            for (one, first), (other, second) in pairwise(parts):
                numbers = getattr(joined[first], opposite), getattr(joined[second], opposite)
                whole = all(quoted[number].quotation.kind is QuotationKind.FULL for number in numbers)
                phrases = all(len(quoted[number].words) >= SEAM for number in numbers)
                near = other[0] - one[1] <= (SEAM if whole else 0)
                if near and (whole or (phrases and numbers[0] < numbers[1])):
                    join(first, second)
    groups: dict[int, list[Shared]] = defaultdict(list)
    for at, shared in enumerate(joined):
        groups[lead(at)].append(shared)
    yield from groups.values()


def _may_be_one(statement: Sequence[Shared], apart: Collection[Pair]) -> bool:
    """Whether no two quotations of a statement were told apart."""
    return not any((one.left, other.right) in apart for one in statement for other in statement)
