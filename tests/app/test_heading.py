"""The masthead and the headings: what they say, and what goes first where there is little room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tests.app.conftest import article
from tui.app.widgets.heading import NAME, cut_middle, fit_masthead, fitted
from tui.app.wording import pair_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.app import CopyholderApp
    from tui.collation import Collation


NAMES = ("harbour-early-edition", "council-agency-report")
TOLD = ("both in order", "difference 3/26", "A ¶1 of 12")
PLACE = "difference 3/26 · A ¶1 of 12"


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (110, (NAME, "harbour-early-edition ⇄ council-agency-report", f"both in order · {PLACE}")),
        (99, (NAME, "harbour-early-edition ⇄ council-agency-report", PLACE)),
        (80, (NAME, "harbour-…edition ⇄ council-…-report", PLACE)),
        (60, (NAME, "", PLACE)),
        (36, ("", "", PLACE)),
        (20, ("", "", "A ¶1 of 12")),
        (10, ("", "", "A ¶1 of…")),
    ],
)
def test_where_the_reader_is_stays_longest(width: int, expected: tuple[str, str, str]) -> None:
    assert fit_masthead(NAMES, TOLD, width) == expected


def test_names_that_look_alike_when_cut_are_left_out() -> None:
    assert fit_masthead(("harbour-early-edition", "harbour-late-edition"), TOLD, 80) == (NAME, "", PLACE)


@pytest.mark.parametrize("names", [NAMES, ("a", "b"), ("岸田首相が辞任を表明", "👨‍👩‍👧‍👦 family")])
def test_the_masthead_never_takes_more_than_its_line(names: tuple[str, str]) -> None:
    told = ("B changed on disk, r reloads", "following A", "captions hidden", "typography 21", "A ¶1 of 12")
    for width in range(4, 200):
        name, pair, right = fit_masthead(names, told, width)
        assert cell_len(name + pair + right) <= width - 2
        assert right.rstrip().endswith(("of 12", "…"))


def test_names_of_versions_keep_both_ends() -> None:
    assert cut_middle("mayor-resigns-2024-v2", 11) == "mayor…24-v2"
    assert cut_middle("short", 11) == "short"
    assert cut_middle("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 5) == "👨‍👩‍👧‍👦…👨‍👩‍👧‍👦"


def test_checksums_are_left_out_of_names_unless_only_they_differ() -> None:
    def named(source: str) -> str:
        return pair_names(replace(article("x", ("Words",)), source=source), article("y", ("Words",)))[0]

    assert named("news/harbour_1df8ae38260215af.txt") == "harbour"
    assert named("harbour-20240311.txt") == "harbour-20240311"
    assert named("harbour_facade.txt") == "harbour_facade"
    assert named("a1df5388812c0477.txt") == "a1df5388812c0477"
    assert named("https://example.org/2024/mayor-resigns.html?from=home") == "mayor-resigns"
    twice = [replace(article("x", ("Words",)), source=f"copy_{code}.txt") for code in ("1df8ae382", "2af8ae382")]
    assert pair_names(*twice) == ("copy_1df8ae382", "copy_2af8ae382")


@pytest.mark.parametrize(
    "words", ["Ein Titel", "岸田首相が辞任を表明", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "قال رئيس الوزراء", "Z̷̧̢a̴͝l̵̛g̸̈́o̶̕"]
)
def test_titles_take_exactly_their_room(words: str) -> None:
    for width in range(1, 40):
        assert cell_len(fitted(words, width)) == width


@pytest.mark.parametrize("size", [(160, 48), (120, 40), (99, 30), (80, 24), (60, 18)])
async def test_no_line_is_longer_than_the_screen(
    start: Callable[..., CopyholderApp], pair: Collation, size: tuple[int, int]
) -> None:
    long = replace(pair, left=replace(pair.left, title="A very long title " * 20, source="very/long" * 30 + ".txt"))
    app = start(long)
    async with app.run_test(size=size) as pilot:
        for key in ("d", "t", "h", "o", "o", "tab"):
            await pilot.press(key)
            await pilot.pause()
            for widget in (app.screen.query_one("Masthead"), app.screen.query_one("Headings")):
                for y in range(widget.size.height):
                    assert widget.render_line(y).cell_length == size[0]
        masthead = app.screen.query_one("Masthead")
        assert masthead.render_line(0).text.rstrip().endswith("of 7")
