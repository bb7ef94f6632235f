"""The pair on the desk: both articles as they were given, and what the reporter has said of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.review.model import MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Article
    from tui.collation import Tie
    from tui.review.model import Decision, Located
    from tui.review.review import Review

Pair = tuple["Article", "Article"]


class Desk:
    """Holds the marks of a pair and applies the reporter's corrections to it.

    The store is opened when it is first needed. `version` grows with whatever changes what is marked.
    """

    def __init__(self, left: Article, right: Article, db: str | None = None) -> None:
        self.given: Pair = (left, right)
        self.version = 0
        self._db = None if db is None else Path(db).expanduser()
        self._review: Review | None = None
        self._told: set[str] = set()

    @property
    def is_open(self) -> bool:
        """Whether the marks are known."""
        return self._review is not None

    @property
    def review(self) -> Review:
        """The marks; they are looked up, and their store is made, where that hasn't been done."""
        if self._review is None:
            # Only here: the first frame needn't wait for it where nothing is kept yet.
            from tui.review.review import Review

            self._review = Review.open(*self.given, self._db)
            self.version += 1
        return self._review

    def open_if_kept(self) -> bool:
        """Look the marks up if there is a store at all; says whether they are known now."""
        return self.is_open or (self._place().exists() and self.review is not None)

    def _place(self) -> Path:
        if self._db is not None:
            return self._db
        from tui.review.whereabouts import usual_path

        return usual_path()

    @property
    def located(self) -> tuple[Located, ...]:
        """All marks with where their words are now; none before the store is opened."""
        return () if self._review is None else self._review.located

    @property
    def trouble(self) -> str:
        """Why nothing is saved; empty when all is well."""
        return "" if self._review is None else self._review.trouble

    def news(self) -> str:
        """What a person must know of the store and hasn't been told: each sentence once."""
        if self._review is None:
            return ""
        told = [one for one in (self._review.said, self._review.trouble) if one and one not in self._told]
        self._told.update(told)
        return " ".join(told)

    # Corrections

    @property
    def corrections(self) -> frozenset[tuple[str, str, str]]:
        """What the comparison depends on: when this is another, the articles are to be compared anew."""
        return frozenset(
            (one.mark.id, one.mark.changed, one.found.value)
            for one in self.located
            if one.mark.kind is not MarkKind.REVIEW
        )

    def corrected(self) -> tuple[Article, Article, tuple[Tie, ...]]:
        """Both articles as the reporter wants them read, and which parts belong together or don't."""
        left, right = self.given
        if not self.corrections:
            return left, right, ()
        from tui.review.correcting import corrected, ties_of

        return (
            corrected(left, self.located, left=True),
            corrected(right, self.located, left=False),
            ties_of(self.located),
        )

    # What happens to the pair

    def turn(self) -> None:
        """The sides are exchanged."""
        self.given = self.given[1], self.given[0]
        if self._review is not None:
            self._review.turn()
        self.version += 1

    def renew(self, left: Article, right: Article) -> None:
        """The articles were read again."""
        self.given = left, right
        if self._review is not None:
            self._review.renew(left, right)
        self.version += 1

    def refresh(self) -> bool:
        """Look for marks made in another window; says whether there are any."""
        if self._review is None:
            return False
        trouble = self._review.trouble
        found = self._review.refresh()
        self.version += found
        return found or trouble != self._review.trouble

    def touched(self) -> None:
        """Something has been marked."""
        self.version += 1

    def keep_progress(self, quotations: int, decisions: Iterable[Decision]) -> None:
        """Keep how many quotations there are and which decisions hold for one, where the marks are known."""
        if self._review is not None:
            self._review.keep_progress(quotations, decisions)

    def close(self) -> None:
        """Let the store go."""
        if self._review is not None:
            self._review.close()
