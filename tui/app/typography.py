"""Words that are the same but typed differently: marks, dashes, apostrophes, case, spaces between the words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tui.collation import Status
from tui.layout import Side
from tui.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.article import Article, Range
    from tui.collation import Collation, Span
    from tui.text import Tokens

_ALIKE = frozenset({Status.SAME, Status.MOVED})


class Typed(NamedTuple):
    """One difference of typography: what to set off on each side."""

    left: Range
    right: Range


class Typography(NamedTuple):
    """All differences of typography of a comparison.

    Attributes:
        found: Each of them, in the left article's order.
        ranges: What to set off on each side: in order, none overlapping another.
    """

    found: tuple[Typed, ...]
    ranges: dict[Side, list[Range]]

    def mirrored(self) -> Typography:
        """The same with the sides exchanged."""
        found = tuple(sorted(Typed(right, left) for left, right in self.found))
        return Typography(found, {side: self.ranges[side.other] for side in Side})


def find_typography(collation: Collation) -> Typography:
    """Every place where the same words are typed differently, in the left article's order.

    White space counts as there or not there: line ends and hard spaces are no difference.
    """
    left, right = collation.left, collation.right
    found = {Typed(*pair) for pair in _differences(left, right, collation.left_spans)}
    found |= {Typed(here, there) for there, here in _differences(right, left, collation.right_spans)}
    in_order = tuple(sorted(found))
    return Typography(in_order, {side: _ranges(in_order, side) for side in Side})


def _ranges(found: tuple[Typed, ...], side: Side) -> list[Range]:
    ranges: list[Range] = []
    for start, end in sorted(pair.left if side is Side.LEFT else pair.right for pair in found):
        if ranges and start < ranges[-1][1]:
            ranges[-1] = ranges[-1][0], max(end, ranges[-1][1])
        else:
            ranges.append((start, end))
    return ranges


def _differences(here: Article, there: Article, spans: tuple[Span, ...]) -> Iterator[tuple[Range, Range]]:
    ours, theirs = tokenize(here.text), tokenize(there.text)
    after = 0
    for span in spans:
        first = bisect_left(ours.starts, span.start, after)
        after = bisect_right(ours.ends, span.end, first)
        if span.status not in _ALIKE or span.other is None:
            continue
        opposite = bisect_left(theirs.starts, span.other[0])
        begins = opposite < len(theirs) and theirs.starts[opposite] == span.other[0]
        count = after - first
        if begins and count and ours.keys[first:after] == theirs.keys[opposite : opposite + count]:
            yield from _typed(_Passage(here, ours, first, count), _Passage(there, theirs, opposite, count))


class _Passage(NamedTuple):
    """So many words of an article, from a first one on."""

    article: Article
    tokens: Tokens
    first: int
    size: int

    @property
    def text(self) -> str:
        """The words and what stands between them, untouched."""
        return self.article.text[self.word(0)[0] : self.word(self.size - 1)[1]]

    def word(self, index: int) -> Range:
        return self.tokens.starts[self.first + index], self.tokens.ends[self.first + index]

    def gap(self, index: int) -> Range:
        """What stands before a word of the passage, or after its last one."""
        if index == 0:
            return self._mark_before(self.word(0)[0])
        if index == self.size:
            return self._mark_after(self.word(self.size - 1)[1])
        return self.word(index - 1)[1], self.word(index)[0]

    def told(self, place: Range) -> str:
        """What is compared: the characters, any white space as one blank."""
        text = self.article.text[slice(*place)]
        return f"{' ' if text[:1].isspace() else ''}{' '.join(text.split())}{' ' if text[-1:].isspace() else ''}"

    def _mark_before(self, at: int) -> Range:
        """The marks that open the first word; they stand right before it, after a space or at the beginning."""
        low = at
        while low > 0 and _is_mark(self.article.text[low - 1]):
            low -= 1
        opens = low == 0 or self.article.text[low - 1].isspace()
        return (low, at) if opens else (at, at)

    def _mark_after(self, at: int) -> Range:
        """The marks that close the last word, before a space or the end."""
        text, high = self.article.text, at
        while high < len(text) and _is_mark(text[high]):
            high += 1
        return (at, high) if high == len(text) or text[high].isspace() else (at, at)


def _is_mark(char: str) -> bool:
    return not char.isalnum() and not char.isspace()


def _typed(here: _Passage, there: _Passage) -> Iterator[tuple[Range, Range]]:
    # Most of what two articles share is typed alike, and long: then only the marks around it can differ.
    for index in (0, here.size) if here.text == there.text else range(here.size + 1):
        gaps = here.gap(index), there.gap(index)
        at_edge = index in {0, here.size}
        # At an edge other words may follow on one side, so only marks against marks say something.
        comparable = not at_edge or all(low < high for low, high in gaps)
        if comparable and here.told(gaps[0]) != there.told(gaps[1]):
            yield _seen(here, index, gaps[0]), _seen(there, index, gaps[1])
        if index < here.size:
            words = here.word(index), there.word(index)
            if here.told(words[0]) != there.told(words[1]):
                yield words


def _seen(passage: _Passage, index: int, gap: Range) -> Range:
    """What to set off for a gap: its marks, or, where it has none, the word after it."""
    text = passage.article.text[slice(*gap)]
    if not text.strip():
        return passage.word(min(index, passage.size - 1))
    low = gap[0] + len(text) - len(text.lstrip())
    return low, gap[1] - (len(text) - len(text.rstrip()))
