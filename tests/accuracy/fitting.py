"""Fits the weights of `tui.collation.likeness` to the gold, and tests each story with weights fitted to the others.

Run as `python -m tests.accuracy.fitting`; it prints what stands in `WEIGHTS` and `BIAS`, after rounding. Logistic
regression by Newton's method with a ridge, after the textbooks.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import exp

from tests.accuracy.scoring import GoldPair, Tally, gold_pairs
from tui.article import read_article
from tui.collation.likeness import BIAS, LIKELY, WEIGHTS, Evidence, gather_evidence
from tui.collation.links import word_links
from tui.collation.scales import Scales
from tui.collation.witness import prepare

RIDGE = 0.003
"""Pulls the weights of evidence in hand towards 0; the units are those of the evidence."""

FIXED = {"same_quotation": WEIGHTS.same_quotation}
"""Evidence too rare in the gold to be fitted."""


@dataclass(frozen=True, slots=True)
class Case:
    """One pair of paragraphs: the evidence, and whether a reader linked them (None: debatable)."""

    story: str
    evidence: Evidence
    linked: bool | None


def cases_of(pair: GoldPair) -> list[Case]:
    """Every pair of paragraphs of two articles that only likeness can link."""
    left, right, vocabulary = prepare(read_article(str(pair.left)), read_article(str(pair.right)))
    matches, wording = word_links(Scales(left, vocabulary), Scales(right, vocabulary))
    cases = []
    for places, evidence in gather_evidence(left, right, wording, matches.keys(), thorough=True).items():
        gold = pair.links.get(places)
        linked = None if gold and not gold["sure"] else gold is not None
        cases.append(Case(pair.story, evidence, linked))
    return cases


def strangers(pairs: list[GoldPair]) -> list[GoldPair]:
    """Pairs of articles on different stories, in which nothing says the same."""
    return [
        GoldPair(one.story, "strangers", one.left, other.right, {})
        for one, other in pairwise(pairs)
        if one.story != other.story
    ]


def fit(cases: list[Case], rounds: int = 12) -> tuple[list[float], float]:
    """Weights in the order of `Evidence`, and the bias."""
    names = [name for name in Evidence._fields if name not in FIXED]
    rows = [([getattr(case.evidence, name) for name in names] + [1.0], bool(case.linked)) for case in cases]
    weights = [0.0] * (len(names) + 1)
    for _ in range(rounds):
        gradient = [-RIDGE * weight for weight in weights]
        hessian = [[RIDGE * (one == other) for other in range(len(weights))] for one in range(len(weights))]
        for row, linked in rows:
            expected = 1 / (1 + exp(-sum(value * weight for value, weight in zip(row, weights, strict=True))))
            spread = expected * (1 - expected)
            for one, value in enumerate(row):
                if value:
                    gradient[one] += value * (linked - expected)
                    for other, counterpart in enumerate(row):
                        hessian[one][other] += spread * value * counterpart
        weights = [weight + step for weight, step in zip(weights, _solve(hessian, gradient), strict=True)]
    fitted = dict(zip(names, weights, strict=False)) | FIXED
    return [fitted[name] for name in Evidence._fields], weights[-1]


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Gaussian elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for column in range(len(rows)):
        pivot = max(range(column, len(rows)), key=lambda index: abs(rows[index][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for index, row in enumerate(rows):
            if index != column:
                factor = row[column] / rows[column][column]
                rows[index] = [value - factor * other for value, other in zip(row, rows[column], strict=True)]
    return [row[-1] / row[index] for index, row in enumerate(rows)]


def judge(cases: list[Case], weights: list[float], bias: float) -> Tally:
    """Hits and faults of these weights; debatable pairs count neither way."""
    tally = Tally()
    for case in cases:
        if case.linked is not None:
            odds = sum(value * weight for value, weight in zip(case.evidence, weights, strict=True)) + bias
            found = 1 / (1 + exp(-odds)) >= LIKELY
            tally.found += found and case.linked
            tally.wrong += found and not case.linked
            tally.missed += case.linked and not found
    return tally


def main() -> None:
    """Print the fitted weights beside those in use, and the F1 of similar links for stories left out in turn."""
    pairs = gold_pairs()
    cases = [case for pair in pairs + strangers(pairs) for case in cases_of(pair)]
    sure = [case for case in cases if case.linked is not None]
    weights, bias = fit(sure)
    for name, fitted, used in zip(Evidence._fields, weights, WEIGHTS, strict=True):
        print(f"{name:<16} fitted {fitted:7.2f}   in use {used:7.2f}")
    print(f"{'bias':<16} fitted {bias:7.2f}   in use {BIAS:7.2f}")
    left_out = Tally()
    for story in sorted({case.story for case in cases}):
        others = fit([case for case in sure if case.story != story])
        left_out += judge([case for case in cases if case.story == story], *others)
    print(f"similar links, each story with weights fitted to the others: F1 {left_out.f1:.3f}")
    print(f"similar links, weights in use: F1 {judge(cases, list(WEIGHTS), BIAS).f1:.3f}")


if __name__ == "__main__":
    main()
