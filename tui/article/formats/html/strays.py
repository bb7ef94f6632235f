"""What was taken for the article's and is not: teasers of other articles, and what stands far behind its end."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.article.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from tui.article.formats.html.blocks import Block

_LINKS = 0.5  # of a block's words
_FAR = 12  # blocks between; what stands behind them in another row belongs to something else
_LITTLE = 0.15  # of all that was taken; more of it would be the article's second part
_REPORT = 60  # characters


def teasers(blocks: Sequence[Block], body: set[int]) -> set[int]:
    """Those of the body that stand among more links than other lines, in another row than its first report."""
    main = next((blocks[index].home for index in sorted(body) if _is_report(blocks[index])), None)
    balance = Counter["HtmlElement"]()
    for block in blocks:
        balance[block.home] += 1 if block.linked >= _LINKS else -1
    return {index for index in body if blocks[index].home is not main and balance[blocks[index].home] > 0}


def without_strays(blocks: Sequence[Block], body: set[int]) -> set[int]:
    """The body without what stands behind its end: a notice far below, names and labels that are no reporting."""
    kept = sorted(body)
    everything = sum(len(blocks[index].text) for index in kept)
    behind = 0
    for place in range(len(kept) - 1, 0, -1):
        behind += len(blocks[kept[place]].text)
        if behind > _LITTLE * everything:
            break
        if kept[place] - kept[place - 1] > _FAR:
            before = {blocks[index].home for index in kept[:place]}
            if all(blocks[index].home not in before for index in kept[place:]):
                kept = kept[:place]
    rows = {row for index in kept if _is_report(blocks[index]) for row in _rows(blocks[index])}
    while rows and len(blocks[kept[-1]].text) < _REPORT and not rows & _rows(blocks[kept[-1]]):
        kept.pop()
    return set(kept)


def _rows(block: Block) -> set[HtmlElement]:
    """The row that a block stands in, and the next above: some pages wrap each paragraph by itself."""
    above = block.home.getparent()
    return {block.home} if above is None else {block.home, above}


def _is_report(block: Block) -> bool:
    return len(block.text) >= _REPORT and not block.tag.startswith("h") and ends_sentence(block.text)
