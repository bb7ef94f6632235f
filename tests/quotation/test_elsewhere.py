"""What became of a quotation without a partner."""

from __future__ import annotations

from tests.quotation.made import article_of
from tui.quotation import Unpaired, Verdict, find_quotations
from tui.quotation.elsewhere import find_elsewhere, find_paraphrase
from tui.quotation.judging.words import quoted_words
from tui.quotation.sharing import Quoted


def fate(quotation: str, *paragraphs: str) -> tuple[Unpaired, str | None]:
    article, other = article_of(quotation), article_of(*paragraphs)
    (found,) = find_quotations(article)
    result = find_elsewhere(Quoted(found, quoted_words(article.text, found.words)), other)
    return result, None if result.other is None else other.text[slice(*result.other)]


def test_the_same_words_unquoted() -> None:
    found, words = fate("“We will close the old harbour,” Ann Doe said.", "So: we will close the old harbour by May.")
    assert found.verdict is Verdict.UNQUOTED
    assert words == "we will close the old harbour"


def test_most_of_its_words_in_one_sentence_is_a_paraphrase() -> None:
    found, words = fate(
        "“We will close the old harbour before the winter storms,” Ann Doe said.",
        "It was a fine day.",
        "The old harbour is to be closed before winter storms begin.",
    )
    assert found.verdict is Verdict.PARAPHRASED
    assert words == "The old harbour is to be closed before winter storms begin."


def test_a_report_of_the_same_speaker_needs_less() -> None:
    quotation = "“We will close the old harbour before the winter storms,” Ann Doe said."
    reported = "Ann Doe said the harbour would close this winter."
    assert fate(quotation, "It was a fine day.", reported)[0].verdict is Verdict.PARAPHRASED
    other = "Bo Lund said the harbour would close this winter."
    assert fate(quotation, "It was a fine day.", other)[0].verdict is Verdict.MISSING


def test_one_word_in_common_is_nothing() -> None:
    found, words = fate("“We will close the old harbour,” Ann Doe said.", "The harbour of Troy is deep.")
    assert (found.verdict, words) == (Verdict.MISSING, None)


def test_small_words_alone_are_looked_for_nowhere() -> None:
    assert fate("“It is as it was to us,” Ann Doe said.", "It is as it was to us all.")[0].verdict is Verdict.MISSING


def test_of_two_sentences_that_say_as_much_the_first() -> None:
    article = article_of("Storms close harbours. It rains. Storms close harbours.")
    found = find_paraphrase(article, ["storms", "close", "harbours"])
    assert found == (0, len("Storms close harbours."))


def test_common_words_do_not_hide_a_sentence_with_the_rare_ones() -> None:
    many = ["The valley waits for winter."] * 40
    found = find_paraphrase(
        article_of(*many, "A clinic opens with surgeons in the valley."),
        ["clinic", "surgeons", "opens", "valley", "winter"],
    )
    assert found is not None
    assert found[0] == sum(len(one) + 2 for one in many)
