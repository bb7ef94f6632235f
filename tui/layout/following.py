"""One article in its order, with the counterparts of each paragraph opposite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import Role
from tui.collation import Relation
from tui.layout.anchors import find_headlines
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

    Each paragraph of the other side stands in full once, beside its closest counterpart; headlines go together.
    Level with every paragraph that has counterparts stands its closest one, in full or as a note that says where it
    stands; under it are notes for the others that share its wording and the rest that belongs here. Of looser
    likenesses the gutter's sign says enough where anything else stands opposite. A paragraph without counterpart
    stands after the paragraph before it and that one's companions. A repetition counts as having none.

    Args:
        collation: The comparison.
        side: The side whose order is followed.

    Returns:
        The bands, and the pairs (left, right) of which both stand in full in one band.
    """
    counterparts, home = _counterparts(collation, side)
    articles = {Side.LEFT: collation.left, Side.RIGHT: collation.right}
    loners = _loners(len(articles[side.other].paragraphs), home)
    bands: list[dict[Side, list[Item]]] = [{side: [], side.other: [*loners.get(-1, ())]}]
    pairs: list[tuple[int, int]] = []
    for paragraph in range(len(articles[side].paragraphs)):
        found = counterparts.get(paragraph, {})
        full = [partner for partner in found if home[partner] == paragraph]
        if not found:
            bands[-1][side].append(paragraph)
            continue
        level = next(iter(found)) in full or not _notes(paragraph, found, home)
        # The closest stands level; what only points elsewhere comes under it.
        opposite: list[Item] = [*full[:level], *_notes(paragraph, found, home)]
        opposite += full[level:]
        for partner in full:
            opposite += loners.get(partner, ())
            pairs.append((paragraph, partner) if side is Side.LEFT else (partner, paragraph))
        bands.append({side: [paragraph], side.other: opposite})
    return [make_band(band) for band in bands if any(band.values())], tuple(sorted(pairs))


def _notes(paragraph: int, found: dict[int, Relation], home: dict[int, int]) -> list[Note]:
    """One line each for the counterparts that stand in full elsewhere, the closest first.

    Of mere likenesses only the closest is worth a line, and only where nothing else stands opposite.
    """
    elsewhere = [partner for partner in found if home[partner] != paragraph]
    worth = [partner for partner in elsewhere if found[partner] in _WORDING]
    if not worth and len(elsewhere) == len(found):
        worth = elsewhere[:1]
    return [
        Note(NoteKind.STAND_IN, partner, partner, partner=home[partner], below=home[partner] > paragraph)
        for partner in worth
    ]


def _counterparts(collation: Collation, side: Side) -> tuple[dict[int, dict[int, Relation]], dict[int, int]]:
    """What goes with each paragraph of this side, the closest first, and where each of the other side is at home."""
    counterparts: dict[int, dict[int, Relation]] = {}
    home: dict[int, int] = {}
    headlines = find_headlines(collation)
    if headlines is not None:
        here, there = headlines if side is Side.LEFT else headlines[::-1]
        counterparts[here], home[there] = {there: Relation.SIMILAR}, here
    for link in sorted(_original(collation), key=lambda link: _closeness(collation, link)):
        here, there = (link.left, link.right) if side is Side.LEFT else (link.right, link.left)
        counterparts.setdefault(here, {})[there] = link.relation
        home.setdefault(there, here)
    return counterparts, home


def _closeness(collation: Collation, link: Link) -> tuple[object, ...]:
    """What to sort by: as `rank`, but a text is at home with text before it is with a headline."""
    untied, relation, apart, score = rank(collation, link)
    roles = {collation.left.paragraphs[link.left].role, collation.right.paragraphs[link.right].role}
    return untied, relation, apart, Role.HEADLINE in roles, score, link.moved


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
