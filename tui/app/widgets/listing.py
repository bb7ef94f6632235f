"""A list of any number of lines, of which only those on view are drawn; one is lit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.excerpt import beginning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

_LIT, _UNLIT = "▸ ", "  "


class Line(NamedTuple):
    """One line.

    Attributes:
        key: What it stands for; None where it can't be lit.
        tell: What stands on it, given its cells.
        stays: It stays on view at the top when those below are scrolled.
    """

    key: object | None
    tell: Callable[[int], Text]
    stays: bool = False


def note(words: str, style: str = "") -> Line:
    """A line that says something and can't be lit."""
    return Line(None, lambda width: Text(beginning(words, width), style))


class Listing(ScrollView, can_focus=False):
    """The list. Keys belong to the screen; a click lights a line, a click on the lit one chooses it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"listing--lit", "listing--heading"}
    DEFAULT_CSS = """
    Listing {
        width: 100%; height: 1fr;
        background: $page; color: $ink;
        scrollbar-size-vertical: 1; overflow-x: hidden;
        & .listing--lit { background: $here; color: $ink; text-style: bold; }
        & .listing--heading { color: $quiet-ink; text-style: underline; }
        &:ansi .listing--lit { text-style: bold reverse; }
    }
    """

    class Lit(Message):
        """Another line is lit, by a click."""

    class Chosen(Message):
        """The lit line was clicked again."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.at = -1
        self.pressed = -1
        """The cell of a line that was clicked last."""

    @property
    def lit(self) -> object | None:
        """What the lit line stands for, or None where there is none."""
        return self.lines[self.at].key if 0 <= self.at < len(self.lines) else None

    def on_view(self) -> list[object]:
        """What the lines that are on view stand for."""
        top = self.scroll_offset.y
        return [line.key for line in self.lines[top : top + self.size.height] if line.key is not None]

    def offer(self, lines: Sequence[Line], key: object | None = None) -> None:
        """Show other lines; the one with this key is lit, or else the one at the same place."""
        self.lines = tuple(lines)
        wanted = next((at for at, line in enumerate(lines) if key is not None and line.key == key), max(0, self.at))
        self.at = self._nearest(wanted, 1)
        self._measure()
        self._bring()
        self.refresh()

    def light(self, at: int, step: int = 1) -> None:
        """Light a line, or the next one in this direction that can be lit; -1 is the last."""
        before, top = self.at, self.scroll_offset.y
        self.at = self._nearest(len(self.lines) - 1 if at < 0 else at, -1 if at < 0 else step)
        self._bring()
        if self.scroll_offset.y == top:
            self.refresh_line(before)
            self.refresh_line(self.at)
        else:
            self.refresh()

    def move(self, step: int) -> None:
        """Light a line so many lines down, or up."""
        self.light(max(0, self.at + step), step)

    def move_pages(self, pages: int) -> None:
        """Light a line a page down, or up."""
        self.move(pages * max(1, self.size.height - 2))

    def _nearest(self, at: int, step: int) -> int:
        can = [place for place, line in enumerate(self.lines) if line.key is not None]
        if not can:
            return -1
        if step > 0:
            return next((place for place in can if place >= at), can[-1])
        return next((place for place in reversed(can) if place <= at), can[0])

    def _staying(self) -> int:
        """The heading that stays at the top, or -1."""
        return next((at for at, line in enumerate(self.lines) if line.stays), -1)

    def _bring(self) -> None:
        """Bring the lit line on view, with the headings over it."""
        page = self.size.height
        if not page or self.at < 0:
            return
        top, staying = self.scroll_offset.y, self._staying()
        first = self.at
        while first > 0 and self.lines[first - 1].key is None:
            first -= 1
        if 0 <= staying < self.at:
            first = min(first, self.at - 1)
        if first < top:
            top = first
        elif self.at >= top + page:
            top = self.at - page + 1
        self.scroll_to(y=max(0, min(top, len(self.lines) - page)), animate=False, immediate=True)

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))

    def on_resize(self) -> None:
        """Keep the lit line on view."""
        self._measure()
        self._bring()

    def _place(self, y: int) -> int:
        """The line that is shown on this row."""
        staying = self._staying()
        return staying if y == 0 and 0 <= staying < self.scroll_offset.y else y + self.scroll_offset.y

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        width, base = self.scrollable_content_region.width, self.rich_style
        at = self._place(y)
        if at >= len(self.lines):
            return Strip.blank(width, base)
        line = self.lines[at]
        if line.key is None:
            style = base + self.get_component_rich_style("listing--heading", partial=True) if line.stays else base
        else:
            style = base + self.get_component_rich_style("listing--lit", partial=True) if at == self.at else base
        text = line.tell(max(1, width - len(_LIT) - 1))
        text.no_wrap, text.end = True, ""
        mark = text.blank_copy(_LIT if at == self.at else _UNLIT) + text
        strip = Strip(mark.render(self.app.console)).adjust_cell_length(width)
        return strip.apply_style(style)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Light the line under the pointer, or choose it."""
        event.stop()
        at = self._place(event.y)
        if at >= len(self.lines) or self.lines[at].key is None or event.x >= self.scrollable_content_region.width:
            return
        self.pressed = event.x - len(_LIT)
        if at == self.at:
            self.post_message(self.Chosen())
        else:
            self.light(at)
            self.post_message(self.Lit())
