"""Every statement that several articles quote, traced across them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.quotation.find import find_quotations
from tui.quotation.model import QuotationKind
from tui.quotation.tracing.cells import Traced, clusters_of
from tui.quotation.tracing.grouping import group_variants

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.article import Article
    from tui.quotation.model import Cluster

_STATEMENTS = frozenset({QuotationKind.FULL, QuotationKind.PARTIAL})
_ROUNDS = 3
"""Every article is read, matched with the others, and looked through for statements that it doesn't quote."""


def trace_quotations(
    articles: Sequence[Article],
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Cluster, ...]:
    """Gather the quotations of all articles into statements, and say of each article what became of each.

    Scare quotes, titles, headlines and copies in captions are no statements of their own. The time grows with the
    words and with what the articles share, not with how many pairs of articles there are.

    Args:
        articles: As given; their order decides between variants of equal length.
        progress: Told from time to time how many steps of how many are done.
        cancelled: Asked as often whether the answer isn't wanted any more.

    Returns:
        By the place of the first variant in the first article that has one; nothing where it was cancelled.
    """
    steps = _Steps(_ROUNDS * len(articles), progress, cancelled)
    try:
        traced = []
        for article in articles:
            steps.take()
            traced.append(Traced.of(article, find_quotations(article), _STATEMENTS))
        groups = group_variants([one.quoted for one in traced], steps.take)
        clusters = clusters_of(groups, traced, steps.take)
    except _CancelledError:
        return ()
    steps.finish()
    return clusters


class _CancelledError(Exception):
    """The answer isn't wanted any more."""


@dataclass(slots=True)
class _Steps:
    """How far the trace is."""

    total: int
    progress: Callable[[int, int], None] | None
    cancelled: Callable[[], bool] | None
    done: int = 0

    def take(self) -> None:
        """Tell what is done before the next step.

        Raises:
            _CancelledError: The answer isn't wanted any more.
        """
        if self.cancelled is not None and self.cancelled():
            raise _CancelledError
        if self.progress is not None:
            self.progress(self.done, self.total)
        self.done += 1

    def finish(self) -> None:
        """Tell that all is done."""
        if self.progress is not None:
            self.progress(self.total, self.total)
