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
_POSTINGS = 8  # earlier paragraphs remembered for one run of words: keeps a stock phrase from costing n²
_TRIED = 6  # earlier paragraphs compared word by word, those with the most shared runs first


def find_duplicates(text: str, ranges: Sequence[Range]) -> list[int | None]:
    """For each paragraph the index of the earliest one it repeats, or None.

    A paragraph that repeats a duplicate points to what that one repeats. The cost grows with the words: most
    paragraphs share no run of three words with an earlier one and are never compared.
    """
    words, halves = _words_of(text, ranges)
    run_length = 5 if 2 * sum(map(halves.__getitem__, _flat(words))) > sum(map(len, words)) else 3
    index = _RunIndex(run_length)
    found: list[int | None] = []
    for number, ids in enumerate(words):
        if 2 * len(ids) - sum(map(halves.__getitem__, ids)) < 2 * _FEWEST_WORDS:
            found.append(None)
            continue
        original = index.original_of(ids)
        index.add(number, ids, number if original is None else original)
        found.append(original)
    return found


def _flat(words: list[list[int]]) -> Iterable[int]:
    return (word for ids in words for word in ids)


def _words_of(text: str, ranges: Sequence[Range]) -> tuple[list[list[int]], list[int]]:
    """The words of each paragraph as numbers, and for each number 1 if it is half a word, else 0."""
    tokens = tokenize(text)
    numbers: dict[str, int] = {}
    ids = [numbers.setdefault(key, len(numbers)) for key in tokens.keys]
    bounds = [(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)) for start, end in ranges]
    return [ids[first:last] for first, last in bounds], [int(is_unspaced(key)) for key in numbers]


class _RunIndex:
    """The paragraphs seen so far, by the runs of a few words that stand in them."""

    def __init__(self, run_length: int) -> None:
        self._run_length = run_length
        self._words: dict[int, list[int]] = {}
        self._original: dict[int, int] = {}
        self._equal: dict[tuple[int, ...], int] = {}
        self._first: dict[tuple[int, ...], int] = {}
        self._further: dict[tuple[int, ...], list[int]] = {}

    def original_of(self, ids: list[int]) -> int | None:
        """The earliest paragraph that these words repeat."""
        equal = self._equal.get(tuple(ids))
        if equal is not None:
            return equal
        if len(ids) > _LONGEST_COMPARED:
            return None
        votes: Counter[int] = Counter()
        for run in self._first.keys() & self._runs(ids):
            votes[self._first[run]] += 1
            votes.update(self._further.get(run, ()))
        fitting = [(votes[number], -number) for number in votes if self._similar_length(number, ids)]
        repeated = [
            self._original[-number]
            for _, number in sorted(fitting, reverse=True)[:_TRIED]
            if Indel.normalized_similarity(self._words[-number], ids) >= _LIKENESS
        ]
        return min(repeated, default=None)

    def add(self, number: int, ids: list[int], original: int) -> None:
        """Remember a paragraph, and what it repeats (itself where it repeats nothing)."""
        if tuple(ids) in self._equal:
            return
        self._equal[tuple(ids)] = original
        self._words[number] = ids
        self._original[number] = original
        runs = self._runs(ids)
        for run in self._first.keys() & runs:
            further = self._further.setdefault(run, [])
            if len(further) < _POSTINGS:
                further.append(number)
            runs.discard(run)
        self._first.update(dict.fromkeys(runs, number))

    def _runs(self, ids: list[int]) -> set[tuple[int, ...]]:
        return set(zip(*(ids[offset:] for offset in range(self._run_length)), strict=False))

    def _similar_length(self, number: int, ids: list[int]) -> bool:
        shorter, longer = sorted((len(self._words[number]), len(ids)))
        return 2 * shorter >= _LIKENESS * (shorter + longer)
