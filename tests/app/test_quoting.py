"""What a reader stops at among quotations, the sign beside each, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from wcwidth import wcwidth

from tests.app.conftest import article
from tui.app.choosing import choices_for
from tui.app.excerpt import GAP, Bit, fitted, opening
from tui.app.quotetelling import (
    counts_told,
    findings_told,
    first_words,
    lead_told,
    places,
    quotation_copied,
    reason,
    verdict_lines,
    verdict_told,
    wordings,
)
from tui.app.quoting import (
    OUTLET_MARK,
    SPEAKER_MARK,
    VERDICT_MARKS,
    QuoteStop,
    Quoting,
    find_quoting,
)
from tui.app.reading import Reading
from tui.article import read_article
from tui.collation import Collation, collate
from tui.layout import Side
from tui.quotation import Finding, HouseRules, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

SEEDS = Path(__file__).parents[2] / "seeds"


def seeds(left: str, right: str) -> Collation:
    one, other = (read_article(str(next(SEEDS.glob(f"{number}_*")))) for number in (left, right))
    return collate(one, other)


def text_of(collation: Collation, stop: QuoteStop, side: Side) -> str:
    of = collation.left if side is Side.LEFT else collation.right
    return " ".join(of.text[start:end] for start, end in stop.words(side))


def only(stops: Iterable[QuoteStop]) -> QuoteStop:
    [one] = stops
    return one


@pytest.fixture(scope="module")
def hearing() -> tuple[Collation, Quoting]:
    collation = seeds("003", "004")
    return collation, find_quoting(collation)


def test_every_sign_takes_one_cell_and_says_one_thing() -> None:
    signs = [*VERDICT_MARKS.values(), SPEAKER_MARK, OUTLET_MARK]
    assert set(VERDICT_MARKS) == set(Verdict)
    assert len(set(signs)) == len(signs)
    assert all(wcwidth(sign) == 1 for sign in signs)


def test_an_altered_pair_says_what_differs_and_who_is_named(hearing: tuple[Collation, Quoting]) -> None:
    collation, quoting = hearing
    stop = only(stop for stop in quoting.stops if stop.verdict is Verdict.ALTERED)
    assert (stop.mark, stop.credit_marks) == ("≠", "@")
    assert [collation.left.text[slice(*span)] for span in stop.differing(Side.LEFT)][:1] == ["Hearing"]
    assert [collation.right.text[slice(*span)] for span in stop.differing(Side.RIGHT)] == ["Having"]
    cut = [collation.left.text[slice(*span)] for span in stop.cut(Side.LEFT)]
    assert cut[0].startswith("and will make any necessary changes")
    assert stop.severity() == stop.severity(HouseRules.LENIENT) == 4
    lead = "".join(words for words, _ in lead_told(collation, stop))
    assert lead.startswith("≠ other words, other speaker · A ¶14 and B ¶11: A has “Hearing”, B has “Having”")
    told = findings_told(quoting, stop)
    assert not [one for one in told if "Hearing" in one], "what the first line says isn't said again"
    assert "Another speaker: A names Friends of Bernie Sanders, B names the letter." in told
    left, right = wordings(collation, quoting, stop)
    assert left.name == "A ¶14, Friends of Bernie Sanders"
    assert [bit.text for bit in left.bits if bit.told] == ["Hearing"]
    assert [bit.text for bit in right.bits if bit.told] == ["Having"]
    assert any(bit.cut and "necessary changes" in bit.text for bit in left.bits)


def test_a_changed_number_is_critical_and_what_an_ellipsis_left_out_is_told() -> None:
    collation = seeds("000", "002")
    quoting = find_quoting(collation)
    stop = only(stop for stop in quoting.stops if stop.verdict is Verdict.CRITICAL)
    assert stop.mark == "!"
    assert reason(collation, stop) == "only A has “for 2019 and 2020” (a number or date)"
    told = " ".join(findings_told(quoting, stop))
    assert "to discuss the issue of sexual violence and harassment on the 2016 campaign" in told
    assert "ellipsis" in told


def test_a_verbatim_pair_told_to_another_outlet_keeps_its_verdict() -> None:
    collation = seeds("002", "003")
    quoting = find_quoting(collation)
    stop = only(
        stop
        for stop in quoting.stops
        if stop.is_pair and text_of(collation, stop, Side.LEFT).startswith("This letter is just a start")
    )
    assert stop.verdict is Verdict.VERBATIM
    assert Finding.PROVENANCE in stop.findings
    assert stop.mark == OUTLET_MARK
    assert findings_told(quoting, stop) == ["Another outlet: A names Politico, B names The Hill."]


def test_terms_headlines_and_copies_are_no_stops_of_their_own(hearing: tuple[Collation, Quoting]) -> None:
    collation, quoting = hearing
    alone = [stop for stop in quoting.stops if not stop.is_pair]
    texts = [text_of(collation, stop, stop.lead) for stop in alone]
    assert "alumni" not in texts, "a term at arm's length"
    assert "Toxic Masculinity" not in texts, "words of a headline"
    assert "a third-party hotline" in texts


def test_the_gravest_sign_stands_where_several_quotations_begin_on_a_line() -> None:
    left = article("left", ("“We came home late,” he said. “We saw 12 ships in the harbour,” she said.",))
    right = article("right", ("“We came home late,” he said. “We saw 15 ships in the harbour,” she said.",))
    quoting = find_quoting(collate(left, right))
    found = quoting.sign_between(Side.LEFT, 0, len(left.text))
    assert found is not None
    assert (found.verdict, found.mark) == (Verdict.CRITICAL, "!")
    first = quoting.sign_between(Side.LEFT, 0, 20)
    assert first is not None
    assert first.mark == "="
    assert quoting.sign_between(Side.LEFT, 1, 20) is None, "a sign stands where a quotation begins"


def test_reading_order_goes_down_both_sides_and_a_pair_counts_once(hearing: tuple[Collation, Quoting]) -> None:
    collation, _ = hearing
    reading = Reading(collation)
    reading.arrange(160, alone=False)
    quoting = reading.find_quoting()
    rows = list(reading.find_quote_rows())
    assert len(rows) == len(quoting.stops)
    assert rows == sorted(rows)
    reading.arrange(80, alone=True)
    assert all(stop.left_numbers for stop in reading.quote_stops)
    assert len(reading.quote_stops) < len(quoting.stops)


def test_swapping_keeps_the_current_quotation(hearing: tuple[Collation, Quoting]) -> None:
    reading = Reading(hearing[0])
    reading.arrange(160, alone=False)
    stops = reading.find_quoting().stops
    before = only(stop for stop in stops if stop.verdict is Verdict.ALTERED)
    reading.go_to_quote(before)
    reading.swap()
    assert reading.quote is not None
    assert (reading.quote.left, reading.quote.right) == (before.right, before.left)
    assert [edit.left for edit in reading.quote.edits if edit.right == "Hearing"] == ["Having"]


def test_the_choices_are_what_occurs_the_gravest_first(hearing: tuple[Collation, Quoting]) -> None:
    stops = hearing[1].stops
    names = [choice.name for choice in choices_for(stops)]
    assert names == [
        "all",
        "other words",
        "cut short",
        "changes marked",
        "verbatim",
        "there without quotation marks",
        "not found",
        "other speaker",
    ]
    assert [choice.name for choice in choices_for(())] == ["all"]
    by_verdict = [choice for choice in choices_for(stops) if choice.verdict is not None]
    assert sum(sum(map(choice.holds, stops)) for choice in by_verdict) == len(stops)


def test_the_masthead_counts_what_is_grave(hearing: tuple[Collation, Quoting]) -> None:
    assert counts_told(hearing[1].stops) == (
        f"{len(hearing[1].stops)} quotations: 1 with other words, 1 with another speaker"
    )
    assert counts_told(()) == "no quotations"


def test_a_long_wording_keeps_what_differs_and_shortens_what_agrees() -> None:
    bits = (
        Bit("“" + "word " * 60, told=False),
        Bit("Hearing", told=True),
        Bit(" more" * 60 + "”", told=False),
    )
    for room in (30, 60, 200):
        shorter = fitted(bits, room)
        assert sum(len(bit.text) for bit in shorter) <= room
        assert any(bit.told and bit.text == "Hearing" for bit in shorter)
        assert {bit.text.strip() for bit in shorter if bit.gap} == {GAP}
        assert "…" not in "".join(bit.text for bit in shorter if not bit.gap)
    assert fitted(bits, 10_000) == bits
    assert "".join(bit.text for bit in fitted(bits, 40)) == "[…] “word word Hearing more more” […]"


def test_between_two_differences_the_words_beside_both_stay_with_their_blanks() -> None:
    middle = Bit(" one two three four five six seven ", told=False)
    bits = (Bit("“", told=False), Bit("Hearing", told=True), middle, Bit("12", told=True), Bit("”", told=False))
    assert "".join(bit.text for bit in fitted(bits, 32)) == "“Hearing one […] seven 12”"
    assert "".join(bit.text for bit in fitted(bits, 38)) == "“Hearing one two […] six seven 12”"


def test_a_wording_without_differences_is_cut_between_words_and_its_marks_are_closed() -> None:
    bits = (Bit("“We counted every single boat in the harbour,”", told=False),)
    for room in range(12, 46):
        shorter = fitted(bits, room)
        told = "".join(bit.text for bit in shorter)
        assert len(told) <= room
        assert told.endswith(f"” {GAP}")
        assert bits[0].text.startswith(f"{told.removesuffix(f'” {GAP}')} ")
    assert "".join(bit.text for bit in fitted(bits, 25)) == "“We counted every” […]"
    assert fitted(bits, 7) == (Bit(GAP, told=False, gap=True),)


def test_a_sentence_with_an_articles_words_ends_outside_their_marks() -> None:
    told = "Only A has “for the years 2019 and 2020” (a number or date)."
    assert opening(told, 60) == told
    assert opening(told, 40) == "Only A has “for the years 2019 and” […]"
    assert opening(told, 17) == "Only A has […]"
    assert opening(told, 30, " i: the whole") == "Only A has […] i: the whole"


def test_words_of_an_article_are_never_markup() -> None:
    said = "“[bold]We [who] know[/bold] \x1b[31mred $x {y} 10 % of it,” he said."
    collation = collate(article("left", (said,)), article("right", (said.replace("10", "12"),)))
    quoting = find_quoting(collation)
    stop = only(quoting.stops)
    left, right = wordings(collation, quoting, stop)
    assert "[bold]We [who] know[/bold]" in "".join(bit.text for bit in left.bits)
    assert [bit.text for bit in right.bits if bit.told][-1] == "12"


SPEECH = (
    "“The bridge will open on 12 May,” said Ann Doe, the mayor. It rained all day in the town.",
    "“Nobody was ever in danger here,” said Ann Doe.",
    "“We counted every single boat in the harbour,” said Bo Lee, a sailor.",
)


def paired(*right: str) -> tuple[Collation, Quoting]:
    collation = collate(article("morning", SPEECH), article("evening", right))
    return collation, find_quoting(collation)


def test_one_not_found_is_signed_before_one_that_is_verbatim() -> None:
    left = article("left", ("“We came home late that night,” he said. “Ships sank,” she said.",))
    right = article("right", ("“We came home late that night,” he said. The weather was fair.",))
    quoting = find_quoting(collate(left, right))
    assert sorted(stop.verdict for stop in quoting.stops) == [Verdict.MISSING, Verdict.VERBATIM]
    found = quoting.sign_between(Side.LEFT, 0, len(left.text))
    assert found is not None
    assert found.mark == "∅"


def test_another_speaker_is_a_verdict_of_its_own_and_comes_after_other_words() -> None:
    _, quoting = paired(
        SPEECH[0].replace("12", "21").replace("Ann Doe, the mayor", "Tom Fox"),
        *SPEECH[1:2],
        SPEECH[2].replace("Bo Lee", "Kim Roe"),
    )
    told = {verdict_told(stop): stop for stop in quoting.stops}
    assert set(told) == {"! the meaning may differ, other speaker", "= verbatim", "@ other speaker, verbatim"}
    number, same = told["! the meaning may differ, other speaker"], told["@ other speaker, verbatim"]
    assert verdict_lines(number, 26) == ["! the meaning may differ", "@ other speaker"]
    assert verdict_lines(number, 20) == ["! the meaning may …", "@ other speaker"]
    assert verdict_lines(same, 20) == ["@ other speaker", "= verbatim"]


def test_a_copied_quotation_says_verdict_speakers_and_both_wordings_in_plain_text() -> None:
    collation, quoting = paired(SPEECH[0].replace("12", "21").replace("Ann Doe, the mayor", "Tom Fox"))
    stop = only(stop for stop in quoting.stops if stop.is_pair)
    assert quotation_copied(collation, quoting, stop) == (
        "The meaning may differ, other speaker: A has “12”, B has “21” (a number or date).\n\n"
        "A ¶1, Ann Doe (morning): “The bridge will open on 12 May,”\n\n"
        "B ¶1, Tom Fox (evening): “The bridge will open on 21 May,”\n\n"
        "Another speaker: A names Ann Doe, B names Tom Fox."
    )
    alone = next(stop for stop in quoting.stops if not stop.is_pair)
    assert quotation_copied(collation, quoting, alone) == (
        "Not found: no matching words in B.\n\nA ¶2, Ann Doe (morning): “Nobody was ever in danger here,”"
    )


def test_first_words_end_between_words_and_the_sign_of_the_rest_stands_outside_their_marks() -> None:
    collation, quoting = paired("The bridge stays shut.")
    stop = quoting.stops[0]
    assert first_words(collation, stop, 40) == ("“The bridge will open on 12 May,”", "")
    for room in range(16, 33):
        words, others = first_words(collation, stop, room)
        assert others == f" {GAP}"
        assert words.endswith("”")
        assert "…" not in words
        assert len(words + others) <= room
        assert SPEECH[0].startswith(f"{words[:-1]} "), "whole words only"


def test_words_that_hold_marks_stand_between_others() -> None:
    said = "«\u00a0The “kick of the mule” was hard to bear\u00a0», said Ann Doe."
    collation = collate(article("left", (said,)), article("right", ("Nothing of the kind.",)))
    quoting = find_quoting(collation)
    [wording] = wordings(collation, quoting, quoting.stops[0])
    assert "".join(bit.text for bit in wording.bits) == "‘The “kick of the mule” was hard to bear’"


def test_paragraphs_between_which_others_stand_are_no_range() -> None:
    left = article("left", ("One two three.", "Four five six.", "Seven eight nine."))

    def stop(*at: int) -> QuoteStop:
        spans = tuple((left.paragraphs[n].start, left.paragraphs[n].end) for n in at)
        return QuoteStop(Side.LEFT, spans, (), (0,), (), Verdict.MISSING)

    assert places(left, stop(0, 2), Side.LEFT) == "¶1, 3"
    assert places(left, stop(0, 1, 2), Side.LEFT) == "¶1–3"
    assert places(left, stop(1), Side.LEFT) == "¶2"
