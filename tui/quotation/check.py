"""An article's quotations looked up in the full text of its sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.quotation.elsewhere import find_paraphrase
from tui.quotation.find import find_quotations
from tui.quotation.finding.reporting import reports_speech
from tui.quotation.judging.content import has_content, word_count
from tui.quotation.judging.credit import same_speaker
from tui.quotation.judging.critical import names_in
from tui.quotation.judging.judge import FINDINGS_OF_EDITS, in_order, judge, verdict_of
from tui.quotation.judging.reasons import tell_why
from tui.quotation.judging.words import quoted_words
from tui.quotation.model import CheckedQuote, Edit, EditKind, Finding, QuotationKind, SpeakerKind, Verdict
from tui.quotation.passages import haystack
from tui.quotation.places import Place, find_places, sentences_around
from tui.quotation.ties import told_of_sources, without_words
from tui.quotation.voices import turn_around, voice_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tui.article import Article, Range
    from tui.collation import Tie
    from tui.quotation.judging.words import QuotedWords
    from tui.quotation.model import Attribution, Quotation

WORTH_A_LOOK = 4
"""Words in a row of a quotation that are told where no source has the whole."""

ATTRIBUTION = 8
"""Words of a clause that says who spoke, at most."""

_SIDES = ("the article", "the source")
_LEAD_INS = frozenset("and but so well because that look no yes now then um uh oh i think you know".split())  # noqa: SIM905


def check_quotations(
    article: Article,
    sources: Sequence[Article],
    numbers: Collection[int] | None = None,
    *,
    ties: Sequence[Iterable[Tie]] = (),
) -> tuple[CheckedQuote, ...]:
    """Look up every quotation of an article in its sources, which need no marks.

    Args:
        article: The article.
        sources: Transcripts, releases, letters; the one that has most of a quotation's words is what it is compared
            with.
        numbers: Which quotations; all where None.
        ties: What a reporter said of quotations and words of each source, in the order of the sources: a quotation is
            compared with the words that it belongs together with, and never with those that it is told apart from.

    Returns:
        One result for each of these, or of `find_quotations(article)`, in order.
    """
    if numbers is not None and not numbers:
        return ()
    quotations = find_quotations(article)
    told = [quoted_words(article.text, quotation.words) for quotation in quotations]
    wanted = range(len(quotations)) if numbers is None else sorted(numbers)
    needed = {near for at in wanted for near in (at - 1, at, at + 1) if 0 <= near < len(quotations)}
    places = find_places(quotations, told, sources, needed)
    by_hand = told_of_sources(article, quotations, sources, ties) if ties else {}
    names: dict[int, frozenset[str]] = {}
    checked: list[CheckedQuote] = []
    for at in wanted:
        quotation, words, place = quotations[at], told[at], places.get(at)
        if at in by_hand:
            there, not_there = by_hand[at].there, by_hand[at].not_there
            if there is None:
                left = [without_words(source, not_there.get(index, ())) for index, source in enumerate(sources)]
                checked += check_quotations(article, left, [at])
                continue
            place = Place(*there, spliced=False, held=len(words))
        if place is None:
            checked.append(_without_source(quotation, words, sources))
            continue
        if place.source not in names:
            names[place.source] = names_in(article) | names_in(sources[place.source])
        beside = [places[near] for near in (at - 1, at + 1) if near in places]
        around = [span for one in beside if one.source == place.source for span in one.ranges]
        pair = article, sources[place.source]
        checked.append(_compared(pair, quotation, words, place, around, names[place.source]))
    return tuple(checked)


def _without_source(quotation: Quotation, words: QuotedWords, sources: Sequence[Article]) -> CheckedQuote:
    for index, source in enumerate(sources):
        sentence = find_paraphrase(source, words.keys, quotation.attribution.speaker)
        if sentence is not None:
            why = "The source says something like it in other words."
            return CheckedQuote(quotation.number, Verdict.PARAPHRASED, (), (), index, (sentence,), None, why)
    why = "No source has these words."
    nearest = _nearest(words, sources)
    if nearest is not None:
        why = f"No source has these words together; the nearest are “{nearest}”."
    return CheckedQuote(quotation.number, Verdict.MISSING, (), (), None, (), None, why)


def _nearest(words: QuotedWords, sources: Sequence[Article]) -> str | None:
    """The longest part of a quotation that a source has, where it is worth a look."""
    keys = words.keys
    runs = [run for source in sources for passage in haystack(source).passages(keys) for run in passage.runs]
    start, _, size = max(runs, key=lambda run: word_count(keys[run[0] : run[0] + run[2]]), default=(0, 0, 0))
    found = keys[start : start + size]
    told = word_count(found) >= WORTH_A_LOOK and any(map(has_content, found))
    return words.printed(start, start + size) if told else None


def _compared(
    pair: tuple[Article, Article],
    quotation: Quotation,
    words: QuotedWords,
    place: Place,
    around: Sequence[Range],
    names: frozenset[str],
) -> CheckedQuote:
    article, source = pair
    ranges, spliced = place.ranges, place.spliced
    judgement = judge(
        words,
        quoted_words(source.text, ranges),
        names=names,
        fragment=quotation.kind is not QuotationKind.FULL,
        spliced=spliced,
    )
    edits = tuple(_as_against_a_source(edit) for edit in judgement.edits)
    findings = set(judgement.findings) - {Finding.RESEGMENTED, Finding.TRUNCATED}
    findings |= {FINDINGS_OF_EDITS[edit.kind] for edit in edits}
    if quotation.kind is QuotationKind.FULL and not spliced:
        cut = _cut_off(source, ranges, around)
        edits += cut
        findings |= {Finding.TRUNCATED} if cut else set()
    voice = voice_at(source, ranges[0][0])
    told = quotation.attribution
    if not _is_the_source(told) and not same_speaker(told, voice, (article, source)):
        findings.add(Finding.ATTRIBUTION)
    verdict, ordered = verdict_of(findings), in_order(findings)
    why = tell_why(verdict, ordered, edits, _SIDES)
    return CheckedQuote(quotation.number, verdict, ordered, edits, place.source, ranges, voice.speaker, why)


def _is_the_source(told: Attribution) -> bool:
    """Whether the words are given to the paper that they are looked up in, whoever speaks there."""
    return told.kind is SpeakerKind.DOCUMENT and not _PAPERS.isdisjoint((told.speaker or "").casefold().split())


_PAPERS = frozenset("announcement release communiqué transcript report document text mitteilung comunicado".split())  # noqa: SIM905


def _as_against_a_source(edit: Edit) -> Edit:
    """What only the article has at an end is no part left out: the source doesn't have it."""
    return replace(edit, kind=EditKind.DROPPED) if edit.kind is EditKind.TRUNCATED and edit.left else edit


def _cut_off(source: Article, ranges: Sequence[Range], around: Sequence[Range]) -> tuple[Edit, ...]:
    """What a whole statement leaves out of the sentence it begins or ends in, and the quotation beside it has not.

    Args:
        source: The source.
        ranges: The words compared with.
        around: The words that the quotations before and after this one are compared with.
    """
    start, end = ranges[0][0], ranges[-1][1]
    low, high = sentences_around(source, start, end)
    first, last = turn_around(source, start)
    low, high = max(low, first), min(high, last)
    low = max([low, *(other for _, other in around if other <= start)])
    high = min([high, *(other for other, _ in around if other >= end)])
    before, after = quoted_words(source.text, [(low, start)]), quoted_words(source.text, [(end, high)])
    edits = []
    if any(key not in _LEAD_INS for key in before.keys) and not _is_attribution(source, (low, start), before):
        edits.append(_cut(before))
    if len(after) and not _is_attribution(source, (end, high), after):
        edits.append(_cut(after))
    return tuple(edits)


def _is_attribution(source: Article, place: Range, words: QuotedWords) -> bool:
    """Whether what stands beside the words only says who spoke ("she said")."""
    return len(words) <= ATTRIBUTION and reports_speech(source.text[slice(*place)], surely=True)


def _cut(words: QuotedWords) -> Edit:
    return Edit(EditKind.TRUNCATED, "", words.printed(0, len(words)), None, words.span(0, len(words)))
