from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.app.conftest import article
from tui.app.app import CopyholderApp
from tui.app.painting import Paint
from tui.app.typography import find_typography
from tui.app.widgets.inspector import Inspector
from tui.app.widgets.spread import Spread
from tui.collation import Collation, collate
from tui.layout import Side

if TYPE_CHECKING:
    from tui.article import Article

Start = Callable[..., CopyholderApp]
END = " We met again on the morning after the vote."


def pairs(left: str, right: str) -> list[tuple[str, str]]:
    one, other = article("one", (left + END,)), article("other", (right + END,))
    found = find_typography(collate(one, other)).found
    return [(one.text[slice(*pair.left)], other.text[slice(*pair.right)]) for pair in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("He said “no deal” twice.", 'He said "no deal" twice.', [("“", '"'), ("”", '"')]),
        ("The vote – a close one – failed.", "The vote — a close one — failed.", [("–", "—"), ("–", "—")]),
        ("It wasn’t a question then.", "It wasn't a question then.", [("wasn’t", "wasn't")]),
        ("He met the Senator in town.", "He met the senator in town.", [("Senator", "senator")]),
        ("A third-party report came.", "A third party report came.", [("-", "party")]),
        ("They left, she said there.", "They left she said there.", [(",", "she")]),
        ("One line\nand another came.", "One line and another came.", []),
        ("The same words stand here.", "The same words stand here.", []),
    ],
)
def test_what_is_typed_differently(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(left, right) == expected
    assert pairs(right, left) == [(there, here) for here, there in expected]


def test_other_words_are_no_typography() -> None:
    assert pairs("He said no to the plan of the party.", "She agreed with all that was asked.") == []


def test_ranges_of_one_side_are_in_order_and_apart() -> None:
    one = article("one", ("“A—b” he said to the whole of the room.",))
    other = article("other", ('"a - B" he said to the whole of the room.',))
    found = find_typography(collate(one, other))
    for side in Side:
        ranges = found.ranges[side]
        assert all(first[1] <= second[0] for first, second in pairwise(ranges))


async def test_t_shows_and_counts_them(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=(160, 48)) as pilot:
        inspector, spread = app.screen.query_one(Inspector), app.screen.query_one(Spread)
        assert not app.reading.typography
        await pilot.press("t")
        assert inspector.told.startswith("No differences of typography")
        await pilot.press("t")
        assert inspector.told.startswith("Typography is not shown")
    one, other = article("one", ("“Well,” he said in the hall.",)), article("other", ('"Well," he said in the hall.',))
    app = start(collate(one, other))
    async with app.run_test(size=(160, 48)) as pilot:
        inspector, spread = app.screen.query_one(Inspector), app.screen.query_one(Spread)
        assert inspector.told.startswith("No differences")
        await pilot.press("t")
        assert inspector.told.startswith("2 differences of typography, underlined")
        painted = [
            words.text for words in spread.render_line(0) if words.style == spread.painted(Side.LEFT, Paint.TYPED)
        ]
        assert painted == ["“", ",”", '"', ',"']
        await pilot.press("x")
        assert app.reading.typography
        assert app.reading.painters[Side.LEFT].article is other


def hidden_rows(of: Article) -> set[str]:
    return {of.words_of(index) for index, found in enumerate(of.paragraphs) if found.role.value == "boilerplate"}


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
async def test_h_hides_what_is_dimmed_and_shows_it_again(start: Start, pair: Collation, size: tuple[int, int]) -> None:
    left = replace(pair.left, noise=((0, len("Staffers")),))
    app = start(replace(pair, left=left))
    async with app.run_test(size=size) as pilot:
        spread = app.screen.query_one(Spread)

        def page() -> str:
            return "\n".join(spread.render_line(y).text for y in range(spread.page))

        await pilot.press("tab", "home")
        before, height = page(), app.reading.height
        assert hidden_rows(pair.right) == {"Connect with us"}
        assert "Connect with us" in before
        await pilot.press("h")
        assert "Connect with us" not in page()
        assert "The letter was sent to the senator" in page()
        assert app.reading.height < height
        assert "captions hidden" in app.screen.query_one("Masthead").position  # type: ignore[attr-defined]
        await pilot.press("d")
        assert app.reading.stop is not None
        await pilot.press("h", "escape", "home")
        assert page() == before
