"""Where an article quotes, for finding one's way from quotation to quotation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.text import find_quoted, tokenize

if TYPE_CHECKING:
    from tui.article import Article, Range

LEAST_WORDS = 2
"""Single words between marks are titles, terms and irony more often than speech."""


@lru_cache(maxsize=8)
def quoted_stretches(article: Article) -> tuple[Range, ...]:
    """The stretches of at least `LEAST_WORDS` words between quotation marks, in order."""
    return tuple(
        (start, end)
        for paragraph in article.paragraphs
        for start, end in find_quoted(article.text, paragraph.start, paragraph.end)
        if len(tokenize(article.text[start:end]).keys) >= LEAST_WORDS
    )
