"""Passages that two articles share: maximal runs of equal words within a paragraph of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from tui.collation.witness import Witness

SHORTEST = 4
"""Fewest words of a shared run."""

MOST_PLACES = 24
"""Words in a row that stand in more places than this are a formula: no evidence of a match."""

MOST_RUNS = 100_000
"""Where there are more runs than this and a run a word, as in words by chance, formulas are told from wording more
strictly."""


class Run(NamedTuple):
    """Equal words in a row, as many as there are.

    Attributes:
        left: Index of its first word among the left article's words.
        right: Index of its first word among the right article's words.
        length: How many words it has.
        left_paragraph: Index of the paragraph it stands in on the left.
        right_paragraph: The same on the right.
    """

    left: int
    right: int
    length: int
    left_paragraph: int
    right_paragraph: int


def shared_runs(
    left: Witness, right: Witness, settled: Collection[tuple[int, int]], shortest: int = SHORTEST
) -> list[Run]:
    """Every maximal run of `shortest` or more equal words that crosses no paragraph.

    Found through an index of word n-grams, so that the cost grows with the words. Long rare blocks first is how
    CollateX and LERA start as well.

    Args:
        left: The left article.
        right: The right article.
        settled: Pairs of equal paragraphs, which are not compared with each other: what they share is known.
        shortest: Fewest words of a run.
    """
    left_settled = {pair[0] for pair in settled}
    right_settled = {pair[1] for pair in settled}
    left_open = [paragraph for paragraph in range(len(left)) if paragraph not in left_settled]
    right_open = [paragraph for paragraph in range(len(right)) if paragraph not in right_settled]
    runs = _runs_between(left, left_open, right, range(len(right)), shortest)
    runs += [
        Run(run.right, run.left, run.length, run.right_paragraph, run.left_paragraph)
        for run in _runs_between(right, right_open, left, sorted(left_settled), shortest)
    ]
    return runs


def _runs_between(
    indexed: Witness, paragraphs: Iterable[int], scanned: Witness, among: Sequence[int], shortest: int
) -> list[Run]:
    """The runs that paragraphs of one article, taken as the left, share with some of the other."""
    places: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    for paragraph in paragraphs:
        for at, gram in enumerate(_grams(indexed, paragraph, shortest), indexed.bounds[paragraph]):
            if gram in places:
                places[gram].append((paragraph, at))
            else:
                places[gram] = [(paragraph, at)]
    most, places_at_most = MOST_RUNS + len(scanned.ids), MOST_PLACES
    runs = _runs_at(indexed, places, scanned, among, shortest, places_at_most, most)
    while len(runs) > most:
        places_at_most //= 2
        runs = _runs_at(indexed, places, scanned, among, shortest, places_at_most, most)
    return runs


def _runs_at(
    indexed: Witness,
    places: Mapping[tuple[int, ...], Sequence[tuple[int, int]]],
    scanned: Witness,
    among: Sequence[int],
    shortest: int,
    places_at_most: int,
    most: int,
) -> list[Run]:
    """The runs that begin at no formula; given up where there are more than `most`."""
    runs: list[Run] = []
    reached: dict[int, int] = {}
    for paragraph in among:
        for at, gram in enumerate(_grams(scanned, paragraph, shortest), scanned.bounds[paragraph]):
            if gram not in places:
                continue
            found = places[gram]
            if len(found) > places_at_most:
                continue
            for other_paragraph, start in found:
                diagonal = at - start
                if reached.get(diagonal, 0) <= at:
                    length = _extent(indexed, other_paragraph, start, scanned, paragraph, at, shortest)
                    reached[diagonal] = at + length
                    before = _extent_before(indexed, other_paragraph, start, scanned, paragraph, at)
                    runs.append(Run(start - before, at - before, length + before, other_paragraph, paragraph))
            if len(runs) > most:
                return runs
    return runs


def _grams(side: Witness, paragraph: int, size: int) -> Iterator[tuple[int, ...]]:
    """Every run of `size` words of a paragraph."""
    words = side.words(paragraph)
    return zip(*(words[shift:] for shift in range(size)), strict=False)


def _extent(
    left: Witness, left_paragraph: int, start: int, right: Witness, right_paragraph: int, at: int, known: int
) -> int:
    """How many words are equal from here on, `known` of them already found so."""
    room = min(left.bounds[left_paragraph + 1] - start, right.bounds[right_paragraph + 1] - at)
    length = known
    while length < room and left.ids[start + length] == right.ids[at + length]:
        length += 1
    return length


def _extent_before(
    left: Witness, left_paragraph: int, start: int, right: Witness, right_paragraph: int, at: int
) -> int:
    """How many words before these are equal, too: a formula, which starts no run but belongs to one."""
    room = min(start - left.bounds[left_paragraph], at - right.bounds[right_paragraph])
    length = 0
    while length < room and left.ids[start - length - 1] == right.ids[at - length - 1]:
        length += 1
    return length
