"""Whether the files being read have changed on disk: asked now and then, told, never forced."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SECONDS = 2.0
"""How often the files are looked at."""

_Print = tuple[int, int]


class Disk(StrEnum):
    """What became of a file since it was read."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MISSING = "missing"


class Watch:
    """Remembers when files were written last. Standard input and addresses never change."""

    def __init__(self, sources: Iterable[str] = ()) -> None:
        self._read: dict[str, _Print] = {}
        self.states: dict[str, Disk] = {}
        self.begin(sources)

    def begin(self, sources: Iterable[str]) -> None:
        """Take the files as they are now as what has been read."""
        found = {source: _print(source) for source in sources}
        self._read = {source: seen for source, seen in found.items() if seen is not None}
        self.states = dict.fromkeys(self._read, Disk.UNCHANGED)

    def look(self) -> bool:
        """Look at the files; says whether there is anything new to tell."""
        before = self.states
        self.states = {source: _state(read, _print(source)) for source, read in self._read.items()}
        return self.states != before

    def state(self, source: str) -> Disk:
        """What became of this file."""
        return self.states.get(source, Disk.UNCHANGED)


def _state(read: _Print, now: _Print | None) -> Disk:
    if now is None:
        return Disk.MISSING
    return Disk.UNCHANGED if now == read else Disk.CHANGED


def _print(source: str) -> _Print | None:
    if source == "-" or "://" in source:
        return None
    try:
        found = Path(source).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
