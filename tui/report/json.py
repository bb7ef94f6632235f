"""Readings and comparisons as JSON, with the names and shapes that scripts build on.

One field of the object a line, so that a line-wise tool shows which field changed; the values are compact.
"""

from __future__ import annotations

import re
from json import JSONEncoder
from typing import TYPE_CHECKING

from tui.quotation import HouseRules, find_quotations
from tui.report.quotes import (
    ALONE,
    LEFT,
    RIGHT,
    check_mark_object,
    checked_object,
    cluster_object,
    comparison_mark_object,
    edit_object,
    pair_object,
    quotation_objects,
    unpaired_object,
    verdict_counts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.article import Article, Paragraph
    from tui.collation import Collation, Link, Span
    from tui.quotation import CheckedQuote, Cluster, QuoteComparison
    from tui.review import Located

VERSION = 1
_SCORE_DIGITS = 4
# A file name that is not valid UTF-8 reaches us with surrogates in it; UTF-8 can't carry them.
_SURROGATES = re.compile("[\ud800-\udfff]")
# What a terminal would obey, or turns words round, is written as JSON spells it: read again, it is the same.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_encode = JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def article_json(article: Article) -> str:
    """One article as a `copyholder-article` object.

    Args:
        article: The article as it was read.

    Returns:
        The object as text, closed by a newline.
    """
    return _lines({"format": "copyholder-article", "version": VERSION, **article_object(article)})


def comparison_json(
    collation: Collation,
    quotes: QuoteComparison,
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Located] = (),
) -> str:
    """One comparison as a `copyholder-comparison` object.

    Args:
        collation: The comparison.
        quotes: Its quotations compared.
        rules: The house's rules for severity.
        marks: What the reporter marked, orphans too.

    Returns:
        The object as text, closed by a newline.
    """
    fields = {
        "left": article_object(collation.left, LEFT),
        "right": article_object(collation.right, RIGHT),
        "links": [_link(link) for link in collation.links],
        "spans": {
            "left": [_span(span) for span in collation.left_spans],
            "right": [_span(span) for span in collation.right_spans],
        },
        "quote_pairs": [pair_object(pair, rules) for pair in quotes.pairs],
        "edits": [edit_object(edit) for pair in quotes.pairs for edit in pair.edits],
        "unpaired": {
            "left": [unpaired_object(one, LEFT) for one in quotes.left_unpaired],
            "right": [unpaired_object(one, RIGHT) for one in quotes.right_unpaired],
        },
        "summary": _summary(collation, quotes),
        "marks": [comparison_mark_object(located, quotes) for located in marks],
    }
    return _lines({"format": "copyholder-comparison", "version": VERSION, **fields})


def check_json(
    article: Article,
    sources: Sequence[Article],
    checked: Sequence[CheckedQuote],
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Sequence[Located]] = (),
) -> str:
    """An article's quotations against its sources, as a `copyholder-check` object.

    Args:
        article: The article.
        sources: Its sources.
        checked: One result for each of its quotations.
        rules: The house's rules for severity.
        marks: For every source what the reporter marked in the article beside it.

    Returns:
        The object as text, closed by a newline.
    """
    quotations = find_quotations(article)
    fields = {
        "article": article_object(article),
        "sources": [article_object(source) for source in sources],
        "quotes": [checked_object(one, rules) for one in checked],
        "marks": [
            check_mark_object(located, source, quotations, checked)
            for source, some in enumerate(marks)
            for located in some
        ],
    }
    return _lines({"format": "copyholder-check", "version": VERSION, **fields})


def quotes_json(articles: Sequence[Article], clusters: Sequence[Cluster]) -> str:
    """Statements traced across articles, as a `copyholder-quotes` object.

    Args:
        articles: The articles.
        clusters: Their statements.

    Returns:
        The object as text, closed by a newline.
    """
    fields = {
        "articles": [article_object(article) for article in articles],
        "clusters": [cluster_object(cluster) for cluster in clusters],
    }
    return _lines({"format": "copyholder-quotes", "version": VERSION, **fields})


def article_object(article: Article, prefix: str = ALONE) -> dict[str, object]:
    """The fields of an article, as plain lists, dicts, strings and numbers; ids begin with the prefix."""
    return {
        "source": _SURROGATES.sub("\ufffd", article.source),
        "media_type": article.media_type,
        "encoding": article.encoding,
        "sha256": article.sha256,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "site": article.site,
        "guessed": sorted(article.guessed),
        "text": article.text,
        "paragraphs": [_paragraph(paragraph) for paragraph in article.paragraphs],
        "noise": article.noise,
        "quotations": quotation_objects(find_quotations(article), prefix),
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


def _summary(collation: Collation, quotes: QuoteComparison) -> dict[str, object]:
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
        "verdicts": verdict_counts(quotes),
    }


def _lines(fields: Mapping[str, object]) -> str:
    body = ",\n".join(f'"{name}":{_encode(value)}' for name, value in fields.items())
    body = _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", _SURROGATES.sub("\ufffd", body))
    return "{" + body + "}\n"
