"""Dialogs in which one line of a list is chosen: by typing a part of it, or by its letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.widgets import Static

from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.fields import Line
from tui.app.screens.asking.keys import CORRECT_KEYS, PICK_KEYS, bindings_of
from tui.app.screens.asking.rows import Row, Rows
from tui.app.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

_NONE_FITS = "No line has these words"


class PickRow(NamedTuple):
    """One thing to choose.

    Attributes:
        label: What it is called: "¶7", "Speaker".
        words: Its first words, or what it does.
        key: What the dialog closes with.
        letter: The letter that chooses it, where a menu is shown.
    """

    label: str
    words: str
    key: object
    letter: str = ""


class _ListScreen(AskingScreen[object]):
    """A list of which one line is chosen."""

    listing: Rows

    def fit(self) -> None:
        """Give the list what room there is."""
        self.listing.styles.max_height = self.room

    @property
    def chosen(self) -> PickRow | None:
        """The line that is lit."""
        raise NotImplementedError

    def action_move(self, step: int) -> None:
        """Up or down by lines."""
        self.listing.move(step)

    def action_move_pages(self, pages: int) -> None:
        """Up or down by pages."""
        self.listing.move_pages(pages)

    def action_move_to(self, row: int) -> None:
        """To a line; -1 is the last."""
        self.listing.light(row)

    def action_choose(self) -> None:
        """Close with the line that is lit."""
        if self.chosen is not None:
            self.dismiss(self.chosen.key)

    def on_rows_chosen(self) -> None:
        """A second click on a line chooses it."""
        self.action_choose()


class PickScreen(_ListScreen):
    """Closes with the `key` of the line chosen. What is typed narrows the list to the lines that have all the words."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PICK_KEYS)
    other_rows = 2

    def __init__(self, title: str, choices: Sequence[PickRow], *, current: object | None = None) -> None:
        super().__init__(title)
        self._choices = tuple(choices)
        self._sought = [one_line(f"{row.label} {row.words}").casefold() for row in self._choices]
        self.shown = self._choices
        self._typed = ""
        self.line = Line(placeholder="type a part of it")
        self.field = self.line
        keys = [row.key for row in self._choices]
        self.listing = Rows(_told(self._choices), keys.index(current) if current in keys else 0)

    def parts(self) -> ComposeResult:
        """What is typed, the list, how many lines of it are left."""
        yield self.line
        yield self.listing
        yield Static("", id="said", classes="asking--quiet", markup=False)

    def on_mount(self) -> None:
        """Say how many lines there are."""
        self.say(self._count())

    def _count(self) -> str:
        if len(self.shown) == len(self._choices):
            return f"{len(self.shown):,} to choose from" if self.shown else "There is nothing to choose from"
        return f"{len(self.shown):,} of {len(self._choices):,}" if self.shown else _NONE_FITS

    def typed(self) -> None:
        """Narrow the list, unless only the cursor moved."""
        if self.line.value == self._typed:
            return
        self._typed = self.line.value
        terms = self._typed.casefold().split()
        before = self.chosen
        self.shown = tuple(
            row
            for row, sought in zip(self._choices, self._sought, strict=True)
            if all(term in sought for term in terms)
        )
        # A number is meant first of all as a number: "7" is paragraph 7, not the first paragraph that has a 7 in it.
        wanted = next(
            (row for row in self.shown if terms and terms[0] in {row.label.casefold(), row.label[1:]}), before
        )
        self.listing.offer(_told(self.shown), self.shown.index(wanted) if wanted in self.shown else 0)
        self.say(self._count())

    @property
    def chosen(self) -> PickRow | None:
        """The line that is lit."""
        return self.shown[self.listing.lit] if 0 <= self.listing.lit < len(self.shown) else None


class CorrectingScreen(_ListScreen):
    """A menu: each line has a letter that chooses it at once. Closes with its `key`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CORRECT_KEYS)

    def __init__(self, title: str, items: Sequence[PickRow]) -> None:
        super().__init__(title)
        self._items = tuple(items)
        self.listing = Rows([Row((item.letter, item.label, one_line(item.words))) for item in self._items])

    def parts(self) -> ComposeResult:
        """The list."""
        yield self.listing

    async def take(self, event: events.Key) -> bool:
        """Choose the line that has this letter."""
        for item in self._items:
            if item.letter and event.character is not None and event.character.casefold() == item.letter.casefold():
                self.dismiss(item.key)
                return True
        return False

    @property
    def chosen(self) -> PickRow | None:
        """The line that is lit."""
        return self._items[self.listing.lit] if 0 <= self.listing.lit < len(self._items) else None


def _told(choices: Sequence[PickRow]) -> list[Row]:
    return [Row((row.label, one_line(row.words))) for row in choices]
