"""The gate of the quotations: fails when a figure falls below its floor, and prints the table.

A floor is raised when a figure has risen for good; it is never lowered to pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.accuracy.quoting import GROUPS, Figures, score_all, table

if TYPE_CHECKING:
    from collections.abc import Callable

FLOORS = {
    # what: seeds, en, other, invented, aside
    "segments": (0.99, 0.99, 0.99, 0.99, 0.99),
    "kind": (0.98, 0.99, 0.98, 0.98, 0.98),
    "speaker": (0.97, 0.97, 0.96, 0.96, 0.95),
    "precision": (0.98, 0.98, 0.98, 0.98, 0.97),
    "recall": (0.99, 0.99, 0.99, 0.98, 0.98),
    "verdict": (0.98, 0.98, 0.98, 0.98, 0.98),
    "findings": (0.98, 0.96, 0.98, 0.95, 0.93),
    "edits": (0.98, 0.98, 0.98, 0.98, 0.97),
    "labels": (0.98, 0.98, 0.98, 0.98, 0.97),
    "unpaired": (0.94, 0.96, 0.98, 0.85, 0.85),
}

FALSE_ATTRIBUTIONS = {"seeds": 0, "en": 3, "other": 0, "invented": 1, "aside": 1}
"""At most so many pairs may be said to go to another speaker where they don't."""


@pytest.fixture(scope="module")
def scores() -> dict[str, Figures]:
    return score_all()


def test_the_table_is_printed(scores: dict[str, Figures], tell: Callable[[str], None]) -> None:
    tell(table(scores))
    assert set(scores) == set(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_quotations_stay_above_their_floors(group: str, scores: dict[str, Figures]) -> None:
    at = GROUPS.index(group)
    found = scores[group].shares
    below = [(name, found[name].value, floors[at]) for name, floors in FLOORS.items() if found[name].value < floors[at]]
    assert not below


def test_changed_speakers_are_found(scores: dict[str, Figures]) -> None:
    found = [scores[group].shares["attribution"] for group in GROUPS]
    assert sum(one.right for one in found) >= 0.9 * sum(one.of for one in found)
    assert sum(one.of for one in found) > 20


@pytest.mark.parametrize("group", GROUPS)
def test_few_speakers_are_said_to_differ_that_do_not(group: str, scores: dict[str, Figures]) -> None:
    assert scores[group].false_attributions <= FALSE_ATTRIBUTIONS[group]
