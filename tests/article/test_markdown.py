"""Markdown becomes paragraphs without its signs."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import ArticleError, Role
from tui.article.formats.markdown import extract

if TYPE_CHECKING:
    from tui.article.formats.model import Extracted

ARTICLE = """---
title: "The letter"
author: [Jane Doe, "John Roe"]
date: 2018-12-30
---
# The *letter* of `March`
## What the senators read

Some **bold** text with a [link](http://x.example/z "t") and
a second line\\
after a break &amp; 5 < 6 <b>in</b> it.

> Quoted “words” stand
> in two lines.

- one
- two
  more

3. three

![A man at sea](x.png)

| place | votes |
|---|---|
| Olm | 12 |

    kept as it is

## A later heading

<div><p>of <i>HTML</i></p><!-- unseen --></div>
"""


def read(text: str) -> Extracted:
    return extract(text.encode(), "made.md")


def test_an_article_in_markdown() -> None:
    found = read(ARTICLE)
    assert [(part.text, part.role) for part in found.paragraphs] == [
        ("The letter of March", Role.HEADLINE),
        ("What the senators read", Role.SUMMARY),
        ("Some bold text with a link and a second line\nafter a break & 5 < 6 in it.", None),
        ("Quoted “words” stand in two lines.", None),
        ("• one\n• two more", None),
        ("3. three", None),
        ("A man at sea", Role.CAPTION),
        ("place | votes", None),
        ("Olm | 12", None),
        ("kept as it is", None),
        ("A later heading", None),
        ("of HTML", None),
    ]
    assert (found.title, found.byline, found.published) == ("The letter", "Jane Doe, John Roe", "2018-12-30")
    assert found.media_type == "text/markdown"


def test_a_title_that_only_the_fields_tell_comes_first() -> None:
    found = read("---\ntitle: Water rises\nauthors:\n  - Jane Doe\n  - John Roe\n---\nThe river rose.\n")
    assert [(part.text, part.role) for part in found.paragraphs] == [
        ("Water rises", Role.HEADLINE),
        ("The river rose.", None),
    ]
    assert found.byline == "Jane Doe, John Roe"


def test_a_rule_at_the_top_begins_no_fields() -> None:
    found = read("---\nThe river rose\n---\n\nand fell.\n")
    assert [part.text for part in found.paragraphs] == ["The river rose", "and fell."]
    assert found.title is None


def test_lines_in_scripts_without_spaces_are_joined_without_one() -> None:
    assert read("地震が\nあった。\n").paragraphs[0].text == "地震があった。"


def test_signs_that_are_words_stay() -> None:
    assert read("a * b, 2 * 3, snake_case_name, 1\\* and [sic]\n").paragraphs[0].text == (
        "a * b, 2 * 3, snake_case_name, 1* and [sic]"
    )


HOSTILE = {
    "brackets": "[" * 100_000,
    "stars": "*a " * 50_000,
    "quotes in quotes": ">" * 50_000 + " deep",
    "backticks": "".join("`" * count + " " for count in range(600)),
    "links": "[a](" * 30_000,
    "tags": "<a " * 50_000,
    "a table": "|" * 50_000 + "\n" + "|-" * 20_000,
    "lists": "".join("  " * depth + "- a\n" for depth in range(700)),
    "references": "[a]: b\n" * 20_000 + "[a]" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markdown_is_read_or_refused_in_time(name: str) -> None:
    begun = time.perf_counter()
    with suppress(ArticleError):
        read(HOSTILE[name])
    assert time.perf_counter() - begun < 30


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*ARTICLE.split("\n"), "*", "`", "> ", "- ", "|", "<", "[", "](", "\x00", "\ud83d"])))
def test_any_lines_are_read(lines: list[str]) -> None:
    text = "\n".join(["x", *lines])
    assert extract(text.encode("utf-8", "replace").replace(b"\x00", b""), "made.md").paragraphs
