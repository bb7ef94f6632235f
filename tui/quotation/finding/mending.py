"""Where quoted words end, or begin, when a mark is missing or of another style than its partner."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.quotation.finding.marks import BRACKETS, Turn
from tui.quotation.finding.pairing import Stretch, trimmed
from tui.quotation.finding.reporting import reporting_clause_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Range
    from tui.quotation.finding.marks import Mark

_REACH = 600
"""Characters looked at for the end of quoted words; a statement in print is seldom longer between two marks."""


class Mender:
    """Mends the stretches of one paragraph; what it looks up is prepared once."""

    def __init__(self, text: str, paragraph: Range, marks: Sequence[Mark], sentences: Sequence[Range]) -> None:
        self._text = text
        self._paragraph = paragraph
        self._marks = marks
        self._mark_starts = [mark.start for mark in marks]
        self._sentences = sentences
        self._sentence_starts = [start for start, _ in sentences]
        self._sentence_ends = [end for _, end in sentences]

    def close(self, stretch: Stretch) -> Stretch:
        """End an open stretch within its paragraph: at another mark, at a reporting clause, or with the sentence.

        A statement that nothing follows in its paragraph runs to the end of it.
        """
        opening_end = stretch.words[0]
        limit = stretch.end
        sentence_end = min(limit, self._sentence_end(opening_end))
        wrong = self._other_mark(stretch.start, sentence_end)
        if wrong is not None:
            words = trimmed(self._text, opening_end, wrong.start)
            return replace(stretch, end=wrong.end, words=words, closed=True, repaired=True)
        near = min(limit, opening_end + _REACH)
        whole = limit >= self._paragraph[1] and self._is_statement(stretch)
        announced = self._text[self._paragraph[0] : stretch.start].rstrip().endswith(":")
        clause = None if whole and announced else reporting_clause_end(self._text, opening_end, near)
        if clause is not None:
            end = clause
        elif whole:
            end = limit
        else:
            end = sentence_end
        words = trimmed(self._text, opening_end, end)
        return replace(stretch, end=words[1], words=words, repaired=True)

    def open(self, stray: Mark, after: int) -> Stretch | None:
        """Begin the stretch that a closing mark ends though nothing opens it, or None where too little tells.

        Args:
            stray: The closing mark.
            after: Where the stretch before it ends.
        """
        before = self._text[stray.start - 1] if stray.start > self._paragraph[0] else ""
        follows = self._text[stray.end : stray.end + 1]
        if stray.style in BRACKETS or before not in set(",.!?…") or (follows and not follows.isspace()):
            return None
        at = max(0, bisect_left(self._sentence_starts, stray.start) - 1)
        start = max(self._sentence_starts[at], after)
        words = trimmed(self._text, start, stray.start)
        if words[1] - words[0] < 2:
            return None
        return Stretch(words[0], stray.end, words, stray.style, opened=False, repaired=True)

    def ends_with_report(self, stretch: Stretch) -> bool:
        """Whether an open stretch ends with a reporting clause, so that it can't go on in the next paragraph."""
        start = max(stretch.words[0], stretch.end - 80)
        clause = reporting_clause_end(self._text, start, stretch.end)
        return clause is not None and stretch.end - clause < 60

    def _sentence_end(self, position: int) -> int:
        at = bisect_right(self._sentence_ends, position)
        return self._sentence_ends[at] if at < len(self._sentence_ends) else self._paragraph[1]

    def _other_mark(self, start: int, end: int) -> Mark | None:
        """The first closing mark of any style after `start` that is no likely apostrophe."""
        at = bisect_right(self._mark_starts, start)
        while at < len(self._marks) and self._marks[at].start < end:
            mark = self._marks[at]
            if mark.turn is not Turn.OPENS and not mark.weak:
                return mark
            at += 1
            if mark.turn is Turn.OPENS:
                return None
        return None

    def _is_statement(self, stretch: Stretch) -> bool:
        first = self._text[stretch.words[0] : stretch.words[0] + 1]
        before = self._text[max(self._paragraph[0], stretch.start - 2) : stretch.start].strip()
        return not first.islower() and (not before or before[-1] in ":,.!?…")
