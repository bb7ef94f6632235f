"""The gutter's signs: which paragraph gets which, on what row, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.collation import Relation
from tui.layout.model import Side, Sign, SignKind
from tui.layout.partners import partners_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.collation import Collation, Link
    from tui.layout.model import Column

SIGN_MARKS: Mapping[SignKind, str] = {
    SignKind.SAME: "=",
    SignKind.EDITED: "≈",
    SignKind.PARTIAL: "∩",
    SignKind.SIMILAR: "~",
    SignKind.MOVED: "⇢",
    SignKind.ONLY: "▸",
}

_KINDS = {
    Relation.SAME: SignKind.SAME,
    Relation.EDITED: SignKind.EDITED,
    Relation.PARTIAL: SignKind.PARTIAL,
    Relation.SIMILAR: SignKind.SIMILAR,
}

_ONLY = {Side.LEFT: "◂", Side.RIGHT: "▸", None: "◂▸"}


def sign_text(sign: Sign) -> str:
    """How a sign is written: "≈", "◂", "▸", "◂▸", and with the partner's number (from 1) "6⇢", "⇠6", "≈9".

    An arrow points to the side on which the partner stands; a plus says that there are more.
    """
    if not sign.partners:
        if sign.kind is SignKind.ONLY:
            return _ONLY[sign.side]
        return SIGN_MARKS[sign.kind]
    number = f"{sign.partners[0] + 1}{'+' if len(sign.partners) > 1 else ''}"
    if sign.kind is not SignKind.MOVED:
        return SIGN_MARKS[sign.kind] + number
    return f"{number}⇢" if sign.side is Side.LEFT else f"⇠{number}"


def place_signs(
    collation: Collation,
    anchors: tuple[tuple[int, int], ...],
    columns: Mapping[Side, Column],
    followed: Side | None = None,
    *,
    numbered: bool = False,
) -> dict[int, Sign]:
    """Give every paragraph its sign on its first row, or on the row below where two begin together.

    A pair has its own sign and at most one more, for a further partner of either: more signs than two can't be read.

    Args:
        collation: The comparison.
        anchors: The pairs (left, right) that stand opposite each other.
        columns: Both sides' columns, or one for the signs of that side shown alone.
        followed: The side whose order both take, if any. Pairs name only its further partners then, the looser ones,
            too; the other side's are named where they stand.
        numbered: The one column stands alone: a pair's sign has the partner's number, too.
    """
    by_pair = {(link.left, link.right): link for link in collation.links}
    signs: dict[int, Sign] = {}
    paired: dict[Side, dict[int, set[int]]] = {side: {} for side in Side}
    for pair in anchors:
        places = dict(zip(Side, pair, strict=True))
        for side in Side:
            paired[side].setdefault(places[side], set()).add(places[side.other])
        if not any(column.is_folded(places[side]) for side, column in columns.items()):
            row, side = max((column.row_of_paragraph(places[side]), side) for side, column in columns.items())
            kind = _KINDS[by_pair[pair].relation]
            # Where only one of them begins on this row, the sign would speak of nobody without the number.
            alone = followed is not None and any(
                column.row_of_paragraph(places[one]) != row for one, column in columns.items()
            )
            signs[row] = Sign(kind, side, (places[side.other],)) if numbered or alone else Sign(kind, None)
    partners = {side: partners_of(collation, side) for side in columns}
    told: set[int] = set()
    for row, side, paragraph in _beginnings(columns):
        opposite = paired[side].get(paragraph, set())
        links = partners[side].get(paragraph, [])
        further = [(link, other) for link, other in links if other not in opposite]
        if further and opposite:
            named = [
                (link, other)
                for link, other in further
                if followed is side or link.tied or link.relation is not Relation.SIMILAR
            ]
            if followed in {None, side} and named and row not in told:
                told.add(row)
                _place(signs, row, columns, _pointing(side, named, followed))
        elif further:
            _place(signs, row, columns, _pointing(side, further, followed))
        elif not opposite:
            _place_only(signs, row, side)
    return signs


def _beginnings(columns: Mapping[Side, Column]) -> list[tuple[int, Side, int]]:
    return sorted(
        (column.line_rows[line], side, paragraph)
        for side, column in columns.items()
        for paragraph, line in enumerate(column.first_lines)
        if column.rows[column.line_rows[line]] >= 0
    )


def _pointing(side: Side, further: list[tuple[Link, int]], followed: Side | None) -> Sign:
    """The sign for partners that don't stand opposite. Where one article's order is given up, nothing is moved."""
    closest = further[0][0]
    moved = closest.transposed and followed is None
    kind = SignKind.MOVED if moved else _KINDS[closest.relation]
    return Sign(kind, side, tuple(other for _, other in further))


def _place_only(signs: dict[int, Sign], row: int, side: Side) -> None:
    """Say of a paragraph that it matches nothing: on its first row or not at all, as its bar says so, too."""
    there = signs.setdefault(row, Sign(SignKind.ONLY, side))
    if there.kind is SignKind.ONLY and there.side is side.other:
        signs[row] = Sign(SignKind.ONLY, None)


def _place(signs: dict[int, Sign], row: int, columns: Mapping[Side, Column], sign: Sign) -> None:
    """Put a sign on the first free row from `row`, unless another paragraph begins there."""
    height = max(len(column.rows) for column in columns.values())
    at = row
    while at in signs:
        at += 1
        if at >= height or any(at < len(c.rows) and c.starts_paragraph(at) for c in columns.values()):
            return
    signs[at] = sign
