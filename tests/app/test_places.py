"""What the lines around the page say of the place, and what they say where nothing can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from textual.command import CommandList
from textual.events import Key

from tests.app.test_reader import NARROW, WIDE, reader, told
from tui.app.app import CopyholderApp
from tui.app.keymap import READER_KEYS
from tui.app.screens.help import HelpScreen, help_page
from tui.app.telling import tell_stop
from tui.app.theme import PLAIN_NAME
from tui.app.widgets.heading import Masthead
from tui.app.widgets.keyline import KeyLine
from tui.app.wording import states_told
from tui.layout import Layout, Side, Stop, StopKind, sign_text

if TYPE_CHECKING:
    from tui.article import Range
    from tui.collation import Collation

Start = Callable[..., CopyholderApp]


def position(app: CopyholderApp) -> str:
    return app.screen.query_one(Masthead).position


async def test_of_a_difference_that_only_b_has_the_place_in_b_is_told(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        for _ in reading.stops:
            await pilot.press("d")
            if reading.stop is not None and reading.stop.kind is StopKind.ONLY and reading.stop.left is None:
                break
        assert told(app).startswith("▸ B ¶5: no matching wording in A")
        assert position(app).endswith("B ¶5 of 7")
        assert reading.side is Side.LEFT


async def test_the_paragraph_told_is_one_that_is_on_view(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=(160, 24)) as pilot:
        reading, spread = reader(app)
        column = reading.table.left
        spread.go_to_row(column.last_row_of_paragraph(3) + 1)
        await pilot.pause()
        assert column.line_at(spread.top) is None
        assert position(app).endswith("A ¶5 of 40")


def test_what_is_hidden_is_told_longer_than_the_layout(start: Start, pair: Collation) -> None:
    reading = start(pair).reading
    reading.arrange(160, alone=False)
    reading.lay_out(Layout.FOLLOW_LEFT)
    reading.hide_quiet(hide=True)
    assert states_told(reading) == ["captions hidden", "following A"]


async def test_nothing_is_hidden_where_nothing_is_dimmed(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("h")
        assert told(app).startswith("There is nothing to hide")
        assert not app.reading.quiet_hidden


async def test_with_one_pane_a_pair_names_its_partner(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        signs = [sign_text(sign) for _, sign in sorted(app.reading.signs.items())]
        assert signs == ["=2", "≈4", "◂", "≈6", "~7", "3⇢"]


async def test_the_other_side_is_shown_where_the_difference_stands(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=(80, 18)) as pilot:
        reading, spread = reader(app)
        await pilot.press("m")
        assert reading.stop is not None
        await pilot.press("tab")
        assert reading.side is Side.RIGHT
        row = reading.stop_row(reading.stop)
        assert reading.table.right.paragraph_at(reading.table_row(row)) == 2
        assert spread.top <= row < spread.top + spread.page


async def test_a_difference_has_one_number_on_every_screen(start: Start, pair: Collation) -> None:
    numbers = []
    for size in (WIDE, NARROW):
        app = start(pair)
        async with app.run_test(size=size) as pilot:
            await pilot.press("m")
            first = position(app).split(" · ")[-2]
            await pilot.press("tab")
            numbers += [first, position(app).split(" · ")[-2]]
    assert len(set(numbers)) == 1
    assert numbers[0].startswith("difference ")


@pytest.mark.parametrize(
    ("theme", "why"), [("plain", "it has no colours"), ("sixteen", "it takes the terminal's own 16 colours")]
)
async def test_why_there_is_no_other_page_is_told(start: Start, pair: Collation, theme: str, why: str) -> None:
    app = start(pair, theme=theme)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert f"There is only this page: {why}" in told(app)


async def test_the_palette_shows_its_line_without_colours(
    start: Start, pair: Collation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        assert app.theme == PLAIN_NAME
        await pilot.press("ctrl+p")
        await pilot.pause(0.5)
        await pilot.press("down")
        await pilot.pause()
        commands = app.screen.query_one(CommandList)
        underlined = [
            y
            for y in range(8)
            if all(segment.style is not None and segment.style.underline for segment in commands.render_line(y))
        ]
        assert commands.highlighted == 1
        assert underlined == [2, 3], "each command takes two lines"


async def test_while_words_are_typed_enter_is_among_the_keys(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        keys = app.screen.query_one(KeyLine)
        assert {(one.written, one.label) for one in keys.labels} == {("enter", "go there"), ("escape", "close")}


async def test_what_follows_escape_belongs_to_the_page(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", "x", "y")
        for key, character in (("escape", None), ("d", "d"), ("d", "d")):
            app.post_message(Key(key, character))
        await pilot.pause()
        await pilot.pause()
        assert app.reading.stop == app.reading.stops[1]
        assert app.reading.query == ""


async def test_the_help_names_every_key(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=(100, 200)) as pilot:
        _, spread = reader(app)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        console = app.console
        with console.capture() as shown:
            console.print(help_page(spread, {}))
        text = shown.get()
        for written in ("y ctrl c", "? f1"):
            assert written in text
        assert all(key.help.split(":")[0].split(";")[0][:20] in text for key in READER_KEYS if "previous" not in key.id)


def test_several_paragraphs_are_and_one_is(start: Start, pair: Collation) -> None:
    reading = start(pair).reading
    reading.arrange(160, alone=False)
    left, right = reading.article(Side.LEFT).paragraphs, reading.article(Side.RIGHT).paragraphs
    one, two = (left[5].start, left[5].end), (left[4].start, left[5].end)
    there = (right[2].start, right[2].end)
    lead = ["".join(words for words, _ in tell_stop(reading, moved(words, there)).lead) for words in (one, two)]
    assert lead == ["⇢ moved: A ¶6 is B ¶3, word for word", "⇢ moved: A ¶5–6 are B ¶3, word for word"]


def moved(left: Range, right: Range) -> Stop:
    return Stop(StopKind.MOVED, left, right, 0, 0)
