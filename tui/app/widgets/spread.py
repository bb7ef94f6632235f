"""The two articles side by side, as one scrolling page: both panes and the gutter are drawn row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from tui.app.drawing import drawn
from tui.app.hiding import is_hidden
from tui.app.marking import NOTE_MARK
from tui.app.painting import Ground, Paint
from tui.app.selecting import offset_at, word_at
from tui.app.widgets.placedview import PlacedView
from tui.app.wording import note_told
from tui.layout import Side, SignKind, shown, sign_text

if TYPE_CHECKING:
    from textual import events

    from tui.app.geometry import Pane
    from tui.app.reading import Reading
    from tui.article import Range
    from tui.layout import FoldKey, Line, Note, Sign

_PAINTS = (
    (Paint.QUIET, "quiet"),
    (Paint.TYPED, "typed"),
    (Paint.SHARED, "shared"),
    (Paint.MOVED, "moved"),
    (Paint.CHANGED, "changed"),
    (Paint.UNIQUE, "unique"),
    (Paint.MATCH, "match"),
    (Paint.CURRENT, "current"),
    (Paint.SELECTED, "selected"),
)
_WASHED = Paint.CHANGED | Paint.UNIQUE


class Spread(PlacedView, can_focus=True, inherit_bindings=False):
    """Draws a `Reading`. The rows that are on view are all it ever draws, however long the articles are."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "spread--left",
        "spread--right",
        "spread--left-wash",
        "spread--right-wash",
        "spread--number",
        "spread--rule",
        "spread--sign",
        "spread--quiet",
        "spread--shared",
        "spread--moved",
        "spread--changed",
        "spread--unique",
        "spread--match",
        "spread--current",
        "spread--typed",
        "spread--selected",
        "spread--differs",
        "spread--grave",
    }

    DEFAULT_CSS = """
    Spread {
        background: $page;
        color: $ink;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 0;
        & .spread--left { color: $left-ink; }
        & .spread--right { color: $right-ink; }
        & .spread--left-wash { color: $wash-ink; background: $left-wash; }
        & .spread--right-wash { color: $wash-ink; background: $right-wash; }
        & .spread--typed { background: $here; text-style: underline; }
        & .spread--selected { color: $select-ink; background: $select; }
        & .spread--number { color: $quiet-ink; }
        & .spread--rule { color: $rule; }
        & .spread--sign { color: $ink; }
        & .spread--quiet { color: $quiet-ink; }
        & .spread--shared { text-style: bold; }
        & .spread--moved { text-style: italic; }
        & .spread--changed { text-style: underline; }
        & .spread--unique { text-style: bold underline; }
        & .spread--match { color: $match-ink; background: $match; }
        & .spread--current { color: $cursor-ink; background: $cursor; text-style: bold; }
        & .spread--differs { text-style: bold underline; }
        & .spread--grave { text-style: bold reverse; }
        &:ansi {
            & .spread--rule, & .spread--number, & .spread--quiet { text-style: dim; }
            & .spread--match, & .spread--selected { text-style: reverse; }
            & .spread--typed { text-style: reverse underline; }
            & .spread--current { text-style: bold reverse; }
        }
    }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._strips: LRUCache[int, Strip] = LRUCache(600)
        self._styles: dict[tuple[Side, Paint], Style] = {}
        self._drag: tuple[Side, int] | None = None
        self._fold: tuple[tuple[int, ...], FoldKey | None] = (), None

    def on_click(self, event: events.Click) -> None:
        """A click makes a side the active one; the second of two selects the word."""
        side = self.reading.geometry.side_at(event.x)
        if side is None:
            return
        key = self.reading.fold_on(self.top + event.y) if self.reading.width else None
        if key is not None:
            self.toggle_fold(key)
            return
        if side is not self.reading.side and self.reading.level is None:
            self.reading.other_side()
            self.repaint()
        if event.chain == 2:
            words = word_at(self.reading.article(side), offset_at(self.reading, side, self.top + event.y, event.x))
            self._select(side, words)

    # Selecting with the mouse: a drag belongs to the pane in which it began

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection."""
        if event.button != 1 or not self.reading.width:
            return
        side = self.reading.geometry.side_at(event.x)
        self.clear_selection()
        if side is not None and self.reading.height:
            self._drag = side, offset_at(self.reading, side, self.top + event.y, event.x)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the pointer; beyond the page's edge the page follows."""
        if self._drag is None:
            return
        side, start = self._drag
        if not 0 <= event.y < self.page:
            self.scroll_rows(-1 if event.y < 0 else 1)
        end = offset_at(self.reading, side, self.top + max(0, min(event.y, self.page - 1)), event.x)
        self._select(side, (min(start, end), max(start, end)) if start != end else None)

    def on_mouse_up(self) -> None:
        """The selection stays."""
        self._drag = None
        self.release_mouse()

    def clear_selection(self) -> bool:
        """Select nothing; says whether anything was selected."""
        selected = any(painter.selected is not None for painter in self.reading.painters.values())
        if selected:
            self._select(self.reading.side, None)
        return selected

    def _select(self, side: Side, words: Range | None) -> None:
        painters = self.reading.painters
        if painters[side].selected != words or painters[side.other].selected is not None:
            painters[side].selected, painters[side.other].selected = words, None
            self._strips.clear()
            self.refresh()

    # Drawing

    def repaint(self) -> None:
        """Draw everything again."""
        self._strips.clear()
        super().repaint()

    def notify_style_update(self) -> None:
        """Another theme: nothing drawn holds."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width = self.scrollable_content_region.width
        row = self.top + y
        waits = self.reading.awaited is not None and self.reading.width
        if not (waits or self.reading.width == width) or row >= self.reading.height:
            return Strip.blank(width, self.rich_style)
        strip = None if self.reading.fold_on(row) else self._strips.get(row)
        if strip is None:
            strip = Strip(self._row(row), width).adjust_cell_length(width, self.rich_style)
            strip = strip.apply_style(Style(bgcolor=self.rich_style.bgcolor))
            self._strips[row] = strip
        return strip

    def _row(self, row: int) -> list[Segment]:
        reading, geometry = self.reading, self.reading.geometry
        segments: list[Segment] = []
        if geometry.left is not None:
            segments += self._pane(Side.LEFT, geometry.left, reading.side_row(Side.LEFT, row))
        segments += self._gutter(reading.table_row(row))
        if geometry.right is not None:
            segments += self._pane(Side.RIGHT, geometry.right, reading.side_row(Side.RIGHT, row))
        return segments

    def _pane(self, side: Side, pane: Pane, row: int) -> list[Segment]:
        base = self.rich_style
        column = self.reading.table.column(side)
        line = column.line_at(row)
        pointer = self._pointer(side, row)
        if line is not None and self.reading.quiet_hidden and is_hidden(self.reading.painters[side], line):
            line = None
        note = column.note_at(row)
        if note is not None:
            return self._note(note, side, pane)
        if line is None:
            lead = f"{' ' * pane.indent}{pointer}{' ' * pane.number}  "
            filler = "·" if column.is_filler(row) and not column.is_filler(row - 1) else " "
            return [
                Segment(lead, base),
                Segment(filler, self._component("spread--rule")),
                Segment(" " * (pane.width - len(lead) - 1), base),
            ]
        painter = self.reading.painters[side]
        ink = self._component(f"spread--{side.value}")
        ground = painter.grounds[line.paragraph]
        bar = "┃" if ground is Ground.ONLY else " "
        if pointer == " " and self.reading.marks.has_note_between(side, line.start, line.end):
            pointer = NOTE_MARK
        number = f"{line.paragraph + 1}" if column.starts_paragraph(row) else ""
        segments = [
            Segment(" " * pane.indent, base),
            Segment(bar, ink) if pointer == " " else Segment(pointer, base),
            Segment(f"{number:>{pane.number}}", self._component("spread--number")),
            self._quote_sign(side, line),
            Segment(" ", base),
        ]
        text = painter.article.text
        for start, end, paint in painter.runs(*line):
            words = drawn(shown(text, start, end))
            if paint & Paint.QUIET and self.reading.quiet_hidden:
                words = " " * cell_len(words)
            segments.append(Segment(words, self.painted(side, paint)))
        used = sum(segment.cell_length for segment in segments)
        segments.append(Segment(" " * max(0, pane.width - used), base))
        return segments

    def _quote_sign(self, side: Side, line: Line) -> Segment:
        """What was decided on the words that begin on a line, or the verdict of the gravest quotation that does."""
        reading = self.reading
        sign = reading.marks.sign_between(reading.quoting, side, line.start, line.end)
        if sign is None:
            return Segment(" ", self.rich_style)
        return Segment(sign.mark, self.quote_style(sign.severity))

    def quote_style(self, severity: int) -> Style:
        """The style of a quotation's sign: loud only where the words or the speaker differ."""
        return self._component(f"spread--{('number', 'number', 'sign', 'grave', 'grave')[severity]}")

    def _note(self, note: Note, side: Side, pane: Pane) -> list[Segment]:
        """A fold, with its key where Enter acts on it, or a paragraph that stands elsewhere."""
        told = note_told(note, side)
        if note.key is not None and note.key == self.fold_here:
            told += "  ⏎"
        lead = " " * (pane.text_x - pane.x)
        told = set_cell_size(told, min(cell_len(told), pane.measure))
        return [
            Segment(lead, self.rich_style),
            Segment(told, self._component("spread--quiet")),
            Segment(" " * (pane.width - len(lead) - cell_len(told)), self.rich_style),
        ]

    @property
    def fold_here(self) -> FoldKey | None:
        """The fold on which Enter acts: the first on view from the place being read, or else the last before it."""
        reading = self.reading
        currents = id(reading.stop), id(reading.match), id(reading.quote)
        known = (self.top, self.page, id(reading.table), *currents, reading.height)
        if self._fold[0] != known:
            here = self.top
            current = reading.current_row
            if current is not None and self.top <= current < self.top + self.page:
                here = current
            last = min(self.top + self.page, reading.height)
            rows = [*range(here, last), *range(here - 1, self.top - 1, -1)]
            self._fold = known, next((key for row in rows if (key := reading.fold_on(row)) is not None), None)
        return self._fold[1]

    def _pointer(self, side: Side, row: int) -> str:
        """The margin's mark where the current difference begins, hollow where this side has nothing; or a blank."""
        reading = self.reading
        match, stop, quote = reading.match, reading.stop, reading.quote
        column = reading.table.column(side)
        if match is not None:
            return "▶" if match.side is side and column.row_of_offset(match.start) == row else " "
        if quote is not None:
            words = quote.words(side)
            return "▶" if words and column.row_of_offset(words[0][0]) == row else " "
        if stop is None or reading.view_row(stop.row_of(side)) != reading.view_row(row):
            return " "
        return "▷" if stop.words(side) is None else "▶"

    def _gutter(self, row: int) -> list[Segment]:
        geometry = self.reading.geometry
        sign = self.reading.signs.get(row)
        rules = (geometry.right is not None and geometry.left is not None) + 1
        inner = geometry.gutter - rules
        if self.reading.pending:
            sign = None
        told = "" if sign is None else sign_text(sign)
        if sign is None or sign.side is None:
            told = f"{told:^{inner}}"
        else:
            told = f"{told:<{inner}}" if sign.side is Side.LEFT else f"{told:>{inner}}"
        rule = Segment("│", self._component("spread--rule"))
        middle = Segment(told, self._sign_style(sign, row))
        if rules == 2:
            return [rule, middle, rule]
        return [rule, middle] if geometry.left is not None else [middle, rule]

    def _sign_style(self, sign: Sign | None, row: int) -> Style:
        if sign is None or sign.kind is SignKind.SAME:
            return self._component("spread--number")
        if sign.side is not None:
            line = self.reading.table.column(sign.side).line_before(row)
            if line is not None and self.reading.painters[sign.side].grounds[line.paragraph] is Ground.QUIET:
                return self._component("spread--quiet")
        if sign.side is not None and sign.kind is SignKind.ONLY:
            return self._component(f"spread--{sign.side.value}")
        return self._component("spread--sign")

    def _component(self, name: str) -> Style:
        return self.rich_style + self.get_component_rich_style(name, partial=True)

    def painted(self, side: Side, paint: Paint) -> Style:
        """The style of words that are set off in these ways."""
        found = self._styles.get((side, paint))
        if found is None:
            found = self.rich_style
            if paint & Paint.ONLY:
                found += self.get_component_rich_style(f"spread--{side.value}", partial=True)
            if paint & _WASHED:
                found += self.get_component_rich_style(f"spread--{side.value}-wash", partial=True)
            for flag, name in _PAINTS:
                if paint & flag:
                    found += self.get_component_rich_style(f"spread--{name}", partial=True)
            if paint & Paint.DIFFERS:
                for name in (f"{side.value}-wash", "differs"):
                    found += self.get_component_rich_style(f"spread--{name}", partial=True)
            self._styles[side, paint] = found
        return found
