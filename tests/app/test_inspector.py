"""What the lines under the page hold."""

from __future__ import annotations

import pytest

from tests.app.conftest import made
from tui.app.app import CopyholderApp
from tui.app.screens.reader import ReaderScreen
from tui.app.widgets.inspector import Inspector

MESSAGE = (
    "Marks are not saved just now: the file of marks can't be used (no such file or directory); check the folder, "
    "or name another file with --db. They are kept in memory until they can be."
)


@pytest.mark.parametrize("keys", [(), ("d",), ("c",)])
@pytest.mark.parametrize("size", [(100, 30), (160, 48)])
async def test_a_long_message_stands_whole_where_there_are_rows_for_it(
    keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    collation = made()
    app = CopyholderApp(collation.left, collation.right)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        app.screen.say(MESSAGE)
        await pilot.pause()
        inspector = app.screen.query_one(Inspector)
        lines = [inspector.render_line(y).text for y in range(inspector.size.height)]
        assert all(len(line) == size[0] for line in lines)
        flat = " ".join(" ".join(lines).split())
        # Of three rows the articles' own words take two.
        whole = size[1] == 48 or keys != ("d",)
        assert (MESSAGE in flat) is whole
        assert "Marks are not saved just now" in flat


async def test_a_message_too_long_for_its_rows_ends_with_dots() -> None:
    collation = made()
    app = CopyholderApp(collation.left, collation.right)
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        app.screen.say(MESSAGE)
        await pilot.pause()
        inspector = app.screen.query_one(Inspector)
        lines = [inspector.render_line(y).text.rstrip() for y in range(inspector.size.height)]
        assert lines[0].startswith(" Marks are not saved just now: ")
        assert lines[0].endswith("…")
        assert all(len(line) <= 60 for line in lines)
