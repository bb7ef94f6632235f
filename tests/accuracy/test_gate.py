"""The accuracy gate: fails when a figure falls below its floor, and prints the table.

A floor is raised when a figure has risen for good; it is never lowered to pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.accuracy.history import share_right
from tests.accuracy.scoring import GROUPS, Score, score_all, table

if TYPE_CHECKING:
    from collections.abc import Callable

FLOORS = {
    # group: (strong F1, every F1, order, relation)
    "seeds": (0.99, 0.87, 0.98, 0.95),
    "same-event": (0.99, 0.87, 0.99, 0.97),
    "versions": (0.99, 0.98, 0.99, 0.92),
    "release": (0.99, 0.97, 0.99, 0.96),
    "source": (0.99, 0.94, 0.99, 0.99),
}

WORDS_FLOOR = 0.99


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return score_all()


def test_the_table_is_printed(scores: dict[str, Score], tell: Callable[[str], None]) -> None:
    tell(table(scores))
    assert set(scores) == set(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_links_stay_above_their_floor(group: str, scores: dict[str, Score]) -> None:
    score = scores[group]
    relation = score.relations[True] / score.relations.total()
    figures = (score.strong.f1, score.every.f1, score.every.order, relation)
    below = [
        (name, figure, floor)
        for name, figure, floor in zip(("strong", "every", "order", "relation"), figures, FLOORS[group], strict=True)
        if figure < floor
    ]
    assert not below


def test_words_with_a_known_history_stay_above_their_floor(tell: Callable[[str], None]) -> None:
    share = share_right()
    tell(f"words with the right status, of pairs with a known history: {share:.3f}")
    assert share >= WORDS_FLOOR
