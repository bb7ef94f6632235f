"""Words of an article cut into runs, with what is set off and the signs that lead elsewhere on the page."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from tui.report.passages import PART, with_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.article import Article, Range

_CLOSING = frozenset(".,;:!?…’”\"'»›)]」』。、！？")


@dataclass(frozen=True, slots=True)
class Ref:
    """A sign that leads elsewhere on the page.

    Attributes:
        href: The id of what it leads to.
        shown: What the eye sees.
        told: What the ear hears instead.
        tone: How it looks: "quote", "quiet", "mark" or "place".
    """

    href: str
    shown: str
    told: str
    tone: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is set off.

    Attributes:
        start: Its first code point.
        end: One past its last.
        tone: How it looks: "changed", "unique", "moved", "shared" or "stray".
        told: What the ear hears before it.
        ref: A sign that follows it, or None.
    """

    start: int
    end: int
    tone: str
    told: str
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look.

    Attributes:
        parts: The words, and the signs among them.
        tone: How they are set off; empty for plain words.
        told: What the ear hears before them.
    """

    parts: tuple[str | Ref, ...]
    tone: str = ""
    told: str = ""


Placed = tuple[int, Ref]
"""A sign and the code point after which it stands."""


def cut_runs(text: str, span: Range, pieces: Iterable[Piece] = (), refs: Sequence[Placed] = ()) -> tuple[Run, ...]:
    """A stretch of text as runs; put together, their words are the stretch.

    Args:
        text: The article's text.
        span: The stretch.
        pieces: What is set off in it, in order and without overlap; what lies outside is passed over.
        refs: Signs that stand in it, in order.
    """
    start, end = span
    runs: list[Run] = []
    at = start
    for piece in (*pieces, Piece(end, end, "", "")):
        low, high = min(max(piece.start, at), end), min(piece.end, end)
        if at < low:
            runs.append(Run(tuple(_parts(text, at, low, start, refs))))
        if low < high:
            runs.append(Run(tuple(_parts(text, low, high, start, refs)), piece.tone, piece.told))
            if piece.ref is not None:
                runs.append(Run((piece.ref,)))
        at = max(at, high)
    return tuple(runs)


def after_closing(text: str, offset: int, end: int) -> int:
    """The place behind the marks and stops that close words which end at `offset`, at most `end`."""
    while offset < end and text[offset] in _CLOSING:
        offset += 1
    return offset


def wording_runs(
    article: Article, spans: Sequence[Range], differing: Iterable[Range], *, marks: bool = True
) -> tuple[Run, ...]:
    """Words as a table prints them: each part in quotation marks, what differs set off.

    Args:
        article: Whose words these are.
        spans: The words, in the order in which they are compared.
        differing: What differs; it may lie beside the spans, as what the other side leaves out does.
        marks: Whether the article puts them between marks; what it doesn't quote isn't shown as if it did.
    """
    wanted = sorted(set(differing), key=itemgetter(0))
    runs: list[Run] = []
    for span in with_beside(article.text, spans, wanted):
        words = article.text[slice(*span)]
        opening, closing = _marks_around(words) if marks else ("", "")
        pieces = [Piece(low, high, "changed", "differs") for low, high in wanted if low < span[1] and high > span[0]]
        runs.append(Run((f"{PART if runs else ''}{opening}",)))
        runs += cut_runs(article.text, span, _apart(pieces))
        runs.append(Run((closing,)))
    return tuple(runs)


def _marks_around(words: str) -> tuple[str, str]:
    """Marks that the words don't hold themselves."""
    return ("‘", "’") if "“" in words or "”" in words else ("“", "”")


def _parts(text: str, low: int, high: int, start: int, refs: Sequence[Placed]) -> Iterator[str | Ref]:
    """Words and the signs that stand among or right behind them."""
    at = low
    for offset, ref in refs:
        if low < offset <= high or offset == low == start:
            if at < offset:
                yield text[at:offset]
            yield ref
            at = offset
    if at < high:
        yield text[at:high]


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces in order, none of which begins before the one before it has ended."""
    reached = 0
    for piece in sorted(pieces, key=attrgetter("start")):
        if piece.start >= reached:
            yield piece
            reached = piece.end
