"""What a reporter writes in within a dialog: one line, or several. The dialog gives them their keys one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection

from tui.article.clean import clean

if TYPE_CHECKING:
    from textual import events

_UNWANTED = frozenset({"submit"})


class Line(Input, can_focus=False):
    """One line. It looks focused, because all that is typed goes there, but the dialog has the keys."""

    DEFAULT_CSS = """
    Line {
        background: $bar; color: $ink; padding: 0 1;
        &:focus { background-tint: $bar 0%; }
        & > .input--cursor { background: $cursor; color: $cursor-ink; text-style: none; }
        & > .input--selection { background: $here; color: $ink; text-style: underline; }
        & > .input--placeholder { color: $quiet-ink; }
        &:ansi { background: ansi_default; color: ansi_default; }
        &:ansi > .input--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
        &:ansi > .input--selection { background: ansi_default; color: ansi_default; text-style: underline; }
    }
    """
    ACTIONS: ClassVar[dict[str, str]] = {
        binding.key: binding.action
        for binding in Binding.make_bindings(Input.BINDINGS)
        if binding.action not in _UNWANTED
    }

    def __init__(self, value: str = "", *, placeholder: str = "") -> None:
        super().__init__(value, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Show where one writes."""
        self.has_focus = True

    def on_resize(self) -> None:
        """Bring the cursor on view: of a long path the end is what matters."""
        selection = self.selection
        self.selection = Selection.cursor(0)
        self.selection = selection

    async def take(self, event: events.Key) -> None:
        """Write a character, or edit."""
        if event.is_printable and event.character is not None:
            self.put(event.character)
        elif event.key in self.ACTIONS:
            await self.run_action(self.ACTIONS[event.key])

    def put(self, text: str) -> None:
        """Write this where the cursor is, on one line."""
        text = " ".join(clean(text).splitlines())
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *sorted(self.selection))


class Pad(TextArea, can_focus=False):
    """Several lines, plain, wrapped at words. The dialog has the keys here, too."""

    DEFAULT_CSS = """
    Pad {
        background: $bar; color: $ink; padding: 0 1; scrollbar-size-vertical: 1;
        & .text-area--cursor { background: $cursor; color: $cursor-ink; text-style: none; }
        & .text-area--selection { background: $here; color: $ink; text-style: underline; }
        &:ansi { background: ansi_default; color: ansi_default; }
        &:ansi .text-area--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
        &:ansi .text-area--selection { background: ansi_default; color: ansi_default; text-style: underline; }
    }
    """
    ACTIONS: ClassVar[dict[str, str]] = {
        binding.key: binding.action for binding in Binding.make_bindings(TextArea.BINDINGS)
    }

    def __init__(self, text: str) -> None:
        super().__init__(text, soft_wrap=True, compact=True, show_line_numbers=False, highlight_cursor_line=False)
        self.cursor_blink = False
        self.match_cursor_bracket = False

    def on_mount(self) -> None:
        """Show where one writes, after what there is."""
        self.has_focus = True
        self.move_cursor(self.document.end)

    async def take(self, event: events.Key) -> None:
        """Write a character, or edit."""
        if event.key == "enter":
            self.put("\n")
        elif event.is_printable and event.character is not None:
            self.put(event.character)
        elif event.key in self.ACTIONS:
            await self.run_action(self.ACTIONS[event.key])

    def put(self, text: str) -> None:
        """Write this where the cursor is."""
        start, end = self.selection
        self.replace(clean(text), start, end, maintain_selection_offset=False)
