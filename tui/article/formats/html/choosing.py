"""Which blocks of a page are its article: headline, summary, paragraphs, captions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.bylines import byline_names
from tui.article.dates import is_dateline
from tui.article.formats.html.clearing import cleared
from tui.article.formats.html.headlines import find_headline, headline_of
from tui.article.formats.html.judging import letters_of
from tui.article.formats.html.strays import teasers, without_strays
from tui.article.formats.model import Part
from tui.article.model import Role
from tui.article.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from tui.article.formats.html.blocks import Block
    from tui.article.formats.html.judging import Judgement

_LINKS = 0.5  # of a block's words; with more it leads away from the article
_NEAR = 4  # blocks; a time and a writer may stand between a heading and what it heads
_FEWEST_ENTRIES = 3  # of a report in entries
_MOSTLY_LINKS = 0.85
_PROSE = 60  # characters; what is as long is reporting rather than a label
_SUMMARY_NAMES = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|subhead\w*|subtitle|summary|lede|intro|kicker|excerpt|description|sub-?headline|chapo)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED = 40  # letters and figures of a description; with fewer in common a line is no summary for it
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


def choose(
    blocks: Sequence[Block], judgement: Judgement, titles: Sequence[str], descriptions: Sequence[str] = ()
) -> Story | None:
    """The article among these blocks; None where there is none.

    Args:
        blocks: All of a page's blocks, in order.
        judgement: What was taken for the article's words.
        titles: What the page calls itself.
        descriptions: How the page describes its article.
    """
    held = {index for index, block in enumerate(blocks) if _is_held(block, judgement)}
    told = {index for index in held if _is_prose(blocks[index])}
    blocks = cleared(blocks, told or {index for index, block in enumerate(blocks) if _reads_like_reporting(block)})
    body = {index for index in held if _may_be_told(blocks[index])} or _prose_among(blocks)
    if not any(_is_prose(blocks[index]) for index in body):
        return None
    headline = find_headline(blocks, titles, body)
    title = headline_of(blocks, headline, titles)
    start = min(body) - 1 if headline is None else headline
    body = {index for index in body if index > start} or body
    body = body - teasers(blocks, body) or body
    body |= _missed_before(blocks, body, start)
    body |= _left_out(blocks, body, held)
    body |= _headings(blocks, body)
    body = _trimmed(blocks, without_strays(blocks, body), title)
    opening = range(start + 1, _first_report(blocks, body))
    described = _described(blocks, opening, descriptions)
    above = _above(blocks, opening, title, described)
    parts = [_part(blocks[index], index in opening, index in described) for index in sorted(above | body)]
    return Story(title, (*([Part(title, Role.HEADLINE)] if title else []), *parts))


def written_out(words: str, titles: Sequence[str]) -> Story | None:
    """The article in a page's data, for pages that only a script would fill; None where it is too short for one.

    Args:
        words: Its paragraphs, a line each.
        titles: What the page calls itself.
    """
    lines = [" ".join(line.split()) for line in words.split("\n")]
    if sum(map(len, lines)) < _LEAST_REPORTING:
        return None
    title = next(iter(titles), "")
    parts = [Part(line) for line in lines if line and letters_of(line) != letters_of(title)]
    return Story(title, (*([Part(title, Role.HEADLINE)] if title else []), *parts))


def _is_held(block: Block, judgement: Judgement) -> bool:
    """Whether the block was taken for the article's; of a short heading there must be the same."""
    if _is_heading(block) or (block.linked >= _LINKS and block.tag != "tr"):
        return judgement.has(block.text)
    return judgement.holds(block.text)


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


def _missed_before(blocks: Sequence[Block], body: set[int], start: int) -> set[int]:
    """Reporting above all that was told, in one row with it."""
    rows = {blocks[index].home for index in body if _is_prose(blocks[index])}
    return {
        index
        for index in range(start + 1, min(body))
        if blocks[index].home in rows and _may_be_told(blocks[index]) and _reads_like_reporting(blocks[index])
    }


def _left_out(blocks: Sequence[Block], body: set[int], held: set[int]) -> set[int]:
    """Blocks that stand in one row with the article's and were not told: short ones, captions, quotations.

    Links lead away from the article, but for the lines of a table, of a list or of the text that were told.
    """
    rows = {blocks[index].home for index in body if _is_prose(blocks[index])}
    first, last = min(body), max(body)
    found: set[int] = set()
    for index in range(first, last):
        block = blocks[index]
        if index in body or block.furniture or not letters_of(block.text)[1:]:
            continue
        if block.linked >= _LINKS and not (index in held and _may_be_linked(block)):
            continue
        if block.home in rows or block.tag == "caption":
            found.add(index)
    for index in range(last + 1, len(blocks)):
        block = blocks[index]
        if block.furniture or block.home is not blocks[last].home or block.tag not in {"p", "li", "blockquote"}:
            break
        if block.linked >= _LINKS:
            break
        found.add(index)
    return {index for index in found if blocks[index].tag != "h1"}


def _headings(blocks: Sequence[Block], body: set[int]) -> set[int]:
    """Headings of entries: each right above a report of the body and beside it, and several that are built alike."""
    alike: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for index in range(max(0, min(body) - _NEAR), max(body)):
        block = blocks[index]
        if not _is_heading(block) or block.tag == "h1" or block.furniture or block.linked >= _LINKS:
            continue
        below = next((after for after in range(index + 1, index + _NEAR) if after in body), None)
        if below is not None and _are_beside(block, blocks[below]) and letters_of(block.text)[1:]:
            built = (block.owner, block.home, blocks[below].home)
            alike[tuple(f"{one.tag} {one.get('class', '')}" for one in built)].add(index)
    return {index for indexes in alike.values() if len(indexes) >= _FEWEST_ENTRIES for index in indexes}


def _are_beside(heading: Block, report: Block) -> bool:
    above = heading.home.getparent()
    return above is not None and above is not report.home and report.home.getparent() is above


def _may_be_linked(block: Block) -> bool:
    if block.tag == "li":
        return True
    return block.linked < _MOSTLY_LINKS and (block.tag == "tr" or ends_sentence(block.text))


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


def _above(blocks: Sequence[Block], opening: range, title: str, summaries: set[int]) -> set[int]:
    """What stands between headline and reporting and belongs to it: a summary, who wrote it and when, a caption."""
    found = set(summaries)
    for index in opening:
        block = blocks[index]
        if block.furniture or letters_of(block.text) == letters_of(title):
            continue
        if _tells_who_or_when(block) or block.tag == "caption" or _is_summary(block):
            found.add(index)
    return found


def _described(blocks: Sequence[Block], opening: range, descriptions: Sequence[str]) -> set[int]:
    """Lines above the reporting by which the page describes its article; what surrounds them is often misnamed."""
    told = [letters_of(description) for description in descriptions]
    found = set()
    for index in opening:
        own = letters_of(blocks[index].text)
        if blocks[index].linked < _LINKS and len(own) >= _NAMED and any(own in one or _opens(one, own) for one in told):
            found.add(index)
    return found


def _opens(description: str, words: str) -> bool:
    """Whether a description that was cut short is the beginning of these words."""
    return len(description) >= _NAMED and words.startswith(description)


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


def _part(block: Block, opens: bool, described: bool) -> Part:
    if block.tag == "caption" and not described:
        return Part(block.text, Role.CAPTION)
    summary = opens and (described or _is_summary(block)) and not _tells_who_or_when(block)
    return Part(block.text, Role.SUMMARY if summary else None)
