"""Every statement that several articles quote, traced across them."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from tui.quotation.elsewhere import find_elsewhere
from tui.quotation.find import find_quotations
from tui.quotation.judging.credit import credit_findings
from tui.quotation.judging.critical import names_in
from tui.quotation.judging.judge import in_order, judge
from tui.quotation.judging.words import quoted_words
from tui.quotation.matching import match_quotations
from tui.quotation.model import Cell, Cluster, Finding, Presence, QuotationKind, Verdict
from tui.quotation.sharing import Quoted
from tui.quotation.statements import are_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article, Range
    from tui.quotation.judging.judge import Judgement
    from tui.quotation.model import Quotation

REPEATED = 0.8
"""The share of a quotation's neighbouring words that a longer one has where it repeats a part of that."""

_STATEMENTS = frozenset({QuotationKind.FULL, QuotationKind.PARTIAL})
_PRESENCES = {
    Verdict.UNQUOTED: Presence.UNQUOTED,
    Verdict.PARAPHRASED: Presence.PARAPHRASED,
    Verdict.MISSING: Presence.MISSING,
}

Variant = tuple[int, int]
"""An article's index and a quotation's number."""


def trace_quotations(articles: Sequence[Article]) -> tuple[Cluster, ...]:
    """Gather the quotations of all articles into statements, and say of each article what became of each.

    Scare quotes, titles, headlines and copies in captions are no statements of their own.

    Args:
        articles: As given; their order decides between variants of equal length.

    Returns:
        By the place of the first variant in the first article that has one.
    """
    quoted = [
        [
            Quoted(one, quoted_words(article.text, one.words))
            for one in find_quotations(article)
            if one.kind in _STATEMENTS and one.duplicate_of is None
        ]
        for article in articles
    ]
    groups = _grouped(quoted)
    return tuple(_cluster(group, quoted, articles) for group in groups)


def _grouped(quoted: Sequence[Sequence[Quoted]]) -> list[list[Variant]]:
    """Quotations joined by primary matches; each list in order."""
    leader: dict[Variant, Variant] = {
        (article, at): (article, at) for article, found in enumerate(quoted) for at in range(len(found))
    }

    def lead(variant: Variant) -> Variant:
        while leader[variant] != variant:
            leader[variant] = leader[leader[variant]]
            variant = leader[variant]
        return variant

    for one, other in combinations(range(len(quoted)), 2):
        for match in match_quotations(quoted[one], quoted[other]):
            if match.primary:
                members = [
                    lead(found) for found in (*((one, at) for at in match.left), *((other, at) for at in match.right))
                ]
                for member in members[1:]:
                    leader[lead(member)] = lead(members[0])
    groups: dict[Variant, list[Variant]] = defaultdict(list)
    for variant in sorted(leader):
        groups[lead(variant)].append(variant)
    return sorted(groups.values())


def _cluster(group: Sequence[Variant], quoted: Sequence[Sequence[Quoted]], articles: Sequence[Article]) -> Cluster:
    found: dict[int, list[Quoted]] = defaultdict(list)
    for index, at in group:
        found[index].append(quoted[index][at])
    by_article = {index: _without_repeats(parts) for index, parts in found.items()}
    fullest = max(by_article, key=lambda index: (sum(len(one.words) for one in by_article[index]), -index))
    model = by_article[fullest]
    cells = []
    for index, article in enumerate(articles):
        if index in by_article:
            pair = (articles[fullest], article)
            judgement = _judged(pair, model, by_article[index])
            credit = credit_findings(_quotations(found[fullest]), _quotations(found[index]), *pair)
            findings = in_order({*judgement.findings, *credit})
            spans = _ranges(by_article[index])
            presence = Presence.PARTIAL if Finding.TRUNCATED in findings else Presence.FULL
            cells.append(Cell(index, presence, judgement.verdict, spans, findings, judgement.edits))
        else:
            cells.append(_cell_without(index, model, article))
    return Cluster(
        label=" ".join(one.quotation.text for one in model),
        variants=tuple((index, quoted[index][at].quotation.number) for index, at in group),
        cells=tuple(cells),
        fullest=fullest,
    )


def _without_repeats(parts: Sequence[Quoted]) -> list[Quoted]:
    """The quotations of one article that make up the statement: no fragment of it that is quoted again."""
    kept: list[Quoted] = []
    held: set[tuple[str, ...]] = set()
    for one in sorted(parts, key=lambda one: -len(one.words)):
        keys = one.words.keys
        singles: set[tuple[str, ...]] = {(key,) for key in keys}
        grams: set[tuple[str, ...]] = {*pairwise(keys)} or singles
        if not grams or len(grams & held) < REPEATED * len(grams):
            kept.append(one)
        held |= grams | singles
    return sorted(kept, key=lambda one: one.quotation.number)


def _ranges(parts: Sequence[Quoted]) -> tuple[Range, ...]:
    return tuple(words for one in parts for words in one.quotation.words)


def _quotations(parts: Sequence[Quoted]) -> list[Quotation]:
    return [one.quotation for one in parts]


def _judged(pair: tuple[Article, Article], model: Sequence[Quoted], parts: Sequence[Quoted]) -> Judgement:
    """One article's words against those of the fullest variant, given first."""
    return judge(
        quoted_words(pair[0].text, _ranges(model)),
        quoted_words(pair[1].text, _ranges(parts)),
        names=names_in(pair[0]) | names_in(pair[1]),
        fragment=any(one.quotation.kind is not QuotationKind.FULL for one in parts),
        spliced=_are_apart(model, pair[0]) is not _are_apart(parts, pair[1]),
    )


def _are_apart(parts: Sequence[Quoted], article: Article) -> bool:
    return len(parts) > 1 and are_apart(_quotations(parts), article, find_quotations(article))


def _cell_without(index: int, model: Sequence[Quoted], article: Article) -> Cell:
    """What became of the statement in an article that doesn't quote it: the fate of its longest part."""
    longest = max(model, key=lambda one: len(one.words))
    fate = find_elsewhere(longest, article)
    return Cell(index, _PRESENCES[fate.verdict], fate.verdict, () if fate.other is None else (fate.other,))
