"""Statements traced across articles as one HTML page: a row for every statement, a column for every article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.quotation import Presence
from tui.report.htmlpage.inline import Ref, wording_runs
from tui.report.htmlpage.page import render
from tui.report.passages import places_told, plain
from tui.report.tracerows import (
    PRESENCE_WORDS,
    QUOTED,
    differs_told,
    glance,
    has_other_words,
    is_given_away,
    is_shared,
    presence_told,
    speakers_of,
    verdict_told,
)
from tui.report.wording import counted, file_of, flat, name_of, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article
    from tui.quotation import Cell, Cluster
    from tui.report.htmlpage.inline import Run

_LABEL = 45  # words of a statement that are shown at the head of its row
_SIGNS = {
    Presence.FULL: "●",
    Presence.PARTIAL: "◐",
    Presence.UNQUOTED: "○",
    Presence.PARAPHRASED: "≈",
    Presence.MISSING: "–",
}
_OTHER_WORDS = "≠"
_ANOTHER = "⇄"
_LEGEND = (
    (_SIGNS[Presence.FULL], "quoted whole"),
    (_SIGNS[Presence.PARTIAL], "quoted in part"),
    (_OTHER_WORDS, "changed: words differ from the longest version"),
    (_ANOTHER, "given to another speaker"),
    (_SIGNS[Presence.UNQUOTED], "there without quotation marks"),
    (_SIGNS[Presence.PARAPHRASED], "in other words"),
    (_SIGNS[Presence.MISSING], "not found"),
)


@dataclass(frozen=True, slots=True)
class _Column:
    """An article: its number, its name and its file where that is another."""

    number: int
    name: str
    file: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """A cell.

    Attributes:
        css: The class of its presence.
        signs: What the eye sees at a glance.
        presence: The same in words.
        verdict: How it stands beside the longest version; may be empty.
        speaker: Who says it there; may be empty.
        where: Its paragraphs.
        runs: Its words; none for a missing statement.
        differs: The differences; may be empty.
    """

    css: str
    signs: str
    presence: str
    verdict: str
    speaker: str
    where: str
    runs: tuple[Run, ...]
    differs: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A statement and its cells."""

    id: str
    label: str
    glance: str
    cells: tuple[_Shown, ...]


@dataclass(frozen=True, slots=True)
class _Alone:
    """A statement of one article only."""

    label: str
    article: int
    where: str
    speaker: str


def quotes_html(articles: Sequence[Article], clusters: Sequence[Cluster]) -> str:
    """Every statement that articles quote, and what became of it in each of them.

    Args:
        articles: The articles.
        clusters: Their statements.

    Returns:
        The document, self-contained and without script; the same arguments always give the same one.
    """
    shared = [cluster for cluster in clusters if is_shared(cluster)]
    alone = [cluster for cluster in clusters if not is_shared(cluster)]
    missing = _Shown("missing", _SIGNS[Presence.MISSING], PRESENCE_WORDS[Presence.MISSING], "", "", "", (), "")
    rows = [
        _Row(
            f"s{number}",
            quoted(plain(cluster.label), longest=_LABEL),
            glance(cluster),
            tuple(_shown(cell, cluster, articles) if cell.spans else missing for cell in cluster.cells),
        )
        for number, cluster in enumerate(shared, start=1)
    ]
    return render(
        "tracing.html.j2",
        {
            "title": f"Quotations across {counted(len(articles), 'article')}",
            "skip": Ref("shared" if rows else "alone", "Skip to the statements", "", ""),
            "summary": _summary(articles, clusters, len(shared)),
            "columns": [_column(number, article) for number, article in enumerate(articles, start=1)],
            "rows": rows,
            "legend": _LEGEND,
            "alone": [_alone(cluster, articles) for cluster in alone],
        },
        "tracing.css",
    )


def _summary(articles: Sequence[Article], clusters: Sequence[Cluster], shared: int) -> str:
    if not clusters:
        return f"No statement is quoted in {'this article' if len(articles) == 1 else 'these articles'}."
    told = f"{counted(len(clusters), 'statement')} in quotation marks, {shared} of them in more than one article."
    if not shared:
        return told
    return (
        f"{told} Each is compared with the longest version that an article prints; that one is not taken for the "
        "original."
    )


def _column(number: int, article: Article) -> _Column:
    name, file = flat(name_of(article)), file_of(article)
    return _Column(number, name, "" if name == file else file)


def _shown(cell: Cell, cluster: Cluster, articles: Sequence[Article]) -> _Shown:
    article = articles[cell.article]
    is_quoted = cell.presence in QUOTED
    differs = differs_told(cell, cluster)
    theirs = [edit.right_span for edit in cell.edits if edit.right_span is not None] if differs else []
    return _Shown(
        css=cell.presence.value,
        signs=_signs(cell),
        presence=presence_told(cell),
        verdict=verdict_told(cell, cluster),
        speaker=speakers_of(cell),
        where=places_told(article, cell.spans),
        runs=wording_runs(article, cell.spans, theirs, marks=is_quoted),
        differs=differs,
    )


def _signs(cell: Cell) -> str:
    signs = _SIGNS[cell.presence]
    if has_other_words(cell):
        signs += _OTHER_WORDS
    return signs + _ANOTHER if is_given_away(cell) else signs


def _alone(cluster: Cluster, articles: Sequence[Article]) -> _Alone:
    cell = cluster.cells[cluster.fullest]
    return _Alone(
        quoted(plain(cluster.label), longest=_LABEL),
        cell.article + 1,
        places_told(articles[cell.article], cell.spans),
        speakers_of(cell),
    )
