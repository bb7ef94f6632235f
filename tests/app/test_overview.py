from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tui.app.app import CopyholderApp
from tui.app.overview import Cell, Scale, survey
from tui.app.reading import Reading
from tui.app.screens.reader import ReaderScreen
from tui.app.widgets.overview import Overview
from tui.layout import Side, StopKind

if TYPE_CHECKING:
    from tui.collation import Collation

Start = Callable[..., CopyholderApp]


def strip(app: CopyholderApp) -> Overview:
    return app.screen.query_one(Overview)


def spread_top(app: CopyholderApp) -> int:
    assert isinstance(app.screen, ReaderScreen)
    return app.screen.spread.top


@pytest.mark.parametrize(("rows", "cells"), [(10, 40), (40, 40), (41, 40), (1000, 17), (1, 1), (0, 5)])
def test_a_scale_goes_there_and_back(rows: int, cells: int) -> None:
    scale = Scale(rows, cells)
    found = [scale.cell_of(row) for row in range(rows)]
    assert found == sorted(found)
    assert all(0 <= cell < cells for cell in found)
    assert all(scale.cell_of(scale.row_of(cell)) == cell for cell in set(found))
    if rows > cells:
        assert set(found) == set(range(cells))


def test_each_difference_stands_where_its_words_are(pair: Collation) -> None:
    reading = Reading(pair)
    reading.arrange(160, alone=False)
    scale = Scale(reading.height, reading.height)
    cells = survey(reading, scale)
    for stop in reading.stops:
        for side in Side:
            words = stop.words(side)
            if words is not None:
                row = reading.table.column(side).row_of_offset(words[0])
                assert cells[side][row].kind is not None
    only = [row for row, cell in enumerate(cells[Side.LEFT]) if cell.kind is StopKind.ONLY]
    assert only == [reading.table.left.row_of_paragraph(2)]
    moved = reading.table.left.row_of_paragraph(5)
    assert cells[Side.LEFT][moved] == Cell(StopKind.MOVED, "⇢")
    assert {cell.mark for cell in cells[Side.LEFT]} == {" ", "┃", "▪", "~", "⇢"}


def test_many_changes_in_one_cell_have_a_sign_of_their_own(long_pair: Collation) -> None:
    reading = Reading(long_pair)
    reading.arrange(160, alone=False)
    cells = survey(reading, Scale(reading.height, 10))
    assert [cell.mark for cell in cells[Side.LEFT]].count("▪") == 2
    assert survey(reading, Scale(reading.height, 1))[Side.LEFT] == [Cell(StopKind.CHANGED, "▪")]


async def test_click_and_drag_go_there(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=(160, 30)) as pilot:
        height = strip(app).size.height
        await pilot.click(Overview, offset=(1, height - 1))
        bottom = spread_top(app)
        assert bottom == app.reading.height - app.screen.spread.page  # type: ignore[attr-defined]
        await pilot.mouse_down(Overview, offset=(1, height - 1))
        await pilot.hover(Overview, offset=(1, height // 2))
        middle = spread_top(app)
        assert 0 < middle < bottom
        await pilot.hover("Spread", offset=(20, 0))
        assert spread_top(app) == 0
        await pilot.mouse_up("Spread", offset=(20, 0))
        await pilot.hover(Overview, offset=(1, height - 1))
        assert spread_top(app) == 0


async def test_the_strip_is_counted_once_for_each_set_of_rows(
    start: Start, long_pair: Collation, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.app import reading as module

    counted: list[Scale] = []

    def count(reading: Reading, scale: Scale) -> dict[Side, list[Cell]]:
        counted.append(scale)
        return survey(reading, scale)

    monkeypatch.setattr(module, "survey", count)
    app = start(long_pair)
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.pause()
        before = len(counted)
        for key in ("j", "j", "pagedown", "d", "d", "end", "home"):
            await pilot.press(key)
        assert len(counted) == before
        await pilot.resize_terminal(80, 30)
        await pilot.pause()
        assert len(counted) > before
        assert strip(app).size.width == 1
