from __future__ import annotations

import pytest

from tests.report.desk import BOAT, LEFT, NOT_PAY, PAY, QUIET, RIGHT, TIDE, Desk, make_desk
from tests.samples import make_article
from tui.article import read_article
from tui.collation import collate
from tui.quotation import HouseRules, QuotationKind, Verdict, check_quotations, compare_quotations
from tui.report.counting import counts_told, review_told
from tui.report.marked import note_told
from tui.report.othermarks import other_marks, row_concerned
from tui.report.passages import places_told, words_told
from tui.report.quoterow import Group, QuoteRow, both_said
from tui.report.sheet import NAMES, check_rows, comparison_rows, gravest_first
from tui.review import Decision, Found, MarkKind, Subject
from tui.review.correcting import corrected, ties_of


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def rows_of(desk: Desk) -> tuple[QuoteRow, ...]:
    return comparison_rows(desk.collation, desk.quotes, marks=desk.marks)


def row_on(desk: Desk, words: str) -> QuoteRow:
    (row,) = (row for row in rows_of(desk) if words in {row.quotation, row.other_wording})
    return row


def test_a_pair_has_a_row_with_both_wordings(desk: Desk) -> None:
    row = row_on(desk, NOT_PAY)
    assert (row.quotation, row.speaker, row.where) == (NOT_PAY, "Ann Doe", "A ¶2")
    assert (row.other_wording, row.other_speaker, row.other_where) == (PAY, "Ann Doe", "B ¶2")
    assert (row.verdict, row.verdict_told, row.severity, row.severity_told) == (
        Verdict.CRITICAL,
        "the meaning may differ",
        4,
        "grave",
    )
    assert row.changed == "Only A has “not” (a negation)."
    assert row.group is Group.OPEN
    assert row.judged == "The meaning may differ (grave)"


def test_rows_stand_in_reading_order_whichever_article_quotes(desk: Desk) -> None:
    # What stands only on the right follows what stands before it there: ¶4 of B comes after its ¶3.
    assert [(row.number, row.quotation, row.other_wording) for row in rows_of(desk)] == [
        (1, NOT_PAY, PAY),
        (2, QUIET, QUIET),
        (3, BOAT, ""),
        (4, "Nobody asked us,", "Nobody asked us"),
        (5, "", TIDE),
    ]


def test_quotations_without_a_partner_say_what_became_of_them(desk: Desk) -> None:
    boat, asked, tide = row_on(desk, BOAT), row_on(desk, "Nobody asked us,"), row_on(desk, TIDE)
    assert (boat.verdict_told, boat.why, boat.other_where) == ("not found in B", "No matching words in B.", "")
    assert boat.judged == "Not found in B"
    assert (tide.verdict_told, tide.where, tide.other_where) == ("not found in A", "", "B ¶4")
    assert tide.left_numbers == ()
    assert tide.right_numbers == (2,)
    assert asked.verdict_told == "without quotation marks in B"
    assert asked.why == "B has the words without quotation marks."
    assert asked.other_speaker == ""
    assert [row.group for row in (boat, asked, tide)] == [Group.ALONE, Group.OPEN, Group.ALONE]


def test_a_mark_stands_on_its_row(desk: Desk) -> None:
    flagged = desk.mark(NOT_PAY, PAY, Decision.FLAGGED, "Ask her.\n\nCheck the tape.")
    desk.mark("", TIDE, Decision.QUERIED)
    row = row_on(desk, NOT_PAY)
    assert row.mark == flagged
    assert (row.status, row.note) == ("flagged", "Ask her.\n\nCheck the tape.")
    assert (row_on(desk, TIDE).status, row_on(desk, TIDE).group) == ("to verify", Group.OPEN)
    assert row_on(desk, QUIET).status == ""


def test_what_a_reporter_accepts_is_settled_and_what_he_flags_is_open(desk: Desk) -> None:
    desk.mark(NOT_PAY, PAY, Decision.ACCEPTED)
    desk.mark(QUIET, QUIET, Decision.FLAGGED)
    desk.mark(BOAT, "", Decision.ACCEPTED, found=Found.CHANGED)
    assert row_on(desk, NOT_PAY).group is Group.SETTLED
    assert row_on(desk, QUIET).group is Group.OPEN
    unsure = row_on(desk, BOAT)
    assert (unsure.group, unsure.status) == (Group.OPEN, "accepted (moved, please confirm)")


def test_marks_on_other_things_are_on_no_row(desk: Desk) -> None:
    on_row = desk.mark(NOT_PAY, PAY, Decision.ACCEPTED)
    others = [
        desk.mark("March", "May", Decision.FLAGGED, subject=Subject.DIFFERENCE),
        desk.mark(LEFT[1], RIGHT[1], Decision.ACCEPTED, subject=Subject.PARAGRAPH),
        desk.mark("He called it", "", found=Found.ORPHANED, note="gone"),
        desk.mark(QUIET, "", kind=MarkKind.SPEAKER, value="Max"),
    ]
    rows = rows_of(desk)
    assert [row.mark for row in rows if row.mark] == [on_row]
    told = other_marks(rows, [(desk.left, desk.right, desk.marks, NAMES)])
    assert sorted((one.located for one, _ in told), key=desk.marks.index) == others


def test_a_check_has_a_row_for_every_quotation(desk: Desk) -> None:
    desk.mark(QUIET, QUIET, Decision.ACCEPTED, "on tape")
    rows = check_rows(desk.left, [desk.right], desk.checked, marks=[desk.marks])
    assert [(row.number, row.quotation, row.where, row.other_wording, row.other_where) for row in rows] == [
        (1, NOT_PAY, "¶2", "We will pay ten dollars", "¶2"),
        (2, QUIET, "¶3", "The harbour was quiet all day", "¶1"),
        (3, BOAT, "¶4", "", ""),
        (4, "Nobody asked us,", "¶4", "Nobody asked us", "¶3"),
    ]
    assert [row.verdict_told for row in rows] == ["the meaning may differ", "verbatim", "not found", "verbatim"]
    assert [row.severity_told for row in rows] == ["grave", "no change of words", "grave", "no change of words"]
    assert rows[0].changed == "Only the article has “not” (a negation)."
    assert [row.group for row in rows] == [Group.OPEN, Group.AGREED, Group.OPEN, Group.AGREED]
    assert (rows[1].status, rows[1].note) == ("accepted", "on tape")


def test_a_check_of_several_sources_names_the_source_and_keeps_their_marks_apart(desk: Desk) -> None:
    empty = make_article(["Nothing was said here."])
    desk.mark(QUIET, QUIET, Decision.ACCEPTED)
    checked = check_quotations(desk.left, [empty, desk.right])
    rows = check_rows(desk.left, [empty, desk.right], checked, marks=[(), desk.marks])
    assert (rows[1].other_where, rows[1].source, rows[1].status) == ("source 2 ¶1", 1, "accepted")
    other_way = check_rows(desk.left, [empty, desk.right], checked, marks=[desk.marks, ()])
    assert other_way[1].status == ""
    desk.mark(BOAT, "", Decision.FLAGGED)
    no_source = check_rows(desk.left, [empty, desk.right], checked, marks=[(), desk.marks])
    assert (no_source[2].source, no_source[2].status) == (None, "flagged")


def test_terms_and_titles_stand_aside_in_a_check_and_have_no_row_in_a_comparison() -> None:
    left = make_article(["The so-called “experts” met. “We are glad to be here,” Ann Doe said."])
    right = make_article(["“We are glad to be here,” Ann Doe said."])
    rows = check_rows(left, [right], check_quotations(left, [right]))
    assert [(row.kind, row.group) for row in rows] == [
        (QuotationKind.SCARE, Group.ASIDE),
        (QuotationKind.FULL, Group.AGREED),
    ]
    compared = comparison_rows(collation := collate(left, right), compare_quotations(collation))
    assert [row.quotation for row in compared] == ["We are glad to be here,"]


def test_counts_and_progress_are_told_in_a_sentence(desk: Desk) -> None:
    assert counts_told(rows_of(desk)) == (
        "5 quotations: 1 verbatim, 1 whose meaning may differ, 1 without quotation marks on one side, 2 not found. "
        "2 need attention."
    )
    assert review_told(rows_of(desk)) == ""
    desk.mark(NOT_PAY, PAY, Decision.FLAGGED)
    desk.mark(QUIET, QUIET, Decision.ACCEPTED)
    desk.mark(BOAT, "", None, "a mere note decides nothing")
    assert review_told(rows_of(desk)) == (
        "2 of 5 quotations reviewed: 1 accepted, 1 flagged; last on 21 November 2026, 10:15 UTC. "
        "1 that needs attention is not reviewed yet."
    )
    assert counts_told(()) == "No quotation to check: there is none that counts."


def test_what_is_flagged_comes_before_what_is_grave(desk: Desk) -> None:
    desk.mark(QUIET, QUIET, Decision.FLAGGED)
    assert [row.quotation for row in gravest_first(rows_of(desk))][:3] == [QUIET, NOT_PAY, "Nobody asked us,"]


def test_the_rules_of_the_house_say_how_grave_it_is() -> None:
    left = make_article(["“We, um, like it very much here,” Ann Doe said."])
    right = make_article(["“We like it very much here,” Ann Doe said."])
    collation = collate(left, right)
    quotes = compare_quotations(collation)
    told = [comparison_rows(collation, quotes, rules)[0].severity_told for rules in HouseRules]
    assert told == ["serious", "slight"]


def test_another_outlet_is_named() -> None:
    left = make_article(["“We have nothing to hide from anybody,” Ann Doe told Reuters."])
    right = make_article(["“We have nothing to hide from anybody,” Ann Doe told the Gazette."])
    (row,) = comparison_rows(collation := collate(left, right), compare_quotations(collation))
    assert row.judged == "Verbatim, another outlet (worth a look)"
    assert (row.speaker, row.other_speaker) == ("Ann Doe (credited to Reuters)", "Ann Doe (credited to Gazette)")


def test_a_cut_that_may_mislead_says_so() -> None:
    left = make_article(["“We will pay every worker in full,” Ann Doe said."])
    right = make_article(["“We will pay every worker in full, but not before the court has decided,” Ann Doe said."])
    (row,) = check_rows(left, [right], check_quotations(left, [right]))
    assert row.group is Group.OPEN
    assert row.reasons == (
        "What differs: The article leaves out “but not before the court has decided”.",
        "What the article leaves out may change what was meant.",
    )


def test_statements_put_together_say_so_beside_what_differs() -> None:
    left = make_article(["“We will pay every worker in full. The bridge will open in March,” Ann Doe said."])
    right = make_article(
        [
            "“We will pay every worker in full,” Ann Doe said on Monday in the town hall of Bree.",
            "Then she left, and nobody knew where she was for a week.",
            "“The bridge will open in March,” Ann Doe said in a letter.",
        ]
    )
    (row,) = check_rows(left, [right], check_quotations(left, [right]))
    assert row.verdict is Verdict.SPLICED
    assert row.other_wording == "We will pay every worker in full / The bridge will open in March"
    assert row.other_where == "¶1, 3"
    assert row.reasons[0].startswith("One side prints as one")


def test_words_in_several_parts_are_told_with_strokes_and_all_their_paragraphs() -> None:
    article = make_article(["One two", "three", "four", "five"])
    assert words_told(article, ((0, 3), (9, 14))) == "One / three"
    assert [places_told(article, spans) for spans in ([], [(0, 3)], [(0, 3), (9, 14)], [(0, 3), (16, 20)])] == [
        "",
        "¶1",
        "¶1–2",
        "¶1, 3",
    ]


def test_notes_keep_their_lines_and_lose_what_steers_a_screen(desk: Desk) -> None:
    located = desk.mark(NOT_PAY, PAY, None, "one\x1b[31m\r\n\n  two\u202e  three\n")
    assert note_told(located.mark) == "one\n\ntwo three"


def test_joiners_stay_in_words() -> None:
    article = make_article(["می\u200cخواهم"])
    assert words_told(article, ((0, len(article.text)),)) == "می\u200cخواهم"


def test_every_counted_quotation_of_the_bundled_articles_has_one_row_at_least() -> None:
    left, right = read_article("seeds/002_06b2687f3465ffdf.txt"), read_article("seeds/003_dd09dbc2faccaa28.txt")
    collation = collate(left, right)
    quotes = compare_quotations(collation)
    rows = comparison_rows(collation, quotes)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    for side, known in ((0, quotes.left), (1, quotes.right)):
        told = {number for row in rows for number in (row.left_numbers, row.right_numbers)[side]}
        counted = {one.number for one in known if one.kind in {"full", "partial"} and one.duplicate_of is None}
        assert counted <= told


def test_words_that_a_reporter_told_apart_are_not_said_to_be_missing(desk: Desk) -> None:
    apart = desk.mark(QUIET, QUIET, kind=MarkKind.APART)
    ties = ties_of(desk.marks)
    collation = collate(desk.left, desk.right, ties)
    rows = comparison_rows(collation, compare_quotations(collation), marks=desk.marks)
    told = [(row.quotation, row.other_wording, row.verdict_told, row.why) for row in rows if row.parted]
    assert told == [
        ("", QUIET, "parted by hand", "Not compared with the words in A ¶3: parted by hand."),
        (QUIET, "", "parted by hand", "Not compared with the words in B ¶1: parted by hand."),
    ]
    assert "2 not found, 2 parted by hand" in counts_told(rows)
    ((listed, _),) = other_marks(rows, [(desk.left, desk.right, desk.marks, NAMES)])
    assert (listed.located, listed.subject) == (apart, "quotation 3")


def test_a_speaker_whom_a_reporter_named_is_not_taken_for_the_articles(desk: Desk) -> None:
    desk.mark(QUIET, "", kind=MarkKind.SPEAKER, value="Eve Roe")
    desk.mark("", TIDE, kind=MarkKind.SPEAKER)
    left, right = (
        corrected(article, desk.marks, left=on_left) for article, on_left in ((desk.left, True), (desk.right, False))
    )
    collation = collate(left, right)
    rows = comparison_rows(collation, compare_quotations(collation), marks=desk.marks)
    told = {row.quotation or row.other_wording: (row.speaker, row.other_speaker) for row in rows}
    assert told[QUIET] == ("Eve Roe (corrected by hand)", "Max Müller")
    assert told[TIDE] == ("", "nobody named (corrected by hand)")
    assert told[NOT_PAY] == ("Ann Doe", "Ann Doe")
    checked = check_rows(right, [left], check_quotations(right, [left]))
    assert next(row.other_speaker for row in checked if row.quotation == QUIET) == "Eve Roe (corrected by hand)"


def test_a_heading_says_first_what_was_decided_and_places_name_a_speaker_once(desk: Desk) -> None:
    desk.mark(NOT_PAY, PAY, Decision.FLAGGED)
    assert row_on(desk, NOT_PAY).heading == "Flagged: the meaning may differ (grave)"
    assert row_on(desk, QUIET).heading == "Verbatim"
    assert row_on(desk, NOT_PAY).places(NAMES) == "A ¶2, B ¶2, Ann Doe"
    assert both_said([("A ¶2", "Ann Doe"), ("B ¶3", "")]) == "A ¶2, B ¶3, Ann Doe"
    assert both_said([("A ¶2", "Ann Doe"), ("B ¶3", "Bob Roe")]) == "A ¶2, Ann Doe; B ¶3, Bob Roe"


def test_where_all_is_verbatim_all_hold() -> None:
    one = make_article(["“We are glad to be here,” Ann Doe said."])
    assert counts_told(check_rows(one, [one], check_quotations(one, [one]))) == "1 quotation: 1 verbatim. All hold."


def test_where_only_the_other_article_quotes_its_words_are_the_quotation(desk: Desk) -> None:
    assert row_on(desk, TIDE).quoted == TIDE
    assert row_on(desk, NOT_PAY).quoted == NOT_PAY
    turned = Desk(desk.right, desk.left)
    row = row_on(turned, "Nobody asked us,")
    assert (row.quotation, row.quoted) == ("Nobody asked us", "Nobody asked us,")
    speaker = turned.mark("Nobody asked us", "", kind=MarkKind.SPEAKER, value="Eve")
    assert row_concerned(speaker, rows_of(turned), 0) is None, "A doesn't put these words between marks"
    assert row_concerned(turned.mark("", "Nobody asked us", kind=MarkKind.SPEAKER), rows_of(turned), 0) == row
