"""How far the review of a pair's quotations is, as the store keeps it for the list of recent pairs."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.review.model import Decision, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.review.model import Located

_VALUES = frozenset(decision.value for decision in Decision)


@dataclass(frozen=True, slots=True)
class Progress:
    """What only who has compared a pair's quotations knows; the decisions themselves are counted among the marks.

    Attributes:
        quotations: How many there are to review.
        astray: How many decisions, by their value, were taken on quotations and hold for none that there is now: its
            words are others, or are gone. In the order of the values; none that is 0.
    """

    quotations: int
    astray: tuple[tuple[str, int], ...] = ()

    @classmethod
    def counted(cls, quotations: int, holding: Iterable[Decision], located: Iterable[Located]) -> Progress:
        """What is to be kept.

        Args:
            quotations: How many quotations there are to review.
            holding: The decisions that hold for one of them.
            located: All marks of the pair.
        """
        taken = Counter(
            one.mark.decision.value
            for one in located
            if one.mark.kind is MarkKind.REVIEW
            and one.mark.subject is Subject.QUOTATION
            and one.mark.decision is not None
        )
        return cls(quotations, tuple(sorted((taken - Counter(one.value for one in holding)).items())))

    def holding(self, taken: Mapping[str, int]) -> dict[str, int]:
        """How many decisions hold, by their value, of those that were taken on quotations."""
        return dict(Counter(taken) - Counter(dict(self.astray)))

    @property
    def written(self) -> str:
        """This as the store keeps it."""
        return json.dumps({"quotations": self.quotations, "astray": dict(self.astray)})


def progress_of(written: str) -> Progress | None:
    """What the store has kept; None where it has kept nothing that can be read."""
    try:
        plain = json.loads(written)
        quotations, astray = plain["quotations"], plain["astray"]
        if type(quotations) is not int or quotations < 0 or not isinstance(astray, dict):
            return None
        if not all(name in _VALUES and type(count) is int and count > 0 for name, count in astray.items()):
            return None
    except (ValueError, KeyError, TypeError):
        return None
    return Progress(quotations, tuple(sorted(astray.items())))
