"""The order of the differences is that of the articles, whatever the width of the screen."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tui.article import read_article
from tui.collation import collate
from tui.layout import Side, partners_of, set_rows

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("pair", [(0, 3), (1, 4), (2, 3)])
def test_stops_keep_their_order_at_every_width(pair: tuple[int, int]) -> None:
    collation = collate(*(read_article(str(SEEDS[number])) for number in pair))
    orders = [
        [
            (stop.kind, stop.left, stop.right)
            for stop in set_rows(collation, left_width=w, right_width=w, cell_width=len).stops
        ]
        for w in (24, 60, 80)
    ]
    assert orders[0]
    assert orders[0] == orders[1] == orders[2]
    lefts = [stop[1][0] for stop in orders[0] if stop[1]]
    paragraphs = [sum(place.start <= start for place in collation.left.paragraphs) for start in lefts]
    assert all(one <= other for one, other in pairwise(paragraphs))


def test_a_caption_is_no_partner_of_what_the_other_article_says_once() -> None:
    collation = collate(read_article(str(SEEDS[1])), read_article(str(SEEDS[4])))
    assert collation.left.paragraphs[11].duplicate_of == 4
    assert [partner for _, partner in partners_of(collation, Side.RIGHT)[3]] == [4]
    assert [partner for _, partner in partners_of(collation, Side.LEFT)[11]] == [3]
