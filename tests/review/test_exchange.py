from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.review.making import COUNCIL, LEDGER, council, ledger, words
from tui.review import Decision, MarkKind, Review, ReviewError, Subject, export_marks, import_marks, load_marks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VOTE = "called the vote"
PROMISE = "a promise kept to everyone who works on the water"
HERS = "A promise kept to everybody who works on the water"


def reviewed(path: Path) -> None:
    """A store with a pair, one decision with a note, one taken back, a speaker and a tie."""
    left, right = council(), ledger()
    review = Review.open(left, right, path)
    quote = words(left, PROMISE), words(right, HERS)
    review.decide(Subject.QUOTATION, *quote, Decision.FLAGGED)
    review.annotate(Subject.QUOTATION, *quote, "everyone or everybody?\nask her office")
    review.decide(Subject.PARAGRAPH, words(left, COUNCIL[3]), (), Decision.ACCEPTED)
    review.undo()
    review.correct(MarkKind.SPEAKER, Subject.QUOTATION, (), words(right, HERS), "Ines Calloway")
    review.correct(MarkKind.APART, Subject.PARAGRAPH, words(left, COUNCIL[4]), words(right, LEDGER[3]))
    review.close()


def test_a_round_trip_is_equal_to_the_byte(tmp_path: Path) -> None:
    here, there = tmp_path / "here.db", tmp_path / "there.db"
    reviewed(here)
    told = export_marks(here)
    imported = import_marks(there, told)
    assert imported.told == "4 marks read: 4 new."
    assert export_marks(there) == told
    assert import_marks(there, told).told == "4 marks read: 4 here already."
    assert export_marks(there) == told
    assert load_marks(council(), ledger(), there) == load_marks(council(), ledger(), here)


def test_an_export_holds_every_mark_and_names_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    reviewed(path)
    told = json.loads(export_marks(path))
    assert (told["format"], told["version"]) == ("copyholder-marks", 1)
    assert {article["name"] for article in told["articles"]} == {"council.txt", "ledger.txt"}
    (pair,) = told["pairs"]
    assert [(mark["kind"], mark["decision"], mark["cleared"]) for mark in pair["marks"]].count(
        ("review", "flagged", False)
    ) == 1
    assert sum(mark["cleared"] for mark in pair["marks"]) == 1
    (speaker,) = [mark for article in told["articles"] for mark in article["marks"]]
    assert (speaker["value"], speaker["words"][0]["exact"]) == ("Ines Calloway", HERS)
    assert str(tmp_path) not in export_marks(path)


def test_marks_of_a_colleague_are_merged(tmp_path: Path) -> None:
    mine, hers = tmp_path / "mine.db", tmp_path / "hers.db"
    left, right = council(), ledger()
    quote = words(left, PROMISE), words(right, HERS)
    first = Review.open(left, right, mine)
    first.annotate(Subject.QUOTATION, *quote, "heard it live")
    # She has the articles under other names and the other way round, and marks the same words by herself.
    second = Review.open(ledger(source="b.txt"), council(source="a.txt"), hers)
    second.annotate(Subject.QUOTATION, *quote[::-1], "the recording says everyone")
    second.decide(Subject.QUOTATION, *quote[::-1], Decision.FLAGGED)
    second.decide(Subject.PARAGRAPH, (), words(left, COUNCIL[1]), Decision.ACCEPTED)
    imported = import_marks(mine, export_marks(hers))
    assert (imported.new, imported.joined) == (1, 1)
    assert first.refresh()
    found = first.find(Subject.QUOTATION, *quote)
    assert found is not None
    assert found.mark.note == "heard it live\n\nthe recording says everyone"
    assert found.mark.decision is Decision.FLAGGED
    assert first.find(Subject.PARAGRAPH, words(left, COUNCIL[1]), ()) is not None
    assert import_marks(hers, export_marks(mine)).told == ("2 marks read: 1 brought up to date, 1 here already.")
    assert json.loads(export_marks(mine))["pairs"] == json.loads(export_marks(hers))["pairs"]


def test_an_old_export_brings_nothing_up_again(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    reviewed(path)
    old = export_marks(path)
    review = Review.open(council(), ledger(), path)
    for located in review.located:
        review.clear(located)
    imported = import_marks(path, old)
    assert imported.told == "4 marks read: 1 here already, 3 left alone, being newer here."
    assert not review.refresh()
    assert review.located == ()


def test_nothing_kept_is_exported_as_nothing(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    told = export_marks(path)
    assert json.loads(told) == {"format": "copyholder-marks", "version": 1, "articles": [], "pairs": []}
    assert not path.exists()
    assert import_marks(path, told).told == "The file holds no marks."


def spoiled(change: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    def spoil(told: str) -> str:
        plain = json.loads(told)
        change(plain)
        return json.dumps(plain)

    return spoil


NOT_OURS = "this is no file of marks; give one that “marks export” wrote"
DAMAGED = "this file of marks is damaged; have it exported and sent again"


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda _: "", NOT_OURS),
        (lambda _: "[" * 100_000, NOT_OURS),
        (lambda _: '{"format": "copyholder-comparison", "version": 1}', NOT_OURS),
        (lambda told: told[: len(told) // 2], NOT_OURS),
        (spoiled(lambda plain: plain.pop("pairs")), DAMAGED),
        (spoiled(lambda plain: plain["pairs"][0].update(left="nobody")), DAMAGED),
        (spoiled(lambda plain: plain["pairs"][0]["marks"][0].update(kind="praise")), DAMAGED),
        (spoiled(lambda plain: plain["pairs"][0]["marks"][0].update(changed="yesterday")), DAMAGED),
        (
            spoiled(
                lambda plain: plain["pairs"][0]["marks"][0].update(changed=f"2026-13-01T{0:0>2}:00:00.000000+00:00")
            ),
            DAMAGED,
        ),
        (spoiled(lambda plain: plain["pairs"][0]["marks"][-1].update(note="\ud800")), DAMAGED),
        (spoiled(lambda plain: plain["pairs"][0]["marks"][-1].update(left=[{"exact": 3}])), DAMAGED),
        (
            spoiled(lambda plain: plain.update(version=2)),
            "this file of marks was written by a newer Copyholder; update this one and take it in then",
        ),
    ],
)
def test_what_is_no_export_is_refused_whole(tmp_path: Path, spoil: Callable[[str], str], why: str) -> None:
    here, there = tmp_path / "here.db", tmp_path / "there.db"
    reviewed(here)
    with pytest.raises(ReviewError) as refused:
        import_marks(there, spoil(export_marks(here)))
    assert str(refused.value) == why
    assert not there.exists()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.integers(0, 11), value=JSON)
def test_any_value_in_any_field_is_taken_or_refused(tmp_path: Path, where: int, value: object) -> None:
    path = tmp_path / "here.db"
    if not path.exists():
        reviewed(path)
    plain = json.loads(export_marks(path))
    mark = plain["pairs"][0]["marks"][0]
    mark[sorted(mark)[where]] = value
    before = export_marks(path)
    refused = ""
    try:
        import_marks(path, json.dumps(plain))
    except ReviewError as error:
        refused = str(error)
    assert refused in {"", DAMAGED}
    assert not refused or export_marks(path) == before
