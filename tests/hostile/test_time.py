"""Whatever an article is made of, reading and collating it takes time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from tests.hostile.texts import GROWING
from tui.article import article_from_text
from tui.collation import collate

SIZE = 40_000  # characters; what cost the square of that took ten seconds and more
MOST_SECONDS = 3  # of the processor; the slowest take half a second


@pytest.mark.parametrize("name", GROWING)
def test_a_hostile_article_is_read_and_collated_in_time(name: str) -> None:
    left, right = GROWING[name](SIZE), GROWING[name](SIZE * 9 // 10).replace("Monday", "Tuesday")
    begun = time.process_time()
    collation = collate(article_from_text(left), article_from_text(right))
    assert time.process_time() - begun < MOST_SECONDS
    assert collation.links
