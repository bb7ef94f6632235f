"""The first kind of evidence that two paragraphs match: they share wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.collation.runs import Run
    from tui.collation.witness import Vocabulary, Witness

Pair = tuple[int, int]
"""A left and a right paragraph, by index."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What two paragraphs share word for word; lengths in words, masses in rarest words.

    Attributes:
        longest: Length of the longest shared run.
        longest_mass: Weight of the heaviest shared run.
        left_cover: Words of the left paragraph that lie in shared runs.
        right_cover: The same on the right.
        mass: Weight of the words that lie in shared runs, on the side where it is smaller.
        runs: The runs themselves, by place on the right.
    """

    longest: float
    longest_mass: float
    left_cover: float
    right_cover: float
    mass: float
    runs: tuple[Run, ...]


def shared_wording(left: Witness, right: Witness, vocabulary: Vocabulary, runs: Iterable[Run]) -> dict[Pair, Wording]:
    """Sum up the shared runs of every pair of paragraphs that has any."""
    by_pair: dict[Pair, list[Run]] = {}
    for run in runs:
        by_pair.setdefault((run.left_paragraph, run.right_paragraph), []).append(run)
    return {pair: _sum_up(left, right, vocabulary, found) for pair, found in by_pair.items()}


def _sum_up(left: Witness, right: Witness, vocabulary: Vocabulary, runs: list[Run]) -> Wording:
    longest = longest_mass = 0.0
    for run in runs:
        words = left.ids[run.left : run.left + run.length]
        longest = max(longest, vocabulary.size(words))
        longest_mass = max(longest_mass, vocabulary.mass(words))
    left_words = _covered(left.ids, [(run.left, run.left + run.length) for run in runs])
    right_words = _covered(right.ids, [(run.right, run.right + run.length) for run in runs])
    return Wording(
        longest=longest,
        longest_mass=longest_mass,
        left_cover=vocabulary.size(left_words),
        right_cover=vocabulary.size(right_words),
        mass=min(vocabulary.mass(left_words), vocabulary.mass(right_words)),
        runs=tuple(runs),
    )


def _covered(ids: list[int], ranges: list[tuple[int, int]]) -> list[int]:
    """The words in these ranges, each place once."""
    if len(ranges) == 1:
        return ids[ranges[0][0] : ranges[0][1]]
    words: list[int] = []
    reached = 0
    for start, end in sorted(ranges):
        words += ids[max(start, reached) : end]
        reached = max(reached, end)
    return words
