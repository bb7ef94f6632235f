"""What every report tells of a statement in an article: how much of it, how it differs, who says it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui.quotation import Finding, Presence, Verdict
from tui.report.differing import VERDICT_WORDS, differences
from tui.report.passages import paragraphs_listed, plain
from tui.report.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article
    from tui.quotation import Cell, Cluster

QUOTED = frozenset({Presence.FULL, Presence.PARTIAL})
"""Presences of words between marks."""

PRESENCE_WORDS = {
    Presence.FULL: "whole",
    Presence.PARTIAL: "in part",
    Presence.UNQUOTED: "without quotation marks",
    Presence.PARAPHRASED: "in other words",
    Presence.MISSING: "not found",
}
"""How much of a statement an article has."""

CHANGED = "changed"
"""An article quotes other words than the longest version has, marked changes and cuts aside."""

ANOTHER_SPEAKER = "given to another speaker"

_DIFFERENCES = 4  # differences that are told; more are counted
_NUMBERS = 12  # articles that are named by number; more are counted
_SAME_WORDS = frozenset({Verdict.VERBATIM, Verdict.MARKED, Verdict.TRUNCATED})


def is_shared(cluster: Cluster) -> bool:
    """Whether more than one article has the statement, in whatever form."""
    return sum(cell.presence is not Presence.MISSING for cell in cluster.cells) > 1


def has_rivals(cluster: Cluster) -> bool:
    """Whether more than one article quotes it."""
    return sum(cell.presence in QUOTED for cell in cluster.cells) > 1


def is_given_away(cell: Cell) -> bool:
    """Whether the article gives the words to another speaker than the fullest variant does."""
    return Finding.ATTRIBUTION in cell.findings


def has_other_words(cell: Cell) -> bool:
    """Whether an article quotes the statement in words that are not, marked changes and cuts aside, its own."""
    return cell.presence in QUOTED and cell.verdict not in _SAME_WORDS


def presence_told(cell: Cell) -> str:
    """How much of the statement an article has, and whether its words are others."""
    if not has_other_words(cell):
        return PRESENCE_WORDS[cell.presence]
    return CHANGED if cell.presence is Presence.FULL else f"{PRESENCE_WORDS[cell.presence]}, {CHANGED}"


def verdict_told(cell: Cell, cluster: Cluster) -> str:
    """How a cell stands beside the fullest variant; empty where its presence says it all."""
    if cell.presence not in QUOTED:
        return ""
    if cell.article == cluster.fullest:
        return "the longest version" if has_rivals(cluster) else ""
    told = VERDICT_WORDS[cell.verdict]
    return f"{told}, {ANOTHER_SPEAKER}" if is_given_away(cell) else told


def differs_told(cell: Cell, cluster: Cluster) -> str:
    """The differences in words, the first few of many; empty for none."""
    if cell.presence not in QUOTED or cell.article == cluster.fullest or cell.verdict is Verdict.VERBATIM:
        return ""
    if not cell.edits:
        return ""
    told = differences(cell.edits[:_DIFFERENCES], f"article {cluster.fullest + 1}", f"article {cell.article + 1}")
    more = len(cell.edits) - _DIFFERENCES
    return f"{told}; and {counted(more, 'further difference')}" if more > 0 else told


def speakers_of(cell: Cell) -> str:
    """Who says the words there, as a sentence lists them; empty where nobody is named."""
    return listed([plain(name) for name in cell.speaker.split("; ")]) if cell.speaker else ""


def cell_told(cell: Cell, cluster: Cluster, article: Article, *, spoken: bool = False) -> str:
    """All there is to say of a cell that isn't empty: how much, where, who says it, how it differs; with its stop.

    Args:
        cell: The cell.
        cluster: Its statement.
        article: Its article.
        spoken: Whether it is told for the ear: "paragraph 3" for "¶3".
    """
    named, verdict, differs = speakers_of(cell), verdict_told(cell, cluster), differs_told(cell, cluster)
    where = paragraphs_listed(article, cell.spans, spoken=spoken)
    told = f"{presence_told(cell)}, {where}" + (f", {named}" if named else "")
    return f"{told}{f'; {verdict}' if verdict else ''}{f': {differs}' if differs else ''}."


def glance(cluster: Cluster) -> str:
    """Who has a statement whole, who cuts it, who has changed it, who gives it to another: by articles' numbers."""
    held: dict[str, list[int]] = defaultdict(list)
    for cell in cluster.cells:
        for told in _standings(cell):
            held[told].append(cell.article + 1)
    alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for told in _GLANCE:
        if told in held:
            alike[tuple(held[told])].append(told)
    return "; ".join(f"{listed(standings)} in {_numbers(articles)}" for articles, standings in alike.items())


_GLANCE = (
    "whole",
    "cut",
    CHANGED,
    ANOTHER_SPEAKER,
    PRESENCE_WORDS[Presence.UNQUOTED],
    PRESENCE_WORDS[Presence.PARAPHRASED],
)


def _standings(cell: Cell) -> Iterator[str]:
    if cell.presence is Presence.MISSING:
        return
    if cell.presence not in QUOTED:
        yield PRESENCE_WORDS[cell.presence]
        return
    if cell.presence is Presence.PARTIAL:
        yield "cut"
    if has_other_words(cell):
        yield CHANGED
    elif cell.presence is Presence.FULL:
        yield "whole"
    if is_given_away(cell):
        yield ANOTHER_SPEAKER


def _numbers(articles: Sequence[int]) -> str:
    if len(articles) > _NUMBERS:
        return f"{len(articles)} articles"
    return f"article{'s' if len(articles) > 1 else ''} {listed([str(number) for number in articles])}"
