from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.report.lines import cell_width, clip, harmless, pad, wrap

TEXT = st.text(alphabet="ab é日本\u0301😀", max_size=60)


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("", 0)])
def test_cell_width(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_harmless_takes_out_what_a_terminal_acts_on() -> None:
    assert harmless("a\x1b[31m\nb\u202ec\x9b") == "a [31m b c"


def test_wrap_breaks_at_blanks() -> None:
    text = "one two three four five six"
    assert wrap(text, 20, indent="  ", first="- ") == ["- one two three four", "  five six"]


def test_wrap_at_nothing_is_one_line() -> None:
    assert wrap("one two", 0) == ["one two"]


def test_wrap_cuts_what_has_no_blanks() -> None:
    assert wrap("日" * 15, 20) == ["日" * 10, "日" * 5]


@given(TEXT)
def test_wrap_keeps_words_and_width(text: str) -> None:
    lines = wrap(text, 20)
    assert all(cell_width(line) <= 20 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(TEXT)
def test_pad_fills_the_width(text: str) -> None:
    assert cell_width(pad(text, 130)) == 130


@given(TEXT)
def test_clip_keeps_to_the_width(text: str) -> None:
    clipped = clip(text, 10)
    assert cell_width(clipped) <= 10
    assert clipped == text or clipped.endswith("…")
