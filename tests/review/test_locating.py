"""Marks find their words in both articles, in part, or not at all."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from tests.samples import make_article
from tui.review import Found, Mark, MarkKind, Subject
from tui.review.anchors import WordIndex, anchor_of
from tui.review.locating import locate_marks

if TYPE_CHECKING:
    from tui.article import Article

HEAD = "Ferry district overpaid by $2.4 million, auditors find"
LEDE = (
    "The agency that runs the ferries paid its contractor more than the contract allowed, a state audit said on Monday."
)
SAID = (
    "“Nobody was minding the store,” State Auditor Colm Avery said in Marlow. “You have a rubber stamp, not a control.”"
)
BACK = "The district said that it had moved the review of invoices to a separate office since then."
LAST = "Two members of the board voted against the lease of a second boat, and one of them resigned in spring."

FIRST, SECOND = "Nobody was minding the store,", "You have a rubber stamp, not a control."
OTHER_SAID = (
    "“Nobody was minding the shop,” Avery told the Marlow Courier, adding that the district had only a rubber stamp."
)


def left(*paragraphs: str) -> Article:
    return make_article(paragraphs or (HEAD, LEDE, SAID, BACK, LAST), source="left.txt")


def right(*paragraphs: str) -> Article:
    return make_article(paragraphs or ("Auditor: no one minded the ferries", OTHER_SAID, BACK), source="right.txt")


def mark(
    lefts: tuple[str, ...] = (),
    rights: tuple[str, ...] = (),
    kind: MarkKind = MarkKind.REVIEW,
    subject: Subject = Subject.QUOTATION,
) -> Mark:
    anchors = [
        tuple(anchor_of(text, text.index(words), text.index(words) + len(words)) for words in side)
        for text, side in ((left().text, lefts), (right().text, rights))
    ]
    return Mark("", kind, subject, anchors[0], anchors[1])


def located(one: Mark, here: Article, there: Article) -> tuple[list[str], list[str], Found]:
    found = locate_marks([one], here, there)[0]
    assert found.mark is one
    return (
        [here.text[slice(*words)] for words in found.left],
        [there.text[slice(*words)] for words in found.right],
        found.found,
    )


def test_in_unchanged_articles_all_is_where_it_was() -> None:
    marks = [
        mark((FIRST, SECOND), ("Nobody was minding the shop,",)),
        mark((HEAD,), subject=Subject.PARAGRAPH),
        mark((), ("no one",)),
    ]
    found = locate_marks(marks, left(), right())
    assert [one.mark for one in found] == marks
    assert {one.found for one in found} == {Found.EXACTLY}
    assert [[left().text[slice(*words)] for words in one.left] for one in found] == [[FIRST, SECOND], [HEAD], []]
    assert [[right().text[slice(*words)] for words in one.right] for one in found] == [
        ["Nobody was minding the shop,"],
        [],
        ["no one"],
    ]
    assert locate_marks([], left(), right()) == ()


def test_of_several_parts_the_least_certain_tells() -> None:
    changed = left(HEAD, LEDE, SAID.replace("a rubber stamp, not", "a stamp and not"), BACK)
    assert located(mark((FIRST, SECOND)), changed, right()) == (
        [FIRST, "You have a stamp and not a control."],
        [],
        Found.CHANGED,
    )


def test_a_part_that_is_gone_leaves_the_others() -> None:
    changed = left(HEAD, LEDE, SAID.replace(f" “{SECOND}”", ""), BACK)
    assert located(mark((FIRST, SECOND)), changed, right()) == ([FIRST], [], Found.CHANGED)


@pytest.mark.parametrize("kind", [MarkKind.REVIEW, MarkKind.TOGETHER, MarkKind.APART])
def test_words_that_have_lost_their_counterpart_are_to_be_confirmed_but_tie_nothing(kind: MarkKind) -> None:
    one = mark((FIRST,), ("Nobody was minding the shop,",), kind)
    without = right("Auditor: no one minded the ferries", BACK)
    expected: tuple[list[str], list[str], Found]
    expected = ([FIRST], [], Found.CHANGED) if kind is MarkKind.REVIEW else ([], [], Found.ORPHANED)
    assert located(one, left(), without) == expected


def test_what_is_nowhere_is_an_orphan() -> None:
    assert located(mark((FIRST,), (BACK,)), left("It rained all night."), right("Nobody slept.")) == (
        [],
        [],
        Found.ORPHANED,
    )


def test_a_paragraph_is_taken_whole() -> None:
    edited = (
        f"On Monday, {BACK.replace('moved the', 'long since moved its').replace(' since then', '')} Nobody objected."
    )
    one = mark((BACK,), subject=Subject.PARAGRAPH)
    assert located(one, left(HEAD, LEDE, SAID, edited, LAST), right()) == ([edited], [], Found.CHANGED)
    longer = f"{BACK} It would say no more."
    assert located(one, left(HEAD, LEDE, SAID, longer, LAST), right()) == ([longer], [], Found.CHANGED)
    assert located(one, left(HEAD, SAID, BACK, LAST), right()) == ([BACK], [], Found.EXACTLY)


def test_a_quotation_never_takes_in_the_paragraph() -> None:
    said = SAID.replace("“Nobody was minding", "“Nobody at all was minding")
    assert located(mark((FIRST,)), left(HEAD, said), right()) == (
        ["Nobody at all was minding the store,"],
        [],
        Found.CHANGED,
    )


def test_a_paragraph_merged_into_a_longer_one_keeps_its_own_words() -> None:
    one = mark((BACK,), subject=Subject.PARAGRAPH)
    merged = f"{SAID} {BACK} {LAST} {LEDE}"
    assert located(one, left(HEAD, merged), right()) == ([BACK], [], Found.EXACTLY)


def test_two_parts_are_never_put_on_the_same_words() -> None:
    twice = make_article(
        ["“So be it,” she said of the ferry in Marlow.", "“So be it,” she said of the ferry in Marlow."]
    )
    second = twice.text.rindex("So be it")
    one = Mark(
        "",
        MarkKind.REVIEW,
        Subject.QUOTATION,
        (anchor_of(twice.text, 1, 9), anchor_of(twice.text, second, second + 8)),
        (),
    )
    once = make_article(["“So be it,” she said of the ferry in Marlow.", "Nobody else said a word."])
    found = locate_marks([one], once, right())[0]
    assert (found.left, found.found) == (((1, 9),), Found.CHANGED)


def test_exchanging_the_sides_mirrors_what_is_found() -> None:
    one = mark((FIRST, SECOND), ("Nobody was minding the shop,",))
    here, there = left(HEAD, SAID.replace("minding", "watching")), right(BACK, OTHER_SAID)
    assert locate_marks([one.mirrored()], there, here)[0] == locate_marks([one], here, there)[0].mirrored()


def test_in_an_unchanged_text_no_word_is_looked_at() -> None:
    text = left().text
    index = WordIndex(text)
    assert index.find(anchor_of(text, 10, 20)) == ((10, 20), Found.EXACTLY)
    assert "_tokens" not in vars(index)


def test_two_thousand_marks_on_ten_thousand_words_are_found_soon() -> None:
    chance = random.Random(5)
    words = ["".join(chance.choices("abcdefgh", k=chance.randint(2, 6))) for _ in range(1_500)]
    paragraphs = [" ".join(chance.choices(words, k=50)) for _ in range(200)]
    old = make_article(paragraphs)
    starts = [chance.randrange(len(old.text) - 80) for _ in range(2_000)]
    anchors = [anchor_of(old.text, start, start + chance.randint(10, 80)) for start in starts]
    marks = [Mark("", MarkKind.REVIEW, Subject.DIFFERENCE, (anchor,), ()) for anchor in anchors]
    new = make_article([" ".join(word for word in one.split() if chance.random() > 0.15) for one in paragraphs])

    began = time.process_time()
    unchanged = locate_marks(marks, old, old)
    between = time.process_time()
    changed = locate_marks(marks, new, new)
    ended = time.process_time()

    assert all(one.found is Found.EXACTLY for one in unchanged)
    assert sum(one.found is Found.CHANGED for one in changed) > 1_000
    assert between - began < 0.5
    assert ended - between < 10
