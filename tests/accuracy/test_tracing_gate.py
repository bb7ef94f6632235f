"""The gate of statements traced across articles: fails when a figure falls below its floor, and prints the table.

A floor is raised when a figure has risen for good; it is never lowered to pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.accuracy.tracing import FIGURES, GROUPS, Figures, articles_of, score_all, stories, table, variants_of
from tui.quotation.model import Presence, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

FLOORS = {
    # what: mended, aside
    "joined": (0.99, 0.99),
    "parted": (0.99, 0.99),
    "fullest": (0.99, 0.99),
    "presence": (0.97, 0.99),
    "missing": (0.99, 0.98),
    "verdict": (0.99, 0.98),
    "speaker": (0.99, 0.97),
    "place": (0.99, 0.99),
}


@pytest.fixture(scope="module")
def scores() -> dict[str, Figures]:
    return score_all()


def test_the_table_is_printed(scores: dict[str, Figures], tell: Callable[[str], None]) -> None:
    tell(table(scores))
    assert [*scores] == [*GROUPS]
    assert [*FLOORS] == [*FIGURES]


@pytest.mark.parametrize("group", GROUPS)
def test_statements_stay_above_their_floors(group: str, scores: dict[str, Figures]) -> None:
    at = GROUPS.index(group)
    found = scores[group].shares
    assert [(name, found[name].value) for name, floors in FLOORS.items() if found[name].value < floors[at]] == []
    assert scores[group].extra == 0


def test_the_gold_holds_together() -> None:
    for story in stories():
        articles = articles_of(story)
        seen: set[tuple[int, int]] = set()
        for statement in story["statements"]:
            assert {*statement["fullest"]} <= {*statement["cells"]} <= {*story["articles"]}
            for name, cell in statement["cells"].items():
                text = articles[story["articles"].index(name)].text
                assert [words for words in cell["words"] if text.count(words) != 1] == []
                assert cell["words"], "what is told of a cell can be found in the article"
                assert [Presence(one) for one in cell["presence"]]
                assert [Verdict(one) for one in cell["verdict"]]
            variants = variants_of(statement, story, articles)
            assert variants, "somebody quotes a statement"
            assert seen.isdisjoint(variants), "no quotation belongs to two statements"
            seen |= variants
