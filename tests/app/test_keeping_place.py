"""What is being read stays where it is while folds open and close, layouts change and the articles are exchanged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.test_reader import page_text, reader
from tui.app.app import CopyholderApp
from tui.article import read_article
from tui.layout import Layout

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def opened() -> CopyholderApp:
    return CopyholderApp(*(read_article(str(SEEDS[number])) for number in (1, 4)))


@pytest.mark.parametrize("size", [(160, 40), (90, 24)])
async def test_a_fold_opens_and_closes_where_it_stands(size: tuple[int, int]) -> None:
    app = opened()
    async with app.run_test(size=size) as pilot:
        reading, spread = reader(app)
        await pilot.press(*["o"] * [*Layout].index(Layout.QUOTATIONS))
        folds = 0
        for top in range(0, spread.max_scroll_y + 1, 9):
            spread.go_to_row(top)
            await pilot.pause()
            key = spread.fold_here
            if key is None:
                continue
            folds += 1
            before, height = page_text(spread), reading.height
            row = next(y for y in range(spread.page) if reading.fold_on(top + y) == key)
            await pilot.press("enter")
            assert reading.height > height
            assert (spread.top, reading.fold_on(top + row)) == (top, key)
            unfolded = page_text(spread)
            await pilot.press("x", "x")
            assert page_text(spread) == unfolded
            await pilot.press("enter")
            assert (spread.top, page_text(spread)) == (top, before)
        assert folds > 3


async def test_going_through_the_layouts_comes_back_to_the_place() -> None:
    app = opened()
    async with app.run_test(size=(160, 40)) as pilot:
        _, spread = reader(app)
        for top in (0, 30, 75):
            spread.go_to_row(top)
            await pilot.pause()
            before = page_text(spread)
            await pilot.press(*["o"] * len(Layout))
            assert (spread.top, page_text(spread)) == (top, before)
