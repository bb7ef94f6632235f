"""The statements that are listed, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from tui.app.drawing import drawn
from tui.app.tracing.cells import severity_of
from tui.app.wording import one_line
from tui.quotation import Presence
from tui.report.tracerows import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotation import Cluster

_LABEL = 400
"""Characters of a statement that a line can hold at most."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and what is asked of it again and again: five hundred cells would have to be looked at each time.

    Attributes:
        cluster: The statement.
        label: Its first words on one line.
        speaker: Who says the longest version; empty where nobody is named.
        held: How many articles have it in whatever form.
        quoted: How many of them have it between quotation marks.
        gravest: How grave the gravest cell is, from 0 to 4.
        sought: What a search looks for words in.
    """

    cluster: Cluster
    label: str
    speaker: str
    held: int
    quoted: int
    gravest: int
    sought: str

    @classmethod
    def of(cls, cluster: Cluster) -> Statement:
        """Look at all its cells once."""
        held = [cell for cell in cluster.cells if cell.presence is not Presence.MISSING]
        speakers = dict.fromkeys(cell.speaker for cell in held if cell.speaker)
        return cls(
            cluster=cluster,
            label=drawn(one_line(cluster.label[:_LABEL])),
            speaker=drawn(one_line(cluster.cells[cluster.fullest].speaker or "")),
            held=len(held),
            quoted=sum(cell.presence in QUOTED for cell in held),
            gravest=max((severity_of(cell, cluster) for cell in held), default=0),
            sought=one_line("\n".join([cluster.label, *speakers])).casefold(),
        )

    @property
    def is_shared(self) -> bool:
        """Whether more than one article has it."""
        return self.held > 1


class Order(Enum):
    """What stands first."""

    MOST = "most quoted first"
    GRAVEST = "gravest first"
    SPEAKER = "by speaker"

    @property
    def following(self) -> Order:
        """The order after this one."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


def listed(statements: Sequence[Statement], order: Order, query: str) -> list[Statement]:
    """The statements with these words in the wanted order; within it as they were traced.

    Args:
        statements: All statements.
        order: What stands first. Statements of one article alone come after the others, unless it is by speaker.
        query: Words that a statement, or the name of whoever says it, has to hold; empty for any.
    """
    words = one_line(query).casefold()
    found = [statement for statement in statements if words in statement.sought]
    if order is Order.SPEAKER:
        return sorted(found, key=lambda one: (not one.speaker, one.speaker.casefold(), -one.quoted, -one.held))
    if order is Order.GRAVEST:
        return sorted(found, key=lambda one: (not one.is_shared, -one.gravest, -one.quoted, -one.held))
    return sorted(found, key=lambda one: (-one.quoted, -one.held))
