"""How much many articles share with one another, quickly: which pair is worth collating; `collate` finds the figure.

An article is taken apart into its words and its runs of three words. Each is weighed by how few paragraphs of all the
articles hold it; what stands in one article only can't be shared, so only the rest is looked up for a pair.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from tui.text import is_unspaced, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.article import Article

Piece = str | tuple[str, ...]

_RUN, _UNSPACED_RUN = 3, 6
"""Words that are a run; letters, in a script without spaces, where one alone says little and two stand for a word."""

_FEWEST_PARAGRAPHS = 12
"""With fewer paragraphs in all, pieces are weighed as if there were so many: two paragraphs tell nothing of rarity."""


@dataclass(frozen=True, slots=True)
class Makings:
    """What an article is made of, as far as it takes part in the figures.

    Attributes:
        pieces: In how many of its paragraphs each word and each run stands.
        paragraphs: How many paragraphs there are.
        words: How many words; of a script without spaces, letters.
    """

    pieces: Counter[Piece]
    paragraphs: int
    words: int


@dataclass(frozen=True, slots=True)
class ShareTable:
    """What each pair of articles shares.

    Attributes:
        rows: For each article what it shares with each, 0 to 1; with itself 1.
        best: For each article its likeliest partner, of equals the earlier; itself where it is the only one.
        order: All articles: the likeliest pair first, then each as early as its likeliest pair.
    """

    rows: tuple[tuple[float, ...], ...] = ()
    best: tuple[int, ...] = ()
    order: tuple[int, ...] = ()

    def share(self, one: int, other: int) -> float:
        """What two articles share."""
        return self.rows[one][other]

    def partners(self, one: int) -> tuple[int, ...]:
        """All other articles, the likeliest first; of equals the earlier."""
        row = self.rows[one]
        return tuple(sorted((at for at in range(len(row)) if at != one), key=lambda at: -row[at]))


def _table_of(rows: tuple[tuple[float, ...], ...]) -> ShareTable:
    places = range(len(rows))
    best = [max((to for to in places if to != at), key=row.__getitem__, default=at) for at, row in enumerate(rows)]
    order: dict[int, None] = {}
    for at in sorted(places, key=lambda one: -rows[one][best[one]]):
        order.setdefault(at)
        order.setdefault(best[at])
    return ShareTable(rows, tuple(best), tuple(order))


def makings_of(article: Article) -> Makings:
    """Take an article apart. Boilerplate, repeated paragraphs and stray matter take no part."""
    tokens = tokenize(article.text)
    stray = {
        at
        for start, end in article.noise
        for at in range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))
    }
    pieces: Counter[Piece] = Counter()
    words = paragraphs = 0
    for paragraph in article.paragraphs:
        if not paragraph.counts:
            continue
        first, last = bisect_left(tokens.starts, paragraph.start), bisect_left(tokens.starts, paragraph.end)
        keys = [tokens.keys[at] for at in range(first, last) if at not in stray]
        pieces.update(_pieces(keys))
        words += len(keys)
        paragraphs += 1
    return Makings(pieces, paragraphs, words)


def _pieces(keys: Sequence[str]) -> set[Piece]:
    found: set[Piece] = set()
    for at, key in enumerate(keys):
        unspaced = is_unspaced(key)
        run = tuple(keys[at : at + (_UNSPACED_RUN if unspaced else _RUN)])
        found.add(run[:2] if unspaced else key)
        if len(run) == (_UNSPACED_RUN if unspaced else _RUN):
            found.add(run)
    return found


def share_table(makings: Sequence[Makings], *, went_on: Callable[[int], bool] | None = None) -> ShareTable | None:
    """Find out what each pair of articles shares: the weight of what both hold, over that of the lighter article.

    Args:
        makings: What the articles are made of.
        went_on: Told after each article how many are compared with all before them; returns whether to go on.

    Returns:
        The table, or None where it wasn't to go on.
    """
    weights, masses, held = _weigh(makings)
    weigh = weights.__getitem__
    rows: list[list[float]] = []
    for at, mine in enumerate(held):
        row = []
        for to in range(at):
            lighter = min(masses[at], masses[to])
            row.append(min(1.0, sum(map(weigh, mine & held[to])) / lighter) if lighter else 0.0)
        rows.append(row)
        if went_on is not None and not went_on(at + 1):
            return None
    later = range(len(rows))
    return _table_of(tuple((*row, 1.0, *(rows[to][at] for to in later[at + 1 :])) for at, row in enumerate(rows)))


def _weigh(makings: Sequence[Makings]) -> tuple[list[float], list[float], list[frozenset[int]]]:
    """The weight of each piece, of each article, and by their numbers the pieces of it that another one holds too."""
    paragraphs: Counter[Piece] = Counter()
    articles: Counter[Piece] = Counter()
    for one in makings:
        paragraphs.update(one.pieces)
        articles.update(one.pieces.keys())
    total = max(_FEWEST_PARAGRAPHS, sum(one.paragraphs for one in makings))
    # Squared, as when two texts are compared by the cosine: words that stand everywhere hardly count.
    by_frequency = {number: log((total + 1) / number) ** 2 for number in set(paragraphs.values())}
    numbers = {piece: number for number, piece in enumerate(paragraphs)}
    weights = [by_frequency[frequency] for frequency in paragraphs.values()]
    held, masses = [], []
    for one in makings:
        mine = [(piece, numbers[piece]) for piece in one.pieces]
        masses.append(sum(weights[number] for _, number in mine))
        held.append(frozenset(number for piece, number in mine if articles[piece] > 1))
    return weights, masses, held
