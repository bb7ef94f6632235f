"""The pages of a PDF document become paragraphs with their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.formats.listing import gather_items
from tui.article.formats.model import Extracted, Part
from tui.article.formats.pdf.columns import reading_order
from tui.article.formats.pdf.furniture import without_furniture
from tui.article.formats.pdf.hyphens import Mender
from tui.article.formats.pdf.paragraphs import find_paragraphs, usual_size
from tui.article.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article.formats.pdf.model import Line, Page
    from tui.article.formats.pdf.paragraphs import Printed

_HEADLINE = 1.2  # times the usual size
_SUMMARY = 1.08
_CAPTION = 0.95
_LONGEST_HEADLINE, _LONGEST_SUMMARY, _LONGEST_CAPTION = 40, 60, 100  # words
_BACKGROUND = 0.6  # of the page; a picture as large lies behind the text


def settle(pages: Sequence[Page]) -> Extracted:
    """The paragraphs of a document's pages, in reading order; furniture comes last."""
    bare, furniture, site = without_furniture(pages)
    regions = [region for page in bare for region in reading_order(page.lines)]
    mender = Mender([line.text for region in regions for line in region])
    printed = find_paragraphs(regions)
    texts = [mender.join(line.text for line in paragraph.lines) for paragraph in printed]
    roles = _roles(printed, bare, usual_size(regions))
    parts = gather_items(Part(text, role) for text, role in zip(texts, roles, strict=True))
    parts.extend(Part(text, Role.BOILERPLATE) for text in furniture)
    guessed = frozenset({"site"}) if site else frozenset[str]()
    return Extracted(tuple(parts), site=site, media_type="application/pdf", guessed=guessed)


def _roles(printed: Sequence[Printed], pages: Sequence[Page], usual: float) -> list[Role | None]:
    roles: list[Role | None] = [_caption(paragraph, pages, usual) for paragraph in printed]
    headline = _headline(printed, usual)
    if headline is None:
        return roles
    roles[headline] = Role.HEADLINE
    below = headline + 1
    if below < len(printed) and roles[below] is None and _SUMMARY * usual <= printed[below].size:
        roles[below] = Role.SUMMARY if _words(printed[below]) <= _LONGEST_SUMMARY else None
    return roles


def _headline(printed: Sequence[Printed], usual: float) -> int | None:
    """The paragraph in the largest letters of the first page; a name over it in one or two words is none."""
    first = printed[0].lines[0].page if printed else 0
    large = [
        index
        for index, paragraph in enumerate(printed)
        if paragraph.lines[0].page == first
        and paragraph.size >= _HEADLINE * usual
        and _words(paragraph) <= _LONGEST_HEADLINE
        and len(paragraph.lines[0].text) > 1
    ]
    several = [index for index in large if _words(printed[index]) >= 3]
    return max(several or large, key=lambda index: (printed[index].size, -index), default=None)


def _words(paragraph: Printed) -> int:
    return sum(max(len(line.text.split()), _wide(line) // 2) for line in paragraph.lines)


def _wide(line: Line) -> int:
    return sum(char > "\u2e7f" for char in line.text)


def _caption(paragraph: Printed, pages: Sequence[Page], usual: float) -> Role | None:
    """Small letters right under or over a picture."""
    if paragraph.size > _CAPTION * usual or _words(paragraph) > _LONGEST_CAPTION:
        return None
    page = pages[paragraph.lines[0].page]
    near = 2 * usual
    for picture in page.pictures:
        if (picture.x1 - picture.x0) * (picture.bottom - picture.top) > _BACKGROUND * page.width * page.height:
            continue
        top, bottom = paragraph.lines[0].top, paragraph.lines[-1].bottom
        beside = min(paragraph.lines[0].x1, picture.x1) > max(paragraph.lines[0].x0, picture.x0)
        if beside and (-near / 2 <= top - picture.bottom <= near or -near / 2 <= picture.top - bottom <= near):
            return Role.CAPTION
    return None
