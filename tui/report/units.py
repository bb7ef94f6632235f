"""What the linear form reads together: a pair of paragraphs, a split, a merge, or a paragraph alone."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.collation import Relation
from tui.report.standing import Standing

if TYPE_CHECKING:
    from tui.collation import Link
    from tui.report.standing import SideView


@dataclass(frozen=True, slots=True)
class Unit:
    """Paragraphs that are read together.

    Attributes:
        left: Paragraphs of the left article, in order; empty where the right one stands alone.
        right: Paragraphs of the right article, in order; empty where the left one stands alone.
        relation: The loosest relation that holds them together; None for a paragraph alone.
        moved: They stand in another order than the articles' common one.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    relation: Relation | None = None
    moved: bool = False


def in_reading_order(left: SideView, right: SideView) -> list[Unit]:
    """Every paragraph of both articles once, in the order of the left article.

    Paragraphs are read with their closest partner. What only the right article has
    follows its neighbour there.
    """
    paired = _pairs(left, right)
    owner = {number: unit for unit in paired for number in unit.right}
    heads = {unit.left[0]: unit for unit in paired}
    taken = {number for unit in paired for number in unit.left}
    after: dict[Unit | None, list[Unit]] = {}
    neighbour: Unit | None = None
    for number in range(len(right.article.paragraphs)):
        if number in owner:
            # A moved pair stands far from its right neighbours, so they follow the last one in order.
            neighbour = neighbour if owner[number].moved else owner[number]
        else:
            after.setdefault(neighbour, []).append(Unit((), (number,)))
    ordered = after.get(None, [])
    for number in range(len(left.article.paragraphs)):
        unit = heads.get(number)
        if unit is not None:
            ordered += [unit, *after.get(unit, [])]
        elif number not in taken:
            ordered.append(Unit((number,), ()))
    return ordered


def _pairs(left: SideView, right: SideView) -> list[Unit]:
    """Paragraphs that share wording in order, joined through the closest link of each; then pairs of the rest.

    A repeat stands alone. So does a paragraph whose partners are all read with others: a unit must stay short
    enough to be followed by ear.
    """
    closest = {
        (link.left, link.right): link
        for view in (left, right)
        for number, ((link, _), *_) in view.links.items()
        if view.standing(number) is not Standing.ASIDE
    }
    links = sorted(closest.values(), key=lambda link: (link.relation.closeness, -link.score))
    links = [link for link in links if not _is_aside(link, left, right)]
    joined = [link for link in links if not link.moved and link.relation is not Relation.SIMILAR]
    groups: dict[tuple[bool, int], list[Link]] = {}
    for link in joined:
        ends = ((True, link.left), (False, link.right))
        merged = [*groups.get(ends[0], [])]
        if groups.get(ends[1]) is not groups.get(ends[0]):
            merged += groups.get(ends[1], [])
        merged.append(link)
        for one in merged:
            groups[True, one.left] = groups[False, one.right] = merged
    for link in links:
        if (True, link.left) not in groups and (False, link.right) not in groups:
            groups[True, link.left] = groups[False, link.right] = [link]
    return [_unit(group) for group in {id(group): group for group in groups.values()}.values()]


def _is_aside(link: Link, left: SideView, right: SideView) -> bool:
    return Standing.ASIDE in {left.standing(link.left), right.standing(link.right)}


def _unit(links: list[Link]) -> Unit:
    return Unit(
        left=tuple(sorted({link.left for link in links})),
        right=tuple(sorted({link.right for link in links})),
        relation=max((link.relation for link in links), key=attrgetter("closeness")),
        moved=all(link.moved for link in links),
    )
