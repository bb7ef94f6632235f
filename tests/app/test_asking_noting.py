"""Writing a note."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.widgets import Static

from tests.app.test_asking_order import HOSTILE, NARROW, WIDE, Desk, opened, settled
from tui.app.screens.asking import AskScreen, NoteScreen

LONG = "The senator’s office said on Sunday that nobody had been asked about the letter before it was published. " * 4


def desk(note: str = "", words: str = "What she said", theme: str = "dark") -> Desk:
    return Desk(lambda: NoteScreen("Note on this quotation", words, note), theme)


@pytest.mark.parametrize("key", ["ctrl+s", "f2"])
async def test_a_note_of_several_lines_is_kept(key: str) -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press(*"called", "enter", "enter", *"no [b] y", key)
        assert app.answers == ["called\n\nno [b] y"]


async def test_writing_goes_on_where_the_note_ended_and_can_be_corrected() -> None:
    app = desk("old [/who] note")
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press(*"s.", "home", *"An ", "end", "backspace", "ctrl+s")
        assert app.answers == ["An old [/who] notes"]


async def test_letters_are_written_whatever_the_settings_say() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        app.set_keymap({"note-keep": "x,f5"})
        await opened(pilot)
        await pilot.press(*"fax", "f2", "f5")
        assert app.answers == ["fax"]


async def test_no_words_left_is_no_note() -> None:
    app = desk("old")
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+u", "enter", "space", "ctrl+s")
        assert app.answers == [""]


async def test_what_was_not_changed_is_left_without_a_word() -> None:
    app = desk("old")
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("x", "backspace", "escape")
        assert app.answers == [None]


@pytest.mark.parametrize(("keys", "answers"), [(["y"], ["oldx"]), (["enter"], ["oldx"]), (["n"], [None])])
async def test_a_changed_note_is_asked_about_before_it_is_left(keys: list[str], answers: list[str | None]) -> None:
    app = desk("old")
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("x", "escape")
        assert isinstance(app.screen, AskScreen)
        assert "You changed this note. Keep it?" in app.panel
        await pilot.press(*keys)
        await settled(pilot)
        assert app.answers == answers


async def test_the_program_is_not_quit_over_a_changed_note() -> None:
    app = desk("old")
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("x", "ctrl+q")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert isinstance(app.screen, NoteScreen)
        await pilot.press("ctrl+s")
        assert app.answers == ["oldx"]
        assert app.is_running


async def test_over_a_note_as_it_was_it_is() -> None:
    app = desk("old")
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert not app.is_running


async def test_one_may_go_on_writing_after_all() -> None:
    app = desk("old")
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("x", "escape", "escape")
        await settled(pilot)
        assert app.answers == []
        await pilot.press("y", "ctrl+s")
        assert app.answers == ["oldxy"]


async def test_what_is_pasted_has_no_commands_for_the_terminal_in_it() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        app.post_message(Paste("one\r\ntwo\x1b[31m red\x07\u202e [b]"))
        await pilot.pause()
        await pilot.press("!", "ctrl+s")
        assert app.answers == ["one\ntwo red [b]!"]


async def test_a_click_sets_the_place_to_write() -> None:
    app = desk("old note")
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.click("Pad", offset=(1, 0))
        await pilot.press("X", "ctrl+s")
        assert app.answers == ["Xold note"]


async def test_it_shows_the_words_and_the_keys_and_shortens_what_is_too_long() -> None:
    app = desk(words=LONG, theme="plain")
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        about = str(app.screen.query_one("#about", Static).content)
        assert about.startswith("The senator’s office said on Sunday that nobody")
        assert about.endswith("[…]")
        assert about.removesuffix("[…]").rstrip() in LONG
        assert "[…]" in app.panel
        assert "ctrl s keep" in app.shown[-1]
        assert "escape leave" in app.shown[-1]


async def test_wide_and_hostile_words_are_written_as_they_are() -> None:
    app = desk("名前は長い " * 8, words=HOSTILE)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert app.panel.count("名前は長い") >= 7
        assert HOSTILE in app.panel
        await pilot.press(*"[/who]", "ctrl+s")
        assert app.answers == [f"{'名前は長い ' * 8}[/who]"]
