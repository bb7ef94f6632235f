"""Which statements are listed, and in which order."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from tui.app.tracing.cells import gravest, held_by
from tui.app.wording import one_line
from tui.report.tracerows import is_shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.quotation import Cluster


class Order(Enum):
    """What stands first."""

    MOST = "in most articles first"
    GRAVEST = "gravest first"
    SPEAKER = "by speaker"

    @property
    def following(self) -> Order:
        """The order after this one."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


def listed(clusters: Sequence[Cluster], order: Order, query: str) -> list[Cluster]:
    """The statements with these words in the wanted order; within it as they were traced.

    Args:
        clusters: All statements.
        order: What stands first. Statements of one article alone come after the others, unless it is by speaker.
        query: Words that a statement, or the name of whoever says it, has to hold; empty for any.
    """
    found = [cluster for cluster in clusters if _holds(cluster, query)]
    if order is Order.SPEAKER:
        return sorted(found, key=lambda one: (not _speaker(one), _speaker(one).casefold(), -held_by(one)))
    if order is Order.GRAVEST:
        return sorted(found, key=lambda one: (not is_shared(one), -gravest(one), -held_by(one)))
    return sorted(found, key=lambda one: -held_by(one))


def _holds(cluster: Cluster, query: str) -> bool:
    sought = one_line(query).casefold()
    return not sought or any(sought in one_line(told).casefold() for told in _told_of(cluster))


def _told_of(cluster: Cluster) -> Iterable[str]:
    yield cluster.label
    yield from (cell.speaker for cell in cluster.cells if cell.speaker)


def _speaker(cluster: Cluster) -> str:
    return cluster.cells[cluster.fullest].speaker or ""
