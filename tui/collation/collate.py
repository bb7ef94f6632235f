"""The one thing this room does: compare two articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import Role
from tui.collation.links import link_paragraphs
from tui.collation.model import Collation, Counts, Status
from tui.collation.spans import gather
from tui.collation.statuses import classify
from tui.collation.ties import is_backward, tied_paragraphs
from tui.collation.witness import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Article
    from tui.collation.ledger import Ledger
    from tui.collation.model import Link, Tie
    from tui.collation.witness import Witness


def collate(left: Article, right: Article, ties: Iterable[Tie] = ()) -> Collation:
    """Compare two articles: link their paragraphs and give every word its status.

    Exchanging the articles mirrors the result exactly: the texts decide what is compared with what, not the sides.

    Args:
        left: The left article.
        right: The right article.
        ties: What a reporter said of two paragraphs; the last one on the same two holds. Those told to belong together
            are linked by what they share, be it little. Those told apart are never linked, and no word of the one is
            told to be the same, moved or changed in the other. Words that name no paragraph are passed over.
    """
    given = tuple(ties)
    if is_backward(left, right, given):
        return _collate(right, left, tuple(tie.swapped() for tie in given)).swapped()
    return _collate(left, right, given)


def _collate(left: Article, right: Article, ties: tuple[Tie, ...]) -> Collation:
    left_side, right_side, vocabulary = prepare(left, right)
    linked = link_paragraphs(left_side, right_side, vocabulary, tied_paragraphs(left, right, ties))
    left_ledger, right_ledger = classify(left_side, right_side, vocabulary, linked)
    return Collation(
        left=left,
        right=right,
        links=linked.links,
        left_spans=gather(left_side, right_side, left_ledger),
        right_spans=gather(right_side, left_side, right_ledger),
        left_counts=_count(left_side, left_ledger, {link.left for link in linked.links}),
        right_counts=_count(right_side, right_ledger, {link.right for link in linked.links}),
        differs=_order_differs(left, right, linked.links)
        or _words_differ(left_side, left_ledger)
        or _words_differ(right_side, right_ledger),
        ties=ties,
    )


def _count(side: Witness, ledger: Ledger, linked: set[int]) -> Counts:
    words = shared = unlinked = 0
    for index, paragraph in enumerate(side.article.paragraphs):
        if not paragraph.counts:
            continue
        statuses = _statuses(side, ledger, index)
        words += len(statuses)
        shared += statuses.count(Status.SAME) + statuses.count(Status.MOVED)
        unlinked += bool(statuses) and index not in linked
    return Counts(words, shared, unlinked)


def _words_differ(side: Witness, ledger: Ledger) -> bool:
    """Whether any word differs or moved, boilerplate and noise aside."""
    return any(
        any(status is not Status.SAME for status in _statuses(side, ledger, index))
        for index, paragraph in enumerate(side.article.paragraphs)
        if paragraph.role is not Role.BOILERPLATE
    )


def _statuses(side: Witness, ledger: Ledger, paragraph: int) -> list[Status]:
    """The statuses of the words of a paragraph, those of noise left out."""
    places = side.places(paragraph)
    if not side.noise or side.noise.isdisjoint(places):
        return ledger.statuses[places.start : places.stop]
    return [ledger.statuses[at] for at in places if at not in side.noise]


def _order_differs(left: Article, right: Article, links: Iterable[Link]) -> bool:
    return any(
        link.moved and Role.BOILERPLATE not in (left.paragraphs[link.left].role, right.paragraphs[link.right].role)
        for link in links
    )
