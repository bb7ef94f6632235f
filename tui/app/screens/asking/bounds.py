"""The dialog in which the bounds of a quotation's words are set."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.keys import BOUNDS_KEYS, bindings_of
from tui.app.screens.asking.passage import Passage
from tui.layout import clusters
from tui.text import split_sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_MARKS = frozenset("“”„‟\"«»‹›「」『』‘‚'’")
"""Quotation marks are never a part of the words between them."""


@dataclass(frozen=True, slots=True)
class Borders:
    """Where words can begin and end.

    Attributes:
        starts: Code points at which words begin, with what stands right before them ("(", "$").
        ends: Code points at which words end, with the comma or full stop after them.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]


def borders_of(text: str, limits: tuple[int, int]) -> Borders:
    """The borders of words in a part of a text.

    Args:
        text: The text.
        limits: The part.
    """
    low, high = limits
    tokens = tokenize(text)
    first, last = bisect_left(tokens.starts, low), bisect_right(tokens.ends, high)
    words = list(zip(tokens.starts[first:last], tokens.ends[first:last], strict=True))
    return Borders(
        tuple(_with_lead(text, start, low) for start, _ in words),
        tuple(_with_tail(text, end, high) for _, end in words),
    )


def _with_lead(text: str, start: int, low: int) -> int:
    """Where a word begins with the signs before it, where those are its own: no word ends right before them."""
    at = start
    while at > low and _is_sign(text[at - 1]):
        at -= 1
    return start if at > low and text[at - 1].isalnum() else at


def _with_tail(text: str, end: int, high: int) -> int:
    at = end
    while at < high and _is_sign(text[at]):
        at += 1
    return end if at < high and text[at].isalnum() else at


def _is_sign(char: str) -> bool:
    return not (char.isspace() or char.isalnum() or char in _MARKS)


class BoundsScreen(AskingScreen[tuple[int, int]]):
    """Closes with the words as they are set, or with None where they stay."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(BOUNDS_KEYS)
    DEFAULT_CSS = """
    BoundsScreen {
        & #said { height: 1; margin: 1 0 0 0; }
    }
    """
    other_rows = 2

    def __init__(self, text: str, words: tuple[int, int], limits: tuple[int, int]) -> None:
        super().__init__("Which words are the quotation?")
        self._text, self._before, self._limits = text, words, limits
        self.words = words
        self.at_end = False
        self._borders = borders_of(text, limits)
        self._letters = [low for low, _ in clusters(text, *limits)] + [limits[1]]
        sentences = split_sentences(text, *limits)
        self._sentences = Borders(tuple(start for start, _ in sentences), tuple(end for _, end in sentences))
        self.passage = Passage(text, limits)

    def parts(self) -> ComposeResult:
        """The passage, and what is being set."""
        yield self.passage
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Show the words."""
        self._tell()

    def fit(self) -> None:
        """Give the passage what room there is."""
        self.passage.styles.max_height = self.room

    def _tell(self) -> None:
        self.passage.set_off(self.words, at_end=self.at_end)
        self.say(
            f"Setting the {'end' if self.at_end else 'beginning'}; tab sets the {'beginning' if self.at_end else 'end'}"
        )

    def _place(self, at: int) -> None:
        """Set the end that is being set, as far as there are words left."""
        start, end = self.words
        low, high = self._limits
        if self.at_end:
            end = min(max(at, self._letters_after(start)), high)
        else:
            start = max(min(at, self._letters_before(end)), low)
        self.words = start, end
        self._tell()

    def _letters_after(self, at: int) -> int:
        return self._letters[min(bisect_right(self._letters, at), len(self._letters) - 1)]

    def _letters_before(self, at: int) -> int:
        return self._letters[max(0, bisect_left(self._letters, at) - 1)]

    @property
    def _at(self) -> int:
        return self.words[self.at_end]

    def _step(self, places: Sequence[int], step: int) -> None:
        """To the next or the previous of these places that leaves something between beginning and end."""
        low = self.words[0] if self.at_end else self._limits[0] - 1
        high = self._limits[1] + 1 if self.at_end else self.words[1]
        open_places = [place for place in places if low < place < high]
        found = bisect_right(open_places, self._at) if step > 0 else bisect_left(open_places, self._at) - 1
        if 0 <= found < len(open_places):
            self._place(open_places[found])

    def _side(self, borders: Borders) -> tuple[int, ...]:
        return borders.ends if self.at_end else borders.starts

    def action_step_words(self, step: int) -> None:
        """By a word."""
        self._step(self._side(self._borders), step)

    def action_step_letters(self, step: int) -> None:
        """By a letter."""
        self._step(self._letters, step)

    def action_step_sentences(self, step: int) -> None:
        """By a sentence."""
        self._step(self._side(self._sentences), step)

    def action_to_limit(self, step: int) -> None:
        """As far as can be; the beginning stays before the end."""
        places = self._side(self._borders)
        low = self.words[0] if self.at_end else -1
        high = self.words[1] if not self.at_end else self._limits[1] + 1
        within = [place for place in places if low < place < high]
        if within:
            self._place(within[-1] if step > 0 else within[0])

    def action_other_end(self) -> None:
        """Set the other end."""
        self.at_end = not self.at_end
        self._tell()

    def action_keep(self) -> None:
        """Close with the words."""
        self.dismiss(None if self.words == self._before else self.words)

    def on_passage_asked(self, event: Passage.Asked) -> None:
        """A click on a word: it is the first, or the last."""
        places = self._side(self._borders)
        if not places:
            return
        if self.at_end:
            found = min(bisect_left(places, event.at + 1), len(places) - 1)
        else:
            found = max(bisect_right(places, event.at) - 1, 0)
        self._place(places[found])
