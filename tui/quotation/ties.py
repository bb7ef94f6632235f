"""What a reporter said of pairs of quotations, told by their numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tui.quotation.corrections import concerns, in_common, plain_ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.article import Article, Range
    from tui.collation import Tie
    from tui.quotation.model import Quotation

Pair = tuple[int, int]
"""A left and a right quotation, by number."""


@dataclass(frozen=True, slots=True)
class TiedQuotations:
    """The pairs of quotations that a reporter spoke of.

    Attributes:
        together: Pairs that are compared, whatever they share; those that one tie names are compared as one.
        apart: Pairs that are never compared with each other.
        not_there: By a left quotation, where in the right article its words are not, whatever stands there.
        not_here: By a right quotation, the same in the left article.
    """

    together: tuple[tuple[Pair, ...], ...] = ()
    apart: frozenset[Pair] = frozenset()
    not_there: Mapping[int, Sequence[Range]] = field(default_factory=dict)
    not_here: Mapping[int, Sequence[Range]] = field(default_factory=dict)


NOTHING_TIED = TiedQuotations()


def tied_quotations(
    articles: tuple[Article, Article],
    quotations: tuple[Sequence[Quotation], Sequence[Quotation]],
    ties: Iterable[Tie],
) -> TiedQuotations:
    """The pairs of quotations that ties name; of ties that contradict each other the last one holds.

    What is told apart from a quotation is apart from its copies in captions, too.
    """
    said: dict[Pair, int] = {}
    together: set[int] = set()
    not_there: dict[int, list[Range]] = defaultdict(list)
    not_here: dict[int, list[Range]] = defaultdict(list)
    for place, tie in enumerate(tie for tie in ties if tie.of_quotations):
        words = plain_ranges(articles[0].text, tie.left), plain_ranges(articles[1].text, tie.right)
        if not all(words):
            continue
        lefts, rights = ([one for one in quotations[at] if concerns(words[at], one)] for at in (0, 1))
        if tie.together:
            together.add(place)
        else:
            lefts, rights = _with_copies(lefts, quotations[0]), _with_copies(rights, quotations[1])
            for one in lefts:
                not_there[one.number] += words[1]
            for one in rights:
                not_here[one.number] += words[0]
        said |= {(one.number, other.number): place for one in lefts for other in rights}
    groups: dict[int, list[Pair]] = defaultdict(list)
    for pair, place in sorted(said.items()):
        groups[place].append(pair)
    return TiedQuotations(
        tuple(tuple(groups[place]) for place in sorted(groups) if place in together),
        frozenset(pair for pair, place in said.items() if place not in together),
        not_there,
        not_here,
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What a reporter said of where a quotation's words stand in the sources.

    Attributes:
        there: The source, by index, and the words that belong to the quotation; None where nothing was said so.
        not_there: By source, words that don't belong to it.
    """

    there: tuple[int, tuple[Range, ...]] | None
    not_there: Mapping[int, Sequence[Range]]


def told_of_sources(
    article: Article, quotations: Sequence[Quotation], sources: Sequence[Article], ties: Sequence[Iterable[Tie]]
) -> dict[int, Told]:
    """What ties say of quotations and words of sources, by quotation; of those that contradict each other the last.

    Args:
        article: The article.
        quotations: Its quotations.
        sources: Its sources, whose words need no marks.
        ties: The ties of the article with each source, in the order of the sources.
    """
    there: dict[int, dict[int, tuple[Range, ...]]] = defaultdict(dict)
    not_there: dict[int, dict[int, tuple[Range, ...]]] = defaultdict(dict)
    for index, (source, of_source) in enumerate(zip(sources, ties, strict=False)):
        for tie in of_source:
            words, others = plain_ranges(article.text, tie.left), plain_ranges(source.text, tie.right)
            if not (tie.of_quotations and words and others):
                continue
            for one in quotations:
                if concerns(words, one):
                    said, opposite = (there, not_there) if tie.together else (not_there, there)
                    known = () if tie.together else said[one.number].get(index, ())
                    said[one.number][index] = (*known, *others)
                    if in_common(opposite[one.number].get(index, ()), others):
                        del opposite[one.number][index]
    return {
        number: Told(min(there[number].items(), default=None), not_there[number])
        for number in sorted(there.keys() | not_there.keys())
    }


def without_words(article: Article, ranges: Iterable[Range]) -> Article:
    """The article with blanks in place of these words, so that nothing is found there; the rest stands where it did."""
    text = article.text
    for start, end in ranges:
        text = text[:start] + "".join(char if char.isspace() else " " for char in text[start:end]) + text[end:]
    return replace(article, text=text)


def _with_copies(found: Sequence[Quotation], every: Sequence[Quotation]) -> list[Quotation]:
    originals = {_original(one) for one in found}
    return [one for one in every if _original(one) in originals]


def _original(quotation: Quotation) -> int:
    return quotation.number if quotation.duplicate_of is None else quotation.duplicate_of
