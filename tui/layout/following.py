"""One article in its order, with the counterparts of each paragraph opposite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.collation import Relation
from tui.layout.arrangement import Band, make_band
from tui.layout.model import Note, NoteKind, Side
from tui.layout.partners import rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.collation import Collation, Link
    from tui.layout.arrangement import Item


_WORDING = frozenset({Relation.SAME, Relation.EDITED, Relation.PARTIAL})


def band_following(collation: Collation, side: Side) -> tuple[list[Band], tuple[tuple[int, int], ...]]:
    """Lay out both articles by the order of one.

    Each paragraph of the other side stands in full once: level with its closest counterpart, or with the first of
    those before it that share its wording. Opposite its other counterparts stands a note, but not where it is on view
    anyhow, beside a neighbour, nor where the paragraph before has just said so, nor where a looser likeness is all
    there is to tell of a paragraph that has something opposite: the gutter's sign says enough then. One without
    counterpart stands after the paragraph before it and that one's companions. A repetition counts as having none.

    Args:
        collation: The comparison.
        side: The side whose order is followed.

    Returns:
        The bands, and the pairs (left, right) of which both stand in full in one band.
    """
    return _Follower(collation, side).follow()


class _Follower:
    """Finds for each paragraph of the side that is followed what stands opposite."""

    def __init__(self, collation: Collation, side: Side) -> None:
        self._side = side
        articles = {Side.LEFT: collation.left, Side.RIGHT: collation.right}
        self._lengths = {one: [found.end - found.start for found in articles[one].paragraphs] for one in Side}
        self._counterparts, self._home = _counterparts(collation, side)
        self._full: dict[int, list[int]] = {}
        # Those that share wording first, so that they stand level.
        for partner in sorted(self._home, key=lambda one: (self._relation(one) not in _WORDING, one)):
            self._full.setdefault(self._home[partner], []).append(partner)
        self._loners = _loners(len(self._lengths[side.other]), self._home)
        # By the paragraph level with which they begin: partners whose closest counterpart stands further down.
        self._early = {self._first_beside(found[0]): found[0] for found in self._full.values()}

    def follow(self) -> tuple[list[Band], tuple[tuple[int, int], ...]]:
        side, other = self._side, self._side.other
        bands: list[dict[Side, list[Item]]] = [{side: [], other: [*self._loners.get(-1, ())]}]
        pairs: list[tuple[int, int]] = []
        for paragraph in range(len(self._lengths[side])):
            full, notes = self._opposite(paragraph), self._notes(paragraph)
            joins = self._full.get(paragraph, [])[:1] not in ([], full[:1])
            if (full or notes) and not joins:
                bands.append({side: [paragraph], other: []})
            else:
                bands[-1][side].append(paragraph)
            # The first in full starts level; what only points elsewhere comes under it.
            bands[-1][other] += [*full[:1], *notes]
            bands[-1][other] += full[1:]
            for partner in full:
                bands[-1][other] += self._loners.get(partner, ())
                pairs.append((paragraph, partner) if side is Side.LEFT else (partner, paragraph))
        return [make_band(band) for band in bands if any(band.values())], tuple(sorted(pairs))

    def _relation(self, partner: int) -> Relation:
        """How a partner is related to its closest counterpart."""
        return self._counterparts[self._home[partner]][partner]

    def _opposite(self, paragraph: int) -> list[int]:
        """The partners that begin beside this paragraph."""
        early = self._early.get(paragraph)
        if early is not None:
            found = self._full.get(paragraph, [])
            return [early, *(partner for partner in found if partner != early)]
        return self._full.get(paragraph, [])[1:]

    def _first_beside(self, partner: int) -> int:
        """The paragraph level with which a partner begins, so that it still stands beside its closest counterpart."""
        first = self._home[partner]
        room = self._lengths[self._side.other][partner]
        while first - 1 not in self._full and self._counterparts.get(first - 1, {}).get(partner) in _WORDING:
            room -= self._lengths[self._side][first - 1]
            if room < 0 or self._notes(first):
                break
            first -= 1
        return first

    def _notes(self, paragraph: int) -> list[Note]:
        """One line each for the partners that stand in full elsewhere, of the looser ones only for the closest."""
        found = self._counterparts.get(paragraph, {})
        worth = [partner for partner, relation in found.items() if relation is not Relation.SIMILAR]
        if not worth and paragraph not in self._full:
            worth = [*found][:1]
        told = self._counterparts.get(paragraph - 1, {})
        return [
            Note(NoteKind.STAND_IN, partner, partner, partner=self._home[partner])
            for partner in sorted(worth)
            if self._home[partner] != paragraph and partner not in told and not self._stands_near(paragraph, partner)
        ]

    def _stands_near(self, paragraph: int, partner: int) -> bool:
        """Whether every paragraph between this one and the partner's closest counterpart has that partner, too."""
        home = self._home[partner]
        step = 1 if home > paragraph else -1
        return all(partner in self._counterparts.get(between, ()) for between in range(paragraph + step, home, step))


def _counterparts(collation: Collation, side: Side) -> tuple[dict[int, dict[int, Relation]], dict[int, int]]:
    """What goes with each paragraph of this side, the closest first, and where each of the other side is at home."""
    counterparts: dict[int, dict[int, Relation]] = {}
    home: dict[int, int] = {}
    for link in sorted(_original(collation), key=lambda link: (rank(collation, link), link.moved)):
        here, there = (link.left, link.right) if side is Side.LEFT else (link.right, link.left)
        counterparts.setdefault(here, {})[there] = link.relation
        home.setdefault(there, here)
    return counterparts, home


def _original(collation: Collation) -> Iterator[Link]:
    """The links between paragraphs that don't only repeat an earlier one."""
    for link in collation.links:
        left, right = collation.left.paragraphs[link.left], collation.right.paragraphs[link.right]
        if left.duplicate_of is None and right.duplicate_of is None:
            yield link


def _loners(count: int, home: dict[int, int]) -> dict[int, list[int]]:
    """Paragraphs without a home, under the paragraph after which they stand (-1: at the beginning)."""
    found: dict[int, list[int]] = {}
    before = -1
    for paragraph in range(count):
        if paragraph in home:
            before = paragraph
        else:
            found.setdefault(before, []).append(paragraph)
    return found
