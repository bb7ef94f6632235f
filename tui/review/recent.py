"""The pairs of articles that were reviewed lately."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.review.model import Subject
from tui.review.progress import progress_of

if TYPE_CHECKING:
    import sqlite3

    from tui.review.store import Store


@dataclass(frozen=True, slots=True)
class Recent:
    """A pair of articles that was lately reviewed.

    Attributes:
        left: Title of the article that stood on the left then, or its first words.
        right: Title of the other.
        left_name: The left one's file name or address.
        right_name: The other's.
        left_origin: Where it was last read from; None where that isn't known.
        right_origin: Where the other was last read from.
        opened: When the pair was last written to: ISO 8601 in UTC.
        decisions: How often each decision was taken, on whatever, by its value.
        quotations: How many quotations there are to review; None where that was never counted.
        on_quotations: How often each decision holds for one of them.
    """

    left: str
    right: str
    left_name: str
    right_name: str
    left_origin: str | None
    right_origin: str | None
    opened: str
    decisions: dict[str, int]
    quotations: int | None = None
    on_quotations: dict[str, int] = field(default_factory=dict)

    @property
    def reviewed(self) -> int:
        """How many of the quotations are decided on."""
        return min(sum(self.on_quotations.values()), self.quotations or 0)

    @property
    def elsewhere(self) -> int:
        """How many decisions there are beside those: on differences, paragraphs, and quotations that are no more."""
        return sum(self.decisions.values()) - sum(self.on_quotations.values())


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
            """SELECT pairs.id, opened, progress, one.id, one.title, one.name, other.id, other.title, other.name
            FROM pairs JOIN articles AS one ON one.id = CASE WHEN turned THEN second ELSE first END
            JOIN articles AS other ON other.id = CASE WHEN turned THEN first ELSE second END
            WHERE opened <> '' ORDER BY opened DESC, pairs.id DESC LIMIT ?""",
            (limit,),
        ).fetchall()
        return tuple(_recent(connection, *row) for row in rows)


def _recent(
    connection: sqlite3.Connection,
    pair: int,
    opened: str,
    progress: str,
    left: int,
    left_title: str,
    left_name: str,
    right: int,
    right_title: str,
    right_name: str,
) -> Recent:
    decisions = _decisions(connection, pair)
    counted = progress_of(progress)
    taken = {} if counted is None else _decisions(connection, pair, Subject.QUOTATION)
    return Recent(
        left=left_title,
        right=right_title,
        left_name=left_name,
        right_name=right_name,
        left_origin=_origin_of(connection, left),
        right_origin=_origin_of(connection, right),
        opened=opened,
        decisions=decisions,
        quotations=None if counted is None else counted.quotations,
        on_quotations={} if counted is None else counted.holding(taken),
    )


def _origin_of(connection: sqlite3.Connection, article: int) -> str | None:
    row = connection.execute(
        "SELECT origin FROM origins WHERE article = ? ORDER BY seen DESC LIMIT 1", (article,)
    ).fetchone()
    return None if row is None else str(row[0])


def _decisions(connection: sqlite3.Connection, pair: int, subject: Subject | None = None) -> dict[str, int]:
    """The decisions on whatever, or on one subject."""
    wanted = "" if subject is None else subject.value
    return dict(
        connection.execute(
            """SELECT decision, count(*) FROM marks
            WHERE pair = ? AND decision IS NOT NULL AND (? = '' OR subject = ?) GROUP BY decision""",
            (pair, wanted, wanted),
        ).fetchall()
    )
