"""Words that are the same but typed differently: marks, dashes, apostrophes, case, spaces between the words."""

from __future__ import annotations

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


def find_typography(collation: Collation) -> tuple[Typed, ...]:
    """Every place where the same words are typed differently, in the left article's order.

    White space counts as there or not there: line ends and hard spaces are no difference.
    """
    left, right = collation.left, collation.right
    found = {Typed(*pair) for pair in _differences(left, right, collation.left_spans)}
    found |= {Typed(here, there) for there, here in _differences(right, left, collation.right_spans)}
    return tuple(sorted(found))


def typed_ranges(found: tuple[Typed, ...], side: Side) -> list[Range]:
    """What to set off on one side: in order, none overlapping another."""
    ranges: list[Range] = []
    for start, end in sorted(pair.left if side is Side.LEFT else pair.right for pair in found):
        if ranges and start < ranges[-1][1]:
            ranges[-1] = ranges[-1][0], max(end, ranges[-1][1])
        else:
            ranges.append((start, end))
    return ranges


def _differences(here: Article, there: Article, spans: tuple[Span, ...]) -> Iterator[tuple[Range, Range]]:
    ours, theirs = tokenize(here.text), tokenize(there.text)
    places = {start: index for index, start in enumerate(theirs.starts)}
    token = 0
    for span in spans:
        while token < len(ours) and ours.starts[token] < span.start:
            token += 1
        first = token
        while token < len(ours) and ours.ends[token] <= span.end:
            token += 1
        if span.status not in _ALIKE or span.other is None:
            continue
        opposite = places.get(span.other[0])
        count = token - first
        if opposite is None or ours.keys[first:token] != theirs.keys[opposite : opposite + count]:
            continue
        yield from _typed(_Passage(here, ours, first, count), _Passage(there, theirs, opposite, count))


class _Passage(NamedTuple):
    """So many words of an article, from a first one on."""

    article: Article
    tokens: Tokens
    first: int
    size: int

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
    for index in range(here.size + 1):
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
