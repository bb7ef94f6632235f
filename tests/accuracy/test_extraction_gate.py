"""The gate for web pages: as exact as trafilatura's own text or better, on pages whose articles are known."""

from __future__ import annotations

from tests.accuracy.extraction import Taken, measured, ours, theirs


def test_paragraphs_are_taken_as_exactly_as_by_trafilatura_alone() -> None:
    own = sum(measured(ours).values(), Taken())
    plain = sum(measured(theirs).values(), Taken())
    assert own.pages == plain.pages == 124
    assert own.precision >= max(0.97, plain.precision)
    assert own.recall >= max(0.97, plain.recall)
    assert own.headlines >= 122


def test_no_layout_is_given_up() -> None:
    for layout, taken in measured(ours).items():
        assert taken.precision >= 0.85, layout
        assert taken.recall >= 0.85, layout
