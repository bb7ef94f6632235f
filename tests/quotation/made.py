"""Articles made of paragraphs, for tests that are about quotations and nothing else."""

from __future__ import annotations

from itertools import accumulate

from tui.article import Article, Paragraph, Role
from tui.quotation import find_quotations


def article_of(*paragraphs: str | tuple[Role, str], duplicates: dict[int, int] | None = None) -> Article:
    """An article of these paragraphs, all body unless given with a role."""
    pairs = [(Role.BODY, given) if isinstance(given, str) else given for given in paragraphs]
    starts = accumulate((len(words) + 2 for _, words in pairs), initial=0)
    return Article(
        source="made.txt",
        text="\n\n".join(words for _, words in pairs),
        paragraphs=tuple(
            Paragraph(start, start + len(words), role, (duplicates or {}).get(index))
            for index, (start, (role, words)) in enumerate(zip(starts, pairs, strict=False))
        ),
    )


def quoted(*paragraphs: str | tuple[Role, str]) -> list[str]:
    """What is found between marks, marks included, the segments of one quotation parted by " + "."""
    article = article_of(*paragraphs)
    return [
        " + ".join(article.text[start:end] for start, end in quotation.segments)
        for quotation in find_quotations(article)
    ]
