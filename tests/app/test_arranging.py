from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.app.test_reader import NARROW, WIDE, on_view, page_text, reader, row_text, told
from tui.app.app import CopyholderApp
from tui.app.widgets.heading import Masthead
from tui.app.widgets.paragraphbar import ParagraphBar
from tui.layout import Layout, Side

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.collation import Collation

Start = Callable[..., CopyholderApp]


def position(app: CopyholderApp) -> str:
    return app.screen.query_one(Masthead).position


async def lay_out(app: CopyholderApp, pilot: Pilot[None], layout: Layout) -> None:
    while app.reading.layout is not layout:
        await pilot.press("o")


async def test_b_brings_a_moved_partner_level_and_again_puts_it_back(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("m")
        before = page_text(spread)
        held = reading.view_row(reading.stop.left_row) if reading.stop else 0
        await pilot.press("b")
        row = row_text(spread, held - spread.top)
        assert row.count("The letter was sent to the senator") == 2
        assert "=" in row
        assert "brought level" in position(app)
        assert told(app).startswith("B ¶3 brought level; b or escape puts it back")
        assert reading.side is Side.LEFT
        await pilot.press("down", "up")
        assert row_text(spread, held - spread.top).count("The letter was sent") == 2
        await pilot.press("b")
        assert page_text(spread) == before
        await pilot.press("b", "escape")
        assert page_text(spread) == before
        assert reading.stop is not None


@pytest.mark.parametrize("key", ["d", "m", "tab", "o", "c"])
async def test_going_on_puts_the_columns_back(start: Start, pair: Collation, key: str) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("m", "b")
        assert reading.level is not None
        await pilot.press(key)
        assert reading.level is None


async def test_swapping_keeps_what_was_brought_level(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        _, spread = reader(app)
        await pilot.press("m", "b", "x")
        rows = [row_text(spread, y) for y in range(spread.page)]
        assert sum(row.count("The letter was sent to the senator") == 2 for row in rows) == 1


async def test_b_says_when_there_is_nothing_to_bring(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("b")
        assert told(app).startswith("Its partner in B stands level")
        await pilot.press("p", "3", "enter", "b")
        assert told(app).startswith("It has no partner in B")


async def test_in_one_pane_b_goes_to_the_partner_and_back(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=NARROW) as pilot:
        reading, spread = reader(app)
        await pilot.press("p", "6", "enter")
        assert "A ¶6" in position(app)
        top = spread.top
        await pilot.press("b")
        assert reading.side.value == "right"
        assert told(app).startswith("B ¶3; b or escape goes back")
        assert "The letter was sent to the senator" in page_text(spread)
        await pilot.press("b")
        assert reading.side.value == "left"
        assert spread.top == top


async def test_o_goes_through_the_layouts_and_the_masthead_says_which(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        _, spread = reader(app)
        seen = []
        for _ in Layout:
            seen.append(position(app).split(" · ")[0])
            await pilot.press("o")
        assert seen == ["both in order", "following A", "following B", "differences only", "quotations only"]
        assert position(app).startswith("both in order")
        await lay_out(app, pilot, Layout.FOLLOW_LEFT)
        rows = [row_text(spread, y) for y in range(spread.page)]
        assert sum(row.count("The letter was sent to the senator") == 2 for row in rows) == 1


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_differences_and_quotations_are_reached_in_every_layout(
    start: Start, pair: Collation, layout: Layout, size: tuple[int, int]
) -> None:
    app = start(pair)
    async with app.run_test(size=size) as pilot:
        reading, spread = reader(app)
        await lay_out(app, pilot, layout)
        seen = set()
        for _ in range(6):
            await pilot.press("d")
            assert on_view(app)
            assert reading.stop is not None
            for side in Side:
                words = reading.stop.words(side)
                if words is not None:
                    column = reading.table.column(side)
                    assert column.line_at(column.row_of_offset(words[0])) is not None
            seen.add((reading.stop.kind, reading.stop.left, reading.stop.right))
        assert len(seen) == 6
        await pilot.press("c")
        assert reading.quote is not None
        for side in Side:
            [(start_at, end)] = reading.quote.words(side)
            assert reading.article(side).text[start_at:end] == "This letter is just a start,"
        assert spread.top <= reading.quote_row(reading.quote) < spread.top + spread.page
        assert "quotation 1/1" in position(app)


async def test_enter_unfolds_and_folds_and_so_does_a_click(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await lay_out(app, pilot, Layout.DIFFERENCES)
        page = page_text(spread)
        assert page.count("▸ 9 paragraphs the same") == 2
        assert page.count("▸ 19 paragraphs the same") == 2
        assert page.count("▸ 10 paragraphs the same") == 2
        assert "Paragraph 10:" in page
        assert "Paragraph 9:" not in page
        height = reading.height
        await pilot.press("enter")
        assert "▾ 9 paragraphs the same  ⏎" in page_text(spread)
        assert "Paragraph 9:" in page_text(spread)
        assert reading.height > height
        await pilot.press("enter")
        assert reading.height == height
        row = next(y for y in range(spread.page) if "▸ 19" in row_text(spread, y))
        await pilot.click(spread, offset=(40, row))
        assert "▾ 19 paragraphs the same" in row_text(spread, row)
        await pilot.click(spread, offset=(40, row))
        assert "▸ 19 paragraphs the same" in row_text(spread, row)


async def test_a_search_opens_the_fold_that_hides_the_words(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        _, spread = reader(app)
        await lay_out(app, pilot, Layout.DIFFERENCES)
        await pilot.press("slash", *"paragraph 25", "enter")
        assert "Paragraph 25:" in page_text(spread)
        assert app.reading.unfolded == {(Side.LEFT, 10)}
        await pilot.press("slash", *"aragraph 3:", "escape")
        assert app.reading.unfolded == {(Side.LEFT, 10)}


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_p_goes_to_a_paragraph_by_its_number(start: Start, long_pair: Collation, size: tuple[int, int]) -> None:
    app = start(long_pair)
    async with app.run_test(size=size) as pilot:
        reading, spread = reader(app)
        await pilot.press("p")
        assert app.screen.query_one(ParagraphBar).is_open
        await pilot.press("q", "2", "5", "enter")
        assert "Paragraph 25:" in row_text(spread, 0)
        assert "A ¶25 of 40" in position(app)
        await pilot.press("p", "7", "escape")
        assert "Paragraph 25:" in row_text(spread, 0)
        await pilot.press("p", "9", "9", "enter")
        assert told(app).startswith("A has 40 paragraphs")
        assert reading.stop is None
        await pilot.press("d")
        assert on_view(app)


async def test_a_pair_of_quotations_is_one_stop(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("c")
        assert reading.quote is not None
        assert reading.quote.left
        assert reading.quote.right
        await pilot.press("c")
        assert told(app).startswith("from the top again")
        await pilot.press("C")
        assert told(app).startswith("from the end again")
        await pilot.press("escape")
        assert reading.quote is None
