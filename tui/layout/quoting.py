"""Where an article quotes somebody, for showing only the paragraphs that do."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.article import Article


@lru_cache(maxsize=8)
def quoting_paragraphs(article: Article) -> frozenset[int]:
    """The paragraphs that put somebody's words between marks; terms at arm's length and names of works are none."""
    # Imported when first asked for: the reader's first picture needs no quotations.
    from tui.quotation import QuotationKind, find_quotations

    others = {QuotationKind.SCARE, QuotationKind.TITLE}
    found = (one.paragraphs for one in find_quotations(article) if one.kind not in others)
    return frozenset(index for paragraphs in found for index in paragraphs)
