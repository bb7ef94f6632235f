"""Words of an article within their sentence, cut to a given room; never in the middle of a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui.app.drawing import drawn
from tui.layout import clusters
from tui.text import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.article import Article, Range

DOTS = "…"
GAP = "[…]"
"""Stands where words of a quotation had to go: three dots alone could be the article's own."""

NOTHING_HERE = "▷"
"""Stands where the other article has words and this one has none, as in the margin."""

_CUT = 2
"""Cells of the dots that say that something stands before."""

_FAR = 40
"""Characters looked at for each cell that there is: a letter with the marks on it has several."""

_LONG = 4
"""Characters for each cell there is, beyond which a part of a wording has no room."""

_NARROW = 12
"""Cells that are all needed for the words themselves."""

_CLOSING = frozenset("’'.,;:!?)”»")

_MARKS = frozenset("“”‘’")

_KEPT = (40, 30, 20, 14, 10, 7, 5, 3, 2, 1)
"""Words kept beside what differs, where a wording has to be shortened: as many as there is room for."""

_LOOSE = re.compile(r"\s+(?=[’'.,;:!?)])")


class Bit(NamedTuple):
    """A part of an excerpt.

    Attributes:
        text: The words.
        told: Whether these are the words concerned, or only what stands around them.
        cut: Whether the other side leaves them out before or after.
        gap: Whether this is no words but the sign that some had to go.
    """

    text: str
    told: bool
    cut: bool = False
    gap: bool = False


def excerpt(article: Article, words: Range, room: int) -> tuple[Bit, ...]:
    """The words concerned, with as much of their paragraph around them as there is room for.

    Args:
        article: The article.
        words: The words concerned; an empty range is a place at which there are none, and is marked.
        room: Cells that all of it may take.

    Returns:
        Before, the words, after, in order; none of them empty.
    """
    start, end = words
    far = _FAR * (room + 1)  # an endless paragraph isn't looked through for the few words that have room
    told = words_compared(article, start, min(end, start + far)).strip()
    first = article.paragraphs[paragraph_of(article, start)]
    last = article.paragraphs[paragraph_of(article, max(start, end - 1))]
    before = words_compared(article, max(first.start, start - far), start).lstrip()
    after = words_compared(article, end, min(last.end, end + far))
    if start == end:
        told = NOTHING_HERE
        before = f"{before.rstrip()} " if before.strip() else ""
        after = after if after[:1] in _CLOSING else f" {after.lstrip()}"
    if cell_len(told) > room:
        dots = f"{DOTS} " if before and room > _NARROW else ""
        return (Bit(f"{dots}{beginning(told, room - cell_len(dots))}", told=True),)
    spare = room - cell_len(told)
    lead = _ending(before, max(spare // 2, spare - cell_len(after))) or (f"{DOTS} " if before and spare >= _CUT else "")
    tail = _tail(after, spare - cell_len(lead))
    return tuple(bit for bit in (Bit(lead, told=False), Bit(told, told=True), Bit(tail, told=False)) if bit.text)


def fitted(bits: tuple[Bit, ...], room: int) -> tuple[Bit, ...]:
    """A wording in at most so many cells: what differs stays, what agrees is shortened around it."""
    bits = tuple(_ends(bit, _LONG * (room + 1)) for bit in bits)
    if _cells(bits) <= room:
        return bits
    if any(bit.told for bit in bits):
        for kept in _KEPT:
            shorter = tuple(part for at in range(len(bits)) for part in _shortened(bits, at, kept))
            if _cells(shorter) <= room:
                return shorter
        bits = tuple(part for at in range(len(bits)) for part in _shortened(bits, at, 1))
    closed = bits[-1].text[-1:] if bits[-1].text[-1:] in _MARKS else ""
    left = room - cell_len(f"{closed} {GAP}")
    found: list[Bit] = []
    for bit in bits:
        kept_words = bit.text if cell_len(bit.text) <= left else _whole_words(bit.text, left)
        found.append(bit._replace(text=kept_words))
        left -= cell_len(kept_words)
        if kept_words != bit.text:
            break
    while found and (found[-1].gap or not found[-1].text.strip()):
        found.pop()
    if not found:
        return (Bit(GAP, told=False, gap=True),)
    last = found.pop()
    text = last.text.rstrip()
    return (*found, last._replace(text=f"{text}{closed}"), Bit(f" {GAP}", told=False, gap=True))


def _ends(bit: Bit, kept: int) -> Bit:
    """A part that has no room anyway by its beginning and its end: an endless one isn't measured again and again."""
    return bit if len(bit.text) <= 2 * kept else bit._replace(text=f"{bit.text[:kept]} {bit.text[-kept:]}")


def opening(text: str, room: int, rest: str = "") -> str:
    """The reader's own words with an article's in them, in so many cells: whole words, open marks closed, and the sign.

    Args:
        text: The words.
        room: Cells there are.
        rest: What follows the sign that others had to go.
    """
    if cell_len(text) <= room:
        return text
    kept = _whole_words(text, room - cell_len(f"” {GAP}{rest}")).rstrip(" “")
    closed = "”" if kept.count("“") > kept.count("”") else ""
    return f"{kept}{closed} {GAP}{rest}".lstrip()


def _whole_words(text: str, room: int) -> str:
    """The first words that fit, with nothing for the others; in languages without blanks the first letters."""
    if cell_len(text) <= room:
        return text
    kept = beginning(text, room + cell_len(DOTS)).removesuffix(DOTS).rstrip()
    at_end = text[len(kept) : len(kept) + 1].isspace() or any(map(is_unspaced, kept))
    return kept if at_end else ""


def _cells(bits: Iterable[Bit]) -> int:
    return sum(cell_len(bit.text) for bit in bits)


def _shortened(bits: tuple[Bit, ...], at: int, kept: int) -> tuple[Bit, ...]:
    """What agrees, with so many words kept on the sides where something differs."""
    bit = bits[at]
    words = bit.text.strip(" ").split(" ")
    before, after = (kept if at else 0), (kept if at < len(bits) - 1 else 0)
    if bit.told or len(words) <= before + after + 2:
        return (bit,)
    kept_first, kept_last = " ".join(words[:before]), " ".join(words[len(words) - after :] if after else [])
    # The marks at either end stay around what is left, and the sign stands outside of them.
    if not before and words[0][:1] in _MARKS:
        kept_last = f"{words[0][:1]}{kept_last}"
    if not after and words[-1][-1:] in _MARKS:
        kept_first += words[-1][-1:]
    gap = Bit(f"{' ' * bool(kept_first)}{GAP}{' ' * bool(kept_last)}", told=False, gap=True)
    # A blank on the side of what differs stays, too.
    kept_first = " " * (before > 0 and bit.text[:1] == " ") + kept_first
    kept_last += " " * (after > 0 and bit.text[-1:] == " ")
    parts = (bit._replace(text=kept_first), gap, bit._replace(text=kept_last))
    return tuple(part for part in parts if part.text)


def _tail(text: str, room: int) -> str:
    """As `beginning`, but nothing at all where no whole word fits."""
    kept = beginning(text, room)
    whole = kept == text or kept.endswith(f" {DOTS}") or any(map(is_unspaced, kept))
    return kept if whole and kept.strip(f"{DOTS} ") else ""


def paragraph_of(article: Article, offset: int) -> int:
    """The paragraph that holds this code point, or the one before it."""
    return max(0, bisect_right(article.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1)


def beginning(text: str, room: int) -> str:
    """The first whole words that fit, with three dots where others follow.

    A first word that is too long for the room is cut, as nothing else can be shown of it; so are words without blanks.
    """
    if cell_len(text) <= room:
        return text
    if room < 1:
        return ""
    cut = _fitting(text, room - 1)
    blank = text.rfind(" ", 1, cut)
    if blank > 0 and not any(map(is_unspaced, text[blank:cut])):
        return f"{text[:blank]} {DOTS}"
    return f"{text[:cut]}{DOTS}"


def _ending(text: str, room: int) -> str:
    """The last whole words that fit, with three dots where others stand before them; or nothing."""
    if cell_len(text) <= room:
        return text
    low = len(text) - _fitting(text[::-1], room - 2)
    if " " in text.strip():
        blank = text.find(" ", max(0, low - 1))
        kept = text[blank + 1 :] if blank >= 0 else ""
        return f"{DOTS} {kept}" if kept.strip() else ""
    kept = text[low:]
    return f"{DOTS}{kept}" if any(map(is_unspaced, kept)) else ""


def words_compared(article: Article, start: int, end: int) -> str:
    """A stretch of the text on one line, without the stray matter in it; a blank at either end stays."""
    kept = []
    for low, high in article.noise:
        if low < end and start < high:
            kept.append(article.text[start : max(start, low)])
            start = min(end, high)
    if not kept:
        return _flat(article.text[start:end])
    return _flat(_LOOSE.sub("", "".join([*kept, article.text[start:end]])))


def _fitting(text: str, room: int) -> int:
    """How many code points from the beginning fit into so many cells, in whole characters."""
    cells = 0
    for low, high in clusters(text, 0, len(text)):
        cells += cell_len(text[low:high])
        if cells > room:
            return low
    return len(text)


def _flat(text: str) -> str:
    """Any white space as one blank; a blank at either end stays."""
    words = drawn(" ".join(text.split()))
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
