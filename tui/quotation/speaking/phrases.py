"""What a noun phrase tells of a speaker: where it begins and ends, and whether it means a person, a body or a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation.model import SpeakerKind
from tui.quotation.speaking.cast import is_document, role_heads
from tui.quotation.speaking.verbs import reporting_words
from tui.quotation.speaking.vocabulary import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    EVENTS,
    GROUP_WORDS,
    INDEFINITE,
    IRREGULAR_PASTS,
    NEED_CLAUSE,
    OPENERS,
    PASSIVE,
    PREPOSITIONS,
    RELATIVES,
    STANDING_ALONE,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.quotation.speaking.words import Word

_AFTER_NOUN = {"who", "which", "that", "qui", "que", "obtained", "seen", "released", "signed", "published"}
_COUNTING = {"more", "about", "around", "nearly", "dozens", "hundreds"}
_LEADING = frozenset("sur dans à au en in on at auf im".split())  # noqa: SIM905
_ELECTED = frozenset("presidential election electoral re-election reelection gubernatorial".split())  # noqa: SIM905
_SINGLE_OFFICES = frozenset("president governor mayor premier chancellor ceo".split())  # noqa: SIM905


def main_clause(words: Sequence[Word]) -> int:
    """Where a sentence's main clause begins: after a leading "When ..., " or "In ..., "."""
    start = 0
    while start < len(words) and (words[start].kind != "w" or words[start].key in COORDINATORS - {"before", "after"}):
        start += 1
    if start >= len(words):
        return 0
    key = words[start].key
    if key in _COUNTING and start + 1 < len(words) and words[start + 1].key.isdigit():
        return start
    if (
        key not in PREPOSITIONS
        and key not in SUBORDINATORS
        and key not in {"asked", "given"}
        and not key.endswith("ing")
    ):
        return start
    for index in range(start, min(len(words), start + 30)):
        following = words[index + 1].key if index + 1 < len(words) else ""
        if words[index].key == "," and following not in _LEADING:
            return index + 1
    return start


def is_office(words: Sequence[Word]) -> bool:
    """Whether a description says for whom somebody speaks, so that it is nobody already named."""
    speaks = any(word.key.startswith("spokes") or word.key.startswith("sprecher") for word in words)
    return speaks or (len(words) > 3 and words[2].key == "for") or (len(words) > 4 and words[3].key == "for")


def office_of_one(words: Sequence[Word]) -> bool:
    """Whether a description names an office by what it belongs to: "the country's president"."""
    owned = len(words) > 2 and words[-2].kind == "s"
    return owned and words[-1].key in _SINGLE_OFFICES


def is_body_beside(rest: Sequence[Word]) -> bool:
    """Whether an apposition says that a body is meant: "the buyer, a company from the coast, plans"."""
    if len(rest) < 3 or rest[0].key != "," or rest[1].key not in INDEFINITE:
        return False
    heads = role_heads(_until_pause(rest[1:]))
    return bool(heads) and heads[0] in GROUP_WORDS


def is_event(words: Sequence[Word]) -> bool:
    """Whether a phrase means what is held or run, which can't speak: "2016 presidential campaign", "the event"."""
    head = role_heads(words)[0]
    if head not in EVENTS:
        return False
    whose = words[0].key in DETERMINERS or any(word.kind == "s" or word.capital for word in words)
    return not (head == "campaign" and whose and not any(word.key in _ELECTED for word in words))


def _until_pause(words: Sequence[Word]) -> Sequence[Word]:
    stop = next((index for index, word in enumerate(words) if word.kind in "qp"), len(words))
    return words[:stop]


def trimmed(words: Sequence[Word]) -> Sequence[Word]:
    """A description without the clause that follows it and without "a", "an" before it."""
    if any(word.key in NEED_CLAUSE for word in words):
        return words
    stop = next((index for index, word in enumerate(words) if word.key in _AFTER_NOUN), None)
    return words[:stop] if stop else words


def opening_phrase(words: Sequence[Word], language: str) -> tuple[Word, ...]:
    """The noun phrase a sentence begins with, up to its verb; only where an article or a plural opens it."""
    if not words or words[0].kind != "w" or words[0].key in PREPOSITIONS - _COUNTING:
        return ()
    bearer = _name_and_body(words)
    if bearer:
        return bearer
    found = list(_until_verb(words, language))
    if not found or len(found) > 10:
        return ()
    if (found[0].key in DETERMINERS or found[0].key in _COUNTING) and len(found) > 1:
        return tuple(found)
    return tuple(found) if len(found) == 1 and found[0].key.endswith("s") and found[0].key not in OPENERS else ()


def _name_and_body(words: Sequence[Word]) -> tuple[Word, ...]:
    """A name that only says which body is meant: "Bernie Sanders staffers"."""
    stop = 0
    while stop < len(words) and (words[stop].capital or words[stop].kind == "s"):
        stop += 1
    end = stop
    while end < len(words) and words[end].kind == "w" and words[end].key in GROUP_WORDS:
        end += 1
    if end < len(words) and words[end].key in EVENTS:
        return ()  # "the campaign trail"
    return tuple(words[:end]) if 0 < stop < end else ()


def _until_verb(words: Sequence[Word], language: str) -> Iterator[Word]:
    for index, word in enumerate(words[:14]):
        if word.kind in "qp" or (word.kind == "w" and (word.key in AUXILIARIES or word.key in PASSIVE)):
            return
        if word.key in RELATIVES or (index and word.key in PREPOSITIONS and word.key != "of"):
            return
        if index > 1 and word.key == "of" and len(words) > index + 1 and words[index + 1].capital:
            return
        counted = index > 1 and words[index - 2].key.isdigit()
        if language == "de" and index > 1 and words[index - 1].capital and not word.capital and not counted:
            return
        past = word.key.endswith("ed") and word.key != "united"
        if (
            index
            and not word.capital
            and (past or word.key in IRREGULAR_PASTS or word.key in reporting_words(language))
        ):
            return
        yield word


def kind_of_description(words: Sequence[Word]) -> SpeakerKind:
    """What the speaker is that a description in small letters names."""
    heads = role_heads(words)
    keys = [word.key for word in words]
    if (
        len(keys) > 2
        and keys[1] in {"of", "des", "de", "der", "von"}
        and keys[0] in {"one", "un", "une", "einer", "eine", "uno", "una"}
    ):
        return SpeakerKind.PERSON
    if not heads:
        return SpeakerKind.UNKNOWN
    head = heads[0]
    if is_document(head):
        return SpeakerKind.DOCUMENT
    if head in STANDING_ALONE - {"one"} or head in NEED_CLAUSE or head in GROUP_WORDS:
        return SpeakerKind.GROUP
    if head.endswith("s") and not head.endswith("ss") and keys[0] not in {"a", "an", "un", "une", "ein", "eine"}:
        return SpeakerKind.GROUP
    return SpeakerKind.PERSON
