"""Which speaker a subject stands for: pronouns, descriptions and short names lead to the fullest name."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from tui.article import Role
from tui.quotation.model import SpeakerKind
from tui.quotation.speaking.cast import Cast, Figure, gender_of, is_document, is_personal, role_heads
from tui.quotation.speaking.cues import Report, find_reports
from tui.quotation.speaking.joining import after_german_noun
from tui.quotation.speaking.outlets import is_outlet
from tui.quotation.speaking.phrases import (
    is_body_beside,
    is_event,
    is_office,
    kind_of_description,
    main_clause,
    office_of_one,
    opening_phrase,
    trimmed,
)
from tui.quotation.speaking.subjects import PRONOUNS, Form, Subject
from tui.quotation.speaking.vocabulary import (
    ACTIVE_DOCUMENTS,
    BANNERS,
    DEFINITE,
    DETERMINERS,
    FEMALE_PRONOUNS,
    FEMALE_WORDS,
    FIRST_PERSON,
    GROUP_WORDS,
    INDEFINITE,
    ISSUED_WORDS,
    MALE_PRONOUNS,
    MALE_WORDS,
    NEED_CLAUSE,
    NEUTER_PRONOUNS,
    OPENERS,
    PARTY_NOUNS,
    PLURAL_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SPEECH_NOUNS,
    STANDING_ALONE,
    TIMES,
    UNSPOKEN_DOCUMENTS,
)
from tui.quotation.speaking.words import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotation.speaking.prose import Prose
    from tui.quotation.speaking.words import Sentence, Word

_WRITTEN_CUES = {"read", "reads"}
_GOING_ON = frozenset("added adds continued continues".split())  # noqa: SIM905
_SPOKE_LATELY = 4  # sentences in which somebody spoke who goes on
_OTHERS = frozenset("other autre andere anderer otro otra".split())  # noqa: SIM905
_AGED = ("-jährige", "-jähriger", "-year-old")
_GERMAN_GENDERS = {"der": "m", "die": "f"}
_IMPERSONAL = frozenset("fait faisait faut fallait faudra faudrait y pleut pleuvait existe semble paraît".split())  # noqa: SIM905
"""Verbs by whose side a French "il" stands for nobody."""
_LONGEST_LABEL = 4
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
        self._introduced: dict[str, Voice] = {}
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
            return self._spoke_just_before(index) if report.credit else topic
        if report.subject.form is Form.NOBODY:
            return None
        if report.subject.form is Form.PRONOUN:
            again = self._same_pronoun(report.subject.words[0].key, earlier) or self._speaking_on(report, index)
            if again is not None:
                return again
        return self.voice_of(report.subject, index, statements=earlier, cue=report.cue)

    def _same_pronoun(self, key: str, earlier: Sequence[Statement]) -> Voice | None:
        """Whom the same pronoun stands for earlier in the sentence: "he noted that ..., and he called it"."""
        if key not in MALE_PRONOUNS | FEMALE_PRONOUNS:
            return None
        for statement in reversed(earlier):
            subject = statement.report.subject
            if subject.form is Form.PRONOUN and subject.words[0].key == key:
                return statement.voice
        return None

    def _speaking_on(self, report: Report, index: int) -> Voice | None:
        """Who spoke last, where "he also said" or "she added" says that somebody goes on."""
        key = report.subject.words[0].key
        if key not in MALE_PRONOUNS | FEMALE_PRONOUNS:
            return None
        words = self._prose.sentences[index].words
        between = {word.key for word in words[report.first : report.verb]}
        if "also" not in between and report.cue.casefold() not in _GOING_ON:
            return None
        gender = "m" if key in MALE_PRONOUNS else "f"
        for step in islice(range(index - 1, -1, -1), _SPOKE_LATELY):
            for statement in reversed(self.statements[step]):
                voice = statement.voice
                if voice is None or statement.report.credit or not _suits(voice, gender):
                    continue
                if voice.figure is not None or is_personal((voice.head,)):
                    return voice
        return None

    def voice_of(
        self, subject: Subject, index: int, *, statements: Sequence[Statement] = (), cue: str = ""
    ) -> Voice | None:
        """The speaker a subject in the sentence with this index stands for, or None."""
        if subject.form is Form.NOBODY:
            return None
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

    def leads_to_others(self, index: int, last: int) -> bool:
        """Whether words before a colon name somebody, or a banner, so that whoever spoke before doesn't go on."""
        words = self._prose.sentences[index].words[:last]
        named = any(mention.end <= words[-1].end for mention in self._cast.mentions[index])
        return named or any(word.key in BANNERS for word in words)

    def label(self, index: int, last: int) -> Voice | None:
        """Who speaks where nothing but a name stands before a colon, as in "Doe: “We won.”"."""
        run = self._prose.sentences[index].words[:last]
        run = run[after_german_noun(run, 0, len(run)) if self._prose.language == "de" else 0 :]
        if not 0 < len(run) <= _LONGEST_LABEL or not all(word.capital for word in run):
            return None
        return self._voice(self._cast.figure_of(run)) if self._cast.knows(run[-1].key) else None

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
        words = trimmed(words)
        heads = role_heads(words)
        if not heads:
            return None
        head = heads[0]
        if head in TIMES or is_event(words) or words[-1].key in NEED_CLAUSE:
            return None
        place = words[0].start
        if head == "copy" and len(words) > 3:
            return self._document(words[3:], role_heads(words[3:])[0], index, statements)
        if is_document(head):
            return self._document(words, head, index, statements)
        if head in SPEECH_NOUNS and words[0].key in POSSESSIVES:
            return self._latest_person(index, "")
        office = office_of_one(words)
        if len(words) > 1 and (words[0].key in DEFINITE | POSSESSIVES or office):
            holder = self._cast.role_holder(head, place)
            if holder is not None and self._plausible(holder, head) and (not office or self._cast.only_holder(head)):
                return self._voice(holder)
            if len(words) == 2 and words[0].key in DEFINITE and head in self._introduced:
                return self._introduced[head]
            personal = is_personal((head,)) and head not in GROUP_WORDS and not head.endswith("s")
            if head.endswith(_AGED) and words[0].key in DEFINITE:
                aged = self._latest_person(index, _GERMAN_GENDERS.get(words[0].key, ""), near=True)
                if aged is not None and aged.figure is not None:
                    return aged
            other = any(word.key in _OTHERS for word in words)
            if personal and words[0].key in DEFINITE and not is_office(words) and not other:
                found = self._latest_person(index, gender_of(words), near=True)
                if found is not None and self._may_be_meant(found, head):
                    return found
        voice = self._plain_voice(words)
        if is_office(words) and len(words) > 2:
            self._introduced[head] = voice
        return voice

    def _may_be_meant(self, person: Voice, head: str) -> bool:
        """Whether "the mayor" may be the person who was named last."""
        if person.figure is None:
            return self._prose.language != "de"
        return not self._cast.is_another_office(head, person.figure)

    def _plausible(self, holder: Figure, head: str) -> bool:
        return (holder.kind is SpeakerKind.GROUP) == (head in GROUP_WORDS)

    def _plain_voice(self, words: Sequence[Word]) -> Voice:
        text = text_of(trimmed(words))
        if words[0].key in OPENERS | PREPOSITIONS or words[0].key in self._prose.small:
            text = text[0].lower() + text[1:]
        return Voice(text, kind_of_description(words), head=role_heads(words)[0])

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
            return Voice("the " + text_of(trimmed(words[1:])), SpeakerKind.DOCUMENT)
        bare = self._prose.language == "en" and words[0].key not in DETERMINERS and not words[0].capital
        return Voice(("the " if bare else "") + self._plain_voice(words).name, SpeakerKind.DOCUMENT)

    def _pronoun(self, word: Word, index: int, statements: Sequence[Statement], cue: str = "") -> Voice | None:
        key = word.key.removeprefix("-t-").removeprefix("-")
        if key in PLURAL_PRONOUNS:
            for statement in reversed(statements):
                if statement.voice is not None and not is_outlet(statement.voice.name):
                    return statement.voice
        if key in NEUTER_PRONOUNS and cue not in _WRITTEN_CUES:
            said = self._told_without_name(index - 1)
            if said is not None:
                return said
            near = self.topics[index - 1] if index else None
            passing = near is not None and near.figure is not None and not self._cast.acts(near.figure)
            if near is not None and near.figure is not None and passing and near.figure.core[0] not in TIMES:
                near.figure.kind = SpeakerKind.GROUP
                return self._voice(near.figure)
            if self._paper_at >= index - 1 and (near is None or near.kind is not SpeakerKind.GROUP):
                return self._paper
            for step in range(index - 1, max(-1, index - 4), -1):
                topic = self.topics[step]
                if topic is not None and topic.kind in {SpeakerKind.GROUP, SpeakerKind.DOCUMENT}:
                    return topic
        return self._referent(key, index, word.start)

    def _told_without_name(self, index: int) -> Voice | None:
        """Who speaks in a sentence under no name and may be a body as well: the organiser, the operator."""
        for statement in reversed(self.statements[index] if index >= 0 else ()):
            voice = statement.voice
            if voice is not None and not statement.report.credit and voice.kind is not SpeakerKind.DOCUMENT:
                if voice.head.endswith("s"):
                    continue
                bare = voice.figure is None and voice.head not in FEMALE_WORDS | MALE_WORDS
                return voice if bare else None
        return None

    def _referent(self, key: str, index: int, place: int) -> Voice | None:
        if key in FIRST_PERSON:
            return None
        if key in PLURAL_PRONOUNS:
            return self._latest_group(index) or Voice("they", SpeakerKind.GROUP)
        if key in MALE_PRONOUNS or key in FEMALE_PRONOUNS:
            gender = "m" if key in MALE_PRONOUNS else "f"
            return self._latest_person(index, gender, before=place)
        return self._paper or self._latest_group(index)

    def _spoke_just_before(self, index: int) -> Voice | None:
        """Whose "opinión" is meant: who spoke in the sentence before, or whom it is about."""
        if not index:
            return None
        spoke = [statement.voice for statement in self.statements[index - 1] if not statement.report.credit]
        voice = spoke[-1] if spoke else self.topics[index - 1]
        return voice if voice is not None and voice.figure is not None else None

    def _spoke_lately(self, index: int, gender: str) -> Voice | None:
        """Who is known to be a man or a woman and spoke in one of the sentences just before."""
        for step in islice(range(index - 1, -1, -1), _SPOKE_LATELY):
            for statement in reversed(self.statements[step]):
                figure = statement.voice.figure if statement.voice is not None else None
                if figure is not None and figure.gender == gender and not statement.report.credit:
                    return statement.voice
        return None

    def _latest_group(self, index: int) -> Voice | None:
        place = bisect_left(self._groups, index, key=lambda known: known[0])
        return self._groups[place - 1][1] if place else None

    def _latest_person(self, index: int, gender: str, *, before: int | None = None, near: bool = False) -> Voice | None:
        if before is not None:
            for mention in self._cast.mentions[index][:_LOOK_BACK]:
                if mention.end > before:
                    break
                if not mention.governed and _suits(self._voice(mention.figure), gender):
                    spoke = None if mention.figure.gender else self._spoke_lately(index, gender)
                    return spoke or self._voice(mention.figure)
        sentence = self._prose.sentences[index]
        for step in islice(range(index - 1, -1, -1), _LOOK_BACK):
            paragraph = self._prose.sentences[step].paragraph
            if near and sentence.paragraph - paragraph > 1:
                break
            if paragraph != sentence.paragraph and self._prose.roles[paragraph] is Role.CAPTION:
                continue
            for voice in self._people[step]:
                if _suits(voice, gender):
                    alone = step == index - 1 and len(self._people[step]) == 1
                    if alone and voice.figure is not None and not voice.figure.gender:
                        voice.figure.gender = gender
                    return voice
        return None

    def _topic(self, index: int, sentence: Sentence) -> Voice | None:
        """Whom or what a sentence is about: the subject it begins with, or the first name nothing governs."""
        start = main_clause(sentence.words)
        words = sentence.words[start:]
        if not words:
            return None
        impersonal = words[0].key == "il" and len(words) > 1 and words[1].key in _IMPERSONAL
        if words[0].key in PRONOUNS - FIRST_PERSON - {"es", "it"} and not impersonal:
            return self._pronoun(words[0], index, ())
        free = [mention for mention in self._cast.mentions[index] if not mention.governed]
        later = [mention for mention in free if mention.start >= words[0].start]
        opening = opening_phrase(words, self._prose.language)
        if opening and not (later and later[0].start < opening[-1].end):
            rest = words[len(opening) :]
            beside = (
                rest and rest[0].key == "," and later and later[0].start == rest[1].start if len(rest) > 1 else False
            )
            if not beside:
                voice = self._described(opening, index)
                body = voice is not None and voice.figure is None and is_body_beside(rest)
                if voice is not None:
                    return replace(voice, kind=SpeakerKind.GROUP) if body else voice
        later = later or free
        return self._voice(later[0].figure) if later else None

    def _people_of(self, index: int, topic: Voice | None, statements: Sequence[Statement]) -> tuple[Voice, ...]:
        mentions = self._cast.mentions[index]
        ordered = [
            *([topic] if topic is not None else []),
            *(statement.voice for statement in statements if statement.voice is not None),
            *(self._voice(mention.figure) for mention in mentions if not mention.governed),
            *(
                self._voice(mention.figure)
                for mention in mentions
                if not mention.where and self._cast.acts(mention.figure)
            ),
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


def can_speak(voice: Voice) -> bool:
    """Whether a voice is a name, or its noun means people, a body or something written."""
    if voice.figure is not None or voice.kind is SpeakerKind.DOCUMENT:
        return True
    words = voice.name.casefold().split()[:3]
    known = any(word in GROUP_WORDS or is_document(word) or word in STANDING_ALONE for word in words)
    head = voice.head
    return known or head in FEMALE_WORDS | MALE_WORDS or is_personal((head, head.removesuffix("s")))


def _suits(voice: Voice, gender: str) -> bool:
    if voice.kind is not SpeakerKind.PERSON:
        return False
    known = voice.figure.gender if voice.figure is not None else _gender_of_noun(voice.head)
    return not gender or not known or known == gender


def _gender_of_noun(head: str) -> str:
    return "f" if head in FEMALE_WORDS else "m" if head in MALE_WORDS else ""
