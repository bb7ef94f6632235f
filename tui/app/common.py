"""What two paragraphs have in common, as far as a reader cares: wording that says something, and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.collation import Status
from tui.text import is_unspaced, split_sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article, Range
    from tui.collation import Span

LONG = 4.0
"""Shared words in a row from which on a sentence is the other side's sentence, changed."""

_FEWEST, _ENOUGH = 3.0, 2.0
"""Shared words in a row that say something where one of them does, and how many that do are enough."""

_SOLID, _ALONE = 5, 7
"""Letters of a word that is more than a joint of its sentence, and of one that says something by itself."""

_SHARED = frozenset({Status.SAME, Status.MOVED})
_DATELINE = re.compile(r"\W*[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+\b[^\n]{0,50}?\s[—–-]{1,2}(?:\s|$)")
_AGENCY = re.compile(r"\([^)\n]{1,30}\)")


class Sentence(NamedTuple):
    """A sentence and whether it holds enough of the other side's wording to be read against it."""

    start: int
    end: int
    compared: bool


@lru_cache(maxsize=4096)  # asked for every line that holds a part of them
def says_something(article: Article, words: Range) -> bool:
    """Whether shared words are worth pointing at: no dateline, no joints ("in the"), no lone small word.

    Args:
        article: The article.
        words: The words, within one paragraph.
    """
    start, end = words
    solid = count = 0.0
    for low, high, key in _words(article, max(start, _dateline_end(article, start)), end):
        weight = _weight(key)
        count += weight
        if any(map(str.isdigit, key)) or (high - low >= _ALONE and not is_unspaced(key)):
            solid += _ENOUGH
        elif is_unspaced(key) or high - low >= _SOLID or (article.text[low].isupper() and high - low > 1):
            solid += weight
    return solid >= _ENOUGH or (solid > 0 and count >= _FEWEST)


def sentences_compared(article: Article, spans: Sequence[Span], words: Range) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, with those marked that share several words in a row with the other side.

    Args:
        article: The article.
        spans: All spans of its side.
        words: The paragraph.
    """
    return tuple(
        Sentence(start, end, any(_length(article, run) >= LONG for run in _shared(spans, start, end)))
        for start, end in split_sentences(article.text, *words)
    )


def spans_between(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The spans that have a part in this range, in order."""
    first = max(0, bisect_right(spans, start, key=attrgetter("start")) - 1)
    for at in range(first, bisect_left(spans, end, key=attrgetter("start"))):
        if spans[at].end > start:
            yield spans[at]


def _shared(spans: Sequence[Span], start: int, end: int) -> Iterator[Range]:
    for span in spans_between(spans, start, end):
        if span.status in _SHARED:
            yield max(start, span.start), min(end, span.end)


def _length(article: Article, words: Range) -> float:
    return sum(_weight(key) for _, _, key in _words(article, *words))


def _weight(key: str) -> float:
    """Two letters of a script without spaces make about one word."""
    return 0.5 if is_unspaced(key) else 1.0


def _words(article: Article, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    tokens = tokenize(article.text)
    for at in range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)):
        yield tokens.starts[at], tokens.ends[at], tokens.keys[at]


def _dateline_end(article: Article, start: int) -> int:
    """Where the text begins in the paragraph that holds this place: after "WASHINGTON (AP) — ", if that is there."""
    at = bisect_right(article.paragraphs, start, key=attrgetter("start")) - 1
    paragraph = article.paragraphs[max(0, at)]
    found = _DATELINE.match(article.text, paragraph.start, paragraph.end)
    if found is None or any(map(str.isdigit, _AGENCY.sub("", found[0]))):
        return paragraph.start
    return found.end()
