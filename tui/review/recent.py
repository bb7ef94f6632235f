"""The pairs of articles that were reviewed lately."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from tui.review.store import Store


@dataclass(frozen=True, slots=True)
class Recent:
    """A pair of articles that was lately reviewed.

    Attributes:
        left: Title of one article, or its first words.
        right: Title of the other.
        left_name: Its file's name or address.
        right_name: The other's.
        left_origin: Where it was last read from; None where that isn't known.
        right_origin: Where the other was last read from.
        opened: When the pair was last written to: ISO 8601 in UTC.
        decisions: How often each decision was taken, by its value.
    """

    left: str
    right: str
    left_name: str
    right_name: str
    left_origin: str | None
    right_origin: str | None
    opened: str
    decisions: dict[str, int]


def recent_pairs(store: Store, limit: int = 20) -> tuple[Recent, ...]:
    """The pairs that were reviewed last, the latest first.

    Args:
        store: The open store.
        limit: How many at most.

    Raises:
        StoreError: The store can't be read.
    """
    with store.reading() as connection:
        rows = connection.execute(
            """SELECT pairs.id, opened, one.id, one.title, one.name, other.id, other.title, other.name
            FROM pairs JOIN articles AS one ON one.id = first JOIN articles AS other ON other.id = second
            WHERE opened <> '' ORDER BY opened DESC, pairs.id DESC LIMIT ?""",
            (limit,),
        ).fetchall()
        return tuple(_recent(connection, *row) for row in rows)


def _recent(
    connection: sqlite3.Connection,
    pair: int,
    opened: str,
    left: int,
    left_title: str,
    left_name: str,
    right: int,
    right_title: str,
    right_name: str,
) -> Recent:
    return Recent(
        left=left_title,
        right=right_title,
        left_name=left_name,
        right_name=right_name,
        left_origin=_origin_of(connection, left),
        right_origin=_origin_of(connection, right),
        opened=opened,
        decisions=_decisions(connection, pair),
    )


def _origin_of(connection: sqlite3.Connection, article: int) -> str | None:
    row = connection.execute(
        "SELECT origin FROM origins WHERE article = ? ORDER BY seen DESC LIMIT 1", (article,)
    ).fetchone()
    return None if row is None else str(row[0])


def _decisions(connection: sqlite3.Connection, pair: int) -> dict[str, int]:
    return dict(
        connection.execute(
            "SELECT decision, count(*) FROM marks WHERE pair = ? AND decision IS NOT NULL GROUP BY decision", (pair,)
        ).fetchall()
    )
