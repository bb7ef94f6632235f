"""Quotations by key and mouse: from one to the next, and the index of them all."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from textual.widgets import DataTable, Static

from tests.app.conftest import article
from tests.app.test_quoting import seeds, text_of
from tests.app.test_reader import NARROW, WIDE, page_text, reader, row_text, told
from tui.app.app import CopyholderApp
from tui.app.painting import Paint
from tui.app.quotetelling import findings_told
from tui.app.screens.quotations import QuotationsScreen
from tui.app.widgets.choices import Choices
from tui.app.widgets.heading import Masthead
from tui.app.widgets.inspector import Inspector
from tui.app.widgets.keyline import KeyLine
from tui.collation import collate
from tui.layout import Side
from tui.quotation import Verdict

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.collation import Collation

Start = Callable[..., CopyholderApp]


def index(app: CopyholderApp) -> QuotationsScreen:
    assert isinstance(app.screen, QuotationsScreen)
    return app.screen


def compared(app: CopyholderApp) -> str:
    return str(app.screen.query_one("#index-text", Static).content)


async def press_until(pilot: Pilot[None], app: CopyholderApp, verdict: Verdict) -> None:
    for _ in range(40):
        await pilot.press("c")
        if app.reading.quote is not None and app.reading.quote.verdict is verdict:
            return
    raise AssertionError(f"no {verdict} quotation is reached")


async def test_c_brings_an_altered_pair_level_and_says_what_differs(start: Start) -> None:
    app = start(seeds("003", "004"))
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await press_until(pilot, app, Verdict.ALTERED)
        quote = reading.quote
        assert quote is not None
        row = row_text(spread, reading.quote_row(quote) - spread.top)
        assert row.count("Harassment of any kind") == 2
        assert "14≠ “Harassment" in row
        assert "11≠ The letter continued, “Harassment" in row
        said = told(app)
        assert said.startswith("≠ other words, other speaker · A ¶14 and B ¶11: A has “Hearing”, B has “Having”")
        assert "A names Friends of Bernie Sanders, B names the letter" in said
        painted = []
        for side in Side:
            column = reading.table.column(side)
            line = column.line_at(column.row_of_offset(quote.words(side)[0][0]))
            assert line is not None
            runs = reading.painters[side].runs(*line)
            painted += [reading.article(side).text[low:high] for low, high, paint in runs if paint & Paint.DIFFERS]
        assert painted == ["Hearing", "Having"]
        await pilot.press("escape", "escape")
        assert reading.quote is None
        assert reading.level is None


async def test_c_in_one_pane_has_the_partners_wording_below(start: Start) -> None:
    app = start(seeds("002", "003"))
    async with app.run_test(size=NARROW) as pilot:
        reading, _ = reader(app)
        for _ in range(20):
            await pilot.press("c")
            assert reading.quote is not None
            if text_of(reading.collation, reading.quote, Side.LEFT).startswith("This letter is just"):
                break
        said = told(app)
        assert said.startswith("^ verbatim, other outlet · A ¶7 and B ¶8")
        assert "B ¶8, one of the organizers: “This letter is just a start,”" in said
        assert "A names Politico, B names The Hill" in said
        assert reading.side is Side.LEFT


async def test_a_critical_number_is_signed_in_the_margin_and_on_the_strip(start: Start) -> None:
    app = start(seeds("000", "002"))
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await press_until(pilot, app, Verdict.CRITICAL)
        assert "! dynamic that developed" in page_text(spread)
        assert "1 whose meaning may differ" in app.screen.query_one(Masthead).spare[0]
        cells = reading.survey(spread.page)
        assert [cell.mark for cell in cells[Side.LEFT] if cell.quoted] == ["!"]


async def test_unpaired_quotations_say_what_became_of_them(start: Start) -> None:
    app = start(seeds("003", "004"))
    async with app.run_test(size=WIDE) as pilot:
        await press_until(pilot, app, Verdict.UNQUOTED)
        assert "B has the words without quotation marks in ¶3" in told(app)
        await press_until(pilot, app, Verdict.MISSING)
        assert "no matching words in B" in told(app)


async def test_the_index_lists_the_gravest_first_and_enter_goes_there(start: Start) -> None:
    app = start(seeds("003", "004"))
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("i")
        await pilot.pause()
        screen = index(app)
        assert screen.shown[0].verdict is Verdict.ALTERED
        assert len(screen.shown) == len(reading.quote_stops)
        said = compared(app)
        assert "A ¶14, Friends of Bernie Sanders" in said
        assert "Under strict rules (AP, Reuters, NYT): grave." in said
        await pilot.press("o")
        assert screen.shown == list(reading.in_reading_order())
        assert screen.chosen is not None
        assert screen.chosen.verdict is Verdict.ALTERED, "what was chosen stays chosen"
        await pilot.press("home", "j")
        chosen = screen.chosen
        await pilot.press("enter")
        await pilot.pause()
        assert reading.quote == chosen
        assert chosen is not None
        assert spread.top <= reading.quote_row(chosen) < spread.top + spread.page


@pytest.mark.parametrize("key", ["escape", "i", "q"])
async def test_leaving_the_index_returns_to_where_one_was(start: Start, key: str) -> None:
    app = start(seeds("002", "003"))
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("pagedown", "d")
        before = spread.top, reading.stop
        await pilot.press("i", "j", "j")
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert (spread.top, reading.stop, reading.quote) == (*before, None)


async def test_the_index_narrows_by_key_and_by_mouse(start: Start) -> None:
    app = start(seeds("003", "004"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("i")
        await pilot.pause()
        screen = index(app)
        await pilot.press("right")
        assert [stop.verdict for stop in screen.shown] == [Verdict.ALTERED]
        await pilot.press("left", "left")
        assert all(stop.credit_marks == "@" for stop in screen.shown)
        choices = app.screen.query_one(Choices)
        column = choices.render_line(0).text.index("changes marked")
        await pilot.click(choices, offset=(column, 0))
        await pilot.pause()
        assert [stop.verdict for stop in screen.shown] == [Verdict.MARKED]
        assert "[who]" in compared(app), "brackets of an article are no markup"


async def test_a_second_click_in_the_index_goes_there(start: Start) -> None:
    app = start(seeds("003", "004"))
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("i")
        await pilot.pause()
        screen = index(app)
        await pilot.click(DataTable, offset=(20, 4))
        await pilot.pause()
        wanted = screen.shown[2]
        assert screen.chosen == wanted, "the first one takes two lines, for both speakers"
        await pilot.click(DataTable, offset=(20, 4))
        await pilot.pause()
        assert reading.quote == wanted


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (160, 48)])
async def test_five_hundred_quotations_are_listed_at_once(start: Start, size: tuple[int, int]) -> None:
    app = start(many(500))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.reading.quoting is not None)
        began = time.process_time()
        await pilot.press("i")
        await pilot.pause()
        assert len(index(app).shown) == 500
        assert time.process_time() - began < 2
        await pilot.press("end")
        assert index(app).chosen == index(app).shown[-1]


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (80, 24), (60, 18)])
async def test_the_index_names_both_speakers_at_any_width(start: Start, size: tuple[int, int]) -> None:
    said = "“The bridge will open on 12 May,” said {}."
    app = start(collate(article("a", (said.format("Ann Doe"),)), article("b", (said.format("Tom Fox"),))))
    async with app.run_test(size=size) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert "other speaker 1" in app.screen.query_one(Choices).words
        row = " ".join(str(cell) for cell in app.screen.query_one(DataTable).get_row_at(0))
        assert "@ other speaker" in row
        assert "A Ann Doe" in row
        assert "B Tom Fox" in row


@pytest.mark.parametrize("size", [(100, 30), (60, 18)])
async def test_the_help_stands_over_the_index_with_the_signs_of_quotations_first(
    start: Start, size: tuple[int, int]
) -> None:
    app = start(seeds("003", "004"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("i")
        await pilot.pause()
        screen = index(app)
        assert "? help" in screen.query_one(KeyLine).render_line(0).text
        await pilot.press("question_mark")
        await pilot.pause()
        rows = [strip.text for strip in app.screen._compositor.render_strips()]
        assert any("Signs of quotations" in row for row in rows[:6])
        await pilot.press("question_mark")
        await pilot.pause()
        assert app.screen is screen


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 30), (160, 48)])
async def test_where_a_quotation_has_no_room_the_last_line_names_the_key_for_the_whole(
    start: Start, size: tuple[int, int]
) -> None:
    app = start(seeds("000", "002"))
    async with app.run_test(size=size) as pilot:
        inspector = app.screen.query_one(Inspector)
        cut = 0
        for _ in range(8):
            await pilot.press("c")
            await pilot.pause()
            lines = [inspector.render_line(y).text.rstrip() for y in range(inspector.size.height)]
            shown = [line for line in lines if line]
            assert all(len(line) <= size[0] for line in shown)
            quote, quoting = app.reading.quote, app.reading.quoting
            assert quote is not None
            assert quoting is not None
            is_whole = not any("[…]" in line for line in shown)
            assert is_whole != shown[-1].endswith("[…] i: the whole")
            if is_whole:
                flat = " ".join(" ".join(shown).split())
                assert all(" ".join(told.split()) in flat for told in findings_told(quoting, quote))
            cut += not is_whole
        assert cut if size[1] < 30 else cut < 8


async def test_y_copies_the_quotation_on_the_page_and_in_the_index(start: Start) -> None:
    app = start(seeds("003", "004"))
    async with app.run_test(size=WIDE) as pilot:
        await press_until(pilot, app, Verdict.ALTERED)
        await pilot.press("y")
        copied = app.clipboard
        assert copied.startswith("Other words, other speaker: A has “Hearing”, B has “Having”.")
        assert "A ¶14, Friends of Bernie Sanders (" in copied
        assert "B ¶11, the letter (" in copied
        assert told(app).startswith("Copied the quotation with its verdict")
        await pilot.press("escape", "y")
        assert app.clipboard != copied, "without a quotation the paragraphs are copied"
        await pilot.press("i", "home", "y")
        await pilot.pause()
        assert app.clipboard == copied
        assert "Copied" in str(index(app).query_one("#index-head", Static).content)
        await pilot.press("j")
        await pilot.pause()
        assert "gravest first" in str(index(app).query_one("#index-head", Static).content)


def many(count: int) -> Collation:
    """So many quotations on either side, every tenth with another number."""
    sides = []
    for number in (7, 8):
        words = (
            f"“Witness {at} saw {number if at % 10 == 0 else 5} boats leave harbour {at} at noon,” said Ann Doe."
            for at in range(count)
        )
        sides.append(article(f"side{number}", tuple(words)))
    left, right = sides
    return collate(left, right)


async def test_an_article_without_quotations_says_so(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        assert told(app).startswith("Nobody is quoted")
        await pilot.press("i")
        await pilot.pause()
        assert "No words stand between quotation marks" in compared(app)
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(app.screen, QuotationsScreen)
        assert app.reading.quote is None


async def test_hostile_words_are_shown_and_never_obeyed(start: Start) -> None:
    said = "“[bold]We [who] know[/bold] [@click=app.quit]10 ships[/] $ink,” he said."
    pair = collate(article("left", (said,)), article("right", (said.replace("10", "12"),)))
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        assert "[bold]We [who] know[/bold] [@click=app.quit]10 ships[/] $ink" in told(app)
        await pilot.press("i")
        await pilot.pause()
        assert "[@click=app.quit]10 ships[/]" in compared(app)


async def test_quotations_of_longer_articles_are_compared_aside_and_kept_through_an_exchange(start: Start) -> None:
    app = start(many(500))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.reading.quoting is not None)
        assert not app.reading.is_soon_compared
        await pilot.press("c", "c")
        before = app.reading.quote
        assert before is not None
        await pilot.press("x")
        await until(pilot, lambda: app.reading.quote is not None)
        after = app.reading.quote
        assert after is not None
        assert (after.left, after.right) == (before.right, before.left)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    for _ in range(200):
        if holds():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never comes")
