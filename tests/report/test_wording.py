from __future__ import annotations

import pytest

from tests.samples import make_article
from tui.collation import Counts
from tui.report.summary import side_facts
from tui.report.wording import closed, percent


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 0, "0 %"),
        (0, 7, "0 %"),
        (1, 400, "under 1 %"),
        (1, 100, "1 %"),
        (1, 3, "33 %"),
        (999, 1000, "99 %"),
        (7, 7, "100 %"),
    ],
)
def test_a_share_says_nothing_and_all_only_where_that_is_exact(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("Bridge closed", "Bridge closed."), ("It fell.", "It fell."), ("“Why?”", "“Why?”"), ("It fell…", "It fell…")],
)
def test_a_sentence_has_one_stop(words: str, sentence: str) -> None:
    assert closed(words) == sentence


def test_a_text_without_spaces_is_counted_in_characters() -> None:
    told = side_facts(make_article(["橋は閉鎖された。"]), Counts(7, 7, 0), "in B")
    assert told[-1] == "7 characters · 100 % in B"
