"""Which quotations of a check count, and which of them somebody has to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import Finding, QuotationKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotation import CheckedQuote, Quotation

_STATEMENTS = frozenset({QuotationKind.FULL, QuotationKind.PARTIAL})
_FAITHFUL = frozenset({Verdict.VERBATIM, Verdict.MARKED, Verdict.TRUNCATED})


def is_counted(quotation: Quotation) -> bool:
    """Whether it is somebody's statement: no term, title, words in a headline or copy in a caption."""
    return quotation.kind in _STATEMENTS and quotation.duplicate_of is None


def is_faithful(checked: CheckedQuote) -> bool:
    """Whether the source has these words from this speaker, what is left out or put in being marked or at an end."""
    return checked.verdict in _FAITHFUL and Finding.ATTRIBUTION not in checked.findings


def every_quotation_holds(quotations: Sequence[Quotation], checked: Sequence[CheckedQuote]) -> bool:
    """Whether nothing that counts needs attention.

    Args:
        quotations: Those of the article.
        checked: One result for each of them.
    """
    return all(is_faithful(one) for one in checked if is_counted(quotations[one.number]))
