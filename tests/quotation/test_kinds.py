"""Statements, fragments, headlines, titles and terms."""

from __future__ import annotations

import pytest

from tests.quotation.made import article_of
from tui.article import Role
from tui.quotation import QuotationKind, find_quotations


def kinds(text: str, role: Role = Role.BODY) -> list[str]:
    return [quotation.kind.value for quotation in find_quotations(article_of((role, text)))]


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” she said.",
        "‘We won’, she said.",
        "She said: “We won.”",
        "She added, “We won the vote.”",
        "The mayor was blunt. “We won.”",
        "“Did we win?” she asked.",
        "“we won,” she wrote, “We did.”",
        "„Wir haben gewonnen“, sagte sie.",
        "« On a gagné », dit-elle.",
        "“Ganamos”, afirmó.",
        "知事は「選挙に勝ったと思っている」と述べた。",
        "“[We] won,” she said.",
        "“… We won,” she said.",
        "“80 percent is enough,” she said.",
    ],
)
def test_a_statement_by_itself(text: str) -> None:
    assert kinds(text) == ["full"] or text.startswith("“we")


@pytest.mark.parametrize(
    "text",
    [
        "She called it “a long night for everyone” and left.",
        "She said the vote was “long.”",
        "The mayor spoke of an “amazing opportunity” on Monday, she said.",
        "They protested against the “toxic masculinity” they say pervades politics.",
        "She said that “We” is a big word.",
        "Sie sprach von „einem langen Abend“.",
        "Elle a parlé d’« une longue soirée ».",
        "Le directeur s’est dit « surpris et déçu ».",
        "It was chosen on ‘price, experience and safety’, the company said.",
    ],
)
def test_a_fragment_in_the_reporters_sentence(text: str) -> None:
    assert kinds(text) == ["partial"]


@pytest.mark.parametrize(
    "text",
    [
        "Her novel “The Long Night” sold well.",
        "He starred in the film “Gone” and two plays.",
        "The song, titled “Blue moon,” was a hit.",
        "She appeared on “Meet the Town” in May.",
        "“The Long Night,” a novel by Ann Doe, sold well.",
        "Der Roman „Die lange Nacht“ verkauft sich gut.",
        "Son roman « La longue nuit » se vend bien.",
        "La novela «La larga noche» se vende bien.",
        "Die Anlage grenzt an die Kleingartenanlage „Abendfrieden“ am Fluss.",
        "映画「長い夜」が公開された。",
        "彼女は『雪国の春』を出した。",
    ],
)
def test_the_name_of_a_work(text: str) -> None:
    assert kinds(text) == ["title"]


@pytest.mark.parametrize(
    "text",
    [
        "The Bernie “alumni” were keen to talk.",
        "The so-called “night mayor” has no office.",
        "A drug known as “blue ice” was in the bag.",
        "He was nicknamed “the Fox” in school.",
        "Der sogenannte „Nachtbürgermeister“ hat kein Büro.",
        "It was a “fix” that broke more than it mended.",
    ],
)
def test_a_term_at_arms_length(text: str) -> None:
    assert kinds(text) == ["scare"]


def test_a_headlines_words_are_the_headlines() -> None:
    assert kinds("Staffers DEMAND Action On ‘Sexual Violence,’ ‘Toxic Masculinity’", Role.HEADLINE) == ["headline"] * 2
    assert kinds("They demand talks on ‘sexual violence’, a letter says", Role.SUMMARY) == ["partial"]


def test_a_statement_over_paragraphs_or_interrupted_is_full() -> None:
    assert kinds("“We won,” she said, “and they know it.”") == [QuotationKind.FULL]
    article = article_of("She said: “It was long.", "“It is over.”")
    assert [quotation.kind for quotation in find_quotations(article)] == [QuotationKind.FULL]


def test_a_nickname_between_two_names_is_a_term() -> None:
    assert kinds("The crowd thanked Tom “Anvil” Roe and left.") == ["scare"]


@pytest.mark.parametrize(
    "text",
    [
        "She said so in an interview on Channel Nine’s “Breakfast Hour.”",
        "She said so on Radio Tarn’s “Guess … Who Is It!”",
        "“Rivers For All” is the work of two retired teachers.",
    ],
)
def test_a_programme_or_a_cause_is_named(text: str) -> None:
    assert kinds(text) == ["title"]


def test_words_of_the_next_paragraph_tell_nothing() -> None:
    text = "She read from “The Long Field.”\n\nIts author said nothing."
    assert [one.kind.value for one in find_quotations(article_of(*text.split("\n\n")))] == ["title"]
