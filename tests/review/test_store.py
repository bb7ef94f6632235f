from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.review.making import COUNCIL, LEDGER, council, ledger, words
from tests.samples import make_article
from tui.review import Decision, MarkKind, Review, Subject
from tui.review.connecting import connect
from tui.review.recent import recent_pairs
from tui.review.recognising import sighting_of
from tui.review.schema import STEPS, version_of
from tui.review.store import Store

if TYPE_CHECKING:
    from tui.article import Article, Range
    from tui.review import Located

ROOT = Path(__file__).resolve().parents[2]
LEFT, RIGHT = council(), ledger()
QUOTE = (
    words(LEFT, "a promise kept to everyone who works on the water"),
    words(RIGHT, "A promise kept to everybody who works on the water"),
)

TARGETS = (
    (Subject.QUOTATION, COUNCIL[2][30:70], LEDGER[2][1:40]),
    (Subject.QUOTATION, COUNCIL[2][:15], ""),
    (Subject.DIFFERENCE, COUNCIL[1][4:30], LEDGER[1][:24]),
    (Subject.PARAGRAPH, COUNCIL[3], ""),
    (Subject.PARAGRAPH, "", LEDGER[3]),
    (Subject.PARAGRAPH, COUNCIL[4], LEDGER[1]),
)
"""What is marked: words that stand once in their article, or none."""

Said = tuple[Decision | None, str]


class Windows(RuleBasedStateMachine):
    """Two windows on one pair, one of them the other way round, against what a reporter believes to have done."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "marks.db"
        self.edits: tuple[tuple[str, ...], tuple[str, ...]] = (), ()
        self.believed: dict[int, Said] = {}
        self.undoable: list[list[tuple[int, Said, Said]]] = [[], []]
        self.crossed: list[list[tuple[int, Said, Said]]] = [[], []]
        self.windows = [self.open(turned=False), self.open(turned=True)]

    def open(self, *, turned: bool) -> Review:
        left, right = council(*self.edits[0]), ledger(*self.edits[1])
        return Review.open(right, left, self.path) if turned else Review.open(left, right, self.path)

    @initialize()
    def begin(self) -> None:
        assert not self.path.exists()

    @rule(window=st.integers(0, 1), which=st.integers(0, len(TARGETS) - 1), decision=st.sampled_from(Decision))
    def decide(self, window: int, which: int, decision: Decision) -> None:
        review = self.looked(window)
        review.decide(TARGETS[which][0], *self.ranges(review, which), decision)
        self.believe(window, which, (decision, self.said(which)[1]))

    @rule(window=st.integers(0, 1), which=st.integers(0, len(TARGETS) - 1))
    def take_back(self, window: int, which: int) -> None:
        review = self.looked(window)
        review.decide(TARGETS[which][0], *self.ranges(review, which), None)
        self.believe(window, which, (None, self.said(which)[1]))

    @rule(
        window=st.integers(0, 1),
        which=st.integers(0, len(TARGETS) - 1),
        note=st.sampled_from(["", "ask", "page 4\n\nline 2"]),
    )
    def annotate(self, window: int, which: int, note: str) -> None:
        review = self.looked(window)
        review.annotate(TARGETS[which][0], *self.ranges(review, which), note, before=self.said(which)[1])
        self.believe(window, which, (self.said(which)[0], note))

    @rule(window=st.integers(0, 1), which=st.integers(0, len(TARGETS) - 1))
    def clear(self, window: int, which: int) -> None:
        review = self.looked(window)
        found = review.find(TARGETS[which][0], *self.ranges(review, which))
        if found is not None:
            review.clear(found)
        self.believe(window, which, (None, ""))

    @rule(window=st.integers(0, 1))
    def undo(self, window: int) -> None:
        review = self.looked(window)
        change = review.undo()
        assert (change is None) == (not self.undoable[window])
        if self.undoable[window]:
            which, before, after = self.undoable[window].pop()
            if (which, before, after) in self.crossed[window]:
                self.adopt(review, which)  # what another window did there since may stay; both have to agree
            else:
                assert self.said(which) == after
                self.believed[which] = before

    @rule(window=st.integers(0, 1))
    def turn(self, window: int) -> None:
        self.windows[window].turn()

    @rule(window=st.integers(0, 1))
    def reopen(self, window: int) -> None:
        self.windows[window].close()
        self.windows[window] = self.open(turned=bool(window))
        self.undoable[window] = []

    @rule(on_left=st.booleans())
    def edit(self, on_left: bool) -> None:
        """A paragraph is put before an article, and both windows read it again."""
        more = f"Paragraph {len(self.edits[0] + self.edits[1])} was put in later on."
        self.edits = ((*self.edits[0], more), self.edits[1]) if on_left else (self.edits[0], (*self.edits[1], more))
        for review in self.windows:
            both = council(*self.edits[0]), ledger(*self.edits[1])
            review.renew(*(both[::-1] if self.is_turned(review) else both))

    @invariant()
    def everybody_sees_what_was_done(self) -> None:
        expected = {which: said for which, said in self.believed.items() if said != (None, "")}
        fresh = self.open(turned=True)
        for review in (*self.windows, fresh):
            review.refresh()
            assert not review.trouble + review.said
            seen = {self.target_of(review, located): self.said_in(located) for located in review.located}
            assert seen == expected
        fresh.close()

    def teardown(self) -> None:
        for review in self.windows:
            review.close()
        self.folder.cleanup()

    def looked(self, window: int) -> Review:
        self.windows[window].refresh()
        return self.windows[window]

    def said(self, which: int) -> Said:
        return self.believed.get(which, (None, ""))

    def believe(self, window: int, which: int, said: Said) -> None:
        if said != self.said(which):
            self.undoable[window].append((which, self.said(which), said))
            self.believed[which] = said
            self.crossed[1 - window] += [step for step in self.undoable[1 - window] if step[0] == which]

    def adopt(self, review: Review, which: int) -> None:
        found = review.find(TARGETS[which][0], *self.ranges(review, which))
        self.believed[which] = (None, "") if found is None else self.said_in(found)
        self.crossed = [[*crossed, *steps] for crossed, steps in zip(self.crossed, self.undoable, strict=True)]

    def said_in(self, located: Located) -> Said:
        return located.mark.decision, located.mark.note

    def is_turned(self, review: Review) -> bool:
        return review.left.source == "ledger.txt"

    def ranges(self, review: Review, which: int) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
        _, left, right = TARGETS[which]
        sides = (right, left) if self.is_turned(review) else (left, right)
        return self.words_in(review.left, sides[0]), self.words_in(review.right, sides[1])

    def words_in(self, article: Article, exact: str) -> tuple[Range, ...]:
        return words(article, exact) if exact else ()

    def target_of(self, review: Review, located: Located) -> int:
        sides = [
            article.text[ranges[0][0] : ranges[0][1]] if ranges else ""
            for article, ranges in ((review.left, located.left), (review.right, located.right))
        ]
        left, right = sides[::-1] if self.is_turned(review) else sides
        return TARGETS.index((located.mark.subject, left, right))


Windows.TestCase.settings = settings(max_examples=15, stateful_step_count=12)
test_windows = pytest.mark.filterwarnings("default")(Windows.TestCase)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2), st.sampled_from(["note", "decide", "look"])), max_size=25)
)
def test_windows_that_hardly_look_at_each_other_lose_nothing(deeds: list[tuple[int, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "marks.db"
        windows = Review.open(LEFT, RIGHT, path), Review.open(RIGHT, LEFT, path)
        written: dict[int, set[str]] = {}
        decided: dict[int, Decision] = {}
        for count, (window, paragraph, deed) in enumerate(deeds):
            review, ranges = windows[window], words(LEFT, COUNCIL[2 + paragraph])
            sides: tuple[tuple[Range, ...], tuple[Range, ...]] = ((), ranges) if window else (ranges, ())
            found = review.find(Subject.PARAGRAPH, *sides)
            if deed == "look":
                review.refresh()
            elif deed == "decide":
                decided[paragraph] = list(Decision)[count % 3]
                review.decide(Subject.PARAGRAPH, *sides, decided[paragraph])
                # One that stood already in a window that hadn't looked is no decision anew.
                if found is not None and found.mark.decision is decided[paragraph]:
                    decided.pop(paragraph)
            else:
                before = "" if found is None else found.mark.note
                review.annotate(Subject.PARAGRAPH, *sides, f"{before}\n\n<{count}>", before=before)
                written.setdefault(paragraph, set()).add(f"<{count}>")
        for review in windows:
            review.refresh()
            assert review.trouble == ""
        straight = windows[0].located
        windows[1].turn()
        assert windows[1].located == straight
        for paragraph in range(3):
            found = windows[0].find(Subject.PARAGRAPH, words(LEFT, COUNCIL[2 + paragraph]), ())
            note = "" if found is None else found.mark.note
            assert set(note.split("\n\n")) - {""} == written.get(paragraph, set())
            if paragraph in decided:
                assert found is not None
                assert found.mark.decision is decided[paragraph]
        for review in windows:
            review.close()


WRITER = """
import sys
from pathlib import Path
from tests.review.making import COUNCIL, council, ledger, words
from tui.review import Decision, Review, Subject
path, name = Path(sys.argv[1]), sys.argv[2]
left, right = council(), ledger()
turned = name == "B"
review = Review.open(right, left, path) if turned else Review.open(left, right, path)
shared = words(left, COUNCIL[3])
own = left.text.index(COUNCIL[4]) + (20 if turned else 0)
print("ready", flush=True)
sys.stdin.readline()
for count in range(60):
    note = f"{name}{count:02}."
    for ranges in (shared, ((own + count % 10, own + count % 10 + 1),)):
        sides = ((), ranges) if turned else (ranges, ())
        found = review.find(Subject.PARAGRAPH, *sides)
        before = found.mark.note if found else ""
        review.annotate(Subject.PARAGRAPH, *sides, f"{before}\\n\\n{note}" if before else note, before=before)
assert not review.trouble, review.trouble
review.close()
"""


def test_two_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in "AB"
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        _, complaint = writer.communicate(timeout=120)
        assert (writer.returncode, complaint) == (0, "")
    review = Review.open(LEFT, RIGHT, path)
    found = review.find(Subject.PARAGRAPH, words(LEFT, COUNCIL[3]), ())
    assert found is not None
    written = [f"{name}{count:02}." for name in "AB" for count in range(60)]
    assert sorted(found.mark.note.split("\n\n")) == written
    apart = sorted(
        part for located in review.located if located is not found for part in located.mark.note.split("\n\n")
    )
    assert apart == written
    review.close()


def test_a_step_to_a_newer_version_keeps_what_is_there_and_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    step = ("ALTER TABLE pairs ADD COLUMN desk TEXT NOT NULL DEFAULT 'metro'", "CREATE INDEX by_desk ON pairs (desk)")
    with closing(connect(path, writable=True, patience=1, steps=(*STEPS, step))) as newer:
        assert version_of(newer) == len(STEPS) + 1
        assert newer.execute("SELECT desk, decision FROM pairs JOIN marks ON pair = pairs.id").fetchall() == [
            ("metro", "flagged")
        ]
    (copy,) = tmp_path.glob(f"marks.db.v{len(STEPS)}-backup-*")
    with closing(sqlite3.connect(copy)) as kept:
        assert version_of(kept) == len(STEPS)
        assert kept.execute("SELECT decision FROM marks").fetchall() == [("flagged",)]


def test_a_step_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    step = ("DELETE FROM marks", "ALTER TABLE missing ADD COLUMN desk")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        connect(path, writable=True, patience=1, steps=(*STEPS, step))
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        assert [located.mark.decision for located in review.located] == [Decision.FLAGGED]
        assert (review.trouble, review.said) == ("", "")


def test_two_windows_take_a_step_once(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    Store(path).close()
    step = ("CREATE TABLE desks (name TEXT)", "INSERT INTO desks VALUES ('metro')")
    windows = [connect(path, writable=True, patience=1, steps=(*STEPS, step)) for _ in range(2)]
    assert windows[1].execute("SELECT count(*) FROM desks").fetchone() == (1,)
    for window in windows:
        window.close()


def test_an_older_file_is_read_for_a_report_without_being_changed(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
    before = path.read_bytes()
    step = ("ALTER TABLE marks ADD COLUMN desk TEXT NOT NULL DEFAULT 'metro'",)
    with closing(connect(path, writable=False, patience=1, steps=(*STEPS, step))) as copy:
        assert copy.execute("SELECT decision, desk FROM marks").fetchall() == [("flagged", "metro")]
    assert path.read_bytes() == before


def test_it_is_written_as_promised(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    with closing(Store(path)) as store, store.reading() as connection:
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 1500}
    assert path.stat().st_mode & 0o077 == 0


def test_the_latest_pairs(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    third = make_article(["Ferries", "A berth is moved."], source="/news/third.txt", title="Ferries")
    with closing(Review.open(LEFT, RIGHT, path)) as review:
        review.decide(Subject.QUOTATION, *QUOTE, Decision.FLAGGED)
        review.decide(Subject.PARAGRAPH, words(LEFT, COUNCIL[3]), (), Decision.ACCEPTED)
    with closing(Review.open(third, RIGHT, path)) as review:
        review.decide(Subject.PARAGRAPH, words(third, "Ferries"), (), Decision.ACCEPTED)
        review.undo()
    with closing(Store(path)) as store:
        latest, earlier = recent_pairs(store)
        assert {(latest.left, latest.left_name), (latest.right, latest.right_name)} == {
            ("Ferries", "third.txt"),
            (LEDGER[0], "ledger.txt"),
        }
        assert str(Path("/news/third.txt").resolve()) in {latest.left_origin, latest.right_origin}
        assert (latest.decisions, earlier.decisions) == ({}, {"flagged": 1, "accepted": 1})
        assert recent_pairs(store, 1) == (latest,)


def test_the_same_words_get_the_same_id_on_every_machine(tmp_path: Path) -> None:
    ids = set()
    for number, turned in enumerate((False, True)):
        left, right = council(source=f"{number}.txt"), ledger(source=f"other{number}.txt")
        with closing(Review.open(*((right, left) if turned else (left, right)), tmp_path / f"{number}.db")) as review:
            sides = QUOTE[::-1] if turned else QUOTE
            found = review.decide(Subject.QUOTATION, *sides, Decision.FLAGGED)
            speaker: tuple[tuple[Range, ...], tuple[Range, ...]] = (QUOTE[1], ()) if turned else ((), QUOTE[1])
            spoken = review.correct(MarkKind.SPEAKER, Subject.QUOTATION, *speaker, f"Speaker {number}")
            assert found is not None
            ids.add((found.mark.id, spoken.mark.id))
    assert len(ids) == 1


def test_typography_and_space_make_no_other_article() -> None:
    one = make_article(["“It’s  done” – the mayor said"])
    other = make_article(['"It\'s done" - the\u00a0mayor', "said"])
    assert sighting_of(one).hash == sighting_of(other).hash
    assert sighting_of(make_article(["IT'S DONE"])).hash != sighting_of(make_article(["it's done"])).hash


def test_a_link_leads_to_the_same_origin(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("words")
    (tmp_path / "link.txt").symlink_to(tmp_path / "article.txt")
    here = sighting_of(make_article(["one"], source=str(tmp_path / "article.txt")))
    there = sighting_of(make_article(["two"], source=str(tmp_path / "." / "link.txt")))
    assert here.origin == there.origin
    for source in ("-", ""):
        assert sighting_of(make_article(["one"], source=source)).origin is None
