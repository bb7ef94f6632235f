"""The order two articles have in common, and the links that stand outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def heaviest_chain(pairs: Sequence[tuple[int, int]], weights: Sequence[int]) -> set[tuple[int, int]]:
    """The heaviest set of pairs that can be read in order on both sides at once (weakly monotone).

    Whole numbers as weights keep sums exact, so that exchanging the sides can't change the choice.
    Time O(n log n): a Fenwick tree holds the heaviest chain that ends at or before each right paragraph.

    Args:
        pairs: Left and right paragraph of each link, no pair twice.
        weights: What each link counts, above 0.
    """
    places = {right: rank for rank, right in enumerate(sorted({right for _, right in pairs}), start=1)}
    heaviest: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)
    before: dict[int, int] = {}
    for index in sorted(range(len(pairs)), key=pairs.__getitem__):
        place = places[pairs[index][1]]
        total, previous = _heaviest_up_to(heaviest, place)
        before[index] = previous
        _raise(heaviest, place, (total + weights[index], index))
    _, last = _heaviest_up_to(heaviest, len(places))
    chain: set[tuple[int, int]] = set()
    while last >= 0:
        chain.add(pairs[last])
        last = before[last]
    return chain


def _heaviest_up_to(tree: list[tuple[int, int]], place: int) -> tuple[int, int]:
    best = (0, -1)
    while place > 0:
        best = max(best, tree[place])
        place -= place & -place
    return best


def _raise(tree: list[tuple[int, int]], place: int, entry: tuple[int, int]) -> None:
    while place < len(tree):
        tree[place] = max(tree[place], entry)
        place += place & -place
