"""The help: every sign and colour with an example, and every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.keymap import HELP_KEYS, INDEX_KEYS, PALETTE_KEY, READER_KEYS
from tui.app.marking import DECISION_MARKS, NOTE_MARK, UNSURE_MARK
from tui.app.painting import Paint
from tui.app.quotetelling import MEANINGS
from tui.app.quoting import GRAVE, OUTLET_MARK, SPEAKER_MARK, VERDICT_MARKS, WORTH_A_LOOK
from tui.app.widgets.keyline import KeyLine
from tui.app.wording import LAYOUTS
from tui.layout import SIGN_MARKS, Layout, Side, SignKind
from tui.quotation import Verdict
from tui.report.differing import VERDICT_WORDS
from tui.review.model import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.keymap import Key
    from tui.app.widgets.spread import Spread

_ABOUT = (
    "Copyholder sets two articles side by side, A on the left and B on the right. Paragraphs that match start on the "
    "same row. Neither article is taken to be the original: what is set off is where they differ."
)

_WORDS: tuple[tuple[str, Side, Paint, str], ...] = (
    ("told Politico", Side.LEFT, Paint.CHANGED, "words of A that have others opposite"),
    ("added on Sunday", Side.RIGHT, Paint.CHANGED, "the same for B"),
    (
        "in private",
        Side.LEFT,
        Paint.UNIQUE,
        "words of A that have nothing opposite; beside ~ bold means shared instead",
    ),
    ("in private", Side.RIGHT, Paint.UNIQUE, "the same for B"),
    ("we share the urgency", Side.LEFT, Paint.MOVED, "words that stand elsewhere in the other article"),
    (
        "toxic masculinity",
        Side.LEFT,
        Paint.SHARED,
        "beside ~ only: wording both have, in bold; the rest of the paragraph is plain",
    ),
    (
        "┃ no other has this",
        Side.LEFT,
        Paint.ONLY,
        "a paragraph of A without matching wording in B; without the bar, a sentence",
    ),
    ("┃ no other has this", Side.RIGHT, Paint.ONLY, "the same for B"),
    ("Photo: an agency", Side.LEFT, Paint.QUIET, "captions, notices, repeated and stray text: beside the story"),
    ("told Politico", Side.LEFT, Paint.CURRENT, "the difference, quotation or place found at which you are"),
    ("campaign", Side.LEFT, Paint.MATCH, "other places found by the search"),
    ("“Senator”", Side.LEFT, Paint.TYPED, "the same words typed differently, after t: marks, dashes, capitals, spaces"),
    ("asked for a meeting", Side.LEFT, Paint.SELECTED, "selected with the mouse; y copies it"),
)

_MARGIN: tuple[tuple[str, str], ...] = (
    ("▶", "the current difference or quotation, or the words found, begin on this line"),
    ("▷", "the current difference stands opposite; this article has nothing there"),
    ("·", "nothing stands opposite: the room is left free so that the next match is level"),
    ("¶4", "paragraph 4; the numbers stand in the margin"),
)

_SIGNS: tuple[tuple[str, str], ...] = (
    (SIGN_MARKS[SignKind.SAME], "the two paragraphs have the same words"),
    (SIGN_MARKS[SignKind.EDITED], "edited: most of the wording is the same"),
    (SIGN_MARKS[SignKind.PARTIAL], "the same in part: they share a passage or a quotation"),
    (SIGN_MARKS[SignKind.SIMILAR], "the same ground in other words"),
    ("◂", "no matching wording for the paragraph of A"),
    ("▸", "no matching wording for the paragraph of B; ◂▸ for neither"),
    ("6⇢", "the paragraph of A stands in B as paragraph 6, in another order"),
    ("⇠6", "the paragraph of B stands in A as paragraph 6, in another order"),
    (
        f"{SIGN_MARKS[SignKind.PARTIAL]}6 ~6",
        "in part, or in other words, paragraph 6 of the other article, which stands opposite another one",
    ),
    ("6+", "paragraph 6 and others"),
)

_STRIP: tuple[tuple[str, str], ...] = (
    ("▪", "words that differ, or that one article has alone; ■ many of them"),
    ("⇢", "a passage that stands elsewhere"),
    ("~", "the same ground in other words"),
    ("┃", "no matching wording"),
)

_HEADINGS: tuple[tuple[str, str], ...] = (
    ("25 % in B", "a quarter of the words of A stand in B too; notices and repeated or stray text don't count"),
    (" A ", "the article in which the keys move; tab goes to the other"),
)

_LAYOUTS: tuple[tuple[Layout, str], ...] = (
    (Layout.BOTH, "each article in its own order"),
    (
        Layout.FOLLOW_LEFT,
        "A in order, all of B that matches opposite; a grey line says where else a paragraph stands",
    ),
    (Layout.FOLLOW_RIGHT, "the same by B"),
    (Layout.DIFFERENCES, "paragraphs in which nothing differs are folded to one line"),
    (Layout.QUOTATIONS, "paragraphs that quote nobody and match none that does are folded"),
)

_QUOTED = (
    "They stand beside the line on which a quotation begins, the gravest where several begin. c goes to the next one "
    "and brings its partner level; i lists them all; y copies both wordings with their speakers and the verdict. "
    "Words that one article leaves out at the beginning or the end are no difference of words."
)

_MARKS: tuple[tuple[str, str, int], ...] = (
    (DECISION_MARKS[Decision.ACCEPTED], "accepted (a): it is right as it stands", 0),
    (DECISION_MARKS[Decision.FLAGGED], "flagged (f): something is wrong", GRAVE),
    (DECISION_MARKS[Decision.QUERIED], "to be verified later (v)", WORTH_A_LOOK),
    (
        UNSURE_MARK,
        "a mark whose words were changed, or stand elsewhere now: K confirms that they are meant",
        WORTH_A_LOOK,
    ),
    (NOTE_MARK, "a note (e), to the left of the paragraph's number", 0),
)

_MARKED = (
    "They stand where the sign of a quotation would stand, once something has been decided. A mark is put on the "
    "current quotation, or else on the current difference, or else on the paragraph being read. Marks are kept as they "
    "are made, and found again when an article has changed."
)

_PREVIOUS = "previous-"


class HelpScreen(ModalScreen[None]):
    """Explains the reader; any of its keys closes it."""

    AUTO_FOCUS = "#help-page"
    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in HELP_KEYS]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        background: $page 60%;
        & #help-page {
            width: 92%; max-width: 96; height: 92%;
            border: round $rule; border-title-color: $ink;
            background: $page; color: $ink; padding: 0 1;
            scrollbar-size-vertical: 1;
        }
        & #help-text { width: 100%; height: auto; }
        & KeyLine { dock: bottom; }
    }
    """

    def __init__(self, spread: Spread, remapped: Mapping[str, str], *, of_index: bool = False) -> None:
        super().__init__()
        self._of_index = of_index
        self._remapped = remapped
        self._spread = spread

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        page = VerticalScroll(id="help-page")
        page.border_title = "Copyholder: signs, colours and keys"
        with page:
            yield Static("", id="help-text", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Write the page in the reader's own styles."""
        self.query_one("#help-text", Static).update(help_page(self._spread, self._remapped, of_index=self._of_index))

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one("#help-page").scroll_relative(y=rows, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by pages."""
        page = self.query_one("#help-page")
        page.scroll_relative(y=pages * max(1, page.size.height - 2), animate=False)

    def action_dismiss(self, result: None = None) -> None:  # type: ignore[override]
        """Close the help."""
        self.dismiss(result)


def help_page(spread: Spread, remapped: Mapping[str, str], *, of_index: bool = False) -> Group:
    """The whole page; its example words are painted as the reading page paints them, its keys as they are now.

    Args:
        spread: The reading page.
        remapped: The keys that have been given other names.
        of_index: What explains the index of quotations comes first.
    """
    quoted = (_title("Signs of quotations"), Text(_QUOTED), _quote_signs(spread))
    index = (_title("Keys in the index of quotations"), _keys(INDEX_KEYS, remapped))
    about = (*quoted, *index, _title("The page")) if of_index else ()
    words = _table(20)
    for example, side, paint, meaning in _WORDS:
        words.add_row(Text.assemble((example, spread.painted(side, paint))), Text(meaning))
    layouts = _table(18)
    for layout, meaning in _LAYOUTS:
        layouts.add_row(Text(LAYOUTS[layout], "bold"), Text(meaning))
    headings = _table(18)
    for (example, meaning), style in zip(_HEADINGS, ("bold", "bold reverse"), strict=True):
        headings.add_row(Text.assemble((example, style)), Text(meaning))
    return Group(
        *about,
        Text(_ABOUT),
        _title("Words"),
        words,
        _title("Signs between the articles"),
        _signs(_SIGNS),
        _title("Signs in the margin"),
        _signs(_MARGIN),
        _title("The strip at the right edge"),
        Text("Both articles from the first paragraph to the last. The lit part is on view; click or drag to go there."),
        _signs(_STRIP),
        Text(
            "Over them the signs of quotations to look at first: other words, or another speaker; and what is "
            "flagged, to be verified or to be confirmed."
        ),
        *(() if of_index else quoted),
        _title("Signs of a reporter's marks"),
        Text(_MARKED),
        _mark_signs(spread),
        _title("The headings"),
        headings,
        _title("Layouts"),
        Text("o goes from one to the next. Enter or a click opens and closes what is folded: ▸ closed, ▾ open."),
        layouts,
        _title("Keys"),
        _keys((*READER_KEYS, PALETTE_KEY), remapped),
        *(() if of_index else index),
    )


def _quote_signs(spread: Spread) -> Table:
    """Every verdict's sign as the margin shows it."""
    table = _table(7)
    for mark, meaning, severity in (
        *(
            (VERDICT_MARKS[verdict], f"{VERDICT_WORDS[verdict]}: {meaning}", _weight(verdict))
            for verdict, meaning in MEANINGS.items()
        ),
        (SPEAKER_MARK, "other speaker: the two articles name different people for the words", GRAVE),
        (OUTLET_MARK, "other outlet: they were told to, or are credited to, another one", WORTH_A_LOOK),
    ):
        table.add_row(Text.assemble((mark, spread.quote_style(severity))), Text(meaning))
    return table


def _mark_signs(spread: Spread) -> Table:
    """The sign of every decision as the margin shows it."""
    table = _table(7)
    for mark, meaning, severity in _MARKS:
        table.add_row(Text.assemble((mark, spread.quote_style(severity))), Text(meaning))
    return table


def _weight(verdict: Verdict) -> int:
    """How loud a verdict's sign is."""
    if verdict in {Verdict.SPLICED, Verdict.ALTERED, Verdict.CRITICAL}:
        return GRAVE
    return WORTH_A_LOOK if verdict in {Verdict.REORDERED, Verdict.UNQUOTED} else 0


def _signs(meanings: tuple[tuple[str, str], ...]) -> Table:
    table = _table(7)
    for sign, meaning in meanings:
        table.add_row(Text(sign, "bold"), Text(meaning))
    return table


def _keys(keys: Sequence[Key], remapped: Mapping[str, str]) -> Table:
    """Every key as it is now; a key and the one that goes the other way on one row."""
    table = _table(18)
    written = {key.id: _written(key, remapped) for key in keys}
    for key in keys:
        back = key.id.replace("next-", _PREVIOUS)
        if key.id.startswith(_PREVIOUS):
            continue
        both = f"{written[key.id]}  {written[back]}" if back != key.id and back in written else written[key.id]
        told = f"{key.help}; the previous one" if back != key.id and back in written else key.help
        table.add_row(Text(both, "bold"), Text(told))
    return table


def _written(key: Key, remapped: Mapping[str, str]) -> str:
    return remapped[key.id].replace(",", " ") if key.id in remapped else f"{key.told} {key.also}".rstrip()


def _table(first: int) -> Table:
    table = Table.grid(padding=(0, 0, 0, 2))
    table.add_column(width=first)
    table.add_column(ratio=1)
    return table


def _title(words: str) -> Text:
    return Text(f"\n{words}", "bold underline")
