"""Paragraphs that repeat an earlier one."""

from __future__ import annotations

import random

from rapidfuzz.distance import Indel

from tui.article.duplicates import find_duplicates
from tui.article.paragraphs import split_paragraphs
from tui.text import tokenize

LEAD = "More than two dozen staffers want to hold a meeting with the senator and his aides this week."
EDITED = "More than two dozen male and female staffers want to hold a meeting with the senator and his aides."
OTHER = "The committee said that a toll free hotline had been run by a third party since the last election."


def duplicates(*paragraphs: str) -> list[int | None]:
    text = "\n\n".join(paragraphs)
    return find_duplicates(text, split_paragraphs(text))


def test_equal_and_nearly_equal_paragraphs() -> None:
    assert duplicates(LEAD, OTHER, LEAD, EDITED) == [None, None, 0, 0]


def test_typography_makes_no_difference() -> None:
    assert duplicates("“Don’t go — it’s late,” she told the crowd.", "\"DON'T GO, it's late\" she told the crowd") == [
        None,
        0,
    ]


def test_short_paragraphs_are_no_duplicates() -> None:
    assert duplicates("He declined to comment on Monday.", "He declined to comment on Monday.") == [None, None]


def test_a_repeat_of_a_repeat_points_to_the_first() -> None:
    first = "one two three four five six seven eight nine ten"
    second = "one two three four five six seven eight nine x"
    third = "one two three four five six seven eight y x"
    fourth = "one two three four five six seven z y x"
    assert duplicates(first, second, third, fourth) == [None, 0, 0, 0]


def test_japanese_needs_sixteen_letters() -> None:
    assert duplicates("市長は月曜日に会見した。", "市長は月曜日に会見した。") == [None, None]
    long = "市長は月曜日の記者会見で控訴する方針を明らかにした。"
    assert duplicates(long, "別の話題である。", long) == [None, None, 0]


def test_against_comparing_every_pair() -> None:
    chance = random.Random(4)
    vocabulary = [f"word{number}" for number in range(60)]
    paragraphs: list[list[str]] = []
    for _ in range(60):
        words = list(chance.choice(paragraphs)) if paragraphs and chance.random() < 0.4 else []
        words = words or chance.choices(vocabulary, k=chance.randint(8, 30))
        for _ in range(chance.randint(0, 2)):
            words[chance.randrange(len(words))] = chance.choice(vocabulary)
        paragraphs.append(words)
    expected: list[int | None] = []
    for number, words in enumerate(paragraphs):
        alike = [earlier for earlier in range(number) if Indel.normalized_similarity(paragraphs[earlier], words) >= 0.8]
        roots = [expected[earlier] if expected[earlier] is not None else earlier for earlier in alike]
        expected.append(min((root for root in roots if root is not None), default=None))
    assert sum(root is not None for root in expected) > 10
    assert duplicates(*map(" ".join, paragraphs)) == expected


def test_ten_thousand_paragraphs_with_a_stock_phrase_are_told_apart() -> None:
    chance = random.Random(5)
    stock = "the spokesman said in a statement to reporters on monday that"
    text = "\n\n".join(f"{stock} {' '.join(map(str, chance.choices(range(10**6), k=20)))}" for _ in range(10_000))
    assert len(tokenize(text)) == 10_000 * 31
    assert not any(find_duplicates(text, split_paragraphs(text)))
