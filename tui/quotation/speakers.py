"""Which speaker a subject stands for: pronouns, descriptions and short names lead to the fullest name."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tui.quotation.cast import Cast, Figure, gender_of, is_document, is_personal, role_heads
from tui.quotation.cues import Report, find_reports
from tui.quotation.model import SpeakerKind
from tui.quotation.outlets import is_outlet
from tui.quotation.prose import text_of
from tui.quotation.subjects import PRONOUNS, Form, Subject
from tui.quotation.verbs import reporting_words
from tui.quotation.vocabulary import (
    ACTIVE_DOCUMENTS,
    AUXILIARIES,
    COORDINATORS,
    DEFINITE,
    DETERMINERS,
    FEMALE_PRONOUNS,
    FEMALE_WORDS,
    FIRST_PERSON,
    GROUP_WORDS,
    INDEFINITE,
    IRREGULAR_PASTS,
    ISSUED_WORDS,
    MALE_PRONOUNS,
    MALE_WORDS,
    NEUTER_PRONOUNS,
    OPENERS,
    PARTY_NOUNS,
    PASSIVE,
    PLURAL_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_NOUNS,
    STANDING_ALONE,
    SUBORDINATORS,
    UNSPOKEN_DOCUMENTS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.quotation.prose import Prose, Sentence, Word

_AFTER_NOUN = {"who", "which", "that", "qui", "que", "obtained", "seen", "released", "signed", "published"}
_COUNTING = {"more", "about", "around", "nearly", "dozens", "hundreds"}
_WRITTEN_CUES = {"read", "reads"}
_LOOK_BACK = 40  # sentences in which a pronoun may find its name


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks.

    Attributes:
        name: As it is to be shown.
        kind: What the speaker is.
        figure: The named figure, or None for a description.
        head: The noun that heads a description.
    """

    name: str
    kind: SpeakerKind
    figure: Figure | None = None
    head: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A report with its speaker found; None where the article doesn't tell."""

    report: Report
    voice: Voice | None


class Speakers:
    """Reads an article's sentences in order and finds the speaker of every report, and what each sentence is about."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._cast = Cast(prose)
        self._issuer: Voice | None = None
        self._paper: Voice | None = None
        self._paper_at = -1
        self._said: list[Voice] = []
        self.statements: list[tuple[Statement, ...]] = []
        self.topics: list[Voice | None] = []
        self._people: list[tuple[Voice, ...]] = []
        self._groups: list[tuple[int, Voice]] = []
        for index, sentence in enumerate(prose.sentences):
            self._read(index, sentence)

    def _read(self, index: int, sentence: Sentence) -> None:
        statements: list[Statement] = []
        topic = self._topic(index, sentence)
        for report in find_reports(sentence, self._prose.language):
            voice = self._voice_of(report, index, statements, topic)
            statements.append(Statement(report, voice))
        self.statements.append(tuple(statements))
        self.topics.append(topic)
        self._people.append(self._people_of(index, topic, statements))
        paper = self._paper
        self._note_issued(sentence, statements, topic)
        self._paper_at = self._paper_at if self._paper is paper else index
        for voice in (topic, *(statement.voice for statement in statements)):
            if voice is not None and voice.kind is SpeakerKind.GROUP and not is_outlet(voice.name):
                self._groups.append((index, voice))

    def _voice_of(self, report: Report, index: int, earlier: Sequence[Statement], topic: Voice | None) -> Voice | None:
        if report.subject.form is Form.INHERITED:
            paper = self._paper_before(self._prose.sentences[index].words, report)
            if paper is not None:
                return paper
            for statement in reversed(earlier):
                if not statement.report.credit:
                    return statement.voice
            return topic
        return self.voice_of(report.subject, index, statements=earlier, cue=report.cue)

    def voice_of(
        self, subject: Subject, index: int, *, statements: Sequence[Statement] = (), cue: str = ""
    ) -> Voice | None:
        """The speaker a subject in the sentence with this index stands for, or None."""
        if subject.form is Form.NAME:
            return self._named(subject, index)
        if subject.form is Form.PRONOUN:
            return self._pronoun(subject.words[0], index, statements, cue)
        return self._described(subject.words, index, statements)

    def _paper_before(self, words: Sequence[Word], report: Report) -> Voice | None:
        """The letter of "sent him a letter asking for ...", where a participle follows a document."""
        if not report.cue.endswith("ing"):
            return None
        for place in range(report.verb - 1, max(-1, report.verb - 18), -1):
            word = words[place]
            if word.kind == "q":
                return None
            if word.kind == "w" and word.key in ACTIVE_DOCUMENTS and place and words[place - 1].key in INDEFINITE:
                return Voice("the " + word.text, SpeakerKind.DOCUMENT)
        return None

    def possessor(self, index: int, last: int) -> Voice | None:
        """Whose words a lead-in such as "Her full answer" announces, ending before the word with this index."""
        words = self._prose.sentences[index].words[:last]
        if words and words[-1].key in {"of", "de", "von"}:
            words = words[:-1]
        if not words or words[-1].key not in SPEECH_NOUNS:
            return None
        for place, word in enumerate(words):
            if word.key in POSSESSIVES:
                key = {"her": "she", "his": "he", "their": "they", "its": "it"}.get(word.key, "")
                return self._referent(key, index, word.start) if key else self._latest_person(index, "")
            if word.kind == "s" and place and words[place - 1].capital:
                return self._voice(self._cast.figure_of(words[place - 1 : place]))
        return None

    def asked(self, index: int, question: Statement, answer: Statement) -> Voice | None:
        """Who was asked in an earlier sentence: the first person named after the word "asked"."""
        word = answer.report.subject.words[0].key
        gender = "f" if word in FEMALE_PRONOUNS else "m" if word in MALE_PRONOUNS else ""
        place = self._prose.sentences[index].words[question.report.verb].end
        for mention in self._cast.mentions[index][:_LOOK_BACK]:
            if mention.start >= place and _suits(self._voice(mention.figure), gender):
                return self._voice(mention.figure)
        return None

    def _named(self, subject: Subject, index: int) -> Voice | None:
        run = subject.words
        if len(run) == 1 and run[0].key in self._prose.small and not self._cast.knows(run[0].key):
            return self._described((*subject.role, *run), index)
        if run[-1].key in PARTY_NOUNS and subject.role and subject.role[-1].key == "the":
            return self._latest_person(index, "") or self._plain_voice((*subject.role, *run))
        figure = self._cast.figure_of(run)
        role = [word for word in subject.role if word.kind == "w"]
        if role:
            self._cast.add_role(subject.role, figure)
            if len(run) == 1 and figure.kind is SpeakerKind.GROUP and is_personal(role_heads(role)):
                figure.kind = SpeakerKind.PERSON
        return self._voice(figure)

    def _voice(self, figure: Figure) -> Voice:
        return Voice(figure.name, figure.kind, figure)

    def _described(self, words: Sequence[Word], index: int, statements: Sequence[Statement] = ()) -> Voice | None:
        heads = role_heads(words)
        if not heads:
            return None
        head = heads[0]
        place = words[0].start
        if head == "copy" and len(words) > 3:
            return self._document(words[3:], role_heads(words[3:])[0], index, statements)
        if is_document(head):
            return self._document(words, head, index, statements)
        if head in SPEECH_NOUNS and words[0].key in POSSESSIVES:
            return self._latest_person(index, "")
        if len(words) > 1 and words[0].key in DEFINITE | POSSESSIVES:
            holder = self._cast.role_holder(head, place)
            if holder is not None and self._plausible(holder, head):
                return self._voice(holder)
            personal = is_personal((head,)) and head not in GROUP_WORDS and not head.endswith("s")
            if personal and words[0].key in DEFINITE and not _is_office(words):
                found = self._latest_person(index, gender_of(words), near=True)
                if found is not None:
                    return found
        return self._plain_voice(words)

    def _plausible(self, holder: Figure, head: str) -> bool:
        return (holder.kind is SpeakerKind.GROUP) == (head in GROUP_WORDS)

    def _plain_voice(self, words: Sequence[Word]) -> Voice:
        text = text_of(_trimmed(words))
        if words[0].key in OPENERS | PREPOSITIONS or words[0].key in self._prose.small:
            text = text[0].lower() + text[1:]
        return Voice(text, _kind_of_description(words), head=role_heads(words)[0])

    def _document(self, words: Sequence[Word], head: str, index: int, statements: Sequence[Statement]) -> Voice:
        for place, word in enumerate(words):
            if word.kind == "s" and place and words[place - 1].capital:
                return self._voice(self._cast.figure_of(words[place - 1 : place]))
        if head in ISSUED_WORDS:
            for statement in reversed(statements):
                if statement.voice is not None and statement.voice.kind in {SpeakerKind.PERSON, SpeakerKind.GROUP}:
                    return statement.voice
        if head in ISSUED_WORDS and self._issuer is not None:
            return self._issuer
        if words[0].key in POSSESSIVES and head in ISSUED_WORDS:
            found = self._latest_person(index, "")
            if found is not None:
                return found
        if words[0].key in {"dem", "den", "des", "einem", "einer"} and len(words) > 1:
            words = words[1:]
        if words[0].key in POSSESSIVES and self._prose.language == "en":
            return Voice("the " + text_of(_trimmed(words[1:])), SpeakerKind.DOCUMENT)
        bare = self._prose.language == "en" and words[0].key not in DETERMINERS and not words[0].capital
        return Voice(("the " if bare else "") + self._plain_voice(words).name, SpeakerKind.DOCUMENT)

    def _pronoun(self, word: Word, index: int, statements: Sequence[Statement], cue: str = "") -> Voice | None:
        key = word.key.removeprefix("-t-").removeprefix("-")
        if key in PLURAL_PRONOUNS:
            for statement in reversed(statements):
                if statement.voice is not None and not is_outlet(statement.voice.name):
                    return statement.voice
        if key in NEUTER_PRONOUNS and cue not in _WRITTEN_CUES:
            near = self.topics[index - 1] if index else None
            if self._paper_at >= index - 1 and (near is None or near.kind is not SpeakerKind.GROUP):
                return self._paper
            for step in range(index - 1, max(-1, index - 4), -1):
                topic = self.topics[step]
                if topic is not None and topic.kind in {SpeakerKind.GROUP, SpeakerKind.DOCUMENT}:
                    return topic
        return self._referent(key, index, word.start)

    def _referent(self, key: str, index: int, place: int) -> Voice | None:
        if key in FIRST_PERSON:
            return None
        if key in PLURAL_PRONOUNS:
            return self._latest_group(index) or Voice("they", SpeakerKind.GROUP)
        if key in MALE_PRONOUNS or key in FEMALE_PRONOUNS:
            gender = "m" if key in MALE_PRONOUNS else "f"
            return self._latest_person(index, gender, before=place)
        return self._paper or self._latest_group(index)

    def _latest_group(self, index: int) -> Voice | None:
        place = bisect_left(self._groups, index, key=lambda known: known[0])
        return self._groups[place - 1][1] if place else None

    def _latest_person(self, index: int, gender: str, *, before: int | None = None, near: bool = False) -> Voice | None:
        sentence = self._prose.sentences[index]
        if before is not None:
            for mention in self._cast.mentions[index][:_LOOK_BACK]:
                if mention.end > before:
                    break
                if not mention.governed and _suits(self._voice(mention.figure), gender):
                    return self._voice(mention.figure)
        for step in islice(range(index - 1, -1, -1), _LOOK_BACK):
            if near and sentence.paragraph - self._prose.sentences[step].paragraph > 1:
                break
            for voice in self._people[step]:
                if _suits(voice, gender):
                    alone = step == index - 1 and len(self._people[step]) == 1
                    if alone and voice.figure is not None and not voice.figure.gender:
                        voice.figure.gender = gender
                    return voice
        return None

    def _topic(self, index: int, sentence: Sentence) -> Voice | None:
        """Whom or what a sentence is about: the subject it begins with, or the first name nothing governs."""
        start = _main_clause(sentence.words)
        words = sentence.words[start:]
        if not words:
            return None
        if words[0].key in PRONOUNS and words[0].key not in FIRST_PERSON | {"es", "it"}:
            return self._pronoun(words[0], index, ())
        free = [mention for mention in self._cast.mentions[index] if not mention.governed]
        later = [mention for mention in free if mention.start >= words[0].start]
        opening = _opening_phrase(words, self._prose.language)
        if opening and not (later and later[0].start < opening[-1].end):
            rest = words[len(opening) :]
            beside = (
                rest and rest[0].key == "," and later and later[0].start == rest[1].start if len(rest) > 1 else False
            )
            if not beside:
                return self._described(opening, index)
        later = later or free
        return self._voice(later[0].figure) if later else None

    def _people_of(self, index: int, topic: Voice | None, statements: Sequence[Statement]) -> tuple[Voice, ...]:
        mentions = self._cast.mentions[index]
        ordered = [
            *([topic] if topic is not None else []),
            *(self._voice(mention.figure) for mention in mentions if not mention.governed),
            *(statement.voice for statement in statements if statement.voice is not None),
            *(self._voice(mention.figure) for mention in mentions),
        ]
        people = [voice for voice in ordered if voice.kind is SpeakerKind.PERSON]
        named = [voice for voice in people if voice.figure is not None]
        described = [voice for voice in people if voice.figure is None and is_personal((voice.head,))]
        return tuple(dict.fromkeys([*named, *described]))

    def _note_issued(self, sentence: Sentence, statements: Sequence[Statement], topic: Voice | None) -> None:
        """Remember who put out a statement, and which paper was spoken of last."""
        for place, word in enumerate(sentence.words):
            if word.kind != "w" or not is_document(word.key) or word.key in UNSPOKEN_DOCUMENTS:
                continue
            article = sentence.words[place - 1] if place else None
            if word.key in ISSUED_WORDS:
                voices = [
                    s.voice for s in statements if s.voice is not None and s.voice.kind is not SpeakerKind.DOCUMENT
                ]
                issuer = voices[0] if voices else topic
                if issuer is not None and issuer.kind is not SpeakerKind.DOCUMENT:
                    self._issuer = issuer
                    self._paper = issuer
            elif article is not None and article.kind in "ws" and not word.key.endswith("s"):
                self._paper = Voice("the " + word.text if self._prose.language == "en" else word.text,
                                    SpeakerKind.DOCUMENT)  # fmt: skip


def _suits(voice: Voice, gender: str) -> bool:
    if voice.kind is not SpeakerKind.PERSON:
        return False
    known = voice.figure.gender if voice.figure is not None else _gender_of_noun(voice.head)
    return not gender or not known or known == gender


def _gender_of_noun(head: str) -> str:
    return "f" if head in FEMALE_WORDS else "m" if head in MALE_WORDS else ""


def _main_clause(words: Sequence[Word]) -> int:
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
        if words[index].key == ",":
            return index + 1
    return start


def _is_office(words: Sequence[Word]) -> bool:
    """Whether a description says for whom somebody speaks, so that it is nobody already named."""
    return any(word.key.startswith("spokes") or word.key.startswith("sprecher") for word in words)


def _trimmed(words: Sequence[Word]) -> Sequence[Word]:
    """A description without the clause that follows it and without "a", "an" before it."""
    stop = next((index for index, word in enumerate(words) if word.key in _AFTER_NOUN), None)
    return words[:stop] if stop else words


def _opening_phrase(words: Sequence[Word], language: str) -> tuple[Word, ...]:
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


def _kind_of_description(words: Sequence[Word]) -> SpeakerKind:
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
    if head in STANDING_ALONE - {"one"}:
        return SpeakerKind.GROUP
    if head in GROUP_WORDS:
        return SpeakerKind.GROUP
    if head.endswith("s") and not head.endswith("ss") and keys[0] not in {"a", "an", "un", "une", "ein", "eine"}:
        return SpeakerKind.GROUP
    return SpeakerKind.PERSON
