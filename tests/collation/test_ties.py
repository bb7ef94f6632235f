"""What a reporter says of two paragraphs is followed: together they are linked, apart they never are."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.collation.test_collate import ARTICLES, HISTORY, LEAD, PLAN, QUOTE, article, links_of, wording
from tests.samples import make_article
from tui.article import Article, Role
from tui.collation import Collation, Relation, Span, Status, Tie, collate
from tui.text import tokenize

WEATHER = "Fog lay on the river until noon and the gulls kept to the roofs."
RECIPE = "Stir the lentils slowly, add a pinch of salt and serve them warm."


def tie(left: Article, right: Article, pair: tuple[int, int], *, together: bool) -> Tie:
    one, other = left.paragraphs[pair[0]], right.paragraphs[pair[1]]
    return Tie(((one.start, one.end),), ((other.start, other.end),), together)


def test_paragraphs_tied_together_are_linked_however_unlike_they_are() -> None:
    left, right = article(LEAD, WEATHER, HISTORY), article(LEAD, RECIPE, HISTORY)
    assert (1, 1) not in links_of(collate(left, right))
    tied = collate(left, right, [tie(left, right, (1, 1), together=True)])
    assert links_of(tied)[1, 1] == (Relation.SIMILAR, False)
    assert tied.links[1].score < 0.5
    assert tied.left_counts.unlinked == 0


def test_a_tie_off_the_order_is_moved() -> None:
    left, right = article(WEATHER, LEAD, HISTORY), article(LEAD, HISTORY, RECIPE)
    assert links_of(collate(left, right, [tie(left, right, (0, 2), together=True)])) == {
        (0, 2): (Relation.SIMILAR, True),
        (1, 0): (Relation.SAME, False),
        (2, 1): (Relation.SAME, False),
    }


def test_a_tie_tells_how_closely_the_two_match() -> None:
    notice = "Read more about the closure of the ferry terminal at Ludbrook on our site."
    longer = notice.replace("on our site", "in the paper")
    left = make_article([LEAD, notice], [Role.BODY, Role.BOILERPLATE])
    right = make_article([LEAD, longer], [Role.BODY, Role.BODY])
    assert (1, 1) not in links_of(collate(left, right))
    assert links_of(collate(left, right, [tie(left, right, (1, 1), together=True)]))[1, 1] == (Relation.EDITED, False)
    quotes = (
        article(LEAD, "The lockkeeper painted “We will sail again” over the shuttered kiosk on his last day at work."),
        article(LEAD, "By Easter nobody could tell who had first sung “We will sail again” in the crowded tavern."),
    )
    tied = collate(*quotes, [tie(*quotes, (1, 1), together=True)])
    assert links_of(tied)[1, 1][0] is Relation.PARTIAL


def test_two_that_have_an_equal_one_each_can_be_tied_to_each_other() -> None:
    later = LEAD.replace("two years", "ten years")
    left, right = article(LEAD, later), article(LEAD, later)
    tied = collate(left, right, [tie(left, right, (0, 1), together=True)])
    assert links_of(tied)[0, 1][0] is Relation.EDITED
    assert links_of(tied)[0, 0][0] is links_of(tied)[1, 1][0] is Relation.SAME
    assert links_of(collate(left, right)) == {(0, 0): (Relation.SAME, False), (1, 1): (Relation.SAME, False)}


def test_of_equal_paragraphs_those_tied_together_go_together() -> None:
    left, right = article("Q.", LEAD), article("Q.", HISTORY, "Q.", LEAD)
    assert (0, 0) in links_of(collate(left, right, [tie(left, right, (0, 0), together=True)]))
    assert (0, 2) in links_of(collate(left, right, [tie(left, right, (0, 2), together=True)]))


def test_paragraphs_told_apart_are_not_linked_and_share_no_words() -> None:
    left, right = article(LEAD, QUOTE, HISTORY), article(LEAD, QUOTE, PLAN)
    parted = collate(left, right, [tie(left, right, (1, 1), together=False)])
    assert links_of(parted) == {(0, 0): (Relation.SAME, False)}
    assert QUOTE.rstrip("”").lstrip("“") not in wording(parted.left_spans, left.text, Status.SAME)
    spans = [span for span in parted.left_spans if span.start >= left.paragraphs[1].start]
    assert {span.status for span in spans} == {Status.UNIQUE}
    assert parted.left_counts.unlinked == 2
    assert parted.differs


def test_what_is_told_apart_finds_its_next_best() -> None:
    left = make_article([LEAD, HISTORY])
    right = make_article([LEAD, HISTORY, PLAN, HISTORY.replace("a summer day", "a good day")])
    assert links_of(collate(left, right))[1, 1] == (Relation.SAME, False)
    parted = collate(left, right, [tie(left, right, (1, 1), together=False)])
    assert (1, 1) not in links_of(parted)
    assert links_of(parted)[1, 3] == (Relation.EDITED, False)
    again = article("Q.", LEAD, "Q."), article("Q.", LEAD)
    assert (0, 0) in links_of(collate(*again))
    assert (2, 0) in links_of(collate(*again, [tie(*again, (0, 0), together=False)]))


def test_no_word_goes_to_a_paragraph_told_apart_by_way_of_another() -> None:
    """One merged paragraph hangs together with both halves; told apart from one, it has words of the other only."""
    left, right = article(f"{LEAD} {HISTORY}", PLAN), article(LEAD, HISTORY, PLAN)
    assert {(0, 0), (0, 1)} <= links_of(collate(left, right)).keys()
    parted = collate(left, right, [tie(left, right, (0, 1), together=False)])
    assert (0, 0) in links_of(parted)
    assert (0, 1) not in links_of(parted)
    assert not any(is_told(span, right, 1) for span in parted.left_spans)
    second = [span for span in parted.right_spans if right.paragraphs[1].start <= span.start < right.paragraphs[1].end]
    assert {span.status for span in second} == {Status.UNIQUE}


def test_two_by_two_told_apart_crosswise() -> None:
    """Both left paragraphs hang together with the first right one; the words that two of them share stay unclaimed."""
    left, right = article(LEAD, f"{LEAD} {HISTORY}"), article(f"{LEAD} {PLAN}", f"{HISTORY} {LEAD} {QUOTE}")
    parted = collate(left, right, [tie(left, right, (0, 1), together=False)])
    assert (0, 1) not in links_of(parted)
    assert not any(is_told(span, right, 1) for span in parted.left_spans if span.end <= left.paragraphs[0].end)


def test_the_last_word_on_two_paragraphs_holds() -> None:
    left, right = article(LEAD, WEATHER), article(LEAD, RECIPE)
    together, apart = (tie(left, right, (1, 1), together=said) for said in (True, False))
    assert (1, 1) in links_of(collate(left, right, [apart, together]))
    assert (1, 1) not in links_of(collate(left, right, [together, apart]))


def test_ties_of_quotations_and_words_of_no_paragraph_are_kept_and_passed_over() -> None:
    left, right = article(LEAD, WEATHER), article(LEAD, RECIPE)
    whole = (0, len(left.text))
    ties = (
        Tie((whole,), (whole,), together=False, of_quotations=True),
        Tie(((900, 990),), ((0, 9),), together=True),
        Tie(((5, 5),), ((9, 3),), together=True),
        Tie(((60, 5), (90, 88)), ((9, 3), (95, 90)), together=True),
        Tie((), ((0, 9),), together=False),
        Tie(((-9, 0),), ((len(LEAD), len(LEAD) + 1),), together=True),
    )
    tied = collate(left, right, ties)
    assert tied.ties == ties
    assert tied.links == collate(left, right).links


def test_words_that_have_changed_a_little_name_their_paragraph() -> None:
    left, right = article(LEAD, WEATHER), article(LEAD, RECIPE)
    start = left.paragraphs[1].start
    inexact = Tie(
        ((start - 12, start + 40),), ((right.paragraphs[1].start + 3, right.paragraphs[1].end),), together=True
    )
    assert (1, 1) in links_of(collate(left, right, [inexact]))
    assert (0, 1) not in links_of(collate(left, right, [inexact]))


def test_equal_texts_told_apart_mirror() -> None:
    left, right = article(LEAD, "Q.", HISTORY, "Q."), article(LEAD, "Q.", HISTORY, "Q.")
    ties = [tie(left, right, (1, 1), together=False), tie(left, right, (3, 1), together=True)]
    mirrored = collate(right, left, [one.swapped() for one in ties])
    assert mirrored == collate(left, right, ties).swapped()


def is_told(span: Span, other: Article, paragraph: int) -> bool:
    """Whether a span has its counterpart in this paragraph."""
    found = other.paragraphs[paragraph]
    return span.other is not None and found.start <= span.other[0] < found.end


PLACES = st.tuples(st.integers(-3, 90), st.integers(-3, 90))
ANY_TIES = st.lists(
    st.builds(
        Tie,
        st.lists(PLACES, max_size=2).map(tuple),
        st.lists(PLACES, max_size=2).map(tuple),
        st.booleans(),
        st.sampled_from([False, False, True]),
    ),
    max_size=5,
)


@settings(deadline=None)
@given(ARTICLES, ARTICLES, st.data())
def test_any_ties_are_followed(left: Article, right: Article, data: st.DataObject) -> None:
    numbers = st.tuples(
        st.integers(0, len(left.paragraphs) - 1), st.integers(0, len(right.paragraphs) - 1), st.booleans()
    )
    said = {(one, other): together for one, other, together in data.draw(st.lists(numbers, max_size=6))}
    tied = collate(left, right, [tie(left, right, pair, together=together) for pair, together in said.items()])
    linked = {(link.left, link.right) for link in tied.links}
    assert all((pair in linked) is together for pair, together in said.items())
    assert len(linked) == len(tied.links)
    assert_every_word_once(tied)
    for (one, other), together in said.items():
        if not together:
            found = left.paragraphs[one]
            inside = [span for span in tied.left_spans if found.start <= span.start < found.end]
            assert not any(is_told(span, right, other) for span in inside)


@settings(deadline=None)
@given(ARTICLES, ARTICLES, ANY_TIES)
def test_exchanging_the_sides_mirrors_what_was_tied(left: Article, right: Article, ties: list[Tie]) -> None:
    tied = collate(left, right, ties)
    assert_every_word_once(tied)
    mirrored = [one.swapped() for one in ties]
    assume(left.text != right.text or mirrored != ties)  # an article beside itself has no left and right
    assert collate(right, left, mirrored) == tied.swapped()


def assert_every_word_once(collation: Collation) -> None:
    """Spans cover every word of every paragraph once, in order, and cross none."""
    for side, spans in ((collation.left, collation.left_spans), (collation.right, collation.right_spans)):
        tokens = tokenize(side.text)
        covered = [start for span in spans for start in tokens.starts if span.start <= start < span.end]
        assert covered == list(tokens.starts)
        assert all(one.end <= other.start for one, other in pairwise(spans))
        for span in spans:
            assert any(part.start <= span.start and span.end <= part.end for part in side.paragraphs)
            assert (span.other is None) is (span.status is Status.UNIQUE)
