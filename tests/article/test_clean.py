"""Text made harmless, and otherwise left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.clean import clean

BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f\x0bg", "a\nb\nc\nd\ne\nf\ng"),
        ("one\ttwo", "one two"),
        ("page one\x0cpage two", "page one\n\npage two"),
        ("\x1b[1;31mred\x1b[0m text", "red text"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;https://example.com\x1b\\link\x1b]8;;\x1b\\ text", "link text"),
        ("\x1b]0;title without an end\nThe article.", "title without an end\nThe article."),
        ("\x1b(Btext\x1b", "text"),
        ("\x1bPq#0\x1b\\text", "text"),
        ("a\x00b\x07c\x7fd\x9fe", "abcde"),
        ("\u202eevil\u202c \u2066x\u2069 \u200ey\u061c", "evil x y"),
        ("be\ufefftween", "between"),
        ("lone \ud800 surrogate", "lone \N{REPLACEMENT CHARACTER} surrogate"),
        ("क्\u200dष می\u200cخواهم co\u00adoperate", "क्\u200dष می\u200cخواهم co\u00adoperate"),
        ("  two  spaces \xa0 stay \u3000", "  two  spaces \xa0 stay \u3000"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


ANYTHING = st.text(st.characters(codec=None) | st.sampled_from("\x1b[]m;\x07\\\x9b\x9c\r\n\t\u202e\ufeff"), max_size=80)


@given(ANYTHING)
def test_nothing_harmful_is_left(text: str) -> None:
    cleaned = clean(text)
    assert not BIDI & set(cleaned)
    assert "\ufeff" not in cleaned
    assert all(char == "\n" or unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"} for char in cleaned)


@given(ANYTHING)
def test_clean_text_is_left_alone(text: str) -> None:
    assert clean(clean(text)) == clean(text)
