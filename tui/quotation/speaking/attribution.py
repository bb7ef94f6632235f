"""Who said it: the speaker, the reporting word and the outlet of every quotation of an article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from tui.article import Role
from tui.quotation.model import Attribution, QuotationKind, SpeakerKind
from tui.quotation.speaking.capitals import settled
from tui.quotation.speaking.cues import compound_start
from tui.quotation.speaking.outlets import is_outlet, outlet_in
from tui.quotation.speaking.prose import read_prose, words_of
from tui.quotation.speaking.speakers import Speakers, can_speak
from tui.quotation.speaking.subjects import Form, subject_after
from tui.quotation.speaking.unspaced import attribute_unspaced
from tui.quotation.speaking.verbs import reporting_words
from tui.quotation.speaking.vocabulary import ADVERBS, ANSWERS, ASKS, COORDINATORS, PASSIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article, Range
    from tui.quotation.model import Quotation
    from tui.quotation.speaking.cues import Report
    from tui.quotation.speaking.prose import Prose
    from tui.quotation.speaking.speakers import Statement, Voice
    from tui.quotation.speaking.words import Sentence

_BESIDE = 90  # a report that touches the quotation
_STANDALONE = {QuotationKind.FULL}
_SPEAKERS_INSIDE = {"fr", "es"}
_UNDERGONE = (PASSIVE - {"am", "gets", "got"}) | {"été", "fue", "fueron", "sido"}
_BY = {"by", "par", "por"}
_PAUSES = {",", "-", "–", "—"}
_TURNS = 4  # paragraphs in which two people have spoken by turns
_ECHOES_TRIED = 60
_FAR = 60  # words between a report and the words it reports
_LEADING_ROLES = {Role.BODY, Role.SUMMARY}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one segment stands: its sentence, and the first and last word it covers there."""

    sentence: int
    first: int
    last: int


def attribute(article: Article, quotations: Sequence[Quotation]) -> tuple[Attribution, ...]:
    """Find to whom an article gives each of its quotations.

    Args:
        article: The article the quotations stand in.
        quotations: In the order of their first marks.

    Returns:
        One attribution for each quotation, in the same order; empty where the article names nobody.
    """
    if not quotations:
        return ()
    prose = read_prose(article, quotations)
    found = attribute_unspaced(article, quotations) if prose.language == "ja" else _Reader(prose).attribute(quotations)
    return _with_echoes(found, quotations)


class _Reader:
    """Goes through the quotations in order and remembers who spoke last."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._speakers = Speakers(prose)
        self._given: dict[int, Attribution] = {}
        self._last_in_sentence: dict[int, Attribution] = {}
        self._last_in_paragraph: dict[int, Attribution] = {}
        self._questions: set[int] = set()
        self._starts: dict[int, list[int]] = {}
        self._outlets: dict[int, str | None] = {}
        self._told: dict[int, float] = {}

    def attribute(self, quotations: Sequence[Quotation]) -> list[Attribution]:
        return [self._attribute_one(quotation) for quotation in quotations]

    def _attribute_one(self, quotation: Quotation) -> Attribution:
        if quotation.kind is QuotationKind.TITLE:
            return Attribution()
        places = [place for segment in quotation.segments if (place := self._place(segment)) is not None]
        if not places:
            return Attribution()
        found = (
            self._in_sentence(quotation, places)
            or self._inside(quotation, places[0])
            or self._beyond(quotation, places)
        )
        if found.speaker is not None and quotation.kind is not QuotationKind.SCARE:
            if quotation.text.endswith("?"):
                self._questions.update(quotation.paragraphs[-1:])
            else:
                self._questions.difference_update(quotation.paragraphs[-1:])
            for place in places:
                self._last_in_sentence[place.sentence] = found
                self._last_in_paragraph[self._prose.sentences[place.sentence].paragraph] = found
        return found

    def _place(self, segment: Range) -> _Place | None:
        index = self._prose.sentence_at(segment[0])
        if index is None:
            return None
        words = self._prose.sentences[index].words
        if index not in self._starts:
            self._starts[index] = [word.start for word in words]
        starts = self._starts[index]
        first = max(0, bisect_right(starts, segment[0]) - 1)
        if words[first].end <= segment[0]:
            first += 1
        last = max(first, bisect_right(starts, segment[1] - 1) - 1)
        if last > first and words[last].kind == "p" and words[last].key == ".":
            last -= 1
        return _Place(index, min(first, len(words) - 1), min(last, len(words) - 1))

    def _in_sentence(self, quotation: Quotation, places: Sequence[_Place]) -> Attribution | None:
        best: tuple[float, Statement, int] | None = None
        for place in places:
            words = self._prose.sentences[place.sentence]
            for statement in self._near(place):
                score = _closeness(statement.report, place, words)
                anybody = statement.report.subject.form is Form.NOBODY
                if statement.voice is None and not statement.report.credit and not anybody:
                    score -= 60
                if score > 0 and (best is None or score > best[0]):
                    best = (score, statement, place.sentence)
        if best is None:
            return self._led_in(places)
        score, statement, index = best
        if quotation.kind is QuotationKind.SCARE and (score < _BESIDE or statement.report.weak):
            return Attribution()
        described = statement.voice is None or statement.voice.figure is None
        if quotation.kind is QuotationKind.HEADLINE and (score < _BESIDE or described):
            return Attribution()
        return self._from_statement(statement, index, places)

    def _inside(self, quotation: Quotation, place: _Place) -> Attribution | None:
        """Who speaks as the quotation itself says: « Nous restons, insiste le maire. Demain aussi »."""
        language = self._prose.language
        if language not in _SPEAKERS_INSIDE or quotation.kind is not QuotationKind.FULL:
            return None
        shift = quotation.words[0][0]
        words = tuple(
            replace(word, start=word.start + shift, end=word.end + shift)
            for word in settled(words_of(quotation.text, 0, len(quotation.text), language), language)
        )
        for index, word in enumerate(words):
            if word.key not in reporting_words(language) or words[compound_start(words, index) - 1].key not in _PAUSES:
                continue
            subject = subject_after(words, index, language)
            if subject is not None and subject.form is Form.NOBODY:
                return Attribution()
            voice = self._speakers.voice_of(subject, place.sentence) if subject is not None else None
            if voice is not None and can_speak(voice):
                return _attribution(voice, word.text, None)
        return None

    def _near(self, place: _Place) -> Sequence[Statement]:
        statements = self._speakers.statements[place.sentence]
        first = bisect_left(statements, place.first - _FAR, key=lambda statement: statement.report.verb)
        last = bisect_right(statements, place.last + _FAR, key=lambda statement: statement.report.verb)
        return statements[first:last]

    def _outlet_of(self, index: int) -> str | None:
        if index not in self._outlets:
            self._outlets[index] = outlet_in(self._prose.sentences[index])
        return self._outlets[index]

    def _from_statement(self, statement: Statement, index: int, places: Sequence[_Place]) -> Attribution:
        voice = self._answerer(statement, index) or statement.voice
        outlet = self._outlet_of(index)
        if voice is not None and statement.report.credit and is_outlet(voice.name):
            other = self._speakers.topics[index] if any(place.first > 2 for place in places) else None
            outlet = voice.name
            voice = other if other is not None and other.name != outlet else None
        return _attribution(voice, statement.report.cue, outlet)

    def _answerer(self, statement: Statement, index: int) -> Voice | None:
        """Y, where "she answered" follows "X asked Y"."""
        report = statement.report
        if report.subject.form is not Form.PRONOUN or report.cue.casefold() not in ANSWERS or not index:
            return None
        for earlier in reversed(self._speakers.statements[index - 1]):
            if earlier.report.cue.casefold() in ASKS:
                return self._speakers.asked(index - 1, earlier, statement)
        return None

    def _topic(self, index: int) -> Voice | None:
        """What a sentence is about, if that is somebody or something that can speak."""
        topic = self._speakers.topics[index]
        return topic if topic is not None and can_speak(topic) else None

    def _led_in(self, places: Sequence[_Place]) -> Attribution | None:
        place = places[0]
        words = self._prose.sentences[place.sentence].words
        if place.first and words[place.first - 1].key in {":", "of"}:
            colon = words[place.first - 1].key == ":"
            voice = self._speakers.possessor(place.sentence, place.first - 1)
            voice = voice or (self._speakers.label(place.sentence, place.first - 1) if colon else None)
            voice = voice or (self._topic(place.sentence) if colon else None)
            if voice is not None:
                return _attribution(voice, None, self._outlet_of(place.sentence))
            if colon and self._speakers.leads_to_others(place.sentence, place.first):
                return Attribution()
        return None

    def _beyond(self, quotation: Quotation, places: Sequence[_Place]) -> Attribution:
        place = places[0]
        sentence = self._prose.sentences[place.sentence]
        if quotation.kind in {QuotationKind.SCARE, QuotationKind.HEADLINE}:
            return Attribution()
        if quotation.kind is QuotationKind.PARTIAL and not _stands_alone(sentence):
            return self._of_sentence(place)
        return (
            self._before(place.sentence)
            or self._after(places[-1].sentence)
            or self._previous_paragraph(place)
            or Attribution()
        )

    def _of_sentence(self, place: _Place) -> Attribution:
        earlier = self._last_in_sentence.get(place.sentence)
        if earlier is not None:
            return earlier
        if self._is_told_of_somebody(place):
            return self._agent(place)
        topic = self._topic(place.sentence)
        if topic is not None and place.first > 0:
            return _attribution(topic, None, self._outlet_of(place.sentence))
        return self._before(place.sentence) or Attribution()

    def _is_told_of_somebody(self, place: _Place) -> bool:
        """Whether the words are what a sentence's subject was called or told, so that it is not the one who speaks."""
        if place.sentence not in self._told:
            self._told[place.sentence] = self._first_told(place.sentence)
        return self._told[place.sentence] < place.first

    def _first_told(self, index: int) -> float:
        """Which word of a sentence is the first to say what somebody was called or told; none: beyond them all."""
        words = self._prose.sentences[index].words
        verbs = reporting_words(self._prose.language)
        told = (i for i in range(1, len(words)) if words[i].key in verbs and words[i - 1].key in _UNDERGONE)
        return next(told, inf)

    def _agent(self, place: _Place) -> Attribution:
        """Who did the calling: the "by Ann Doe" that follows the words."""
        words = self._prose.sentences[place.sentence].words
        following = place.last + 1
        if following >= len(words) or words[following].key not in _BY:
            return Attribution()
        subject = subject_after(words, following, self._prose.language)
        voice = self._speakers.voice_of(subject, place.sentence) if subject is not None else None
        return _attribution(voice if voice is not None and can_speak(voice) else None, None, None)

    def _before(self, index: int) -> Attribution | None:
        """The speaker of the sentence before, in the same paragraph."""
        sentences = self._prose.sentences
        paragraph = sentences[index].paragraph
        earlier = self._last_in_sentence.get(index)
        if earlier is not None:
            return earlier
        if not index or sentences[index - 1].paragraph != paragraph:
            return None
        earlier = self._last_in_sentence.get(index - 1)
        if earlier is not None:
            return earlier
        return self._of_plain_sentence(index - 1) or self._last_in_paragraph.get(paragraph)

    def _of_plain_sentence(self, index: int) -> Attribution | None:
        outlet = self._outlet_of(index)
        for statement in reversed(self._speakers.statements[index]):
            report = statement.report
            if statement.voice is not None and not report.credit and not report.weak:
                return _attribution(statement.voice, report.cue, outlet)
        topic = self._topic(index)
        return None if topic is None else _attribution(topic, None, outlet)

    def _after(self, index: int) -> Attribution | None:
        """The speaker of the sentence after, where it names one at its beginning and quotes nothing."""
        sentences = self._prose.sentences
        if index + 1 >= len(sentences) or sentences[index + 1].paragraph != sentences[index].paragraph:
            return None
        following = sentences[index + 1]
        if any(word.kind == "q" for word in following.words):
            return None
        for statement in self._speakers.statements[index + 1]:
            if statement.voice is not None and not statement.report.credit:
                return _attribution(statement.voice, statement.report.cue, self._outlet_of(index + 1))
        return None

    def _who_answers(self, paragraph: int, asker: Attribution) -> Attribution | None:
        """The other of two who speak by turns, where a paragraph ends with a quoted question."""
        if paragraph not in self._questions:
            return None
        before = [self._last_in_paragraph.get(step) for step in range(paragraph - 1, paragraph - _TURNS - 1, -1)]
        spoken = [found for found in before if found is not None]
        others = [found for found in spoken if found.speaker != asker.speaker]
        if len(others) == len(spoken) or len({found.speaker for found in others}) != 1:
            return None
        return others[0]

    def _previous_paragraph(self, place: _Place) -> Attribution | None:
        sentences = self._prose.sentences
        paragraph = sentences[place.sentence].paragraph
        first = place.sentence
        while first > 0 and sentences[first - 1].paragraph == paragraph:
            first -= 1
        if not first:
            return None
        while first > 1 and self._prose.roles[sentences[first - 1].paragraph] is Role.CAPTION:
            first -= 1
        before = sentences[first - 1]
        if self._prose.roles[before.paragraph] not in _LEADING_ROLES:
            return None
        found = self._last_in_paragraph.get(before.paragraph)
        if found is not None and before.words[-1].key != ":":
            return self._who_answers(before.paragraph, found) or found
        return self._of_plain_sentence(first - 1) or found


def _closeness(report: Report, place: _Place, sentence: Sentence) -> float:
    """How close a report stands to a quotation in its sentence; nought or less where it can't be about it."""
    words = sentence.words
    if report.first > place.last and report.subject.form is Form.INHERITED:
        return 30 - 40 * sum(word.kind == "q" for word in words[place.last + 1 : report.first])
    if report.first > place.last:
        between = words[place.last + 1 : report.first]
        gap = sum(word.kind in "ws" and word.key not in COORDINATORS and word.key not in ADVERBS for word in between)
        quotes = sum(word.kind == "q" for word in between)
        if any(word.key in COORDINATORS or word.key in {"–", "—"} for word in between):
            return 45 - 40 * quotes
        score = 100 - (20 + 2 * gap if gap else 0) - 40 * quotes
        if gap and (report.weak or any(word.key in {";", "—"} for word in between)):
            return 0
    elif report.last < place.first:
        between = words[report.last + 1 : place.first]
        gap = sum(word.kind == "w" for word in between)
        quotes = sum(word.kind == "q" for word in between)
        joined = place.first > 0 and words[place.first - 1].key in {":", ",", "that", "que", "dass", "de", "d'"}
        score = 95 - (gap if joined else 5 + gap if gap else 0) - 25 * quotes
        if report.weak and gap > 8:
            return 0
        score = max(score, 8)
    else:
        score = 50
    return score - (12 if report.credit else 0) - (5 if report.weak else 0)


def _stands_alone(sentence: Sentence) -> bool:
    return all(word.kind in "qp" for word in sentence.words)


def _attribution(voice: Voice | None, cue: str | None, outlet: str | None) -> Attribution:
    if voice is None:
        return Attribution(cue=cue, outlet=outlet) if outlet else Attribution()
    return Attribution(voice.name, voice.kind, cue, outlet if outlet != voice.name else None)


def _with_echoes(found: Sequence[Attribution], quotations: Sequence[Quotation]) -> tuple[Attribution, ...]:
    """Give quotations without a speaker, headlines above all, that of the quotation whose words they repeat."""
    answers = list(found)
    by_number = {quotation.number: index for index, quotation in enumerate(quotations)}
    plain = [_letters(quotation.text) for quotation in quotations]
    tried = 0
    for index, quotation in enumerate(quotations):
        if answers[index].speaker is not None or quotation.kind is QuotationKind.SCARE:
            continue
        original = by_number.get(quotation.duplicate_of) if quotation.duplicate_of is not None else None
        if (
            original is None
            and quotation.kind is QuotationKind.HEADLINE
            and tried < _ECHOES_TRIED
            and len(plain[index]) > 7
        ):
            tried += 1
            original = next((other for other, words in enumerate(plain) if other != index and plain[index] in words
                             and answers[other].speaker is not None), None)  # fmt: skip
        if original is not None and answers[original].speaker is not None:
            answers[index] = replace(answers[original])
    return tuple(answers)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


__all__ = ["SpeakerKind", "attribute"]
