"""An article's own prose around its quotations: sentences in which every quoted stretch is a single word."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.article import Role
from tui.quotation.model import QuotationKind
from tui.quotation.speaking.capitals import named_alike, settled
from tui.quotation.speaking.verbs import reporting_words
from tui.quotation.speaking.vocabulary import ELISIONS, LANGUAGE_WORDS
from tui.quotation.speaking.words import COVER, PAUSE, Sentence, Word
from tui.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article
    from tui.quotation.model import Quotation


_JOINERS = "\u00ad\u200c\u200d"

_VISIBLE = {QuotationKind.SCARE, QuotationKind.TITLE}
_SPEAKING_ROLES = {Role.HEADLINE, Role.SUMMARY, Role.BODY, Role.CAPTION, Role.CORRECTION, Role.DATELINE}


@dataclass(frozen=True, slots=True)
class Prose:
    """The sentences of an article, and what its words show at a glance.

    Attributes:
        text: The article's text with quotations covered and noise blanked.
        language: "en", "fr", "de", "es" or "ja".
        sentences: In order.
        starts: Where each sentence starts.
        roles: The role of each paragraph.
        capitals: Words that the article writes with a capital inside a sentence.
        small: Words that the article also writes in small letters.
    """

    text: str
    language: str
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    roles: tuple[Role, ...]
    capitals: frozenset[str]
    small: frozenset[str]

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence in which this code point lies, or None."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None


def read_prose(article: Article, quotations: Sequence[Quotation]) -> Prose:
    """Cover the quotations of an article and split what stands around them into sentences and words."""
    language = language_of(article.text)
    covered = _cover(article, quotations, language)
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(article.paragraphs):
        if paragraph.role in _SPEAKING_ROLES:
            for start, end in split_sentences(covered, paragraph.start, paragraph.end):
                words = settled(words_of(covered, start, end, language), language)
                sentences.append(Sentence(start, end, index, words))
    known = named_alike(sentence.words for sentence in sentences)
    if known.pairs or known.lasts:
        sentences = [replace(sentence, words=settled(sentence.words, language, known)) for sentence in sentences]
    small = frozenset(word for word in re.findall(r"[^\W\d_]+", covered) if word[0].islower())
    starts = tuple(sentence.start for sentence in sentences)
    capitals = frozenset(
        word.key.casefold()
        for sentence in sentences
        for before, word in pairwise(sentence.words)
        if word.capital and before.kind == "w"
    )
    roles = tuple(paragraph.role for paragraph in article.paragraphs)
    return Prose(covered, language, tuple(sentences), starts, roles, capitals, small)


def language_of(text: str) -> str:
    """The language whose commonest words an article uses most; English where none stands out."""
    sample = text[:20_000]
    if len(re.findall(r"[\u3041-\u30fa]", sample)) * 20 > len(sample):
        return "ja"
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    counts = {language: sum(word in known for word in words) for language, known in LANGUAGE_WORDS.items()}
    return max(counts, key=lambda language: counts[language])


def _cover(article: Article, quotations: Sequence[Quotation], language: str) -> str:
    text = article.text.replace(COVER, "Q").replace(PAUSE, "q")
    parts: list[str] = []
    done = 0
    hidden = [(start, end, True) for quote in quotations if quote.kind not in _VISIBLE for start, end in quote.segments]
    hidden += [(start, end, False) for start, end in article.noise]
    for start, end, quoted in sorted(hidden):
        if start < done:
            continue
        parts.append(text[done:start])
        parts.append(_covering(text, start, end, language) if quoted else " " * (end - start))
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _covering(text: str, start: int, end: int, language: str) -> str:
    closed = COVER * (end - start)
    if end - start > 2 and _ends_sentence(text, start, end, language):
        return closed[:-1] + "."
    return closed[:-1] + PAUSE if end - start > 2 and _inner(text, start, end).endswith(",") else closed


def _inner(text: str, start: int, end: int) -> str:
    return text[start:end].rstrip("\"'”’»«“‘›‹ \u00a0\u202f")


def _ends_sentence(text: str, start: int, end: int, language: str) -> bool:
    """Whether a sentence ends with a quotation: it ends with a stop, and no "Smith asked" follows."""
    inner = _inner(text, start, end)
    following = re.compile(r"\s+(\S)").match(text, end)
    if following is None or following[1].islower() or not inner or inner[-1] not in ".!?…":
        return False
    if inner[-1] == "." and not inner.endswith(".."):
        return True
    opening = re.compile(r"[\w.'’-]+").findall(text[end : end + 60])[:5]
    return not any(_plain(word) in reporting_words(language) for word in opening[:4] if not word[0].isupper())


def words_of(text: str, start: int, end: int, language: str) -> tuple[Word, ...]:
    """The words, marks and covered quotations of a stretch of text."""
    found: list[Word] = []
    for match in _word_pattern(language, _marks_in(text[start:end])).finditer(text, start, end):
        kind = {"e": "w", "i": "w"}.get(match.lastgroup or "p", match.lastgroup or "p")
        found.append(Word(match[0], _plain(match[0]), match.start(), match.end(), kind))
    return tuple(found)


def _plain(word: str) -> str:
    plain = word.replace("’", "'").casefold()
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)


def _marks_in(text: str) -> str:
    """Marks that stand on letters of a text, and joiners between them: what is written in several characters."""
    if text.isascii():
        return ""
    return "".join(sorted({char for char in text if char in _JOINERS or unicodedata.category(char) in {"Mn", "Mc"}}))


@lru_cache(maxsize=64)
def _word_pattern(language: str, marks: str) -> re.Pattern[str]:
    titles = (
        r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Lt|Col|Gen|Maj|Capt|Cmdr|Sgt|Adm|Supt|Det|Insp|St|Jr|Sr|Sra|Jan"
        r"|Feb|Aug|Sept|Oct|Nov|Dec|M|Mme|Me)\."
    )
    elided = "|".join(ELISIONS)
    elision = rf"(?P<e>\b(?i:{elided})['’](?=\w))|" if language == "fr" else ""
    inverted = r"|(?P<i>-(?:t-)?(?:il|elle|ils|elles|on)\b)" if language == "fr" else ""
    inner = r"(?:['’](?!s\b)|[.&](?=\w)|-(?!(?:t-)?(?:il|elle|ils|elles|on)\b))" if language == "fr" else (
        r"(?:['’](?!s\b)|[.&-])"
    )  # fmt: skip
    letters = rf"[^\W_](?:[^\W_]|[{re.escape(marks)}])*" if marks else r"[^\W_]+"
    pattern = (
        rf"(?P<q>{COVER}+{PAUSE}?){inverted}|{elision}(?P<w>\b{titles}|\b(?:[A-Z]\.)+(?=[\s,’']|$)"
        rf"|{letters}(?:{inner}{letters})*)|(?P<s>['’]s\b|(?<=s)['’](?=\s))|(?P<p>[^\w\s])"
    )
    return re.compile(pattern)
