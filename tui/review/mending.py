"""Backups of the store, and what is done about a damaged one. Nothing that holds marks is ever deleted."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tui.review.schema import STEPS, is_ours, is_sound, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BACKUPS_KEPT = 5
"""Daily backups beside the store; older ones make room. Those made before a migration all stay."""

BACKUP_AGE = timedelta(days=1)
"""How old the newest backup may grow."""

_STAMP = "%Y%m%dT%H%M%SZ"
_BACKUP = re.compile(r"\.(?:v\d+-)?backup-(\d{8}T\d{6}Z)(?:-(\d+))?")
_BESIDE = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite keeps beside an open one."""


def back_up(connection: sqlite3.Connection, path: Path, now: datetime, label: str = "backup") -> Path:
    """Copy an open store to a file beside it, wholly or not at all, and return that file's path."""
    target = _free(path, f"{label}-{now.astimezone(UTC):{_STAMP}}")
    beside = _temporary(path)
    _make_private(beside, like=path)
    try:
        with closing(sqlite3.connect(beside)) as copy:
            connection.backup(copy)
        _sync(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return target


def back_up_when_due(connection: sqlite3.Connection, path: Path, now: datetime) -> bool:
    """Back up an open store where the newest backup is over a day old and nothing is wrong with the store.

    Returns:
        Whether the store is sound, as far as it was looked at.
    """
    newest = next(iter(backups_of(path)), None)
    if newest is not None and now - made_at(newest) < BACKUP_AGE:
        return True
    if not is_sound(connection):
        return False
    back_up(connection, path, now)
    daily = [found for found in backups_of(path) if found.name.startswith(f"{path.name}.backup-")]
    for old in daily[BACKUPS_KEPT:]:
        with suppress(OSError):
            old.unlink()
    return True


def backups_of(path: Path) -> list[Path]:
    """The backups beside a store, the newest first."""
    try:
        beside = list(path.parent.iterdir())
    except OSError:
        return []
    found = [file for file in beside if file.name.startswith(path.name) and _match(path, file)]
    return sorted(found, key=lambda file: _order(path, file), reverse=True)


def made_at(backup: Path) -> datetime:
    """When a backup was made, by its name."""
    found = _BACKUP.search(backup.name)
    assert found is not None
    return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)


def mend(path: Path, now: datetime) -> str:
    """Set a damaged store aside and put the newest good backup in its place.

    Returns:
        One sentence for the reporter: what happened, where the damaged file is and from when the backup is.

    Raises:
        OSError: The files can't be renamed or copied; the store stands as it stood.
    """
    good = next(_good_backups(path), None)
    aside = _free(path, f"damaged-{now.astimezone(UTC):{_STAMP}}")
    restored = None if good is None else _copied(good, _temporary(path), like=path)
    try:
        for ending in _BESIDE:  # before the store: SQLite would write what they hold into the backup
            with suppress(FileNotFoundError):
                Path(f"{path}{ending}").rename(f"{aside}{ending}")
        if restored is None:
            path.rename(aside)
        else:
            _exchange(path, aside, restored)
    finally:
        if restored is not None:
            restored.unlink(missing_ok=True)
    told = f"The file of your marks was damaged; it was set aside as {aside}"
    if good is None:
        return f"{told}, and as there is no good backup, you begin without marks."
    return f"{told}, and the backup of {_date(made_at(good))} took its place; marks made after that are missing."


def _good_backups(path: Path) -> Iterator[Path]:
    for backup in backups_of(path):
        with suppress(sqlite3.Error), closing(_look_at(backup)) as connection:
            if is_sound(connection) and is_ours(connection) and 0 < version_of(connection) <= len(STEPS):
                yield backup


def _look_at(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes, so that SQLite puts nothing beside it."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _exchange(path: Path, aside: Path, restored: Path) -> None:
    """Give the store its new name and the backup the store's, with no moment in which neither is there."""
    try:
        os.link(path, aside)
    except OSError:  # a disk without hard links
        path.rename(aside)
    restored.replace(path)


def _copied(source: Path, target: Path, like: Path) -> Path:
    _make_private(target, like)
    shutil.copyfile(source, target)
    _sync(target)
    return target


def _make_private(path: Path, like: Path) -> None:
    """Make an empty file that only those may read who may read the store."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600))
    shutil.copymode(like, path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")


def _free(path: Path, ending: str) -> Path:
    found, count = Path(f"{path}.{ending}"), 1
    while found.exists():
        count += 1
        found = Path(f"{path}.{ending}-{count}")
    return found


def _match(path: Path, file: Path) -> re.Match[str] | None:
    return _BACKUP.fullmatch(file.name[len(path.name) :])


def _order(path: Path, file: Path) -> tuple[str, int]:
    found = _match(path, file)
    assert found is not None
    return found[1], int(found[2] or 1)


def _date(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{local.day} {local:%B %Y, %H:%M}"
