"""A paragraph by what it speaks of: word stems, figures, quoted fragments, sentences."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest
from itertools import product
from math import log, sqrt
from typing import TYPE_CHECKING

from tui.collation.witness import FEWEST_PARAGRAPHS, HALF_WORD
from tui.text import find_quoted, is_unspaced, split_sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from tui.collation.witness import Witness

STEM = 6
"""Letters of a word that count when paragraphs are compared by what they speak of: "organizers", "organizing"."""

GRAM = 4
"""Characters in a row by which sentences are compared; 3 to 5 together were no better on our gold."""

FEWEST = 2.0
"""Words of a quoted fragment that is evidence of its own."""

WHOLE = 4.0
"""Words of a quotation that, whole in both paragraphs, is more than a fragment."""

MOST_SENTENCES = 10_000
"""Beyond so many pairs of sentences of two paragraphs, as of whole interviews on one line, only the likeliest are
compared."""

TELLING_GRAMS = 8
"""By how many of its heaviest runs of characters a sentence is then looked up, and in how many sentences for each."""

_GAP = re.compile(r"[\W_]+")
_MONTHS = frozenset(
    month[:STEM]
    for month in """
    january february april june july august september october november december
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    januar februar märz juni juli oktober dezember
    enero febrero abril junio julio agosto septiembre octubre noviembre diciembre
    """.split()  # noqa: SIM905 - a list read as words is easier to keep than forty quoted strings
)
"""Months as stems; "may" and "march" are left out, being words of their own."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Portrait:
    """What a paragraph speaks of.

    Attributes:
        stems: Its word stems, with how often each stands.
        figures: The stems of its figures and months.
        fragments: Stems of each of its different quoted fragments, as many words as make evidence.
        reading: Its stems in order, each between blanks.
        text: Its text, as held.
    """

    stems: Counter[str]
    figures: frozenset[str]
    fragments: tuple[tuple[str, ...], ...]
    reading: str
    text: str


def portray(side: Witness, paragraph: int) -> Portrait:
    """Portray one paragraph."""
    first, end = side.bounds[paragraph], side.bounds[paragraph + 1]
    stems = [_stem(key) for key in side.tokens.keys[first:end]]
    text = side.article.words_of(paragraph)
    return Portrait(
        stems=Counter(stems),
        figures=frozenset([stem for stem in stems if stem in _MONTHS or any(map(str.isdigit, stem))]),
        fragments=_fragments(text),
        reading=_read_out(stems),
        text=text,
    )


def stem_weights(portraits: Collection[Portrait]) -> Mapping[str, float]:
    """How rare each stem is among these paragraphs: 1 for one that stands in a single paragraph, 0 in all."""
    frequencies: Counter[str] = Counter()
    for portrait in portraits:
        frequencies.update(portrait.stems.keys())
    rarest = log(max(FEWEST_PARAGRAPHS, len(portraits)))
    return {
        stem: (HALF_WORD if is_unspaced(stem) else 1.0) * (1 - log(frequency) / rarest)
        for stem, frequency in frequencies.items()
    }


def stands_in(fragment: Sequence[str], portrait: Portrait) -> bool:
    """Whether these stems stand in a paragraph, in a row."""
    return all(stem in portrait.stems for stem in fragment) and _read_out(fragment) in portrait.reading


def quote_alike(left: Portrait, right: Portrait) -> bool:
    """Whether both paragraphs have a whole quoted fragment of `WHOLE` words or more in common."""
    return any(_words(fragment) >= WHOLE for fragment in set(left.fragments) & set(right.fragments))


class SentenceLikeness:
    """How like the sentences of two paragraphs are: TF-IDF cosine of their runs of characters, 0..1."""

    def __init__(self, portraits: Collection[Portrait]) -> None:
        self._counts = {id(portrait): _sentence_grams(portrait.text) for portrait in portraits}
        frequencies: Counter[str] = Counter()
        total = 1
        for sentences in self._counts.values():
            for grams in sentences:
                frequencies.update(grams.keys())
                total += 1
        self._weights = {gram: log(total / (1 + frequency)) for gram, frequency in frequencies.items()}
        self._vectors: dict[int, list[Vector]] = {}

    def __call__(self, left: Portrait, right: Portrait) -> float:
        """The likest pair of sentences of two of the portraits."""
        lefts, rights = self._of(left), self._of(right)
        pairs = product(lefts, rights) if len(lefts) * len(rights) <= MOST_SENTENCES else _likeliest(lefts, rights)
        return max((_cosine(one, other) for one, other in pairs), default=0.0)

    def _of(self, portrait: Portrait) -> list[Vector]:
        known = self._vectors.get(id(portrait))
        if known is None:
            different = {id(grams): grams for grams in self._counts[id(portrait)]}
            known = [self._vector(grams) for grams in different.values()]
            self._vectors[id(portrait)] = known
        return known

    def _vector(self, grams: Counter[str]) -> Vector:
        weights = self._weights
        vector = {gram: (1 + log(count)) * weights[gram] for gram, count in grams.items()}
        length = sqrt(sum([value * value for value in vector.values()]))
        return {gram: value / length for gram, value in vector.items()} if length else {}


def _stem(key: str) -> str:
    return key.removesuffix("'s")[:STEM]


def _fragments(text: str) -> tuple[tuple[str, ...], ...]:
    found = ([_stem(key) for key in tokenize(text[start:end]).keys] for start, end in find_quoted(text))
    return tuple(dict.fromkeys(tuple(stems) for stems in found if _words(stems) >= FEWEST))


def _read_out(stems: Sequence[str]) -> str:
    return f" {' '.join(stems)} "


def _words(stems: Sequence[str]) -> float:
    return sum(HALF_WORD if is_unspaced(stem) else 1.0 for stem in stems)


def _sentence_grams(text: str) -> list[Counter[str]]:
    """The runs of characters of every sentence; of equal sentences they are the same object."""
    sentences = [text[start:end] for start, end in split_sentences(text)]
    grams = {sentence: _grams(sentence) for sentence in set(sentences)}
    return [grams[sentence] for sentence in sentences]


def _likeliest(lefts: Sequence[Vector], rights: Sequence[Vector]) -> Iterator[tuple[Vector, Vector]]:
    """Pairs of sentences that have some of their heaviest runs of characters in common."""
    places: dict[str, list[int]] = {}
    for at, vector in enumerate(rights):
        for gram in vector:
            holders = places.setdefault(gram, [])
            if len(holders) < TELLING_GRAMS:
                holders.append(at)
    for one in lefts:
        telling = nlargest(TELLING_GRAMS, [gram for gram in one if gram in places], key=one.__getitem__)
        for at in {at for gram in telling for at in places[gram]}:
            yield one, rights[at]


def _grams(sentence: str) -> Counter[str]:
    plain = f" {_GAP.sub(' ', sentence.casefold()).strip()} "
    return Counter([plain[at : at + GRAM] for at in range(len(plain) - GRAM + 1)])


def _cosine(one: Vector, other: Vector) -> float:
    shorter, longer = sorted((one, other), key=len)
    return sum([value * longer[gram] for gram, value in shorter.items() if gram in longer])
