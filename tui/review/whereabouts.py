"""Where marks are kept, told without opening anything."""

from __future__ import annotations

import os
from pathlib import Path


def usual_path() -> Path:
    """The file of marks of the person who runs this."""
    # Only here: the command line needs it for nothing else.
    from platformdirs import user_data_path

    return user_data_path("copyholder", appauthor=False) / "marks.db"


def may_write(path: Path) -> bool:
    """Whether a file may be written, or made where it isn't there: the nearest folder that exists tells."""
    if path.exists():
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    folder = next((found for found in path.absolute().parents if found.exists()), Path())
    return folder.is_dir() and os.access(folder, os.W_OK)


def only_read(path: Path) -> str:
    """What is said where a file may not be written."""
    what = path if path.exists() else path.parent
    return f"{what} may only be read; ask its owner, or name another file with --db"
