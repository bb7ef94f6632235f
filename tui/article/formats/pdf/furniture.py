"""What is printed on every page and belongs to no article: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.article.bylines import byline_names
from tui.article.dates import is_dateline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article.formats.pdf.model import Line, Page

_MARGIN = 0.12  # of the height of a page, above and below, where furniture stands
_OUTERMOST = 4  # lines from the edge among which it is looked for
_SMALL = 0.9  # of the usual size of letters
_SHORT = 10  # words
_PARTED = 0.8  # times the size of letters; between lines of prose there is less
_AWAY = 1.5  # times the usual size of letters
_LEVEL = 4.0  # points that the same line may stand higher or lower on another page

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:(?:page|seite|pagina|página|pág\.?|p\.|s\.)\s*)?[-–—|\s]*\d{1,4}"
    r"(?:\s*(?:/|of|von|de|sur|di)\s*\d{1,4})?[-–—|\s]*(?:ページ)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://(?:www\.)?([^\s/:]{3,100})\S*(?:\s+\d+/\d+)?")
_STAMP = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}[:.]\d\d(?:\s?[AP]M)?\b.*", re.IGNORECASE)


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[str], str | None]:
    """The pages without furniture; each line of it once, but for page numbers; the host of an address in it."""
    repeated = _repeated(pages)
    usual = _usual_size(pages)
    kept: list[Page] = []
    shown: dict[str, str] = {}
    site: str | None = None
    for page in pages:
        outer = set(map(id, _outer_lines(page)))
        lines = []
        stamps = [line for line in page.lines if id(line) in outer and _is_stamp(line)]
        for line in page.lines:
            furniture = id(line) in outer and (
                _NUMBER.fullmatch(line.text) is not None
                or _key(line) in repeated
                or _beside_any(line, stamps)
                or _is_apart(line, page, usual)
            )
            if not furniture:
                lines.append(line)
                continue
            address = _ADDRESS.fullmatch(line.text)
            site = site or (address[1] if address else None)
            if not _NUMBER.fullmatch(line.text):
                shown.setdefault(_DIGITS.sub("#", line.text), line.text)
        kept.append(replace(page, lines=tuple(lines)))
    return kept, list(shown.values()), site


def _outer_lines(page: Page) -> Iterator[Line]:
    """The lines near the upper and the lower edge, as far as a space parts them from the rest."""
    above = sorted(page.lines, key=lambda line: line.top)
    within = sum(line.bottom <= page.height * _MARGIN for line in above)
    yield from _before_a_gap(above[: _OUTERMOST + 1], min(within, _OUTERMOST))
    below = sorted(page.lines, key=lambda line: -line.bottom)
    within = sum(line.top >= page.height * (1 - _MARGIN) for line in below)
    yield from _before_a_gap(below[: _OUTERMOST + 1], min(within, _OUTERMOST))


def _before_a_gap(lines: list[Line], most: int) -> list[Line]:
    """The first lines up to the last space that is wider than between lines of prose."""
    if most >= len(lines):
        return lines
    for count in range(most, 0, -1):
        last, following = lines[count - 1], lines[count]
        if max(following.top - last.bottom, last.top - following.bottom) >= _PARTED * following.size:
            return lines[:count]
    return []


def _key(line: Line) -> tuple[str, int, int]:
    return _DIGITS.sub("#", line.text), round(line.size), round(line.top / _LEVEL)


def _repeated(pages: Sequence[Page]) -> set[tuple[str, int, int]]:
    """Lines that stand at the same place on several pages."""
    found: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    for number, page in enumerate(pages):
        for line in _outer_lines(page):
            text, size, level = _key(line)
            for near in (level - 1, level, level + 1):
                found[text, size, near].add(number)
    fewest = 2 if len(pages) <= 4 else 3
    return {key for key, numbers in found.items() if len(numbers) >= fewest}


def _is_stamp(line: Line) -> bool:
    """Whether a browser printed it: the time, or the address of the page."""
    return _STAMP.fullmatch(line.text) is not None or _ADDRESS.fullmatch(line.text) is not None


def _beside_any(line: Line, stamps: Sequence[Line]) -> bool:
    return any(abs(line.top - stamp.top) <= 1 for stamp in stamps)


def _usual_size(pages: Sequence[Page]) -> float:
    sizes = sorted(line.size for page in pages for line in page.lines for _ in line.text)
    return sizes[len(sizes) // 2] if sizes else 1.0


def _is_apart(line: Line, page: Page, usual: float) -> bool:
    """Whether a short line in small letters stands at the edge, well away from all others but those on its height."""
    if (
        line.size > _SMALL * usual
        or len(line.text.split()) > _SHORT
        or is_dateline(line.text)
        or byline_names(line.text)
    ):
        return False
    others = [other for other in page.lines if abs(other.top - line.top) > 1]
    return bool(others) and (
        all(other.top - line.bottom >= _AWAY * usual for other in others)
        or all(line.top - other.bottom >= _AWAY * usual for other in others)
    )
