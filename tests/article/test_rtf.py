"""RTF becomes paragraphs, whatever code page its letters are written in."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import ArticleError, Role
from tui.article.formats.rtf import extract

if TYPE_CHECKING:
    import random

ARTICLE = rb"""{\rtf1\ansi\ansicpg1252\deff0\uc1
{\fonttbl{\f0\fswiss\fcharset0 Helvetica;}{\f1\fnil\fcharset128 MS Mincho;}{\f2\fcharset204 Arial Cyr;}}
{\colortbl;\red255\green0\blue0;}{\*\generator Some writer 1.0;}
{\info{\title Water rises}{\author Somebody}}{\header The running head\par}{\footer 1\par}
\pard\f0\fs40\b Water rises\b0\fs24\par
\par
He said \'93yes\'94 at the caf\'e9 \u8212? {\b twice}\emdash and left.\line A second line
 with a {\field{\*\fldinst{HYPERLINK "http://x.example"}}{\fldrslt link}}.\par
{\f1 \'93\'fa\'96\'7b\'83\\\'83A} {\f2\'cf\'f0\'e8\'e2\'e5\'f2} \u-10179?\u-8704? {\deleted gone}
kept{\*\annotation unseen}{\footnote unseen}\par
\trowd Olm\cell 12\cell\row
Braces \{and\} a backslash \\ stand.\par
}"""


def words(data: bytes) -> list[str]:
    return [part.text for part in extract(data, "made.rtf").paragraphs]


def test_an_article_in_rtf() -> None:
    found = extract(ARTICLE, "made.rtf")
    assert [part.text for part in found.paragraphs] == [
        "Water rises",
        "He said “yes” at the café — twice—and left.\nA second line with a link.",
        "日本ソア Привет 😀 kept",
        "Olm | 12",
        "Braces {and} a backslash \\ stand.",
    ]
    assert found.paragraphs[0].role is Role.HEADLINE
    assert (found.media_type, found.encoding) == ("application/rtf", "cp1252")


def test_the_code_page_of_the_document_counts() -> None:
    assert words(rb"{\rtf1\ansi\ansicpg1250 \'9elu\'9dou\'e8k\'fd\par}") == ["žluťoučký"]
    assert words(rb"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0\par}") == ["Мир"]
    assert words(b"{\\rtf1\\ansi\\ansicpg1252 caf\xe9\\par}") == ["café"]


def test_pictures_are_left_out() -> None:
    picture = b"{\\pict\\pngblip\\bin6 }{\\par}{\\*\\blip " + b"89504e47" * 4000 + b"}"
    assert words(b"{\\rtf1\\ansi before\\par " + picture + b" after\\par}") == ["before", "after"]


def test_a_title_that_is_not_printed_is_not_told() -> None:
    found = extract(rb"{\rtf1\ansi{\info{\title Document1}}The river rose.\par}", "made.rtf")
    assert [(part.text, part.role) for part in found.paragraphs] == [("The river rose.", None)]
    assert found.title is None


def test_a_broken_document_is_refused_in_one_sentence() -> None:
    with pytest.raises(ArticleError, match=r"^made\.rtf: this RTF document is broken; open it"):
        extract(rb"{\rtf1\ansi \u99999999 x\par}", "made.rtf")


HOSTILE = {
    "groups": b"{\\rtf1 " + b"{" * 200_000,
    "a table of fonts": b"{\\rtf1{\\fonttbl" + b"\\f1" * 60_000 + b"\\fcharset0" * 30_000,
    "fonts without a name": b"{\\rtf1{\\fonttbl{" + b"\\f1\\fcharset" * 60_000 + b"}}x\\par}",
    "tables of fonts": b"{\\rtf1" + b"{\\fonttbl" * 60_000,
    "links": b"{\\rtf1 " + b'{\\field{\\*\\fldinst{HYPERLINK "a"}} {' * 20_000,
    "pictures": b"{\\rtf1 " + b"{\\pict\\bin9 " * 50_000,
    "titles": b"{\\rtf1 " + b"{\\title " * 100_000,
    "letters": b"{\\rtf1 " + b"\\'e9" * 300_000 + b"\\par}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_are_read_or_refused_in_time(name: str) -> None:
    begun = time.perf_counter()
    with suppress(ArticleError):
        extract(HOSTILE[name], "made.rtf")
    assert time.perf_counter() - begun < 20


@settings(max_examples=80)
@given(st.randoms(use_true_random=False))
def test_a_damaged_document_is_read_or_refused(chance: random.Random) -> None:
    damaged = bytearray(ARTICLE)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(damaged))
        damaged[at : at + chance.randint(0, 9)] = chance.choice(
            [
                b"",
                b"{",
                b"}",
                b"\\",
                b"\\u",
                b"\\uc",
                b"\\'",
                b"\\'8",
                b"\\bin99",
                b"\\fcharset",
                b"\\ansicpg0",
                bytes(4),
            ]
        )
    with suppress(ArticleError):
        assert all(part.text for part in extract(bytes(damaged), "made.rtf").paragraphs)
