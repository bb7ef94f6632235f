"""Names of surroundings that are names of the story on this page: it stands in an aside, or in "paywall" paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.html import HtmlElement

    from tui.article.formats.html.blocks import Block

_MOST = 0.5  # of the words told; what surrounds more of them may surround the story
_LITTLE = 0.15  # of the words told; what stands in no such surroundings and has less is not the story
_DOUBTFUL = re.compile(
    r"ads?|advert\w*|affiliate|aside|bio|complementary|dialog|donat\w*|form|latest|more|moreon|most|noprint|paywall|poll"
    r"|popular|promos?|promoted|rail|sidebar|skip|social|socials|sponsor\w*|subscri\w*|survey|teasers?|tools|topics"
    r"|trending|utility|widgets?"
)


def cleared(blocks: Sequence[Block], told: Collection[int]) -> list[Block]:
    """The blocks without those names around them that stand around most of what was told.

    The rest must be too little to be the story itself, or stand in rows like those of what is called so.
    Comments, menus and notices stay what they are, however much of them was told.

    Args:
        blocks: All of a page's blocks, in order.
        told: The blocks that were taken for the article's, whatever they are called.
    """
    characters: Counter[str] = Counter()
    everything = plain = 0
    rows: set[str | HtmlElement | None] = set()
    for index in told:
        block = blocks[index]
        if all(map(_DOUBTFUL.fullmatch, block.around)):
            everything += len(block.text)
            characters.update(dict.fromkeys(block.around, len(block.text)))
            if not block.around:
                plain += len(block.text)
                rows |= _rows(block)
    within = {name for index in told if rows & _rows(blocks[index]) for name in blocks[index].around}
    names = frozenset(
        name
        for name, count in characters.items()
        if count > _MOST * everything and (plain <= _LITTLE * everything or name in within)
    )
    return [replace(block, around=block.around - names) if block.around & names else block for block in blocks]


def _rows(block: Block) -> set[str | HtmlElement | None]:
    """What rows have in common that are parts of one story: how they are built, or what they stand in."""
    return {f"{block.home.tag} {block.home.get('class', '')}", block.home.getparent()}
