"""Which paragraphs match, how closely, and in which order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article import Role
from tui.collation.model import Link, Relation
from tui.collation.order import heaviest_chain
from tui.collation.runs import shared_runs
from tui.collation.wording import Pair, Wording, shared_wording

if TYPE_CHECKING:
    from tui.collation.witness import Vocabulary, Witness

LONG_RUN = 6.0
"""A shared run of this many words links two paragraphs."""

SHORT_RUN = 4.0
"""Shared runs of this many words count when it is asked how much of a paragraph is kept."""

KEPT = 0.5
"""The share of the words of both paragraphs in shared runs that makes one an edited version of the other."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of a collation and the shared runs they rest on.

    Attributes:
        links: By left paragraph, then right.
        wording: What the linked pairs share word for word; nothing for equal paragraphs.
    """

    links: tuple[Link, ...]
    wording: dict[Pair, Wording]


def link_paragraphs(left: Witness, right: Witness, vocabulary: Vocabulary) -> Linked:
    """Link the paragraphs of two articles that match."""
    relations: dict[Pair, tuple[Relation, float, float]] = {}
    equal = _equal_pairs(left, right)
    for pair in equal:
        mass = sum(vocabulary.weights[word] for word in left.words(pair[0]))
        relations[pair] = (Relation.SAME, 1.0, mass + left.length(pair[0]))
    wording = shared_wording(left, right, vocabulary, shared_runs(left, right))
    for pair, shared in wording.items():
        if pair not in relations and shared.longest >= LONG_RUN:
            relations[pair] = (_relation(left, right, vocabulary, pair, shared), 1.0, shared.longest_mass + 1)
    chain = _chain(left, right, relations)
    links = [
        Link(pair[0], pair[1], relation, pair not in chain, score)
        for pair, (relation, score, _) in sorted(relations.items())
    ]
    return Linked(tuple(links), wording)


def _equal_pairs(left: Witness, right: Witness) -> list[Pair]:
    """Paragraphs with equal words; of several alike, the first with the first and so on."""
    places: dict[tuple[int, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, witness in enumerate((left, right)):
        for paragraph in range(len(witness)):
            words = tuple(witness.words(paragraph))
            if words:
                places[words][side].append(paragraph)
    return [pair for lefts, rights in places.values() for pair in zip(lefts, rights, strict=False)]


def _relation(
    left: Witness, right: Witness, vocabulary: Vocabulary, pair: Pair, shared: Wording
) -> Relation:
    left_words = sum([vocabulary.sizes[word] for word in left.words(pair[0])])
    right_words = sum([vocabulary.sizes[word] for word in right.words(pair[1])])
    if shared.left_cover >= KEPT * left_words and shared.right_cover >= KEPT * right_words:
        return Relation.EDITED
    return Relation.PARTIAL


def _chain(
    left: Witness, right: Witness, relations: dict[Pair, tuple[Relation, float, float]]
) -> set[Pair]:
    pairs = [pair for pair in relations if _is_repeat(left, pair[0]) == _is_repeat(right, pair[1])]
    return heaviest_chain(pairs, [1 + int(relations[pair][2] * 1000) for pair in pairs])


def _is_repeat(side: Witness, paragraph: int) -> bool:
    found = side.article.paragraphs[paragraph]
    return found.duplicate_of is not None


def is_boilerplate(side: Witness, paragraph: int) -> bool:
    """Whether a paragraph is navigation, a form, an advertisement: no evidence of anything."""
    return side.article.paragraphs[paragraph].role is Role.BOILERPLATE
