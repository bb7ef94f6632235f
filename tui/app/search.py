"""Finding words in both articles as a reader means them: case, marks, dashes and line ends don't matter."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.article import Article
    from tui.layout import Side

_ALIKE = ("'’‘‚‛`´ʼ", '"“”„‟«»', "-‐‑‒–—―")


@dataclass(frozen=True, slots=True)
class Match:
    """Words found: their side and where they stand in its article's text."""

    side: Side
    start: int
    end: int


def find_matches(article: Article, side: Side, query: str) -> tuple[Match, ...]:
    """Every place of the query in an article's paragraphs, in order; none for an empty query."""
    pattern = _pattern(query)
    return () if pattern is None else tuple(_matches(article, side, pattern))


def _matches(article: Article, side: Side, pattern: re.Pattern[str]) -> Iterator[Match]:
    starts = [paragraph.start for paragraph in article.paragraphs]
    for found in pattern.finditer(article.text):
        holder = bisect_right(starts, found.start()) - 1
        if holder >= 0 and found.end() <= article.paragraphs[holder].end:
            yield Match(side, found.start(), found.end())


def _pattern(query: str) -> re.Pattern[str] | None:
    words = query.split()
    if not words:
        return None
    return re.compile(r"\s+".join("".join(map(_letter, word)) for word in words), re.IGNORECASE)


def _letter(char: str) -> str:
    for group in _ALIKE:
        if char in group:
            return f"[{re.escape(group)}]"
    return re.escape(char)
