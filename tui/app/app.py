"""The Textual application: themes, the comparison in the background, what happens when something breaks."""

from __future__ import annotations

import gc
import os
from asyncio import get_running_loop
from contextlib import suppress
from io import StringIO
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import Console
from textual.app import App, SystemCommand
from textual.message import Message

from tui.app.aside import is_long
from tui.app.keymap import PALETTE_KEY, READER_KEYS
from tui.app.reading import Reading, uncompared
from tui.app.screens.reader import ReaderScreen
from tui.app.theme import TERMINALS_OWN, THEMES, default_variables, next_theme, theme_name
from tui.app.wording import LETTERS, ONE_PAGE, READ_AGAIN, READING_AGAIN
from tui.article import ArticleError, read_article
from tui.collation import collate
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from textual.binding import BindingType
    from textual.screen import Screen

    from tui.article import Article
    from tui.collation import Collation

SELDOM = 50_000, 20, 20
"""How seldom Python looks for garbage: the reader makes much and throws little away, and a search holds up a frame."""

AT_ONCE = 3_000
"""Up to so many words of both articles are compared before the first frame; with more, the text comes first."""


def _first_comparison(left: Article, right: Article) -> tuple[Collation, bool]:
    """What can be shown at once, and whether the comparison is still to come. Blanks tell how many words there are."""
    long = sum(text.count(" ") + text.count("\n") for text in (left.text, right.text)) > AT_ONCE
    return (uncompared(left, right) if long else collate(left, right)), long


class CopyholderApp(App[None]):
    """Shows two articles in the reader."""

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
        """Long articles were read again and compared, or couldn't be read."""

        def __init__(self, said: str, collation: Collation | None) -> None:
            super().__init__()
            self.said = said
            self.collation = collation

    class Broke(Message):
        """The comparison failed."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(
        self,
        left: Article,
        right: Article,
        *,
        theme: str | None = None,
        keys: Mapping[str, str] | None = None,
        encoding: str | None = None,
    ) -> None:
        gc.set_threshold(*SELDOM)
        few = Console(force_terminal=True, file=StringIO()).color_system == "standard"
        self._first_theme = theme_name(theme, no_colour="NO_COLOR" in os.environ, few_colours=few)
        super().__init__(ansi_color=self._first_theme in TERMINALS_OWN or None)
        self.remapped = dict(keys or {})
        self.animation_level = "none"
        self.fault: BaseException | None = None
        self._pair = (left, right)
        self._encoding = encoding
        for known in THEMES:
            self.register_theme(known)
        self.theme = self._first_theme
        collation, pending = _first_comparison(left, right)
        self.reading = Reading(collation, pending=pending)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The reader's colours, whatever the theme."""
        return default_variables()

    def get_default_screen(self) -> Screen[Any]:
        """The reader itself: an empty screen under it would be laid out and drawn first."""
        return ReaderScreen(self.reading, self.read_again, self.remapped)

    def on_mount(self) -> None:
        """Make the reader's keys hold."""
        self.set_keymap(self.remapped)
        # Back from the shell, the terminal has forgotten the page.
        self.app_suspend_signal.subscribe(self, self._forget_pixels)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    def on_reader_screen_opened(self) -> None:
        """Compare what is still to be compared, now that there is a page to show it on."""
        if self.reading.pending:
            self._compare()

    def on_unmount(self) -> None:
        """Leave no mode of the terminal behind."""
        self._forget_pixels()

    def _forget_pixels(self, _: object = None) -> None:
        # Textual has some terminals tell the mouse's place in pixels, and leaves it at that for whatever comes next.
        if self._driver is not None:
            self._driver.write("\x1b[?1016l")

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
            collation = collate(*pair)
            if pair is self._pair:  # not read again meanwhile
                self.post_message(self.Compared(collation))
        except Exception as error:  # noqa: BLE001 - it is raised again where the app can end in good order
            self.post_message(self.Broke(error))

    def on_copyholder_app_compared(self, message: Compared) -> None:
        """Hand the comparison to the reader."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.take(message.collation)

    def on_copyholder_app_broke(self, message: Broke) -> None:
        """What broke aside breaks the app."""
        raise message.error

    def read_again(self) -> str:
        """Read both articles from where they came and compare them anew.

        Returns:
            What there is to say of it, as a sentence without its point.
        """
        before = self.reading.article(Side.LEFT), self.reading.article(Side.RIGHT)
        if is_long(self.reading.collation) and not self.reading.pending:
            self.reading.prepare_for_anew()
            self._pair = before
            Thread(target=self._read_aside, args=(before,), daemon=True).start()
            return READING_AGAIN
        pair = self._read_pair(before)
        if isinstance(pair, str):
            return pair
        self._pair = pair
        collation, pending = _first_comparison(*pair)
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.spread.read_anew(collation, pending=pending)
        if pending:
            self._compare()
        return READ_AGAIN

    def _read_pair(self, before: tuple[Article, Article]) -> tuple[Article, Article] | str:
        """Both articles as they are now, or why one of them can't be read."""
        found = []
        for side, article in zip(Side, before, strict=True):
            try:
                found.append(
                    article if article.source == "-" else read_article(article.source, encoding=self._encoding)
                )
            except ArticleError as error:
                return f"{LETTERS[side]} can't be read again: {error.why}"
        return found[0], found[1]

    def _read_aside(self, before: tuple[Article, Article]) -> None:
        """Read and compare long articles again in a thread; what is shown stays until then."""
        try:
            pair = self._read_pair(before)
            collation = None if isinstance(pair, str) else collate(*pair)
            if self._pair is before:  # not asked to read again meanwhile
                self.post_message(self.ReadAgain(pair if isinstance(pair, str) else READ_AGAIN, collation))
        except Exception as error:  # noqa: BLE001 - it is raised again where the app can end in good order
            self.post_message(self.Broke(error))

    def on_copyholder_app_read_again(self, message: ReadAgain) -> None:
        """Hand the new comparison to the reader, or say why there is none."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.take_anew(message.said, message.collation)

    def action_light_dark(self) -> None:
        """Change to the next page: dark, light, high contrast; where there are few colours, say why there is one."""
        if self.theme in TERMINALS_OWN:
            for screen in self.screen_stack:
                if isinstance(screen, ReaderScreen):
                    screen.say(ONE_PAGE[self.theme])
        self.theme = next_theme(self.theme)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers: everything that has a key."""
        if not isinstance(screen, ReaderScreen):
            return
        for key in READER_KEYS:
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
