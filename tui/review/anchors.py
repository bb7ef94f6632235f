"""Anchors: words told so that they can be found again."""

from __future__ import annotations

from tui.review.model import Anchor

CONTEXT = 48
"""Characters kept before and after the words."""


def anchor_of(text: str, start: int, end: int) -> Anchor:
    """The anchor of words of a text.

    Args:
        text: The article's text.
        start: First code point of the words.
        end: One past their last code point.
    """
    return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)
