from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.app.conftest import article, place
from tui.app.excerpt import Bit, beginning, excerpt

SENTENCE = "One of the organizers told Politico on Sunday that they would meet again soon."
JAPANESE = "記者団に対し岸田首相は十日午後、辞任する意向を明らかにした。"


def test_the_words_stand_within_their_sentence() -> None:
    of = article("a", (SENTENCE, "Another paragraph."))
    assert excerpt(of, place(of, "told Politico"), 100) == (
        Bit("One of the organizers ", told=False),
        Bit("told Politico", told=True),
        Bit(" on Sunday that they would meet again soon.", told=False),
    )
    assert excerpt(of, place(of, "told Politico"), 40) == (
        Bit("… organizers ", told=False),
        Bit("told Politico", told=True),
        Bit(" on Sunday …", told=False),
    )


@pytest.mark.parametrize("words", ["told Politico", "One", "soon", SENTENCE])
def test_no_word_is_ever_cut_that_would_fit(words: str) -> None:
    of = article("a", (SENTENCE,))
    for room in range(12, 90):
        bits = excerpt(of, place(of, words), room)
        text = "".join(bit.text for bit in bits)
        assert cell_len(text) <= room
        assert set(text.replace("…", " ").split()) <= set(SENTENCE.split()), text
        assert any(bit.told for bit in bits)


def test_scripts_without_spaces_are_cut_between_characters() -> None:
    of = article("a", (JAPANESE,))
    bits = excerpt(of, place(of, "岸田首相"), 20)
    assert bits == (Bit("…対し", told=False), Bit("岸田首相", told=True), Bit("は十日…", told=False))
    assert all(cell_len("".join(bit.text for bit in excerpt(of, (6, 10), room))) <= room for room in range(1, 70))


def test_stray_matter_is_left_out() -> None:
    from dataclasses import replace

    of = article("a", ("He said Related: other news that it was over.",))
    of = replace(of, noise=(place(of, "Related: other news "),))
    assert "".join(bit.text for bit in excerpt(of, place(of, "said"), 80)) == "He said that it was over."


def test_a_word_longer_than_the_room_is_all_there_is() -> None:
    assert [beginning("Donaudampfschiff", room) for room in (16, 8, 1, 0)] == ["Donaudampfschiff", "Donauda…", "…", ""]


def test_a_place_without_words_is_marked_between_its_neighbours() -> None:
    of = article("a", (SENTENCE,))
    at = place(of, "organizers")[1]
    assert "".join(bit.text for bit in excerpt(of, (at, at), 100)).startswith("One of the organizers ▷ told Politico")
    assert "".join(bit.text for bit in excerpt(of, (0, 0), 100)).startswith("▷ One of")


def test_words_cut_out_of_a_sentence_say_that_something_stands_before() -> None:
    of = article("a", (SENTENCE,))
    assert excerpt(of, place(of, SENTENCE[4:]), 40)[0].text.startswith("… of the organizers")
    assert excerpt(of, place(of, SENTENCE), 40)[0].text.startswith("One of the organizers")
