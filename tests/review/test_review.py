from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.review.making import COUNCIL, LEDGER, council, ledger, words
from tests.samples import make_article
from tui.article import article_from_text
from tui.review import Decision, Found, MarkKind, Place, Review, Subject, load_corrections, load_marks
from tui.review.anchors import anchor_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.article import Range

PROMISE = "a promise kept to everyone who works on the water"
HERS = "A promise kept to everybody who works on the water"
LEFT, RIGHT = council(), ledger()
QUOTE = words(LEFT, PROMISE), words(RIGHT, HERS)
FERRY: tuple[tuple[Range, ...], tuple[Range, ...]] = words(LEFT, COUNCIL[4]), ()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "marks.db"


@pytest.fixture
def review(path: Path) -> Iterator[Review]:
    found = Review.open(LEFT, RIGHT, path)
    yield found
    found.close()


def again(path: Path) -> Review:
    """The pair as a later run finds it."""
    return Review.open(LEFT, RIGHT, path, create=False)


def told(review: Review) -> list[tuple[str, str | None, str, str]]:
    return [
        (located.mark.kind.value, located.mark.decision, located.mark.note, located.mark.value)
        for located in review.located
    ]


def test_what_was_decided_is_there_at_once_in_a_later_run(review: Review, path: Path) -> None:
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    review.annotate(Subject.QUOTATION, *QUOTE, "  everyone or everybody?\nask her office\n")
    found = again(path).find(Subject.QUOTATION, *QUOTE)
    assert found is not None
    assert (found.mark.decision, found.mark.note) == (Decision.FLAGGED, "everyone or everybody?\nask her office")
    assert (found.left, found.right, found.found) == (*QUOTE, Found.EXACTLY)


def test_looking_makes_no_file(path: Path) -> None:
    for create in (False, True):
        Review.open(LEFT, RIGHT, path, create=create).close()
    looking = again(path)
    assert looking.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED) is not None
    assert (len(looking.located), looking.trouble) == (1, "")
    looking.close()
    assert not path.parent.exists()


def test_reports_change_nothing_on_the_disk(review: Review, path: Path) -> None:
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    review.close()
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert len(load_marks(RIGHT, LEFT, path)[0]) == 1
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_a_swapped_pair_keeps_its_marks(review: Review, path: Path) -> None:
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    review.correct(MarkKind.SPEAKER, Subject.QUOTATION, QUOTE[0], (), "Ines Calloway")
    straight = review.located
    review.turn()
    swapped = Review.open(RIGHT, LEFT, path)
    assert swapped.located == review.located
    assert {located.mirrored() for located in swapped.located} == set(straight)
    swapped.decide(Subject.QUOTATION, *QUOTE[::-1], Decision.ACCEPTED)
    review.refresh()
    review.turn()
    found = review.find(Subject.QUOTATION, *QUOTE)
    assert found is not None
    assert found.mark.decision is Decision.ACCEPTED


def test_a_decision_taken_back_leaves_the_note_and_one_without_a_note_nothing(review: Review, path: Path) -> None:
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    review.annotate(Subject.QUOTATION, *QUOTE, "ask")
    assert review.decide(Subject.QUOTATION, *QUOTE, None) is not None
    assert told(again(path)) == [("review", None, "ask", "")]
    assert review.annotate(Subject.QUOTATION, *QUOTE, " \n", before="ask") is None
    assert told(again(path)) == told(review) == []
    assert review.decide(Subject.QUOTATION, *QUOTE, None) is None


def test_deciding_the_same_again_changes_nothing(review: Review) -> None:
    first = review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    assert review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED) is first
    assert review.undo() is not None
    assert review.undo() is None


def test_undo_and_redo_go_all_the_way(review: Review, path: Path) -> None:
    states = [told(review)]
    speaker: tuple[tuple[Range, ...], tuple[Range, ...]] = (QUOTE[0], ())
    deeds: tuple[Callable[[], object], ...] = (
        lambda: review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED),
        lambda: review.annotate(Subject.QUOTATION, *QUOTE, "ask"),
        lambda: review.decide(Subject.PARAGRAPH, *FERRY, Decision.QUERIED),
        lambda: review.correct(MarkKind.QUOTED, Subject.QUOTATION, *speaker),
        lambda: review.correct(MarkKind.PLAIN, Subject.QUOTATION, *speaker),
        lambda: review.clear(review.located[0]),
    )
    for deed in deeds:
        deed()
        assert told(review) != states[-1]
        states.append(told(review))
    for state in states[-2::-1]:
        change = review.undo()
        assert change is not None
        assert sorted(told(review)) == sorted(state)
        assert sorted(told(again(path))) == sorted(state)
    assert review.undo() is None
    for state in states[1:]:
        assert review.redo() is not None
        assert sorted(told(review)) == sorted(state)
    assert review.redo() is None
    assert sorted(told(again(path))) == sorted(states[-1])


def test_undo_says_what_it_did(review: Review) -> None:
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    review.annotate(Subject.QUOTATION, *QUOTE, "ask")
    change = review.undo()
    assert change is not None
    assert change.before is not None
    assert change.after is not None
    assert (change.what, change.before.note, change.after.note) == ("noted", "ask", "")
    change = review.undo()
    assert change is not None
    assert (change.what, change.after) == ("decided", None)
    review.turn()
    change = review.redo()
    assert change is not None
    assert change.before is None
    assert change.after is not None
    assert (change.after.left[0].exact, change.after.decision) == (HERS, Decision.FLAGGED)


def test_undo_leaves_what_another_window_did_since(review: Review, path: Path) -> None:
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    other = Review.open(RIGHT, LEFT, path)
    other.annotate(Subject.QUOTATION, *QUOTE[::-1], "ask")
    review.undo()
    assert told(review) == told(again(path)) == [("review", None, "ask", "")]
    review.redo()
    assert told(review) == [("review", Decision.FLAGGED, "ask", "")]
    other.refresh()
    other.decide(Subject.QUOTATION, *QUOTE[::-1], Decision.ACCEPTED)
    review.undo()
    assert told(review) == [("review", Decision.ACCEPTED, "ask", "")]


def test_two_windows_lose_nothing_without_looking(review: Review, path: Path) -> None:
    other = Review.open(LEFT, RIGHT, path)
    review.annotate(Subject.QUOTATION, *QUOTE, "heard it live")
    other.annotate(Subject.QUOTATION, *QUOTE, "the recording says everyone")
    other.decide(Subject.PARAGRAPH, *FERRY, Decision.ACCEPTED)
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    assert review.refresh()
    assert other.refresh()
    assert told(review) == told(other)
    found = review.find(Subject.QUOTATION, *QUOTE)
    assert found is not None
    assert (found.mark.decision, found.mark.note) == (
        Decision.FLAGGED,
        "heard it live\n\nthe recording says everyone",
    )
    assert review.find(Subject.PARAGRAPH, *FERRY) is not None
    assert not review.refresh()


def test_a_note_written_while_another_window_wrote_keeps_both(review: Review, path: Path) -> None:
    review.annotate(Subject.QUOTATION, *QUOTE, "ask")
    other = Review.open(LEFT, RIGHT, path)
    other.annotate(Subject.QUOTATION, *QUOTE, "ask her office", before="ask")
    review.refresh()  # while the reporter is still writing on what was "ask"
    review.annotate(Subject.QUOTATION, *QUOTE, "ask; page 4", before="ask")
    assert told(review)[0][2] == "ask her office\n\nask; page 4"


def test_a_correction_of_an_article_holds_in_every_pair(review: Review, path: Path) -> None:
    review.correct(MarkKind.ROLE, Subject.PARAGRAPH, words(LEFT, COUNCIL[4]), (), "caption")
    review.decide(Subject.PARAGRAPH, *FERRY, Decision.ACCEPTED)
    third = make_article(["Ferries", "A berth is moved to the north of the harbour."], source="third.txt")
    elsewhere = Review.open(third, LEFT, path)
    assert told(elsewhere) == [("role", None, "", "caption")]
    assert elsewhere.located[0].right == words(LEFT, COUNCIL[4])
    marks, trouble = load_corrections(LEFT, path)
    assert ([located.mark.value for located in marks], trouble) == (["caption"], "")
    assert load_corrections(third, path) == ((), "")


@pytest.mark.parametrize(
    ("kind", "otherwise"), [(MarkKind.TOGETHER, MarkKind.APART), (MarkKind.APART, MarkKind.TOGETHER)]
)
def test_a_tie_clears_its_contrary_and_one_undo_brings_it_back(
    review: Review, kind: MarkKind, otherwise: MarkKind
) -> None:
    both = words(LEFT, COUNCIL[1]), words(RIGHT, LEDGER[1])
    others = words(LEFT, COUNCIL[4]), words(RIGHT, LEDGER[3])
    review.correct(otherwise, Subject.PARAGRAPH, *others)
    review.correct(otherwise, Subject.PARAGRAPH, *both)
    review.correct(kind, Subject.PARAGRAPH, *both)
    assert sorted(located.mark.kind for located in review.located) == sorted([kind, otherwise])
    review.undo()
    assert [located.mark.kind for located in review.located] == [otherwise, otherwise]


def test_new_bounds_take_the_place_of_old_ones_and_of_plain(review: Review) -> None:
    whole, part = words(LEFT, PROMISE), words(LEFT, "a promise kept to everyone")
    review.correct(MarkKind.PLAIN, Subject.QUOTATION, whole, ())
    review.correct(MarkKind.QUOTED, Subject.QUOTATION, whole, ())
    review.correct(MarkKind.QUOTED, Subject.QUOTATION, part, ())
    assert [(located.mark.kind, located.left) for located in review.located] == [(MarkKind.QUOTED, part)]
    review.correct(MarkKind.PLAIN, Subject.QUOTATION, part, ())
    assert [(located.mark.kind, located.left) for located in review.located] == [(MarkKind.PLAIN, part)]


def test_another_name_for_a_speaker_takes_the_place_of_the_first(review: Review, path: Path) -> None:
    review.correct(MarkKind.SPEAKER, Subject.QUOTATION, QUOTE[0], (), "Calloway")
    made = review.correct(MarkKind.SPEAKER, Subject.QUOTATION, QUOTE[0], (), "Ines Calloway")
    assert review.correct(MarkKind.SPEAKER, Subject.QUOTATION, QUOTE[0], (), "Ines Calloway") is made
    assert made.mark.value == "Ines Calloway"
    assert told(again(path)) == [("speaker", None, "", "Ines Calloway")]


def test_the_article_is_recognised_when_it_was_edited(review: Review, path: Path) -> None:
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    edited = council("Updated at noon with what the mayor said.")
    later = Review.open(edited, RIGHT, path)
    found = later.find(Subject.QUOTATION, words(edited, PROMISE), QUOTE[1])
    assert found is not None
    later.keep_place(Place(None, on_left=True))
    moved = make_article([paragraph.replace("“", '"') for paragraph in edited.text.split("\n\n")], source="moved.txt")
    assert len(load_marks(moved, RIGHT, path)[0]) == 1  # by its text, typography aside
    assert load_marks(make_article(["Quite another story."], source="other.txt"), RIGHT, path)[0] == ()


def test_an_old_copy_beside_the_edited_file_is_an_article_of_its_own(review: Review, path: Path) -> None:
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    edited = council("Updated at noon.")
    old = council(source="old.txt")
    versions = Review.open(old, edited, path)
    assert told(versions) == []
    versions.decide(Subject.PARAGRAPH, (), words(edited, "Updated at noon."), Decision.ACCEPTED)
    versions.close()
    for _ in range(2):
        assert told(Review.open(old, edited, path)) == [("review", Decision.ACCEPTED, "", "")]
        assert told(Review.open(edited, RIGHT, path)) == [("review", Decision.FLAGGED, "", "")]
        edited = council("Updated at noon and at night.")


def test_an_article_beside_itself(path: Path) -> None:
    both = Review.open(LEFT, LEFT, path)
    both.decide(Subject.PARAGRAPH, words(LEFT, COUNCIL[1]), words(LEFT, COUNCIL[1]), Decision.ACCEPTED)
    assert told(Review.open(LEFT, LEFT, path)) == [("review", Decision.ACCEPTED, "", "")]


def test_pasted_text_is_recognised_by_its_words(path: Path) -> None:
    text = "\n\n".join(COUNCIL)
    first = Review.open(article_from_text(text), RIGHT, path)
    first.decide(Subject.PARAGRAPH, words(first.left, COUNCIL[1]), (), Decision.ACCEPTED)
    assert len(load_marks(article_from_text(text.replace("\n\n", "\n\n\n")), RIGHT, path)[0]) == 1


def test_a_closed_review_takes_marks_but_keeps_none(review: Review, path: Path) -> None:
    review.close()
    review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    assert not review.refresh()
    assert (len(review.located), path.exists()) == (1, False)


def test_a_mark_that_is_found_by_likeness_is_confirmed(review: Review, path: Path) -> None:
    review.decide(Subject.PARAGRAPH, *FERRY, Decision.QUERIED)
    changed = COUNCIL[4].replace("next spring", "the summer after next")
    edited = make_article([*COUNCIL[:4], changed], source="council.txt")
    review.renew(edited, RIGHT)
    (unsure,) = review.unsure
    assert unsure.found is Found.CHANGED
    confirmed = review.confirm(unsure)
    assert (confirmed.found, confirmed.mark.decision) == (Found.EXACTLY, Decision.QUERIED)
    assert len(review.unsure) == 0
    marks, _ = load_marks(edited, RIGHT, path)
    assert [located.found for located in marks] == [Found.EXACTLY]
    review.undo()
    assert [(located.mark.left[0].exact, located.found) for located in review.located] == [(COUNCIL[4], Found.CHANGED)]


def test_words_that_are_gone_are_kept_as_orphans(review: Review, path: Path) -> None:
    review.decide(Subject.PARAGRAPH, *FERRY, Decision.QUERIED)
    review.annotate(Subject.PARAGRAPH, *FERRY, "call the company", before="")
    review.renew(make_article(COUNCIL[:3], source="council.txt"), RIGHT)
    (orphan,) = review.orphans
    assert (orphan.mark.note, orphan.left) == ("call the company", ())
    review.renew(LEFT, RIGHT)
    assert review.orphans == ()
    assert told(again(path)) == [("review", Decision.QUERIED, "call the company", "")]


def test_the_place_is_found_again_and_mirrored(review: Review, path: Path) -> None:
    start, end = QUOTE[0][0]
    place = Place(anchor_of(LEFT.text, start, end), on_left=True, layout="follow-left", choice="flagged")
    review.keep_place(place)
    assert again(path).place == place
    swapped = Review.open(RIGHT, LEFT, path).place
    assert swapped == Place(place.words, on_left=False, layout="follow-right", choice="flagged")
    review.turn()
    assert review.place == swapped


def test_hostile_words_are_data(review: Review, path: Path) -> None:
    note = "[/who] \x1b[31m'; DROP TABLE marks; -- \ud800"
    review.annotate(Subject.QUOTATION, *QUOTE, note)
    assert told(again(path))[0][2] == note.replace("\ud800", "?")
