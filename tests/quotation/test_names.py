"""Which speakers are named, and which are only described."""

from __future__ import annotations

import pytest

from tests.samples import make_article
from tui.quotation.judging.credit import same_speaker
from tui.quotation.model import Attribution, SpeakerKind

PERSON, GROUP, DOCUMENT = SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.DOCUMENT
NOBODY = make_article(["It rained."])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Ann Doe", PERSON), ("Mayor Ann Doe", PERSON), True),
        (("Ann Doe", PERSON), ("Doe", PERSON), True),
        (("Ann Doe", PERSON), ("Ben Roe", PERSON), False),
        (("Ann Doe", PERSON), ("Ben Doe", PERSON), False),
        (("Bernard Doe", PERSON), ("Bernie Doe", PERSON), True),
        (("A. Doe", PERSON), ("Ann Doe", PERSON), True),
        (("spokesman Ann Doe", PERSON), ("Ben Roe", PERSON), False),
        (("Ursula von der Lohe", PERSON), ("von der Lohe", PERSON), True),
        (("von der Lohe", PERSON), ("Ann Doe", PERSON), False),
        (("a spokesman for the Port Office", PERSON), ("Ann Doe", PERSON), True),
        (("one of the organizers", PERSON), ("Ann Doe", PERSON), True),
        (("die Sprecherin", PERSON), ("Anna Kühn", PERSON), True),
        (("a group of former Doe staffers", GROUP), ("the letter", DOCUMENT), True),
        (("the staffers", GROUP), ("the letter", DOCUMENT), True),
        (("Friends of Ann Doe", GROUP), ("the letter", DOCUMENT), False),
        (("the letter", DOCUMENT), ("the lawsuit", DOCUMENT), False),
        (("the NHS", GROUP), ("National Health Service", GROUP), True),
    ],
)
def test_whether_two_speakers_may_be_one(
    one: tuple[str, SpeakerKind], other: tuple[str, SpeakerKind], same: bool
) -> None:
    for first, second in ((one, other), (other, one)):
        assert same_speaker(Attribution(*first), Attribution(*second), (NOBODY,)) is same


def test_whoever_is_said_to_have_written_the_letter_speaks_in_it() -> None:
    article = make_article(["Friends of Ann Doe sent the letter on Monday."])
    writer, letter = Attribution("Friends of Ann Doe", GROUP), Attribution("the letter", DOCUMENT)
    assert same_speaker(writer, letter, (NOBODY, article))


def test_whoever_answers_a_letter_did_not_write_it() -> None:
    article = make_article(["Friends of Ann Doe responded to the letter in a statement."])
    writer, letter = Attribution("Friends of Ann Doe", GROUP), Attribution("the letter", DOCUMENT)
    assert not same_speaker(writer, letter, (NOBODY, article))
