"""The lines under the panes that say the current difference in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.app.excerpt import GAP, beginning, excerpt, fitted, opening
from tui.app.telling import Told, told_flat
from tui.app.wording import LETTERS

if TYPE_CHECKING:
    from rich.style import Style

    from tui.app.reading import Reading
    from tui.app.telling import Quote
    from tui.app.wording import Piece

HIGH, TALL = 24, 40
"""Screens of so many rows give the inspector three and four of them."""

_MANY = 5
"""Rows under the first line from which on the wordings of a quotation leave two for what else holds."""

_LEAST_WORDINGS = 3
"""Rows that the wordings of a quotation keep when a message needs several."""

_LEAST_QUOTE = 16
"""Cells below which it isn't worth to begin a quotation on a line."""


class Inspector(Widget):
    """Shows a sentence and under it the wording of both articles. Nothing in it is ever markup."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "inspector--left",
        "inspector--right",
        "inspector--told",
        "inspector--note",
        "inspector--around",
        "inspector--lead",
        "inspector--cut",
        "inspector--gap",
    }
    DEFAULT_CSS = """
    Inspector {
        height: 3;
        background: $bar;
        color: $ink;
        & .inspector--left { color: $left-ink; }
        & .inspector--right { color: $right-ink; }
        & .inspector--told { text-style: bold underline; }
        & .inspector--note { text-style: bold; }
        & .inspector--around { color: $ink; }
        & .inspector--gap { color: $quiet-ink; }
        & .inspector--cut { color: $quiet-ink; text-style: italic; }
        # The terminal's own colours have no other ground: the first line parts ours from the articles.
        &:ansi .inspector--lead { text-style: reverse; }
    }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self._told = Told(())
        self._note = ""
        self._lines: list[Strip] | None = None
        self._rows = 0

    def make_room(self, rows: int, *, alone: bool, quoting: bool = False) -> None:
        """Take rows by the screen's height; a side shown alone needs the other's wording, a quotation both."""
        height = 4 if rows >= TALL else 3 if rows >= HIGH or alone else 2
        if quoting:
            height = 8 if rows >= TALL else 6 if rows >= HIGH else 4
        if self._rows != height:
            self._rows = height
            self.styles.height = height

    def say(self, told: Told, note: str = "") -> None:
        """Show this, with a note before it (that the search went round the end, say)."""
        if (told, note) != (self._told, self._note):
            self._told, self._note = told, note
            self._redraw()

    @property
    def told(self) -> str:
        """What it says, in full and without colours."""
        note = f"{self._note} · " if self._note else ""
        return note + told_flat(self.reading, self._told)

    def on_resize(self) -> None:
        """Other rooms, other cuts."""
        self._redraw()

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._redraw()

    def _redraw(self) -> None:
        self._lines = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of its lines."""
        if self._lines is None:
            self._lines = self._draw()
        if y < len(self._lines):
            return self._lines[y]
        return Strip.blank(self.size.width, self.rich_style)

    def _draw(self) -> list[Strip]:
        height = self.size.height
        width = self.size.width - 2  # a blank at either end
        quotes = self._told.quotes
        if self._told.wordings:
            first = cell_len("".join(words for words, _ in self._told.lead))
            alone = bool(self._note) and cell_len(f"{self._note} · ") + first > width
            first_lines = self._noted(width, height - _LEAST_WORDINGS) if alone else [self._lead(width)]
            lines = [*first_lines, *self._wordings(width, height - len(first_lines))]
        elif not quotes:
            lines = self._standing(width, height)[:height]
        elif height - 1 >= len(quotes):
            alone = bool(self._note) and height - 2 >= len(quotes)
            # A message that needs more rows takes that of the sentence; the articles' words below say it, too.
            noted = self._noted(width, height - len(quotes)) if alone else []
            lines = [*noted, *([self._lead(width, noted=not alone)] if len(noted) < height - len(quotes) else [])]
            spare = height - len(lines) - len(quotes)
            for quote in quotes:
                rows = 1 + (spare if self._needs(quote, width) else 0)
                spare -= rows - 1
                lines += self._quote(quote, width, rows)
        else:
            room = (width - 4) // len(quotes)
            line = [segment for quote in quotes for segment in [*self._quote(quote, room, 1)[0], Segment("    ")]]
            lines = [self._lead(width), line]
        edge = Segment(" ", self.rich_style)
        strips = [Strip([edge, *line]).adjust_cell_length(self.size.width, self.rich_style) for line in lines]
        strips[0] = strips[0].apply_style(self.get_component_rich_style("inspector--lead", partial=True))
        return [strip.apply_style(self.rich_style) for strip in strips]

    def _standing(self, width: int, height: int) -> list[list[Segment]]:
        """A message alone, then what is said of the place, then what helps; each on as many lines as it needs."""
        lead = [(part, style) for words, style in self._pieces(width) for part in _words(words)]
        around = self._style("around")
        more = [line for told in self._told.more for line in _flow([(part, around) for part in _words(told)], width)]
        noted = self._noted(width, height - 1) if self._note else []
        return [*noted, *(_flow(lead, width) if lead else []), *more] or [[]]

    def _noted(self, width: int, rows: int) -> list[list[Segment]]:
        """The message, on as many lines as it needs and there are."""
        style = self._style("note")
        lines = _flow([(part, style) for part in _words(self._note)], width)
        kept = max(1, rows)
        if len(lines) <= kept:
            return lines
        rest = "".join(segment.text for line in lines[kept - 1 : kept + 1] for segment in [*line, Segment(" ")])
        return [*lines[: kept - 1], [Segment(beginning(rest, width), style)]]

    def _pieces(self, width: int) -> list[tuple[str, Style]]:
        """The first line, its longest quoted words shortened where it is too long."""
        return [
            (words, self._style(side.value) if side else self.rich_style)
            for words, side in shortened(self._told.lead, width)
        ]

    def _lead(self, width: int, *, noted: bool = True) -> list[Segment]:
        note = self._note if noted else ""
        room = width - (cell_len(note) + 3 if note else 0)
        pieces = self._pieces(room)
        if note:
            pieces.insert(0, (f"{note} · " if pieces else note, self._style("note")))
        line, used = [], 0
        for words, style in pieces:
            fitting = (opening if self._told.wordings else beginning)(words, width - used)
            line.append(Segment(fitting, style))
            used += cell_len(fitting)
            if fitting != words:
                break
        return line

    def _wordings(self, width: int, rows: int) -> list[list[Segment]]:
        """The wordings of a quotation one above the other, and below what else holds.

        Where not all of it has room, the last line ends with the key that shows the whole.
        """
        told = self._told
        tail = _flow([(part, self.rich_style) for part in _words(told.tail)], width) if told.tail else []
        below = min(len(tail), 1 if rows < _MANY else 2)
        lines, is_whole = self._both(width, rows - below, 0)
        is_whole = is_whole and below == len(tail) and cell_len("".join(words for words, _ in told.lead)) <= width
        if is_whole:
            return [*lines, *tail]
        hint = f" {self._index_key()}: the whole"
        if not below:
            lines, _ = self._both(width, rows, cell_len(f" {GAP}{hint}"))
            ends = lines[-1][-1].text.endswith(GAP)
            lines[-1].append(Segment(hint if ends else f" {GAP}{hint}", self._style("gap")))
            return lines
        room = width * below
        while True:
            # One cell more than there is makes the sign stand even where all the words have room.
            words = opening(f"{told.tail}{' ' * width * below}", room, hint)
            tail = _flow([(part, self.rich_style) for part in _words(words)], width)
            if len(tail) <= below or room < _LEAST_QUOTE:
                return [*lines, *tail]
            room -= 4

    def _both(self, width: int, rows: int, kept_free: int) -> tuple[list[list[Segment]], bool]:
        """The wordings on so many rows, some cells of the last one kept free; and whether they are whole."""
        lines: list[list[Segment]] = []
        wordings, is_whole = self._told.wordings, True
        cut, gap = self._style("cut"), self._style("gap")
        for at, wording in enumerate(wordings):
            ink = self._style(wording.side.value)
            told_style = self._told_style(ink)
            name = f"{beginning(wording.name, width // 2)}  "
            share = max(1, (rows - len(lines)) // (len(wordings) - at))
            free = kept_free if at == len(wordings) - 1 else 0
            room = (width - 2) * share - free
            while True:
                bits = fitted(wording.bits, room - cell_len(name))
                pieces = [
                    (part, gap if bit.gap else cut if bit.cut else told_style if bit.told else ink)
                    for bit in bits
                    for part in _words(bit.text)
                ]
                flowed = _flow([(name, self._style("note")), *pieces], width - 2)
                taken = len(flowed) * (width - 2) - (width - 2 - sum(part.cell_length for part in flowed[-1]))
                if (len(flowed) <= share and taken + free <= (width - 2) * share) or room <= _LEAST_QUOTE:
                    break
                room -= 4
            is_whole = is_whole and bits == wording.bits
            lines += [flowed[0], *([Segment("  "), *line] for line in flowed[1:share])]
        return lines, is_whole

    def _index_key(self) -> str:
        """The key that opens the index of quotations, as it is now."""
        bindings = (active.binding for active in self.screen.active_bindings.values())
        found = next((one for one in bindings if one.action == "quotations"), None)
        return "i" if found is None else self.app.get_key_display(found)

    def _told_style(self, ink: Style) -> Style:
        return ink + self.get_component_rich_style("inspector--told", partial=True)

    def _needs(self, quote: Quote, width: int) -> bool:
        """Whether the words don't fit on one line."""
        return quote.words[1] - quote.words[0] > width - 4

    def _quote(self, quote: Quote, width: int, rows: int) -> list[list[Segment]]:
        """An article's wording, after its letter, on so many rows."""
        ink, around = self._style(quote.side.value), self._style("around")
        told = self._told_style(ink) if quote.phrase else ink
        article = self.reading.article(quote.side)
        room = (width - 3) * rows
        while True:
            bits = excerpt(article, quote.words, room)
            plain = len(self._told.quotes) == 1 and len(bits) == 1
            cells = [
                (part, ink if plain and bit.told else told if bit.told else around)
                for bit in bits
                for part in _words(bit.text)
            ]
            lines = _flow(cells, width - 3)
            if len(lines) <= rows or room < _LEAST_QUOTE:
                break
            room -= 4
        letter = Segment(f"{LETTERS[quote.side]}  ", ink)
        return [[letter if row == 0 else Segment("   "), *line] for row, line in enumerate(lines[:rows])]

    def _style(self, name: str) -> Style:
        return self.rich_style + self.get_component_rich_style(f"inspector--{name}", partial=True)


def shortened(lead: tuple[Piece, ...], width: int) -> list[Piece]:
    """A sentence in at most so many cells, if cutting the longest words of the articles in it is enough."""
    pieces = [*lead]
    spare = width - sum(cell_len(words) for words, _ in pieces)
    long = sorted(
        (at for at, (words, side) in enumerate(pieces) if side is not None and cell_len(words) > _LEAST_QUOTE),
        key=lambda at: cell_len(pieces[at][0]),
    )
    room = spare + sum(cell_len(pieces[at][0]) for at in long)
    for rank, at in enumerate(long):
        words, side = pieces[at]
        share = max(_LEAST_QUOTE, room // (len(long) - rank))
        pieces[at] = beginning(words, share), side
        room -= cell_len(pieces[at][0])
    return pieces


def _words(text: str) -> list[str]:
    """A text in pieces between which a line may break: words with the blank before them."""
    pieces = text.split(" ")
    return [piece for piece in [pieces[0], *(f" {piece}" for piece in pieces[1:])] if piece]


def _flow(pieces: list[tuple[str, Style]], width: int) -> list[list[Segment]]:
    lines: list[list[Segment]] = [[]]
    used = 0
    for words, style in pieces:
        if used and used + cell_len(words) > width:
            lines.append([])
            used, words = 0, words.lstrip()
        lines[-1].append(Segment(words, style))
        used += cell_len(words)
    return lines
