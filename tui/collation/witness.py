"""The two articles made ready for comparison: words as numbers, weighed by how rare they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from tui.text import Tokens, is_unspaced, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Article

FEWEST_PARAGRAPHS = 12
"""With fewer paragraphs, words are weighed as if there were so many: two paragraphs tell nothing of rarity."""

HALF_WORD = 0.5
"""How much of a word one letter of a script without spaces counts for."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One article as the collation sees it (a witness, in the words of textual criticism).

    Attributes:
        article: The article.
        tokens: All its words.
        ids: A number for each word; words with equal keys have equal numbers on both sides. A word of the noise
            has a number of its own, so that it matches nothing.
        bounds: The first word of each paragraph, and the number of words as a last entry.
        noise: Indexes of the words that lie in the article's noise.
    """

    article: Article
    tokens: Tokens
    ids: list[int]
    bounds: list[int]
    noise: frozenset[int]

    def words(self, paragraph: int) -> list[int]:
        """The numbers of the words of a paragraph."""
        return self.ids[self.bounds[paragraph] : self.bounds[paragraph + 1]]

    def places(self, paragraph: int) -> range:
        """The indexes of the words of a paragraph."""
        return range(self.bounds[paragraph], self.bounds[paragraph + 1])

    def paragraph_at(self, word: int) -> int:
        """The paragraph that holds the word with this index."""
        return bisect_right(self.bounds, word) - 1

    def __len__(self) -> int:
        return len(self.bounds) - 1


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of each word, by its number.

    Attributes:
        keys: What it is compared by.
        sizes: 1 for a word, `HALF_WORD` for a letter of a script without spaces.
        weights: Inverse document frequency over the paragraphs of both articles (Spärck Jones 1972), times size,
            over that of a word that stands in only one: 1 for the rarest, 0 for one that stands everywhere.
    """

    keys: Sequence[str]
    sizes: Sequence[float]
    weights: Sequence[float]

    def mass(self, words: Iterable[int]) -> float:
        """How much these words weigh together, in rarest words."""
        weights = self.weights
        return sum([weights[word] for word in words])

    def size(self, words: Iterable[int]) -> float:
        """How many words these are."""
        sizes = self.sizes
        return sum([sizes[word] for word in words])


def prepare(left: Article, right: Article) -> tuple[Witness, Witness, Vocabulary]:
    """Number the words of both articles and weigh them."""
    numbers: dict[str, int] = {}
    left_tokens, right_tokens = tokenize(left.text), tokenize(right.text)
    left_ids = [numbers.setdefault(key, len(numbers)) for key in left_tokens.keys]
    right_ids = [numbers.setdefault(key, len(numbers)) for key in right_tokens.keys]
    keys = list(numbers)
    witnesses = (
        _witness(left, left_tokens, left_ids, keys),
        _witness(right, right_tokens, right_ids, keys),
    )
    return *witnesses, _weigh(witnesses, keys)


def _witness(article: Article, tokens: Tokens, ids: list[int], keys: list[str]) -> Witness:
    noise = [
        index
        for start, end in article.noise
        for index in range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))
    ]
    for index in noise:
        ids[index] = len(keys)
        keys.append(tokens.keys[index])
    return Witness(article, tokens, ids, _bounds(article, tokens), frozenset(noise))


def _bounds(article: Article, tokens: Tokens) -> list[int]:
    firsts = [bisect_left(tokens.starts, paragraph.start) for paragraph in article.paragraphs]
    return [*firsts, len(tokens)]


def _weigh(witnesses: tuple[Witness, Witness], keys: list[str]) -> Vocabulary:
    vocabularies = [set(side.words(paragraph)) for side in witnesses for paragraph in range(len(side))]
    frequencies = Counter(chain.from_iterable(vocabularies))
    sizes = [HALF_WORD if is_unspaced(key) else 1.0 for key in keys]
    total = max(FEWEST_PARAGRAPHS, len(vocabularies))
    rarest = log(total)
    weights = [size * (1 - log(max(1, frequencies[number])) / rarest) for number, size in enumerate(sizes)]
    return Vocabulary(keys, sizes, weights)
