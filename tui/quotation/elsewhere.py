"""A quotation without a partner: its words unquoted in the other article, a paraphrase, or nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from tui.quotation.finding.reporting import reports_speech
from tui.quotation.judging.content import has_content
from tui.quotation.judging.gravity import TITLES
from tui.quotation.judging.spelling import comparable
from tui.quotation.model import Unpaired, Verdict
from tui.quotation.passages import haystack
from tui.text import split_sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from tui.article import Article, Range
    from tui.quotation.passages import Haystack, Passage
    from tui.quotation.sharing import Quoted

WHOLE = 0.75
"""The share of a quotation's words that must stand together to be called the same words, unquoted."""

FEW = 4
"""Of so few words that say something, none may be missing."""

SAME_MATTER = 0.5
"""The share of what a quotation says, weighed by how rare its words are, that a paraphrase must have."""

SAME_SPEAKER = 0.3
"""The share that is enough of a sentence that reports the same speaker's words."""

LEAST = 3
"""Fewest words that say something which a paraphrase must share; one less where it names the speaker."""

STEM = 5
"""Letters by which words of one stem are known."""


def find_elsewhere(quoted: Quoted, other: Article) -> Unpaired:
    """What became of a quotation whose words the other article puts between no marks."""
    stack = haystack(other)
    keys = quoted.words.keys
    number = quoted.quotation.number
    passage = next(iter(_unquoted(stack, keys)), None)
    if passage is not None:
        return Unpaired(number, Verdict.UNQUOTED, (stack.starts[passage.first], stack.ends[passage.last - 1]))
    sentence = find_paraphrase(other, keys, quoted.quotation.attribution.speaker)
    if sentence is not None:
        return Unpaired(number, Verdict.PARAPHRASED, sentence)
    return Unpaired(number, Verdict.MISSING)


def _unquoted(stack: Haystack, keys: Sequence[str]) -> Iterator[Passage]:
    if not any(has_content(key) for key in keys):
        return
    content = {at for at, key in enumerate(keys) if has_content(key)}
    for passage in stack.passages(keys):
        held = set(passage.held)
        told = len(content & held) >= (1 if len(content) <= FEW else WHOLE) * len(content)
        if told and len(held) >= WHOLE * len(keys) and passage.last - passage.first <= 2 * len(keys):
            yield passage


def find_paraphrase(article: Article, keys: Sequence[str], speaker: str | None = None) -> Range | None:
    """The sentence that says most of what a quotation says, where one says enough; else None.

    Less is enough of a sentence that reports what the same speaker said.

    Args:
        article: The article to look in.
        keys: The quotation's words.
        speaker: To whom the quotation is given.
    """
    sentences = sentences_of(article)
    wanted = {stem_of(key) for key in keys if has_content(key)}
    weights = {stem: 1 / (1 + log(1 + len(sentences.places.get(stem, ())))) for stem in wanted}
    total = sum(weights.values())
    shares: dict[int, float] = {}
    counts: Counter[int] = Counter()
    left = total
    for stem in sorted(weights, key=lambda one: (len(sentences.places.get(one, ())), one)):
        held = sentences.places.get(stem, {})
        enough = left >= SAME_SPEAKER * total - _ROUNDING  # else no sentence that begins here can get there
        for place in held if enough or len(held) < len(shares) else [one for one in shares if one in held]:
            if enough or place in shares:
                shares[place] = shares.get(place, 0) + weights[stem] / total
                counts[place] += 1
        left -= weights[stem]
    names = {stem_of(key) for key in tokenize(speaker or "").keys if has_content(key) and key not in TITLES}
    found = [
        (share, -place)
        for place, share in shares.items()
        if (counts[place] >= LEAST and share >= SAME_MATTER)
        or (
            counts[place] >= LEAST - 1
            and share >= SAME_SPEAKER
            and any(place in sentences.places.get(name, ()) for name in names)
            and reports_speech(article.text[slice(*sentences.ranges[place])])
        )
    ]
    return sentences.ranges[-max(found)[1]] if found else None


_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of an article, and in which of them each stem stands."""

    ranges: tuple[Range, ...]
    places: Mapping[str, Collection[int]]


@lru_cache(maxsize=8)
def sentences_of(article: Article) -> Sentences:
    """The sentences of an article that count, and where its stems stand; the last few are kept."""
    tokens = tokenize(article.text)
    ranges: list[Range] = []
    places: dict[str, dict[int, None]] = defaultdict(dict)
    for paragraph in article.paragraphs:
        if not paragraph.counts:
            continue
        for start, end in split_sentences(article.text, paragraph.start, paragraph.end):
            for key in tokens.keys[bisect_left(tokens.starts, start) : bisect_left(tokens.starts, end)]:
                places[stem_of(comparable(key))][len(ranges)] = None
            ranges.append((start, end))
    return Sentences(tuple(ranges), places)


def stem_of(key: str) -> str:
    """The letters by which words of one stem are known."""
    return key[:STEM]
