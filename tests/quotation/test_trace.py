"""Statements traced across the five seeds, and across articles made by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.quotation.made import article_of
from tui.article import Article, read_article
from tui.quotation import Cluster, Presence, Verdict, find_quotations, trace_quotations

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


def test_marks_around_no_words_are_a_statement_of_nothing() -> None:
    article = article_of("‚ ,” she said, “")
    for cluster in trace_quotations([article, article]):
        assert [cell.article for cell in cluster.cells] == [0, 1]


def test_nothing_to_trace() -> None:
    assert trace_quotations([]) == ()
    assert trace_quotations([article_of("Nobody spoke.")]) == ()
