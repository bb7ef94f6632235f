from __future__ import annotations

import pytest

from tui.app.geometry import MEASURE, measure_screen
from tui.app.page import Place
from tui.app.painting import Ground, Paint, SidePainter, find_grounds
from tui.app.reading import Reading, uncompared
from tui.app.telling import Quote, tell_paragraph, tell_stop, told_flat
from tui.app.wording import (
    article_facts,
    article_title,
    overview_sentence,
    position_told,
    share,
)
from tui.collation import Collation, Counts
from tui.layout import Side, StopKind


def told(pieces: list[tuple[str, Side | None]]) -> str:
    return "".join(words for words, _ in pieces)


@pytest.fixture
def reading(pair: Collation) -> Reading:
    found = Reading(pair)
    found.arrange(120, alone=False)
    return found


def painted(painter: SidePainter, words: str) -> Paint:
    start = painter.article.text.index(words)
    paragraph = next(i for i, one in enumerate(painter.article.paragraphs) if start < one.end)
    runs = list(painter.runs(paragraph, start, start + len(words)))
    assert [runs[0][0], runs[-1][1]] == [start, start + len(words)]
    assert len({paint for _, _, paint in runs}) == 1, runs
    return runs[0][2]


def test_panes_share_the_screen_and_never_overlap() -> None:
    for width in (100, 101, 160, 300):
        geometry = measure_screen(width, 12, None)
        assert geometry.left is not None
        assert geometry.right is not None
        assert geometry.left.width + geometry.gutter + geometry.right.width == width
        for pane in (geometry.left, geometry.right):
            assert pane.text_x + pane.measure <= pane.x + pane.width
            assert pane.measure <= MEASURE
    assert geometry.left is not None
    assert geometry.left.indent > 20
    assert geometry.side_at(10) is Side.LEFT
    assert geometry.side_at(290) is Side.RIGHT
    assert geometry.side_at(geometry.gutter_x) is None


def test_the_exception_is_painted_and_not_the_rule(pair: Collation) -> None:
    grounds = find_grounds(pair)
    assert grounds[Side.LEFT] == [
        Ground.LINKED, Ground.LINKED, Ground.ONLY, Ground.LINKED, Ground.SPARSE, Ground.LINKED,
    ]  # fmt: skip
    assert grounds[Side.RIGHT][0] is Ground.QUIET
    left = SidePainter(pair, Side.LEFT, grounds[Side.LEFT])
    assert painted(left, "one of the organizers") is Paint.PLAIN
    assert painted(left, "told Politico on Sunday") is Paint.CHANGED
    assert painted(left, "Only the left article") is Paint.ONLY
    assert painted(left, "Some signers") is Paint.PLAIN
    assert painted(left, "culture") is Paint.SHARED
    right = SidePainter(pair, Side.RIGHT, grounds[Side.RIGHT])
    assert painted(right, "at once") is Paint.UNIQUE
    assert painted(right, "Connect with us") is Paint.QUIET


def test_both_paragraphs_of_a_pair_are_painted_alike(pair: Collation) -> None:
    grounds = find_grounds(pair)
    for link in pair.links:
        assert grounds[Side.LEFT][link.left] is grounds[Side.RIGHT][link.right]


def test_the_stops_come_in_reading_order(reading: Reading) -> None:
    kinds = []
    while reading.seek_stop(1, 0, reading.height) is False:
        assert reading.stop is not None
        kinds.append(reading.stop.kind)
    assert kinds == [
        StopKind.CHANGED,
        StopKind.ONLY,
        StopKind.ONLY,
        StopKind.UNIQUE,
        StopKind.SIMILAR,
        StopKind.MOVED,
    ]


def test_going_back_from_the_first_goes_round(reading: Reading) -> None:
    assert reading.seek_stop(1, 0, reading.height) is False
    first = reading.stop
    assert reading.seek_stop(-1, 0, reading.height) is True
    assert reading.seek_stop(1, 0, reading.height) is True
    assert reading.stop == first


def test_a_difference_out_of_view_is_not_where_the_reader_is(reading: Reading) -> None:
    reading.seek_stop(1, 0, 5)
    last = max(reading.stop_row(stop) for stop in reading.stops)
    reading.seek_stop(1, last, last + 5)
    assert reading.stop is not None
    assert reading.stop.kind is StopKind.MOVED


def test_sentences_say_the_difference_in_words(reading: Reading) -> None:
    sentences = {}
    for stop in reading.stops:
        sentences[stop.kind, stop.left is None] = told_flat(reading, tell_stop(reading, stop))
    assert sentences[StopKind.CHANGED, False] == (
        "≈ told Politico on Sunday → added, according to The Hill · with a date · A ¶2, B ¶4"
        "   A: told Politico on Sunday   B: added, according to The Hill"
    )
    assert sentences[StopKind.UNIQUE, True] == (
        "≈ + “at once” · nothing opposite in A · A ¶4, B ¶6   A: ▷   B: at once"
    )
    assert sentences[StopKind.ONLY, True] == (
        "▸ B ¶5: no matching wording in A (7 words)   B: Only the right article has this one."
    )
    assert sentences[StopKind.SIMILAR, False].startswith(
        "~ A ¶5 covers the same ground as B ¶7 in other words   A: Some signers"
    )
    assert sentences[StopKind.MOVED, False].startswith("⇢ moved: A ¶6 is B ¶3, word for word   A: The letter was sent")


def test_the_overview_counts(reading: Reading) -> None:
    assert (
        told(overview_sentence(reading))
        == "6 differences; 1 of them is a passage in another place. d goes to the first one, ? explains the signs."
    )
    same = Reading(uncompared(reading.collation.left, reading.collation.left), pending=True)
    same.arrange(120, alone=False)
    assert told(overview_sentence(same)) == "Comparing the articles …"


def test_what_stands_opposite_is_told_for_one_side_alone(reading: Reading) -> None:
    reading.arrange(80, alone=True)
    moved = tell_paragraph(reading, 5)
    assert told(list(moved.lead)) == "⇢ A ¶6 stands elsewhere as B ¶3, word for word"
    there = reading.collation.right.paragraphs[2]
    assert moved.quotes == (Quote(Side.RIGHT, (there.start, there.end)),)
    assert told(list(tell_paragraph(reading, 2).lead)) == "A ¶3: no matching wording in B"
    reading.other_side()
    assert told(list(tell_paragraph(reading, 0).lead)) == "B ¶1: not part of the story, so it is not counted"


def test_swapping_keeps_side_place_and_difference(reading: Reading) -> None:
    reading.seek_stop(1, 0, reading.height)
    reading.seek_stop(1, 0, reading.height)
    before = reading.stop
    assert before is not None
    reading.swap()
    assert reading.side is Side.RIGHT
    assert reading.stop is not None
    assert (reading.stop.left, reading.stop.right) == (before.right, before.left)
    assert reading.stop in reading.table.stops
    reading.swap()
    assert reading.stop == before


def test_a_place_outlives_another_width(long_pair: Collation) -> None:
    reading = Reading(long_pair)
    reading.arrange(160, alone=False)
    row = reading.table.left.row_of_paragraph(20) + 1
    place = reading.place(row)
    for width, alone in ((100, False), (80, True), (300, False)):
        reading.arrange(width, alone=alone)
        at = reading.table.column(place.side).line_at(reading.table_row(reading.row_of(place)))
        assert at is not None
        assert at.paragraph == 20
        assert at.start <= place.offset < at.end
    reading.arrange(160, alone=False)
    assert reading.row_of(place) == row


def test_one_side_alone_has_no_fillers(reading: Reading) -> None:
    both = reading.height
    reading.arrange(80, alone=True)
    column = reading.table.left
    assert reading.height < both
    assert not any(column.is_filler(reading.table_row(row)) for row in range(reading.height))
    reading.other_side()
    assert reading.geometry.left is None


def test_the_search_finds_both_sides_in_reading_order(reading: Reading) -> None:
    reading.search("LETTER")
    assert [match.side for match in reading.matches] == [Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT]
    assert reading.seek_match(1, 0, reading.height) is False
    assert reading.side is Side.RIGHT
    assert position_told(reading, Side.RIGHT, 2) == "found 1/4 · B ¶3 of 7"
    assert reading.seek_match(-1, 0, reading.height) is True
    assert reading.match == reading.matches[-1]
    reading.search("nowhere")
    assert reading.seek_match(1, 0, reading.height) is None


def test_headings(reading: Reading) -> None:
    left, right = reading.collation.left, reading.collation.right
    assert article_title(left) == "Staffers ask for a meeting"
    assert article_title(right) == "Staffers ask for a meeting"
    assert (
        article_facts(left, Counts(70, 35, 1), Side.LEFT, pending=False) == "70 words · 50 % in B · 2018-12-30 · left"
    )
    assert [share(Counts(1000, n, 0)) for n in (0, 1, 500, 999, 1000)] == ["0 %", "under 1 %", "50 %", "99 %", "100 %"]


def test_an_empty_article_can_be_read(pair: Collation) -> None:
    empty = Collation(
        pair.left, uncompared(pair.left, pair.right).right.__class__(source="e", text="", paragraphs=()), (),
        pair.left_spans, (), Counts(70, 0, 6), Counts(0, 0, 0), differs=True,
    )  # fmt: skip
    reading = Reading(empty)
    reading.arrange(120, alone=False)
    assert reading.place(0) == Place(Side.LEFT, 0)
    assert told(overview_sentence(reading)) == "One of the articles has no text."
    reading.other_side()
    reading.arrange(80, alone=True)
    assert reading.place(0) == Place(Side.RIGHT, 0)
