"""Whether two articles give the same words to the same speaker, and to the same outlet."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.quotation.judging.gravity import TITLES
from tui.quotation.model import Finding, QuotationKind, SpeakerKind
from tui.text import is_unspaced, split_sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Article
    from tui.quotation.model import Attribution, Quotation

NEAR = 12
"""Words between two names that stand together as a person and whom they speak for."""


def _words(told: str) -> frozenset[str]:
    return frozenset(told.split())


_SMALL = _words(
    """
    the a an of for and in on at to one some several many more than by with who which that his her their its
    le la les l' d' un une de du des et der die das den dem ein eine einer von und el los las una del y
    """
)
_WRITING = _words(
    """
    wrote write written writes sent send sends signed sign signs signing drafted circulated penned issue issued
    released release published put reads said says from by par von schrieb schrieben verfasst écrit écrite signé signée
    """
)
_ANY_DOCUMENT = _words("document text report copy")
FULL_NAME = 3
"""Words of a name with an office before it."""

_SHARED_START = 3
"""Letters that a name and its short form have in common (Bernard, Bernie)."""


def credit_findings(
    left: Sequence[Quotation], right: Sequence[Quotation], left_article: Article, right_article: Article
) -> set[Finding]:
    """ATTRIBUTION where both sides name a speaker and they disagree, PROVENANCE where they credit different outlets.

    A headline has no room to say whose words it quotes.
    """
    found: set[Finding] = set()
    ours, theirs = (
        dict.fromkeys(one.attribution for one in side if one.kind is not QuotationKind.HEADLINE)
        for side in (left, right)
    )
    pairs = [(one, other) for one in ours for other in theirs]
    named = [(one, other) for one, other in pairs if one.speaker and other.speaker]
    if named and not any(_agree(one, other, (left_article, right_article)) for one, other in named):
        found.add(Finding.ATTRIBUTION)
    told = [(one.outlet, other.outlet) for one, other in pairs if one.outlet and other.outlet]
    if told and not any(_same_outlet(one, other) for one, other in told):
        found.add(Finding.PROVENANCE)
    return found


def same_speaker(left: Attribution, right: Attribution, articles: Iterable[Article]) -> bool:
    """Whether two speakers may be the same; always where one is not named."""
    return not (left.speaker and right.speaker) or _agree(left, right, tuple(articles))


def _same_outlet(left: str, right: str) -> bool:
    one, other = set(_keys(left)), set(_keys(right))
    return bool(one & other) or not one or not other or _initials(left, right)


def _agree(left: Attribution, right: Attribution, articles: tuple[Article, ...]) -> bool:
    one, other = left.speaker or "", right.speaker or ""
    if one.casefold() == other.casefold():
        return True
    documents = [side.kind is SpeakerKind.DOCUMENT for side in (left, right)]
    if any(documents):
        if all(documents):
            return bool(set(_keys(one)) & set(_keys(other))) or any(
                _ANY_DOCUMENT & set(_keys(name)) for name in (one, other)
            )
        document, writer = (one, other) if documents[0] else (other, one)
        return _are_one(document, writer, articles)
    keys = _keys(one), _keys(other)
    if not keys[0] or not keys[1] or _initials(one, other):
        return True
    if set(keys[0]) & set(keys[1]):
        if not (_is_name(one) and _is_name(other)):
            return True  # whoever speaks for a body speaks its words
        if left.kind is right.kind is SpeakerKind.PERSON and _other_family_name(keys[0], keys[1]):
            return False
        return not _other_first_name(keys[0], keys[1], one, other) and not _person_and_group(left, right)
    if any(is_unspaced(key) for side in keys for key in side):
        return False
    if not _is_name(one) or not _is_name(other):
        return True  # a description can be anybody's
    if left.kind is SpeakerKind.PERSON and right.kind is SpeakerKind.PERSON:
        return False
    return any(_stand_near(article, keys[0][-1], keys[1][-1]) for article in articles)


def _are_one(document: str, writer: str, articles: tuple[Article, ...]) -> bool:
    """A document and whoever wrote it are one speaker; a proper name must be said to have written it."""
    if not _is_name(writer):
        return True
    nouns = [key for key in _keys(document) if not key[:1].isdigit()]
    names = _keys(writer)
    if {_singular(noun) for noun in nouns} & {_singular(name) for name in names}:
        return True
    return bool(nouns and names) and any(_wrote(article, names[-1], nouns[-1]) for article in articles)


def _singular(key: str) -> str:
    """A word without the ending of several: the surveyor's report is the surveyors'."""
    return key.removesuffix("s") if len(key) > _SHARED_START + 1 else key


@lru_cache(maxsize=1024)
def _wrote(article: Article, name: str, noun: str) -> bool:
    for keys in _sentences(article):
        if name in keys and noun in keys:
            first, last = sorted((keys.index(name), keys.index(noun)))
            if last - first <= NEAR and (last - first == 1 or _WRITING & set(keys[first + 1 : last])):
                return True
    return False


@lru_cache(maxsize=4)
def _sentences(article: Article) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence, without a possessive's ending."""
    tokens = tokenize(article.text)
    keys = [key.removesuffix("'s").removesuffix("'") for key in tokens.keys]
    return tuple(
        tuple(keys[bisect_left(tokens.starts, start) : bisect_left(tokens.starts, end)])
        for start, end in split_sentences(article.text)
    )


def _person_and_group(left: Attribution, right: Attribution) -> bool:
    return {left.kind, right.kind} == {SpeakerKind.PERSON, SpeakerKind.GROUP}


def _other_first_name(one: Sequence[str], other: Sequence[str], left: str, right: str) -> bool:
    """Whether two people share a family name only."""
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1] or not (_is_name(left) and _is_name(right)):
        return False
    if set(one[:-1]) & set(other[:-1]):
        return False
    return not any(
        first[:_SHARED_START] == second[:_SHARED_START] or len(first) == 1 or len(second) == 1
        for first in one[:-1]
        for second in other[:-1]
    )


def _other_family_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two people share an office only ("Commissioner"): each has two names beside it, none of them shared."""
    if one[0] != other[0] or len(one) < FULL_NAME or len(other) < FULL_NAME:
        return False
    return not any(first[:_SHARED_START] == second[:_SHARED_START] for first in one[1:] for second in other[1:])


def _is_name(speaker: str) -> bool:
    """Whether a speaker is named, not described.

    "a spokesman for the Port Office", "the country's president" and "a group of former Doe staffers" are descriptions;
    "spokesman Ann Doe" and "Friends of Ann Doe" are names. A German article makes a noun of one capital letter.
    """
    words = speaker.split()
    german = bool(words) and words[0].casefold() in _GERMAN_ARTICLES
    while words and words[0] in _SMALL - _PARTICLES:
        del words[0]
    if not words or not words[-1][:1].isupper() or all(word.casefold().strip(".") in TITLES for word in words):
        return False
    if german and not (len(words) > 1 and words[-2][:1].isupper()):
        return False
    if words[0][:1].isupper() or words[0] in _PARTICLES:
        return True
    return not _OF.intersection(word.casefold() for word in words)


_PARTICLES = frozenset({"von", "van", "de", "da", "di", "al", "el", "bin", "ibn", "du"})
_GERMAN_ARTICLES = frozenset({"der", "die", "das", "ein", "eine", "einer"})
_OF = _words("of for from at in with by to de du des von der")


@lru_cache(maxsize=1024)
def _keys(speaker: str) -> tuple[str, ...]:
    """The words of a name that tell one speaker from another."""
    found = (key.removesuffix("'s").removesuffix("'") for key in tokenize(speaker).keys)
    return tuple(key for key in found if key not in _SMALL and key not in TITLES)


def _initials(one: str, other: str) -> bool:
    """Whether one is the other's initials (NHS, National Health Service)."""
    shorter, longer = sorted((one, other), key=len)
    letters = "".join(word[0] for word in longer.split() if word[:1].isupper())
    return len(letters) > 1 and shorter.replace(".", "").removeprefix("the ").removeprefix("The ") == letters


@lru_cache(maxsize=1024)
def _stand_near(article: Article, one: str, other: str) -> bool:
    last: dict[str, int] = {}
    for at, key in enumerate(tokenize(article.text).keys):
        plain = key.removesuffix("'s")
        if plain in {one, other}:
            last[plain] = at
            if len(last) == len({one, other}) and max(last.values()) - min(last.values()) <= NEAR:
                return True
    return False
