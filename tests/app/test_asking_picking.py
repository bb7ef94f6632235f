"""Choosing one line of a list, and setting one thing right."""

from __future__ import annotations

from tests.app.test_asking_order import HOSTILE, NARROW, WIDE, Desk, opened, row_with
from tui.app.screens.asking import CorrectingScreen, PickRow, PickScreen

PARAGRAPHS = [
    PickRow("¶1", "Staffers ask for a meeting", "first"),
    PickRow("¶2", "“This letter is just a start,” one of them said", "second"),
    PickRow("¶3", "Only here [bold]this[/bold] stands [who] knows", "third"),
    PickRow("¶4", "手紙は先週の金曜日に上院議員に送られた", "fourth"),
]
MENU = [
    PickRow("Speaker", "who said it", "speaker", "s"),
    PickRow("Words", f"which words it has: {HOSTILE}", "words", "w"),
    PickRow("No quotation", "these words are none", "none", "n"),
]


def pick(current: object | None = None) -> Desk:
    return Desk(lambda: PickScreen("Which paragraph of B?", PARAGRAPHS, current=current))


def lit(app: Desk) -> str:
    return next(row for row in app.shown if "▸" in row)


async def test_arrows_light_a_line_and_enter_chooses_it() -> None:
    app = pick()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert "¶1" in lit(app)
        await pilot.press("up", "down", "down")
        assert "[bold]this[/bold] stands [who] knows" in lit(app)
        await pilot.press("end", "up", "enter")
        assert app.answers == ["third"]


async def test_the_list_begins_at_what_holds_now() -> None:
    app = pick("fourth")
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert "手紙は先週" in lit(app)
        await pilot.press("enter")
        assert app.answers == ["fourth"]


async def test_what_is_typed_narrows_the_list_to_lines_with_all_the_words() -> None:
    app = pick("fourth")
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press(*"LETTER st")
        assert "¶2" in lit(app)
        assert "1 of 4" in app.panel
        assert "¶1" not in app.panel
        await pilot.press("enter")
        assert app.answers == ["second"]


async def test_a_number_is_that_paragraph_before_any_that_has_it_in_it() -> None:
    rows = [PickRow(f"¶{n}", "in 2018 it was 7", n) for n in range(1, 40)]
    app = Desk(lambda: PickScreen("Which?", rows))
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("7", "enter")
        assert app.answers == [7]


async def test_where_no_line_fits_enter_does_nothing_and_less_words_bring_the_lines_back() -> None:
    app = pick()
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press(*"[/who]", "enter")
        assert app.answers == []
        assert "No line has these words" in app.panel
        await pilot.press("ctrl+u", "enter")
        assert app.answers == ["first"]


async def test_a_click_lights_a_line_and_a_second_one_chooses_it() -> None:
    app = pick()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        place = row_with(app, "Only here")
        await pilot.click(offset=place)
        assert "Only here" in lit(app)
        assert app.answers == []
        await pilot.click(offset=place)
        await pilot.pause()
        assert app.answers == ["third"]


async def test_pages_go_through_a_long_list_and_the_lit_line_stays_on_view() -> None:
    rows = [PickRow(f"¶{n}", f"paragraph number {n}", n) for n in range(1, 500)]
    app = Desk(lambda: PickScreen("Which?", rows))
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("pagedown", "pagedown")
        second = lit(app)
        assert "¶1 " not in second
        await pilot.press("end")
        assert "paragraph number 499" in lit(app)
        await pilot.press("pageup", "down", "home", "up")
        assert "paragraph number 1 " in lit(app)


async def test_an_empty_list_has_nothing_to_choose() -> None:
    app = Desk(lambda: PickScreen("Which?", []))
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert "There is nothing to choose from" in app.panel
        await pilot.press("down", "enter", "end", "pagedown")
        assert app.answers == []


async def test_a_letter_sets_right_at_once() -> None:
    for letter in ("w", "W"):
        app = Desk(lambda: CorrectingScreen("Set right: this quotation", MENU))
        async with app.run_test(size=NARROW) as pilot:
            await opened(pilot)
            await pilot.press("x", letter)
            await pilot.pause()
            assert app.answers == ["words"]


async def test_the_menu_can_be_gone_through_as_well() -> None:
    app = Desk(lambda: CorrectingScreen("Set right: this quotation", MENU))
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert "s  Speaker" in lit(app)
        await pilot.press("down", "down", "down", "enter")
        assert app.answers == ["none"]
