"""What a comparison comes to, in a sentence and a heading."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.article import heading_of
from tui.collation import Relation
from tui.report.wording import counted, file_of, flat, listed, percent
from tui.text import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Article
    from tui.collation import Collation, Counts, Link

RELATION_WORDS = {
    Relation.SAME: "word for word",
    Relation.EDITED: "edited",
    Relation.PARTIAL: "in part",
    Relation.SIMILAR: "in other words",
}
"""How two linked paragraphs agree, as a sentence says it."""


def summary_sentence(collation: Collation, left: str, right: str) -> str:
    """One sentence on the whole comparison.

    Args:
        collation: The comparison.
        left: What to call the left article, as "A".
        right: What to call the right article.
    """
    if not collation.differs:
        if collation.left.text == collation.right.text:
            return "Nothing differs: the two texts are the same."
        return "Nothing differs but, at most, typography, paragraph breaks and boilerplate."
    unmatched = _unmatched(collation.left_counts, left, collation.right_counts, right)
    links = collation.counted_links
    if not links:
        return f"No matching wording: no paragraph of {left} matches one of {right}."
    sentence = f"{counted(len(links), 'pair')} of paragraphs {_verb(len(links), 'match')} ({_kinds(links)})"
    moved = len(collation.transposed_links)
    if moved:
        whose = "it stands" if len(links) == 1 else f"{moved} of them {_verb(moved, 'stand')}"
        sentence += f", and {whose} in another order"
    return f"{sentence}; {unmatched}."


def side_facts(article: Article, counts: Counts, where: str, *, separator: str = " · ") -> list[str]:
    """What stands under the name of one side: where it is from and when, its length and what is shared.

    Args:
        article: The article.
        counts: Its figures.
        where: What follows the share found in the other article, as "in B".
        separator: What stands between two facts of one line.
    """
    origin = [article.site and flat(article.site), heading_of(article) and file_of(article), article.published]
    shared = f"{counted(counts.words, unit_of(article.text))}{separator}{percent(counts.shared, counts.words)} {where}"
    return [line for line in (separator.join(filter(None, origin)), shared) if line]


def _kinds(links: Iterable[Link]) -> str:
    numbers = Counter(link.relation for link in links)
    return ", ".join(f"{numbers[relation]} {RELATION_WORDS[relation]}" for relation in Relation if numbers[relation])


def _unmatched(left_counts: Counts, left: str, right_counts: Counts, right: str) -> str:
    sides = [(left_counts.unlinked, left), (right_counts.unlinked, right)]
    unmatched = [(number, name) for number, name in sides if number]
    if not unmatched:
        return "every paragraph has a match"
    (first, name), *rest = unmatched
    told = [f"{counted(first, 'paragraph')} of {name}", *(f"{number} of {name}" for number, name in rest)]
    return f"no matching wording for {listed(told)}"


def _verb(number: int, stem: str) -> str:
    if number != 1:
        return stem
    return stem + ("es" if stem.endswith("ch") else "s")
