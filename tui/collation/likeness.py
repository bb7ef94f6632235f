"""The second kind of evidence that two paragraphs match: they say the same in other words."""

from __future__ import annotations

from collections import defaultdict
from math import exp, fsum, log, sqrt
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from tui.article import Role
from tui.collation.portrait import Portrait, SentenceLikeness, portray, quote_alike, stands_in, stem_weights

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tui.collation.witness import Witness
    from tui.collation.wording import Pair, Wording

MANY_PAIRS = 40_000
"""Beyond this many pairs of paragraphs, only those without shared wording are looked at, and only the best."""

FORMULA = 400
"""In long articles, a word common to more pairs of paragraphs than this is no reason to look at any of them."""

LIKEST = 0.7
"""In long articles, only overlaps this near to the best of both paragraphs are looked at more closely."""

LIKEST_SENTENCES = 0.35
"""A pair whose sentences would have to be more alike than this to make up for the rest is left alone: on our gold, none
that a reader linked was lost so."""


class Evidence(NamedTuple):
    """What speaks for two paragraphs saying the same; masses are in words as rare as the rarest.

    Attributes:
        mass: Weight of the words both have.
        overlap: That over the geometric mean of the weights of both, 0..1.
        sentences: Likeness of the likest pair of sentences, 0..1.
        best: How near the overlap is to the best one of the left paragraph, plus the same of the right, 0..2.
        distance: How far apart they stand, as shares of their articles, 0..1.
        neighbours: 1 where paragraphs beside them share wording, else 0.
        held: How many of the two share wording with some other paragraph, 0..2.
        figures: Weight of the figures both have.
        fragment: Weight of the heaviest quoted fragment of either that stands in the other.
        run: Weight of the heaviest shared run of four words or more.
        same_quotation: 1 where both quote the same words, four or more, else 0.
        headlines: 1 where both are headlines, else 0.
        leads: 1 where both are the first paragraph of the body, else 0.
    """

    mass: float
    overlap: float
    sentences: float
    best: float
    distance: float
    neighbours: float
    held: float
    figures: float
    fragment: float
    run: float
    same_quotation: float
    headlines: float
    leads: float


WEIGHTS = Evidence(
    mass=0.47,
    overlap=11.9,
    sentences=10.2,
    best=1.98,
    distance=-4.66,
    neighbours=1.74,
    held=-1.15,
    figures=1.64,
    fragment=0.96,
    run=0.81,
    same_quotation=4.0,
    headlines=4.0,
    leads=1.0,
)
"""What each kind of evidence counts: a logistic regression over our gold (`python -m tests.accuracy.fitting`), rounded,
and held back where real coverage that the regression had not seen did better so (headlines, overlap)."""

BIAS = -9.13
"""The log-odds of a match where nothing speaks for one."""

LIKELY = 0.46
"""The probability from which a pair counts as a match. Recall on our gold would bear less, but a wrong link is noise on
the screen: on real coverage that the weights were not fitted to, 0.46 was better than 0.38 (F1 0.86 against 0.84)."""


def probability(evidence: Evidence) -> float:
    """How probable it is that two paragraphs say the same, 0..1."""
    return 1 / (1 + exp(-_log_odds(evidence)))


def _log_odds(evidence: Evidence) -> float:
    return sum(map(mul, evidence, WEIGHTS), BIAS)


def gather_evidence(
    left: Witness,
    right: Witness,
    wording: Mapping[Pair, Wording],
    linked: Collection[Pair],
    *,
    apart: Collection[Pair] = (),
    thorough: bool = False,
) -> dict[Pair, Evidence]:
    """Evidence for every pair of paragraphs that may say the same without being linked by wording.

    The cost grows with the words that two paragraphs have in common, not with the pairs there are.

    Args:
        left: The left article.
        right: The right article.
        wording: What the paragraphs share word for word.
        linked: The pairs linked by their wording.
        apart: Pairs of which there can be no evidence.
        thorough: Give the evidence for hopeless pairs, too; for fitting the weights.
    """
    held = {pair[0] for pair in linked}, {pair[1] for pair in linked}
    sparse = len(left) * len(right) > MANY_PAIRS
    left_portraits = _portraits(left, held[0] if sparse else ())
    right_portraits = _portraits(right, held[1] if sparse else ())
    portraits = [*left_portraits.values(), *right_portraits.values()]
    weights = stem_weights(portraits)
    masses = _shared_masses(left_portraits, right_portraits, weights, FORMULA if sparse else None)
    for pair in apart:
        masses.pop(pair, None)
    overlaps = _overlaps(masses, left_portraits, right_portraits, weights)
    nearness = _nearness_to_best(overlaps)
    beside = {(pair[0] + down, pair[1] + along) for pair in linked for down in (-1, 0, 1) for along in (-1, 0, 1)}
    leads = _lead(left), _lead(right)
    gathered: dict[Pair, Evidence] = {}
    for pair, overlap in overlaps.items():
        if pair in linked or (sparse and min(nearness[pair]) < LIKEST):
            continue
        one, other = left_portraits[pair[0]], right_portraits[pair[1]]
        evidence = Evidence(
            mass=masses[pair],
            overlap=overlap,
            sentences=0.0,
            best=sum(nearness[pair]),
            distance=abs(pair[0] / len(left) - pair[1] / len(right)),
            neighbours=float(pair in beside),
            held=float((pair[0] in held[0]) + (pair[1] in held[1])),
            figures=fsum([weights[stem] for stem in one.figures & other.figures]),
            fragment=_fragment(one, other, weights),
            run=wording[pair].longest_mass if pair in wording else 0.0,
            same_quotation=float(quote_alike(one, other)),
            headlines=float(_roles(left, right, pair) == (Role.HEADLINE, Role.HEADLINE)),
            leads=float(pair == leads),
        )
        if thorough or _log_odds(evidence) + WEIGHTS.sentences * LIKEST_SENTENCES > log(LIKELY / (1 - LIKELY)):
            gathered[pair] = evidence
    likeness = SentenceLikeness(_portraits_of(gathered, left_portraits, right_portraits))
    return {
        pair: evidence._replace(sentences=likeness(left_portraits[pair[0]], right_portraits[pair[1]]))
        for pair, evidence in gathered.items()
    }


def _roles(left: Witness, right: Witness, pair: Pair) -> tuple[Role, Role]:
    return left.article.paragraphs[pair[0]].role, right.article.paragraphs[pair[1]].role


def _lead(side: Witness) -> int | None:
    """The first paragraph of the body."""
    roles = [paragraph.role for paragraph in side.article.paragraphs]
    return roles.index(Role.BODY) if Role.BODY in roles else None


def _portraits(side: Witness, left_out: Collection[int]) -> dict[int, Portrait]:
    return {
        index: portray(side, index)
        for index, paragraph in enumerate(side.article.paragraphs)
        if index not in left_out and paragraph.counts
    }


def _portraits_of(
    pairs: Iterable[Pair], lefts: Mapping[int, Portrait], rights: Mapping[int, Portrait]
) -> list[Portrait]:
    chosen = set(pairs)
    return [
        *(lefts[index] for index in sorted({pair[0] for pair in chosen})),
        *(rights[index] for index in sorted({pair[1] for pair in chosen})),
    ]


def _shared_masses(
    lefts: Mapping[int, Portrait],
    rights: Mapping[int, Portrait],
    weights: Mapping[str, float],
    most_pairs: int | None,
) -> dict[Pair, float]:
    """The weight of the stems that each pair of paragraphs has in common, by an inverted index."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, portrait in lefts.items():
        for stem in portrait.stems:
            places[stem].append(index)
    standing: dict[str, list[int]] = defaultdict(list)
    for index, portrait in rights.items():
        for stem in portrait.stems:
            if stem in places:
                standing[stem].append(index)
    masses: dict[Pair, float] = defaultdict(float)
    for stem, right_places in standing.items():
        left_places = places[stem]
        weight = weights[stem]
        if weight <= 0 or (most_pairs is not None and len(left_places) * len(right_places) > most_pairs):
            continue
        for left in left_places:
            for right in right_places:
                masses[left, right] += weight
    return masses


def _overlaps(
    masses: Mapping[Pair, float],
    lefts: Mapping[int, Portrait],
    rights: Mapping[int, Portrait],
    weights: Mapping[str, float],
) -> dict[Pair, float]:
    left_masses = {index: _mass(portrait, weights) for index, portrait in lefts.items()}
    right_masses = {index: _mass(portrait, weights) for index, portrait in rights.items()}
    return {
        pair: mass / sqrt(left_masses[pair[0]] * right_masses[pair[1]]) for pair, mass in masses.items() if mass > 0
    }


def _mass(portrait: Portrait, weights: Mapping[str, float]) -> float:
    return sum([weights[stem] for stem in portrait.stems])


def _nearness_to_best(overlaps: Mapping[Pair, float]) -> dict[Pair, tuple[float, float]]:
    left_best: dict[int, float] = defaultdict(float)
    right_best: dict[int, float] = defaultdict(float)
    for (left, right), overlap in overlaps.items():
        left_best[left] = max(left_best[left], overlap)
        right_best[right] = max(right_best[right], overlap)
    return {pair: (value / left_best[pair[0]], value / right_best[pair[1]]) for pair, value in overlaps.items()}


def _fragment(left: Portrait, right: Portrait, weights: Mapping[str, float]) -> float:
    shared = [
        *(fragment for fragment in left.fragments if stands_in(fragment, right)),
        *(fragment for fragment in right.fragments if stands_in(fragment, left)),
    ]
    return max((sum(weights[stem] for stem in fragment) for fragment in shared), default=0.0)
