"""Who does what a verb says: the noun phrase before or after a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.quotation.speaking.dates import is_date, is_named_like_a_month
from tui.quotation.speaking.hearers import after_adjective, after_hearer, person_after_body
from tui.quotation.speaking.joining import after_german_noun, joins_name, name_run_at_end
from tui.quotation.speaking.verbs import reporting_words
from tui.quotation.speaking.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DEFINITE,
    DETERMINERS,
    DOCUMENT_WORDS,
    FEMALE_PRONOUNS,
    FIRST_PERSON,
    GENITIVES,
    GROUP_WORDS,
    INDEFINITE,
    IRREGULAR_PASTS,
    MALE_PRONOUNS,
    NEED_CLAUSE,
    NEUTER_PRONOUNS,
    ORGANISATION_HEADS,
    PASSIVE,
    PERSON_TITLES,
    PLURAL_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    REFLEXIVES,
    RELATIVES,
    STANDING_ALONE,
    SUBORDINATORS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotation.speaking.words import Word

_LONGEST_PHRASE = 16
_LONGEST_CLAUSE = 80
_ASKED = ("ado", "ados", "ada", "adas", "ogé", "ogée", "ogés", "tionné", "tionnée")
"""Endings of "Preguntado por el puente, ..." and "Interrogée sur le pont, ...", which lead a sentence in."""
_DIGITS_OF_A_YEAR = 4
_LEADING_CLAUSES = frozenset(
    """
    als wann nachdem bevor ehe obwohl da sobald seitdem falls warum wieso weshalb wo wer ob weil wenn während dass wie
    was indem damit solange sofern
    """.split()  # noqa: SIM905
)
"""Words that open a German clause after which the subject follows its verb."""
PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS | PLURAL_PRONOUNS | NEUTER_PRONOUNS | FIRST_PERSON
_ALSO_SUBJECTS = PRONOUNS - {"him", "us", "me", "lui", "es", "on", "le"}


class Form(StrEnum):
    """How a subject is named."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    INHERITED = "inherited"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Subject:
    """The phrase that names who speaks.

    Attributes:
        form: How it names them; INHERITED where the verb shares the subject of an earlier one, NOBODY where
            anybody may be meant.
        words: The phrase.
        role: Words that say what a NAME is ("the committee's chairwoman"), where they stand beside it.
    """

    form: Form
    words: tuple[Word, ...]
    role: tuple[Word, ...] = ()


INHERITED = Subject(Form.INHERITED, ())
NOBODY = Subject(Form.NOBODY, ())
"""The subject of "raconte-t-on": anybody, so that no name may be given."""
_ANYBODY = {"fr": "on", "de": "man"}


def subject_before(words: Sequence[Word], verb: int, language: str) -> Subject | None:
    """The subject that stands before the verb with this index, INHERITED where an earlier one holds, or None."""
    last = verb - 1
    while last >= 0 and _passes(words, last):
        last -= 1
    if last < 0 or words[last].kind == "q":
        return None
    first = _clause_start(words, last)
    chunks = _chunks(words[first : last + 1])
    if not chunks or (len(chunks) == 1 and not chunks[0]):
        return None
    if chunks[-1]:
        return _of_last_chunk(chunks, language)
    return _before_apposition(chunks[:-1], language)


def subject_after(words: Sequence[Word], verb: int, language: str) -> Subject | None:
    """The subject that stands after the verb with this index ("said X"), or None."""
    first = verb + 1
    while first < len(words) and words[first].key in ADVERBS and words[first].key not in DETERMINERS:
        first += 1
    if language in {"fr", "es"}:
        told = after_adjective(words, first)
        first = after_hearer(words, told)
        if first >= len(words) and sum(word.capital for word in words[told : told + _LONGEST_PHRASE]) > 1:
            return NOBODY  # where the hearer's name ends and the speaker's begins can't be told
    if first >= len(words):
        return None
    opening = words[first]
    pronoun = _pronoun(opening)
    if pronoun == _ANYBODY.get(language):
        return NOBODY
    if pronoun in _ALSO_SUBJECTS:
        return Subject(Form.PRONOUN, (opening,))
    stop = _phrase_end(words, first, language)
    found = noun_phrase(words[first:stop], language)
    if found is not None and stop < len(words) and words[stop].key == ",":
        if _is_office(found):
            found = Subject(Form.DESCRIPTION, (*found.role, *found.words))
        if found.form is Form.DESCRIPTION:
            return _named_beside(found, words[stop + 1 : _chunk_end(words, stop + 1)])
    return found


def _is_office(found: Subject) -> bool:
    """Whether a capitalised phrase ends with an office, no name: "Northwind's CEO"."""
    return found.form is Form.NAME and found.words[-1].key.rstrip(".") in PERSON_TITLES


def noun_phrase(words: Sequence[Word], language: str) -> Subject | None:
    """The name, pronoun or description that a stretch without commas ends with; None where it ends with neither."""
    region = list(words)
    while region and (region[0].key in COORDINATORS or region[0].kind in "ps" or _adverb_first(region)):
        del region[0]
    while region and (region[-1].kind == "p" or region[-1].key in ADVERBS or is_date(region, len(region) - 1)):
        del region[-1]
    while language == "de" and region and region[-1].key in _GERMAN_VERB_ENDS:
        del region[-1]  # "kündigte Roth an"
    if not region or len(region) > 2 * _LONGEST_PHRASE or any(word.kind == "q" for word in region):
        return None
    if region[-1].key == _ANYBODY.get(language):
        return NOBODY
    if _pronoun(region[-1]) in _ALSO_SUBJECTS:
        return Subject(Form.PRONOUN, (region[-1],))
    run = name_run_at_end(region, language)
    if run:
        return _of_name_run(region, run, language)
    if language == "es" and region[0].key == "desde":
        return noun_phrase(region[1:], language)  # "desde el sindicato aseguran"
    if region[0].key in PREPOSITIONS:
        later = _later_phrase(region)
        return noun_phrase(region[later:], language) if later else None
    if region[-1].kind != "w" or region[-1].key in PREPOSITIONS:
        return None
    if language == "es" and len(region) == 1 and not region[0].key.endswith("s"):
        return None  # "acabó zanjando": a verb, no noun
    if len(region) > _LONGEST_PHRASE or (len(region) == 1 and region[0].key in DETERMINERS - STANDING_ALONE):
        return None
    return Subject(Form.DESCRIPTION, tuple(region[_last_phrase(region) :]))


def _last_phrase(region: Sequence[Word]) -> int:
    """Where the last of two noun phrases side by side begins: "the story the administration"."""
    for index in range(len(region) - 1, 0, -1):
        before = region[index - 1]
        beside = before.kind == "w" and before.key not in PREPOSITIONS and before.key not in DETERMINERS
        if region[index].key in _ARTICLES and beside and before.key not in COORDINATORS:
            return index
    return 0


_GERMAN_OBJECTS = frozenset("dem den das einem einen ein eine seinem seinen seine ihrem ihren ihm ihnen".split())  # noqa: SIM905
_GERMAN_VERB_ENDS = frozenset("an zu aus ein vor nach fest hin auf".split())  # noqa: SIM905
_GERMAN_NOUN_ENDS = ("in", "er", "chef", "rat", "tin", "ung", "schaft", "amt", "kreis", "rin", "leute", "sprecher")
_ARTICLES = (DEFINITE | INDEFINITE | POSSESSIVES) - {"der"}  # "der" after a noun is a German genitive


def _later_phrase(region: Sequence[Word]) -> int:
    """Where a second noun phrase begins after a leading prepositional one, or 0."""
    for index in range(len(region) - 2, 1, -1):
        year = region[index].key.isdigit() and len(region[index].key) == _DIGITS_OF_A_YEAR
        opens = region[index].key in DETERMINERS or (region[index].key.isdigit() and not year)
        if opens and region[index - 1].key in {"about", "around", "some", "nearly"}:
            return index
        if opens and region[index - 1].key not in PREPOSITIONS and region[index - 1].kind == "w":
            return index
    return 0


def _of_name_run(region: list[Word], run: tuple[Word, ...], language: str) -> Subject | None:
    rest = region[: len(region) - len(run)]
    if language == "de" and after_german_noun(region, len(rest), len(region)) > len(rest):
        return Subject(Form.NAME, run[1:], (*rest, run[0]))
    if language == "de" and rest and rest[-1].key in DETERMINERS:
        run = run[1:] if len(run) >= 3 else run
    inner = person_after_body(run, 0, len(run)) if language in {"fr", "es"} else 0
    if inner:
        return Subject(Form.NAME, run[inner:], (*rest, *run[:inner]))
    if not rest:
        return Subject(Form.NAME, run)
    if _speaks_for_several(rest) and len(region) <= _LONGEST_PHRASE:
        return Subject(Form.DESCRIPTION, tuple(region))
    joined = (
        rest[-1].key in GENITIVES and (rest[-1].key not in DETERMINERS or language == "de") and rest[-1].kind == "w"
    )
    if language == "fr" and rest[-1].key == "des" and len(rest) > 1:
        joined = True
    head_words = rest[:-1]
    if rest[-1].key in DETERMINERS and len(rest) > 1 and rest[-2].key in PREPOSITIONS:
        joined, head_words = True, rest[:-2]
    if language == "de" and joined and rest[-1].key in DETERMINERS and len(run) >= 2 and not head_words:
        joined = False
    if not joined:
        return Subject(Form.NAME, run, tuple(rest))
    if not head_words or head_words[0].key in PREPOSITIONS:
        return None
    head = name_run_at_end(head_words, language)
    if head and head[-1].key in ORGANISATION_HEADS:
        whole = region[len(head_words) - len(head) :]
        return (
            _of_name_run(region, tuple(whole), language)
            if len(whole) < len(region)
            else Subject(Form.NAME, tuple(whole))
        )
    if head and all(word.key in PERSON_TITLES for word in head):
        return Subject(Form.NAME, run[1:] if len(run) > 2 else run, tuple(head))
    if head and len(head) < len(head_words) - 1 and head_words[-len(head) - 2].key in PREPOSITIONS:
        return Subject(Form.DESCRIPTION, tuple(region)) if len(region) <= _LONGEST_PHRASE else None
    if head:
        return Subject(Form.NAME, head, tuple(head_words[: len(head_words) - len(head)]))
    return Subject(Form.DESCRIPTION, tuple(region)) if len(region) <= _LONGEST_PHRASE else None


def _speaks_for_several(rest: Sequence[Word]) -> bool:
    """Whether a name is the second of those somebody speaks for: "a spokesman for Dover and"."""
    if len(rest) < 4 or rest[-1].key not in {"and", "&"} or not rest[-2].capital:
        return False
    first = len(rest) - 2
    while first > 0 and rest[first - 1].capital:
        first -= 1
    return first > 1 and rest[first - 1].key == "for" and not rest[first - 2].capital


def _of_last_chunk(chunks: list[list[Word]], language: str) -> Subject | None:
    chunk = chunks[-1]
    cut = _after_subordinator(chunk, language)
    region = chunk[cut:]
    if not region:
        before = chunk[cut - 1].key if cut else ""
        if before in RELATIVES:
            return _antecedent([*chunks[:-1], chunk[: cut - 1]], language)
        return INHERITED
    if cut > 1 and chunk[cut - 1].key in RELATIVES and _opens_with_verb(region, language):
        found = _antecedent([*chunks[:-1], chunk[: cut - 1]], language, names_first=False)
        if found is not None and found.form is Form.DESCRIPTION and found.words[-1].key in NEED_CLAUSE:
            return replace(found, words=(*found.words, chunk[cut - 1], *region))
        return found
    found = noun_phrase(region, language)
    if found is None and (len(chunks) > 1 or cut):
        return INHERITED
    return found


def _opens_with_verb(region: Sequence[Word], language: str) -> bool:
    word = region[0]
    if word.capital or word.kind != "w":
        return False
    known = word.key in IRREGULAR_PASTS or word.key in reporting_words(language) or word.key in PASSIVE
    return known or word.key in AUXILIARIES or word.key.endswith("ed")


def _before_apposition(chunks: list[list[Word]], language: str) -> Subject | None:
    if language == "de" and chunks and chunks[-1] and chunks[-1][0].key in _LEADING_CLAUSES:
        return None  # "Auf die Frage, wann es weitergehe, antwortete Klein"
    for index, chunk in enumerate(chunks):
        if not chunk or _is_adjunct(chunk, chunks[index + 1] if index + 1 < len(chunks) else ()):
            continue
        found = noun_phrase(chunk[_after_subordinator(chunk, language) :], language)
        if found is None:
            continue
        if found.form is Form.DESCRIPTION and index + 1 < len(chunks):
            whole = (beside for beside in chunks[index + 1 :] if len(beside) > 1 and all(w.capital for w in beside))
            return _named_beside(found, next(whole, chunks[index + 1]))
        return found
    return None


def _named_beside(description: Subject, beside: Sequence[Word]) -> Subject:
    """The name in apposition to a description, or the description where no name stands beside it."""
    run: list[Word] = []
    for place, word in enumerate(beside):
        if not (word.capital or joins_name(beside, place)):
            break
        run.append(word)
    rest = beside[len(run) :]
    if run and run[0].key in PRONOUNS:
        return description
    if not run or (rest and rest[0].key not in GENITIVES and rest[0].kind == "w" and rest[0].key not in SUBORDINATORS):
        return description
    alone = len(description.words) == 1 and description.words[0].key not in STANDING_ALONE
    if run[0].key.rstrip(".") in WEEKDAYS or alone:
        return description
    if run[0].key in ORGANISATION_HEADS and rest and rest[0].key == "of" and all(word.capital for word in rest[1:]):
        run = [*run, *rest]
    return Subject(Form.NAME, tuple(run), description.words)


def _antecedent(chunks: list[list[Word]], language: str, *, names_first: bool = True) -> Subject | None:
    """Whom "who" or "which" refers to: the last name before it, or else the last noun phrase."""
    if not names_first and chunks and chunks[-1]:
        found = noun_phrase(chunks[-1][_after_subordinator(chunks[-1], language) :], language)
        if found is not None:
            return found
    for chunk in reversed(chunks):
        if chunk:
            found = noun_phrase(chunk[_after_subordinator(chunk, language) :], language)
            if found is not None and found.form is Form.NAME:
                return found
    for chunk in reversed(chunks):
        for size in range(len(chunk), 0, -1):
            run = name_run_at_end(chunk[:size], language)
            if run:
                return Subject(Form.NAME, run)
    return INHERITED


def _passes(words: Sequence[Word], index: int) -> bool:
    """Whether a word may stand between a subject and its verb: "later", "has", "on Wednesday"."""
    word = words[index]
    if (word.kind != "w" and not word.key.startswith("'")) or is_named_like_a_month(words, index):
        return False
    if word.key in AUXILIARIES or word.key in PASSIVE or word.key in ADVERBS or is_date(words, index):
        return True
    if word.key in REFLEXIVES:
        return True
    return word.key.endswith("ly") and not word.capital and len(word.key) > 4


def _clause_start(words: Sequence[Word], last: int) -> int:
    first = last
    while first >= 0 and last - first < _LONGEST_CLAUSE:
        word = words[first]
        if word.kind == "q" or word.key in {";", ":", "—", "–"} or (word.key == "-" and first != last):
            return first + 1
        first -= 1
    return first + 1


def _chunks(words: Sequence[Word]) -> list[list[Word]]:
    """Split at commas; what stands in brackets is left out."""
    chunks: list[list[Word]] = [[]]
    depth = 0
    for word in words:
        if word.key in {"(", "["}:
            depth += 1
        elif word.key in {")", "]"}:
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif word.key == ",":
            chunks.append([])
        else:
            chunks[-1].append(word)
    return chunks


def _after_subordinator(chunk: Sequence[Word], language: str) -> int:
    """Where the innermost clause of a chunk begins."""
    verbs = reporting_words(language)
    for index in range(len(chunk) - 1, -1, -1):
        key = chunk[index].key
        if key not in SUBORDINATORS and key not in RELATIVES:
            continue
        if key in {"der", "die", "das", "wie"} and index < len(chunk) - 1:
            continue
        if key in {"and", "or", "et", "ou", "und", "oder", "y", "e", "o", "u", "as"} and not any(
            word.key in verbs
            or word.key in PASSIVE
            or _looks_finite(word)
            or (word.key in AUXILIARIES and (word.key != "a" or language == "fr"))
            for word in chunk[:index]
        ):
            if index == 0:
                return 1
            continue
        return index + 1
    return 0


def _looks_finite(word: Word) -> bool:
    return not word.capital and word.key.endswith("ed") and len(word.key) > 4


def _is_adjunct(chunk: Sequence[Word], beside: Sequence[Word]) -> bool:
    """Whether a chunk only leads in ("Speaking in Rome", "In May"); `beside` is the chunk after it."""
    first = chunk[0]
    if first.key in PREPOSITIONS or first.key in {"when", "while", "as", "if", "though", "although", "because", "wo"}:
        return True
    if _is_whole_name(chunk, beside):
        return False
    asked = len(chunk) > 1 and first.capital and not chunk[1].capital and first.key.endswith(_ASKED)
    return asked or first.key.endswith("ing") or (first.key.endswith("ed") and first.capital) or first.key == "given"


def _is_whole_name(chunk: Sequence[Word], beside: Sequence[Word]) -> bool:
    """Whether a chunk is the King Charles of "King Charles, a farmer, said", not "Visiting Rome"."""
    named = all(word.capital or joins_name(chunk, place) for place, word in enumerate(chunk))
    dated = any(word.key in WEEKDAYS for word in chunk)
    beside_name = bool(beside) and all(word.capital for word in beside)
    return named and not dated and not beside_name and chunk[0].key not in reporting_words("en")


def _adverb_first(region: Sequence[Word]) -> bool:
    key = region[0].key
    return (key in ADVERBS and key not in DETERMINERS) or (key.endswith("ly") and len(key) > 4 and len(region) > 1)


def _pronoun(word: Word) -> str:
    return word.key.removeprefix("-t-").removeprefix("-")


def _phrase_end(words: Sequence[Word], first: int, language: str) -> int:
    index = first
    while index < len(words) and index - first < _LONGEST_PHRASE:
        word = words[index]
        if word.kind in "qp" and word.key not in {"&", "-"}:
            break
        if index > first and word.kind == "w" and not word.capital and _closes_phrase(words, first, index, language):
            break
        index += 1
    return index


def _closes_phrase(words: Sequence[Word], first: int, index: int, language: str) -> bool:
    """Whether a word in small letters no longer belongs to the phrase before it."""
    key, before = words[index].key, words[index - 1]
    if language == "de" and key in _GERMAN_OBJECTS and (before.capital or before.text[0].isdigit()):
        return True
    if joins_name(words, index):
        return False
    if key in DETERMINERS and before.capital and index + 1 < len(words) and words[index + 1].key in WEEKDAYS:
        return True  # "afirmó Ahmed el martes"
    if key in {"that", "que", "dass"} or (language == "es" and key in {"a", "al", "ante"} and before.capital):
        return True
    if language == "de" and key == "der" and before.capital and not _is_noun_phrase(words[first:index]):
        return True  # "sagte Müller der Zeitung"
    if key in DETERMINERS or key in {"of", "for", "de", "du", "des", "von", "del"}:
        complete = before.capital and index - first >= 2 and words[index - 2].capital
        return complete and not _is_body(words[first:index])
    if key in PREPOSITIONS or key in SUBORDINATORS or key in RELATIVES or key in AUXILIARIES or key in PASSIVE:
        return True
    if before.key in DETERMINERS or (key in DOCUMENT_WORDS and _is_described_alone(words[first:index])):
        return False
    if language == "de" and before.capital and not words[index - 2].key.isdigit():
        return True
    return key in ADVERBS or key in reporting_words(language)


def _is_described_alone(words: Sequence[Word]) -> bool:
    """Whether words tell of something without naming anybody: "a police", but not "a new Politico", which reports."""
    return words[0].key in DETERMINERS and not any(word.capital for word in words[1:])


def _is_noun_phrase(run: Sequence[Word]) -> bool:
    """Whether German words with capitals are nouns, to which a genitive may belong: "die Leiterin", "Sprecherin"."""
    if not run[0].capital:
        return True
    last = run[-1].key.rstrip(".")
    return (
        last in PERSON_TITLES or last in ORGANISATION_HEADS or last in GROUP_WORDS or last.endswith(_GERMAN_NOUN_ENDS)
    )


def _is_body(run: Sequence[Word]) -> bool:
    return any(word.key in ORGANISATION_HEADS for word in run)


def _chunk_end(words: Sequence[Word], first: int) -> int:
    index = first
    while index < len(words) and words[index].kind not in "qp":
        index += 1
    return index
