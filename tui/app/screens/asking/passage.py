"""A passage of an article with words set off in it, and a sign at the end of them that is being set."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.drawing import cells, drawn
from tui.article import Article, Paragraph
from tui.layout import clusters, shown, wrap_article

if TYPE_CHECKING:
    from textual import events

_PART = re.compile(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
_LEAST = 2
"""Cells that a line needs."""

_LONGEST_LETTER = 16
"""Code points that make one letter at most, signs put together with joiners."""


class Passage(ScrollView, can_focus=False):
    """Draws the passage, wrapped at words. A click asks for a place in it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"passage--chosen", "passage--end"}
    DEFAULT_CSS = """
    Passage {
        height: auto; width: 100%;
        background: $page; color: $ink;
        scrollbar-size-vertical: 1; overflow-x: hidden;
        & .passage--chosen { background: $left-wash; color: $wash-ink; text-style: underline; }
        & .passage--end { background: $cursor; color: $cursor-ink; text-style: bold; }
        &:ansi .passage--chosen { background: ansi_default; color: ansi_default; text-style: underline; }
        &:ansi .passage--end { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    }
    """

    class Asked(Message):
        """A click at this code point."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, text: str, limits: tuple[int, int]) -> None:
        super().__init__()
        self._text = text
        low = limits[0]
        parts = [(low + part.start(), low + part.end()) for part in _PART.finditer(text[slice(*limits)])]
        self._article = Article("", text, tuple(Paragraph(start, end) for start, end in parts))
        self._width = 0
        self.lines: list[tuple[int, int]] = []
        self._words = limits
        self._at_end = False

    def set_off(self, words: tuple[int, int], *, at_end: bool) -> None:
        """Set these words off, and bring the end that is being set on view."""
        self._words, self._at_end = words, at_end
        self._bring()
        self.refresh()

    def _wrap(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        starts, ends, owners, _ = wrap_article(self._article, max(_LEAST, width), cells)
        self.lines = []
        for at, line in enumerate(zip(starts, ends, strict=True)):
            if at and owners[at] != owners[at - 1]:
                self.lines.append((line[0], line[0]))
            self.lines.append(line)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as there are lines, as if there were no bar to scroll with."""
        self._wrap(width)
        return max(1, len(self.lines))

    def on_resize(self) -> None:
        """Wrap anew."""
        width = self.scrollable_content_region.width
        self._wrap(width)
        self.virtual_size = Size(width, len(self.lines))
        self._bring()
        self.refresh()

    def _bring(self) -> None:
        page = self.size.height
        if not page or not self.lines:
            return
        at = self._words[1] - 1 if self._at_end else self._words[0]
        row = min(bisect_right(self.lines, at, key=lambda line: line[1]), len(self.lines) - 1)
        top = self.scroll_offset.y
        if row <= top:
            top = row - 1
        elif row >= top + page - 1:
            top = row - page + 2
        self.scroll_to(y=max(0, min(top, len(self.lines) - page)), animate=False, immediate=True)

    def _marked(self) -> tuple[int, int]:
        """The letter that carries the sign: the first of the words, or the last."""
        start, end = self._words
        if end <= start:
            return start, start
        if not self._at_end:
            return next(clusters(self._text, start, end))
        *_, last = clusters(self._text, max(start, end - _LONGEST_LETTER), end)
        return last

    def render_line(self, y: int) -> Strip:
        """One line."""
        width, base = self.scrollable_content_region.width, self.rich_style
        row = y + self.scroll_offset.y
        if row >= len(self.lines):
            return Strip.blank(width, base)
        low, high = self.lines[row]
        chosen = base + self.get_component_rich_style("passage--chosen", partial=True)
        ending = base + self.get_component_rich_style("passage--end", partial=True)
        start, end = self._words
        first, last = self._marked()
        cuts = sorted({low, high, *(min(max(cut, low), high) for cut in (start, end, first, last))})
        segments = []
        for begin, stop in pairwise(cuts):
            style = ending if first <= begin < last else chosen if start <= begin < end else base
            segments.append(Segment(drawn(shown(self._text, begin, stop)), style))
        return Strip(segments).adjust_cell_length(width, base)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Ask for the place under the pointer."""
        event.stop()
        row = event.y + self.scroll_offset.y
        if row >= len(self.lines):
            return
        used = 0
        for low, high in clusters(self._text, *self.lines[row]):
            used += cells(shown(self._text, low, high))
            if event.x < used:
                self.post_message(self.Asked(low))
                return
