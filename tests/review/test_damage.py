"""Files of marks as disks and people leave them: cut off, written over, locked, not ours, not to be written."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.review.making import COUNCIL, council, ledger, words
from tui.review import (
    Decision,
    Place,
    Review,
    ReviewError,
    Subject,
    export_marks,
    import_marks,
    load_corrections,
    load_marks,
    mending,
)
from tui.review.schema import STEPS
from tui.review.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
LEFT, RIGHT = council(), ledger()
FIRST, SECOND = (words(LEFT, COUNCIL[3]), ()), (words(LEFT, COUNCIL[4]), ())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one mark in its backup, and one that was made after that."""
    found = tmp_path / "marks.db"
    with closing(Review.open(LEFT, RIGHT, found)) as review:
        review.decide(Subject.PARAGRAPH, *FIRST, Decision.FLAGGED)
    with closing(Review.open(LEFT, RIGHT, found)) as review:
        review.decide(Subject.PARAGRAPH, *SECOND, Decision.ACCEPTED)
    (backup,) = mending.backups_of(found)
    with closing(sqlite3.connect(backup)) as kept:
        assert kept.execute("SELECT decision FROM marks").fetchall() == [("flagged",)]
    return found


def decisions(review: Review) -> list[Decision | None]:
    return [located.mark.decision for located in review.located]


def write_over(path: Path, start: int, data: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(start)
        file.write(data)


def spoil_pages(path: Path) -> None:
    """Rubbish over every page but the first: the header is still SQLite's."""
    chance = random.Random(5)
    write_over(path, 4096, chance.randbytes(path.stat().st_size - 4096))


DAMAGE: dict[str, Callable[[Path], object]] = {
    "cut in half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "cut to one page": lambda path: os.truncate(path, 4096),
    "empty": lambda path: os.truncate(path, 0),
    "header": lambda path: write_over(path, 0, b"\0" * 100),
    "rubbish": lambda path: path.write_bytes(random.Random(6).randbytes(20_000)),
    "text": lambda path: path.write_text("This is no database.\n" * 40),
    "pages": spoil_pages,
}


@pytest.mark.parametrize("spoil", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_set_aside_and_the_backup_restored(path: Path, spoil: Callable[[Path], object]) -> None:
    spoil(path)
    spoilt = path.read_bytes()
    (backup,) = mending.backups_of(path)
    made = mending.made_at(backup).astimezone()
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        (aside,) = path.parent.glob("marks.db.damaged-*Z")
        assert aside.read_bytes() == spoilt
        assert review.said == (
            f"The file of your marks was damaged; it was set aside as {aside}, and the backup of "
            f"{made.day} {made:%B %Y, %H:%M} took its place; marks made after that are missing."
        )
        assert review.trouble == ""
        assert decisions(review) == [Decision.FLAGGED]
        review.decide(Subject.PARAGRAPH, *SECOND, Decision.QUERIED)
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert (review.said, review.trouble) == ("", "")
        assert decisions(review) == [Decision.FLAGGED, Decision.QUERIED]
    assert backup.exists()
    assert not list(path.parent.glob(".*"))
    assert all(file.stat().st_mode & 0o077 == 0 for file in path.parent.iterdir())  # notes are nobody else's business


def test_an_import_says_it_too(path: Path) -> None:
    told = export_marks(path)
    spoil_pages(path)
    assert import_marks(path, told).told.startswith(
        "2 marks read: 1 new, 1 here already. The file of your marks was damaged; it was set aside as "
    )


def test_without_a_good_backup_a_new_file_is_begun(path: Path) -> None:
    (backup,) = mending.backups_of(path)
    for file in (path, backup):
        write_over(file, 0, b"\0" * 100)
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert "as there is no good backup, you begin without marks." in review.said
        assert review.trouble == ""
        review.decide(Subject.PARAGRAPH, *FIRST, Decision.FLAGGED)
    assert decisions(Review.open(LEFT, RIGHT, path)) == [Decision.FLAGGED]
    assert backup.exists()


def test_of_several_backups_the_newest_good_one_is_taken(path: Path) -> None:
    (old,) = mending.backups_of(path)
    with closing(Store(path)) as store, store.reading() as connection:
        newer = mending.back_up(connection, path, datetime.now(UTC) + timedelta(hours=1))
        newest = mending.back_up(connection, path, datetime.now(UTC) + timedelta(hours=2))
    assert mending.backups_of(path) == [newest, newer, old]
    for file in (path, newest):
        spoil_pages(file)
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert decisions(review) == [Decision.FLAGGED, Decision.ACCEPTED]


def test_a_log_of_rubbish_does_no_harm(path: Path) -> None:
    Path(f"{path}-wal").write_bytes(random.Random(7).randbytes(50_000))
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert (review.said, review.trouble) == ("", "")
        assert decisions(review) == [Decision.FLAGGED, Decision.ACCEPTED]


def test_the_log_of_a_damaged_file_is_not_written_into_the_backup(path: Path) -> None:
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        review.decide(Subject.PARAGRAPH, *FIRST, Decision.QUERIED)
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{path}{ending}.copy")
    for ending in ("", "-wal"):
        Path(f"{path}{ending}.copy").replace(f"{path}{ending}")
    write_over(path, 0, b"\0" * 100)
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert decisions(review) == [Decision.FLAGGED]
    assert len(list(path.parent.glob("marks.db.damaged-*Z"))) == 1
    assert not Path(f"{path}-wal").exists()


def test_damage_that_shows_while_a_window_is_open_costs_it_no_mark(path: Path) -> None:
    review = Review.open(LEFT, RIGHT, path)
    os.truncate(path, 5000)
    review.annotate(Subject.PARAGRAPH, *FIRST, "ask")
    review.refresh()
    assert review.trouble == ""
    assert "was damaged" in review.said
    assert [(located.mark.decision, located.mark.note) for located in review.located] == [
        (Decision.FLAGGED, "ask"),
        (Decision.ACCEPTED, ""),
    ]
    review.close()
    again = Review.open(LEFT, RIGHT, path)
    assert again.located == review.located
    assert again.said == ""


def test_a_window_follows_when_another_restored_the_file(path: Path) -> None:
    review = Review.open(LEFT, RIGHT, path)
    review.annotate(Subject.PARAGRAPH, *FIRST, "ask")
    mending.mend(path, datetime.now(UTC))
    review.decide(Subject.PARAGRAPH, *SECOND, Decision.QUERIED)
    with closing(Review.open(LEFT, RIGHT, path)) as other:
        assert [(located.mark.decision, located.mark.note) for located in other.located] == [
            (Decision.FLAGGED, "ask"),
            (Decision.QUERIED, ""),
        ]
    review.close()


def test_a_report_leaves_a_damaged_file_alone(path: Path) -> None:
    spoil_pages(path)
    before = sorted((file.name, file.read_bytes()) for file in path.parent.iterdir())
    marks, trouble = load_marks(LEFT, RIGHT, path)
    assert marks == ()
    assert trouble == (f"Marks are left out: {path} is damaged; open the articles in the reader to have it mended.")
    assert load_corrections(LEFT, path) == ((), trouble)
    with pytest.raises(ReviewError, match="is damaged"):
        export_marks(path)
    assert sorted((file.name, file.read_bytes()) for file in path.parent.iterdir()) == before


@pytest.mark.parametrize("name", ["article.txt", "marks"])
def test_somebody_elses_file_is_never_renamed(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    words_in_it = "The council voted on Tuesday.\n" * 20
    path.write_text(words_in_it)
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert review.trouble == f"Marks are not saved: {path} is no file of marks; name another one with --db."
        review.decide(Subject.PARAGRAPH, *FIRST, Decision.FLAGGED)
        assert decisions(review) == [Decision.FLAGGED]
    assert (
        load_marks(LEFT, RIGHT, path)[1]
        == f"Marks are left out: {path} is no file of marks; name another one with --db."
    )
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert path.read_text() == words_in_it


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE places (name TEXT)")
    before = path.read_bytes()
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert "is no file of marks" in review.trouble
        review.decide(Subject.PARAGRAPH, *FIRST, Decision.FLAGGED)
        review.refresh()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_newer_file_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = path.read_bytes()
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert review.trouble == (
            f"Marks are not saved: {path} was written by a newer Copyholder; update this one, or name another file "
            "with --db."
        )
        review.decide(Subject.PARAGRAPH, *FIRST, Decision.QUERIED)
        assert decisions(review) == [Decision.QUERIED]
    with pytest.raises(ReviewError, match="newer Copyholder"):
        import_marks(path, '{"format": "copyholder-marks", "version": 1, "articles": [], "pairs": []}')
    assert path.read_bytes() == before


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    review = Review.open(LEFT, RIGHT, tmp_path)
    assert review.trouble == f"Marks are not saved: {tmp_path} is a folder; name a file with --db."
    assert review.decide(Subject.PARAGRAPH, *FIRST, Decision.FLAGGED) is not None
    assert review.undo() is not None
    review.keep_place(Place(None, on_left=True))
    review.close()


def test_a_file_in_the_place_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    review = Review.open(LEFT, RIGHT, tmp_path / "data" / "marks.db")
    assert review.trouble.startswith("Marks are not saved")
    review.decide(Subject.PARAGRAPH, *FIRST, Decision.FLAGGED)
    assert decisions(review) == [Decision.FLAGGED]


@pytest.fixture
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that writes and doesn't come to an end."""
    program = (
        "import sqlite3, sys; held = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "held.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
    )
    found = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert found.stdout is not None
    assert found.stdout.readline() == "held\n"
    yield found
    found.kill()
    found.communicate()


def test_what_a_locked_file_did_not_take_is_written_later(path: Path, holder: subprocess.Popen[str]) -> None:
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert decisions(review) == [Decision.FLAGGED, Decision.ACCEPTED]
        review.annotate(Subject.PARAGRAPH, *FIRST, "ask")
        assert review.trouble == (
            f"Marks are not saved just now: another program holds {path}; close that program. They are kept in memory "
            "until they can be."
        )
        review.decide(Subject.PARAGRAPH, *SECOND, Decision.QUERIED)
        review.undo()
        review.refresh()
        assert review.trouble
        seen = review.located
        assert [(located.mark.decision, located.mark.note) for located in load_marks(LEFT, RIGHT, path)[0]] == [
            (Decision.FLAGGED, ""),
            (Decision.ACCEPTED, ""),
        ]
        holder.kill()
        holder.wait()
        review.refresh()
        assert review.trouble == ""
        assert review.located == seen
        assert load_marks(LEFT, RIGHT, path)[0] == seen


def test_a_full_disk_is_told_and_the_marks_written_when_there_is_room(path: Path) -> None:
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        connection = review._keeper._store._connection  # type: ignore[union-attr]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        review.annotate(Subject.PARAGRAPH, *FIRST, "much to say " * 5000)
        assert review.trouble.startswith(f"Marks are not saved just now: the disk of {path} is full; make room on it.")
        connection.execute("PRAGMA max_page_count = 100000")
        review.refresh()
        assert review.trouble == ""
        assert load_marks(LEFT, RIGHT, path)[0] == review.located


AS_NOBODY = """
import os, sys
from pathlib import Path
from tests.review.making import COUNCIL, council, ledger, words
from tui.review import Decision, Place, Review, Subject, load_marks
import tui.review.opening  # while the libraries may be read
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
path, left, right = Path(sys.argv[1]), council(), ledger()
review = Review.open(left, right, path)
print(review.trouble)
review.decide(Subject.PARAGRAPH, words(left, COUNCIL[3]), (), Decision.QUERIED)
review.refresh()
review.keep_place(Place(None, on_left=True))
print(*(located.mark.decision for located in review.located))
review.close()
print(len(load_marks(left, right, path)[0]))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights work in another way here")
@pytest.mark.parametrize("what", ["file", "folder", "new"])
def test_what_may_only_be_read_is_read(path: Path, what: str) -> None:
    open_to_all = Path("/tmp") / f"copyholder-{os.getpid()}-{what}"
    open_to_all.mkdir()
    try:
        copy = open_to_all / "marks.db"
        if what != "new":
            shutil.copyfile(path, copy)
            copy.chmod(0o444 if what == "file" else 0o666)
        open_to_all.chmod(0o777 if what == "file" else 0o555)
        found = subprocess.run(
            [sys.executable, "-B", "-c", AS_NOBODY, str(copy)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert found.stderr == ""
        trouble, seen, read = found.stdout.splitlines()
        named = open_to_all if what == "new" else copy
        assert trouble == (
            f"Marks are not saved: {named} may only be read; ask its owner, or name another file with --db."
        )
        assert seen == ("queried" if what == "new" else "queried accepted")
        assert read == ("0" if what == "new" else "2")
        assert [file.name for file in open_to_all.iterdir()] == ([] if what == "new" else ["marks.db"])
    finally:
        open_to_all.chmod(0o777)
        shutil.rmtree(open_to_all)


def test_a_disk_on_which_windows_cannot_share_is_written_the_older_way(path: Path) -> None:
    Path(f"{path}-shm").mkdir()  # as on a network's disk, where SQLite's shared memory can't be made
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert (review.trouble, review.said) == ("", "")
        review.annotate(Subject.PARAGRAPH, *FIRST, "ask")
        assert review.trouble == ""
    Path(f"{path}-shm").rmdir()
    assert load_marks(LEFT, RIGHT, path)[0] == review.located
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_row_that_holds_no_mark_hides_no_other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE marks SET kind = 'praise' WHERE decision = 'flagged'")
        connection.commit()
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert (decisions(review), review.trouble) == ([Decision.ACCEPTED], "")
        review.decide(Subject.PARAGRAPH, *FIRST, Decision.QUERIED)
        assert load_marks(LEFT, RIGHT, path)[0] == review.located


def test_backups_are_made_daily_and_the_newest_few_kept(path: Path) -> None:
    begun = datetime(2026, 3, 1, 9, tzinfo=UTC)
    for backup in mending.backups_of(path):
        backup.unlink()
    with closing(Store(path)) as store, store.reading() as connection:
        for hour in range(0, 24 * 10, 5):
            assert mending.back_up_when_due(connection, path, begun + timedelta(hours=hour))
        made = [mending.made_at(backup) for backup in mending.backups_of(path)]
    assert len(made) == mending.BACKUPS_KEPT
    assert all(timedelta(days=1) <= later - earlier < timedelta(hours=30) for later, earlier in pairwise(made))


def test_a_damaged_file_is_not_taken_for_a_backup(path: Path) -> None:
    spoil_pages(path)
    before = mending.backups_of(path)
    with closing(mending._look_at(path)) as connection:
        assert not mending.back_up_when_due(connection, path, datetime.now(UTC) + timedelta(days=2))
    assert mending.backups_of(path) == before
