from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.review import Decision, Found, Located, Mark, MarkKind, Subject
from tui.review.finding import fit_of, mark_on


def located(
    left: tuple[tuple[int, int], ...],
    right: tuple[tuple[int, int], ...] = (),
    *,
    kind: MarkKind = MarkKind.REVIEW,
    subject: Subject = Subject.QUOTATION,
    found: Found = Found.EXACTLY,
    changed: str = "",
    name: str = "m",
) -> Located:
    mark = Mark(name, kind, subject, (), (), Decision.ACCEPTED, changed=changed)
    return Located(mark, left, right, found)


WORDS = ((10, 20),)
OPPOSITE = ((40, 50),)
QUOTATION = Subject.QUOTATION


def test_the_mark_on_these_words_is_found() -> None:
    here, there = located(WORDS, OPPOSITE), located(((30, 40),), ((60, 70),))
    assert mark_on([there, here], QUOTATION, WORDS, OPPOSITE) is here
    assert mark_on([there], QUOTATION, WORDS, OPPOSITE) is None
    assert mark_on([], QUOTATION, WORDS, OPPOSITE) is None


def test_half_of_the_words_is_enough_and_less_is_not() -> None:
    assert mark_on([located(((10, 15),))], QUOTATION, WORDS, ()) is not None
    assert mark_on([located(((10, 14),))], QUOTATION, WORDS, ()) is None
    assert mark_on([located(((0, 30),))], QUOTATION, WORDS, ()) is None  # it is on far more words than these


def test_every_side_that_both_name_must_agree() -> None:
    elsewhere = located(WORDS, ((70, 80),))
    assert mark_on([elsewhere], QUOTATION, WORDS, OPPOSITE) is None
    assert mark_on([elsewhere], QUOTATION, WORDS, ()) is elsewhere
    assert mark_on([located((), OPPOSITE)], QUOTATION, WORDS, ()) is None


def test_the_nearest_words_win_then_the_same_sides_then_certainty_then_the_latest() -> None:
    part, whole = located(((10, 18),), OPPOSITE), located(WORDS, OPPOSITE)
    one_side = located(WORDS)
    assert mark_on([whole, part], QUOTATION, WORDS, OPPOSITE) is whole
    assert mark_on([one_side, whole], QUOTATION, WORDS, OPPOSITE) is whole
    unsure = replace(whole, found=Found.CHANGED)
    assert mark_on([unsure, whole], QUOTATION, WORDS, OPPOSITE) is whole
    early, late = located(WORDS, changed="2026-01-01"), located(WORDS, changed="2026-01-02")
    assert mark_on([late, early], QUOTATION, WORDS, ()) is late


def test_corrections_orphans_cleared_marks_and_other_subjects_are_passed_over() -> None:
    cleared = located(WORDS)
    cleared = replace(cleared, mark=replace(cleared.mark, cleared=True))
    marks = [
        located(WORDS, kind=MarkKind.SPEAKER),
        located(WORDS, subject=Subject.DIFFERENCE),
        located(WORDS, found=Found.ORPHANED),
        cleared,
    ]
    assert mark_on(marks, QUOTATION, WORDS, ()) is None


def test_words_in_several_parts_are_weighed_together() -> None:
    parts = ((10, 20), (30, 40))
    assert fit_of(located(parts), parts, ()) == (1.0, 2)
    assert fit_of(located(parts), ((10, 20),), ()) == (0.5, 2)
    assert fit_of(located(()), (), ()) is None


ranges = st.lists(st.integers(0, 60), min_size=2, max_size=8, unique=True).map(
    lambda edges: tuple(zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False))
)


@given(ranges, ranges, ranges, ranges)
def test_a_fit_is_the_same_whichever_way_the_sides_stand(
    left: tuple[tuple[int, int], ...],
    right: tuple[tuple[int, int], ...],
    left_words: tuple[tuple[int, int], ...],
    right_words: tuple[tuple[int, int], ...],
) -> None:
    one = located(left, right)
    fit = fit_of(one, left_words, right_words)
    assert fit == fit_of(one.mirrored(), right_words, left_words)
    assert fit is None or 0.5 <= fit[0] <= 1
    assert fit_of(one, left, right) == (1.0, 2)
