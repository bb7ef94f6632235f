"""Bytes, files and addresses become articles here: the only room that knows input formats."""

from tui.article.address import is_address
from tui.article.errors import ArticleError
from tui.article.model import Article, Correction, CorrectionKind, Paragraph, Range, Role
from tui.article.naming import heading_of
from tui.article.read import article_from_text, read_article

__all__ = [
    "Article",
    "ArticleError",
    "Correction",
    "CorrectionKind",
    "Paragraph",
    "Range",
    "Role",
    "article_from_text",
    "heading_of",
    "is_address",
    "read_article",
]
