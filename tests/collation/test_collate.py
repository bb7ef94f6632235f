"""What the collation says of hand-made articles, of the seeds, and of any articles at all."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article import Article, Role, article_from_text, read_article
from tui.collation import Collation, Link, Relation, Span, Status, collate
from tui.text import tokenize

SEEDS = Path(__file__).parents[2] / "seeds"

VOCABULARY = ("the", "of", "and", "budget", "ferry", "mayor", "vote", "port", "億", "円", "。")
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14)
PARAGRAPHS = st.lists(WORDS.map(" ".join), min_size=1, max_size=5)
ARTICLES = PARAGRAPHS.map("\n\n".join).map(article_from_text)

LEAD = "The council voted on Tuesday to close the ferry terminal at Ludbrook for two years."
QUOTE = "“We never wanted this,” Mayor Ada Quill told reporters outside the chamber, “but the money is gone.”"
HISTORY = "Built in 1931, the terminal once served nine thousand passengers on a summer day."
PLAN = "Engineers from Halloran and Partners will inspect every piling before a tender is published in June."


def article(*paragraphs: str) -> Article:
    return article_from_text("\n\n".join(paragraphs))


def seed(number: int) -> Article:
    return read_article(str(next(SEEDS.glob(f"{number:03}_*.txt"))))


def links_of(collation: Collation) -> dict[tuple[int, int], tuple[Relation, bool]]:
    return {(link.left, link.right): (link.relation, link.moved) for link in collation.links}


def wording(spans: tuple[Span, ...], text: str, status: Status) -> list[str]:
    return [text[span.start : span.end] for span in spans if span.status is status]


@pytest.mark.parametrize("number", range(5))
def test_an_article_is_the_same_as_itself(number: int) -> None:
    collation = collate(seed(number), seed(number))
    noise = collation.left.noise
    outside = [span for span in collation.left_spans if not any(start <= span.start < end for start, end in noise)]
    assert {span.status for span in outside} == {Status.SAME}
    assert all(link.left == link.right and not link.moved for link in collation.links)
    assert not collation.differs


def test_typography_paragraph_breaks_and_boilerplate_are_no_difference() -> None:
    left = article(LEAD, QUOTE, HISTORY)
    right = article(LEAD.upper(), QUOTE.replace("“", '"').replace("”", '"'), HISTORY, "Read more at example.org")
    assert right.paragraphs[3].role is Role.BOILERPLATE
    assert not collate(left, right).differs
    split = article(*HISTORY.replace("terminal", "terminal\n\n").split("\n\n"), LEAD)
    assert not collate(article(HISTORY, LEAD), split).differs


def test_one_changed_word_is_changed_on_both_sides() -> None:
    collation = collate(article(LEAD, HISTORY), article(LEAD.replace("two", "three"), HISTORY))
    (left,) = [span for span in collation.left_spans if span.status is not Status.SAME]
    (right,) = [span for span in collation.right_spans if span.status is not Status.SAME]
    assert (left.status, collation.left.text[left.start : left.end]) == (Status.CHANGED, "two")
    assert (right.status, collation.right.text[right.start : right.end]) == (Status.CHANGED, "three")
    assert left.other == (right.start, right.end)
    assert right.other == (left.start, left.end)
    assert collation.differs


def test_an_added_word_is_unique() -> None:
    collation = collate(article(LEAD), article(LEAD.replace("two", "at least two")))
    assert wording(collation.right_spans, collation.right.text, Status.UNIQUE) == ["at least"]
    assert not wording(collation.left_spans, collation.left.text, Status.UNIQUE)


def test_a_paragraph_set_down_elsewhere_is_moved_and_its_words_too() -> None:
    collation = collate(article(LEAD, QUOTE, HISTORY, PLAN), article(LEAD, HISTORY, PLAN, QUOTE))
    assert links_of(collation)[1, 3] == (Relation.SAME, True)
    assert wording(collation.left_spans, collation.left.text, Status.MOVED) == [QUOTE.strip("“.”")]
    assert collation.differs


def test_the_shortest_articles_are_compared_too() -> None:
    collation = collate(
        article("He bought the old house on Main Street."), article("He sold the old house on Main Street.")
    )
    assert wording(collation.left_spans, collation.left.text, Status.CHANGED) == ["bought"]
    assert wording(collation.right_spans, collation.right.text, Status.CHANGED) == ["sold"]


def test_labels_of_a_transcript_stay_with_what_is_said() -> None:
    said = [LEAD, QUOTE, HISTORY, PLAN]
    whole = [line for words in said for line in ("THE CHAIR", words)]
    collation = collate(article(*whole), article(*whole[2:]))
    assert not [link for link in collation.links if link.moved]
    assert links_of(collation)[2, 0] == (Relation.SAME, False)


def test_an_unrelated_pair_has_no_links() -> None:
    other = article(
        "Heavy snow stopped every train north of the capital on Friday night.",
        "Schools will stay shut until the plough drivers end their strike, the ministry said.",
    )
    collation = collate(article(LEAD, QUOTE, HISTORY), other)
    assert collation.links == ()
    assert {span.status for span in collation.left_spans} == {Status.UNIQUE}


def test_a_name_alone_is_no_passage() -> None:
    left = article("The head of the Port Merrow Harbor Authority resigned.", LEAD, HISTORY, PLAN)
    right = article("Rain fell on the roof of the Port Merrow Harbor Authority all night.", LEAD, HISTORY, PLAN)
    others = [f"The Port Merrow Harbor Authority said so on day {number}." for number in range(6)]
    collation = collate(
        article(*[left.words_of(index) for index in range(4)], *others),
        article(*[right.words_of(index) for index in range(4)], *others),
    )
    assert links_of(collation).get((0, 0), (Relation.SIMILAR, False))[0] is Relation.SIMILAR


def test_scripts_without_spaces_are_collated_by_letter() -> None:
    left = article("県は八日、橋を二年間閉鎖すると発表した。", "知事は「残念だが資金がない」と述べた。")
    right = article("県は八日、橋を三年間閉鎖すると発表した。", "知事は「残念だが資金がない」と述べた。")
    collation = collate(left, right)
    assert links_of(collation) == {(0, 0): (Relation.EDITED, False), (1, 1): (Relation.SAME, False)}
    assert wording(collation.left_spans, left.text, Status.CHANGED) == ["二"]
    assert wording(collation.right_spans, right.text, Status.CHANGED) == ["三"]


def test_statement_in_four_paragraphs_links_to_the_one_that_holds_it() -> None:
    links = links_of(collate(seed(1), seed(4)))
    assert all(links[left, 8] == (Relation.PARTIAL, False) for left in (7, 8, 9, 13))


def test_hearing_and_having_are_one_changed_word() -> None:
    collation = collate(seed(3), seed(4))
    assert "Hearing" in wording(collation.left_spans, collation.left.text, Status.CHANGED)
    assert "Having" in wording(collation.right_spans, collation.right.text, Status.CHANGED)


def test_we_share_in_the_urgency_is_moved() -> None:
    collation = collate(seed(2), seed(3))
    assert links_of(collation)[11, 10][1]
    assert "We share in the urgency for all of us to do better" in wording(
        collation.left_spans, collation.left.text, Status.MOVED
    )


def test_captions_are_moved_to_the_place_of_what_they_repeat() -> None:
    collation = collate(seed(1), seed(4))
    caption = collation.left.paragraphs[11]
    spans = [span for span in collation.left_spans if caption.start <= span.start < caption.end]
    target = collation.right.paragraphs[3]
    moved = [span.other for span in spans if span.status is Status.MOVED]
    assert moved
    assert all(other and target.start <= other[0] < target.end for other in moved)


def test_a_caption_takes_no_word_from_the_paragraph_it_repeats() -> None:
    left = article(LEAD, HISTORY, PLAN, LEAD.replace(" for two years", ""))
    right = article(LEAD, HISTORY, PLAN)
    assert left.paragraphs[3].duplicate_of == 0
    collation = collate(left, right)
    assert links_of(collation)[3, 0][1]
    caption = left.paragraphs[3]
    assert {span.status for span in collation.left_spans if span.start >= caption.start} == {Status.MOVED}
    assert {span.status for span in collation.right_spans} == {Status.SAME}


def test_long_stretches_beside_a_shared_part_are_no_changes_of_each_other() -> None:
    quoted = "“we never wanted this to end in court but the money is gone and the pilings are rotten”"
    partial = collate(
        article(LEAD, f"{PLAN} {HISTORY} Ada Quill wrote in the local paper: {quoted}."),
        article(
            f"Heavy rain had kept the crowd small, and nobody spoke until she did: {quoted}.", "Schools stay shut."
        ),
    )
    assert links_of(partial)[1, 0][0] is Relation.PARTIAL
    assert not wording(partial.left_spans, partial.left.text, Status.CHANGED)


def test_no_span_holds_words_of_noise_and_of_the_article() -> None:
    collation = collate(seed(2), seed(3))
    phrases = wording(collation.left_spans, collation.left.text, Status.UNIQUE)
    assert "date 2018-12-30" in phrases
    assert not [phrase for phrase in phrases if "MORE" in phrase and "(I-Vt.)" in phrase]


def test_noise_and_boilerplate_match_nothing() -> None:
    collation = collate(seed(2), seed(3))
    (start, end) = collation.left.noise[0]
    inside = [span for span in collation.left_spans if span.start < end and span.end > start]
    assert {span.status for span in inside} == {Status.UNIQUE}
    assert collation.right.paragraphs[0].role is Role.BOILERPLATE
    assert not [link for link in collation.links if link.right == 0]


@pytest.mark.parametrize("words", [12, 20_000])
def test_one_long_paragraph(words: int) -> None:
    text = " ".join(f"word{number * 7 % 1009}" for number in range(words))
    collation = collate(article(text), article(f"{text} more"))
    assert wording(collation.right_spans, collation.right.text, Status.UNIQUE)[-1] == "more"


def test_ten_thousand_equal_paragraphs() -> None:
    line = "All the news that fits the page today"
    collation = collate(article(*[line] * 10_000), article(*[line] * 9_999))
    assert len(collation.links) <= 20_000


@pytest.mark.parametrize("text", ["", "* * *", "…\n\n—"])
def test_articles_without_words(text: str) -> None:
    empty = Article(source="", text=text, paragraphs=())
    collation = collate(empty, article(LEAD))
    assert collation.links == ()
    assert collation.left_spans == ()
    assert collation.differs


@given(ARTICLES, ARTICLES)
def test_spans_cover_every_word_once_and_cross_no_paragraph(left: Article, right: Article) -> None:
    collation = collate(left, right)
    for here, there, spans in (
        (left, right, collation.left_spans),
        (right, left, collation.right_spans),
    ):
        tokens = tokenize(here.text)
        covered = [
            start
            for span in spans
            for start, end in zip(tokens.starts, tokens.ends, strict=True)
            if span.start <= start and end <= span.end
        ]
        assert covered == tokens.starts
        assert all(one.end <= other.start for one, other in pairwise(spans))
        for span in spans:
            assert _in_one_paragraph(here, span.start, span.end)
            assert (span.other is None) == (span.status is Status.UNIQUE)
            assert span.other is None or _in_one_paragraph(there, *span.other)


@given(ARTICLES, ARTICLES)
def test_same_and_moved_words_are_the_words_they_point_to(left: Article, right: Article) -> None:
    collation = collate(left, right)
    for span in collation.left_spans:
        if span.status in {Status.SAME, Status.MOVED}:
            assert span.other
            here, there = left.text[span.start : span.end], right.text[slice(*span.other)]
            assert tokenize(here).keys == tokenize(there).keys


@given(ARTICLES, ARTICLES)
def test_swapping_sides_mirrors_the_result(left: Article, right: Article) -> None:
    assert collate(right, left) == collate(left, right).swapped()


@given(ARTICLES, ARTICLES)
def test_links_stand_in_order_each_pair_once(left: Article, right: Article) -> None:
    links: tuple[Link, ...] = collate(left, right).links
    pairs = [(link.left, link.right) for link in links]
    assert pairs == sorted(set(pairs))
    assert all(0 <= link.score <= 1 for link in links)
    in_order = [link for link in links if not link.moved]
    assert all(one.right <= other.right or one.left == other.left for one, other in pairwise(in_order))


@given(PARAGRAPHS)
def test_an_article_never_differs_from_itself(paragraphs: list[str]) -> None:
    same = article(*paragraphs)
    collation = collate(same, same)
    assert not collation.differs
    assert {span.status for span in collation.left_spans} <= {Status.SAME}


def _in_one_paragraph(holder: Article, start: int, end: int) -> bool:
    return any(paragraph.start <= start < end <= paragraph.end for paragraph in holder.paragraphs)
