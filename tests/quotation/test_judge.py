"""Two statements judged by their words: hand-made cases, and properties that hold of any."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.quotation.judging.edits import mirrored_edit
from tui.quotation.judging.judge import judge
from tui.quotation.judging.opposed import oppose
from tui.quotation.judging.words import QuotedWords, quoted_words
from tui.quotation.model import Critical, EditKind, Finding, Verdict


def words_of(text: str, *breaks: str) -> QuotedWords:
    """The words of a text; it is interrupted before each of these phrases."""
    bounds = [0, *(text.index(phrase) for phrase in breaks), len(text)]
    return quoted_words(text, list(pairwise(bounds)))


def edits_of(left: str, right: str, names: tuple[str, ...] = ()) -> list[tuple[str, str, str, str | None]]:
    found = judge(words_of(left), words_of(right), names=frozenset(names))
    return [(edit.kind.value, edit.left, edit.right, edit.critical) for edit in found.edits]


@pytest.mark.parametrize(
    ("left", "right", "verdict", "critical"),
    [
        ("He looks like my husband", "He looks unlike my husband", Verdict.CRITICAL, Critical.NEGATION),
        ("It is not true", "It is true", Verdict.CRITICAL, Critical.NEGATION),
        ("We can't go on", "We can go on", Verdict.CRITICAL, Critical.NEGATION),
        ("It was harmless to us", "It was harm to us", Verdict.CRITICAL, Critical.NEGATION),
        ("Wir haben das nicht gewusst", "Wir haben das gewusst", Verdict.CRITICAL, Critical.NEGATION),
        ("Nous n'avons pas menti", "Nous avons menti", Verdict.CRITICAL, Critical.NEGATION),
        ("Nunca lo dijimos en público", "Lo dijimos en público", Verdict.CRITICAL, Critical.NEGATION),
        ("私は行きません", "私は行きます", Verdict.CRITICAL, Critical.NEGATION),
        ("We lost 80 jobs here", "We lost 60 jobs here", Verdict.CRITICAL, Critical.NUMBER),
        ("It ends on Monday then", "It ends on Tuesday then", Verdict.CRITICAL, Critical.NUMBER),
        ("We need two million more", "We need two billion more", Verdict.CRITICAL, Critical.NUMBER),
        ("It costs $5 a day", "It costs €5 a day", Verdict.CRITICAL, Critical.NUMBER),
        ("They may close the school", "They will close the school", Verdict.CRITICAL, Critical.HEDGE),
        ("It is allegedly theirs now", "It is theirs now", Verdict.CRITICAL, Critical.HEDGE),
        ("We trust Doe to do it", "We trust Roe to do it", Verdict.CRITICAL, Critical.NAME),
        ("We trust Doe to do it", "We trust them to do it", Verdict.CRITICAL, Critical.NAME),
        ("We didn't do it", "We did not do it", Verdict.ALTERED, None),
        ("We'll do it today", "We will do it today", Verdict.ALTERED, None),
        ("Hearing the views of all", "Having the views of all", Verdict.ALTERED, None),
        ("We, um, did our best", "We did our best", Verdict.ALTERED, None),
        ("It cost 5 million dollars", "It cost $5 million", Verdict.ALTERED, None),
        ("On a pas dit ça", "On n'a pas dit ça", Verdict.ALTERED, None),
        ("Nous n'avons plus d'argent", "Nous avons plus d'argent", Verdict.CRITICAL, Critical.NEGATION),
        ("No one was hurt", "Nobody was hurt", Verdict.ALTERED, None),
        ("We have twenty-five men", "We have twenty-six men", Verdict.CRITICAL, Critical.NUMBER),
        ("We need 10% more", "We need ten percent more", Verdict.VERBATIM, None),
        ("We have twenty-five men", "We have 25 men", Verdict.VERBATIM, None),
        ("Les 3 enfants sont là", "Les trois enfants sont là", Verdict.VERBATIM, None),
        ("It is 1.5 million now", "It is 1,5 million now", Verdict.VERBATIM, None),
        ("We lost 1,000 jobs", "We lost 1000 jobs", Verdict.VERBATIM, None),
        ("Health care is a right", "Healthcare is a right", Verdict.VERBATIM, None),
        ("I favour the labour programme", "I favor the labor program", Verdict.VERBATIM, None),
        ("That's the face-to-face talk", "That’s the face to face talk", Verdict.VERBATIM, None),
        ("The end.", "The end", Verdict.VERBATIM, None),
    ],
)
def test_verdict_and_why_it_is_critical(left: str, right: str, verdict: Verdict, critical: Critical | None) -> None:
    found = judge(words_of(left), words_of(right), names=frozenset({"doe", "roe"}))
    assert found.verdict is verdict
    assert next((edit.critical for edit in found.edits if edit.critical), None) is critical
    assert (Finding.CRITICAL in found.findings) == (critical is not None)


def test_nothing_differs_nothing_found() -> None:
    found = judge(words_of("We will go."), words_of("We will go,"))
    assert found.findings == ()
    assert found.edits == ()
    assert found.verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Staff Was Told", "the staff was told"),
        ("It’s ours", "It's ours"),
        ("Now - at last - it ends", "Now — at last — it ends"),
        ("a well-known man", "a well known man"),
    ],
)
def test_typography_is_said_and_no_difference(left: str, right: str) -> None:
    found = judge(words_of(left), words_of(right))
    assert found.findings == (Finding.TYPOGRAPHIC,)
    assert found.verdict is Verdict.VERBATIM


def test_the_style_of_inner_marks_is_no_finding() -> None:
    found = judge(words_of("He said ‘never again’ to us"), words_of('He said "never again" to us'))
    assert found.findings == ()


def test_exact_edits_of_a_statement_that_was_cut_and_altered() -> None:
    left = (
        "Hearing the experiences is a vital part of our work. We will examine these policies, with feedback welcome,"
        " and will make any necessary changes, as we go on."
    )
    right = "Having the experiences is a vital part of our work. We will examine these policies, with feedback welcome."
    assert edits_of(left, right) == [
        ("substituted", "Hearing", "Having", None),
        ("truncated", "and will make any necessary changes, as we go on", "", None),
    ]
    found = judge(words_of(left), words_of(right))
    assert found.findings == (Finding.TRUNCATED, Finding.SUBSTITUTED)
    assert found.verdict is Verdict.ALTERED


def test_an_ellipsis_shows_what_it_left_out() -> None:
    left = "We request a meeting with his team … for the purpose of planning."
    right = "We request a meeting with his team to discuss the issue of harassment, for the purpose of planning."
    assert edits_of(left, right) == [("ellipsis", "…", "to discuss the issue of harassment", None)]
    assert judge(words_of(left), words_of(right)).verdict is Verdict.MARKED


def test_an_ellipsis_does_not_excuse_words_beside_it() -> None:
    left = "We want a meeting … with the purpose of planning."
    right = "We want a meeting to discuss the issue, for the purpose of planning."
    assert edits_of(left, right) == [
        ("ellipsis", "…", "to discuss the issue", None),
        ("substituted", "with", "for", None),
    ]


def test_of_two_equal_places_the_ellipsis_says_which_was_left_out() -> None:
    left = "the old plan and the … bridge"
    right = "the old plan and the new plan and the bridge"
    assert edits_of(left, right) == [("ellipsis", "…", "new plan and the", None)]


@pytest.mark.parametrize(
    ("left", "right", "edits"),
    [
        ("people [who] work here", "people that work here", [("bracketed", "[who]", "that", None)]),
        ("He saw [the mayor] there", "He saw the man there", [("bracketed", "[the mayor]", "the man", None)]),
        ("She [Mary Doe] left us", "She left us", [("bracketed", "[Mary Doe]", "", None)]),
        ("She left us", "She (Mary Doe) left us", [("bracketed", "", "(Mary Doe)", None)]),
        ("[T]he man left us", "The man left us", []),
        ("They call[ed] us", "They called us", []),
    ],
)
def test_brackets_are_marked(left: str, right: str, edits: list[tuple[str, str, str, str | None]]) -> None:
    assert edits_of(left, right) == edits
    found = judge(words_of(left), words_of(right))
    assert found.findings == (Finding.BRACKETED,)
    assert found.verdict is Verdict.MARKED


def test_brackets_excuse_nothing_beside_them() -> None:
    assert edits_of("She [Doe] never left us", "She left us") == [
        ("bracketed", "[Doe]", "", None),
        ("dropped", "never", "", Critical.NEGATION),
    ]


def test_a_contiguous_part_is_truncated_whatever_it_leaves_out() -> None:
    fragment, whole = "the issue of harassment", "We discuss the issue of harassment on the 2016 campaign, not more"
    found = judge(words_of(fragment), words_of(whole), fragment=True)
    assert found.findings == (Finding.TRUNCATED,)
    assert [(edit.right, edit.critical) for edit in found.edits] == [
        ("We discuss", None),
        ("on the 2016 campaign, not more", None),
    ]


def test_a_fragment_cut_from_behind_its_negation_is_critical() -> None:
    found = judge(words_of("guilty"), words_of("I am not guilty"), fragment=True)
    assert found.verdict is Verdict.CRITICAL
    assert found.edits[0].kind is EditKind.TRUNCATED
    assert found.edits[0].critical is Critical.NEGATION


def test_no_before_a_noun_turns_nothing_around() -> None:
    found = judge(words_of("act of terror"), words_of("No act of terror will stand"), fragment=True)
    assert found.verdict is Verdict.TRUNCATED


def test_a_number_cut_off_in_mid_clause_is_critical() -> None:
    left = "We will hold primaries for 2019 and 2020."
    assert edits_of(left, "We will hold primaries,") == [("dropped", "for 2019 and 2020", "", Critical.NUMBER)]


def test_another_order_is_reordered_and_no_edit() -> None:
    found = judge(words_of("We will win. They will lose the war."), words_of("They will lose the war. We will win."))
    assert found.findings == (Finding.REORDERED,)
    assert found.edits == ()
    assert found.verdict is Verdict.REORDERED


def test_a_joining_word_between_phrases_that_changed_places_is_no_edit() -> None:
    found = judge(words_of("Build the wall and make them pay"), words_of("Make them pay and build the wall"))
    assert Finding.REORDERED in found.findings
    assert found.edits == ()


def test_what_else_differs_is_told_beside_another_order() -> None:
    found = judge(
        words_of("We will win it. They will lose the long war."),
        words_of("They will lose the long war. We may win it."),
    )
    assert found.findings == (Finding.REORDERED, Finding.SUBSTITUTED, Finding.CRITICAL)
    assert [(edit.left, edit.right) for edit in found.edits] == [("will", "may")]


def test_an_interruption_on_one_side_is_resegmented() -> None:
    whole = "We are ready. They are not ready yet."
    found = judge(words_of(whole, "They"), words_of(whole))
    assert found.findings == (Finding.RESEGMENTED,)
    assert found.verdict is Verdict.VERBATIM
    assert judge(words_of(whole, "They"), words_of(whole, "They")).findings == ()


def test_words_cut_on_both_sides_of_an_interruption_are_two_edits() -> None:
    longer = words_of("We said so long ago. And they agree with us. And it is done.", "And they", "And it")
    found = judge(longer, words_of("We said so long ago."))
    assert [(edit.kind, edit.left) for edit in found.edits] == [
        (EditKind.TRUNCATED, "And they agree with us"),
        (EditKind.TRUNCATED, "And it is done"),
    ]


SCRAPS = "we will not go to the 12 old town . , … and they may [so] see it Doe ( ) un".split()  # noqa: SIM905
sentences = st.lists(st.sampled_from(SCRAPS), max_size=30).map(" ".join)


@given(sentences, sentences)
def test_blocks_and_moved_words_rebuild_both_sides(left: str, right: str) -> None:
    opposed = oppose(words_of(left), words_of(right))
    for side, (first, last) in (("left", (1, 2)), ("right", (3, 4))):
        places = [at for block in opposed.blocks for at in range(block[first], block[last])]
        moved_at = 0 if side == "left" else 1
        places += [at for one in opposed.moved for at in range(one[moved_at], one[moved_at] + one[2])]
        assert sorted(places) == list(range(len(getattr(opposed, side))))
    for block in opposed.blocks:
        if block.equal:
            keys = opposed.left.keys[block.left : block.left_end], opposed.right.keys[block.right : block.right_end]
            assert "".join(keys[0]) == "".join(keys[1])


@given(sentences)
def test_a_statement_is_verbatim_with_itself(text: str) -> None:
    found = judge(words_of(text), words_of(text))
    assert found.verdict is Verdict.VERBATIM
    assert found.findings == ()


@given(sentences, sentences)
def test_edits_stand_where_they_say(left: str, right: str) -> None:
    for edit in judge(words_of(left), words_of(right)).edits:
        for text, words, span in ((left, edit.left, edit.left_span), (right, edit.right, edit.right_span)):
            assert (span is None) == (words == "")
            if span is not None:
                assert text[slice(*span)] == words
        assert mirrored_edit(mirrored_edit(edit)) == edit


@given(sentences, sentences)
def test_no_fewer_equal_words_than_difflib_less_chance(left: str, right: str) -> None:
    one, other = words_of(left), words_of(right)
    blocks = SequenceMatcher(None, one.keys, other.keys, autojunk=False).get_matching_blocks()
    longest = max(block.size for block in blocks)
    assert oppose(one, other).shared >= (longest if longest > 2 else 0)


def test_what_stands_further_up_in_a_source_is_a_difference_of_its_own() -> None:
    said = "The council will close the bridge xylem and open the ferry in the spring of next year"
    text = "bees and open the ferry in the spring of next year. Later: The council will close the bridge ants"
    seam = text.index("The council")
    judgement = judge(
        quoted_words(said, [(0, len(said))]), quoted_words(text, [(seam, len(text)), (0, text.index("."))])
    )
    assert [(edit.kind, edit.left, edit.right) for edit in judgement.edits] == [
        (EditKind.SUBSTITUTED, "xylem", "ants"),
        (EditKind.INSERTED, "", "bees"),
    ]
    assert [text[slice(*edit.right_span)] for edit in judgement.edits if edit.right_span] == ["ants", "bees"]
