"""Which block of a page is the headline of its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article.formats.html.judging import letters_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article.formats.html.blocks import Block

_WORD = re.compile(r"\w+")
_ALIKE = 0.5  # of a headline's words and a title's
_SURELY_ALIKE = 0.7  # where the headline is no heading of the first rank
_LONGEST = 300  # characters


def find_headline(blocks: Sequence[Block], titles: Sequence[str], body: set[int]) -> int | None:
    """The heading that the page calls itself by, else the one right above the article; None where there is none.

    Args:
        blocks: All of a page's blocks, in order.
        titles: What the page calls itself.
        body: The blocks of the article.
    """
    first, last = min(body), max(body)
    ranked = [index for index in range(last) if blocks[index].tag == "h1" and len(blocks[index].text) <= _LONGEST]
    # Some pages give the first rank to the name of the outlet, and some give it to nothing.
    others = [
        index for index in range(last) if not blocks[index].furniture and (_is_heading(blocks[index]) or index < first)
    ]
    # The path to an article often ends with its headline, too; the one that is nearest to it is its own.
    nearest = [index for index in reversed(others) if index <= first]
    for among, least in ((ranked, 1.0), (nearest, 1.0), (ranked, _ALIKE), (others, _SURELY_ALIKE)):
        named = _most_alike(blocks, among, titles, least)
        if named is not None:
            return named
    return max((index for index in ranked if index < first), default=None)


def headline_of(blocks: Sequence[Block], headline: int | None, titles: Sequence[str]) -> str:
    """The words of the headline: as the page shows it, else as it calls itself; "" where it does neither.

    Where both differ in nothing but blanks and marks, the page's name for itself is right: it is the line that was
    typed, while what is shown may be put together from a kicker and a line with nothing but style in between.
    """
    if headline is None:
        return next(iter(titles), "")
    shown = " ".join(blocks[headline].text.split())
    own = letters_of(shown)
    alike = [title for title in titles if letters_of(title) == own]
    return shown if not alike or _words(shown) in map(_words, alike) else alike[0]


def _most_alike(blocks: Sequence[Block], among: Sequence[int], titles: Sequence[str], least: float) -> int | None:
    """The first of those that are most like what the page calls itself; None where none is enough."""
    best = max(among, key=lambda index: _likeness(blocks[index].text, titles), default=None)
    return best if best is not None and _likeness(blocks[best].text, titles) >= least else None


def _likeness(words: str, titles: Sequence[str]) -> float:
    """How many of the words stand in the title that has most of them, and the other way round."""
    own = set(_words(words))
    shares = [len(own & theirs) / max(len(own), len(theirs)) for title in titles if (theirs := set(_words(title)))]
    return max(shares, default=0.0) if own else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _is_heading(block: Block) -> bool:
    return block.tag.startswith("h")
