"""A writing window is killed at random moments; whatever it had acknowledged is there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.review.making import COUNCIL, council, ledger, words
from tui.review import Place, Review, Subject
from tui.review.store import Store

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 12

WRITER = """
import sys
from pathlib import Path
from tests.review.making import COUNCIL, council, ledger, words
from tui.review import Place, Review, Subject
left, right = council(), ledger()
print("0", flush=True)
review = Review.open(left, right, Path(sys.argv[1]))
assert not review.said, review.said
first, last = words(left, COUNCIL[3]), words(left, COUNCIL[4])
count = int(sys.argv[2])
while True:
    count += 1
    where = (first, last)[count % 2]
    found = review.find(Subject.PARAGRAPH, where, ())
    review.annotate(Subject.PARAGRAPH, where, (), f"note {count}", before=found.mark.note if found else "")
    review.keep_place(Place(None, on_left=True, choice=str(count)))
    if count % 7 == 0:
        review.undo(), review.redo()
    if count % 50 == 0:
        review.refresh()
    if review.trouble:
        sys.exit(review.trouble)
    sys.stdout.write(f"{count}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    path, acknowledged = tmp_path / "marks.db", 0
    chance = random.Random()
    left, right = council(), ledger()
    for _ in range(ROUNDS):
        writer = start(path, acknowledged)
        assert writer.stdout is not None
        told = [writer.stdout.readline(), writer.stdout.readline()]
        time.sleep(chance.uniform(0, 0.1))
        writer.kill()
        told += writer.stdout.read().splitlines(keepends=True)
        writer.wait()
        writer.stdout.close()
        # The kill may have cut the last line.
        acknowledged = max(acknowledged, *(int(line) for line in told if line.endswith("\n")))
        with closing(Review.open(left, right, path)) as review:
            assert (review.trouble, review.said) == ("", "")
            notes = []
            for paragraph in (COUNCIL[3], COUNCIL[4]):
                found = review.find(Subject.PARAGRAPH, words(left, paragraph), ())
                notes.append(0 if found is None else int(found.mark.note.removeprefix("note ")))
            # One stroke more may have been kept than was acknowledged.
            assert max(notes) in {acknowledged, acknowledged + 1}
            assert abs(notes[0] - notes[1]) == 1 or acknowledged <= 1
            assert isinstance(review.place, Place)
            assert int(review.place.choice) in {acknowledged, acknowledged + 1}
            acknowledged = max(notes)
        with closing(Store(path)) as store:
            assert store.check()
    assert acknowledged > ROUNDS
    assert not list(tmp_path.glob("*.damaged-*"))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_a_store_that_was_being_made_is_made_the_next_time(tmp_path: Path) -> None:
    left, right = council(), ledger()
    for count in range(ROUNDS):
        path = tmp_path / str(count) / "marks.db"
        writer = start(path, 0)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "0\n"
        time.sleep(0.002 * count)
        writer.kill()
        acknowledged = [int(line) for line in writer.stdout.read().splitlines()]
        writer.wait()
        writer.stdout.close()
        with closing(Review.open(left, right, path)) as review:
            assert (review.trouble, review.said) == ("", "")
            assert not acknowledged or review.located
            assert review.annotate(Subject.PARAGRAPH, words(left, COUNCIL[1]), (), "ask") is not None
            assert review.trouble == ""


def start(path: Path, acknowledged: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(acknowledged)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
