"""What a reporter does with marks: decide, write a note, clear, undo. Each says in a sentence what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.marking import PageMarks, is_unsure
from tui.app.marktelling import decided_told, target_told, undone_told

if TYPE_CHECKING:
    from tui.app.desk import Desk
    from tui.app.marking import Target
    from tui.app.reading import Reading
    from tui.collation import Collation
    from tui.review.model import Decision, Located

_NO_MARK = "There is no mark on"


class Marker:
    """Marks what is being read, and keeps the page's signs up to date."""

    def __init__(self, desk: Desk, reading: Reading) -> None:
        self.desk = desk
        self.reading = reading
        self._known: tuple[int, int, int] | None = None

    @property
    def collation(self) -> Collation:
        """What is being read."""
        return self.reading.collation

    def bring_up_to_date(self) -> bool:
        """Show the marks there are now; says whether anything is new."""
        reading = self.reading
        known = (self.desk.version, id(reading.collation), id(reading.quoting))
        if known == self._known:
            return False
        self._known = known
        if not self.desk.located and not reading.marks.has_any:
            self._keep_progress()
            return False
        reading.marks = PageMarks(self.desk.located, reading.quoting)
        self._keep_progress()
        return True

    def _keep_progress(self) -> None:
        """Keep how far the review is, as soon as the quotations are compared."""
        if self.reading.quoting is not None:
            stops, marks = self.reading.quoting.stops, self.reading.marks
            self.desk.keep_progress(len(stops), filter(None, map(marks.decision, stops)))

    def located(self, target: Target) -> Located | None:
        """The mark on something, or None."""
        return self.desk.review.find(target.subject, target.left, target.right) if self.desk.is_open else None

    def told(self, target: Target) -> str:
        """What a mark is on, in a message."""
        return target_told(self.collation, target)

    def decide(self, target: Target, decision: Decision) -> str:
        """Decide on something."""
        review, found = self.desk.review, self.located(target)
        unsure = found is not None and is_unsure(found)
        same = found is not None and found.mark.decision is decision
        if found is not None and unsure:
            review.confirm(found)
        if not same:
            review.decide(target.subject, target.left, target.right, decision)
        self.desk.touched()
        said = decided_told(decision, self.told(target), again=same and not unsure)
        return f"Confirmed. {said}" if same and unsure else said

    def confirm(self, target: Target) -> str:
        """Say that a mark found again on other words, or elsewhere, belongs there."""
        found = self.located(target)
        if found is None:
            return f"{_NO_MARK} {self.told(target)}"
        if not is_unsure(found):
            return f"Nothing is to be confirmed on {self.told(target)}"
        self.desk.review.confirm(found)
        self.desk.touched()
        return f"Confirmed: {self.told(target)}"

    def clear(self, target: Target) -> str:
        """Take the decision back; where there is but a note, the note."""
        found = self.located(target)
        told = self.told(target)
        if found is None:
            return f"{_NO_MARK} {told}"
        self.desk.touched()
        if found.mark.decision is None:
            self.desk.review.clear(found)
            return f"Note deleted, z brings it back: {told}"
        self.desk.review.decide(target.subject, target.left, target.right, None)
        return f"Cleared, the note stays: {told}" if found.mark.note else f"Cleared: {told}"

    def annotate(self, target: Target, note: str, before: str) -> str:
        """Keep a note.

        Args:
            target: What it is on.
            note: The note; empty to delete it.
            before: The note as it was when the reporter began to write.
        """
        told = self.told(target)
        if note == before:
            return f"The note is as it was: {told}" if note else f"No note on {told}"
        self.desk.review.annotate(target.subject, target.left, target.right, note, before)
        self.desk.touched()
        return f"Note kept: {told}" if note.strip() else f"Note deleted, z brings it back: {told}"

    def undo(self) -> str:
        """Undo the last thing done here."""
        change = self.desk.review.undo()
        self.desk.touched()
        return "There is nothing to undo" if change is None else undone_told(change, redone=False)

    def redo(self) -> str:
        """Do again what was undone."""
        change = self.desk.review.redo()
        self.desk.touched()
        return "There is nothing to do again" if change is None else undone_told(change, redone=True)
