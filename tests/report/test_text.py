from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.samples import make_article
from tui.article import Role
from tui.collation import Collation, Counts, Link, Relation, Status
from tui.report.lines import cell_width
from tui.report.text import comparison_text

from .conftest import LEFT, RIGHT

if TYPE_CHECKING:
    from tui.article import Article

ESCAPE = re.compile(r"\x1b\[[\d;]*m")
BOXES = "─│┃┬"


def columns(report: str) -> list[tuple[str, str, str]]:
    """Left cell, gutter and right cell of every line under the rule."""
    table = report.splitlines()
    rule = next(number for number, line in enumerate(table) if "┬" in line)
    cells = (re.split("[│┃]", line) for line in table[rule + 1 :])
    return [(left, sign.strip(), right) for left, sign, right in cells]


def test_heading_says_title_length_and_share(collation: Collation) -> None:
    head = comparison_text(collation).split("\n\n")[0]
    assert re.search(r"A +Mayor opens bridge +B +The old bridge was closed in March, the\n", head)
    assert re.search(r"left\.txt +city says in a long statement\.\n", head)
    assert "right.txt" in head
    assert "22 words · 77 % in B" in head
    assert "29 words · 55 % in A" in head


def test_summary_is_one_sentence(collation: Collation) -> None:
    paragraph = comparison_text(collation).split("\n\n")[1]
    assert " ".join(paragraph.split("\n")[:2]) == (
        "3 pairs of paragraphs match (1 word for word, 2 edited), and 1 of them stands in another order; no "
        "matching wording for 1 paragraph of A and 1 of B."
    )


def test_signs_stand_between_the_paragraphs(collation: Collation) -> None:
    rows = columns(comparison_text(collation))
    signs = {(left[:4].strip(), right[:5].strip()): sign for left, sign, right in rows if sign}
    assert next(sign for left, sign, _ in rows if "Mayor opens" in left) == "◂"
    assert signs["2", "2"] == "≈"
    assert signs["4", "4"] == "="
    assert "⇠3" in {sign for _, sign, _ in rows}
    assert "1⇢" in {sign for _, sign, _ in rows}


def test_words_that_differ_are_underlined_and_the_others_not(collation: Collation) -> None:
    rows = columns(comparison_text(collation, width=160))
    at = next(number for number, (left, _, _) in enumerate(rows) if "told Reuters" in left)
    (left, _, right), (left_marks, _, right_marks) = rows[at], rows[at + 1]
    assert left_marks.strip() == "-" * len("told Reuters")
    assert left_marks.index("-") == left.index("told Reuters")
    assert right_marks.strip() == "-" * len("said on Monday")
    assert right_marks.index("-") == right.index("said on Monday")


def test_words_only_on_one_side_have_a_mark_of_their_own(collation: Collation) -> None:
    rows = columns(comparison_text(collation, width=160))
    at = next(number for number, (_, _, right) in enumerate(rows) if "the city says" in right)
    assert rows[at + 1][2].strip() == "^" * len("the city says in a long statement")


def test_a_line_that_differs_as_a_whole_is_marked_at_its_margin(collation: Collation) -> None:
    rows = columns(comparison_text(collation, width=70))
    at = next(number for number, (_, _, right) in enumerate(rows) if "in a long statement." in right)
    assert rows[at - 1][2].strip() == "^" * len("the city says")
    assert rows[at][2].split() == ["^", "in", "a", "long", "statement."]
    assert not rows[at + 1][2].strip()


def test_a_paragraph_without_match_is_marked_by_a_heavy_bar_only(collation: Collation) -> None:
    lines = comparison_text(collation, width=160).splitlines()
    at = next(number for number, line in enumerate(lines) if "Traffic was slow" in line)
    assert lines[at].count("┃") == 1
    assert not set(lines[at + 1]) & set("-^.")


def test_every_word_of_both_articles_stands_in_its_column(collation: Collation) -> None:
    for width in (70, 80, 100, 160, 300):
        rows = columns(comparison_text(collation, width=width))
        for side, article in ((0, collation.left), (2, collation.right)):
            cells = [re.sub(r"^ *\d* +[-^.]? ?", "", row[side]) for row in rows]
            words = " ".join(cell for cell in cells if not re.fullmatch(r"[-^. ]*|\[.*\] *", cell)).split()
            assert words == article.text.split(), width


@pytest.mark.parametrize("width", [70, 71, 80, 100, 160, 300])
def test_no_line_is_wider_than_asked(collation: Collation, width: int) -> None:
    for color in (False, True):
        report = ESCAPE.sub("", comparison_text(collation, width=width, color=color))
        assert max(map(cell_width, report.splitlines())) <= width


def test_a_role_and_a_repeat_are_said(collation: Collation) -> None:
    *others, last = collation.right.paragraphs
    right = replace(collation.right, paragraphs=(*others, replace(last, duplicate_of=1)))
    report = comparison_text(replace(collation, right=right))
    assert "[headline]" in report
    assert "[repeats ¶2]" in report


@pytest.mark.parametrize("color", [False, True])
def test_a_label_has_a_blank_above_it(collation: Collation, color: bool) -> None:
    *others, third, last = collation.right.paragraphs
    right = replace(collation.right, paragraphs=(*others, replace(third, role=Role.CAPTION), last))
    rows = columns(ESCAPE.sub("", comparison_text(replace(collation, right=right), color=color)))
    at = next(number for number, (_, _, cell) in enumerate(rows) if "[caption]" in cell)
    assert "Traffic was slow." in rows[at + 1][2]
    assert not rows[at - 1][2].strip()


@pytest.mark.parametrize("color", [False, True])
def test_in_colour_a_label_never_parts_the_lines_opposite(color: bool) -> None:
    left = make_article(["Some words that go on and on for many lines of a column. " * 6])
    right = make_article(["A ferry.", "A bridge."], [Role.CAPTION, Role.CAPTION])
    apart = Collation(left, right, (), (), (), Counts(72, 0, 1), Counts(4, 0, 2), differs=True)
    rows = columns(ESCAPE.sub("", comparison_text(apart, width=80, color=color)))
    at = [number for number, (_, _, cell) in enumerate(rows) if "[caption]" in cell]
    assert [rows[number + 1][2].split() for number in at] == [["A", "ferry."], ["A", "bridge."]]
    assert bool(rows[at[1] - 1][2].strip()) == color, "a blank above it, but where it would part the lines opposite"
    written = [bool(cell.strip()) for cell, _, _ in rows]
    assert all(written[1 : sum(written)]) == color


def test_the_key_explains_bold_words(collation: Collation) -> None:
    similar = replace(collation, links=tuple(replace(link, relation=Relation.SIMILAR) for link in collation.links))
    assert "shared, where the rest is in other words" in comparison_text(similar, color=True)
    assert "shared, where the rest is in other words" not in comparison_text(similar)
    assert "shared, where the rest is in other words" not in comparison_text(collation, color=True)


def test_boilerplate_without_partner_has_no_sign(collation: Collation) -> None:
    first, *others = collation.left.paragraphs
    left = replace(collation.left, paragraphs=(replace(first, role=Role.BOILERPLATE), *others))
    rows = columns(comparison_text(replace(collation, left=left)))
    at = next(number for number, (cell, _, _) in enumerate(rows) if "Mayor opens" in cell)
    assert rows[at][1] != "◂"
    assert rows[at - 1][0].split() == ["1", "[boilerplate]"]


def test_stray_matter_is_told_and_never_marked(collation: Collation) -> None:
    low = collation.left.text.index("told Reuters")
    left = replace(collation.left, noise=((low, low + len("told")),))
    noisy = replace(collation, left=left)
    rows = columns(comparison_text(noisy, width=160))
    at = next(number for number, (cell, _, _) in enumerate(rows) if "told Reuters" in cell)
    assert rows[at + 1][0].strip() == "xxxx -------"
    assert rows[at + 1][0].index("xxxx") == rows[at][0].index("told Reuters")
    assert rows[at - 1][0].split("   ")[0:2] == [" 2", "[stray matter in it, not compared]"]
    assert not rows[at - 2][0].strip(), "a blank above the note"
    assert "xxxx stray matter, not compared" in comparison_text(noisy)
    assert "\x1b[2mtold\x1b[0m" in comparison_text(noisy, width=160, color=True)
    spoken = comparison_text(noisy, width=0)
    assert "Left: “It is only a start,” the mayor … Reuters.\n" in spoken
    assert "\nStray matter in left paragraph 2, not compared: “told”.\n" in spoken
    assert "Differs: left “Reuters”, right “said on Monday”." in spoken


def test_stray_matter_is_marked_in_a_paragraph_without_match_too(collation: Collation) -> None:
    low = collation.right.text.index("was slow")
    right = replace(collation.right, noise=((low, low + len("was slow")),))
    noisy = replace(collation, right=right)
    rows = columns(comparison_text(noisy, width=160))
    at = next(number for number, (_, _, cell) in enumerate(rows) if "Traffic was slow" in cell)
    assert rows[at + 1][2].strip() == "x" * len("was slow")
    painted = comparison_text(noisy, width=160, color=True)
    assert "\x1b[38;5;166mTraffic \x1b[0m\x1b[2mwas slow\x1b[0m\x1b[38;5;166m.\x1b[0m" in painted


def test_it_is_said_that_the_same_words_are_typed_differently(collation: Collation) -> None:
    low = collation.right.text.index("Nobody was hurt.")
    right = replace(collation.right, text=collation.right.text[:low] + "NOBODY was hurt.")
    spoken = comparison_text(replace(collation, right=right), width=0)
    told = "\nBoth, here as typed on the left; marks, dashes or case differ on the right: Nobody was hurt.\n"
    assert told in spoken


def test_only_words_that_punctuation_parts_are_said_as_one(collation: Collation) -> None:
    *others, last = collation.right_spans[:2]
    low, high = last.start, last.end
    cut = collation.right.text.index("in a long", low)
    parted = replace(collation.right, text=collation.right.text[: cut - 1] + "(" + collation.right.text[cut:])
    spans = (*others, replace(last, end=cut - 1), replace(last, start=cut, end=high), *collation.right_spans[2:])
    spoken = comparison_text(replace(collation, right=parted, right_spans=spans), width=0)
    assert "Differs: only right “the city says(in a long statement”." in spoken


def test_a_passage_that_stands_elsewhere_says_where(collation: Collation) -> None:
    left_spans = list(collation.left_spans)
    there = collation.right_spans[-1]
    left_spans[2] = replace(left_spans[2], status=Status.MOVED, other=(there.start, there.end))
    moved = replace(collation, left_spans=tuple(left_spans))
    assert "left “told Reuters” stands in right paragraph 4" in comparison_text(moved, width=0)
    report = comparison_text(moved, width=160)
    assert "." * len("told Reuters") in report
    assert ".... elsewhere in the other article" in report


def test_a_similar_pair_is_not_marked_word_by_word(collation: Collation) -> None:
    similar = tuple(replace(link, relation=Relation.SIMILAR) for link in collation.links)
    bare = replace(collation, links=similar)
    assert "----" not in comparison_text(bare)
    assert "Differs" not in comparison_text(bare, width=0)
    shared = "\x1b[1mIt is only a start,” the mayor\x1b[0m"
    assert shared in comparison_text(bare, width=160, color=True)


def test_a_split_is_read_together(collation: Collation) -> None:
    links = (*collation.links[:1], Link(1, 2, Relation.PARTIAL, moved=False, score=0.5), *collation.links[1:])
    spoken = comparison_text(replace(collation, links=links), width=0)
    assert "Left paragraph 2 and right paragraphs 2 and 3, in part.\n" in spoken
    assert "Right (3): Traffic was slow.\n" in spoken


def test_a_looser_partner_is_told(collation: Collation) -> None:
    further = Link(1, 3, Relation.PARTIAL, moved=False, score=0.2)
    spoken = comparison_text(replace(collation, links=(*collation.links, further)), width=0)
    assert "Left paragraph 2 also matches right paragraph 4 (in part)." in spoken
    assert "Right paragraph 4 also matches left paragraph 2 (in part)." in spoken


def test_a_repeat_stands_alone(collation: Collation) -> None:
    *others, last = collation.right.paragraphs
    right = replace(collation.right, paragraphs=(*others, replace(last, duplicate_of=1)))
    spoken = comparison_text(replace(collation, right=right), width=0)
    assert "Right paragraph 4, repeats paragraph 2: Nobody was hurt.\n" in spoken
    assert "Left paragraph 4, goes with right paragraph 4 (word for word): Nobody was hurt.\n" in spoken


def test_what_only_says_the_same_does_not_lengthen_a_unit(collation: Collation) -> None:
    loose = Link(0, 1, Relation.SIMILAR, moved=False, score=0.2)
    spoken = comparison_text(replace(collation, links=(loose, *collation.links)), width=0)
    assert "Left paragraph 2 and right paragraph 2, edited.\n" in spoken
    assert "Left paragraph 1, headline, goes with right paragraph 2 (in other words): Mayor opens bridge\n" in spoken


def test_every_paragraph_is_read_once_in_the_linear_form(collation: Collation) -> None:
    crossing = (Link(3, 2, Relation.PARTIAL, moved=True, score=0.4), Link(0, 0, Relation.SIMILAR, True, 0.1))
    spoken = comparison_text(replace(collation, links=(*collation.links, *crossing)), width=0)
    assert spoken.count("Nobody was hurt.") == 1  # both sides say it: read once
    for words in (*LEFT[1:3], *RIGHT[:3]):
        assert spoken.split("\n\n", 1)[1].count(words) == 1


def test_key_explains_only_what_is_used(same_twice: Collation) -> None:
    report = comparison_text(same_twice)
    assert "= word for word" in report
    for unused in ("edited", "order", "no matching", "opposite"):
        assert unused not in report


def test_nothing_differs(same_twice: Collation) -> None:
    assert "Nothing differs: the two texts are the same." in comparison_text(same_twice)


def test_nothing_matches(collation: Collation) -> None:
    bare = replace(collation, links=())
    assert "No matching wording: no paragraph of A matches one of B." in comparison_text(bare)


def test_never_says_not_reported(collation: Collation) -> None:
    for width in (0, 60, 100):
        assert "not reported" not in comparison_text(collation, width=width).lower()


def test_without_colour_there_is_no_escape(collation: Collation) -> None:
    hostile = replace(collation, left=replace(collation.left, source="a\x1b[31m\u202e.txt", title=None))
    for width in (0, 100):
        report = comparison_text(hostile, width=width)
        assert "\x1b" not in report
        assert "\u202e" not in report


def test_colour_is_never_red_or_green_and_never_alone(collation: Collation) -> None:
    report = comparison_text(collation, width=100, color=True)
    codes = set(re.findall(r"\x1b\[([\d;]*)m", report))
    assert "4;38;5;32" in codes  # changed on the left: underlined, blue
    assert "4;38;5;166" in codes  # changed on the right: underlined, orange
    assert not {code.split(";")[0] for code in codes} & {"31", "32", "41", "42", "91", "92"}
    assert "\x1b[4;38;5;32mtold Reuters\x1b[0m" in comparison_text(collation, width=160, color=True)
    assert report.count("\x1b[0m") == len(re.findall(r"\x1b\[[\d;]*[1-9]m", report))


def test_linear_form_speaks(collation: Collation) -> None:
    assert comparison_text(collation, width=0, color=True) == (
        "Left article: Mayor opens bridge. left.txt. 22 words, 77 % of them in the right article.\n"
        "Right article: The old bridge was closed in March, the city says in a long statement. right.txt. "
        "29 words, 55 % of them in the left article.\n"
        "\n"
        "3 pairs of paragraphs match (1 word for word, 2 edited), and 1 of them stands in another order; no "
        "matching wording for 1 paragraph of the left article and 1 of the right article.\n"
        "\n"
        "Left paragraph 1, headline, no matching wording: Mayor opens bridge\n"
        "\n"
        "Left paragraph 2 and right paragraph 2, edited.\n"
        "Left: “It is only a start,” the mayor told Reuters.\n"
        "Right: “It is only a start,” the mayor said on Monday.\n"
        "Differs: left “told Reuters”, right “said on Monday”.\n"
        "\n"
        "Right paragraph 3, no matching wording: Traffic was slow.\n"
        "\n"
        "Left paragraph 3 and right paragraph 1, edited, in another order.\n"
        "Left: The old bridge was closed in March.\n"
        "Right: The old bridge was closed in March, the city says in a long statement.\n"
        "Differs: only right “the city says in a long statement”.\n"
        "\n"
        "Left paragraph 4 and right paragraph 4, word for word.\n"
        "Both: Nobody was hurt.\n"
    )


def test_narrow_is_linear_and_wrapped(collation: Collation) -> None:
    report = comparison_text(collation, width=60)
    assert not set(report) & set(BOXES)
    assert max(map(cell_width, report.splitlines())) <= 60
    assert report.split() == comparison_text(collation, width=0).split()


def test_empty_sides_do_no_harm(article: Article, collation: Collation) -> None:
    empty = replace(article, text="", paragraphs=(), title=None)
    bare = replace(collation, left=empty, links=(), left_spans=())
    for width in (0, 100):
        assert "Traffic was slow." in comparison_text(bare, width=width)
