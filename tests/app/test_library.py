"""The library by key, mouse and paste: choosing a pair, adding, leaving, coming back."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.samples import make_article
from tests.terminals import SEEDS, Terminal
from tui.app.app import CopyholderApp
from tui.app.keymap import READER_KEYS
from tui.app.library.help import LibraryHelp
from tui.app.library.keys import LIBRARY_KEYS, PASTE_KEYS
from tui.app.screens.asking.pasting import PastingScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.widgets.listing import Listing
from tui.article import Article, read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

WIDE = (160, 48)
SIZES = [(60, 18), (100, 30), WIDE]


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "marks" / "marks.db")


def library(app: CopyholderApp) -> LibraryScreen:
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        await pilot.pause(0.02)


async def settled(pilot: Pilot[None], app: CopyholderApp) -> None:
    await until(pilot, lambda: not app.shelf.is_busy)
    library(app).look()
    await pilot.pause()


def rows(app: CopyholderApp) -> list[str]:
    listing = app.screen.query_one(Listing)
    return ["".join(part.text for part in listing.render_line(y)).rstrip() for y in range(listing.size.height)]


def head(app: CopyholderApp) -> str:
    return str(library(app).query_one("#library-head").render())


def told(app: CopyholderApp) -> str:
    return str(library(app).query_one("#library-told").render())


def names(app: CopyholderApp) -> tuple[str, ...]:
    return tuple(Path(article.source).name[:3] for article in app.desk.given)


def test_no_key_does_two_things() -> None:
    for keys in (LIBRARY_KEYS, PASTE_KEYS):
        bound = [key for entry in keys for key in entry.keys.split(",")]
        assert len(bound) == len(set(bound))
    ids = [entry.id for keys in (READER_KEYS, LIBRARY_KEYS, PASTE_KEYS) for entry in keys]
    assert len(ids) == len(set(ids))


async def test_enter_twice_opens_the_likeliest_pair_and_q_comes_back(db: str) -> None:
    app = CopyholderApp(sources=[str(SEEDS[0].parent)], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, app)
        page = rows(app)
        assert page[0].split() == [
            "article",
            "from",
            "date",
            "words",
            "quot.",
            "shares",
            "with",
            "1",
            "2",
            "3",
            "4",
            "5",
        ]
        assert page[1].startswith("▸ 1 Alumni of Sen. Bernie Sanders's")
        assert page[1].endswith(" 52 %   2  ╲ ▓▓ ▓▓ ▒▒ ▒▒")
        assert "▓  46 % of it in no. 3, 37 % of that in it  Former Bernie Sanders campaigners say #MeToo" in told(app)
        await pilot.press("enter")
        assert head(app).startswith("A is “Alumni of Sen. Bernie Sanders's (I-Vt.) 2016")
        assert "Alumni" not in "".join(rows(app))
        await settled(pilot, app)
        # Of each partner as much as the reader would tell.
        assert [row.split("%")[0].split()[-1] for row in rows(app)[1:5]] == ["36", "37", "29", "29"]
        assert not app.shelf.is_busy
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert names(app) == ("002", "003")
        await pilot.press("q")
        assert head(app).startswith("Library: 5 articles")
        await pilot.press("down", "enter", "end", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert names(app) == ("003", "000")
        await pilot.press("q", "q")
    assert app.return_code == 0


async def test_back_from_the_reader_nothing_is_chosen_where_nothing_was_kept(
    db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.library.recents.Recents.look", lambda _: None)
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, app)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await pilot.press("q")
        assert head(app).startswith("Library: 5 articles")
        assert sum(row[2:3].isdigit() or row[3:4].isdigit() for row in rows(app)) == 5


async def test_escape_takes_the_choice_back(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, app)
        await pilot.press("down", "down", "enter", "escape")
        screen = library(app)
        assert screen.first is None
        assert len(screen.shown) == 5
        assert screen.listing.lit == screen.shown[2].number
        await pilot.press("escape")
        assert "q leaves the library" in head(app)


async def test_one_article_waits_for_its_partner(db: str) -> None:
    app = CopyholderApp(sources=[str(SEEDS[2])], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, app)
        assert "choose its partner" in head(app)
        assert "There is no other article yet." in "".join(rows(app))
        app.post_message(Paste(f"'{SEEDS[3]}'"))
        await until(pilot, lambda: len(app.shelf.entries) == 2)
        await settled(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert names(app) == ("002", "003")


async def test_one_that_cant_be_read_says_why_and_waits_for_no_partner(db: str, tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text("")
    app = CopyholderApp(sources=[str(tmp_path / "blank.txt")], db=db)
    async with app.run_test(size=(60, 18)) as pilot:
        await settled(pilot, app)
        assert head(app).rstrip() == "Nothing here can be read · + adds an article"
        assert rows(app)[1].startswith("▸ 1 blank.txt: it is empty")
        assert "It can't be read: it is empty" in told(app)
        await pilot.press("enter")
        assert head(app).startswith("This article can't be read")
        (tmp_path / "blank.txt").write_text("Plant to close\n\nThe plant will close in March.\n")
        await pilot.press("r")
        await settled(pilot, app)
        assert head(app).startswith("Library: 1 article")
        await pilot.press("enter")
        assert head(app).startswith("A is “Plant to close”: choose its partner")


@pytest.mark.parametrize(("width", "ends"), [(240, ""), (60, "a-long-name-in-a-folder.txt")])
async def test_where_an_article_is_or_else_its_name(db: str, tmp_path: Path, width: int, ends: str) -> None:
    folder = tmp_path / ("very-long-" * 5)
    folder.mkdir()
    path = folder / "a-long-name-in-a-folder.txt"
    path.write_text("Plant to close\n\nThe plant will close in March.\n")
    app = CopyholderApp(sources=[str(path), str(SEEDS[0])], db=db)
    async with app.run_test(size=(width, 30)) as pilot:
        await settled(pilot, app)
        await until(pilot, lambda: app.shelf.progress() == "")
        [entry] = [one for one in library(app).shown if one.source == str(path)]
        library(app).listing.offer(library(app).listing.lines, entry.number)
        library(app).tell()
        assert told(app).split("\n")[1].rstrip().endswith(f" · {ends or path}")


async def test_a_folder_that_was_empty_is_looked_into_again(db: str, tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    app = CopyholderApp(sources=[str(folder)], db=db)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, app)
        assert "there are no articles in this folder" in told(app)
        await pilot.press("r")
        assert head(app).rstrip() == "It still can't be read"
        for name in ("one", "two"):
            (folder / f"{name}.txt").write_text(f"News of {name}\n\nThe plant will close in March.\n")
        await pilot.press("r")
        await settled(pilot, app)
        assert {entry.source for entry in library(app).shown} == {str(folder / "one.txt"), str(folder / "two.txt")}
        assert not any(entry.trouble for entry in library(app).shown)


async def test_nothing_given_says_how_to_begin_and_two_pastes_are_a_pair(db: str) -> None:
    app = CopyholderApp(sources=(), db=db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, app)
        assert "+ adds a file, a folder, an address" in "".join(rows(app))
        for number in (2, 3):
            app.post_message(Paste(SEEDS[number].read_text()))
            await until(pilot, lambda: len(app.shelf.entries) == number - 1)  # noqa: B023
        await settled(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert [article.title or "" for article in app.desk.given][1].startswith("Former Sanders Campaign Staffers")


async def test_the_box_takes_names_and_texts(db: str) -> None:
    app = CopyholderApp(sources=(), db=db)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, app)
        await pilot.press("n", *"nowhere.txt", "enter")
        assert isinstance(app.screen, PastingScreen)
        assert "There is no such file" in app.screen.said
        await pilot.press("escape", "plus")
        app.post_message(Paste(str(SEEDS[1])))
        await pilot.pause()
        await pilot.press("enter")
        assert [entry.source for entry in app.shelf.entries] == [str(SEEDS[1])]
        await pilot.press("n")
        app.post_message(Paste("One paragraph.\n\nAnother one."))
        await pilot.pause()
        await pilot.press("enter", *"More.", "ctrl+s")
        pasted = app.shelf.entries[1].article
        assert pasted is not None
        assert pasted.text == "One paragraph.\n\nAnother one.\nMore."
        assert "Added what was pasted" in head(app)


async def test_a_recent_pair_is_opened_again(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS[2:4]], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, app)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await until(pilot, lambda: app.reading.quoting is not None)
        await pilot.press("c", "f", "q")
        await until(pilot, lambda: "002 ⇄ 003  1 of 18 quotations reviewed, 1 flagged · today" in "".join(rows(app)))
    again = CopyholderApp(sources=(), db=db)
    async with again.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "002 ⇄ 003" in "".join(rows(again)))
        assert str(SEEDS[2]) in told(again)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(again.screen, ReaderScreen))
        assert set(names(again)) == {"002", "003"}


async def test_l_in_the_reader_changes_the_side_in_which_the_keys_move(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, app)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await pilot.press("tab", "L")
        assert head(app).startswith("A is “Alumni")
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert names(app) == ("002", "004")
        await pilot.press("L")
        await settled(pilot, app)
        assert head(app).startswith("B is “Former Bernie Sanders campaigners")
        await pilot.press("escape")
        assert names(app) == ("002", "004")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("q")
        assert library(app).first is None


async def test_l_where_two_articles_were_given_adds_a_third(db: str) -> None:
    left, right = (make_article([f"The {word} council voted on Tuesday."], source=f"{word}.txt") for word in "ab")
    app = CopyholderApp(left, right, db=db)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("L")
        app.post_message(Paste(str(SEEDS[0])))
        await until(pilot, lambda: len(app.shelf.entries) == 3)
        await settled(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert names(app) == ("000", "b.t")
        await pilot.press("q")
    assert app.return_code == 0


async def test_what_cant_be_read_is_last_and_says_why(db: str, tmp_path: Path) -> None:
    app = CopyholderApp(sources=[str(tmp_path / "g\x1b[31mone.txt"), str(SEEDS[0]), str(SEEDS[1])], db=db)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, app)
        await pilot.press("end")
        assert "there is no such file; check the name and the folder" in rows(app)[3]
        assert "\x1b" not in "".join(rows(app)) + told(app)
        assert told(app).splitlines()[1].startswith("It can't be read: there is no such file")
        assert told(app).endswith("r reads it again.")
        await pilot.press("enter")
        assert "can't be read" in head(app)
        await pilot.press("delete")
        assert len(app.shelf.entries) == 2


@pytest.mark.parametrize("size", SIZES)
async def test_articles_are_data_and_every_line_fits(db: str, tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "x.txt").write_text("[bold]People [who] know[/] [@click=app.quit]$ink\n\nText of the [/] article.")
    (tmp_path / "日本.txt").write_text("市議会は火曜日に北の水門を閉鎖することを決めた" * 3 + "\n\n本文。")
    app = CopyholderApp(sources=[str(tmp_path / "x.txt"), str(tmp_path / "日本.txt")], db=db)
    async with app.run_test(size=size) as pilot:
        await settled(pilot, app)
        assert "[bold]People [who]" in "".join(rows(app))
        assert "[bold]People [who] know[/] [@click=app.quit]$ink" in told(app)
        listing = app.screen.query_one(Listing)
        assert {listing.render_line(y).cell_length for y in range(listing.size.height)} == {size[0]}
        await pilot.press("question_mark")
        assert isinstance(app.screen, LibraryHelp)
        await pilot.press("space", "escape", "r", "j", "k", "G", "g", "pagedown", "pageup", "l")
        library(app)


async def test_a_small_window_says_so(db: str) -> None:
    app = CopyholderApp(sources=(), db=db)
    async with app.run_test(size=(50, 12)) as pilot:
        await pilot.pause()
        assert library(app).query_one("#too-small").display
        assert not library(app).query_one(Listing).display


async def test_the_mouse_lights_and_chooses(db: str) -> None:
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, app)
        await pilot.click(Listing, offset=(10, 3))
        screen = library(app)
        assert screen.listing.lit == screen.shown[2].number
        await pilot.click(Listing, offset=(10, 3))
        assert screen.first is not None


async def test_no_key_waits_for_what_is_read(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    may_read, whole = Event(), read_article

    def read(source: str, **_: object) -> Article:
        may_read.wait(20)
        return whole(source)

    monkeypatch.setattr("tui.app.library.shelf.read_article", read)
    app = CopyholderApp(sources=[str(path) for path in SEEDS], db=db)
    async with app.run_test(size=WIDE) as pilot:
        assert [row[4:7] for row in rows(app)[1:6]] == ["000", "001", "002", "003", "004"]
        assert head(app).endswith("read 0 of 5")
        await pilot.press("down", "enter", "down", "enter")
        assert head(app).startswith("Still being read")
        may_read.set()
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert names(app) == ("001", "002")


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ((60, 18), "Fetching “example.invalid/far” …"),
        (WIDE, "Fetching “example.invalid/far”: the pair opens as soon as it is here; escape waits no longer"),
    ],
)
async def test_a_pair_that_is_being_fetched_says_so_and_opens_or_is_left(
    db: str, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], told: str
) -> None:
    from threading import Event

    may_end, whole = Event(), read_article

    def read(source: str, **_: object) -> Article:
        if source.startswith("https"):
            may_end.wait(20)
            return make_article(["The council voted on Tuesday."], source=source)
        return whole(source)

    monkeypatch.setattr("tui.app.library.shelf.read_article", read)
    app = CopyholderApp(sources=["https://example.invalid/far", str(SEEDS[2]), str(SEEDS[3])], db=db)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.shelf.best(2) is not None)
        library(app).look()
        await pilot.press("enter", "end", "enter")
        assert head(app).startswith(told)
        await pilot.press("escape")
        assert head(app).startswith("A is “")
        await pilot.press("home", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert names(app) == ("002", "003")
        may_end.set()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_folder_in_a_real_terminal(db: str) -> None:
    told = f"from tui.app import run_library; raise SystemExit(run_library([{str(SEEDS[0].parent)!r}], db={db!r}))"
    terminal = Terminal([sys.executable, "-c", told], {"NO_COLOR": "1"})
    terminal.read_until("52 %")
    terminal.press("\r")
    terminal.read_until("choose its partner")
    terminal.press("\r")
    terminal.read_until("explains the signs")
    since = len(terminal.written)
    terminal.press("q")
    terminal.read_until("enter chooses one", since=since)
    # A terminal that knows bracketed paste writes a dropped file like this.
    terminal.press(f"\x1b[200~'{SEEDS[0]}' \x1b[201~")
    terminal.read_until("That is on the list already")
    terminal.press("q")
    assert terminal.wait() == 0
    assert not terminal.modes_left_on


def test_it_says_in_a_sentence_that_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from tui.app import run_library

    assert run_library([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("copyholder: the reader needs a terminal")


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_in_the_help_is_cut(db: str, size: tuple[int, int]) -> None:
    app = CopyholderApp(sources=(), db=db)
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, LibraryHelp)
        listing = app.screen.listing
        told = []
        for _ in listing.rows:
            line = "".join(part.text for part in listing.render_line(listing.lit - listing.scroll_offset.y))
            told.append(line.removeprefix("▸ ").rstrip())
            await pilot.press("down")
        assert len(told) == len(listing.rows)
        assert not [line for line in told if line.endswith("…")]
        assert "words that few others have." in " ".join(line.strip() for line in told)
        assert any(line.startswith("+ n  ") for line in told)
