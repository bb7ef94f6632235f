"""The pairs that were reviewed lately: read from the store in a thread, and told in a line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.app.excerpt import beginning
from tui.app.wording import brief_name, one_line, plural
from tui.review.model import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.review.recent import Recent

MOST = 20
"""Recent pairs that are listed where there is nothing else to list."""

_LATELY = 7
"""Days that are counted; before them the date is told."""


class Recents:
    """Holds the recent pairs; `version` grows when they are read."""

    def __init__(self, db: str | None = None) -> None:
        self.version = 0
        self.found: tuple[Recent, ...] = ()
        self._db = None if db is None else Path(db).expanduser()

    def look(self) -> None:
        """Read them, in a thread."""
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        # Only here: who opens two articles needs none of it.
        from tui.review.errors import StoreError
        from tui.review.opening import open_store
        from tui.review.recent import recent_pairs
        from tui.review.whereabouts import usual_path

        store = open_store(self._db or usual_path(), writable=False).store
        if store is None:
            return
        try:
            self.found = recent_pairs(store, MOST)
        except StoreError:
            return  # the reader says what is wrong with the store, where it can be mended
        finally:
            store.close()
        self.version += 1


def pair_told(recent: Recent, room: int = 80) -> str:
    """Both names in so many cells: "002 ⇄ 003"."""
    left, right = brief_name(recent.left_name), brief_name(recent.right_name)
    if left == right:
        left, right = recent.left_name, recent.right_name
    names = [_shown(name) for name in (left or recent.left, right or recent.right)]
    if cell_len(" ⇄ ".join(names)) <= room:
        return " ⇄ ".join(names)
    each = max(4, (room - cell_len(" ⇄ ")) // 2)
    # What one name leaves over the other may have.
    spare = [max(0, each - cell_len(name)) for name in names]
    return " ⇄ ".join(beginning(name, each + rest) for name, rest in zip(names, spare[::-1], strict=True))


def progress_told(recent: Recent, *, brief: bool = False) -> str:
    """How far the review is: "7 of 23 quotations reviewed, 2 flagged"; "17 reviewed" where they were never counted.

    Args:
        recent: The pair.
        brief: There is little room: "7/23 reviewed, 2 flagged".
    """
    if recent.quotations is None:
        marked = sum(recent.decisions.values())
        told = [f"{marked:,} reviewed", *_to_look_at(recent.decisions)]
        return ", ".join(told) if marked else "nothing reviewed"
    if brief and recent.quotations:
        every = recent.reviewed == recent.quotations > 1
        done = f"all {recent.quotations:,}" if every else f"{recent.reviewed:,}/{recent.quotations:,}"
        return ", ".join([f"{done} reviewed", *_to_look_at(recent.on_quotations)])
    told = [_reviewed_told(recent.reviewed, recent.quotations), *_to_look_at(recent.on_quotations)]
    if recent.elsewhere:
        told.append(plural(recent.elsewhere, "other mark"))
    return ", ".join(told)


def _reviewed_told(done: int, quotations: int) -> str:
    if not quotations:
        return "no quotations"
    if quotations == 1:
        return "the only quotation reviewed" if done else "the only quotation not reviewed"
    if done == quotations:
        return f"all {quotations:,} quotations reviewed"
    return f"{done or 'none':{',' if done else ''}} of {quotations:,} quotations reviewed"


def _to_look_at(counts: Mapping[str, int]) -> list[str]:
    """What is to be looked at again: "2 flagged", "1 to verify"."""
    return [
        f"{counts[decision.value]:,} {words}"
        for decision, words in ((Decision.FLAGGED, "flagged"), (Decision.QUERIED, "to verify"))
        if counts.get(decision.value)
    ]


def when_told(opened: str, now: datetime) -> str:
    """When that was, as people say it."""
    try:
        then = datetime.fromisoformat(opened)
    except ValueError:
        return ""
    then = (then if then.tzinfo else then.replace(tzinfo=UTC)).astimezone(now.tzinfo)
    days = (now.date() - then.date()).days
    if days <= 0:
        return f"today {then:%H:%M}"
    if days == 1:
        return "yesterday"
    return f"{plural(days, 'day')} ago" if days <= _LATELY else f"{then:%Y-%m-%d}"


def _shown(words: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in one_line(words))
