"""Saying who said it."""

from __future__ import annotations

import pytest

from tests.app.test_asking_order import HOSTILE, NARROW, WIDE, Desk, opened, row_with
from tui.app.screens.asking import SpeakerScreen

KNOWN = ["Bernie Sanders", "Jeff Weaver", "Friends of Bernie Sanders", "name [/who]", "山田 太郎"]


def desk(speaker: str = "Jeff Weaver") -> Desk:
    return Desk(lambda: SpeakerScreen("This letter is just a start,", speaker, KNOWN))


async def answer(app: Desk, *keys: str) -> list[object]:
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        return list(app.answers)


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (["enter"], [None]),
        (["down", "enter"], ["Bernie Sanders"]),
        (["down", "down", "enter"], [None]),
        (["down", "up", "enter"], [None]),
        (["ctrl+u", *"Jane  Doe ", "enter"], ["Jane Doe"]),
        (["ctrl+u", *"of b", "down", "enter"], ["Friends of Bernie Sanders"]),
        (["ctrl+u", *"who]", "down", "enter"], ["name [/who]"]),
        (["pagedown", "pagedown", "enter"], [""]),
        ([*"Jane Doe", "enter"], ["Jane Doe"]),
        (["end", *" jr.", "enter"], ["Jeff Weaver jr."]),
        (["escape"], [None]),
    ],
)
async def test_a_name_is_written_or_chosen(keys: list[str], answers: list[str | None]) -> None:
    assert await answer(desk(), *keys) == answers


async def test_an_empty_line_is_no_answer() -> None:
    app = desk()
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+u", "enter")
        assert app.answers == []
        assert "No name is written" in app.panel
        assert "nobody is named" in app.panel
        await pilot.press("up", "up", "down", "down", "down", "down", "down", "down", "enter")
        assert app.answers == [""]


async def test_that_nobody_is_named_changes_nothing_where_nobody_was() -> None:
    assert await answer(desk(""), "pagedown", "pagedown", "enter") == [None]


async def test_the_names_are_narrowed_by_what_is_typed_and_all_there_at_first() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert all(name in app.panel for name in KNOWN)
        await pilot.press("ctrl+u", *"bernie")
        assert "Friends of Bernie Sanders" in app.panel
        assert "山田 太郎" not in app.panel


async def test_a_name_is_clicked_twice() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        place = row_with(app, "山田 太郎")
        await pilot.click(offset=place)
        await pilot.click(offset=place)
        await pilot.pause()
        assert app.answers == ["山田 太郎"]


async def test_hostile_words_are_shown_as_they_are() -> None:
    app = Desk(lambda: SpeakerScreen(HOSTILE, HOSTILE, []))
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert app.panel.count("people [who] work [/who]") == 2
