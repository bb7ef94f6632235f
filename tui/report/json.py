"""Readings and comparisons as JSON, with the names and shapes that scripts build on.

One field of the object a line, so that a line-wise tool shows which field changed; the values are compact.
"""

from __future__ import annotations

import re
from json import JSONEncoder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.article import Article, Paragraph
    from tui.collation import Collation, Link, Span

VERSION = 1
_SCORE_DIGITS = 4
# A file name that is not valid UTF-8 reaches us with surrogates in it; UTF-8 can't carry them.
_SURROGATES = re.compile("[\ud800-\udfff]")
_encode = JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def article_json(article: Article) -> str:
    """One article as a `copyholder-article` object.

    Args:
        article: The article as it was read.

    Returns:
        The object as text, closed by a newline.
    """
    return _lines({"format": "copyholder-article", "version": VERSION, **article_object(article)})


def comparison_json(collation: Collation) -> str:
    """One comparison as a `copyholder-comparison` object.

    Args:
        collation: The comparison.

    Returns:
        The object as text, closed by a newline.
    """
    return _lines({"format": "copyholder-comparison", "version": VERSION, **comparison_object(collation)})


def article_object(article: Article) -> dict[str, object]:
    """The fields of an article, as plain lists, dicts, strings and numbers."""
    return {
        "source": _SURROGATES.sub("\ufffd", article.source),
        "media_type": article.media_type,
        "encoding": article.encoding,
        "sha256": article.sha256,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "site": article.site,
        "text": article.text,
        "paragraphs": [_paragraph(paragraph) for paragraph in article.paragraphs],
        "noise": article.noise,
        "quotations": [],
    }


def comparison_object(collation: Collation) -> dict[str, object]:
    """The fields of a comparison, as plain lists, dicts, strings and numbers."""
    return {
        "left": article_object(collation.left),
        "right": article_object(collation.right),
        "links": [_link(link) for link in collation.links],
        "spans": {
            "left": [_span(span) for span in collation.left_spans],
            "right": [_span(span) for span in collation.right_spans],
        },
        "quote_pairs": [],
        "edits": [],
        "unpaired": {"left": [], "right": []},
        "summary": _summary(collation),
    }


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "start": paragraph.start,
        "end": paragraph.end,
        "role": paragraph.role.value,
        "duplicate_of": paragraph.duplicate_of,
    }


def _link(link: Link) -> dict[str, object]:
    return {
        "left": link.left,
        "right": link.right,
        "relation": link.relation.value,
        "moved": link.moved,
        "score": round(link.score, _SCORE_DIGITS),
    }


def _span(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "status": span.status.value, "other": span.other}


def _summary(collation: Collation) -> dict[str, object]:
    left, right = collation.left_counts, collation.right_counts
    return {
        "words": {"left": left.words, "right": right.words},
        "shared_words": {"left": left.shared, "right": right.shared},
        "paragraphs": {
            "linked": len(collation.links),
            "left_only": left.unlinked,
            "right_only": right.unlinked,
            "moved": sum(link.moved for link in collation.links),
        },
        "verdicts": {},
    }


def _lines(fields: Mapping[str, object]) -> str:
    body = ",\n".join(f'"{name}":{_encode(value)}' for name, value in fields.items())
    return "{" + body + "}\n"
