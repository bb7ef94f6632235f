"""What an article is, once it has been read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Range = tuple[int, int]
"""Code points into an article's text, half-open: `text[start:end]`."""


class Role(StrEnum):
    """The part a paragraph plays in its article."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUMMARY = "summary"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: where it stands in the article's text, and its part.

    Attributes:
        start: First code point; never white space.
        end: One past the last code point; `text[end - 1]` is never white space.
        role: The part it plays.
        duplicate_of: Index of the earlier paragraph of the same article that it repeats, or None.
    """

    start: int
    end: int
    role: Role = Role.BODY
    duplicate_of: int | None = None

    @property
    def counts(self) -> bool:
        """Whether it takes part in the figures: no boilerplate, and not there for the second time."""
        return self.role is not Role.BOILERPLATE and self.duplicate_of is None

    @property
    def quiet(self) -> bool:
        """Whether it stands aside from the story: a caption, or what doesn't count."""
        return self.role is Role.CAPTION or not self.counts


class CorrectionKind(StrEnum):
    """What a reporter corrected of an article's quotations.

    SPEAKER: `value` said these words. QUOTED: these words are one quotation. PLAIN: these words are none.
    """

    SPEAKER = "speaker"
    QUOTED = "quoted"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Correction:
    """A reporter's word on how an article is to be read; it goes before what the program finds.

    Attributes:
        kind: What is corrected.
        words: The words concerned, without marks, a part for every segment.
        value: SPEAKER: the name; else empty.
    """

    kind: CorrectionKind
    words: tuple[Range, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    r"""An article as held: harmless text, its paragraphs and what is known of where it came from.

    Attributes:
        source: Where it was read from, as the reporter gave it.
        text: The decoded text with controls and bidi overrides removed and every line end as "\n".
        paragraphs: In reading order; they don't overlap.
        noise: Stray matter inside paragraphs (a scraped date, a run of related headlines), in order.
        media_type: "text/plain", "text/html", ...
        encoding: The encoding it was decoded with.
        sha256: Hexadecimal digest of the bytes read.
        title: The headline, or None where the article has none.
        byline: Who wrote it, or None.
        published: The date as ISO 8601, as far as known, or None.
        site: The name or host of the outlet, or None.
        corrections: What a reporter corrected of its quotations, the latest last.
        guessed: Which of "title", "byline", "published" and "site" were detected, not told by the document.
    """

    source: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    noise: tuple[Range, ...] = ()
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    sha256: str = ""
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    corrections: tuple[Correction, ...] = ()
    guessed: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        # What was worked out of an article is kept by it; hashing every paragraph would cost more than the looking up.
        return hash((self.source, self.text))

    def words_of(self, paragraph: int) -> str:
        """The text of the paragraph with this index, as held."""
        found = self.paragraphs[paragraph]
        return self.text[found.start : found.end]
