"""Word against word, with difflib as the reference."""

from __future__ import annotations

import random
from difflib import SequenceMatcher
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.collation.align import MOST_CELLS, Block, align, join_small_equalities, slide_down
from tui.collation.witness import Vocabulary

PASSAGE = st.lists(st.integers(0, 6), max_size=30)

COMMON, RARE = 0.1, 1.0


def vocabulary(weights: list[float]) -> Vocabulary:
    return Vocabulary([str(number) for number in range(len(weights))], [1.0] * len(weights), weights)


@given(PASSAGE, PASSAGE)
def test_blocks_rebuild_both_passages(left: list[int], right: list[int]) -> None:
    blocks = align(left, right)
    assert [word for block in blocks for word in left[block.left : block.left_end]] == left
    assert [word for block in blocks for word in right[block.right : block.right_end]] == right
    for block in blocks:
        same = left[block.left : block.left_end] == right[block.right : block.right_end]
        assert same == block.equal
    assert all(one.equal != other.equal for one, other in pairwise(blocks))


@given(PASSAGE, PASSAGE)
def test_at_least_as_many_equal_words_as_difflib(left: list[int], right: list[int]) -> None:
    reference = SequenceMatcher(None, left, right, autojunk=False)
    wanted = sum(block.size for block in reference.get_matching_blocks())
    found = sum(block.left_end - block.left for block in align(left, right) if block.equal)
    assert found >= wanted


def test_words_beyond_the_last_character_are_compared_too() -> None:
    assert align([2_000_000, 1], [2_000_000, 2]) == [Block(True, 0, 1, 0, 1), Block(False, 1, 2, 1, 2)]


@given(PASSAGE, PASSAGE)
def test_sliding_keeps_the_alignment(left: list[int], right: list[int]) -> None:
    blocks = slide_down(align(left, right), left, right)
    assert [word for block in blocks for word in left[block.left : block.left_end]] == left
    assert [word for block in blocks for word in right[block.right : block.right_end]] == right
    for block in blocks:
        if block.equal:
            assert left[block.left : block.left_end] == right[block.right : block.right_end]


def test_what_repeats_goes_with_what_follows() -> None:
    left, right = [0, 1, 0, 2], [0, 2]
    assert [block for block in slide_down(align(left, right), left, right) if block.equal][-1] == Block(
        True, 2, 4, 0, 2
    )


def test_very_long_passages_are_cut_and_lose_little() -> None:
    chance = random.Random(5)
    left = [chance.randrange(3_000) for _ in range(20_000)]
    right = [chance.randrange(3_000) if chance.random() < 0.1 else word for word in left]
    assert len(left) * len(right) > MOST_CELLS
    blocks = align(left, right)
    assert [word for block in blocks for word in left[block.left : block.left_end]] == left
    assert [word for block in blocks for word in right[block.right : block.right_end]] == right
    equal = sum(block.left_end - block.left for block in blocks if block.equal)
    assert equal >= sum(one == other for one, other in zip(left, right, strict=True))


def test_a_small_equality_between_two_changes_joins_them() -> None:
    left, right = [1, 2, 0, 3, 4], [5, 6, 0, 7, 8]
    weights = [COMMON] + [RARE] * 8
    assert join_small_equalities(align(left, right), left, vocabulary(weights)) == [Block(False, 0, 5, 0, 5)]


def test_a_rare_word_between_two_changes_is_shown() -> None:
    left, right = [1, 2, 0, 3, 4], [5, 6, 0, 7, 8]
    blocks = align(left, right)
    assert join_small_equalities(blocks, left, vocabulary([RARE] * 9)) == blocks


def test_an_equality_longer_than_a_change_beside_it_is_shown() -> None:
    left, right = [1, 0, 0, 3, 4], [5, 0, 0, 7, 8]
    blocks = align(left, right)
    assert join_small_equalities(blocks, left, vocabulary([COMMON] * 9)) == blocks


def test_a_word_between_two_insertions_is_not_called_changed() -> None:
    left, right = [1, 2, 0, 3, 4], [0]
    blocks = align(left, right)
    assert join_small_equalities(blocks, left, vocabulary([COMMON] * 5)) == blocks


def test_joining_goes_on_until_nothing_joins() -> None:
    left = [1, 2, 3, 0, 4, 0, 0, 5, 6, 7]
    right = [11, 12, 13, 0, 14, 0, 0, 15, 16, 17]
    joined = join_small_equalities(align(left, right), left, vocabulary([COMMON] * 18))
    assert joined == [Block(False, 0, 10, 0, 10)]


@given(PASSAGE, PASSAGE)
def test_joined_blocks_still_rebuild_both_passages(left: list[int], right: list[int]) -> None:
    blocks = join_small_equalities(align(left, right), left, vocabulary([COMMON, 0.7, *[COMMON] * 5]))
    assert [word for block in blocks for word in left[block.left : block.left_end]] == left
    assert [word for block in blocks for word in right[block.right : block.right_end]] == right
