"""How notes are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.layout.model import NoteKind

if TYPE_CHECKING:
    from tui.layout.model import Note

CLOSED, OPEN = "▸", "▾"
"""Stand before a fold that is closed and one that is open."""


def note_text(note: Note) -> str:
    """What a note says: "¶4: below, at ¶6", "▸ 5 paragraphs the same, 1 not compared"."""
    if note.kind is NoteKind.STAND_IN:
        return f"¶{note.first + 1}: {'below' if note.below else 'above'}, at ¶{note.partner + 1}"
    said = []
    if note.told:
        said.append(f"{_paragraphs(note.told)} {'the same' if note.kind is NoteKind.SAME else 'without quotations'}")
    if note.quiet:
        said.append(f"{note.quiet if note.told else _paragraphs(note.quiet)} not compared")
    return f"{CLOSED if note.folded else OPEN} {', '.join(said)}"


def _paragraphs(number: int) -> str:
    return f"{number:,} {'paragraph' if number == 1 else 'paragraphs'}"
