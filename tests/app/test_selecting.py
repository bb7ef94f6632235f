from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from tests.app.conftest import article
from tui.app.app import CopyholderApp
from tui.app.reading import Reading
from tui.app.selecting import copied, offset_at, selected_text, word_at
from tui.app.widgets.inspector import Inspector
from tui.app.widgets.spread import Spread
from tui.collation import Collation, collate
from tui.layout import Side

Start = Callable[..., CopyholderApp]
MIXED = "Ünïté 東京で👩‍👩‍👧 met e\u0301lite שלום people in the hall of the city for a while and then more of it all"


@pytest.mark.parametrize("side", list(Side))
def test_every_cell_leads_to_its_character(side: Side) -> None:
    reading = Reading(collate(article("a", (MIXED, "Two words.")), article("b", (MIXED, "Two words."))))
    reading.arrange(100, alone=False)
    pane = reading.geometry.pane(side)
    assert pane is not None
    text = reading.article(side).text
    for row in range(reading.height):
        line = reading.table.column(side).line_at(row)
        if line is not None:
            for at in range(line.start, line.end):
                x = pane.text_x + cell_len(text[line.start : at])
                if text[at].isascii() and text[at].isalpha() and text[at + 1 : at + 2] != "\u0301":
                    assert offset_at(reading, side, row, x) == at
            assert offset_at(reading, side, row, 999) == line.end
            assert offset_at(reading, side, row, 0) == line.start


def test_words_and_running_text() -> None:
    of = article("a", ("A first  line\nand another.", "The end."))
    assert word_at(of, of.text.index("irst")) == (2, 7)
    assert word_at(of, 1) is None
    assert selected_text(of, (2, len(of.text) - 1)) == "first line and another.\n\nThe end"


def test_the_difference_or_the_pair_is_copied(pair: Collation) -> None:
    reading = Reading(pair)
    reading.arrange(120, alone=False)
    text, said = copied(reading, 3)
    assert said == "Copied A ¶4 and B ¶6"
    assert text == f"A ¶4: {pair.left.words_of(3)}\n\nB ¶6: {pair.right.words_of(5)}"
    assert copied(reading, 2)[1] == "Copied A ¶3"
    while reading.stop is None or reading.stop.kind.value != "changed":
        reading.seek_stop(1, 0, reading.height)
    assert copied(reading, 3) == (
        "A: told Politico on Sunday\n\nB: added, according to The Hill",
        "Copied the difference",
    )
    assert copied(Reading(collate(article("a", ()), article("b", ()))), None) == ("", "")


async def test_a_drag_stays_in_its_pane_and_is_copied_unwrapped(start: Start, pair: Collation) -> None:
    app = start(pair)
    async with app.run_test(size=(100, 40)) as pilot:
        spread = app.screen.query_one(Spread)
        reading = app.reading
        left = reading.geometry.left
        assert left is not None
        row = reading.table.left.row_of_paragraph(1)
        await pilot.mouse_down(Spread, offset=(left.text_x, row))
        await pilot.hover(Spread, offset=(90, row + 1))
        await pilot.mouse_up(Spread, offset=(90, row + 1))
        assert reading.painters[Side.RIGHT].selected is None
        selected = reading.painters[Side.LEFT].selected
        assert selected is not None
        lines = [reading.table.left.line_at(at) for at in (row, row + 1)]
        assert lines[0] is not None
        assert lines[1] is not None
        assert selected == (lines[0].start, lines[1].end)
        await pilot.press("y")
        assert app.clipboard == reading.article(Side.LEFT).text[slice(*selected)]
        assert "\n" not in app.clipboard
        assert app.screen.query_one(Inspector).told.startswith("Copied ")
        await pilot.press("escape")
        assert reading.painters[Side.LEFT].selected is None
        await pilot.double_click(Spread, offset=(left.text_x + 2, row))
        assert app.screen.query_one(Spread) is spread
        await pilot.press("y")
        assert app.clipboard == "This"
