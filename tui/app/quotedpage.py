"""The quotations of the pair being read: where they stand on the page, and going from one to the next."""

from __future__ import annotations

from array import array
from operator import itemgetter
from typing import TYPE_CHECKING

from tui.app.levelling import Level
from tui.app.marking import NO_MARKS
from tui.app.page import Page, same_view
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.marking import PageMarks
    from tui.app.page import View
    from tui.app.quoting import QuoteStop, Quoting
    from tui.article import Range
    from tui.collation import Collation

    Words = tuple[Range, ...]

SOON_COMPARED = 30_000
"""Characters of both articles whose quotations are compared while somebody waits for the next key."""


class QuotedPage(Page):
    """A page that knows its quotations, once they have been compared."""

    def __init__(self, collation: Collation) -> None:
        super().__init__(collation)
        self.quote: QuoteStop | None = None
        self.marks: PageMarks = NO_MARKS
        self.choice = ""
        self._sought: tuple[Words, Words] | None = None
        self._quoting: tuple[Collation, Quoting] | None = None
        self._quote_stops: tuple[View, Quoting, tuple[QuoteStop, ...]] | None = None

    @property
    def quoting(self) -> Quoting | None:
        """The quotations compared; None until they are."""
        return self._quoting[1] if self._quoting is not None and self._quoting[0] is self.collation else None

    def find_quoting(self) -> Quoting:
        """Compare the quotations, unless they are compared already."""
        # Only here: the first frame needn't wait for what knows of quotations.
        from tui.app.quoting import find_quoting

        known = self.quoting
        if known is None:
            known = find_quoting(self.collation)
            self._quoting = self.collation, known
        return known

    def take_quoting(self, collation: Collation, quoting: Quoting) -> bool:
        """Take what another thread has found; says whether it is about what is shown."""
        if collation is not self.collation:
            return False
        self._quoting = collation, quoting
        self.find_sought()
        return True

    def _swap_quoting(self) -> None:
        """The sides were exchanged: find the same quotations anew, at once where that is soon done."""
        known, gone = self._quoting, self.quote
        self.quote = None
        if gone is not None:
            self.seek_words(gone.right, gone.left)
        if known is not None and self.is_soon_compared:
            self.find_quoting()
            self.find_sought()

    def seek_words(self, left: Words, right: Words) -> None:
        """Be at the quotation with these words, or with most of them, as soon as the quotations are compared."""
        self._sought = left, right

    def find_sought(self) -> None:
        """Go to the quotation that was looked for before the quotations were compared, if there is one."""
        sought, quoting = self._sought, self.quoting
        if sought is None or quoting is None:
            return
        self._sought = None
        if self.quote is None:
            fits = [(_common(stop.left, sought[0]) + _common(stop.right, sought[1]), stop) for stop in quoting.stops]
            best = max(fits, key=itemgetter(0), default=None)
            self.quote = best[1] if best is not None and best[0] else None

    @property
    def is_soon_compared(self) -> bool:
        """Whether the articles are so short that somebody can wait until their quotations are compared."""
        return len(self.collation.left.text) + len(self.collation.right.text) <= SOON_COMPARED

    @property
    def quote_stops(self) -> Sequence[QuoteStop]:
        """The quotations in reading order: of both sides, or of the side shown alone; none until they are compared."""
        quoting = self.quoting
        if quoting is None:
            return ()
        known = self._quote_stops
        if known is None or known[1] is not quoting or not same_view(known[0], self.view):
            self._quote_stops = known = self.view, quoting, self.in_reading_order(alone=self.alone)
        return known[2]

    def in_reading_order(self, *, alone: bool = False) -> tuple[QuoteStop, ...]:
        """The quotations as they follow one another on the page; with `alone` only those of the active side."""
        quoting = self.quoting
        if quoting is None:
            return ()
        stops = [stop for stop in quoting.stops if not alone or stop.numbers(self.side)]

        def place(stop: QuoteStop) -> tuple[int, bool, int]:
            side = self.side if alone else stop.lead
            start = stop.words(side)[0][0]
            return self.table.column(side).row_of_offset(start), side is Side.RIGHT, start

        return tuple(sorted(stops, key=place))

    def quote_side(self, stop: QuoteStop) -> Side:
        """The side on which a quotation is looked at."""
        return self.side if self.alone and stop.words(self.side) else stop.lead

    def quote_row(self, stop: QuoteStop) -> int:
        """The view row on which a quotation begins."""
        side = self.quote_side(stop)
        return self.view_row(self.table.column(side).row_of_offset(stop.words(side)[0][0]))

    def find_quote_rows(self) -> array[int]:
        """The view row of every quotation, in reading order."""
        return array("l", map(self.quote_row, self.quote_stops))

    def quote_level(self, stop: QuoteStop) -> Level | None:
        """What brings the two wordings on one row; None where they are level, or only one side has words or room."""
        if self.alone or not stop.left or not stop.right:
            return None
        level = Level(stop.lead, stop.left[0][0], stop.right[0][0])
        rows = {self.view_row(self.table.column(side).row_of_offset(level.offset(side))) for side in Side}
        return level if len(rows) > 1 else None


def _common(one: Words, other: Words) -> float:
    """How much of two lists of words is the same: 0 to 1."""
    both = sum(max(0, min(high, end) - max(low, start)) for low, high in one for start, end in other)
    longer = max((sum(end - start for start, end in words) for words in (one, other)), default=0)
    return both / longer if longer else 0.0
