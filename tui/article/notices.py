"""Paragraphs known by their words alone: what pages say around an article, corrections, photo credits."""

from __future__ import annotations

import re

from tui.article.phrases import (
    CAPTION,
    CORRECTION,
    CORRECTION_LABEL,
    CREDIT_AT_END,
    CREDIT_IN_BRACKETS,
    RIGHTS_RESERVED,
    SECTIONS,
    VARYING_LINES,
    WHOLE_LINES,
)

_LONGEST = 1000  # characters; what is longer is no notice, and a correction shows in its beginning
_LEADING_MARKS = re.compile(r"\W*")
_OUTER_MARKS = re.compile(r"^\W+|\W+$")


def is_boilerplate(text: str) -> bool:
    """Whether every line of a paragraph is what pages say around an article."""
    if len(text) > _LONGEST // 2:
        return False
    if "\n" not in text:
        return _is_notice(folded(text))
    return all(_is_notice(folded(line)) for line in text.split("\n")) or _is_notice(folded(text))


def is_correction(text: str) -> bool:
    """Whether a paragraph says what was wrong in the article, or announces a correction."""
    line = folded(text[:_LONGEST])
    leading = _LEADING_MARKS.match(line)
    return CORRECTION.match(line, leading.end() if leading else 0) is not None


def is_correction_label(text: str) -> bool:
    """Whether a paragraph is the word "Correction" alone."""
    return len(text) <= 40 and CORRECTION_LABEL.fullmatch(folded(text)) is not None


def is_caption(text: str) -> bool:
    """Whether a paragraph says what a picture shows or whose it is."""
    line = folded(text[:_LONGEST])
    if CAPTION.fullmatch(line) or CREDIT_AT_END.search(line[-90:]):
        return True
    closing = line.rstrip(".")
    opening = closing.rfind("(", -160) if closing.endswith(")") else -1
    return opening >= 0 and CREDIT_IN_BRACKETS.search(closing, opening) is not None


def is_section(text: str) -> bool:
    """Whether a line is the name of a section, as stands over a headline."""
    words = _OUTER_MARKS.sub("", folded(text)).split()
    return (len(words) <= 3 and text.isupper()) or all(word in SECTIONS or word == "&" for word in words)


def folded(text: str) -> str:
    """The text as the phrases are written: case folded, straight apostrophes, single spaces."""
    return " ".join(text.split()).casefold().replace("’", "'").replace("‘", "'")


def _is_notice(line: str) -> bool:
    return (
        _OUTER_MARKS.sub("", line) in WHOLE_LINES
        or VARYING_LINES.fullmatch(line) is not None
        or (len(line) <= 160 and RIGHTS_RESERVED.search(line) is not None)
    )
