from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.reading import Reading
from tui.app.telling import tell_reading, told_flat
from tui.app.wording import note_told
from tui.layout import Note, NoteKind, Side

if TYPE_CHECKING:
    from tui.collation import Collation


def test_what_was_found_on_the_first_page_is_told_and_not_how_much_differs(pair: Collation) -> None:
    reading = Reading(pair)
    reading.arrange(160, alone=False)
    assert "differences" in told_flat(reading, tell_reading(reading, 0, at_top=True))
    reading.search("organizers")
    reading.seek_match(1, 0, reading.height)
    assert reading.match is not None
    assert told_flat(reading, tell_reading(reading, 1, at_top=True)) == "≈ A ¶2 and B ¶4: edited"


def test_a_note_says_of_which_article_it_speaks() -> None:
    note = Note(NoteKind.STAND_IN, 3, 3, partner=5)
    assert note_told(note, Side.RIGHT) == "B ¶4 stands opposite A ¶6"
    assert note_told(note, Side.LEFT) == "A ¶4 stands opposite B ¶6"
