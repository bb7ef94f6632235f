"""Anchors: words told so that they can be found again, and finding them in a text that has changed.

First where the words stood, then by the text around them, then by the words alone: passages that share rare words or
pairs of words with the anchor are aligned with it, word against word, and the best must have evidence enough. What is
compared are words by their keys, so typography makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from tui.review.model import Anchor, Found
from tui.text import Tokens, is_unspaced, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.article import Range

CONTEXT = 48
"""Characters kept before and after the words."""

UNMISTAKABLE = 3.5
"""Words that weigh so much are known by themselves, in words as rare as the rarest: about six words in a row."""

ENOUGH = 3.0
"""What words and those around them must weigh together."""

BOTH_SIDES, ONE_SIDE = 0.5, 2.0
"""What must stand on both sides of words that are not unmistakable; or on one, where the words are all there."""

SAME_WORDS, OTHER_PLACE = 0.4, 0.6
"""The part of the words that must stand in a passage; and in one with less than `AROUND` of what stood around them."""

AROUND = 0.2

HOLDS = 0.5
"""The part of what stood around the words that must still stand there, where they are found for certain."""

GAP = 0.15
"""What a word that stands only on one side takes from the evidence."""

BESIDE = 3.0
"""So many times as much it takes right beside the words, whose neighbours are to tell them from others like them."""

EDGE = 0.7
"""What it weighs that words begin or end a paragraph here and there."""

AS_GOOD = 0.9
"""A passage with so much of the best one's evidence might be meant as well."""

_FEWEST_WORDS = 400
_RARE = 12
_RARE_PAIR = 24
_PAIR_WEIGHT = 0.6
_MOST_VOTERS = 80
_CANDIDATES = 6
_SLACK = 10
_FIRST_CHARACTER = 0x10000
_MOST_CHARACTERS = 1_000_000
_NOWHERE = "\ue000"
_SIGNS = {ord(char): '"' for char in "“”„‟«»‹›「」『』‘’‚‛'`´＂＇"} | {ord(char): "-" for char in "‐‑‒–—―−"}


def anchor_of(text: str, start: int, end: int) -> Anchor:
    """The anchor of words of a text.

    Args:
        text: The article's text.
        start: First code point of the words.
        end: One past their last code point.
    """
    return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def find_anchor(text: str | WordIndex, anchor: Anchor) -> tuple[Range, Found] | None:
    """Where the words of an anchor stand now, and how surely; None where they can't be found.

    Args:
        text: The article's text as it is now. For several anchors give a `WordIndex`: what is known of the text is
            then worked out once.
        anchor: The words.

    Returns:
        A range of the text that is never empty, and EXACTLY or CHANGED: the latter where the words themselves
        changed, where what stood around them is gone, or where another place has as much of both.
    """
    index = WordIndex(text) if isinstance(text, str) else text
    return index.find(anchor)


class _Run(NamedTuple):
    """Equal words in a row: where they begin in the anchor and in the text, and how many they are."""

    here: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An anchor's words with those around them.

    Attributes:
        tokens: The words of prefix, exact words and suffix in one.
        first: Index of the first of the exact words.
        last: One past the index of the last of them.
        begins: Where the exact words begin, in code points from the beginning of the prefix.
        ends: One past where they end.
        letters: A character for every word, as in the index.
        weights: What each word weighs.
        opens: They begin a paragraph.
        closes: They end one.
        around: The text of it all.
    """

    tokens: Tokens
    first: int
    last: int
    begins: int
    ends: int
    letters: str
    weights: tuple[float, ...]
    opens: bool
    closes: bool
    around: str

    def mass(self, first: int, last: int) -> float:
        """What these words weigh together."""
        return sum(self.weights[first:last])


@dataclass(frozen=True, slots=True)
class _Passage:
    """Where the words of an anchor may stand now.

    Attributes:
        own: The exact words found again.
        evidence: How much speaks for this place.
        held: The part of what stood around them that stands here.
        whole: The exact words stand here, all of them and nothing between them.
    """

    own: tuple[_Run, ...]
    evidence: float
    held: float
    whole: bool

    @property
    def first(self) -> int:
        """Index of the first of the exact words in the text."""
        return self.own[0].there

    @property
    def last(self) -> int:
        """One past the index of the last of them."""
        return self.own[-1].there + self.own[-1].length


class WordIndex:
    """A text in which anchors are looked for; what is known of its words is worked out when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[Anchor, tuple[Range, Found] | None] = {}

    def find(self, anchor: Anchor) -> tuple[Range, Found] | None:
        """What `find_anchor` says."""
        if anchor not in self._known:
            found = self._in_place(anchor) or self._shifted(anchor)
            self._known[anchor] = (found, Found.EXACTLY) if found else self._by_words(anchor)
        return self._known[anchor]

    def _in_place(self, anchor: Anchor) -> Range | None:
        around = anchor.prefix + anchor.exact + anchor.suffix
        stands = anchor.start >= len(anchor.prefix) and self.text.startswith(around, anchor.start - len(anchor.prefix))
        return (anchor.start, anchor.end) if stands else None

    def _shifted(self, anchor: Anchor) -> Range | None:
        """The only place where the words stand with all that stood around them, in the very same characters."""
        if len(anchor.prefix) + len(anchor.suffix) < CONTEXT:
            return None
        around = anchor.prefix + anchor.exact + anchor.suffix
        at = self.text.find(around)
        if at < 0 or self.text.find(around, at + 1) >= 0:
            return None
        return at + len(anchor.prefix), at + len(anchor.prefix) + len(anchor.exact)

    def _by_words(self, anchor: Anchor) -> tuple[Range, Found] | None:
        wanted = self._wanted(anchor)
        passages = [found for window in self._windows(wanted) if (found := self._passage(wanted, *window))]
        if not passages:
            return None
        best = max(passage.evidence for passage in passages)
        likely = [passage for passage in passages if passage.evidence >= AS_GOOD * best]
        chosen = min(likely, key=lambda passage: abs(self._tokens.starts[passage.first] - anchor.start))
        sure = all(passage.first == chosen.first for passage in likely)
        certain = chosen.whole and chosen.held >= HOLDS and sure
        return self._range(wanted, chosen), Found.EXACTLY if certain else Found.CHANGED

    @cached_property
    def _tokens(self) -> Tokens:
        return tokenize(self.text)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self._tokens.keys):
            places[key].append(at)
        return dict(places)

    @cached_property
    def _letter_of(self) -> dict[str, str]:
        return {key: chr(_FIRST_CHARACTER + number % _MOST_CHARACTERS) for number, key in enumerate(self._places)}

    @cached_property
    def _letters(self) -> str:
        return "".join([self._letter_of[key] for key in self._tokens.keys])

    @cached_property
    def _pairs(self) -> dict[str, list[int]]:
        pairs: dict[str, list[int]] = defaultdict(list)
        for at, (one, other) in enumerate(pairwise(self._letters)):
            pairs[one + other].append(at)
        return dict(pairs)

    def _weight(self, key: str) -> float:
        """1 for a word that stands once or never, less the oftener it stands; half for a letter without spaces."""
        size = 0.5 if is_unspaced(key) else 1.0
        places = len(self._places.get(key, ())) or 1
        return size * (1 - log(places) / log(max(_FEWEST_WORDS, len(self._tokens)) + 1))

    def _wanted(self, anchor: Anchor) -> _Wanted:
        around = anchor.prefix + anchor.exact + anchor.suffix
        begins, ends = len(anchor.prefix), len(anchor.prefix) + len(anchor.exact)
        # Not the kept answers: thousands of anchors would push the articles out.
        tokens = tokenize.__wrapped__(around)
        low = 1 if len(anchor.prefix) >= CONTEXT and tokens.starts[:1] == [0] and tokens.ends[0] <= begins else 0
        cut = len(anchor.suffix) >= CONTEXT and tokens.ends[-1:] == [len(around)] and tokens.starts[-1] >= ends
        high = len(tokens) - cut
        kept = Tokens(tokens.starts[low:high], tokens.ends[low:high], tokens.keys[low:high])
        first = sum(end <= begins for end in kept.ends)
        last = sum(start < ends for start in kept.starts)
        letters = "".join([self._letter_of.get(key, _NOWHERE) for key in kept.keys])
        weights = tuple(map(self._weight, kept.keys))
        last = max(first, last)
        opens = _parted(around, kept, first) and (first > 0 or len(anchor.prefix) < CONTEXT)
        closes = _parted(around, kept, last) and (last < len(kept) or len(anchor.suffix) < CONTEXT)
        return _Wanted(kept, first, last, begins, ends, letters, weights, opens, closes, around)

    def _windows(self, wanted: _Wanted) -> Iterator[tuple[int, int]]:
        """Stretches of the text that share rare words, or pairs of words, in about the same order."""
        if wanted.first == wanted.last:
            return
        size = len(wanted.letters)
        width = max(8, size // 3)
        votes: dict[int, float] = defaultdict(float)
        for at, places, weight in self._voters(wanted):
            shifts = {(place - at) // width for place in places}
            for shift in shifts | {shift - 1 for shift in shifts}:
                votes[shift] += weight
        slack = _SLACK + size // 4
        for shift in sorted(votes, key=lambda shift: (-votes[shift], shift))[:_CANDIDATES]:
            yield max(0, shift * width - slack), min(len(self._letters), (shift + 2) * width + size + slack)

    def _voters(self, wanted: _Wanted) -> list[tuple[int, Sequence[int], float]]:
        """Words and pairs of words of the anchor that are rare in the text: where they stand in both."""
        found: list[tuple[int, Sequence[int], float]] = []
        for at, key in enumerate(wanted.tokens.keys):
            places = self._places.get(key, ())
            if 0 < len(places) <= _RARE:
                found.append((at, places, wanted.weights[at]))
        for at in range(len(wanted.letters) - 1):
            places = self._pairs.get(wanted.letters[at : at + 2], ())
            if 0 < len(places) <= _RARE_PAIR:
                found.append((at, places, _PAIR_WEIGHT))
        return sorted(found, key=lambda voter: (len(voter[1]), voter[0]))[:_MOST_VOTERS]

    def _passage(self, wanted: _Wanted, low: int, high: int) -> _Passage | None:
        """The words of an anchor in this stretch of the text, or None without evidence enough."""
        runs = _aligned(wanted.letters, self._letters[low:high], low)
        own = _heaviest(wanted, list(_clipped(runs, wanted.first, wanted.last)))
        if not own:
            return None
        before, held_before = _reach(wanted, own[0], reversed(list(_clipped(runs, 0, wanted.first))))
        after, held_after = _reach(wanted, own[-1], _clipped(runs, wanted.last, len(wanted.letters)))
        before += EDGE * (wanted.opens and self._is_edge(own[0].there))
        after += EDGE * (wanted.closes and self._is_edge(own[-1].there + own[-1].length))
        words, count = sum(run.length for run in own), wanted.last - wanted.first
        whole = len(own) == 1 and words == count
        mass = _mass(wanted, own)
        share = max(words / count, mass / wanted.mass(wanted.first, wanted.last))
        held = (held_before + held_after) / (wanted.mass(0, len(wanted.letters)) - mass + 1e-9)
        weighs = mass - sum(_gap(one, other) for one, other in pairwise(own))
        evidence = weighs + before + after
        long = weighs >= 2 * UNMISTAKABLE
        if share < (SAME_WORDS if long or held >= AROUND else OTHER_PLACE) or evidence < ENOUGH:
            return None
        supported = min(before, after) >= BOTH_SIDES or (whole and max(before, after) >= ONE_SIDE)
        return _Passage(tuple(own), evidence, held, whole) if supported or weighs >= UNMISTAKABLE else None

    def _is_edge(self, at: int) -> bool:
        return _parted(self.text, self._tokens, at)

    def _range(self, wanted: _Wanted, passage: _Passage) -> Range:
        """The code points of a passage, with the signs that stood before and after the exact words."""
        first, last = passage.first, passage.last
        own_first = passage.own[0].here
        own_last = passage.own[-1].here + passage.own[-1].length
        start, end = self._tokens.starts[first], self._tokens.ends[last - 1]
        if own_first == wanted.first:
            lead = wanted.around[wanted.begins : max(wanted.begins, wanted.tokens.starts[wanted.first])]
            start -= _alike(lead[::-1], self.text[max(0, start - len(lead)) : start][::-1])
        if own_last == wanted.last:
            trail = wanted.around[min(wanted.ends, wanted.tokens.ends[wanted.last - 1]) : wanted.ends]
            end += _alike(trail, self.text[end : end + len(trail)])
        return start, end


def _alike(signs: str, others: str) -> int:
    """How many characters agree from the beginning, typography aside."""
    count = 0
    for one, other in zip(signs.translate(_SIGNS), others.translate(_SIGNS), strict=False):
        if one != other and not (one.isspace() and other.isspace()):
            break
        count += 1
    return count


def _aligned(here: str, there: str, offset: int) -> list[_Run]:
    return [
        _Run(operation.src_start, operation.dest_start + offset, operation.src_end - operation.src_start)
        for operation in Indel.opcodes(here, there)
        if operation.tag == "equal"
    ]


def _mass(wanted: _Wanted, runs: Iterable[_Run]) -> float:
    return sum(wanted.mass(run.here, run.here + run.length) for run in runs)


def _gap(one: _Run, other: _Run) -> float:
    here, there = other.here - one.here - one.length, other.there - one.there - one.length
    return GAP * max(here, there)


def _reach(wanted: _Wanted, edge: _Run, runs: Iterable[_Run]) -> tuple[float, float]:
    """What stands beside words in the order in which it stood there: its evidence, and what it weighs.

    Args:
        wanted: The anchor.
        edge: The outermost run of the words themselves.
        runs: What stands on that side, from the words outwards.
    """
    best, held, sum_, mass, last = 0.0, 0.0, 0.0, 0.0, edge
    for run in runs:
        first, second = (run, last) if run.here < last.here else (last, run)
        if second.there < first.there + first.length:
            continue
        weight = wanted.mass(run.here, run.here + run.length)
        sum_ += weight - _gap(first, second) * (BESIDE if last is edge else 1)
        mass, last = mass + weight, run
        if sum_ > best:
            best, held = sum_, mass
    return best, held


def _parted(text: str, tokens: Tokens, at: int) -> bool:
    """Whether a line ends between the word with this index and the one before it, or either is missing."""
    if at in (0, len(tokens)):
        return True
    return "\n" in text[tokens.ends[at - 1] : tokens.starts[at]]


def _heaviest(wanted: _Wanted, runs: Sequence[_Run]) -> list[_Run]:
    """The neighbouring runs with the most evidence: what stands far off, or is small, is left out (Kadane 1984)."""
    best, first, last = 0.0, 0, 0
    sum_, since = 0.0, 0
    for at, run in enumerate(runs):
        sum_ = sum_ - _gap(runs[at - 1], run) if at else 0.0
        if sum_ <= 0:
            sum_, since = 0.0, at
        sum_ += wanted.mass(run.here, run.here + run.length)
        if sum_ > best:
            best, first, last = sum_, since, at + 1
    return list(runs[first:last])


def _clipped(runs: Sequence[_Run], first: int, last: int) -> Iterator[_Run]:
    """The parts of runs that lie among these words of the anchor."""
    for run in runs:
        low, high = max(run.here, first), min(run.here + run.length, last)
        if low < high:
            yield _Run(low, run.there + low - run.here, high - low)
