"""Passages that two articles share: maximal runs of equal words within a paragraph of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.collation.witness import Witness

SHORTEST = 4
"""Fewest words of a shared run."""

MOST_PLACES = 24
"""Words in a row that stand in more places than this are a formula: no evidence of a match."""


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


def shared_runs(left: Witness, right: Witness, shortest: int = SHORTEST) -> list[Run]:
    """Every maximal run of `shortest` or more equal words that crosses no paragraph, by its place on the right.

    Found through an index of the left article's word n-grams, so that the cost grows with the words. Long rare
    blocks first is how CollateX and LERA start as well.
    """
    places: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    for paragraph, at, gram in _grams(left, shortest):
        places.setdefault(gram, []).append((paragraph, at))
    runs: list[Run] = []
    reached: dict[int, int] = {}
    for paragraph, at, gram in _grams(right, shortest):
        found = places.get(gram)
        if found is None or len(found) > MOST_PLACES:
            continue
        for left_paragraph, start in found:
            diagonal = at - start
            if reached.get(diagonal, 0) > at:
                continue
            length = _extent(left, left_paragraph, start, right, paragraph, at, shortest)
            reached[diagonal] = at + length
            runs.append(Run(start, at, length, left_paragraph, paragraph))
    return runs


def _grams(side: Witness, size: int) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Paragraph, first word and words of every run of `size` words."""
    for paragraph in range(len(side)):
        words = side.words(paragraph)
        first = side.bounds[paragraph]
        for offset, gram in enumerate(zip(*(words[shift:] for shift in range(size)), strict=False)):
            yield paragraph, first + offset, gram


def _extent(
    left: Witness, left_paragraph: int, start: int, right: Witness, right_paragraph: int, at: int, known: int
) -> int:
    """How many words are equal from here on, `known` of them already found so."""
    room = min(left.bounds[left_paragraph + 1] - start, right.bounds[right_paragraph + 1] - at)
    length = known
    while length < room and left.ids[start + length] == right.ids[at + length]:
        length += 1
    return length
