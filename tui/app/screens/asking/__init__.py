"""The dialogs: each asks one thing, knows nothing of the store, and closes with the answer or, on escape, with None.

Each is shown with `app.push_screen(Dialog(...), callback)`:

    NoteScreen(title, words, note)                      -> str | None           the note, "" to have none
    AskScreen(question, yes="Yes", no="No", *, default=False) -> bool | None    None (escape) is neither
    PickScreen(title, choices, *, current=None)         -> object | None        the `key` of a PickRow
    CorrectingScreen(title, items)                      -> object | None        the same; a letter acts at once
    SpeakerScreen(words, speaker, known)                -> str | None           "" for nobody; None if it stays
    BoundsScreen(text, words, limits)                   -> tuple[int, int] | None
    ExportScreen(folder, stem, formats=FORMATS, *, exists=Path.exists) -> ExportWish | None
    MarksScreen(rows, *, on_confirm, on_clear, on_note, on_undo=None) -> Located | None    the mark to go to

    PickRow(label, words, key, letter="")
    ExportFormat(name, ending, told, side=None), ExportWish(format, path, side)
    mark_rows(located, collation) -> tuple[MarkRow, ...]
    on_confirm(located), on_clear(located), on_note(located, note), on_undo() -> the new rows

A dialog takes every key itself, one after the other, from the moment it is pushed (see `asking.py`): what is typed
ahead is neither lost nor overtaken, and what follows the answer goes to what stands below. `keys.py` holds their keys.
"""

from tui.app.screens.asking.bounds import BoundsScreen
from tui.app.screens.asking.confirming import AskScreen
from tui.app.screens.asking.exporting import FORMATS, ExportFormat, ExportScreen, ExportWish
from tui.app.screens.asking.markrows import MarkGroup, MarkRow, mark_rows
from tui.app.screens.asking.marks import MarksScreen
from tui.app.screens.asking.noting import NoteScreen
from tui.app.screens.asking.picking import CorrectingScreen, PickRow, PickScreen
from tui.app.screens.asking.speaker import SpeakerScreen

__all__ = [
    "FORMATS",
    "AskScreen",
    "BoundsScreen",
    "CorrectingScreen",
    "ExportFormat",
    "ExportScreen",
    "ExportWish",
    "MarkGroup",
    "MarkRow",
    "MarksScreen",
    "NoteScreen",
    "PickRow",
    "PickScreen",
    "SpeakerScreen",
    "mark_rows",
]
