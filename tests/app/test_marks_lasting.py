"""What outlives the reader: marks, the place, corrections; another window's marks; a store that can't be written."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.widgets import Static

from tests.app.conftest import article
from tests.app.test_reader import LEAST, WIDE, page_text, reader, told
from tests.app.test_reviewing import LEFT, RIGHT, both, opened, spare
from tui.app.app import CopyholderApp
from tui.app.widgets.heading import Masthead
from tui.article import Role, read_article
from tui.layout import Layout, Side
from tui.review.model import Decision, Found, MarkKind, Subject
from tui.review.review import Review

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

LONG = tuple(
    f"Paragraph {number} of the report tells, in words of its own, what happened on day {number}."
    for number in range(80)
)


def position(app: CopyholderApp) -> str:
    return app.reader.query_one(Masthead).position


async def settled(pilot: Pilot[None]) -> None:
    for _ in range(4):
        await pilot.pause(0.02)


def versions(tmp_path: Path) -> tuple[str, str]:
    for name, words in (("a", LONG), ("b", (*LONG[:50], "“Nobody was in danger here,” said Ann Doe.", *LONG[50:]))):
        (tmp_path / f"{name}.txt").write_text("\n\n".join(words), encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def of_files(tmp_path: Path) -> CopyholderApp:
    left, right = (read_article(path) for path in versions(tmp_path))
    return CopyholderApp(left, right)


async def test_marks_are_there_at_the_next_opening_whichever_side_is_left(tmp_path: Path) -> None:
    db = tmp_path / "m.db"
    app = opened(db)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "f", "e", *"ask", "ctrl+s")
        await settled(pilot)
    left, right = both()
    app = CopyholderApp(right, left, db=str(db))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert spare(app) == "1 of 3 quotations reviewed, 1 flagged"
        [located] = app.desk.located
        assert located.mark.note == "ask"
        assert page_text(reader(app)[1]).count("2⚑ “The bridge") == 2


async def test_nothing_is_written_by_merely_looking(tmp_path: Path) -> None:
    db = tmp_path / "m.db"
    app = opened(db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert not db.exists()


async def test_the_next_opening_returns_to_place_layout_choice_and_quotation(tmp_path: Path) -> None:
    app = of_files(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("c")
        await pilot.press("o", "o", "i")
        await settled(pilot)
        await pilot.press("right", "escape")
        await pilot.press("q")
        column = app.reading.table.right
        first = column.next_text_row(app.reader.spread.top)
        assert first is not None
        top = column.paragraph_at(first)
        choice = app.reading.choice
    assert choice
    app = of_files(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        reading, spread = reader(app)
        assert told(app).startswith("Back where you left; home goes to the top · ")
        assert reading.layout is Layout.FOLLOW_RIGHT
        assert reading.table.right.paragraph_at(spread.top) == top
        assert reading.choice == choice
        await settled(pilot)
        assert reading.quote is not None
        assert "Nobody was in danger" in told(app)
        await pilot.press("home")
        assert spread.top == 0
        assert not told(app).startswith("Back")


async def test_the_place_is_found_again_when_the_article_has_grown(tmp_path: Path) -> None:
    app = of_files(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("p", *"40", "enter")
        await settled(pilot)
        assert app.reading.table.left.paragraph_at(app.reader.spread.top) == 39
        await pilot.press("q")
    path = tmp_path / "a.txt"
    first, second = versions(tmp_path)
    path.write_text("A new beginning.\n\nAnd another one.\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    app = CopyholderApp(read_article(first), read_article(second))
    async with app.run_test(size=LEAST) as pilot:
        await settled(pilot)
        assert app.reading.table.left.paragraph_at(app.reading.table_row(app.reader.spread.top)) == 41


async def test_who_was_at_the_top_is_told_nothing(tmp_path: Path) -> None:
    app = of_files(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("q")
    app = of_files(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        assert told(app).startswith("1 difference")


async def test_another_windows_marks_appear_by_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.screens.reviewing.LOOK", 0.05)
    db = tmp_path / "m.db"
    app = opened(db)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "a")
        left, right = both()
        other = Review.open(left, right, db)
        quote = app.reading.quote
        assert quote is not None
        other.decide(Subject.QUOTATION, quote.left, quote.right, Decision.FLAGGED)
        for _ in range(40):
            await asyncio.sleep(0.05)
            if "flagged" in spare(app):
                break
        assert spare(app) == "1 of 3 quotations reviewed, 1 flagged"
        assert page_text(reader(app)[1]).count("2⚑ “The bridge") == 2
        other.correct(MarkKind.SPEAKER, Subject.QUOTATION, quote.left, (), "Jo Poe")
        for _ in range(40):
            await asyncio.sleep(0.05)
            if "Jo Poe" in told(app):
                break
        assert "A names Jo Poe, B names Ann Doe" in told(app)
        assert told(app).startswith("Set right in another window")
        await pilot.press("z")
        assert app.reading.marks.tally.flagged == 1, "what another window decided is not undone here"
        other.close()


async def test_a_store_that_cannot_be_written_is_told_and_marks_go_on(tmp_path: Path) -> None:
    db = tmp_path / "m.db"
    db.mkdir()
    app = opened(db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert told(app).startswith("Marks are not saved")
        await pilot.press("c", "f")
        await settled(pilot)
        assert "marks not saved" in position(app)
        assert spare(app) == "1 of 3 quotations reviewed, 1 flagged"
        assert "Marks are not saved" not in told(app), "it is said once"


async def test_words_that_were_changed_are_to_be_confirmed(tmp_path: Path) -> None:
    db = tmp_path / "m.db"
    app = opened(db)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "c", "f")
        await settled(pilot)
    changed = [
        words.replace("Nobody was ever in danger here,", "Nobody was at any time in danger here,") for words in LEFT
    ]
    app = CopyholderApp(article("morning", tuple(changed)), both()[1], db=str(db))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        [located] = app.desk.located
        assert located.found is Found.CHANGED
        assert "3¿ “Nobody" in page_text(reader(app)[1])
        assert told(app).startswith("1 mark to confirm: R lists them")
        assert spare(app) == "0 of 3 quotations reviewed, 1 to confirm"
        await pilot.press("home", "c", "c")
        assert "¿ moved, please confirm: flagged · " in told(app)
        await pilot.press("f")
        assert told(app).startswith("Confirmed. Flagged: A ¶3 and B ¶3")
        assert spare(app) == "1 of 3 quotations reviewed, 1 flagged"
        await pilot.press("K")
        assert told(app).startswith("Nothing is to be confirmed on A ¶3 and B ¶3")


async def test_marks_whose_words_are_gone_are_told_and_listed(tmp_path: Path) -> None:
    db = tmp_path / "m.db"
    app = opened(db)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "c", "c", "f")
        await settled(pilot)
    app = CopyholderApp(article("morning", LEFT[:4]), both()[1], db=str(db))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert told(app).startswith("1 mark whose words are no longer found: R lists them")
        assert spare(app).startswith("2 quotations"), "an orphan counts for none of them"
        await pilot.press("R")
        await settled(pilot)
        assert app.screen is not app.reader
        await pilot.press("escape")
        await settled(pilot)
        assert [one.found for one in app.desk.located] == [Found.ORPHANED]


async def test_reading_again_keeps_marks_and_finds_their_words(tmp_path: Path) -> None:
    paths = []
    for name, words in (("a", LEFT), ("b", RIGHT)):
        (tmp_path / f"{name}.txt").write_text("\n\n".join(words), encoding="utf-8")
        paths.append(tmp_path / f"{name}.txt")
    app = CopyholderApp(*(read_article(str(path)) for path in paths))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("c", "a")
        paths[0].write_text("\n\n".join(("A first paragraph that is new.", *LEFT)), encoding="utf-8")
        await pilot.press("r")
        await settled(pilot)
        assert spare(app) == "1 of 3 quotations reviewed"
        assert "3✓ “The bridge" in page_text(reader(app)[1])
        await pilot.press("x", "r")
        await settled(pilot)
        assert "2✓ “The bridge" in page_text(reader(app)[1])


async def test_reading_again_says_which_marks_are_to_be_confirmed(tmp_path: Path) -> None:
    path, words = tmp_path / "a.txt", "\n\n".join(LEFT)
    path.write_text(words, encoding="utf-8")
    (tmp_path / "b.txt").write_text("\n\n".join(RIGHT), encoding="utf-8")
    app = CopyholderApp(read_article(str(path)), read_article(str(tmp_path / "b.txt")))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("c", "c", "f")
        path.write_text(words.replace("Nobody was ever in", "Nobody was at any time in"), encoding="utf-8")
        await pilot.press("r")
        await settled(pilot)
        assert told(app).startswith("Read again from disk · 1 mark to confirm: R lists them")
        assert spare(app).endswith("1 to confirm")


# Corrections


async def test_a_speaker_set_right_holds_at_once_can_be_undone_and_lasts(tmp_path: Path) -> None:
    db = tmp_path / "m.db"
    app = opened(db)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "c", "s")
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
        await pilot.press("ctrl+u")
        await pilot.press(*["backspace"] * 20, *"Jo Poe", "enter")
        await settled(pilot)
        assert told(app).startswith("Speaker of A ¶3 set right: Jo Poe · @ other speaker, verbatim")
        assert app.reading.quote is not None
        await pilot.press("z")
        await settled(pilot)
        assert told(app).startswith("Undone: speaker set right, “Nobody was ever in danger here,” · = verbatim")
        await pilot.press("Z")
        await settled(pilot)
        assert "A names Jo Poe, B names Bo Lee" in told(app)
    app = opened(db)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("home", "escape", "escape", "c", "c")
        assert "A names Jo Poe, B names Bo Lee" in told(app)


async def test_no_quotation_and_apart_change_the_comparison() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("c", "c", "s")
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert told(app).startswith("A ¶3 and B ¶3 don't belong together")
        assert reading.quoting is not None
        assert not any(
            stop.is_pair and "danger" in reading.article(Side.LEFT).text[slice(*stop.left[0])]
            for stop in reading.quoting.stops
        )
        await pilot.press("z")
        await settled(pilot)
        assert reading.quoting is not None
        assert sum(stop.is_pair for stop in reading.quoting.stops) == 2
        before = len(reading.quoting.comparison.left)
        await pilot.press("s")
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        assert reading.quoting is not None
        assert len(reading.quoting.comparison.left) == before - 1


async def test_a_paragraphs_part_is_chosen_from_a_list() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("p", "4", "enter", "s")
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        await pilot.press(*"picture", "enter")
        await settled(pilot)
        assert told(app).startswith("Part of A ¶4 set right: caption")
        assert reading.article(Side.LEFT).paragraphs[3].role is Role.CAPTION
        await pilot.press("z")
        await settled(pilot)
        assert reading.article(Side.LEFT).paragraphs[3].role is Role.BODY


async def test_paragraphs_are_put_together_by_hand() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        assert not reading.partners(Side.LEFT, 4)
        await pilot.press("p", "5", "enter", "s")
        await settled(pilot)
        await pilot.press("t")
        await settled(pilot)
        await pilot.press(*"three hundred", "enter")
        await settled(pilot)
        assert told(app).startswith("A ¶5 belongs together with B ¶5")
        assert reading.partners(Side.LEFT, 4) == [4]


async def test_the_bounds_of_a_quotation_are_set() -> None:
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        reading, _ = reader(app)
        await pilot.press("c", "c", "s")
        await settled(pilot)
        await pilot.press("q")
        await settled(pilot)
        await pilot.press("tab", "left", "enter")
        await settled(pilot)
        quote = reading.quote
        assert quote is not None
        words = reading.article(Side.LEFT).text[slice(*quote.left[0])]
        assert words.rstrip(",") in {"Nobody was ever in danger", "was ever in danger here"}


async def test_the_list_of_marks_goes_to_each_and_takes_back() -> None:
    app = opened()
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("R")
        await settled(pilot)
        assert told(app).startswith("Nothing is marked yet")
        await pilot.press("c", "f", "escape", "p", *"4", "enter", "v", "end", "d", "a", "home", "escape", "R")
        await settled(pilot)
        assert [one.mark.subject for one in app.desk.located].count(Subject.DIFFERENCE) == 1
        for number, expected in enumerate(app.desk.located):
            await pilot.press(*["home", *["down"] * number, "enter"])
            await settled(pilot)
            found = app.reader.located_here()
            assert found is not None, expected
            assert found.mark.id == expected.mark.id
            await pilot.press("R")
            await settled(pilot)
        gone = app.desk.located[0]
        await pilot.press("home", "delete")
        await settled(pilot)
        if app.screen.query("#panel") and len(app.desk.located) == 3:
            await pilot.press("y")
            await settled(pilot)
        assert [one.mark.id for one in app.desk.located].count(gone.mark.id) == 0
        assert len(app.desk.located) == 2
        await pilot.press("escape")
        await settled(pilot)
        assert told(app).startswith("Mark taken back, z brings it back")
        await pilot.press("z")
        assert gone.mark.id in [one.mark.id for one in app.desk.located]


async def test_a_report_is_written_where_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    app = opened()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "f", "w")
        await settled(pilot)
        for _ in range(5):
            await pilot.press("down")
        await pilot.press("enter")
        await settled(pilot)
        await asyncio.sleep(0.3)
        await settled(pilot)
        written = tmp_path / "morning and evening.txt"
        assert told(app).startswith(f"Written to ~/{tmp_path.name}/morning and evening.txt")
        assert "flagged" in written.read_text(encoding="utf-8").lower()


async def test_a_report_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    from tui.app.reporting import write_comparison
    from tui.app.screens.asking import ExportWish
    from tui.collation import collate

    wish = ExportWish("text", tmp_path / "gone" / "report.txt", None)
    said = write_comparison(wish, collate(*both()), None, "strict", ())
    assert said.endswith("report.txt could not be written: its folder does not exist")


# Articles that can't be compared while somebody waits


def long_pair(tmp_path: Path) -> CopyholderApp:
    """Two versions of 4,000 words each; the sixtieth paragraph quotes somebody, otherwise in each."""
    paths = []
    for name, number in (("a", 12), ("b", 21)):
        words = [
            f"Paragraph {at} tells what happened to house {at * 7} in street {at * 3} when the river rose over the "
            f"banks and {at * 11} people left for the hills of county {at * 13} until the water went down again."
            for at in range(120)
        ]
        words[59] = f"“We saw {number} boats leave the harbour before dawn,” said Ann Doe, the harbour master."
        path = tmp_path / f"{name}.txt"
        path.write_text("\n\n".join(words), encoding="utf-8")
        paths.append(path)
    left, right = (read_article(str(path)) for path in paths)
    return CopyholderApp(left, right)


async def compared(pilot: Pilot[None], app: CopyholderApp) -> None:
    for _ in range(200):
        await pilot.pause(0.02)
        if not app.reading.pending and app.reading.quoting is not None:
            return
    raise AssertionError("it isn't compared")


async def test_a_correction_of_long_articles_is_compared_aside_and_the_quotation_stays_current(tmp_path: Path) -> None:
    app = long_pair(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        _, spread = reader(app)
        await compared(pilot, app)
        await pilot.press("c", "f", "s")
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
        await pilot.press(*["backspace"] * 20, *"Jo Poe", "enter")
        before = spread.top
        for _ in range(200):
            await pilot.pause(0.02)
            if "A names Jo Poe" in told(app):
                break
        assert "A names Jo Poe, B names Ann Doe" in told(app)
        assert "⚑ flagged" in told(app)
        assert spread.top == before
        await pilot.press("q")
    app = long_pair(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await compared(pilot, app)
        await settled(pilot)
        assert told(app).startswith("Back where you left")
        assert "A names Jo Poe, B names Ann Doe" in told(app)
        assert 0 <= app.reader.spread.top - before <= 1, "a blank row at the top is passed over"
        await pilot.press("r")
        await compared(pilot, app)
        await settled(pilot)
        assert spare(app) == "1 of 1 quotation reviewed, 1 flagged"


async def test_the_index_closes_when_another_window_set_something_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.screens.reviewing.LOOK", 0.05)
    db = tmp_path / "m.db"
    app = opened(db)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "a", "i")
        await settled(pilot)
        quote = app.reading.quote
        assert quote is not None
        left, right = both()
        other = Review.open(left, right, db)
        other.decide(Subject.QUOTATION, quote.left, quote.right, Decision.QUERIED)
        for _ in range(40):
            await pilot.pause(0.05)
            if "to verify" in str(app.screen.query_one("#index-text", Static).content):
                break
        assert "? to verify" in str(app.screen.query_one("#index-text", Static).content)
        other.correct(MarkKind.PLAIN, Subject.QUOTATION, quote.left, ())
        other.close()
        for _ in range(40):
            await pilot.pause(0.05)
            if app.screen is app.reader:
                break
        assert app.screen is app.reader
        assert told(app).startswith("Set right in another window")
