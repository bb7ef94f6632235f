"""What weighs in words that differ anywhere in an article: a negation, a figure, a name, a hedge."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.collation.align import Block
from tui.quotation.judging.critical import figures_among, judge_block, names_in
from tui.quotation.judging.gravity import DATES
from tui.quotation.judging.opposed import Opposed
from tui.quotation.judging.words import quoted_words
from tui.text import tokenize

if TYPE_CHECKING:
    from tui.article import Article, Range
    from tui.quotation.judging.words import QuotedWords
    from tui.quotation.model import Critical

Passage = tuple[str, "Range"]
"""A text, best no longer than a paragraph, and the words of it that are asked about; an empty range is a place."""


def names_between(left: Article, right: Article) -> frozenset[str]:
    """Keys of the words that either article uses as names."""
    return names_in(left) | names_in(right)


def weigh_change(left: Passage, right: Passage, names: frozenset[str]) -> Critical | None:
    """What weighs in words that stand opposite each other, by the rules by which quotations are judged.

    Args:
        left: The left paragraph and the words in it.
        right: The right paragraph and the words in it, or the place where they would stand.
        names: From `names_between`.
    """
    here, there = quoted_words(left[0], [(0, len(left[0]))]), quoted_words(right[0], [(0, len(right[0]))])
    block = Block(False, *_indices(here, left[1]), *_indices(there, right[1]))
    return judge_block(Opposed(here, there, (block,)), block, names)


def has_date(text: str) -> bool:
    """Whether a month, a day of the week or a word like "yesterday" stands in these words."""
    return not DATES.isdisjoint(tokenize(text).keys)


def facts_in(text: str, names: frozenset[str]) -> dict[str, str]:
    """The figures, dates and names of a text, in order: what each is compared by, and as it is printed.

    Args:
        text: A text, best no longer than a few paragraphs.
        names: From `names_between`.
    """
    words = quoted_words(text, [(0, len(text))])
    figures = frozenset(figures_among(words.keys))
    found: dict[str, str] = {}
    before = -1
    for at, word in enumerate(words.words):
        is_name = word.key in names and text[word.start].isupper()
        if not is_name and word.key.strip("$€£¥") not in figures:
            continue
        if is_name and before == at - 1 and words.gap(at) == " " and found:
            key, printed = found.popitem()
            if printed[0].isupper():
                found[f"{key} {word.key}"] = f"{printed} {words.raw(at)}"
                before = at
                continue
            found[key] = printed
        found.setdefault(word.key, words.raw(at))
        before = at
    return found


def _indices(words: QuotedWords, place: Range) -> Range:
    starts = [word.start for word in words.words]
    first = bisect_left(starts, place[0])
    return first, max(first, bisect_left(starts, place[1]))
