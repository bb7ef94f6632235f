"""What paragraphs speak of: how like their sentences are, and which fragments stand in them."""

from __future__ import annotations

import random

import pytest

from tui.article import article_from_text
from tui.collation import portrait as portrait_module
from tui.collation.portrait import Portrait, SentenceLikeness, portray, stands_in
from tui.collation.witness import prepare

VOCABULARY = [
    f"{first}{second}{third}" for first in "bdgklm" for second in "aeiou" for third in ("rn", "st", "lt", "mp")
]


def portraits(*paragraphs: str) -> list[Portrait]:
    side, _, _ = prepare(article_from_text("\n\n".join(paragraphs)), article_from_text("x"))
    return [portray(side, index) for index in range(len(side))]


def many_sentences(chance: random.Random, count: int) -> list[str]:
    return [" ".join(chance.choices(VOCABULARY, k=9)).capitalize() + "." for _ in range(count)]


@pytest.mark.parametrize("seed", range(5))
def test_of_very_many_sentences_the_likest_are_found_all_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    lefts, rights = many_sentences(chance, 120), many_sentences(chance, 130)
    rights[chance.randrange(130)] = lefts[chance.randrange(120)].replace(" ", " not ", 1)
    one, other = portraits(" ".join(lefts), " ".join(rights))
    found = SentenceLikeness([one, other])(one, other)
    monkeypatch.setattr(portrait_module, "MOST_SENTENCES", 1_000_000)
    assert found == pytest.approx(SentenceLikeness([one, other])(one, other))
    assert found > 0.6


def test_a_sentence_said_twice_is_as_like_as_once() -> None:
    one, twice, other = portraits(
        "The bridge is closed. The mayor left.",
        "The bridge is closed. The mayor left. The bridge is closed.",
        "The bridge will be closed on Monday.",
    )
    likeness = SentenceLikeness([one, twice, other])
    assert likeness(one, other) == likeness(twice, other) > 0


def test_a_fragment_stands_in_a_paragraph_only_as_whole_words_in_a_row() -> None:
    (found,) = portraits("The old bridge “is closed” for “a good while”, and “is closed” for good.")
    assert found.fragments == (("is", "closed"), ("a", "good", "while"))
    assert stands_in(("old", "bridge"), found)
    assert not stands_in(("bridge", "old"), found)
    assert not stands_in(("old", "bridg"), found)
    assert not stands_in(("good", "is"), found)
