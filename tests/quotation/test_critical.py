"""Which words of an article are names."""

from __future__ import annotations

import pytest

from tests.quotation.made import article_of
from tui.article import Role
from tui.quotation.judging.critical import names_in


def test_words_with_a_capital_inside_a_sentence_are_names() -> None:
    assert names_in(article_of("Yesterday Ann Doe met people in Troy.")) == {"ann", "doe", "troy"}


@pytest.mark.parametrize(
    "text",
    [
        "We won. They lost.",
        "She said: “Nobody knows.”",
        "It was I who won, and I'm glad.",
        "They met Mr. and Senator and Mayor.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert names_in(article_of(text)) == set()


def test_a_word_that_is_written_small_as_often_is_no_name() -> None:
    assert "hope" not in names_in(article_of("In Hope we found hope, and more hope."))


def test_a_headline_in_capitals_names_nobody() -> None:
    assert names_in(article_of((Role.HEADLINE, "Council Votes To Close Old School"), "They voted.")) == set()


def test_german_nouns_are_no_names() -> None:
    text = "Gestern hat die Regierung das Gesetz und die Steuer mit der Kanzlerin Angela Merkel und der Partei beraten."
    names = names_in(article_of(text))
    assert {"regierung", "gesetz", "steuer"}.isdisjoint(names)
    assert "merkel" in names
