"""Any text at all: nothing raises, and what is said of it hangs together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import Article, article_from_text
from tui.collation import collate
from tui.quotation import (
    EditKind,
    QuoteComparison,
    QuotePair,
    Unpaired,
    check_quotations,
    compare_quotations,
    find_quotations,
    trace_quotations,
)
from tui.quotation.judging.edits import mirrored_edit

SCRAPS = (
    *"we will not go to the 12 towns Doe 10% harm harmless may Tuesday U.S. don't both".split(),  # noqa: SIM905
    *"“ ” ‘ ’ \" ' '' `` « » ‹ › „ ‚ 「 」 『 』 [ ] [who] […] … ... ( ) . , : ; — ! ?".split(),  # noqa: SIM905
    *("she said", ",” she said, “", "according to Politico", "DOE:", "MS. LUND:", "\n\n", "\n", "\n\n  • "),
    *("我们不会去", "行きません」と述べた", "ไม่ไป", "e\u0301a\u0300\u0327", "\u202eabc\u202c", "\u200d", "\u00ad"),
    *("\ud800", "\udfff", "\x00", "\x1b[31m", "²", "_", "½", "ß", "ﬁ", "\u2028", "𝒳", "👩\u200d👩"),
)
texts = st.lists(st.sampled_from(SCRAPS), max_size=40).map(" ".join)
any_texts = texts | st.text(max_size=80)


def raw_article(text: str) -> Article:
    """An article whose text was not cleaned, as another reader might hand it over."""
    read = article_from_text(text)
    if len(read.text) == len(text):
        return Article(source="raw", text=text, paragraphs=read.paragraphs)
    return read


@settings(max_examples=300, deadline=None)
@given(any_texts, any_texts)
def test_nothing_raises(left: str, right: str) -> None:
    one, other = raw_article(left), raw_article(right)
    compare_quotations(collate(one, other))
    assert len(check_quotations(one, (other, one))) == len(find_quotations(one))
    clusters = trace_quotations((one, other, one))
    assert all(len(cluster.cells) == 3 for cluster in clusters)


def mirrored(comparison: QuoteComparison) -> QuoteComparison:
    """What exchanging the articles must give; the sentence why names A and B and is left out."""
    pairs = [
        QuotePair(
            pair.right,
            pair.left,
            pair.right_spans,
            pair.left_spans,
            pair.primary,
            pair.verdict,
            pair.findings,
            tuple(mirrored_edit(edit) for edit in pair.edits),
            "",
        )
        for pair in comparison.pairs
    ]
    return QuoteComparison(
        comparison.right,
        comparison.left,
        tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right))),
        tuple(map(mirrored_fate, comparison.right_unpaired)),
        tuple(map(mirrored_fate, comparison.left_unpaired)),
    )


def mirrored_fate(fate: Unpaired) -> Unpaired:
    edits = tuple(mirrored_edit(edit) for edit in fate.edits)
    return Unpaired(fate.number, fate.verdict, fate.other, fate.findings, edits)


def without_why(comparison: QuoteComparison) -> QuoteComparison:
    return mirrored(mirrored(comparison))


STATEMENTS = [
    "We will go to Troy and bring the money home",
    "bring the money home",
    "We will not go to Troy, and … the money",
    "We may go to Troy [and] bring 12 of them home. They know it",
    "They know it",
    "They know it. We will go to Troy",
    "harmless",
]
quoting = st.lists(
    st.builds(
        "{} {}".format,
        st.sampled_from(STATEMENTS).flatmap(lambda one: st.sampled_from([f"“{one},”", f'"{one}"', f"‘{one}’", one])),
        st.sampled_from(["Ann Doe said.", "the letter says.", "Bo Lund told Politico.", "", "“They know it.”"]),
    ),
    max_size=5,
).map("\n\n".join)


@settings(max_examples=200, deadline=None)
@given(quoting | texts, quoting | texts)
def test_exchanging_the_articles_mirrors_the_comparison(left: str, right: str) -> None:
    one, other = article_from_text(left), article_from_text(right)
    there = compare_quotations(collate(one, other))
    back = compare_quotations(collate(other, one))
    assert mirrored(back) == without_why(there)


@settings(max_examples=200, deadline=None)
@given(quoting | texts, quoting | texts)
def test_every_quotation_has_one_fate(left: str, right: str) -> None:
    comparison = compare_quotations(collate(article_from_text(left), article_from_text(right)))
    for side in ("left", "right"):
        numbers = [one.number for one in getattr(comparison, side)]
        paired = {number for pair in comparison.pairs for number in getattr(pair, side)}
        best = {number for pair in comparison.pairs if pair.primary for number in getattr(pair, side)}
        alone = [fate.number for fate in getattr(comparison, f"{side}_unpaired")]
        assert sorted([*paired, *alone]) == numbers
        assert best == paired


@settings(max_examples=200, deadline=None)
@given(quoting | texts, quoting | texts)
def test_edits_stand_in_the_words_compared(left: str, right: str) -> None:
    articles = article_from_text(left), article_from_text(right)
    comparison = compare_quotations(collate(*articles))
    for pair in comparison.pairs:
        for edit in pair.edits:
            sides = ((edit.left_span, pair.left_spans), (edit.right_span, pair.right_spans))
            for span, compared in sides:
                if span is not None:
                    assert span[0] < span[1]
                    assert compared[0][0] <= span[0]
                    assert span[1] <= compared[-1][1]
            assert (edit.left_span is None) == (edit.left == "")
            assert (edit.right_span is None) == (edit.right == "")
            assert edit.kind is not EditKind.INSERTED or not edit.left
            assert edit.kind is not EditKind.DROPPED or not edit.right


@settings(max_examples=100, deadline=None)
@given(quoting | texts)
def test_an_article_agrees_with_itself(text: str) -> None:
    article = article_from_text(text)
    comparison = compare_quotations(collate(article, article))
    for quotation in comparison.left:
        own = [pair for pair in comparison.pairs if pair.left == pair.right and quotation.number in pair.left]
        assert all(pair.verdict.value in {"verbatim", "spliced"} for pair in own)


@pytest.mark.parametrize("text", ['"a\n\n".\' a', '"a\n\n".', '"a b\n\n"\n\n"c"', "“a\n\n“.\n\n“b”"])
def test_a_quotation_goes_on_in_a_paragraph_without_words(text: str) -> None:
    article = article_from_text(text)
    for quotation in find_quotations(article):
        assert any(map(str.isalnum, quotation.text))
        assert all(start <= end for start, end in quotation.words)
