from __future__ import annotations

from dataclasses import replace

from tests.app.conftest import article, place
from tui.app.painting import Ground, Paint, SidePainter
from tui.collation import Collation, Counts
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
