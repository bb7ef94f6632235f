"""How many of a pair's quotations are reviewed, for the list of recent pairs."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.review.making import COUNCIL, LEDGER, council, ledger, words
from tests.samples import make_article
from tui.review import Decision, Review, Subject
from tui.review.opening import open_store
from tui.review.progress import Progress, progress_of
from tui.review.recent import recent_pairs
from tui.review.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tui.review.recent import Recent

LEFT, RIGHT = council(), ledger()
PROMISE = (
    words(LEFT, "a promise kept to everyone who works on the water"),
    words(RIGHT, "A promise kept to everybody who works on the water"),
)
WINTER = (), words(RIGHT, "a bitter winter ahead")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "marks.db"


def recent(path: Path) -> Recent:
    store = open_store(path, writable=False).store
    assert store is not None
    with closing(store):
        (found,) = recent_pairs(store)
    return found


def test_the_number_comes_with_the_first_mark_and_grows_with_the_decisions(path: Path) -> None:
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        review.keep_progress(2, [])
        assert not path.exists()
        review.decide(Subject.QUOTATION, *PROMISE, Decision.FLAGGED)
        assert (recent(path).quotations, recent(path).reviewed) == (2, 1)
        review.decide(Subject.QUOTATION, *WINTER, Decision.ACCEPTED)
        review.decide(Subject.PARAGRAPH, words(LEFT, COUNCIL[3]), (), Decision.ACCEPTED)
    found = recent(path)
    assert (found.reviewed, found.on_quotations) == (2, {"flagged": 1, "accepted": 1})
    assert found.elsewhere == 1


def test_it_is_kept_of_a_pair_that_was_known_and_says_nothing_of_when_it_was_reviewed(path: Path) -> None:
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        review.decide(Subject.QUOTATION, *PROMISE, Decision.ACCEPTED)
    before = recent(path)
    assert before.quotations is None
    with closing(Review.open(RIGHT, LEFT, path)) as turned:
        turned.keep_progress(7, [Decision.ACCEPTED])
    after = recent(path)
    assert (after.quotations, after.reviewed, after.opened) == (7, 1, before.opened)


def test_decisions_whose_words_are_others_now_are_no_progress(path: Path) -> None:
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        review.decide(Subject.QUOTATION, *PROMISE, Decision.FLAGGED)
        review.decide(Subject.QUOTATION, *WINTER, Decision.ACCEPTED)
        review.keep_progress(2, [Decision.FLAGGED, Decision.ACCEPTED])
        assert recent(path).reviewed == 2
        review.renew(LEFT, make_article(LEDGER[:3], source="ledger.txt"))
        review.keep_progress(1, [Decision.FLAGGED])
        found = recent(path)
        assert (found.quotations, found.on_quotations, found.elsewhere) == (1, {"flagged": 1}, 1)
        located = review.find(Subject.QUOTATION, *PROMISE)
        assert located is not None
        review.clear(located)
        assert recent(path).reviewed == 0


@pytest.mark.parametrize("turned", [False, True])
def test_a_recent_pair_stands_as_it_was_last_reviewed(path: Path, turned: bool) -> None:
    left, right = (RIGHT, LEFT) if turned else (LEFT, RIGHT)
    kept = words(LEFT, COUNCIL[3])
    with closing(Review.open(left, right, path)) as review:
        review.decide(Subject.PARAGRAPH, () if turned else kept, kept if turned else (), Decision.FLAGGED)
        assert (recent(path).left_name, recent(path).right_name) == (left.source, right.source)
        review.turn()
        review.undo()
    found = recent(path)
    assert (found.left_name, found.right_name) == (right.source, left.source)
    assert (found.left_origin or "").endswith(right.source)


def test_another_window_that_counts_the_same_writes_nothing(path: Path) -> None:
    with closing(Review.open(LEFT, RIGHT, path)) as review, closing(Review.open(RIGHT, LEFT, path)) as other:
        review.decide(Subject.QUOTATION, *PROMISE, Decision.ACCEPTED)
        review.keep_progress(4, [Decision.ACCEPTED])
        other.refresh()
        review.refresh()
        with closing(Review.open(LEFT, RIGHT, path)) as third:
            third.keep_progress(4, [Decision.ACCEPTED])
        with closing(Store(path)) as store:
            store.was_written()
            review.keep_progress(4, [Decision.ACCEPTED])
            assert not store.was_written()
            other.keep_progress(3, [Decision.ACCEPTED])
            assert store.was_written()


def test_a_file_of_the_first_version_is_brought_up_with_a_copy_and_has_no_number(path: Path) -> None:
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        review.decide(Subject.QUOTATION, *PROMISE, Decision.FLAGGED)
        review.keep_progress(5, [Decision.FLAGGED])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE pairs DROP COLUMN progress")
        connection.execute("ALTER TABLE pairs DROP COLUMN turned")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    looked = recent(path)
    assert (looked.quotations, looked.decisions, looked.elsewhere) == (None, {"flagged": 1}, 1)
    assert not list(path.parent.glob("*.v1-backup-*")), "who only looks changes nothing"
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert [one.mark.decision for one in review.located] == [Decision.FLAGGED]
        review.keep_progress(5, [Decision.FLAGGED])
    (copy,) = path.parent.glob("*.v1-backup-*")
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT decision FROM marks").fetchall() == [("flagged",)]
    assert (recent(path).quotations, recent(path).reviewed) == (5, 1)


def test_a_new_file_has_nothing_to_copy(path: Path) -> None:
    Store(path).close()
    assert [found.name for found in path.parent.iterdir()] == ["marks.db"]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        "{",
        '{"quotations": 3}',
        '{"quotations": "3", "astray": {}}',
        '{"quotations": -1, "astray": {}}',
        '{"quotations": true, "astray": {}}',
        '{"quotations": 3, "astray": {"loved": 1}}',
        '{"quotations": 3, "astray": {"flagged": 0}}',
        '{"quotations": 3, "astray": [1]}',
    ],
)
def test_what_nobody_kept_is_no_number(written: str) -> None:
    assert progress_of(written) is None


def test_what_was_kept_is_read_as_it_was() -> None:
    progress = Progress(3, (("accepted", 2), ("flagged", 1)))
    assert progress_of(progress.written) == progress
    assert progress.holding({"accepted": 3, "queried": 1}) == {"accepted": 1, "queried": 1}
