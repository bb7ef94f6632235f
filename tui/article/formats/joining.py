"""Lines that were broken to fit a page or a screen become one again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.text import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable

# Scripts that part no words, so that a broken line needs no space: kana, ideographs, Thai, Lao, Khmer.
_UNSPACED = lazily(
    r"[\u0e00-\u0eff\u1780-\u17ff\u2e80-\u312f\u31a0-\u31ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
_SPACES = re.compile(r"[ \t]+")


def join_lines(lines: Iterable[str]) -> str:
    """The lines as one, parted by spaces where their script parts words."""
    joined = ""
    parts: list[str] = []
    for line in lines:
        words = line.strip()
        if not words:
            continue
        if joined and parts_words(joined[-1], words[0]):
            parts.append(" ")
        parts.append(words)
        joined = words
    return "".join(parts)


def tidy(words: str) -> str:
    """The words with single spaces; such as keep a line from being broken stay."""
    return _SPACES.sub(" ", words).strip()


def parts_words(before: str, after: str) -> bool:
    """Whether the script of two letters sets a space between words."""
    return not (_UNSPACED().match(before) and _UNSPACED().match(after))
