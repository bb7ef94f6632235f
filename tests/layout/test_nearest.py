"""Words said to stand in one article alone, though the other has them in another sentence."""

from __future__ import annotations

from dataclasses import replace

from tests.layout.test_rows import article, collation, link
from tui.collation import Collation, Relation
from tui.layout import Stop, StopKind, nearest_words

LEFT = "They want a meeting to discuss the issue of sexual violence on his 2016 campaign."
NEAR = "It rained. A letter asked for time to discuss the issue of sexual violence on the 2016 campaign."


def pair_of(*right: str) -> Collation:
    return collation(article(LEFT), article("Some want a meeting.", *right), link(0, 0, Relation.PARTIAL))


def stop_of(pair: Collation, words: str, kind: StopKind = StopKind.UNIQUE) -> Stop:
    start = pair.left.text.index(words)
    return Stop(kind, (start, start + len(words)), None, 0, 0)


def test_the_sentence_that_has_most_of_the_words_is_found_in_a_further_partner() -> None:
    pair = pair_of(NEAR)
    linked = replace(pair, links=(*pair.links, link(0, 1, Relation.SIMILAR)))
    found = nearest_words(linked, stop_of(linked, "the issue of sexual violence"))
    assert found is not None
    assert linked.right.text[slice(*found)] == NEAR.removeprefix("It rained. ")
    mirror = nearest_words(linked.swapped(), stop_of(linked, "the issue of sexual violence").mirrored())
    assert mirror == found


def test_words_that_stand_in_no_linked_paragraph_have_none() -> None:
    pair = pair_of(NEAR)
    assert nearest_words(pair, stop_of(pair, "the issue of sexual violence")) is None


def test_less_than_half_or_a_single_word_is_not_enough() -> None:
    pair = pair_of("The violence of the storm was an issue on Monday.")
    linked = replace(pair, links=(*pair.links, link(0, 1, Relation.SIMILAR)))
    assert nearest_words(linked, stop_of(linked, "discuss the issue of sexual violence on his 2016 campaign")) is None
    assert nearest_words(linked, stop_of(linked, "violence")) is None


def test_only_words_without_any_opposite_are_asked_about() -> None:
    pair = pair_of(NEAR)
    assert nearest_words(pair, stop_of(pair, "a meeting", StopKind.MOVED)) is None
