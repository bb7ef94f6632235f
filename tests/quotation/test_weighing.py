from __future__ import annotations

import pytest

from tui.quotation import Critical
from tui.quotation.weighing import facts_in, weigh_change

NAMES = frozenset({"douglas", "dominic", "amari", "hill"})


@pytest.mark.parametrize(
    ("left", "right", "weight"),
    [
        ("had billed 61 hours", "had billed 46 hours", Critical.NUMBER),
        ("its director, Douglas", "its director, Dominic", Critical.NAME),
        ("they did agree", "they did not agree", Critical.NEGATION),
        ("within a mile", "within two miles", Critical.NUMBER),
        ("a few feet away", "some miles away", None),
        ("the board agreed", "the council agreed", None),
    ],
)
def test_what_weighs_in_a_change(left: str, right: str, weight: Critical | None) -> None:
    assert weigh_change((left, (0, len(left))), (right, (0, len(right))), NAMES) is weight


def test_figures_dates_and_names_of_a_text() -> None:
    found = facts_in("Director Douglas Amari said on Tuesday that 1,900 people lived 3 miles away.", NAMES)
    assert [*found.values()] == ["Douglas Amari", "Tuesday", "1,900", "3"]
