"""Where the file of marks is, and how it is opened whatever state it is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.review.errors import StoreError
from tui.review.faults import damage
from tui.review.store import PATIENCE, Store
from tui.review.whereabouts import may_write, only_read

if TYPE_CHECKING:
    from pathlib import Path

_CHECKED_WHOLE = 4 * 1024 * 1024
"""Bytes up to which a file is gone through at every opening, a few milliseconds; a larger one at its daily backup."""

_ENDINGS = {".db", ".sqlite", ".sqlite3"}


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening the file of marks.

    Attributes:
        store: The open file; None where there is none, or it can't be used. With a trouble it can only be read.
        trouble: Why nothing can be saved, or None.
        said: What happened that a person must know; empty where nothing did.
    """

    store: Store | None = None
    trouble: StoreError | None = None
    said: str = ""


def open_store(path: Path, *, writable: bool, patience: float = PATIENCE, suspect: bool = False) -> Opened:
    """Open the file of marks; it never raises.

    A damaged file is set aside and the newest good backup restored, where anything may be written.

    Args:
        path: The file.
        writable: Whether it may be written, and made where it isn't there; else nothing on the disk changes.
        patience: Seconds to wait for another program that holds it.
        suspect: Something was wrong with it, so it is gone through page by page however large it is.
    """
    try:
        if not writable and not path.exists():
            return Opened()
        _admit(path, writable=writable)
        return Opened(_sound(path, writable=writable, patience=patience, suspect=suspect))
    except StoreError as trouble:
        if trouble.damaged and path.suffix not in _ENDINGS and not _has_backups(path):
            # Somebody's article, given with --db by mistake, is not to be renamed.
            return Opened(None, StoreError(f"{path} is no file of marks; name another one with --db"))
        if trouble.damaged and writable:
            return _mended(path, trouble)
        if writable and path.is_file():
            return Opened(open_store(path, writable=False, patience=patience).store, trouble)
        return Opened(None, trouble)
    except OSError:
        return Opened(None, StoreError(f"{path} can't be reached; check that its disk is there"))


def _sound(path: Path, *, writable: bool, patience: float, suspect: bool = False) -> Store:
    if path.exists() and path.stat().st_size == 0 and _has_backups(path):
        raise damage(path)  # it was cut off: a new one has no backups
    store = Store(path, writable=writable, patience=patience)
    try:
        _check(store, always=suspect)
    except BaseException:
        store.close()
        raise
    return store


def _admit(path: Path, *, writable: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file with --db")
    if writable and not may_write(path):
        raise StoreError(only_read(path))


def _check(store: Store, *, always: bool) -> None:
    if (always or store.path.stat().st_size <= _CHECKED_WHOLE) and not store.check():
        raise damage(store.path)


def _has_backups(path: Path) -> bool:
    from tui.review.mending import backups_of  # only here: hardly ever

    return bool(backups_of(path))


def _mended(path: Path, trouble: StoreError) -> Opened:
    from tui.review.mending import mend  # only here: hardly ever

    try:
        said = mend(path, datetime.now(UTC))
    except OSError:
        return Opened(
            None,
            StoreError(f"{path} is damaged and can't be set aside; ask who looks after its folder"),
        )
    try:
        return Opened(_sound(path, writable=True, patience=PATIENCE), said=said)
    except StoreError as again:
        return Opened(None, again if not again.damaged else trouble, said)
