"""Where the sources of an article have the words of its quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.quotation.find import find_quotations
from tui.quotation.judging.content import has_content, word_count
from tui.quotation.judging.opposed import oppose
from tui.quotation.judging.words import quoted_words
from tui.quotation.matching import match_quotations
from tui.quotation.passages import Passage, haystack
from tui.quotation.sharing import Quoted
from tui.quotation.statements import are_apart
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

ANOTHER_PART = 5
"""So many further words in a row that stand elsewhere in the source are a part of the quotation, not chance."""

REACH = 4
"""Words beyond those of the quotation among which its other words are looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a source that a quotation is compared with.

    Attributes:
        source: Index of the source.
        ranges: The words, in the order of the quotation.
        spliced: They are separate statements that the quotation joins without a mark.
        held: How many of the quotation's words stand there, letters without spaces counted by half.
    """

    source: int
    ranges: tuple[Range, ...]
    spliced: bool
    held: float


def find_places(
    quotations: Sequence[Quotation], told: Sequence[QuotedWords], sources: Sequence[Article], wanted: Collection[int]
) -> dict[int, Place]:
    """For each quotation that is wanted, the source that has most of its words, and where; ties to the first source.

    What a source quotes itself is compared with that, so that its own "he said" is no part of the words; only then
    is its plain text searched.

    Args:
        quotations: The article's quotations.
        told: Their words.
        sources: The sources.
        wanted: Indices of the quotations.

    Returns:
        By index; a quotation that no source has is left out.
    """
    best: dict[int, Place] = {}
    for index, source in enumerate(sources):
        between_marks = _between_marks(quotations, told, index, source, wanted)
        stack = haystack(source)
        for at in wanted:
            found = between_marks.get(at) or _in_plain_text(told[at], index, stack)
            if found is not None and (at not in best or found.held > best[at].held):
                best[at] = found
    return best


def _between_marks(
    quotations: Sequence[Quotation],
    told: Sequence[QuotedWords],
    index: int,
    source: Article,
    wanted: Collection[int],
) -> dict[int, Place]:
    """Where the source quotes the words itself."""
    quoted = find_quotations(source)
    ours = [Quoted(one, words) for one, words in zip(quotations, told, strict=True)]
    theirs = [Quoted(one, quoted_words(source.text, one.words)) for one in quoted]
    found: dict[int, Place] = {}
    for match in match_quotations(ours, theirs):
        asked = [at for at in match.left if at in wanted]
        if not asked:
            continue
        parts = [quoted[at] for at in match.right]
        there = quoted_words(source.text, [words for one in parts for words in one.words])
        apart = len(parts) > 1 and are_apart(parts, source, quoted)
        for at in asked:
            place = _opposite(told[at], there, index, spliced=apart)
            if place is not None and (at not in found or place.held > found[at].held):
                found[at] = place
    return found


def _opposite(words: QuotedWords, there: QuotedWords, index: int, *, spliced: bool) -> Place | None:
    """The part of the source's quoted words that stands opposite the quotation."""
    opposed = oppose(words, there)
    equal = [block for block in opposed.blocks if block.equal]
    if not equal:
        return None
    if opposed.moved:
        first, last = 0, len(there)
    else:
        head, tail = equal[0], equal[-1]
        keys = words.keys
        first = head.right - _reach(keys[: head.left][::-1], there.keys[: head.right][::-1])
        last = tail.right_end + _reach(keys[tail.left_end :], there.keys[tail.right_end :])
    bounds = [first, *sorted(at for at in there.breaks if first < at < last), last]
    spans = [there.span(start, end) for start, end in pairwise(bounds)]
    held = word_count(words.keys[at] for block in equal for at in range(block.left, block.left_end))
    held += word_count(words.keys[at] for left, _, size in opposed.moved for at in range(left, left + size))
    return Place(index, tuple(span for span in spans if span), spliced and len(spans) > 1, held)


def _in_plain_text(words: QuotedWords, index: int, stack: Haystack) -> Place | None:
    """Where the source has the words, with or without marks."""
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
        fresh = [run for run in passage.runs if held.isdisjoint(range(run[0], run[0] + run[2]))]
        if any(word_count(keys[at : at + size]) >= ANOTHER_PART for at, _, size in fresh):
            parts.append(passage)
            held |= set(passage.held)
    size, found = word_count(keys), word_count(keys[at] for at in held)
    longest = max(word_count(keys[at : at + length]) for at, _, length in passages[0].runs)
    if longest < LONG_RUN and found < (size if size <= 2 else ENOUGH * size):
        return None
    parts.sort(key=lambda passage: passage.held[0])
    ranges, spliced = _ranges(words, stack, parts)
    return Place(index, ranges, spliced, found)


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


def _ranges(words: QuotedWords, stack: Haystack, parts: Sequence[Passage]) -> tuple[tuple[Range, ...], bool]:
    """The source's words to compare with, and whether they are separate statements joined without a mark."""
    source = stack.article
    ranges = [_extended(words, passage, stack, source) for passage in parts]
    if len(ranges) == 1:
        return (ranges[0],), False
    dots = {at for at, _ in words.ellipses}
    merged = [ranges[0]]
    spliced = False
    for (passage, following), place in zip(pairwise(parts), ranges[1:], strict=True):
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
    low, high = sentences_around(source, stack.starts[passage.first], stack.ends[passage.last - 1])
    low = max(low, turn_around(source, stack.starts[passage.first])[0])
    high = min(high, turn_around(source, stack.ends[passage.last - 1] - 1)[1])
    lowest, highest = bisect_left(stack.starts, low), bisect_left(stack.starts, high)
    keys = words.keys
    first = passage.first - _reach(keys[:before][::-1], stack.keys[lowest : passage.first][::-1])
    last = passage.last + _reach(keys[len(keys) - after :], stack.keys[passage.last : highest])
    return stack.starts[first], stack.ends[last - 1]


def _reach(quoted: Sequence[str], there: Sequence[str]) -> int:
    """How many of the words beside a passage, going away from it, stand opposite the rest of the quotation."""
    near = there[: len(quoted) + REACH]
    matches = SequenceMatcher(None, quoted, near, autojunk=False).get_matching_blocks()
    if not quoted or len(matches) < 2:
        return min(len(quoted), REACH, len(there))
    last = matches[-2]
    return min(len(there), last.b + last.size + len(quoted) - last.a - last.size)


def sentences_around(source: Article, start: int, end: int) -> Range:
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
