"""The index of quotations: all pairs and unpaired ones in a list, and beside it the chosen one compared in full."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, Protocol

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import DataTable, Static

from tui.app.choosing import OPEN, choices_for, status_of
from tui.app.excerpt import beginning
from tui.app.geometry import ALTERNATE_BELOW
from tui.app.keymap import INDEX_KEYS
from tui.app.marking import NOTE_MARK, quote_target
from tui.app.marktelling import mark_told
from tui.app.quotetelling import (
    findings_told,
    first_words,
    named,
    places,
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
from tui.report.differing import sentence
from tui.review.model import Decision

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.choosing import Choice
    from tui.app.marker import Marker
    from tui.app.marking import Target
    from tui.app.quoting import QuoteStop
    from tui.app.reading import Reading

_VERDICT = 28
"""Cells that the column of verdicts takes at most."""

_REVIEW = "review"
"""What stands over the column that says how far the review is."""

_ROOM_FOR_STATUS = 64
"""Cells beside the paragraphs from which on that column has words, not only signs."""

_PLACE = 5, 10
"""Cells that the columns of paragraphs take at least and at most."""

_LEAST_WORDS = 16
"""Cells that the first words need at least."""

_ROOM_FOR_SPEAKER = 42
"""Cells for the first words from which on a third of them can go to the speaker."""

_BOLD = Style(bold=True)


class Reviewing(Protocol):
    """What the index has the reading screen do with marks."""

    marker: Marker

    def heed(self, said: str) -> None:
        """Follow what was done."""

    def show_marks(self) -> None:
        """Bring the signs up to date."""

    def write_note(self, target: Target, said: Callable[[str], None]) -> None:
        """Ask for a note and keep it."""

    def copied_quotation(self, stop: QuoteStop) -> str:
        """A quotation as text."""


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

    def __init__(self, reading: Reading, explain: Callable[[], None], reviewing: Reviewing) -> None:
        super().__init__()
        self.reading = reading
        self._explain = explain
        self._reviewing = reviewing
        self._note = ""
        self._in_order = reading.in_reading_order()
        self._choices = choices_for(self._in_order, reading.marks)
        names = [choice.name for choice in self._choices]
        self._choice = names.index(reading.choice) if reading.choice in names else 0
        self._is_stale = False
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
        self._offer_choices()
        self.shown = [stop for stop in self._in_order if self._choices[self._choice].holds(stop, self.reading.marks)]
        if self._gravest_first:
            self.shown.sort(key=attrgetter("weight"), reverse=True)
        table = self.table
        table.clear(columns=True)
        place = [self._place_width(side) for side in Side]
        rest = max(20, table.content_size.width - 1) - sum(place)
        widest = max((cell_len(line) + 1 for stop in self.shown for line in verdict_lines(stop, _VERDICT)), default=0)
        narrow = self.has_class("-narrow")
        brief = narrow or rest < _ROOM_FOR_STATUS
        statuses = [self._status(stop, brief=brief) for stop in self.shown]
        least = 4 if brief else len(_REVIEW) + 1
        status = max([least, *(told.cell_len + 1 for told in statuses)]) if self.reading.marks.has_any else 0
        verdict = max(8, min(widest, _VERDICT, rest - status - _LEAST_WORDS, (rest - status) // 2))
        room = rest - verdict - status
        speaker = 0 if narrow or room < _ROOM_FOR_SPEAKER else room // 3
        if status:
            table.add_column(Text("" if brief else _REVIEW), width=status)
        table.add_column(Text("verdict"), width=verdict)
        if speaker:
            table.add_column(Text("speaker"), width=speaker)
        table.add_column(Text("first words"), width=room - speaker)
        for letter, width in zip(("A", "B"), place, strict=True):
            table.add_column(Text(letter), width=width)
        for stop, told in zip(self.shown, statuses, strict=True):
            row = self._row(stop, verdict, speaker, room - speaker, place)
            if status:
                row.insert(0, told)
            table.add_row(*row, height=1 + max(cell.plain.count("\n") for cell in row))
        at = next((at for at, stop in enumerate(self.shown) if stop == self._current), 0)
        table.move_cursor(row=at, animate=False)
        self._head()
        self._tell()

    def _offer_choices(self) -> None:
        """Offer what there is to choose from now; the one chosen stays, if there are such still."""
        before = self._choices[self._choice].name
        self._choices = choices_for(self._in_order, self.reading.marks)
        names = [choice.name for choice in self._choices]
        self._choice = names.index(before) if before in names else 0
        self.query_one(Choices).offer([self._counted(choice) for choice in self._choices], self._choice)

    def _status(self, stop: QuoteStop, *, brief: bool) -> Text:
        """How far the review is: the sign, the word where there is room, and the sign of a note."""
        found = self.reading.marks.on_quote(stop)
        if found is None:
            return Text("")
        note = f" {NOTE_MARK}" if found.mark.note else ""
        sign = self.reading.marks.sign_of_quote(stop).mark if status_of(stop, self.reading.marks) != OPEN else ""
        word = status_of(stop, self.reading.marks) if sign and not brief else ""
        told = f"{sign} {word}".strip() + (note if sign else NOTE_MARK if note else "")
        return Text(told, "bold" if found.mark.decision is Decision.FLAGGED else "", no_wrap=True)

    def _head(self) -> None:
        order = "gravest first" if self._gravest_first else "in reading order"
        told = f"Index of quotations: {plural(len(self.shown), 'quotation')}, {order}"
        self.query_one("#index-head", Static).update(Text(self._note or told))

    def _place_width(self, side: Side) -> int:
        """Cells for the paragraphs of one side, a blank after them."""
        told = (places(self.reading.article(side), stop, side) for stop in self.shown)
        return max(_PLACE[0], min(_PLACE[1], max(map(len, told), default=0) + 1))

    def _counted(self, choice: Choice) -> str:
        return f"{choice.name} {sum(choice.holds(stop, self.reading.marks) for stop in self._in_order)}"

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
        # A list written anew tells of its first row, too, before the cursor is where it was.
        if 0 <= event.cursor_row < len(self.shown) and event.cursor_row == self.table.cursor_row:
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
        self._choose(event.at)

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
        found = self.reading.marks.on_quote(stop)
        if found is not None:
            text.append(f"\n{mark_told(found)}\n", _BOLD)
            text.append(f"{found.mark.note}\n" if found.mark.note else "")
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
        self._choose((self._choice + step) % len(self._choices))

    def _choose(self, at: int) -> None:
        """Narrow the list; that is kept for the next time."""
        self._choice = at
        self.reading.choice = self._choices[at].name if at else ""
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
            self.app.copy_to_clipboard(self._reviewing.copied_quotation(stop))
        self._note = "There is nothing to copy" if stop is None else COPIED
        self._head()

    # Marks

    def _mark(self, do: Callable[[Target], str]) -> None:
        """Do something with the mark on the quotation under the cursor."""
        stop = self.chosen
        if stop is None:
            self._note = "There is nothing here to mark"
            self._head()
        else:
            self.show_marked(do(quote_target(stop)))

    def show_marked(self, said: str) -> None:
        """Show the marks there are now; where the one that was current is listed no more, the next one is."""
        self._reviewing.heed(said)
        if self._is_stale:
            self.dismiss(None)
            return
        self._reviewing.show_marks()
        at = self.table.cursor_row
        before = self._current
        self._list_anew()
        if before not in self.shown and self.shown:
            self.action_move_to(min(at, len(self.shown) - 1))
        self._current = self.chosen or before
        self._note = said
        self._head()

    def show_marks_of_others(self) -> None:
        """Something was marked in another window; what is under the cursor stays there if it can."""
        if not self._is_stale and self.is_current:
            self._list_anew()

    def grow_stale(self) -> None:
        """The articles are compared anew: what is listed here doesn't hold any more."""
        self._is_stale = True
        if self.is_current:
            self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Another screen lay over this one, and meanwhile the articles were compared anew."""
        if self._is_stale:
            self.dismiss(None)

    def action_decide(self, decision: str) -> None:
        """Accept, flag, or put off the quotation under the cursor."""
        self._mark(lambda target: self._reviewing.marker.decide(target, Decision(decision)))

    def action_unmark(self) -> None:
        """Take back the decision on it."""
        self._mark(self._reviewing.marker.clear)

    def action_confirm(self) -> None:
        """Confirm that a mark found elsewhere belongs there."""
        self._mark(self._reviewing.marker.confirm)

    def action_note(self) -> None:
        """Write a note on it."""
        if self.chosen is not None:
            self._reviewing.write_note(quote_target(self.chosen), self.show_marked)

    def action_undo(self) -> None:
        """Undo the last mark."""
        self.show_marked(self._reviewing.marker.undo())

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.show_marked(self._reviewing.marker.redo())

    def action_seek_unreviewed(self, step: int) -> None:
        """To the next or previous quotation of the list that hasn't been decided on."""
        marks, at = self.reading.marks, self.table.cursor_row
        for on in range(1, len(self.shown) + 1):
            found = (at + step * on) % len(self.shown)
            if not marks.is_decided(self.shown[found]):
                self.action_move_to(found)
                return
        self._note = "All of these are reviewed" if self.shown else "There is nothing here to review"
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
