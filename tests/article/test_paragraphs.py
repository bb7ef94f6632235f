"""Where paragraphs begin and end."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from tui.article import article_from_text
from tui.article.paragraphs import split_paragraphs

LONG = (
    "The committee said on Tuesday that it would publish the letter in full before the end of the month.",
    "Two members who had signed it told reporters that they had not been asked whether they agreed to that.",
    "A spokesman declined to comment, saying the matter was before the courts and would stay there for now.",
    "The court is expected to hear the case in March, and a ruling could follow within weeks of the hearing.",
    "Lawyers for both sides said they were confident, though neither would say what they meant to argue.",
)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text)]


def test_blank_lines_part_paragraphs_whatever_white_space_they_hold() -> None:
    assert split("\n a \n \xa0\u3000 \nb\nc\n\n\n d") == ["a", "b\nc", "d"]


def test_bullets_in_one_block_are_one_paragraph() -> None:
    text = "Headline\n\n  • One thing\n  • Another thing\n\nBody.\n\nMore body."
    assert split(text)[1] == "• One thing\n  • Another thing"


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert split("Headline here\n" + "\n".join(LONG)) == ["Headline here", *LONG]


def test_hard_wrapped_lines_are_joined() -> None:
    paragraphs = [" ".join(LONG[:2]), " ".join(LONG[2:4]), LONG[4]]
    wrapped = "\n".join(textwrap.fill(paragraph, 66) for paragraph in paragraphs)
    assert [" ".join(found.split()) for found in split(wrapped)] == paragraphs


def test_hard_wrapped_lines_with_indents() -> None:
    paragraphs = [" ".join(LONG[:3]), " ".join(LONG[3:])]
    wrapped = "\n".join(textwrap.fill(paragraph, 60, initial_indent="    ") for paragraph in paragraphs)
    assert [" ".join(found.split()) for found in split(wrapped)] == paragraphs


def test_hard_wrapped_block_between_blank_lines_stays_one_paragraph() -> None:
    wrapped = textwrap.fill(" ".join(LONG), 66)
    assert split(f"Headline\n\n{wrapped}") == ["Headline", wrapped]


def test_headline_above_a_block_of_lines_that_are_paragraphs() -> None:
    assert split("Headline\n\n" + "\n".join(LONG)) == ["Headline", *LONG]
    four = "\n".join(LONG[:4])
    assert split(f"Headline\n\n{four}") == ["Headline", four]


def test_wrapped_japanese_is_joined() -> None:
    first = "市長は月曜日の記者会見で判決について控訴する方針を明らかにした記者団に対し残念だと述べた" * 2 + "。"
    lines = "\n".join(first[index : index + 24] for index in range(0, len(first), 24))
    assert split(lines) == [lines]


def test_a_row_of_stars_is_a_paragraph() -> None:
    assert split("a\n\n***\n\nb") == ["a", "***", "b"]


WHITE = st.sampled_from([" ", "\n", "\n\n", "\xa0", "\u3000", "\r", "\x0c", "\t"])


@given(st.lists(WHITE | st.text(max_size=12)).map("".join))
def test_paragraphs_cover_the_text_in_order(text: str) -> None:
    article = article_from_text(text)
    end = 0
    for paragraph in article.paragraphs:
        assert not article.text[end : paragraph.start].strip()
        found = article.text[paragraph.start : paragraph.end]
        assert found
        assert found == found.strip()
        end = paragraph.end
    assert not article.text[end:].strip()
    for first, last in article.noise:
        assert first < last
        assert any(paragraph.start <= first and last <= paragraph.end for paragraph in article.paragraphs)
