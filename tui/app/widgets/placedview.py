"""A scrolling page of rows: setting them for a width, and keeping the place that is being read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tui.app.aside import Aside, keep_for_good
from tui.app.geometry import ALTERNATE_BELOW
from tui.app.selecting import same_place
from tui.layout import Side

if TYPE_CHECKING:
    from tui.app.page import Place
    from tui.app.reading import Reading
    from tui.collation import Collation
    from tui.layout import FoldKey, Layout


class PlacedView(ScrollView, inherit_bindings=False):
    """Scrolls over the rows of a `Reading`. What it shows is drawn by whoever derives from it."""

    class Arranged(Message):
        """The rows of long articles are ready."""

        def __init__(self, twin: Reading, wish: tuple[object, ...]) -> None:
            super().__init__()
            self.twin = twin
            self.wish = wish

    class Broke(Message):
        """They couldn't be set."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    class PlaceChanged(Message, namespace="spread"):
        """Another part of the articles is on view, or another side is active."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self._place: Place | None = None
        self._below = 0
        self._setting = False
        self._aside = Aside(lambda error: self.post_message(self.Broke(error)))
        self._wish: tuple[object, ...] | None = None

    @property
    def top(self) -> int:
        """The first view row on the screen."""
        return int(self.scroll_offset.y)

    @property
    def page(self) -> int:
        """How many rows are on view."""
        return max(1, self.scrollable_content_region.height)

    def begin_at(self, place: Place) -> None:
        """Show this place: when the rows are set for the first time, or at once, set anew."""
        self._place, self._below = place, 0
        if self.reading.width:
            self.set_anew()

    # Setting and keeping the place

    def on_resize(self) -> None:
        """Set the rows anew for another width; the place that was read stays on view."""
        width = self.scrollable_content_region.width
        if width and width != self.reading.width:
            self.set_anew()
        elif self._place is not None:
            self._return_to_place()

    def on_placed_view_broke(self, message: Broke) -> None:
        """What broke aside breaks the app."""
        raise message.error

    def set_anew(self) -> None:
        """Set the rows for the screen's present width and go back to the place that was read."""
        if self._place is None and self.reading.width:
            self._keep_place()
        width = self.scrollable_content_region.width
        self.reading.arrange_for(width, alone=self._is_narrow)
        self.show_anew()

    @property
    def _is_narrow(self) -> bool:
        return self.app.size.width < ALTERNATE_BELOW

    def take(self, collation: Collation) -> None:
        """Show the comparison of the two articles, or, if they are long, begin to set it on rows."""
        self.reading.compared(collation)
        if self.reading.width:
            self.show_anew()

    def _set_aside(self) -> None:
        """Set the rows of long articles in another thread; until they are ready, what is shown stays."""
        reading, width, alone = self.reading, self.scrollable_content_region.width, self._is_narrow
        wish = reading.wish(width, alone=alone)
        if wish == self._wish:
            return
        self._wish = wish
        make = reading.twin(width, alone=alone, cells=max(1, self.size.height))
        self._aside.do(lambda: self.post_message(self.Arranged(make(), wish)))

    def on_placed_view_arranged(self, message: Arranged) -> None:
        """Show the rows that were set in the other thread, unless others are wanted by now."""
        reading = self.reading
        if reading.awaited is None:
            return
        self._wish = None if message.wish == self._wish else self._wish
        if message.wish == reading.wish(self.scrollable_content_region.width, alone=self._is_narrow):
            self._keep_place()
            before = reading.collation
            reading.adopt(message.twin)
            self._find_place_again(before)
            keep_for_good()
        self.show_anew()

    def show_anew(self) -> None:
        """Draw another set of rows, at the place that was read."""
        self._setting = True
        self.virtual_size = Size(self.reading.width, self.reading.height)
        self._setting = False
        self._return_to_place()
        self.repaint()
        if self.reading.awaited is not None:
            self._set_aside()

    def repaint(self) -> None:
        """Draw everything again."""
        self.refresh()
        self.post_message(self.PlaceChanged())

    def _keep_place(self) -> None:
        """Note what is being read: the current difference if it is on view, or else the first line."""
        reading = self.reading
        if not reading.height:
            return
        if reading.stop is not None:
            row = reading.stop_row(reading.stop)
            if self.top <= row < self.top + self.page:
                self._place, self._below = reading.place(row), row - self.top
                return
        self._place, self._below = reading.place(self.top), 0

    def _return_to_place(self) -> None:
        if self._place is not None:
            below = min(self._below, self.page * 2 // 3)
            self._scroll_straight(self.reading.row_of(self._place) - below)

    def _scroll_straight(self, row: int) -> None:
        self._setting = True
        self.scroll_to(y=max(0, min(row, self.max_scroll_y)), animate=False, force=True)
        self._setting = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Note the new place when a reader scrolls, not when rows are being set."""
        super().watch_scroll_y(old_value, new_value)
        if self.reading.width and not self._setting:
            self._keep_place()
            self.post_message(self.PlaceChanged())

    # Going somewhere

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows; negative is up."""
        self.go_to_row(self.top + rows)

    def go_to_row(self, row: int) -> None:
        """Bring a view row to the top."""
        self._scroll_straight(row)
        self._keep_place()
        self.post_message(self.PlaceChanged())

    def bring(self, first: int, last: int | None = None) -> None:
        """Bring view rows on view, a third of the page down, unless they already are well on it."""
        last = first if last is None or last - first >= self.page - 2 else last
        if not (self.top + 1 <= first and last < self.top + self.page - 2):
            self._scroll_straight(first - min(self.page // 3, self.page - 2 - (last - first)))
        self._keep_place()
        self.repaint()

    # Other rows

    def lay_out(self, layout: Layout) -> None:
        """Show another layout; the place that was read stays on view, and is what a further layout goes back to."""
        if self._place is None:
            self._keep_place()
        self.reading.lay_out(layout)
        self.show_anew()

    def toggle_fold(self, key: FoldKey) -> None:
        """Open or close a fold; what stands above it doesn't move."""
        top = self.top
        self.reading.toggle_fold(key)
        self.show_anew()
        self.go_to_row(top)

    def swap(self) -> None:
        """Exchange left and right; the place that was read stays on view."""
        self._keep_place()
        self.reading.swap()
        if self._place is not None:
            self._place = replace(self._place, side=self._place.side.other)
        self.show_anew()

    def read_anew(self, collation: Collation, *, pending: bool) -> None:
        """Show the articles as they are now on disk; the paragraph that was read stays on view."""
        self._keep_place()
        before = self.reading.collation
        self.reading.read_anew(collation, pending=pending)
        self._find_place_again(before)
        self.show_anew()

    def _find_place_again(self, before: Collation) -> None:
        """The articles may be others than before: the paragraph that was read is still the place."""
        place = self._place
        if place is None:
            return
        old = before.left if place.side is Side.LEFT else before.right
        new = self.reading.article(place.side)
        if old.text != new.text:
            self._place = replace(place, offset=same_place(old, new, place.offset))
