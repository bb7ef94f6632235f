"""Choosing a report's form and file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.app.test_asking_order import NARROW, WIDE, Desk, opened, row_with, settled
from tui.app.screens.asking import FORMATS, AskScreen, ExportFormat, ExportScreen, ExportWish
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def desk(folder: Path, formats: Sequence[ExportFormat] = FORMATS) -> Desk:
    return Desk(lambda: ExportScreen(folder, "002-003", formats))


def line(app: Desk) -> str:
    dialog = app.dialog
    assert isinstance(dialog, ExportScreen)
    return dialog.line.value


async def test_enter_writes_what_is_proposed(tmp_path: Path) -> None:
    app = desk(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        assert app.answers == [ExportWish("html", tmp_path / "002-003.html", None)]


async def test_the_ending_follows_the_form_and_each_copy_has_its_side(tmp_path: Path) -> None:
    app = desk(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        endings = []
        for _ in FORMATS:
            endings.append(line(app).removeprefix(str(tmp_path / "002-003")))
            await pilot.press("down")
        assert endings == [".html", "-A.docx", "-B.docx", ".csv", ".md", ".txt", ".json"]
        await pilot.press("pageup", "down", "down", "enter")
        assert app.answers == [ExportWish("docx", tmp_path / "002-003-B.docx", Side.RIGHT)]


async def test_another_ending_that_was_typed_stays(tmp_path: Path) -> None:
    app = desk(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("backspace", "down", "enter")
        assert app.answers == [ExportWish("docx", tmp_path / "002-003.htm", Side.LEFT)]


async def test_a_file_that_is_there_is_replaced_only_if_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "002-003.html").write_text("old")
    app = desk(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert "002-003.html is there already" in app.panel
        await pilot.press("enter")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert app.answers == []
        await pilot.press("enter", "y")
        await settled(pilot)
        assert app.answers == [ExportWish("html", tmp_path / "002-003.html", None)]


async def test_a_folder_that_is_not_there_is_said_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    app = desk(tmp_path / "no [b] folder")
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert "There is no folder" in app.panel
        await pilot.press("enter")
        assert app.answers == []
        await pilot.press("ctrl+u", *"memo.html", "enter")
        assert app.answers == []
        await pilot.press("ctrl+u", *str(tmp_path / "memo.html"))
        assert "There is no folder" not in app.panel
        await pilot.press("enter")
        assert app.answers == [ExportWish("html", tmp_path / "memo.html", None)]


async def test_a_bare_name_is_in_the_folder_proposed(tmp_path: Path) -> None:
    app = desk(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+u", *"for Ann.html", "enter")
        assert app.answers == [ExportWish("html", tmp_path / "for Ann.html", None)]


@pytest.mark.parametrize(("typed", "said"), [("", "Type a name for the file"), ("sub", "is a folder")])
async def test_what_is_no_file_is_said(tmp_path: Path, typed: str, said: str) -> None:
    (tmp_path / "sub").mkdir()
    app = desk(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+u", *typed)
        in_the_frame = " ".join(part for row in app.shown for part in row.split("│")[1:2])
        assert said in " ".join(in_the_frame.split())  # in one row or in two: that depends on how long the path is
        await pilot.press("enter")
        assert app.answers == []


async def test_the_home_folder_is_written_as_a_wave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "desk").mkdir()
    app = desk(tmp_path / "desk")
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert line(app) == "~/desk/002-003.html"
        await pilot.press("enter")
        assert app.answers == [ExportWish("html", tmp_path / "desk" / "002-003.html", None)]


async def test_a_click_chooses_a_form_and_a_second_one_writes(tmp_path: Path) -> None:
    app = desk(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        place = row_with(app, "Memo (Markdown)")
        await pilot.click(offset=place)
        await pilot.pause()
        assert line(app).endswith("002-003.md")
        await pilot.click(offset=place)
        await pilot.pause()
        assert app.answers == [ExportWish("markdown", tmp_path / "002-003.md", None)]


async def test_the_store_of_files_can_be_another(tmp_path: Path) -> None:
    app = Desk(lambda: ExportScreen(tmp_path, "002", FORMATS[:1], exists=lambda path: path.name == "002.html"))
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert app.answers == [None]
