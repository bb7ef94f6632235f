"""The reading screen: two articles side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from tui.app.aside import is_long
from tui.app.excerpt import beginning
from tui.app.geometry import ALTERNATE_BELOW, LEAST_HEIGHT, LEAST_WIDTH
from tui.app.keymap import KEPT, KEPT_AT_QUOTATION, READER_KEYS
from tui.app.marktelling import with_mark
from tui.app.screens.arranging import FROM_END, FROM_TOP
from tui.app.screens.dropping import DroppingScreen
from tui.app.selecting import copied
from tui.app.telling import tell_reading
from tui.app.watching import SECONDS, Watch
from tui.app.widgets.heading import Headings, Masthead
from tui.app.widgets.inspector import Inspector
from tui.app.widgets.keyline import KeyLine
from tui.app.widgets.overview import Overview
from tui.app.widgets.spread import Spread
from tui.app.wording import (
    LETTERS,
    READ_AGAIN,
    TYPOGRAPHY_SOUGHT,
    disk_told,
    plural,
    position_told,
    states_told,
    typography_told,
)
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.desk import Desk
    from tui.app.reading import Reading
    from tui.app.screens.reviewing import Calls
    from tui.app.widgets.searchbar import SearchBar
    from tui.collation import Collation

_LONGEST_SOUGHT = 40
"""Cells of what was searched for that are said again."""

_TOO_SMALL = (
    "This window is too small to show two articles. Please make it larger: "
    f"Copyholder needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} rows. q quits."
)


class ReaderScreen(DroppingScreen, inherit_bindings=False):
    """Shows a reading and answers its keys."""

    AUTO_FOCUS = "Spread"
    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in READER_KEYS]
    DEFAULT_CSS = """
    ReaderScreen {
        background: $page;
        color: $ink;
        & #page { height: 1fr; }
        & Spread { height: 100%; width: 1fr; }
        & Overview { height: 100%; }
        & #too-small { display: none; padding: 1 2; width: 100%; height: 100%; }
        &.-too-small > * { display: none; }
        &.-too-small > #too-small { display: block; }
    }
    """

    class Opened(Message):
        """The page is on the screen."""

    def __init__(
        self, reading: Reading, desk: Desk, calls: Calls, remapped: Mapping[str, str], house_rules: str = "strict"
    ) -> None:
        super().__init__(reading, desk, calls)
        self._remapped = remapped
        self._house_rules = house_rules
        self._return_row = 0
        self._return_folds = reading.unfolded
        self._ready = False
        self._watch = Watch()

    def compose(self) -> ComposeResult:
        """From the top: the masthead, the headings, the page, the inspector, the keys."""
        yield Masthead(self.reading)
        yield Headings(self.reading)
        with Horizontal(id="page"):
            yield Spread(self.reading)
            yield Overview(self.reading)
        yield Inspector(self.reading)
        yield KeyLine()
        yield Static(_TOO_SMALL, id="too-small", markup=False)

    def _pop_result_callback(self) -> None:
        # Textual takes this away when another reader comes in its place, and its first screen never got any.
        if self._result_callbacks:
            super()._pop_result_callback()

    def on_resize(self, event: events.Resize) -> None:
        """Choose between both panes, one pane, and the sentence that there is no room."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(small, "-too-small")
        inspector = self.query_one(Inspector)
        alone = event.size.width < ALTERNATE_BELOW
        inspector.make_room(event.size.height, alone=alone, quoting=self.reading.quote is not None)
        self.query_one(Overview).set_class(alone, "-single")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While words are typed, the keys belong to the search; without a page they do nothing."""
        if self.has_class("-too-small") or not self._ready:
            return False
        return self.open_bar is None

    def take(self, collation: Collation) -> None:
        """Show the comparison that was awaited."""
        self.spread.take(collation)

    def read_anew(self, collation: Collation, *, pending: bool) -> None:
        """Show the same articles as they are now, at the same place and quotation."""
        from tui.app.returning import quotation_of, seek_quotation

        quoted = quotation_of(self.reading)
        self.spread.read_anew(collation, pending=pending)
        seek_quotation(self.reading, quoted)

    def take_anew(self, said: str, collation: Collation | None) -> None:
        """Articles were read again in a thread: show their comparison, and say so now."""
        if collation is not None:
            self._watch.begin([article.source for article in (collation.left, collation.right)])
            if is_long(collation):
                self.take(collation)
            else:
                self.read_anew(collation, pending=False)
        self.say(self.with_astray(said))

    def on_spread_place_changed(self) -> None:
        """Bring the lines around the page up to date."""
        if self._note == TYPOGRAPHY_SOUGHT:
            self._note = typography_told(self.reading)
        if not self._ready:
            self._ready = True
            self.refresh_bindings()
            # After the first frame: comparing long articles would hold it up.
            self.call_after_refresh(self.post_message, self.Opened())
        self.tell()

    def tell(self) -> None:
        """Say where the reader is and what the current difference is."""
        reading = self.reading
        if not reading.width:
            return
        paragraph = self.paragraph()
        masthead = self.query_one(Masthead)
        self.return_when_whole()
        self.show_marks()
        masthead.told = (
            *self.saving_told(),
            *disk_told(reading, self._watch),
            *states_told(reading),
            position_told(reading, *self.told_place()),
        )
        masthead.spare = self.progress_told()
        masthead.refresh()
        self.query_one(Headings).refresh()
        self.query_one(KeyLine).prefer(KEPT if reading.quote is None else KEPT_AT_QUOTATION)
        self.query_one(Overview).show(self.spread.top, self.spread.page)
        self.compare_quotations()
        shown = tell_reading(reading, paragraph, at_top=self.spread.top == 0)
        told = with_mark(shown, self.located_here(), self._note)
        inspector = self.query_one(Inspector)
        inspector.make_room(self.size.height, alone=reading.alone, quoting=bool(told.wordings))
        inspector.say(told, self._note)

    # Scrolling

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self._note = ""
        self.spread.scroll_rows(rows)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by pages, two rows of the last one staying on view."""
        self._note = ""
        self.spread.scroll_rows(pages * max(1, self.spread.page - 2))

    def action_go_top(self) -> None:
        """To the beginning."""
        self._note = ""
        self.spread.go_to_row(0)

    def action_go_bottom(self) -> None:
        """To the end."""
        self._note = ""
        self.spread.go_to_row(self.reading.height)

    def on_overview_asked(self, event: Overview.Asked) -> None:
        """Bring the place asked for into the middle of the page."""
        self.spread.go_to_row(event.row - self.spread.page // 2)

    def on_overview_wheel(self, event: Overview.Wheel) -> None:
        """The wheel over the strip."""
        self.spread.scroll_rows(event.rows)

    # Differences

    def action_seek_difference(self, step: int) -> None:
        """Go to the next or previous difference."""
        self._seek(step, moved=False)

    def action_seek_moved(self, step: int) -> None:
        """Go to the next or previous moved passage."""
        self._seek(step, moved=True)

    def _seek(self, step: int, *, moved: bool) -> None:
        reading, spread = self.reading, self.spread
        if reading.pending:
            self.say("The articles are still being compared")
            return
        self.forget_level()
        reading.match = None
        wrapped = reading.seek_stop(step, spread.top, spread.top + spread.page, moved=moved)
        if wrapped is None or reading.stop is None:
            self.say("Nothing has moved" if moved else "")
            return
        self._note = (FROM_TOP if step > 0 else FROM_END) if wrapped else ""
        for side in Side:
            if reading.stop is not None and (words := reading.stop.words(side)) is not None:
                self.show_words(side, words[0])
        rows = sorted(reading.view_row(reading.stop.row_of(side)) for side in Side)
        if reading.alone or rows[-1] - rows[0] >= spread.page - 2:
            rows = [reading.stop_row(reading.stop)]
        spread.bring(rows[0], rows[-1])

    def action_clear(self) -> None:
        """Leave the selection, then the search, then the difference."""
        self._note = ""
        if self.spread.clear_selection():
            self.tell()
            return
        if self.put_back():
            return
        if self.reading.query:
            self.reading.search("")
        else:
            self.reading.match = None
            self.reading.clear_stop()
        self.reading.refresh_current()
        self.spread.repaint()

    # Sides

    def action_other_side(self) -> None:
        """Make the other side the active one; on a narrow screen it is the one shown."""
        reading, spread = self.reading, self.spread
        self._note = ""
        self.forget_level()
        row, current = reading.table_row(spread.top), reading.current_row
        follows = current is not None and spread.top <= current < spread.top + spread.page
        reading.other_side()
        if reading.alone:
            spread.show_anew()
            there = reading.current_row if follows else None
            spread.go_to_row(reading.view_row(row) if there is None else there - spread.page // 3)
        else:
            spread.repaint()

    def action_swap(self) -> None:
        """Exchange left and right."""
        self._note = "Swapped"
        self.desk.turn()
        self.spread.swap()

    # What is shown

    def action_typography(self) -> None:
        """Set off what is the same but typed differently, or no longer."""
        reading = self.reading
        if reading.pending:
            self.say("The articles are still being compared")
            return
        reading.show_typography(on=not reading.typography)
        self._note = typography_told(reading)
        self.spread.show_anew()

    def action_hide(self) -> None:
        """Hide dimmed text, or show it again."""
        reading = self.reading
        if not reading.quiet_hidden and not any(painter.has_quiet for painter in reading.painters.values()):
            self.say("There is nothing to hide: no captions, notices or repeated text")
            return
        reading.hide_quiet(hide=not reading.quiet_hidden)
        self._note = "Captions, notices and repeated text hidden" if reading.quiet_hidden else "All text shown"
        self.spread.show_anew()

    def action_copy(self) -> None:
        """Copy the selection, the current difference, or the paragraph with its partner."""
        text, said = copied(self.reading, self.paragraph())
        if text:
            self.app.copy_to_clipboard(text)
        self.say(said or "There is nothing to copy")

    # Files that change on disk

    def on_mount(self) -> None:
        """Look at the files now and then."""
        self.return_before_paint()
        self._watch.begin(self._sources())
        self.set_interval(SECONDS, self.look_at_files)

    def on_app_focus(self) -> None:
        """Who comes back from an editor has perhaps just saved."""
        self.look_at_files()

    def look_at_files(self) -> None:
        """Say in the masthead when a file has changed or is gone."""
        if self._watch.look() and self._ready:
            self.tell()

    def action_reload(self) -> None:
        """Read both articles again."""
        said = self._calls.read_again()
        if said == READ_AGAIN:
            self._watch.begin(self._sources())
            said = self.with_astray(said)
        self.say(said)

    def _sources(self) -> list[str]:
        return [self.reading.article(side).source for side in Side]

    # Search

    async def action_search(self) -> None:
        """Open the search bar."""
        from tui.app.widgets.searchbar import SearchBar

        self.forget_level()
        self._return_row = self.spread.top
        self._return_folds = self.reading.unfolded
        (await self.use_bar(SearchBar)).open()

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search while the reader types, and show the first place from where they are."""
        reading, spread = self.reading, self.spread
        # What was opened for the letters typed so far needn't stay open for the word.
        reading.refold(self._return_folds)
        reading.search(event.query)
        if reading.matches:
            reading.seek_match(1, self._return_row, reading.height)
            self._show_match()
        else:
            reading.refresh_current()
            spread.show_anew()
        event.bar.say(self._count() if event.query.strip() else "")

    def on_search_bar_entered(self) -> None:
        """Back to the page, at the place found."""
        self.close_bar()
        if self.reading.query.strip():
            self.say(self._count())

    def on_search_bar_closed(self) -> None:
        """Back to the page, and to where the reader was."""
        self.reading.refold(self._return_folds)
        self.reading.search("")
        self.reading.refresh_current()
        self.close_bar()
        self.spread.show_anew()
        self.spread.go_to_row(self._return_row)

    def action_seek_match(self, step: int) -> None:
        """Go to the next or previous place found."""
        reading, spread = self.reading, self.spread
        if not reading.query.strip():
            self.say("Nothing to search for yet: / opens the search")
            return
        self.forget_level()
        wrapped = reading.seek_match(step, spread.top, spread.top + spread.page)
        if wrapped is None:
            self.say(self._count())
            return
        self._note = (FROM_TOP if step > 0 else FROM_END) if wrapped else self._count()
        self._show_match()

    def _show_match(self) -> None:
        reading, spread = self.reading, self.spread
        if reading.match is not None:
            self.show_words(reading.match.side, reading.match.start)
            if spread.virtual_size.height != reading.height:
                spread.show_anew()
            spread.bring(reading.match_row(reading.match))

    def _count(self) -> str:
        """How many places were found, on which side."""
        reading = self.reading
        if not reading.matches:
            return f"“{beginning(reading.query.strip(), _LONGEST_SOUGHT)}” is in neither article"
        each = {side: sum(match.side is side for match in reading.matches) for side in Side}
        told = ", ".join(f"{each[side]} in {LETTERS[side]}" for side in Side)
        return f"{plural(len(reading.matches), 'place')} found ({told})"

    # Other screens

    def action_help(self) -> None:
        """Explain every sign, colour and key."""
        # Only here: the start needn't wait for it.
        from tui.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.spread, self._remapped))
