"""The heaviest weakly monotone chain, against every chain there is."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tui.collation.order import heaviest_chain

Pair = tuple[int, int]

WEIGHED = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9), max_size=8)


def is_chain(pairs: tuple[Pair, ...]) -> bool:
    return all((one[0] - other[0]) * (one[1] - other[1]) >= 0 for one, other in combinations(pairs, 2))


@given(WEIGHED)
def test_no_chain_is_heavier(weighed: dict[Pair, int]) -> None:
    found = heaviest_chain(list(weighed), list(weighed.values()))
    assert is_chain(tuple(found))
    heaviest = max(
        sum(weighed[pair] for pair in pairs)
        for size in range(len(weighed) + 1)
        for pairs in combinations(weighed, size)
        if is_chain(pairs)
    )
    assert sum(weighed[pair] for pair in found) == heaviest


def test_the_lighter_of_two_crossing_links_is_off_the_chain() -> None:
    assert heaviest_chain([(0, 1), (1, 0), (2, 2)], [5, 3, 1]) == {(0, 1), (2, 2)}


def test_splits_and_merges_are_in_order() -> None:
    pairs = [(0, 0), (0, 1), (1, 1), (2, 1)]
    assert heaviest_chain(pairs, [1, 1, 1, 1]) == set(pairs)


def test_nothing_makes_an_empty_chain() -> None:
    assert heaviest_chain([], []) == set()
