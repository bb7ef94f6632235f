"""Marks as the list of all marks shows them: in which group, with which words, then and now."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.app.excerpt import paragraph_of
from tui.app.marking import DECISION_MARKS, NOTE_MARK
from tui.app.wording import LETTERS, one_line, paragraphs_told
from tui.layout import Side
from tui.report.marked import status_told, tell_marks
from tui.review import Found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Article, Range
    from tui.collation import Collation
    from tui.report.marked import MarkTold
    from tui.review import Anchor, Located

_BLANKS = re.compile(r"\s+")
_AROUND = 32
"""Code points of what stands around a mark's words."""

_CORRECTED = "·"
"""The sign of what is neither a decision nor a mere note."""


class MarkGroup(StrEnum):
    """Where a mark stands in the list.

    CONFIRM: its words were changed, or stand elsewhere; a reporter is to say whether these are the words. LOST: its
    words were not found. PLACED: its words stand where they stood.
    """

    CONFIRM = "confirm"
    LOST = "lost"
    PLACED = "placed"


_GROUPS = {Found.CHANGED: MarkGroup.CONFIRM, Found.ORPHANED: MarkGroup.LOST, Found.EXACTLY: MarkGroup.PLACED}


@dataclass(frozen=True, slots=True)
class MarkPart:
    """One part of a mark's words, in one line each.

    Attributes:
        letter: The article.
        before: The words as they stood when the mark was made.
        lead: What stood before them then.
        tail: What stood after them then.
        now: The words as they are found now, or None.
        where: The paragraph in which they are found: "¶5"; empty where they aren't.
        lead_now: What stands before them now, in their paragraph.
        tail_now: What stands after them now, in their paragraph.
    """

    letter: str
    before: str
    lead: str
    tail: str
    now: str | None
    where: str
    lead_now: str = ""
    tail_now: str = ""

    @property
    def same(self) -> bool:
        """Whether the same words stand there now."""
        return self.now == self.before


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark in the list.

    Attributes:
        located: The mark.
        group: Where it stands in the list.
        sign: The sign of its status.
        status: Its status: "flagged".
        subject: What it is on: "quotation".
        where: The places: "A ¶5, B ¶8"; empty where its words aren't found.
        words: Its first words.
        note: The note, its lines kept.
        parts: All its words.
    """

    located: Located
    group: MarkGroup
    sign: str
    status: str
    subject: str
    where: str
    words: str
    note: str
    parts: tuple[MarkPart, ...]


def mark_rows(located: Iterable[Located], collation: Collation) -> tuple[MarkRow, ...]:
    """The list of all marks: those to be confirmed, those whose words are lost, then the others; each in reading order.

    Args:
        located: The marks of the pair; those taken back are left out.
        collation: The comparison in which they were located.
    """
    told = tell_marks(collation.left, collation.right, [one for one in located if not one.mark.cleared])
    rows = [_row(one, collation) for one in told]
    order = list(MarkGroup)
    return tuple(sorted(rows, key=lambda row: order.index(row.group)))


def _row(told: MarkTold, collation: Collation) -> MarkRow:
    located = told.located
    mark = located.mark
    # The group says whether the words are in doubt.
    status = status_told(replace(located, found=Found.EXACTLY))
    decided = DECISION_MARKS[mark.decision] if mark.decision is not None else ""
    sign = decided or (_CORRECTED if mark.kind.is_of_article or not mark.note else NOTE_MARK)
    sides = (
        (Side.LEFT, collation.left, mark.left, located.left),
        (Side.RIGHT, collation.right, mark.right, located.right),
    )
    parts = [
        _part(LETTERS[side], article, anchor, found[at] if at < len(found) else None)
        for side, article, anchors, found in sides
        for at, anchor in enumerate(anchors)
    ]
    return MarkRow(
        located, _GROUPS[located.found], sign, status, told.subject, told.where, told.words, mark.note, tuple(parts)
    )


def _part(letter: str, article: Article, anchor: Anchor, found: Range | None) -> MarkPart:
    return MarkPart(
        letter,
        before=one_line(anchor.exact),
        lead=_BLANKS.sub(" ", anchor.prefix).lstrip(),
        tail=_BLANKS.sub(" ", anchor.suffix).rstrip(),
        now=None if found is None else one_line(article.text[slice(*found)]),
        where="" if found is None else paragraphs_told(article, found),
        lead_now="" if found is None else _around(article, found)[0],
        tail_now="" if found is None else _around(article, found)[1],
    )


def _around(article: Article, found: Range) -> tuple[str, str]:
    """What stands before and after words in their paragraphs, a few words of it."""
    start, end = found
    first = article.paragraphs[paragraph_of(article, start)].start
    last = article.paragraphs[paragraph_of(article, max(start, end - 1))].end
    lead = _BLANKS.sub(" ", article.text[max(first, start - _AROUND) : start]).lstrip()
    tail = _BLANKS.sub(" ", article.text[end : min(last, end + _AROUND)]).rstrip()
    return lead, tail
