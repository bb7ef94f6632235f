"""Statements traced across articles, as text: who prints one whole, who cuts it, who has other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import Presence
from tui.report.checking import MEASURE
from tui.report.lines import harmless, wrap
from tui.report.paint import Painter
from tui.report.passages import paragraphs_listed
from tui.report.tracerows import cell_told, glance, is_shared, speakers_of
from tui.report.wording import counted, file_of, listed, name_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article
    from tui.quotation import Cell, Cluster

_INDENT = "    "
_LABEL = 45  # words of a statement that are shown


def quotes_text(
    articles: Sequence[Article], clusters: Sequence[Cluster], *, width: int = 100, color: bool = False
) -> str:
    """A report on every statement that an article quotes.

    Args:
        articles: The articles.
        clusters: Their statements.
        width: Columns to fill; 0 for the linear form: a sentence a line, and no signs.
        color: Whether headings are set off by colour; never in the linear form.

    Returns:
        The report, closed by a newline.
    """
    trace = _Trace(articles, min(width, MEASURE), Painter(color=color and width > 0))
    return "\n".join(trace.lines(clusters)) + "\n"


class _Trace:
    """The report while it is written."""

    def __init__(self, articles: Sequence[Article], width: int, painter: Painter) -> None:
        self._articles = articles
        self._width = width
        self._painter = painter

    def lines(self, clusters: Sequence[Cluster]) -> Iterator[str]:
        for number, article in enumerate(self._articles, start=1):
            name, file = name_of(article), file_of(article)
            yield from wrap(
                name if name == file else f"{name} ({file})",
                self._width,
                indent=_INDENT,
                first=f"{number:>2}. " if self._width else f"Article {number}: ",
            )
        yield ""
        yield from wrap(self._summary(clusters), self._width)
        several = [cluster for cluster in clusters if is_shared(cluster)]
        alone = [cluster for cluster in clusters if not is_shared(cluster)]
        for cluster in several:
            yield ""
            yield from self._statement(cluster)
        if alone and len(self._articles) > 1:
            yield from ("", *self._strong("Only in one article"))
        for cluster in alone:
            if len(self._articles) == 1 or not self._width:
                yield ""
            yield from self._statement_alone(cluster)

    def _summary(self, clusters: Sequence[Cluster]) -> str:
        if not clusters:
            return f"No statement is quoted in {'this article' if len(self._articles) == 1 else 'these articles'}."
        told = f"{counted(len(clusters), 'statement')} in quotation marks"
        if len(self._articles) == 1:
            return f"{told}."
        shared = sum(is_shared(cluster) for cluster in clusters)
        return (
            f"{told}, {shared} of them in more than one article. Each is compared with the longest version that an "
            "article prints; that one is not taken for the original."
        )

    def _statement(self, cluster: Cluster) -> Iterator[str]:
        yield from self._strong(quoted(harmless(cluster.label), longest=_LABEL))
        told = glance(cluster)
        yield from self._line(f"{told[:1].upper()}{told[1:]}.")
        missing = [str(cell.article + 1) for cell in cluster.cells if cell.presence is Presence.MISSING]
        for cell in cluster.cells:
            if cell.presence is not Presence.MISSING:
                yield from self._cell(cell, cluster)
        if missing:
            yield from self._line(f"Not found in {'article' if len(missing) == 1 else 'articles'} {listed(missing)}.")

    def _statement_alone(self, cluster: Cluster) -> Iterator[str]:
        cell = cluster.cells[cluster.fullest]
        words = quoted(harmless(cluster.label), longest=_LABEL)
        where = paragraphs_listed(self._articles[cell.article], cell.spans, spoken=not self._width)
        speakers = speakers_of(cell)
        where += f", {speakers}" if speakers else ""
        if len(self._articles) > 1:
            where = f"article {cell.article + 1}, {where}"
        yield from self._line(f"{words} ({where})")

    def _cell(self, cell: Cell, cluster: Cluster) -> Iterator[str]:
        told = cell_told(cell, cluster, self._articles[cell.article], spoken=not self._width)
        first = f"{cell.article + 1:>6}. " if self._width else f"Article {cell.article + 1}: "
        yield from wrap(told, self._width, indent=" " * 8, first=first)

    def _strong(self, words: str) -> list[str]:
        return [self._painter.strong(line) for line in wrap(words, self._width)]

    def _line(self, words: str) -> Iterator[str]:
        yield from wrap(words, self._width, indent=_INDENT if self._width else "")
