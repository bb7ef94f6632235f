"""Where the names of a sentence stand: runs of words with capitals, and what ends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation.speaking.hearers import person_after_body
from tui.quotation.speaking.joining import after_german_noun, joins_name
from tui.quotation.speaking.vocabulary import (
    DETERMINERS,
    OPENERS,
    ORGANISATION_HEADS,
    PARTICLES,
    PERSON_TITLES,
    PREPOSITIONS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.quotation.speaking.words import Sentence, Word

_FORMER = frozenset("former ex longtime retired late".split())  # noqa: SIM905
_MARKS = frozenset("“”„\"«»‘’‚'‹›")
_LONGEST_NAME = 14


def is_title(key: str) -> bool:
    """Whether a word is a title before a name: "Sen.", "Mayor", "Dr."."""
    return key.rstrip(".") in PERSON_TITLES or key.endswith(
        ("meister", "minister", "sprecherin", "sprecher", "ministerin")
    )


def runs_of(sentence: Sentence, language: str) -> Iterable[tuple[int, int]]:
    """Index ranges of the names of a sentence."""
    words = sentence.words
    index = 0
    while index < len(words):
        if not _begins_name(words, index):
            index += 1
            continue
        work = _end_of_work(words, index)
        if work:
            index = work
            continue
        stop = index + 1
        if index and words[index - 1].key == "l'" and words[index].text.isupper() and len(words[index].text) > 1:
            yield index, stop  # "à l'AFP Anne Roy"
            index = stop
            continue
        while stop < min(len(words), index + _LONGEST_NAME) and (words[stop].capital or _continues(words, index, stop)):
            if words[stop].key.rstrip(".") in WEEKDAYS and words[stop].key != "may":
                break
            stop += 1
        while not words[stop - 1].capital:
            stop -= 1
        if language == "de":
            index = after_german_noun(words, index, stop)
        if language == "de" and stop - index == 1 and words[index].key not in PERSON_TITLES:
            index = stop
            continue
        inner = person_after_body(words, index, stop) if language in {"fr", "es"} else 0
        if inner:
            yield index, inner
            index = inner
        yield index, stop
        index = stop


def _end_of_work(words: Sequence[Word], index: int) -> int:
    """Where words between marks end that name a work, a house or a cause, and begin here; 0 where they don't."""
    if not index or words[index - 1].key not in _MARKS or words[index - 1].end != words[index].start:
        return 0
    stop = index
    while stop < min(len(words), index + _LONGEST_NAME) and words[stop].kind != "p":
        stop += 1
    closed = stop < len(words) and words[stop].key in _MARKS
    return stop if closed and stop - index > 1 else 0


def _begins_name(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if not word.capital or word.key.rstrip(".") in WEEKDAYS:
        return False
    opens = opens_clause(words, index)
    if opens and word.key in _FORMER and not _titled_name_follows(words, index + 1):
        return False
    if opens and word.key in DETERMINERS and word.key not in PARTICLES:
        return False
    return not ((word.key in OPENERS or word.key in PREPOSITIONS) and (opens or len(word.key) < 3))


def _titled_name_follows(words: Sequence[Word], first: int) -> bool:
    stop = first
    while stop < len(words) and words[stop].capital:
        stop += 1
    return any(is_title(word.key) for word in words[first:stop])


def opens_clause(words: Sequence[Word], index: int) -> bool:
    """Whether a word begins a sentence or a clause of its own, and has its capital from there."""
    return index == 0 or words[index - 1].kind == "q" or words[index - 1].key in {":", "—", "–", "(", "•", "*", ">"}


def _continues(words: Sequence[Word], first: int, index: int) -> bool:
    if index + 1 >= len(words) or words[index].kind == "q":
        return False
    key, after = words[index].key, words[index + 1]
    if key in {"of", "for", "the", "and"}:
        heads = any(word.key in ORGANISATION_HEADS or word.key == "undersecretary" for word in words[first:index])
        nearby = after.capital or (after.key == "the" and index + 2 < len(words) and words[index + 2].capital)
        return heads and nearby and (key != "and" or any(word.key in {"of", "for"} for word in words[first:index]))
    return joins_name(words, index)
