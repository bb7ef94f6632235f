"""What an article says about itself: its title, who wrote it, when and where it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.bylines import byline_names, names_in_byline_block
from tui.article.dates import find_date, says_when_updated
from tui.article.model import Role
from tui.article.phrases import SITES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find_title(paragraphs: Sequence[str], roles: Sequence[Role]) -> str | None:
    """The headline on one line, or None."""
    return next((" ".join(text.split()) for text in _with_role(paragraphs, roles, Role.HEADLINE)), None)


def find_byline(paragraphs: Sequence[str], roles: Sequence[Role]) -> str | None:
    """The names in the first byline, or None."""
    return next(
        (
            byline_names(text) or names_in_byline_block(text) or text
            for text in _with_role(paragraphs, roles, Role.BYLINE)
        ),
        None,
    )


def find_published(paragraphs: Sequence[str], roles: Sequence[Role], scraped: Sequence[str | None]) -> str | None:
    """The date of publication from a dateline or byline, else a scraped one, as ISO 8601; None where unsure.

    A date that says when the article was updated counts only where there is no other.
    """
    lines = [
        *_with_role(paragraphs, roles, Role.DATELINE),
        *_with_role(paragraphs, roles, Role.BYLINE),
    ]
    lines.sort(key=lambda line: says_when_updated(line) and not line.casefold().startswith("publi"))
    dates = [found for line in lines if (found := find_date(line)) is not None]
    return next((found for found in (*dates, *scraped) if found is not None), None)


def find_site(paragraphs: Sequence[str], roles: Sequence[Role]) -> str | None:
    """The outlet, where a line such as "Read more at Example.com" names it."""
    for text in _with_role(paragraphs, roles, Role.BOILERPLATE):
        for site in SITES:
            found = site.fullmatch(text)
            if found:
                return str(found[1])
    return None


def _with_role(paragraphs: Sequence[str], roles: Sequence[Role], role: Role) -> Iterator[str]:
    return (text for text, played in zip(paragraphs, roles, strict=True) if played is role)
