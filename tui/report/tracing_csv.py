"""Statements traced across articles as a sheet: a row for every statement and article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.report.csv import as_words, written
from tui.report.passages import places_told, plain, words_told
from tui.report.tracerows import PRESENCE_WORDS, differs_told, speakers_of, verdict_told
from tui.report.wording import called

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article
    from tui.quotation import Cluster

QUOTES_HEADER = (
    "No.",
    "Statement",
    "Article no.",
    "Article",
    "Presence",
    "Verdict",
    "Speaker",
    "Where",
    "Wording there",
    "What differs",
)
"""The columns."""


def quotes_csv(articles: Sequence[Article], clusters: Sequence[Cluster]) -> str:
    """Statements traced across articles, for a spreadsheet.

    Args:
        articles: The articles.
        clusters: Their statements.

    Returns:
        The file's text, its byte order mark included, lines closed by CR and LF.
    """
    return written(QUOTES_HEADER, _lines(articles, clusters))


def _lines(articles: Sequence[Article], clusters: Sequence[Cluster]) -> Iterator[list[str]]:
    names = [plain(called(article)) for article in articles]
    for number, cluster in enumerate(clusters, start=1):
        statement = as_words(plain(cluster.label))
        for cell in cluster.cells:
            article = articles[cell.article]
            yield [
                str(number),
                statement,
                str(cell.article + 1),
                names[cell.article],
                PRESENCE_WORDS[cell.presence],
                verdict_told(cell, cluster),
                speakers_of(cell),
                places_told(article, cell.spans),
                as_words(words_told(article, cell.spans)),
                differs_told(cell, cluster),
            ]
