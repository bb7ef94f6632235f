"""What belongs to one name: words with capitals and the small words between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation.speaking.capitals import is_disguised
from tui.quotation.speaking.dates import is_named_like_a_month
from tui.quotation.speaking.vocabulary import (
    FUNCTION_WORDS,
    GIVEN_FEMALE,
    GIVEN_MALE,
    INNER_PARTICLES,
    OPENERS,
    PARTICLES,
    PERSON_TITLES,
    PREPOSITIONS_OF,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotation.speaking.words import Word

_FOREIGN_PARTICLES = PARTICLES - FUNCTION_WORDS["de"]
_GERMAN_ARTICLES = frozenset("der die dem den des ein eine einem einen einer eines".split())  # noqa: SIM905
_GERMAN_TRADES = ("wirt", "mann", "frau", "chef", "ist", "ent", "ant", "loge", "arzt", "anwalt", "experte", "kollege")
_GERMAN_TRADES_BEFORE_TWO = (*_GERMAN_TRADES, "er", "in")
_GERMAN_POSTS = tuple(
    """
    führer leiter sprecher direktor inhaber besitzer betreiber händler fahrer lehrer forscher arbeiter schafter wohner
    schützer pfleger schaftler politiker trainer techniker ermittler
    """.split()  # noqa: SIM905
)
"""How words end that say what somebody is, without an article before them: "sagte Geschäftsführerin Ilse Brandt"."""
_NOUN_AND_NAME = 2
"""Words of "Landwirt Roth"; with more, a noun is told by less."""


def _is_capital_preposition(word: Word) -> bool:
    """Whether a German preposition begins a family name: Auf der Heide."""
    return is_disguised(word) and word.key.casefold() in PREPOSITIONS_OF["de"]


def after_german_noun(words: Sequence[Word], first: int, stop: int) -> int:
    """Where the name begins in "der Landwirt Karl Roth", whose noun has a capital as well; `first` where it has none.

    Without an article before it only a noun that says what somebody is stands before a name: "Anwohnerin Petra Klein".

    Args:
        words: A sentence's words.
        first: Index of the first of the words with capitals.
        stop: One past the last.
    """
    size = stop - first
    if size < _NOUN_AND_NAME or not words[first + 1].capital:
        return first
    noun, name = words[first].key, words[first + 1].key
    if size > _NOUN_AND_NAME and noun.removesuffix("in").endswith(_GERMAN_POSTS) and noun not in PERSON_TITLES:
        return first + 1
    if not first or words[first - 1].key not in _GERMAN_ARTICLES or words[first - 1].capital:
        return first
    if noun.rstrip(".") in PERSON_TITLES or noun in GIVEN_MALE | GIVEN_FEMALE:
        return first
    given = size > _NOUN_AND_NAME and name in GIVEN_MALE | GIVEN_FEMALE
    endings = _GERMAN_TRADES_BEFORE_TWO if size > _NOUN_AND_NAME else _GERMAN_TRADES
    return first + 1 if given or noun.endswith(endings) else first


def name_run_at_end(words: Sequence[Word], language: str) -> tuple[Word, ...]:
    """The capitalised words, with particles between them, that end this stretch."""
    first = len(words)
    while first > 0:
        word = words[first - 1]
        named = word.key not in WEEKDAYS or is_named_like_a_month(words, first - 1)
        if (word.capital and not (first == 1 and word.key in OPENERS) and named) or joins_name(words, first - 1):
            first -= 1
        else:
            break
    run = tuple(words[first:])
    if language == "de" and len(run) == 1 and first > 0 and words[first - 1].kind == "w":
        return run if words[first - 1].key in _FOREIGN_PARTICLES else ()
    while run and not run[0].capital:
        run = run[1:]
    return run


def joins_name(words: Sequence[Word], index: int) -> bool:
    """Whether a word in small letters belongs inside a name: the "van der" of Anna van der Berg."""
    if not 0 < index < len(words) - 1:
        return False
    key, before, after = words[index].key, words[index - 1], words[index + 1]
    if words[index].kind == "s":
        return before.capital and after.capital and index > 1 and words[index - 2].key == "the" and key == "'"
    if (
        key == "von"
        and index > 1
        and words[index - 2].capital
        and words[index - 2].key.rstrip(".") not in PERSON_TITLES | WEEKDAYS
        and after_german_noun(words, index - 2, index) == index - 2
    ):
        return False
    if key in INNER_PARTICLES and (before.key.casefold() in PARTICLES or _is_capital_preposition(before)):
        return after.capital
    if key == "d'" and before.key in GIVEN_MALE | GIVEN_FEMALE:
        return before.capital and after.capital
    if key == "&":
        return before.capital and after.capital
    continued = after.key in INNER_PARTICLES and index + 2 < len(words) and words[index + 2].capital
    return key in PARTICLES and before.capital and (after.capital or continued)
