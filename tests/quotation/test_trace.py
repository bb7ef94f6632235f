"""Statements traced across the five seeds, and across articles made by hand."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.tracing import PRESENCES, Use, agreement, make_story, near_copies
from tests.quotation.made import article_of
from tui.article import Article, read_article
from tui.quotation import Cluster, Presence, QuotationKind, Verdict, find_quotations, trace_quotations
from tui.quotation.elsewhere import find_elsewhere, find_paraphrase
from tui.quotation.judging.content import has_content
from tui.quotation.judging.credit import same_speaker
from tui.quotation.judging.words import quoted_words
from tui.quotation.matching import match_quotations
from tui.quotation.sharing import Quoted
from tui.quotation.tracing import places
from tui.quotation.tracing.grouping import is_formula

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Range

SEEDS = Path(__file__).parents[2] / "seeds"
FULL, PARTIAL, MISSING = Presence.FULL, Presence.PARTIAL, Presence.MISSING


@cache
def seeds() -> tuple[Article, ...]:
    return tuple(read_article(path) for path in sorted(SEEDS.glob("*.txt")))


def cluster_with(words: str) -> Cluster:
    (found,) = [cluster for cluster in trace_quotations(seeds()) if words in cluster.label]
    return found


def presences(words: str) -> list[Presence]:
    return [cell.presence for cell in cluster_with(words).cells]


def test_the_committee_thanks_in_all_five() -> None:
    cluster = cluster_with("We thank the signers")
    assert [cell.presence for cell in cluster.cells] == [FULL] * 5
    assert {cell.verdict for cell in cluster.cells} == {Verdict.VERBATIM}
    assert {index for index, _ in cluster.variants} == {0, 1, 2, 3, 4}


def test_harassment_of_any_kind_is_in_two_and_altered_in_one() -> None:
    cluster = cluster_with("Harassment of any kind is intolerable")
    assert [cell.presence for cell in cluster.cells] == [MISSING, MISSING, MISSING, FULL, PARTIAL]
    assert cluster.cells[4].verdict is Verdict.ALTERED
    assert "Hearing the experiences" in cluster.label
    text = seeds()[4].text
    assert any("Having the experiences" in text[start:end] for start, end in cluster.cells[4].spans)


def test_in_the_last_seed_the_letter_is_said_to_say_it() -> None:
    quotations = find_quotations(seeds()[4])
    numbers = [number for index, number in cluster_with("Harassment of any kind").variants if index == 4]
    assert [quotations[number].attribution.speaker for number in numbers] == ["the letter"]


def test_people_who_work_is_marked_in_one() -> None:
    verdicts = [cell.verdict for cell in cluster_with("We are addressing what happened").cells]
    assert verdicts == [Verdict.MISSING, Verdict.VERBATIM, Verdict.VERBATIM, Verdict.VERBATIM, Verdict.MARKED]


def test_what_only_two_have() -> None:
    assert presences("Speaking generally") == [MISSING, MISSING, FULL, FULL, MISSING]
    assert presences("We share in the urgency") == [MISSING, MISSING, FULL, FULL, MISSING]


def test_no_quotation_belongs_to_two_statements() -> None:
    every = [variant for cluster in trace_quotations(seeds()) for variant in cluster.variants]
    assert len(every) == len(set(every))


def test_unquoted_and_paraphrased() -> None:
    said = article_of("“We will build a clinic in every town of this valley,” Ann Doe said.")
    plain = article_of("They will decide if we will build a clinic in every town of this valley by May.")
    other = article_of("The weather was fine on Sunday.")
    (cluster,) = trace_quotations([other, said, plain])
    assert [cell.presence for cell in cluster.cells] == [MISSING, FULL, Presence.UNQUOTED]
    assert cluster.variants == ((1, 0),)


def test_of_equal_variants_the_first_article_gives_the_label() -> None:
    one, other = article_of("“We will win it all,” Doe said."), article_of("“we will win it all”, said Doe.")
    (cluster,) = trace_quotations([one, other])
    assert cluster.label == "We will win it all,"


def test_what_an_article_quotes_twice_is_one_statement() -> None:
    twice = article_of("“We will win it all,” Doe said.\n\nThe crowd sang.\n\n“We will win it all,” Doe repeated.")
    for articles in ([twice], [twice, twice], [twice, article_of("“We will win it all,” said Doe.")]):
        (cluster,) = trace_quotations(articles)
        assert cluster.label == "We will win it all,"
        assert {cell.presence for cell in cluster.cells} == {FULL}
        assert {cell.verdict for cell in cluster.cells} == {Verdict.VERBATIM}


def test_two_people_who_say_the_same_make_two_statements() -> None:
    article = article_of("“We will win it all,” Ann Doe said.\n\n“We will win it all,” Max Roe said.")
    assert [cluster.variants for cluster in trace_quotations([article])] == [((0, 0),), ((0, 1),)]


def test_a_formula_that_two_people_use_is_no_statement_of_both() -> None:
    one, other = article_of("“No comment,” Ann Doe said."), article_of("“No comment,” Max Roe said.")
    for cluster, presences in zip(trace_quotations([one, other]), ([FULL, MISSING], [MISSING, FULL]), strict=True):
        assert [cell.presence for cell in cluster.cells] == presences
    assert [len(cluster.variants) for cluster in trace_quotations([one, article_of("“No comment,” said Doe.")])] == [2]


def test_a_fragment_that_takes_the_endings_of_another_sentence_is_the_same_statement() -> None:
    whole = article_of("„Das geht nur mit sieben weiteren Stellen, und die gibt es nicht“, sagte Udo Kestner.")
    part = article_of("Kestner verlangte „sieben weitere Stellen“ für die Schule.")
    (cluster,) = trace_quotations([whole, part])
    assert [cell.presence for cell in cluster.cells] == [FULL, PARTIAL]


def test_marks_around_no_words_are_a_statement_of_nothing() -> None:
    article = article_of("‚ ,” she said, “")
    for cluster in trace_quotations([article, article]):
        assert [cell.article for cell in cluster.cells] == [0, 1]


def test_nothing_to_trace() -> None:
    assert trace_quotations([]) == ()
    assert trace_quotations([article_of("Nobody spoke.")]) == ()


def test_each_cell_says_to_whom_the_article_gives_the_words() -> None:
    cells = cluster_with("Harassment of any kind is intolerable").cells
    assert [cell.speaker for cell in cells[:3]] == [None] * 3
    assert cells[4].speaker == "the letter"


def test_words_cut_off_that_matter_leave_a_part_all_the_same() -> None:
    said = article_of("“We will open the bridge on Monday, but we will not pay for the repairs,” Ann Doe said.")
    cut = article_of("“We will open the bridge on Monday,” Ann Doe said.")
    (cluster,) = trace_quotations([said, cut])
    assert [cell.presence for cell in cluster.cells] == [FULL, PARTIAL]


def plainly_grouped(articles: Sequence[Article]) -> set[frozenset[tuple[int, int]]]:
    """Statements found the long way: every two articles matched, whatever they hold."""
    quoted = [statements_of(article) for article in articles]
    groups: dict[tuple[int, int], set[tuple[int, int]]] = {
        (index, one.quotation.number): {(index, one.quotation.number)}
        for index, some in enumerate(quoted)
        for one in some
    }
    for left, right in combinations(range(len(articles)), 2):
        for match in match_quotations(quoted[left], quoted[right]):
            said = *(quoted[left][at] for at in match.left), *(quoted[right][at] for at in match.right)
            if match.primary and not is_formula(said):
                members = [(left, quoted[left][at].quotation.number) for at in match.left]
                members += [(right, quoted[right][at].quotation.number) for at in match.right]
                join(groups, members)
    for index, some in enumerate(quoted):
        for one, other in combinations(some, 2):
            said_again = one.words.keys == other.words.keys and any(map(has_content, one.words.keys))
            if said_again and same_speaker(one.quotation.attribution, other.quotation.attribution, ()):
                join(groups, [(index, one.quotation.number), (index, other.quotation.number)])
    return {frozenset(group) for group in groups.values()}


def join(groups: dict[tuple[int, int], set[tuple[int, int]]], members: Sequence[tuple[int, int]]) -> None:
    joined = set().union(*(groups[member] for member in members))
    for member in joined:
        groups[member] = joined


def statements_of(article: Article) -> list[Quoted]:
    return [
        Quoted(one, quoted_words(article.text, one.words))
        for one in find_quotations(article)
        if one.kind in {QuotationKind.FULL, QuotationKind.PARTIAL} and one.duplicate_of is None
    ]


def check_against_the_long_way(articles: Sequence[Article]) -> None:
    clusters = trace_quotations(articles)
    assert {frozenset(cluster.variants) for cluster in clusters} == plainly_grouped(articles)
    quoted = [{one.quotation.number: one for one in statements_of(article)} for article in articles]
    told: dict[Presence, int] = defaultdict(int)
    for cluster in clusters:
        of_fullest = [quoted[index][number] for index, number in cluster.variants if index == cluster.fullest]
        printed = cluster.cells[cluster.fullest].spans
        parts = [one for one in of_fullest if one.quotation.words[0] in printed]
        whole = quoted_words(articles[cluster.fullest].text, printed)
        quoting = {index for index, _ in cluster.variants}
        for cell, article in zip(cluster.cells, articles, strict=True):
            told[cell.presence] += 1
            if cell.article not in quoting:
                assert (cell.verdict, cell.spans) == plainly_looked_up(parts, whole.keys, article)
            else:
                assert cell.presence in {FULL, PARTIAL}
    assert sum(told.values()) == len(clusters) * len(articles)


def plainly_looked_up(
    parts: Sequence[Quoted], whole: Sequence[str], article: Article
) -> tuple[Verdict, tuple[Range, ...]]:
    """The fate of the longest part; where there is none, a sentence that says what all parts say."""
    longest = max(parts, key=lambda one: len(one.words))
    fate = find_elsewhere(longest, article)
    if fate.verdict is Verdict.MISSING and len(parts) > 1:
        told = find_paraphrase(article, whole, longest.quotation.attribution.speaker)
        return (Verdict.MISSING, ()) if told is None else (Verdict.PARAPHRASED, (told,))
    return fate.verdict, () if fate.other is None else (fate.other,)


@pytest.mark.parametrize("seed", range(4))
def test_the_index_finds_what_matching_every_two_articles_finds(seed: int) -> None:
    check_against_the_long_way(make_story(12, words=250, quoted=8, seed=seed).articles)


def test_an_article_full_of_the_same_words_is_looked_through_statement_by_statement(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    articles = make_story(12, words=250, quoted=8, seed=5).articles
    clusters = trace_quotations(articles)
    monkeypatch.setattr(places, "CROWDED", 0)
    assert trace_quotations(articles) == clusters
    assert Presence.PARAPHRASED in {cell.presence for cluster in clusters for cell in cluster.cells}


def test_near_copies_make_no_statements_of_their_own() -> None:
    (story,) = make_story(1, words=250, quoted=8).articles
    clusters = trace_quotations([story])
    rows = trace_quotations([story, *near_copies(story, 15)])
    assert [cluster.variants[0] for cluster in rows] == [cluster.variants[0] for cluster in clusters]
    assert {len(cluster.variants) for cluster in rows} == {16}


def test_the_fullest_variant_has_most_words_and_of_as_many_it_is_the_first() -> None:
    plain = article_of("“We will build a clinic in every town of this valley by May,” Ann Doe said.")
    more = article_of("“We will surely build a clinic in every town of this valley by May,” Ann Doe said.")
    (cluster,) = trace_quotations([plain, plain, more])
    assert cluster.fullest == 2
    assert [cell.verdict for cell in cluster.cells] == [Verdict.CRITICAL, Verdict.CRITICAL, Verdict.VERBATIM]
    split = article_of("“They told us three weeks,” Doe sighed, “and it has been three months.”")
    whole = article_of("“They told us three weeks, and it has been three months,” Doe sighed.")
    assert [trace_quotations(pair)[0].fullest for pair in ([split, whole], [whole, split])] == [0, 0]


def test_the_label_changes_nothing_between_the_marks() -> None:
    split = article_of("“My wheat is up to its neck in water,” Doe said. “I will have to write off all of it.”")
    cut = article_of("“My wheat is up to its neck in water. I will have to write it off,” Doe said.")
    (cluster,) = trace_quotations([split, cut])
    assert cluster.label == "My wheat is up to its neck in water, I will have to write off all of it."


def test_a_fragment_joins_no_two_people_s_statements() -> None:
    country = "“No act of terror will ever shake the resolve of this country,” Margaret Ellery said."
    garden = "“The president called it an act of terror in the garden the morning after,” Colin Reardon said."
    asked = "Republicans asked why nobody had said “act of terror” before."
    clusters = trace_quotations([article_of(country, garden), article_of(country), article_of(country, garden, asked)])
    whole = [{(index, number) for index, number in one.variants if (index, number) != (2, 2)} for one in clusters]
    assert whole == [{(0, 0), (1, 0), (2, 0)}, {(0, 1), (2, 1)}]


def test_what_a_cut_agrees_with_is_no_reason_to_cut_the_longest() -> None:
    whole = article_of("“We will build a clinic in every town of this valley by May, and we mean it,” Ann Doe said.")
    cut = article_of("“We will build a clinic in every town of this valley by May,” Ann Doe said.")
    (cluster,) = trace_quotations([cut, cut, whole])
    assert [cell.presence for cell in cluster.cells] == [PARTIAL, PARTIAL, FULL]


def test_an_ellipsis_at_the_end_is_a_cut_and_one_amid_the_words_is_marked() -> None:
    whole = article_of("“We will build a clinic in every town of this valley, and a road to each of them,” Doe said.")
    end = article_of("“We will build a clinic in every town of this valley …,” Doe said.")
    amid = article_of("“We will build a clinic … and a road to each of them,” Doe said.")
    (cluster,) = trace_quotations([whole, end, amid])
    assert [cell.presence for cell in cluster.cells] == [FULL, PARTIAL, FULL]
    assert cluster.cells[2].verdict is Verdict.MARKED


def test_what_lies_between_two_fragments_is_left_out_not_denied() -> None:
    whole = article_of("„Die Pumpe läuft seit vier Tagen, und wir wissen nicht, wie lange sie hält“, sagte Eva Stein.")
    parts = article_of("Die Pumpe laufe „seit vier Tagen“, sagte Eva Stein. Man wisse nicht, „wie lange sie hält“.")
    (cluster,) = trace_quotations([whole, parts])
    assert [cell.presence for cell in cluster.cells] == [FULL, PARTIAL]
    assert cluster.cells[1].verdict is Verdict.TRUNCATED


def test_the_same_for_the_seeds() -> None:
    check_against_the_long_way(seeds())


_PHRASES = st.sampled_from(
    [
        "we will",
        "not",
        "open the bridge",
        "on Monday",
        "in the valley",
        "and pay",
        "the harbour",
        "for repairs",
        "橋を開く",
    ]
)
_SAID = st.lists(_PHRASES, min_size=1, max_size=7).map(" ".join)
_TEXTS = st.lists(
    st.tuples(st.booleans(), _SAID).map(lambda one: f"“{one[1]},” Ann Doe said." if one[0] else f"{one[1]}."),
    min_size=1,
    max_size=4,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=5))
def test_the_same_for_phrases_put_together_at_random(texts: list[str]) -> None:
    check_against_the_long_way([article_of(text) for text in texts])


def test_what_sixty_made_articles_do_with_statements_is_told() -> None:
    story = make_story(60)
    found = agreement(story, trace_quotations(story.articles))
    for use in Use:
        told = {presence: count for (one, presence), count in found.items() if one is use}
        right = sum(count for presence, count in told.items() if presence in PRESENCES[use])
        assert right >= 0.85 * sum(told.values()), (use, told)


def test_progress_grows_to_the_whole() -> None:
    told: list[tuple[int, int]] = []
    trace_quotations(seeds(), progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 15) for done in range(16)]


def test_cancelled_at_any_step_it_tells_nothing() -> None:
    for last in range(15):
        asked = iter([False] * last + [True])
        assert trace_quotations(seeds(), cancelled=lambda asked=asked: next(asked)) == ()  # type: ignore[misc]
