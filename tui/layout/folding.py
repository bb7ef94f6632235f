"""Leaving out paragraphs that a reader doesn't ask for: which, and the notes that stand for them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.collation import Relation, Status
from tui.layout.arrangement import Band, Layout, make_band
from tui.layout.model import Note, NoteKind, Side
from tui.layout.quoting import quoting_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article
    from tui.collation import Collation, Link, Span
    from tui.layout.arrangement import Item
    from tui.layout.model import FoldKey

_NOTES = {Layout.DIFFERENCES: NoteKind.SAME, Layout.QUOTATIONS: NoteKind.UNQUOTED}


def band_folded(collation: Collation, bands: list[Band], layout: Layout, unfolded: frozenset[FoldKey]) -> list[Band]:
    """Fold what the layout leaves out; an open fold keeps its note over its paragraphs.

    Args:
        collation: The comparison.
        bands: Both articles in order, of whole paragraphs; each but the first begins with a pair.
        layout: DIFFERENCES or QUOTATIONS.
        unfolded: The folds that are open.
    """
    return _Folder(collation, layout, unfolded).fold(bands)


class _Folder:
    """Gathers runs of paragraphs that are left out."""

    def __init__(self, collation: Collation, layout: Layout, unfolded: frozenset[FoldKey]) -> None:
        self._quiet = {Side.LEFT: _quiet(collation.left), Side.RIGHT: _quiet(collation.right)}
        find_kept = _quoting if layout is Layout.QUOTATIONS else _differing
        self._kept = find_kept(collation, self._quiet)
        self._kind = _NOTES[layout]
        self._unfolded = unfolded
        self._run: list[Band] = []
        self._bands: list[Band] = []

    def fold(self, bands: list[Band]) -> list[Band]:
        for band in (part for whole in bands for part in _split(whole)):
            for part, shown in self._parts(band):
                if shown:
                    self._flush()
                    self._bands.append(part)
                else:
                    self._run.append(part)
        self._flush()
        return self._bands

    def _parts(self, band: Band) -> Iterator[tuple[Band, bool]]:
        """What is left out and what is shown by turns, so that neither side has words beside the other's fold.

        What is left out above the first to be shown goes with the fold above, what is below the last with the next.
        """
        above: dict[Side, list[Item]] = {}
        shown: dict[Side, list[Item]] = {}
        below: dict[Side, list[Item]] = {}
        for side in Side:
            above[side], rest = self._part(side, band.items(side), shown=False)
            upward, inner = self._part(side, rest[::-1], shown=False)
            shown[side], below[side] = inner[::-1], upward[::-1]
        yield make_band(above), False
        while any(shown.values()):
            for wanted in (True, False):
                part: dict[Side, list[Item]] = {}
                for side in Side:
                    part[side], shown[side] = self._part(side, shown[side], shown=wanted)
                yield make_band(part), wanted
        yield make_band(below), False

    def _part(self, side: Side, items: Sequence[Item], *, shown: bool) -> tuple[list[Item], list[Item]]:
        """The items at the beginning that are shown, or that are left out, and the others."""
        count = next((at for at, item in enumerate(items) if (item in self._kept[side]) is not shown), len(items))
        return [*items[:count]], [*items[count:]]

    def _flush(self) -> None:
        run, self._run = [band for band in self._run if band.left or band.right], []
        items = {side: [item for band in run for item in band.items(side) if isinstance(item, int)] for side in Side}
        keys = [(side, items[side][0]) for side in Side if items[side]]
        if not keys:
            return
        # Once the articles are exchanged, an open fold bears the name of what was its left paragraph.
        key = next((known for known in keys if known in self._unfolded), keys[0])
        self._bands.append(make_band({side: [self._note(side, items[side], key)] for side, _ in keys}))
        if key in self._unfolded:
            self._bands += run

    def _note(self, side: Side, run: list[int], key: FoldKey) -> Note:
        quiet = sum(item in self._quiet[side] for item in run)
        return Note(self._kind, run[0], run[-1], quiet=quiet, folded=key not in self._unfolded, key=key)


def _split(band: Band) -> list[Band]:
    """The pair that begins a band, and what follows it."""
    if not band.left or not band.right:
        return [band]
    head = Band(band.left[:1], band.right[:1])
    return [head, Band(band.left[1:], band.right[1:])] if band.left[1:] or band.right[1:] else [head]


def _differing(collation: Collation, quiet: dict[Side, set[int]]) -> dict[Side, set[int]]:
    """Paragraphs in which something differs, and those linked to them."""
    kept: dict[Side, set[int]] = {
        Side.LEFT: set(range(len(collation.left.paragraphs))) - {link.left for link in collation.links},
        Side.RIGHT: set(range(len(collation.right.paragraphs))) - {link.right for link in collation.links},
    }
    for link in collation.links:
        if (link.moved or link.relation is Relation.SIMILAR) and not _aside(link, quiet):
            kept[Side.LEFT].add(link.left)
            kept[Side.RIGHT].add(link.right)
    kept[Side.LEFT].update(_changed(collation.left, collation.left_spans))
    kept[Side.RIGHT].update(_changed(collation.right, collation.right_spans))
    return _with_partners(collation, kept, quiet)


def _changed(article: Article, spans: tuple[Span, ...]) -> Iterator[int]:
    starts = [paragraph.start for paragraph in article.paragraphs]
    for span in spans:
        if span.status is Status.SAME or any(low <= span.start and span.end <= high for low, high in article.noise):
            continue
        yield bisect_right(starts, span.start) - 1


def _quoting(collation: Collation, quiet: dict[Side, set[int]]) -> dict[Side, set[int]]:
    """Paragraphs that quote, and those linked to them."""
    kept = {Side.LEFT: set(quoting_paragraphs(collation.left)), Side.RIGHT: set(quoting_paragraphs(collation.right))}
    return _with_partners(collation, kept, quiet)


def _with_partners(
    collation: Collation, kept: dict[Side, set[int]], quiet: dict[Side, set[int]]
) -> dict[Side, set[int]]:
    """With the paragraphs linked to them; without what isn't compared."""
    found = {side: kept[side] - quiet[side] for side in Side}
    for link in collation.links:
        if not _aside(link, quiet) and (link.left in kept[Side.LEFT] or link.right in kept[Side.RIGHT]):
            found[Side.LEFT].add(link.left)
            found[Side.RIGHT].add(link.right)
    return found


def _aside(link: Link, quiet: dict[Side, set[int]]) -> bool:
    return link.left in quiet[Side.LEFT] or link.right in quiet[Side.RIGHT]


def _quiet(article: Article) -> set[int]:
    """Paragraphs that don't count."""
    return {index for index, paragraph in enumerate(article.paragraphs) if not paragraph.counts}
