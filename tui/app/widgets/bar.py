"""A line in which a reader types: what the bars for words and for numbers have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.events import Key
from textual.widgets import Input, Static

from tui.app.keymap import FIELD_KEYS
from tui.app.wording import one_line
from tui.article.clean import clean

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

_LONGEST = 1000
"""Characters of what is pasted that are taken."""


class Field(Input):
    """The field. A key after enter or escape is none of its own: it is kept for the page, to which those return."""

    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in FIELD_KEYS]

    def __init__(self, *, placeholder: str = "", restrict: str | None = None, select_on_focus: bool = True) -> None:
        super().__init__(placeholder=placeholder, restrict=restrict, compact=True, select_on_focus=select_on_focus)
        # Nothing here moves by itself.
        self.cursor_blink = False
        self._is_left = True
        self._kept: list[tuple[str, str | None]] = []

    def take_keys(self) -> None:
        """From now on what is typed belongs here: at once, not a message later, or the first letters would be lost."""
        self._is_left = False
        self.screen.set_focus(self)

    def hand_keys_on(self) -> None:
        """Give the page what was typed after enter or escape."""
        self._is_left = True
        kept, self._kept = self._kept, []
        for key, character in kept:
            self.app.post_message(Key(key, character))

    def on_key(self, event: events.Key) -> None:
        """Notice enter and escape; keep what follows."""
        if self._is_left:
            event.stop()
            event.prevent_default()
            self._kept.append((event.key, event.character))
            if not self.has_focus:
                self.hand_keys_on()
        elif event.key in {"enter", "escape"}:
            self._is_left = True

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is one line, without what a terminal would obey, and no longer than anybody types."""
        event.text = one_line(clean(event.text[:_LONGEST]))

    def on_hide(self, event: events.Hide) -> None:
        """Don't let go of the keys if the bar is open again by the time it is told that it was hidden."""
        if not self._is_left:
            event.prevent_default()


class Bar(Horizontal):
    """A prompt, a field, and what there is to say of what was typed."""

    DEFAULT_CSS = """
    Bar {
        height: 1;
        display: none;
        background: $bar;
        color: $ink;
        &.-open { display: block; }
        & .bar-prompt { width: auto; padding: 0 1; text-style: bold; }
        & .bar-said { width: auto; padding: 0 1; }
        & Field { width: 1fr; background: $bar; color: $ink; }
    }
    """

    def __init__(self, prompt: str, field: Field) -> None:
        super().__init__()
        self._prompt = Static(prompt, classes="bar-prompt", markup=False)
        self._said = Static("", classes="bar-said", markup=False)
        self.field = field

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield self._prompt
        yield self.field
        yield self._said

    @property
    def is_open(self) -> bool:
        """Whether the reader is typing."""
        return self.has_class("-open")

    def ask(self, prompt: str) -> None:
        """Change the prompt."""
        self._prompt.update(prompt)

    def say(self, said: str) -> None:
        """Say something of what was typed, at the right end."""
        self._said.update(said)

    def show(self) -> None:
        """Show the bar and let the reader type."""
        self.add_class("-open")
        self.field.take_keys()

    def close(self) -> None:
        """Hide the bar; what was typed stays for the next time."""
        self.remove_class("-open")
        self.field.hand_keys_on()
