"""Patterns compiled when first asked for."""

from __future__ import annotations

import re

import pytest

from tui.text import is_unspaced, lazily


def test_a_pattern_is_compiled_when_asked_for_and_once() -> None:
    broken = lazily("(")
    with pytest.raises(re.error):
        broken()
    words = lazily(r"w+", re.IGNORECASE)
    assert words().findall("wW x W") == ["wW", "W"]
    assert words() is words()


@pytest.mark.parametrize("key", ["ก", "漢", "ア", "\u2e80", "\U00020000", "ｱ"])
def test_letters_of_scripts_without_spaces(key: str) -> None:
    assert is_unspaced(key)


@pytest.mark.parametrize("key", ["a", "é", "я", "\u0e00", "“", "€", "→", "ⱥ", "한"])
def test_other_letters_and_signs(key: str) -> None:
    assert not is_unspaced(key)
