"""The words of a quotation as they are compared: keys, editors' brackets, ellipses, and where it is interrupted."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.quotation.judging.spelling import comparable, composed
from tui.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from tui.article import Range


class Word(NamedTuple):
    """One quoted word.

    Attributes:
        key: What it is compared by; one spelling for what is spelled in several ways.
        start: First code point in the article's text, an editor's bracket before it included.
        end: One past its last code point, a closing bracket included.
        bracketed: An editor put it, or a part of it, in brackets.
    """

    key: str
    start: int
    end: int
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """What one side prints of a statement.

    Attributes:
        text: The article's text.
        words: In order.
        ellipses: For every ellipsis, the index of the word before which it stands and its place in the text.
        breaks: Indices of words before which the quotation is interrupted: by an attribution, a new paragraph.
        seams: Those of the breaks where another quotation begins: what both leave out between them, nobody quotes.
        keys: What its words are compared by.
    """

    text: str
    words: tuple[Word, ...]
    ellipses: tuple[tuple[int, Range], ...] = ()
    breaks: frozenset[int] = frozenset()
    seams: frozenset[int] = frozenset()
    keys: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", tuple(word.key for word in self.words))

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, index: int) -> str:
        """A word as printed."""
        word = self.words[index]
        return self.text[word.start : word.end]

    def span(self, start: int, end: int) -> Range | None:
        """Where the words of this half-open range of indices stand, or None where there are none."""
        return (self.words[start].start, self.words[end - 1].end) if start < end else None

    def printed(self, start: int, end: int) -> str:
        """The words of this range as printed, without what interrupts them."""
        bounds = [start, *sorted(at for at in self.breaks if start < at < end), end]
        spans = (self.span(first, last) for first, last in pairwise(bounds))
        return " ".join(self.text[span[0] : span[1]] for span in spans if span is not None)

    def gap(self, index: int) -> str:
        """What stands between the word before this one and this one."""
        return self.text[self.words[index - 1].end : self.words[index].start]


def quoted_words(text: str, ranges: Sequence[Range], seams: Container[int] = ()) -> QuotedWords:
    """The words that stand in these ranges of an article's text.

    Args:
        text: The article's text.
        ranges: Half-open, in order, marks left out; between two of them the quotation is interrupted.
        seams: Indices of the ranges with which another quotation begins.
    """
    words: list[Word] = []
    ellipses: list[tuple[int, Range]] = []
    breaks: set[int] = set()
    sewn: set[int] = set()
    for number, (start, end) in enumerate(ranges):
        if words:
            breaks.add(len(words))
            sewn.update({len(words)} if number in seams else ())
        first = len(words)
        words += _words_between(text, start, end)
        ellipses += [
            (bisect_left(words, match.start(), lo=first, key=lambda word: word.start), match.span())
            for match in _ellipsis().finditer(text, start, end)
        ]
    within = frozenset(range(len(words)))
    return QuotedWords(text, tuple(words), tuple(ellipses), within & breaks, within & sewn)


def _words_between(text: str, start: int, end: int) -> list[Word]:
    tokens = tokenize(text)
    first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    brackets = (
        [match.span() for match in _bracket().finditer(text, start, end)] if _may_bracket(text, start, end) else []
    )
    words: list[Word] = []
    for at in range(first, last):
        if tokens.ends[at] <= end:
            words += _split_percent(text, Word(tokens.keys[at], tokens.starts[at], tokens.ends[at]))
    spelled = [
        Word(comparable(word.key), word.start, word.end, word.bracketed)
        for word in (_bracketed(text, words, brackets) if brackets else words)
    ]
    return _with_composed_numbers(text, spelled)


def _with_composed_numbers(text: str, words: Iterable[Word]) -> list[Word]:
    """`twenty-five` as the one number it is."""
    found: list[Word] = []
    for word in words:
        before = found[-1] if found else None
        if before is not None and text[before.end : word.start] in _HYPHENS:
            figure = composed(before.key, word.key)
            if figure is not None:
                found[-1] = Word(figure, before.start, word.end, before.bracketed)
                continue
        found.append(word)
    return found


_HYPHENS = frozenset("-\u2010\u2011")


def _may_bracket(text: str, start: int, end: int) -> bool:
    return any(text.find(opening, start, end) >= 0 for opening in "[(［（〔")


def _split_percent(text: str, word: Word) -> Iterable[Word]:
    """`10%` and `10 %` as the two words that others write out."""
    if len(word.key) > 1 and word.key.endswith("%"):
        end = word.start + len(text[word.start : word.end - 1].rstrip())
        return Word(word.key[:-1], word.start, end), Word("percent", word.end - 1, word.end)
    return (word,)


def _bracketed(text: str, words: Iterable[Word], brackets: Sequence[Range]) -> list[Word]:
    """Words with brackets made part of them; `[the mayor]`, `[T]he` and `call[ed]` are one word each."""
    found: list[Word] = []
    at = 0
    for word in words:
        # Both are in order, so what ends before this word is behind the next one, too.
        while at < len(brackets) and brackets[at][1] <= word.start:
            at += 1
        around = brackets[at] if at < len(brackets) and brackets[at][0] < word.end else None
        if around is None:
            glued = bool(found) and found[-1].bracketed and found[-1].end == word.start
        else:
            opens = text[around[0] + 1 : word.start].strip() == ""
            closes = text[word.end : around[1] - 1].strip() == ""
            word = Word(word.key, around[0] if opens else word.start, around[1] if closes else word.end, True)
            inside = bool(found) and found[-1].bracketed and found[-1].start <= around[0] < found[-1].end
            glued = inside or (bool(found) and found[-1].end == word.start)
        if glued:
            before = found.pop()
            word = Word(before.key + word.key, before.start, word.end, True)
        found.append(word)
    return found


@cache
def _ellipsis() -> re.Pattern[str]:
    return re.compile(r"[\[(（［]\s?(?:…+|\.(?:\s?\.){2,3}|・・・+)\s?[\])）］]|…+|\.(?:\s?\.){2,3}|・・・+")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(
        r"\[[^\[\]\n]{1,120}\]|\([^()\n]{1,80}\)|［[^［］\n]{1,80}］|（[^（）\n]{1,60}）|〔[^〔〕\n]{1,60}〕"
    )
