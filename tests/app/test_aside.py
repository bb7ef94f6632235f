"""Long articles: the beginning at once, the whole from another thread, the place kept, old work dropped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

import pytest

from tui.app import app as app_module
from tui.app import aside
from tui.app.aside import Aside, beginning_of
from tui.app.reading import Reading, uncompared
from tui.app.screens.reader import ReaderScreen
from tui.app.widgets.heading import Masthead
from tui.app.widgets.inspector import Inspector
from tui.article import read_article
from tui.layout import Side

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app.app import CopyholderApp
    from tui.app.widgets.spread import Spread
    from tui.collation import Collation

Start = Callable[..., "CopyholderApp"]


@pytest.fixture(autouse=True)
def low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty paragraphs are long, of which ten are shown first."""
    monkeypatch.setattr(aside, "LONG", 20)
    monkeypatch.setattr(aside, "BEGINNING", 10)
    monkeypatch.setattr(app_module, "AT_ONCE", 100)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Until it is set, no rows come from the other thread."""
    go_on = Event()
    twin = Reading.twin

    def held(self: Reading, width: int, *, alone: bool, cells: int) -> Callable[[], Reading]:
        make = twin(self, width, alone=alone, cells=cells)

        def wait_and_make() -> Reading:
            go_on.wait(10)
            return make()

        return wait_and_make

    monkeypatch.setattr(Reading, "twin", held)
    return go_on


def page_of(app: CopyholderApp) -> Spread:
    assert isinstance(app.screen, ReaderScreen)
    return app.screen.spread


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    for _ in range(200):
        if true():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not come about")


def test_of_several_things_that_wait_only_the_newest_is_done() -> None:
    begun, go_on, ended = Event(), Event(), Event()
    done: list[str] = []

    def first() -> None:
        begun.set()
        go_on.wait(10)
        done.append("first")

    def third() -> None:
        done.append("third")
        ended.set()

    other = Aside(lambda error: done.append(str(error)))
    other.do(first)
    assert begun.wait(10)
    other.do(lambda: done.append("second"))
    other.do(third)
    go_on.set()
    assert ended.wait(10)
    assert done == ["first", "third"]


def test_the_beginning_keeps_the_text(long_pair: Collation) -> None:
    whole = uncompared(long_pair.left, long_pair.right)
    first = beginning_of(whole)
    assert first.left.text is whole.left.text
    assert first.left.paragraphs == whole.left.paragraphs[:10]


async def test_the_beginning_is_shown_and_the_whole_follows_at_the_same_place(
    start: Start, long_pair: Collation, gate: Event
) -> None:
    app = start(long_pair)
    async with app.run_test(size=(160, 24)) as pilot:
        await until(pilot, lambda: app.reading.awaited is not None and not app.reading.awaited[1])
        reading, spread = app.reading, page_of(app)
        assert reading.is_partial
        assert "only the beginning so far" in app.screen.query_one(Masthead).position
        assert "A ¶1 of 40" in app.screen.query_one(Masthead).position
        geometry = reading.geometry
        await pilot.press("space")
        place, line = reading.place(spread.top), spread.render_line(0).text
        assert place.offset > 0
        gate.set()
        await until(pilot, lambda: reading.awaited is None)
        assert reading.collation.left is long_pair.left
        assert reading.geometry == geometry, "nothing moves sideways"
        assert reading.collation.links == long_pair.links
        assert len(reading.stops) == 2
        assert reading.place(spread.top) == place
        assert spread.render_line(0).text.replace("≈", " ") == line.replace("≈", " ")
        assert "beginning" not in app.screen.query_one(Masthead).position


async def test_another_size_meanwhile_drops_what_was_made_for_the_old_one(
    start: Start, long_pair: Collation, gate: Event
) -> None:
    app = start(long_pair)
    async with app.run_test(size=(160, 24)) as pilot:
        await until(pilot, lambda: app.reading.awaited is not None)
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert app.reading.is_partial
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None)
        assert app.reading.width == page_of(app).scrollable_content_region.width
        assert app.reading.width < 120


async def test_a_long_page_stays_until_the_rows_for_another_size_are_ready(
    start: Start, long_pair: Collation, gate: Event
) -> None:
    app = start(long_pair)
    async with app.run_test(size=(160, 24)) as pilot:
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None and not app.reading.pending)
        await pilot.press("d")
        stop, spread = app.reading.stop, page_of(app)
        assert stop is not None
        gate.clear()
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        assert "being arranged" in app.screen.query_one(Masthead).position
        assert any(spread.render_line(row).text.strip() for row in range(spread.page))
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None)
        assert app.reading.width < 120
        assert app.reading.stop is not None
        assert app.reading.stop.words(Side.LEFT) == stop.words(Side.LEFT)
        assert spread.top <= app.reading.stop_row(app.reading.stop) < spread.top + spread.page


async def test_swapped_and_laid_out_while_the_rows_are_made(start: Start, long_pair: Collation, gate: Event) -> None:
    app = start(long_pair)
    async with app.run_test(size=(160, 24)) as pilot:
        await until(pilot, lambda: app.reading.awaited is not None and not app.reading.awaited[1])
        await pilot.press("x", "o")
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None)
        assert app.reading.collation.left is long_pair.right
        assert app.reading.collation.right is long_pair.left
        assert app.reading.layout.value != "both"


async def test_a_paragraph_that_is_still_to_come(start: Start, long_pair: Collation, gate: Event) -> None:
    app = start(long_pair)
    async with app.run_test(size=(160, 24)) as pilot:
        await until(pilot, lambda: app.reading.awaited is not None)
        await pilot.press("p", "3", "5", "enter")
        await pilot.pause()
        assert page_of(app).top == 0
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None)
        await pilot.press("p", "3", "5", "enter")
        await pilot.pause()
        assert app.reading.place(page_of(app).top).offset == long_pair.left.paragraphs[34].start


async def test_a_fault_while_rows_are_made_ends_the_app(
    start: Start, long_pair: Collation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Callable[[], Reading]:
        def make() -> Reading:
            raise RuntimeError("broken on purpose")

        return make

    monkeypatch.setattr(Reading, "twin", broken)
    app = start(long_pair)
    with pytest.raises(RuntimeError, match="on purpose"):
        async with app.run_test(size=(160, 24)) as pilot:
            await until(pilot, lambda: app.fault is not None)


async def test_another_layout_of_long_articles_is_made_aside(start: Start, long_pair: Collation, gate: Event) -> None:
    app = start(long_pair)
    async with app.run_test(size=(160, 24)) as pilot:
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None and not app.reading.pending)
        await pilot.press("d", "d")
        spread, height, stop = page_of(app), app.reading.height, app.reading.stop
        gate.clear()
        await pilot.press("o", "o", "o")
        assert app.reading.height == height, "what is shown stays"
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None)
        assert app.reading.layout.folds
        assert app.reading.height < height
        assert stop is not None
        assert app.reading.stop is not None
        assert app.reading.stop.words(Side.LEFT) == stop.words(Side.LEFT)
        assert spread.top <= app.reading.stop_row(app.reading.stop) < spread.top + spread.page


async def test_keys_that_need_no_other_rows_are_answered_at_once(
    start: Start, long_pair: Collation, gate: Event
) -> None:
    def row() -> list[str]:
        assert app.reading.current_row is not None
        return [segment.text for segment in spread.render_line(app.reading.current_row - spread.top)]

    app = start(long_pair)
    gate.set()
    async with app.run_test(size=(160, 24)) as pilot:
        await until(pilot, lambda: not app.reading.pending and app.reading.awaited is None)
        spread = page_of(app)
        await pilot.press("d", "d")
        await pilot.pause()
        before = row()
        gate.clear()
        await pilot.press("x")
        await pilot.pause()
        assert app.reading.collation.left is long_pair.right
        assert app.reading.stop is not None
        words = app.reading.stop.left or (0, 0)
        assert app.reading.article(Side.LEFT).text[slice(*words)] == "grey"
        now = "".join(row())
        assert [text for text in before if "green" in text or "grey" in text] == ["green", "grey"]
        assert now.index("grey") < now.index("green")
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None)
        assert app.reading.stop in app.reading.table.stops


async def test_typography_of_long_articles_is_looked_for_aside(start: Start, long_pair: Collation, gate: Event) -> None:
    app = start(long_pair)
    gate.set()
    async with app.run_test(size=(160, 24)) as pilot:
        await until(pilot, lambda: not app.reading.pending and app.reading.awaited is None)
        gate.clear()
        table = app.reading.table
        await pilot.press("t")
        await pilot.pause()
        inspector = app.screen.query_one(Inspector)
        assert inspector.told.startswith("Looking for what is typed differently")
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None)
        assert inspector.told.startswith("No differences of typography")
        assert app.reading.table is table


async def test_the_other_side_of_a_narrow_screen_keeps_the_rows(start: Start, long_pair: Collation) -> None:
    app = start(long_pair)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: not app.reading.pending and app.reading.awaited is None)
        table = app.reading.table
        await pilot.press("d", "tab")
        await pilot.pause()
        assert app.reading.table is table
        assert app.reading.side is Side.RIGHT
        await pilot.press("d")
        assert app.reading.stop is not None
        assert "difference 2/2" in app.screen.query_one(Masthead).position


async def test_long_articles_are_read_again_aside(tmp_path: Path, gate: Event) -> None:
    paths = tmp_path / "a.txt", tmp_path / "b.txt"
    told = [f"Paragraph {number} says the same few words once more." for number in range(40)]
    for path in paths:
        path.write_text("\n\n".join(told), encoding="utf-8")
    app = app_module.CopyholderApp(*(read_article(str(path)) for path in paths))
    gate.set()
    async with app.run_test(size=(160, 24)) as pilot:
        await until(pilot, lambda: not app.reading.pending and app.reading.awaited is None)
        page_of(app).go_to_row(app.reading.table.left.row_of_paragraph(25))
        paths[0].write_text("\n\n".join(["A new beginning of it all.", *told]), encoding="utf-8")
        gate.clear()
        await pilot.press("r")
        inspector = app.screen.query_one(Inspector)
        await until(pilot, lambda: inspector.told.startswith("Read again from disk"))
        assert len(app.reading.article(Side.LEFT).paragraphs) == 40
        gate.set()
        await until(pilot, lambda: app.reading.awaited is None)
        assert len(app.reading.article(Side.LEFT).paragraphs) == 41
        assert app.reading.table.left.paragraph_at(page_of(app).top) == 26
        paths[1].unlink()
        await pilot.press("r")
        await until(pilot, lambda: inspector.told.startswith("B can't be read again: "))
        assert len(app.reading.article(Side.RIGHT).paragraphs) == 40
