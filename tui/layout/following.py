"""One article in its order, with the counterparts of each paragraph opposite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.layout.arrangement import Band, make_band
from tui.layout.model import Note, NoteKind, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.collation import Collation, Link
    from tui.layout.arrangement import Item


def band_following(collation: Collation, side: Side) -> tuple[list[Band], tuple[tuple[int, int], ...]]:
    """Lay out both articles by the order of one.

    Each paragraph of the other side stands in full opposite its closest counterpart, and as a note opposite its
    other ones. One that has none stands after the paragraph before it. A repetition counts as having none.

    Args:
        collation: The comparison.
        side: The side whose order is followed.

    Returns:
        The bands, and the pairs (left, right) of which both stand in full in one band.
    """
    other = side.other
    counterparts, home = _counterparts(collation, side)
    count = {
        Side.LEFT: len(collation.left.paragraphs),
        Side.RIGHT: len(collation.right.paragraphs),
    }
    loners = _loners(count[other], home)
    bands: list[dict[Side, list[Item]]] = [{side: [], other: [*loners.get(-1, ())]}]
    pairs = []
    for paragraph in range(count[side]):
        opposite = counterparts.get(paragraph)
        if opposite:
            bands.append({side: [paragraph], other: []})
        else:
            bands[-1][side].append(paragraph)
        full = [partner for partner in opposite or () if home[partner] == paragraph]
        notes = [
            Note(NoteKind.STAND_IN, partner, partner, partner=home[partner])
            for partner in opposite or ()
            if home[partner] != paragraph
        ]
        # The first in full starts level; what only points elsewhere comes under it.
        bands[-1][other] += [*full[:1], *notes]
        for number, partner in enumerate(full):
            bands[-1][other] += [*([partner] if number else []), *loners.get(partner, ())]
            pairs.append((paragraph, partner) if side is Side.LEFT else (partner, paragraph))
    return [make_band(band) for band in bands if any(band.values())], tuple(sorted(pairs))


def _counterparts(collation: Collation, side: Side) -> tuple[dict[int, list[int]], dict[int, int]]:
    """The other side's paragraphs opposite each of this side, in order, and where each of those is at home."""
    counterparts: dict[int, list[int]] = {}
    home: dict[int, int] = {}
    for link in sorted(_original(collation), key=lambda link: (link.relation.closeness, -link.score, link.moved)):
        here, there = (link.left, link.right) if side is Side.LEFT else (link.right, link.left)
        counterparts.setdefault(here, []).append(there)
        home.setdefault(there, here)
    for found in counterparts.values():
        found.sort()
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
