"""Quotations of whole articles: what counts, what is mended, and that no text makes it slow or fail."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotation.made import article_of, quoted
from tui.article import Article, Paragraph, Role, article_from_text, read_article
from tui.quotation import find_quotations
from tui.quotation.find import quotations_without_speakers


def test_boilerplate_and_noise_give_none() -> None:
    text = "“Real words,” she said. MORE: ‘Other words,’ says columnist."
    article = article_of(text, (Role.BOILERPLATE, "“Subscribe now,” they said."), (Role.BYLINE, "By John “Jack” Doe"))
    noise = (text.index("MORE"), len(text))
    with_noise = Article("made.txt", article.text, article.paragraphs, noise=(noise,))
    assert [quotation.text for quotation in find_quotations(with_noise)] == ["Real words,"]


def test_noise_inside_a_quotation_does_not_end_it() -> None:
    text = "“Real words [Read more: ‘Why?’ asks “Doe] and more,” she said."
    noise = (text.index("["), text.index("]") + 1)
    article = Article("made.txt", text, (Paragraph(0, len(text)),), noise=(noise,))
    assert [quotation.segments for quotation in find_quotations(article)] == [((0, text.index(" she")),)]


def test_duplicates_name_what_they_repeat() -> None:
    article = article_of(
        "“Old,” he said. “We won the vote,” she said.",
        (Role.CAPTION, "Ann Doe: “We won the vote,” she said."),
        duplicates={1: 0},
    )
    assert [quotation.duplicate_of for quotation in find_quotations(article)] == [None, None, 1]


def test_quotations_are_numbered_by_their_first_marks() -> None:
    article = article_of("“It was long.", (Role.CAPTION, "The “long” night."), "“It is over,” she said.")
    found = find_quotations(article)
    assert [quotation.number for quotation in found] == [0, 1]
    assert [quotation.paragraphs for quotation in found] == [(0, 2), (1,)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It set up “a third-party hotline’ in order to help. It works.", ["“a third-party hotline’"]),
        ('“We won," she said. “They lost.”', ['“We won,"', "“They lost.”"]),
        ("“We won,“ she said. “They lost.”", ["“We won,“", "“They lost.”"]),
        ("”We won,” she said. “They lost.”", ["”We won,”", "“They lost.”"]),
        ('„Gewonnen", sagte sie.', ['„Gewonnen"']),
        ("“We won, she said. “They lost.”", ["“We won,", "“They lost.”"]),
        ('"We won, she said. "They lost."', ['"We won,', '"They lost."']),
        ('We won," she said. "They lost."', ['We won,"', '"They lost."']),
        ("We won,” she said. “They lost.”", ["We won,”", "“They lost.”"]),
        ("It was called “a long night by the mayor. Nobody slept.", ["“a long night by the mayor."]),
        ("“We won. It was long. Good night.", ["“We won. It was long. Good night."]),
        ("The mayor said: “We won. It was long.", ["“We won. It was long."]),
        ("‘We won, she said. It was over.", ["‘We won,"]),
        ("“We won, the mayor, Ann Doe, said. “They lost.”", ["“We won,", "“They lost.”"]),
        ("“We won, and it was long, she said. “They lost.”", ["“We won, and it was long,", "“They lost.”"]),
        ("“He called it “a sham and left,” she said.", ["“He called it “a sham and left,”"]),
        ('„Gewonnen. Und zwar klar. "', ['„Gewonnen. Und zwar klar. "']),
        ("'We won. It was long.", ["'We won. It was long."]),
        ("She disagrees. 'We won, she said. 'They lost.'", ["'We won,", "'They lost.'"]),
        ("「勝った。相手は負けた。", ["「勝った。相手は負けた。"]),
    ],
)
def test_missing_and_mismatched_marks_are_mended_where_they_stand(text: str, found: list[str]) -> None:
    assert quoted(text) == found
    assert find_quotations(article_of(text))[0].repaired


def test_one_missing_mark_spoils_nothing_after_it() -> None:
    found = quoted("“We won, she said.", "He spoke of “fraud” and left.", "“No,” she said. “Never.”")
    assert found == ["“We won,", "“fraud”", "“No,”", "“Never.”"]


def test_seed_001_over_captions() -> None:
    found = find_quotations(read_article("seeds/001_1df8ae38260215af.txt"))
    statement = next(quotation for quotation in found if quotation.text.startswith("We always welcome"))
    assert len(statement.segments) == 3
    assert not statement.repaired
    assert sum(quotation.duplicate_of is not None for quotation in found) == 3


_MARKS = "“”‘’\"'«»‹›„‚「」『』`″ \u00a0\u202f\n.,:?!—-aBs9é中"


@given(st.text(alphabet=_MARKS, max_size=120))
def test_no_text_makes_it_fail(text: str) -> None:
    article = article_from_text(f"x{text}")
    reach = -1
    for number, quotation in enumerate(find_quotations(article)):
        assert quotation.number == number
        assert len(quotation.segments) == len(quotation.words)
        assert quotation.segments[0][0] > reach
        reach = quotation.segments[0][0]
        for segment, words in zip(quotation.segments, quotation.words, strict=True):
            assert segment[0] <= words[0] <= words[1] <= segment[1]
            home = [p for p in article.paragraphs if p.start <= segment[0] and segment[1] <= p.end]
            assert len(home) == 1


@given(st.text(alphabet=_MARKS, max_size=120))
def test_no_two_quotations_overlap(text: str) -> None:
    segments = sorted(segment for found in find_quotations(article_from_text(f"x{text}")) for segment in found.segments)
    assert all(first[1] <= second[0] for first, second in pairwise(segments))


@pytest.mark.parametrize(
    "unit",
    ["“word ", "‘word ", '"word ', "word” ", "word's ", "“a ‘b’ c” he said. ", "“ab,” he said, “cd.” ", "«", "'", '"'],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(copies: int) -> float:
        text = unit * copies
        article = Article(str(copies), text, (Paragraph(0, len(text)),))
        start = time.process_time()
        quotations_without_speakers(article)
        return time.process_time() - start

    count = 12_000 // len(unit)
    small, large = min(seconds(count) for _ in range(3)), min(seconds(count * 4) for _ in range(2))
    assert large < 10 * small + 0.01


def test_marks_nested_fifty_deep() -> None:
    text = "“‘" * 25 + "word" + "’”" * 25
    assert quoted(text) == [text]


def test_two_hundred_unclosed_marks() -> None:
    found = find_quotations(article_of("“word and more. " * 200))
    assert len(found) == 200
    assert all(quotation.repaired and quotation.text == "word and more." for quotation in found)


def test_an_opening_mark_typed_twice_is_one() -> None:
    assert quoted("Doe spoke first. “”This is unfair. Very, very unfair,” he said.") == [
        "“”This is unfair. Very, very unfair,”"
    ]


def test_an_announced_statement_without_end_fills_its_paragraph() -> None:
    text = "Doe cut her off: “No, I said it clearly, I never agreed. Has anyone?"
    assert quoted(text) == ["“No, I said it clearly, I never agreed. Has anyone?"]


def test_marks_with_nothing_between_them_quote_nothing() -> None:
    assert quoted("she said “ 」 we") == []
