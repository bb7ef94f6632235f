"""The words of a quotation as they are compared."""

from __future__ import annotations

import pytest

from tui.quotation.judging.words import QuotedWords, quoted_words


def words_of(text: str) -> QuotedWords:
    return quoted_words(text, [(0, len(text))])


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("people [who] work", ["people", "[who]", "work"]),
        ("[T]he mayor", ["[T]he", "mayor"]),
        ("they call[ed] us", ["they", "call[ed]", "us"]),
        ("so [the mayor] left", ["so", "[the mayor]", "left"]),
        ("a [sic] b", ["a", "[sic]", "b"]),
        ("[unclosed words", ["unclosed", "words"]),
    ],
)
def test_editors_brackets_belong_to_their_words(text: str, raw: list[str]) -> None:
    words = words_of(text)
    assert [words.raw(at) for at in range(len(words))] == raw
    assert [word.bracketed for word in words.words] == ["[" in one and "]" in one for one in raw]


@pytest.mark.parametrize("dots", ["…", "...", ". . .", "[…]", "[...]", "(...)", "・・・"])
def test_an_ellipsis_is_known_by_the_word_after_it(dots: str) -> None:
    text = f"We came {dots} and won"
    words = words_of(text)
    assert [at for at, _ in words.ellipses] == [2]
    start, end = words.ellipses[0][1]
    assert text[start:end].strip() == dots
    assert len(words) == 4


def test_a_full_stop_is_no_ellipsis() -> None:
    assert words_of("We came. We won.").ellipses == ()


def test_between_two_ranges_the_quotation_is_interrupted() -> None:
    text = "We won, she said, and they know it"
    words = quoted_words(text, [(0, 6), (18, len(text))])
    assert words.keys == ("we", "won", "and", "they", "know", "it")
    assert words.breaks == {2}
    assert words.printed(0, 4) == "We won and they"


def test_percent_written_as_a_sign_is_the_word() -> None:
    assert words_of("10% more").keys == words_of("ten percent more").keys


def test_nothing_between_the_marks() -> None:
    assert len(quoted_words("", [])) == 0
    assert words_of(" … ").keys == ()
