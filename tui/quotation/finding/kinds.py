"""What kind of words stand between marks: a statement, a fragment, a headline's words, a title, a term."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.article import Role
from tui.quotation.finding.reporting import reports_speech
from tui.quotation.model import QuotationKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article, Range

_NEAR = 60  # characters that tell what the words beside a quotation say of it
_SENTENCE_REACH = 300
_TERM_WORDS = 2
_NAMED_TERM_WORDS = 5
_TITLE_WORDS = 12
_JAPANESE_STATEMENT = 10  # characters
_GERMAN_MARKS = "„‚»›"


def kind_of(article: Article, paragraph: int, segments: Sequence[Range], words: Sequence[Range]) -> QuotationKind:
    """The kind of a quotation whose first segment stands in this paragraph."""
    text, found = article.text, article.paragraphs[paragraph]
    if found.role is Role.HEADLINE:
        return QuotationKind.HEADLINE
    inner, before, after = _with_surroundings(article, paragraph, segments, words)
    if len(segments) == 1:
        if text[segments[0][0]] in "「『":
            return _japanese_kind(text[segments[0][0]], inner, before, after)
        if _is_nickname(inner, before, after):
            return QuotationKind.SCARE
        if _is_title(text[segments[0][0]], inner, before, after):
            return QuotationKind.TITLE
    if _is_full(inner, before, after, len(segments)):
        return QuotationKind.FULL
    if len(segments) == 1 and _is_term(inner, before, _sentence_around(text, (found.start, found.end), segments[0])):
        return QuotationKind.SCARE
    return QuotationKind.PARTIAL


def kind_of_statement(
    article: Article, paragraph: int, segments: Sequence[Range], words: Sequence[Range]
) -> QuotationKind:
    """The kind of words that somebody is known to have said, so that they are neither a term nor a title."""
    kind = kind_of(article, paragraph, segments, words)
    if kind not in {QuotationKind.SCARE, QuotationKind.TITLE}:
        return kind
    full = _is_full(*_with_surroundings(article, paragraph, segments, words), len(segments))
    return QuotationKind.FULL if full else QuotationKind.PARTIAL


def _with_surroundings(
    article: Article, paragraph: int, segments: Sequence[Range], words: Sequence[Range]
) -> tuple[str, str, str]:
    """The first words of a quotation, what stands before its first segment and what stands after its last."""
    text = article.text
    before = text[max(article.paragraphs[paragraph].start, segments[0][0] - _NEAR) : segments[0][0]]
    end = segments[-1][1]
    last = paragraph
    while article.paragraphs[last].end < end:
        last += 1
    after = text[end : min(end + _NEAR, article.paragraphs[last].end)]
    return text[words[0][0] : words[0][1]], before, after


def _is_full(inner: str, before: str, after: str, segments: int) -> bool:
    """Whether the words are a statement by itself: one that begins as a sentence does, where a sentence may begin."""
    begins = inner.lstrip("…[(¡¿—–-. '‘“\"«")
    if not begins or begins[0].islower():
        return False
    lead = before.rstrip()
    free = not lead or lead[-1] in ".!?:…,;”’\"'»“‘)]—–。•*" or lead.endswith("--")
    if not free:
        return False
    if segments > 1 or (lead and lead[-1] == ":"):
        return True
    follows = after[:1]
    closes = inner[-1] in ",.!?…—–" or follows in (",", ".", "!", "?", "") or after.lstrip()[:1] in ("", ",", "—", "–")
    return closes or len(inner.split()) > _NAMED_TERM_WORDS


def _is_title(mark: str, inner: str, before: str, after: str) -> bool:
    bare = inner.strip(" ,.")
    count = len(bare.split())
    if not 1 <= count <= _TITLE_WORDS or not bare[0].isalnum() or bare[0].islower():
        return False
    named, made, german = _title_patterns()
    capital = _is_capitalised(bare)
    if named.search(before) and (capital or count <= _NAMED_TERM_WORDS):
        return True
    if capital and made.match(after):
        return True
    if german.search(before) and count <= _NAMED_TERM_WORDS and not after.startswith(","):
        return True
    lead = before.rstrip()
    if capital and _owned_pattern().search(before) and not after.startswith(","):
        return True
    if not lead and capital and inner[-1].isalnum() and _being_pattern().match(after):
        return True
    free = not lead or lead[-1] in ".!?:…,”"
    capitals = sum(word[:1].isupper() for word in bare.split())
    english = mark not in _GERMAN_MARKS  # in German every noun has a capital
    return (
        english and capital and capitals > 1 and not free and inner[-1] not in "!?" and not reports_speech(after[:30])
    )


def _is_nickname(inner: str, before: str, after: str) -> bool:
    """Whether the words stand between a first and a family name."""
    short = len(inner.split()) <= _TERM_WORDS
    return (
        short
        and inner[:1].isalnum()
        and inner[-1:].isalnum()
        and _first_name_pattern().search(before) is not None
        and after[:1] == " "
        and after[1:2].isupper()
    )


def _is_capitalised(words: str) -> bool:
    """Whether every word but the small ones begins with a capital or a figure, as English titles do."""
    parts = [part.strip(",.:;!?()") for part in words.split()]
    long = [part for part in parts if len(part) > 4 or part[:1].isupper()]
    small = [part for part in parts if part and part[0].islower()]
    return bool(long) and all(part[:1].isupper() or part[:1].isdigit() for part in long) and len(small) < len(parts)


def _is_term(inner: str, before: str, sentence: str) -> bool:
    count = len(inner.split())
    if _term_pattern().search(before) and count <= _NAMED_TERM_WORDS:
        return True
    return count <= _TERM_WORDS and not reports_speech(sentence, surely=True) and not _giving_pattern().search(sentence)


def _sentence_around(text: str, bounds: Range, segment: Range) -> str:
    """The words around a quotation as far as the sentence goes, the quotation itself left out."""
    before = text[max(bounds[0], segment[0] - _SENTENCE_REACH) : segment[0]]
    after = text[segment[1] : min(bounds[1], segment[1] + _SENTENCE_REACH)]
    if text[segment[1] - 2] in ".!?" and after[:2].strip()[:1].isupper():
        after = ""
    end = _stop_pattern().search(after)
    starts = [match.end() for match in _stop_pattern().finditer(before)]
    return f"{before[starts[-1] if starts else 0 :]} {after[: end.start()] if end else after}"


def _japanese_kind(mark: str, inner: str, before: str, after: str) -> QuotationKind:
    quoted, predicate, work = _japanese_patterns()
    if not before or before[-1] in "。\n":
        return QuotationKind.FULL
    if quoted.match(after) or inner.endswith(("。", "？", "！")):
        says = len(inner) >= _JAPANESE_STATEMENT or "。" in inner or predicate.search(inner)
        return QuotationKind.FULL if says else QuotationKind.PARTIAL
    if mark == "『" or work.search(before):
        return QuotationKind.TITLE
    return QuotationKind.SCARE if len(inner) <= 12 else QuotationKind.PARTIAL


@cache
def _title_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words before a title; words after one; a German noun right before a name."""
    work = (
        r"novel|book|memoir|biography|film|movie|documentary|song|single|album|track|hymn|anthem|series|show|sitcom"
        r"|play|musical|opera|ballet|essay|article|column|editorial|headline|podcast|episode|poem|painting|sculpture"
        r"|exhibition|magazine|newspaper|report|ship|ferry|yacht|boat|vessel|trawler|video|game|titled|entitled"
        r"|headlined|roman|livre|chanson|série|pièce|émission|intitulé\w*|buch|lied|stück|serie|oper|gedicht"
        r"|novela|libro|película|canción|titulad[oa]|álbum|obra"
    )
    return (
        re.compile(rf"\b(?:{work})(?:,? (?:called|named|titled|entitled|namens))?,?\s\Z", re.IGNORECASE),
        re.compile(r",? (?:a|an|the|his|her|their) (?:\w+ ){0,3}(?:novel|book|film|movie|song|album|play|show|poem)\b"),
        re.compile(
            r"\b(?:de[rsmn]|die|das|ein|eine[rsmn]?|im|am|vom|zum|zur|beim)\s(?:[a-zäöü]+\s)?[A-ZÄÖÜ][\wäöüß-]+\s\Z"
        ),
    )


@cache
def _owned_pattern() -> re.Pattern[str]:
    """A broadcaster before its programme: "on the channel's “Morning Hour”"."""
    return re.compile(r"\b(?:on|of|in|to|for|from) (?:the )?(?:[A-Z][\w.&-]*[ ]?){1,3}['’]s\s\Z")


@cache
def _being_pattern() -> re.Pattern[str]:
    return re.compile(r" (?:is|was|will be|has been|opens|opened) (?:a|an|the|one)\b")


@cache
def _first_name_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![.!?:] )\b[A-ZÀ-Þ][\w'’-]+ \Z")


@cache
def _term_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bso-called|\bknown as|\bnicknamed|\bdubbed|\bis called|\bare called|\bsogenannte\w*|\bso genannte\w*"
        r"|\bsoi-disant|\bllamad[oa]s?|\bdenominad[oa]s?|\bbilled as)(?: (?:the|a|an|as))?\s\Z",
        re.IGNORECASE,
    )


@cache
def _giving_pattern() -> re.Pattern[str]:
    """Words that give a fragment to somebody without a verb of saying."""
    return re.compile(
        r"\b(?:according to|cit(?:e[sd]?|ing)|quot(?:e[sd]?|ing)|called|calls|call|selon|d'après|d’après"
        r"|laut|zufolge|nach angaben|según|in the words of|as (?:he|she|they) put it|wonder\w*|demand\w*|request\w*"
        r"|spoke|speaks?|sprach|spricht|parl[eéa]\w*|habl[aóe]\w*|sees|voit|voient|describ\w+|words?)\b",
        re.IGNORECASE,
    )


@cache
def _stop_pattern() -> re.Pattern[str]:
    return re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«„(]?[A-ZÀ-Þ])")


@cache
def _japanese_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The particle that makes words quoted; an ending that makes a sentence of them; a noun right before a name."""
    return (
        re.compile(r"[、。]?(?:など)?と(?![「『])|。"),
        re.compile(r"[^のなにをがはへとでもや\W][るたいだすんうくぞよね]\Z"),
        re.compile(r"[\u30a0-\u30ff\u4e00-\u9fff々]\Z"),
    )
