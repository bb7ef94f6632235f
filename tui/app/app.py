"""The Textual application: themes, the comparison in the background, what happens when something breaks."""

from __future__ import annotations

import os
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.message import Message

from tui.app.keymap import PALETTE_KEY, READER_KEYS
from tui.app.reading import Reading, uncompared
from tui.app.screens.reader import ReaderScreen
from tui.app.theme import DARK, LIGHT, LIGHT_NAME, PLAIN, PLAIN_NAME, default_variables, theme_name
from tui.collation import collate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.binding import BindingType
    from textual.screen import Screen

    from tui.article import Article
    from tui.collation import Collation

AT_ONCE = 3_000
"""Up to so many words of both articles are compared before the first frame; with more, the text comes first."""


class CopyholderApp(App[None]):
    """Shows two articles in the reader."""

    TITLE = "Copyholder"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = PALETTE_KEY.keys
    BINDINGS: ClassVar[list[BindingType]] = []

    class Compared(Message):
        """The comparison is done."""

        def __init__(self, collation: Collation) -> None:
            super().__init__()
            self.collation = collation

    class Broke(Message):
        """The comparison failed."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, left: Article, right: Article, *, theme: str | None = None) -> None:
        plain = "NO_COLOR" in os.environ or theme_name(theme) == PLAIN_NAME
        super().__init__(ansi_color=plain or None)
        self.fault: BaseException | None = None
        self._pair = (left, right)
        self._wanted_theme = PLAIN_NAME if plain else theme
        long = len(left.text.split()) + len(right.text.split()) > AT_ONCE
        collation = uncompared(left, right) if long else collate(left, right)
        self.reading = Reading(collation, pending=long)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The reader's colours, whatever the theme."""
        return default_variables()

    def on_mount(self) -> None:
        """Open the reader."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.register_theme(PLAIN)
        self.theme = theme_name(self._wanted_theme)
        self.push_screen(ReaderScreen(self.reading))
        if self.reading.pending:
            self._compare()

    def _compare(self) -> None:
        # A daemon, not a worker of Textual's: q must end the program while a long comparison still runs.
        Thread(target=self._compare_aside, daemon=True).start()

    def _compare_aside(self) -> None:
        try:
            self.post_message(self.Compared(collate(*self._pair)))
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

    def action_light_dark(self) -> None:
        """Change between the light and the dark page, where there are colours."""
        if self.theme == PLAIN_NAME:
            return
        self.theme = theme_name("dark" if self.theme == LIGHT_NAME else "light")

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
