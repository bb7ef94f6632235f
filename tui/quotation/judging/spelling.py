"""One spelling for words that outlets spell in several ways, so that spelling is never taken for another word."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_ONES = "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_OTHERS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
}  # fmt: skip
_FIGURES = {
    **{word: str(number) for word, number in _OTHERS.items()},
    **{word: str(number) for number, word in enumerate([*_ONES, *_TEENS])},
    **{word: str(10 * number) for number, word in enumerate(_TENS, 2)},
}
_SAME = {
    "grey": "gray",
    "programme": "program",
    "programmes": "programs",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "sceptical": "skeptical",
    "sceptic": "skeptic",
    "ok": "okay",
    "naïve": "naive",
    "café": "cafe",
    "façade": "facade",
    "résumé": "resume",
    "fiancé": "fiance",
    "fiancée": "fiancee",
    "cliché": "cliche",
    "judgement": "judgment",
}


@lru_cache(maxsize=1 << 16)
def comparable(key: str) -> str:
    """The key under which a quoted word is compared: figures for number words, one of two national spellings.

    It may be no word at all; only its equality counts.
    """
    if key in _FIGURES:
        return _FIGURES[key]
    if key in _SAME:
        return _SAME[key]
    if key[:1].isdigit():
        return _decimal().sub(".", key)
    if not key.isascii() or len(key) < _SHORTEST:
        return key
    for pattern, replacement in _endings():
        key = pattern.sub(replacement, key)
    return key


def composed(tens: str, ones: str) -> str | None:
    """The figure of two number words with a hyphen between them ("twenty-five"), or None.

    Args:
        tens: What the first is compared by.
        ones: What the second is compared by.
    """
    if len(tens) == 2 and tens in _ROUND and len(ones) == 1 and ones in "123456789":
        return tens[0] + ones
    return None


_ROUND = frozenset(str(10 * number) for number in range(2, 10))
_SHORTEST = 5


@cache
def _decimal() -> re.Pattern[str]:
    """A decimal comma: one or two digits after it; three are thousands."""
    return re.compile(r"(?<=\d),(?=\d{1,2}$)")


@cache
def _endings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return (
        (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ably|ite|ites|ful|hood|al|er|ers|ism|less)?$)"), "or"),
        (re.compile(r"(?<=[a-z]{2})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
        (re.compile(r"(?<=[a-z]{2})ys(?=(?:e|ed|es|ing)$)"), "yz"),
        (re.compile(r"^((?:cent|theat|met|lit|fib|lust|spect|somb|calib))re(?=s?$)"), r"\1er"),
        (
            re.compile(
                r"^((?:trave|labe|cance|mode|fue|signa|counse|marve|leve|pane|quarre|riva|tota|jewe))ll"
                r"(?=(?:ed|ing|er|ers|or|ors|ery|ation|ations)$)"
            ),
            r"\1l",
        ),
    )
