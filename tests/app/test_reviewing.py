"""Marks by key: deciding, notes, undo, what is not reviewed yet; on the page and in the index."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from textual.widgets import DataTable, Static

from tests.app.conftest import article
from tests.app.test_reader import LEAST, NARROW, WIDE, page_text, reader, row_text, told
from tui.app.app import CopyholderApp
from tui.app.screens.quotations import QuotationsScreen
from tui.app.widgets.heading import Masthead
from tui.collation import collate
from tui.layout import Side
from tui.review.model import Decision, Subject

if TYPE_CHECKING:
    from pathlib import Path

    from tui.article import Article
    from tui.collation import Collation

Start = Callable[..., CopyholderApp]

LEFT = (
    "The bridge will open",
    "“The bridge will open on 12 May,” said Ann Doe, the mayor, on Monday morning in the town.",
    "“Nobody was ever in danger here,” said Bo Lee, who steers the ferry across the river.",
    "The river has been closed to ships since the early days of March.",
    "“We counted every single boat in the harbour,” said Kim Roe, a sailor.",
)
RIGHT = (
    "The bridge will open",
    "“The bridge will open on 21 May,” said Ann Doe, the mayor, on Monday morning in the town.",
    "“Nobody was ever in danger here,” said Bo Lee, who steers the ferry across the river.",
    "The river has been closed to ships since the last days of March.",
    "Three hundred people came to look at it.",
)


def both() -> tuple[Article, Article]:
    return article("morning", LEFT), article("evening", RIGHT)


def opened(db: Path | None = None) -> CopyholderApp:
    return CopyholderApp(*both(), db=None if db is None else str(db))


def spare(app: CopyholderApp) -> str:
    return app.reader.query_one(Masthead).spare[0]


def index(app: CopyholderApp) -> QuotationsScreen:
    assert isinstance(app.screen, QuotationsScreen)
    return app.screen


def head(app: CopyholderApp) -> str:
    return str(app.screen.query_one("#index-head", Static).content)


async def test_deciding_signs_the_line_and_counts_in_the_masthead() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("c")
        assert reading.quote is not None
        row = reading.quote_row(reading.quote) - spread.top
        assert " 2! “The bridge" in row_text(spread, row)
        await pilot.press("f")
        assert told(app).startswith("Flagged: A ¶2 and B ¶2, “The bridge will open on 12 May,” · ! the meaning")
        assert row_text(spread, row).count(" 2⚑ “The bridge") == 2
        assert spare(app) == "1 of 3 quotations reviewed, 1 flagged"
        await pilot.press("f")
        assert told(app).startswith("Already flagged: A ¶2 and B ¶2")
        await pilot.press("a")
        assert row_text(spread, row).count(" 2✓ “The bridge") == 2
        assert spare(app) == "1 of 3 quotations reviewed"
        await pilot.press("c", "v")
        assert told(app).startswith("To verify: A ¶3 and B ¶3, “Nobody was ever in danger here,”")
        assert spare(app) == "2 of 3 quotations reviewed, 1 to verify"
        await pilot.press("backspace")
        assert told(app).startswith("Cleared: A ¶3 and B ¶3")
        await pilot.press("backspace")
        assert told(app).startswith("There is no mark on A ¶3 and B ¶3")
        assert spare(app) == "1 of 3 quotations reviewed"


async def test_undo_and_redo_say_what_and_reach_back_to_the_first_mark() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("z")
        assert told(app).startswith("There is nothing to undo")
        await pilot.press("c", "f", "a", "z")
        assert told(app).startswith("Undone: accepted, “The bridge will open on 12 May,” · ⚑ flagged")
        await pilot.press("z")
        assert told(app).startswith("Undone: flagged, “The bridge will open on 12 May,” · ! the meaning")
        assert not reading.marks.has_any
        await pilot.press("Z", "Z")
        assert told(app).startswith("Done again: accepted, “The bridge")
        assert spare(app) == "1 of 3 quotations reviewed"
        await pilot.press("Z")
        assert told(app).startswith("There is nothing to do again")


async def test_differences_and_paragraphs_take_marks_of_their_own() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        while reading.stop is None or reading.stop.words(Side.LEFT) is None or "early" not in told(app):
            await pilot.press("d")
        await pilot.press("f")
        assert told(app).startswith("Flagged: A ¶4 and B ¶4, “early")
        [located] = app.desk.located
        assert located.mark.subject is Subject.DIFFERENCE
        assert " 4⚑ The river" in page_text(spread)
        assert app.reader.query_one(Masthead).spare[0].startswith("3 quotations"), "no quotation has been decided on"
        await pilot.press("escape", "p", "5", "enter", "a")
        assert told(app).startswith("Accepted: A ¶5 · ")
        assert {one.mark.subject for one in app.desk.located} == {Subject.DIFFERENCE, Subject.PARAGRAPH}


async def test_a_note_of_two_lines_is_kept_and_its_first_line_told() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("c", "e")
        await pilot.press(*"ask [her]", "enter", *"again", "ctrl+s")
        await pilot.pause()
        assert told(app).startswith("Note kept: A ¶2 and B ¶2, “The bridge")
        assert "✎ ask [her] …" in told(app)
        [located] = app.desk.located
        assert located.mark.note == "ask [her]\nagain"
        await pilot.press("c")
        assert "✎ 2! “The bridge" in page_text(spread), "a note is no decision: the verdict stays"
        assert spare(app).startswith("3 quotations: 1 whose meaning may differ")
        await pilot.press("C", "a", "backspace")
        assert told(app).startswith("Cleared, the note stays: A ¶2 and B ¶2")
        await pilot.press("backspace")
        assert told(app).startswith("Note deleted, z brings it back: A ¶2")
        await pilot.press("z")
        assert [one.mark.note for one in app.desk.located] == ["ask [her]\nagain"]
        assert reading.quote is not None


async def test_u_goes_to_what_is_not_reviewed_and_says_when_all_is() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("c", "a", "u")
        assert reading.quote is not None
        assert "Nobody was" in told(app)
        await pilot.press("u")
        assert "We counted" in told(app)
        await pilot.press("u")
        assert told(app).startswith("from the top again · ")
        assert "Nobody was" in told(app), "the first one is reviewed"
        await pilot.press("U")
        assert told(app).startswith("from the end again · ")
        await pilot.press("a", "U", "U")
        assert told(app).startswith("The only one not reviewed · ")
        await pilot.press("f", "u")
        assert told(app).startswith("All 3 quotations are reviewed")
        assert spare(app) == "3 of 3 quotations reviewed, 1 flagged"


async def test_on_a_narrow_screen_the_count_is_short_and_the_other_side_is_named() -> None:
    app = opened()
    async with app.run_test(size=LEAST) as pilot:
        await pilot.press("c", "a", "c", "f")
        assert "2/3 reviewed · 1 flagged" in app.screen.query_one(Masthead).render_line(0).text
        await pilot.press("c", "a", "u")
        assert told(app).startswith("All 3 quotations are reviewed")
        await pilot.press("c", "backspace", "tab")
        await pilot.press("u")
        assert reader(app)[0].quote is not None


async def test_exchanging_the_sides_keeps_marks() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("c", "f", "x")
        await pilot.pause()
        assert page_text(spread).count("2⚑ “The bridge") == 2
        assert spare(app) == "1 of 3 quotations reviewed, 1 flagged"
        await pilot.press("v")
        assert told(app).startswith("To verify: A ¶2 and B ¶2, “The bridge will open on 21 May,”")
        assert len(app.desk.located) == 1
        assert reading.quote is not None


async def test_the_strip_shows_what_is_flagged_and_no_longer_what_is_accepted() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)

        def marks() -> list[str]:
            return [cell.mark for cell in reading.survey(spread.page)[Side.LEFT] if cell.quoted]

        await pilot.press("c")
        assert marks() == ["!"]
        await pilot.press("f")
        assert marks() == ["⚑"]
        await pilot.press("v")
        assert marks() == ["?"]
        await pilot.press("a")
        assert marks() == []


async def test_the_index_marks_the_row_under_the_cursor_and_narrows_to_what_is_left() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("i")
        await pilot.pause()
        assert [choice.name for choice in index(app)._choices][:2] == ["all", "the meaning may differ"]
        await pilot.press("f")
        await pilot.pause()
        assert head(app).startswith("Flagged: A ¶2 and B ¶2")
        assert [choice.name for choice in index(app)._choices][:3] == ["all", "not reviewed", "flagged"]
        table = app.screen.query_one(DataTable)
        assert str(table.get_row_at(0)[0]) == "⚑ flagged"
        assert "⚑ flagged" in str(app.screen.query_one("#index-text", Static).content)
        await pilot.press("right")
        assert len(index(app).shown) == 2
        await pilot.press("a")
        await pilot.pause()
        assert len(index(app).shown) == 1, "what is accepted is listed no more among what is not reviewed"
        assert head(app).startswith("Accepted: ")
        await pilot.press("z")
        await pilot.pause()
        assert len(index(app).shown) == 2
        assert head(app).startswith("Undone: accepted")
        await pilot.press("e", *"look", "ctrl+s")
        await pilot.pause()
        assert "look" in str(app.screen.query_one("#index-text", Static).content)
        await pilot.press("escape", "i")
        await pilot.pause()
        assert reading.choice == "not reviewed"
        assert len(index(app).shown) == 2, "the choice is kept"
        await pilot.press("escape")
        await pilot.pause()
        assert spare(app) == "1 of 3 quotations reviewed, 1 flagged"


async def test_u_in_the_index_passes_over_what_is_reviewed() -> None:
    app = opened()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("a", "j", "a", "u")
        assert app.screen.query_one(DataTable).cursor_row == 2
        await pilot.press("f", "u")
        assert head(app) == "All of these are reviewed"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_copying_tells_the_decision_and_the_note(size: tuple[int, int]) -> None:
    app = opened()
    async with app.run_test(size=size) as pilot:
        await pilot.press("c", "f", "e", *"see tape", "ctrl+s")
        await pilot.pause()
        await pilot.press("y")
        assert app.clipboard.startswith("The meaning may differ: A has “12”")
        assert app.clipboard.endswith("Status: flagged.\n\nNote: see tape")


async def test_nothing_to_mark_is_said(start: Start) -> None:
    empty: Collation = collate(article("a", ()), article("b", ()))
    app = start(empty)
    async with app.run_test(size=WIDE) as pilot:
        for key in ("a", "f", "e", "backspace", "s"):
            await pilot.press(key)
            await pilot.pause()
            assert told(app).startswith("There is nothing here to")
        await pilot.press("u")
        assert told(app).startswith("Nobody is quoted")


def test_a_decision_is_one_of_three() -> None:
    assert [decision.value for decision in Decision] == ["accepted", "flagged", "queried"], "the keymap names them"
