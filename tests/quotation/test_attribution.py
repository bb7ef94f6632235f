"""Who said it: speakers, reporting words and outlets of quotations in small stories of our own."""

from __future__ import annotations

import pytest

from tui.article import article_from_text
from tui.quotation.attribution import attribute
from tui.quotation.find import find_quotations
from tui.quotation.model import Attribution, SpeakerKind


def attributions(text: str) -> tuple[Attribution, ...]:
    article = article_from_text("Tarn\n\n" + text)
    return attribute(article, find_quotations(article))


def speakers(text: str) -> list[str | None]:
    return [attribution.speaker for attribution in attributions(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We will rebuild the bridge by May,” Ann Doe said.", "Ann Doe", "said"),
        ("“We will rebuild the bridge by May,” said Ann Doe, who leads the council.", "Ann Doe", "said"),
        ("Ann Doe said: “We will rebuild the bridge by May.”", "Ann Doe", "said"),
        ("Ann Doe, the mayor of Tarn, told the meeting that “the bridge is finished.”", "Ann Doe", "told"),
        ("“We will rebuild the bridge by May,” according to Ann Doe.", "Ann Doe", "according to"),
        ("Her deputy, Rob Roe, called the plan “a waste of everybody’s money.”", "Rob Roe", "called"),
        ("“We will rebuild the bridge,” a spokesman for the town, Rob Roe, said.", "Rob Roe", "said"),
        ("« Nous allons reconstruire le pont », a déclaré Anne Dubois.", "Anne Dubois", "a déclaré"),
        ("„Wir bauen die Brücke im Mai wieder auf“, sagte Anna Vogt der Presse.", "Anna Vogt", "sagte"),
        ("“Vamos a reconstruir el puente en mayo”, afirmó Ana Robledo el lunes.", "Ana Robledo", "afirmó"),
    ],
)
def test_the_speaker_stands_in_the_sentence(text: str, speaker: str, cue: str) -> None:
    (found,) = attributions(text)
    assert (found.speaker, found.kind, found.cue) == (speaker, SpeakerKind.PERSON, cue)


def test_a_short_name_is_given_in_full() -> None:
    text = "Mayor Ann Doe opened the bridge.\n\n“It will hold for a hundred years,” Doe said."
    assert speakers(text) == ["Mayor Ann Doe"]


def test_a_pronoun_is_the_person_the_sentence_before_was_about() -> None:
    text = "Ann Doe turned to Rob Roe. “It will hold for a hundred years,” she said."
    assert speakers(text) == ["Ann Doe"]


def test_a_run_of_quotations_keeps_its_speaker() -> None:
    text = "“It will hold,” Ann Doe told Politico. “It was built by my grandfather.”\n\n“He never built badly.”"
    assert attributions(text)[1] == Attribution("Ann Doe", SpeakerKind.PERSON, "told", "Politico")
    assert speakers(text)[-1] == "Ann Doe"


def test_a_quotation_alone_belongs_to_whom_the_sentence_before_is_about() -> None:
    assert speakers("Ann Doe was blunt. “The bridge is finished, and so are we.”") == ["Ann Doe"]


def test_nobody_named_is_nobody() -> None:
    assert attributions("“The bridge is finished, and so are we.”") == (Attribution(),)


def test_no_quotations_no_attributions() -> None:
    assert attributions("The bridge is closed.") == ()
