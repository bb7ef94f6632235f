"""What is dropped or pasted into the terminal: the names of files, addresses, or an article's text."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tui.article.address import is_address

_LONGEST = 20_000
"""Characters beyond which nobody names files."""

_BLANKS = re.compile(r"\s")


def sources_in(text: str) -> tuple[str, ...]:
    """The files and addresses that a text names, as terminals write them: quoted, escaped or as `file://`.

    Args:
        text: What was dropped, pasted or typed.

    Returns:
        One source a file or address, in their order; none where anything else stands in the text.
    """
    told = text.strip()
    if not told or len(told) > _LONGEST:
        return ()
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    found: list[str] = []
    for line in lines:
        sources = _sources_of(line)
        if not sources:
            return ()
        found += sources
    return tuple(found)


def _sources_of(line: str) -> list[str]:
    """A line is one name with blanks in it, or several names."""
    whole = _source(line)
    if whole:
        return [whole]
    try:
        words = shlex.split(line)
    except ValueError:  # a mark is not closed
        return []
    found = [_source(word) for word in words]
    return [one for one in found if one] if all(found) else []


def _source(name: str) -> str:
    """An address, or the name of what there is on the disk; "" for anything else."""
    if is_address(name):
        return "" if _BLANKS.search(name) else name
    if name.casefold().startswith("file://"):
        name = unquote(urlsplit(name).path)
    try:
        path = Path(name).expanduser()
        return str(path) if path.exists() else ""
    except (OSError, ValueError, RuntimeError):  # no name, or nobody's home
        return ""
