"""The articles in a folder, told by their names alone: nothing is read but the beginning of files without an ending."""

from __future__ import annotations

import re
from pathlib import Path

from tui.article.errors import ArticleError

_ENDINGS = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".rtf", ".srt", ".vtt"}
)
_FIGURES = re.compile(r"(\d+)")
_SAMPLE = 1024


def articles_in(folder: str) -> tuple[str, ...]:
    """The files of a folder that may hold an article, in the order in which people count: 2 before 10.

    Hidden files and those of folders within it are left out; a file without an ending counts if it begins as text.

    Raises:
        ArticleError: The folder can't be looked into.
    """
    try:
        files = [path for path in Path(folder).iterdir() if not path.name.startswith(".") and path.is_file()]
    except PermissionError:
        raise ArticleError(folder, "you are not allowed to look into this folder; ask its owner") from None
    except (OSError, ValueError):
        raise ArticleError(folder, "this folder can't be looked into; check that the disk is there") from None
    return tuple(str(path) for path in sorted(files, key=_as_counted) if _may_be_article(path))


def is_folder(source: str) -> bool:
    """Whether a source is a folder."""
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False


def _as_counted(path: Path) -> tuple[list[tuple[int, str]], str]:
    parts = _FIGURES.split(path.name.casefold())
    return [(int(part), "") if at % 2 else (-1, part) for at, part in enumerate(parts)], path.name


def _may_be_article(path: Path) -> bool:
    if path.suffix:
        return path.suffix.casefold() in _ENDINGS
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except OSError:
        return False
    return bool(sample) and b"\0" not in sample
