"""What went wrong with the file of marks, as a sentence for a person."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.review.errors import ReviewError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Whatever SQLite or the system says against a file of marks is raised as `StoreError`."""
    try:
        yield
    except ReviewError:
        raise
    except sqlite3.Error as error:
        raise _of_sqlite(path, error) from error
    except OSError as error:
        raise StoreError(
            f"{path} can't be used ({_reason(error)}); check the folder, or name another file with --db",
            passing=True,
        ) from error


def damage(path: Path) -> StoreError:
    """What is said of a file that is broken."""
    return StoreError(f"{path} is damaged; open the articles in the reader to have it mended", damaged=True)


def _of_sqlite(path: Path, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return damage(path)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}:
        return StoreError(
            f"another program holds {path}; close that program",
            passing=True,
        )
    if code == sqlite3.SQLITE_FULL:
        return StoreError(
            f"the disk of {path} is full; make room on it",
            passing=True,
        )
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
        return StoreError(f"{path} may only be read; ask its owner, or name another file with --db")
    return StoreError(
        f"{path} can't be read or written; check that its disk is there and has room",
        passing=True,
    )


def _reason(error: OSError) -> str:
    return (error.strerror or "no reason given").lower()
