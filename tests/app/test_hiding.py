"""What is dimmed can be left out, with the folds that hold nothing else."""

from __future__ import annotations

from pathlib import Path

from tests.app.test_reader import page_text, reader
from tui.app.app import CopyholderApp
from tui.article import read_article
from tui.layout import Layout

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


async def test_a_fold_of_nothing_but_dimmed_text_is_hidden_with_it() -> None:
    app = CopyholderApp(*(read_article(str(SEEDS[number])) for number in (2, 3)))
    async with app.run_test(size=(160, 48)) as pilot:
        reading, spread = reader(app)
        await pilot.press(*["o"] * [*Layout].index(Layout.QUOTATIONS))
        shown, height = page_text(spread), reading.height
        assert "▸ 1 paragraph not compared" in shown
        assert "▸ 2 paragraphs without quotations" in shown
        await pilot.press("h")
        assert "not compared" not in page_text(spread)
        assert "▸ 2 paragraphs without quotations" in page_text(spread)
        assert reading.height < height
        await pilot.press("h")
        assert page_text(spread) == shown
