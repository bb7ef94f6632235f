"""Words become an article: paragraphs with their roles, stray matter, and what the article says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article.clean import clean
from tui.article.duplicates import find_duplicates
from tui.article.facts import find_byline, find_published, find_site, find_title
from tui.article.formats.model import Extracted
from tui.article.model import Article, Paragraph, Role
from tui.article.noise import Noise, find_noise
from tui.article.paragraphs import split_paragraphs
from tui.article.roles import assign_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article.model import Range

_NOTHING_TOLD = Extracted(())
_GAP = "\n\n"
_BLANK_LINES = re.compile(r"\s*\n\s*")


def assemble_text(text: str, *, source: str, encoding: str, sha256: str) -> Article:
    """The article in a clean text, whose paragraphs are found in it."""
    ranges = split_paragraphs(text)
    return _assemble(text, ranges, [None] * len(ranges), source=source, encoding=encoding, sha256=sha256)


def assemble_parts(extracted: Extracted, *, source: str, sha256: str) -> Article:
    """The article in a document whose paragraphs are known; what the document says goes before what is found."""
    shown = [(_cleaned(part.text), part.role) for part in extracted.paragraphs]
    parts = [(words, role) for words, role in shown if words]
    ranges: list[Range] = []
    start = 0
    for words, _ in parts:
        ranges.append((start, start + len(words)))
        start += len(words) + len(_GAP)
    text = _GAP.join(words for words, _ in parts)
    given = [role for _, role in parts]
    return _assemble(text, ranges, given, source=source, encoding=extracted.encoding, sha256=sha256, told=extracted)


def _cleaned(words: str) -> str:
    return _BLANK_LINES.sub("\n", clean(words)).strip()


def _assemble(
    text: str,
    ranges: Sequence[Range],
    given: Sequence[Role | None],
    *,
    source: str,
    encoding: str,
    sha256: str,
    told: Extracted = _NOTHING_TOLD,
) -> Article:
    shown = [text[start:end] for start, end in ranges]
    duplicate_of = find_duplicates(text, ranges)
    roles = assign_roles(shown, duplicate_of, given)
    noise = [_noise_of(text, part, role) for part, role in zip(ranges, roles, strict=True)]
    return Article(
        source=source,
        text=text,
        paragraphs=tuple(
            Paragraph(start, end, role, original)
            for (start, end), role, original in zip(ranges, roles, duplicate_of, strict=True)
        ),
        noise=tuple(found for paragraph in noise for found in paragraph.ranges),
        media_type=told.media_type,
        encoding=encoding,
        sha256=sha256,
        title=_told(told.title) or find_title(shown, roles),
        byline=_told(told.byline) or find_byline(shown, roles),
        published=told.published or find_published(shown, roles, [paragraph.published for paragraph in noise[:4]]),
        site=_told(told.site) or find_site(shown, roles),
        guessed=told.guessed,
    )


def _told(words: str | None) -> str | None:
    """A fact that a document tells of itself, on one line; it is as little to be trusted as the rest."""
    return " ".join(clean(words).split()) or None if words else None


def _noise_of(text: str, part: Range, role: Role) -> Noise:
    return find_noise(text, *part) if role in {Role.BODY, Role.SUMMARY, Role.CAPTION} else Noise()
