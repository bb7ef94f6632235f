"""What two quotations share, and whether that is enough to be the same statement."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.quotation.content import has_content, word_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Range
    from tui.quotation.model import Quotation
    from tui.quotation.words import QuotedWords

LONG_RUN = 6
"""So many words in a row are the same statement, however much of it either side prints."""

ENOUGH = 0.6
"""The share of the shorter quotation that must stand in the longer one."""

FEW = 4
"""A quotation of fewer words must stand in a longer one word for word."""

DENSE = 1.5
"""Shared words spread over more than so many times the shorter quotation are chance."""

CHANCE = 1.5
"""Single small words count for at most half as much again as words that say something."""

MOST_PLACES = 60
"""Words beside each other that stand in more quotations are a formula: no reason to compare two."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and its words as they are compared."""

    quotation: Quotation
    words: QuotedWords


@dataclass(frozen=True, slots=True)
class Shared:
    """What two quotations share.

    Attributes:
        left: Index of the left quotation.
        right: Index of the right quotation.
        words: How many words they share, two letters of an unspaced script for one.
        left_part: The words of the left one that the shared ones span, as a half-open range of indices.
        right_part: The same on the right.
        left_words: Indices of the shared words on the left.
        right_words: The same on the right.
        closeness: Shared words of all words of both, 0..1.
    """

    left: int
    right: int
    words: float
    left_part: tuple[int, int]
    right_part: tuple[int, int]
    left_words: frozenset[int]
    right_words: frozenset[int]
    closeness: float


def all_shared(left: Sequence[Quoted], right: Sequence[Quoted]) -> Iterator[Shared]:
    """What every two quotations share that may be the same statement.

    Found through an index of words beside each other, so that the cost grows with the words.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, quoted in enumerate(right):
        for gram in _grams(quoted.words.keys):
            places[gram].append(index)
    for index, quoted in enumerate(left):
        short = len(quoted.words) < FEW
        candidates = {
            other
            for gram in _grams(quoted.words.keys)
            if gram in places and len(places[gram]) <= MOST_PLACES
            for other in places[gram]
            if len(gram) > 1 or short or len(right[other].words) < FEW
        }
        for other in sorted(candidates):
            shared = _shared((index, quoted.words), (other, right[other].words))
            if shared is not None:
                yield shared


def _grams(keys: Sequence[str]) -> set[tuple[str, ...]]:
    """Words beside each other, and single words that say something."""
    return {*pairwise(keys), *((key,) for key in keys if has_content(key))}


def _shared(left: tuple[int, QuotedWords], right: tuple[int, QuotedWords]) -> Shared | None:
    """What two quotations share, as wholes or in one sentence of each; None where it is too little."""
    whole = _between(left, right, (0, len(left[1])), (0, len(right[1])))
    if whole is not None:
        return whole
    sentences = _sentences(left[1]), _sentences(right[1])
    if len(sentences[0]) == len(sentences[1]) == 1 or len(sentences[0]) * len(sentences[1]) > MOST_PLACES:
        return None
    found = (_between(left, right, one, other) for one in sentences[0] for other in sentences[1])
    return max((one for one in found if one is not None), key=lambda one: one.words, default=None)


def _sentences(words: QuotedWords) -> list[Range]:
    """The sentences of a quotation, as ranges of word indices, that are long enough to be known again."""
    starts = [0, *(at for at in range(1, len(words)) if _STOPS.intersection(words.gap(at))), len(words)]
    return [(start, end) for start, end in pairwise(starts) if end - start >= FEW]


_STOPS = frozenset(".!?。！？")


def _between(
    left: tuple[int, QuotedWords], right: tuple[int, QuotedWords], left_part: Range, right_part: Range
) -> Shared | None:
    one, other = left[1].keys[slice(*left_part)], right[1].keys[slice(*right_part)]
    every = [match for match in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if match.size]
    runs = [match for match in every if match.size > 1 or has_content(one[match.a])]
    if not runs:
        return None
    sizes = [word_count(one[match.a : match.a + match.size]) for match in runs]
    shorter, longer = sorted((word_count(one), word_count(other)))
    extent = min(runs[-1].a + runs[-1].size - runs[0].a, runs[-1].b + runs[-1].size - runs[0].b)
    alike = _Alike(
        words=sum(sizes),
        with_chance=sum(word_count(one[match.a : match.a + match.size]) for match in every),
        longest=max(sizes),
        shorter=shorter,
        longer=longer,
        dense=extent <= DENSE * min(len(one), len(other)),
    )
    content = any(has_content(key) for match in runs for key in one[match.a : match.a + match.size])
    if not (content or longer <= FEW) or not _is_enough(alike):
        return None
    solid = [match for match, size in zip(runs, sizes, strict=True) if size >= min(LONG_RUN / 2, alike.longest)]
    at, place = left_part[0], right_part[0]
    return Shared(
        left=left[0],
        right=right[0],
        words=alike.words,
        left_part=(at + solid[0].a, at + solid[-1].a + solid[-1].size),
        right_part=(place + solid[0].b, place + solid[-1].b + solid[-1].size),
        left_words=frozenset(at + word for match in runs for word in range(match.a, match.a + match.size)),
        right_words=frozenset(place + word for match in runs for word in range(match.b, match.b + match.size)),
        closeness=2 * alike.words / (word_count(left[1].keys) + word_count(right[1].keys)),
    )


class _Alike(NamedTuple):
    """How much two quotations share: words that mean something or stand together, and with single small ones."""

    words: float
    with_chance: float
    longest: float
    shorter: float
    longer: float
    dense: bool


def _is_enough(alike: _Alike) -> bool:
    if alike.longest >= LONG_RUN:
        return True
    if alike.shorter <= 2:
        return alike.longest >= alike.shorter
    if 2 * alike.shorter >= alike.longer:
        return max(alike.words, min(alike.with_chance, CHANCE * alike.words)) >= ENOUGH * alike.shorter
    return alike.words >= ENOUGH * alike.shorter and (
        alike.longest >= ENOUGH * alike.shorter or (alike.dense and alike.shorter >= FEW)
    )
