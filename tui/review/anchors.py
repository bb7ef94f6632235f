"""Anchors: words told so that they can be found again, and finding them in a text that has changed.

First where the words stood, then by the very text around them, then by words: stretches that share rare words or pairs
of words with the anchor are aligned with it, word against word, and the best must have evidence enough. Words are
compared by their keys, so typography makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from tui.review.evidence import Passage, Wanted, aligned, own_words, weigh
from tui.review.model import Anchor, Found
from tui.text import Tokens, is_unspaced, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Range

CONTEXT = 48
"""Characters kept before and after the words."""

AS_GOOD = 0.9
"""A passage with so much of the best one's evidence might be meant as well; the nearest of them is taken."""

CANDIDATES = 6
"""Stretches of the text that are looked at; the best is the first almost always."""

RARE, RARE_PAIR = 12, 24
"""A word, or two words in a row, that stand no oftener tell where to look."""

PAIR_WEIGHT = 0.6
"""What a pair of words tells, in words that stand only once."""

MOST_HINTS = 80
"""Of a long passage only the rarest words are looked up."""

MOST_WORDS = 5_000
"""A longer passage is found only in the very same characters: aligning it would take memory without bound."""

FEWEST_WORDS = 400
"""In a shorter text words are weighed as if there were so many: few words tell nothing of rarity."""

HALF_WORD = 0.5
"""How much of a word one letter of a script without spaces counts for."""

_SLACK = 10
_FEW = 5
"""So many words are no evidence by themselves where others stand in their place."""

_NEXT = 3
"""Words before and after them that tell their place."""

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


class WordIndex:
    """A text in which anchors are looked for; what is known of its words is worked out when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[Anchor, tuple[Range, Found] | None] = {}

    def find(self, anchor: Anchor) -> tuple[Range, Found] | None:
        """What `find_anchor` says; asked again, it answers at once."""
        if anchor not in self._known:
            found = self._in_place(anchor) or self._shifted(anchor)
            self._known[anchor] = (found, Found.EXACTLY) if found else self._by_words(anchor)
        return self._known[anchor]

    def _in_place(self, anchor: Anchor) -> Range | None:
        around = anchor.prefix + anchor.exact + anchor.suffix
        first = anchor.start - len(anchor.prefix)
        return (anchor.start, anchor.end) if first >= 0 and self.text.startswith(around, first) else None

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
        if wanted.first == wanted.last or len(wanted.letters) > MOST_WORDS:
            return None
        places: list[Passage] = []
        found = [passage for window in self._windows(wanted) if (passage := self._passage(wanted, *window))]
        for passage in sorted(found, key=lambda passage: -passage.evidence):
            if all(passage.last <= other.first or other.last <= passage.first for other in places):
                places.append(passage)
        if not places:
            return None
        likely = [passage for passage in places if passage.evidence >= AS_GOOD * places[0].evidence]
        nearest = min(likely, key=lambda passage: abs(self._tokens.starts[passage.first] - anchor.start))
        certain = nearest.certain and len(likely) == 1
        if not certain and self._is_replaced(wanted, nearest):
            return None
        return self._range(wanted, nearest), Found.EXACTLY if certain else Found.CHANGED

    def _is_replaced(self, wanted: Wanted, passage: Passage) -> bool:
        """Whether others stand in the place of a few words: all that stood around them does, elsewhere."""
        before, after = wanted.letters[: wanted.first][-_NEXT:], wanted.letters[wanted.last :][:_NEXT]
        size, own = wanted.last - wanted.first, set(wanted.letters[wanted.first : wanted.last])
        if size > _FEW or len(before) < _NEXT or len(after) < _NEXT:
            return False
        at = self._letters.find(before)
        while at >= 0:
            first = at + len(before)
            last = self._letters.find(after, first, first + 2 * size + _FEW + len(after))
            elsewhere = last <= passage.first or passage.last <= first
            if last >= 0 and elsewhere and own.isdisjoint(self._letters[first:last]):
                return True
            at = self._letters.find(before, at + 1)
        return False

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
        """A character for each word. In a text with a million different words two may share one, and no harm done."""
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
        """1 for a word that stands once or never, less the oftener it stands."""
        size = HALF_WORD if is_unspaced(key) else 1.0
        places = len(self._places.get(key, ())) or 1
        return size * (1 - log(places) / log(max(FEWEST_WORDS, len(self._tokens)) + 1))

    def _wanted(self, anchor: Anchor) -> Wanted:
        around = anchor.prefix + anchor.exact + anchor.suffix
        begins, ends = len(anchor.prefix), len(anchor.prefix) + len(anchor.exact)
        # Not the kept answers: thousands of anchors would push the articles out.
        tokens = tokenize.__wrapped__(around)
        from_start, to_end = len(anchor.prefix) < CONTEXT, len(anchor.suffix) < CONTEXT
        cut_first = not from_start and tokens.starts[:1] == [0] and tokens.ends[0] <= begins
        cut_last = not to_end and tokens.ends[-1:] == [len(around)] and tokens.starts[-1] >= ends
        kept = slice(int(cut_first), len(tokens) - cut_last)
        tokens = Tokens(tokens.starts[kept], tokens.ends[kept], tokens.keys[kept])
        first = sum([end <= begins for end in tokens.ends])
        last = max(first, sum([start < ends for start in tokens.starts]))
        return Wanted(
            around,
            begins,
            ends,
            tokens,
            first,
            last,
            letters="".join([self._letter_of.get(key, _NOWHERE) for key in tokens.keys]),
            weights=tuple(map(self._weight, tokens.keys)),
            opens=_parted(around, tokens, first) and (first > 0 or from_start),
            closes=_parted(around, tokens, last) and (last < len(tokens) or to_end),
        )

    def _windows(self, wanted: Wanted) -> Iterator[tuple[int, int]]:
        """Stretches of the text that share rare words, or pairs of words, in about the same order."""
        size = len(wanted.letters)
        width = max(8, size // 3)
        votes: dict[int, float] = defaultdict(float)
        for at, places, weight in self._hints(wanted):
            shifts = {(place - at) // width for place in places}
            for shift in shifts | {shift - 1 for shift in shifts}:
                votes[shift] += weight
        slack = _SLACK + size // 4
        for shift in sorted(votes, key=lambda shift: (-votes[shift], shift))[:CANDIDATES]:
            yield max(0, shift * width - slack), (shift + 2) * width + size + slack

    def _hints(self, wanted: Wanted) -> list[tuple[int, Sequence[int], float]]:
        """Rare words and pairs of words: index in the anchor, indices in the text, and what they tell."""
        found: list[tuple[int, Sequence[int], float]] = []
        for at, key in enumerate(wanted.tokens.keys):
            places = self._places.get(key, ())
            if 0 < len(places) <= RARE:
                found.append((at, places, wanted.weights[at]))
        for at in range(len(wanted.letters) - 1):
            places = self._pairs.get(wanted.letters[at : at + 2], ())
            if 0 < len(places) <= RARE_PAIR:
                found.append((at, places, PAIR_WEIGHT))
        return sorted(found, key=lambda hint: (len(hint[1]), hint[0]))[:MOST_HINTS]

    def _passage(self, wanted: Wanted, low: int, high: int) -> Passage | None:
        """The words of an anchor in this stretch of the text, if evidence enough speaks for it."""
        runs = aligned(wanted.letters, self._letters[low:high], low)
        own = own_words(wanted, runs)
        if not own:
            return None
        opens = _parted(self.text, self._tokens, own[0].there)
        closes = _parted(self.text, self._tokens, own[-1].there + own[-1].length)
        return weigh(wanted, runs, own, opens=opens, closes=closes)

    def _range(self, wanted: Wanted, passage: Passage) -> Range:
        """The code points of a passage: with the signs that belonged to the exact words, or but a part of a word."""
        start, end = self._tokens.starts[passage.first], self._tokens.ends[passage.last - 1]
        opening, closing = wanted.tokens.starts[wanted.first], wanted.tokens.ends[wanted.last - 1]
        if passage.begins and opening >= wanted.begins:
            signs = wanted.around[wanted.begins : opening]
            start -= _alike(signs[::-1], self.text[max(0, start - len(signs)) : start][::-1])
        elif passage.begins:
            start = min(start + wanted.begins - opening, self._tokens.ends[passage.first] - 1)
        if passage.ends and closing <= wanted.ends:
            signs = wanted.around[closing : wanted.ends]
            end += _alike(signs, self.text[end : end + len(signs)])
        elif passage.ends:
            end = max(end - (closing - wanted.ends), self._tokens.starts[passage.last - 1] + 1)
        return start, max(end, start + 1)


def _parted(text: str, tokens: Tokens, at: int) -> bool:
    """Whether a line ends between the word with this index and the one before it, or either is missing."""
    return at in {0, len(tokens)} or "\n" in text[tokens.ends[at - 1] : tokens.starts[at]]


def _alike(signs: str, others: str) -> int:
    """How many characters agree from the beginning, typography aside."""
    count = 0
    for one, other in zip(signs.translate(_SIGNS), others.translate(_SIGNS), strict=False):
        if one != other and not (one.isspace() and other.isspace()):
            break
        count += 1
    return count
