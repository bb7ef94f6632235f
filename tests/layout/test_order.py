"""The order of the differences is that of the articles, whatever the width of the screen."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.layout.test_rows import article, collation, link
from tui.article import Article, Role, read_article
from tui.collation import Collation, Relation, Span, Status, collate
from tui.layout import Arrangement, Layout, Side, StopKind, partners_of, set_rows

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
BOTH = Arrangement(break_level=True)


def order_of(pair: Collation, width: int, arrangement: Arrangement = BOTH) -> list[tuple[object, ...]]:
    table = set_rows(pair, left_width=width, right_width=width, cell_width=len, arrangement=arrangement)
    return [(stop.kind, stop.left, stop.right) for stop in table.stops]


@pytest.mark.parametrize("pair", [(0, 3), (1, 4), (2, 3)])
def test_stops_keep_their_order_at_every_width_and_alone(pair: tuple[int, int]) -> None:
    left, right = (read_article(str(SEEDS[number])) for number in pair)
    pair_of = collate(left, right)
    first = order_of(pair_of, 24)
    assert first
    assert all(order_of(pair_of, width) == first for width in (60, 80))
    for layout in (Layout.BOTH, Layout.DIFFERENCES, Layout.FOLLOW_LEFT):
        assert order_of(pair_of, 70, Arrangement(layout)) == first
    lefts = [left[0] for _, left, _ in first if isinstance(left, tuple)]
    paragraphs = [sum(place.start <= start for place in pair_of.left.paragraphs) for start in lefts]
    assert all(one <= other for one, other in pairwise(paragraphs))


def span(of: Article, words: str, status: Status, there: tuple[int, int] | None = None) -> Span:
    start = of.text.index(words)
    return Span(start, start + len(words), status, there)


def test_a_moved_pair_is_followed_by_what_differs_in_it() -> None:
    left = article("Rain fell for hours on the town early on Monday", "The end")
    right = article("Rain fell on the town", "The end", "Early on Monday, an aide said at the hall")
    moved = "early on Monday", "Early on Monday"
    there, here = (of.text.index(words) for of, words in zip((right, left), reversed(moved), strict=True))
    pair = collation(
        left,
        right,
        link(0, 0),
        link(0, 2, moved=True),
        link(1, 1, Relation.SAME),
        left_spans=(
            span(left, "Rain fell", Status.SAME, (0, 9)),
            span(left, "for hours", Status.UNIQUE),
            span(left, "on the town", Status.SAME, (10, 21)),
            span(left, moved[0], Status.MOVED, (there, there + 15)),
        ),
        right_spans=(
            span(right, "Rain fell", Status.SAME, (0, 9)),
            span(right, "on the town", Status.SAME, (20, 31)),
            span(right, moved[1], Status.MOVED, (here, here + 15)),
            span(right, "an aide said at the hall", Status.UNIQUE),
        ),
    )
    told = [
        (kind, left.text[slice(*one)] if isinstance(one, tuple) else "", right.text[slice(*two)] if two else "")
        for kind, one, two in order_of(pair, 40)
        if two is None or isinstance(two, tuple)
    ]
    assert told == [
        (StopKind.UNIQUE, "for hours", ""),
        (StopKind.MOVED, moved[0], "Early on Monday, an aide said at the hall"),
        (StopKind.UNIQUE, "", "an aide said at the hall"),
    ]


def test_headlines_stand_level_linked_or_not() -> None:
    left = article("Rail cars burn", "Three cars burned.", p0=Role.HEADLINE)
    right = article("Three cars burned.", "Sheriff defends timing", "He spoke.", p1=Role.HEADLINE)
    crossing = collation(left, right, link(1, 0))
    table = set_rows(crossing, left_width=30, right_width=30, cell_width=len)
    assert table.left.row_of_paragraph(0) == table.right.row_of_paragraph(1)
    assert table.anchors == ()
    beside = collation(left, right, link(1, 2), link(0, 0, Relation.SIMILAR))
    table = set_rows(beside, left_width=30, right_width=30, cell_width=len)
    assert table.left.row_of_paragraph(0) == table.right.row_of_paragraph(1)
    assert table.anchors == ((1, 2),)
    linked = collation(left, right, link(0, 1, Relation.SIMILAR, moved=True), link(1, 0))
    assert set_rows(linked, left_width=30, right_width=30, cell_width=len).anchors == ((0, 1),)


def test_a_caption_is_no_partner_of_what_the_other_article_says_once() -> None:
    pair = collate(read_article(str(SEEDS[1])), read_article(str(SEEDS[4])))
    assert pair.left.paragraphs[11].duplicate_of == 4
    assert [partner for _, partner in partners_of(pair, Side.RIGHT)[3]] == [4]
    assert [partner for _, partner in partners_of(pair, Side.LEFT)[11]] == [3]
