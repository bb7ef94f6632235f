from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.reading import Reading
from tui.app.telling import tell_reading, told_flat
from tui.app.widgets.inspector import shortened
from tui.app.wording import note_told
from tui.article import read_article
from tui.collation import Link, Relation, collate
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
    note = Note(NoteKind.STAND_IN, 3, 3, partner=5, below=True)
    assert note_told(note, Side.RIGHT) == "B ¶4: below, at A ¶6"
    assert note_told(replace(note, below=False), Side.LEFT) == "A ¶4: above, at B ¶6"


def test_a_likeness_off_the_order_is_told_as_a_guess(pair: Collation) -> None:
    links = (*(one for one in pair.links if not one.moved), Link(5, 2, Relation.SIMILAR, moved=True, score=0.2))
    reading = Reading(replace(pair, links=tuple(sorted(links))))
    reading.arrange(160, alone=False)
    (guess,) = (stop for stop in reading.stops if stop.left and stop.left[0] == pair.left.paragraphs[5].start)
    reading.stop = guess
    assert told_flat(reading, tell_reading(reading, 5, at_top=False)).startswith(
        "~ A ¶6 may be about the same as B ¶3, in other words"
    )
    assert not reading.table.moves


def test_words_without_opposite_are_followed_to_where_most_of_them_stand() -> None:
    seeds = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
    reading = Reading(collate(read_article(str(seeds[2])), read_article(str(seeds[3]))))
    reading.arrange(160, alone=False)
    text = reading.collation.left.text
    (stop,) = (one for one in reading.stops if one.left and text[slice(*one.left)].startswith("the issue of "))
    reading.stop = stop
    told = tell_reading(reading, 0, at_top=False)
    assert told_flat(reading, told).startswith(
        '∩ + “the issue of "sexual violence" on his 2016 …” · most of the words stand in B ¶4 · A ¶1   A: the issue'
    )
    assert [quote.side for quote in told.quotes] == [Side.LEFT, Side.RIGHT]


def test_the_longest_words_give_way_on_a_narrow_first_line() -> None:
    lead = (
        ("≈ ", None),
        ("staffers who worked on the campaign", Side.LEFT),
        (" → ", None),
        ("aides", Side.RIGHT),
        (" · A ¶5", None),
    )
    assert shortened(lead, 80) == [*lead]
    assert "".join(words for words, _ in shortened(lead, 40)) == "≈ staffers who worked … → aides · A ¶5"
