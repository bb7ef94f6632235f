"""Where words stand in a whole article."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.quotation.made import article_of
from tui.quotation.passages import Haystack, Passage


def found(statement: str, *paragraphs: str) -> list[Passage]:
    return Haystack(article_of(*paragraphs)).passages(tuple(statement.split()))


def test_words_as_they_stand() -> None:
    assert found("we will win", "he said we will win today") == [Passage(2, 5, (0, 1, 2))]


def test_words_between_them_are_passed_over() -> None:
    (passage,) = found("we will win and bring the money", "we will win again and bring the money")
    assert (passage.first, passage.last) == (0, 8)
    assert passage.held == (0, 1, 2, 3, 4, 5, 6)


def test_the_passage_with_most_words_comes_first() -> None:
    first, second = found("we will win this race", "we will win", "other words stand here", "we will win this race")
    assert len(first.held) == 5
    assert len(second.held) == 3
    assert second.last <= first.first


def test_fewer_words_in_a_row_than_show_anything() -> None:
    assert found("we will win it", "we know they will have it") == []


def test_a_single_word_is_found_where_it_stands() -> None:
    assert found("untenable", "an untenable thing") == [Passage(1, 2, (0,))]


def test_no_words_no_passage() -> None:
    assert found("", "anything") == []


WORDS = st.lists(st.sampled_from("we will win it all".split()), max_size=25)  # noqa: SIM905


@given(WORDS, WORDS)
def test_what_a_passage_holds_stands_in_it(statement: list[str], text: list[str]) -> None:
    stack = Haystack(article_of(" ".join(text)))
    passages = stack.passages(statement)
    for passage in passages:
        assert 0 <= passage.first < passage.last <= len(text)
        assert list(passage.held) == sorted(set(passage.held))
        rest = iter(text[passage.first : passage.last])
        assert all(statement[at] in rest for at in passage.held)
    by_place = sorted(passages, key=lambda one: one.first)
    assert all(one.last <= other.first for one, other in pairwise(by_place))


def test_the_same_question_has_the_same_answer() -> None:
    stack = Haystack(article_of("we will win it all, we will win"))
    assert stack.passages(["we", "will", "win"]) == stack.passages(("we", "will", "win"))
