"""The file of marks opened, as far as it is one, and brought up to the present version."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.review.errors import StoreError
from tui.review.schema import STEPS, is_ours, migrate, version_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def connect(
    path: Path, *, writable: bool, patience: float, steps: Sequence[Sequence[str]] = STEPS
) -> sqlite3.Connection:
    """Open a file of marks.

    Args:
        path: The file; made where it may be written and isn't there, its folder too.
        writable: Whether anything may be written; else the file stays as it is, to the byte.
        patience: Seconds to wait for another program that holds the file.
        steps: What leads to the present version.

    Raises:
        StoreError: It is another program's file, or a newer Copyholder's.
        sqlite3.Error: SQLite can't use it.
        OSError: The system can't.
    """
    connection = _to_write(path, patience) if writable else _to_look(path, patience)
    try:
        _admit(connection, path, len(steps))
        if not writable:
            return connection if version_of(connection) == len(steps) else _brought_up(connection, steps)
        if not _is_shared(connection, path):
            connection.close()
            connection = _alone(path, patience)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        migrate(connection, lambda version: _keep_old(connection, path, version), steps)
    except BaseException:
        connection.close()
        raise
    return connection


def _admit(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Refuse what isn't ours, or not yet known, before anything is written to it."""
    if not is_ours(connection):
        raise StoreError(f"{path} is no file of marks; name another one with --db")
    if version_of(connection) > newest:
        raise StoreError(f"{path} was written by a newer Copyholder; update this one, or name another file with --db")


def _to_write(path: Path, patience: float) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Notes are nobody else's business; what SQLite puts beside the file gets the same rights.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = _open(path, "mode=rw", patience)
    try:
        version_of(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        if not _is_about_files(error):
            raise
        return _alone(path, patience)
    except BaseException:
        connection.close()
        raise
    return connection


def _to_look(path: Path, patience: float) -> sqlite3.Connection:
    """Open a file so that nothing on the disk changes: SQLite would put its own beside it even to read."""
    if not any(Path(f"{path}{ending}").exists() for ending in ("-wal", "-journal")):
        return _open(path, "immutable=1", patience)  # nobody has it open
    connection = _open(path, "mode=ro", patience)
    try:
        version_of(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        if not _is_about_files(error):
            raise
        return _open(path, "immutable=1", patience)  # a folder in which nobody may write
    except BaseException:
        connection.close()
        raise
    return connection


def _open(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    # Windows and reports use it from the thread that is at hand; `Store` lets one in at a time.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=patience, isolation_level=None, check_same_thread=False
    )


def _is_shared(connection: sqlite3.Connection, path: Path) -> bool:
    """Let windows read while one writes (WAL); whether the disk can do that, or does without."""
    try:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        version_of(connection)
        in_wal = connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode & 0xFF) == sqlite3.SQLITE_BUSY:
            return True  # another window has it open the older way
        if _is_about_files(error):
            return False
        raise
    return not in_wal or Path(f"{path}-shm").is_file()  # without it, SQLite would only read


def _alone(path: Path, patience: float) -> sqlite3.Connection:
    """Open a file in SQLite's older way: it was written on a disk that can share, and is on one that can't."""
    connection = _open(path, "mode=rw", patience)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA locking_mode = NORMAL")
        version_of(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _brought_up(connection: sqlite3.Connection, steps: Sequence[Sequence[str]]) -> sqlite3.Connection:
    """A copy in memory at the present version, of an older file that is only looked at."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.backup(copy)
    connection.close()
    migrate(copy, lambda _: None, steps)
    return copy


def _keep_old(connection: sqlite3.Connection, path: Path, version: int) -> None:
    from tui.review.mending import back_up  # only here: hardly ever

    back_up(connection, path, datetime.now(UTC), label=f"v{version}-backup")


def _is_about_files(error: sqlite3.OperationalError) -> bool:
    return (error.sqlite_errorcode & 0xFF) in {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PROTOCOL,
    }
