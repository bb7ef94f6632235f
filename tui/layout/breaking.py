"""One long paragraph beside several short ones: where it breaks so that its parts start level with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.collation import Relation, Status
from tui.layout.arrangement import Part, make_band
from tui.layout.model import Side
from tui.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tui.article import Article
    from tui.collation import Collation, Span
    from tui.layout.arrangement import Band, Item

LEAST_GAIN = 2
"""Rows that a sentence must stand off its counterpart before a paragraph is broken for it."""

WIDEST_GAP = 8
"""Empty rows that a break may leave: with more, a paragraph no longer reads as one."""

LEAST_SHARED = 12
"""Characters a shared run must have to tell where a counterpart begins; shorter ones stand anywhere."""


class Break(NamedTuple):
    """A paragraph of the other side, and the sentence of the long paragraph that starts level with it."""

    opposite: int
    at: int


class Broken(NamedTuple):
    """A long paragraph and its breaks, the first of which is its beginning."""

    side: Side
    paragraph: int
    breaks: tuple[Break, ...]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs (left, right) that start level."""
        for one in self.breaks:
            yield (self.paragraph, one.opposite) if self.side is Side.LEFT else (one.opposite, self.paragraph)


def find_broken(
    collation: Collation, anchors: tuple[tuple[int, int], ...], count_lines: Mapping[Side, Callable[[int, int], int]]
) -> dict[tuple[int, int], Broken]:
    """The pairs of which one paragraph is to be broken, because it answers several of the other side.

    Args:
        collation: The comparison.
        anchors: Pairs that start level, in order.
        count_lines: For each side, how many lines the text between two code points takes.

    Returns:
        By the pair, what becomes of it.
    """
    counterparts: dict[Side, dict[int, list[int]]] = {side: {} for side in Side}
    for link in collation.links:
        if link.moved or link.relation is Relation.SIMILAR:
            continue
        counterparts[Side.LEFT].setdefault(link.left, []).append(link.right)
        counterparts[Side.RIGHT].setdefault(link.right, []).append(link.left)
    ends = (len(collation.left.paragraphs), len(collation.right.paragraphs))
    found = {}
    for before, pair, after in zip([(-1, -1), *anchors], anchors, [*anchors[1:], ends], strict=False):
        room = dict(zip(Side, zip(before, after, strict=True), strict=True))
        places = dict(zip(Side, pair, strict=True))
        for side in Side:
            here, there = places[side], places[side.other]
            low, high = room[side.other]
            opposite = [one for one in sorted(counterparts[side].get(here, ())) if low < one < high]
            if len(opposite) > 1 and len(counterparts[side.other].get(there, ())) == 1:
                breaks = _choose(collation, side, here, opposite, count_lines)
                if len(breaks) > 1:
                    found[pair] = Broken(side, here, breaks)
                    break
    return found


def _choose(
    collation: Collation,
    side: Side,
    paragraph: int,
    opposite: list[int],
    count_lines: Mapping[Side, Callable[[int, int], int]],
) -> tuple[Break, ...]:
    """Of the possible breaks those that save something, with the paragraph's beginning first."""
    article = collation.left if side is Side.LEFT else collation.right
    other = collation.right if side is Side.LEFT else collation.left
    spans = collation.right_spans if side is Side.LEFT else collation.left_spans
    whole = article.paragraphs[paragraph]
    sentences = [start for start, _ in split_sentences(article.text, whole.start, whole.end)]
    possible = []
    for one in opposite:
        begins = _counterpart(other, spans, one, (whole.start, whole.end))
        if begins is not None:
            possible.append(Break(one, sentences[max(0, bisect_right(sentences, begins) - 1)]))
    rising = _longest_rising(possible)
    if len(rising) < 2:
        return ()
    chosen = [Break(rising[0].opposite, whole.start)]
    for following in rising[1:]:
        last = chosen[-1]
        mine = count_lines[side](last.at, following.at)
        theirs = sum(
            count_lines[side.other](passed.start, passed.end) + 1
            for passed in other.paragraphs[last.opposite : following.opposite]
        )
        if LEAST_GAIN <= abs(theirs - mine) <= WIDEST_GAP:
            chosen.append(following)
    return tuple(chosen)


def _counterpart(article: Article, spans: tuple[Span, ...], paragraph: int, within: tuple[int, int]) -> int | None:
    """Where in a range of the other text a paragraph's counterpart begins."""
    whole = article.paragraphs[paragraph]
    first = bisect_left(spans, whole.start, key=attrgetter("start"))
    after = bisect_left(spans, whole.end, key=attrgetter("start"))
    return min(
        (
            span.other[0]
            for span in spans[first:after]
            if span.status is Status.SAME
            and span.other is not None
            and within[0] <= span.other[0] < within[1]
            and span.end - span.start >= LEAST_SHARED
        ),
        default=None,
    )


def _longest_rising(breaks: list[Break]) -> list[Break]:
    """The most breaks whose sentences rise."""
    chains: list[list[Break]] = []
    for one in breaks:
        before = max((chain for chain in chains if chain[-1].at < one.at), key=len, default=[])
        chains.append([*before, one])
    return max(chains, key=len, default=[])


def band_broken(
    anchors: tuple[tuple[int, int], ...],
    broken: Mapping[tuple[int, int], Broken],
    articles: Mapping[Side, Article],
) -> tuple[list[Band], tuple[tuple[int, int], ...]]:
    """As `band_in_order`, with the parts of broken paragraphs in bands of their own.

    Returns:
        The bands, and the pairs that start level.
    """
    heads: list[tuple[dict[Side, int], dict[Side, Item]]] = []
    pairs: list[tuple[int, int]] = []
    for pair in anchors:
        found = broken.get(pair)
        if found is None:
            pairs.append(pair)
            places = dict(zip(Side, pair, strict=True))
            heads.append((places, {**places}))
            continue
        pairs += found.pairs()
        end = articles[found.side].paragraphs[found.paragraph].end
        stops = [*(one.at for one in found.breaks[1:]), end]
        for number, (one, stop) in enumerate(zip(found.breaks, stops, strict=True)):
            part = Part(found.paragraph, one.at, stop)
            # From its second part on the long paragraph has begun, so what follows it comes after the last.
            begun = found.paragraph + (number > 0)
            heads.append(
                (
                    {found.side: begun, found.side.other: one.opposite},
                    {found.side: part, found.side.other: one.opposite},
                )
            )
    bands: list[Band] = []
    at = dict.fromkeys(Side, 0)
    begins: dict[Side, list[Item]] = {side: [] for side in Side}
    heads.append(({side: len(articles[side].paragraphs) for side in Side}, {}))
    for places, items in heads:
        for side in Side:
            begins[side] += range(at[side], places[side])
            at[side] = places[side]
        if any(begins.values()):
            bands.append(make_band(begins))
        begins = {side: [item] for side, item in items.items()}
        for side, item in items.items():
            if not isinstance(item, Part) or places[side] == item.paragraph:
                at[side] = places[side] + 1
    return bands, tuple(sorted(pairs))
