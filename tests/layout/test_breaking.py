from __future__ import annotations

import time
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.layout.test_layouts import drawn
from tests.layout.test_rows import article, collation, link
from tui.collation import Collation, Relation, Span, Status, collate
from tui.layout import BLANK, Arrangement, RowTable, Side, set_rows

if TYPE_CHECKING:
    from tui.article import Article

SENTENCES = (
    "The mayor opened the new harbour bridge on Saturday morning.",
    "Thousands of residents walked across it in the rain.",
    "Builders needed nine years and four hundred workers.",
    "Ferries will keep running until the end of winter.",
    "A school choir sang from a barge below the arches.",
)


def table_of(pair: Collation, *, left: int = 30, right: int = 30, break_level: bool = True) -> RowTable:
    return set_rows(
        pair,
        left_width=left,
        right_width=right,
        cell_width=cell_len,
        arrangement=Arrangement(break_level=break_level),
    )


def split(long: Article, short: Article, places: list[tuple[int, int]]) -> Collation:
    """A long left paragraph of whose sentences each is a right paragraph, or not."""
    left_spans, right_spans = [], []
    for here, there in places:
        start = long.text.index(SENTENCES[here])
        found = short.paragraphs[there]
        left_spans.append(Span(start, start + len(SENTENCES[here]), Status.SAME, (found.start, found.end)))
        right_spans.append(Span(found.start, found.end, Status.SAME, (start, start + len(SENTENCES[here]))))
    links = [link(0, there, Relation.PARTIAL) for _, there in places]
    return collation(long, short, *links, left_spans=tuple(left_spans), right_spans=tuple(sorted(right_spans, key=str)))


def test_a_long_paragraph_breaks_where_its_counterpart_begins() -> None:
    long = article(" ".join(SENTENCES[:3]), "After it.")
    short = article(SENTENCES[0], "Between them there is a paragraph of its own here.", SENTENCES[2], "After it.")
    pair = split(long, short, [(0, 0), (2, 2)])
    pair = collation(
        long,
        short,
        *pair.links,
        link(1, 3, Relation.SAME),
        left_spans=pair.left_spans,
        right_spans=tuple(sorted(pair.right_spans, key=lambda span: span.start)),
    )
    table = table_of(pair)
    assert drawn(table, pair) == [
        "The mayor opened the new|∩|The mayor opened the new",
        "harbour bridge on Saturday||harbour bridge on Saturday",
        "morning. Thousands of||morning.",
        "residents walked across it in||",
        "the rain.|▸|Between them there is a",
        "||paragraph of its own here.",
        "Builders needed nine years and|∩|Builders needed nine years and",
        "four hundred workers.||four hundred workers.",
        "After it.|=|After it.",
    ]
    third = long.text.index("Builders")
    row = table.left.row_of_offset(third)
    assert row == table.right.row_of_paragraph(2)
    line = table.left.line_at(row)
    assert line is not None
    assert line.start == third
    assert not table.left.starts_paragraph(row)
    assert all(table.left.rows[at] >= 0 or table.left.rows[at] == BLANK for at in range(row))
    assert table.left.row_of_paragraph(1) == table.right.row_of_paragraph(3)


def test_without_gain_nothing_is_broken() -> None:
    long, short = article(" ".join(SENTENCES[:2])), article(*SENTENCES[:2])
    pair = collate(long, short)
    wide = table_of(pair, left=25, right=60)
    assert [wide.left.line_at(row) is not None for row in range(5)] == [True] * 5
    assert list(wide.left.rows) == list(table_of(pair, left=25, right=60, break_level=False).left.rows)


def test_a_gap_too_wide_is_not_torn_open() -> None:
    long = article(" ".join(SENTENCES[:2]))
    short = article(SENTENCES[0], *["Nothing of this stands on the other side at all."] * 6, SENTENCES[1])
    pair = split(long, short, [(0, 0), (1, 7)])
    table = table_of(pair)
    rows = list(table.left.line_rows)
    assert rows == list(range(rows[0], rows[0] + len(rows)))


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(SENTENCES),
    st.lists(st.sampled_from([*SENTENCES, "Nobody else has said so.", "It snowed."]), min_size=1, max_size=7),
    st.integers(6, 60),
    st.integers(6, 60),
)
def test_broken_or_not_every_line_stands_once_and_in_order(
    long: list[str], short: list[str], left: int, right: int
) -> None:
    pair = collate(article(" ".join(long), "The end."), article(*short))
    for one in (pair, pair.swapped()):
        table = table_of(one, left=left, right=right)
        for side in Side:
            column = table.column(side)
            assert [code for code in column.rows if code >= 0] == list(range(len(column.starts)))
            assert [column.row_of_offset(start) for start in column.starts] == list(column.line_rows)
            of = one.left if side is Side.LEFT else one.right
            for index, paragraph in enumerate(of.paragraphs):
                mine = [n for n, owner in enumerate(column.paragraphs) if owner == index]
                words = " ".join(of.text[column.starts[n] : column.ends[n]] for n in mine)
                assert "".join(words.split()) == "".join(of.text[paragraph.start : paragraph.end].split())


def test_thousands_of_broken_paragraphs_are_set_quickly() -> None:
    long = article(*[" ".join(SENTENCES)] * 2_500)
    short = article(*SENTENCES * 2_500)
    places, left_spans, right_spans = 0, [], []
    for number, paragraph in enumerate(long.paragraphs):
        at = paragraph.start
        for sentence in SENTENCES:
            there = short.paragraphs[places]
            left_spans.append(Span(at, at + len(sentence), Status.SAME, (there.start, there.end)))
            right_spans.append(Span(there.start, there.end, Status.SAME, (at, at + len(sentence))))
            at += len(sentence) + 1
            places += 1
        assert number * 5 + 5 == places
    links = [link(at // 5, at, Relation.PARTIAL) for at in range(places)]
    pair = collation(long, short, *links, left_spans=tuple(left_spans), right_spans=tuple(right_spans))
    began = time.process_time()
    table = table_of(pair)
    assert time.process_time() - began < 5
    third = long.text.index(SENTENCES[2], long.paragraphs[2_000].start)
    assert table.left.row_of_offset(third) == table.right.row_of_paragraph(2_000 * 5 + 2)
