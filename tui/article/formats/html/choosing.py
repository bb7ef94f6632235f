"""Which blocks of a page are its article: headline, summary, paragraphs, captions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.bylines import byline_names
from tui.article.dates import is_dateline
from tui.article.formats.html.judging import letters_of
from tui.article.formats.model import Part
from tui.article.model import Role
from tui.article.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from tui.article.formats.html.blocks import Block
    from tui.article.formats.html.judging import Judgement

_LINKS = 0.5  # of a block's words; with more it leads away from the article
_PROSE = 60  # characters; what is as long is reporting rather than a label
_SUMMARY_NAMES = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|subhead\w*|subtitle|summary|lede|intro|kicker|excerpt|description|sub-?headline|chapo)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_ALIKE = 0.5  # of a headline's words and a title's
_SURELY_ALIKE = 0.7  # where the headline is no heading of the first rank
_LONGEST_TITLE = 300  # characters
_FEWEST_LETTERS = 25
_LEAST_REPORTING = 200  # characters


@dataclass(frozen=True, slots=True)
class Story:
    """A page's article.

    Attributes:
        headline: As the page shows it, else as it calls itself; "" where it does neither.
        parts: The headline first, then all others in order.
    """

    headline: str
    parts: tuple[Part, ...]


def choose(blocks: Sequence[Block], judgement: Judgement, titles: Sequence[str]) -> Story | None:
    """The article among these blocks; None where there is none.

    Args:
        blocks: All of a page's blocks, in order.
        judgement: What was taken for the article's words.
        titles: What the page calls itself.
    """
    told = {index for index, block in enumerate(blocks) if _may_be_told(block) and judgement.holds(block.text)}
    body = told or _prose_among(blocks)
    if not any(_is_prose(blocks[index]) for index in body):
        return None
    headline = _find_headline(blocks, titles, body)
    title = _title(blocks, headline, titles)
    start = min(body) - 1 if headline is None else headline
    body = {index for index in body if index > start} or body
    body |= _missed_before(blocks, body, start)
    body |= _left_out(blocks, body)
    body = _trimmed(blocks, body, title)
    opening = range(start + 1, _first_report(blocks, body))
    above = _above(blocks, opening, title)
    parts = [_part(blocks[index], index in opening) for index in sorted(above | body)]
    return Story(title, (*([Part(title, Role.HEADLINE)] if title else []), *parts))


def _may_be_told(block: Block) -> bool:
    return not block.furniture and block.linked < _LINKS and block.tag not in {"h1", "caption"}


def _is_prose(block: Block) -> bool:
    return not block.tag.startswith("h") and len(letters_of(block.text)) >= _FEWEST_LETTERS


def _prose_among(blocks: Sequence[Block]) -> set[int]:
    """What reads like reporting, for pages that were judged to hold none; it stands in one row, or it is none."""
    found = [index for index, block in enumerate(blocks) if _may_be_told(block) and _reads_like_reporting(block)]
    weight: Counter[HtmlElement] = Counter()
    for index in found:
        weight[blocks[index].home] += len(blocks[index].text)
    if not weight:
        return set()
    home, characters = weight.most_common(1)[0]
    row = {index for index in found if blocks[index].home is home}
    return row if characters >= _LEAST_REPORTING else set()


def _reads_like_reporting(block: Block) -> bool:
    return len(block.text) >= _PROSE and ends_sentence(block.text) and block.linked < _LINKS / 2


def _find_headline(blocks: Sequence[Block], titles: Sequence[str], body: set[int]) -> int | None:
    """The heading that the page calls itself by, else the one right above the article."""
    first, last = min(body), max(body)
    ranked = [index for index in range(last) if blocks[index].tag == "h1" and len(blocks[index].text) <= _LONGEST_TITLE]
    named = _most_alike(blocks, ranked, titles, _ALIKE)
    if named is not None:
        return named
    # Some pages give the first rank to the name of the outlet, and some give it to nothing.
    others = [
        index for index in range(last) if not blocks[index].furniture and (_is_heading(blocks[index]) or index < first)
    ]
    named = _most_alike(blocks, others, titles, _SURELY_ALIKE)
    if named is not None:
        return named
    return max((index for index in ranked if index < first), default=None)


def _most_alike(blocks: Sequence[Block], among: Sequence[int], titles: Sequence[str], least: float) -> int | None:
    """The first of those that are most like what the page calls itself; None where none is enough."""
    alike = [(_likeness(blocks[index].text, titles), -index) for index in among]
    best, index = max(alike, default=(0.0, 0))
    return -index if best >= least else None


def _likeness(words: str, titles: Sequence[str]) -> float:
    """How many of the words stand in the title that has most of them, and the other way round."""
    own = set(_WORD.findall(words.casefold()))
    shares = [
        len(own & theirs) / max(len(own), len(theirs))
        for title in titles
        if (theirs := set(_WORD.findall(title.casefold())))
    ]
    return max(shares, default=0.0) if own else 0.0


def _title(blocks: Sequence[Block], headline: int | None, titles: Sequence[str]) -> str:
    return next(iter(titles), "") if headline is None else " ".join(blocks[headline].text.split())


def _missed_before(blocks: Sequence[Block], body: set[int], start: int) -> set[int]:
    """Reporting above all that was told, in one row with it."""
    rows = {blocks[index].home for index in body if _is_prose(blocks[index])}
    return {
        index
        for index in range(start + 1, min(body))
        if blocks[index].home in rows and _may_be_told(blocks[index]) and _reads_like_reporting(blocks[index])
    }


def _left_out(blocks: Sequence[Block], body: set[int]) -> set[int]:
    """Blocks that stand in one row with the article's and were not told: short ones, captions, quotations."""
    rows = Counter(blocks[index].home for index in body if _is_prose(blocks[index]))
    first, last = min(body), max(body)
    found: set[int] = set()
    for index in range(first, last):
        block = blocks[index]
        if index in body or block.furniture or block.linked >= _LINKS:
            continue
        if rows[block.home] or block.tag == "caption":
            found.add(index)
    for index in range(last + 1, len(blocks)):
        block = blocks[index]
        if block.furniture or block.home is not blocks[last].home or block.tag not in {"p", "li", "blockquote"}:
            break
        if block.linked >= _LINKS:
            break
        found.add(index)
    return {index for index in found if blocks[index].tag != "h1"}


def _trimmed(blocks: Sequence[Block], body: set[int], title: str) -> set[int]:
    """The article without headings that head nothing in it, or that repeat its headline."""
    own = letters_of(title)
    kept = [index for index in sorted(body) if letters_of(blocks[index].text) != own]
    while kept and _is_heading(blocks[kept[-1]]):
        kept.pop()
    rows = {blocks[index].home for index in kept if _is_prose(blocks[index])}
    while len(kept) > 1 and _is_heading(blocks[kept[0]]) and blocks[kept[0]].home not in rows:
        kept.pop(0)
    return set(kept) or body


def _first_report(blocks: Sequence[Block], body: set[int]) -> int:
    """Where the reporting begins, behind a summary."""
    reports = (index for index in sorted(body) if _is_prose(blocks[index]) and not _is_summary(blocks[index]))
    return next(reports, min(body))


def _above(blocks: Sequence[Block], opening: range, title: str) -> set[int]:
    """What stands between headline and reporting and belongs to it: a summary, who wrote it and when, a caption."""
    found = set()
    for index in opening:
        block = blocks[index]
        if block.furniture or letters_of(block.text) == letters_of(title):
            continue
        if _tells_who_or_when(block) or block.tag == "caption" or _is_summary(block):
            found.add(index)
    return found


def _tells_who_or_when(block: Block) -> bool:
    line = " ".join(block.text.split())
    return byline_names(line) is not None or is_dateline(line)


def _is_heading(block: Block) -> bool:
    return block.tag.startswith("h")


def _is_summary(block: Block) -> bool:
    around = [block.owner, block.owner.getparent()]
    names = " ".join(f"{one.get('class', '')} {one.get('id', '')}" for one in around if one is not None)
    under_headline = block.tag == "h2" and len(block.text) >= _PROSE
    return block.linked < _LINKS and (under_headline or _SUMMARY_NAMES.search(names) is not None)


def _part(block: Block, opens: bool) -> Part:
    if block.tag == "caption":
        return Part(block.text, Role.CAPTION)
    summary = opens and _is_summary(block) and not _tells_who_or_when(block)
    return Part(block.text, Role.SUMMARY if summary else None)
