"""Which sign stands beside which words, what the masthead counts, and what is said of a mark."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from wcwidth import wcwidth

from tests.app.conftest import article
from tests.app.test_reviewing import LEFT, RIGHT
from tui.app.choosing import STATUSES, status_of
from tui.app.marking import (
    DECISION_MARKS,
    NO_MARKS,
    NOTE_MARK,
    UNSURE_MARK,
    PageMarks,
    Target,
    paragraph_target,
    paragraphs_of,
    quote_target,
)
from tui.app.marktelling import copied_mark, first_line, mark_told, progress_told, quoted, target_told, with_mark
from tui.app.quoting import OUTLET_MARK, SPEAKER_MARK, VERDICT_MARKS, QuoteStop, Quoting, find_quoting
from tui.app.telling import Told
from tui.app.widgets.heading import NAME, fit_masthead
from tui.app.wording import LAYOUTS
from tui.collation import Collation, collate
from tui.layout import Layout, Side
from tui.review.model import Decision, Found, Located, Mark, MarkKind, Subject


@pytest.fixture(scope="module")
def pair() -> tuple[Collation, Quoting]:
    collation = collate(article("left", LEFT), article("right", RIGHT))
    return collation, find_quoting(collation)


def mark(
    target: Target, decision: Decision | None = Decision.ACCEPTED, note: str = "", found: Found = Found.EXACTLY
) -> Located:
    made = Mark("id", MarkKind.REVIEW, target.subject, (), (), decision, note)
    return Located(made, target.left, target.right, found)


def about(quoting: Quoting, collation: Collation, words: str) -> QuoteStop:
    [stop] = [one for one in quoting.stops if one.left and words in collation.left.text[slice(*one.left[0])]]
    return stop


def sign(marks: PageMarks, quoting: Quoting, collation: Collation, paragraph: int) -> str:
    found = collation.left.paragraphs[paragraph]
    shown = marks.sign_between(quoting, Side.LEFT, found.start, found.end)
    return "" if shown is None else shown.mark


def test_every_sign_takes_one_cell_and_is_no_verdicts() -> None:
    signs = [*DECISION_MARKS.values(), NOTE_MARK, UNSURE_MARK]
    assert all(wcwidth(one) == cell_len(one) == 1 for one in signs)
    assert len({*signs, *VERDICT_MARKS.values(), SPEAKER_MARK, OUTLET_MARK}) == len(signs) + len(VERDICT_MARKS) + 2
    assert set(DECISION_MARKS) == set(Decision)


def test_a_decision_takes_the_place_of_the_verdict_and_a_note_does_not(pair: tuple[Collation, Quoting]) -> None:
    collation, quoting = pair
    target = quote_target(about(quoting, collation, "12 May"))
    assert sign(NO_MARKS, quoting, collation, 1) == "!"
    for decision, shown in DECISION_MARKS.items():
        assert sign(PageMarks([mark(target, decision)], quoting), quoting, collation, 1) == shown
    noted = PageMarks([mark(target, None, "ask")], quoting)
    assert sign(noted, quoting, collation, 1) == "!"
    start = collation.left.paragraphs[1].start
    assert noted.has_note_between(Side.LEFT, start, start + 40)
    assert not noted.has_note_between(Side.LEFT, 0, start)
    unsure = PageMarks([mark(target, Decision.ACCEPTED, found=Found.CHANGED)], quoting)
    assert sign(unsure, quoting, collation, 1) == "¿"


def test_of_several_on_a_line_what_is_most_to_be_looked_at_is_shown(pair: tuple[Collation, Quoting]) -> None:
    collation, quoting = pair
    quote = quote_target(about(quoting, collation, "12 May"))
    whole = paragraph_target(collation.left, Side.LEFT, 1)
    accepted, flagged = mark(whole), mark(whole, Decision.FLAGGED)
    queried = mark(whole, Decision.QUERIED)
    assert sign(PageMarks([accepted], quoting), quoting, collation, 1) == "!", "a grave one that nobody has looked at"
    assert sign(PageMarks([queried], quoting), quoting, collation, 1) == "!"
    assert sign(PageMarks([flagged], quoting), quoting, collation, 1) == "⚑"
    assert sign(PageMarks([mark(quote), queried], quoting), quoting, collation, 1) == "?"


def test_orphans_corrections_and_other_subjects_are_no_marks_on_a_quotation(pair: tuple[Collation, Quoting]) -> None:
    collation, quoting = pair
    stop = about(quoting, collation, "12 May")
    good = mark(quote_target(stop))
    others = [
        replace(good, found=Found.ORPHANED),
        replace(good, mark=replace(good.mark, kind=MarkKind.SPEAKER)),
        replace(good, mark=replace(good.mark, subject=Subject.DIFFERENCE)),
    ]
    marks = PageMarks(others, quoting)
    assert marks.on_quote(stop) is None
    assert marks.tally.reviewed == 0
    assert PageMarks([*others, good], quoting).on_quote(stop) is good


def test_the_count_leaves_out_what_is_to_be_confirmed(pair: tuple[Collation, Quoting]) -> None:
    collation, quoting = pair
    targets = [quote_target(about(quoting, collation, words)) for words in ("12 May", "Nobody", "counted")]
    marks = PageMarks(
        [
            mark(targets[0], Decision.FLAGGED),
            mark(targets[1], Decision.QUERIED),
            mark(targets[2], found=Found.CHANGED),
        ],
        quoting,
    )
    tally = marks.tally
    assert (tally.quotations, tally.reviewed, tally.flagged, tally.queried, tally.unsure) == (3, 2, 1, 1, 1)
    assert progress_told(tally)[0] == "2 of 3 quotations reviewed, 1 flagged, 1 to verify, 1 to confirm"
    assert progress_told(tally)[-1] == "2/3 reviewed"
    assert {status_of(stop, marks) for stop in quoting.stops} == {"flagged", "to verify", "to confirm"}
    assert {status_of(stop, NO_MARKS) for stop in quoting.stops} == {"not reviewed"} <= set(STATUSES)


def test_a_marks_words_are_named_by_place_and_first_words(pair: tuple[Collation, Quoting]) -> None:
    collation, quoting = pair
    assert target_told(collation, quote_target(about(quoting, collation, "Nobody"))) == (
        "A ¶3 and B ¶3, “Nobody was ever in danger here,”"
    )
    assert target_told(collation, quote_target(about(quoting, collation, "counted"))).startswith("A ¶5, “We counted")
    assert target_told(collation, paragraph_target(collation.right, Side.RIGHT, 4)) == "B ¶5"
    assert quoted("The “kick” of it") == "‘The “kick” of it’"
    starts = [one.start for one in collation.left.paragraphs]
    assert paragraphs_of(collation.left, [(starts[0], starts[0] + 3), (starts[2], starts[2] + 3)]) == "¶1, 3"


def test_the_inspector_tells_decision_and_note_before_all_else(pair: tuple[Collation, Quoting]) -> None:
    collation, quoting = pair
    target = quote_target(about(quoting, collation, "Nobody"))
    plain = Told((("A ¶3", None),), more=("other",))
    both = with_mark(plain, mark(target, Decision.FLAGGED, "\n ask [her] \nagain"))
    assert both.lead == (("⚑ flagged · ", None), ("A ¶3", None))
    assert both.more == ("✎ ask [her] …", "other")
    assert with_mark(plain, None) is plain
    assert mark_told(mark(target, Decision.QUERIED, found=Found.CHANGED)) == "¿ moved, please confirm: to verify"
    assert [first_line(note) for note in ("", " \n", "one", "one\n\n", "one\ntwo")] == ["", "", "one", "one", "one …"]
    assert copied_mark(mark(target, Decision.FLAGGED, "ask\nher")) == ["Status: flagged.", "Note: ask\nher"]
    assert copied_mark(None) == ()


@pytest.mark.parametrize(
    ("width", "right"),
    [
        (120, "2 of 3 quotations reviewed, 1 flagged · both in order · A ¶1 of 12"),
        (90, "2 of 3 quotations reviewed, 1 flagged · A ¶1 of 12"),
        (72, "2/3 reviewed · 1 flagged · A ¶1 of 12"),
        (60, "2/3 reviewed · A ¶1 of 12"),
        (41, "2/3 reviewed · 1 flagged · A ¶1 of 12"),
        (30, "2/3 reviewed · A ¶1 of 12"),
        (20, "A ¶1 of 12"),
    ],
)
def test_the_count_is_shortened_where_there_is_little_room(width: int, right: str) -> None:
    forms = ("2 of 3 quotations reviewed, 1 flagged", "2/3 reviewed · 1 flagged", "2/3 reviewed")
    told = (LAYOUTS[Layout.BOTH], "A ¶1 of 12")
    name, names, found = fit_masthead(("morning", "evening"), told, width, forms)
    assert found == right
    assert cell_len(name + names + found) <= width - 2
    assert name in {NAME, ""}
