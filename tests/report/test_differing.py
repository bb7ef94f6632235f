from __future__ import annotations

from tests.samples import make_article
from tui.quotation import Edit, EditKind
from tui.report.differing import differences, opening, set_off
from tui.report.wording import quoted

WORDS = " ".join(f"w{number}" for number in range(1, 121))


def test_what_a_report_does_not_show_stands_outside_the_quotation_marks() -> None:
    assert quoted("a b c d e f g h i j", longest=4) == "“a b c” [… 6 words …] “j”"
    assert quoted("a b c d e f g h i", longest=4) == "“a b c d e f g h i”"
    assert quoted("a b c", longest=4) == "“a b c”"
    assert opening(WORDS, 3) == "“w1 w2 w3” [117 more words]"
    assert opening("w1 w2 w3 w4 w5", 3) == "“w1 w2 w3 w4 w5”"


def test_a_long_wording_is_shortened_where_it_agrees() -> None:
    article = make_article([WORDS])
    start = WORDS.index("w60")
    shown = set_off(article, [(0, len(WORDS))], [(start, start + 3)])
    assert shown.startswith("“w1 w2 w3 w4 w5 w6 w7 w8” [… ")
    assert " w59 *w60* w61 " in shown
    assert shown.endswith(" w119 w120”")
    assert "“…" not in shown
    assert set_off(article, [(0, len(WORDS))], [(start, start + 3)], whole=True) == f"“{WORDS.replace('w60', '*w60*')}”"


def test_a_long_difference_is_set_off_on_both_sides_of_what_is_not_shown() -> None:
    shown = set_off(make_article([WORDS]), [(0, len(WORDS))], [(0, len(WORDS))])
    assert shown.startswith("“*w1 ")
    assert "w15*” [… 90 words …] “*w106" in shown
    assert shown.endswith("w120*”")


def test_parts_keep_their_own_marks() -> None:
    article = make_article(["I am not angry, she said. And that is why."])
    spans = [(0, 15), (26, len(article.text))]
    assert set_off(article, spans) == "“I am not angry,” / “And that is why.”"
    assert set_off(article, spans, marks=False) == "“I am not angry,”, and then “And that is why.”"


def test_an_ellipsis_of_one_side_alone_leaves_out_nothing() -> None:
    only_right = Edit(EditKind.ELLIPSIS, "", "…", None, (3, 4))
    only_left = Edit(EditKind.ELLIPSIS, "…", "", (3, 4), None)
    marked = Edit(EditKind.ELLIPSIS, "…", "to be candid", (3, 4), (3, 15))
    assert differences([only_right], "A", "B") == "B prints an ellipsis here, A none, and no words are left out"
    assert differences([only_left], "A", "B") == "A prints an ellipsis here, B none, and no words are left out"
    assert differences([marked], "A", "B") == "A leaves out “to be candid” and marks it with an ellipsis"
