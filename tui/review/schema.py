"""The tables of the store, and how an older file is brought up to the present ones."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

APPLICATION = 0x436F7079
"""What tells a store of marks from any other SQLite file: "Copy" in ASCII, in the header's `application_id`."""

STEPS: tuple[tuple[str, ...], ...] = (
    (
        # An article is one piece of reporting, however its text changes; `key` names it in exports.
        """CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            name TEXT NOT NULL
        )""",
        # The texts it had. Two articles may have had the same text: an old copy beside the file that was edited.
        """CREATE TABLE versions (
            hash TEXT NOT NULL,
            article INTEGER NOT NULL REFERENCES articles,
            PRIMARY KEY (hash, article)
        ) WITHOUT ROWID""",
        """CREATE TABLE origins (
            origin TEXT NOT NULL,
            article INTEGER NOT NULL REFERENCES articles,
            seen TEXT NOT NULL,
            PRIMARY KEY (origin, article)
        ) WITHOUT ROWID""",
        """CREATE TABLE pairs (
            id INTEGER PRIMARY KEY,
            first INTEGER NOT NULL REFERENCES articles,
            second INTEGER NOT NULL REFERENCES articles,
            opened TEXT NOT NULL,
            place TEXT NOT NULL DEFAULT '',
            UNIQUE (first, second),
            CHECK (first <> second)
        )""",
        "CREATE INDEX pairs_by_second ON pairs (second)",
        "CREATE INDEX pairs_by_opening ON pairs (opened)",
        # A mark is one pair's or one article's. `first` and `second` hold its words in the pair's order, as JSON.
        """CREATE TABLE marks (
            id TEXT NOT NULL,
            pair INTEGER REFERENCES pairs,
            article INTEGER REFERENCES articles,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            decision TEXT,
            note TEXT NOT NULL,
            value TEXT NOT NULL,
            cleared INTEGER NOT NULL,
            made TEXT NOT NULL,
            changed TEXT NOT NULL,
            past TEXT NOT NULL,
            CHECK ((pair IS NULL) <> (article IS NULL))
        )""",
        "CREATE UNIQUE INDEX marks_of_pairs ON marks (pair, id) WHERE pair IS NOT NULL",
        "CREATE UNIQUE INDEX marks_of_articles ON marks (article, id) WHERE article IS NOT NULL",
    ),
    (
        # How many quotations a pair has, as JSON; empty where that was never counted.
        "ALTER TABLE pairs ADD COLUMN progress TEXT NOT NULL DEFAULT ''",
        # Whether `second` stood on the left when the pair was last reviewed.
        "ALTER TABLE pairs ADD COLUMN turned INTEGER NOT NULL DEFAULT 0",
    ),
)
"""The statements that lead from each version of the file to the next; version 0 is an empty file."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of an open file's tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether an open file is a store of marks, or empty and may become one."""
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION:
        return True
    return version_of(connection) == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds nothing wrong with an open file, page by page."""
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError as error:
        if (error.sqlite_errorcode & 0xFF) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            return False
        raise


def _holds_anything(connection: sqlite3.Connection) -> bool:
    """Whether anything is kept in a file that has the first version's tables: everything hangs on articles."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM articles)").fetchone()[0])


def migrate(
    connection: sqlite3.Connection,
    back_up: Callable[[int], object],
    steps: Sequence[Sequence[str]] = STEPS,
) -> None:
    """Bring a file's tables up to the present version, each step wholly or not at all.

    Args:
        connection: The open file, not in a transaction.
        back_up: Called with the version before each step that changes tables with something in them.
        steps: The statements of each step.
    """
    while (version := version_of(connection)) < len(steps):
        if version and _holds_anything(connection):
            back_up(version)
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another window may have taken this step while this one waited.
            if version_of(connection) == version:
                for statement in steps[version]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
