"""The Textual application: themes, the open pair, its comparison aside, what happens when something breaks."""

from __future__ import annotations

import gc
import os
from asyncio import get_running_loop
from contextlib import suppress
from io import StringIO
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import Console
from textual.app import SystemCommand
from textual.message import Message

from tui.app.aside import is_long
from tui.app.desk import Desk
from tui.app.keymap import PALETTE_KEY, READER_KEYS
from tui.app.placing import SafeApp
from tui.app.reading import Reading, uncompared
from tui.app.screens.reader import ReaderScreen
from tui.app.screens.reviewing import Calls
from tui.app.theme import TERMINALS_OWN, THEMES, default_variables, next_theme, theme_name
from tui.app.wording import LETTERS, ONE_PAGE, READ_AGAIN, READING_AGAIN
from tui.article import ArticleError, is_address, read_article
from tui.collation import collate
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence

    from rich.console import RenderableType
    from textual.binding import BindingType
    from textual.screen import Screen

    from tui.app.keymap import Key
    from tui.app.library.shelf import Shelf
    from tui.app.screens.library import LibraryScreen
    from tui.app.screens.statements import StatementsScreen
    from tui.app.tracing.tracer import Tracer
    from tui.article import Article, Range
    from tui.collation import Collation, Tie

    Pair = tuple[Article, Article, tuple[Tie, ...]]
    Words = tuple[tuple[Range, ...], tuple[Range, ...]]

SELDOM = 50_000, 20, 20
"""How seldom Python looks for garbage: the reader makes much and throws little away, and a search holds up a frame."""

AT_ONCE = 3_000
"""Up to so many words of both articles are compared before the first frame; with more, the text comes first."""


def takes_a_while(left: Article, right: Article) -> bool:
    """Whether the articles can't be compared while somebody waits. Blanks tell how many words there are."""
    return sum(text.count(" ") + text.count("\n") for text in (left.text, right.text)) > AT_ONCE


def _compared(left: Article, right: Article, ties: tuple[Tie, ...]) -> Collation:
    return collate(left, right, ties=ties) if ties else collate(left, right)


def _takes_long_to_read(article: Article) -> bool:
    """Whether keys would wait while it is read: what is fetched, or a document of many parts."""
    return is_address(article.source) or not article.media_type.startswith("text/")


class CopyholderApp(SafeApp):
    """Shows two articles in the reader, or the library from which they are chosen."""

    TITLE = "Copyholder"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = PALETTE_KEY.keys
    BINDINGS: ClassVar[list[BindingType]] = []
    # The palette's line on which enter acts; Textual wants it reversed there, and then draws it without that.
    CSS = "CommandList:ansi > .option-list--option-highlighted { text-style: bold underline; }"

    class Compared(Message):
        """The comparison is done."""

        def __init__(self, collation: Collation) -> None:
            super().__init__()
            self.collation = collation

    class ReadAgain(Message):
        """Long articles were read again, or couldn't be: then it is the sentence that says why."""

        def __init__(self, pair: Pair, found: tuple[Article, Article] | str) -> None:
            super().__init__()
            self.pair = pair
            self.found = found

    class ComparedAnew(Message):
        """Articles that were read again, or set right, are compared."""

        def __init__(self, said: str, collation: Collation, *, read_again: bool) -> None:
            super().__init__()
            self.said = said
            self.collation = collation
            self.read_again = read_again

    class Broke(Message):
        """The comparison failed."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(
        self,
        left: Article | None = None,
        right: Article | None = None,
        *,
        sources: Sequence[str] | None = None,
        theme: str | None = None,
        keys: Mapping[str, str] | None = None,
        encoding: str | None = None,
        db: str | None = None,
        house_rules: str = "strict",
        allow_private: bool = False,
    ) -> None:
        """Open a pair; where there is none, the library.

        Args:
            left: The article for the left pane.
            right: The article for the right pane.
            sources: What the library is to hold.
            theme: The theme's name, or None for what suits the terminal.
            keys: Other keys, by the ids of what they do.
            encoding: The encoding with which articles are read.
            db: The file of marks, or None for the usual one.
            house_rules: The house rules by which reports tell how grave a difference is.
            allow_private: Whether an address may lead to this computer or into the house's own network.
        """
        gc.set_threshold(*SELDOM)
        few = Console(force_terminal=True, file=StringIO()).color_system == "standard"
        self._first_theme = theme_name(theme, no_colour="NO_COLOR" in os.environ, few_colours=few)
        super().__init__(ansi_color=self._first_theme in TERMINALS_OWN or None)
        self.remapped = dict(keys or {})
        self.animation_level = "none"
        self.fault: BaseException | None = None
        self._encoding = encoding
        self._allow_private = allow_private
        self._db = db
        self._sources = tuple(sources or ())
        self._shelf: Shelf | None = None
        self._tracer: Tracer | None = None
        self._rules = house_rules
        for known in THEMES:
            self.register_theme(known)
        self.theme = self._first_theme
        self.is_pair_open = False
        if left is not None and right is not None:
            self._lay_out(left, right)

    def _lay_out(self, left: Article, right: Article) -> None:
        """Put a pair on the desk, and compare it unless that takes a while."""
        self.desk = Desk(left, right, self._db)
        self.is_pair_open = True
        pending = takes_a_while(left, right)
        if not pending:
            self.desk.open_if_kept()
        self._pair = self.desk.corrected()
        self.reading = Reading(uncompared(left, right) if pending else _compared(*self._pair), pending=pending)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The reader's colours, whatever the theme."""
        return default_variables()

    def get_default_screen(self) -> Screen[Any]:
        """The reader itself, or the library: an empty screen under it would be laid out and drawn first."""
        if self.is_pair_open:
            return self._new_reader()
        from tui.app.library.recents import Recents
        from tui.app.screens.library import LibraryScreen

        self.shelf.add(self._sources)
        return LibraryScreen(self.shelf, Recents(self._db))

    def _new_reader(self, words: Words | None = None) -> ReaderScreen:
        reader = ReaderScreen(
            self.reading, self.desk, Calls(self.read_again, self.compare_anew), self.remapped, self._rules
        )
        if words is not None:
            reader.send_to(words)
        return reader

    def on_mount(self) -> None:
        """Make the reader's keys hold."""
        self.set_keymap(self.remapped)
        # Back from the shell, the terminal has forgotten the page.
        self.app_suspend_signal.subscribe(self, self._forget_pixels)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    def on_reader_screen_opened(self) -> None:
        """Compare what is still to be compared, now that there is a page to show it on, and make room for marks."""
        if not self._has_reader:
            return
        if not (self.reading.pending or self.desk.is_open):
            self.reader.at_rest(self.reader.open_desk)
            return
        self.reader.open_desk()
        if self.reading.pending:
            self._pair = self.desk.corrected()
            self._compare()

    @property
    def _has_reader(self) -> bool:
        # A message may come when its pair was left, or the program.
        return self.is_pair_open and any(isinstance(screen, ReaderScreen) for screen in self.screen_stack)

    @property
    def reader(self) -> ReaderScreen:
        """The reading screen, which lies under all others."""
        [screen] = (screen for screen in self.screen_stack if isinstance(screen, ReaderScreen))
        return screen

    def on_unmount(self) -> None:
        """Leave no mode of the terminal behind."""
        if self.is_pair_open:
            self.desk.close()
        self._forget_pixels()

    def _forget_pixels(self, _: object = None) -> None:
        # Textual has some terminals tell the mouse's place in pixels, and leaves it at that for whatever comes next.
        if self._driver is not None:
            self._driver.write("\x1b[?1016l")

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave; where the reporter was is kept before the page is gone."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.leave_desk()
        super().exit(result, return_code, message)

    def end(self, status: int) -> None:
        """Leave with this exit status, from wherever in the main thread, even amid another thing."""
        with suppress(RuntimeError):  # before the loop runs and after it there is nothing to leave
            get_running_loop().call_soon_threadsafe(self.exit, None, status)

    def _compare(self) -> None:
        # A daemon, not a worker of Textual's: q must end the program while a long comparison still runs.
        Thread(target=self._compare_aside, daemon=True).start()

    def _compare_aside(self) -> None:
        pair = self._pair
        try:
            collation = _compared(*pair)
            if pair is self._pair:  # not read again or set right meanwhile
                self.post_message(self.Compared(collation))
        except Exception as error:  # noqa: BLE001 - it is raised again where the app can end in good order
            self.post_message(self.Broke(error))

    def on_copyholder_app_compared(self, message: Compared) -> None:
        """Hand the comparison to the reader."""
        if self._is_of_this_pair(message.collation):
            self.reader.take(message.collation)

    def _is_of_this_pair(self, collation: Collation) -> bool:
        """Whether the pair that was compared is still the one on the desk."""
        return self._has_reader and collation.left is self._pair[0] and collation.right is self._pair[1]

    def on_copyholder_app_broke(self, message: Broke) -> None:
        """What broke aside breaks the app."""
        raise message.error

    def read_again(self) -> str:
        """Read both articles from where they came and compare them anew.

        Returns:
            What there is to say of it, as a sentence without its point.
        """
        slow = is_long(self.reading.collation) or any(map(_takes_long_to_read, self.desk.given))
        if slow and not self.reading.pending:
            self.reading.prepare_for_anew()
            given = self.desk.given
            self._pair = (*given, ())
            Thread(target=self._read_aside, args=(self._pair, given), daemon=True).start()
            return READING_AGAIN
        found = self._read_pair(self.desk.given)
        if isinstance(found, str):
            return found
        self.desk.renew(*found)
        self._pair = self.desk.corrected()
        pending = takes_a_while(*found)
        collation = uncompared(*self._pair[:2]) if pending else _compared(*self._pair)
        self.reader.read_anew(collation, pending=pending)
        if pending:
            self._compare()
        return READ_AGAIN

    def _read_pair(self, given: tuple[Article, Article]) -> tuple[Article, Article] | str:
        """Both articles as they are now, or why one of them can't be read."""
        found = []
        for side, article in zip(Side, given, strict=True):
            try:
                found.append(article if article.source == "-" else self._read(article.source))
            except ArticleError as error:
                return f"{LETTERS[side]} can't be read again: {error.why}"
        return found[0], found[1]

    def _read(self, source: str) -> Article:
        return read_article(source, encoding=self._encoding, allow_private=self._allow_private)

    def _read_aside(self, pair: Pair, given: tuple[Article, Article]) -> None:
        """Read long articles again in a thread; what is shown stays until they are compared."""
        try:
            found = self._read_pair(given)
            if pair is self._pair:  # not asked to read again meanwhile
                self.post_message(self.ReadAgain(pair, found))
        except Exception as error:  # noqa: BLE001 - it is raised again where the app can end in good order
            self.post_message(self.Broke(error))

    def on_copyholder_app_read_again(self, message: ReadAgain) -> None:
        """Compare what was read in the thread, or say why there is nothing to compare."""
        if not self._has_reader or message.pair is not self._pair:
            return
        if isinstance(message.found, str):
            self.reader.say(message.found)
            return
        self.desk.renew(*(message.found[::-1] if self.reading.turned else message.found))
        self._compare_corrected(READ_AGAIN, read_again=True)

    # What the reporter sets right

    def compare_anew(self, said: str) -> None:
        """Follow what the reporter has set right; long articles are compared in a thread, what is shown stays."""
        if not takes_a_while(*self.desk.given):
            self._pair = self.desk.corrected()
            self.reading.turned = False
            self.reader.take_corrected(said, _compared(*self._pair))
            return
        if self.reading.pending:
            self.reading.turned = False
            self._pair = self.desk.corrected()
            self._compare()
            return
        self._compare_corrected(said, read_again=False)

    def _compare_corrected(self, said: str, *, read_again: bool) -> None:
        self.reading.turned = False
        self._pair = self.desk.corrected()
        Thread(target=self._compare_corrected_aside, args=(self._pair, said, read_again), daemon=True).start()

    def _compare_corrected_aside(self, pair: Pair, said: str, read_again: bool) -> None:
        try:
            collation = _compared(*pair)
            if pair is self._pair:  # nothing else was set right meanwhile
                self.post_message(self.ComparedAnew(said, collation, read_again=read_again))
        except Exception as error:  # noqa: BLE001 - it is raised again where the app can end in good order
            self.post_message(self.Broke(error))

    def on_copyholder_app_compared_anew(self, message: ComparedAnew) -> None:
        """Hand the new comparison to the reader."""
        if not self._is_of_this_pair(message.collation):
            return
        if message.read_again:
            self.reader.take_anew(message.said, message.collation)
        else:
            self.reader.take_corrected(message.said, message.collation)

    # The library

    @property
    def shelf(self) -> Shelf:
        """The articles of the library."""
        if self._shelf is None:
            # Only here: who opens two articles may never look for a third.
            from tui.app.library.shelf import Shelf

            self._shelf = Shelf(self._encoding, allow_private=self._allow_private)
        return self._shelf

    def action_library(self) -> None:
        """Look for another article to stand in the place of the one in which the keys move."""
        from tui.app.library.recents import Recents
        from tui.app.screens.library import LibraryScreen

        side = self.reading.side.other
        numbers = dict(zip(Side, map(self.shelf.add_article, self.desk.given), strict=True))
        self.push_screen(LibraryScreen(self.shelf, Recents(self._db), held=numbers[side], side=side))

    async def on_library_screen_chosen(self, message: LibraryScreen.Chosen) -> None:
        """Open the pair that was chosen."""
        await self._open(message.left, message.right)

    async def _open(self, left: Article, right: Article, words: Words | None = None) -> None:
        """Open a pair, in place of the one that is open; at these words of both, where there are any."""
        if not self.is_pair_open:
            self._lay_out(left, right)
            await self.push_screen(self._new_reader(words))
            return
        while not isinstance(self.screen, ReaderScreen):
            await self.pop_screen()
        self._clear_desk()
        self._lay_out(left, right)
        await self.switch_screen(self._new_reader(words))

    async def on_library_screen_left(self) -> None:
        """Back to the reader, or out of the program."""
        if self.is_pair_open:
            await self.pop_screen()
        else:
            self.exit()

    # Statements across the articles of the library

    def action_statements(self) -> None:
        """Show every statement across the articles of the library; from the reader the current one is lit."""
        # Only here: who compares two articles may never look across many.
        from tui.app.screens.statements import StatementsScreen
        from tui.app.tracing.tracer import Tracer

        if self._tracer is None:
            self._tracer = Tracer(self._db)
        at = None
        if isinstance(self.screen, ReaderScreen):
            for article in self.desk.given:
                self.shelf.add_article(article)
            at = self.screen.quoted_here()
        self.push_screen(StatementsScreen(self.shelf, self._tracer, at))

    async def on_statements_screen_chosen(self, message: StatementsScreen.Chosen) -> None:
        """Open the pair that was chosen, at the statement."""
        await self._open(message.left, message.right, message.words)

    async def on_statements_screen_left(self) -> None:
        """Back to the library, or to the reader."""
        await self.pop_screen()

    async def action_leave_reader(self) -> None:
        """Back to the library, if the pair was opened from there; else leave the program."""
        if isinstance(self.screen, ReaderScreen) and len(self.screen_stack) > 1:
            self._clear_desk()
            await self.pop_screen()
        else:
            self.exit()

    def _clear_desk(self) -> None:
        self.reader.leave_desk()
        self.desk.close()
        self.is_pair_open = False

    def action_light_dark(self) -> None:
        """Change to the next page: dark, light, high contrast; where there are few colours, say why there is one."""
        say = getattr(self.screen, "say", None)
        if self.theme in TERMINALS_OWN and say is not None:
            say(ONE_PAGE[self.theme])
        self.theme = next_theme(self.theme)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers: everything that has a key."""
        keys: Sequence[Key] = READER_KEYS if isinstance(screen, ReaderScreen) else getattr(screen, "commands", ())
        for key in keys:
            yield SystemCommand(key.help, f"key: {key.told}", self._command(screen, key.action))

    def _command(self, screen: Screen[Any], action: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await screen.run_action(action)

        return run

    def _handle_exception(self, error: Exception) -> None:
        """Leave without printing: whoever runs the app says what happened, in a sentence."""
        self.fault = self.fault or error
        self._return_code = 2
        # Pilot raises this again, so that tests see what broke.
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()
