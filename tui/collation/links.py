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
from tui.collation.portrait import portray, quote_alike
from tui.collation.runs import shared_runs
from tui.collation.scales import Scales, shared_mass
from tui.collation.ties import NOTHING_TIED
from tui.collation.wording import Pair, Wording, shared_wording

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tui.collation.runs import Run
    from tui.collation.ties import Tied
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
        tied: What a reporter said of them.
    """

    links: tuple[Link, ...]
    wording: Mapping[Pair, Wording]
    tied: Tied = NOTHING_TIED


@dataclass(frozen=True, slots=True)
class Match:
    """A link before its order is known; `mass`, the weight of what the two share, counts towards the common order."""

    relation: Relation
    mass: float


def link_paragraphs(left: Witness, right: Witness, vocabulary: Vocabulary, tied: Tied = NOTHING_TIED) -> Linked:
    """Link the paragraphs of two articles that match, and those that a reporter tied together."""
    scales = Scales(left, vocabulary), Scales(right, vocabulary)
    matches, wording = word_links(*scales, tied)
    settled = _settled(matches)
    evidence = gather_evidence(left, right, wording, matches.keys(), apart=tied.apart)
    matches |= {
        pair: _speaking_alike(found)
        for pair, found in evidence.items()
        if probability(found) >= LIKELY and not (pair[0] in settled[0] or pair[1] in settled[1])
    }
    matches |= {pair: _by_hand(*scales, pair, wording) for pair in tied.together - matches.keys()}
    chain = _chain(left, right, matches)
    for pair in evidence.keys() & matches.keys() - chain - tied.together:
        if matches[pair].relation is Relation.SIMILAR and probability(evidence[pair]) < LIKELY_MOVED:
            del matches[pair]
    links = [
        Link(*pair, match.relation, pair not in chain, _score(*scales, pair, match), pair in tied.together)
        for pair, match in sorted(matches.items())
    ]
    return Linked(tuple(links), wording, tied)


def word_links(left: Scales, right: Scales, tied: Tied = NOTHING_TIED) -> tuple[dict[Pair, Match], dict[Pair, Wording]]:
    """The pairs of paragraphs that their wording links, and what all pairs share word for word.

    Those told apart share nothing here.
    """
    matches = _equal(left, right, tied)
    wording = shared_wording(left.side, right.side, left.vocabulary, _runs(left.side, right.side, matches, tied))
    for pair, shared in wording.items():
        if pair not in matches and _is_passage(left, right, pair, shared):
            matches[pair] = Match(_relation(left, right, pair, shared), shared_mass(left, right, pair))
    _drop_copies(left.side, right.side, matches, tied.together)
    return matches, wording


def _runs(left: Witness, right: Witness, equal: Collection[Pair], tied: Tied) -> list[Run]:
    """The runs that paragraphs share; two that both have an equal one are asked only where they are tied."""
    if tied is NOTHING_TIED:
        return shared_runs(left, right, equal)
    lefts, rights = {pair[0] for pair in equal}, {pair[1] for pair in equal}
    asked = {pair for pair in tied.together if pair not in equal}
    tied_lefts, tied_rights = {pair[0] for pair in asked}, {pair[1] for pair in asked}
    known = [pair for pair in equal if pair[0] not in tied_lefts and pair[1] not in tied_rights]
    return [
        run
        for run in shared_runs(left, right, known)
        if (pair := (run.left_paragraph, run.right_paragraph)) not in tied.apart
        and (pair in asked or pair[0] not in lefts or pair[1] not in rights)
    ]


def _equal(left: Scales, right: Scales, tied: Tied) -> dict[Pair, Match]:
    """Paragraphs with equal words, however short, noise aside.

    Of several alike, those told to belong together do; then those in the common order of all equal paragraphs ("Q."
    before the same answer), then the first of the rest with the first that isn't told apart from it.
    """
    numbers: dict[tuple[int, ...], int] = {}
    identities = [_identities(side.side, numbers) for side in (left, right)]
    pairs = _equal_together(identities[0], identities[1], tied)
    if pairs:
        done = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        identities = [[entry for entry in identities[at] if entry[0] not in done[at]] for at in (0, 1)]
    rest: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    sequences = [[identity for _, identity in side] for side in identities]
    for block in slide_down(align(*sequences), *sequences):
        lefts, rights = identities[0][block.left : block.left_end], identities[1][block.right : block.right_end]
        if block.equal:
            beside = list(zip(lefts, rights, strict=True))
            pairs += [(one, other) for (one, _), (other, _) in beside if (one, other) not in tied.apart]
            lefts = [entry for entry, other in beside if (entry[0], other[0]) in tied.apart]
            rights = [other for entry, other in beside if (entry[0], other[0]) in tied.apart]
        for paragraph, identity in lefts:
            rest[identity][0].append(paragraph)
        for paragraph, identity in rights:
            rest[identity][1].append(paragraph)
    pairs += [pair for alike in rest.values() for pair in _first_with_first(*alike, tied.apart)]
    return {pair: Match(Relation.SAME, left.mass(pair[0])) for pair in pairs}


def _equal_together(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]], tied: Tied) -> list[Pair]:
    """Of the paragraphs told to belong together those with equal words; each is numbered as in `_identities`."""
    if not tied.together:
        return []
    numbers = dict(left), dict(right)
    return sorted(
        pair for pair in tied.together if pair[0] in numbers[0] and numbers[0][pair[0]] == numbers[1].get(pair[1])
    )


def _first_with_first(lefts: Sequence[int], rights: Sequence[int], apart: Collection[Pair]) -> list[Pair]:
    """Each left paragraph with the first right one that is left over and isn't told apart from it."""
    if not apart:
        return list(zip(lefts, rights, strict=False))
    left_over = list(rights)
    pairs: list[Pair] = []
    for one in lefts:
        other = next((other for other in left_over if (one, other) not in apart), None)
        if other is not None:
            left_over.remove(other)
            pairs.append((one, other))
    return pairs


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
    return _share_passage(left, right, pair, shared)


def _share_passage(left: Scales, right: Scales, pair: Pair, shared: Wording) -> bool:
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


def _by_hand(left: Scales, right: Scales, pair: Pair, wording: Mapping[Pair, Wording]) -> Match:
    """The link of two paragraphs that a reporter tied together, by what they share."""
    mass = shared_mass(left, right, pair)
    shared = wording.get(pair)
    if shared is not None and _share_passage(left, right, pair, shared):
        return Match(_relation(left, right, pair, shared), mass)
    quoted = quote_alike(portray(left.side, pair[0]), portray(right.side, pair[1]))
    return Match(Relation.PARTIAL if quoted else Relation.SIMILAR, mass)


def _drop_copies(left: Witness, right: Witness, matches: dict[Pair, Match], kept: Collection[Pair]) -> None:
    """Where both articles print a passage twice, link copy with copy and original with original only."""
    copied_left = {pair[0] for pair in matches if is_copy(left, pair[0]) and is_copy(right, pair[1])}
    copied_right = {pair[1] for pair in matches if is_copy(left, pair[0]) and is_copy(right, pair[1])}
    for pair in list(matches):
        crosswise = is_copy(left, pair[0]) != is_copy(right, pair[1])
        if crosswise and pair not in kept and (pair[0] in copied_left or pair[1] in copied_right):
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
