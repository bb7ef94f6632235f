"""The marks of one pair of articles: made, found again, taken back, and kept as they are made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.review.anchors import anchor_of
from tui.review.contradicting import contradicts, is_same
from tui.review.finding import mark_on
from tui.review.keeping import Keeper, key_of
from tui.review.locating import locate_marks
from tui.review.merging import Edit, chosen_note, emptied, grown_past, moment
from tui.review.model import Found, Located, Mark, MarkKind
from tui.review.progress import Progress
from tui.review.recognising import mark_id, sighting_of
from tui.review.whereabouts import usual_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tui.article import Article, Range
    from tui.review.keeping import Key
    from tui.review.model import Anchor, Decision, Place, Subject


@dataclass(frozen=True, slots=True)
class Change:
    """What was undone or done again.

    Attributes:
        before: The mark as it was before that; None where there was none.
        after: The mark as it is now; None where there is none any more.
        what: What a reporter had done: "decided", "noted", "corrected", "confirmed" or "cleared".
    """

    before: Mark | None
    after: Mark | None
    what: str


_Deed = tuple[str, tuple[Edit, ...]]
"""What a reporter did at one stroke, and the changes of marks in it as they were wished: what another window did at the
same time is no part of them. The last is the one to tell of."""


class Review:
    """The marks of one pair of articles, kept as they are made, found again in the articles as they are now.

    Attributes:
        left: The left article, as given.
        right: The right article, as given.
    """

    def __init__(self, left: Article, right: Article, keeper: Keeper) -> None:
        """Use `open`."""
        self.left = left
        self.right = right
        self._keeper = keeper
        self._shown: dict[Key, Located] = {}
        self._located: tuple[Located, ...] | None = None
        self._done: list[_Deed] = []
        self._undone: list[_Deed] = []
        self._sync()

    @classmethod
    def open(cls, left: Article, right: Article, path: Path | None = None, *, create: bool = True) -> Review:
        """The review of two articles; it never raises, see `trouble`.

        Args:
            left: The left article.
            right: The right article.
            path: The file of marks; the usual one where None.
            create: Whether anything may be written. The file is made with the first mark, not before.
        """
        keeper = Keeper(path or usual_path(), sighting_of(left), sighting_of(right), create=create)
        return cls(left, right, keeper)

    @property
    def trouble(self) -> str:
        """Why nothing is saved, in one sentence; empty where all is well. Marks are kept in memory meanwhile."""
        return self._keeper.trouble

    @property
    def said(self) -> str:
        """What happened to the file of marks that a person must know, in one sentence; empty where nothing did."""
        return self._keeper.said

    @property
    def place(self) -> Place | None:
        """Where the reporter left this pair, as the sides stand now."""
        return self._keeper.place

    @property
    def located(self) -> tuple[Located, ...]:
        """All marks that weren't taken back and where their words are, in the order of the words; orphans last."""
        if self._located is None:
            self._located = tuple(sorted(self._shown.values(), key=_order))
        return self._located

    @property
    def orphans(self) -> tuple[Located, ...]:
        """The marks whose words stand no more."""
        return tuple(located for located in self.located if located.found is Found.ORPHANED)

    @property
    def unsure(self) -> tuple[Located, ...]:
        """The marks that a person is to confirm."""
        return tuple(located for located in self.located if located.found is Found.CHANGED)

    def find(self, subject: Subject, left: Sequence[Range], right: Sequence[Range]) -> Located | None:
        """The decision or note on words, or None; see `mark_on`."""
        return mark_on(self.located, subject, left, right)

    def decide(
        self, subject: Subject, left: Sequence[Range], right: Sequence[Range], decision: Decision | None
    ) -> Located | None:
        """Decide on words, or take the decision on them back.

        Args:
            subject: What the words are.
            left: The left words; none where it is only about the right.
            right: The right words.
            decision: What is decided; None takes it back, and a mark without a note is then cleared.

        Returns:
            The mark as it stands now, or None where there is none.
        """
        found = self.find(subject, left, right)
        if found is None and decision is None:
            return None
        if found is not None and found.mark.decision is decision and found.found is Found.EXACTLY:
            return found
        return self._review("decided", found, subject, left, right, decision, "" if found is None else found.mark.note)

    def annotate(
        self, subject: Subject, left: Sequence[Range], right: Sequence[Range], note: str, before: str = ""
    ) -> Located | None:
        """Write the note on words.

        Args:
            subject: What the words are.
            left: The left words; none where it is only about the right.
            right: The right words.
            note: The note; empty takes it away, and a mark without a decision is then cleared.
            before: The note as the reporter saw it when beginning to write. What another window wrote since is kept.

        Returns:
            The mark as it stands now, or None where there is none.
        """
        found = self.find(subject, left, right)
        standing = "" if found is None else found.mark.note
        wanted = chosen_note(before.strip(), _whole(note).strip(), standing)
        if wanted == standing and (found is None or found.found is Found.EXACTLY):
            return found
        return self._review(
            "noted", found, subject, left, right, None if found is None else found.mark.decision, wanted
        )

    def correct(
        self, kind: MarkKind, subject: Subject, left: Sequence[Range], right: Sequence[Range], value: str = ""
    ) -> Located:
        """Correct what was read; an earlier correction of the same words that says otherwise is taken back.

        Args:
            kind: What is corrected; every kind but REVIEW.
            subject: What the words are.
            left: The left words. A correction of one article has words on one side only; the left ones count.
            right: The right words.
            value: The speaker's name or the role's value.
        """
        if kind.is_of_article and left:
            right = ()
        same = next(
            (found for found in self.located if found.mark.kind is kind and is_same(found, subject, left, right)), None
        )
        said = _whole(value)
        if same is not None and (same.mark.value, same.left, same.right) == (said, tuple(left), tuple(right)):
            return same
        edits = [
            self._cleared(found.mark)
            for found in self.located
            if found is not same and contradicts(found, kind, subject, left, right)
        ]
        mark = self._mark(kind, subject, left, right) if same is None else same.mark
        wished = self._wish(mark, left, right, value=said, cleared=False)
        self._do("corrected", (*edits, wished))
        return self._shown[key_of(wished.after)]

    def confirm(self, located: Located) -> Located:
        """Hang a mark on the words where they are now; a side on which they are gone is no part of it any more."""
        standing = self._keeper.marks.get(key_of(located.mark), located.mark)
        if not located.left and not located.right:
            return located
        wished = self._wish(standing, located.left, located.right)
        self._do("confirmed", (wished,))
        return self._shown.get(key_of(wished.after), located)

    def clear(self, located: Located) -> None:
        """Take a mark back."""
        standing = self._keeper.marks.get(key_of(located.mark))
        if standing is not None and not standing.cleared:
            self._do("cleared", (self._cleared(standing),))

    def undo(self) -> Change | None:
        """Take back what was done last; what another window did to the mark since stays."""
        return self._back(self._done, self._undone)

    def redo(self) -> Change | None:
        """Do again what was undone last; None where nothing was undone."""
        return self._back(self._undone, self._done)

    def refresh(self) -> bool:
        """Take in what other windows wrote and write what couldn't be; cheap enough for every second.

        Returns:
            Whether `located` is another now.
        """
        self._keeper.refresh()
        return self._sync()

    def turn(self) -> None:
        """Exchange the sides."""
        self.left, self.right = self.right, self.left
        self._keeper.turn()
        self._shown = {key_of(located.mark): located for located in map(Located.mirrored, self._shown.values())}
        self._located = None
        for deeds in (self._done, self._undone):
            deeds[:] = [(what, tuple(edit.mirrored() for edit in edits)) for what, edits in deeds]

    def renew(self, left: Article, right: Article) -> None:
        """The articles were read again: find every mark in them as they are now."""
        self.left, self.right = left, right
        self._keeper.renew(sighting_of(left), sighting_of(right))
        self._shown = {}
        self._sync()

    def keep_place(self, place: Place) -> None:
        """Keep where the reporter is, as the sides stand now."""
        self._keeper.keep_place(place)

    def keep_progress(self, quotations: int, decisions: Iterable[Decision]) -> None:
        """Keep how far the review is, for the list of recent pairs.

        Args:
            quotations: How many quotations there are to review.
            decisions: The decisions that hold for one of them.
        """
        self._keeper.keep_progress(Progress.counted(quotations, decisions, self.located))

    def close(self) -> None:
        """Write what still waits, and let the file go."""
        self._keeper.close()

    def _review(
        self,
        what: str,
        found: Located | None,
        subject: Subject,
        left: Sequence[Range],
        right: Sequence[Range],
        decision: Decision | None,
        note: str,
    ) -> Located | None:
        """Decide or annotate; a mark that was found by likeness then hangs on the words as they are now."""
        mark = self._mark(MarkKind.REVIEW, subject, left, right) if found is None else found.mark
        cleared = decision is None and not note
        if cleared:
            wished = self._cleared(mark)
        elif found is None or found.found is Found.CHANGED:
            wished = self._wish(mark, left, right, decision=decision, note=note, cleared=False)
        else:
            wished = self._wish(mark, decision=decision, note=note, cleared=False)
        self._do(what, (wished,))
        return self._shown.get(key_of(wished.after))

    def _mark(self, kind: MarkKind, subject: Subject, left: Sequence[Range], right: Sequence[Range]) -> Mark:
        """The mark that these words had before, perhaps taken back; or a new one, which never changed yet."""
        ours, theirs = _anchors(self.left, left), _anchors(self.right, right)
        sides = [(self.left, ours), (self.right, theirs)]
        if kind.is_of_article:
            sides = [side for side in sides if side[1]]
        made = Mark(mark_id(kind, subject, sides), kind, subject, ours, theirs)
        return self._keeper.marks.get(key_of(made)) or self._taken_back(made) or made

    def _taken_back(self, made: Mark) -> Mark | None:
        """The mark that was on these words before the texts were edited and was taken back, or None."""
        like = [mark for mark in self._keeper.marks.values() if mark.cleared and _wording(mark) == _wording(made)]
        if not like:
            return None
        (wanted,) = locate_marks([made], self.left, self.right)
        found = locate_marks(like, self.left, self.right)
        return next((one.mark for one in found if (one.left, one.right) == (wanted.left, wanted.right)), None)

    def _wish(
        self,
        mark: Mark,
        left: Sequence[Range] | None = None,
        right: Sequence[Range] | None = None,
        **said: object,
    ) -> Edit:
        """The edit from a mark to its next version, on these words where they are given."""
        words: dict[str, object] = {}
        if left is not None and right is not None:
            words = {"left": _anchors(self.left, left), "right": _anchors(self.right, right)}
        return _next(mark, replace(mark, **words, **said))  # type: ignore[arg-type]

    def _cleared(self, mark: Mark) -> Edit:
        return _next(mark, emptied(mark))

    def _do(self, what: str, edits: tuple[Edit, ...]) -> None:
        self._keep(edits)
        self._done.append((what, edits))
        self._undone.clear()

    def _back(self, deeds: list[_Deed], others: list[_Deed]) -> Change | None:
        if not deeds:
            return None
        what, edits = deeds.pop()
        back = tuple(_next(edit.after, _content(edit), yielding=True) for edit in reversed(edits))
        key = key_of(edits[-1].after)
        before = self._keeper.marks.get(key)
        self._keep(back)
        others.append((what, back[::-1]))
        return Change(_alive(before), _alive(self._keeper.marks.get(key)), what)

    def _keep(self, edits: Sequence[Edit]) -> None:
        self._keeper.keep(edits)
        self._sync()

    def _sync(self) -> bool:
        """Find the words of every mark that is another now; where only what it says changed, they are known."""
        shown, lost = {}, []
        for key, mark in self._keeper.marks.items():
            known = self._shown.get(key)
            if mark.cleared:
                continue
            if known is None or (known.mark.left, known.mark.right) != (mark.left, mark.right):
                lost.append(mark)
            else:
                shown[key] = known if known.mark is mark else replace(known, mark=mark)
        for located in locate_marks(lost, self.left, self.right):
            shown[key_of(located.mark)] = located
        if shown == self._shown:
            return False
        self._shown = shown
        self._located = None
        return True


def _next(before: Mark, after: Mark, *, yielding: bool = False) -> Edit:
    """The edit to a version that says `after`; a mark that was never kept had none before."""
    changed = moment(after=before.changed)
    past = grown_past((before,), without=changed)
    grown = replace(after, made=before.made or changed, changed=changed, past=past)
    return Edit(grown, before if before.changed else None, yielding)


def _content(edit: Edit) -> Mark:
    return emptied(edit.after) if edit.before is None else edit.before


def _whole(text: str) -> str:
    """A text that can be kept: a terminal may send half a character."""
    return text.encode("utf-8", "replace").decode()


def _alive(mark: Mark | None) -> Mark | None:
    return None if mark is None or mark.cleared else mark


def _wording(mark: Mark) -> tuple[object, ...]:
    return mark.kind, mark.subject, [anchor.exact for anchor in mark.left], [anchor.exact for anchor in mark.right]


def _anchors(article: Article, ranges: Sequence[Range]) -> tuple[Anchor, ...]:
    return tuple(anchor_of(article.text, start, end) for start, end in ranges if start < end)


def _order(located: Located) -> tuple[bool, int, int, str, str]:
    mark = located.mark
    if located.found is Found.ORPHANED:
        return True, (mark.left or mark.right)[0].start, 0, mark.made, mark.id
    starts = located.left or located.right
    return False, starts[0][0], len(located.right), mark.made, mark.id
