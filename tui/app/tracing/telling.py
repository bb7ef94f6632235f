"""What is said of a statement: who has it whole, and the lit article's words beside the longest version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tui.app.excerpt import beginning
from tui.app.quotetelling import wording_bits
from tui.app.tracing.cells import rival_of, stop_of
from tui.app.wording import article_name, article_title, one_line
from tui.layout import Side
from tui.quotation import Presence
from tui.report.differing import sentence
from tui.report.passages import places_told
from tui.report.tracerows import QUOTED, cell_told, glance, speakers_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style

    from tui.app.tracing.tracer import Traced
    from tui.quotation import Cluster

_NOT_THERE = "not found there, neither quoted nor in other words."

_TITLE = 60
"""Cells of an article's headline that are told."""


def pair_of(cluster: Cluster, article: int) -> tuple[int, int] | None:
    """The two articles to read beside each other: the longest version on the left.

    Args:
        cluster: The statement.
        article: The article whose cell is lit.

    Returns:
        Their indexes, or None where the lit one alone has the statement.
    """
    other = rival_of(cluster) if article == cluster.fullest else article
    return None if other is None else (cluster.fullest, other)


def statement_in_full(
    cluster: Cluster, article: int, traced: Traced, style: Callable[[str], Style], *, spacious: bool
) -> Text:
    """A statement: at a glance, what stands in the lit article, and both wordings with what differs set off.

    Args:
        cluster: The statement.
        article: The article whose cell is lit.
        traced: All articles.
        style: Styles by name: left, right, left-wash, right-wash, cut, strong.
        spacious: Whether there is room for empty lines.
    """
    told = glance(cluster)
    text = Text()
    text.append(f"{told[:1].upper()}{told[1:]}.\n" + "\n" * spacious, style("strong"))
    lit = cluster.cells[article]
    is_missing = lit.presence is Presence.MISSING
    if spacious:
        text.append(f"{called(traced, article)}\n", style("strong"))
        text.append(sentence(_NOT_THERE if is_missing else cell_told(lit, cluster, traced.articles[article])))
    else:
        text.append(f"{article + 1}: ", style("strong"))
        text.append(_NOT_THERE if is_missing else cell_told(lit, cluster, traced.articles[article]))
    text.append("\n" * (1 + spacious))
    pair = pair_of(cluster, article)
    for number, (side, at) in enumerate(zip(Side, pair or (article,), strict=False)):
        text.append("\n" * (spacious and number > 0))
        _append_wording(text, cluster, at, side, traced, other=article if pair is None else pair[1], style=style)
    return text


def _append_wording(
    text: Text, cluster: Cluster, at: int, side: Side, traced: Traced, *, other: int, style: Callable[[str], Style]
) -> None:
    """One article's words, with what the other of the two has not."""
    cell = cluster.cells[at]
    if not cell.spans:
        return
    stop = stop_of(cluster.cells[other], cluster)
    where = f"{at + 1} {places_told(traced.articles[at], cell.spans)}"
    named = speakers_of(cell)
    text.append(f"{where}{f', {named}' if named else ''}: ", style(side.value))
    for bit in wording_bits(traced.articles[at], stop, side, marks=cell.presence in QUOTED):
        text.append(bit.text, style(f"{side.value}-wash") if bit.told else style("cut") if bit.cut else "")
    text.append("\n")


def called(traced: Traced, article: int) -> str:
    """An article by its number, headline and source."""
    found = traced.articles[article]
    title, name = one_line(article_title(found)), one_line(article_name(found))
    told = beginning(title, _TITLE)
    return f"{article + 1} {told}" if title == name else f"{article + 1} {told} ({name})"


def statement_copied(cluster: Cluster, traced: Traced) -> str:
    """A statement as plain text to paste: its words, who has it how, and what each article that has it prints."""
    told = glance(cluster)
    lines = [f"“{one_line(cluster.label)}”", f"{told[:1].upper()}{told[1:]}."]
    lines += [
        f"{called(traced, cell.article)}: {cell_told(cell, cluster, traced.articles[cell.article])}"
        for cell in cluster.cells
        if cell.presence is not Presence.MISSING
    ]
    return "\n".join(lines)
