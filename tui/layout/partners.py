"""Which paragraph of the other side a paragraph goes with first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import Role
from tui.layout.model import Side

if TYPE_CHECKING:
    from tui.collation import Collation, Link


def rank(collation: Collation, link: Link) -> tuple[bool, int, bool, float]:
    """What to sort links by, the closest first: what a reporter tied, the relation, two headlines, the score."""
    roles = {collation.left.paragraphs[link.left].role, collation.right.paragraphs[link.right].role}
    return not link.tied, link.relation.closeness, roles != {Role.HEADLINE}, -link.score


def partners_of(collation: Collation, side: Side) -> dict[int, list[tuple[Link, int]]]:
    """Each linked paragraph's links with the paragraph at their other end, the one to name first in front.

    What a reporter tied goes first, then one in the common order before a moved one, then as `rank` has it. A paragraph
    of the other side that only repeats an earlier one is left out, unless this one repeats one, too, or has no other.
    """
    copied = {
        Side.LEFT: [paragraph.duplicate_of is not None for paragraph in collation.left.paragraphs],
        Side.RIGHT: [paragraph.duplicate_of is not None for paragraph in collation.right.paragraphs],
    }
    found: dict[int, list[tuple[Link, int]]] = {}
    repeats: dict[int, list[tuple[Link, int]]] = {}
    for link in sorted(collation.links, key=lambda link: (not link.tied, link.moved, rank(collation, link))):
        here, there = (link.left, link.right) if side is Side.LEFT else (link.right, link.left)
        kept = found if copied[side][here] or not copied[side.other][there] else repeats
        kept.setdefault(here, []).append((link, there))
    return repeats | found
