"""The line under the panes that says the current difference in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.widget import Widget

from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.wording import Piece


class Inspector(Widget):
    """Shows a sentence made of the reader's own words and the articles'. Nothing in it is ever markup."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"inspector--left", "inspector--right", "inspector--note"}
    DEFAULT_CSS = """
    Inspector {
        height: 1;
        padding: 0 1;
        background: $bar;
        color: $ink;
        &.-tall { height: 3; }
        &.-tall.-low { height: 2; }
        & .inspector--left { color: $left-ink; }
        & .inspector--right { color: $right-ink; }
        & .inspector--note { text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pieces: Sequence[Piece] = ()
        self._note = ""

    def say(self, pieces: Sequence[Piece], note: str = "") -> None:
        """Show a sentence, with a note before it (that the search went round the end, say)."""
        self._pieces, self._note = pieces, note
        self.refresh()

    @property
    def told(self) -> str:
        """What it says, without colours."""
        return "".join([f"{self._note} · " if self._note else "", *(words for words, _ in self._pieces)])

    def render(self) -> Text:
        """The sentence, cut at the end of its last line."""
        tall = self.has_class("-tall")
        text = Text(no_wrap=not tall, overflow="ellipsis", end="")
        if self._note:
            text.append(f"{self._note} · ", self.get_component_rich_style("inspector--note", partial=True))
        for words, side in self._fitting():
            style = None if side is None else f"inspector--{'left' if side is Side.LEFT else 'right'}"
            text.append(words, self.get_component_rich_style(style, partial=True) if style else None)
        if not tall:
            text.truncate(self.size.width, overflow="ellipsis")
        return text

    def _fitting(self) -> list[Piece]:
        """The pieces, long ones of the articles shortened so that both sides are seen."""
        room = self.size.width * max(1, self.size.height) - len(self._note) - 3
        theirs = [words for words, side in self._pieces if side is not None]
        own = sum(len(words) for words, side in self._pieces if side is None)
        spare = room - own
        if sum(map(len, theirs)) <= spare or not theirs:
            return list(self._pieces)
        share = max(12, spare // len(theirs))
        short = sum(len(words) for words in theirs if len(words) <= share)
        long = [words for words in theirs if len(words) > share]
        share = max(share, (spare - short) // len(long)) if long else share
        return [
            (words if side is None or len(words) <= share else words[: share - 1].rstrip() + "…", side)
            for words, side in self._pieces
        ]
