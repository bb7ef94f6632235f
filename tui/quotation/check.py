"""An article's quotations looked up in the full text of its sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
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
from tui.quotation.model import CheckedQuote, Edit, EditKind, Finding, QuotationKind, Verdict
from tui.quotation.passages import Passage, haystack
from tui.quotation.voices import turn_around, turn_between_labels, voice_at
from tui.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tui.article import Article, Range
    from tui.quotation.judging.words import QuotedWords
    from tui.quotation.model import Quotation
    from tui.quotation.passages import Haystack

ENOUGH = 0.6
"""The share of a quotation's words that a source must hold for them to be looked at as the same statement."""

LONG_RUN = 8
"""So many words in a row are the same statement, whatever else the quotation has."""

ANOTHER_PART = 4
"""So many further words that stand elsewhere in the source are a part of the quotation, not chance."""

ATTRIBUTION = 8
"""Words of a clause that says who spoke, at most."""

_SIDES = ("the article", "the source")
_LEAD_INS = frozenset("and but so well because that look no yes now then um uh oh i think you know".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class _Find:
    """Where a source has a quotation's words.

    Attributes:
        source: Index of the source.
        stack: Its words.
        passages: In the order of the quotation; several where it is made of separate statements.
        held: How many of the quotation's words stand there.
    """

    source: int
    stack: Haystack
    passages: tuple[Passage, ...]
    held: int


@dataclass(frozen=True, slots=True)
class _Place:
    """The words of a source that a quotation is compared with.

    Attributes:
        source: Index of the source.
        ranges: The words, in the order of the quotation.
        spliced: They are separate statements that the quotation joins without a mark.
    """

    source: int
    ranges: tuple[Range, ...]
    spliced: bool


def check_quotations(
    article: Article, sources: Sequence[Article], numbers: Collection[int] | None = None
) -> tuple[CheckedQuote, ...]:
    """Look up every quotation of an article in its sources, which need no marks.

    Args:
        article: The article.
        sources: Transcripts, releases, letters; the one that has most of a quotation's words is what it is compared
            with.
        numbers: Which quotations; all where None.

    Returns:
        One result for each of these, or of `find_quotations(article)`, in order.
    """
    if numbers is not None and not numbers:
        return ()
    stacks = [haystack(source) for source in sources]
    quotations = find_quotations(article)
    told = [quoted_words(article.text, quotation.words) for quotation in quotations]
    wanted = range(len(quotations)) if numbers is None else sorted(numbers)
    needed = {near for at in wanted for near in (at - 1, at, at + 1) if 0 <= near < len(quotations)}
    places = {at: place for at in needed if (place := _place(told[at], sources, stacks)) is not None}
    names: dict[int, frozenset[str]] = {}
    checked = []
    for at in wanted:
        quotation, words, place = quotations[at], told[at], places.get(at)
        if place is None:
            checked.append(_without_source(quotation, words, stacks))
            continue
        if place.source not in names:
            names[place.source] = names_in(article) | names_in(sources[place.source])
        beside = [places[near] for near in (at - 1, at + 1) if near in places]
        around = [span for one in beside if one.source == place.source for span in one.ranges]
        pair = article, sources[place.source]
        checked.append(_compared(pair, quotation, words, place, around, names[place.source]))
    return tuple(checked)


def _place(words: QuotedWords, sources: Sequence[Article], stacks: Sequence[Haystack]) -> _Place | None:
    """The source that has most of the words, and where."""
    finds = [_find(words, index, stack) for index, stack in enumerate(stacks)]
    best = max((find for find in finds if find is not None), key=lambda find: (find.held, -find.source), default=None)
    if best is None:
        return None
    return _Place(best.source, *_ranges(words, sources[best.source], best))


def _find(words: QuotedWords, index: int, stack: Haystack) -> _Find | None:
    keys = words.keys
    passages = sorted(
        (part for passage in stack.passages(keys) for part in _by_turn(passage, stack)),
        key=lambda passage: -len(passage.held),
    )
    if not passages or not any(has_content(key) for key in keys):
        return None
    parts = [passages[0]]
    held = set(passages[0].held)
    for passage in passages[1:]:
        fresh = [at for at in passage.held if at not in held]
        if word_count(keys[at] for at in fresh) >= ANOTHER_PART:
            parts.append(passage)
            held |= set(fresh)
    size = word_count(keys)
    longest = max(word_count(keys[at : at + length]) for at, _, length in passages[0].runs)
    if longest < LONG_RUN and word_count(keys[at] for at in held) < (size if size <= 2 else ENOUGH * size):
        return None
    parts.sort(key=lambda passage: passage.held[0])
    return _Find(index, stack, tuple(parts), len(held))


def _by_turn(passage: Passage, stack: Haystack) -> Iterator[Passage]:
    """The passage in parts where it goes on over the label of another turn."""
    held: list[tuple[int, int, int]] = []
    end = -1
    for run in passage.runs:
        start = stack.starts[run[1]]
        if held and start >= end:
            yield Passage.of(held)
            held = []
        if not held:
            _, end = turn_between_labels(stack.article, start)
        held.append(run)
    if held:
        yield Passage.of(held)


def _without_source(quotation: Quotation, words: QuotedWords, stacks: Sequence[Haystack]) -> CheckedQuote:
    for index, stack in enumerate(stacks):
        sentence = find_paraphrase(stack.article, words.keys)
        if sentence is not None:
            why = "The source says something like it in other words."
            return CheckedQuote(quotation.number, Verdict.PARAPHRASED, (), (), index, (sentence,), None, why)
    why = "No source has these words."
    return CheckedQuote(quotation.number, Verdict.MISSING, (), (), None, (), None, why)


def _compared(
    pair: tuple[Article, Article],
    quotation: Quotation,
    words: QuotedWords,
    place: _Place,
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
    if not same_speaker(quotation.attribution, voice, (article, source)):
        findings.add(Finding.ATTRIBUTION)
    verdict, ordered = verdict_of(findings), in_order(findings)
    why = tell_why(verdict, ordered, edits, _SIDES)
    return CheckedQuote(quotation.number, verdict, ordered, edits, place.source, ranges, voice.speaker, why)


def _as_against_a_source(edit: Edit) -> Edit:
    """What only the article has at an end is no part left out: the source doesn't have it."""
    return replace(edit, kind=EditKind.DROPPED) if edit.kind is EditKind.TRUNCATED and edit.left else edit


def _ranges(words: QuotedWords, source: Article, find: _Find) -> tuple[tuple[Range, ...], bool]:
    """The source's words to compare with, and whether they are separate statements joined without a mark."""
    stack = find.stack
    ranges = [_extended(words, passage, stack, source) for passage in find.passages]
    if len(ranges) == 1:
        return (ranges[0],), False
    dots = {at for at, _ in words.ellipses}
    merged = [ranges[0]]
    spliced = False
    for (passage, following), place in zip(
        zip(find.passages, find.passages[1:], strict=False), ranges[1:], strict=True
    ):
        before = merged[-1]
        marked = any(passage.held[-1] < at <= following.held[0] for at in dots)
        same_turn = voice_at(source, before[0]).speaker == voice_at(source, place[0]).speaker
        if before[1] <= place[0] and same_turn and (marked or _beside(source, before, place)):
            merged[-1] = (before[0], place[1])
        else:
            merged.append(place)
            spliced = True
    return tuple(merged), spliced


def _beside(source: Article, one: Range, other: Range) -> bool:
    """Whether two passages stand in one paragraph."""
    return _paragraph_at(source, one[0]) == _paragraph_at(source, other[0])


def _paragraph_at(source: Article, place: int) -> int:
    """Index of the last paragraph that begins here or before, or -1."""
    return bisect_right(source.paragraphs, place, key=lambda paragraph: paragraph.start) - 1


def _extended(words: QuotedWords, passage: Passage, stack: Haystack, source: Article) -> Range:
    """The passage and as many words around it as the quotation has around what they share, in its sentences."""
    before, after = passage.held[0], len(words) - 1 - passage.held[-1]
    low, high = _sentences_around(source, stack.starts[passage.first], stack.ends[passage.last - 1])
    low = max(low, turn_around(source, stack.starts[passage.first])[0])
    high = min(high, turn_around(source, stack.ends[passage.last - 1] - 1)[1])
    lowest, highest = bisect_left(stack.starts, low), bisect_left(stack.starts, high)
    keys = words.keys
    first = passage.first - _reach(keys[:before][::-1], stack.keys[lowest : passage.first][::-1])
    last = passage.last + _reach(keys[len(keys) - after :], stack.keys[passage.last : highest])
    return stack.starts[first], stack.ends[last - 1]


def _reach(quoted: Sequence[str], there: Sequence[str]) -> int:
    """How many of the words beside a passage, going away from it, stand opposite the rest of the quotation."""
    near = there[: len(quoted) + ANOTHER_PART]
    matches = SequenceMatcher(None, quoted, near, autojunk=False).get_matching_blocks()
    if not quoted or len(matches) < 2:
        return min(len(quoted), ANOTHER_PART, len(there))
    last = matches[-2]
    return min(len(there), last.b + last.size + len(quoted) - last.a - last.size)


def _sentences_around(source: Article, start: int, end: int) -> Range:
    """From the beginning of the sentence in which a passage begins to the end of the one in which it ends."""
    low, high = start, end
    for place in (start, end - 1):
        at = _paragraph_at(source, place)
        if at < 0:
            continue
        sentences = _sentences(source.text, source.paragraphs[at].start, source.paragraphs[at].end)
        first, last = sentences[max(0, bisect_right(sentences, place, key=lambda one: one[0]) - 1)]
        if first <= place < last:
            low, high = min(low, first), max(high, last)
    return low, high


@lru_cache(maxsize=64)
def _sentences(text: str, start: int, end: int) -> tuple[Range, ...]:
    """The sentences of a paragraph; kept, as a whole transcript may be one paragraph."""
    return tuple(split_sentences(text, start, end)) or ((start, end),)


def _cut_off(source: Article, ranges: Sequence[Range], around: Sequence[Range]) -> tuple[Edit, ...]:
    """What a whole statement leaves out of the sentence it begins or ends in, and the quotation beside it has not.

    Args:
        source: The source.
        ranges: The words compared with.
        around: The words that the quotations before and after this one are compared with.
    """
    start, end = ranges[0][0], ranges[-1][1]
    low, high = _sentences_around(source, start, end)
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
