"""How much paragraphs hold and have in common; each is counted once, however many links it has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.collation.witness import Vocabulary, Witness


class Scales:
    """Weighs the paragraphs of one article.

    Attributes:
        side: The article.
        vocabulary: What its words weigh.
    """

    __slots__ = ("_counts", "_masses", "_sizes", "side", "vocabulary")

    def __init__(self, side: Witness, vocabulary: Vocabulary) -> None:
        self.side = side
        self.vocabulary = vocabulary
        self._counts: dict[int, Counter[int]] = {}
        self._masses: dict[int, float] = {}
        self._sizes: dict[int, float] = {}

    def size(self, paragraph: int) -> float:
        """How many words a paragraph has."""
        if paragraph not in self._sizes:
            self._sizes[paragraph] = self.vocabulary.size(self.side.words(paragraph))
        return self._sizes[paragraph]

    def mass(self, paragraph: int) -> float:
        """How much its words weigh, in words as rare as the rarest."""
        if paragraph not in self._masses:
            self._masses[paragraph] = self.vocabulary.mass(self.side.words(paragraph))
        return self._masses[paragraph]

    def counts(self, paragraph: int) -> Counter[int]:
        """How often each word number stands in it."""
        if paragraph not in self._counts:
            self._counts[paragraph] = Counter(self.side.words(paragraph))
        return self._counts[paragraph]


def shared_mass(left: Scales, right: Scales, pair: tuple[int, int]) -> float:
    """The weight of the words that both paragraphs have, in whatever order.

    It decides which order is the common one, too: on our gold it was right more often than the words in shared runs.
    """
    fewer, more = sorted((left.counts(pair[0]), right.counts(pair[1])), key=len)
    weights = left.vocabulary.weights
    return sum([weights[word] * min(count, more[word]) for word, count in fewer.items() if word in more])
