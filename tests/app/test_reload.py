from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.app.app import CopyholderApp
from tui.app.screens.reader import ReaderScreen
from tui.app.watching import Disk, Watch
from tui.app.widgets.heading import Masthead
from tui.app.widgets.inspector import Inspector
from tui.article import read_article
from tui.layout import Side

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LONG = [f"Paragraph {number} says the same few words once more for everyone who reads it." for number in range(60)]


def write(path: Path, paragraphs: list[str], seconds: int) -> None:
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    os.utime(path, (seconds, seconds))


def test_a_watch_knows_changed_and_missing_files(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    write(file, LONG, 1000)
    watch = Watch([str(file), "-", "https://example.org/a", "\0"])
    assert not watch.look()
    write(file, LONG, 2000)
    assert watch.look()
    assert watch.state(str(file)) is Disk.CHANGED
    assert not watch.look()
    file.unlink()
    assert watch.look()
    assert watch.state(str(file)) is Disk.MISSING
    assert watch.state("-") is Disk.UNCHANGED


async def test_a_changed_file_is_told_and_read_again_at_the_same_place(tmp_path: Path) -> None:
    left, right = tmp_path / "a.txt", tmp_path / "b.txt"
    write(left, LONG, 1000)
    write(right, LONG, 1000)
    app = CopyholderApp(read_article(str(left)), read_article(str(right)))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        masthead = screen.query_one(Masthead)
        await pilot.press("pagedown", "pagedown")
        paragraph = app.reading.table.left.paragraph_at(screen.spread.top)
        assert paragraph
        write(right, ["A new beginning that nobody had seen before.", *LONG], 2000)
        screen.look_at_files()
        assert masthead.position.startswith("B changed on disk, r reloads")
        assert not app.reading.stops
        await pilot.press("r")
        assert screen.query_one(Inspector).told.startswith("Read again from disk")
        assert len(app.reading.stops) == 1
        assert app.reading.table.left.paragraph_at(screen.spread.top) == paragraph
        assert "disk" not in masthead.position
        write(left, ["Another beginning that nobody had seen before.", *LONG], 3000)
        await pilot.press("r")
        assert app.reading.table.left.paragraph_at(screen.spread.top) == paragraph + 1


async def test_a_missing_file_is_told(tmp_path: Path) -> None:
    left, right = tmp_path / "a.txt", tmp_path / "b.txt"
    write(left, LONG, 1000)
    write(right, LONG, 1000)
    app = CopyholderApp(read_article(str(left)), read_article(str(right)))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("x")
        left.unlink()
        screen.look_at_files()
        assert screen.query_one(Masthead).position.startswith("B is gone from the disk")
        await pilot.press("r")
        assert screen.query_one(Inspector).told.startswith("B can't be read again: ")
        assert len(app.reading.article(Side.RIGHT).paragraphs) == 60


async def test_what_takes_long_to_read_is_read_again_beside_the_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, right = tmp_path / "a.md", tmp_path / "b.md"
    write(left, LONG, 1000)
    write(right, LONG, 1000)
    monkeypatch.setattr("tui.app.app._takes_long_to_read", lambda _: True)
    app = CopyholderApp(read_article(str(left)), read_article(str(right)))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("pagedown", "d")
        paragraph = app.reading.table.left.paragraph_at(screen.spread.top)
        write(right, ["A new beginning that nobody had seen before.", *LONG], 2000)
        await pilot.press("r")
        for _ in range(100):
            if app.reading.stops:
                break
            await pilot.pause(0.02)
        assert len(app.reading.stops) == 1
        assert app.reading.article(Side.RIGHT).paragraphs[0].end == len("A new beginning that nobody had seen before.")
        assert app.reading.table.left.paragraph_at(screen.spread.top) == paragraph
        assert screen.query_one(Inspector).told.startswith("Read again from disk")
        right.unlink()
        await pilot.press("r")
        for _ in range(100):
            if "can't be read again" in screen.query_one(Inspector).told:
                break
            await pilot.pause(0.02)
        assert screen.query_one(Inspector).told.startswith("B can't be read again: ")
        assert len(app.reading.stops) == 1


async def test_the_quotation_being_read_stays_current_when_the_articles_are_read_again(tmp_path: Path) -> None:
    left, right = tmp_path / "a.txt", tmp_path / "b.txt"
    quoted = [
        "“The bridge is closed until the spring,” the mayor said.",
        "“Nobody was hurt at the mill,” Ann Doe said.",
    ]
    write(left, [*LONG, *quoted], 1000)
    write(right, [*quoted, *LONG], 1000)
    app = CopyholderApp(read_article(str(left)), read_article(str(right)))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c", "c")
        quote = app.reading.quote
        assert quote is not None
        side = app.reading.side
        words = app.reading.article(side).text[slice(*quote.words(side)[0])]
        write(left, ["A new beginning that nobody had seen before.", *LONG, *quoted], 2000)
        await pilot.press("r")
        for _ in range(100):
            if app.reading.quote is not None:
                break
            await pilot.pause(0.02)
        again = app.reading.quote
        assert again is not None
        assert app.reading.article(side).text[slice(*again.words(side)[0])] == words
