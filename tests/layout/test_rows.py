from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcswidth

from tui.article import Article, Paragraph, Role
from tui.collation import Collation, Counts, Link, Relation, Span, Status
from tui.layout import RowTable, Side, SignKind, StopKind, place_signs, set_rows, shown, sign_text
from tui.layout.wrap import _NARROW, clusters, wrap_article


def article(*paragraphs: str, **roles: Role) -> Article:
    at, found = 0, []
    for index, words in enumerate(paragraphs):
        found.append(Paragraph(at, at + len(words), roles.get(f"p{index}", Role.BODY)))
        at = found[-1].end + len("\n\n")
    return Article(source="made.txt", text="\n\n".join(paragraphs), paragraphs=tuple(found))


def collation(
    left: Article,
    right: Article,
    *links: Link,
    left_spans: tuple[Span, ...] = (),
    right_spans: tuple[Span, ...] = (),
) -> Collation:
    none = Counts(0, 0, 0)
    return Collation(left, right, tuple(sorted(links)), left_spans, right_spans, none, none, differs=True)


def link(
    left: int, right: int, relation: Relation = Relation.EDITED, *, moved: bool = False, score: float = 0.5
) -> Link:
    return Link(left, right, relation, moved, score)


def lines(of: Article, width: int) -> list[str]:
    starts, ends, _, _ = wrap_article(of, width, cell_len)
    return [shown(of.text, start, end) for start, end in zip(starts, ends, strict=True)]


def drawn(table: RowTable, pair: Collation) -> list[str]:
    out = []
    for left, sign, right in table.rows():
        a = shown(pair.left.text, left.start, left.end) if left else ""
        b = shown(pair.right.text, right.start, right.end) if right else ""
        out.append(f"{a}|{sign_text(sign) if sign else ''}|{b}")
    return out


def test_words_break_at_blanks_and_after_long_dashes() -> None:
    assert lines(article("one two—three four"), 10) == ["one two—", "three four"]
    assert lines(article("one—“two” three"), 7) == ["one—", "“two”", "three"]


def test_white_space_inside_a_paragraph_is_one_blank() -> None:
    assert lines(article("one  two\nthree \t four"), 80) == ["one two three four"]


def test_bullets_keep_their_lines() -> None:
    assert lines(article("We ask for:\n• less noise\n• more\nlight\n2. an end"), 80) == [
        "We ask for:",
        "• less noise",
        "• more light",
        "2. an end",
    ]


def test_a_word_longer_than_the_line_is_broken_between_characters() -> None:
    assert lines(article("see http://a.example/very/long now"), 10) == [
        "see",
        "http://a.e",
        "xample/ver",
        "y/long now",
    ]
    assert lines(article("e\u0301" * 5), 2) == ["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]


def test_chinese_breaks_between_characters_but_not_before_a_stop() -> None:
    assert lines(article("他说今天很好。明天"), 6) == ["他说今", "天很", "好。明", "天"]


def test_an_emoji_of_several_code_points_is_not_torn() -> None:
    family = "👨\u200d👩\u200d👧"
    assert [family[a:b] for a, b in clusters(family, 0, len(family))] == [family]
    assert [b - a for a, b in clusters("🇩🇪🇫🇷", 0, 4)] == [2, 2]


def test_matching_paragraphs_start_level_and_the_rest_flows() -> None:
    left, right = article("a", "only left", "c"), article("a", "right one", "right two", "c")
    pair = collation(left, right, link(0, 0, Relation.SAME), link(2, 3))
    table = set_rows(pair, left_width=20, right_width=20, cell_width=cell_len)
    assert drawn(table, pair) == [
        "a|=|a",
        "||",
        "only left|◂▸|right one",
        "||",
        "|▸|right two",
        "||",
        "c|≈|c",
        "||",
    ]
    assert table.left.is_filler(4)
    assert not table.left.is_filler(3)


def test_a_moved_pair_keeps_both_orders_and_says_where_its_partner_is() -> None:
    left, right = article("x", "b", "c"), article("b", "c", "x")
    pair = collation(left, right, link(0, 2, moved=True), link(1, 0), link(2, 1))
    table = set_rows(pair, left_width=20, right_width=20, cell_width=cell_len)
    assert drawn(table, pair) == ["x|3⇢|", "||", "b|≈|b", "||", "c|≈|c", "||", "|⇠1|x", "||"]
    assert [(stop.kind, stop.left_row, stop.right_row) for stop in table.stops] == [(StopKind.MOVED, 0, 6)]
    assert table.moves == table.stops


def test_a_split_is_anchored_at_its_strongest_and_told_in_the_gutter() -> None:
    left, right = article("b and c"), article("b", "c")
    pair = collation(left, right, link(0, 0, score=0.9), link(0, 1, Relation.PARTIAL, score=0.4))
    table = set_rows(pair, left_width=20, right_width=20, cell_width=cell_len)
    assert table.anchors == ((0, 0),)
    assert drawn(table, pair) == ["b and c|≈|b", "|∩2|", "|∩1|c", "||"]


def test_anchors_prefer_one_same_pair_over_a_crossing_similar_pair() -> None:
    left, right = article("a", "b"), article("b", "a")
    pair = collation(left, right, link(0, 1, Relation.SIMILAR, score=1.0), link(1, 0, Relation.SAME, score=0.1))
    assert set_rows(pair, left_width=9, right_width=9, cell_width=cell_len).anchors == ((1, 0),)


def test_one_changed_phrase_is_one_stop_although_both_sides_tell_it() -> None:
    left, right = article("she told Politico this at lunch"), article("she added this at lunch today")
    pair = collation(
        left,
        right,
        link(0, 0),
        left_spans=(
            Span(0, 3, Status.SAME, (0, 3)),
            Span(4, 17, Status.CHANGED, (4, 9)),
            Span(18, 31, Status.SAME, (10, 23)),
        ),
        right_spans=(
            Span(0, 3, Status.SAME, (0, 3)),
            Span(4, 9, Status.CHANGED, (4, 17)),
            Span(10, 23, Status.SAME, (18, 31)),
            Span(24, 29, Status.UNIQUE),
        ),
    )
    table = set_rows(pair, left_width=8, right_width=40, cell_width=cell_len)
    assert [(stop.kind, stop.left, stop.right) for stop in table.stops] == [
        (StopKind.CHANGED, (4, 17), (4, 9)),
        (StopKind.UNIQUE, None, (24, 29)),
    ]
    assert table.stops[0].row == 0
    assert table.stops[1].left_row == 0


def test_stretches_without_partner_stop_once_and_boilerplate_never() -> None:
    left = article("a", "b", "Follow us", p2=Role.BOILERPLATE)
    table = set_rows(collation(left, article()), left_width=9, right_width=9, cell_width=cell_len)
    assert [(stop.kind, stop.left) for stop in table.stops] == [(StopKind.ONLY, (0, 4))]
    assert [sign.kind for sign in table.signs.values()] == [SignKind.ONLY] * 3


def test_a_narrow_line_is_refused() -> None:
    with pytest.raises(ValueError, match="two cells"):
        set_rows(collation(article("a"), article("b")), left_width=1, right_width=9, cell_width=cell_len)


def test_rows_lead_back_to_paragraphs() -> None:
    left = article("one two three", "four")
    column = set_rows(collation(left, article()), left_width=5, right_width=9, cell_width=cell_len).left
    assert [column.paragraph_at(row) for row in range(6)] == [0, 0, 0, 0, 1, 1]
    assert column.row_of_offset(left.text.index("two")) == 1
    assert column.row_of_paragraph(1) == 4
    assert [column.starts_paragraph(row) for row in range(5)] == [True, False, False, False, True]


WORDS = st.text(st.sampled_from("ab —-,“”\n\t中。の한👩\u200d\u0301é🇩🇪ก\u00a0"), min_size=1, max_size=60)


@st.composite
def pairs(draw: st.DrawFn) -> Collation:
    sides = [[words.strip() for words in draw(st.lists(WORDS, max_size=6))] for _ in Side]
    left, right = (article(*(words for words in side if words)) for side in sides)
    found = {}
    if left.paragraphs and right.paragraphs:
        for _ in range(draw(st.integers(0, 8))):
            a = draw(st.integers(0, len(left.paragraphs) - 1))
            b = draw(st.integers(0, len(right.paragraphs) - 1))
            relation = draw(st.sampled_from(Relation))
            found[a, b] = link(a, b, relation, moved=draw(st.booleans()), score=draw(st.floats(0, 1)))
    return collation(left, right, *found.values())


@settings(max_examples=150, deadline=None)
@given(pairs(), st.integers(2, 30), st.integers(2, 30), st.sampled_from([cell_len, wcswidth]))
def test_any_two_articles_keep_the_promises(pair: Collation, a: int, b: int, cell_width: type[int]) -> None:
    table = set_rows(pair, left_width=a, right_width=b, cell_width=cell_width)
    for side, width in ((Side.LEFT, a), (Side.RIGHT, b)):
        of = pair.left if side is Side.LEFT else pair.right
        column = table.column(side)
        found = [line for row in range(table.height) if (line := column.line_at(row))]
        assert [line.start for line in found] == list(column.starts)
        kept: dict[int, str] = dict.fromkeys(range(len(of.paragraphs)), "")
        for line in found:
            assert not of.text[line.start].isspace() or of.text[line.start] == "\u00a0"
            words = shown(of.text, line.start, line.end)
            pieces = [words[low:high] for low, high in clusters(words, 0, len(words))]
            # What no reader sees as more than one character can't be broken, however wide; and joiners between
            # characters that don't belong together are counted differently alone and in a row.
            assert len(pieces) == 1 or min(cell_width(words), sum(map(cell_width, pieces))) <= width
            kept[line.paragraph] += of.text[line.start : line.end]
        for index, words in kept.items():
            assert words.replace(" ", "").split() == of.words_of(index).replace(" ", "").split() or (
                "".join(words.split()) == "".join(of.words_of(index).split())
            )
    for left, right in table.anchors:
        assert table.left.row_of_paragraph(left) == table.right.row_of_paragraph(right)
    assert list(table.anchors) == sorted(set(table.anchors))
    assert len({left for left, _ in table.anchors}) == len({right for _, right in table.anchors}) == len(table.anchors)


@settings(max_examples=100, deadline=None)
@given(WORDS, st.integers(0, 60), st.integers(0, 60))
def test_pieces_of_a_line_put_together_are_the_line(words: str, one: int, two: int) -> None:
    low, high = sorted((min(one, len(words)), min(two, len(words))))
    whole = shown(words, 0, low) + shown(words, low, high) + shown(words, high, len(words))
    assert whole == shown(words, 0, len(words))


def test_ten_thousand_paragraphs_are_set_quickly() -> None:
    words = "The quick brown fox, she said, “jumps over the lazy dog” of the campaign. " * 4
    long = article(*[words.strip()] * 10_000)
    pair = collation(long, long, *(link(at, at, Relation.SAME) for at in range(10_000)))
    began = time.process_time()
    first = set_rows(pair, left_width=70, right_width=70, cell_width=cell_len)
    middle = time.process_time()
    set_rows(pair, left_width=50, right_width=50, cell_width=cell_len)
    assert first.height == 60_000
    assert middle - began < 4
    assert time.process_time() - middle < 3


def test_one_side_alone_has_its_signs_on_first_rows() -> None:
    left, right = article("only left", "c"), article("only right", "c")
    pair = collation(left, right, link(1, 1))
    table = set_rows(pair, left_width=20, right_width=20, cell_width=cell_len)
    assert [(row, sign_text(sign)) for row, sign in sorted(table.signs.items())] == [(0, "◂▸"), (2, "≈")]
    alone = place_signs(pair, table.anchors, {Side.RIGHT: table.right})
    assert [(row, sign_text(sign)) for row, sign in sorted(alone.items())] == [(0, "▸"), (2, "≈")]


def test_the_quick_way_is_only_for_characters_of_one_cell() -> None:
    quick = [char for char in map(chr, range(0x110000)) if _NARROW.fullmatch(char)]
    assert len(quick) > 800
    assert {cell_len(char) for char in quick} == {1}
    assert {wcswidth(char) for char in quick} == {1}


def test_a_repeated_paragraph_is_no_stop() -> None:
    left = article("one two three", "one two three")
    again = replace(left, paragraphs=(left.paragraphs[0], replace(left.paragraphs[1], duplicate_of=0)))
    pair = collation(again, article("one two three"), link(0, 0, Relation.SAME), link(1, 0, Relation.SAME, moved=True))
    table = set_rows(pair, left_width=20, right_width=20, cell_width=cell_len)
    assert table.stops == ()
    assert sign_text(table.signs[2]) == "1⇢"
