"""Quotations looked up in transcripts, releases and letters, case by case."""

from __future__ import annotations

import pytest

from tests.quotation.made import article_of
from tui.quotation import CheckedQuote, Finding, Verdict, check_quotations
from tui.quotation.voices import turn_around, voice_at

TRANSCRIPT = (
    "MODERATOR: What about the clinics, Mayor Doe?",
    "ANN DOE: We will build a clinic in every town of this valley. It will take four years and a lot of money.",
    "BO LUND: I don't believe a word of it. Nobody has seen the plans that she talks about.",
    "MODERATOR: And the schools?",
    "ANN DOE: The schools will stay open as long as I am the mayor of this town. That is a promise.",
)


def checked(*paragraphs: str, source: tuple[str, ...] = TRANSCRIPT) -> list[CheckedQuote]:
    return list(check_quotations(article_of(*paragraphs), [article_of(*source)]))


def only(paragraph: str, source: tuple[str, ...] = TRANSCRIPT) -> CheckedQuote:
    (one,) = checked(paragraph, source=source)
    return one


def test_as_it_was_said() -> None:
    found = only("“We will build a clinic in every town of this valley,” Ann Doe said.")
    assert found.verdict is Verdict.VERBATIM
    assert found.findings == ()
    assert (found.source, found.speaker_in_source) == (0, "ANN DOE")
    text = "\n\n".join(TRANSCRIPT)
    assert [text[start:end] for start, end in found.source_spans] == [
        "We will build a clinic in every town of this valley"
    ]


def test_the_wrong_speaker() -> None:
    found = only("“We will build a clinic in every town of this valley,” Bo Lund said.")
    assert found.verdict is Verdict.VERBATIM
    assert found.findings == (Finding.ATTRIBUTION,)
    assert found.why == "The same words on both sides; it is given to another speaker."


@pytest.mark.parametrize(
    ("quoted", "left", "right"),
    [
        ("We will build a clinic in no town of this valley", "no", "every"),
        ("It will take five years and a lot of money", "five", "four"),
        ("It may take four years and a lot of money", "may", "will"),
    ],
)
def test_a_critical_change_is_told_with_the_article_first(quoted: str, left: str, right: str) -> None:
    found = only(f"“{quoted},” Ann Doe said.")
    assert found.verdict is Verdict.CRITICAL
    assert [(edit.left, edit.right) for edit in found.edits] == [(left, right)]


def test_two_distant_answers_made_one() -> None:
    found = only(
        "“We will build a clinic in every town of this valley. The schools will stay open as long as I am the mayor of "
        "this town,” Ann Doe said."
    )
    assert found.verdict is Verdict.SPLICED
    assert len(found.source_spans) == 2


def test_an_ellipsis_within_one_answer_is_marked() -> None:
    found = only("“We will build a clinic … It will take four years and a lot of money,” Ann Doe said.")
    assert found.verdict is Verdict.MARKED
    (edit,) = [edit for edit in found.edits if edit.kind.value == "ellipsis"]
    assert edit.right == "in every town of this valley"


def test_an_ellipsis_does_not_join_two_speakers() -> None:
    found = only(
        "“It will take four years and a lot of money … Nobody has seen the plans that she talks about,” Doe said."
    )
    assert Finding.SPLICED in found.findings


def test_words_that_nobody_said() -> None:
    found = only("“Tomatoes grow best beside sunny southern walls,” Ann Doe said.")
    assert found.verdict is Verdict.MISSING
    assert (found.source, found.source_spans, found.speaker_in_source) == (None, (), None)
    assert found.why == "No source has these words."


def test_one_source_of_several_is_named() -> None:
    article = article_of("“Nobody has seen the plans that she talks about,” Bo Lund said.")
    (found,) = check_quotations(article, [article_of("Nothing here."), article_of(*TRANSCRIPT)])
    assert found.source == 1


def test_some_quotations_are_checked_as_all_are() -> None:
    article = article_of(
        "“We will build a clinic in every town of this valley,” Ann Doe said. “It will take four years.”",
        "“Nobody has seen the plans,” Bo Lund said.",
    )
    sources = [article_of(*TRANSCRIPT)]
    every = check_quotations(article, sources)
    for numbers in ([0], [1], [0, 2], []):
        assert check_quotations(article, sources, numbers) == tuple(every[number] for number in numbers)


def test_without_sources_everything_is_missing() -> None:
    assert [one.verdict for one in check_quotations(article_of("“We won it,” Doe said."), [])] == [Verdict.MISSING]


def test_a_word_that_stands_nowhere_in_a_source_of_punctuation() -> None:
    assert only("“We won the vote,” Doe said.", source=("… — !",)).verdict is Verdict.MISSING


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ANN DOE: We won.", "ANN DOE"),
        ("MS. DOE: We won.", "MS. DOE"),
        ("DOE (on the telephone): We won.", "DOE"),
        ("[12:04] DOE: We won.", "DOE"),
        ("Q. We won.", None),
        ("Q: We won.", None),
        ("He said this once: We won.", None),
    ],
)
def test_labels(line: str, name: str | None) -> None:
    source = article_of(line)
    assert voice_at(source, line.index("We won")).speaker == name


def test_a_turn_goes_on_to_the_next_label() -> None:
    source = article_of(*TRANSCRIPT)
    start, end = turn_around(source, source.text.index("It will take"))
    assert source.text[start:end].strip() == TRANSCRIPT[1].partition(": ")[2]


def test_in_a_release_the_speaker_of_the_quotation_speaks() -> None:
    source = article_of("“We will build it,” Ann Doe said.", "The plan is old.")
    assert voice_at(source, source.text.index("build")).speaker == "Ann Doe"
    assert voice_at(source, source.text.index("old")).speaker is None


def test_a_negation_left_out_is_the_only_difference_though_it_parts_the_beginning() -> None:
    source = ("MS. OKAFOR: We will not close the bridge before the end of the year.", "MR. LUND: Good.")
    found = only("“We will close the bridge before the end of the year,” Okafor said.", source=source)
    assert [(edit.kind.value, edit.left, edit.right) for edit in found.edits] == [("inserted", "", "not")]
    assert found.verdict is Verdict.CRITICAL


def test_the_wrong_speaker_beside_the_right_one() -> None:
    source = ("MR. LUND: Ms. Okafor, please.", "MS. OKAFOR: We will not close the bridge before winter.")
    found = only("“We will not close the bridge before winter,” Mr. Lund said.", source=source)
    assert found.findings == (Finding.ATTRIBUTION,)


def test_another_articles_quotation_tells_who_spoke_there() -> None:
    source = ("The letter continued, “Harassment of any kind is intolerable to all of us.”",)
    found = only("“Harassment of any kind is intolerable to all of us,” Friends of Ann Doe said.", source=source)
    assert found.findings == (Finding.ATTRIBUTION,)
    assert found.speaker_in_source == "the letter"


def test_letters_scattered_over_a_text_without_spaces_are_no_passage() -> None:
    source = ("今後１週間ほどは、強い揺れに注意が必要だと気象庁は述べた。", "市長は、避難所の数を増やす考えを示した。")
    found = only("「水は足りているが、毛布がまったく足りない」と田中さんは話した。", source=source)
    assert found.verdict is Verdict.MISSING


def test_words_that_only_the_article_has_at_the_end_are_no_part_left_out() -> None:
    source = ("MS. OKAFOR: We will not close the bridge to lorries before winter.", "MR. LUND: Good.")
    found = only("“We will not close the bridge to lorries before winter, and I swear it,” Okafor said.", source=source)
    assert [(edit.kind.value, edit.left) for edit in found.edits] == [("dropped", "and I swear it")]
    assert found.verdict is Verdict.ALTERED


def test_a_statement_of_which_the_source_has_less_than_half_is_not_called_missing() -> None:
    source = ("We will continue to examine these policies and processes, with feedback welcome.",)
    found = only(
        "“We will continue to examine these policies and processes, with feedback welcome, and will make any necessary"
        " changes, as we continue our work to build a world based on justice,” Ann Doe said.",
        source=source,
    )
    assert found.verdict is Verdict.ALTERED
    assert [edit.kind.value for edit in found.edits] == ["dropped"]


@pytest.mark.parametrize(
    ("quoted", "said", "left", "right"),
    [
        ("The bridge is dangerous", "The bridge is not dangerous", "", "not"),
        ("more than 60 people", "more than 16 people", "60", "16"),
        ("I never signed it.", "I signed it.", "never", ""),
        ("Ask Margaret Powell, she signed the rota.", "Ask Margaret Dowell, she signed the rota.", "Powell", "Dowell"),
    ],
)
def test_a_changed_word_is_no_paraphrase_of_what_the_source_quotes(
    quoted: str, said: str, left: str, right: str
) -> None:
    found = only(f"“{quoted}” Margaret Dowell said.", source=(f"“{said}” Margaret Dowell told the council on Monday.",))
    assert found.verdict is Verdict.CRITICAL
    assert [(edit.left, edit.right) for edit in found.edits] == [(left, right)]


def test_the_sources_own_attribution_is_no_word_of_the_speaker() -> None:
    source = ("“After the sale,” Ann Doe said, “it is somebody else's hill. I won't look back.”",)
    found = only("“After the sale it is somebody else's hill. I won't look back,” Ann Doe said.", source=source)
    assert found.verdict is Verdict.VERBATIM
    assert found.edits == ()


def test_scraps_of_several_paragraphs_are_no_statement() -> None:
    source = (
        "The meeting was called to discuss the issue of harassment.",
        "The council, which has not named a date, wants to keep it private.",
        "It was meant for the purpose of planning, a spokesman said in the town hall.",
    )
    found = only(
        "“We discuss the issue of harassment on the long campaign, for the purpose of planning to end it at last,” Ann"
        " Doe said.",
        source=source,
    )
    assert all(edit.critical is None for edit in found.edits)


def test_words_that_stand_there_in_part_are_pointed_at() -> None:
    found = only(
        "“We want concrete harassment policies and procedures, diverse leaders and a promise that nobody is punished,”"
        " Ann Doe said.",
        source=("They hope that concrete harassment policies and procedures will be written.",),
    )
    assert found.verdict in {Verdict.MISSING, Verdict.PARAPHRASED}
    if found.verdict is Verdict.MISSING:
        assert "concrete harassment policies and procedures" in found.why


def test_words_given_to_the_release_may_be_anybodys_in_it() -> None:
    source = ("“We will sell steam at a fair price to every mill,” said Ann Doe, who runs the works.",)
    found = only("The announcement says: “We will sell steam at a fair price to every mill.”", source=source)
    assert found.findings == ()
