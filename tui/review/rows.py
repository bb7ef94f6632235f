"""Articles and marks as rows of the store's tables; every function works within its caller's transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.review.merging import rebased
from tui.review.shapes import anchors_of, anchors_plain, mark_of, mark_plain

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from tui.review.merging import Edit
    from tui.review.model import Anchor, Mark

_NAMES = (
    *("id", "kind", "subject", "decision", "note", "value", "cleared", "made", "changed", "past"),
    *("first", "second"),
)
_COLUMNS = ", ".join(_NAMES)


def new_article(connection: sqlite3.Connection, key: str, title: str, name: str) -> int:
    """Make a row for an article; its key gets a number where another has it."""
    free, count = key, 1
    while connection.execute("SELECT 1 FROM articles WHERE key = ?", (free,)).fetchone():
        count += 1
        free = f"{key}~{count}"
    made = connection.execute("INSERT INTO articles (key, title, name) VALUES (?, ?, ?)", (free, title, name))
    assert made.lastrowid is not None
    return made.lastrowid


def keep_mark(
    connection: sqlite3.Connection, column: str, owners: Sequence[int | None], edit: Edit, *, mirror: bool = False
) -> Mark:
    """Write one change of a mark within a transaction.

    Args:
        connection: The open file, in a transaction.
        column: Whose mark it is: "pair" or "article".
        owners: The rows that may have it already; a new mark goes to the first.
        edit: The change.
        mirror: The sides of the row are those of the mark, exchanged.

    Returns:
        The mark as it stands now, its sides as they were given.
    """
    found = standing(connection, column, owners, edit.after.id)
    row, ours = (None, None) if found is None else found
    kept = edit.after
    if ours is not None:
        there = ours.mirrored() if mirror else ours
        kept = rebased(edit.after, there, edit.before, yielding=edit.yielding)
        if kept == there:
            return kept
    write_mark(connection, column, owners[0], kept.mirrored() if mirror else kept, row)
    return kept


def write_mark(
    connection: sqlite3.Connection, column: str, owner: int | None, mark: Mark, row: int | None = None
) -> None:
    """Write a mark as it is, over the row given or as a new one."""
    plain = mark_plain(mark)
    written = {
        **plain,
        "cleared": int(mark.cleared),
        "past": " ".join(mark.past),
        "first": _json(anchors_plain(mark.left)),
        "second": _json(anchors_plain(mark.right)),
    }
    values = [written[name] for name in _NAMES]
    # The names are this module's own; what marks say goes in as parameters.
    if row is None:
        places = ", ".join("?" * (len(values) + 1))
        connection.execute(f"INSERT INTO marks ({column}, {_COLUMNS}) VALUES ({places})", (owner, *values))  # noqa: S608
    else:
        places = ", ".join(f"{name} = ?" for name in _NAMES)
        connection.execute(f"UPDATE marks SET {places} WHERE rowid = ?", (*values, row))  # noqa: S608


def standing(
    connection: sqlite3.Connection, column: str, owners: Sequence[int | None], mark: str
) -> tuple[int, Mark | None] | None:
    """The row in which one of these owners has the mark of this id, and the mark where it can be read; or None."""
    marked = ",".join("?" * len(owners))
    row = connection.execute(
        f"SELECT rowid, {_COLUMNS} FROM marks WHERE {column} IN ({marked}) AND id = ?",  # noqa: S608
        (*owners, mark),
    ).fetchone()
    return None if row is None else (row[0], _mark_in(row[1:]))


def marks_of(connection: sqlite3.Connection, column: str, owner: int | None) -> Iterator[Mark]:
    """The marks of one pair or article, the oldest first; a row that holds no mark is left alone."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM marks WHERE {column} = ? ORDER BY made, id",  # noqa: S608
        (owner,),
    )
    for row in rows.fetchall():
        mark = _mark_in(row)
        if mark is not None:
            yield mark


def all_marks(connection: sqlite3.Connection, column: str) -> Iterator[tuple[int, Mark]]:
    """The marks of all pairs, or of all articles, with the row of each one's owner."""
    rows = connection.execute(f"SELECT {column}, {_COLUMNS} FROM marks WHERE {column} IS NOT NULL")  # noqa: S608
    for owner, *row in rows.fetchall():
        mark = _mark_in(row)
        if mark is not None:
            yield owner, mark


def _mark_in(row: Sequence[object]) -> Mark | None:
    """The mark in a row, in the order of the pair that it belongs to; None where it holds none."""
    try:
        plain = dict(zip(_NAMES, row, strict=True))
        plain |= {"cleared": bool(plain["cleared"]), "past": str(plain["past"]).split()}
        return mark_of(plain, _words(plain["first"]), _words(plain["second"]))
    except ValueError:
        return None


def _words(written: object) -> tuple[Anchor, ...]:
    return anchors_of(json.loads(str(written)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
