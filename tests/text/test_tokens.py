"""Words, their places and their keys."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import is_unspaced, tokenize, unit_of, word_key
from tui.text import tokens as tokens_module


def words(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sanders’ O'Rourke's staff", ["Sanders", "O'Rourke's", "staff"]),
        ("rock ’n’ roll, the ’90s", ["rock", "n", "roll", "the", "90s"]),
        ("It cost $1,000 or 2.5% at 10:30.", ["It", "cost", "$1,000", "or", "2.5%", "at", "10:30"]),
        (
            "it fell to -5, then 10-5, at 20\u202f000 m²",
            ["it", "fell", "to", "-5", "then", "10", "5", "at", "20\u202f000", "m²"],
        ),
        ("95 000 Euro, 1 200 000,5 % und 12 300th", ["95 000", "Euro", "1 200 000,5 %", "und", "12 300th"]),
        ("in 2016 300 of 007 100 and 12 3000", ["in", "2016", "300", "of", "007", "100", "and", "12", "3000"]),
        ("on May 12 300,000 marched, 95\n000", ["on", "May", "12", "300,000", "marched", "95", "000"]),
        ("3.12 300 or 95  000", ["3.12", "300", "or", "95", "000"]),
        ("The U.S. Senate (I-Vt.)", ["The", "U.S", "Senate", "I", "Vt"]),
        ("— … !? “ ” * • 👍", []),
        ("snake_case", ["snake", "case"]),
        ("５億円を", ["５", "億", "円", "を"]),
        ("สวัสดี", ["ส", "วั", "ส", "ดี"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("e\u0301te\u0301 fini", ["e\u0301te\u0301", "fini"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sanders’s", "sanders's"),
        ("CAFÉ", "cafe\u0301"),
        ("１２", "12"),
        ("$1,000", "$1000"),
        ("20\u00a0000", "20000"),
        ("20 000", "20,000"),
        ("20 000", "20\u202f000"),
        ("20\u2007000", "20\u2009000"),
        ("5 %", "5%"),
        ("$1 000 000,5", "$1000000,5"),
        ("−5", "-5"),
        ("U.S", "US"),
        ("a.m", "am"),
        ("co\u00adoperate", "cooperate"),
        ("Straße", "STRASSE"),
        ("ﾊﾞ", "バ"),
    ],
)
def test_typography_is_no_difference(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("$5", "£5"), ("2.5", "25"), ("50%", "50"), ("-5", "5"), ("10²", "102"), ("1,5", "15"), ("unlike", "like")],
)
def test_what_differs_keeps_differing(one: str, other: str) -> None:
    assert word_key(one) != word_key(other)


def test_scripts_without_spaces_are_known() -> None:
    assert is_unspaced("億")
    assert is_unspaced("ก")
    assert not is_unspaced("word")
    assert not is_unspaced("한국")


@given(st.text())
def test_words_stand_in_order_and_cover_every_letter_and_digit(text: str) -> None:
    tokens = tokenize(text)
    bounds = [place for pair in zip(tokens.starts, tokens.ends, strict=True) for place in pair]
    assert bounds == sorted(bounds)
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert all(tokens.keys)
    outside = set(range(len(text))) - {
        at for start, end in zip(tokens.starts, tokens.ends, strict=True) for at in range(start, end)
    }
    assert not [text[at] for at in outside if text[at].isalnum()]


@given(st.text(st.sampled_from("aÉ1234 \n\n\r.,:'’-$%\u00a0\u0301\u00ad漢ก") | st.characters()), st.integers(0, 5))
def test_a_long_text_gone_through_in_parts_has_the_same_words(text: str, part: int) -> None:
    whole = tokenize.__wrapped__(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens_module, "_SLICE", part)
        assert tokenize.__wrapped__(text) == whole


@given(st.text(st.sampled_from("10 095,.a%-$\u00a0\u2007\u2009\u202f")), st.sampled_from("\u00a0\u2007\u2009\u202f"))
def test_which_space_stands_in_a_figure_is_no_difference(text: str, space: str) -> None:
    plain = re.sub("[\u00a0\u2007\u2009\u202f]", " ", text)
    assert tokenize(plain.replace(" ", space)).keys == tokenize(plain).keys
    assert tokenize(text).keys == tokenize(plain).keys


@given(st.text())
def test_a_key_is_its_own_key(word: str) -> None:
    for token in words(word):
        key = word_key(token)
        assert word_key(key) == key


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The bridge is closed.", "word"),
        ("橋は閉鎖された。", "character"),
        ("", "word"),
        ("3日朝 by Reuters staff", "word"),
    ],
)
def test_a_text_is_counted_in_what_it_is_written_in(text: str, unit: str) -> None:
    assert unit_of(text) == unit
