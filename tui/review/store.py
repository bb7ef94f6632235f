"""The file of marks: SQLite, written as a reporter marks, read and written by several windows at a time."""

from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.review.connecting import connect
from tui.review.faults import damage, told
from tui.review.merging import merged, moment
from tui.review.progress import progress_of
from tui.review.rows import keep_mark, marks_of, new_article
from tui.review.schema import is_sound
from tui.review.shapes import place_of, place_plain, turned_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tui.review.merging import Edit
    from tui.review.model import Mark, Place
    from tui.review.progress import Progress
    from tui.review.recognising import Sighting

PATIENCE = 1.5
"""Seconds to wait while another window writes; a write takes a thousandth of that."""

HASTE = 0.05
"""Seconds to wait where waiting was in vain before."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a pair of articles stands in the store.

    Attributes:
        left: The row of the left article; None where it isn't known yet.
        right: The row of the right article.
        pair: The row of the pair; None where it isn't known yet.
        turned: The store holds the pair the other way round.
    """

    left: int | None = None
    right: int | None = None
    pair: int | None = None
    turned: bool = False

    def swapped(self) -> Entry:
        """The same with the sides exchanged."""
        return Entry(self.right, self.left, self.pair, not self.turned)


class Store:
    """An open file of marks. Every method raises `StoreError` where the file can't be used."""

    def __init__(self, path: Path, *, writable: bool = True, patience: float = PATIENCE) -> None:
        """Open a file and bring it up to the present version.

        Args:
            path: The file; where it may be written and isn't there, it is made, its folder too.
            writable: Whether anything may be written.
            patience: Seconds to wait for another program that holds the file.
        """
        self.path = path
        self.writable = writable
        self._patience = patience
        self._turn = threading.RLock()
        with told(path):
            self._connection = connect(path, writable=writable, patience=patience)
            self._seen = self._data_version()
            status = path.stat()
        self._file = status.st_dev, status.st_ino

    def close(self) -> None:
        """Let the file go."""
        with self._turn, suppress(sqlite3.Error):
            self._connection.close()

    def hurry(self) -> None:
        """Don't wait long for other programs until something could be written again."""
        with suppress(sqlite3.Error):
            self._connection.execute(f"PRAGMA busy_timeout = {round(HASTE * 1000)}")

    def check(self) -> bool:
        """Whether nothing is wrong with the file, page by page."""
        with self._turn, told(self.path):
            return is_sound(self._connection)

    def back_up_when_due(self) -> None:
        """Keep a copy beside the file where the newest is over a day old."""
        if self.writable:
            with self._turn, told(self.path):
                from tui.review.mending import back_up_when_due  # only here: once a day

                if not back_up_when_due(self._connection, self.path, datetime.now(UTC)):
                    raise damage(self.path)

    def was_replaced(self) -> bool:
        """Whether the file is no longer the one that was opened: moved away, or restored by another window."""
        try:
            status = self.path.stat()
        except OSError:
            return True
        return (status.st_dev, status.st_ino) != self._file

    def was_written(self) -> bool:
        """Whether another window has written since this was last asked."""
        with self._turn, told(self.path):
            version = self._data_version()
        changed, self._seen = version != self._seen, version
        return changed

    def recognise(self, left: Sighting, right: Sighting) -> Entry:
        """Where this pair of articles stands, without writing anything."""
        with self._turn, told(self.path):
            return self._recognise(left, right)

    def marks(self, entry: Entry, left: Sighting, right: Sighting) -> tuple[Mark, ...]:
        """All marks of a pair and of its articles as the sides are given, those that were taken back included."""
        with self._turn, told(self.path):
            found = [*self._marks_of_side(entry, left, on_left=True), *self._marks_of_side(entry, right, on_left=False)]
            if entry.pair is not None:
                found += [_turned(mark, entry) for mark in marks_of(self._connection, "pair", entry.pair)]
        return tuple(found)

    def marks_of_article(self, article: Sighting) -> tuple[Mark, ...]:
        """The marks of an article by itself, its words on the left."""
        with self._turn, told(self.path):
            candidates = self._candidates(article)
            entry = Entry(left=max(candidates, key=lambda known: candidates[known], default=None))
            return tuple(self._marks_of_side(entry, article, on_left=True))

    def save(
        self, entry: Entry, left: Sighting, right: Sighting, edits: Sequence[Edit]
    ) -> tuple[Entry, tuple[Mark, ...]]:
        """Keep changes, all or none; where another window changed a mark meanwhile, both changes are kept.

        Returns:
            Where the pair stands now, and the marks as they stand now.
        """
        with self._writing():
            entry = self._enter(entry, left, right)
            return entry, tuple(self._keep(entry, left, right, edit) for edit in edits)

    def place(self, entry: Entry) -> Place | None:
        """Where the reporter left the pair."""
        if entry.pair is None:
            return None
        with self._turn, told(self.path):
            row = self._connection.execute("SELECT place FROM pairs WHERE id = ?", (entry.pair,)).fetchone()
        found = place_of(row[0]) if row and row[0] else None
        return turned_place(found) if found and entry.turned else found

    def keep_place(self, entry: Entry, left: Sighting, right: Sighting, place: Place) -> Entry:
        """Keep where the reporter is; returns where the pair stands now."""
        with self._writing():
            entry = self._enter(entry, left, right)
            written = json.dumps(place_plain(turned_place(place) if entry.turned else place))
            self._connection.execute("UPDATE pairs SET place = ? WHERE id = ?", (written, entry.pair))
            return entry

    def progress(self, entry: Entry) -> Progress | None:
        """How many quotations the pair has, where that was kept."""
        if entry.pair is None:
            return None
        with self._turn, told(self.path):
            row = self._connection.execute("SELECT progress FROM pairs WHERE id = ?", (entry.pair,)).fetchone()
        return progress_of(row[0]) if row else None

    def keep_progress(self, entry: Entry, progress: Progress) -> None:
        """Keep how many quotations a pair has; when it was last reviewed stays as it was."""
        with self._writing():
            self._connection.execute("UPDATE pairs SET progress = ? WHERE id = ?", (progress.written, entry.pair))

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction over the whole file, for what works on all marks."""
        with self._writing():
            yield self._connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A transaction that sees one state of the whole file."""
        with self._turn, told(self.path):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._turn, told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute(f"PRAGMA busy_timeout = {round(self._patience * 1000)}")

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _recognise(self, left: Sighting, right: Sighting) -> Entry:
        """By the text first, then by where it came from; the two sides are never one article."""
        lefts, rights = self._candidates(left), self._candidates(right)
        best: tuple[tuple[bool, int, str], Entry] | None = None
        for one, one_rank in lefts.items():
            for other, other_rank in rights.items():
                if one == other:
                    continue
                pair, turned, opened = self._pair_of(one, other)
                rank = pair is not None, one_rank + other_rank, opened
                if best is None or rank > best[0]:
                    best = rank, Entry(one, other, pair, turned)
        if best is not None:
            return best[1]
        mine, theirs = (
            max(lefts, key=lefts.__getitem__, default=None),
            max(rights, key=rights.__getitem__, default=None),
        )
        if mine is not None and mine == theirs:
            # An old copy beside the edited file: the side that is less surely this article becomes one of its own.
            return Entry(mine, None) if lefts[mine] >= rights[mine] else Entry(None, mine)
        return Entry(mine, theirs)

    def _candidates(self, article: Sighting) -> dict[int, int]:
        """The articles it may be and how sure that is: its text and its origin (3), its text (2), its origin (1).

        Of equal ones the latest seen comes first. All count, as a file may go on under its name in one pair while an
        old copy of it is compared in another.
        """
        rows = self._connection.execute(
            "SELECT article FROM origins WHERE origin = ? ORDER BY seen DESC", (article.origin,)
        ).fetchall()
        found = {row[0]: 1 for row in rows}
        for known in self._of_text(article):
            found[known] = found.get(known, 0) + 2
        return found

    def _of_text(self, article: Sighting) -> list[int]:
        rows = self._connection.execute("SELECT article FROM versions WHERE hash = ?", (article.hash,)).fetchall()
        return [row[0] for row in rows]

    def _pair_of(self, left: int, right: int) -> tuple[int | None, bool, str]:
        row = self._connection.execute(
            "SELECT id, first = ?, opened FROM pairs WHERE (first = ? AND second = ?) OR (first = ? AND second = ?)",
            (right, left, right, right, left),
        ).fetchone()
        return (None, False, "") if row is None else (row[0], bool(row[1]), row[2])

    def _enter(self, entry: Entry, left: Sighting, right: Sighting) -> Entry:
        """Write down which articles these are; a pair that is known stays itself, whatever its texts are now."""
        now = moment()
        if entry.pair is None:
            known = self._recognise(left, right)
            one, other = self._article(known.left, left, now), self._article(known.right, right, now)
            pair, turned, _ = self._pair_of(one, other)
            if pair is None:
                turned = right.hash < left.hash  # the same order on every machine
                first, second = (other, one) if turned else (one, other)
                pair = self._connection.execute(
                    "INSERT INTO pairs (first, second, opened) VALUES (?, ?, ?)", (first, second, now)
                ).lastrowid
            entry = Entry(one, other, pair, turned)
        else:
            self._article(entry.left, left, now)
            self._article(entry.right, right, now)
        self._connection.execute(
            "UPDATE pairs SET opened = ?, turned = ? WHERE id = ?", (now, entry.turned, entry.pair)
        )
        return entry

    def _article(self, known: int | None, seen: Sighting, now: str) -> int:
        if known is None:
            known = new_article(self._connection, seen.hash, seen.title, seen.name)
        else:
            self._connection.execute(
                "UPDATE articles SET title = ?, name = ? WHERE id = ?", (seen.title, seen.name, known)
            )
        self._connection.execute("INSERT OR IGNORE INTO versions VALUES (?, ?)", (seen.hash, known))
        if seen.origin is not None:
            self._connection.execute("INSERT OR REPLACE INTO origins VALUES (?, ?, ?)", (seen.origin, known, now))
        return known

    def _keep(self, entry: Entry, left: Sighting, right: Sighting, edit: Edit) -> Mark:
        mark = edit.after
        if mark.kind.is_of_article:
            on_left = bool(mark.left)
            owner = entry.left if on_left else entry.right
            of_text = self._of_text(left if on_left else right)
            return keep_mark(self._connection, "article", [owner, *of_text], edit, mirror=not on_left)
        return keep_mark(self._connection, "pair", [entry.pair], edit, mirror=entry.turned)

    def _marks_of_side(self, entry: Entry, side: Sighting, *, on_left: bool) -> Iterator[Mark]:
        """An article's own marks, and those of any other that has had the same text."""
        owners = {entry.left if on_left else entry.right, *self._of_text(side)} - {None}
        found: dict[str, Mark] = {}
        for owner in owners:
            for mark in marks_of(self._connection, "article", owner):
                found[mark.id] = merged(found[mark.id], mark) if mark.id in found else mark
        for mark in found.values():
            yield mark if on_left else mark.mirrored()


def _turned(mark: Mark, entry: Entry) -> Mark:
    return mark.mirrored() if entry.turned else mark
