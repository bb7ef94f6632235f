"""Where a reader stops: at what matters, once, whichever article stands on the left."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from rich.cells import cell_len

from tests.layout.test_rows import article, collation, link, pairs
from tui.article import Article, Role, article_from_text, read_article
from tui.collation import Collation, Relation, Span, Status, collate
from tui.layout import Side, Stop, StopKind, partners_of, set_rows, sign_text

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
VERSIONS = sorted((Path(__file__).parents[1] / "accuracy" / "articles" / "correction").glob("*.txt"))


def stops_of(pair: Collation) -> tuple[Stop, ...]:
    return set_rows(pair, left_width=40, right_width=40, cell_width=cell_len).stops


def span(of: Article, words: str, status: Status, other: Article | None = None, there: str = "") -> Span:
    start = of.text.index(words)
    place = None if other is None else (other.text.index(there), other.text.index(there) + len(there))
    return Span(start, start + len(words), status, place)


def mirrored(stops: tuple[Stop, ...]) -> set[tuple[StopKind, object, object]]:
    return {(stop.kind, stop.right, stop.left) for stop in stops}


def plain(stops: tuple[Stop, ...]) -> set[tuple[StopKind, object, object]]:
    return {(stop.kind, stop.left, stop.right) for stop in stops}


def test_a_likeness_off_the_order_is_no_move() -> None:
    left, right = article("a", "b", "c"), article("c", "a", "b")
    links = (link(0, 1), link(1, 2), link(2, 0, Relation.SIMILAR, moved=True))
    pair = collation(left, right, *links)
    assert [(stop.kind, stop.left, stop.right) for stop in stops_of(pair)] == [(StopKind.SIMILAR, (6, 7), (0, 1))]
    assert pair.transposed_links == ()
    table = set_rows(pair, left_width=9, right_width=9, cell_width=cell_len)
    assert [sign_text(table.signs[row]) for row in sorted(table.signs)] == ["~3", "≈", "≈", "~1"]
    shared = collation(left, right, *links[:2], link(2, 0, Relation.PARTIAL, moved=True))
    assert [stop.kind for stop in stops_of(shared)] == [StopKind.MOVED]
    assert shared.transposed_links == (link(2, 0, Relation.PARTIAL, moved=True),)


@settings(max_examples=150, deadline=None)
@given(pairs())
def test_exchanging_the_articles_exchanges_the_stops(pair: Collation) -> None:
    assert plain(stops_of(pair)) == mirrored(stops_of(pair.swapped()))


@pytest.mark.parametrize(
    "pair", [*combinations(SEEDS, 2), tuple(VERSIONS)], ids=lambda pair: "-".join(path.stem[:3] for path in pair)
)
def test_no_real_stop_depends_on_the_side_or_comes_twice(pair: tuple[Path, Path]) -> None:
    left, right = (read_article(str(path)) for path in pair)
    collated = collate(left, right)
    stops = stops_of(collated)
    assert plain(stops) == mirrored(stops_of(collated.swapped()))
    assert len(plain(stops)) == len(stops) > 10
    for stop in stops:
        for side, of in ((Side.LEFT, collated.left), (Side.RIGHT, collated.right)):
            words = stop.words(side)
            if words is None:
                continue
            inside = [p for p in of.paragraphs if p.start < words[1] and words[0] < p.end]
            assert any(paragraph.counts for paragraph in inside)
            assert not any(low <= words[0] and words[1] <= high for low, high in of.noise)


def test_what_each_side_alone_says_after_the_same_words_is_one_stop() -> None:
    left = article("The mayor spoke at length to the town council on Monday")
    right = article("The mayor spoke and was met with long applause on Monday")
    pair = collation(
        left,
        right,
        link(0, 0),
        left_spans=(
            span(left, "The mayor spoke", Status.SAME, right, "The mayor spoke"),
            span(left, "at length to the town council", Status.UNIQUE),
            span(left, "on Monday", Status.SAME, right, "on Monday"),
        ),
        right_spans=(
            span(right, "The mayor spoke", Status.SAME, left, "The mayor spoke"),
            span(right, "and was met with long applause", Status.UNIQUE),
            span(right, "on Monday", Status.SAME, left, "on Monday"),
        ),
    )
    (stop,) = stops_of(pair)
    assert stop.kind is StopKind.CHANGED
    assert stop.left is not None
    assert stop.right is not None
    assert left.text[slice(*stop.left)] == "at length to the town council"
    assert right.text[slice(*stop.right)] == "and was met with long applause"


def test_words_of_one_side_alone_in_different_places_stay_two_stops() -> None:
    left, right = article("Early on Monday the mayor spoke"), article("The mayor spoke for an hour")
    pair = collation(
        left,
        right,
        link(0, 0),
        left_spans=(
            span(left, "Early on Monday", Status.UNIQUE),
            span(left, "the mayor spoke", Status.SAME, right, "The mayor spoke"),
        ),
        right_spans=(
            span(right, "The mayor spoke", Status.SAME, left, "the mayor spoke"),
            span(right, "for an hour", Status.UNIQUE),
        ),
    )
    assert [(stop.kind, stop.left is None) for stop in stops_of(pair)] == [
        (StopKind.UNIQUE, False),
        (StopKind.UNIQUE, True),
    ]


def test_passages_that_moved_together_are_one_stop() -> None:
    left = article("Short lead. We ask for talks, and for a plan.", "The end.")
    right = article("Short lead.", "The end.", "We ask for talks now, and for a plan.")
    first, second = "We ask for talks", "and for a plan"
    pair = collation(
        left,
        right,
        link(0, 0),
        link(1, 1, Relation.SAME),
        left_spans=(
            span(left, "Short lead", Status.SAME, right, "Short lead"),
            span(left, first, Status.MOVED, right, first),
            span(left, second, Status.MOVED, right, second),
        ),
    )
    moved = [stop for stop in stops_of(pair) if stop.kind is StopKind.MOVED]
    assert [
        (left.text[slice(*stop.left)], right.text[slice(*stop.right)]) for stop in moved if stop.left and stop.right
    ] == [("We ask for talks, and for a plan", "We ask for talks now, and for a plan")]


def test_a_likeness_that_leads_at_neither_end_is_no_stop() -> None:
    left, right = article("title", "a"), article("title", "b")
    links = (link(0, 0, Relation.SIMILAR, score=0.4), link(1, 1, Relation.SIMILAR, score=0.4))
    loose = link(0, 1, Relation.SIMILAR, moved=True, score=0.9)
    assert [(stop.kind, stop.left) for stop in stops_of(collation(left, right, *links, loose))] == [
        (StopKind.SIMILAR, (0, 8))
    ]
    alone = collation(left, right, links[0], link(1, 0, Relation.SIMILAR, moved=True))
    assert [(stop.kind, stop.left) for stop in stops_of(alone)] == [
        (StopKind.SIMILAR, (0, 5)),
        (StopKind.ONLY, None),
        (StopKind.SIMILAR, (7, 8)),
    ]


def test_headlines_are_named_for_each_other_first() -> None:
    left, right = article("title", "a", p0=Role.HEADLINE), article("title", "b", p0=Role.HEADLINE)
    pair = collation(left, right, link(0, 0, Relation.SIMILAR, score=0.1), link(0, 1, Relation.SIMILAR, score=0.9))
    assert [partner for _, partner in partners_of(pair, Side.LEFT)[0]] == [0, 1]


def test_typography_alone_is_no_stop() -> None:
    left = article_from_text(
        '"It\'s a start," she said - in 2016.\n\nThe toxic-masculinity letter runs to two pages.\n'
    )
    right = article_from_text(
        "“It’s a start,” She said — in\u00a02016.\n\nThe Toxic‐Masculinity letter runs to  two pages.\n"
    )
    assert stops_of(collate(left, right)) == ()
