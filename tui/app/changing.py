"""What the inspector says of a changed phrase: the change itself, what weighs in it, and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.app.aside import is_long
from tui.app.excerpt import beginning, paragraph_of, words_compared
from tui.app.wording import LETTERS
from tui.article import Role
from tui.collation import Status
from tui.layout import Side, nearest_words
from tui.text import find_quoted, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.app.reading import Reading
    from tui.app.wording import Piece
    from tui.article import Article, Range
    from tui.collation import Link
    from tui.layout import Stop

LONGEST = 48
"""Cells of a phrase on the first line; both are on the lines below, with what stands around them."""

_MOST_FACTS = 4
"""Figures and names of one side that a line can hold."""

_SHORT = 3
"""Words of a phrase that is a figure or a name rather than one with a figure in it."""

_AROUND = 4_000
"""Characters looked at on either side of a phrase: more than any paragraph has that was written to be read."""

_WEIGHED = 12
"""Words of a phrase up to which it is told what weighs in it; a longer one nearly always holds a name."""


def change_told(reading: Reading, stop: Stop, link: Link | None) -> list[Piece]:
    """The change, what weighs in it and its place; without the sign of the pair."""
    words = {side: _phrase(reading, stop, side) for side in Side}
    lead: list[Piece] = []
    if all(words.values()):
        lead += [(words[Side.LEFT], Side.LEFT), (" → ", None), (words[Side.RIGHT], Side.RIGHT)]
    else:
        side = Side.LEFT if words[Side.LEFT] else Side.RIGHT
        lead += [("+ “", None), (words[side], side), ("” ", None), *_opposite_told(reading, stop, side.other)]
    lead += [(f" · {told}", None) for told in _weights(reading, stop, link)]
    # Where most of the words stand has been said; another paragraph of that side would only confuse.
    pair = link if nearest_words(reading.collation, stop) is None else None
    return [*lead, (" · ", None), *_places(reading, stop, pair)]


def place_opposite(reading: Reading, stop: Stop, side: Side, link: Link | None) -> Range | None:
    """The words of a changed phrase on one side; where it has none, the empty range at which they would stand.

    Args:
        reading: What is being read.
        stop: A changed phrase.
        side: The side.
        link: The pair of paragraphs to which it belongs.
    """
    words, opposite = stop.words(side), stop.words(side.other)
    if words is not None or opposite is None or link is None:
        return words
    collation = reading.collation
    spans = collation.left_spans if side is Side.RIGHT else collation.right_spans
    mine = reading.article(side).paragraphs[link.left if side is Side.LEFT else link.right]
    theirs = reading.article(side.other).paragraphs[link.right if side is Side.LEFT else link.left]
    at = bisect_left(spans, opposite[0], key=attrgetter("start")) - 1
    while at >= 0 and spans[at].start >= theirs.start:
        other = spans[at].other
        if spans[at].status is Status.SAME and other is not None and mine.start <= other[0] < mine.end:
            return other[1], other[1]
        at -= 1
    return mine.start, mine.start


def facts_apart(reading: Reading, stop: Stop) -> list[Piece]:
    """Figures, dates and names of a similar stretch that only one side of it has: "A: 4,200 · B: 11, 1,900"."""
    if is_long(reading.collation):
        return []
    from tui.quotation.weighing import facts_in, names_between

    texts = {side: reading.article(side).text[slice(*(stop.words(side) or (0, 0)))] for side in Side}
    names = names_between(reading.collation.left, reading.collation.right)
    # A headline's capitals don't tell where a name begins.
    facts = {side: facts_in(texts[side], frozenset() if _is_headline(reading, stop, side) else names) for side in Side}
    told: list[Piece] = []
    for side in Side:
        known = {*tokenize(texts[side.other]).keys, *(part for key in facts[side.other] for part in key.split())}
        apart = [printed for key, printed in facts[side].items() if known.isdisjoint(key.split())]
        if apart:
            more = " …" if len(apart) > _MOST_FACTS else ""
            told += [(" · ", None), (f"{LETTERS[side]}: {', '.join(apart[:_MOST_FACTS])}{more}", side)]
    return told


def _is_headline(reading: Reading, stop: Stop, side: Side) -> bool:
    article, words = reading.article(side), stop.words(side) or (0, 0)
    return article.paragraphs[paragraph_of(article, words[0])].role is Role.HEADLINE


def _phrase(reading: Reading, stop: Stop, side: Side) -> str:
    words = stop.words(side)
    return "" if words is None else beginning(words_compared(reading.article(side), *words).strip(), LONGEST)


def _opposite_told(reading: Reading, stop: Stop, there: Side) -> list[Piece]:
    """What the other side has of words that have nothing opposite."""
    nearest = nearest_words(reading.collation, stop)
    if nearest is None:
        return [("· nothing opposite in ", None), (LETTERS[there], there)]
    paragraph = paragraph_of(reading.article(there), nearest[0])
    return [("· most of the words stand in ", None), (f"{LETTERS[there]} ¶{paragraph + 1}", there)]


def _places(reading: Reading, stop: Stop, link: Link | None) -> list[Piece]:
    places = {side: words for side in Side if (words := stop.words(side)) is not None}
    paragraphs = {side: paragraph_of(reading.article(side), words[0]) for side, words in places.items()}
    if link is not None:
        paragraphs = {Side.LEFT: link.left, Side.RIGHT: link.right} | paragraphs
    told: list[Piece] = []
    for side in Side:
        if side in paragraphs:
            told += [(", ", None)] if told else []
            told.append((f"{LETTERS[side]} ¶{paragraphs[side] + 1}", side))
    return told


def _weights(reading: Reading, stop: Stop, link: Link | None) -> Iterator[str]:
    """What a reader must not miss: a figure, a name, a negation, a hedge; and that the words are quoted."""
    passages = {}
    for side in Side:
        words = place_opposite(reading, stop, side, link)
        passages[side] = ("", (0, 0)) if words is None else _within_paragraph(reading.article(side), words)
    counts = [len(tokenize(text[slice(*words)])) for text, words in passages.values()]
    if max(counts) <= _WEIGHED:
        # Only here: the first frame needn't wait for what knows of quotations.
        from tui.quotation import Critical
        from tui.quotation.weighing import has_date, names_between, weigh_change

        collation = reading.collation
        names = frozenset[str]() if is_long(collation) else names_between(collation.left, collation.right)
        weight = weigh_change(passages[Side.LEFT], passages[Side.RIGHT], names)
        dated = any(has_date(text[slice(*words)]) for text, words in passages.values())
        kinds = {Critical.NUMBER: "date" if dated else "figure", Critical.NAME: "name", Critical.NEGATION: "negation"}
        if weight is not None:
            kind = kinds.get(weight, "degree of certainty")
            yield f"a {kind}" if max(counts) <= _SHORT else f"with a {kind}"
    if any(_is_quoted(text, words) for text, words in passages.values() if words[0] < words[1]):
        yield "in a quotation"


def _within_paragraph(article: Article, words: Range) -> tuple[str, Range]:
    """The paragraph of the words, or of an endless one what stands around them, and their place in it."""
    paragraph = article.paragraphs[paragraph_of(article, words[0])]
    start, end = max(paragraph.start, words[0] - _AROUND), min(max(paragraph.end, words[1]), words[1] + _AROUND)
    return article.text[start:end], (words[0] - start, words[1] - start)


def _is_quoted(paragraph: str, words: Range) -> bool:
    return any(start <= words[0] and words[1] <= end for start, end in find_quoted(paragraph))
