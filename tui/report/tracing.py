"""Statements traced across articles, as text: who prints one whole, who cuts it, who has other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import Finding, Presence, Verdict, find_quotations
from tui.report.checking import MEASURE
from tui.report.differing import VERDICT_WORDS, differences
from tui.report.lines import harmless, wrap
from tui.report.paint import Painter
from tui.report.passages import paragraph_numbers
from tui.report.wording import counted, file_of, flat, listed, name_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article
    from tui.quotation import Cell, Cluster

_INDENT = "    "
_LABEL = 45  # words of a statement that are shown
_DIFFERENCES = 4  # differences that are told; more are counted
_QUOTED = frozenset({Presence.FULL, Presence.PARTIAL})
_PRESENCE_WORDS = {
    Presence.FULL: "whole",
    Presence.PARTIAL: "in part",
    Presence.UNQUOTED: "without quotation marks",
    Presence.PARAPHRASED: "in other words",
    Presence.MISSING: "not found",
}


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
        self._quotations = [find_quotations(article) for article in articles]

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
        several = [cluster for cluster in clusters if self._is_shared(cluster)]
        alone = [cluster for cluster in clusters if not self._is_shared(cluster)]
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
        shared = sum(self._is_shared(cluster) for cluster in clusters)
        return (
            f"{told}, {shared} of them in more than one article. Each is compared with the longest version that an "
            "article prints; that one is not taken for the original."
        )

    @staticmethod
    def _is_shared(cluster: Cluster) -> bool:
        return sum(cell.presence is not Presence.MISSING for cell in cluster.cells) > 1

    def _statement(self, cluster: Cluster) -> Iterator[str]:
        fullest = cluster.cells[cluster.fullest]
        yield from self._strong(quoted(harmless(cluster.label), longest=_LABEL))
        missing = [str(cell.article + 1) for cell in cluster.cells if cell.presence is Presence.MISSING]
        for cell in cluster.cells:
            if cell.presence is not Presence.MISSING:
                yield from self._cell(cell, cluster, fullest)
        if missing:
            yield from self._line(f"Not found in {'article' if len(missing) == 1 else 'articles'} {listed(missing)}.")

    def _statement_alone(self, cluster: Cluster) -> Iterator[str]:
        cell = cluster.cells[cluster.fullest]
        words = quoted(harmless(cluster.label), longest=_LABEL)
        where = f"{self._place(cell)}{self._speaker(cell, cluster)}"
        if len(self._articles) > 1:
            where = f"article {cell.article + 1}, {where}"
        yield from self._line(f"{words} ({where})")

    def _cell(self, cell: Cell, cluster: Cluster, fullest: Cell) -> Iterator[str]:
        told = f"{_PRESENCE_WORDS[cell.presence]}, {self._place(cell)}{self._speaker(cell, cluster)}"
        if cell is fullest:
            told += "; the longest version" if self._has_rivals(cluster) else ""
        elif cell.presence in _QUOTED:
            edits = cell.edits
            told += f"; {VERDICT_WORDS[cell.verdict]}"
            told += ", given to another speaker" if Finding.ATTRIBUTION in cell.findings else ""
            if edits and cell.verdict is not Verdict.VERBATIM:
                shown = differences(
                    edits[:_DIFFERENCES], f"article {fullest.article + 1}", f"article {cell.article + 1}"
                )
                more = len(edits) - _DIFFERENCES
                told += f": {shown}" + (f"; and {counted(more, 'further difference')}" if more > 0 else "")
        first = f"{cell.article + 1:>6}. " if self._width else f"Article {cell.article + 1}: "
        yield from wrap(f"{told}.", self._width, indent=" " * 8, first=first)

    @staticmethod
    def _has_rivals(cluster: Cluster) -> bool:
        return sum(cell.presence in _QUOTED for cell in cluster.cells) > 1

    def _speaker(self, cell: Cell, cluster: Cluster) -> str:
        """To whom the article gives the words; several where it gives parts to different speakers."""
        said = [
            self._quotations[article][number].attribution.speaker
            for article, number in cluster.variants
            if article == cell.article
        ]
        named = list(dict.fromkeys(flat(harmless(speaker)) for speaker in said if speaker))
        return f", {listed(named)}" if named else ""

    def _place(self, cell: Cell) -> str:
        numbers = paragraph_numbers(self._articles[cell.article], cell.spans)
        if self._width:
            return listed([f"¶{number}" for number in numbers])
        return f"paragraph{'s' if len(numbers) > 1 else ''} {listed([str(number) for number in numbers])}"

    def _strong(self, words: str) -> list[str]:
        return [self._painter.strong(line) for line in wrap(words, self._width)]

    def _line(self, words: str) -> Iterator[str]:
        yield from wrap(words, self._width, indent=_INDENT if self._width else "")
