"""The library: articles in a list, how much they share, and the two that are to be read side by side."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.app.excerpt import beginning
from tui.app.geometry import LEAST_HEIGHT, LEAST_WIDTH
from tui.app.library.keys import LIBRARY_KEPT, LIBRARY_KEYS
from tui.app.library.recentlines import recent_lines, recent_told
from tui.app.library.telling import (
    columns_for,
    entry_told,
    facts_told,
    heads_told,
    lit_told,
    title_of,
    whole_name_of,
)
from tui.app.widgets.keyline import KeyLine
from tui.app.widgets.listing import Line, Listing, note
from tui.app.wording import LETTERS, plural
from tui.article.address import is_address
from tui.article.dropped import sources_in
from tui.article.folder import is_folder
from tui.layout import Side
from tui.review.recent import Recent

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.library.recents import Recents
    from tui.app.library.shelf import Entry, Shelf
    from tui.app.screens.asking.pasting import Pasted
    from tui.article import Article

LOOK = 0.1
"""Seconds between two looks for what was read and compared meanwhile."""

_FEW = 20
"""Cells in which the name of what is waited for can be told."""

_FEW_RECENT = 5
"""Recent pairs that are listed over articles."""

_TOLD_ROWS, _FEW_TOLD_ROWS = 8, 5
"""Rows under the list, where there are many and where there are few."""
_MANY_ROWS = 26

_EMPTY = (
    "There are no articles here yet.",
    "+ adds a file, a folder, an address, or an article's text that you paste.",
    "A file dropped on this window is added, too.",
)
_NO_ORIGIN = "One of them was pasted, so it can't be opened again from here; paste it anew with +"
_TOO_SMALL = (
    "This window is too small for the library. Please make it larger: "
    f"Copyholder needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} rows. q quits."
)


class LibraryScreen(Screen[None], inherit_bindings=False):
    """Lists articles and recent pairs; says which pair is to be opened."""

    AUTO_FOCUS = ""
    commands = LIBRARY_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in LIBRARY_KEYS]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"library--quiet"}
    DEFAULT_CSS = """
    LibraryScreen {
        background: $page;
        color: $ink;
        & .library--quiet { color: $quiet-ink; }
        & #library-head { height: 1; background: $bar; padding: 0 1; text-style: bold; }
        & #library-told { border-top: solid $rule; padding: 0 1; background: $page; }
        & #too-small { display: none; padding: 1 2; width: 100%; height: 100%; }
        &.-too-small > * { display: none; }
        &.-too-small > #too-small { display: block; }
        &:ansi #library-head { text-style: bold reverse; }
        &:ansi .library--quiet { text-style: dim; }
    }
    """

    class Chosen(Message):
        """Two articles are to be opened."""

        def __init__(self, left: Article, right: Article) -> None:
            super().__init__()
            self.left = left
            self.right = right

    class Left(Message):
        """The library is done with."""

    def __init__(self, shelf: Shelf, recents: Recents, *, held: int | None = None, side: Side = Side.LEFT) -> None:
        """Show a shelf.

        Args:
            shelf: The articles.
            recents: The recent pairs.
            held: The article that stays in the reader while another partner is sought for it.
            side: Its side.
        """
        super().__init__()
        self._shelf = shelf
        self._recents = recents
        self._held = held
        self._side = side
        self._seen = (-1, -1, -1)
        self._progress = ""
        self._begins_empty = not shelf.entries
        self._has_moved = False
        self.first = held
        self._wished: int | None = None
        self.awaited: tuple[int, int] | None = None
        self.shown: tuple[Entry, ...] = ()
        self.said = ""

    def compose(self) -> ComposeResult:
        """From the top: what is to be done, the list, what is said of the lit line, the keys."""
        yield Static("", id="library-head", markup=False)
        yield Listing()
        yield Static("", id="library-told", markup=False)
        yield KeyLine()
        yield Static(_TOO_SMALL, id="too-small", markup=False)

    @property
    def listing(self) -> Listing:
        """The list."""
        return self.query_one(Listing)

    def on_mount(self) -> None:
        """Look now and then for what the thread found."""
        self.query_one(KeyLine).prefer(LIBRARY_KEPT)
        if self._held is None:
            entries = self._shelf.entries
            if len(entries) == 1:
                self.first = entries[0].number
            self._recents.look()
        self.set_interval(LOOK, self.look)

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        self.set_class(event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT, "-too-small")
        told = self.query_one("#library-told", Static)
        told.styles.height = _TOLD_ROWS if event.size.height >= _MANY_ROWS else _FEW_TOLD_ROWS
        self.list_anew()

    def on_screen_resume(self) -> None:
        """Somebody comes back from the reader, where the review went on."""
        if self._held is None:
            self._has_moved = False
            self.first = None if len(self._shelf.entries) > 1 else self.first
            self._recents.look()
        if self.query(Listing):
            self.list_anew()

    def look(self) -> None:
        """Show what was found since the last look; open what was waited for."""
        if self._shelf.fault is not None:
            raise self._shelf.fault
        seen = self._shelf.version, self._recents.version, self._shelf.figures
        if not self.is_current:
            return
        if seen[:2] == self._seen[:2]:
            if seen != self._seen:
                self.listing.refresh()
            if seen != self._seen or self._shelf.progress() != self._progress:
                self.tell()
            self._seen = seen
            return
        self._seen = seen
        if self.awaited is not None and self._open_awaited():
            return
        self.list_anew()

    # The list

    def list_anew(self) -> None:
        """Write the list; what was lit stays lit."""
        shelf, before = self._shelf, self.listing.lit
        first = None if self.first is None else shelf.entry(self.first)
        if first is None or first.trouble:
            self.first = None  # what can't be read is listed, with the reason
        self.shown = shelf.in_order(self.first)
        recents = self._recents.found if self.first is None else ()
        recents = recents if self._begins_empty and not self.shown else recents[:_FEW_RECENT]
        lines = recent_lines(recents, self._quiet) + self._entry_lines() if self.shown or self.first else []
        if not lines:
            lines = recent_lines(recents, self._quiet) + [note(words) for words in ("", *_EMPTY)[bool(recents) :]]
        if self.shown and not self._has_moved:
            before = self.shown[0].number
        if self._wished is not None:
            before, self._wished, self._has_moved = self._wished, None, True
        self.listing.offer(lines, before)
        self.tell()

    def _entry_lines(self) -> list[Line]:
        shown, shelf, first = self.shown, self._shelf, self.first
        places = {entry.number: place for place, entry in enumerate(shown)}
        columns = cache(lambda width: columns_for(width, shown))

        def heads(width: int) -> Text:
            return heads_told(columns(width), chosen=first is not None)

        def line(entry: Entry) -> Line:
            def tell(width: int) -> Text:
                found = shelf.entry(entry.number) or entry  # its quotations may be counted since
                return entry_told(found, places[entry.number], columns(width), shelf, places, first, self._quiet)

            return Line(entry.number, tell)

        if not shown:
            return [note(""), *(note(words) for words in ("There is no other article yet.", *_EMPTY[1:]))]
        return [Line(None, heads, stays=True), *map(line, shown)]

    @property
    def _quiet(self) -> str:
        style = self.get_component_rich_style("library--quiet", partial=True)
        return str(style)

    def tell(self) -> None:
        """Say what is to be done, and what the lit line is."""
        width = max(1, self.size.width - 2)
        progress = self._progress = self._shelf.progress()
        room = width - len(progress) - 2
        head = beginning(self.said or self._asked(room), room)
        self.query_one("#library-head", Static).update(
            Text(f"{head}{progress:>{max(0, width - cell_len(head))}}"), layout=False
        )
        told = self.query_one("#library-told", Static)
        rows = (_TOLD_ROWS if self.size.height >= _MANY_ROWS else _FEW_TOLD_ROWS) - 1
        told.update(self._told(width, rows), layout=False)
        self._look_closer(rows)

    def _look_closer(self, rows: int) -> None:
        """Have found out exactly what is told of the lit article, and of those on view as partners of the first."""
        lit, shelf = self.listing.lit, self._shelf
        if not isinstance(lit, int):
            return
        pairs = [(lit, partner) for partner, _ in shelf.partners(lit)[:rows]]
        if self.first is not None:
            pairs += [(self.first, number) for number in self.listing.on_view() if isinstance(number, int)]
        shelf.look_closer(pairs)

    def _asked(self, room: int) -> str:
        if self.awaited is not None:
            return self._awaited_told(room)
        first = None if self.first is None else self._shelf.entry(self.first)
        if first is not None:
            rest = f"{self._letter} is “”: choose its partner"
            return rest.replace("“”", f"“{beginning(title_of(first), max(8, room - len(rest)))}”")
        if not self.shown:
            return "Library"
        if all(entry.trouble for entry in self.shown):
            return "Nothing here can be read · + adds an article"
        told = f"Library: {plural(len(self.shown), 'article')}"
        how = " · enter chooses one, then its partner"
        return told + how if len(told) + len(how) <= room else told

    def _awaited_told(self, room: int) -> str:
        """What the pair waits for that is to be opened."""
        entries = filter(None, map(self._shelf.entry, self.awaited or ()))
        far = next((entry for entry in entries if entry.is_waiting and is_address(entry.source)), None)
        if far is None:
            return "Still being read: the pair opens as soon as it is"
        rest = "Fetching “”: the pair opens as soon as it is here; escape waits no longer"
        rest = rest if len(rest) + _FEW <= room else "Fetching “” …"
        return rest.replace("“”", f"“{beginning(whole_name_of(far), max(_FEW, room - len(rest)))}”")

    @property
    def _letter(self) -> str:
        """What the article chosen first is called."""
        return LETTERS[self._side if self._held is not None else Side.LEFT]

    def _told(self, width: int, rows: int) -> Text:
        lit = self.listing.lit
        if isinstance(lit, Recent):
            return Text("\n".join(beginning(line, width) for line in recent_told(lit, rows)))
        entry = self._shelf.entry(lit) if isinstance(lit, int) else None
        if entry is None:
            return Text("")
        places = {one.number: place for place, one in enumerate(self.shown)}
        return lit_told(entry, self._shelf, places, self._letter, width, rows, self._quiet)

    def say(self, said: str) -> None:
        """Say something in the first line, until the next key."""
        self.said = said
        self.tell()

    # Keys

    def _forget(self, *, moved: bool = False) -> None:
        self.said = ""
        self._has_moved = self._has_moved or moved

    def action_move(self, step: int) -> None:
        """Up or down by lines."""
        self._forget(moved=True)
        self.listing.move(step)
        self.tell()

    def action_move_pages(self, pages: int) -> None:
        """Up or down by pages."""
        self._forget(moved=True)
        self.listing.move_pages(pages)
        self.tell()

    def action_move_to(self, at: int) -> None:
        """To the first line, or the last."""
        self._forget(moved=True)
        self.listing.light(at)
        self.tell()

    def on_listing_lit(self) -> None:
        """A click lit another line."""
        self._forget(moved=True)
        self.tell()

    def on_listing_chosen(self) -> None:
        """A click on the lit line chooses it."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the lit article: as the first, or as the partner of the first; or open the lit pair."""
        self._forget()
        lit = self.listing.lit
        if isinstance(lit, Recent):
            self._choose_recent(lit)
            return
        entry = self._shelf.entry(lit) if isinstance(lit, int) else None
        if entry is None:
            self.say("There is nothing to choose: + adds an article")
        elif entry.trouble:
            self.say("This article can't be read; below it says why")
        elif self.first is None:
            self.first, self._has_moved = entry.number, False
            self.list_anew()
        else:
            self._open(self.first, entry.number)

    def _choose_recent(self, recent: Recent) -> None:
        if recent.left_origin is None or recent.right_origin is None:
            self.say(_NO_ORIGIN)
            return
        numbers = self._shelf.add([recent.left_origin, recent.right_origin])
        if len(numbers) == len(("left", "right")):
            self._open(*numbers)
        else:
            self.say("One of these articles is now a folder; add the article with +")

    def _open(self, first: int, second: int) -> None:
        self.awaited = (second, first) if self._held is not None and self._side is Side.RIGHT else (first, second)
        if not self._open_awaited():
            self._shelf.hurry((first, second))
            self.list_anew()

    def _open_awaited(self) -> bool:
        """Open the pair if both are read; says whether it is. What can't be read isn't waited for."""
        if self.awaited is None:
            return False
        entries = [self._shelf.entry(number) for number in self.awaited]
        broken = next((entry for entry in entries if entry is not None and entry.trouble), None)
        if broken is not None or None in entries:
            self.awaited = None
            self.said = f"{facts_told(broken)}" if broken is not None else "One of them was taken out"
            self._wished = None if broken is None else broken.number  # below the list there is room for the reason
            return False
        articles = [entry.article for entry in entries if entry is not None and entry.article is not None]
        if len(articles) < len(entries):
            return False
        self.awaited = None
        self.post_message(self.Chosen(*articles))
        return True

    def action_back(self) -> None:
        """Take back what was done last: the wish to open a pair, the choice, the reading."""
        self._forget()
        if self.awaited is not None:
            self.awaited = None
        elif self._held is not None:
            self.post_message(self.Left())
            return
        elif self.first is not None and len(self._shelf.entries) > 1:
            chosen, self.first = self.first, None
            self._light_after(chosen)
        elif self._shelf.is_busy and not self._shelf.is_stopped:
            self._shelf.stop()
            self.said = "Stopped; r goes on"
        else:
            self.said = "q leaves the library"
        self.list_anew()

    def action_leave(self) -> None:
        """Back to the reader, or out of the program."""
        self.post_message(self.Left())

    def action_read_again(self) -> None:
        """Read what couldn't be read, and go on with what was stopped."""
        self._shelf.read_again()
        is_in_trouble = any(entry.trouble for entry in self._shelf.entries)
        self.say("" if self._shelf.is_busy else "It still can't be read" if is_in_trouble else "Everything is read")

    def action_remove(self) -> None:
        """Take the lit article off the list."""
        self._forget()
        lit = self.listing.lit
        entry = self._shelf.entry(lit) if isinstance(lit, int) else None
        if entry is None:
            self.say("Only articles can be taken out")
            return
        self._shelf.remove(entry.number)
        self.list_anew()
        self.say(f"Taken off the list, not off the disk: “{beginning(title_of(entry), 30)}”")

    def action_add(self) -> None:
        """Ask for an article."""
        # Only here: the list needn't wait for it.
        from tui.app.screens.asking.pasting import PastingScreen

        self._forget()
        self.app.push_screen(PastingScreen(), self._add)

    def _add(self, pasted: Pasted | None) -> None:
        if pasted is not None:
            self._take(pasted.sources, pasted.text)

    def on_paste(self, event: events.Paste) -> None:
        """A file was dropped, or an article's text pasted."""
        event.stop()
        if self.is_current:
            sources = sources_in(event.text)
            self._take(sources, "" if sources else event.text)

    def put_beside(self, sources: tuple[str, ...]) -> None:
        """Open the article that is held beside one that was dropped on the reader, as soon as that is read."""
        if self.first is None or len(sources) != 1 or is_folder(sources[0]):
            self._take(sources, "")
            return
        (number,) = self._shelf.add(sources)
        if number == self.first:
            self.say(f"That is {self._letter} itself; choose another one")
        else:
            self._open(self.first, number)

    def _take(self, sources: tuple[str, ...], text: str) -> None:
        if sources:
            before = {entry.number for entry in self._shelf.entries}
            found = self._shelf.add(sources)
            new = [number for number in found if number not in before]
            said = f"{plural(len(new), 'article')} added" if new else "That is on the list already"
        else:
            found = (self._shelf.add_text(text),)
            said = "Added what was pasted" if found[0] else "There are no words in what was pasted"
        if self.first is None and self._begins_empty and len(self._shelf.entries) == 1:
            self.first = found[0]
            found = ()
        self._light_after(found[0] if found else 0)
        self.say(said)

    def _light_after(self, number: int) -> None:
        """Write the list, and light this article if it is in it."""
        self.list_anew()
        if number:
            self._has_moved = True
            self.listing.offer(self.listing.lines, number)
            self.tell()

    def action_help(self) -> None:
        """Explain the keys and the shades."""
        # Only here: the list needn't wait for it.
        from tui.app.library.help import LibraryHelp

        self.app.push_screen(LibraryHelp())
