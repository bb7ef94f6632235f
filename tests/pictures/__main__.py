"""Draws the README's pictures from the real program: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from tui.app.app import CopyholderApp
from tui.article import read_article

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"


class Picture(NamedTuple):
    """What is drawn.

    Attributes:
        articles: The numbers of the articles in the reader; none for the library of all.
        keys: Keys pressed, one after the other.
        size: Columns and rows.
    """

    articles: tuple[str, ...]
    keys: tuple[str, ...]
    size: tuple[int, int]


PICTURES = {
    "reader": Picture(("002", "003"), ("d",) * 11, (150, 44)),
    "library": Picture((), (), (150, 20)),
    "statements": Picture((), ("s", *["down"] * 9, "left", "left"), (150, 34)),
}


async def draw(name: str, marks: str) -> None:
    """Draw one picture as an SVG beside this file."""
    wanted = PICTURES[name]
    articles = [read_article(str(next(SEEDS.glob(f"{number}_*.txt")))) for number in wanted.articles]
    app = CopyholderApp(*articles, sources=None if articles else [SEEDS.name], theme="dark", db=marks)
    async with app.run_test(size=wanted.size) as pilot:
        await settle(app)
        for key in wanted.keys:
            await pilot.press(key)
            if key == "s":
                await settle(app)
        await pilot.pause()
        picture = app.export_screenshot(title="copyholder")
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


async def settle(app: CopyholderApp) -> None:
    """Wait until everything is read and compared, and a moment for the statements of five articles."""
    await asyncio.sleep(0)
    while app.shelf.is_busy:
        await asyncio.sleep(0.05)
    await asyncio.sleep(1)


def main() -> None:
    """Draw every picture."""
    os.environ.pop("NO_COLOR", None)
    os.chdir(SEEDS.parent)
    with tempfile.TemporaryDirectory() as folder:
        for name in PICTURES:
            asyncio.run(draw(name, str(Path(folder) / "marks.db")))
            print(f"drew {name}.svg")


if __name__ == "__main__":
    main()
