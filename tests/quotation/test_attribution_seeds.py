"""Speakers of the seeds' quotations, read by hand; the letter and those who signed it are told apart as printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.article import read_article
from tui.quotation.find import find_quotations
from tui.quotation.model import Attribution, SpeakerKind
from tui.quotation.speaking.attribution import attribute

SEEDS = Path(__file__).parents[2] / "seeds"
COMMITTEE = "Friends of Bernie Sanders"
ORGANIZER = "one of the organizers"
GROUP = SpeakerKind.GROUP
PERSON = SpeakerKind.PERSON
DOCUMENT = SpeakerKind.DOCUMENT


def attributions(seed: str) -> dict[str, Attribution]:
    """Every quotation's attribution by its words; where words stand twice, the first."""
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    article = read_article(str(path))
    quotations = find_quotations(article)
    found: dict[str, Attribution] = {}
    for quotation, attribution in zip(quotations, attribute(article, quotations), strict=True):
        found.setdefault(quotation.text, attribution)
    return found


def said(found: dict[str, Attribution], opening: str) -> Attribution:
    """The attribution of the one quotation that begins with these words."""
    (attribution,) = [attribution for text, attribution in found.items() if text.startswith(opening)]
    return attribution


@pytest.mark.parametrize(
    ("seed", "opening", "speaker", "kind", "cue", "outlet"),
    [
        ("000", "In recent weeks", "the letter", DOCUMENT, "says", None),
        ("000", "We the undersigned", "the letter", DOCUMENT, "says", None),
        ("000", "It is critically", "the letter", DOCUMENT, "continues", None),
        ("000", "We thank the signers", "the senator's campaign committee", GROUP, "said", None),
        ("001", "In recent weeks", "the staffers", GROUP, "wrote", "POLITICO"),
        ("001", "We thank the signers", COMMITTEE, GROUP, "reads", None),
        ("001", "This letter is just", ORGANIZER, PERSON, "said", None),
        ("002", "We the undersigned", "the group of more than two dozen women and men", GROUP, "wrote", "Politico"),
        ("002", "This letter is just", ORGANIZER, PERSON, "told", "Politico"),
        ("002", "We are addressing", ORGANIZER, PERSON, "told", "Politico"),
        ("002", "ongoing conversation", "the letter", DOCUMENT, "says", None),
        ("002", "incredibly important", COMMITTEE, GROUP, "called", None),
        ("002", "We thank the signers", COMMITTEE, GROUP, "said", None),
        ("002", "Speaking generally", COMMITTEE, GROUP, "adds", None),
        ("003", "In recent weeks", "the group", GROUP, "wrote", None),
        ("003", "intense commitment", "the group", GROUP, "adding", None),
        ("003", "This letter is just", ORGANIZER, PERSON, "added", "The Hill"),
        ("003", "toxic masculinity", "the organizer", PERSON, "say", None),
        ("003", "We share in the urgency", COMMITTEE, GROUP, "said", "NBC News and Politico"),
        ("003", "We thank the signers", COMMITTEE, GROUP, "continued", None),
        ("003", "Speaking generally", COMMITTEE, GROUP, "insisted", None),
        ("003", "Harassment of any kind", COMMITTEE, GROUP, "concluded", None),
        ("004", "In recent weeks", "more than two dozen women and men", GROUP, "wrote", None),
        ("004", "This letter is just", ORGANIZER, PERSON, "said", None),
        ("004", "We thank the signers", COMMITTEE, GROUP, "reads", "Politico"),
        ("004", "Harassment of any kind", "the letter", DOCUMENT, "continued", None),
    ],
)
def test_who_says_what_in_the_seeds(
    seed: str, opening: str, speaker: str, kind: SpeakerKind, cue: str, outlet: str | None
) -> None:
    assert said(attributions(seed), opening) == Attribution(speaker, kind, cue, outlet)


def test_the_letters_copy_is_the_letter() -> None:
    found = said(attributions("004"), "discuss the issue of sexual violence")
    assert (found.speaker, found.kind, found.outlet) == ("the letter", DOCUMENT, "Politico")
