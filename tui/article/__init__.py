"""Bytes, files and addresses become articles here: the only room that knows input formats."""

from tui.article.model import Article, Paragraph, Range, Role

__all__ = ["Article", "Paragraph", "Range", "Role"]
