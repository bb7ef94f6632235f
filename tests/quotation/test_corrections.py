"""What a reporter says of quotations is followed: what is quoted, what isn't, and who said it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quotation.made import article_of
from tests.quotation.test_robust import any_texts, mirrored, raw_article, without_why
from tui.article import Article, Correction, CorrectionKind, Role
from tui.collation import Tie, collate
from tui.quotation import (
    Finding,
    Quotation,
    QuotationKind,
    QuoteComparison,
    SpeakerKind,
    Verdict,
    check_quotations,
    compare_quotations,
    find_quotations,
    trace_quotations,
)

COUNCIL = "“We never wanted this,” Mayor Ada Quill told reporters. “The money is gone.”"
UNION = "Ben Okoro, who leads the dockers, called the plan “a slap in the face” on Friday."
CLOSED = "The terminal closed in 1931, and the port authority has let it stand empty since."


def words(article: Article, *wanted: str) -> tuple[tuple[int, int], ...]:
    """Where these words stand for the first time."""
    return tuple((article.text.index(one), article.text.index(one) + len(one)) for one in wanted)


def with_corrections(article: Article, *said: tuple[CorrectionKind, tuple[str, ...], str]) -> Article:
    return replace(
        article, corrections=tuple(Correction(kind, words(article, *wanted), value) for kind, wanted, value in said)
    )


def speaker(article: Article, said: str, name: str) -> Article:
    return with_corrections(article, (CorrectionKind.SPEAKER, (said,), name))


def as_quoted(article: Article, *parts: str) -> Article:
    return with_corrections(article, (CorrectionKind.QUOTED, parts, ""))


def as_plain(article: Article, said: str) -> Article:
    return with_corrections(article, (CorrectionKind.PLAIN, (said,), ""))


def texts(article: Article) -> list[str]:
    return [one.text for one in find_quotations(article)]


def segments(article: Article) -> list[list[str]]:
    return [[article.text[start:end] for start, end in one.segments] for one in find_quotations(article)]


def test_a_speaker_goes_to_the_quotation_of_these_words_alone() -> None:
    article = article_of(COUNCIL, UNION)
    first, second, third = find_quotations(speaker(article, "a slap in the face", "Ines Roth"))
    assert [one.attribution.speaker for one in (first, second)] == ["Mayor Ada Quill", "Mayor Ada Quill"]
    assert (third.attribution.speaker, third.attribution.kind) == ("Ines Roth", SpeakerKind.PERSON)
    assert third.attribution.cue == find_quotations(article)[2].attribution.cue


def test_half_of_the_words_are_enough_and_less_are_not() -> None:
    article = article_of(COUNCIL, UNION)
    for said in ("slap in the", "called the plan “a slap in the face”"):
        assert find_quotations(speaker(article, said, "Ines Roth"))[2].attribution.speaker == "Ines Roth"
    beside = speaker(article, "told reporters. “The m", "Ines Roth")
    assert [one.attribution for one in find_quotations(beside)] == [one.attribution for one in find_quotations(article)]


def test_nobody_can_be_the_speaker() -> None:
    article = speaker(article_of(COUNCIL), "We never wanted this", "")
    found = find_quotations(article)[0].attribution
    assert (found.speaker, found.kind) == (None, SpeakerKind.UNKNOWN)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Mayor Ada Quill", SpeakerKind.PERSON),
        ("the letter", SpeakerKind.DOCUMENT),
        ("the campaign committee", SpeakerKind.GROUP),
        ("Ludbrook Port Authority", SpeakerKind.GROUP),
        ("Ogwen Pryce", SpeakerKind.PERSON),
        ("?", SpeakerKind.PERSON),
        ("李明", SpeakerKind.PERSON),
    ],
)
def test_a_named_speaker_is_what_the_article_says_it_is(name: str, kind: SpeakerKind) -> None:
    """The article's own cast decides, then the words of the name."""
    article = article_of(COUNCIL, UNION, "The Ludbrook Port Authority, which owns the quay, said it would appeal.")
    found = find_quotations(speaker(article, "a slap in the face", name))[2].attribution
    assert (found.speaker, found.kind) == (name, kind)


def test_an_outlet_that_speaks_itself_was_not_told() -> None:
    article = article_of("“We never wanted this,” Ada Quill told Politico on Friday.")
    assert find_quotations(article)[0].attribution.outlet == "Politico"
    assert find_quotations(speaker(article, "We never", "Ben Okoro"))[0].attribution.outlet == "Politico"
    found = find_quotations(speaker(article, "We never wanted this", "Politico"))[0].attribution
    assert (found.speaker, found.outlet) == ("Politico", None)


def test_a_copy_in_a_caption_follows_unless_it_was_corrected_itself() -> None:
    article = article_of(UNION, CLOSED, (Role.CAPTION, UNION), duplicates={2: 0})
    told = find_quotations(speaker(article, "a slap in the face", "Ines Roth"))
    assert [one.duplicate_of for one in told] == [None, 0]
    assert [one.attribution.speaker for one in told] == ["Ines Roth", "Ines Roth"]
    start = article.text.rindex("a slap")
    own = Correction(CorrectionKind.SPEAKER, ((start, start + 18),), "Ada Quill")
    other = Correction(CorrectionKind.SPEAKER, words(article, "a slap in the face"), "Ines Roth")
    both = find_quotations(replace(article, corrections=(own, other)))
    assert [one.attribution.speaker for one in both] == ["Ines Roth", "Ada Quill"]


def test_the_last_word_holds() -> None:
    article = article_of(COUNCIL, UNION)
    named = [(CorrectionKind.SPEAKER, ("a slap in the face",), name) for name in ("Ines Roth", "Ogwen Pryce")]
    assert find_quotations(with_corrections(article, *named))[2].attribution.speaker == "Ogwen Pryce"
    plain = (CorrectionKind.PLAIN, ("a slap in the face",), "")
    told = (CorrectionKind.QUOTED, ("a slap in the face",), "")
    assert len(find_quotations(with_corrections(article, told, plain))) == 2
    assert len(find_quotations(with_corrections(article, plain, told))) == 3


def test_words_without_marks_become_a_quotation_with_its_speaker() -> None:
    article = article_of("We never wanted this, Mayor Ada Quill said. The money is gone.", UNION)
    found = find_quotations(as_quoted(article, "We never wanted this"))
    assert [one.text for one in found] == ["We never wanted this", "a slap in the face"]
    assert [one.number for one in found] == [0, 1]
    assert (found[0].kind, found[0].repaired) == (QuotationKind.FULL, False)
    assert found[0].attribution.speaker == "Mayor Ada Quill"


def test_the_marks_beside_the_words_belong_to_them() -> None:
    assert segments(as_quoted(article_of(COUNCIL), "The money is gone")) == [
        ["“We never wanted this,”"],
        ["“The money is gone.”"],
    ]
    french = article_of("« Nous restons », a dit Anne Roy à Lyon.")
    assert segments(as_quoted(french, "Nous restons")) == [["« Nous restons »"]]
    assert segments(as_quoted(french, "« Nous restons »")) == [["« Nous restons »"]]
    assert texts(as_quoted(french, "« Nous restons »")) == ["Nous restons"]
    assert segments(as_quoted(article_of("The dockers' claim stands, he said."), "The dockers"))[0] == ["The dockers"]


def test_two_quotations_become_one_and_one_becomes_shorter() -> None:
    article = article_of(COUNCIL, UNION)
    one = as_quoted(article, "We never wanted this,", "The money is gone.")
    assert segments(one) == [["“We never wanted this,”", "“The money is gone.”"], ["“a slap in the face”"]]
    shorter = as_quoted(article, "a slap")
    assert texts(shorter) == ["We never wanted this,", "The money is gone.", "a slap"]
    assert find_quotations(shorter)[2].kind is QuotationKind.PARTIAL
    assert find_quotations(shorter)[2].attribution.speaker == "Ben Okoro"


def test_a_short_quotation_that_a_reporter_names_is_no_term_and_no_title() -> None:
    article = article_of("The so-called “green wall” stood for years, and the film “Night Boat” was made there.")
    assert [one.kind for one in find_quotations(article)] == [QuotationKind.SCARE, QuotationKind.TITLE]
    told = with_corrections(
        article, (CorrectionKind.QUOTED, ("green wall",), ""), (CorrectionKind.QUOTED, ("Night Boat",), "")
    )
    assert [one.kind for one in find_quotations(told)] == [QuotationKind.PARTIAL, QuotationKind.PARTIAL]


def test_a_quotation_in_a_headline_stays_one() -> None:
    article = article_of((Role.HEADLINE, "Mayor: We never wanted this"), CLOSED)
    (found,) = find_quotations(as_quoted(article, "We never wanted this"))
    assert found.kind is QuotationKind.HEADLINE


def test_a_quotation_never_crosses_a_paragraph() -> None:
    article = article_of("She said: We never wanted this.", "The money is gone.")
    (found,) = find_quotations(as_quoted(article, "We never wanted this.\n\nThe money is gone."))
    assert [article.text[slice(*part)] for part in found.segments] == ["We never wanted this.", "The money is gone."]
    assert found.paragraphs == (0, 1)


def test_plain_words_are_no_quotation_and_neither_are_their_copies() -> None:
    article = article_of(COUNCIL, UNION, (Role.CAPTION, UNION), duplicates={2: 1})
    assert len(find_quotations(article)) == 4
    found = find_quotations(as_plain(article, "a slap in the face"))
    assert [one.text for one in found] == ["We never wanted this,", "The money is gone."]
    assert len(find_quotations(as_plain(article, "in the face"))) == 2
    assert len(find_quotations(as_plain(article, "face"))) == 4


def test_a_new_quotation_is_known_by_its_copy() -> None:
    article = article_of(UNION.replace("“", "").replace("”", ""), CLOSED, (Role.CAPTION, UNION), duplicates={2: 0})
    assert [one.duplicate_of for one in find_quotations(article)] == [None]
    found = find_quotations(as_quoted(article, "a slap in the face"))
    assert [one.duplicate_of for one in found] == [None, 0]
    assert [one.attribution.speaker for one in found] == ["Ben Okoro", "Ben Okoro"]


def test_words_outside_of_the_text_are_passed_over() -> None:
    article = article_of(COUNCIL, UNION)
    nowhere = [((9000, 9010),), ((5, 5),), ((8, 3),), ((-4, 0),), (), ((len(COUNCIL), len(COUNCIL) + 2),)]
    said = tuple(Correction(kind, where, "Ines Roth") for kind in CorrectionKind for where in nowhere)
    assert find_quotations(replace(article, corrections=said)) == find_quotations(article)


def test_a_corrected_speaker_is_believed_of_a_source() -> None:
    article = article_of("“The money is gone,” Ben Okoro said.")
    transcript = article_of("QUILL: I told them, “The money is gone.” They laughed.", "OKORO: They did.")
    assert check_quotations(article, (transcript,))[0].findings == (Finding.ATTRIBUTION,)
    named = speaker(transcript, "The money is gone.", "Ben Okoro")
    (checked,) = check_quotations(article, (named,))
    assert (checked.findings, checked.speaker_in_source) == ((), "Ben Okoro")


def test_corrections_hold_in_comparisons_checks_and_traces() -> None:
    left, right = article_of(COUNCIL), article_of(COUNCIL.replace("Ada Quill", "Ben Okoro"))
    assert Finding.ATTRIBUTION in compare_quotations(collate(left, right)).pairs[1].findings
    both = (CorrectionKind.SPEAKER, ("We never wanted this,",), "Ada Quill")
    mended = with_corrections(right, both, (CorrectionKind.SPEAKER, ("The money is gone.",), "Ada Quill"))
    assert not any(pair.findings for pair in compare_quotations(collate(left, mended)).pairs)
    plain = as_plain(right, "We never wanted this,")
    assert compare_quotations(collate(left, plain)).left_unpaired[0].verdict is Verdict.UNQUOTED
    assert len(check_quotations(plain, (left,))) == 1
    assert [cluster.variants for cluster in trace_quotations((left, plain))] == [((0, 0),), ((0, 1), (1, 0))]


# ---- ties ----------------------------------------------------------------------------------------------------------


def tie(left: Article, right: Article, pair: tuple[str, str], *, together: bool) -> Tie:
    return Tie(words(left, pair[0]), words(right, pair[1]), together, of_quotations=True)


def compared(left: Article, right: Article, *ties: Tie) -> QuoteComparison:
    return compare_quotations(collate(left, right, ties))


def numbers(comparison: QuoteComparison) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    return [(pair.left, pair.right, pair.primary) for pair in comparison.pairs]


def test_quotations_tied_together_are_a_pair_whatever_they_share() -> None:
    left, right = article_of(COUNCIL), article_of("“Nobody asked us,” Mayor Ada Quill said.", UNION)
    assert numbers(compared(left, right)) == []
    tied = compared(left, right, tie(left, right, ("We never wanted this", "Nobody asked us"), together=True))
    assert numbers(tied) == [((0,), (0,), True)]
    assert tied.pairs[0].verdict in {Verdict.ALTERED, Verdict.CRITICAL}
    assert tied.pairs[0].edits
    assert [fate.number for fate in tied.left_unpaired] == [1]
    assert [fate.number for fate in tied.right_unpaired] == [1]


def test_a_tie_takes_quotations_from_their_partners() -> None:
    left = article_of(
        "“We never wanted any of this here,” Ada Quill said.", "“We wanted no part of it,” Ben Okoro said."
    )
    right = article_of("“We never wanted any of this here,” Ada Quill said.")
    assert numbers(compared(left, right)) == [((0,), (0,), True)]
    tied = compared(left, right, tie(left, right, ("We wanted no part", "We never wanted any"), together=True))
    assert numbers(tied) == [((0,), (0,), True), ((1,), (0,), True)]
    assert not tied.left_unpaired
    loose = article_of(
        "“We never wanted any of it and never will,” Ada Quill said.", "“No part of it,” Ben Okoro said."
    )
    tied = compared(loose, right, tie(loose, right, ("No part of it", "We never wanted any"), together=True))
    assert ((1,), (0,), True) in numbers(tied)


def test_one_tie_may_name_several_quotations_that_are_compared_as_one() -> None:
    left = article_of(COUNCIL)
    right = article_of("“Nobody asked us, and we are broke,” Mayor Ada Quill said.")
    whole = Tie(
        words(left, "We never wanted this,", "The money is gone."),
        words(right, "Nobody asked us, and we are broke,"),
        together=True,
        of_quotations=True,
    )
    assert numbers(compared(left, right, whole)) == [((0, 1), (0,), True)]


def test_quotations_told_apart_find_their_next_best() -> None:
    said = "“We never wanted this and we never will,” Mayor Ada Quill said."
    left, right = article_of(said), article_of(said, CLOSED, said.replace("never will", "hardly will"))
    assert ((0,), (0,), True) in numbers(compared(left, right))
    parted = compared(left, right, tie(left, right, ("We never wanted this", "We never wanted this"), together=False))
    assert numbers(parted) == [((0,), (1,), True)]
    assert [fate.number for fate in parted.right_unpaired] == [0]
    assert parted.right_unpaired[0].verdict is not Verdict.UNQUOTED


def test_words_told_apart_are_not_found_there_unquoted() -> None:
    """Between marks or not, the place that a reporter said is another's is not offered again; another place is."""
    left = article_of(COUNCIL)
    right = article_of("We never wanted this, Ada Quill told us.", UNION)
    fate = compared(left, right).left_unpaired[0]
    assert (fate.verdict, fate.other) == (Verdict.UNQUOTED, words(right, "We never wanted this")[0])
    apart = tie(left, right, ("We never wanted this,", "We never wanted this"), together=False)
    assert compared(left, right, apart).left_unpaired[0].verdict is Verdict.MISSING
    again = article_of("We never wanted this, Ada Quill told us.", UNION, "We never wanted this, she wrote later.")
    fate = compared(left, again, apart).left_unpaired[0]
    assert fate.verdict is Verdict.UNQUOTED
    assert fate.other is not None
    assert fate.other[0] == again.text.rindex("We never")


def test_a_copy_in_a_caption_is_told_apart_too() -> None:
    left = article_of(UNION, CLOSED, (Role.CAPTION, UNION), duplicates={2: 0})
    right = article_of(UNION)
    assert len(compared(left, right).pairs) == 2
    assert not compared(left, right, tie(left, right, ("a slap in", "a slap in"), together=False)).pairs


def test_two_told_apart_are_in_no_statement_of_several() -> None:
    left = article_of("“We never wanted this and we fought it. The money is gone and will not come back.”")
    right = article_of("“We never wanted this and we fought it,” she said. “The money is gone and will not come back.”")
    assert numbers(compared(left, right)) == [((0,), (0, 1), True)]
    parted = compared(left, right, tie(left, right, ("We never", "The money is gone and will not"), together=False))
    assert not any(1 in pair.right for pair in parted.pairs)


def test_the_last_word_on_two_quotations_holds() -> None:
    left, right = article_of(UNION), article_of(UNION)
    together, apart = (tie(left, right, ("a slap in", "a slap in"), together=said) for said in (True, False))
    assert numbers(compared(left, right, apart, together)) == [((0,), (0,), True)]
    assert numbers(compared(left, right, together, apart)) == []
    assert numbers(compared(left, right, replace(apart, of_quotations=False))) == [((0,), (0,), True)]


def test_a_check_follows_ties_too() -> None:
    """A source's words need no marks: those told apart are passed over, those tied are what is compared with."""
    article = article_of(COUNCIL)
    source = article_of(
        "QUILL: We never wanted this at all. The money is gone.", "ROTH: And we never wanted this, either."
    )
    plain = check_quotations(article, (source,))[0]
    assert [source.text[slice(*part)] for part in plain.source_spans] == ["We never wanted this"]
    apart = tie(article, source, ("We never wanted this", "We never wanted this at all"), together=False)
    there = Tie(words(article, "We never wanted this"), words(source, "The money is gone"), True, of_quotations=True)
    other = check_quotations(article, (source,), ties=[[apart]])
    assert (other[0].source_spans[0][0], other[0].speaker_in_source) == (source.text.index("we never"), "ROTH")
    assert other[1] == check_quotations(article, (source,))[1]
    tied = check_quotations(article, (source,), ties=[[apart, there]])[0]
    assert tied.source_spans == words(source, "The money is gone")
    assert tied.verdict in {Verdict.ALTERED, Verdict.CRITICAL}
    undone = replace(there, together=False)
    assert check_quotations(article, (source,), ties=[[there, undone]])[0].source_spans == plain.source_spans


# ---- anything at all -----------------------------------------------------------------------------------------------

RANGES = st.lists(st.tuples(st.integers(-5, 260), st.integers(-5, 260)), max_size=3).map(tuple)
CORRECTIONS = st.lists(
    st.builds(Correction, st.sampled_from(CorrectionKind), RANGES, st.sampled_from(["", "Ada Quill", "the letter"])),
    max_size=6,
).map(tuple)
TIES = st.lists(st.builds(Tie, RANGES, RANGES, st.booleans(), st.just(True)), max_size=4)
NEWS = st.lists(st.sampled_from([COUNCIL, UNION, CLOSED, COUNCIL.replace("“", "").replace("”", "")]), max_size=4)
READ = (NEWS.map("\n\n".join) | any_texts).map(raw_article)


@settings(max_examples=300, deadline=None)
@given(READ, CORRECTIONS, TIES)
def test_any_corrections_leave_quotations_that_hang_together(
    article: Article, corrections: tuple[Correction, ...], ties: list[Tie]
) -> None:
    told = replace(article, corrections=corrections)
    found = find_quotations(told)
    assert [one.number for one in found] == list(range(len(found)))
    assert all(one.segments[0] < other.segments[0] for one, other in pairwise(found))
    every = sorted(part for one in found for part in one.segments)
    assert all(one[1] <= other[0] for one, other in pairwise(every))
    for one in found:
        assert_sound(told, one, found)
    assert len(check_quotations(told, (article, told), ties=(ties, ties))) == len(found)


def assert_sound(article: Article, one: Quotation, every: tuple[Quotation, ...]) -> None:
    """Every segment in its paragraph and around its words; a copy repeats an earlier quotation."""
    for (start, end), (first, last) in zip(one.segments, one.words, strict=True):
        assert 0 <= start <= first <= last <= end <= len(article.text)
        assert any(article.paragraphs[at].start <= start and end <= article.paragraphs[at].end for at in one.paragraphs)
    assert one.text == " ".join(article.text[start:end] for start, end in one.words)
    if one.duplicate_of is not None:
        assert one.duplicate_of < one.number
        assert every[one.duplicate_of].duplicate_of is None
    assert (one.attribution.speaker is None) is (one.attribution.kind is SpeakerKind.UNKNOWN)


@settings(max_examples=200, deadline=None)
@given(READ, READ, CORRECTIONS, TIES)
def test_any_corrections_and_ties_mirror(
    left: Article, right: Article, corrections: tuple[Correction, ...], ties: list[Tie]
) -> None:
    told = replace(left, corrections=corrections)
    comparison = compare_quotations(collate(told, right, ties))
    assert_followed(comparison)
    swapped = compare_quotations(collate(right, told, [one.swapped() for one in ties]))
    assert mirrored(swapped) == without_why(comparison)


@settings(max_examples=100, deadline=None)
@given(READ, CORRECTIONS, TIES)
def test_one_text_read_in_two_ways_mirrors(left: Article, corrections: tuple[Correction, ...], ties: list[Tie]) -> None:
    told = replace(left, corrections=corrections)
    swapped = compare_quotations(collate(left, told, [one.swapped() for one in ties]))
    assert mirrored(swapped) == without_why(compare_quotations(collate(told, left, ties)))


def assert_followed(comparison: QuoteComparison) -> None:
    """Every quotation is in a pair or alone, and no two pairs are of the same quotations."""
    for at, every, alone in (
        ("left", comparison.left, comparison.left_unpaired),
        ("right", comparison.right, comparison.right_unpaired),
    ):
        paired = {number for pair in comparison.pairs for number in getattr(pair, at)}
        unpaired = [fate.number for fate in alone]
        assert sorted([*paired, *unpaired]) == [one.number for one in every]
    assert len({(pair.left, pair.right) for pair in comparison.pairs}) == len(comparison.pairs)
