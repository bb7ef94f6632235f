"""How well `collate` agrees with links made by reading: precision, recall and order, pair by pair and in sum."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.article import read_article
from tui.collation import Collation, Relation, collate

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"

GROUPS = ("seeds", "same-event", "versions", "release", "source")

Links = dict[tuple[int, int], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two articles and the links that a reader found between them.

    Attributes:
        story: The name of the story.
        group: What kind of pair it is, one of GROUPS.
        left: The left article's file.
        right: The right article's file.
        links: What the reader said of each linked pair of paragraphs.
    """

    story: str
    group: str
    left: Path
    right: Path
    links: Links


@dataclass(slots=True)
class Tally:
    """Hits and faults, to be summed over pairs.

    Attributes:
        found: Links found that the gold has.
        wrong: Links found that the gold has not.
        missed: Sure links of the gold not found.
        ordered: Links found whose `moved` agrees with the gold.
    """

    found: int = 0
    wrong: int = 0
    missed: int = 0
    ordered: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.found += other.found
        self.wrong += other.wrong
        self.missed += other.missed
        self.ordered += other.ordered
        return self

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        total = 2 * self.found + self.wrong + self.missed
        return 2 * self.found / total if total else 1.0

    @property
    def precision(self) -> float:
        """Share of the links found that are right."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the sure links that were found."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def order(self) -> float:
        """Share of the links found that are rightly in or out of order."""
        return self.ordered / self.found if self.found else 1.0


def gold_pairs() -> list[GoldPair]:
    """Every pair that has gold."""
    pairs: list[GoldPair] = []
    for path in sorted((HERE / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        seeds = gold["story"] == "seeds"
        folder = SEEDS if seeds else HERE / "articles" / gold["story"]
        group = "seeds" if seeds else gold["kind"]
        for pair in gold["pairs"]:
            links = {(link["left"], link["right"]): link for link in pair["links"]}
            left, right = folder / pair["left"], folder / pair["right"]
            pairs.append(GoldPair(gold["story"], pair.get("kind", group), left, right, links))
    return pairs


def collate_pair(pair: GoldPair) -> Collation:
    """Compare the two articles of a pair."""
    return collate(read_article(str(pair.left)), read_article(str(pair.right)))


def tally(collation: Collation, links: Links, *, strong: bool) -> Tally:
    """Count hits and faults; debatable links count neither way.

    Args:
        collation: What the program found.
        links: What the reader found.
        strong: Look only at links that are more than similar.
    """
    result = Tally()
    found = {
        (link.left, link.right): link for link in collation.links if not (strong and link.relation is Relation.SIMILAR)
    }
    for pair, link in found.items():
        gold = links.get(pair)
        if gold is None or (strong and gold["sure"] and gold["relation"] == "similar"):
            result.wrong += 1
        elif gold["sure"]:
            result.found += 1
            result.ordered += link.moved == gold["moved"]
    for pair, gold in links.items():
        wanted = gold["sure"] and not (strong and gold["relation"] == "similar")
        result.missed += wanted and pair not in found
    return result


@dataclass(slots=True)
class Score:
    """The figures of one group of pairs."""

    strong: Tally
    every: Tally
    relations: Counter[bool]


def score_all() -> dict[str, Score]:
    """The figures of every group, in the order of GROUPS."""
    scores = {group: Score(Tally(), Tally(), Counter()) for group in GROUPS}
    for pair in gold_pairs():
        collation = collate_pair(pair)
        score = scores[pair.group]
        score.strong += tally(collation, pair.links, strong=True)
        score.every += tally(collation, pair.links, strong=False)
        for link in collation.links:
            gold = pair.links.get((link.left, link.right))
            if gold and gold["sure"]:
                score.relations[gold["relation"] == link.relation] += 1
    return {group: score for group, score in scores.items() if score.every.found + score.every.missed}


def table(scores: dict[str, Score]) -> str:
    """The figures as a table for people."""
    lines = ["group        strong F1   P     R    |  every F1   P     R    | order  relation"]
    for group, score in scores.items():
        strong, every = score.strong, score.every
        relation = score.relations[True] / max(1, score.relations.total())
        lines.append(
            f"{group:<12} {strong.f1:9.3f} {strong.precision:5.2f} {strong.recall:5.2f}  |"
            f" {every.f1:9.3f} {every.precision:5.2f} {every.recall:5.2f}  |"
            f" {every.order:5.3f} {relation:8.3f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(score_all()))
