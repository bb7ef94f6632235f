"""Pairs of long articles in made-up words, the second a version of the first."""

from __future__ import annotations

import random
from itertools import accumulate

SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "xo",
    "zu",
    "str",
    "an",
    "er",
)
VOCABULARY_SIZE = 12_000


class Newsroom:
    """Writes paragraphs of about 47 words whose frequencies fall as in prose (Zipf), always the same for one seed."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        words = {"".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4))) for _ in range(VOCABULARY_SIZE)}
        self.vocabulary = sorted(words)
        self._cumulative = list(accumulate(1 / (rank + 3) for rank in range(len(self.vocabulary))))

    def words(self, count: int) -> list[str]:
        """So many words."""
        return self.chance.choices(self.vocabulary, cum_weights=self._cumulative, k=count)

    def paragraph(self) -> str:
        """Sentences of 8 to 20 words."""
        words = self.words(self.chance.randint(25, 70))
        sentences = []
        while words:
            cut = self.chance.randint(8, 20)
            sentences.append(" ".join(words[:cut]).capitalize() + ".")
            words = words[cut:]
        return " ".join(sentences)

    def edited(self, paragraph: str) -> str:
        """The paragraph with every twelfth word or so replaced, dropped or joined by another."""
        words = paragraph.split()
        for _ in range(max(1, len(words) // 12)):
            at = self.chance.randrange(len(words))
            fate = self.chance.random()
            if fate < 0.5:
                words[at] = self.words(1)[0]
            elif fate < 0.75:
                del words[at]
            else:
                words[at:at] = self.words(1)
        return " ".join(words)


def versions(paragraphs: int, seed: int = 7) -> tuple[str, str]:
    """Two versions of an article: 30 % of the paragraphs edited, 10 % moved, 10 % deleted, 10 % new."""
    room = Newsroom(seed)
    left = [room.paragraph() for _ in range(paragraphs)]
    right: list[str] = []
    moved: list[str] = []
    for paragraph in left:
        fate = room.chance.random()
        if fate < 0.1:
            continue
        if fate < 0.2:
            moved.append(paragraph)
            continue
        right.append(room.edited(paragraph) if fate < 0.5 else paragraph)
        if room.chance.random() < 0.12:
            right.append(room.paragraph())
    for paragraph in moved:
        right.insert(room.chance.randrange(len(right) + 1), paragraph)
    return "\n\n".join(left), "\n\n".join(right)


def strangers(paragraphs: int) -> tuple[str, str]:
    """Two articles that have nothing but common words in common."""
    one, other = Newsroom(1), Newsroom(2)
    return (
        "\n\n".join(one.paragraph() for _ in range(paragraphs)),
        "\n\n".join(other.paragraph() for _ in range(paragraphs)),
    )
