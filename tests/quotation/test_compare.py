"""Pairs of quotations and what is said of them, case by case."""

from __future__ import annotations

from tests.quotation.made import article_of
from tui.collation import collate
from tui.quotation import Finding, QuoteComparison, QuotePair, Verdict, compare_quotations

CARE = "We will build a clinic in every town of this valley"
MONEY = "The money is there and nobody has asked for it yet"


def compared(left: list[str], right: list[str]) -> QuoteComparison:
    return compare_quotations(collate(article_of(*left), article_of(*right)))


def only_pair(left: list[str], right: list[str]) -> QuotePair:
    (pair,) = compared(left, right).pairs
    return pair


def test_an_attribution_in_the_middle_is_no_difference_in_words() -> None:
    pair = only_pair(
        ["“We will build a clinic,” Ann Doe said, “in every town of this valley.”"], [f"“{CARE},” Ann Doe said."]
    )
    assert pair.verdict is Verdict.VERBATIM
    assert pair.findings == (Finding.RESEGMENTED,)
    assert pair.edits == ()


def test_two_statements_printed_as_one_are_spliced() -> None:
    filler = "The council sat until midnight and heard from many people who live there, as well as from its own staff."
    left = [f"“{CARE},” Ann Doe said.", filler, filler.replace("midnight", "noon"), f"“{MONEY},” Ann Doe said."]
    pair = only_pair(left, [f"“{CARE}. {MONEY},” Ann Doe said."])
    assert (pair.left, pair.right) == ((0, 1), (0,))
    assert Finding.SPLICED in pair.findings
    assert pair.verdict is Verdict.SPLICED
    assert pair.why == "One side prints as one what the other has as separate statements."


def test_two_speakers_printed_as_one_are_spliced() -> None:
    left = [f"“{CARE},” Ann Doe said.", f"“{MONEY},” Bo Lund said."]
    pair = only_pair(left, [f"“{CARE}. {MONEY},” Ann Doe said."])
    assert Finding.SPLICED in pair.findings


def test_the_next_sentence_of_the_same_speaker_is_no_splice() -> None:
    left = [f"“{CARE},” Ann Doe said. “{MONEY}.”"]
    pair = only_pair(left, [f"“{CARE}. {MONEY},” Ann Doe said."])
    assert pair.verdict is Verdict.VERBATIM
    assert pair.findings == (Finding.RESEGMENTED,)


def test_sentences_in_another_order() -> None:
    pair = only_pair([f"“{CARE}. {MONEY},” Ann Doe said."], [f"“{MONEY}. {CARE},” Ann Doe said."])
    assert pair.verdict is Verdict.REORDERED
    assert pair.edits == ()


def test_the_why_tells_of_what_differs_in_the_order_of_the_articles() -> None:
    left, right = (
        ["“We may close the old school in May,” Doe said."],
        ["“We will close the old school in May,” Doe said."],
    )
    pair = only_pair(left, right)
    assert pair.verdict is Verdict.CRITICAL
    assert pair.why == "How certain it sounds differs: A has “may”, B has “will”."
    assert only_pair(right, left).why == "How certain it sounds differs: A has “will”, B has “may”."


def test_another_speaker_and_another_outlet() -> None:
    pair = only_pair([f"“{CARE},” Ann Doe told Politico."], [f"“{CARE},” Bo Lund told The Guardian."])
    assert pair.verdict is Verdict.VERBATIM
    assert pair.findings == (Finding.ATTRIBUTION, Finding.PROVENANCE)


def test_words_without_marks_on_the_other_side() -> None:
    comparison = compared([f"“{CARE},” Ann Doe said."], [f"Ann Doe announced: {CARE}."])
    assert comparison.pairs == ()
    (fate,) = comparison.left_unpaired
    assert fate.verdict is Verdict.UNQUOTED
    assert fate.other is not None
    assert f"Ann Doe announced: {CARE}."[slice(*fate.other)] == CARE


def test_unquoted_words_that_differ_tell_how_from_either_side() -> None:
    quoted, plain = [f"“{CARE},” Ann Doe said."], [f"Ann Doe announced: {CARE.replace('every', 'no')}."]
    (fate,) = compared(quoted, plain).left_unpaired
    assert [(edit.left, edit.right) for edit in fate.edits] == [("every", "no")]
    (fate,) = compared(plain, quoted).right_unpaired
    assert [(edit.left, edit.right) for edit in fate.edits] == [("no", "every")]


def test_nothing_of_it_on_the_other_side() -> None:
    comparison = compared([f"“{CARE},” Ann Doe said."], ["The weather was fine on Sunday, and many went swimming."])
    assert [fate.verdict for fate in comparison.left_unpaired] == [Verdict.MISSING]
    assert comparison.left_unpaired[0].other is None


def test_articles_without_quotations() -> None:
    comparison = compared(["No one spoke."], ["No one wrote."])
    assert comparison == QuoteComparison((), (), (), (), ())
