"""The index of quotations: all pairs and unpaired ones in a list, and beside it the chosen one compared in full."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import DataTable, Static

from tui.app.excerpt import beginning
from tui.app.geometry import ALTERNATE_BELOW
from tui.app.keymap import INDEX_KEYS
from tui.app.quotetelling import (
    CREDIT_WORDS,
    findings_told,
    first_words,
    named,
    places,
    quotation_copied,
    reason,
    rules_told,
    speakers,
    verdict_lines,
    verdict_told,
    wordings,
)
from tui.app.quoting import GRAVE, WORTH_A_LOOK
from tui.app.screens.quoting import COPIED
from tui.app.widgets.choices import Choices
from tui.app.widgets.keyline import KeyLine
from tui.app.wording import plural
from tui.layout import Side
from tui.quotation import Finding, Verdict
from tui.report.differing import VERDICT_WORDS, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.quoting import QuoteStop
    from tui.app.reading import Reading

_VERDICT = 28
"""Cells that the column of verdicts takes at most."""

_PLACE = 5, 10
"""Cells that the columns of paragraphs take at least and at most."""

_LEAST_WORDS = 16
"""Cells that the first words need at least."""

_ROOM_FOR_SPEAKER = 42
"""Cells for the first words from which on a third of them can go to the speaker."""

_BOLD = Style(bold=True)
_UNPAIRED = (Verdict.UNQUOTED, Verdict.PARAPHRASED, Verdict.MISSING)


class Choice(NamedTuple):
    """A part of the quotations that the list can be narrowed to: those of a verdict, of a credit, or all."""

    name: str
    verdict: Verdict | None = None
    credit: Finding | None = None

    def holds(self, stop: QuoteStop) -> bool:
        """Whether a quotation is of this part."""
        return self.verdict in {None, stop.verdict} and (self.credit is None or self.credit in stop.findings)


def choices_for(stops: Sequence[QuoteStop]) -> list[Choice]:
    """What the list can be narrowed to: everything, and each verdict and credit that occurs, the gravest first."""
    verdicts = [*reversed([verdict for verdict in Verdict if verdict not in _UNPAIRED]), *_UNPAIRED]
    parts = [Choice(VERDICT_WORDS[verdict], verdict=verdict) for verdict in verdicts]
    parts += [Choice(name, credit=finding) for finding, name in CREDIT_WORDS.items()]
    return [Choice("all"), *(part for part in parts if any(map(part.holds, stops)))]


class QuotationsScreen(Screen["QuoteStop | None"], inherit_bindings=False):
    """Lists the quotations; closes with the one to go to, or with None."""

    AUTO_FOCUS = "#index"
    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in INDEX_KEYS]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "quotations--left",
        "quotations--right",
        "quotations--left-wash",
        "quotations--right-wash",
        "quotations--quiet",
        "quotations--cut",
    }
    DEFAULT_CSS = """
    QuotationsScreen {
        background: $page;
        color: $ink;
        & .quotations--left { color: $left-ink; }
        & .quotations--right { color: $right-ink; }
        & .quotations--left-wash { color: $wash-ink; background: $left-wash; text-style: bold underline; }
        & .quotations--right-wash { color: $wash-ink; background: $right-wash; text-style: bold underline; }
        & .quotations--quiet { color: $quiet-ink; }
        & .quotations--cut { color: $quiet-ink; text-style: italic; }
        & #index-head { height: 1; background: $bar; padding: 0 1; text-style: bold; }
        & #index-body { height: 1fr; }
        & #index {
            width: 3fr; height: 100%;
            background: $page; color: $ink;
            scrollbar-size-vertical: 1; overflow-x: hidden; padding: 0 0 0 1;
            & > .datatable--header { background: $page; color: $quiet-ink; text-style: underline; }
            & > .datatable--cursor { background: $here; color: $ink; text-style: bold; }
            & > .datatable--hover { background: $page; }
        }
        & #index-told {
            width: 2fr; height: 100%; padding: 0 1;
            border-left: vkey $rule; background: $page; scrollbar-size-vertical: 1;
        }
        & #index-text { width: 100%; height: auto; }
        &.-narrow #index-body { layout: vertical; }
        &.-narrow #index { width: 100%; height: 2fr; }
        &.-narrow #index-told { width: 100%; height: 3fr; border-left: none; border-top: solid $rule; }
        &:ansi #index-head { text-style: bold reverse; }
        &:ansi #index > .datatable--cursor { text-style: bold reverse; }
        &:ansi .quotations--quiet { text-style: dim; }
    }
    """

    def __init__(self, reading: Reading, explain: Callable[[], None]) -> None:
        super().__init__()
        self.reading = reading
        self._explain = explain
        self._note = ""
        self._in_order = reading.in_reading_order()
        self._choices = choices_for(self._in_order)
        self._choice = 0
        self._gravest_first = True
        self.shown: list[QuoteStop] = []
        self._current = reading.quote

    def compose(self) -> ComposeResult:
        """From the top: what this is, the choices, the list and the comparison, the keys."""
        yield Static("", id="index-head", markup=False)
        yield Choices()
        with Horizontal(id="index-body"):
            table: DataTable[Text] = DataTable(id="index", cursor_type="row", cell_padding=0)
            yield table
            with VerticalScroll(id="index-told", can_focus=False):
                yield Static("", id="index-text", markup=False)
        yield KeyLine()

    @property
    def table(self) -> DataTable[Text]:
        """The list."""
        return self.query_one("#index", DataTable)

    def on_resize(self, event: events.Resize) -> None:
        """Other columns for another width."""
        self.set_class(event.size.width < ALTERNATE_BELOW, "-narrow")
        self.call_after_refresh(self._list_anew)

    # The list

    def _list_anew(self) -> None:
        """Write the list for the present choice, order and width; the current quotation stays current if it can."""
        self.shown = [stop for stop in self._in_order if self._choices[self._choice].holds(stop)]
        if self._gravest_first:
            self.shown.sort(key=attrgetter("weight"), reverse=True)
        table = self.table
        table.clear(columns=True)
        place = [self._place_width(side) for side in Side]
        rest = max(20, table.content_size.width - 1) - sum(place)
        widest = max((cell_len(line) + 1 for stop in self.shown for line in verdict_lines(stop, _VERDICT)), default=0)
        verdict = max(8, min(widest, _VERDICT, rest - _LEAST_WORDS))
        room = rest - verdict
        speaker = 0 if self.has_class("-narrow") or room < _ROOM_FOR_SPEAKER else room // 3
        table.add_column(Text("verdict"), width=verdict)
        if speaker:
            table.add_column(Text("speaker"), width=speaker)
        table.add_column(Text("first words"), width=room - speaker)
        for letter, width in zip(("A", "B"), place, strict=True):
            table.add_column(Text(letter), width=width)
        for stop in self.shown:
            row = self._row(stop, verdict, speaker, room - speaker, place)
            table.add_row(*row, height=1 + max(cell.plain.count("\n") for cell in row))
        at = next((at for at, stop in enumerate(self.shown) if stop == self._current), 0)
        table.move_cursor(row=at, animate=False)
        self.query_one(Choices).offer([self._counted(choice) for choice in self._choices], self._choice)
        self._head()
        self._tell()

    def _head(self) -> None:
        order = "gravest first" if self._gravest_first else "in reading order"
        told = f"Index of quotations: {plural(len(self.shown), 'quotation')}, {order}"
        self.query_one("#index-head", Static).update(Text(self._note or told))

    def _place_width(self, side: Side) -> int:
        """Cells for the paragraphs of one side, a blank after them."""
        told = (places(self.reading.article(side), stop, side) for stop in self.shown)
        return max(_PLACE[0], min(_PLACE[1], max(map(len, told), default=0) + 1))

    def _counted(self, choice: Choice) -> str:
        return f"{choice.name} {sum(map(choice.holds, self._in_order))}"

    def _row(self, stop: QuoteStop, verdict: int, speaker: int, room: int, place: Sequence[int]) -> list[Text]:
        """A quotation's cells; where the articles name different speakers, lines below hold the names."""
        weight = stop.severity()
        style = "bold" if weight >= GRAVE else "" if weight >= WORTH_A_LOOK else self._style("quiet")
        cells = [Text("\n".join(verdict_lines(stop, verdict - 1)), style)]
        quoting = self.reading.find_quoting()
        names = [
            Text(beginning(named(quoting, stop, side), (speaker or room) - 1), self._style(side.value)) for side in Side
        ]
        if speaker and stop.has_other_speaker:
            cells.append(Text("\n").join(names))
        elif speaker:
            said = speakers(quoting, stop, stop.lead) or speakers(quoting, stop, stop.lead.other)
            cells.append(Text(beginning(said, speaker - 1)))
        words, others = first_words(self.reading.collation, stop, room - 1)
        told = Text.assemble(words, (others, self._style("quiet")))
        if stop.has_other_speaker and not speaker:
            in_one = Text("  ").join(names)
            told = Text("\n").join([told, *([in_one] if in_one.cell_len < room else names)])
        cells.append(told)
        for side, width in zip(Side, place, strict=True):
            numbers = beginning(places(self.reading.article(side), stop, side), width - 1) or "–"
            cells.append(Text(numbers, self._style(side.value) if stop.words(side) else self._style("quiet")))
        for cell in cells:
            cell.no_wrap = True
        return cells

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Compare the one under the cursor."""
        if 0 <= event.cursor_row < len(self.shown):
            if self._current != self.shown[event.cursor_row]:
                self._note = ""
                self._head()
            self._current = self.shown[event.cursor_row]
            self._tell()

    def on_data_table_row_selected(self) -> None:
        """A second click on the current one goes there."""
        self.action_choose()

    def on_choices_asked(self, event: Choices.Asked) -> None:
        """A click on a choice."""
        self._choice = event.at
        self._list_anew()

    # The comparison

    @property
    def chosen(self) -> QuoteStop | None:
        """The quotation under the cursor."""
        at = self.table.cursor_row
        return self.shown[at] if 0 <= at < len(self.shown) else None

    def _tell(self) -> None:
        stop = self.chosen
        text = Text("No words stand between quotation marks in either article.") if stop is None else self._told(stop)
        self.query_one("#index-text", Static).update(text)
        self.query_one("#index-told", VerticalScroll).scroll_home(animate=False)

    def _told(self, stop: QuoteStop) -> Text:
        """The verdict and why, both wordings, what differs, and how grave that is."""
        collation, quoting = self.reading.collation, self.reading.find_quoting()
        text = Text.assemble((verdict_told(stop), "bold"), "\n", f"{sentence(reason(collation, stop))}.\n")
        for wording in wordings(collation, quoting, stop):
            ink = self._style(wording.side.value)
            text.append(f"\n{wording.name}\n", ink + _BOLD)
            for bit in wording.bits:
                style = self._style(f"{wording.side.value}-wash") if bit.told else self._style("cut") if bit.cut else ""
                text.append(bit.text, style)
            text.append("\n")
        findings = findings_told(quoting, stop)
        for told in ([""] if findings else []) + findings:
            text.append(f"{told}\n")
        if stop.is_pair:
            text.append("\n" + "\n".join(rules_told(stop)), self._style("quiet"))
        return text

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"quotations--{name}", partial=True)

    # Keys

    def action_move(self, step: int) -> None:
        """Up or down by quotations."""
        self.action_move_to(max(0, self.table.cursor_row + step))

    def action_move_pages(self, pages: int) -> None:
        """Up or down by pages."""
        self.action_move(pages * max(1, self.table.size.height - 2))

    def action_move_to(self, row: int) -> None:
        """To a row of the list; -1 is the last."""
        last = max(0, len(self.shown) - 1)
        self.table.move_cursor(row=last if row < 0 else min(row, last), animate=False)

    def action_filter(self, step: int) -> None:
        """Another choice of verdicts."""
        self._choice = (self._choice + step) % len(self._choices)
        self._list_anew()

    def action_order(self) -> None:
        """The other order."""
        self._gravest_first = not self._gravest_first
        self._list_anew()

    def action_more(self) -> None:
        """Scroll the comparison; after its end begin again."""
        told = self.query_one("#index-told", VerticalScroll)
        at_end = told.scroll_offset.y >= told.max_scroll_y
        told.scroll_to(y=0 if at_end else told.scroll_offset.y + max(1, told.size.height - 1), animate=False)

    def action_copy(self) -> None:
        """Copy the quotation under the cursor, as plain text."""
        stop = self.chosen
        if stop is not None:
            self.app.copy_to_clipboard(quotation_copied(self.reading.collation, self.reading.find_quoting(), stop))
        self._note = "There is nothing to copy" if stop is None else COPIED
        self._head()

    def action_help(self) -> None:
        """What the signs mean, and the keys."""
        self._explain()

    def action_choose(self) -> None:
        """Go to the quotation in the panes."""
        self.dismiss(self.chosen)

    def action_leave(self) -> None:
        """Back to where the reader was."""
        self.dismiss(None)
