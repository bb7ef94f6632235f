"""Articles made by hand, so that what is said of them can be checked against what was meant."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from tui.article import Article, Paragraph, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "\n\n"


def make_article(
    paragraphs: Sequence[str],
    roles: Sequence[Role] = (),
    *,
    source: str = "made.txt",
    title: str | None = None,
    published: str | None = None,
    site: str | None = None,
) -> Article:
    """An article of these paragraphs. Roles are given from the first on; the rest is body."""
    starts = accumulate((len(words) + len(GAP) for words in paragraphs), initial=0)
    padded = [*roles, *[Role.BODY] * (len(paragraphs) - len(roles))]
    return Article(
        source=source,
        text=GAP.join(paragraphs),
        paragraphs=tuple(
            Paragraph(start, start + len(words), role)
            for start, words, role in zip(starts, paragraphs, padded, strict=False)
        ),
        title=title,
        published=published,
        site=site,
        sha256="ab" * 32,
    )
