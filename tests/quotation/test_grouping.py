"""Quotations over several paragraphs, and around an attribution that interrupts them."""

from __future__ import annotations

import pytest

from tests.quotation.made import article_of, quoted
from tui.article import Role
from tui.quotation import find_quotations


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” she said, “and they know it.”",
        '"We won," she said, "and they know it."',
        "‘We won,’ she said, ‘and they know it.’",
        "‘We won’, she said, ‘and they know it’.",
        "“We won,” said Dr. Ann Doe, the mayor of Troy, N.Y., “and they know it.”",
        "“If we win,” Doe told reporters, “I will sing.”",
        "“Really?” she asked, “and when?”",
        "„Wir haben gewonnen“, sagte sie, „und sie wissen es.“",
        "« On a gagné », a-t-elle dit, « et ils le savent. »",
        "«Ganamos», dijo la alcaldesa, «y lo saben».",
        "“We won —” she said — “and they know it.”",
    ],
)
def test_an_attribution_interrupts_one_statement(text: str) -> None:
    (quotation,) = find_quotations(article_of(text))
    assert len(quotation.segments) == 2
    assert not quotation.repaired


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” she said. “They know it.”",
        "“We won,” said Ann Doe, the mayor. “And they know it.”",
        "‘We won’, she said. ‘And they know it’.",
        "„Wir haben gewonnen“, sagte sie. „Und sie wissen es.“",
        "“We won,” she said, adding, “They know it.”",
        "“We won,” she said; “they know it.”",
        "“We won,” she said, and then asked: “Who lost?”",
        "She offered “hope,” “faith” and love.",
        "She was “tired,” friends, relatives and neighbours, “sad.”",
        "The headline read 'Gotcha!' and the editors' note said 'sorry'.",
        "「勝った」と述べ、「相手も知っている」と語った。",
        "He said it was “over,” calling the vote, which he said was rigged, a “sham.”",
    ],
)
def test_two_quotations_beside_each_other(text: str) -> None:
    assert [len(quotation.segments) for quotation in find_quotations(article_of(text))] == [1, 1]


def test_each_paragraph_opens_and_the_last_closes() -> None:
    found = quoted(
        "“We won,” she said. “It was long.", "“It was hard.", "“It is over,” she added. “Good night.”", "He left."
    )
    assert found == ["“We won,”", "“It was long. + “It was hard. + “It is over,”", "“Good night.”"]


def test_an_open_paragraph_before_a_continued_one_is_no_fault() -> None:
    article = article_of("She said: ‘It was long.", "‘It is over.’")
    (quotation,) = find_quotations(article)
    assert not quotation.repaired
    assert quotation.paragraphs == (0, 1)
    assert quotation.text == "It was long. It is over."


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("'It was long.", "'It is over,' he said."),
        ('"It was long.', '"It is over," he said.'),
        ("''It was long.", "''It is over,'' he said."),
        ("„Es war lang.", "„Es ist vorbei“, sagte er."),
        ("»Es war lang.", "»Es ist vorbei«, sagte er."),
        ("« C'était long.", "« C'est fini », dit-il."),
        ("« C'était long.", "» C'est fini », dit-il."),
        ("«Fue largo.", "»Se acabó», dijo."),
    ],
)
def test_continued_in_every_style(first: str, last: str) -> None:
    (quotation,) = find_quotations(article_of(first, last))
    assert quotation.paragraphs == (0, 1)
    assert not quotation.repaired


@pytest.mark.parametrize(
    "between",
    [
        (Role.CAPTION, "Ann Doe, the mayor, on Friday."),
        (Role.CAPTION, "‘It was long,’ said Ann Doe."),
        (Role.BOILERPLATE, "Sign up for our newsletter."),
        (Role.BODY, "A long night"),
        (Role.BODY, "Ann Doe, the mayor of Troy, waves to the crowd outside of the town hall on Friday night"),
    ],
)
def test_a_caption_or_a_crosshead_between(between: tuple[Role, str]) -> None:
    found = find_quotations(article_of("‘It was long.", between, "‘It is over,’ she said."))
    (statement,) = [quotation for quotation in found if 0 in quotation.paragraphs]
    assert statement.paragraphs == (0, 2)
    assert not statement.repaired


def test_a_paragraph_of_reporting_ends_what_was_left_open() -> None:
    found = find_quotations(
        article_of("“It was long.", "The crowd went home after midnight.", "“It is over,” he said.")
    )
    assert [quotation.paragraphs for quotation in found] == [(0,), (2,)]
    assert [quotation.repaired for quotation in found] == [True, False]


def test_a_report_at_its_end_shows_that_a_mark_is_missing() -> None:
    assert quoted("“It was long, he said.", "“It is over,” she said.") == ["“It was long,", "“It is over,”"]


def test_japanese_brackets_open_once() -> None:
    found = find_quotations(article_of("知事は「長かった。", "とても長かった。", "もう終わりだ」と述べた。"))
    assert [quotation.paragraphs for quotation in found] == [(0, 1, 2)]
    assert found[0].text == "長かった。 とても長かった。 もう終わりだ"
    assert not found[0].repaired


def test_a_paragraph_that_should_open_anew_and_does_not() -> None:
    found = find_quotations(article_of("“It was long.", "It is over,” she said. “Good night.”"))
    assert [quotation.paragraphs for quotation in found] == [(0, 1), (1,)]
    assert found[0].repaired


def test_segments_stay_in_their_paragraphs() -> None:
    article = article_of("“A b.", "“C d.", "“E f.”")
    for quotation in find_quotations(article):
        for segment, index in zip(quotation.segments, quotation.paragraphs, strict=True):
            paragraph = article.paragraphs[index]
            assert paragraph.start <= segment[0] < segment[1] <= paragraph.end


def test_a_name_in_single_marks_does_not_go_on_with_a_statement() -> None:
    assert quoted("«Lo hago para que valga, no lo sé», dijo el juez del ‘caso Faro’ ayer.") == [
        "«Lo hago para que valga, no lo sé»",
        "‘caso Faro’",
    ]


def test_a_noun_that_may_report_does_not_end_a_paragraph_left_open() -> None:
    found = quoted("He adds: “We did not want this.", "“It brought noise, fear and anger.", "“We will meet you.”")
    assert len(found) == 1


def test_a_long_clause_without_a_comma_does_not_go_on_with_a_statement() -> None:
    text = "“Great,” one other member said because the screen went dark and showed the words “back in an hour.”"
    assert quoted(text) == ["“Great,”", "“back in an hour.”"]
