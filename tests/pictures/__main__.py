"""Draws the README's pictures from the real reader: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from tui.app.app import CopyholderApp
from tui.article import read_article

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"

PICTURES = {
    # name: (left, right, theme, size, keys pressed)
    "reader": ("002", "003", "dark", (150, 44), ["d"] * 11),
}


async def draw(name: str) -> None:
    """Draw one picture as an SVG beside this file."""
    left, right, theme, size, keys = PICTURES[name]
    articles = [read_article(str(next(SEEDS.glob(f"{number}_*.txt")))) for number in (left, right)]
    app = CopyholderApp(*articles, theme=theme)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        picture = app.export_screenshot(title="copyholder")
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Draw every picture."""
    os.environ.pop("NO_COLOR", None)
    for name in PICTURES:
        asyncio.run(draw(name))
        print(f"drew {name}.svg")


if __name__ == "__main__":
    main()
