"""The list of all marks: what is to be confirmed, what was lost, and where the others are."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.app.marking import NOTE_MARK
from tui.app.marktelling import DECISION_WORDS
from tui.app.screens.asking.asking import AskingScreen
from tui.app.screens.asking.confirming import AskScreen
from tui.app.screens.asking.keys import MARKS_KEYS, bindings_of
from tui.app.screens.asking.markrows import MarkGroup
from tui.app.screens.asking.noting import NoteScreen
from tui.app.screens.asking.rows import Row, Rows
from tui.app.wording import plural
from tui.report.differing import sentence
from tui.review import Decision, Located, MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.screens.asking.markrows import MarkPart, MarkRow

_HEADINGS = {
    MarkGroup.CONFIRM: "Moved, please confirm",
    MarkGroup.LOST: "No longer found",
    MarkGroup.PLACED: "In the articles",
}
_ADVICE = {
    MarkGroup.CONFIRM: "The words were changed or stand elsewhere now. K confirms that these are the words meant; "
    "delete takes the mark back.",
    MarkGroup.LOST: "These words are no longer found. The mark is kept; delete takes it back.",
    MarkGroup.PLACED: "",
}
_NO_MARKS = "There are no marks yet. In the articles a accepts, f flags, v is to verify later, e writes a note."
_NO_PLACE = "These words are not in the articles any more: there is no place to go to"
_NO_WORDS = "These words are not in the articles any more: the note can be read, but not changed"
_NO_DECISION = "These words are not in the articles any more: there is nothing to decide on"
_CORRECTION = "This sets right what was read, it is no decision: delete takes it back"
_SURE = "There is nothing to confirm here: the words of this mark stand where they stood"

_FEW = 100
"""Of so many code points on, a mark's words speak for themselves."""

_LIST_SHARE = 2
"""The list takes at most one part in so many of the panel."""


class MarksScreen(AskingScreen[Located]):
    """Closes with the mark to go to, or with None. It stays open while marks are confirmed, noted or taken back."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MARKS_KEYS)
    DEFAULT_CSS = """
    MarksScreen {
        & #panel { height: 100%; max-height: 36; }
        & #marks-told { height: 1fr; width: 100%; border-top: solid $rule; scrollbar-size-vertical: 1; }
        & #marks-text { width: 100%; height: auto; }
    }
    """
    other_rows = 1
    panel_width = 120

    def __init__(
        self,
        rows: Sequence[MarkRow],
        *,
        on_confirm: Callable[[Located], Sequence[MarkRow]],
        on_clear: Callable[[Located], Sequence[MarkRow]],
        on_note: Callable[[Located, str], Sequence[MarkRow]],
        on_undo: Callable[[], tuple[str, Sequence[MarkRow]]] | None = None,
        on_redo: Callable[[], tuple[str, Sequence[MarkRow]]] | None = None,
        on_decide: Callable[[Located, Decision], Sequence[MarkRow]] | None = None,
    ) -> None:
        super().__init__("Marks")
        self._on_confirm, self._on_clear, self._on_note = on_confirm, on_clear, on_note
        self._on_undo, self._on_redo, self._on_decide = on_undo, on_redo, on_decide
        self.rows = tuple(rows)
        self._listed: list[MarkRow | None] = []
        self.listing = Rows()

    def parts(self) -> ComposeResult:
        """The list, the lit mark in full, and what there is to say."""
        yield self.listing
        with VerticalScroll(id="marks-told", can_focus=False):
            yield Static("", id="marks-text", markup=False)
        yield Static("", id="said", classes="asking--said", markup=False)

    def on_mount(self) -> None:
        """Show the marks."""
        self._show(self.rows, 0)

    def fit(self) -> None:
        """Give the list its share of what room there is."""
        self.listing.styles.max_height = max(3, self.room // _LIST_SHARE)

    @property
    def chosen(self) -> MarkRow | None:
        """The mark that is lit."""
        return self._listed[self.listing.lit] if 0 <= self.listing.lit < len(self._listed) else None

    def _show(self, rows: Sequence[MarkRow], lit: int) -> None:
        """List these marks, each group under its heading."""
        self.rows = tuple(rows)
        self._listed = []
        told: list[Row] = []
        for group in MarkGroup:
            members = [row for row in self.rows if row.group is group]
            if members:
                self._listed += [None, *members]
                told.append(Row((f"{_HEADINGS[group]}: {plural(len(members), 'mark')}",), heading=True))
                told += [Row((_status(row), row.where, row.words)) for row in members]
        self.listing.offer(told, lit)
        self._tell()

    def _tell(self, said: str = "") -> None:
        """Say everything of the lit mark."""
        self.say(said)
        row = self.chosen
        self.query_one("#marks-text", Static).update(Text(_NO_MARKS) if row is None else told_in_full(row))
        self.query_one("#marks-told", VerticalScroll).scroll_home(animate=False)

    # Keys

    def action_move(self, step: int) -> None:
        """Up or down by marks."""
        self.listing.move(step)
        self._tell()

    def action_move_pages(self, pages: int) -> None:
        """Up or down by pages."""
        self.listing.move_pages(pages)
        self._tell()

    def action_move_to(self, row: int) -> None:
        """To a line; -1 is the last."""
        self.listing.light(row)
        self._tell()

    def action_more(self) -> None:
        """Scroll what is told; after its end begin again."""
        told = self.query_one("#marks-told", VerticalScroll)
        at_end = told.scroll_offset.y >= told.max_scroll_y
        told.scroll_to(y=0 if at_end else told.scroll_offset.y + max(1, told.size.height - 1), animate=False)

    def action_go(self) -> None:
        """Close with the mark, if there is a place to go to."""
        row = self.chosen
        if row is None:
            return
        if row.group is MarkGroup.LOST:
            self.say(_NO_PLACE)
        else:
            self.dismiss(row.located)

    def action_confirm(self) -> None:
        """Say that these are the words; the next mark comes under the light."""
        row = self.chosen
        if row is None:
            return
        if row.group is MarkGroup.CONFIRM:
            self._show(self._on_confirm(row.located), self.listing.lit)
            self.say("Confirmed")
        else:
            self.say(_SURE if row.group is MarkGroup.PLACED else _NO_PLACE)

    def action_note(self) -> None:
        """Write or change the note."""
        row = self.chosen
        if row is None:
            return
        if row.group is MarkGroup.LOST:
            self.say(_NO_WORDS)
            return

        def noted(note: str | None) -> None:
            if note is not None:
                self._show(self._on_note(row.located, note), self.listing.lit)
                self._light_again(row)
                self.say("The note is kept" if note else "There is no note any more")

        self.app.push_screen(NoteScreen(f"Note on this {row.subject}", row.words, row.note), noted)

    def _light_again(self, row: MarkRow) -> None:
        for at, listed in enumerate(self._listed):
            if listed is not None and listed.located.mark.id == row.located.mark.id:
                self.listing.light(at)
        self._tell()

    def action_clear_mark(self) -> None:
        """Take the mark back; ask first, where a note would go with it."""
        row = self.chosen
        if row is None:
            return
        if not row.note:
            self._clear(row)
            return

        def asked(clear: bool | None) -> None:
            if clear:
                self._clear(row)

        question = AskScreen("This mark has a note. Take back both?", "Take back the mark and its note", "Leave both")
        self.app.push_screen(question, asked)

    def _clear(self, row: MarkRow) -> None:
        self._show(self._on_clear(row.located), self.listing.lit)
        self.say("Taken back")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing is undone or decided here unless it was said how."""
        needed = {"undo": self._on_undo, "redo": self._on_redo, "decide": self._on_decide}
        return action not in needed or needed[action] is not None

    def action_undo(self) -> None:
        """Undo what was done last, here or in the articles."""
        self._show_after(self._on_undo)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._show_after(self._on_redo)

    def _show_after(self, done: Callable[[], tuple[str, Sequence[MarkRow]]] | None) -> None:
        if done is None:
            return
        chosen = self.chosen
        said, rows = done()
        before = {row.located.mark.id for row in self.rows}
        back = next((row for row in rows if row.located.mark.id not in before), None)
        self._show(rows, self.listing.lit)
        if (row := back or chosen) is not None:
            self._light_again(row)
        self.say(said)

    def action_decide(self, decision: str) -> None:
        """Accept, flag or put off what the mark is on; in a mark to be confirmed this confirms it, too."""
        row = self.chosen
        if row is None or self._on_decide is None:
            return
        if row.group is MarkGroup.LOST:
            self.say(_NO_DECISION)
            return
        if row.located.mark.kind is not MarkKind.REVIEW:
            self.say(_CORRECTION)
            return
        self._show(self._on_decide(row.located, Decision(decision)), self.listing.lit)
        self._light_again(row)
        self.say(sentence(DECISION_WORDS[Decision(decision)]))

    def on_rows_lit(self) -> None:
        """A click on a mark."""
        self._tell()

    def on_rows_chosen(self) -> None:
        """A second click goes there."""
        self.action_go()


def _status(row: MarkRow) -> str:
    noted = f" {NOTE_MARK}" if row.note and row.sign != NOTE_MARK else ""
    return f"{row.sign} {row.status}{noted}"


def told_in_full(row: MarkRow) -> Text:
    """A mark with its words as they stood and as they stand, its note, and what can be done."""
    where = f" · {row.where}" if row.where else ""
    text = Text.assemble((f"{sentence(row.status)}, {row.subject}{where}", "bold"), "\n")
    if _ADVICE[row.group]:
        text.append(f"{_ADVICE[row.group]}\n")
    for part in row.parts:
        text.append("\n")
        _tell_part(text, part)
    if row.note:
        text.append("\nNote\n", "bold")
        text.append(row.note)
    return text


def _tell_part(text: Text, part: MarkPart) -> None:
    if part.now is None:
        text.append(f"{part.letter} had  ", "bold")
        text.append(part.lead)
        text.append(part.before, "underline")
        text.append(f"{part.tail}\n")
        return
    if part.same:
        text.append(f"{part.letter} {part.where}  ", "bold")
        text.append(f"{part.now}\n")
        return
    # A few words may stand anywhere: what is around them tells whether they are the words meant.
    around = len(part.before) < _FEW
    for told, lead, words, tail in (
        (f"{part.letter} had", part.lead, part.before, part.tail),
        (f"{part.letter} {part.where} has now", part.lead_now, part.now, part.tail_now),
    ):
        text.append(f"{told}  ", "bold")
        text.append(lead if around else "")
        text.append(words, "underline" if around else "")
        text.append(f"{tail if around else ''}\n")
