"""Where sentences end: a rule of our own with a list of abbreviations, for news prose in several languages."""

from __future__ import annotations

import re
from itertools import pairwise

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof rev hon st sr jr sen sens rep reps gov gen col maj capt cmdr lt sgt cpl adm supt det insp
    pres amb atty messrs mme mlle jan feb mar apr jun jul aug sept oct nov dec mon tue wed thu fri sat sun
    inc corp co ltd bros no nos vol pp vs v al est dept univ assn ave blvd rd mt ft approx fig op ed eds cf viz
    e.g i.e a.m p.m ph.d b.a m.a u.s u.k u.n u.s.a d.c n.y l.a e.u
    bzw ca usw nr abs bd evtl ggf inkl str z.b d.h u.a z.t o.ä hr fr art sra sres dra ud uds núm pág etc
    """.split()  # noqa: SIM905 - a list read as words is easier to keep than forty quoted strings
)
_MONTHS_AFTER_ORDINAL = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jahrhundert".split()  # noqa: SIM905
)
_STARTERS = frozenset(
    "the a an in on at he she it they we but and his her their this that these those there when after".split()  # noqa: SIM905
)
# Each run of stops, and what closes after it, is taken whole and tried once, from its beginning: else a page of dots
# would cost the square of its length.
_ENDING = re.compile(
    r"""
    (?P<wide>(?<![。！？｡])[。！？｡]++(?:[」』”’）)]++(?![とっ]))?+(?![」』”’）)]))
    | (?P<stop>(?<![.!?…])[.!?…]++)(?P<close>["'”’»«“‘)\]]*+)
        (?=(?P<gap>\s++)(?P<open>["'“‘„‚«»(\[¿¡—–-]*+\s?)(?P<next>\w+))
    | (?P<bullet>\n(?=[^\S\n]*+[•‣▪●◦*–-]\s))
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """The sentences of `text[start:end]` as half-open ranges of code points, without surrounding white space.

    A stop after an abbreviation, an initial or a German ordinal ends none; closing marks belong to the sentence
    they close. Bullets on lines of their own are sentences.
    """
    stop = len(text) if end is None else end
    bounds = [
        start,
        *(match.end() for match in _ENDING.finditer(text, start, stop) if _ends(match, text, start)),
        stop,
    ]
    stripped = (_strip(text, first, last) for first, last in pairwise(bounds))
    return tuple(found for found in stripped if found[0] < found[1])


def _ends(match: re.Match[str], text: str, start: int) -> bool:
    if match["wide"] or match["bullet"]:
        return True
    following = match["next"]
    if following[0].islower():
        return False
    if match["stop"] != ".":
        return True
    word_match = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    if word_match is None:
        return True
    word = word_match[0].casefold()
    if word.isdigit():
        return not (len(word) <= 2 and following.casefold() in _MONTHS_AFTER_ORDINAL)
    if len(word) == 1 and word.isalpha() and word != "i":
        return False
    if re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])+", word) and word not in _ABBREVIATIONS:
        return following.casefold() in _STARTERS  # initials without a space: J.K. Rowling
    if word in _ABBREVIATIONS:
        may_end = "." in word or word in {"inc", "corp", "co", "ltd", "jr", "etc", "usw"}
        return may_end and following.casefold() in _STARTERS
    return True


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
