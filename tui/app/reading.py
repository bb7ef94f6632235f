"""What is being read and where: the pair, its rows on this screen, the current difference, the search."""

from __future__ import annotations

from array import array
from copy import copy
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from tui.app.aside import beginning_of, is_long
from tui.app.overview import Scale, survey
from tui.app.painting import SidePainter, find_grounds
from tui.app.quotedpage import QuotedPage
from tui.app.search import Match, find_matches
from tui.app.typography import find_typography
from tui.collation import Collation, Counts, Link
from tui.layout import RowTable, Side, Stop, StopKind, partners_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.app.overview import Cell
    from tui.app.quoting import QuoteStop
    from tui.app.typography import Typed, Typography
    from tui.article import Article, Range


_KEPT = ("stop", "match", "quote", "side", "marks", "choice", "_sought")
"""What a reporter may have changed while a twin was made, by the name under which a reading holds it."""


def uncompared(left: Article, right: Article) -> Collation:
    """Two articles before anything is known of what they share."""
    none = Counts(0, 0, 0)
    return Collation(left, right, (), (), (), none, none, differs=False)


class Reading(QuotedPage):
    """The state of the reading screen, without the screen.

    Articles that are long and not yet compared show their beginning first. What is to take the place of what is
    shown is `awaited`; it is made by a `twin` in another thread, and then adopted.
    """

    def __init__(self, collation: Collation, *, pending: bool = False) -> None:
        long = pending and is_long(collation)
        super().__init__(beginning_of(collation) if long else collation)
        self.awaited: tuple[Collation, bool] | None = (collation, True) if long else None
        self.turned = False
        self.pending = pending
        self.stop: Stop | None = None
        self.query = ""
        self.matches: tuple[Match, ...] = ()
        self._match_rows = array("l")
        self.match: Match | None = None
        self.typography = False
        self._typography: Typography | None = None
        self._partners: dict[Side, dict[int, list[tuple[Link, int]]]] | None = None
        self._numbered: tuple[tuple[object, object], int | None] | None = None
        self._stop_rows: tuple[tuple[object, object], array[int]] | None = None
        self._surveyed: tuple[tuple[object, ...], RowTable, dict[Side, list[Cell]]] | None = None
        self._build_painters()

    def arrange(self, width: int, *, alone: bool) -> None:
        """Set the rows for a page of this width, with both sides or only the active one."""
        super().arrange(width, alone=alone)
        if self.stop is not None:
            self.stop = self._same_stop(self.stop)
        if self.query:
            self._order_matches()

    def partners(self, side: Side, paragraph: int) -> list[int]:
        """The paragraphs of the other side that match one of this side, the closest first."""
        if self._partners is None:
            self._partners = {side: partners_of(self.collation, side) for side in Side}
        return [partner for _, partner in self._partners[side].get(paragraph, ())]

    def other_side(self) -> None:
        """Make the other side the active one."""
        self.side = self.side.other
        if self.alone:
            self.arrange(self.width, alone=True)
        elif self.level is not None:
            self.bring_level(None)

    def swap(self) -> None:
        """Exchange left and right; what was active stays active."""
        self.collation = self.collation.swapped()
        if self.awaited is not None:
            self.awaited = (self.awaited[0].swapped(), self.awaited[1])
        self.turned = not self.turned
        self.side = self.side.other
        self.level = None if self.level is None else self.level.swapped()
        self.layout = self.layout.swapped
        self.unfolded = frozenset((side.other, first) for side, first in self.unfolded)
        if self.stop is not None:
            self.stop = self.stop.mirrored()
        self._swap_quoting()
        self.painters = {side: self.painters[side.other] for side in Side}
        self._index_links()
        self._typography = None if self._typography is None else self._typography.mirrored()
        if self.match is not None:
            self.match = replace(self.match, side=self.match.side.other)
        self.search(self.query, keep=self.match)
        if is_long(self.collation):
            self.mirror_rows()
            self.awaited = self.awaited or (self.collation, self.pending)
        else:
            self.arrange(self.width, alone=self.alone)
        self.refresh_current()

    def compared(self, collation: Collation) -> None:
        """Take the comparison of the two articles that were given: at once, or to be awaited if they are long."""
        if self.turned:
            collation = collation.swapped()
        if is_long(collation):
            self.awaited = (collation, False)
            return
        self.show(collation, pending=False)
        self.arrange(self.width, alone=self.alone)

    def show(self, collation: Collation, *, pending: bool) -> None:
        """Take another comparison; its rows are still to be set."""
        self.collation, self.pending, self.quote = collation, pending, None
        self._build_painters()
        self.search(self.query, keep=self.match)

    def hide_quiet(self, *, hide: bool) -> None:
        """Leave out dimmed text, or show it again."""
        self.quiet_hidden = hide
        self.arrange_for(self.width, alone=self.alone)

    @property
    def typed(self) -> tuple[Typed, ...] | None:
        """The differences of typography; None while long articles are still searched for them, or none are wanted."""
        return None if self._typography is None else self._typography.found

    def show_typography(self, *, on: bool) -> None:
        """Set off what is typed differently, or don't; in long articles it is looked for in the other thread."""
        self.typography = on
        if on and self._typography is None and is_long(self.collation):
            self.awaited = self.awaited or (self.collation, self.pending)
        self._paint_typography()

    def _paint_typography(self) -> None:
        if self.typography and self._typography is None and not is_long(self.collation):
            self._typography = find_typography(self.collation)
        shown = self._typography if self.typography else None
        for side, painter in self.painters.items():
            painter.set_typed(() if shown is None else shown.ranges[side])

    def prepare_for_anew(self) -> None:
        """Go on showing long articles as they were until they have been read and compared again."""
        self.turned, self.unfolded = False, frozenset()
        self.bring_level(None)

    def read_anew(self, collation: Collation, *, pending: bool = False) -> None:
        """Take the same articles as they are now on disk."""
        self.collation, self.pending, self.awaited, self.turned = collation, pending, None, False
        self.stop, self.quote, self.level, self.unfolded = None, None, None, frozenset()
        self._build_painters()
        self.search(self.query)
        self.arrange(self.width, alone=self.alone)

    # Long articles

    def paragraphs_in_all(self, side: Side) -> int:
        """How many paragraphs one side's article has, shown or not."""
        if self.awaited is None:
            return super().paragraphs_in_all(side)
        whole = self.awaited[0]
        return len((whole.left if side is Side.LEFT else whole.right).paragraphs)

    def arrange_for(self, width: int, *, alone: bool) -> None:
        """Set the rows; if the articles are long, await them."""
        if self.width and is_long(self.collation):
            self.awaited = self.awaited or (self.collation, self.pending)
        else:
            self.arrange(width, alone=alone)

    @property
    def is_partial(self) -> bool:
        """Whether only the beginning is shown."""
        return any(len(self.article(side).paragraphs) < self.paragraphs_in_all(side) for side in Side)

    def wish(self, width: int, *, alone: bool) -> tuple[object, ...]:
        """All that the rows depend on, to be compared with what it is when they are ready."""
        awaited = self.awaited or (self.collation, self.pending)
        shown = (self.layout, self.unfolded, self.quiet_hidden, self.level, self.typography, self.query)
        return (*map(id, awaited), width, alone, self.side if alone else None, *shown)

    def twin(self, width: int, *, alone: bool, cells: int) -> Callable[[], Reading]:
        """What makes a reading like this one of what is awaited, set for a page of this width; for another thread.

        Args:
            width: The page's width.
            alone: Whether only the active side is shown.
            cells: The height of the strip at the right edge.
        """
        twin = copy(self)
        collation, pending = self.awaited or (self.collation, self.pending)
        twin.awaited = None

        def make() -> Reading:
            if collation is not twin.collation:
                twin.show(collation, pending=pending)
            twin.arrange(width, alone=alone)
            twin.prepare(cells)
            return twin

        return make

    def prepare(self, cells: int) -> None:
        """Find beforehand what the strip at the right edge, of so many cells, and the first keys will ask for."""
        if not self.pending:
            self.find_quoting()
        self.survey(cells)
        if self.typography and self._typography is None:
            self._typography = find_typography(self.collation)
        self._find_stop_rows()

    def adopt(self, twin: Reading) -> None:
        """Become what a twin has become, at the place that is being read here."""
        kept: dict[str, object] = {name: vars(self)[name] for name in _KEPT}
        if self.quote is not None and twin.collation is not self.collation:
            kept |= {"quote": None, "_sought": (self.quote.left, self.quote.right)}
        if any(twin.article(side).text != self.article(side).text for side in Side):
            kept |= {"stop": None, "match": None, "quote": None, "_sought": None}
        vars(self).update(vars(twin) | kept)
        self._paint_typography()
        if self.stop is not None:
            self.stop = self._same_stop(self.stop)
        self.find_sought()
        self.refresh_current()

    def survey(self, cells: int) -> dict[Side, list[Cell]]:
        """What stands in each cell of the strip at the right edge, counted anew only when the rows are others."""
        known = (self.height, self.view[1], self.pending, id(self.quoting), id(self.marks), cells)
        if self._surveyed is None or self._surveyed[0] != known or self._surveyed[1] is not self.table:
            self._surveyed = known, self.table, survey(self, Scale(self.height, cells))
        return self._surveyed[2]

    # Differences

    @property
    def stops(self) -> Sequence[Stop]:
        """The differences in reading order: the same whatever the screen, so that two people can speak of the ninth."""
        return () if self.pending else self.table.stops

    def _find_stop_rows(self) -> array[int]:
        """The view row of every difference, found once for each set of rows."""
        known = (self.stops, self._rows)
        if self._stop_rows is None or any(a is not b for a, b in zip(self._stop_rows[0], known, strict=True)):
            self._stop_rows = known, array("l", map(self.stop_row, self.stops))
        return self._stop_rows[1]

    def number_of(self, one: object, among: Sequence[object]) -> int | None:
        """The place of the current difference or words in a list, from 1; looked for once, not for every frame."""
        known = (one, among)
        if self._numbered is None or any(a is not b for a, b in zip(self._numbered[0], known, strict=True)):
            self._numbered = known, self._number_from(one, among)
        return self._numbered[1]

    def _number_from(self, one: object, among: Sequence[object]) -> int | None:
        """The number of what has just been gone to: mostly it follows or precedes the last one."""
        if self._numbered is not None and self._numbered[1] is not None and self._numbered[0][1] is among:
            last = self._numbered[1] - 1
            for at in (last, last + 1, last - 1):
                if 0 <= at < len(among) and among[at] == one:
                    return at + 1
        return next((number for number, other in enumerate(among, 1) if other is one or other == one), None)

    def stop_row(self, stop: Stop) -> int:
        """The view row on which a difference begins."""
        return self.view_row(stop.row_of(self.side) if self.alone else stop.row)

    def side_of(self, stop: Stop) -> Side:
        """The side on which a difference is looked at: the one shown alone, or where it comes first."""
        if self.alone:
            return self.side
        return Side.LEFT if stop.left is not None and stop.row == stop.left_row else Side.RIGHT

    def seek_stop(self, step: int, top: int, bottom: int, *, moved: bool = False) -> bool | None:
        """Go to the next (1) or previous (-1) difference, seen from the current one or from what is on view.

        Args:
            step: 1 or -1.
            top: First view row on the screen.
            bottom: One past the last view row on the screen.
            moved: Only moved passages.

        Returns:
            Whether it went round the end; None where there is nothing to go to.
        """
        stops = [stop for stop in self.stops if stop.kind is StopKind.MOVED] if moved else self.stops
        rows = [self.stop_row(stop) for stop in stops] if moved else self._find_stop_rows()
        number = None if self.stop is None else self.number_of(self.stop, stops)
        at: int | None = None
        if number is not None and top <= rows[number - 1] < bottom:
            at = number - 1
        elif self.stop is not None and top <= self.stop_row(self.stop) < bottom:
            top, bottom = self.stop_row(self.stop) + 1, self.stop_row(self.stop)
        found, wrapped = _step(rows, at, step, top, bottom)
        if found is None:
            return None
        self._set_stop(stops[found])
        return wrapped

    def go_to_stop_at(self, side: Side, words: Range) -> bool:
        """Make the difference that is about these words of one side the current one; says whether there is one."""
        found = next((stop for stop in self.stops if stop.words(side) == words), None)
        if found is not None:
            self._set_stop(found)
        return found is not None

    def clear_stop(self) -> None:
        """Leave the current difference or quotation."""
        self._set_stop(None)

    def _set_stop(self, stop: Stop | None) -> None:
        self.stop, self.quote = stop, None
        self.refresh_current()

    def refresh_current(self) -> None:
        """Set off the current difference or quotation, or the words found where a search has a current place."""
        stop = self.stop
        for side, painter in self.painters.items():
            painter.current = stop.words(side) if stop is not None and self._is_phrase(stop, side) else None
            quote = self.quote
            painter.set_quoted(*((quote.shared(side), quote.differing(side)) if quote is not None else ((), ())))
        if self.match is not None:
            self.painters[self.match.side].current = (self.match.start, self.match.end)

    def _is_phrase(self, stop: Stop, side: Side) -> bool:
        """Words that can be set off as a phrase; whole paragraphs are pointed at from the margin."""
        if stop.kind in {StopKind.CHANGED, StopKind.UNIQUE}:
            return True
        words = stop.words(side)
        if stop.kind is not StopKind.MOVED or words is None:
            return False
        return not any(paragraph.start == words[0] for paragraph in self.article(side).paragraphs)

    def _same_stop(self, stop: Stop) -> Stop | None:
        """The difference in the new table that is about the same words."""
        for exact in (True, False):
            for one in self.table.stops:
                if (
                    one.kind is stop.kind
                    and _about(one.left, stop.left, exact=exact)
                    and _about(one.right, stop.right, exact=exact)
                ):
                    return one
        return None

    # Search

    def search(self, query: str, *, keep: Match | None = None) -> None:
        """Find words in both articles."""
        self.query = query
        self.match = keep
        for side, painter in self.painters.items():
            self._found[side] = find_matches(self.article(side), side, query)
            painter.set_matches(self._found[side])
        if self.width:
            self._order_matches()

    def match_row(self, match: Match) -> int:
        """The view row of words found."""
        return self.view_row(self.table.column(match.side).row_of_offset(match.start))

    @property
    def current_row(self) -> int | None:
        """The view row of the words found, of the current quotation or of the current difference."""
        if self.match is not None:
            return self.match_row(self.match)
        if self.quote is not None:
            return self.quote_row(self.quote)
        return None if self.stop is None else self.stop_row(self.stop)

    def seek_match(self, step: int, top: int, bottom: int) -> bool | None:
        """Go to the next or previous words found; as `seek_stop`. It makes their side the active one."""
        rows = self._match_rows
        number = None if self.match is None else self.number_of(self.match, self.matches)
        at = None if number is None else number - 1
        low = self.table_row(max(0, top))
        high = self.table_row(max(0, min(bottom, self.height) - 1)) + 1
        if at is not None and not low <= rows[at] < high:
            at = None
        found, wrapped = _step(rows, at, step, low, high)
        if found is None:
            return None
        self.match, self.quote = self.matches[found], None
        if self.match.side is not self.side:
            self.other_side()
        self.refresh_current()
        return wrapped

    # Quotations

    def seek_quote(self, step: int, top: int, bottom: int) -> bool | None:
        """Go to the next or previous quotation; as `seek_stop`. It makes its side the active one."""
        stops, rows = self.quote_stops, self.find_quote_rows()
        number = None if self.quote is None else self.number_of(self.quote, stops)
        at = None if number is None or not top <= rows[number - 1] < bottom else number - 1
        found, wrapped = _step(rows, at, step, top, bottom)
        if found is None:
            return None
        self.go_to_quote(stops[found])
        return wrapped

    def seek_unreviewed(self, step: int, top: int, bottom: int) -> bool | None:
        """Go to the next or previous quotation that hasn't been decided on; as `seek_quote`."""
        stops, rows = self.quote_stops, self.find_quote_rows()
        number = None if self.quote is None else self.number_of(self.quote, stops)
        at = None if number is None or not top <= rows[number - 1] < bottom else number - 1
        first, wrapped = _step(rows, at, step, top, bottom)
        for on in range(len(stops)):
            found = (first or 0) + step * on
            if not self.marks.is_decided(stops[found % len(stops)]):
                self.go_to_quote(stops[found % len(stops)])
                return wrapped or not 0 <= found < len(stops)
        return None

    def go_to_quote(self, stop: QuoteStop) -> None:
        """Make this the current quotation, and its side the active one."""
        self.stop, self.match, self.quote = None, None, stop
        if self.quote_side(stop) is not self.side:
            self.other_side()
        self.refresh_current()

    def _order_matches(self) -> None:
        found = [
            (self.table.column(side).row_of_offset(match.start), side, match.start, match)
            for side in Side
            for match in self._found[side]
        ]
        found.sort(key=itemgetter(0, 1, 2))
        self.matches = tuple(match for _, _, _, match in found)
        self._match_rows = array("l", (row for row, _, _, _ in found))

    def _build_painters(self) -> None:
        grounds = find_grounds(self.collation, pending=self.pending)
        self._index_links()
        self.painters = {side: SidePainter(self.collation, side, grounds[side]) for side in Side}
        self._found: dict[Side, tuple[Match, ...]] = dict.fromkeys(Side, ())
        self._typography = None
        self._paint_typography()
        self.refresh_current()

    def _index_links(self) -> None:
        self.links = _index_links(self.collation)
        self._partners = None


def _index_links(collation: Collation) -> dict[Side, dict[int, list[Link]]]:
    """The links of every paragraph that has any."""
    found: dict[Side, dict[int, list[Link]]] = {side: {} for side in Side}
    for link in collation.links:
        found[Side.LEFT].setdefault(link.left, []).append(link)
        found[Side.RIGHT].setdefault(link.right, []).append(link)
    return found


def _about(one: Range | None, two: Range | None, *, exact: bool) -> bool:
    if one is None or two is None or exact:
        return one == two
    return one[0] < two[1] and two[0] < one[1]


def _step(rows: Sequence[int], at: int | None, step: int, top: int, bottom: int) -> tuple[int | None, bool]:
    """The index to go to, and whether the end was passed. Without a current one it is what is on view."""
    if not rows:
        return None, False
    if at is not None:
        following = at + step
        return following % len(rows), not 0 <= following < len(rows)
    beyond: Callable[[int], bool] = (lambda row: row >= top) if step > 0 else (lambda row: row < bottom)
    places = range(len(rows)) if step > 0 else range(len(rows) - 1, -1, -1)
    for place in places:
        if beyond(rows[place]):
            return place, False
    return (0 if step > 0 else len(rows) - 1), True
