"""The places where a reader stops: changed phrases, and the beginnings of other stretches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.collation import Relation
from tui.layout.half import make_half, make_stop
from tui.layout.joining import join_phrases
from tui.layout.model import Side, Stop, StopKind
from tui.layout.order import ReadingOrder
from tui.layout.phrases import find_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.collation import Collation, Link
    from tui.layout.half import Half
    from tui.layout.model import Column


def find_stops(collation: Collation, columns: Mapping[Side, Column], leading: Side = Side.LEFT) -> tuple[Stop, ...]:
    """Every place where the articles differ; boilerplate, duplicates and noise aside.

    Number and order depend on the articles alone, so that two people can speak of the ninth, whatever their screens.

    Args:
        collation: The comparison.
        columns: Both sides' columns, for the rows of the stops.
        leading: The side by whose order they are told.
    """
    left, right = (make_half(side, collation, columns) for side in Side)
    stops = [
        *join_phrases([*find_phrases(left, right)], {Side.LEFT: left, Side.RIGHT: right}),
        *_moved_paragraphs(collation.links, left, right),
        *_only(left),
        *_only(right),
        *_similar(collation.links, left, right),
    ]
    return tuple(sorted(stops, key=ReadingOrder(collation, leading)))


def _moved_paragraphs(links: tuple[Link, ...], left: Half, right: Half) -> Iterator[Stop]:
    """The beginning of every stretch of paragraphs that stand elsewhere together."""
    moved = [link for link in links if link.transposed and left.counts(link.left) and right.counts(link.right)]
    for stretch in _stretches(moved):
        stop = _pair_stop(StopKind.MOVED, stretch, left, right)
        if len(stretch) == 1:
            pair = stretch[0]
            stop = replace(
                stop,
                left=left.moved_words(pair.left, pair.right, right) or stop.left,
                right=right.moved_words(pair.right, pair.left, left) or stop.right,
            )
        yield stop


def _leads(link: Link, left: Half, right: Half) -> bool:
    """Whether a link is the first that there is to tell of a paragraph at either end."""
    ends = left.partners.get(link.left), right.partners.get(link.right)
    return any(partners and partners[0][0] is link for partners in ends)


def _similar(links: tuple[Link, ...], left: Half, right: Half) -> Iterator[Stop]:
    """Stretches of pairs in order that say the same in other words and share no longer wording.

    Off the order, where a likeness is all there is to tell of a paragraph, each pair is one for itself.
    """
    in_order = [link for link in links if not link.moved and link.relation is Relation.SIMILAR]
    alone = [
        link
        for link in in_order
        if _leads(link, left, right)
        and not (_closely_linked(left.links[link.left]) and _closely_linked(right.links[link.right]))
    ]
    for stretch in _stretches(alone):
        yield _pair_stop(StopKind.SIMILAR, stretch, left, right)
    for link in links:
        guessed = link.moved and not link.transposed and _leads(link, left, right)
        if guessed and left.counts(link.left) and right.counts(link.right):
            yield _pair_stop(StopKind.SIMILAR, [link], left, right)


def _closely_linked(links: list[Link]) -> bool:
    return any(link.relation is not Relation.SIMILAR for link in links)


def _stretches(links: list[Link]) -> list[list[Link]]:
    """Links between neighbours on both sides, together."""
    left_over = {(link.left, link.right): link for link in links}
    found = []
    for link in links:
        if left_over.pop((link.left, link.right), None) is None:
            continue
        stretch = [link]
        for one in stretch:
            around = [(one.left + down, one.right + across) for down in (-1, 0, 1) for across in (-1, 0, 1)]
            stretch += [left_over.pop(pair) for pair in around if pair in left_over]
        found.append(stretch)
    return found


def _pair_stop(kind: StopKind, stretch: list[Link], left: Half, right: Half) -> Stop:
    lefts, rights = [link.left for link in stretch], [link.right for link in stretch]
    return Stop(
        kind,
        left.words(min(lefts), max(lefts)),
        right.words(min(rights), max(rights)),
        left.column.row_of_paragraph(min(lefts)),
        right.column.row_of_paragraph(min(rights)),
    )


def _only(half: Half) -> Iterator[Stop]:
    """Stretches of paragraphs of one side without any link."""
    stretch: list[int] = []
    for paragraph in range(len(half.article.paragraphs) + 1):
        if paragraph < len(half.article.paragraphs) and paragraph not in half.links:
            if half.counts(paragraph):
                stretch.append(paragraph)
            continue
        if stretch:
            row = half.column.row_of_paragraph(stretch[0])
            words = half.words(stretch[0], stretch[-1])
            yield make_stop(StopKind.ONLY, half.side, words, None, (row, row))
        stretch = []
