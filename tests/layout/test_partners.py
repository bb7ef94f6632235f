"""Which partner of a paragraph is named first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.samples import make_article
from tui.collation import Tie, collate
from tui.layout import Side, SignKind, partners_of, set_rows

if TYPE_CHECKING:
    from tui.article import Article, Range

LEFT = make_article(
    [
        "The council closed the old bridge on Monday after the storm had torn away its railing.",
        "Nobody on the north bank had been told of it before the fences were up.",
        "A ferry runs every half hour from the landing below the mill.",
    ]
)
RIGHT = make_article(
    [
        "The mayor spoke to the press at noon and took no questions.",
        "The council closed the old bridge on Monday after the storm had torn away its railing.",
        "A ferry runs every half hour from the landing below the mill, the owner said.",
    ]
)


def whole(article: Article, at: int) -> tuple[Range, ...]:
    paragraph = article.paragraphs[at]
    return ((paragraph.start, paragraph.end),)


def test_what_a_reporter_tied_is_named_before_what_shares_more() -> None:
    tied = collate(LEFT, RIGHT, [Tie(whole(LEFT, 0), whole(RIGHT, 0), together=True)])
    partners = [partner for _, partner in partners_of(tied, Side.LEFT)[0]]
    assert partners == [0, 1]
    assert [link.tied for link, _ in partners_of(tied, Side.LEFT)[0]] == [True, False]
    assert [link.tied for link, _ in partners_of(tied.swapped(), Side.RIGHT)[0]] == [True, False]


def test_a_tie_off_the_order_is_told_as_moved_and_not_as_a_guess() -> None:
    tied = collate(LEFT, RIGHT, [Tie(whole(LEFT, 1), whole(RIGHT, 0), together=True)])
    (link,) = [link for link in tied.links if link.tied]
    assert link.moved
    assert link.transposed
    signs = set_rows(tied, left_width=60, right_width=60, cell_width=len).signs.values()
    assert sorted(sign.partners for sign in signs if sign.kind is SignKind.MOVED) == [(0,), (1,)]
