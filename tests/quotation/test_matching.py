"""Which quotations of two articles are matched, case by case."""

from __future__ import annotations

import pytest

from tests.quotation.made import article_of
from tui.article import Role
from tui.collation import collate
from tui.quotation import QuoteComparison, compare_quotations
from tui.quotation.matching import FURTHER
from tui.quotation.sharing import MOST_PLACES

CARE = "We will build a clinic in every town of this valley"
MONEY = "The money is there and nobody has asked for it yet"


def compared(left: list[str], right: list[str]) -> QuoteComparison:
    return compare_quotations(collate(article_of(*left), article_of(*right)))


def matched(left: list[str], right: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    return [(pair.left, pair.right, pair.primary) for pair in compared(left, right).pairs]


def test_by_words_not_by_place() -> None:
    left = [f"“{CARE},” Doe said.", f"“{MONEY},” Lund said."]
    assert matched(left, left[::-1]) == [((0,), (1,), True), ((1,), (0,), True)]


def test_one_statement_printed_as_two() -> None:
    left = [f"“{CARE}. {MONEY},” Doe said."]
    right = [f"“{CARE},” Doe said. “{MONEY}.”"]
    assert matched(left, right) == [((0,), (0, 1), True)]


def test_a_fragment_of_a_statement() -> None:
    left = [f"“{CARE},” Doe said."]
    right = ["Doe promised “a clinic in every town” by May."]
    assert matched(left, right) == [((0,), (0,), True)]


def test_a_fragment_that_is_quoted_again_is_a_further_place() -> None:
    left = [f"“{CARE},” Doe said."]
    right = [f"“{CARE},” Doe said.", "The promise of “a clinic in every town” is not new."]
    assert matched(left, right) == [((0,), (0,), True), ((0,), (1,), True)]
    # The second place is the best the fragment has; that of the statement is the first.


def test_the_same_words_twice_on_both_sides() -> None:
    twice = [f"“{CARE},” Doe said.", f"She said it again: “{CARE}.”"]
    found = matched(twice, twice)
    assert ((0,), (0,), True) in found
    assert ((1,), (1,), True) in found
    assert all(not primary for left, right, primary in found if left != right)


def test_nothing_in_common() -> None:
    assert matched([f"“{CARE},” Doe said."], [f"“{MONEY},” Lund said."]) == []


def test_small_words_in_common_are_nothing() -> None:
    assert matched(["“It is not that we have to,” Doe said."], ["“They have to be as it is,” Lund said."]) == []


def test_a_copy_in_a_caption_is_a_further_place() -> None:
    text = f"“{CARE},” Ann Doe said to the press."
    left = article_of(text, (Role.CAPTION, text), duplicates={1: 0})
    comparison = compare_quotations(collate(left, article_of(text)))
    assert [one.duplicate_of for one in comparison.left] == [None, 0]
    assert [pair.left for pair in comparison.pairs] == [(0,), (1,)]
    assert comparison.pairs[0].right == comparison.pairs[1].right == (0,)


@pytest.mark.parametrize(("ours", "theirs"), [(MOST_PLACES + 20, MOST_PLACES + 20), (MOST_PLACES + 20, 3), (2, 90)])
def test_a_refrain_is_paired_however_often_it_comes(ours: int, theirs: int) -> None:
    said = "“We will win this race,” Doe said."
    comparison = compared([said] * ours, [said] * theirs)
    assert comparison.left_unpaired == comparison.right_unpaired == ()
    assert {pair.verdict.value for pair in comparison.pairs} == {"verbatim"}
    for at in range(min(ours, theirs)):
        assert any(pair.left == pair.right == (at,) and pair.primary for pair in comparison.pairs)


def near_copies(count: int, shift: int) -> list[str]:
    """The same statement over and over, each time with another word in another place."""
    made = []
    for number in range(count):
        words = f"{CARE} and {MONEY}".split()
        words[1 + (number * 7 + shift) % (len(words) - 1)] = f"w{number}x{shift}"
        made.append(f"“{' '.join(words)},” Doe said.")
    return made


def test_of_more_near_copies_than_are_compared_each_has_a_partner() -> None:
    count = MOST_PLACES + 20
    pairs = compared(near_copies(count, 0), near_copies(count, 3)).pairs
    assert {at for pair in pairs if pair.primary for at in pair.left} == {*range(count)}
    assert {at for pair in pairs if pair.primary for at in pair.right} == {*range(count)}


def test_further_places_grow_with_the_quotations_not_with_their_pairs() -> None:
    count = MOST_PLACES - 20
    pairs = compared(near_copies(count, 0), near_copies(count, 3)).pairs
    assert count < len(pairs) <= count + 2 * FURTHER * count
    assert all(len(pair.left) == len(pair.right) == 1 for pair in pairs)


def test_words_of_one_sentence_scattered_over_a_longer_one_are_no_match() -> None:
    left = ["“We offered to keep the night boats running for the hospital, and we offered forty hours,” Doe said."]
    right = ["“We regret the delay. The night boats to the hospital will sail again,” Lund said."]
    assert matched(left, right) == []
