"""How well statements are traced across articles, against gold made by reading.

`python -m tests.accuracy.tracing` prints the figures of both groups; with `--wrong` each fault with its place.
Group "aside" was written without a look at what the program says and measured before anybody could mend by it: joined
.965, parted .761, fullest .929, presence .927, missing .920, verdict .871, speaker .943. Two stories more (depot,
vignes) were measured when all that was mended: with the others joined .981, parted .971, presence .982, missing .984,
verdict .978. Where an editor could say one thing or another of a cell, the gold names both. Gold that is not sure
counts neither way.
"""

from __future__ import annotations

import argparse
import functools
import json
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.accuracy.quoting import Share
from tui.article import Article, read_article
from tui.quotation import find_quotations, trace_quotations
from tui.quotation.model import Finding, Presence

if TYPE_CHECKING:
    from tui.quotation import Cell, Cluster

GOLD = Path(__file__).parent / "statements"
GROUPS = ("mended", "aside")
FIGURES = ("joined", "parted", "fullest", "presence", "missing", "verdict", "speaker", "place")
QUOTED = {Presence.FULL, Presence.PARTIAL}

EITHER = "either"
"""Of a speaker who is only described: a description accuses no name, but an editor may see another person."""

Gold = dict[str, Any]
Variant = tuple[int, int]
"""An article's index and a quotation's number."""


@dataclass(slots=True)
class Figures:
    """The figures of one group.

    Attributes:
        shares: By name. joined: of the pairs of quotations that are one statement, those in one row; parted: of the
            pairs in one row, those that are one statement; fullest: rows with the variant that an editor would take;
            presence: cells of articles that have the statement in whatever way; missing: cells of articles that
            don't; verdict: cells between marks; speaker: whether another speaker is told, of the same; place: whether
            unquoted and paraphrased words are looked for in the right sentence.
        extra: Rows that the gold doesn't have.
        faults: One line a fault.
    """

    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in FIGURES})
    extra: int = 0
    faults: list[str] = field(default_factory=list)

    def judge(self, name: str, right: bool, fault: str) -> None:
        """Count one yes-or-no judgement and keep the fault's line if it was wrong."""
        self.shares[name].add(right)
        if not right:
            self.faults.append(f"{name}: {fault}")


@functools.cache
def stories() -> tuple[Gold, ...]:
    """The gold of every story, by file name."""
    return tuple(json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json")))


def articles_of(story: Gold) -> tuple[Article, ...]:
    """The story's articles, in the order in which they are given."""
    return tuple(read_article(GOLD / "articles" / story["story"] / f"{name}.txt") for name in story["articles"])


def score_all() -> dict[str, Figures]:
    """The figures of both groups."""
    figures = {group: Figures() for group in GROUPS}
    for story in stories():
        score_story(story, figures[story["group"]])
    return figures


def score_story(story: Gold, figures: Figures) -> None:
    """Add the figures of one story."""
    articles = articles_of(story)
    clusters = trace_quotations(articles)
    gold = [variants_of(statement, story, articles) for statement in story["statements"]]
    score_rows(story, gold, clusters, figures)
    for statement, variants in zip(story["statements"], gold, strict=True):
        if statement.get("sure", True):
            row = max(clusters, key=lambda cluster: len(variants.intersection(cluster.variants)))
            score_cells(statement, story, articles, row, figures)


def variants_of(statement: Gold, story: Gold, articles: tuple[Article, ...]) -> frozenset[Variant]:
    """The quotations that hold the words of a statement of the gold."""
    found: set[Variant] = set()
    for name, cell in statement["cells"].items():
        index = story["articles"].index(name)
        for words in cell["words"] if cell["presence"][0] in QUOTED else ():
            at = articles[index].text.index(words)
            holding = [
                one.number for one in find_quotations(articles[index]) if one.segments[0][0] <= at < one.segments[-1][1]
            ]
            found.update((index, number) for number in holding[-1:])
    return frozenset(found)


def score_rows(story: Gold, gold: list[frozenset[Variant]], clusters: tuple[Cluster, ...], figures: Figures) -> None:
    """Whether one statement is one row, and a row one statement."""
    sure = [one for one, statement in zip(gold, story["statements"], strict=True) if statement.get("sure", True)]
    aside = frozenset[Variant]().union(*gold) - frozenset[Variant]().union(*sure)
    wanted = {pair for one in sure for pair in combinations(sorted(one), 2)}
    rows = [frozenset(cluster.variants) - aside for cluster in clusters]
    have = {pair for row in rows for pair in combinations(sorted(row), 2)}
    for pair in sorted(wanted):
        figures.judge("joined", pair in have, f"{told(story, pair)} should be one")
    for pair in sorted(have):
        figures.judge("parted", pair in wanted, f"{told(story, pair)} should be two")
    for row, cluster in zip(rows, clusters, strict=True):
        if row and row.isdisjoint(frozenset[Variant]().union(*gold)):
            figures.extra += 1
            figures.faults.append(f"extra: {story['story']}: {cluster.label!r}")


def score_cells(statement: Gold, story: Gold, articles: tuple[Article, ...], row: Cluster, figures: Figures) -> None:
    """Whether each cell of a row is right."""
    label = row.label[:36]
    fullest = story["articles"][row.fullest]
    figures.judge("fullest", fullest in statement["fullest"], f"{story['story']}: {label!r}: {fullest}")
    for name, cell in zip(story["articles"], row.cells, strict=True):
        where = f"{story['story']}/{name} {label!r}"
        gold = statement["cells"].get(name)
        if gold is None:
            figures.judge("missing", cell.presence is Presence.MISSING, f"{where}: {cell.presence}")
            continue
        figures.judge(
            "presence", cell.presence in gold["presence"], f"{where}: {cell.presence}, gold {gold['presence']}"
        )
        if cell.presence in QUOTED and gold["presence"][0] in QUOTED:
            figures.judge(
                "verdict", cell.verdict in gold["verdict"], f"{where}: {cell.verdict}, gold {gold['verdict']}"
            )
            other = Finding.ATTRIBUTION in cell.findings
            wanted = gold.get("other_speaker", False)
            figures.judge("speaker", wanted in {other, EITHER}, f"{where}: {cell.speaker}")
        elif cell.presence in gold["presence"] and gold["words"]:
            figures.judge("place", points_at(cell, articles[cell.article], gold["words"]), where)


def points_at(cell: Cell, article: Article, words: list[str]) -> bool:
    """Whether a cell points at these words."""
    places = [article.text.index(one) for one in words]
    return any(
        start < at + len(one) and at < end for one, at in zip(words, places, strict=True) for start, end in cell.spans
    )


def told(story: Gold, pair: tuple[Variant, Variant]) -> str:
    """Two quotations, for people."""
    articles = articles_of(story)
    sides = (f"{story['articles'][at]} {find_quotations(articles[at])[number].text[:40]!r}" for at, number in pair)
    return f"{story['story']}: " + " and ".join(sides)


def table(scores: dict[str, Figures]) -> str:
    """The figures as a table for people; how many judgements each rests on stands under it."""
    lines = ["traced    " + "".join(f"{name:>10}" for name in FIGURES) + "  extra rows"]
    for group, figures in scores.items():
        lines.append(
            f"{group:<10}{''.join(f'{figures.shares[name].value:10.3f}' for name in FIGURES)}{figures.extra:12d}"
        )
        lines.append(f"{'  of':<10}" + "".join(f"{figures.shares[name].of:10d}" for name in FIGURES))
    return "\n".join(lines)


def main() -> None:
    """Print the table, and with `--wrong` the faults."""
    parser = argparse.ArgumentParser(description="Figures of statements traced, against gold made by reading.")
    parser.add_argument("--wrong", action="store_true", help="list each fault with its place")
    parser.add_argument("--group", choices=GROUPS, help="faults of this group only")
    options = parser.parse_args()
    scores = score_all()
    print(table(scores))
    if options.wrong:
        for group, figures in scores.items():
            if options.group in (None, group):
                print(f"\n{group}:", *figures.faults, sep="\n")


if __name__ == "__main__":
    main()
