"""Words are found again where they stand, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.review.anchors import CONTEXT, WordIndex, anchor_of, find_anchor
from tui.review.model import Anchor, Found
from tui.text import tokenize

if TYPE_CHECKING:
    from random import Random

STORY = """Ferry district overpaid by $2.4 million, auditors find

By Renata Osgood

The agency that runs the county’s ferries paid its contractor $2.4 million more than the contract allowed, a state \
audit said on Monday. Riders said that they were not surprised.

“Nobody was minding the store,” State Auditor Colm Avery told reporters. “When one person signs the check, you don’t \
have a control. You have a rubber stamp.”

The district said that it had moved the review of invoices to a separate office, and that 61 of them would be paid \
back by the end of May. A spokesman said he would not comment on 14 others.

Two members of the board voted against the lease of a second boat. One of them resigned in spring."""

STAMP = "You have a rubber stamp."
QUOTED = "Nobody was minding the store,"


def anchor(words: str, text: str = STORY, occurrence: int = 0) -> Anchor:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return anchor_of(text, start, start + len(words))


def found_in(text: str, of: Anchor) -> tuple[str, Found] | None:
    found = find_anchor(text, of)
    return None if found is None else (text[slice(*found[0])], found[1])


def test_an_anchor_holds_the_words_and_what_stands_around_them() -> None:
    at = STORY.index("rubber")
    assert anchor_of(STORY, at, at + 6) == Anchor(
        "rubber", STORY[at - CONTEXT : at], STORY[at + 6 : at + 6 + CONTEXT], at
    )
    assert anchor_of(STORY, 0, 5).prefix == ""
    assert anchor_of(STORY, len(STORY) - 7, len(STORY)).suffix == ""


@pytest.mark.parametrize("words", ["61", "he", "—", "like", "“Nobody", "store,”", STORY, "\n\n", "rubber stamp"])
def test_unchanged_words_stand_where_they_stood(words: str) -> None:
    text = STORY.replace("“When", "— unlike “When") if words in {"—", "like"} else STORY
    wanted = anchor(words, text)
    assert find_anchor(text, wanted) == ((wanted.start, wanted.end), Found.EXACTLY)


def test_a_word_that_stands_often_is_found_where_it_was_marked() -> None:
    longer = f"Updated on Tuesday, after the district answered.\n\n{STORY}"
    for occurrence in range(STORY.count("said")):
        wanted = anchor("said", occurrence=occurrence)
        shift = len(longer) - len(STORY)
        assert find_anchor(longer, wanted) == ((wanted.start + shift, wanted.end + shift), Found.EXACTLY)


def test_typography_makes_no_difference() -> None:
    plain = STORY.translate({0x201C: '"', 0x201D: '"', 0x2019: "'"}).replace(" ", "  ").replace("State", "STATE")
    assert found_in(plain, anchor(QUOTED)) == ("Nobody  was  minding  the  store,", Found.EXACTLY)
    quoted = f"“{QUOTED}”"
    assert found_in(plain, anchor(quoted)) == ('"Nobody  was  minding  the  store,"', Found.EXACTLY)


def test_a_part_of_a_word_stays_a_part() -> None:
    text = STORY.replace("“When", "unlike others. “When")
    moved = f"New.\n\n{text}".replace("“", '"').replace("”", '"')
    assert found_in(moved, anchor("like others", text)) == ("like others", Found.EXACTLY)
    assert found_in(moved, anchor("have a cont", text)) == ("have a cont", Found.EXACTLY)
    assert found_in(moved, anchor("lik", text)) == ("lik", Found.EXACTLY)


@pytest.mark.parametrize(
    ("old", "new", "words", "now"),
    [
        ("rubber stamp", "rubber-stamped form", STAMP, "You have a rubber-stamped form."),
        ("minding the store", "minding the whole store", QUOTED, "Nobody was minding the whole store,"),
        ("was minding", "minded", QUOTED, "Nobody minded the store,"),
        ("61 of them", "63 of them", "61 of them", "63 of them"),
        ("Nobody was minding", "No one minded", QUOTED, "No one minded the store,"),
        ("Riders said that", "The riders said", "Riders said that", "riders said"),
    ],
)
def test_changed_words_are_found_and_to_be_confirmed(old: str, new: str, words: str, now: str) -> None:
    assert found_in(STORY.replace(old, new), anchor(words)) == (now, Found.CHANGED)


def test_words_among_others_that_changed_are_certain() -> None:
    text = STORY.replace("told reporters", "said").replace("Auditor Colm", "auditor, C.")
    assert found_in(text, anchor(QUOTED)) == (QUOTED, Found.EXACTLY)


@pytest.mark.parametrize("words", ["61", "he", "said", "rubber", "of the board", "State Auditor"])
def test_few_words_are_not_found_without_any_of_what_stood_around_them(words: str) -> None:
    other = f"It rained all night in Marlow, wrote one reader.\n\nSomebody there, {words}, slept on until ten o’clock."
    assert find_anchor(other, anchor(words)) is None


def test_many_words_are_known_by_themselves() -> None:
    words = "moved the review of invoices to a separate office"
    other = f"It rained all night in Marlow.\n\nSomebody there had {words} while the others slept on until ten o’clock."
    assert found_in(other, anchor(words)) == (words, Found.CHANGED)


def test_a_moved_paragraph_is_found_and_to_be_confirmed() -> None:
    parts = STORY.split("\n\n")
    moved = "\n\n".join([*parts[:2], parts[4], parts[2], parts[3], parts[5]])
    assert found_in(moved, anchor(parts[4])) == (parts[4], Found.CHANGED)
    assert found_in(moved, anchor("61 of them would")) == ("61 of them would", Found.EXACTLY)


def test_a_word_gone_is_not_looked_for_elsewhere() -> None:
    assert find_anchor(STORY.replace("61", "63"), anchor("61")) is None
    assert (
        find_anchor(
            STORY.replace("he would", "they would"),
            anchor("he", occurrence=STORY[: STORY.index("he would")].count("he")),
        )
        is None
    )
    assert (
        find_anchor(STORY.replace(" Riders said that they were not surprised.", ""), anchor("Riders said that")) is None
    )


def test_of_two_equal_passages_the_nearest_is_taken_and_to_be_confirmed() -> None:
    twice = f"{STORY}\n\n{STORY}"
    second = twice.rindex(STAMP)
    wanted = anchor_of(twice, second, second + len(STAMP))
    assert find_anchor(f"Now.\n\n{twice}", wanted) == ((second + 6, second + 6 + len(STAMP)), Found.CHANGED)


def test_passages_without_end_take_no_time() -> None:
    same = "no " * 60_000
    assert find_anchor(f"{same}one", anchor_of(same, 3_000, 90_000)) == ((3_000, 90_000), Found.EXACTLY)
    assert find_anchor(f"yes {same}", anchor_of(same, 3_000, 3_002)) is None
    different = " ".join(f"w{number}" for number in range(60_000))
    assert find_anchor(f"{different} more".replace("w7 ", "w8 "), anchor_of(different, 0, len(different))) is None


def test_an_empty_text_holds_nothing() -> None:
    assert find_anchor("", anchor(STAMP)) is None
    assert find_anchor("… — !", anchor(STAMP)) is None
    assert find_anchor(STORY, Anchor("…", "", "", 7)) is None


@pytest.mark.parametrize(
    ("text", "words", "old", "new", "now"),
    [
        (
            "気象庁は５日、瀬名川県で最大震度５強を観測したと発表した。市長は「住民の安全を第一に考える」と述べ、避難所を九か所に設けた。",
            "住民の安全を第一に考える",
            "と述べ、避難所を九か所に",
            "と語り、避難所を十か所に",
            "住民の安全を第一に考える",
        ),
        (
            "قال رئيس البلدية إن الجسر سيبقى مغلقا حتى شهر يونيو بعد أن عثر المهندسون على شقوق في الدعامة الثالثة.",
            "سيبقى مغلقا حتى شهر يونيو",
            "رئيس البلدية",
            "رئيس المجلس البلدي",
            "سيبقى مغلقا حتى شهر يونيو",
        ),
        (
            "ראש העיר אמר כי הגשר יישאר סגור עד חודש יוני לאחר שהמהנדסים מצאו סדקים בעמוד השלישי.",
            "יישאר סגור עד חודש יוני",
            "חודש יוני",
            "חודש יולי",
            "יישאר סגור עד חודש יולי",
        ),
        (
            "นายกเทศมนตรีกล่าวว่าสะพานจะปิดจนถึงเดือนมิถุนายนหลังจากวิศวกรพบรอยร้าวในเสาที่สาม",
            "สะพานจะปิดจนถึงเดือนมิถุนายน",
            "นายกเทศมนตรีกล่าวว่า",
            "เจ้าหน้าที่แถลงว่า",
            "สะพานจะปิดจนถึงเดือนมิถุนายน",
        ),
    ],
    ids=["japanese", "arabic", "hebrew", "thai"],
)
def test_other_scripts(text: str, words: str, old: str, new: str, now: str) -> None:
    changed = f"{text.replace(old, new)}\n\n…"
    found = found_in(changed, anchor(words, text))
    assert found == (now, Found.EXACTLY if now == words else Found.CHANGED)


@given(st.integers(0, len(STORY) - 1), st.integers(1, 60))
def test_any_words_of_an_unchanged_text_are_found(start: int, length: int) -> None:
    end = min(len(STORY), start + length)
    assert find_anchor(STORY, anchor_of(STORY, start, end)) == ((start, end), Found.EXACTLY)


@given(st.text(min_size=1), st.data())
def test_any_words_of_any_unchanged_text_are_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert find_anchor(text, anchor_of(text, start, end)) == ((start, end), Found.EXACTLY)


words_of_story = st.integers(0, len(tokenize(STORY)) - 1)


@given(words_of_story, st.integers(1, 30), st.text(max_size=300), st.text(max_size=300))
def test_text_before_and_after_moves_words_by_just_so_much(first: int, count: int, before: str, after: str) -> None:
    tokens = tokenize(STORY)
    start, end = tokens.starts[first], tokens.ends[min(len(tokens), first + count) - 1]
    found = find_anchor(f"{before}\n\n{STORY}\n\n{after}", anchor_of(STORY, start, end))
    assert found is not None
    assert found[0] == (start + len(before) + 2, end + len(before) + 2)


@given(st.text(max_size=400), st.text(max_size=60), st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_what_is_found_lies_in_the_text(text: str, prefix: str, exact: str, suffix: str) -> None:
    found = find_anchor(text, Anchor(exact, prefix, suffix, 0))
    assert found is None or 0 <= found[0][0] < found[0][1] <= len(text)


@given(words_of_story, st.integers(1, 12), st.randoms(use_true_random=False))
def test_what_is_found_in_shuffled_words_holds_a_word_of_the_anchor(first: int, count: int, chance: Random) -> None:
    tokens = tokenize(STORY)
    start, end = tokens.starts[first], tokens.ends[min(len(tokens), first + count) - 1]
    words = STORY.split()
    chance.shuffle(words)
    text = " ".join(words)
    found = find_anchor(text, anchor_of(STORY, start, end))
    if found is not None:
        keys = set(tokenize(text[slice(*found[0])]).keys)
        assert keys & set(tokenize(STORY[start:end]).keys)


def test_an_index_answers_as_the_text_does() -> None:
    text = STORY.replace("rubber", "paper").replace("61", "62")
    index = WordIndex(text)
    wanted = [anchor(words) for words in (STAMP, QUOTED, "61 of them", "spokesman")]
    assert [find_anchor(index, one) for one in (*wanted, *wanted)] == [find_anchor(text, one) for one in wanted] * 2


@pytest.mark.parametrize("others", ["chief political counsellors", "senior people", "closest circle of old friends"])
def test_words_in_whose_place_others_stand_are_not_found_in_words_like_them(others: str) -> None:
    told = (
        "A group of staffers are demanding a meeting with the senator and his {} to discuss what took place there.\n\n"
        "They drafted a letter to the senator and several of his top 2016 advisers requesting time to discuss it."
    )
    before, after = told.format("top political advisers"), told.format(others)
    start = before.index("top political advisers")
    assert find_anchor(after, anchor_of(before, start, start + len("top political advisers"))) is None
