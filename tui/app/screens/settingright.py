"""The reader's key that sets right what was misread, and the list of all marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.marking import Target, current_target, quote_target
from tui.app.screens.reviewing import ReviewingScreen
from tui.article import Role
from tui.layout import Side
from tui.review.model import MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.correcting import Wish
    from tui.app.screens.asking import MarkRow
    from tui.article import Range
    from tui.review.model import Decision, Located

_PENDING = "The articles are still being compared"


class SettingRightScreen(ReviewingScreen, inherit_bindings=False):
    """What the reading screen does to follow a reporter's corrections, and the list of all marks."""

    def action_set_right(self) -> None:
        """Ask what is to be set right of what is current."""
        if self.reading.pending or (self.reading.quote is not None and self.reading.quoting is None):
            self.say(_PENDING)
            return
        # Only here: the start needn't wait for it.
        from tui.app.correcting import wishes_for
        from tui.app.screens.asking import CorrectingScreen, PickRow

        wishes = wishes_for(self.reading, self.paragraph())
        if not wishes:
            self.say("There is nothing here to set right")
            return
        target = current_target(self.reading, self.paragraph())
        title = "Set right" if target is None else f"Set right: {self.marker.told(target)}"
        rows = [PickRow(wish.label, wish.words, wish, wish.letter) for wish in wishes]
        self.app.push_screen(CorrectingScreen(title, rows), self._ask_further)

    def _ask_further(self, wish: object) -> None:
        """Ask what the wish still needs, or follow it at once."""
        from tui.app.correcting import Correcting, Wish

        if not isinstance(wish, Wish):
            return
        asking = {
            Correcting.SPEAKER: self._ask_speaker,
            Correcting.BOUNDS: self._ask_bounds,
            Correcting.ROLE: self._ask_role,
            Correcting.TOGETHER: self._ask_partner,
        }.get(wish.correcting)
        if asking is not None:
            asking(wish)
            return
        kind = MarkKind.APART if wish.correcting is Correcting.APART else MarkKind.PLAIN
        self._correct(kind, wish, said=wish.done)

    def _ask_speaker(self, wish: Wish) -> None:
        from tui.app.correcting import known_speakers, speaker_of
        from tui.app.screens.asking import SpeakerScreen

        quoting = self.reading.find_quoting()
        words = self.reading.article(wish.side).text[slice(*wish.words_on(wish.side)[0])]
        before = speaker_of(self.reading, wish)

        def keep(name: str | None) -> None:
            if name is None:
                self.say("The speaker is as it was")
            else:
                self._correct(MarkKind.SPEAKER, wish, name, said=f"{wish.done}: {name or 'nobody is named'}")

        self.app.push_screen(SpeakerScreen(words, before, known_speakers(quoting, wish.side)), keep)

    def _ask_bounds(self, wish: Wish) -> None:
        from tui.app.screens.asking import BoundsScreen

        article = self.reading.article(wish.side)
        words = wish.words_on(wish.side)
        before = words[0][0], words[-1][1]

        def keep(found: tuple[int, int] | None) -> None:
            if found is None:
                self.say("The quotation is as it was")
                return
            self._correct(MarkKind.QUOTED, wish.on(wish.side, (found,)), said=wish.done)

        self.app.push_screen(BoundsScreen(article.text, before, wish.limits), keep)

    def _ask_role(self, wish: Wish) -> None:
        from tui.app.correcting import ROLES, role_of
        from tui.app.screens.asking import PickRow, PickScreen

        rows = [PickRow(told, meaning, role.value) for role, (told, meaning) in ROLES.items()]

        def keep(value: object) -> None:
            if not isinstance(value, str):
                self.say("The paragraph is as it was")
                return
            self._correct(MarkKind.ROLE, wish, value, said=f"{wish.done}: {ROLES[Role(value)][0]}")

        picking = PickScreen("What is this paragraph?", rows, current=role_of(self.reading, wish))
        self.app.push_screen(picking, keep)

    def _ask_partner(self, wish: Wish) -> None:
        from tui.app.correcting import partners_for
        from tui.app.screens.asking import PickRow, PickScreen

        found = partners_for(self.reading, wish)
        rows = [PickRow(one.label, one.words, one.ranges) for one in found]
        what = "quotation" if wish.subject is Subject.QUOTATION else "paragraph"
        letter = "A" if wish.side is Side.RIGHT else "B"

        def keep(ranges: object) -> None:
            if not isinstance(ranges, tuple):
                self.say("Nothing was changed")
                return
            place = next(row.label for row in rows if row.key == ranges)
            self._correct(MarkKind.TOGETHER, wish.on(wish.side.other, ranges), said=f"{wish.done} {place}")

        self.app.push_screen(PickScreen(f"Together with which {what} of {letter}?", rows), keep)

    def _correct(self, kind: MarkKind, wish: Wish, value: str = "", *, said: str) -> None:
        """Keep a correction, and compare anew by it."""
        self.desk.review.correct(kind, wish.subject, wish.left, wish.right, value)
        self.desk.touched()
        self.heed(said)

    # All marks

    def action_marks(self) -> None:
        """List all marks."""
        if not self.desk.located:
            self.say("Nothing is marked yet: a accepts, f flags, v puts off, e writes a note")
            return
        from tui.app.screens.asking import MarksScreen, mark_rows

        def rows(said: str) -> Sequence[MarkRow]:
            self.desk.touched()
            self.heed(said)
            return mark_rows(self.desk.located, self.reading.collation)

        def confirm(located: Located) -> Sequence[MarkRow]:
            self.desk.review.confirm(located)
            return rows("Confirmed")

        def clear(located: Located) -> Sequence[MarkRow]:
            self.desk.review.clear(located)
            return rows("Mark taken back, z brings it back")

        def annotate(located: Located, note: str) -> Sequence[MarkRow]:
            mark = located.mark
            self.desk.review.annotate(mark.subject, located.left, located.right, note, mark.note)
            return rows("Note kept" if note.strip() else "Note deleted, z brings it back")

        def decide(located: Located, decision: Decision) -> Sequence[MarkRow]:
            lead = Side.LEFT if located.left else Side.RIGHT
            return rows(self.marker.decide(Target(located.mark.subject, located.left, located.right, lead), decision))

        def undo() -> tuple[str, Sequence[MarkRow]]:
            said = self.marker.undo()
            return said, rows(said)

        def redo() -> tuple[str, Sequence[MarkRow]]:
            said = self.marker.redo()
            return said, rows(said)

        listed = mark_rows(self.desk.located, self.reading.collation)
        dialog = MarksScreen(
            listed,
            on_confirm=confirm,
            on_clear=clear,
            on_note=annotate,
            on_undo=undo,
            on_redo=redo,
            on_decide=decide,
        )
        self.app.push_screen(dialog, self._go_to_mark)

    def _go_to_mark(self, located: Located | None) -> None:
        """Go to the words of a mark, where they are now."""
        if located is None:
            self.tell()
            return
        words: dict[Side, tuple[Range, ...]] = {Side.LEFT: located.left, Side.RIGHT: located.right}
        side = self.reading.side if words[self.reading.side] else self.reading.side.other
        if not words[side]:
            self.say("Its words stand in neither article any more")
            return
        quoting = self.reading.quoting
        if located.mark.subject is Subject.QUOTATION and quoting is not None:
            here = [stop for stop in quoting.stops if self.reading.marks.on_quote(stop) is not None]
            stop = next((one for one in here if self.reading.marks.find(quote_target(one)) is located), None)
            if stop is not None:
                self._go_to_chosen(stop)
                return
        self.go_to_words(side, words[side][0], difference=located.mark.subject is Subject.DIFFERENCE)
