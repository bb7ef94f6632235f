from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import make_article
from tui.article import Article, Role, heading_of, read_article

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
LONG = "The council voted on Tuesday night to close the old bridge for good, after engineers found deep cracks in it."


def article(*paragraphs: tuple[str, Role], title: str | None = None) -> Article:
    return make_article([words for words, _ in paragraphs], [role for _, role in paragraphs], title=title)


def test_the_title_is_what_an_article_is_called() -> None:
    assert heading_of(article((LONG, Role.BODY), title="Bridge\n to close")) == "Bridge to close"


def test_without_a_title_it_is_the_first_words() -> None:
    found = heading_of(article(("Sign up here", Role.BOILERPLATE), (LONG, Role.BODY)))
    assert found == "The council voted on Tuesday night to close the old bridge for good, after…"
    assert heading_of(article(("Bridge\nclosed.", Role.BODY))) == "Bridge closed."


def test_words_without_spaces_are_cut_between_characters() -> None:
    assert heading_of(article(("橋" * 200, Role.BODY))) == "橋" * 80 + "…"


def test_stray_matter_is_no_first_word() -> None:
    assert heading_of(read_article(str(SEEDS[2]))) == (
        "Alumni of Sen. Bernie Sanders's (I-Vt.) 2016 presidential campaign are…"
    )


def test_single_marks_keep_the_blank_before_them() -> None:
    assert heading_of(article(("They said 'never' again.", Role.BODY))) == "They said 'never' again."


@pytest.mark.parametrize("paragraphs", [(), (("Sign up here", Role.BOILERPLATE),)])
def test_nothing_to_read_has_no_heading(paragraphs: tuple[tuple[str, Role], ...]) -> None:
    assert heading_of(article(*paragraphs)) == ""
