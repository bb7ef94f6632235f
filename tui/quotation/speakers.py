"""Which speaker a subject stands for: pronouns, descriptions and short names lead to the fullest name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tui.quotation.cast import Cast, Figure, gender_of, is_document, role_heads
from tui.quotation.cues import Report, find_reports
from tui.quotation.model import SpeakerKind
from tui.quotation.prose import text_of
from tui.quotation.subjects import PRONOUNS, Form, Subject
from tui.quotation.vocabulary import (
    AUXILIARIES,
    DEFINITE,
    DETERMINERS,
    FEMALE_PRONOUNS,
    FIRST_PERSON,
    GROUP_WORDS,
    ISSUED_WORDS,
    KIN,
    MALE_PRONOUNS,
    OPENERS,
    PARTY_NOUNS,
    PASSIVE,
    PERSON_SUFFIXES,
    PERSON_TITLES,
    PLURAL_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_NOUNS,
    UNSPOKEN_DOCUMENTS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.quotation.prose import Prose, Sentence, Word

_LOOK_BACK = 40  # sentences in which a pronoun may find its name


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks.

    Attributes:
        name: As it is to be shown.
        kind: What the speaker is.
        figure: The named figure, or None for a description.
    """

    name: str
    kind: SpeakerKind
    figure: Figure | None = None


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
        self._said: list[Voice] = []
        self.statements: list[tuple[Statement, ...]] = []
        self.topics: list[Voice | None] = []
        self._figures: list[tuple[Figure, ...]] = []
        self._groups: list[Voice] = []
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
        self._figures.append(self._people_of(index, topic, statements))
        self._note_issued(sentence, statements, topic)
        for voice in (topic, *(statement.voice for statement in statements)):
            if voice is not None and voice.kind is SpeakerKind.GROUP:
                self._groups.append(voice)

    def _voice_of(self, report: Report, index: int, earlier: Sequence[Statement], topic: Voice | None) -> Voice | None:
        if report.subject.form is Form.INHERITED:
            for statement in reversed(earlier):
                if not statement.report.credit:
                    return statement.voice
            return topic
        return self.voice_of(report.subject, index)

    def voice_of(self, subject: Subject, index: int) -> Voice | None:
        """The speaker a subject in the sentence with this index stands for, or None."""
        if subject.form is Form.NAME:
            return self._named(subject, index)
        if subject.form is Form.PRONOUN:
            return self._pronoun(subject.words[0], index)
        return self._described(subject.words, index)

    def possessor(self, index: int, last: int) -> Voice | None:
        """Whose words a lead-in such as "Her full answer" announces, ending before the word with this index."""
        words = self._prose.sentences[index].words[:last]
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
        for mention in self._cast.mentions[index]:
            if mention.start >= place and _suits(mention.figure, gender):
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
            if len(run) == 1 and figure.kind is SpeakerKind.GROUP and _is_personal(role_heads(role)):
                figure.kind = SpeakerKind.PERSON
        return self._voice(figure)

    def _voice(self, figure: Figure) -> Voice:
        return Voice(figure.name, figure.kind, figure)

    def _described(self, words: Sequence[Word], index: int) -> Voice | None:
        heads = role_heads(words)
        if not heads:
            return None
        head = heads[0]
        place = words[0].start
        if is_document(head):
            return self._document(words, head, index)
        if head in SPEECH_NOUNS and words[0].key in POSSESSIVES:
            return self._latest_person(index, "")
        if len(words) > 1 and words[0].key in DEFINITE and not (len(words) > 2 and words[1].key in GROUP_WORDS):
            holder = self._cast.role_holder(head, place)
            if holder is not None and self._plausible(holder, head):
                return self._voice(holder)
            if _is_personal((head,)) and head not in GROUP_WORDS and not head.endswith("s"):
                found = self._latest_person(index, gender_of(words), near=True)
                if found is not None:
                    return found
        return self._plain_voice(words)

    def _plausible(self, holder: Figure, head: str) -> bool:
        return (holder.kind is SpeakerKind.GROUP) == (head in GROUP_WORDS)

    def _plain_voice(self, words: Sequence[Word]) -> Voice:
        text = text_of(_trimmed(words))
        if words[0].key in OPENERS or words[0].key in self._prose.small:
            text = text[0].lower() + text[1:]
        return Voice(text, _kind_of_description(words))

    def _document(self, words: Sequence[Word], head: str, index: int) -> Voice:
        for place, word in enumerate(words):
            if word.kind == "s" and place and words[place - 1].capital:
                return self._voice(self._cast.figure_of(words[place - 1 : place]))
        if head in ISSUED_WORDS and self._issuer is not None:
            return self._issuer
        if words[0].key in POSSESSIVES and head in ISSUED_WORDS:
            found = self._latest_person(index, "")
            if found is not None:
                return found
        if words[0].key in POSSESSIVES and self._prose.language == "en":
            return Voice("the " + text_of(_trimmed(words[1:])), SpeakerKind.DOCUMENT)
        return Voice(self._plain_voice(words).name, SpeakerKind.DOCUMENT)

    def _pronoun(self, word: Word, index: int) -> Voice | None:
        return self._referent(word.key.removeprefix("-t-").removeprefix("-"), index, word.start)

    def _referent(self, key: str, index: int, place: int) -> Voice | None:
        if key in FIRST_PERSON:
            return None
        if key in PLURAL_PRONOUNS:
            return self._groups[-1] if self._groups else Voice("they", SpeakerKind.GROUP)
        if key in MALE_PRONOUNS or key in FEMALE_PRONOUNS or key == "sie":
            gender = "m" if key in MALE_PRONOUNS else "f"
            found = self._latest_person(index, gender, before=place)
            if found is not None and found.figure is not None and not found.figure.gender:
                found.figure.gender = gender
            return found
        return self._paper or (self._groups[-1] if self._groups else None)

    def _latest_person(self, index: int, gender: str, *, before: int | None = None, near: bool = False) -> Voice | None:
        sentence = self._prose.sentences[index]
        if before is not None:
            earlier = [mention for mention in self._cast.mentions[index] if mention.end <= before]
            for mention in sorted(earlier, key=lambda mention: mention.governed):
                if _suits(mention.figure, gender) and not mention.governed:
                    return self._voice(mention.figure)
        for step in islice(range(index - 1, -1, -1), _LOOK_BACK):
            if near and sentence.paragraph - self._prose.sentences[step].paragraph > 1:
                break
            for figure in self._figures[step]:
                if _suits(figure, gender):
                    return self._voice(figure)
        return None

    def _topic(self, index: int, sentence: Sentence) -> Voice | None:
        """Whom or what a sentence is about: the subject it begins with, or the first name nothing governs."""
        words = sentence.words
        for place, word in enumerate(words[:12]):
            if word.kind == "q":
                break
            if word.key in PRONOUNS and word.key not in FIRST_PERSON and word.key not in {"him", "lui", "es", "it"}:
                return self._pronoun(word, index)
            if word.capital and not (place == 0 and word.key in OPENERS):
                break
            if word.key in PASSIVE or word.key in AUXILIARIES:
                break
        for mention in self._cast.mentions[index]:
            if not mention.governed:
                return self._voice(mention.figure)
        opening = _opening_phrase(words)
        return self._described(opening, index) if opening else None

    def _people_of(self, index: int, topic: Voice | None, statements: Sequence[Statement]) -> tuple[Figure, ...]:
        mentions = self._cast.mentions[index]
        ordered = [
            *([topic.figure] if topic is not None and topic.figure is not None else []),
            *(mention.figure for mention in mentions if not mention.governed),
            *(s.voice.figure for s in statements if s.voice is not None and s.voice.figure is not None),
            *(mention.figure for mention in mentions),
        ]
        unique = dict.fromkeys(map(id, ordered))
        by_id = {id(figure): figure for figure in ordered}
        return tuple(by_id[key] for key in unique if by_id[key].kind is SpeakerKind.PERSON)

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


def _suits(figure: Figure, gender: str) -> bool:
    if figure.kind is not SpeakerKind.PERSON:
        return False
    return not gender or not figure.gender or figure.gender == gender


def _trimmed(words: Sequence[Word]) -> Sequence[Word]:
    """A description without the clause that follows it and without "a", "an" before it."""
    stop = next((index for index, word in enumerate(words) if word.key in {"who", "which", "that", "qui", "que"}), None)
    return words[:stop] if stop else words


def _opening_phrase(words: Sequence[Word]) -> tuple[Word, ...]:
    """The noun phrase a sentence begins with, up to its verb; only where an article or a plural opens it."""
    if not words or words[0].kind != "w" or words[0].key in PREPOSITIONS:
        return ()
    found = list(_until_verb(words))
    if not found or len(found) > 10:
        return ()
    if found[0].key in DETERMINERS and len(found) > 1:
        return tuple(found)
    return tuple(found) if len(found) == 1 and found[0].key.endswith("s") and found[0].key not in OPENERS else ()


def _until_verb(words: Sequence[Word]) -> Iterator[Word]:
    for index, word in enumerate(words[:12]):
        if word.kind in "qp" or word.key in AUXILIARIES or word.key in PASSIVE or word.key in RELATIVES:
            return
        if index and word.key.endswith("ed") and not word.capital:
            return
        yield word


def _is_personal(heads: Sequence[str]) -> bool:
    return any(
        head in PERSON_TITLES or (head.endswith(PERSON_SUFFIXES) and len(head) > 3) or head in KIN for head in heads
    )


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
    if head in GROUP_WORDS:
        return SpeakerKind.GROUP
    if head.endswith("s") and not head.endswith("ss") and keys[0] not in {"a", "an", "un", "une", "ein", "eine"}:
        return SpeakerKind.GROUP
    return SpeakerKind.PERSON
