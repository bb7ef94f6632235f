"""A reporter's marks as a report tells them: what was decided, on which words, with which note."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article import Role
from tui.report.differing import opening, sentence
from tui.report.lines import harmless, wrap
from tui.report.wording import flat, listed
from tui.review import Decision, Found, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.article import Article, Range
    from tui.review import Anchor, Located

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
_INDENT = "    "


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
    """

    located: Located
    status: str
    subject: str
    where: str
    words: str
    note: str


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


def mark_lines(told: Sequence[MarkTold], width: int) -> Iterator[str]:
    """The section of a text report on marks; no line where there are none.

    Args:
        told: The marks in words.
        width: Columns to wrap at; 0 for one line a sentence, however long.
    """
    if not told:
        return
    yield from wrap("Marks", width)
    yield from wrap(marks_sentence([one.located for one in told]), width)
    for one in told:
        yield ""
        told_where = f"{one.where}: " if one.where else ""
        yield from wrap(f"{sentence(one.status)}, {one.subject}. {told_where}{one.words}", width, indent=_INDENT)
        for line in one.note.splitlines():
            yield from wrap(f"Note: {flat(harmless(line))}", width, indent=_INDENT)


def marks_sentence(marks: Iterable[Located]) -> str:
    """How many marks there are of each sort: "2 accepted, 1 flagged; 1 moved, please confirm"."""
    counts: Counter[str] = Counter(map(status_told, marks))
    return f"{sentence(listed([f'{number} {status}' for status, number in counts.items()]))}."


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


def _told(located: Located, articles: tuple[Article, Article], names: tuple[str, str]) -> MarkTold:
    mark = located.mark
    sides = (located.left, located.right)
    places = [
        f"{name} {_paragraphs(article, words)}"
        for name, article, words in zip(names, articles, sides, strict=True)
        if words
    ]
    words = next(
        (
            " ".join(article.text[slice(*span)] for span in spans)
            for article, spans in zip(articles, sides, strict=True)
            if spans
        ),
        " ".join(anchor.exact for anchor in _anchors(located)),
    )
    return MarkTold(
        located, status_told(located), _SUBJECTS[mark.subject], ", ".join(places), opening(words), mark.note
    )


def _anchors(located: Located) -> tuple[Anchor, ...]:
    return located.mark.left or located.mark.right


def _first_place(located: Located) -> tuple[int, int]:
    end = 1 << 60
    if located.found is Found.ORPHANED:
        return min((anchor.start for anchor in _anchors(located)), default=end), end
    left = located.left[0][0] if located.left else end
    return left, located.right[0][0] if located.right else end


def _paragraphs(article: Article, words: Sequence[Range]) -> str:
    starts = [paragraph.start for paragraph in article.paragraphs]
    numbers = sorted({max(1, bisect_right(starts, start)) for start, _ in words})
    return f"¶{'–'.join(map(str, dict.fromkeys((numbers[0], numbers[-1]))))}"
