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


def sign_text(sign: Sign) -> str:
    """How a sign is written: "≈", "◂", "▸", and with the partner's number (from 1) "6⇢", "⇠6", "≈9".

    An arrow points to the side on which the partner stands; a plus says that there are more.
    """
    if not sign.partners:
        if sign.kind is SignKind.ONLY:
            return "◂" if sign.side is Side.LEFT else "▸"
        return SIGN_MARKS[sign.kind]
    number = f"{sign.partners[0] + 1}{'+' if len(sign.partners) > 1 else ''}"
    if sign.kind is not SignKind.MOVED:
        return SIGN_MARKS[sign.kind] + number
    return f"{number}⇢" if sign.side is Side.LEFT else f"⇠{number}"


def place_signs(
    collation: Collation, anchors: tuple[tuple[int, int], ...], columns: Mapping[Side, Column]
) -> dict[int, Sign]:
    """Give every paragraph its sign on its first row, or on the row below where two begin together.

    Given one side's column, it gives the signs for that side shown alone.
    """
    top = next(iter(columns))
    by_pair = {(link.left, link.right): link for link in collation.links}
    signs: dict[int, Sign] = {}
    for left, right in anchors:
        row = columns[top].row_of_paragraph(left if top is Side.LEFT else right)
        signs[row] = Sign(_KINDS[by_pair[left, right].relation], None)
    paired = {Side.LEFT: dict(anchors), Side.RIGHT: {right: left for left, right in anchors}}
    partners = {side: partners_of(collation, side) for side in columns}
    for row, side, paragraph in _beginnings(columns):
        opposite = paired[side].get(paragraph)
        links = partners[side].get(paragraph, [])
        further = [(link, other) for link, other in links if other != opposite]
        if further:
            _place(signs, row, columns, _pointing(side, further))
        elif opposite is None:
            _place(signs, row, columns, Sign(SignKind.ONLY, side))
    return signs


def _beginnings(columns: Mapping[Side, Column]) -> list[tuple[int, Side, int]]:
    return sorted(
        (column.line_rows[line], side, paragraph)
        for side, column in columns.items()
        for paragraph, line in enumerate(column.first_lines)
    )


def _pointing(side: Side, further: list[tuple[Link, int]]) -> Sign:
    """The sign for partners that don't stand opposite."""
    closest = further[0][0]
    kind = SignKind.MOVED if closest.moved else _KINDS[closest.relation]
    return Sign(kind, side, tuple(other for _, other in further))


def _place(signs: dict[int, Sign], row: int, columns: Mapping[Side, Column], sign: Sign) -> None:
    """Put a sign on the first free row from `row`, unless another paragraph begins there."""
    height = max(len(column.rows) for column in columns.values())
    at = row
    while at in signs:
        at += 1
        if at >= height or any(at < len(c.rows) and c.starts_paragraph(at) for c in columns.values()):
            return
    signs[at] = sign
