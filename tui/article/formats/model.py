"""What a document's reader hands over, before it becomes an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.article.model import Role


@dataclass(frozen=True, slots=True)
class Part:
    r"""One paragraph of a document.

    Attributes:
        text: Its words, as yet uncleaned; line breaks inside it as "\n".
        role: The part it plays where the document says so; None to find it out from its words and its place.
    """

    text: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document's paragraphs and what it says of itself.

    Attributes:
        paragraphs: In reading order; a headline that isn't among them may be put first.
        title: The headline, or None to find it among the paragraphs.
        byline: Who wrote it, or None to find it among the paragraphs.
        published: The date as ISO 8601, or None to find it among the paragraphs.
        site: The name or host of the outlet, or None to find it among the paragraphs.
        media_type: "text/html", "application/pdf", ...
        encoding: The encoding its words were decoded with.
        guessed: Which of "title", "byline", "published" and "site" were detected, not told by the document.
    """

    paragraphs: tuple[Part, ...]
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    guessed: frozenset[str] = frozenset()
