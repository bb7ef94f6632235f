"""What the linear form reads together: a pair of paragraphs, a split, a merge, or a paragraph alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.report.marks import CLOSENESS

if TYPE_CHECKING:
    from tui.collation import Relation
    from tui.report.marks import SideView


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
    """Paragraphs joined through the closest link of each."""
    groups: dict[tuple[bool, int], set[tuple[bool, int]]] = {}
    closest = {
        (link.left, link.right): link
        for view in (left, right)
        for link, _ in (links[0] for links in view.links.values())
    }
    for left_number, right_number in closest:
        here, there = (True, left_number), (False, right_number)
        joined = groups.get(here, {here}) | groups.get(there, {there})
        for member in joined:
            groups[member] = joined
    units = []
    for members in {id(group): group for group in groups.values()}.values():
        links = [link for link in closest.values() if (True, link.left) in members]
        units.append(
            Unit(
                left=tuple(sorted(number for is_left, number in members if is_left)),
                right=tuple(sorted(number for is_left, number in members if not is_left)),
                relation=max((link.relation for link in links), key=CLOSENESS.__getitem__),
                moved=all(link.moved for link in links),
            )
        )
    return units
