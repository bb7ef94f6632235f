"""The lines over the panes: what is being read, and each article's title and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.app.wording import LAYOUTS, LETTERS, article_facts, article_title, pair_names
from tui.layout import Layout, Side, clusters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from tui.app.geometry import Pane
    from tui.app.reading import Reading


NAME = "Copyholder   "

_LEAST_PAIR = 23
"""Cells below which two names that had to be cut say nothing."""


def fitted(words: str, width: int) -> str:
    """The words in exactly so many cells; three dots where something had to go."""
    if cell_len(words) <= width:
        return set_cell_size(words, width)
    return set_cell_size(set_cell_size(words, max(0, width - 1)).rstrip() + "…", width)


def cut_middle(words: str, width: int) -> str:
    """The words in at most so many cells; names of versions often differ only at their ends, so the middle goes."""
    if cell_len(words) <= width:
        return words
    pieces = [words[start:end] for start, end in clusters(words, 0, len(words))]
    end = ""
    while pieces and cell_len(pieces[-1] + end) <= (width - 1) // 2:
        end = pieces.pop() + end
    beginning = ""
    while pieces and cell_len(beginning + pieces[0] + end) < width:
        beginning += pieces.pop(0)
    return f"{beginning.rstrip()}…{end.lstrip()}"


def fit_masthead(
    names: tuple[str, str], told: Sequence[str], width: int, spare: str | Sequence[str] = ""
) -> tuple[str, str, str]:
    """What of the masthead there is room for: where the reader is, before what is being read, before the program.

    Args:
        names: What the two articles are called.
        told: What else there is to say, the place being read last.
        width: Cells there are.
        spare: What is said where there is room for it beside all else. Of several forms, the longest first, the
            first one that has room is taken; the last of them comes before the names.

    Returns:
        The program's name, the pair and the rest, any of them perhaps empty.
    """
    pair, kept = " ⇄ ".join(names), list(told)
    kept = _with_spare(kept, (spare,) if isinstance(spare, str) else spare, width, cell_len(NAME + pair))
    if len(kept) > 1 and _room(kept, width) < cell_len(NAME + pair):
        kept = [words for words in kept if words != LAYOUTS[Layout.BOTH]]
    room = _room(kept, width) - cell_len(NAME)
    if cell_len(pair) <= room or room >= _LEAST_PAIR:
        each = (room - 3) // 2
        if cell_len(pair) > room:
            left, right = (cut_middle(name, each) for name in names)
            pair = f"{left} ⇄ {right}" if left != right else ""
        return NAME, pair, " · ".join(kept)
    while len(kept) > 1 and _room(kept, width) < 0:
        kept.pop(-2)
    return (NAME if room >= 0 else ""), "", fitted(" · ".join(kept), min(width - 2, cell_len(" · ".join(kept))))


def _with_spare(told: list[str], spare: Sequence[str], width: int, names: int) -> list[str]:
    """What is told, before it the longest form of what is spare that there is room for beside so many cells."""
    plain = [words for words in told if words != LAYOUTS[Layout.BOTH]]
    for words in spare:
        for kept in (told, plain):
            if words and _room([words, *kept], width) >= names:
                return [words, *kept]
    if len(spare) > 1:
        for words in spare[1:]:
            if _room([words, *plain], width) >= 0:
                return [words, *plain]
    return told


def _room(told: Sequence[str], width: int) -> int:
    """The cells left of what is told, with a blank at either end of the line and two between."""
    return width - 4 - cell_len(" · ".join(told))


class Masthead(Widget):
    """The top line: the program, the pair, and where the reader is."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"masthead--name"}
    DEFAULT_CSS = """
    Masthead {
        height: 1;
        background: $bar;
        color: $ink;
        & .masthead--name { text-style: bold; }
        &:ansi { text-style: reverse; }
    }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self.told: tuple[str, ...] = ()
        self.spare: tuple[str, ...] = ()

    @property
    def position(self) -> str:
        """All that it says of the place being read, whether or not there is room for it."""
        return " · ".join(self.told)

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, base = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, base)
        bold = base + self.get_component_rich_style("masthead--name", partial=True)
        names = pair_names(self.reading.article(Side.LEFT), self.reading.article(Side.RIGHT))
        name, pair, right = fit_masthead(names, self.told, width, self.spare)
        gap = " " * (width - 2 - cell_len(name + pair + right))
        return Strip([Segment(f" {name}", bold), Segment(f"{pair}{gap}{right} ", base)]).adjust_cell_length(width, base)


class Headings(Widget):
    """Each article's heading over its pane, with a rule under it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "headings--left",
        "headings--right",
        "headings--active",
        "headings--facts",
        "headings--rule",
    }
    DEFAULT_CSS = """
    Headings {
        height: 3;
        background: $page;
        color: $ink;
        & .headings--left { color: $left-ink; text-style: bold; }
        & .headings--right { color: $right-ink; text-style: bold; }
        & .headings--active { text-style: bold reverse; }
        & .headings--facts { color: $quiet-ink; }
        & .headings--rule { color: $rule; }
        &:ansi .headings--rule { text-style: dim; }
    }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self._facts: dict[tuple[int, Side], str] = {}

    def render_line(self, y: int) -> Strip:
        """The title line, the line of facts, or the rule."""
        width, base = self.size.width, self.rich_style
        if not self.reading.width:
            return Strip.blank(width, base)
        segments = self._rule() if y == 2 else self._line(y)
        return Strip(segments).adjust_cell_length(width, base)

    def _line(self, y: int) -> list[Segment]:
        geometry = self.reading.geometry
        rule = self._style("rule")
        two = geometry.left is not None and geometry.right is not None
        inner = " " * (geometry.gutter - 1 - two)
        gutter = f"│{inner}│" if two else f"│{inner}" if geometry.left is not None else f"{inner}│"
        segments: list[Segment] = []
        if geometry.left is not None:
            segments += self._heading(Side.LEFT, geometry.left, y)
        segments.append(Segment(gutter, rule))
        if geometry.right is not None:
            segments += self._heading(Side.RIGHT, geometry.right, y)
        return segments

    def _heading(self, side: Side, pane: Pane, y: int) -> list[Segment]:
        article = self.reading.article(side)
        lead = pane.text_x - pane.x
        room = max(0, pane.width - lead - 1)
        active = self.reading.side is side
        ink = self._style(side.value)
        if y == 0:
            letter = f" {LETTERS[side]} "
            style = ink + self.get_component_rich_style("headings--active", partial=True) if active else ink
            return [
                Segment(" " * max(0, lead - 4), self.rich_style),
                Segment(letter, style),
                Segment(" " * min(1, max(0, lead - 3)), self.rich_style),
                Segment(fitted(article_title(article), room) + " ", ink),
            ]
        counts = self.reading.collation.left_counts if side is Side.LEFT else self.reading.collation.right_counts
        known = (id(self.reading.collation), side)
        if known not in self._facts:
            self._facts = {one: told for one, told in self._facts.items() if one[0] == known[0]}
            self._facts[known] = article_facts(article, counts, side, pending=self.reading.pending)
        facts = self._facts[known]
        return [
            Segment(" " * lead, self.rich_style),
            Segment(fitted(facts, room) + " ", self._style("facts")),
        ]

    def _rule(self) -> list[Segment]:
        geometry = self.reading.geometry
        style = self._style("rule")
        inner = "─" * max(0, geometry.gutter - 2)
        if geometry.left is not None and geometry.right is not None:
            left, right = "─" * geometry.left.width, "─" * self.size.width
            return [Segment(f"{left}┼{inner}┼{right}", style)]
        if geometry.left is not None:
            return [Segment("─" * geometry.left.width + "┼" + "─" * self.size.width, style)]
        return [Segment("─" * (geometry.gutter - 1) + "┼" + "─" * self.size.width, style)]

    def _style(self, name: str) -> Style:
        return self.rich_style + self.get_component_rich_style(f"headings--{name}", partial=True)
