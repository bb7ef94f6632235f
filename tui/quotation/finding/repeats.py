"""Quotations that a caption or a second copy of a paragraph prints again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.text import tokenize

if TYPE_CHECKING:
    from tui.article import Article
    from tui.quotation.model import Quotation


def with_duplicates(article: Article, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """The quotations, those of duplicate paragraphs with the number of the earlier one whose words they repeat."""
    if all(paragraph.duplicate_of is None for paragraph in article.paragraphs):
        return quotations
    by_paragraph: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        for index in quotation.paragraphs:
            by_paragraph.setdefault(index, []).append(quotation)
    return tuple(_marked(article, quotation, by_paragraph) for quotation in quotations)


def _marked(article: Article, quotation: Quotation, by_paragraph: dict[int, list[Quotation]]) -> Quotation:
    original = article.paragraphs[quotation.paragraphs[0]].duplicate_of
    if original is None:
        return quotation
    keys = _keys(quotation)
    for earlier in by_paragraph.get(original, ()):
        if earlier.number < quotation.number and _repeats(keys, _keys(earlier)):
            return replace(quotation, duplicate_of=earlier.number)
    return quotation


def _keys(quotation: Quotation) -> str:
    return f" {' '.join(tokenize(quotation.text).keys)} "


def _repeats(keys: str, earlier: str) -> bool:
    """Whether one holds the words of the other, as a caption may cut them short."""
    return keys in earlier or earlier in keys
