"""Where an article quotes, for finding one's way from quotation to quotation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.text import tokenize

if TYPE_CHECKING:
    from tui.article import Article, Range

LEAST_WORDS = 2
"""Single words between marks are titles, terms and irony more often than speech."""


@lru_cache(maxsize=8)
def quoted_stretches(article: Article) -> tuple[Range, ...]:
    """The stretches of at least `LEAST_WORDS` words between quotation marks, in order."""
    # Imported when first asked for: the reader's first picture needs no quotations.
    from tui.quotation.find import quotations_without_speakers

    return tuple(
        sorted(
            (start, end)
            for quotation in quotations_without_speakers(article)
            for start, end in quotation.words
            if len(tokenize(article.text[start:end]).keys) >= LEAST_WORDS
        )
    )
