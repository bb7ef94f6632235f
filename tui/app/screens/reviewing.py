"""The reader's keys for marks: decide, write a note, undo, and go to what is not reviewed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.app.marker import Marker
from tui.app.marking import current_target
from tui.app.marktelling import NOT_SAVED, astray_told, copied_mark, progress_told
from tui.app.page import Place as PagePlace
from tui.app.screens.arranging import FROM_END, FROM_TOP
from tui.app.screens.quoting import COMPARING, COPIED, QuotingScreen
from tui.app.wording import LETTERS, plural
from tui.layout import Side
from tui.review.model import Decision

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.desk import Desk
    from tui.app.marking import Target
    from tui.app.quoting import QuoteStop
    from tui.app.reading import Reading
    from tui.app.screens.quotations import QuotationsScreen
    from tui.article import Article, Range
    from tui.collation import Collation
    from tui.review.model import Located, Place

    Words = tuple[tuple[Range, ...], tuple[Range, ...]]

LOOK = 1.0
"""Seconds between two looks for marks made in another window."""

KEEP = 3.0
"""Seconds after which another place is kept."""

ELSEWHERE = "Set right in another window"

_NOTHING = "There is nothing here to mark"


class Calls(NamedTuple):
    """What the reading screen has the app do.

    Attributes:
        read_again: Read both articles again; says what there is to say of it.
        compare_anew: Compare the articles as they were set right, and say this when they are.
    """

    read_again: Callable[[], str]
    compare_anew: Callable[[str], None]


class ReviewingScreen(QuotingScreen, inherit_bindings=False):
    """What the reading screen does with marks."""

    def __init__(self, reading: Reading, desk: Desk, calls: Calls) -> None:
        super().__init__(reading)
        self.desk = desk
        self._calls = calls
        self._kept_place: Place | None = None
        self._resumed: Place | None = None
        self._sent_to: Words | None = None
        self._is_sent = False
        self.marker = Marker(desk, reading)
        self._heeded = desk.corrections
        self._index: QuotationsScreen | None = None

    def on_mount(self) -> None:
        """Look for another window's marks, and keep the place, now and then."""
        self.set_interval(LOOK, self.look_at_marks)
        self.set_interval(KEEP, self.keep_place)

    # The desk

    def send_to(self, words: Words) -> None:
        """Begin at the quotation with these words of both articles, not where the reporter was the last time."""
        self._sent_to, self._is_sent = words, True

    def open_desk(self) -> None:
        """The page stands: open the store of marks, and go where the reporter was, where that wasn't done before."""
        if not self.desk.is_open:
            place = self.desk.review.place
            self._resumed = None if self._is_sent else place
            self.return_when_whole()
        if self.reading.pending:
            self._heeded = self.desk.corrections
        self.show_marks()
        if self.desk.corrections != self._heeded:
            self.heed("")
        news = self.desk.news(), astray_told(self.desk.located), self._note
        if any(news[:2]):
            self.say(" · ".join(filter(None, news)))

    def return_before_paint(self) -> None:
        """Begin where the reporter was, if the marks are known before the first frame, or where they are sent."""
        if self._sent_to is not None:
            self.spread.begin_at(PagePlace(Side.LEFT, self._sent_to[0][0][0]))
        elif self.desk.is_open:
            self._resumed = self.desk.review.place
            self.return_when_whole()

    def return_when_whole(self) -> None:
        """Go where the reporter was, unless only the beginning of long articles is there so far."""
        reading, spread = self.reading, self.spread
        if self._sent_to is not None:
            self._go_where_sent()
        if self._resumed is None or reading.is_partial:
            return
        place, self._resumed = self._resumed, None
        if spread.top:
            return
        from tui.app.returning import BACK, return_to

        top = return_to(reading, place)
        if top is not None:
            self._note = f"{BACK}; home goes to the top"
            spread.begin_at(top)
        elif reading.width:
            spread.set_anew()

    def _go_where_sent(self) -> None:
        """Go to the quotation, as soon as the quotations are compared; where it is none, to its words."""
        reading = self.reading
        if self._sent_to is None or reading.is_partial or reading.quoting is None:
            return
        words, self._sent_to = self._sent_to, None
        reading.seek_words(*words)
        reading.find_sought()
        if reading.quote is None:
            self.go_to_words(Side.LEFT, words[0][0], difference=False)
        else:
            self.show_quote(reading.quote)

    def quoted_here(self) -> tuple[Article, Range] | None:
        """An article and its words of the quotation at which the reporter is; None where they are at none."""
        reading, stop = self.reading, self.reading.quote
        side = next((side for side in (reading.side, reading.side.other) if stop and stop.numbers(side)), None)
        return None if stop is None or side is None else (reading.article(side), stop.words(side)[0])

    def keep_place(self) -> None:
        """Keep where the reporter is, if that is somewhere else than before."""
        reading = self.reading
        if not self.desk.is_open or not reading.width or reading.is_partial:
            return
        from tui.app.returning import NOWHERE, place_of

        place = place_of(reading, self.spread.top)
        before = self._kept_place or self.desk.review.place or NOWHERE
        if place != before:
            self._kept_place = place
            self.desk.review.keep_place(place)

    def leave_desk(self) -> None:
        """Keep the place for the last time."""
        self.keep_place()

    def with_astray(self, said: str) -> str:
        """A message, and how many marks are to be confirmed or have lost their words."""
        return " · ".join(filter(None, (said, astray_told(self.desk.located))))

    # What is marked

    def target(self) -> Target | None:
        """What the keys act on: the current quotation, the current difference, or the paragraph being read."""
        return current_target(self.reading, self.paragraph())

    def show_marks(self) -> None:
        """Bring the signs up to date; if the reporter set something right, the articles are compared anew."""
        if self.marker.bring_up_to_date():
            self.spread.repaint()

    def heed(self, said: str) -> None:
        """Say what was done, and follow what it changed."""
        if self.desk.corrections != self._heeded:
            self._heeded = self.desk.corrections
            if self._index is not None:
                self._index.grow_stale()
            self._calls.compare_anew(said)
        told = " · ".join(filter(None, (said, self.desk.news())))
        if told:
            self.say(told)

    def look_at_marks(self) -> None:
        """Show what was marked in another window, and save what couldn't be saved."""
        if not self.desk.refresh():
            return
        elsewhere = self.desk.corrections != self._heeded
        said = ELSEWHERE if elsewhere else self.desk.news()
        if said:
            self.heed(said)
        self.tell()
        if self._index is not None:
            self._index.show_marks_of_others()

    def take_corrected(self, said: str, collation: Collation) -> None:
        """Show the comparison of what was set right, at the same place."""
        reading = self.reading
        gone = reading.quote
        self.spread.take(collation)
        if gone is not None and reading.awaited is None:
            reading.seek_words(gone.left, gone.right)
        if reading.awaited is None and reading.is_soon_compared:
            reading.find_quoting()
            reading.find_sought()
            reading.refresh_current()
            self.spread.repaint()
        self.say(said)

    def located_here(self) -> Located | None:
        """The mark on what is being read; none at the very top, where nothing has been chosen yet."""
        reading = self.reading
        chosen = reading.quote is not None or reading.stop is not None or self.spread.top > 0
        target = self.target() if chosen and reading.marks.has_any else None
        return None if target is None else reading.marks.find(target)

    # Keys

    def action_decide(self, decision: str) -> None:
        """Accept, flag, or put off what is current."""
        target = self.target()
        self.heed(_NOTHING if target is None else self.marker.decide(target, Decision(decision)))

    def action_unmark(self) -> None:
        """Take back the decision on what is current."""
        target = self.target()
        self.heed(_NOTHING if target is None else self.marker.clear(target))

    def action_confirm(self) -> None:
        """Confirm that a mark found elsewhere belongs there."""
        target = self.target()
        self.heed(_NOTHING if target is None else self.marker.confirm(target))

    def action_note(self) -> None:
        """Write a note on what is current."""
        target = self.target()
        if target is None:
            self.say(_NOTHING)
            return
        self.write_note(target, self.heed)

    def write_note(self, target: Target, said: Callable[[str], None]) -> None:
        """Ask for a note and keep it; says in a sentence what became of it."""
        # Only here: the start needn't wait for it.
        from tui.app.screens.asking import NoteScreen

        found = self.marker.located(target)
        before = "" if found is None else found.mark.note
        told = self.marker.told(target)

        def keep(note: str | None) -> None:
            said("The note is as it was" if note is None else self.marker.annotate(target, note, before))

        self.app.push_screen(NoteScreen("Note", told, before), keep)

    def action_undo(self) -> None:
        """Undo the last mark."""
        self.heed(self.marker.undo())

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.heed(self.marker.redo())

    # What is not reviewed yet

    def action_seek_unreviewed(self, step: int) -> None:
        """Go to the next or previous quotation that hasn't been decided on."""
        reading, spread = self.reading, self.spread
        if not self._quoting_at_hand():
            self.say(COMPARING)
            return
        self.show_marks()
        self.forget_level()
        before = reading.quote
        wrapped = reading.seek_unreviewed(step, spread.top, spread.top + spread.page)
        if wrapped is None or reading.quote is None:
            self.say(self._all_reviewed())
            return
        self._note = (FROM_TOP if step > 0 else FROM_END) if wrapped else ""
        if reading.quote is before:
            self._note = "The only one not reviewed"
        self.show_quote(reading.quote)

    def _all_reviewed(self) -> str:
        reading = self.reading
        stops = () if reading.quoting is None else reading.quoting.stops
        if not stops:
            return "Nobody is quoted"
        left = [stop for stop in stops if not reading.marks.is_decided(stop)]
        if left:
            here, there = LETTERS[reading.side], LETTERS[reading.side.other]
            return f"All quotations of {here} are reviewed; tab goes to {there}, where {len(left):,} are not"
        verify = reading.marks.tally.queried
        later = f"; {verify:,} to verify, i and → show only these" if verify else ""
        return f"All {plural(len(stops), 'quotation')} are reviewed{later}"

    def progress_told(self) -> tuple[str, ...]:
        """How far the review is, in full and shorter; before anything is decided what there is to review."""
        if self.reading.quoting is None:
            return ()
        tally = self.reading.marks.tally
        if not (tally.reviewed or tally.unsure):
            return (self.quotations_told(),)
        return progress_told(tally)

    def saving_told(self) -> list[str]:
        """What the masthead says while nothing can be kept."""
        return [NOT_SAVED] if self.desk.trouble else []

    # The index, and what is copied

    def action_quotations(self) -> None:
        """Show the index of all quotations."""
        if not self._quoting_at_hand():
            self.say(COMPARING)
            return
        # Only here: the start needn't wait for it.
        from tui.app.screens.quotations import QuotationsScreen

        self.show_marks()
        self._index = QuotationsScreen(self.reading, self._explain_signs, self)
        self.app.push_screen(self._index, self._leave_index)

    def _leave_index(self, stop: QuoteStop | None) -> None:
        self._index = None
        self._go_to_chosen(stop)
        self.tell()

    def copied_quotation(self, stop: QuoteStop) -> str:
        """A quotation as text, with what was decided on it and the note."""
        from tui.app.quotetelling import quotation_copied

        reading = self.reading
        text = quotation_copied(reading.collation, reading.find_quoting(), stop)
        return "\n\n".join([text, *copied_mark(reading.marks.on_quote(stop))])

    async def action_copy_current(self) -> None:
        """Copy the current quotation with its verdict, unless words are selected, or whatever else is current."""
        reading = self.reading
        selected = any(painter.selected is not None for painter in reading.painters.values())
        if reading.quote is None or reading.quoting is None or selected:
            await self.run_action("copy")
            return
        self.app.copy_to_clipboard(self.copied_quotation(reading.quote))
        self.say(COPIED)
