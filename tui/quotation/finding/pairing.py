"""Which marks of a paragraph belong together, and what stands between the outermost of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.quotation.finding.marks import BRACKETS, PARTNERS, SINGLE, Turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Range
    from tui.quotation.finding.marks import Mark


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between the outermost marks of one paragraph.

    Attributes:
        start: First code point, the opening mark included.
        end: One past the last, the closing mark included; of an open stretch as far as it could reach.
        words: The range between the marks, without white space at its ends.
        style: The style of the opening mark, or of the closing one where none opens.
        opened: An opening mark stands there.
        closed: A closing mark stands there.
        certain: The opening mark can't be an apostrophe.
        repaired: A mark is missing, or of another style than its partner.
    """

    start: int
    end: int
    words: Range
    style: str
    opened: bool = True
    closed: bool = True
    certain: bool = True
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Paired:
    """The marks of one paragraph put together.

    Attributes:
        stretches: The outermost stretches in order, open ones too; they don't overlap.
        strays: Closing marks that nothing opens, in order.
    """

    stretches: tuple[Stretch, ...]
    strays: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    opening: Mark
    closing: Mark | None
    certain: bool = True
    inner_unclosed: bool = False

    @property
    def start(self) -> int:
        return self.opening.start


def pair_marks(text: str, paragraph: Range, marks: Sequence[Mark]) -> Paired:
    """Put the marks of a paragraph together, in time that grows with their number.

    Double marks and brackets are matched first, as singles inside them never bound a quotation; then the singles
    that stand outside of every matched pair of doubles.
    """
    if not marks:
        return Paired((), ())
    doubles, strays = _match_doubles([mark for mark in marks if mark.style not in SINGLE])
    outer = _outermost([pair for pair in doubles if pair.closing])
    free = _outside(marks, outer)
    singles = _match_singles(text, [mark for mark in free if mark.style in SINGLE])
    unclosed = [pair for pair in (*doubles, *singles) if pair.closing is None]
    closed = _outermost([*outer, *(pair for pair in singles if pair.closing)])
    kept = _with_unclosed_inside(text, sorted((*closed, *_beside(unclosed, closed)), key=lambda pair: pair.start))
    stretches = []
    for index, pair in enumerate(kept):
        limit = kept[index + 1].start if index + 1 < len(kept) else paragraph[1]
        stretch = _stretch(text, pair, limit)
        if any(map(str.isalnum, text[stretch.words[0] : stretch.words[1]])):
            stretches.append(stretch)
    return Paired(tuple(stretches), tuple(strays))


def trimmed(text: str, start: int, end: int) -> Range:
    """The range without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _stretch(text: str, pair: _Pair, limit: int) -> Stretch:
    opening, closing = pair.opening, pair.closing
    if closing is None:
        words = trimmed(text, opening.end, limit)
        end = max(words[1], opening.end)
        return Stretch(opening.start, end, words, opening.style, closed=False, certain=pair.certain)
    return Stretch(
        opening.start,
        closing.end,
        trimmed(text, opening.end, closing.start),
        opening.style,
        repaired=pair.inner_unclosed
        or not _are_partners(opening, closing)
        or (opening.style == "”" and opening.turn is Turn.EITHER),
    )


def _are_partners(opening: Mark, closing: Mark) -> bool:
    return closing.style in (PARTNERS[opening.style] if len(closing.style) == 1 else (PARTNERS[opening.style],))


def _match_doubles(marks: Sequence[Mark]) -> tuple[list[_Pair], list[Mark]]:
    """Every double mark that opens, with the one that closes it; and closing ones without partner."""
    pairs: list[_Pair] = []
    strays: list[Mark] = []
    stack = _Stack()
    sure_close = _closing_ahead(marks)
    for index, mark in enumerate(marks):
        if mark.turn is Turn.OPENS or (mark.turn is Turn.EITHER and not stack.may_close(mark)):
            stack.push(mark)
        elif not stack.may_close(mark):
            if not mark.weak:
                strays.append(mark)
        elif not (mark.weak and sure_close[index + 1]):
            above, opening = stack.close(mark)
            pairs += [_Pair(lost, None) for lost in above]
            pairs.append(_Pair(opening, mark))
    pairs += [_Pair(lost, None) for lost in stack.marks]
    return pairs, strays


def _closing_ahead(marks: Sequence[Mark]) -> list[bool]:
    """For each place whether the next mark that is certain closes; one place more than there are marks."""
    ahead = [False] * (len(marks) + 1)
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        ahead[index] = ahead[index + 1] if mark.weak else mark.turn is not Turn.OPENS
    return ahead


class _Stack:
    """The marks that are open, with a count by style so that none is looked for in vain."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._count: dict[str, int] = {}
        self._brackets = 0

    def push(self, mark: Mark) -> None:
        self.marks.append(mark)
        self._count[mark.style] = self._count.get(mark.style, 0) + 1
        self._brackets += mark.style in BRACKETS

    def may_close(self, mark: Mark) -> bool:
        """Whether an open mark is its partner, or at least might be by mistake."""
        if self._has_partner(mark):
            return True
        if mark.style in BRACKETS or (mark.turn is Turn.EITHER and mark.style == '"'):
            return False
        return len(self.marks) > self._brackets

    def close(self, mark: Mark) -> tuple[list[Mark], Mark]:
        """Take the open mark that this one closes, and those above it, which nothing closes."""
        exact = self._has_partner(mark)
        above: list[Mark] = []
        while True:
            top = self._pop()
            if _are_partners(top, mark) if exact else top.style not in BRACKETS:
                return above, top
            above.append(top)

    def _has_partner(self, mark: Mark) -> bool:
        return any(self._count.get(style) for style in _openers_of(mark.style))

    def _pop(self) -> Mark:
        top = self.marks.pop()
        self._count[top.style] -= 1
        self._brackets -= top.style in BRACKETS
        return top


def _openers_of(style: str) -> tuple[str, ...]:
    return _OPENERS.get(style, ())


_OPENERS: dict[str, tuple[str, ...]] = {}
for _opener, _closers in PARTNERS.items():
    for _closer in (_closers,) if _closers in {"''", "’’"} else tuple(_closers):
        _OPENERS[_closer] = (*_OPENERS.get(_closer, ()), _opener)


def _outermost(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The closed pairs that lie in no other, in order; of two that overlap the first."""
    found: list[_Pair] = []
    reach = -1
    for pair in sorted(pairs, key=lambda pair: pair.start):
        if pair.closing is not None and pair.start >= reach:
            found.append(pair)
            reach = pair.closing.end
    return found


def _beside(unclosed: Sequence[_Pair], closed: Sequence[_Pair]) -> list[_Pair]:
    """The unclosed marks that lie in no closed pair."""
    starts = [pair.start for pair in closed]
    found = []
    for pair in unclosed:
        at = bisect_right(starts, pair.start) - 1
        around = closed[at].closing if at >= 0 else None
        if around is None or around.end <= pair.start:
            found.append(pair)
    return found


def _with_unclosed_inside(text: str, pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs, those rejoined in which an inner mark lacks its partner: “He called it “a sham and left,” she said."""
    found: list[_Pair] = []
    for pair in pairs:
        last = found[-1] if found else None
        if last is not None and last.closing is None and last.opening.style == pair.opening.style and pair.closing:
            between = text[last.opening.end : pair.start]
            statement = last.opening.fresh and between[:1].isupper()
            if statement and not pair.opening.fresh and not any(char in ".!?,;:’'”\"" for char in between):
                found[-1] = _Pair(last.opening, pair.closing, inner_unclosed=True)
                continue
        found.append(pair)
    return found


def _outside(marks: Sequence[Mark], pairs: Sequence[_Pair]) -> list[Mark]:
    starts = [pair.start for pair in pairs]
    found = []
    for mark in marks:
        at = bisect_right(starts, mark.start) - 1
        around = pairs[at].closing if at >= 0 else None
        if around is None or around.end <= mark.start:
            found.append(mark)
    return found


def _match_singles(text: str, marks: Sequence[Mark]) -> list[_Pair]:
    """Every single mark that opens with the one that closes it; what can only be an apostrophe is left out.

    A mark after a plural ("the staffers’ claim that …’") closes only where no better one comes before the next opens.
    """
    opening = [index for index, mark in enumerate(marks) if mark.turn is Turn.OPENS]
    good = [index for index, mark in enumerate(marks) if mark.turn is Turn.CLOSES and not mark.weak]
    weak = [index for index, mark in enumerate(marks) if mark.turn is Turn.CLOSES and mark.weak]
    pairs: list[_Pair] = []
    after = 0
    for place, index in enumerate(opening):
        if index < after:
            continue
        mark = marks[index]
        limit = opening[place + 1] if place + 1 < len(opening) else len(marks)
        closing = _first_between(good, index, limit)
        if closing is None:
            closing = _first_between(weak, index, limit)
        if closing is not None:
            pairs.append(_Pair(mark, marks[closing]))
            after = closing + 1
        elif not mark.weak and (mark.style in "‘‚" or mark.fresh):
            pairs.append(_Pair(mark, None, certain=mark.style in "‘‚" or text[mark.end].isupper()))
    return pairs


def _first_between(places: Sequence[int], start: int, end: int) -> int | None:
    at = bisect_left(places, start + 1)
    return places[at] if at < len(places) and places[at] < end else None
