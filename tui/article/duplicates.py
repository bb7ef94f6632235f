"""Which paragraphs repeat an earlier one of their own article: a caption, a pull quote, a double paste."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from tui.text import is_unspaced, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article.model import Range

_LIKENESS = 0.80  # of the words, as normalised Indel similarity
_FEWEST_WORDS = 8  # shorter paragraphs are alike by chance
_LONGEST_COMPARED = 20_000  # words; longer paragraphs count as repeats only where they are equal
_RUN, _RUN_UNSPACED = 3, 5  # words that two paragraphs must share in a row before they are compared
_POSTINGS = 8  # earlier paragraphs remembered for one run of words: keeps a stock phrase from costing n²
_TRIED = 6  # earlier paragraphs compared word by word, those with the most shared runs first


def find_duplicates(text: str, ranges: Sequence[Range]) -> list[int | None]:
    """For each paragraph the index of the earliest one it repeats, or None.

    A paragraph that repeats a duplicate points to what that one repeats. Most paragraphs of an article share
    no run of words with another: one pass over the article finds the runs that occur twice, and only
    paragraphs that hold one are looked at further.
    """
    found: list[int | None] = [None] * len(ranges)
    if len(ranges) < 2:
        return found
    tokens = tokenize(text)
    keys = tokens.keys
    runs = _runs(keys)
    repeated = {run for run, count in Counter(runs).items() if count > 1}
    if not repeated:
        return found
    spread = len(keys) - len(runs)
    index = _RunIndex()
    for number, (start, end) in enumerate(ranges):
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        if last - first < _FEWEST_WORDS:
            continue
        shared = repeated.intersection(runs[first : last - spread])
        if shared and _has_enough_words(keys[first:last]):
            found[number] = index.add(number, keys[first:last], shared)
    return found


def _runs(keys: list[str]) -> list[int]:
    """A number for each run of a few words; equal runs have equal numbers."""
    unspaced = sum(map(is_unspaced, keys[:2000]))
    length = _RUN_UNSPACED if unspaced * 2 > min(len(keys), 2000) else _RUN
    return list(map(hash, zip(*(keys[offset:] for offset in range(length)), strict=False)))


def _has_enough_words(keys: list[str]) -> bool:
    """Whether these are eight words; a letter of a script without spaces is half a word."""
    if len(keys) >= 2 * _FEWEST_WORDS:
        return True
    return len(keys) - sum(map(is_unspaced, keys)) / 2 >= _FEWEST_WORDS


class _RunIndex:
    """The paragraphs seen so far that may be repeated, by the runs of words they share with others."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: dict[int, list[int]] = {}
        self._original: dict[int, int] = {}
        self._equal: dict[tuple[int, ...], int] = {}
        self._holders: dict[int, list[int]] = {}

    def add(self, number: int, keys: list[str], runs: set[int]) -> int | None:
        """Remember a paragraph; returns the earliest one it repeats, or None."""
        words = [self._numbers.setdefault(key, len(self._numbers)) for key in keys]
        equal = self._equal.get(tuple(words))
        if equal is not None:
            return equal
        repeats = self._repeated_by(words, runs)
        original = min(repeats, default=number)
        self._equal[tuple(words)] = original
        self._words[number] = words
        self._original[number] = original
        for run in runs:
            holders = self._holders.setdefault(run, [])
            if len(holders) < _POSTINGS:
                holders.append(number)
        return None if original == number else original

    def _repeated_by(self, words: list[int], runs: Iterable[int]) -> list[int]:
        if len(words) > _LONGEST_COMPARED:
            return []
        votes = Counter(holder for run in runs for holder in self._holders.get(run, ()))
        likely = sorted(votes, key=lambda holder: (-votes[holder], holder))
        fitting = [holder for holder in likely if self._has_fitting_length(holder, len(words))]
        return [
            self._original[holder]
            for holder in fitting[:_TRIED]
            if Indel.normalized_similarity(self._words[holder], words, score_cutoff=_LIKENESS) >= _LIKENESS
        ]

    def _has_fitting_length(self, holder: int, count: int) -> bool:
        shorter, longer = sorted((len(self._words[holder]), count))
        return 2 * shorter >= _LIKENESS * (shorter + longer)
