"""Quotation marks as they stand in a paragraph: which could open, which could close, which are apostrophes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from tui.text import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Range

SINGLE = frozenset("'‘’‚`")
"""Styles that are apostrophes as often as quotation marks."""

BRACKETS = frozenset("「」『』")
"""Corner brackets, which open once and close once however many paragraphs stand between."""

PARTNERS = {
    "“": "”",
    "„": "“”",
    "”": "”",
    '"': '"',
    "''": "''",
    "``": "''",
    "‘‘": "’’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "〝": "〟〞",
    "‘": "’",
    "’": "’",
    "‚": "‘’",
    "'": "'",
    "`": "'",
}
"""For every opening mark the closing marks that are of its own style."""

_SAME_STYLE = {"″": '"', "＂": '"', "‟": "“", "‛": "‘", "＇": "'", "´": "’"}
_DIRECTED = {"„": True, "``": True, "‘‘": True, "〝": True, "「": True, "『": True} | dict.fromkeys(
    ("」", "』", "〟", "〞", "’’"), False
)
_DASHES = "-–—―‒/|"
_OPENING_NEIGHBOURS = frozenset(f"([{{<¿¡*•{_DASHES}")
_CLOSING_NEIGHBOURS = frozenset(f",.;:!?…)]}}>*%、。，！？；：）{_DASHES}")
_STOPS = frozenset(",.;:!?…—–-。、！？")


class Turn(Enum):
    """What a mark can do, judged by its shape and by what stands beside it."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark that may belong to a quotation; apostrophes are left out.

    Attributes:
        start: Its first code point.
        end: One past its last; doubled singles are one mark.
        style: The mark in its usual spelling; see `PARTNERS`.
        turn: What it can do.
        weak: It may just as well be an apostrophe or a sign of measure ("staffers’", 12").
        fresh: It stands where a statement begins: first, or after a stop, colon or comma.
    """

    start: int
    end: int
    style: str
    turn: Turn
    weak: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Habits:
    """How an article sets marks that other languages set the other way round.

    Attributes:
        turned_guillemets: It opens with » and closes with «.
        level_guillemets: It opens and closes with », as Finnish may.
        level_curls: It opens and closes with ”, as Swedish does.
        doubled_curls: It sets ‘‘ and ’’ for double marks.
    """

    turned_guillemets: bool = False
    level_guillemets: bool = False
    level_curls: bool = False
    doubled_curls: bool = False


def habits_of(text: str) -> Habits:
    """How this text sets its marks, by majority."""
    if text.isascii():
        return Habits()
    outward, inward, first = (pattern.findall(text) for pattern in _guillemet_patterns())
    pointing = len(inward) - len(outward)
    return Habits(
        turned_guillemets=pointing > 0 or (pointing == 0 and first[:1] in (["»"], ["›"])),
        level_guillemets="»" in text and "«" not in text,
        level_curls="”" in text and "“" not in text and "„" not in text,
        doubled_curls="‘‘" in text and "’’" in text,
    )


def read_marks(text: str, start: int, end: int, habits: Habits, noise: Sequence[Range] = ()) -> list[Mark]:
    """The marks of `text[start:end]` in order, without apostrophes and without what stands in `noise`."""
    found = [span for span in _spans(text, start, end, habits) if not any(a <= span[0] < b for a, b in noise)]
    marks: list[Mark] = []
    first = 0
    while first < len(found):
        last = first
        while last + 1 < len(found) and found[last + 1][0] == found[last][1]:
            last += 1
        before = text[found[first][0] - 1] if found[first][0] > start else ""
        after = text[found[last][1]] if found[last][1] < end else ""
        for index in range(first, last + 1):
            if index > first and text[found[index][0] - 1 : found[index][1]] == "“”" and after.isalnum():
                marks[-1] = replace(
                    marks[-1], end=found[index][1]
                )  # an opening mark typed twice, turned the second time
                continue
            mark = _read(text, (start, end), found[index], before, after, habits)
            if mark is not None:
                marks.append(mark)
        first = last + 1
    return marks


def _spans(text: str, start: int, end: int, habits: Habits) -> list[Range]:
    """Where marks stand; three apostrophes in a row are a single one and a doubled one, the doubled one outside."""
    spans: list[Range] = []
    for match in _mark_pattern(habits.doubled_curls).finditer(text, start, end):
        first, last = match.span()
        if last - first == 3:
            outer_first = first == start or text[first - 1].isspace()
            middle = first + 2 if outer_first else first + 1
            spans += [(first, middle), (middle, last)]
        else:
            spans.append((first, last))
    return spans


def _read(text: str, bounds: Range, span: Range, before: str, after: str, habits: Habits) -> Mark | None:
    raw = text[span[0] : span[1]]
    style = _SAME_STYLE.get(raw, raw)
    fresh = _is_fresh(text, span[0], bounds[0])
    opens = (not before or before.isspace() or before in _OPENING_NEIGHBOURS) and bool(after) and not after.isspace()
    closes = (
        bool(before)
        and not before.isspace()
        and (before in _DASHES or before not in _OPENING_NEIGHBOURS)
        and (not after or after.isspace() or after in _CLOSING_NEIGHBOURS)
    )
    if style in SINGLE:
        return _read_single(text, bounds, span, style, opens=opens, closes=closes, fresh=fresh, habits=habits)
    turn = _turn_of_double(style, after, opens=opens, closes=closes, fresh_start=span[0] == bounds[0], habits=habits)
    measure = style in {'"', "''"} and before.isdigit() and turn is not Turn.OPENS
    return Mark(*span, style, turn, weak=measure, fresh=fresh)


def _turn_of_double(style: str, after: str, *, opens: bool, closes: bool, fresh_start: bool, habits: Habits) -> Turn:
    if style in _DIRECTED:
        return Turn.OPENS if _DIRECTED[style] else Turn.CLOSES
    if style in "«»‹›" and not (style in "»›" and habits.level_guillemets):
        if fresh_start and style in "»›":
            return Turn.OPENS  # a paragraph that goes on with a quotation may begin with a closing guillemet
        return Turn.OPENS if (style in "«‹") is not habits.turned_guillemets else Turn.CLOSES
    if style == "“":
        return Turn.OPENS if opens else Turn.EITHER
    if style == "”" and not habits.level_curls:
        return Turn.EITHER if opens and not closes else Turn.CLOSES
    if opens is closes:
        return Turn.EITHER if after else Turn.CLOSES
    return Turn.OPENS if opens else Turn.CLOSES


def _read_single(
    text: str, bounds: Range, span: Range, style: str, *, opens: bool, closes: bool, fresh: bool, habits: Habits
) -> Mark | None:
    start, end = span
    before = text[start - 1] if start > bounds[0] else ""
    after = text[end] if end < bounds[1] else ""
    if style == "‚":
        return Mark(start, end, style, Turn.OPENS, fresh=fresh) if opens else None
    if before.isalnum() and after.isalnum() and not (is_unspaced(before) or is_unspaced(after)):
        return None
    rest = text[end : min(end + 12, bounds[1])]
    if style == "`":
        return Mark(start, end, style, Turn.OPENS, fresh=fresh) if opens else None
    if opens and not (closes and not after.isalnum()):
        if _opens_apostrophe(rest, style, fresh=fresh):
            return None
        if style == "’" and not (habits.level_curls or fresh):
            return None
        return Mark(start, end, style, Turn.OPENS, weak=_elision_patterns()[2].match(rest) is not None, fresh=fresh)
    if closes or (before and is_unspaced(before)):
        near = text[max(bounds[0], start - 10) : start]
        weak = _may_be_apostrophe(near, text[end : min(end + 2, bounds[1])])
        if weak is None:
            return None
        return Mark(start, end, style, Turn.CLOSES, weak=weak, fresh=fresh)
    return Mark(start, end, style, Turn.OPENS, fresh=fresh) if style == "‘" and after.strip() else None


def _opens_apostrophe(rest: str, style: str, *, fresh: bool) -> bool:
    """Whether the words after the mark are such as lose their beginning ("’tis", "'90s", "'n' roll")."""
    decade, always, elided = _elision_patterns()
    if always.match(rest):
        return True
    if decade.match(rest):
        return not (fresh and style != "’")
    return elided.match(rest) is not None and not (fresh and style == "‘")


def _may_be_apostrophe(near: str, after: str) -> bool | None:
    """Whether a closing mark after these letters may stand for a possessive or a lost letter; None: it must."""
    if near[-1:] in _STOPS or not near[-1:].isalnum():
        return False
    lost, kept = _lost_ending_patterns()
    if kept.search(near):
        return None
    between_words = len(after) == 2 and after[0] == " " and after[1].isalnum()
    return between_words and (near[-1:] in "szxSZX" or lost.search(near) is not None)


def _is_fresh(text: str, position: int, start: int) -> bool:
    """Whether a statement may begin here: nothing stands before, or a stop, a colon, a comma or another mark."""
    near = text[max(start, position - 4) : position].rstrip()
    return not near or near[-1] in ".,:;!?…”’\"'»“‘„«([—–"


@cache
def _mark_pattern(doubled_curls: bool) -> re.Pattern[str]:
    doubled = "‘‘|’’|" if doubled_curls else ""
    return re.compile(rf"'''|''|``|{doubled}[\"'`´“”„‟‘’‚‛«»‹›「」『』〝〟〞″＂＇]")


@cache
def _guillemet_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Guillemets that point outwards from the words («A», « A »), inwards (»A«), and any."""
    return (
        re.compile(r"[«‹][\w\u00a0\u202f]|[\w.!?\u00a0\u202f][»›]"),
        re.compile(r"[»›]\w|[\w.!?,][«‹]"),
        re.compile(r"[«»‹›]"),
    )


@cache
def _elision_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(r"\d\ds?(?!\w)"),
        re.compile(r"n['’‘](?!\w)|\d0s(?=['’]?\s)|[st]['-]?\s|s-", re.IGNORECASE),
        re.compile(
            r"(?:tis|twas|twere|twill|em|til|till|cause|bout|round|cuz|coz|cos|neath|tween|gainst|nuff|kay|sup"
            r"|un|ere|ello|ave|im|er|ow|appen|ome|fraid|specially|way)(?!\w)",
            re.IGNORECASE,
        ),
    )


@cache
def _lost_ending_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words that lose their ending before a space ("goin'"), and the "n'" between rock and roll."""
    return re.compile(r"(?:[a-z]{2}in|\b(?:an|th|ol|lil|li'l|mo|po|o|d|wi|gov|cap'n))\Z", re.IGNORECASE), re.compile(
        r"(?<!\w)['’‘]n\Z"
    )
