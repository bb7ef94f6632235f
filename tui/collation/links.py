"""Which paragraphs match, how closely, and in which order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article import Role
from tui.collation.align import align, slide_down
from tui.collation.likeness import LIKELY, Evidence, gather_evidence, probability
from tui.collation.model import Link, Relation
from tui.collation.order import heaviest_chain
from tui.collation.runs import shared_runs
from tui.collation.scales import Scales, shared_mass
from tui.collation.wording import Pair, Wording, shared_wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.collation.witness import Vocabulary, Witness

LONG_RUN = 6.0
"""A shared run of this many words links two paragraphs, if it says something."""

LONG_RUN_MASS = 1.5
"""What such a run weighs at least, in words as rare as the rarest: a name alone is no passage."""

KEPT = 0.5
"""The share of the words of both paragraphs in shared runs that makes one an edited version of the other."""


LIKELY_MOVED = 0.60
"""How probable it must be that paragraphs off the common order say the same."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of a collation and the shared wording they rest on.

    Attributes:
        links: By left paragraph, then right.
        wording: What pairs of paragraphs share word for word, linked or not.
    """

    links: tuple[Link, ...]
    wording: Mapping[Pair, Wording]


@dataclass(frozen=True, slots=True)
class Match:
    """A link before its order is known; `mass`, the weight of what the two share, counts towards the common order."""

    relation: Relation
    mass: float


def link_paragraphs(left: Witness, right: Witness, vocabulary: Vocabulary) -> Linked:
    """Link the paragraphs of two articles that match."""
    scales = Scales(left, vocabulary), Scales(right, vocabulary)
    matches, wording = word_links(*scales)
    settled = _settled(matches)
    evidence = gather_evidence(left, right, wording, matches.keys())
    matches |= {
        pair: _speaking_alike(found)
        for pair, found in evidence.items()
        if probability(found) >= LIKELY and not (pair[0] in settled[0] or pair[1] in settled[1])
    }
    chain = _chain(left, right, matches)
    for pair in evidence.keys() & matches.keys() - chain:
        if matches[pair].relation is Relation.SIMILAR and probability(evidence[pair]) < LIKELY_MOVED:
            del matches[pair]
    links = [
        Link(pair[0], pair[1], match.relation, pair not in chain, _score(*scales, pair, match))
        for pair, match in sorted(matches.items())
    ]
    return Linked(tuple(links), wording)


def word_links(left: Scales, right: Scales) -> tuple[dict[Pair, Match], dict[Pair, Wording]]:
    """The pairs of paragraphs that their wording links, and what all pairs share word for word."""
    matches = _equal(left, right)
    runs = shared_runs(left.side, right.side, matches.keys())
    wording = shared_wording(left.side, right.side, left.vocabulary, runs)
    for pair, shared in wording.items():
        if pair not in matches and _is_passage(left, right, pair, shared):
            matches[pair] = Match(_relation(left, right, pair, shared), shared_mass(left, right, pair))
    _drop_copies(left.side, right.side, matches)
    return matches, wording


def _equal(left: Scales, right: Scales) -> dict[Pair, Match]:
    """Paragraphs with equal words, however short, noise aside.

    Of several alike, those in the common order of all equal paragraphs go together ("Q." before the same answer), then
    the first of the rest with the first.
    """
    numbers: dict[tuple[int, ...], int] = {}
    identities = [_identities(side.side, numbers) for side in (left, right)]
    pairs: list[Pair] = []
    rest: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    sequences = [[identity for _, identity in side] for side in identities]
    for block in slide_down(align(*sequences), *sequences):
        lefts, rights = identities[0][block.left : block.left_end], identities[1][block.right : block.right_end]
        if block.equal:
            pairs += [(one, other) for (one, _), (other, _) in zip(lefts, rights, strict=True)]
        else:
            for paragraph, identity in lefts:
                rest[identity][0].append(paragraph)
            for paragraph, identity in rights:
                rest[identity][1].append(paragraph)
    pairs += [pair for alike in rest.values() for pair in zip(*alike, strict=False)]
    return {pair: Match(Relation.SAME, left.mass(pair[0])) for pair in pairs}


def _identities(side: Witness, numbers: dict[tuple[int, ...], int]) -> list[tuple[int, int]]:
    """Every paragraph that has words, with a number that equal paragraphs have in common."""
    found: list[tuple[int, int]] = []
    for paragraph in range(len(side)):
        words = tuple(side.words(paragraph))
        if not side.noise.isdisjoint(side.places(paragraph)):
            words = tuple(side.ids[at] for at in side.places(paragraph) if at not in side.noise)
        if words:
            found.append((paragraph, numbers.setdefault(words, len(numbers))))
    return found


def _settled(matches: Mapping[Pair, Match]) -> tuple[set[int], set[int]]:
    """The paragraphs that stand word for word in the other article: nothing more need be said of them."""
    same = [pair for pair, match in matches.items() if match.relation is Relation.SAME]
    return {pair[0] for pair in same}, {pair[1] for pair in same}


def _is_passage(left: Scales, right: Scales, pair: Pair, shared: Wording) -> bool:
    """Whether what two paragraphs share word for word links them."""
    if _is_boilerplate(left.side, pair[0]) or _is_boilerplate(right.side, pair[1]):
        return False
    long_enough = shared.longest >= LONG_RUN and shared.longest_mass >= LONG_RUN_MASS
    return long_enough or _relation(left, right, pair, shared) is Relation.EDITED


def _relation(left: Scales, right: Scales, pair: Pair, shared: Wording) -> Relation:
    left_kept = shared.left_cover >= KEPT * left.size(pair[0])
    right_kept = shared.right_cover >= KEPT * right.size(pair[1])
    return Relation.EDITED if left_kept and right_kept else Relation.PARTIAL


def _speaking_alike(evidence: Evidence) -> Match:
    """A link that rests on what both say; a whole quotation in both makes it more than similar."""
    if evidence.same_quotation:
        return Match(Relation.PARTIAL, evidence.mass)
    return Match(Relation.SIMILAR, evidence.mass * probability(evidence))


def _drop_copies(left: Witness, right: Witness, matches: dict[Pair, Match]) -> None:
    """Where both articles print a passage twice, link copy with copy and original with original only."""
    copied_left = {pair[0] for pair in matches if is_copy(left, pair[0]) and is_copy(right, pair[1])}
    copied_right = {pair[1] for pair in matches if is_copy(left, pair[0]) and is_copy(right, pair[1])}
    for pair in list(matches):
        crosswise = is_copy(left, pair[0]) != is_copy(right, pair[1])
        if crosswise and (pair[0] in copied_left or pair[1] in copied_right):
            del matches[pair]


def _chain(left: Witness, right: Witness, matches: Mapping[Pair, Match]) -> set[Pair]:
    """The links in the common order; a copy takes no part in it, unless it answers a copy."""
    pairs = [pair for pair in matches if is_copy(left, pair[0]) == is_copy(right, pair[1])]
    return heaviest_chain(pairs, [1 + round(1000 * matches[pair].mass) for pair in pairs])


def _score(left: Scales, right: Scales, pair: Pair, match: Match) -> float:
    """How much of the lighter paragraph stands in the other, word by word, 0..1."""
    if match.relation is Relation.SAME:
        return 1.0
    lighter = min(left.mass(pair[0]), right.mass(pair[1]))
    return round(min(1.0, shared_mass(left, right, pair) / lighter), 4) if lighter > 0 else 1.0


def is_copy(side: Witness, paragraph: int) -> bool:
    """Whether a paragraph repeats an earlier one of its own article."""
    return side.article.paragraphs[paragraph].duplicate_of is not None


def _is_boilerplate(side: Witness, paragraph: int) -> bool:
    return side.article.paragraphs[paragraph].role is Role.BOILERPLATE
