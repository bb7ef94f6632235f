"""The recent pairs as lines of the library's list, and what is said of one of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from tui.app.excerpt import beginning
from tui.app.library.recents import pair_told, progress_told, when_told
from tui.app.widgets.listing import Line, note
from tui.app.wording import LETTERS, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.review.recent import Recent

_NOWHERE = "pasted, or read from standard input"
_TITLES_AND_PLACES = 4
"""Rows of both titles and of where both articles are."""


def recent_lines(recents: Sequence[Recent], quiet: str) -> list[Line]:
    """A line for each pair under a heading, and a blank one.

    Args:
        recents: The pairs.
        quiet: The style of what is beside the point.
    """
    if not recents:
        return []
    now = datetime.now().astimezone()
    names = max(cell_len(pair_told(recent)) for recent in recents)
    longest = max(cell_len(progress_told(recent)) for recent in recents)

    def line(recent: Recent) -> Line:
        def tell(width: int) -> Text:
            when = f" · {when_told(recent.opened, now)}"
            room = width - cell_len(when) - 2
            cells = min(names, max(width // 2, room - longest))
            pair = pair_told(recent, cells)
            progress = progress_told(recent, brief=names + longest > room)
            told = f"{pair}{' ' * (cells - cell_len(pair))}  {progress}{when}"
            left = width - cell_len(told)
            title = beginning(f"  {one_line(recent.left)}", left) if left > 0 else ""
            return Text(beginning(told, width)).append(title, quiet)

        return Line(recent, tell)

    return [note("Recent pairs", "underline"), *map(line, recents), note("")]


def recent_told(recent: Recent, rows: int) -> list[str]:
    """Both titles, where both articles are, and between them, where there is room, how far the review is."""
    lines = [one_line(recent.left), one_line(recent.right)]
    if rows > _TITLES_AND_PLACES:
        lines.append(f"{progress_told(recent)} · {when_told(recent.opened, datetime.now().astimezone())}")
    origins = recent.left_origin, recent.right_origin
    lines += [
        f"{letter}: {one_line(origin or _NOWHERE)}" for letter, origin in zip(LETTERS.values(), origins, strict=True)
    ]
    return lines[:rows]
