"""What two quotations share, and whether that is enough to be the same statement."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from difflib import Match, SequenceMatcher
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.collation.align import align
from tui.quotation.judging.content import has_content, word_count
from tui.quotation.judging.words import quoted_words
from tui.quotation.model import QuotationKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from tui.article import Range
    from tui.quotation.judging.words import QuotedWords
    from tui.quotation.model import Quotation

LONG_RUN = 6
"""So many words in a row are the same statement, however much of it either side prints."""

ENOUGH = 0.6
"""The share of the shorter quotation that must stand in the longer one."""

FEW = 4
"""A quotation of fewer words must stand in a longer one word for word."""

ENDING = 2
"""Letters that two forms of one word differ in, at most."""

DENSE = 1.5
"""Shared words spread over more than so many times the shorter quotation are chance."""

CHANCE = 1.5
"""Single small words count for at most half as much again as words that say something."""

MOST_PLACES = 60
"""Words beside each other that stand in more quotations are a formula: no reason to compare two."""

NEIGHBOURS = 8
"""So many quotations of such a formula are compared, those that stand at about the same place."""

MOST_CELLS = 1_000_000
"""Quotations whose lengths multiply to more are aligned for most words in all, which is fast, not for long runs."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and its words as they are compared.

    Attributes:
        quotation: The quotation.
        words: Its words.
        part: The same, made ready for comparing with many others.
    """

    quotation: Quotation
    words: QuotedWords
    part: Part = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "part", Part.of(self.words))


@dataclass(frozen=True, slots=True)
class Shared:
    """What two quotations share.

    Attributes:
        left: Index of the left quotation.
        right: Index of the right quotation.
        words: How many words they share, two letters of an unspaced script for one.
        left_part: The words of the left one that the shared ones span, as a half-open range of indices.
        right_part: The same on the right.
        left_words: Indices of the shared words on the left.
        right_words: The same on the right.
        closeness: Shared words of all words of both, 0..1.
    """

    left: int
    right: int
    words: float
    left_part: tuple[int, int]
    right_part: tuple[int, int]
    left_words: frozenset[int]
    right_words: frozenset[int]
    closeness: float


def words_of(parts: Sequence[Quoted], text: str) -> QuotedWords:
    """The words of quotations that are one statement.

    Args:
        parts: The quotations, in order.
        text: The article's text.
    """
    if len(parts) == 1:
        return parts[0].words
    ranges: list[Range] = []
    seams: set[int] = set()
    before: Quotation | None = None
    for quotation in (one.quotation for one in parts):
        if before is not None and QuotationKind.PARTIAL in (before.kind, quotation.kind):
            seams.add(len(ranges))
        ranges += quotation.words
        before = quotation
    return quoted_words(text, ranges, seams)


def all_shared(left: Sequence[Quoted], right: Sequence[Quoted]) -> Iterator[Shared]:
    """What every two quotations share that may be the same statement.

    Found through an index of words beside each other, so that the cost grows with the words.
    """
    sides = [quoted.part for quoted in left], [quoted.part for quoted in right]
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, part in enumerate(sides[1]):
        for gram in part.grams:
            places[gram].append(index)
    alike = _alike(sides[0], sides[1])
    for index, part in enumerate(sides[0]):
        short = len(part.keys) < FEW
        candidates = {
            other
            for gram in part.grams
            if gram in places and len(places[gram]) <= MOST_PLACES
            for other in places[gram]
            if len(gram) > 1 or short or len(sides[1][other].keys) < FEW
        }
        if not candidates and not short and index not in alike:
            candidates = _among_many(part, index * len(right) // len(left), places)
        for other in sorted(candidates.union(alike.get(index, ()))):
            shared = _shared((index, part), (other, sides[1][other]))
            if shared is not None:
                yield shared


def _among_many(part: Part, near: int, places: Mapping[tuple[str, ...], Sequence[int]]) -> set[int]:
    """Where all words of a quotation are printed over and over, some of those that print them at about its place."""
    found: Counter[int] = Counter()
    for gram in part.grams:
        if len(gram) > 1 and gram in places:
            at = bisect_left(places[gram], near)
            found.update(places[gram][max(0, at - NEIGHBOURS) : at + NEIGHBOURS])
    likely = sorted((other for other in found if found[other] > 1), key=lambda one: (-found[one], abs(one - near), one))
    return {*likely[:NEIGHBOURS]}


def _grams(keys: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(chain(pairwise(keys), ((key,) for key in keys if has_content(key))))


def _alike(left: Sequence[Part], right: Sequence[Part]) -> dict[int, set[int]]:
    """Quotations with the same words throughout, the first with the first: however often a formula is repeated.

    What one side has more often goes with the other's last one.
    """
    ours: dict[tuple[str, ...], list[int]] = defaultdict(list)
    theirs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for places, parts in ((ours, left), (theirs, right)):
        for index, part in enumerate(parts):
            if any(map(has_content, part.keys)):
                places[part.keys].append(index)
    found: dict[int, set[int]] = defaultdict(set)
    for keys in ours.keys() & theirs.keys():
        one, other = ours[keys], theirs[keys]
        for at in range(max(len(one), len(other))):
            found[one[min(at, len(one) - 1)]].add(other[min(at, len(other) - 1)])
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """A quotation, or one sentence of it, as it is compared with others.

    Attributes:
        at: Index of its first word in the quotation.
        keys: Its words.
        count: How many words they are, two letters of an unspaced script for one.
        bag: Its words, each with how often it stands before.
        pairs: Its words beside each other, likewise.
        sentences: Of a quotation of several sentences those that are long enough to be known again.
        grams: Of a quotation its words beside each other, and single words that say something.
    """

    at: int
    keys: tuple[str, ...]
    count: float
    bag: frozenset[tuple[Hashable, int]]
    pairs: frozenset[tuple[Hashable, int]]
    sentences: tuple[Part, ...] = ()
    grams: frozenset[tuple[str, ...]] = field(default=frozenset(), repr=False, compare=False)

    @classmethod
    def of(cls, words: QuotedWords) -> Part:
        """A whole quotation."""
        keys = tuple(words.keys)
        ranges = _sentences(words)
        sentences = (cls._between(keys, *bounds) for bounds in ranges)
        whole = cls._between(keys, 0, len(keys))
        return replace(whole, sentences=tuple(sentences), grams=_grams(keys))

    @classmethod
    def _between(cls, every: tuple[str, ...], start: int, end: int) -> Part:
        keys = every[start:end]
        return cls(start, keys, word_count(keys), _bag(keys), _bag(pairwise(keys)))

    def may_share(self, other: Part) -> bool:
        """Whether two have enough words in common, in whatever order, that they may share enough in the same one."""
        common = len(self.bag & other.bag)
        return common >= ENOUGH * min(self.count, other.count) or (
            common >= LONG_RUN and len(self.pairs & other.pairs) >= LONG_RUN - 1
        )


def _bag(things: Iterable[Hashable]) -> frozenset[tuple[Hashable, int]]:
    seen: Counter[Hashable] = Counter()
    found = []
    for thing in things:
        found.append((thing, seen[thing]))
        seen[thing] += 1
    return frozenset(found)


def _shared(left: tuple[int, Part], right: tuple[int, Part]) -> Shared | None:
    """What two quotations share, as wholes or in one sentence of each; None where it is too little."""
    whole = _between(left, right, left[1], right[1])
    if whole is not None:
        return whole
    sentences = left[1].sentences, right[1].sentences
    if len(sentences[0]) == len(sentences[1]) == 1 or len(sentences[0]) * len(sentences[1]) > MOST_PLACES:
        return None
    found = (_between(left, right, one, other) for one in sentences[0] for other in sentences[1])
    return max((one for one in found if one is not None), key=lambda one: one.words, default=None)


def _sentences(words: QuotedWords) -> list[Range]:
    """The sentences of a quotation, as ranges of word indices, that are long enough to be known again."""
    starts = [0, *(at for at in range(1, len(words)) if _STOPS.intersection(words.gap(at))), len(words)]
    return [(start, end) for start, end in pairwise(starts) if end - start >= FEW]


_STOPS = frozenset(".!?。！？")


def _between(left: tuple[int, Part], right: tuple[int, Part], left_part: Part, right_part: Part) -> Shared | None:
    if not left_part.may_share(right_part):
        return None
    one, other = left_part.keys, right_part.keys
    if min(left_part.count, right_part.count) < FEW:
        one, other = _uninflected(one, other)
    every = _equal_runs(one, other)
    runs = [match for match in every if match.size > 1 or has_content(one[match.a])]
    if not runs:
        return None
    spaced = left_part.count == len(one)
    sizes = [match.size if spaced else word_count(one[match.a : match.a + match.size]) for match in runs]
    shorter, longer = sorted((left_part.count, right_part.count))
    extent = min(runs[-1].a + runs[-1].size - runs[0].a, runs[-1].b + runs[-1].size - runs[0].b)
    alike = _Alike(
        words=sum(sizes),
        with_chance=sum(match.size if spaced else word_count(one[match.a : match.a + match.size]) for match in every),
        longest=max(sizes),
        shorter=shorter,
        longer=longer,
        lacking=_lacks_content(
            one if left_part.count <= right_part.count else other,
            {key for run in runs for key in one[run.a : run.a + run.size]},
        ),
        dense=extent <= DENSE * min(len(one), len(other)) and (left_part is left[1] or right_part is right[1]),
    )
    content = any(has_content(key) for match in runs for key in one[match.a : match.a + match.size])
    if not (content or longer <= FEW) or not _is_enough(alike):
        return None
    solid = [match for match, size in zip(runs, sizes, strict=True) if size >= min(LONG_RUN / 2, alike.longest)]
    at, place = left_part.at, right_part.at
    return Shared(
        left=left[0],
        right=right[0],
        words=alike.words,
        left_part=(at + solid[0].a, at + solid[-1].a + solid[-1].size),
        right_part=(place + solid[0].b, place + solid[-1].b + solid[-1].size),
        left_words=frozenset(at + word for match in runs for word in range(match.a, match.a + match.size)),
        right_words=frozenset(place + word for match in runs for word in range(match.b, match.b + match.size)),
        closeness=2 * alike.words / (left[1].count + right[1].count),
    )


def _uninflected(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a fragment with the endings that the other side gives them.

    Where a fragment becomes a part of another sentence, its words take the endings that belong there.
    """
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    known = {*long}
    if known.issuperset(short):
        return left, right
    fitted = tuple(
        next((word for word in long if key not in known and _differ_in_ending(key, word)), key) for key in short
    )
    return (fitted, right) if short is left else (left, fitted)


def _differ_in_ending(one: str, other: str) -> bool:
    same = max(len(one), len(other)) - ENDING
    return same >= FEW and one[:same] == other[:same] and one.isalpha() and other.isalpha()


def _equal_runs(left: Sequence[str], right: Sequence[str]) -> list[Match]:
    """Equal words in order, longest runs first taken."""
    if left == right:
        return [Match(0, 0, len(left))]
    if len(left) * len(right) <= MOST_CELLS:
        found = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        return [match for match in found if match.size]
    numbers: dict[str, int] = {}
    sides = [[numbers.setdefault(key, len(numbers)) for key in side] for side in (left, right)]
    return [Match(block.left, block.right, block.left_end - block.left) for block in align(*sides) if block.equal]


class _Alike(NamedTuple):
    """How much two quotations share: words that mean something or stand together, and with single small ones.

    `lacking` says that the shorter one has words of weight that the other lacks; `dense` that a whole quotation's words
    stand close together, though not in a row: of a sentence among others that is chance.
    """

    words: float
    with_chance: float
    longest: float
    shorter: float
    longer: float
    lacking: bool
    dense: bool


def _lacks_content(keys: Sequence[str], shared: set[str]) -> bool:
    return any(has_content(key) and key not in shared for key in keys)


def _is_enough(alike: _Alike) -> bool:
    if alike.longest >= LONG_RUN:
        return True
    if alike.shorter <= 2:
        return alike.longest >= alike.shorter
    if 2 * alike.shorter >= alike.longer:
        return max(alike.words, min(alike.with_chance, CHANCE * alike.words)) >= ENOUGH * alike.shorter
    if alike.shorter < FEW and alike.lacking:
        return False
    return alike.words >= ENOUGH * alike.shorter and (
        alike.longest >= ENOUGH * alike.shorter or (alike.dense and alike.shorter >= FEW)
    )
