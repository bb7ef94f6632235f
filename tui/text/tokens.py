"""Words with their places in the untouched text, and the key under which each is compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.text.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46"  # Thai
    "\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf"  # Lao
    "\u0f40-\u0f6c"  # Tibetan
    "\u1000-\u102a\u103f\u1050-\u1055"  # Myanmar
    "\u1780-\u17b3"  # Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b"  # radicals, iteration marks
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # kana
    "\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # bopomofo, Han
    "\uff66-\uff9d\U00020000-\U0003fffd"  # half-width kana, rarer Han
)
"""Letters of scripts written without spaces, as the inside of a regular expression's class."""

_APOSTROPHES = "'\u2018\u2019\u201b\u02bc\uff07"
_CURRENCY = "$\u00a2-\u00a5\u20a0-\u20c0\uff04\uffe0\uffe1\uffe5"
_MINUS = "-\u2212"
_GROUPING = " \u00a0\u2007\u2009\u202f"
_SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_JOINERS = "\u00ad\u200c\u200d\u2060"
_VOICING = "\uff9e\uff9f"
_DIGIT_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+")
_UNSPACED_LETTER = lazily(f"[{UNSPACED}]")
_FIRST_UNSPACED = "\u0e01"
_SIGNS = "\u2000", "\u2c00"  # typographic marks and symbols: between them no letter of such a script

_BEGINNING = 400
"""Characters of a text that tell whether it is written without spaces."""


_SLICE = 50_000
"""Characters that are gone through in one go, a few hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, as parallel lists rather than an object a word.

    Attributes:
        starts: First code point of each word, ascending.
        ends: One past the last code point of each word.
        keys: What each word is compared by; see `word_key`.
    """

    starts: list[int]
    ends: list[int]
    keys: list[str]

    def __len__(self) -> int:
        return len(self.keys)


@lru_cache(maxsize=4)
def tokenize(text: str) -> Tokens:
    """Find the words of a text; the last few answers are kept, as one text is asked about more than once.

    A word is a run of letters and digits with inner apostrophes; figures keep their inner points, commas and colons,
    the spaces between their thousands ("95 000"), a sign or currency before and a percent sign after them ("-$1,000",
    "5 %"), initials their points ("U.S"). In scripts written without spaces each letter with its marks is a word.
    Anything else, punctuation above all, is no word.
    """
    pattern = _word_pattern(text)
    found = Tokens([], [], [])
    key_of: dict[str, str] = {}
    for start, end in _slices(text):
        gaps_and_words = pattern.split(text[start:end])
        words = gaps_and_words[1::2]
        bounds = list(accumulate(map(len, gaps_and_words), initial=start))
        key_of |= {word: word_key(word) for word in set(words) if word not in key_of}
        found.starts.extend(bounds[1:-1:2])
        found.ends.extend(bounds[2::2])
        found.keys.extend([key_of[word] for word in words])
    return found


def _slices(text: str) -> Iterator[tuple[int, int]]:
    """A long text in parts that end with a line: no word holds a line's end, none looks beyond one.

    No other thread has its turn while a regular expression goes through a text, so none goes through all of it.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start + _SLICE) + 1 or len(text)
        yield start, end
        start = end


def word_key(word: str) -> str:
    """What a word is compared by: NFKC, straight apostrophes, case folded.

    Typography is left out of it: soft hyphens and joiners, commas and spaces between thousands, the points of initials.
    """
    key = (word.replace(" ", "") if word.isascii() else _plain(word)).casefold()
    if not key.isalnum():
        if _DIGIT_GROUPS.fullmatch(key.strip("-$£€¥%")):
            key = key.replace(",", "")
        elif "." in key and not any(char.isdigit() for char in key):
            key = key.replace(".", "")
    return key or word


def is_unspaced(key: str) -> bool:
    """Whether a word is one letter of a script written without spaces; about two of them make a word."""
    if key < _FIRST_UNSPACED or _SIGNS[0] <= key < _SIGNS[1]:
        return False
    return _UNSPACED_LETTER().match(key) is not None


def unit_of(text: str) -> str:
    """What a text is counted in for people, "word" or "character"; its beginning tells."""
    keys = tokenize(text[:_BEGINNING]).keys
    return "character" if sum(map(is_unspaced, keys)) > len(keys) // 2 else "word"


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word.translate(_PLAIN)).translate(_PLAIN)


_PLAIN = (
    {ord(char): "'" for char in _APOSTROPHES}
    | {ord(char): None for char in _JOINERS + _GROUPING}
    | {ord(char): f"^{value}" for value, char in enumerate(_SUPERSCRIPTS)}
    | {0x2212: "-"}
)


def _word_pattern(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _compiled("", unspaced=False)
    repertoire: set[str] = set()
    for start, end in _slices(text):
        repertoire.update(text[start:end])
    marks = "".join(sorted(char for char in repertoire if ord(char) > 0x2FF and _is_mark(char)))
    return _compiled(marks, unspaced=any(map(is_unspaced, repertoire)))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc"}


@lru_cache(maxsize=64)
def _compiled(marks: str, *, unspaced: bool) -> re.Pattern[str]:
    """The pattern for texts with these combining marks; a text with few kinds of letters gets a fast one."""
    trailing = re.escape(marks) + _JOINERS
    letter = rf"[^\W_{UNSPACED}]" if unspaced else r"[^\W_]"
    run = rf"{letter}+(?:[{trailing}]+{letter}*)*"
    sign = rf"(?:(?<!\S)[{_MINUS}](?=\d))?[{_CURRENCY}]?"
    # Whatever space parts the thousands, it is one figure; "2016 300", "007 100" and "12 300,000" are two.
    thousands = rf"(?!0)\d{{1,3}}(?:[{_GROUPING}]\d{{3}}(?!\d|[.,]\d{{3}})){{1,4}}"
    inner = rf"[{_APOSTROPHES}]|(?<=\d)[.,:](?=\d)"
    initials = r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)"
    alternatives = [
        initials,
        rf"{sign}(?:{thousands}(?:{run})?|{run})(?:(?:{inner}){run})*(?:(?<=\d)[{_GROUPING}]?[%‰])?",
    ]
    if unspaced:
        alternatives.append(f"[{UNSPACED}][{trailing}{_VOICING}]*")
    return re.compile(f"({'|'.join(alternatives)})")
