from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.layout.test_rows import article, collation, link, pairs
from tui.article import Role, read_article
from tui.collation import Collation, Relation, Span, Status, collate
from tui.layout import (
    Arrangement,
    Layout,
    NoteKind,
    RowTable,
    Side,
    note_text,
    partners_of,
    set_rows,
    shown,
    sign_text,
)


def table_of(pair: Collation, layout: Layout, *unfolded: tuple[Side, int], width: int = 20) -> RowTable:
    return set_rows(
        pair,
        left_width=width,
        right_width=width,
        cell_width=cell_len,
        arrangement=Arrangement(layout, frozenset(unfolded)),
    )


def drawn(table: RowTable, pair: Collation) -> list[str]:
    out = []
    for row, (left, sign, right) in enumerate(table.rows()):
        words = []
        for side, line, of in ((Side.LEFT, left, pair.left), (Side.RIGHT, right, pair.right)):
            note = table.column(side).note_at(row)
            words.append(note_text(note) if note else shown(of.text, line.start, line.end) if line else "")
        out.append(f"{words[0]}|{sign_text(sign) if sign else ''}|{words[1]}")
    return [row for row in out if row != "||"]


def test_following_a_side_puts_all_counterparts_opposite_whatever_their_order() -> None:
    left, right = article("a", "b", "c"), article("c", "x", "a one", "b", "a two")
    pair = collation(
        left,
        right,
        link(0, 2, score=0.9),
        link(0, 4, score=0.5),
        link(1, 3, Relation.SAME),
        link(2, 0, Relation.SAME, moved=True),
    )
    table = table_of(pair, Layout.FOLLOW_LEFT)
    assert drawn(table, pair) == [
        "a|≈|a one",
        "|≈1|a two",
        "b|=|b",
        "c|=|c",
        "|▸|x",
    ]
    assert drawn(table_of(pair, Layout.FOLLOW_RIGHT), pair) == [
        "c|=|c",
        "|▸|x",
        "a|≈|a one",
        "b|=|b",
        "¶1: above, at ¶3|≈1|a two",
    ]


def test_a_paragraph_of_several_stands_in_full_at_its_strongest() -> None:
    left, right = article("a", "lonely", "b"), article("before", "both")
    pair = collation(left, right, link(0, 1, Relation.PARTIAL), link(2, 1, Relation.EDITED))
    table = table_of(pair, Layout.FOLLOW_LEFT)
    assert drawn(table, pair) == ["|▸|before", "a|∩2|¶2: below, at ¶3", "lonely|◂|", "b|≈|both"]
    note = table.right.notes[0]
    assert (note.kind, note.first, note.partner, note.below) == (NoteKind.STAND_IN, 1, 2, True)


def test_one_that_answers_several_stands_at_its_closest_and_is_named_beside_the_others() -> None:
    left = article("We thank them.", "We listen.", "We will act.", "Other matter.")
    right = article("We thank them. We listen, and we will act.", "Other matter.")
    pair = collation(
        left,
        right,
        link(0, 0, Relation.PARTIAL),
        link(1, 0, Relation.EDITED, score=0.9),
        link(2, 0, Relation.PARTIAL),
        link(3, 1, Relation.SAME),
    )
    table = table_of(pair, Layout.FOLLOW_LEFT)
    assert drawn(table, pair) == [
        "We thank them.|∩1|¶1: below, at ¶2",
        "We listen.|≈|We thank them. We",
        "||listen, and we will",
        "||act.",
        "We will act.|∩1|¶1: above, at ¶2",
        "Other matter.|=|Other matter.",
    ]
    assert table.anchors == ((1, 0), (3, 1))


def test_the_closest_is_told_first_though_a_looser_one_stands_here() -> None:
    left, right = article("a", "b"), article("loose", "shared")
    pair = collation(
        left,
        right,
        link(0, 0, Relation.SIMILAR, score=0.9),
        link(0, 1, Relation.PARTIAL),
        link(1, 1, Relation.EDITED),
    )
    assert drawn(table_of(pair, Layout.FOLLOW_LEFT), pair) == [
        "a|∩2|¶2: below, at ¶2",
        "|~1|loose",
        "b|≈|shared",
    ]


def test_a_text_is_at_home_with_text_before_a_headline() -> None:
    left = article("Staff want talks", "More than 20 aides", p0=Role.HEADLINE)
    right = article("Aides speak out", "Some 20 aides", p0=Role.HEADLINE)
    links = [link(0, 0, Relation.SIMILAR, score=0.1), link(0, 1, Relation.SIMILAR, score=0.9)]
    pair = collation(left, right, *links, link(1, 1, Relation.SIMILAR, score=0.3))
    assert drawn(table_of(pair, Layout.FOLLOW_LEFT), pair)[::2] == [
        "Staff want talks|~|Aides speak out",
        "More than 20 aides|~|Some 20 aides",
    ]


@settings(max_examples=200, deadline=None)
@given(pairs(), st.sampled_from([Layout.FOLLOW_LEFT, Layout.FOLLOW_RIGHT]))
def test_no_paragraph_with_counterparts_stands_before_nothing(pair: Collation, layout: Layout) -> None:
    table = table_of(pair, layout)
    led = Side.LEFT if layout is Layout.FOLLOW_LEFT else Side.RIGHT
    here, there = table.column(led), table.column(led.other)
    for paragraph, links in partners_of(pair, led).items():
        row = here.row_of_paragraph(paragraph)
        note = there.note_at(row)
        named = {other for _, other in links}
        line = there.line_at(row)
        assert (note is not None and note.first in named) or (line is not None and line.paragraph in named)
        if note is not None:
            assert note.below is (note.partner > paragraph)
    for row, sign in table.signs.items():
        if not sign.partners and sign.side is None:
            assert here.starts_paragraph(row)
            assert there.starts_paragraph(row)


def test_what_has_something_opposite_names_looser_ones_in_the_gutter_only() -> None:
    left, right = article("headline of two lines", "alone", "b"), article("title", "both")
    pair = collation(left, right, link(0, 0, Relation.SIMILAR), link(0, 1, Relation.SIMILAR), link(2, 1, Relation.SAME))
    assert drawn(table_of(pair, Layout.FOLLOW_LEFT), pair) == [
        "headline of two|~|title",
        "lines|~2|",
        "alone|◂|",
        "b|=|both",
    ]


def test_headlines_go_together_and_shared_wording_stands_level() -> None:
    left = article("Staff want talks", "More than 20 aides", p0=Role.HEADLINE)
    right = article("Aides speak out", "Some 20 aides", p0=Role.HEADLINE)
    pair = collation(
        left,
        right,
        link(0, 0, Relation.SIMILAR, score=0.1),
        link(0, 1, Relation.SIMILAR, score=0.9),
        link(1, 1, Relation.PARTIAL),
    )
    assert drawn(table_of(pair, Layout.FOLLOW_RIGHT), pair) == [
        "Staff want talks|~|Aides speak out",
        "More than 20 aides|∩|Some 20 aides",
        "|~1|",
    ]
    loose = collation(left, right, link(0, 1, Relation.SIMILAR), link(1, 1, Relation.PARTIAL))
    assert drawn(table_of(loose, Layout.FOLLOW_RIGHT), loose) == [
        "Staff want talks|~2|Aides speak out",
        "More than 20 aides|∩|Some 20 aides",
        "|~1|",
    ]


def test_every_paragraph_of_a_run_that_points_to_one_place_says_so() -> None:
    left, right = article("a", "b", "alone", "c"), article("both")
    pair = collation(left, right, *(link(at, 0, Relation.PARTIAL, score=at / 10) for at in (0, 1, 3)))
    assert drawn(table_of(pair, Layout.FOLLOW_LEFT), pair) == [
        "a|∩1|¶1: below, at ¶4",
        "b|∩1|¶1: below, at ¶4",
        "alone|◂|",
        "c|∩|both",
    ]


@settings(max_examples=150, deadline=None)
@given(pairs(), st.integers(2, 30), st.sampled_from(Layout), st.booleans())
def test_exchanging_the_articles_mirrors_every_layout(pair: Collation, width: int, layout: Layout, level: bool) -> None:
    # Of two pairs that cross and are equally close either may stand level, so no two are.
    links = [replace(link, score=number / 10) for number, link in enumerate(pair.links)]
    pair = replace(pair, links=tuple(links))
    one = set_rows(
        pair,
        left_width=width,
        right_width=width + 3,
        cell_width=cell_len,
        arrangement=Arrangement(layout, break_level=level),
    )
    other = set_rows(
        pair.swapped(),
        left_width=width + 3,
        right_width=width,
        cell_width=cell_len,
        arrangement=Arrangement(layout.swapped, break_level=level),
    )
    for side in Side:
        assert one.column(side).rows == other.column(side.other).rows
        assert [note_text(note) for note in one.column(side).notes] == [
            note_text(note) for note in other.column(side.other).notes
        ]
        exchanged = one.mirrored().column(side)
        assert (exchanged.starts, exchanged.line_rows) == (other.column(side).starts, other.column(side).line_rows)
    assert set(one.mirrored().stops) == set(other.stops)
    assert one.mirrored().mirrored() == one


def test_a_repetition_has_no_place_opposite() -> None:
    right = article("one two", "one two")
    again = right.__class__(
        source="",
        text=right.text,
        paragraphs=(right.paragraphs[0], right.paragraphs[1].__class__(9, 16, Role.CAPTION, 0)),
    )
    pair = collation(
        article("one two"), again, link(0, 0, Relation.SAME), link(0, 1, Relation.SAME, moved=True, score=1)
    )
    assert drawn(table_of(pair, Layout.FOLLOW_LEFT), pair) == ["one two|=|one two", "|=1|one two"]


def versions() -> Collation:
    """Five paragraphs of which the third differs, and a notice that isn't compared."""
    sides = [
        article("one", "two", word, "four", "five", "Follow us", p5=Role.BOILERPLATE) for word in ("three", "drei")
    ]
    spans = []
    for of in sides:
        other = sides[1] if of is sides[0] else sides[0]
        for at, (here, there) in enumerate(zip(of.paragraphs, other.paragraphs, strict=True)):
            status = Status.CHANGED if at == 2 else Status.SAME
            spans.append(Span(here.start, here.end, status, (there.start, there.end)))
    links = [link(at, at, Relation.SAME if at != 2 else Relation.EDITED) for at in range(6)]
    return collation(sides[0], sides[1], *links, left_spans=tuple(spans[:6]), right_spans=tuple(spans[6:]))


def test_what_does_not_differ_is_folded_to_one_line_that_says_how_much() -> None:
    pair = versions()
    table = table_of(pair, Layout.DIFFERENCES, width=40)
    assert drawn(table, pair) == [
        "▸ 2 paragraphs the same||▸ 2 paragraphs the same",
        "three|≈|drei",
        "▸ 2 paragraphs the same, 1 not compared||▸ 2 paragraphs the same, 1 not compared",
    ]
    assert table.left.is_folded(0)
    assert not table.left.is_folded(2)
    assert table.left.row_of_offset(pair.left.text.index("two")) == 0
    assert table.left.paragraph_at(0) == 0
    assert table.left.notes[0].key == table.right.notes[0].key == (Side.LEFT, 0)


def test_a_caption_that_differs_is_no_repetition_so_it_is_shown() -> None:
    pair = versions()
    captions = [
        replace(of, paragraphs=(*of.paragraphs[:2], replace(of.paragraphs[2], role=Role.CAPTION), *of.paragraphs[3:]))
        for of in (pair.left, pair.right)
    ]
    pair = replace(pair, left=captions[0], right=captions[1])
    assert drawn(table_of(pair, Layout.DIFFERENCES, width=40), pair)[1] == "three|≈|drei"


def test_an_open_fold_keeps_its_line_and_its_pairs_level() -> None:
    pair = versions()
    table = table_of(pair, Layout.DIFFERENCES, (Side.LEFT, 0), width=40)
    assert drawn(table, pair)[:4] == [
        "▾ 2 paragraphs the same||▾ 2 paragraphs the same",
        "one|=|one",
        "two|=|two",
        "three|≈|drei",
    ]
    assert not table.left.is_folded(1)


def test_an_open_fold_stays_open_when_the_articles_are_exchanged() -> None:
    pair = versions()
    table = table_of(pair.swapped(), Layout.DIFFERENCES, (Side.RIGHT, 0), width=40)
    assert drawn(table, pair.swapped())[:3] == [
        "▾ 2 paragraphs the same||▾ 2 paragraphs the same",
        "one|=|one",
        "two|=|two",
    ]
    assert {note.key for note in (table.left.notes[0], table.right.notes[0])} == {(Side.RIGHT, 0)}


def test_only_paragraphs_that_quote_and_their_partners_are_kept() -> None:
    left = article("“We will win,” she said.", "The “rally” was long.", "No one spoke.")
    right = article("She promised a win.", "It rained.", "He called it “a long day”.")
    pair = collation(left, right, link(0, 0, Relation.SIMILAR), link(2, 1, Relation.SIMILAR))
    assert drawn(table_of(pair, Layout.QUOTATIONS, width=40), pair) == [
        "“We will win,” she said.|~|She promised a win.",
        "▸ 2 paragraphs without quotations||▸ 1 paragraph without quotations",
        "|▸|He called it “a long day”.",
    ]


def test_no_fold_stands_beside_words() -> None:
    quoted, plain = "He called it “a long day”.", "It rained."
    left = article("“We will win,” she said.", quoted, plain, quoted, plain)
    right = article("“We will win,” she said.", plain, quoted, plain, plain, quoted)
    pair = collation(left, right, link(0, 0, Relation.SAME))
    one, two = "▸ 1 paragraph without quotations", "▸ 2 paragraphs without quotations"
    assert drawn(table_of(pair, Layout.QUOTATIONS, width=40), pair) == [
        "“We will win,” she said.|=|“We will win,” she said.",
        f"||{one}",
        f"{quoted}|◂▸|{quoted}",
        f"{one}||{two}",
        f"{quoted}|◂▸|{quoted}",
        f"{one}||",
    ]
    opened = drawn(table_of(pair, Layout.QUOTATIONS, (Side.LEFT, 2), width=40), pair)
    assert opened[3:7] == [
        f"▾{one[1:]}||▾{two[1:]}",
        f"{plain}|◂▸|{plain}",
        f"|▸|{plain}",
        f"{quoted}|◂▸|{quoted}",
    ]


@settings(max_examples=200, deadline=None)
@given(
    pairs(),
    st.integers(2, 30),
    st.sampled_from(Layout),
    st.frozensets(st.tuples(st.sampled_from(Side), st.integers(0, 5)), max_size=4),
    st.booleans(),
)
def test_every_layout_keeps_the_promises(
    pair: Collation, width: int, layout: Layout, unfolded: frozenset[tuple[Side, int]], level: bool
) -> None:
    table = set_rows(
        pair,
        left_width=width,
        right_width=width + 3,
        cell_width=cell_len,
        arrangement=Arrangement(layout, unfolded, level),
    )
    for side in Side:
        column = table.column(side)
        of = pair.left if side is Side.LEFT else pair.right
        shown_lines = [code for code in column.rows if code >= 0]
        assert len(set(shown_lines)) == len(shown_lines)
        folded = {p for p in range(len(of.paragraphs)) if column.is_folded(p)}
        assert {column.paragraphs[line] for line in shown_lines} == set(range(len(of.paragraphs))) - folded
        assert len(shown_lines) == sum(owner not in folded for owner in column.paragraphs)
        assert layout.folds or not folded
        if layout not in {Layout.FOLLOW_LEFT, Layout.FOLLOW_RIGHT} or layout == f"follow-{side}":
            assert shown_lines == sorted(shown_lines)
        in_folds = {p for note in column.notes if note.key and note.folded for p in range(note.first, note.last + 1)}
        assert in_folds == folded
        for line, start in enumerate(column.starts):
            row = column.row_of_offset(start)
            assert row == column.line_rows[line]
            assert column.rows[row] == line or column.note_at(row) is not None
        for row in range(table.height):
            note, opposite = column.note_at(row), table.column(side.other).note_at(row)
            if note is not None and note.key is not None:
                assert table.column(side.other).line_at(row) is None
                assert opposite is None or (opposite.key, opposite.folded) == (note.key, note.folded)
                assert folded.issuperset(range(note.first, note.last + 1)) is note.folded
        assert len(column.rows) == table.height
        assert list(column.text_rows) == sorted(set(column.text_rows))
    for stop in table.stops:
        for side in Side:
            words = stop.words(side)
            if words is not None:
                assert stop.row_of(side) == table.column(side).row_of_offset(words[0])
    begins = [words[0] for stop in table.stops if (words := stop.words(layout.followed or Side.LEFT))]
    led = pair.right if layout is Layout.FOLLOW_RIGHT else pair.left
    paragraphs = [sum(one.start <= start for one in led.paragraphs) for start in begins]
    assert paragraphs == sorted(paragraphs)
    assert all(0 <= row < table.height for row in table.signs)


def all_open(pair: Collation, layout: Layout, width: int = 30) -> RowTable:
    """The table with every fold open."""
    table = table_of(pair, layout, width=width)
    keys = {note.key for side in Side for note in table.column(side).notes if note.key is not None}
    return table_of(pair, layout, *keys, width=width)


@settings(max_examples=150, deadline=None)
@given(pairs(), st.integers(2, 30), st.sampled_from(Layout))
def test_with_every_fold_open_every_word_stands_there_once(pair: Collation, width: int, layout: Layout) -> None:
    table = all_open(pair, layout, width)
    for side, of in ((Side.LEFT, pair.left), (Side.RIGHT, pair.right)):
        column = table.column(side)
        assert not any(note.folded for note in column.notes)
        lines = sorted(line for row in range(table.height) if (line := column.line_at(row)))
        for index in range(len(of.paragraphs)):
            words = "".join(of.text[line.start : line.end] for line in lines if line.paragraph == index)
            assert "".join(words.split()) == "".join(of.words_of(index).split())


@pytest.mark.parametrize("layout", Layout)
def test_a_seed_pair_is_whole_in_every_layout(layout: Layout) -> None:
    seeds = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
    pair = collate(read_article(str(seeds[1])), read_article(str(seeds[4])))
    table = all_open(pair, layout, 70)
    for side, of in ((Side.LEFT, pair.left), (Side.RIGHT, pair.right)):
        lines = sorted(line for row in range(table.height) if (line := table.column(side).line_at(row)))
        assert "".join("".join(of.text[line.start : line.end] for line in lines).split()) == "".join(of.text.split())
    keys = [note.key for side in Side for note in table.column(side).notes if note.key is not None]
    assert bool(keys) is layout.folds


@pytest.mark.parametrize("layout", Layout)
def test_ten_thousand_paragraphs_in_every_layout(layout: Layout) -> None:
    words = "The quick brown fox, she said, “jumps over the lazy dog” of the campaign. " * 4
    long = article(*[words.strip()] * 10_000)
    pair = collation(long, long, *(link(at, at, Relation.SAME) for at in range(10_000)))
    table_of(pair, layout, width=60)
    began = time.process_time()
    table = table_of(pair, layout, width=50)
    assert time.process_time() - began < 3
    assert table.height > 0
