"""Reports in a sentence: which word tells that somebody spoke, and who that somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.quotation.speaking.joining import joins_name
from tui.quotation.speaking.subjects import (
    INHERITED,
    NOBODY,
    PRONOUNS,
    Form,
    Subject,
    subject_after,
    subject_before,
)
from tui.quotation.speaking.verbs import ENGLISH_WEAK, ambiguous_words, reporting_words
from tui.quotation.speaking.vocabulary import (
    ACCORDING,
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PASSIVE,
    PLURAL_PRONOUNS,
    PREPOSITIONS,
    SPEECH_NOUNS,
    SUBORDINATORS,
)
from tui.quotation.speaking.words import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.quotation.speaking.words import Sentence, Word

_COMPOUND = frozenset("a ont avait avaient est sont s' se ha han había habían".split())  # noqa: SIM905
_PARTICIPLES = ("é", "i", "it", "is", "u", "ée", "ie", "do", "to", "cho")
_INVERTED = ("-t-", "-il", "-el", "-on")
_OWN = frozenset({"su", "ses", "son"})
_OBJECT_PRONOUNS = frozenset("le la les l' das der die den el los las".split())  # noqa: SIM905
_SPEAK_AFTER = frozenset("said says wrote writes asked asks replied added adds".split())  # noqa: SIM905
_LONGEST_NAME = 10
_BREAKS = {":", ";"}
_SAYS_THERE = {("es", "in"), ("es", "im"), ("es", "aus"), ("es", "auf"), ("es", "vom"), ("es", "beim"), ("es", "von")}
_SAID_LATER = frozenset("say argue write add warn insist".split())  # noqa: SIM905
_UNWILLING = frozenset("declined refused had able unable going expected decline refuse wanted want".split())  # noqa: SIM905
_BRINGING = frozenset("prompted prompting led leading caused causing drove moved provoked".split())  # noqa: SIM905
_IN_THE_EYES_OF = frozenset("para pour für secondo volgens".split())  # noqa: SIM905
_GERMAN_AUXILIARIES = frozenset("hat hatte haben hatten habe".split())  # noqa: SIM905
_AS = frozenset("comme como wie ainsi así".split())  # noqa: SIM905
_LONGEST_BRACKET = 16  # words between a German auxiliary and its participle
_THAT = frozenset("que qu' dass ob".split())  # noqa: SIM905
_TAKE_OBJECTS = frozenset(
    "told tells tell called calls call described describes assured informed reminded accused thanked".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Report:
    """A place where a sentence says that somebody spoke or wrote.

    Attributes:
        subject: Who did, as the sentence has it.
        cue: The reporting words as printed.
        first: Index of the first word of subject and cue.
        last: Index of the last word of both.
        verb: Index of the reporting word.
        weak: The word reports speech only beside a quotation.
        credit: "according to": somebody else may be the speaker.
        inverted: The subject follows the word.
    """

    subject: Subject
    cue: str
    first: int
    last: int
    verb: int
    weak: bool = False
    credit: bool = False
    inverted: bool = False


def find_reports(sentence: Sentence, language: str) -> tuple[Report, ...]:
    """Every report of a sentence, in order of the reporting words."""
    words = sentence.words
    found: list[Report] = []
    verbs = reporting_words(language)
    for index, word in enumerate(words):
        credit = _credit_at(words, index, language)
        if credit is not None:
            found.append(credit)
        elif word.key == "so" and language == "de" and _after_quote(words, index):
            subject = subject_after(words, index, language)
            if subject is not None:
                found.append(Report(subject, word.text, index, _extent(words, index, subject)[1], index, inverted=True))
        elif language == "de" and word.key in {"heisst", "hiess"} and _keys(words, index + 1, 2) in _SAYS_THERE:
            subject = subject_after(words, index + 2, language)
            if subject is not None:
                last = _extent(words, index, subject)[1]
                found.append(Report(subject, word.text, index, last, index, inverted=True))
        elif language == "de" and word.key in {"heisst", "hiess"} and _keys(words, index + 1, 1) == ("es",):
            found.append(Report(NOBODY, text_of(words[index : index + 2]), index, index + 1, index, inverted=True))
        elif word.kind == "w" and word.key in verbs and not word.capital and _is_verb(words, index, language):
            report = _report_at(words, index, language)
            if report is not None:
                found.append(report)
    known = {report.verb for report in found}
    found += [report for report in _unlisted(words, language) if report.verb not in known]
    return tuple(sorted(found, key=lambda report: report.verb))


def _keys(words: Sequence[Word], first: int, count: int) -> tuple[str, ...]:
    return tuple(word.key for word in words[first : first + count])


def _unlisted(words: Sequence[Word], language: str) -> Iterator[Report]:
    """Reports by a word no list knows, told by their place right after a quotation: "…", deadpanned Smith."""
    for index, word in enumerate(words[:-2]):
        if word.kind != "q":
            continue
        verb = index + 2 if words[index + 1].key == "," else index + 1
        if verb + 1 >= len(words):
            continue
        if language == "en":
            yield from _unlisted_after_name(words, verb, language)
        elif verb > index + 1:
            first, verb = verb, _participle(words, verb, language)
            if not _may_be_verb(words[verb], compound=verb > first):
                continue
            subject = subject_after(words, verb, language)
            if subject is not None and subject.form is not Form.INHERITED and _named_or_described(subject):
                cue = text_of(words[first : verb + 1])
                yield Report(subject, cue, first, _extent(words, verb, subject)[1], verb, inverted=True)


def _participle(words: Sequence[Word], first: int, language: str) -> int:
    """Where the verb stands that the word with this index begins: the "queja" of "se queja Ana Roa"."""
    stop = first
    while language in {"fr", "es"} and stop < len(words) - 2 and words[stop].key in _COMPOUND:
        stop += 1
    simple = stop == first or words[stop - 1].key in {"s'", "se"}
    return stop if simple or words[stop].key.endswith(_PARTICIPLES) else first


def _unlisted_after_name(words: Sequence[Word], first: int, language: str) -> Iterator[Report]:
    verb = first
    while verb < len(words) and (words[verb].capital or joins_name(words, verb)) and verb - first < _LONGEST_NAME:
        verb += 1
    if verb == first and words[first].key in {"he", "she", "they"}:
        verb += 1
    known = reporting_words(language)
    if first < verb < len(words) and words[verb].key.endswith("ed") and words[verb].key not in known:
        subject = subject_before(words, verb, language)
        if subject is not None and subject.form in {Form.NAME, Form.PRONOUN}:
            yield Report(subject, words[verb].text, first, verb, verb)


def _may_be_verb(word: Word, *, compound: bool) -> bool:
    """Whether a word in small letters is none of the words that bind others together."""
    key = word.key
    listed = PREPOSITIONS | SUBORDINATORS | DETERMINERS | ADVERBS | AUXILIARIES | PASSIVE | PRONOUNS
    return word.kind == "w" and not word.capital and key not in listed and len(key) > (1 if compound else 3)


def _named_or_described(subject: Subject) -> bool:
    return subject.form is not Form.DESCRIPTION or (len(subject.words) > 1 and subject.words[0].key in DETERMINERS)


def _report_at(words: Sequence[Word], index: int, language: str) -> Report | None:
    word = words[index]
    claims_to = word.key.startswith("claim") and _keys(words, index + 1, 1) == ("to",)
    weak = language == "en" and (word.key in ENGLISH_WEAK or claims_to)
    subject, inverted = _subject_at(words, index, language)
    if subject is None:
        return None
    first, last = _extent(words, index, subject)
    start = compound_start(words, index) if language == "fr" else index
    cue = text_of(words[start : index + 1])
    return Report(subject, cue, min(first, start), last, index, weak=weak, inverted=inverted)


def compound_start(words: Sequence[Word], index: int) -> int:
    """Where a French compound tense begins: "a déclaré", "s'est dit", "a-t-elle ajouté"."""
    start = index
    while start and (words[start - 1].key in _COMPOUND or words[start - 1].key.startswith(_INVERTED)):
        start -= 1
    return start


def _subject_at(words: Sequence[Word], index: int, language: str) -> tuple[Subject | None, bool]:
    word = words[index]
    before_index = index - 1
    nearest = max(-1, index - 5)
    while before_index > nearest and words[before_index].kind == "p" and words[before_index].key not in _BREAKS:
        before_index -= 1
    follows_quote = before_index >= 0 and words[before_index].kind == "q"
    if language == "en":
        if word.key.endswith("ing") and not (index and words[index - 1].key in PASSIVE):
            return INHERITED, False
        may_follow = word.key not in _TAKE_OBJECTS and (follows_quote or word.key in _SPEAK_AFTER)
    else:
        may_follow = True
        if language == "es" and word.key.endswith(("ando", "iendo")):
            told = any(words[place].key in SPEECH_NOUNS for place in range(max(0, index - 4), index))
            return (NOBODY if told else INHERITED), False
    if (follows_quote and may_follow) or index == 0:
        after = subject_after(words, index, language)
        return after or (_pronoun_of_clause(words, index) if language == "de" else None), True
    if language == "fr" and index + 1 < len(words) and words[index + 1].key.startswith(_INVERTED):
        return subject_after(words, index, language), True
    if language == "fr" and follows_quote_after_auxiliary(words, index):
        return subject_after(words, index, language), True
    if language in {"de", "es"} and _opens_with_preposition(words, index):
        after = subject_after(words, index, language)
        described = after is not None and after.form is Form.DESCRIPTION
        if after is not None and (not described or (language == "de" and after.words[0].key in DETERMINERS)):
            return after, True
    if language == "de" and word.key.startswith("ge"):
        auxiliary = _german_auxiliary(words, index)
        if auxiliary is not None:
            return _around_auxiliary(words, auxiliary)
    if language != "en" and _follows_as(words, index):
        after = subject_after(words, index, language)
        if after is not None:
            return after, True
    brought = language == "en" and words[index - 1].key == "to" and _is_brought_to(words, index)
    before = subject_before(words, index - 1 if brought else index, language)
    if before is not None and (before.form is not Form.INHERITED or language == "en"):
        return before, False
    announces = index + 1 < len(words) and words[index + 1].key in _THAT
    if announces and language != "en" and before is not None:
        return before, False
    if may_follow and not announces:
        after = subject_after(words, index, language)
        if after is not None and (after.form is not Form.DESCRIPTION or language != "en" or before is None):
            return after, True
    return before, False


def _follows_as(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb stands right after "comme", so that its subject follows: "comme le dit Anne Roy"."""
    place = verb - 1
    while place >= 0 and words[place].key in _OBJECT_PRONOUNS | {"lo", "es"}:
        place -= 1
    return place >= 0 and words[place].key in _AS


def _opens_with_preposition(words: Sequence[Word], verb: int) -> bool:
    """Whether a clause begins with "Zum Thema Bus" or "En Madrid", so that its subject follows the verb."""
    first = verb
    while first and words[first - 1].kind in "ws" and verb - first < _LONGEST_BRACKET:
        first -= 1
    return first < verb and words[first].key in PREPOSITIONS and words[first].capital


def _pronoun_of_clause(words: Sequence[Word], verb: int) -> Subject | None:
    """The "er" of "in der er „…“ bedauerte", where a German clause ends with its verb."""
    for place in range(verb - 1, max(0, verb - _LONGEST_BRACKET), -1):
        if words[place].key in {",", ";", ":"}:
            return None
        if words[place].key in {"er", "sie"} and words[place - 1].kind == "w" and not words[place].capital:
            return Subject(Form.PRONOUN, (words[place],))
    return None


def _german_auxiliary(words: Sequence[Word], participle: int) -> int | None:
    """The "hat" of "hat am Montag gesagt", in the same clause."""
    for place in range(participle - 1, max(-1, participle - _LONGEST_BRACKET), -1):
        if words[place].kind != "w":
            return None
        if words[place].key in _GERMAN_AUXILIARIES:
            return place
    return None


def _around_auxiliary(words: Sequence[Word], auxiliary: int) -> tuple[Subject | None, bool]:
    before = subject_before(words, auxiliary, "de")
    opens = auxiliary == 0 or words[auxiliary - 1].kind in "pq"
    inverted = before is None or before.form is Form.INHERITED or opens
    return (subject_after(words, auxiliary, "de"), True) if inverted else (before, False)


def follows_quote_after_auxiliary(words: Sequence[Word], index: int) -> bool:
    """Whether only an auxiliary stands between a quotation and the verb: « … », a lancé X."""
    step = index - 1
    while step >= 0 and (words[step].key in AUXILIARIES or words[step].key == ","):
        step -= 1
    return step >= 0 and words[step].kind == "q"


def _extent(words: Sequence[Word], index: int, subject: Subject) -> tuple[int, int]:
    first = last = index
    for word in (*subject.role, *subject.words):
        for place in _places(words, word, index):
            first, last = min(first, place), max(last, place)
    return first, last


def _places(words: Sequence[Word], word: Word, near: int) -> tuple[int, ...]:
    for distance in range(1, len(words)):
        for place in (near - distance, near + distance):
            if 0 <= place < len(words) and words[place].start == word.start:
                return (place,)
    return ()


def _is_verb(words: Sequence[Word], index: int, language: str) -> bool:
    before = words[index - 1] if index else None
    key = words[index].key
    if before is None:
        return True
    if language == "fr" and before.key == "été":
        return False
    if language != "en" and before.key in _OBJECT_PRONOUNS and language != "de":
        return index > 1 and (
            words[index - 2].key in PRONOUNS or (words[index - 2].capital and words[index - 2].key not in PREPOSITIONS)
        )
    if language != "en":
        return before.key not in DETERMINERS or before.key in AUXILIARIES or before.key in _OBJECT_PRONOUNS
    if before.key == "to" and _is_brought_to(words, index):
        return True
    if before.key == "to":
        return index > 1 and key in _SAID_LATER and not {words[index - 2].key} & _UNWILLING
    if before.kind == "s" or before.key in DETERMINERS - {"some", "all", "one"}:
        return False
    if before.key in PASSIVE and not key.endswith("ing"):
        return False
    if key in ambiguous_words():
        return _verb_beside(before, key, words, index)
    return before.key not in PREPOSITIONS or key.endswith("ing")


def _is_brought_to(words: Sequence[Word], index: int) -> bool:
    """Whether somebody named is brought to speak: "which prompted Smith to quip"."""
    named = index > 3 and words[index - 2].capital and words[index].key not in ambiguous_words() - {"joke", "quip"}
    return named and any(word.key in _BRINGING for word in words[max(0, index - 8) : index - 2])


def _verb_beside(before: Word, key: str, words: Sequence[Word], index: int) -> bool:
    if before.key in AUXILIARIES or before.key in {"who", "which"}:
        return True
    if before.key in PRONOUNS:
        return key.endswith("s") != (before.key in PLURAL_PRONOUNS | {"i", "we", "you"})
    if key in {"thought", "read", "say"}:
        return before.kind == "w" and before.key not in PREPOSITIONS
    if key == "calls" and index > 1 and words[index - 2].key in DETERMINERS:
        return True
    if key.endswith("s"):
        beside = before.capital or before.kind == "q" or _after_quote(words, index) or before.key in {",", "who"}
        return beside or _follows_quoted_words(words, index)
    return before.kind == "w" and before.key.endswith("s") and not before.key.endswith("ss")


def _follows_quoted_words(words: Sequence[Word], index: int) -> bool:
    """Whether only a short noun phrase stands between a quotation and this word: "…", the report notes."""
    for place in range(index - 1, max(-1, index - 6), -1):
        if words[place].kind == "p":
            return words[place].key == "," and place > 0 and words[place - 1].kind == "q"
        if words[place].kind == "q":
            return True
    return False


def _after_quote(words: Sequence[Word], index: int) -> bool:
    return index >= 2 and words[index - 1].kind == "p" and words[index - 2].kind == "q"


def _credit_at(words: Sequence[Word], index: int, language: str) -> Report | None:
    for phrase in ACCORDING.get(language, ()):
        if words[index].key != phrase[0] or len(words) <= index + len(phrase):
            continue
        if any(words[index + step].key != key for step, key in enumerate(phrase)):
            continue
        if phrase[0] in _IN_THE_EYES_OF and not (index == 0 and words[1].capital):
            continue
        end = index + len(phrase) - 1
        if words[end + 1].key.startswith("midi") and language == "fr":
            return None
        if words[end + 1].key in reporting_words(language) and not words[end + 1].capital:
            return None
        if _OWN.intersection(phrase):
            return Report(INHERITED, text_of(words[index : end + 1]), index, end, index, credit=True)
        pronoun = words[end + 1].key in {"lui", "elle", "him", "her", "ihm", "ihr", "él", "ella"}
        subject = Subject(Form.PRONOUN, (words[end + 1],)) if pronoun else subject_after(words, end, language)
        if subject is None or (phrase == ("per",) and subject.form is not Form.NAME):
            return None
        cue = " ".join(word.text for word in words[index : end + 1])
        first, last = _extent(words, end, subject)
        return Report(subject, cue, min(first, index), last, index, credit=True, inverted=True)
    return None
