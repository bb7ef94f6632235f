"""Where a reporter was in a pair, and going back there when it is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.page import Place as PagePlace
from tui.layout import Layout, Side
from tui.review.model import Place

if TYPE_CHECKING:
    from tui.app.reading import Reading
    from tui.review.model import Anchor

BACK = "Back where you left"

NOWHERE = Place(None, on_left=True, layout=Layout.BOTH.value)
"""Where a reporter is who has just opened two articles for the first time."""

_LAYOUTS = {layout.value: layout for layout in Layout}


def place_of(reading: Reading, top: int) -> Place:
    """Where the reporter is.

    Args:
        reading: What is being read.
        top: The first view row on the screen.
    """
    # Only here: the first frame needn't wait for it.
    from tui.review.anchors import anchor_of

    found = reading.place(top)
    side = found.side
    text = reading.article(side).text
    column = reading.table.column(side)
    row = column.next_text_row(reading.side_row(side, top))
    line = column.line_at(row) if top and row is not None else None
    quoted = () if reading.quote is None else reading.quote.words(side)
    return Place(
        words=None if line is None else anchor_of(text, line.start, line.end),
        on_left=side is Side.LEFT,
        layout=reading.layout.value,
        choice=reading.choice,
        at_quotation=anchor_of(text, *quoted[0]) if quoted else None,
    )


def return_to(reading: Reading, place: Place) -> PagePlace | None:
    """Take layout, side, choice and quotation up again; the rows are still to be set.

    Returns:
        What is to be brought on view, or None where the reporter was at the very beginning.
    """
    reading.side = Side.LEFT if place.on_left else Side.RIGHT
    reading.layout = _LAYOUTS.get(place.layout, reading.layout)
    reading.choice = place.choice
    seek_quotation(reading, place.at_quotation)
    found = _found(reading, place.words)
    return None if found is None else PagePlace(reading.side, found[0])


def quotation_of(reading: Reading) -> Anchor | None:
    """The first words of the current quotation on the active side, or None."""
    quoted = () if reading.quote is None else reading.quote.words(reading.side)
    if not quoted:
        return None
    from tui.review.anchors import anchor_of

    return anchor_of(reading.article(reading.side).text, *quoted[0])


def seek_quotation(reading: Reading, anchor: Anchor | None) -> None:
    """Be at the quotation with these words of the active side, if they still stand, once quotations are compared."""
    quoted = _found(reading, anchor)
    if quoted is not None:
        words, on_left = (quoted,), reading.side is Side.LEFT
        reading.seek_words(words if on_left else (), () if on_left else words)


def _found(reading: Reading, anchor: Anchor | None) -> tuple[int, int] | None:
    """Where words stand now."""
    if anchor is None:
        return None
    text = reading.article(reading.side).text
    if text.startswith(anchor.exact, anchor.start):
        return anchor.start, anchor.end
    from tui.review.anchors import find_anchor

    found = find_anchor(text, anchor)
    return None if found is None else found[0]
