"""What is dropped or pasted on the reader: a file or an address takes the place of one of its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.screens.writing import WritingScreen
from tui.app.wording import LETTERS, article_title
from tui.layout import Side

if TYPE_CHECKING:
    from textual import events

_NAME = 40
"""Cells of the name of what was dropped."""

_NO_SOURCE = "That names no file and is no address; L, then +, takes an article's text"


class DroppingScreen(WritingScreen, inherit_bindings=False):
    """What the reading screen does with what is dropped on it."""

    def on_paste(self, event: events.Paste) -> None:
        """Ask in whose place a file or an address is to stand."""
        event.stop()
        if not self.is_current or self.open_bar is not None or not self.reading.width:
            return
        # Only here: hardly anybody drops anything.
        from tui.app.drawing import harmless
        from tui.app.excerpt import beginning
        from tui.app.screens.asking import CorrectingScreen, PickRow
        from tui.article.dropped import sources_in

        sources = sources_in(event.text)
        if not sources:
            if event.text.strip():
                self.say(_NO_SOURCE)
            return
        named = beginning(harmless(sources[0].rstrip("/").rpartition("/")[2]) or harmless(sources[0]), _NAME)
        what = f"“{named}”" if len(sources) == 1 else f"One of {len(sources):,} articles"
        items = [
            PickRow(f"in place of {LETTERS[side]}", article_title(self.reading.article(side)), side, LETTERS[side])
            for side in Side
        ]

        def put(side: object) -> None:
            if isinstance(side, Side):
                self.call_later(self._put, sources, side)

        self.app.push_screen(CorrectingScreen(f"{what} is to stand …", items), put)

    async def _put(self, sources: tuple[str, ...], side: Side) -> None:
        """Have the library read it, and open it beside the other side's article."""
        from tui.app.screens.library import LibraryScreen

        if self.reading.side is not side:
            await self.run_action("other_side")
        await self.run_action("app.library")
        library = self.app.screen
        if isinstance(library, LibraryScreen):
            library.call_after_refresh(library.put_beside, sources)
