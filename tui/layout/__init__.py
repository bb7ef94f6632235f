"""Two articles on common rows: wrapped lines, matching paragraphs level, signs between, stops."""

from tui.layout.arrangement import Arrangement, Layout
from tui.layout.model import (
    BLANK,
    FILLER,
    Column,
    FoldKey,
    Line,
    Note,
    NoteKind,
    RowTable,
    Side,
    Sign,
    SignKind,
    Stop,
    StopKind,
)
from tui.layout.nearest import nearest_words
from tui.layout.notes import note_text
from tui.layout.partners import partners_of
from tui.layout.rows import set_rows
from tui.layout.signs import SIGN_MARKS, place_signs, sign_text
from tui.layout.wrap import clusters, shown, wrap_article

__all__ = [
    "BLANK",
    "FILLER",
    "SIGN_MARKS",
    "Arrangement",
    "Column",
    "FoldKey",
    "Layout",
    "Line",
    "Note",
    "NoteKind",
    "RowTable",
    "Side",
    "Sign",
    "SignKind",
    "Stop",
    "StopKind",
    "clusters",
    "nearest_words",
    "note_text",
    "partners_of",
    "place_signs",
    "set_rows",
    "shown",
    "sign_text",
    "wrap_article",
]
