"""The words of an article's prose, in which a quotation is one word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

COVER = "Ꝗ"
"""Stands for every character of a quotation; a capital letter, so that a sentence may begin with it."""
PAUSE = "ꝗ"
"""Stands for the last character of a quotation that ends with a comma."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark of punctuation or a whole quotation inside a sentence.

    Attributes:
        text: As printed; for a quotation the characters that cover it.
        key: In small letters with straight apostrophes.
        start: First code point in the article.
        end: One past the last.
        kind: "w" a word, "p" punctuation, "q" a quotation, "s" a possessive ending.
        foreign: Whether it is a name that cannot show it by its first letter: one of a script without capitals amid
            words of a script that has them, or one behind an article in small letters, "al-Assad".
    """

    text: str
    key: str
    start: int
    end: int
    kind: str
    foreign: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins as a name does."""
        return self.kind == "w" and (self.foreign or self.text[0].isupper())

    @property
    def pauses(self) -> bool:
        """Whether it is a quotation with a comma before its last mark, after which a sentence goes on."""
        return self.kind == "q" and self.text[-1] == PAUSE


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article's prose.

    Attributes:
        start: First code point in the article.
        end: One past the last.
        paragraph: Index of its paragraph.
        words: Its words in order.
    """

    start: int
    end: int
    paragraph: int
    words: tuple[Word, ...]


def text_of(words: Sequence[Word]) -> str:
    """Words of one phrase as printed, with single spaces between them."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index and word.start > words[index - 1].end:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)
