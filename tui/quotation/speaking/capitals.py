"""Which capitals make names: the Al of Al Gore, the May of Theresa May, the In of "In Lee said"; not that of "In Rome".

Words such as "al", "will" or "may" bind other words together, so the lists of such words must not see them where they
are somebody's name. Whether they are is told by the article's language and by where they stand, never by who it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.quotation.speaking.verbs import reporting_words
from tui.quotation.speaking.vocabulary import (
    ADVERBS,
    ARABIC_ARTICLES,
    AUXILIARIES_OF,
    DEFINITE,
    DETERMINERS,
    FUNCTION_WORDS,
    INDEFINITE,
    INNER_PARTICLES,
    IRREGULAR_PASTS,
    MODALS,
    MONTHS,
    PARTICLES,
    PASSIVE,
    PERSON_TITLES,
    PREPOSITIONS,
    PREPOSITIONS_OF,
    PRONOUNS_OF,
    RELATIVES,
    SINGULAR_PRONOUNS,
    SUBORDINATORS,
    SUBORDINATORS_OF,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.quotation.speaking.words import Word

_BREAKS = frozenset(": — – ( • * > [".split())  # noqa: SIM905
_SMALL_IN_NAMES = PARTICLES | INNER_PARTICLES
_LINKS = PARTICLES | DEFINITE
_LISTED = frozenset().union(*FUNCTION_WORDS.values()) | WEEKDAYS | PASSIVE | RELATIVES | {"man"}
_BEFORE_DATES = frozenset("last next this since until by in of from early late mid through and or the and".split())  # noqa: SIM905
_ENGLISH_ARTICLES = frozenset("the a an this that these those".split())  # noqa: SIM905
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905
_GERMAN_MONTHS = frozenset("januar februar märz mai juni juli oktober dezember".split())  # noqa: SIM905
_LONGEST_NAME = 8
_LONGEST_APPOSITION = 14
_TITLED_SHARE = 0.8
_FEWEST_TITLED = 4
_LONG = 4  # letters of a word that has its capital from a headline only
_VOWELS = frozenset("aeiouh")


@dataclass(frozen=True, slots=True)
class Known:
    """What an article shows of names that look like other words, at places where it can be told.

    Attributes:
        pairs: Such a word and the one that follows it in a name, in small letters.
        lasts: Such words where they end a name.
    """

    pairs: frozenset[tuple[str, str]] = frozenset()
    lasts: frozenset[str] = frozenset()


def settled(words: tuple[Word, ...], language: str, known: Known | None = None) -> tuple[Word, ...]:
    """The words of a sentence with those that are names under a key no list of other words holds.

    Args:
        words: In order.
        language: The article's.
        known: What other sentences show; a word that opens a sentence is often told by them alone.
    """
    words = _with_foreign_names(words)
    doubtful = [index for index, word in enumerate(words) if word.key in _LISTED and word.capital]
    return _Sentence(words, language, known or Known()).settled(doubtful) if doubtful else words


def _with_foreign_names(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Names that don't begin with a capital: "al-Assad", and words of a script that has none amid others that have."""
    if any(word.key.startswith(ARABIC_ARTICLES) for word in words):
        words = tuple(replace(word, foreign=True) if _is_behind_article(word) else word for word in words)
    without = {word.start for word in words if not word.text.isascii() and word.kind == "w" and _has_no_case(word.text)}
    if not without or 2 * len(without) > sum(word.kind == "w" for word in words):
        return words
    return tuple(replace(word, foreign=True) if word.start in without else word for word in words)


def _is_behind_article(word: Word) -> bool:
    bare = word.text[3:]
    return word.kind == "w" and word.key.startswith(ARABIC_ARTICLES) and bare[:1].isupper() and bare[1:2].islower()


def _has_no_case(word: str) -> bool:
    return word[0].isalpha() and word[0].upper() == word[0].lower()


def named_alike(sentences: Iterable[Sequence[Word]]) -> Known:
    """What settled sentences show of names that look like other words."""
    pairs: set[tuple[str, str]] = set()
    lasts: set[str] = set()
    for words in sentences:
        for index, word in enumerate(words):
            if not is_disguised(word):
                continue
            if index + 1 < len(words) and words[index + 1].capital:
                pairs.add((word.key.casefold(), words[index + 1].key.casefold()))
            if index and words[index - 1].capital:
                lasts.add(word.key.casefold())
    return Known(frozenset(pairs), frozenset(lasts))


def is_disguised(word: Word) -> bool:
    """Whether a word was found to be a name although it looks like another word."""
    return word.key[0].isupper() and word.kind == "w"


class _Sentence:
    """Goes through the words of a sentence once."""

    def __init__(self, words: tuple[Word, ...], language: str, known: Known) -> None:
        self._words = words
        self._language = language
        self._known = known
        self._names: set[int] = set()
        self._own = FUNCTION_WORDS.get(language, frozenset())

    def settled(self, doubtful: Sequence[int]) -> tuple[Word, ...]:
        for index in doubtful:
            if self._is_name(index):
                self._names.add(index)
        if not self._names:
            return self._words
        return tuple(
            replace(word, key=word.text.replace("’", "'")) if index in self._names else word
            for index, word in enumerate(self._words)
        )

    def _is_name(self, index: int) -> bool:
        word = self._words[index]
        key = word.key
        if key in PERSON_TITLES:
            return False
        after = self._words[index + 1] if index + 1 < len(self._words) else None
        if key in WEEKDAYS:
            return key in MONTHS and self._is_named_month(index, after)
        if key not in self._own:
            return self._is_foreign_name(index)
        if _is_all_capitals(self._words) or (self._language == "en" and _is_titled(self._words)):
            return False
        if word.text.isupper() and word.text.isalpha() and len(key) > 1 and not self._in_capitals(index):
            return True
        if self._is_known(index, after):
            return True
        return (self._opens(index) and self._opens_with_name(index)) or self._is_name_inside(index, after)

    def _in_capitals(self, index: int) -> bool:
        """Whether a word beside this one is in capitals too, so that this one is not the WHO or the US."""
        beside = [self._words[place] for place in (index - 1, index + 1) if 0 <= place < len(self._words)]
        return any(word.kind == "w" and len(word.text) > 1 and word.text.isupper() for word in beside)

    def _is_foreign_name(self, index: int) -> bool:
        """Whether a word that binds only the words of other languages is a name: El Baradei in English."""
        ends = index > 0 and self._words[index - 1].capital
        return ends or self._leads_to_capital(index) or not self._opens(index)

    def _leads_to_capital(self, index: int) -> bool:
        """Whether a capital follows, or does after particles: the Von of Von der Leyen."""
        place = index + 1
        while place < len(self._words) and self._words[place].key in _SMALL_IN_NAMES:
            place += 1
        return self._capital(place)

    def _is_known(self, index: int, after: Word | None) -> bool:
        key = self._words[index].key
        if after is not None and after.capital and (key, after.key.casefold()) in self._known.pairs:
            return True
        return key in self._known.lasts and self._speaks(index + 1)

    def _is_named_month(self, index: int, after: Word | None) -> bool:
        """Whether a month is a given name or a family name: June Park, Theresa May."""
        before = self._words[index - 1] if index else None
        key = self._words[index].key
        if after is not None and after.capital and after.key not in WEEKDAYS:
            if before is not None and before.key in WEEKDAYS:
                stop = self._end_of_run(index)
                return self._speaks(stop) or self._is_told_beside(stop)
            return not self._is_dated(index)
        if before is not None and before.capital and before.key not in _LISTED and self._is_foreign_month(key):
            return True
        if key in MODALS and self._speaks(index + 1):
            return not self._is_dated(index)
        return False

    def _is_foreign_month(self, key: str) -> bool:
        return key in _GERMAN_MONTHS and self._language != "de"

    def _is_dated(self, index: int) -> bool:
        """Whether the word before a month says that it is a time: "in May", but "according to May"."""
        before = self._words[index - 1] if index else None
        if before is None:
            return False
        if before.key == "to":
            return index > 1 and (self._words[index - 2].key in WEEKDAYS or self._words[index - 2].key.isdigit())
        return before.key in _BEFORE_DATES or before.key.isdigit()

    def _opens(self, index: int) -> bool:
        """Whether a word may have its capital from standing first."""
        if index == 0:
            return True
        before = self._words[index - 1]
        if before.kind == "q":
            return not before.pauses
        return before.key in _BREAKS or before.text.endswith(".") or (before.kind == "p" and before.key not in ",;&-/")

    def _is_name_inside(self, index: int, after: Word | None) -> bool:
        """Whether a word within a sentence has its capital because it is a name."""
        word = self._words[index]
        if self._opens(index):
            return False
        if word.key in DETERMINERS:
            named = (
                after is not None and after.capital and (self._language != "en" or word.key not in _ENGLISH_ARTICLES)
            )
            return named or self._is_no_article(word, after)
        if self._leads_to_capital(index):
            return True
        if word.key in MODALS and self._speaks(index + 1):
            return True
        before = self._words[index - 1]
        return before.capital and (before.key not in _LISTED or index - 1 in self._names) and word.key != "i"

    def _is_no_article(self, word: Word, after: Word | None) -> bool:
        """Whether English "An" stands where no "an" can: An Wang."""
        if self._language != "en" or word.key != "an" or after is None or not after.capital:
            return False
        return after.key[0] not in _VOWELS and not after.text.isupper()

    def _opens_with_name(self, index: int) -> bool:
        """Whether a sentence that begins with such a word can't be read but with a name: "Will Smith said"."""
        word = self._words[index]
        after = self._words[index + 1] if index + 1 < len(self._words) else None
        if self._is_no_article(word, after):
            return True
        stop = self._end_of_run(index)
        alone = stop == index + 1
        if alone or (after is not None and after.kind != "w"):
            return alone and self._language == "en" and word.key in MODALS and self._speaks(stop)
        if self._language != "de" and word.key in SINGULAR_PRONOUNS and after is not None and after.capital:
            return True  # "She Zhijiang", "Elle Macpherson"
        if word.key in _NUMBERS and not self._words[stop - 1].key.endswith("s"):
            return self._speaks(stop) or self._is_told_beside(stop)
        crowded = self._language == "en" and stop > index + 2 and word.key in PREPOSITIONS_OF["en"]
        if crowded or not self._may_lead(word):
            return False  # "In Rome Ann Doe said"
        return self._speaks(stop) or self._is_told_beside(stop)

    def _may_lead(self, word: Word) -> bool:
        """Whether a word of this kind never stands before a name and its verb: "He Jiankui said", "By Day said"."""
        language = self._language
        if word.key in SUBORDINATORS_OF[language] or word.key in {"as", "after", "before", "like", "once", "then"}:
            return False
        if word.key in PREPOSITIONS_OF[language]:
            return True
        if word.key in PRONOUNS_OF[language] and word.key not in DETERMINERS:
            return True
        return language == "en" and word.key in MODALS and self._words[-1].key != "?"

    def _end_of_run(self, index: int) -> int:
        stop = index + 1
        while stop < len(self._words) and stop - index < _LONGEST_NAME:
            word = self._words[stop]
            particle = word.key in _LINKS and self._capital(stop + 1) and word.kind == "w"
            if not (word.capital or particle):
                break
            stop += 1
        return stop

    def _capital(self, index: int) -> bool:
        return index < len(self._words) and self._words[index].capital

    def _speaks(self, index: int) -> bool:
        """Whether a verb stands here whose subject stands before it."""
        place = index
        while place < len(self._words) and self._is_passed(place):
            place += 1
        if place >= len(self._words):
            return False
        word = self._words[place]
        if word.kind != "w" or word.capital:
            return False
        if self._language == "en":
            past = word.key in IRREGULAR_PASTS or word.key.endswith("ed") or word.key in PASSIVE
            return past or word.key in reporting_words("en")
        if word.key not in reporting_words(self._language):
            return False
        return not self._subject_follows(place + 1)

    def _is_passed(self, place: int) -> bool:
        word = self._words[place]
        if word.kind != "w" or word.capital:
            return False
        return word.key in AUXILIARIES_OF.get(self._language, ()) or word.key in ADVERBS

    def _subject_follows(self, place: int) -> bool:
        """Whether the verb before has its subject after it: "In Berlin sagte Scholz"."""
        while place < len(self._words) and self._is_passed(place):
            place += 1
        if place >= len(self._words):
            return False
        word = self._words[place]
        if word.capital:
            return True
        if word.kind != "w" or word.key in SUBORDINATORS or word.key in PREPOSITIONS - DEFINITE:
            return False
        return word.key in DETERMINERS or word.key in PRONOUNS_OF[self._language]

    def _is_told_beside(self, index: int) -> bool:
        """Whether an apposition and then a verb follow: "In Lee, a farmer, said"."""
        words = self._words
        if index + 2 >= len(words) or words[index].key != ",":
            return False
        opening = words[index + 1]
        if words[index + 2].key == "," and self._language != "en" and opening.kind == "w" and not opening.capital:
            return opening.key not in _LISTED and self._speaks(index + 3)  # "Du Bois, agriculteur, a déclaré"
        if not (opening.key in INDEFINITE or opening.key in RELATIVES or opening.key.isdigit()):
            return False
        for place in range(index + 2, min(len(words), index + _LONGEST_APPOSITION)):
            if words[place].kind == "q":
                return False
            if words[place].key == ",":
                return self._speaks(place + 1)
        return False


def _is_titled(words: Sequence[Word]) -> bool:
    """Whether most words have capitals as in an English headline."""
    long = [word for word in words[1:] if word.kind == "w" and len(word.key) >= _LONG and word.key.isalpha()]
    return len(long) >= _FEWEST_TITLED and sum(word.capital for word in long) >= _TITLED_SHARE * len(long)


def _is_all_capitals(words: Sequence[Word]) -> bool:
    plain = [word for word in words if word.kind == "w"]
    return len(plain) > 1 and all(word.text.isupper() for word in plain)
