"""A file or an address dropped on the reader."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.samples import make_article
from tests.terminals import SEEDS
from tui.app.app import CopyholderApp
from tui.app.screens.asking import CorrectingScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.reader import ReaderScreen
from tui.article import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot


@pytest.fixture
def app(tmp_path: Path) -> CopyholderApp:
    left, right = (read_article(str(path)) for path in SEEDS[2:4])
    return CopyholderApp(left, right, db=str(tmp_path / "marks.db"))


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        await pilot.pause(0.02)


async def drop(pilot: Pilot[None], app: CopyholderApp, text: str) -> None:
    app.post_message(Paste(text))
    await pilot.pause()
    await pilot.pause()


def names(app: CopyholderApp) -> tuple[str, ...]:
    return tuple(Path(article.source).name[:3] for article in app.desk.given)


def title(app: CopyholderApp) -> str:
    """What stands over the dialog, without what keeps it from being markup."""
    return str(app.screen.query_one("#panel").border_title).replace("\\[", "[")


@pytest.mark.parametrize(
    ("size", "keys", "opened"),
    [
        ((60, 18), ["a"], ("000", "003")),
        ((160, 48), ["b"], ("002", "000")),
        ((100, 30), ["down", "enter"], ("002", "000")),
    ],
)
async def test_a_file_takes_the_place_that_is_chosen(
    app: CopyholderApp, size: tuple[int, int], keys: list[str], opened: tuple[str, str]
) -> None:
    async with app.run_test(size=size) as pilot:
        await drop(pilot, app, f"'{SEEDS[0]}'")
        assert isinstance(app.screen, CorrectingScreen)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and names(app) == opened)
        await pilot.press("q")
    assert app.return_code == 0


async def test_escape_leaves_both_where_they_are(app: CopyholderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await drop(pilot, app, str(SEEDS[0]))
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)
        assert names(app) == ("002", "003")


async def test_what_cant_be_read_says_why_and_the_reader_stands_as_it_stood(app: CopyholderApp, tmp_path: Path) -> None:
    broken = tmp_path / "story[who].docx"
    broken.write_bytes(b"PK\x03\x04broken")
    async with app.run_test(size=(100, 30)) as pilot:
        await drop(pilot, app, str(broken))
        assert "“story[who].docx” is to stand …" in title(app)
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and not app.screen.awaited)
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await until(pilot, lambda: "It can't be read" in screen.said)
        lit = app.shelf.entry(screen.listing.lit) if isinstance(screen.listing.lit, int) else None
        assert lit is not None
        assert lit.source == str(broken)
        await pilot.press("q")
        assert isinstance(app.screen, ReaderScreen)
        assert names(app) == ("002", "003")


async def test_an_article_isnt_put_beside_itself(app: CopyholderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await drop(pilot, app, str(SEEDS[3]))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(app.screen.said))
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.said == "That is B itself; choose another one"
        await pilot.press("escape")
        assert names(app) == ("002", "003")


async def test_of_several_one_is_chosen_in_the_library(app: CopyholderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await drop(pilot, app, f"{SEEDS[0]}\n{SEEDS[1]}\n")
        assert "One of 2 articles is to stand …" in title(app)
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(app.screen.said))
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.said == "2 articles added"
        await until(pilot, lambda: not app.shelf.is_busy)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert names(app)[0] == "002"
        assert names(app)[1] in {"000", "001"}


async def test_other_text_is_no_article_here_and_a_bar_takes_what_is_pasted_into_it(app: CopyholderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await drop(pilot, app, "The council voted\x1b[31m on Tuesday.")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen._note.startswith("That names no file")
        await pilot.press("slash")
        await pilot.pause()
        await drop(pilot, app, str(SEEDS[0]))
        assert isinstance(app.screen, ReaderScreen)


async def test_articles_without_a_file_can_be_replaced(tmp_path: Path) -> None:
    left, right = (make_article([f"The {word} council voted on Tuesday."], source="-") for word in "ab")
    app = CopyholderApp(left, right, db=str(tmp_path / "marks.db"))
    async with app.run_test(size=(100, 30)) as pilot:
        await drop(pilot, app, str(SEEDS[1]))
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and names(app) == ("-", "001"))
        assert app.desk.given[0] is left
