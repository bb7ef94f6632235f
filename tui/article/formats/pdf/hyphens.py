"""Words broken at the end of a line become whole; words that bear a hyphen keep it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article.formats.joining import join_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HYPHENS = "-\u2010\u00ad"
_BROKEN = re.compile(rf"([^\W\d_]+(?:['’][^\W\d_]+)?)[{_HYPHENS}]\Z")
_WORD = re.compile(rf"[^\W\d_]+(?:[{_HYPHENS}'’][^\W\d_]+)*")
_FIRST = re.compile(r"[^\W\d_]+")
_AND = re.compile(r"and|or|to|und|oder|bis|sowie|bzw|et|ou|y|e|o")
# First halves that are set apart by a hyphen from what follows them, and second ones from what goes before.
_SET_APART = re.compile(
    r"\w|all|anti|award|best|better|cross|decades?|double|eight|eighty|far|fast|fifty|first|five|forty|four|full|great|half|high"
    r"|ill|large|last|late|left|life|long|low|market|mid|middle|multi|nine|ninety|non|old|one|part|post|real|record|right|second|self"
    r"|semi|seven|seventy|short|six|sixty|small|so|still|ten|then|third|thirty|three|time|twenty|two|vice|well|wide|world"
    r"|years?"
)
_SET_BEHIND = re.compile(r"vous|nous|moi|toi|lui|elles?|ils|là|mêmes?")
_ENDING = re.compile(
    r"able|al|ally|ance|ations?|ed|ence|er|ers|es|est|ful|ible|ics?|ings?|ions?|ism|ist|ity|ive|less|ly|ments?|ness|ous"
    r"|sions?|tions?|ture|ty|ung|ungen|lich|keit|heit|schaft"
)
_HABIT = 0.015  # of the lines, and three at least, end in a hyphen where words are broken to fill them


class Mender:
    """Joins the lines of one document, by the words it uses elsewhere."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words: set[str] = set()
        broken = 0
        for index, line in enumerate(lines):
            found = [word.casefold().replace("\u2010", "-") for word in _WORD.findall(line.replace("\u00ad", ""))]
            if _BROKEN.search(line):
                broken += 1
                found = found[:-1]
            if index and _BROKEN.search(lines[index - 1]):
                found = found[1:]
            self._words.update(found)
        self._breaks_words = broken >= max(3, _HABIT * len(lines))

    def join(self, lines: Iterable[str]) -> str:
        """The lines as one, broken words mended."""
        pieces: list[str] = []
        for line in lines:
            if pieces and pieces[-1][-1:] in _HYPHENS and pieces[-1]:
                pieces[-1] = self._mended(pieces[-1], line)
            else:
                pieces.append(line)
        return join_lines(pieces).replace("\u00ad", "")

    def _mended(self, line: str, following: str) -> str:
        broken, first = _BROKEN.search(line), _FIRST.match(following)
        if broken is None or first is None:
            apart = len(line) == 1 or line[-2] in _HYPHENS or line[-2].isspace()  # a dash, not a hyphen
            return f"{line} {following}" if apart else f"{line}{following}"
        if _AND.fullmatch(first[0]):
            return f"{line} {following}"
        compound = broken.start() > 0 and line[broken.start() - 1] in _HYPHENS
        if line.endswith("\u00ad") or (self._is_one_word(broken[1], first[0]) and not compound):
            return f"{line[:-1]}{following}"
        return f"{line}{following}"

    def _is_one_word(self, first: str, second: str) -> bool:
        if not second[0].islower():
            return False
        left, right = first.casefold(), second.casefold()
        if f"{left}{right}" in self._words:
            return True
        if f"{left}-{right}" in self._words or _SET_BEHIND.fullmatch(right):
            return False
        if _ENDING.fullmatch(right) and len(left) > 1:
            return True
        if _SET_APART.fullmatch(left):
            return False
        both = left in self._words and right in self._words
        return not both and (self._breaks_words or left not in self._words)
