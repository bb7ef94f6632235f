"""Stretches of text between quotation marks of one paragraph, for whoever only needs to know where words are quoted."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[“\"‘«„「『]([^“”\"‘«»„“「」『』\n]{2,300}?)(?:[”\"’»“](?!\w)|[」』])")


def find_quoted(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """The quoted stretches of `text[start:end]` as half-open ranges of code points, marks left out.

    It pairs each opening mark with the next closing one on the line and gives up after 300 characters: enough to see
    where a paragraph quotes, too little to judge a quotation.
    """
    stop = len(text) if end is None else end
    return tuple(match.span(1) for match in _QUOTED.finditer(text, start, stop))
