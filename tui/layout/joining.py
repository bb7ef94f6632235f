"""Stops that a reader takes for one: fragments of a rewritten sentence, and a phrase parted by one equal word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.collation import Status
from tui.layout.model import Side, Stop, StopKind
from tui.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.article import Range
    from tui.collation import Span
    from tui.layout.half import Half

LONGEST = 10
"""Characters of an equal word that may stand between two changes of one phrase."""

_FAR = 64
"""Spans that are looked back on for the last shared words."""

_ONE_WORD = re.compile(rf"\s*(?:[^\W_][\w'’-]{{0,{LONGEST - 1}}})?\s*")
_WORD = re.compile(r"[^\W_]")
_DIFFERING = frozenset({Status.CHANGED, Status.UNIQUE})


class _Piece(NamedTuple):
    """A phrase stop with a place on both sides; where it has no words there, the place is empty."""

    left: Range
    right: Range
    stop: Stop

    def at(self, side: Side) -> Range:
        """Its place on one side."""
        return self.left if side is Side.LEFT else self.right


def join_phrases(stops: list[Stop], halves: Mapping[Side, Half]) -> Iterator[Stop]:
    """Put together neighbouring phrases of one pair of paragraphs; moved words stay as they are.

    Two are one where a single short equal word parts them, and where both lie in one sentence of which more than half
    differs. Only stops are joined: the spans stay exact.
    """
    pieces: dict[tuple[int, int], list[_Piece]] = {}
    for stop in stops:
        if stop.kind is StopKind.MOVED:
            yield stop
            continue
        left, right = (_place(stop, halves[side], halves[side.other]) for side in Side)
        pair = halves[Side.LEFT].paragraph_of(left[0]), halves[Side.RIGHT].paragraph_of(right[0])
        pieces.setdefault(pair, []).append(_Piece(left, right, stop))
    for found in pieces.values():
        if len(found) == 1:
            yield found[0].stop
            continue
        sentences = _Sentences(halves)
        follows = {(id(one), id(other)) for one, other in pairwise(sorted(found, key=attrgetter("right", "left")))}
        held: list[_Piece] = []
        for piece in sorted(found, key=attrgetter("left", "right")):
            if held and (id(held[-1]), id(piece)) in follows and _is_one(held[-1], piece, halves, sentences):
                held.append(piece)
                continue
            if held:
                yield _joined(held, halves)
            held = [piece]
        yield _joined(held, halves)


def _place(stop: Stop, here: Half, there: Half) -> Range:
    """The words on this side, or the place after the counterpart of the words before them."""
    words, opposite = stop.words(here.side), stop.words(there.side)
    if words is not None or opposite is None:
        return words or (0, 0)
    paragraph = there.paragraph_of(opposite[0])
    begins = there.article.paragraphs[paragraph].start
    before = bisect_left(there.spans, opposite[0], key=attrgetter("start"))
    for span in reversed(there.spans[max(0, before - _FAR) : before]):
        if span.start < begins:
            break
        if span.status is Status.SAME and span.other is not None:
            return span.other[1], span.other[1]
    partners = there.partners.get(paragraph)
    start = here.article.paragraphs[partners[0][1]].start if partners else 0
    return start, start


def _is_one(one: _Piece, other: _Piece, halves: Mapping[Side, Half], sentences: _Sentences) -> bool:
    """Whether two neighbours, in order on both sides, are one stop."""
    gaps = [(one.at(side)[1], other.at(side)[0]) for side in Side]
    if any(start > end for start, end in gaps):
        return False
    if all(_ONE_WORD.fullmatch(halves[side].article.text, *gap) for side, gap in zip(Side, gaps, strict=True)):
        return True
    shared = [side for side in Side if one.stop.words(side) is not None and other.stop.words(side) is not None]
    found = [sentences.holding(side, one.at(side)[0], other.at(side)[1]) for side in shared]
    whole = [sentence for sentence in found if sentence is not None]
    if not whole or len(whole) < len(found):
        return False
    weights = [sentences.weigh(side, sentence) for side, sentence in zip(shared, whole, strict=True)]
    return sum(differing for differing, _ in weights) * 2 > sum(words for _, words in weights)


def _weigh(spans: tuple[Span, ...], sentence: Range) -> tuple[int, int]:
    """The characters of a sentence's differing words, and of all its words."""
    first = max(0, bisect_right(spans, sentence[0], key=attrgetter("start")) - 1)
    differing = words = 0
    for span in spans[first : bisect_left(spans, sentence[1], key=attrgetter("start"))]:
        length = max(0, min(span.end, sentence[1]) - max(span.start, sentence[0]))
        words += length
        differing += length if span.status in _DIFFERING else 0
    return differing, words


class _Sentences:
    """The sentences of the paragraphs that are asked for."""

    def __init__(self, halves: Mapping[Side, Half]) -> None:
        self._halves = halves
        self._known: dict[tuple[Side, int], tuple[Range, ...]] = {}
        self._weights: dict[tuple[Side, Range], tuple[int, int]] = {}

    def weigh(self, side: Side, sentence: Range) -> tuple[int, int]:
        """The characters of a sentence's differing words, and of all its words; an endless one is weighed once."""
        if (side, sentence) not in self._weights:
            self._weights[side, sentence] = _weigh(self._halves[side].spans, sentence)
        return self._weights[side, sentence]

    def holding(self, side: Side, start: int, end: int) -> Range | None:
        """The sentence that holds this range, if one does."""
        half = self._halves[side]
        paragraph = half.paragraph_of(start)
        if (side, paragraph) not in self._known:
            whole = half.words(paragraph, paragraph)
            self._known[side, paragraph] = split_sentences(half.article.text, *whole)
        found = self._known[side, paragraph]
        at = bisect_right(found, start, key=itemgetter(0)) - 1
        return found[at] if at >= 0 and end <= found[at][1] else None


def _joined(pieces: list[_Piece], halves: Mapping[Side, Half]) -> Stop:
    """One stop from the first of these words to the last, with the equal ones between them."""
    if len(pieces) == 1:
        return pieces[0].stop
    left, right = (_trimmed(halves[side].article.text, pieces[0].at(side)[0], pieces[-1].at(side)[1]) for side in Side)
    rows = [
        halves[side].column.row_of_offset(words[0]) if words else pieces[0].stop.row_of(side)
        for side, words in ((Side.LEFT, left), (Side.RIGHT, right))
    ]
    return Stop(StopKind.CHANGED if left and right else StopKind.UNIQUE, left, right, *rows)


def _trimmed(text: str, start: int, end: int) -> Range | None:
    """A range from its first word on, or None where it holds none."""
    word = _WORD.search(text, start, end)
    return None if word is None else (word.start(), end)
