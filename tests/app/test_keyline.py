"""The line of keys: whole keys only, help and quit always, a click does what the key does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tui.app.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from tui.app.app import CopyholderApp
    from tui.collation import Collation

Start = Callable[..., "CopyholderApp"]


@pytest.mark.parametrize(
    ("width", "written"),
    [
        (
            120,
            (
                " d difference  c quotation  i index  a accept  f flag  u unreviewed  o layout  / search  tab A/B"
                "  y copy  ? help  q quit"
            ),
        ),
        (60, " d difference  c quotation  i index  tab A/B  ? help  q quit"),
    ],
)
async def test_what_has_no_room_is_left_out_whole(start: Start, pair: Collation, width: int, written: str) -> None:
    app = start(pair)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        line = app.screen.query_one(KeyLine).render_line(0)
        assert line.cell_length == width
        assert line.text.rstrip() == written


async def test_a_click_does_what_the_key_does(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        before = app.reading.stop
        await pilot.click(KeyLine, offset=(13, 0))
        await pilot.pause()
        assert app.reading.stop == before, "between two keys nothing happens"
        await pilot.click(KeyLine, offset=(3, 0))
        await pilot.pause()
        assert app.reading.stop is not None


async def test_it_says_what_the_keys_do_now(start: Start, pair: Collation) -> None:
    app = start(pair, keys={"quit": "f10"})
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        keys = app.screen.query_one(KeyLine)
        assert [one.label for one in keys.labels] == ["go there", "close"]
        await pilot.press("escape")
        await pilot.pause()
        assert keys.labels[-1].key == "f10"
