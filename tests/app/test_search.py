from __future__ import annotations

from tui.app.search import find_matches
from tui.article import Article, Paragraph
from tui.layout import Side


def found(text: str, query: str) -> list[str]:
    start = 0
    paragraphs = []
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(part)))
        start += len(part) + 2
    of = Article(source="a", text=text, paragraphs=tuple(paragraphs))
    return [text[match.start : match.end] for match in find_matches(of, Side.LEFT, query)]


def test_case_marks_dashes_and_line_ends_do_not_matter() -> None:
    assert found("She said “Don’t – ever\nagain”", '"don\'t - EVER again"') == ["“Don’t – ever\nagain”"]


def test_signs_of_patterns_are_only_signs() -> None:
    assert found("a.b axb [who] (x", "a.b") == ["a.b"]
    assert found("a.b axb [who] (x", "[who] (") == ["[who] ("]


def test_words_are_not_found_across_paragraphs_nor_is_nothing() -> None:
    assert found("one two\n\nthree", "two three") == []
    assert found("one two", "  ") == []
