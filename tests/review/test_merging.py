from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.making import a_mark, at, later
from tui.review import Anchor, Decision, MarkKind
from tui.review.merging import PAST_KEPT, emptied, joined, merged, moment, rebased, settled

if TYPE_CHECKING:
    from tui.review import Mark

NOTES = st.sampled_from(["", "ask the mayor", "see page 4", "wrong year", "ask the mayor\n\nsee page 4"])
DECISIONS = st.sampled_from([None, *Decision])


@st.composite
def versions(draw: st.DrawFn, of: int = 3) -> list[Mark]:
    """Versions of one mark that grew on different machines from common ones."""
    mark = a_mark(note=draw(NOTES), decision=draw(DECISIONS))
    grown = [settled(mark)]
    for second in range(1, draw(st.integers(1, 8))):
        base = draw(st.sampled_from(grown))
        grown.append(settled(later(base, second, note=draw(NOTES), decision=draw(DECISIONS))))
    return [draw(st.sampled_from(grown)) for _ in range(of)]


@given(versions())
def test_the_order_of_merging_makes_no_difference(marks: list[Mark]) -> None:
    one, other, _ = marks
    assert merged(one, other) == merged(other, one)
    assert merged(one, one) == one


@given(versions())
def test_how_three_that_stand_are_grouped_makes_no_difference_to_the_notes(marks: list[Mark]) -> None:
    one, other, third = marks
    apart = all(first.changed not in second.past for first in marks for second in marks)
    if apart and not any(mark.cleared for mark in marks):
        ways = merged(merged(one, other), third), merged(one, merged(other, third))
        assert len({frozenset(way.note.split("\n\n")) - {""} for way in ways}) == 1
        assert len({way.decision is None for way in ways}) == 1
        assert {way.decision for way in ways} <= {mark.decision for mark in marks}


@given(versions())
def test_what_was_merged_is_not_merged_again(marks: list[Mark]) -> None:
    one, other, _ = marks
    both = merged(one, other)
    assert merged(both, one) == both
    assert merged(other, both) == both


@given(versions())
def test_a_version_that_has_seen_the_other_wins(marks: list[Mark]) -> None:
    one, other, _ = marks
    if one.changed in other.past:
        assert replace(merged(one, other), past=()) == replace(other, past=())


@given(versions())
def test_no_note_is_lost_where_neither_has_seen_the_other(marks: list[Mark]) -> None:
    one, other, _ = marks
    if one.changed not in other.past and other.changed not in one.past:
        note = merged(one, other).note
        assert all(part in note for mark in (one, other) for part in mark.note.split("\n\n"))


def test_of_decisions_the_later_holds_and_of_notes_both() -> None:
    start = a_mark(decision=Decision.QUERIED)
    early = later(start, 1, decision=Decision.FLAGGED, note="ask the mayor")
    late = later(start, 2, decision=Decision.ACCEPTED, note="year is right")
    both = merged(late, early)
    assert (both.decision, both.note) == (Decision.ACCEPTED, "ask the mayor\n\nyear is right")
    assert both.changed > late.changed
    assert both.past == (at(0), at(1), at(2))


def test_a_note_that_nobody_saw_is_not_buried_when_the_mark_is_taken_back() -> None:
    start = a_mark(decision=Decision.FLAGGED)
    noted = later(start, 1, note="ask the mayor")
    taken_back = emptied(later(start, 2))
    both = merged(noted, taken_back)
    assert (both.cleared, both.decision, both.note) == (False, None, "ask the mayor")


def test_a_note_alone_says_nothing_against_a_decision() -> None:
    decided = a_mark(decision=Decision.FLAGGED)
    noted = replace(a_mark(note="ask"), made=at(1), changed=at(1))
    for both in (merged(decided, noted), rebased(noted, decided, None), rebased(decided, noted, None)):
        assert (both.decision, both.note) == (Decision.FLAGGED, "ask")


def test_a_decision_alone_is_taken_back_by_the_later() -> None:
    start = a_mark(decision=Decision.FLAGGED)
    assert merged(later(start, 1, decision=Decision.ACCEPTED), emptied(later(start, 2))).cleared


def test_a_correction_made_again_later_holds() -> None:
    start = a_mark(MarkKind.SPEAKER)
    taken_back, again = emptied(later(start, 1)), later(start, 2, value="Ines Calloway")
    both = merged(taken_back, again)
    assert (both.value, both.cleared) == ("Ines Calloway", False)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", "", ""),
        ("ask", "", "ask"),
        ("", "ask", "ask"),
        ("ask the mayor", "ask", "ask the mayor"),
        ("no", "nobody said so", "no\n\nnobody said so"),
        ("one\n\ntwo", "two\n\nthree", "one\n\ntwo\n\nthree"),
        ("a+b (c)", "x a+b (c) y", "x a+b (c) y"),
    ],
)
def test_notes_are_joined(first: str, second: str, expected: str) -> None:
    assert joined(first, second) == expected


def test_two_windows_change_different_things_of_one_mark() -> None:
    seen = a_mark(decision=Decision.QUERIED, note="the mayor said")
    theirs = later(seen, 1, note="the mayor denied")
    ours = later(seen, 2, decision=Decision.ACCEPTED)
    both = rebased(ours, theirs, seen)
    assert (both.decision, both.note) == (Decision.ACCEPTED, "the mayor denied")
    assert both.changed > ours.changed
    assert set(both.past) == {at(0), at(1), at(2)}


def test_two_windows_change_the_same() -> None:
    seen = a_mark(decision=Decision.QUERIED)
    theirs, ours = later(seen, 1, decision=Decision.FLAGGED), later(seen, 2, decision=Decision.ACCEPTED)
    assert rebased(ours, theirs, seen).decision is Decision.ACCEPTED
    assert rebased(ours, theirs, seen, yielding=True).decision is Decision.FLAGGED


def test_a_mark_hung_elsewhere_keeps_what_another_window_says_of_it() -> None:
    seen = a_mark(decision=Decision.QUERIED)
    elsewhere = (Anchor("the vote", "of ", " today", 300),)
    ours, theirs = later(seen, 2, left=elsewhere), later(seen, 1, decision=Decision.ACCEPTED)
    both = rebased(ours, theirs, seen)
    assert (both.left, both.right, both.decision) == (elsewhere, seen.right, Decision.ACCEPTED)


def test_only_so_much_of_the_past_is_kept() -> None:
    mark = a_mark(decision=Decision.QUERIED)
    for second in range(1, 80):
        mark = later(mark, second)
    other = later(a_mark(note="ask"), 100)
    assert merged(mark, other).past == (*(at(second) for second in range(31, 80)), at(100))
    assert PAST_KEPT == 50


def test_a_version_is_named_after_the_one_before_it_even_when_the_clock_goes_back() -> None:
    future = "2999-01-01T00:00:00.000000+00:00"
    assert moment(after=future) == "2999-01-01T00:00:00.000001+00:00"
    assert "2026-01-01" < moment() < future
