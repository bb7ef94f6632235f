"""The quotations of two articles compared: paired by their words, judged, and looked for in the other's plain text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.collation.ties import is_backward
from tui.quotation.check import check_quotations
from tui.quotation.elsewhere import find_elsewhere
from tui.quotation.find import find_quotations
from tui.quotation.judging.credit import credit_findings
from tui.quotation.judging.critical import names_in
from tui.quotation.judging.edits import mirrored_edit
from tui.quotation.judging.judge import in_order, judge
from tui.quotation.judging.reasons import tell_why
from tui.quotation.judging.words import quoted_words
from tui.quotation.matching import match_quotations
from tui.quotation.model import QuotationKind, QuoteComparison, QuotePair, Unpaired, Verdict
from tui.quotation.sharing import Quoted, words_of
from tui.quotation.statements import are_apart
from tui.quotation.ties import NOTHING_TIED, tied_quotations, without_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.article import Article, Range
    from tui.collation import Collation, Tie
    from tui.quotation.matching import Match


def compare_quotations(collation: Collation) -> QuoteComparison:
    """Pair the quotations of two collated articles and judge every pair.

    The collation's ties are followed: quotations told to belong together are a pair, and give up others; those told
    apart never are, and the words of one are not looked for at the other. Exchanging the articles mirrors the result:
    as in `collate`, the texts decide which is compared with which.
    """
    left, right = collation.left, collation.right
    if is_backward(left, right, collation.ties):
        return _mirrored(_compare(right, left, tuple(tie.swapped() for tie in collation.ties)))
    return _compare(left, right, collation.ties)


def _compare(left: Article, right: Article, ties: Sequence[Tie]) -> QuoteComparison:
    quotations = find_quotations(left), find_quotations(right)
    sides = (
        [Quoted(one, quoted_words(left.text, one.words)) for one in quotations[0]],
        [Quoted(one, quoted_words(right.text, one.words)) for one in quotations[1]],
    )
    tied = tied_quotations((left, right), quotations, ties) if ties else NOTHING_TIED
    matches = match_quotations(*sides, tied)
    names = names_in(left) | names_in(right) if matches else frozenset()
    pairs = tuple(_judged(match, sides, (left, right), names) for match in matches)
    paired = {at for match in matches for at in match.left}, {at for match in matches for at in match.right}
    return QuoteComparison(
        quotations[0],
        quotations[1],
        pairs,
        _unpaired(sides[0], paired[0], (left, right), tied.not_there),
        tuple(_mirrored_fate(fate) for fate in _unpaired(sides[1], paired[1], (right, left), tied.not_here)),
    )


def _unpaired(
    quoted: Sequence[Quoted],
    paired: set[int],
    articles: tuple[Article, Article],
    elsewhere: Mapping[int, Sequence[Range]],
) -> tuple[Unpaired, ...]:
    """What became of the quotations of the first article in the other, `elsewhere` than at words told apart."""
    alone = [one for at, one in enumerate(quoted) if at not in paired]
    article, other = articles
    fates = list(_fates([one for one in alone if one.quotation.number not in elsewhere], article, other))
    for one in alone:
        if one.quotation.number in elsewhere:
            fates += _fates([one], article, without_words(other, elsewhere[one.quotation.number]))
    return tuple(sorted(fates, key=lambda fate: fate.number))


def _fates(quoted: Sequence[Quoted], article: Article, other: Article) -> tuple[Unpaired, ...]:
    fates = [find_elsewhere(one, other) for one in quoted]
    unquoted = [fate.number for fate in fates if fate.verdict is Verdict.UNQUOTED]
    looked_up = dict(zip(unquoted, check_quotations(article, (other,), unquoted), strict=True))
    return tuple(
        replace(fate, findings=looked_up[fate.number].findings, edits=looked_up[fate.number].edits)
        if fate.number in looked_up
        else fate
        for fate in fates
    )


def _mirrored_fate(fate: Unpaired) -> Unpaired:
    return replace(fate, edits=tuple(mirrored_edit(edit) for edit in fate.edits))


def _judged(
    match: Match,
    sides: tuple[Sequence[Quoted], Sequence[Quoted]],
    articles: tuple[Article, Article],
    names: frozenset[str],
) -> QuotePair:
    quotations = (
        [sides[0][at].quotation for at in match.left],
        [sides[1][at].quotation for at in match.right],
    )
    several = len(match.left) > 1 or len(match.right) > 1
    spliced = several and any(
        are_apart(parts, article, [one.quotation for one in side])
        for parts, article, side in zip(quotations, articles, sides, strict=True)
        if len(parts) > 1
    )
    words = (
        words_of([sides[0][at] for at in match.left], articles[0].text),
        words_of([sides[1][at] for at in match.right], articles[1].text),
    )
    judgement = judge(
        words[0],
        words[1],
        names=names,
        fragment=any(one.kind is not QuotationKind.FULL for parts in quotations for one in parts),
        resegmented=several,
        spliced=spliced,
    )
    findings = in_order({*judgement.findings, *credit_findings(*quotations, *articles)})
    return QuotePair(
        left=tuple(one.number for one in quotations[0]),
        right=tuple(one.number for one in quotations[1]),
        left_spans=tuple(part for one in quotations[0] for part in one.words),
        right_spans=tuple(part for one in quotations[1] for part in one.words),
        primary=match.primary,
        verdict=judgement.verdict,
        findings=findings,
        edits=judgement.edits,
        why=tell_why(judgement.verdict, findings, judgement.edits),
    )


def _mirrored(comparison: QuoteComparison) -> QuoteComparison:
    pairs = []
    for pair in comparison.pairs:
        edits = tuple(mirrored_edit(edit) for edit in pair.edits)
        pairs.append(
            QuotePair(
                left=pair.right,
                right=pair.left,
                left_spans=pair.right_spans,
                right_spans=pair.left_spans,
                primary=pair.primary,
                verdict=pair.verdict,
                findings=pair.findings,
                edits=edits,
                why=tell_why(pair.verdict, pair.findings, edits),
            )
        )
    return QuoteComparison(
        comparison.right,
        comparison.left,
        tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right))),
        tuple(_mirrored_fate(fate) for fate in comparison.right_unpaired),
        tuple(_mirrored_fate(fate) for fate in comparison.left_unpaired),
    )
