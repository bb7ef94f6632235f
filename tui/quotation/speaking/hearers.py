"""Who is told, where French and Spanish name the hearer between the verb and the speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation.speaking.vocabulary import (
    DETERMINERS,
    GIVEN_FEMALE,
    GIVEN_MALE,
    GROUP_WORDS,
    ORGANISATION_HEADS,
    OUTLET_NOUNS,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotation.speaking.words import Word

_TO = frozenset("à au aux a al ante devant auprès".split())  # noqa: SIM905
_OURS = frozenset("este esta nuestro nuestra notre ce cette".split())  # noqa: SIM905
_BODY_AND_PERSON = 3  # words of a body with its kind and a person with both names, at the least
_INSIDE = frozenset("de del du des d'".split())  # noqa: SIM905


def after_hearer(words: Sequence[Word], first: int) -> int:
    """Where the speaker begins after whoever is told: "a déclaré à l'AFP Anne Roy", "dijo ante el juez Ana Roa".

    Args:
        words: A sentence's words.
        first: Index of the word after the verb.

    Returns:
        `first` where nobody is told; the number of words where only a hearer stands there.
    """
    if first >= len(words) or words[first].key not in _TO:
        return first
    place = first + 1
    while place < len(words) and words[place].key in DETERMINERS | _INSIDE | _OURS and not words[place].capital:
        place += 1
    common = place
    while place < len(words) and _is_noun(words[place]):
        place += 1
    ours = words[common - 1].key in _OURS
    titled = not ours and any(word.key in OUTLET_NOUNS for word in words[common:place])
    stop = place
    while stop < len(words) and words[stop].capital:
        stop += 1
    if stop > place and place > common and not titled:
        return place  # "a los periodistas Ana Roa"
    inner = _name_inside(words, place, stop)
    if inner:
        return inner
    follows = stop < len(words) and words[stop].key in DETERMINERS and words[stop].kind == "w"
    return stop if follows else len(words)


def after_adjective(words: Sequence[Word], first: int) -> int:
    """Past the word between commas of "considera, tajante, el juez"."""
    if first + 3 < len(words) and words[first].key == "," and words[first + 2].key == ",":
        return first + 3 if words[first + 1].kind == "w" and not words[first + 1].capital else first
    return first


def _is_noun(word: Word) -> bool:
    bound = word.key in DETERMINERS or word.key in SUBORDINATORS
    return word.kind == "w" and not word.capital and not bound


def _name_inside(words: Sequence[Word], first: int, stop: int) -> int:
    """Where a person's name begins after that of an agency or a paper, or 0."""
    if stop - first < 2:
        return 0
    for index in range(first + 1, stop):
        if words[index].key in GIVEN_FEMALE | GIVEN_MALE:
            return index
    agency = words[first].text.isupper() and len(words[first].text) > 1
    return first + 1 if agency else 0


def person_after_body(words: Sequence[Word], first: int, stop: int) -> int:
    """Where a person's name begins right after a body's, as in "del Tribunal Supremo José Medina", or 0."""
    named = words[first].key in GROUP_WORDS | ORGANISATION_HEADS
    before = range(max(0, first - 2), first)
    if not (named and stop - first > _BODY_AND_PERSON) and not any(words[i].key in OUTLET_NOUNS for i in before):
        return 0
    return next((i for i in range(first + 1, stop - 1) if words[i].key in GIVEN_MALE | GIVEN_FEMALE), 0)
