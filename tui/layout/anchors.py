"""Which linked paragraphs start level: the strongest choice that keeps both reading orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import Role
from tui.collation import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Article
    from tui.collation import Collation, Link

_WEIGHTS = {Relation.SAME: 4.0, Relation.EDITED: 3.0, Relation.PARTIAL: 2.0, Relation.SIMILAR: 1.0}


def find_level(collation: Collation) -> tuple[tuple[int, int], ...]:
    """The pairs (left, right) that start level in order: the headlines, linked or not, and the anchors."""
    headlines = find_headlines(collation)
    if headlines is None:
        return find_anchors(collation.links)
    anchors = find_anchors(link for link in collation.links if _beside((link.left, link.right), headlines))
    return tuple(sorted({*anchors, headlines}))


def find_headlines(collation: Collation) -> tuple[int, int] | None:
    """The headlines of both articles, where both have one."""
    left, right = (_headline(article) for article in (collation.left, collation.right))
    return None if left is None or right is None else (left, right)


def _headline(article: Article) -> int | None:
    return next((index for index, one in enumerate(article.paragraphs) if one.role is Role.HEADLINE), None)


def _beside(pair: tuple[int, int], fixed: tuple[int, int]) -> bool:
    """Whether a pair can start level if another one does."""
    if pair == fixed:
        return True
    return (pair[0] < fixed[0] and pair[1] < fixed[1]) or (pair[0] > fixed[0] and pair[1] > fixed[1])


def find_anchors(links: Iterable[Link]) -> tuple[tuple[int, int], ...]:
    """Choose the pairs that start on the same row.

    Of the links on the common order it takes the heaviest set in which both sides rise strictly, so every
    paragraph has one place and no two pairs cross; of equal ones, that which stands furthest up. Grows as n log n.

    Returns:
        Pairs (left, right) in order.
    """
    ordered = sorted((link for link in links if not link.moved), key=lambda link: (link.left, -link.right))
    if not ordered:
        return ()
    best = _PrefixMaximum(max(link.right for link in ordered) + 1)
    totals: list[int] = []
    before: list[int] = []
    # Within one left paragraph the right ones fall, so a pair never builds on its own row.
    for index, link in enumerate(ordered):
        total, previous = best.below(link.right)
        totals.append(total + _weight(link))
        before.append(previous)
        best.raise_to(link.right, totals[-1], index)
    at = max(range(len(ordered)), key=lambda index: totals[index])
    chain: list[tuple[int, int]] = []
    while at >= 0:
        chain.append((ordered[at].left, ordered[at].right))
        at = before[at]
    return tuple(reversed(chain))


def _weight(link: Link) -> int:
    """Relation and score, and far behind them the place: whole numbers, so that equal sums are equal."""
    return (round(1_000_000 * (_WEIGHTS[link.relation] + link.score)) << 48) - link.left - link.right


class _PrefixMaximum:
    """The greatest value at any place below a given one (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._best: list[tuple[int, int]] = [(0, -1)] * (size + 1)

    def below(self, place: int) -> tuple[int, int]:
        """The greatest value before `place`, and whose it is (-1: none)."""
        found = (0, -1)
        while place > 0:
            if self._best[place][0] > found[0]:
                found = self._best[place]
            place -= place & -place
        return found

    def raise_to(self, place: int, value: int, owner: int) -> None:
        """Note that `place` reaches `value`."""
        place += 1
        while place < len(self._best):
            if value > self._best[place][0]:
                self._best[place] = (value, owner)
            place += place & -place
