"""What a reporter decided: marks and notes that last, and finding their words again."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.review.errors import ReviewError
from tui.review.model import Anchor, Decision, Found, Located, Mark, MarkKind, Place, Subject

if TYPE_CHECKING:
    from tui.review.correcting import corrected, ties_of
    from tui.review.exchange import Imported, export_marks, import_marks
    from tui.review.loading import load_corrections, load_marks
    from tui.review.review import Change, Review

__all__ = [
    "Anchor",
    "Change",
    "Decision",
    "Found",
    "Imported",
    "Located",
    "Mark",
    "MarkKind",
    "Place",
    "Review",
    "ReviewError",
    "Subject",
    "corrected",
    "export_marks",
    "import_marks",
    "load_corrections",
    "load_marks",
    "ties_of",
]

# What needs SQLite or searches texts is loaded when it is first asked for: most who name a mark need neither.
_LATER = {
    "Change": "review",
    "Imported": "exchange",
    "Review": "review",
    "corrected": "correcting",
    "export_marks": "exchange",
    "import_marks": "exchange",
    "load_corrections": "loading",
    "load_marks": "loading",
    "ties_of": "correcting",
}


def __getattr__(name: str) -> object:
    if name in _LATER:
        return getattr(import_module(f"tui.review.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
