"""Measures the reading screen beside bare Textual: `python -m tests.bench.screen`.

First paint: two seeds in processes of their own, against an app with nothing but two ScrollViews of the same texts.
Frames: one line scrolled and drawn at 160x48, at 20 to 100,000 paragraphs, beside a bare ScrollView; and how soon the
text is on the screen, the rest being set on rows in a thread meanwhile.
"""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textual.app import App
from textual.containers import Horizontal
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tests.bench.samples import Newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from tui.article import Article
    from tui.collation import Collation

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[2:4]
SIZE = (160, 48)
FRAMES = 300
ROUNDS = 11


class BareView(ScrollView, can_focus=True):
    """Lines of text and nothing else."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines
        self.virtual_size = Size(80, len(lines))

    def render_line(self, y: int) -> Strip:
        """One line."""
        from rich.segment import Segment

        at = y + int(self.scroll_offset.y)
        words = self.lines[at] if at < len(self.lines) else ""
        return Strip([Segment(words, self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)


class BareApp(App[None]):
    """As many ScrollViews as texts, side by side."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self.texts = texts

    def compose(self) -> ComposeResult:
        """The views."""
        with Horizontal():
            for text in self.texts:
                yield BareView([text[at : at + 78] for at in range(0, len(text), 78)])


def paint(which: str) -> float:
    """Seconds to the first frame in this process, Textual itself already imported."""
    begun = time.perf_counter()
    app: App[None]
    if which == "reader":
        # Imported here, so that bare Textual doesn't pay for it.
        from tui.app.app import CopyholderApp
        from tui.article import read_article

        app = CopyholderApp(*(read_article(str(path)) for path in SEEDS))
    else:
        app = BareApp([path.read_text(encoding="utf-8") for path in SEEDS])

    async def show() -> float:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            return time.perf_counter() - begun

    return asyncio.run(show())


def first_paints() -> tuple[float, float]:
    """Median seconds of whole processes for the reader and for bare Textual, taken in turn, compiled as installed."""
    taken: dict[str, list[float]] = {"reader": [], "bare": []}
    with TemporaryDirectory() as compiled:
        env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPYCACHEPREFIX"] = compiled
        for turn in range(ROUNDS + 1):
            for which, found in taken.items():
                begun = time.perf_counter()
                command = [sys.executable, "-m", "tests.bench.screen", which]
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
                if turn:  # the first one compiles
                    found.append(time.perf_counter() - begun)
    return statistics.median(taken["reader"]), statistics.median(taken["bare"])


def long_pair(paragraphs: int) -> Collation:
    """Two versions of a long article, collated by construction: the last word of every paragraph differs."""
    from tui.article import Article, Paragraph
    from tui.collation import Collation, Counts, Link, Relation, Span, Status

    room = Newsroom()
    kinds = [room.paragraph() for _ in range(200)]
    sides: list[Article] = []
    for word in ("grey", "green"):
        told = [f"{number} {kinds[number % 200]} {word}" for number in range(paragraphs)]
        starts = accumulate((len(words) + 2 for words in told), initial=0)
        found = tuple(Paragraph(start, start + len(words)) for start, words in zip(starts, told, strict=False))
        sides.append(Article(f"{word}.txt", "\n\n".join(told), found))
    left, right = sides
    spans: tuple[list[Span], list[Span]] = ([], [])
    for number, (here, there) in enumerate(zip(left.paragraphs, right.paragraphs, strict=True)):
        ends = here.end - 5, there.end - 6
        spans[0].append(Span(here.start, ends[0], Status.SAME, (there.start, ends[1])))
        spans[1].append(Span(there.start, ends[1], Status.SAME, (here.start, ends[0])))
        status = Status.UNIQUE if number % 3 else Status.CHANGED
        words = (here.end - 4, here.end), (there.end - 5, there.end)
        spans[0].append(Span(*words[0], status, words[1] if status is Status.CHANGED else None))
        spans[1].append(Span(*words[1], status, words[0] if status is Status.CHANGED else None))
    links = tuple(Link(at, at, Relation.EDITED, moved=False, score=0.9) for at in range(paragraphs))
    counts = Counts(len(left.text.split()), len(left.text.split()) - paragraphs, 0)
    return Collation(left, right, links, tuple(spans[0]), tuple(spans[1]), counts, counts, differs=True)


@dataclass
class Seen:
    """What was measured of an app.

    Attributes:
        opened: Seconds until the text was on the screen.
        waited: Milliseconds of each line scrolled with the whole screen drawn while the rest was still being made.
        ready: Seconds until everything was.
        frames: Milliseconds of each line scrolled after that.
    """

    opened: float = 0.0
    waited: list[float] = field(default_factory=list)
    ready: float = 0.0
    frames: list[float] = field(default_factory=list)


async def look(app: App[None], view: type[ScrollView], waits: Callable[[], bool]) -> Seen:
    """Open an app, scroll it while it still works (`waits`), and scroll it afterwards."""
    seen = Seen()
    begun = time.perf_counter()
    async with app.run_test(size=SIZE) as pilot:
        page = app.screen.query(view).first()
        while not any(segment.text.strip() for segment in page.render_line(0)):
            await asyncio.sleep(0.001)
        app.screen._compositor.render_strips(app.size)
        seen.opened = time.perf_counter() - begun
        while waits():
            seen.waited.append(await _scroll(app, page, len(seen.waited) % FRAMES))
            await asyncio.sleep(0.02)
        await pilot.pause()
        seen.ready = time.perf_counter() - begun
        for row in range(1, FRAMES + 1):
            seen.frames.append(await _scroll(app, page, row))
            await pilot._wait_for_screen()
    return seen


async def _scroll(app: App[None], page: ScrollView, row: int) -> float:
    begun = time.perf_counter()
    page.scroll_to(y=row, animate=False, force=True)
    await asyncio.sleep(0)
    app.screen._compositor.render_strips(app.size)
    return 1000 * (time.perf_counter() - begun)


def told(taken: list[float]) -> str:
    """Median, 95th percentile and the longest."""
    found = statistics.median(taken), statistics.quantiles(taken, n=20)[-1], max(taken)
    return "median {:.1f} ms  p95 {:.1f} ms  longest {:.0f} ms".format(*found)


def measure_frames(paragraphs: int) -> None:
    """Print what the reader takes and what bare Textual takes."""
    pair = long_pair(paragraphs)
    from tui.app import app as module
    from tui.app.widgets.spread import Spread

    # The comparison itself is measured elsewhere: `tests.bench.compare`.
    module.collate = lambda *_: pair  # type: ignore[attr-defined]
    gc.collect()
    held = _memory()
    before = time.perf_counter()
    reader = module.CopyholderApp(pair.left, pair.right)
    made = time.perf_counter() - before

    def waits() -> bool:
        return reader.reading.pending or reader.reading.awaited is not None

    seen = asyncio.run(look(reader, Spread, waits))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{paragraphs:>7,} paragraphs  reader  {told(seen.frames)}")
    print(f"{'':>27} text on the screen {made + seen.opened:.2f} s, everything {made + seen.ready:.2f} s")
    if len(seen.waited) > 1:
        print(f"{'':>27} meanwhile {told(seen.waited)}")
    print(f"{'':>27} memory at most {most:,.0f} MB, of which the pair and Python {held:,.0f} MB")
    bare = asyncio.run(look(BareApp([pair.left.text, pair.right.text]), BareView, lambda: False))
    print(f"{'':>18}  bare    {told(bare.frames)}  on the screen {bare.opened:.2f} s")


def _memory() -> float:
    """Megabytes that the process holds now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6


def main() -> None:
    """Print all figures, or what a process of its own is to do."""
    match sys.argv[1:]:
        case ["reader" | "bare" as which]:
            print(paint(which))
        case ["frames", paragraphs]:
            measure_frames(int(paragraphs))
        case _:
            reader, bare = first_paints()
            print(f"first paint  reader {reader:.3f} s  bare {bare:.3f} s  ratio {reader / bare:.2f}")
            for count in ("20", "2000", "10000", "100000"):
                subprocess.run([sys.executable, "-m", "tests.bench.screen", "frames", count], check=True)


if __name__ == "__main__":
    main()
