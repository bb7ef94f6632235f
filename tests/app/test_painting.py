from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import article, place, spans
from tui.app.common import says_something
from tui.app.painting import Ground, Paint, SidePainter, find_grounds
from tui.collation import Collation, Counts, Link, Relation, Span, Status
from tui.layout import Side

WORDS = "Alumni of Sanders Related: other news are requesting a meeting."


def painter() -> SidePainter:
    left = article("left", (WORDS,))
    left = replace(left, noise=(place(left, "Related: other news "),))
    empty = Counts(0, 0, 0)
    collation = Collation(
        left=left,
        right=article("right", ("Nothing",)),
        links=(),
        left_spans=(),
        right_spans=(),
        left_counts=empty,
        right_counts=empty,
        differs=True,
    )
    return SidePainter(collation, Side.LEFT, [Ground.LINKED])


def painted(by: SidePainter, paint: Paint) -> list[str]:
    return [WORDS[start:end] for start, end, found in by.runs(0, 0, len(WORDS)) if paint in found]


def test_stray_matter_within_the_current_difference_stays_dim() -> None:
    by = painter()
    by.current = (0, WORDS.index(" a meeting"))
    assert painted(by, Paint.CURRENT) == ["Alumni of Sanders", "are requesting"]
    assert painted(by, Paint.QUIET) == ["Related: other news "]


def test_words_found_in_stray_matter_are_current() -> None:
    by = painter()
    by.current = (WORDS.index("other"), WORDS.index(" news"))
    assert painted(by, Paint.CURRENT) == ["other"]


PARTIAL = (
    "About a dozen cars left the rails shortly before 5 a.m. near the overpass. One sent smoke over the town.",
    "Fourteen cars left the rails shortly before 5 a.m. near the overpass. Two workers were treated for smoke.",
)


def partial_pair() -> Collation:
    left, right = (article(name, (words,)) for name, words in zip(("left", "right"), PARTIAL, strict=True))
    run = "cars left the rails shortly before 5 a.m. near the overpass"
    shared = (run, "smoke")
    known = {
        Side.LEFT: [("About a dozen", Status.CHANGED, place(right, "Fourteen"))],
        Side.RIGHT: [("Fourteen", Status.CHANGED, place(left, "About a dozen"))],
    }
    told = {
        side: spans(of, set(), [*known[side], *((words, Status.SAME, place(there, words)) for words in shared)])
        for side, of, there in ((Side.LEFT, left, right), (Side.RIGHT, right, left))
    }
    counts = Counts(19, 11, 0)
    return Collation(
        left=left,
        right=right,
        links=(Link(0, 0, Relation.PARTIAL, moved=False, score=0.4),),
        left_spans=told[Side.LEFT],
        right_spans=told[Side.RIGHT],
        left_counts=counts,
        right_counts=counts,
        differs=True,
    )


def paint_of(by: SidePainter, words: str) -> set[Paint]:
    start = by.article.text.index(words)
    return {paint for _, _, paint in by.runs(0, start, start + len(words))}


def test_around_a_shared_passage_the_words_that_differ_are_set_off() -> None:
    pair = partial_pair()
    grounds = find_grounds(replace(pair, left_spans=few(pair.left_spans)))
    assert grounds[Side.LEFT] == [Ground.PARTLY]
    left, right = SidePainter(pair, Side.LEFT, [Ground.PARTLY]), SidePainter(pair, Side.RIGHT, [Ground.PARTLY])
    assert paint_of(left, "About a dozen") == {Paint.CHANGED}
    assert paint_of(right, "Fourteen") == {Paint.CHANGED}
    assert paint_of(left, "cars left the rails") == {Paint.PLAIN}
    # A sentence of which only one small word is shared is read as one that the other side doesn't have.
    assert paint_of(left, "One sent smoke over the town.") == {Paint.ONLY}
    assert paint_of(right, "Two workers were treated for smoke.") == {Paint.ONLY}


def few(found: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same words, hardly any of them shared."""
    return tuple(replace(span, status=Status.UNIQUE) for span in found[:-2]) + found[-2:]


def test_shared_wording_in_a_sentence_of_ones_own_is_plain() -> None:
    left, right = article("left", ("They spoke of toxic masculinity at length.",)), article("right", ("No.",))
    here = place(left, "toxic masculinity")
    pair = replace(partial_pair(), left=left, right=right, right_spans=())
    pair = replace(pair, left_spans=spans(left, set(), [("toxic masculinity", Status.SAME, (0, 2))]))
    found = [*SidePainter(pair, Side.LEFT, [Ground.PARTLY]).runs(0, 0, len(left.text))]
    assert found == [(0, here[0], Paint.ONLY), (*here, Paint.PLAIN), (here[1], len(left.text), Paint.ONLY)]


@pytest.mark.parametrize(
    ("paragraph", "words", "told"),
    [
        ("HALDEN CROSSING — A wheel bearing ran hot.", "HALDEN CROSSING — A", False),
        ("WASHINGTON (AP) — The senator met his staff.", "WASHINGTON (AP) — The", False),
        ("The senator met some of his top advisers.", "of his top", False),
        ("The senator met some of his top advisers in the morning.", "in the", False),
        ("A column of smoke rose.", "smoke", False),
        ("A column of smoke rose at 5.", "5", True),
        ("They asked for a meeting with the senator.", "meeting with the", True),
        ("It was called a toxic culture.", "toxic culture", True),
        ("It was meant to address harassment.", "harassment", True),
        ("記者団に対し岸田首相は述べた。", "岸田首相", True),
        ("記者団に対し岸田首相は述べた。", "に対し", False),
    ],
)
def test_only_shared_wording_that_says_something_is_pointed_at(paragraph: str, words: str, *, told: bool) -> None:
    of = article("a", (paragraph,))
    assert says_something(of, place(of, words)) is told
