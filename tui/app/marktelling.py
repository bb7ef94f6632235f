"""What is said of a reporter's marks: what was decided on which words, how far the review is, what was undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.app.excerpt import beginning
from tui.app.marking import DECISION_MARKS, NOTE_MARK, UNSURE_MARK, is_unsure, paragraphs_of
from tui.app.wording import LETTERS, one_line, plural
from tui.layout import Side
from tui.review.model import Decision, Found, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.marking import Tally, Target
    from tui.app.telling import Told
    from tui.app.wording import Piece
    from tui.article import Article
    from tui.collation import Collation
    from tui.review.model import Located, Mark
    from tui.review.review import Change

DECISION_WORDS = {
    Decision.ACCEPTED: "accepted",
    Decision.FLAGGED: "flagged",
    Decision.QUERIED: "to verify",
}
"""How the screen calls each decision."""

TO_CONFIRM = "moved, please confirm"
"""What is said of a mark whose words were changed or stand elsewhere now."""

NOT_SAVED = "marks not saved"
"""What the masthead says while nothing can be kept."""

_EXCERPT = 40
"""Cells of an article's words in a message."""

_NOTE = 60
"""Cells of a note beside other things."""

_SAID = {
    MarkKind.SPEAKER: "speaker set right",
    MarkKind.QUOTED: "bounds of the quotation set right",
    MarkKind.PLAIN: "taken as no quotation",
    MarkKind.ROLE: "part of the paragraph set right",
    MarkKind.TOGETHER: "put together by hand",
    MarkKind.APART: "parted by hand",
}
_DONE = {
    "decided": "decision cleared",
    "noted": "note",
    "corrected": "set right",
    "confirmed": "confirmed",
    "cleared": "mark taken back",
}


def target_told(collation: Collation, target: Target) -> str:
    """What a mark is on, as a message names it: "A ¶7 and B ¶8, “This letter …”"; of a paragraph only its place."""
    places = " and ".join(
        f"{LETTERS[side]} {paragraphs_of(_article(collation, side), target.words(side))}"
        for side in Side
        if target.words(side)
    )
    if target.subject is Subject.PARAGRAPH:
        return places
    words = target.words(target.lead) or target.words(target.lead.other)
    text = _article(collation, target.lead if target.words(target.lead) else target.lead.other).text
    return f"{places}, {quoted(text[slice(*words[0])])}" if words else places


def quoted(words: str) -> str:
    """The first of an article's words in a message, between marks."""
    first = beginning(one_line(words), _EXCERPT)
    return f"‘{first}’" if "“" in first or "”" in first else f"“{first}”"


def decided_told(decision: Decision, told: str, *, again: bool) -> str:
    """What is said when something has been decided, or had been already."""
    words = DECISION_WORDS[decision]
    return f"Already {words}: {told}" if again else f"{words.capitalize()}: {told}"


def mark_told(located: Located) -> str:
    """A mark in a few words, sign first: "⚑ flagged", "¿ moved, please confirm: accepted"."""
    decision = located.mark.decision
    words = "" if decision is None else DECISION_WORDS[decision]
    if is_unsure(located):
        return f"{UNSURE_MARK} {TO_CONFIRM}{f': {words}' if words else ''}"
    return f"{DECISION_MARKS[decision]} {words}" if decision is not None else f"{NOTE_MARK} note"


def first_line(note: str) -> str:
    """The first line of a note that has words, with three dots where others follow."""
    lines = [one_line(line) for line in note.splitlines() if line.strip()]
    if not lines:
        return ""
    return lines[0] if len(lines) == 1 else f"{lines[0]} …"


def with_mark(told: Told, located: Located | None, said: str = "") -> Told:
    """What the inspector shows, with what was decided there and the note's first line.

    Args:
        told: What it shows without.
        located: The mark, or None.
        said: The message before it: a decision that it tells is not told twice.
    """
    if located is None:
        return told
    note = first_line(located.mark.note)
    lead: list[Piece] = []
    if is_unsure(located) or (located.mark.decision is not None and not _tells(said, located.mark.decision)):
        lead.append((f"{mark_told(located)} · ", None))
    if not note:
        return replace(told, lead=(*lead, *told.lead))
    if told.wordings:
        return replace(told, lead=(*lead, *told.lead), tail=" ".join(filter(None, (f"{NOTE_MARK} {note}", told.tail))))
    if not told.quotes:
        return replace(told, lead=(*lead, *told.lead), more=(f"{NOTE_MARK} {note}", *told.more))
    lead.append((f"{NOTE_MARK} {beginning(note, _NOTE)} · ", None))
    return replace(told, lead=(*lead, *told.lead))


def _tells(said: str, decision: Decision) -> bool:
    """Whether a message says that this was decided here: "Flagged: …", "Already flagged: …"."""
    done, colon, _ = said.partition(": ")
    return bool(colon) and done.casefold().endswith(DECISION_WORDS[decision])


def progress_told(tally: Tally) -> tuple[str, ...]:
    """How far the review of the quotations is, in full and shorter, for the masthead; empty where nobody is quoted."""
    if not tally.quotations:
        return ()
    counts = f"{tally.reviewed:,} of {plural(tally.quotations, 'quotation')} reviewed"
    brief = f"{tally.reviewed:,}/{tally.quotations:,} reviewed"
    flagged = f"{tally.flagged:,} flagged" if tally.flagged else ""
    verify = f"{tally.queried:,} to verify" if tally.queried else ""
    confirm = f"{tally.unsure:,} to confirm" if tally.unsure else ""
    return (
        ", ".join(filter(None, (counts, flagged, verify, confirm))),
        " · ".join(filter(None, (brief, flagged, verify, confirm))),
        " · ".join(filter(None, (brief, flagged))),
        brief,
    )


def astray_told(located: Sequence[Located]) -> str:
    """How many marks are to be confirmed and how many have lost their words; empty where all is well."""
    unsure = sum(map(is_unsure, located))
    lost = sum(one.found is Found.ORPHANED for one in located)
    parts = [f"{plural(unsure, 'mark')} to confirm" if unsure else ""]
    parts.append(f"{plural(lost, 'mark')} whose words are no longer found" if lost else "")
    told = ", ".join(filter(None, parts))
    return f"{told}: R lists them" if told else ""


def undone_told(change: Change, *, redone: bool) -> str:
    """What was undone or done again.

    Args:
        change: The mark before and after that, and what the reporter had done.
        redone: It was done again, not undone.
    """
    done, result = (change.after, change.before) if redone else (change.before, change.after)
    named = done or result
    what = _DONE.get(change.what, change.what)
    if done is not None and done.kind is not MarkKind.REVIEW:
        what = _SAID[done.kind]
    elif done is not None and done.decision is not None and change.what == "decided":
        what = DECISION_WORDS[done.decision]
    told = f"{'Done again' if redone else 'Undone'}: {what}"
    return told if named is None else f"{told}, {quoted(_words_of(named))}"


def _words_of(mark: Mark) -> str:
    return next((anchor.exact for anchor in (*mark.left, *mark.right)), "")


def copied_mark(located: Located | None) -> Sequence[str]:
    """The decision and the note, for what is copied."""
    if located is None:
        return ()
    mark = located.mark
    status = "" if mark.decision is None else f"Status: {DECISION_WORDS[mark.decision]}"
    status += f" ({TO_CONFIRM})" if is_unsure(located) and status else ""
    return [part for part in (f"{status}." if status else "", f"Note: {mark.note}" if mark.note else "") if part]


def _article(collation: Collation, side: Side) -> Article:
    return collation.left if side is Side.LEFT else collation.right
