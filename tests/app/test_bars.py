"""The lines in which a reader types: whatever comes right after the key that opens one belongs there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.events import Key

from tests.app.test_reader import WIDE, reader, told
from tui.app.app import CopyholderApp
from tui.app.widgets.bar import Bar

if TYPE_CHECKING:
    from tui.collation import Collation

Start = Callable[..., CopyholderApp]
NAMES = {"/": "slash", "\r": "enter", " ": "space", "\x1b": "escape"}


def type_at_once(app: CopyholderApp, keys: str) -> None:
    """All keys wait in the app's queue before the first is answered."""
    for key in keys:
        app.post_message(Key(NAMES.get(key, key), key if key.isprintable() else None))


async def test_the_word_searched_for_is_whole(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        type_at_once(app, "/qpd")
        await pilot.pause()
        assert app.reading.query == "qpd"
        assert app.reading.stop is None
        assert app.screen.query_one(Bar).is_open


async def test_opened_again_at_once_it_takes_the_next_word(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", "x", "escape", "slash")
        type_at_once(app, "letter")
        await pilot.pause()
        assert app.reading.query == "letter"


async def test_what_follows_enter_belongs_to_the_page(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        _, spread = reader(app)
        type_at_once(app, "/letter\rnn")
        await pilot.pause()
        assert app.reading.query == "letter"
        assert app.reading.match == app.reading.matches[2]
        assert spread.has_focus


async def test_a_number_is_whole_and_the_difference_after_it_is_found(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        type_at_once(app, "p25\rd")
        await pilot.pause()
        assert "difference 2/2" in str(app.screen.query_one("Masthead").position)  # type: ignore[attr-defined]


async def test_keys_before_a_bar_are_answered_first(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        type_at_once(app, "dd/")
        await pilot.pause()
        assert app.reading.stop == app.reading.stops[1]
        type_at_once(app, "zzz\r")
        await pilot.pause()
        assert told(app).startswith("“zzz” is in neither article")
