"""The marks of one pair as they are known, written to the store as soon as that is possible."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.review.errors import StoreError
from tui.review.merging import Edit
from tui.review.shapes import turned_place
from tui.review.whereabouts import may_write, only_read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tui.review.model import Mark, Place
    from tui.review.progress import Progress
    from tui.review.recognising import Sighting
    from tui.review.store import Entry, Store

Key = tuple[str, bool | None]
"""A mark's id; for a mark of an article also whether that is the left one."""


def key_of(mark: Mark) -> Key:
    """Under what a mark of the pair is known."""
    return mark.id, bool(mark.left) if mark.kind.is_of_article else None


class Keeper:
    """Knows the marks of a pair, and keeps every change; where the store can't be used, in memory until it can.

    Attributes:
        marks: All marks, those that were taken back included, the sides as they are given.
        said: What happened that a person must know; empty where nothing did.
        place: Where the reporter left the pair.
    """

    def __init__(self, path: Path, left: Sighting, right: Sighting, *, create: bool) -> None:
        """Read what the store holds of a pair; it never raises.

        Args:
            path: The store.
            left: What the left article is recognised by.
            right: The same for the right.
            create: Whether anything may be written.
        """
        self.marks: dict[Key, Mark] = {}
        self.said = ""
        self.place: Place | None = None
        self._path = path
        self._sides = left, right
        self._create = create
        self._store: Store | None = None
        self._entry: Entry | None = None
        self._trouble: StoreError | None = None
        self._waiting: list[Edit] = []
        self._place_waits = False
        self._progress: Progress | None = None
        self._progress_waits = False
        self._backed_up = False
        self._closed = False
        try:
            there = path.exists()
            if create and not there and not may_write(path):
                self._trouble = StoreError(only_read(path))
        except OSError:
            there = True  # what is wrong with it is told by opening it
        if there:
            self._open()

    @property
    def trouble(self) -> str:
        """Why nothing is saved, or read where nothing is to be written; empty where all is well."""
        if self._trouble is None:
            return ""
        if not self._create:
            return f"Marks are left out: {self._trouble}."
        if self._trouble.passing:
            return f"Marks are not saved just now: {self._trouble}. They are kept in memory until they can be."
        return f"Marks are not saved: {self._trouble}."

    def keep(self, edits: Sequence[Edit]) -> None:
        """Keep changes of marks, all or none of them."""
        self.marks.update({key_of(edit.after): edit.after for edit in edits})
        self._waiting += edits
        self._write()

    def keep_place(self, place: Place) -> None:
        """Keep where the reporter is."""
        if place != self.place:
            self.place = place
            self._place_waits = self._create
            self._write()

    def keep_progress(self, progress: Progress) -> None:
        """Keep how many quotations there are; of a pair of which nothing else is kept, when something is."""
        if progress != self._progress:
            self._progress = progress
            self._progress_waits = self._create
            self._write()

    def refresh(self) -> None:
        """Take in what other windows wrote, and write what couldn't be written before."""
        self._write()
        if self._store is None:
            self._look_for_store()
            return
        try:
            if self._store.was_replaced():
                self._reopen()
                self._save()
            elif self._store.was_written():
                self._read()
            self._back_up()
        except StoreError as trouble:
            self._fail(trouble)

    def turn(self) -> None:
        """Exchange the sides."""
        self._sides = self._sides[1], self._sides[0]
        self._entry = None if self._entry is None else self._entry.swapped()
        self.marks = {key_of(mark): mark for mark in (found.mirrored() for found in self.marks.values())}
        self._waiting = [edit.mirrored() for edit in self._waiting]
        self.place = None if self.place is None else turned_place(self.place)

    def renew(self, left: Sighting, right: Sighting) -> None:
        """The same articles were read again; their texts may have changed."""
        self._sides = left, right
        if self._store is not None:
            try:
                self._read()
            except StoreError as trouble:
                self._fail(trouble)

    def close(self) -> None:
        """Write what waits and let the store go."""
        self._write()
        if self._store is not None:
            with suppress(StoreError):
                self._back_up()
            self._store.close()
            self._store = None
        self._closed = True

    def _open(self, *, hurried: bool = False, suspect: bool = False) -> None:
        try:
            # Only here: SQLite is loaded where there are marks, or will be.
            from tui.review.opening import open_store
            from tui.review.store import HASTE, PATIENCE, Entry
        except ImportError:
            self._trouble = StoreError("this Python was built without SQLite; install one that has it")
            return
        if self._store is not None:
            self._store.close()
        opened = open_store(self._path, writable=self._create, patience=HASTE if hurried else PATIENCE, suspect=suspect)
        self._store, self._trouble = opened.store, opened.trouble
        self.said = opened.said or self.said
        self._entry = Entry()
        if self._store is None:
            return
        try:
            self._read()
            self.place = self.place or self._store.place(self._entry)
            self._progress = self._progress or self._store.progress(self._entry)
        except StoreError as trouble:
            if trouble.damaged and self._create and not suspect:
                self._open(suspect=True)
            else:
                self._trouble = trouble

    def _look_for_store(self) -> None:
        """Another window may have made the store meanwhile."""
        if self._trouble is None and not self._closed and self._path.exists():
            self._open()

    def _read(self) -> None:
        """Take over what the store holds, and over that what still waits to be written."""
        assert self._store is not None
        assert self._entry is not None
        if self._entry.pair is None:
            self._entry = self._store.recognise(*self._sides)
        self.marks = {key_of(mark): mark for mark in self._store.marks(self._entry, *self._sides)}
        self.marks.update({key_of(edit.after): edit.after for edit in self._waiting})

    def _write(self) -> None:
        """Write what waits, or say why not and leave it waiting."""
        if self._closed or not self._create or not (self._has_to_write or self._trouble):
            return
        if self._trouble is not None and not self._trouble.passing:
            return
        try:
            if self._store is None or not self._store.writable or self._store.was_replaced():
                self._reopen()
            self._save()
        except StoreError as trouble:
            self._fail(trouble)

    @property
    def _has_to_write(self) -> bool:
        knows_pair = self._entry is not None and self._entry.pair is not None
        return bool(self._waiting) or self._place_waits or (self._progress_waits and knows_pair)

    def _save(self) -> None:
        if self._store is None or not self._store.writable:
            return
        assert self._entry is not None
        known = self._entry.pair
        if self._waiting:
            self._entry, kept = self._store.save(self._entry, *self._sides, self._waiting)
            self._waiting = []
            self.marks.update({key_of(mark): mark for mark in kept})
        if self._place_waits and self.place is not None:
            self._entry = self._store.keep_place(self._entry, *self._sides, self.place)
            self._place_waits = False
        if self._progress_waits and self._progress is not None and self._entry.pair is not None:
            self._store.keep_progress(self._entry, self._progress)
            self._progress_waits = False
        self._trouble = None
        if known is None and self._entry.pair is not None:
            self._read()  # another window may have been first

    def _reopen(self, *, suspect: bool = False) -> None:
        """Open the store anew and bring to it what is known here and may not be there."""
        known = dict(self.marks)
        self._progress_waits = self._progress is not None and self._create
        self._open(hurried=self._trouble is not None, suspect=suspect)
        if self._store is None or self._trouble is not None:
            self.marks = known
            return
        ahead = [Edit(mark) for key, mark in known.items() if self.marks.get(key) != mark]
        self._waiting = [*self._waiting, *ahead]
        self.marks.update({key: mark for key, mark in known.items() if key not in self.marks})

    def _fail(self, trouble: StoreError) -> None:
        if self._store is not None:
            self._store.hurry()
        self._trouble = trouble
        if trouble.damaged and self._create:
            self._reopen(suspect=True)
            try:
                self._save()
            except StoreError as again:
                self._trouble = again

    def _back_up(self) -> None:
        if self._store is not None and self._create and not self._backed_up and self._trouble is None:
            self._backed_up = True
            try:
                self._store.back_up_when_due()
            except StoreError as trouble:
                if trouble.damaged:  # else the marks are safe, and there is another day
                    raise
