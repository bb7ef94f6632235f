"""What a mark is: what a reporter decided or corrected, hung on words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.article import Range


class MarkKind(StrEnum):
    """What a mark says.

    REVIEW: a decision, a note, or both. The others correct how an article was read: SPEAKER: `value` said these
    words. QUOTED: these words are one quotation, whatever the program took for one there. PLAIN: these words are no
    quotation. ROLE: this paragraph plays the part `value`. TOGETHER and APART: these two paragraphs, or quotations,
    belong together, or don't.
    """

    REVIEW = "review"
    SPEAKER = "speaker"
    QUOTED = "quoted"
    PLAIN = "plain"
    ROLE = "role"
    TOGETHER = "together"
    APART = "apart"

    @property
    def is_of_article(self) -> bool:
        """Whether it is about one article, and so holds in every pair."""
        return self in _OF_ARTICLE


_OF_ARTICLE = frozenset({MarkKind.SPEAKER, MarkKind.QUOTED, MarkKind.PLAIN, MarkKind.ROLE})


class Subject(StrEnum):
    """What a mark is on."""

    QUOTATION = "quotation"
    DIFFERENCE = "difference"
    PARAGRAPH = "paragraph"


class Decision(StrEnum):
    """What a reporter decided: it is right as it stands, something is wrong, or it is to be verified later."""

    ACCEPTED = "accepted"
    FLAGGED = "flagged"
    QUERIED = "queried"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article, told so that they can be found again when it has changed.

    After the W3C's TextQuoteSelector and TextPositionSelector (Web Annotation Data Model, 2017).

    Attributes:
        exact: The words as they stood; never empty.
        prefix: What stood before them, cut to a few dozen characters.
        suffix: What stood after them.
        start: The code point at which they began.
    """

    exact: str
    prefix: str
    suffix: str
    start: int

    @property
    def end(self) -> int:
        """One past the code point at which they ended."""
        return self.start + len(self.exact)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reporter said of words in one article or in both.

    Attributes:
        id: What names it in the store and in exports; empty until it is kept for the first time. Marks of one kind on
            the same words of the same texts have the same id, whoever makes them.
        kind: What it says.
        subject: What it is on.
        left: The left words, a part for every segment; none where it is only about the right.
        right: The right words.
        decision: What was decided; None for a mere note, and for every kind but REVIEW.
        note: The reporter's note, of one or more lines; empty where there is none.
        value: The speaker's name (SPEAKER) or the role's value (ROLE); else empty.
        cleared: It was taken back. Such a mark is kept, so that no import brings the old one up again.
        made: When it was made: ISO 8601 in UTC with microseconds.
        changed: When it was last changed; it names this version of the mark.
        past: The `changed` of earlier versions, the latest last: who has seen one of them knows it is older.
    """

    id: str
    kind: MarkKind
    subject: Subject
    left: tuple[Anchor, ...]
    right: tuple[Anchor, ...]
    decision: Decision | None = None
    note: str = ""
    value: str = ""
    cleared: bool = False
    made: str = ""
    changed: str = ""
    past: tuple[str, ...] = ()

    def mirrored(self) -> Mark:
        """The same with the sides exchanged."""
        return replace(self, left=self.right, right=self.left)


class Found(StrEnum):
    """How the words of a mark were found again.

    EXACTLY: they stand where they stood, or the article changed only around them. CHANGED: other words, or another
    place: a person is to confirm it. ORPHANED: not found; the mark is kept and listed by itself.
    """

    EXACTLY = "exactly"
    CHANGED = "changed"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Located:
    """A mark and where its words stand in the articles as they are now.

    Attributes:
        mark: The mark.
        left: The left words now, in the order of `mark.left`; none for an orphan.
        right: The right words now.
        found: How they were found; of several parts the least certain tells.
    """

    mark: Mark
    left: tuple[Range, ...]
    right: tuple[Range, ...]
    found: Found

    def mirrored(self) -> Located:
        """The same with the sides exchanged."""
        return Located(self.mark.mirrored(), self.right, self.left, self.found)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reporter left a pair of articles.

    Attributes:
        words: The first words on view, as an anchor in the article of `on_left`; None at the very beginning.
        on_left: Whether that article, the one being read, stands on the left.
        layout: The layout's value; the left of it is the left of the pair as it is given now.
        choice: The choice to which the index of quotations was narrowed; empty for all.
        at_quotation: The current quotation's first words, in the same article, or None.
    """

    words: Anchor | None
    on_left: bool
    layout: str = ""
    choice: str = ""
    at_quotation: Anchor | None = None
