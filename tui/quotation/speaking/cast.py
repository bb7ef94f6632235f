"""The people and bodies an article names: their fullest names, what they are, and where each is mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.quotation.model import SpeakerKind
from tui.quotation.speaking.capitals import is_disguised
from tui.quotation.speaking.runs import is_title, opens_clause, runs_of
from tui.quotation.speaking.verbs import reporting_words
from tui.quotation.speaking.vocabulary import (
    ADVERBS,
    ARABIC_ARTICLES,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    DOCUMENT_WORDS,
    FEMALE_WORDS,
    GIVEN_FEMALE,
    GIVEN_MALE,
    GROUP_WORDS,
    INNER_PARTICLES,
    IRREGULAR_PASTS,
    KIN,
    LONG_TITLES,
    MALE_WORDS,
    ORGANISATION_HEADS,
    OUTLET_WORDS,
    PARTICLES,
    PARTY_NOUNS,
    PASSIVE,
    PERSON_SUFFIXES,
    PERSON_TITLES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    TITLE_PARTS,
)
from tui.quotation.speaking.words import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.quotation.speaking.prose import Prose
    from tui.quotation.speaking.words import Sentence, Word

_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())  # noqa: SIM905


_NAMESAKES = 40  # people of one name among whom a short name is looked for
_SHORTEST_ROLE = 6  # letters
_SHORTEST_WITH_ARTICLE = 6  # letters
_BOTH_SURNAMES = 2

_OFFICES = frozenset(
    """
    mayor governor president premier chancellor minister secretary senator bishop pope king queen sheriff ceo
    maire préfet préfète ministre président présidente alcalde alcaldesa ministro ministra presidente presidenta
    bürgermeister bürgermeisterin minister ministerin präsident präsidentin kanzler kanzlerin landrat landrätin
    """.split()  # noqa: SIM905
)
"""Held by one person at a time."""


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something named.

    Attributes:
        name: The fullest name as printed.
        core: Its words without titles, in small letters.
        kind: PERSON or GROUP.
        gender: "m", "f" or "".
        places: Where it is mentioned, ascending.
    """

    name: str
    core: tuple[str, ...]
    kind: SpeakerKind = SpeakerKind.PERSON
    gender: str = ""
    places: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at one place: the figure, its words, whether another noun owns or governs it, or it says where."""

    figure: Figure
    start: int
    end: int
    governed: bool
    where: bool = False


def core_of(run: Sequence[Word]) -> tuple[str, ...]:
    """The words of a name without titles before it and "Jr." after it, in small letters."""
    keys = [_without_article(word.key.casefold()) for word in run]
    while len(keys) > 1 and keys[-1] in _SUFFIXES:
        keys.pop()
    last_title = -1
    if is_title(keys[0]) and len(keys) > 3 and keys[1] in {"of", "for"}:
        keys = keys[3:]
    for index, key in enumerate(keys[:-1]):
        if is_title(key):
            last_title = index
    if last_title < 0:
        return tuple(keys)
    while last_title + 2 < len(keys) and keys[last_title + 1] in TITLE_PARTS:
        last_title += 1
    return tuple(keys[last_title + 1 :])


def _without_article(key: str) -> str:
    return key[3:] if key.startswith(ARABIC_ARTICLES) and len(key) >= _SHORTEST_WITH_ARTICLE else key


class Cast:
    """Everyone an article names, gathered once; answers who a shorter name or a description stands for."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._by_core: dict[tuple[str, ...], Figure] = {}
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        self._roles: dict[str, list[tuple[int, Figure]]] = defaultdict(list)
        self._acronyms: set[tuple[str, ...]] = set()
        self._evidence: dict[tuple[str, ...], int] = defaultdict(int)
        self._speaking_alone = self._said_by_one_word() if prose.language == "de" else frozenset()
        self.mentions: list[tuple[Mention, ...]] = []
        self._gather()

    def figure_of(self, run: Sequence[Word]) -> Figure:
        """The figure a name stands for, under its fullest name; a new one where the article knows none."""
        core = core_of(run)
        if self._prose.language == "de" and len(core) > 1 and core[-1].endswith("s") and core not in self._by_core:
            core = self._without_genitive(core)
        exact = self._by_core.get(core)
        if exact is not None and len(core) > 1 and not (_is_surname(core) or self._has_two_surnames(core)):
            return self._fuller_body(exact)
        gender = gender_of(run)
        place = run[0].start
        namesakes = self._by_word.get(core[-1], ())[:_NAMESAKES]
        candidates = [figure for figure in namesakes if self._fits(figure, core, gender)]
        if not candidates and exact is not None and len(core) > 1:
            return self._fuller_body(exact)
        if not candidates and len(core) == 1:
            candidates = [figure for figure in namesakes if core[0] == figure.core[0]]
        if candidates:
            return max(candidates, key=lambda figure: self._nearness(figure, place, core[-1]))
        return exact if exact is not None else self._new(run, core)

    def _has_two_surnames(self, core: tuple[str, ...]) -> bool:
        """Whether a Spanish name of two words ends a longer one: Ruiz Gil, of Ana María Ruiz Gil."""
        if self._prose.language != "es" or len(core) != _BOTH_SURNAMES:
            return False
        return any(
            figure.core[-_BOTH_SURNAMES:] == core and len(figure.core) > _BOTH_SURNAMES
            for figure in self._by_word.get(core[-1], ())[:_NAMESAKES]
        )

    def _without_genitive(self, core: tuple[str, ...]) -> tuple[str, ...]:
        """The Roth of "ein Brief Roths", where the article knows somebody of that name."""
        owner = core[-1][:-1]
        return (owner,) if owner in self._by_word and core[-1] not in self._by_word else core

    def _fuller_body(self, figure: Figure) -> Figure:
        """The body whose name goes on, as St Agnes Hospital does from St Agnes."""
        size = len(figure.core)
        for other in self._by_word.get(figure.core[0], ())[:_NAMESAKES]:
            if len(other.core) == size + 1 and other.core[:size] == figure.core and other.core[-1] in GROUP_WORDS:
                return other
        return figure

    def role_holder(self, head: str, place: int) -> Figure | None:
        """Whom the article calls "the governor" or "the committee": the last so called before, else the first after."""
        holders = self._roles.get(head) or self._compound_role(head)
        index = bisect_left(holders, place, key=lambda holder: holder[0])
        if index:
            return holders[index - 1][1]
        return holders[0][1] if holders else None

    def _compound_role(self, head: str) -> list[tuple[int, Figure]]:
        """The Innenminister whom an article goes on to call Minister."""
        if self._prose.language != "de" or len(head) < _SHORTEST_ROLE:
            return []
        return next((holders for role, holders in self._roles.items() if role.endswith(head)), [])

    def acts(self, figure: Figure) -> bool:
        """Whether more than a single name in passing tells that a figure is a person."""
        return len(figure.core) > 1 or bool(figure.gender) or self._evidence[figure.core] > 0

    def only_holder(self, head: str) -> bool:
        """Whether the article calls one figure so, and no other."""
        return len({id(figure) for _, figure in self._roles.get(head, ())}) == 1

    def knows(self, word: str) -> bool:
        """Whether a word belongs to a name of two words or more."""
        return word.casefold() in self._by_word

    def is_another_office(self, head: str, figure: Figure) -> bool:
        """Whether a word names an office, and somebody is known in another capacity only."""
        roles = {role for role, holders in self._roles.items() if any(holder is figure for _, holder in holders)}
        known = bool(roles - PARTY_NOUNS)
        return head in _OFFICES and known and not any(role.endswith(head) for role in roles)

    def add_role(self, words: Sequence[Word], figure: Figure) -> None:
        """Note what the article calls somebody."""
        for head in role_heads(words):
            holders = self._roles[head]
            place = bisect_left(holders, words[0].start, key=lambda holder: holder[0])
            if place == len(holders) or holders[place] != (words[0].start, figure):
                holders.insert(place, (words[0].start, figure))
        if words[0].key == "the" and figure.core[0] not in GIVEN_MALE | GIVEN_FEMALE and not figure.gender:
            heads = role_heads(words)
            if heads and heads[0] in GROUP_WORDS and not is_personal(heads):
                figure.kind = SpeakerKind.GROUP
        gender = gender_of(words[-3:])
        if gender and not figure.gender and not any(word.kind == "s" for word in words[-3:]):
            figure.gender = gender

    def _said_by_one_word(self) -> frozenset[str]:
        """Words that stand alone after a verb of speech, as only names do in German: "sagte Oliver"."""
        verbs = reporting_words("de")
        return frozenset(
            words[index].key.casefold()
            for words in (sentence.words for sentence in self._prose.sentences)
            for index in range(1, len(words))
            if words[index].capital
            and words[index - 1].key in verbs
            and (index + 1 == len(words) or words[index + 1].kind in "pq")
        )

    def _gather(self) -> None:
        runs = [list(runs_of(sentence, self._prose.language)) for sentence in self._prose.sentences]
        pairs = list(zip(self._prose.sentences, runs, strict=True))
        for sentence, found in pairs:
            for first, stop in found:
                run = sentence.words[first:stop]
                core = core_of(run)
                genitive = self._prose.language == "de" and len(core) > 1 and self._without_genitive(core) != core
                named = len(core) > 1 and core[-1] not in PARTY_NOUNS and not genitive
                if named and not self._is_common(sentence, first, stop):
                    self._meet(run, core)
                self._weigh(sentence.words, first, stop, core)
        for core, figure in self._by_core.items():
            figure.kind = self._kind(core)
        for sentence, found in pairs:
            self.mentions.append(tuple(self._mention(sentence, first, stop) for first, stop in found
                                       if not self._is_common(sentence, first, stop)))  # fmt: skip

    def _meet(self, run: Sequence[Word], core: tuple[str, ...]) -> None:
        figure = self._by_core.get(core)
        printed = text_of(run)
        if figure is None:
            figure = Figure(printed, core)
            self._by_core[core] = figure
            for word in set(core):
                self._by_word[word].append(figure)
        elif len(printed) > len(figure.name) and len(core_of(run)) == len(figure.core):
            figure.name = printed

    def _new(self, run: Sequence[Word], core: tuple[str, ...]) -> Figure:
        figure = Figure(text_of(run), core, self._kind(core))
        figure.gender = gender_of(run)
        self._by_core[core] = figure
        return figure

    def _mention(self, sentence: Sentence, first: int, stop: int) -> Mention:
        words = sentence.words
        run = words[first:stop]
        figure = self.figure_of(run)
        figure.places.append(run[0].start)
        figure.gender = figure.gender or gender_of(run) or _given_gender(figure.core)
        titles = [word for word in run[: len(run) - 1] if is_title(word.key)]
        if titles and figure.kind is SpeakerKind.PERSON:
            self.add_role(titles, figure)
        self._note_apposition(words, first, stop, figure)
        before = words[first - 1] if first else None
        after = words[stop] if stop < len(words) else None
        owned = after is not None and after.kind == "s"
        if first > 1 and before is not None and before.key in {"the", "l'", "la", "le", "los", "las", "der", "dem"}:
            before = words[first - 2]
        governed = before is not None and before.key in _GOVERNING | {"a", "an"}
        owned = owned or (after is not None and not after.capital and after.key in GROUP_WORDS | _OFFICE_NOUNS)
        describes = len(run) == 1 and self._only_describes(before, after)
        key = before.key if before is not None else ""
        where = key in _WHERE or ((describes or key in {"from", "at"}) and not self.acts(figure))
        return Mention(figure, run[0].start, run[-1].end, owned or governed or describes, where)

    def _only_describes(self, before: Word | None, after: Word | None) -> bool:
        """Whether a name stands between an article and its noun: "his Chicago property"."""
        if before is None or after is None or before.key not in _ARTICLES or after.capital or after.kind != "w":
            return False
        verb = after.key in reporting_words(self._prose.language) | IRREGULAR_PASTS | AUXILIARIES | PASSIVE
        bound = after.key in PREPOSITIONS | SUBORDINATORS | ADVERBS | RELATIVES | COORDINATORS
        return self._prose.language == "en" and not verb and not bound and not after.key.endswith(("ed", "s", "ly"))

    def _note_apposition(self, words: Sequence[Word], first: int, stop: int, figure: Figure) -> None:
        if stop + 1 < len(words) and words[stop].key == ",":
            chunk = []
            for word in words[stop + 1 : stop + 14]:
                if word.kind in "qp" or word.key in {"who", "which", "qui", "whose", "and"}:
                    break
                chunk.append(word)
            if chunk and (chunk[0].key in _ARTICLES or words[min(stop + 1 + len(chunk), len(words) - 1)].key == ","):
                self.add_role(chunk, figure)
        start = first - 1
        while start >= 0 and first - start < 5 and words[start].kind == "w" and _may_describe(words[start]):
            start -= 1
        if first - start > 1 and is_personal([words[first - 1].key]):
            self.add_role(words[start + 1 : first], figure)
        self._note_leading_apposition(words, first, stop, figure)

    def _note_leading_apposition(self, words: Sequence[Word], first: int, stop: int, figure: Figure) -> None:
        """The "campaign committee" of "Sanders's campaign committee, Friends of Bernie Sanders, ..."."""
        closed = stop < len(words) and words[stop].kind in "pq"
        if first < 3 or words[first - 1].key != "," or not closed:
            return
        start = first - 2
        while start > 0 and words[start - 1].kind in "ws" and first - start < 9:
            start -= 1
        described = words[start : first - 1]
        if described[0].key in DETERMINERS or any(word.kind == "s" for word in described):
            self.add_role(described, figure)

    def _weigh(self, words: Sequence[Word], first: int, stop: int, core: tuple[str, ...]) -> None:
        """Count what speaks for a person (above nought) or for a body."""
        run = words[first:stop]
        score = 0
        if run[-1].text.rstrip("s").isupper() and len(run[-1].text) > 1 and (len(core) == 1 or run[-1].key[-1] == "s"):
            self._acronyms.add(core)
        titled = len(core) < len(run) and any(is_title(word.key) for word in run[:-1])
        if titled:
            score += 4
        after = words[stop].key if stop < len(words) else ""
        second = words[stop + 1].key if stop + 1 < len(words) else ""
        if after == "who" or second in {"who", "whose"} or (second.isdigit() and len(second) == 2 and after == ","):
            score += 3
        if second == "which" or after == "which":
            score -= 3
        before = words[first - 1].key if first else ""
        if not titled and before in (_BEFORE_BODIES if len(run) == 1 else {"the", "at", "in", "near"}):
            score -= 2
        if after in reporting_words(self._prose.language):
            following = {word.key for word in words[stop + 1 : stop + 8] if word.kind == "w"}
            score -= 4 if following & {"it", "its"} else 0
        if before in {"of", "for"} and first > 1 and words[first - 2].key in _OFFICE_NOUNS:
            score -= 2
        if before in {"de", "du", "von"} and len(run) == 1:
            score -= 1
        if after in reporting_words(self._prose.language):
            score += 2
        if after in {"'s", "'"} and second in _OFFICE_NOUNS:
            score -= 1
        self._evidence[core] += score

    def _kind(self, core: tuple[str, ...]) -> SpeakerKind:
        score = self._evidence[core]
        if any(word.rstrip(".") in GROUP_WORDS or word in ORGANISATION_HEADS for word in core) or "&" in core:
            score -= 4
        if core[-1] in OUTLET_WORDS and len(core) < 4:
            score -= 2
        if core[-1] in TIMES or core[-1] == "eve":
            return SpeakerKind.GROUP
        if self._prose.language == "de" and len(core) == 1 and core[0] not in self._by_word and score < 2:
            return SpeakerKind.GROUP
        plural = len(core) == 1 and core[0].endswith("ans") and core[0] not in self._by_word
        return SpeakerKind.PERSON if score >= 0 and not plural and core not in self._acronyms else SpeakerKind.GROUP

    def _fits(self, figure: Figure, core: tuple[str, ...], gender: str) -> bool:
        if gender and figure.gender and gender != figure.gender:
            return False
        if len(core) == 1:
            return core[0] == figure.core[-1]
        return len(core) < len(figure.core) and all(word in figure.core for word in core)

    def _nearness(self, figure: Figure, place: int, last: str) -> tuple[bool, int, int]:
        index = bisect_left(figure.places, place)
        person = figure.kind is SpeakerKind.PERSON and figure.core[-1] == last
        return person, figure.places[index - 1] if index else -1, -(figure.places[0] if figure.places else 0)

    def _is_common(self, sentence: Sentence, first: int, stop: int) -> bool:
        """A common noun that only begins a sentence: "Officials"."""
        words = sentence.words
        key = words[first].key
        if not opens_clause(words, first):
            return False
        if stop + 1 < len(words) and words[stop].key == "," and words[stop + 1].key.isdigit():
            return False  # "Karim, 34 ans"
        if stop - first == 1:
            if is_disguised(words[first]):
                return False
            return key in self._prose.small or (key not in self._prose.capitals and key not in self._by_word)
        german = self._prose.language == "de" and stop - first == 2 and key.endswith(("e", "en", "es", "em"))
        german = german and words[stop - 1].key.casefold() not in self._speaking_alone
        return german and key not in GIVEN_MALE and key not in GIVEN_FEMALE


_GOVERNING = frozenset(
    """
    of for to with by from at in on about against par por de du des à von vom bei mit zu para con a que
    """.split()  # noqa: SIM905
)
_WHERE = frozenset("in near across outside inside throughout en in à".split())  # noqa: SIM905
_ENDING_HEADS = frozenset("of for at in from by about against who that de du des d' von vom del der to with on".split())  # noqa: SIM905
_BEFORE_BODIES = frozenset("the at in near l' la le les el los las die das".split())  # noqa: SIM905
_ARTICLES = frozenset("the a an his her its their le la les l' der die das ein eine el la su sa son".split())  # noqa: SIM905
_OFFICE_NOUNS = frozenset(
    """
    spokesman spokeswoman spokesperson executive chief president director chairman chairwoman ceo head founder owner
    shareholders board headquarters employees workers staff offices members customers officials manager secretary
    """.split()  # noqa: SIM905
)


def role_heads(words: Sequence[Word]) -> tuple[str, ...]:
    """The nouns that say what somebody is: the head of a phrase and titles in it."""
    heads: list[str] = []
    for index, word in enumerate(words):
        inside = 0 < index < len(words) - 1 and words[index - 1].capital and words[index + 1].capital
        if inside and word.key in {"of", "for"}:
            continue
        if index and word.key in _ENDING_HEADS:
            break
        if word.kind == "w":
            heads.append(LONG_TITLES.get(word.key.rstrip("."), word.key))
    titles = [key for key in heads if key in PERSON_TITLES or key in GROUP_WORDS]
    if any(word.key in {"shadow", "former", "deputy", "ex", "acting", "ancien", "ancienne", "vice"} for word in words):
        return tuple(heads[-1:])
    return tuple(dict.fromkeys([*heads[-1:], *titles]))


def is_personal(heads: Sequence[str]) -> bool:
    """Whether one of these nouns names a person: "mayor", "teacher", "widow"."""
    return any(
        head in PERSON_TITLES or head in KIN or (head.endswith(PERSON_SUFFIXES) and len(head) > 3) for head in heads
    )


def _is_surname(core: Sequence[str]) -> bool:
    """Whether a name is a family name with what belongs before it: De Niro, von der Leyen."""
    return len(core) > 1 and all(word in PARTICLES or word in INNER_PARTICLES for word in core[:-1])


def _may_describe(word: Word) -> bool:
    key = word.key
    return not (word.capital or key in PREPOSITIONS or key in AUXILIARIES or key in PASSIVE or key in SUBORDINATORS)


def _given_gender(core: Sequence[str]) -> str:
    if len(core) < 2:
        return ""
    return "m" if core[0] in GIVEN_MALE else "f" if core[0] in GIVEN_FEMALE else ""


def gender_of(words: Iterable[Word]) -> str:
    """The letter m or f where a title or noun tells, or else nothing."""
    for word in words:
        if word.key in FEMALE_WORDS:
            return "f"
        if word.key in MALE_WORDS:
            return "m"
    return ""


def is_document(head: str) -> bool:
    """Whether a noun names something written."""
    return head in DOCUMENT_WORDS
