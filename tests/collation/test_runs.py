"""Shared runs, against a search that tries every pair of words."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tui.article import Article, article_from_text
from tui.collation import runs as runs_module
from tui.collation.runs import shared_runs
from tui.collation.witness import Witness, prepare

if TYPE_CHECKING:
    import pytest

WORDS = st.lists(st.sampled_from("abc"), min_size=1, max_size=9).map(" ".join)
ARTICLES = st.lists(WORDS, min_size=1, max_size=4).map("\n\n".join).map(article_from_text)


def every_run(left: Witness, right: Witness, shortest: int) -> set[tuple[int, int, int]]:
    runs = set()
    for at, word in enumerate(left.ids):
        for other, counterpart in enumerate(right.ids):
            if word != counterpart or _equal_before(left, right, at, other):
                continue
            length = 1
            while _same_paragraphs(left, right, at, other, length) and (
                left.ids[at + length] == right.ids[other + length]
            ):
                length += 1
            if length >= shortest:
                runs.add((at, other, length))
    return runs


def _same_paragraphs(left: Witness, right: Witness, at: int, other: int, step: int) -> bool:
    if not (0 <= at + step < len(left.ids) and 0 <= other + step < len(right.ids)):
        return False
    return left.paragraph_at(at) == left.paragraph_at(at + step) and right.paragraph_at(other) == right.paragraph_at(
        other + step
    )


def _equal_before(left: Witness, right: Witness, at: int, other: int) -> bool:
    return _same_paragraphs(left, right, at, other, -1) and left.ids[at - 1] == right.ids[other - 1]


@given(ARTICLES, ARTICLES)
def test_every_run_is_found_once(left: Article, right: Article) -> None:
    one, other, _ = prepare(left, right)
    found = [(run.left, run.right, run.length) for run in shared_runs(one, other, ())]
    assert len(found) == len(set(found))
    assert set(found) == every_run(one, other, 4)


def test_runs_know_their_paragraphs_on_both_sides() -> None:
    left = article_from_text("one thing here\n\nthe quick brown fox jumps over it")
    right = article_from_text("see the quick brown fox jumps\n\nnothing of the kind at all")
    one, other, _ = prepare(left, right)
    (run,) = shared_runs(one, other, ())
    assert (run.left, run.right, run.length) == (3, 1, 5)
    assert (run.left_paragraph, run.right_paragraph) == (1, 0)


def test_equal_paragraphs_are_not_searched_against_each_other() -> None:
    text = "the quick brown fox jumps over the lazy dog"
    left = article_from_text(f"{text}\n\nhe saw that the quick brown fox jumps")
    right = article_from_text(text)
    one, other, _ = prepare(left, right)
    (run,) = shared_runs(one, other, {(0, 0)})
    assert (run.left_paragraph, run.right_paragraph, run.length) == (1, 0, 5)


def test_of_words_by_chance_there_are_no_more_runs_than_can_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(4)
    left, right = (" ".join(chance.choices("abcd", k=600)) for _ in range(2))
    one, other, _ = prepare(article_from_text(left), article_from_text(f"{right}\n\nThe rest is prose that both have."))
    assert len(shared_runs(one, other, ())) > 1000  # about three quarters of 600² over 4⁴ begin one
    monkeypatch.setattr(runs_module, "MOST_RUNS", 100)
    assert 0 < len(shared_runs(one, other, ())) <= 100 + len(other.ids)
