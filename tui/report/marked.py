"""A reporter's marks as a report tells them: what was decided, on which words, with which note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.article import Role
from tui.report.differing import opening
from tui.report.lines import harmless
from tui.report.passages import PART, places_told, plain, words_told
from tui.report.wording import listed
from tui.review import Decision, Found, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Article
    from tui.review import Located, Mark

STATUS_WORDS = {
    Decision.ACCEPTED: "accepted",
    Decision.FLAGGED: "flagged",
    Decision.QUERIED: "to verify",
}
"""What was decided, in the words of every report and of the screen."""

NOTE_ONLY = "noted"
"""What a mark is that decides nothing."""

TO_CONFIRM = "moved, please confirm"
ORPHANED = "no longer found"

_SUBJECTS = {
    Subject.QUOTATION: "quotation",
    Subject.DIFFERENCE: "difference",
    Subject.PARAGRAPH: "paragraph",
}
_SHOWN = 20  # words of a passage that are shown


@dataclass(frozen=True, slots=True)
class MarkTold:
    """A mark in words.

    Attributes:
        located: The mark.
        status: What was decided or corrected.
        subject: What it is on: "quotation", "difference", "paragraph".
        where: The places, as "A ¶5, B ¶8"; empty for an orphan.
        words: The first words concerned, as they stand now; for an orphan as they stood.
        note: The note, line ends kept.
        places: The places in either article: "A ¶5"; empty where none of its words are concerned.
        sides: The words concerned in either article, whole, as they stand now or, for an orphan, as they stood.
        was: What the words were when they were marked, where they are others now.
    """

    located: Located
    status: str
    subject: str
    where: str
    words: str
    note: str
    places: tuple[str, str] = ("", "")
    sides: tuple[str, str] = ("", "")
    was: str = ""


def tell_marks(
    left: Article, right: Article, marks: Iterable[Located], names: tuple[str, str] = ("A", "B")
) -> tuple[MarkTold, ...]:
    """Marks in words, in the order of the articles, those to be confirmed next and orphans last.

    Args:
        left: The left article.
        right: The right article.
        marks: The marks of the pair.
        names: What to call the two articles.
    """
    ranks = {found: rank for rank, found in enumerate(Found)}
    ordered = sorted(marks, key=lambda one: (ranks[one.found], *_first_place(one), one.mark.id))
    return tuple(_told(one, (left, right), names) for one in ordered)


def status_told(located: Located) -> str:
    """What a mark says in a few words, and whether its words are in doubt."""
    mark = located.mark
    if mark.kind is MarkKind.REVIEW:
        told = NOTE_ONLY if mark.decision is None else STATUS_WORDS[mark.decision]
    else:
        told = _correction_told(mark.kind, harmless(mark.value))
    if located.found is Found.CHANGED:
        return f"{told} ({TO_CONFIRM})"
    return f"{told} ({ORPHANED})" if located.found is Found.ORPHANED else told


def _correction_told(kind: MarkKind, value: str) -> str:
    if kind is MarkKind.SPEAKER:
        return f"speaker corrected to {value}" if value else "speaker corrected: nobody is named"
    if kind is MarkKind.ROLE:
        return f"read as {value if value in {role.value for role in Role} else 'something else'}"
    return {
        MarkKind.QUOTED: "quotation corrected",
        MarkKind.PLAIN: "no quotation",
        MarkKind.TOGETHER: "linked by hand",
    }.get(kind, "parted by hand")


def note_told(mark: Mark) -> str:
    """A reporter's note as harmless lines."""
    lines = [plain(line) for line in mark.note.splitlines()]
    return "\n".join(lines).strip("\n")


def moment_of(moment: str) -> datetime | None:
    """A moment that a mark tells, in UTC; None where it tells none."""
    try:
        return datetime.fromisoformat(moment).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def was_told(located: Located, articles: tuple[Article, Article | None], names: tuple[str, str]) -> str:
    """What the words were when they were marked, where they are others now: "when it was marked, A had “…”".

    Args:
        located: The mark.
        articles: Both articles as they are now; None for one that isn't known.
        names: What to call them.
    """
    if located.found is not Found.CHANGED:
        return ""
    sides = zip(names, articles, (located.left, located.right), (located.mark.left, located.mark.right), strict=True)
    told = []
    for name, article, spans, anchors in sides:
        was = PART.join(plain(anchor.exact) for anchor in anchors)
        if article is not None and was and was != words_told(article, spans):
            told.append(f"{_in_sentence(name)} had {opening(was, _SHOWN)}")
    return f"when it was marked, {listed(told)}" if told else ""


def _in_sentence(name: str) -> str:
    """What an article is called within a sentence: "A", "source 2", "the article"."""
    if len(name) == 1 or name.startswith("the "):
        return name
    return name.lower() if name[-1].isdigit() else f"the {name.lower()}"


def _told(located: Located, articles: tuple[Article, Article], names: tuple[str, str]) -> MarkTold:
    mark = located.mark
    spans = located.left, located.right
    anchors = mark.left, mark.right
    left, right = (
        f"{name} {places_told(article, words)}" if words else ""
        for name, article, words in zip(names, articles, spans, strict=True)
    )
    # What is gone is told as it stood.
    ours, theirs = (
        words_told(article, words) or PART.join(plain(anchor.exact) for anchor in stood)
        for article, words, stood in zip(articles, spans, anchors, strict=True)
    )
    return MarkTold(
        located=located,
        status=status_told(located),
        subject=_SUBJECTS[mark.subject],
        where=", ".join(filter(None, (left, right))),
        words=opening(ours or theirs),
        note=mark.note,
        places=(left, right),
        sides=(ours, theirs),
        was=was_told(located, articles, names),
    )


def _first_place(located: Located) -> tuple[int, int]:
    end = 1 << 60
    if located.found is Found.ORPHANED:
        anchors = located.mark.left or located.mark.right
        return min((anchor.start for anchor in anchors), default=end), end
    left = located.left[0][0] if located.left else end
    return left, located.right[0][0] if located.right else end
