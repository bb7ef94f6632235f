"""The one thing this room does: compare two articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import Role
from tui.collation.links import link_paragraphs
from tui.collation.model import Collation, Counts, Span, Status
from tui.collation.spans import gather
from tui.collation.statuses import Ledger, classify
from tui.collation.witness import Witness, prepare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Article
    from tui.collation.model import Link


def collate(left: Article, right: Article) -> Collation:
    """Compare two articles: link their paragraphs and give every word its status.

    Exchanging the articles mirrors the result exactly: ties are broken by the texts, not by the sides.
    """
    if right.text < left.text:
        return _collate(right, left).swapped()
    return _collate(left, right)


def _collate(left: Article, right: Article) -> Collation:
    left_side, right_side, vocabulary = prepare(left, right)
    linked = link_paragraphs(left_side, right_side, vocabulary)
    left_ledger, right_ledger = classify(left_side, right_side, vocabulary, linked)
    left_spans = gather(left_side, right_side, left_ledger)
    right_spans = gather(right_side, left_side, right_ledger)
    return Collation(
        left=left,
        right=right,
        links=linked.links,
        left_spans=left_spans,
        right_spans=right_spans,
        left_counts=_count(left_side, left_ledger, {link.left for link in linked.links}),
        right_counts=_count(right_side, right_ledger, {link.right for link in linked.links}),
        differs=_differs(left, left_spans, linked.links) or _differs(right, right_spans, linked.links),
    )


def _count(side: Witness, ledger: Ledger, linked: set[int]) -> Counts:
    words = shared = unlinked = 0
    for index, paragraph in enumerate(side.article.paragraphs):
        if paragraph.role is Role.BOILERPLATE or paragraph.duplicate_of is not None:
            continue
        statuses = ledger.statuses[side.bounds[index] : side.bounds[index + 1]]
        words += len(statuses)
        shared += sum(status in {Status.SAME, Status.MOVED} for status in statuses)
        unlinked += index not in linked
    return Counts(words, shared, unlinked)


def _differs(article: Article, spans: Iterable[Span], links: Iterable[Link]) -> bool:
    return any(link.moved for link in links) or any(span.status is not Status.SAME for span in spans)
