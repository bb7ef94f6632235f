from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tui.app.app import CopyholderApp
from tui.app.keymap import HELP_KEYS, INDEX_KEYS, PARAGRAPH_KEYS, READER_KEYS, SEARCH_KEYS
from tui.app.painting import Paint
from tui.app.reading import Reading, uncompared
from tui.app.screens.help import HelpScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.theme import DARK_NAME, LIGHT_NAME, PLAIN_NAME
from tui.app.widgets.heading import Masthead
from tui.app.widgets.inspector import Inspector
from tui.app.widgets.keyline import KeyLine
from tui.app.widgets.searchbar import SearchBar
from tui.app.widgets.spread import Spread
from tui.layout import Side, StopKind

if TYPE_CHECKING:
    from tui.collation import Collation

Start = Callable[..., CopyholderApp]
WIDE, NARROW, LEAST = (160, 48), (80, 24), (60, 18)


def reader(app: CopyholderApp) -> tuple[Reading, Spread]:
    assert isinstance(app.screen, ReaderScreen)
    return app.reading, app.screen.spread


def active(app: CopyholderApp) -> Side:
    return app.reading.side


def told(app: CopyholderApp) -> str:
    return app.screen.query_one(Inspector).told


def row_text(spread: Spread, y: int) -> str:
    return spread.render_line(y).text


def page_text(spread: Spread) -> str:
    return "\n".join(row_text(spread, y) for y in range(spread.page))


def on_view(app: CopyholderApp) -> bool:
    reading, spread = reader(app)
    assert reading.stop is not None
    return spread.top <= reading.stop_row(reading.stop) < spread.top + spread.page


def test_every_key_has_a_name_of_its_own() -> None:
    for keys in (READER_KEYS, HELP_KEYS, SEARCH_KEYS, PARAGRAPH_KEYS, INDEX_KEYS):
        bound = [key for entry in keys for key in entry.keys.split(",")]
        assert len(bound) == len(set(bound))
    names = [entry.id for keys in (READER_KEYS, HELP_KEYS, SEARCH_KEYS, INDEX_KEYS) for entry in keys]
    assert len(names) == len(set(names))
    assert all(entry.help and entry.told for entry in READER_KEYS)


ELSEWHERE = frozenset("quit help search paragraph note marks set-right write library statements".split())  # noqa: SIM905
"""Keys that lead to another screen or to a line in which letters are typed."""


@pytest.mark.parametrize("size", [WIDE, (100, 30), NARROW, LEAST])
async def test_every_action_of_the_keymap_exists_and_does_no_harm(
    start: Start, pair: Collation, size: tuple[int, int]
) -> None:
    app = start(pair)
    async with app.run_test(size=size) as pilot:
        for entry in READER_KEYS:
            if entry.id in ELSEWHERE:
                continue
            for key in entry.keys.split(","):
                await pilot.press(key)
        assert isinstance(app.screen, ReaderScreen)


async def test_the_first_frame_shows_both_articles_compared(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE):
        _, spread = reader(app)
        page = page_text(spread)
        assert "told Politico on" in page
        assert "added, according" in page
        assert told(app).startswith("6 differences; 1 of them is a passage in another place")
        row = next(y for y in range(spread.page) if "one of the organizers told" in row_text(spread, y))
        assert "│ ≈  │" in row_text(spread, row)
        assert "one of the organizers added" in row_text(spread, row)


async def test_words_of_articles_are_never_markup(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        _, spread = reader(app)
        assert "[bold]this[/bold] paragraph [who] knows" in page_text(spread)
        await pilot.press("d", "d", "d")
        assert "[bold]this[/bold]" in told(app)
        await pilot.press("slash", *"[/nowhere]", "enter")
        assert "“[/nowhere]” is in neither article" in told(app)


@pytest.mark.parametrize("size", [WIDE, NARROW, LEAST])
async def test_differences_are_gone_through_and_wrap_with_a_word(
    start: Start, pair: Collation, size: tuple[int, int]
) -> None:
    app = start(pair)
    async with app.run_test(size=size) as pilot:
        reading, _ = reader(app)
        seen = []
        for _ in range(6):
            await pilot.press("d")
            assert on_view(app)
            assert reading.stop is not None
            seen.append(reading.stop)
            assert "again" not in told(app)
        assert set(seen) == set(reading.table.stops)
        await pilot.press("d")
        assert told(app).startswith("from the top again · ")
        assert reading.stop == seen[0]
        await pilot.press("D")
        assert told(app).startswith("from the end again · ")
        assert reading.stop == seen[-1]


async def test_the_current_difference_is_shown_on_both_sides(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("d")
        assert reading.stop is not None
        assert reading.stop.kind is StopKind.CHANGED
        row = row_text(spread, reading.stop.left_row - spread.top)
        assert row.count("▶") == 2
        cursor = spread.painted(Side.LEFT, Paint.CURRENT)
        words = [
            segment.text
            for segment in spread.render_line(reading.stop.left_row - spread.top)
            if segment.style is not None and segment.style.bgcolor == cursor.bgcolor
        ]
        assert words == ["told Politico on", "added, according"]
        await pilot.press("escape")
        assert app.reading.stop is None
        assert "▶" not in page_text(spread)


async def test_a_hollow_pointer_stands_where_one_article_has_nothing(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        _, spread = reader(app)
        await pilot.press("d", "d", "d")
        assert told(app).startswith("◂ A ¶3: no matching wording in B (11 words)   A: Only the left")
        row = next(y for y in range(spread.page) if "▶" in row_text(spread, y))
        assert "[who] knows" in row_text(spread, row)
        assert row_text(spread, row).index("▷") > 80
        assert page_text(spread).count("▶") == page_text(spread).count("▷") == 1
        await pilot.resize_terminal(*NARROW)
        await pilot.press("tab")
        assert page_text(spread).count("▷") == 1


async def test_moved_passages(start: Start, pair: Collation, long_pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("m")
        assert told(app).startswith("⇢ moved: A ¶6 is B ¶3, word for word")
        await pilot.press("m")
        assert told(app).startswith("from the top again · ⇢ moved")
        _, spread = reader(app)
        assert "⇠6" in page_text(spread)
        assert "3⇢" in page_text(spread)
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("M")
        assert told(app).startswith("Nothing has moved · ")


async def test_scrolling(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        _, spread = reader(app)
        await pilot.press("j", "down")
        assert spread.top == 2
        await pilot.press("k", "up", "up")
        assert spread.top == 0
        await pilot.press("space")
        assert spread.top == spread.page - 2
        await pilot.press("pageup")
        assert spread.top == 0
        await pilot.press("G")
        assert "Paragraph 40:" in page_text(spread)
        assert spread.top == spread.max_scroll_y
        await pilot.press("g")
        assert spread.top == 0
        await pilot.press("end", "home")
        assert spread.top == 0
        assert app.screen.query_one(Masthead).position == "both in order · A ¶1 of 40"


async def test_a_distant_difference_is_brought_on_view(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("d")
        assert told(app) == "≈ green → grey · A ¶10, B ¶10   A: green   B: grey"
        assert on_view(app)
        await pilot.press("d")
        assert told(app) == "≈ green → grey · A ¶30, B ¶30   A: green   B: grey"
        assert on_view(app)
        assert spread.top > 40
        assert app.screen.query_one(Masthead).position == "both in order · difference 2/2 · A ¶30 of 40"
        assert reading.stop is not None


@pytest.mark.parametrize("sizes", [[(100, 30), (61, 19), WIDE], [NARROW, (300, 60), (120, 20), WIDE]])
async def test_resizing_keeps_the_reading_place(
    start: Start, long_pair: Collation, sizes: list[tuple[int, int]]
) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("space", "space")
        top = spread.top
        place = reading.place(top)
        for size in sizes:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            line = reading.table.column(place.side).line_at(reading.table_row(spread.top))
            assert line is None or line.start <= place.offset < line.end
        assert spread.top == top


async def test_resizing_keeps_the_current_difference_on_view(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d", "d")
        for size in (NARROW, LEAST, (110, 25)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert on_view(app)
            assert told(app) == "≈ green → grey · A ¶30, B ¶30   A: green   B: grey"


async def test_a_narrow_screen_shows_one_side_and_tab_the_other(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=NARROW) as pilot:
        _, spread = reader(app)
        assert "told Politico" in page_text(spread)
        assert "The Hill" not in page_text(spread)
        assert told(app).startswith("6 differences; ")
        await pilot.press("tab")
        assert told(app).startswith("= B ¶2 and A ¶1: the same words   A: Staffers ask")
        assert "The Hill" in page_text(spread)
        assert "told Politico" not in page_text(spread)
        await pilot.press("tab", "d")
        assert "   B: added, according to The Hill" in told(app)


async def test_tab_and_clicks_choose_the_active_side(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        _reading, _ = reader(app)
        await pilot.press("tab")
        assert active(app) is Side.RIGHT
        await pilot.click(Spread, offset=(10, 3))
        assert active(app) is Side.LEFT
        await pilot.click(Spread, offset=(130, 3))
        assert active(app) is Side.RIGHT
        await pilot.press("shift+tab")
        assert active(app) is Side.LEFT


async def test_swap(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("d", "x")
        assert reading.collation.left.source == "right.txt"
        assert active(app) is Side.RIGHT
        assert "   A: added, according to The Hill   B: told Politico on Sunday" in told(app)
        row = next(y for y in range(spread.page) if "organizers told" in row_text(spread, y))
        assert row_text(spread, row).index("organizers added") < row_text(spread, row).index("organizers told")


async def test_search_finds_in_both_and_n_goes_on(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("slash", *"letter")
        assert app.screen.query_one(SearchBar).is_open
        assert len(reading.matches) == 4
        await pilot.press("enter")
        assert not app.screen.query_one(SearchBar).is_open
        assert spread.has_focus
        assert told(app).startswith("4 places found (2 in A, 2 in B)")
        first = reading.match
        for _ in range(3):
            await pilot.press("n")
        assert reading.match == reading.matches[3]
        await pilot.press("n")
        assert reading.match == first
        assert told(app).startswith("from the top again")
        await pilot.press("N")
        assert told(app).startswith("from the end again")
        await pilot.press("escape")
        assert len(app.reading.matches) == 0


async def test_escape_gives_up_the_search_and_returns(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        await pilot.press("j", "j", "slash", *"paragraph 33")
        assert spread.top > 20
        await pilot.press("escape")
        assert spread.top == 2
        assert reading.query == ""
        assert not app.screen.query_one(SearchBar).is_open
        await pilot.press("n")
        assert told(app).startswith("Nothing to search for yet")


async def test_keys_typed_into_the_search_do_nothing_else(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("slash", *"%dxq?mjk", "tab")
        assert isinstance(app.screen, ReaderScreen)
        assert reading.stop is None
        assert reading.collation.left.source == "left.txt"
        assert active(app) is Side.LEFT
        assert reading.query == "%dxq?mjk"


async def test_search_on_a_narrow_screen_changes_sides(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=NARROW) as pilot:
        _reading, spread = reader(app)
        await pilot.press("slash", *"the hill", "enter")
        assert active(app) is Side.RIGHT
        assert "The Hill" in page_text(spread)


async def test_help_explains_and_closes(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=NARROW) as pilot:
        for close in ("escape", "q", "question_mark"):
            await pilot.press("question_mark")
            assert isinstance(app.screen, HelpScreen)
            await pilot.press("space", "j", "k", "pageup")
            await pilot.press(close)
            assert isinstance(app.screen, ReaderScreen)


async def test_a_small_window_says_so_and_recovers(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=(59, 18)) as pilot:
        assert app.screen.query_one("#too-small").display
        assert not app.screen.query_one("#page").display
        await pilot.press("d", "m", "tab", "x", "x", "slash", "escape")
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert app.screen.query_one("#page").display
        assert not app.screen.query_one("#too-small").display
        await pilot.pause(0.1)
        assert {one.label for one in app.screen.query_one(KeyLine).labels} >= {"difference", "search", "quit"}
        _, spread = reader(app)
        assert "told Politico" in page_text(spread)


async def test_light_and_dark(start: Start, pair: Collation) -> None:
    app = start(pair, theme="light")
    async with app.run_test(size=WIDE) as pilot:
        assert app.theme == LIGHT_NAME
        await pilot.press("l", "l")
        assert app.theme == DARK_NAME


async def test_no_colour_is_no_colour(start: Start, pair: Collation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = start(pair, theme="light")
    async with app.run_test(size=WIDE) as pilot:
        assert app.theme == PLAIN_NAME
        await pilot.press("l", "d", "d")
        assert app.theme == PLAIN_NAME
        _, spread = reader(app)
        for y in range(spread.page):
            for segment in spread.render_line(y):
                assert segment.style is not None
                assert segment.style.color is None or segment.style.color.is_default
                assert segment.style.bgcolor is None or segment.style.bgcolor.is_default


async def test_the_palette_runs_what_has_a_key(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"exchange")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.5)
        assert app.reading.collation.left.source == "right.txt"


async def test_long_articles_are_shown_first_and_compared_aside(
    start: Start, long_pair: Collation, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    from tui.app import app as module

    monkeypatch.setattr(module, "AT_ONCE", 100)
    go_on = threading.Event()
    app = start(long_pair)
    monkeypatch.setattr(module, "collate", lambda *_: go_on.wait(10) and long_pair)
    async with app.run_test(size=WIDE) as pilot:
        reading, spread = reader(app)
        assert told(app) == "Comparing the articles …"
        assert "Paragraph 1:" in page_text(spread)
        await pilot.press("d")
        assert told(app).startswith("The articles are still being compared")
        await pilot.press("space")
        place = reading.place(spread.top)
        go_on.set()
        for _ in range(50):
            await pilot.pause(0.02)
            if not reading.pending:
                break
        assert not reading.pending
        assert len(reading.table.stops) == 2
        assert reading.place(spread.top) == place


async def test_swapped_while_being_compared(long_pair: Collation) -> None:
    reading = Reading(uncompared(long_pair.left, long_pair.right), pending=True)
    reading.arrange(160, alone=False)
    reading.swap()
    reading.compared(long_pair)
    assert reading.collation.left is long_pair.right


async def test_a_fault_ends_the_app_quietly(start: Start, pair: Collation, monkeypatch: pytest.MonkeyPatch) -> None:
    app = start(pair)

    def broken(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(ReaderScreen, "action_swap", broken)
    with pytest.raises(RuntimeError, match="on purpose"):
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("x")
    assert isinstance(app.fault, RuntimeError)
