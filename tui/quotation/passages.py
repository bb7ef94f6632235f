"""Where words stand in a whole article, between marks or not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.quotation.judging.content import word_count
from tui.quotation.judging.spelling import comparable
from tui.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article

RUN = 3
"""Fewest words in a row that show where a longer statement stands; of letters without spaces, twice as many."""

SHORT = 6
"""A statement of so few words is known by shorter runs: one word changed leaves no longer ones."""

GAP = 8
"""So many more words between two runs there than here part them: what lies between is another matter."""

MOST_PLACES = 4_000
"""A word that stands more often is not looked up: its neighbours are."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that has words of a statement.

    Attributes:
        first: Index of its first word among the article's words.
        last: One past its last word.
        held: Indices of the statement's words that stand in it, in order.
        runs: The same as runs: index in the statement, index in the article, how many words.
    """

    first: int
    last: int
    held: tuple[int, ...]
    runs: tuple[tuple[int, int, int], ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, runs: Sequence[tuple[int, int, int]]) -> Passage:
        """The passage of these runs, in order."""
        held = tuple(at for one, _, length in runs for at in range(one, one + length))
        return cls(runs[0][1], runs[-1][1] + runs[-1][2], held, tuple(runs))


class Haystack:
    """An article's words, ready to be searched; made once, in time that grows with the text."""

    def __init__(self, article: Article) -> None:
        tokens = tokenize(article.text)
        self.article = article
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.keys = [comparable(key) for key in tokens.keys]
        self._places: dict[str, list[int]] = defaultdict(list)
        self._known: dict[tuple[str, ...], list[Passage]] = {}
        for at, key in enumerate(self.keys):
            self._places[key].append(at)

    def count(self, key: str) -> int:
        """How often a word stands in the article."""
        return len(self._places.get(key, ()))

    def passages(self, keys: Sequence[str]) -> list[Passage]:
        """Where words of a statement stand, the passage with most of them first; passages don't overlap.

        Args:
            keys: The statement's words.
        """
        wanted = tuple(keys)
        if wanted not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[wanted] = self._search(wanted)
        return self._known[wanted]

    def _search(self, keys: Sequence[str]) -> list[Passage]:
        runs = self._runs(keys)
        by_place = sorted(runs, key=_place)
        found: list[Passage] = []
        while runs:
            around = (self._around(run, by_place, len(keys)) for run in runs[:_SEEDS])
            best = max(around, key=lambda one: len(one.held))
            found.append(best)
            if len(found) == _MOST_PASSAGES:
                break
            runs, by_place = (
                [run for run in some if run[1] + run[2] <= best.first or run[1] >= best.last]
                for some in (runs, by_place)
            )
        return sorted(found, key=lambda passage: (-len(passage.held), passage.first))

    def _runs(self, keys: Sequence[str]) -> list[tuple[int, int, int]]:
        """Maximal runs of equal words: index in the statement, index in the article, length; longest first."""
        if not keys:
            return []
        size = least_run(keys)
        runs: list[tuple[int, int, int]] = []
        reached: dict[int, int] = {}
        for at in range(len(keys) - size + 1):
            rarest = min(range(at, at + size), key=lambda place: self.count(keys[place]))
            places = self._places.get(keys[rarest], ())
            if len(places) > MOST_PLACES:
                continue
            for place in places:
                start = place - (rarest - at)
                if start < 0 or reached.get(start - at, -1) > at:
                    continue
                length = self._extent(keys, at, start)
                if length >= size:
                    reached[start - at] = at + length
                    runs.append((at, start, length))
        return sorted(runs, key=lambda run: (-run[2], run[1]))

    def _extent(self, keys: Sequence[str], at: int, start: int) -> int:
        length = 0
        room = min(len(keys) - at, len(self.keys) - start)
        while length < room and keys[at + length] == self.keys[start + length]:
            length += 1
        return length

    def _around(self, seed: tuple[int, int, int], by_place: Sequence[tuple[int, int, int]], size: int) -> Passage:
        """The passage around a run: further runs in order, no farther off than the statement is long."""
        slack = size // 2 + _SLACK
        low, high = seed[1] - seed[0] - slack, seed[1] + (size - seed[0]) + slack
        window = by_place[bisect_left(by_place, low, key=_place) : bisect_right(by_place, high, key=_place)]
        near = sorted(run for run in window if run[1] + run[2] <= high)
        held: list[tuple[int, int, int]] = []
        for run in near:
            fits_before = all(run[0] + run[2] <= one[0] and run[1] + run[2] <= one[1] for one in (seed,))
            fits_after = run[0] >= seed[0] + seed[2] and run[1] >= seed[1] + seed[2]
            clear = not held or (run[0] >= held[-1][0] + held[-1][2] and run[1] >= held[-1][1] + held[-1][2])
            if run == seed or (clear and (fits_before or fits_after)):
                held.append(run)
        return Passage.of(_coherent(held, held.index(seed)))


def _place(run: tuple[int, int, int]) -> int:
    return run[1]


def least_run(keys: Sequence[str]) -> int:
    """Fewest words in a row that show where these stand; 0 for no words."""
    if not keys:
        return 0
    words = word_count(keys)
    return min(round((RUN if words > SHORT else RUN - 1) * len(keys) / words), len(keys))


def _coherent(runs: Sequence[tuple[int, int, int]], seed: int) -> list[tuple[int, int, int]]:
    """The runs around the seed that nothing parts: no more words between two of them than they have, about."""
    first = last = seed
    while first > 0 and _belong_together(runs[first - 1], runs[first]):
        first -= 1
    while last + 1 < len(runs) and _belong_together(runs[last], runs[last + 1]):
        last += 1
    return list(runs[first : last + 1])


def _belong_together(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    here, there = other[0] - one[0] - one[2], other[1] - one[1] - one[2]
    return there <= here + GAP and here <= one[2] + other[2]


_SEEDS = 12
_SLACK = 12
_MOST_PASSAGES = 8
_MOST_KNOWN = 4_000
"""Answers that are kept: each quotation is asked for several times, and many are alike."""


@lru_cache(maxsize=8)
def haystack(article: Article) -> Haystack:
    """The searchable words of an article; the last few are kept."""
    return Haystack(article)
