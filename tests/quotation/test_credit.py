"""Whether two articles mean the same speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quotation.made import article_of
from tui.quotation import Attribution, Finding, Quotation, QuotationKind, SpeakerKind
from tui.quotation.judging.credit import credit_findings, same_speaker

if TYPE_CHECKING:
    from tui.article import Article

PERSON, GROUP, DOCUMENT = SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.DOCUMENT
EMPTY = article_of("Nothing is said here.")


def agree(left: tuple[str, SpeakerKind], right: tuple[str, SpeakerKind], *articles: Article) -> bool:
    one, other = Attribution(*left), Attribution(*right)
    found = same_speaker(one, other, articles or (EMPTY,))
    assert same_speaker(other, one, articles or (EMPTY,)) is found
    return found


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Sen. Bernie Sanders", "Sanders", PERSON),
        ("Mayor Ann Doe", "Ann Doe", PERSON),
        ("Bernard Sanders", "Bernie Sanders", PERSON),
        ("A. Doe", "Ann Doe", PERSON),
        ("NHS", "National Health Service", GROUP),
        ("the committee", "Sanders's campaign committee", GROUP),
        ("ANN DOE", "Ann Doe", PERSON),
        ("one of the organizers", "an activist", PERSON),
        ("a spokesman", "Ann Doe", PERSON),
    ],
)
def test_one_speaker_under_other_names(left: str, right: str, kind: SpeakerKind) -> None:
    assert agree((left, kind), (right, kind))


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Ann Doe", "Bo Lund", PERSON),
        ("Ann Doe", "John Doe", PERSON),
        ("Doe", "Lund", PERSON),
        ("The Red Cross", "Doctors Without Borders", GROUP),
    ],
)
def test_two_speakers(left: str, right: str, kind: SpeakerKind) -> None:
    assert not agree((left, kind), (right, kind))


def test_a_letter_and_its_writers_are_one() -> None:
    assert agree(("the letter", DOCUMENT), ("the staffers", GROUP))
    wrote = article_of("Ann Doe wrote a letter to the mayor.")
    assert agree(("the letter", DOCUMENT), ("Ann Doe", PERSON), wrote)


def test_a_letter_and_a_committee_that_did_not_write_it_differ() -> None:
    received = article_of("The letter reached the mayor on Monday.", "Friends of Sanders put out an answer later.")
    assert not agree(("the letter", DOCUMENT), ("Friends of Sanders", GROUP), received)


def test_a_letter_is_no_statement() -> None:
    assert not agree(("the letter", DOCUMENT), ("the statement", DOCUMENT))
    assert agree(("the letter", DOCUMENT), ("the document", DOCUMENT))


def test_a_person_who_stands_beside_a_group_speaks_for_it() -> None:
    near = article_of("Ann Doe, who speaks for Greenpeace, said so.")
    assert agree(("Ann Doe", PERSON), ("Greenpeace", GROUP), near)
    assert not agree(("Ann Doe", PERSON), ("Greenpeace", GROUP), EMPTY)


def test_where_nobody_is_named_nobody_disagrees() -> None:
    assert agree(("Ann Doe", PERSON), ("", SpeakerKind.UNKNOWN))


def quotation(kind: QuotationKind, speaker: str | None, outlet: str | None) -> Quotation:
    named = Attribution(speaker, PERSON if speaker else SpeakerKind.UNKNOWN, "said", outlet)
    return Quotation(0, ((0, 9),), ((1, 8),), "Nothing", kind, named)


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (("Ann Doe", None), ("Bo Lund", None), {Finding.ATTRIBUTION}),
        (("Ann Doe", "Politico"), ("Doe", "The Hill"), {Finding.PROVENANCE}),
        (("Ann Doe", "The New York Times"), ("Doe", "the Times"), set()),
        (("Ann Doe", "Politico"), ("Doe", None), set()),
        ((None, "Politico"), ("Bo Lund", "Politico"), set()),
    ],
)
def test_findings(
    left: tuple[str | None, str | None], right: tuple[str | None, str | None], found: set[Finding]
) -> None:
    sides = [quotation(QuotationKind.FULL, *one) for one in (left, right)]
    assert credit_findings(sides[:1], sides[1:], EMPTY, EMPTY) == found


def test_a_headline_credits_nobody() -> None:
    left = [quotation(QuotationKind.HEADLINE, "Ann Doe", "Politico")]
    right = [quotation(QuotationKind.FULL, "Bo Lund", "The Hill")]
    assert credit_findings(left, right, EMPTY, EMPTY) == set()
