from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.report.desk import (
    BOAT,
    HOSTILE,
    LEFT,
    NOT_PAY,
    PAY,
    QUIET,
    TIDE,
    Desk,
    hostile_desk,
    hostile_words,
    make_desk,
)
from tests.samples import make_article
from tui.quotation import HouseRules, check_quotations
from tui.report.markdown import check_markdown, comparison_markdown, escaped
from tui.report.passages import plain
from tui.review import Decision, Found, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

READERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like")]
"""The strict reader, and one that has tables, struck words and links made of bare addresses."""

INLINE = {"text", "strong_open", "strong_close", "hardbreak", "softbreak"}
BLOCKS = {"heading", "paragraph", "bullet_list", "list_item", "blockquote"}


def memo(desk: Desk, rules: HouseRules = HouseRules.STRICT) -> str:
    return comparison_markdown(desk.collation, desk.quotes, rules, desk.marks)


def check(desk: Desk) -> str:
    return check_markdown(desk.left, [desk.right], desk.checked, marks=[desk.marks])


def told(token: Token) -> str:
    """The words of a block as a reader shows them."""
    return "".join("\n" if one.type == "hardbreak" else one.content for one in token.children or ())


def blocks(text: str) -> list[tuple[str, str]]:
    """Every line of words with the block that holds it: a heading by its tag, "quote", "item" or "p"."""
    found, around = [], []
    for token in READERS[1].parse(text):
        if token.nesting == 1:
            around.append(token)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            kinds = [one.type for one in around]
            kind = next((name for name in ("blockquote_open", "list_item_open") if name in kinds), around[-1].tag)
            found.append(({"blockquote_open": "quote", "list_item_open": "item"}.get(kind, kind), told(token)))
    return found


def test_what_needs_attention_comes_first_with_both_wordings_status_and_note() -> None:
    desk = make_desk()
    desk.mark(NOT_PAY, PAY, Decision.FLAGGED, "Ask her.\n\nCheck the tape.\nToday.")
    found = blocks(memo(desk))
    assert found[0] == ("h1", "Two articles compared")
    start = found.index(("h2", "Needs attention (2)"))
    assert found[start + 1 : start + 10] == [
        ("h3", "1. Flagged: the meaning may differ (grave)"),
        ("p", "A ¶2, Ann Doe:"),
        ("quote", "We will not pay 10 dollars,"),
        ("p", "B ¶2, Ann Doe:"),
        ("quote", "We will pay ten dollars,"),
        ("p", "What differs: Only A has “not” (a negation)."),
        ("p", "Note:"),
        ("quote", "Ask her."),
        ("quote", "Check the tape.\nToday."),
    ]
    assert found[start + 10] == ("h3", "4. Without quotation marks in B (worth a look)")
    assert ("p", "B ¶3, without quotation marks:") in found


def test_what_holds_is_told_in_a_line() -> None:
    desk = make_desk()
    desk.mark(QUIET, QUIET, Decision.ACCEPTED, "on tape")
    found = blocks(memo(desk))
    at = found.index(("h2", "Verbatim (1)"))
    assert found[at + 1 : at + 4] == [
        ("item", "2. A ¶3, B ¶1, Max Müller: “The harbour was quiet all day,”. Accepted."),
        ("item", "Note:"),
        ("quote", "on tape"),
    ]
    at = found.index(("h2", "In quotation marks in one article only (2)"))
    assert found[at + 1 : at + 3] == [
        ("item", f"3. A ¶4, Max Müller: “{BOAT}”: not found in B."),
        ("item", f"5. B ¶4, Ann Doe: “{TIDE}”: not found in A."),
    ]


def test_the_head_tells_articles_counts_progress_and_rules() -> None:
    desk = make_desk()
    desk.mark(QUIET, QUIET, Decision.ACCEPTED)
    found = [words for _, words in blocks(memo(desk, HouseRules.LENIENT))]
    assert found[1].startswith("A: Ferry will sail again (ferry.txt · ")
    assert found[2].startswith(f"B: {desk.right.words_of(0)} (harbour.txt · ")
    assert "2 need attention." in found[4]
    assert found[5] == (
        "1 of 5 quotations reviewed: 1 accepted; last on 21 November 2026, 10:15 UTC. "
        "2 that need attention are not reviewed yet."
    )
    assert found[6].startswith("House rules: lenient")


def test_other_marks_those_to_confirm_and_those_no_longer_found_have_lists_of_their_own() -> None:
    desk = make_desk()
    desk.mark("March", "May", Decision.FLAGGED, "which?", subject=Subject.DIFFERENCE)
    desk.mark(QUIET, "", kind=MarkKind.SPEAKER, value="Eve")
    desk.mark(LEFT[2], "", Decision.ACCEPTED, subject=Subject.PARAGRAPH, found=Found.CHANGED)
    desk.mark(LEFT[0], "", Decision.QUERIED, subject=Subject.PARAGRAPH, found=Found.ORPHANED)
    found = blocks(memo(desk))
    at = found.index(("h2", "Other marks (2)"))
    assert found[at:] == [
        ("h2", "Other marks (2)"),
        ("item", f"Speaker corrected to Eve, quotation 2. A ¶3: “{QUIET}”"),
        ("item", "Flagged, difference. A ¶3, B ¶3: “March” – “May”"),
        ("item", "Note:"),
        ("quote", "which?"),
        ("h2", "Other marks, moved: please confirm (1)"),
        ("item", f"Accepted (moved, please confirm), paragraph. A ¶3: ‘{LEFT[2]}’"),
        ("h2", "Marks whose words are no longer found (1)"),
        ("item", f"To verify (no longer found), paragraph. “{LEFT[0]}”"),
    ]


def test_a_check_names_article_and_source() -> None:
    desk = make_desk()
    desk.mark(NOT_PAY, PAY, Decision.ACCEPTED, "She said so herself.")
    found = blocks(check(desk))
    assert found[0] == ("h1", "Quotations checked")
    assert found[1] == ("item", "Article: Ferry will sail again (ferry.txt)")
    at = found.index(("h2", "Accepted as it stands (1)"))
    assert found[at + 1 : at + 7] == [
        ("h3", "1. Accepted: the meaning may differ (grave)"),
        ("p", "Article ¶2, Ann Doe:"),
        ("quote", "We will not pay 10 dollars,"),
        ("p", "Source ¶2, Ann Doe:"),
        ("quote", "We will pay ten dollars"),
        ("p", "What differs: Only the article has “not” (a negation)."),
    ]
    assert ("h2", "Needs attention (1)") in found  # the boat, which no source has
    assert ("item", "2. article ¶3, source ¶1, Max Müller: “The harbour was quiet all day,”.") in found


def test_a_check_of_several_sources_says_which_has_the_words() -> None:
    desk = make_desk()
    sources = [make_article(["Nothing was said here."], source="letter.txt"), desk.right]
    found = blocks(check_markdown(desk.left, sources, check_quotations(desk.left, sources), marks=[(), ()]))
    assert found[2:4] == [
        ("item", "Source 1: Nothing was said here. (letter.txt)"),
        ("item", f"Source 2: {desk.right.words_of(0)} (harbour.txt)"),
    ]
    assert ("p", "Source 2 ¶2, Ann Doe:") in found


@pytest.mark.parametrize("reader", READERS, ids=["commonmark", "gfm"])
@given(st.text(max_size=60) | st.sampled_from(HOSTILE) | hostile_words)
def test_escaped_words_are_read_as_these_words_and_nothing_else(reader: MarkdownIt, words: str) -> None:
    tokens = reader.parse(f"> {escaped(words)}")
    wanted = plain(words)
    if not wanted:
        return
    assert [token.type for token in tokens] == [
        "blockquote_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "blockquote_close",
    ]
    assert told(tokens[2]) == wanted


@pytest.mark.parametrize("words", ["it's 5 - 3", "“Well,” she said.", "Müller (left)", "50 %", "well-known; yes!"])
def test_plain_words_are_not_littered_with_signs(words: str) -> None:
    assert escaped(words) == words


def unmade(tokens: Iterable[Token]) -> set[str]:
    """What no memo of ours is made of."""
    found = set()
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type != "inline" and name not in BLOCKS:
            found.add(token.type)
        found |= {one.type for one in token.children or () if one.type not in INLINE}
    return found


@given(hostile_words, st.text(max_size=60) | st.sampled_from(HOSTILE) | hostile_words)
def test_nothing_in_an_article_or_a_note_becomes_markup(words: str, note: str) -> None:
    desk = hostile_desk(words, note)
    for text in (memo(desk), check(desk)):
        text.encode("utf-8")
        assert not [char for char in text if char != "\n" and ord(char) < 32]
        for reader in READERS:
            assert not unmade(reader.parse(text))
        headings = [line for line in text.splitlines() if line.startswith("#")]
        assert [kind for kind, _ in blocks(text) if kind[0] == "h"] == [f"h{line.index(' ')}" for line in headings]


def test_a_pair_without_quotations_has_a_short_memo() -> None:
    desk = make_desk(["Nothing to quote", "The bridge is closed."], ["The bridge is open."])
    assert [kind for kind, _ in blocks(memo(desk))] == ["h1", "item", "item", "p", "p"]
    assert "No quotation to check: there is none that counts." in memo(desk)
