"""Whether two articles give words to the same speaker: no accusation where one side only describes the other."""

from __future__ import annotations

import pytest

from tui.article import article_from_text
from tui.collation import collate
from tui.quotation import compare_quotations
from tui.quotation.model import Finding

WORDS = "The ferry stays in the harbour until the engine is mended"


def findings(left: str, right: str) -> set[Finding]:
    articles = [article_from_text(f"Tarn\n\n{text}") for text in (left, right)]
    comparison = compare_quotations(collate(*articles))
    return {finding for pair in comparison.pairs for finding in pair.findings}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"“{WORDS},” a spokesman for the Harbour Board said.", f"“{WORDS},” the Harbour Board said."),
        (f"“{WORDS},” Tarnland’s president said.", f"“{WORDS},” President Ann Doe said."),
        (f"“{WORDS},” said Northwind’s CEO, Ann Doe.", f"“{WORDS},” Ann B. Doe, CEO of Northwind, said."),
    ],
)
def test_a_description_may_be_whoever_the_other_article_names(left: str, right: str) -> None:
    assert Finding.ATTRIBUTION not in findings(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"“{WORDS},” Ann Doe said.", f"“{WORDS},” Rob Roe said."),
        (f"“{WORDS},” the Harbour Board said.", f"“{WORDS},” Rob Roe said."),
    ],
)
def test_another_name_is_another_speaker(left: str, right: str) -> None:
    assert Finding.ATTRIBUTION in findings(left, right)


def test_two_words_of_three_make_no_pair() -> None:
    left = "The board spoke of “several Tarn fishermen”."
    right = "“The safety of Tarn fishermen at sea and in port is what this board was founded for,” Ann Doe said."
    comparison = compare_quotations(collate(*(article_from_text(f"Tarn\n\n{text}") for text in (left, right))))
    assert not comparison.pairs
