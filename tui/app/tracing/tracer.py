"""Traces the statements of many articles in a thread, as reporters have corrected them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.aside import Aside
from tui.app.tracing.ordering import Statement
from tui.app.tracing.table import widest_cell
from tui.quotation import trace_quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article
    from tui.quotation import Cluster


@dataclass(frozen=True, slots=True)
class Traced:
    """What became of every statement in every article.

    Attributes:
        articles: The articles as they were given.
        statements: Their statements; a cell's index is that of its article here.
        widest: Cells of the longest signs and words that tell of any cell.
    """

    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    widest: int

    @property
    def clusters(self) -> list[Cluster]:
        """The statements as they were traced."""
        return [statement.cluster for statement in self.statements]


class Tracer:
    """Holds what was traced last. What the thread finds is there at once."""

    def __init__(self, db: str | None = None) -> None:
        """Make room.

        Args:
            db: The file in which marks are kept, or None for the usual one.
        """
        self.found: Traced | None = None
        self.fault: Exception | None = None
        self._db = None if db is None else Path(db)
        self._asked: tuple[Article, ...] | None = None
        self._corrected: tuple[Article, ...] = ()
        self._done = (0, 0)
        self._aside = Aside(self._broke)

    def ask(self, articles: Sequence[Article]) -> None:
        """Trace these, unless that is done or being done; what is being traced otherwise is left."""
        if self._asked is not None and _are_same(self._asked, articles):
            return
        self._asked = wanted = tuple(articles)
        self._done = 0, 0
        self._aside.do(lambda: self._trace(wanted))

    def doubt(self) -> None:
        """Marks may have been made: what is asked for next is traced anew where they set anything right."""
        if not self.is_busy:
            self._asked = None

    def stop(self) -> None:
        """Leave what is being traced; what was traced before stays."""
        if self.is_busy:
            self._asked = None if self.found is None else self.found.articles

    @property
    def is_busy(self) -> bool:
        """Whether something is being traced."""
        return self._asked is not None and (self.found is None or self.found.articles is not self._asked)

    def progress(self) -> str:
        """How far the thread is; empty when everything is done."""
        done, total = self._done
        return f"traced {100 * done // total} %" if self.is_busy and total else ""

    # In the thread

    def _trace(self, articles: tuple[Article, ...]) -> None:
        def is_unwanted() -> bool:
            return self._asked is not articles

        readings = []
        for article in articles:
            if is_unwanted():
                return
            readings.append(self._as_corrected(article))
        corrected = tuple(readings)
        if self.found is not None and _are_same(self.found.articles, articles) and corrected == self._corrected:
            found = replace(self.found, articles=articles)
        else:
            clusters = trace_quotations(corrected, progress=self._went_on, cancelled=is_unwanted)
            found = Traced(articles, tuple(map(Statement.of, clusters)), widest_cell(clusters))
        if not is_unwanted():
            self.found, self._corrected = found, corrected

    def _as_corrected(self, article: Article) -> Article:
        """An article as its reporter set it right. Trouble with the marks is told where marks are made."""
        # Only here: the library needn't wait for what reads marks.
        from tui.review import corrected, load_corrections

        marks, _ = load_corrections(article, self._db)
        return corrected(article, marks, left=True) if marks else article

    def _went_on(self, done: int, total: int) -> None:
        self._done = done, total

    def _broke(self, error: Exception) -> None:
        self.fault = error


def _are_same(one: Sequence[Article], other: Sequence[Article]) -> bool:
    return len(one) == len(other) and all(here is there for here, there in zip(one, other, strict=True))
