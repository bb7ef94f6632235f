"""Where sentences end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Sen. Bernie Sanders said “This is it.”", "He left."],
        ["The U.S. Senate met in the U.S.", "The end came, J. Doe said."],
        ["“Why?” she asked.", "“Because.”"],
        ["It cost 3.5 million.", "In 2016.", "Then more."],
        ["Am 3. Mai kam er.", "Er ging z.B. nach Hause."],
        ["M. Dupont est venu.", "« Non », dit-il."],
        ["「行く。」と言った。", "帰った。"],
        ["「行くのか！？」と聞いた。", "答えはなかった…"],
        ["Wait...", "What?!", "No."],
        ["• One thing", "• Another thing"],
        ["No stop at the end"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    joint = "\n" if sentences[0].startswith("•") else " "
    text = joint.join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_only_the_part_asked_for_is_split() -> None:
    text = "One. Two. Three."
    assert [text[start:end] for start, end in split_sentences(text, 5, 9)] == ["Two."]


@given(st.text())
def test_sentences_hold_all_that_is_not_white_space(text: str) -> None:
    ranges = split_sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in ranges)


@pytest.mark.parametrize("piece", [".", "。", "。」", '. "', "\n", "\n ", " ", "•", "A. ", "…”"])
def test_what_is_repeated_without_end_takes_no_longer_than_other_text(piece: str) -> None:
    begun = time.process_time()
    split_sentences(f"Yes{piece * 100_000}x")
    assert time.process_time() - begun < 2
