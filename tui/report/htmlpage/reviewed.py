"""What a reporter said, as a page shows it: the list of marks, and the signs at the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.report.differing import opening, sentence
from tui.report.htmlpage.inline import Ref, after_closing
from tui.report.marked import note_told, tell_marks
from tui.report.othermarks import row_concerned
from tui.report.passages import PART, plain, words_told
from tui.review import Decision, Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.article import Article, Range
    from tui.report.htmlpage.inline import Placed
    from tui.report.htmlpage.panes import Pane
    from tui.report.marked import MarkTold
    from tui.report.quoterow import QuoteRow
    from tui.review import Anchor, Located, Mark

DECISION_SIGNS = {Decision.ACCEPTED: "✓", Decision.FLAGGED: "⚑", Decision.QUERIED: "?"}
"""How a decision looks beside the words it is on."""

_SHOWN = 40  # words of a passage that are shown

NOTE_SIGN = "✎"
"""How a mere note, or a correction, looks beside the words it is on."""


@dataclass(frozen=True, slots=True)
class MarkSide:
    """Words that a mark is on.

    Attributes:
        name: What their article is called.
        places: Links to their paragraphs; none where the words are gone.
        now: The words; empty where they are gone.
        was: The words as they stood when the mark was made, where they were others.
    """

    name: str
    places: tuple[Ref, ...]
    now: str
    was: str


@dataclass(frozen=True, slots=True)
class MarkEntry:
    """A mark in the page's list.

    Attributes:
        id: Its id.
        sign: What stands at the words.
        status: What was decided or corrected.
        subject: What it is on.
        row: A link to its row in the table of quotations, or None.
        sides: The words concerned.
        note: The lines of the note.
    """

    id: str
    sign: str
    status: str
    subject: str
    row: Ref | None
    sides: tuple[MarkSide, ...]
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The marks of a page, in lists.

    Attributes:
        others: Those on no quotation of the table.
        unsure: Those whose words were found again only by likeness.
        orphans: Those whose words stand nowhere any more.
        signs: For every pane's prefix the signs at its words.
    """

    others: tuple[MarkEntry, ...]
    unsure: tuple[MarkEntry, ...]
    orphans: tuple[MarkEntry, ...]
    signs: Mapping[str, tuple[Placed, ...]]

    @property
    def number(self) -> int:
        """How many entries there are."""
        return len(self.others) + len(self.unsure) + len(self.orphans)


def list_marks(pairs: Sequence[tuple[Pane, Pane, Sequence[Located]]], rows: Iterable[QuoteRow]) -> Reviewed:
    """The marks of a page in lists; what the table of quotations says for certain isn't said again.

    Args:
        pairs: Two articles and the marks made on them; a mark that comes several times is listed once.
        rows: The rows of the table.
    """
    rows = list(rows)
    in_table = {row.mark: row for row in rows if row.mark is not None}
    lists: dict[Found, list[MarkEntry]] = {found: [] for found in Found}
    signs: dict[str, list[Placed]] = {}
    known: set[Mark] = set()
    for pair, (left, right, marks) in enumerate(pairs):
        ours = [located for located in marks if not located.mark.cleared and located.mark not in known]
        known.update(located.mark for located in ours)
        for told in tell_marks(left.article, right.article, ours, (left.name, right.name)):
            row = in_table.get(told.located)
            if row is not None and told.located.found is Found.EXACTLY:
                continue
            concerned = row or row_concerned(told.located, rows, pair)
            entry = _entry(told, sum(map(len, lists.values())) + 1, left, right, concerned)
            lists[told.located.found].append(entry)
            if row is None and told.located.found is not Found.ORPHANED:
                for pane, spans in ((left, told.located.left), (right, told.located.right)):
                    if spans:
                        signs.setdefault(pane.prefix, []).append(_sign(pane.article, spans, entry))
    return Reviewed(
        tuple(lists[Found.EXACTLY]),
        tuple(lists[Found.CHANGED]),
        tuple(lists[Found.ORPHANED]),
        {prefix: tuple(placed) for prefix, placed in signs.items()},
    )


def sign_of(mark: Mark) -> str:
    """How a mark looks beside the words it is on."""
    return NOTE_SIGN if mark.decision is None else DECISION_SIGNS[mark.decision]


def after_words(article: Article, spans: Sequence[Range]) -> int:
    """Where a sign for words stands: behind their first part and what closes it, within its paragraph."""
    start, end = min(spans)
    paragraph = next((one for one in article.paragraphs if one.start <= start < one.end), None)
    return end if paragraph is None else after_closing(article.text, min(end, paragraph.end), paragraph.end)


def _entry(told: MarkTold, number: int, left: Pane, right: Pane, row: QuoteRow | None) -> MarkEntry:
    located = told.located
    label = "" if row is None else f"Q{row.number}"
    sides = ((left, located.left, located.mark.left), (right, located.right, located.mark.right))
    return MarkEntry(
        id=f"m{number}",
        sign=sign_of(located.mark),
        status=sentence(told.status),
        subject=told.subject,
        row=None if row is None else Ref(label.lower(), label, f"quotation {row.number}", "place"),
        sides=tuple(_side(pane, spans, anchors) for pane, spans, anchors in sides if anchors),
        note=tuple(note_told(located.mark).splitlines()),
    )


def _side(pane: Pane, spans: Sequence[Range], anchors: Sequence[Anchor]) -> MarkSide:
    now = words_told(pane.article, spans)
    was = PART.join(plain(anchor.exact) for anchor in anchors)
    return MarkSide(
        pane.name,
        pane.places(spans),
        opening(now, _SHOWN) if now else "",
        opening(was, _SHOWN) if was != now else "",
    )


def _sign(article: Article, spans: Sequence[Range], entry: MarkEntry) -> Placed:
    return after_words(article, spans), Ref(entry.id, entry.sign, f"the reporter’s mark: {entry.status}", "mark")
