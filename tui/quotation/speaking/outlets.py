"""News outlets in a sentence: who was told, or is credited with the words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.quotation.speaking.vocabulary import OUTLET_NOUNS, OUTLET_WORDS, PARTICLES
from tui.quotation.speaking.words import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotation.speaking.words import Sentence, Word

_LEADS = (
    ("told",), ("tells",), ("interview", "with"), ("interview", "to"), ("statement", "to"), ("obtained", "by"),
    ("reported", "by"), ("published", "by"), ("published", "in"), ("seen", "by"), ("reviewed", "by"),
    ("according", "to"), ("reports", "by"), ("report", "by"), ("per",), ("speaking", "to"), ("spoke", "to"),
    ("email", "to"), ("in", "comments", "to"), ("remarks", "to"), ("interviewed", "by"), ("by",), ("on",),
    ("par",), ("por",), ("à",), ("au",), ("selon",), ("der",), ("dem",), ("laut",), ("im", "gespräch", "mit"),
    ("gegenüber",), ("según",),
    ("a",), ("al",), ("entretien", "à"), ("entrevista", "con"),
)  # fmt: skip
_ARTICLES = frozenset(
    """
    the a an la le l' les die das der den dem el los zeitung nachrichtenagentur sender quotidien agence
    diario periódico agencia cadena journal new local
    """.split()  # noqa: SIM905
)


@cache
def _call_sign() -> re.Pattern[str]:
    return re.compile(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?|[A-Z]{2,5}-TV|(?:[A-Z]{2,4} News)")


def is_outlet(name: str) -> bool:
    """Whether a name is a newspaper's, a broadcaster's or a news agency's."""
    words = name.casefold().replace("’", "'").split()
    if len(words) > 1 and words[0] in {"radio", "tv", "canal", "agence", "agencia"}:
        return True
    return bool(words) and (words[-1] in OUTLET_WORDS or _call_sign().fullmatch(name) is not None)


def outlet_in(sentence: Sentence) -> str | None:
    """The outlet a sentence credits, or None."""
    words = sentence.words
    for index, word in enumerate(words):
        for lead in _leads_by_word().get(word.key, ()):
            if _matches(words, index, lead):
                found = _outlet_at(words, index + len(lead))
                if found is not None:
                    return found
    return _reporting_outlet(words)


@cache
def _leads_by_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {first: tuple(lead for lead in _LEADS if lead[0] == first) for first in {lead[0] for lead in _LEADS}}


def _matches(words: Sequence[Word], index: int, lead: tuple[str, ...]) -> bool:
    return all(index + step < len(words) and words[index + step].key == key for step, key in enumerate(lead))


def _outlet_at(words: Sequence[Word], index: int) -> str | None:
    start = index
    while index < len(words) and words[index].key in _ARTICLES and index - start < 3 and not words[index].capital:
        index += 1
    run: list[Word] = []
    while index < len(words) and (words[index].capital or (run and words[index].key in PARTICLES | {"and", "&"})):
        run.append(words[index])
        index += 1
    while run and not run[-1].capital:
        run.pop()
    if not run:
        stop = index + 1
        while stop < len(words) and stop - index < 2 and words[stop].key in OUTLET_NOUNS:
            stop += 1
        described = words[start:stop]
        told = start > 0 and words[start - 1].key in {"told", "tells", "with", "to"}
        if told and described and described[-1].key in OUTLET_NOUNS and len(described) > 1:
            return text_of(described)
        return None
    if index < len(words) and words[index].key in {"report", "story", "article"}:
        return text_of(run)
    return text_of(run) if is_outlet(text_of(run)) else None


def _reporting_outlet(words: Sequence[Word]) -> str | None:
    """An outlet that "reports", "reported" something."""
    for index, word in enumerate(words):
        if word.key in {"reported", "reports", "rapporte", "berichtet", "berichtete", "informó"} and index:
            start = index
            while start > 0 and (words[start - 1].capital or words[start - 1].key in PARTICLES):
                start -= 1
            run = words[start:index]
            if run and is_outlet(text_of(run)):
                return text_of(run)
    return None
