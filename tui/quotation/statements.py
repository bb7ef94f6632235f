"""Whether quotations of one article are one statement or several."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui.quotation.judging.credit import same_speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article
    from tui.quotation.model import Quotation

APART = 40
"""So many words of the reporter's between two quotations part two statements; fewer are an attribution."""


def are_apart(parts: Sequence[Quotation], article: Article, every: Sequence[Quotation]) -> bool:
    """Whether quotations of one article are separate statements: far apart, or by different speakers."""
    for one, other in pairwise(parts):
        if not same_speaker(one.attribution, other.attribution, (article,)):
            return True
        if len(article.text[one.segments[-1][1] : other.segments[0][0]].split()) > APART:
            return True
        if any(article.paragraphs[at].counts for at in range(one.paragraphs[-1] + 1, other.paragraphs[0])):
            return True
        if other.number - one.number > 1 and not all(
            found.duplicate_of is not None for found in every[one.number + 1 : other.number]
        ):
            return True
    return False
