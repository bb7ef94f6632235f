"""Words under the mouse, and what is copied: always an article's own words, never its line ends on the screen."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.app.drawing import cells
from tui.app.excerpt import paragraph_of
from tui.app.telling import closest_link
from tui.app.wording import LETTERS, counted_words, one_line
from tui.layout import Side, clusters, shown
from tui.text import tokenize

if TYPE_CHECKING:
    from tui.app.reading import Reading
    from tui.article import Article, Range


def offset_at(reading: Reading, side: Side, view_row: int, x: int) -> int:
    """The code point of one side's text that lies nearest to a cell.

    Args:
        reading: What is being read.
        side: The side, which must be shown.
        view_row: A row of the page; beyond its ends the nearest.
        x: A column of the page; columns outside the pane count as its edges.
    """
    pane = reading.geometry.pane(side)
    column = reading.table.column(side)
    row = reading.side_row(side, max(0, min(view_row, reading.height - 1)))
    line = column.line_at(row)
    if line is None or pane is None:
        before = column.line_before(row)
        return 0 if before is None else before.end if column.row_of_offset(before.start) <= row else before.start
    text, left = reading.article(side).text, x - pane.text_x
    for low, high in clusters(text, line.start, line.end):
        width = cells(shown(text, low, high))
        if left < width:
            return low
        left -= width
    return line.end


def word_at(article: Article, offset: int) -> Range | None:
    """The word that holds this code point, or None between words."""
    tokens = tokenize(article.text)
    index = bisect_right(tokens.starts, offset) - 1
    if index < 0 or offset >= tokens.ends[index]:
        return None
    return tokens.starts[index], tokens.ends[index]


def same_place(old: Article, new: Article, offset: int) -> int:
    """Where an offset of an article lies in a newer version: in the same paragraph, or as many paragraphs down."""
    if not old.paragraphs or not new.paragraphs:
        return 0
    index = paragraph_of(old, offset)
    words, into = old.words_of(index), offset - old.paragraphs[index].start
    alike = [at for at in range(len(new.paragraphs)) if new.words_of(at) == words]
    if alike:
        return new.paragraphs[min(alike, key=lambda at: abs(at - index))].start + into
    found = new.paragraphs[min(index, len(new.paragraphs) - 1)]
    return min(found.start + into, found.end - 1)


def selected_text(article: Article, words: Range) -> str:
    """A selection as running text: each paragraph on one line, a blank line between two."""
    start, end = words
    parts = []
    for index in range(paragraph_of(article, start), paragraph_of(article, max(start, end - 1)) + 1):
        paragraph = article.paragraphs[index]
        parts.append(one_line(article.text[max(start, paragraph.start) : min(end, paragraph.end)]))
    return "\n\n".join(part for part in parts if part)


def copied(reading: Reading, paragraph: int | None) -> tuple[str, str]:
    """What `y` copies here, and what is said of it: the selection, the difference, or the paragraph and its partner.

    Both are empty where there is nothing.
    """
    for side, painter in reading.painters.items():
        if painter.selected is not None:
            text = selected_text(painter.article, painter.selected)
            return text, f"Copied {counted_words(text)} of {LETTERS[side]}"
    if reading.stop is not None:
        wording = [
            f"{LETTERS[side]}: {selected_text(reading.article(side), words)}"
            for side in Side
            if (words := reading.stop.words(side)) is not None
        ]
        return "\n\n".join(wording), "Copied the difference"
    if paragraph is None:
        return "", ""
    side = reading.side
    places = {side: paragraph}
    link = closest_link(reading, side, paragraph)
    if link is not None:
        places[side.other] = link.right if side is Side.LEFT else link.left
    told = {one: f"{LETTERS[one]} ¶{places[one] + 1}" for one in Side if one in places}
    texts = [f"{name}: {one_line(reading.article(one).words_of(places[one]))}" for one, name in told.items()]
    return "\n\n".join(texts), f"Copied {' and '.join(told.values())}"
