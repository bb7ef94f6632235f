"""How long it takes to trace the quotations of hundreds of articles on one story, and whether what is told is true.

Run as `python -m tests.bench.tracing [ARTICLES [COPIES]]`. The articles are made of the sentences of the seeds and of
the accuracy articles; what each of them does with a statement is drawn by lot and so known. So many of them are near
copies of one, as when many papers print an agency's story. Processor time is told, as another process may be busy;
memory is the most the process ever had.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from tui.article import Article, Paragraph, Role, read_article
from tui.quotation import Cluster, Presence, QuotationKind, find_quotations, trace_quotations

ROOT = Path(__file__).parents[2]
ARTICLES = 500
WORDS = 600
QUOTED = 9
"""Statements of the pool that an article takes up."""

OWN = 2
"""Statements that no other article has: their words are those of the pool, in no order."""

_LEAST = 10
"""Words of a statement at least: of fewer, what was cut and what was changed can't be told from chance."""

_SPEAKERS = ("Ann Doe", "Mayor Kim Lee", "a spokesman for the Port Office", "Max Müller", "the committee", "Eva Stone")
_OTHER_WORDS = ("perhaps", "barely", "tomorrow", "seventy", "elsewhere", "gladly")


class Use(StrEnum):
    """What a made article does with a statement."""

    WHOLE = "whole"
    CUT = "cut"
    CHANGED = "changed"
    GIVEN = "given to another"
    UNQUOTED = "unquoted"
    NOT_USED = "not used"


PRESENCES = {
    Use.WHOLE: {Presence.FULL},
    Use.CUT: {Presence.PARTIAL},
    Use.CHANGED: {Presence.FULL},
    Use.GIVEN: {Presence.FULL},
    Use.UNQUOTED: {Presence.UNQUOTED},
    Use.NOT_USED: {Presence.MISSING},
}
"""What the trace should say of each."""


@dataclass(frozen=True, slots=True)
class Story:
    """Made articles on one story.

    Attributes:
        articles: The articles.
        statements: The statements they take up.
        uses: For every article what it does with which statement.
    """

    articles: tuple[Article, ...]
    statements: tuple[str, ...]
    uses: tuple[dict[int, Use], ...]


@cache
def _material() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Statements and plain paragraphs of the kept articles, each once."""
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests/accuracy/articles").rglob("*.txt"))]
    statements: dict[frozenset[str], str] = {}
    plain: dict[str, None] = {}
    for path in paths:
        article = read_article(path)
        quoted = {index for one in find_quotations(article) for index in one.paragraphs}
        for one in find_quotations(article):
            words = re.findall(r"\w+", one.text.casefold())
            few = QuotationKind.FULL is one.kind and _LEAST <= len(words) <= 60 and '"' not in one.text
            if few and all(2 * len(known & {*words}) < min(len(known), len({*words})) for known in statements):
                statements[frozenset(words)] = " ".join(re.sub(r"[“”„«»\[\]…]|\.\.\.", "", one.text).split())
        for index, paragraph in enumerate(article.paragraphs):
            text = article.words_of(index)
            if index not in quoted and paragraph.role is Role.BODY and len(text.split()) > 15 and '"' not in text:
                plain[" ".join(text.split())] = None
    return tuple(statements.values()), tuple(plain)


def make_story(articles: int = ARTICLES, *, words: int = WORDS, quoted: int = QUOTED, seed: int = 6) -> Story:
    """A story of so many articles; the same arguments always give the same one.

    Args:
        articles: How many.
        words: Of each, about.
        quoted: Statements that each takes up.
        seed: Of the lot.
    """
    chance = random.Random(seed)
    statements, plain = _material()
    weights = [1 / (rank + 2) for rank in range(len(statements))]
    made, uses = [], []
    for number in range(articles):
        chosen: dict[int, Use] = {}
        while len(chosen) < min(quoted, len(statements)):
            (at,) = chance.choices(range(len(statements)), weights)
            chosen.setdefault(at, chance.choice([use for use in Use if use is not Use.NOT_USED]))
        parts = [_told(statements[at], _SPEAKERS[at % len(_SPEAKERS)], use, chance) for at, use in chosen.items()]
        parts += [_told(_jumbled(statements, chance), chance.choice(_SPEAKERS), Use.WHOLE, chance) for _ in range(OWN)]
        length = sum(len(part.split()) for part in parts)
        while length < words:
            parts.append(_reworded(chance.choice(plain), chance))
            length += len(parts[-1].split())
        chance.shuffle(parts)
        made.append(_article(f"{number}.txt", parts))
        uses.append(chosen)
    return Story(tuple(made), statements, tuple(uses))


def _jumbled(statements: tuple[str, ...], chance: random.Random) -> str:
    words = [word for one in chance.sample(statements, 4) for word in one.split()]
    return " ".join(chance.sample(words, min(len(words), 24)))


def _told(statement: str, speaker: str, use: Use, chance: random.Random) -> str:
    words = statement.rstrip(".,;:!?。、").split()
    if use is Use.UNQUOTED:
        return " ".join(words) + "."
    if use is Use.CUT:
        words = words[: max(7, 2 * len(words) // 3)]
    if use is Use.CHANGED:
        words[chance.randrange(2, len(words) - 2)] = chance.choice(_OTHER_WORDS)
    if use is Use.GIVEN:
        speaker = _SPEAKERS[(_SPEAKERS.index(speaker) + 3) % len(_SPEAKERS)]
    return f"“{' '.join(words)},” {speaker} said."


def _reworded(paragraph: str, chance: random.Random) -> str:
    """A paragraph with every tenth word made another, so that no two articles are the same."""
    return " ".join(f"{word}{chance.randrange(1000)}" if chance.random() < 0.1 else word for word in paragraph.split())


def _article(source: str, parts: list[str]) -> Article:
    text = "\n\n".join(parts)
    paragraphs, at = [], 0
    for part in parts:
        paragraphs.append(Paragraph(at, at + len(part)))
        at += len(part) + 2
    return Article(source, text, tuple(paragraphs))


def near_copies(article: Article, copies: int, *, seed: int = 6) -> list[Article]:
    """An article as many papers print it: every fiftieth word another, so that hardly a statement is the same twice.

    Args:
        article: The article.
        copies: How many.
        seed: Of the lot.
    """
    chance = random.Random(seed)
    return [
        _article(
            f"copy{number}.txt",
            [
                " ".join(f"{word}s" if word.isalpha() and chance.random() < 0.02 else word for word in part.split())
                for part in article.text.split("\n\n")
            ],
        )
        for number in range(copies)
    ]


def agreement(story: Story, clusters: tuple[Cluster, ...]) -> Counter[tuple[Use, Presence]]:
    """How often the trace told which presence of what an article did with a statement.

    A statement's row is the one that has most of its words. Only statements that an article prints whole count: where
    none does, nobody can know that the others cut them.
    """
    printed = {index for uses in story.uses for index, use in uses.items() if use in {Use.WHOLE, Use.GIVEN}}
    found = {index: _row_of(story.statements[index], clusters) for index in sorted(printed)}
    rows = {index: row for index, row in found.items() if row is not None}
    return Counter(
        (uses.get(index, Use.NOT_USED), row.cells[article].presence)
        for article, uses in enumerate(story.uses)
        for index, row in rows.items()
    )


def _row_of(statement: str, clusters: tuple[Cluster, ...]) -> Cluster | None:
    """The row with most of the statement's words and few others; None where no article quotes it."""
    words = _words_of(statement)
    shares = [len(words & _words_of(one.label)) / len(words | _words_of(one.label)) for one in clusters]
    best = max(range(len(clusters)), key=lambda at: (shares[at], len(clusters[at].variants)))
    return clusters[best] if shares[best] > 0.5 else None


@cache
def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) | {""}


def main() -> None:
    """Time one trace and print what it said beside what is true."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    story = make_story(count - copies)
    articles = [*story.articles, *near_copies(story.articles[0], copies)]
    words = sum(len(article.text.split()) for article in articles)
    start, began = time.process_time(), time.perf_counter()
    clusters = trace_quotations(articles)
    taken, waited = time.process_time() - start, time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} articles, {copies} of them copies, {words} words")
    print(f"{len(story.statements)} statements in the pool, {len(clusters)} found")
    print(f"{taken:.1f} s of processor, {waited:.1f} s by the clock, {peak:.0f} MiB")
    found = agreement(story, clusters)
    for use in Use:
        told = {presence: number for (one, presence), number in found.items() if one is use}
        right = sum(number for presence, number in told.items() if presence in PRESENCES[use])
        print(f"{use:>18}: {right} of {sum(told.values())} as expected; {told}")


if __name__ == "__main__":
    main()
