"""Statements traced across articles, as text, as a page and as a sheet."""

from __future__ import annotations

import csv
import io
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.browser import CHROMIUM, browse
from tests.report.pages import Element, read_page
from tui.article import Article, Paragraph, read_article
from tui.quotation import Cluster, trace_quotations
from tui.report.tracing import quotes_text
from tui.report.tracing_csv import QUOTES_HEADER, quotes_csv
from tui.report.tracing_html import quotes_html

SEEDS = Path(__file__).parents[2] / "seeds"
HOSTILE = "=1+1 <script>alert(1)</script> \u202e\x1b[31m {{ 7 * 7 }} \ud800 &amp;"
Traced = tuple[tuple[Article, ...], tuple[Cluster, ...]]


@cache
def seeds() -> Traced:
    articles = tuple(read_article(path) for path in sorted(SEEDS.glob("*.txt")))
    return articles, trace_quotations(articles)


def made(*texts: str, title: str | None = None) -> Traced:
    articles = tuple(
        Article(f"{number}.txt", text, (Paragraph(0, len(text)),), title=title) for number, text in enumerate(texts, 1)
    )
    return articles, trace_quotations(articles)


def statement(page: Element, words: str) -> tuple[str, list[Element]]:
    """What the head of a statement's row says at a glance, and its cells."""
    (row,) = [one for one in page.one("table").all("tr") if one.all("th", scope="row") and words in one.seen]
    return row.one("span", "glance").seen, row.all("td")


def test_the_text_says_at_a_glance_who_has_the_committee_whole_and_who_gives_it_to_the_letter() -> None:
    text = " ".join(quotes_text(*seeds()).split())
    thanks = text[text.index("“We thank the signers") :]
    assert "discussion,” Whole in articles 1, 2, 3, 4 and 5." in thanks
    harassment = text[text.index("“Harassment of any kind") :]
    glance = "Whole in article 4; cut, changed and given to another speaker in article 5."
    assert glance in harassment
    cell = harassment[harassment.index(" 5. in part, changed") :]
    assert cell.index("the letter") < cell.index("given to another speaker") < cell.index("“Having”")
    assert "“Hearing”" in cell


def test_the_page_says_the_same_and_has_the_words_at_hand() -> None:
    page = read_page(quotes_html(*seeds()))
    glance, cells = statement(page, "Harassment of any kind")
    assert glance == "whole in article 4; cut, changed and given to another speaker in article 5"
    assert [cell.heard for cell in cells[:3]] == ["not found"] * 3
    assert cells[4].one("summary").seen == "◐≠⇄ in part, changedother words, given to another speaker"
    assert "Having the experiences" in cells[4].one("p", "said").words
    assert [mark.words for mark in cells[4].all("mark") if mark.words == "Having"] == ["Having"]
    assert "the letter" in cells[4].one("p", "where").seen


def test_every_row_has_a_cell_for_every_article_and_statements_of_one_stand_below() -> None:
    articles, clusters = seeds()
    page = read_page(quotes_html(articles, clusters))
    rows = [row for row in page.one("table").all("tr") if row.all("td")]
    assert {len(row.all("td")) for row in rows} == {5}
    assert len(rows) + len(page.one("section", id="alone").all("li")) == len(clusters)
    ids = [one.attributes["id"] for one in page.walk() if "id" in one.attributes]
    assert len(set(ids)) == len(ids)
    assert {link.attributes["href"][1:] for link in page.all("a")} <= set(ids)


def test_the_policy_names_the_one_style_and_nothing_comes_from_elsewhere() -> None:
    html = quotes_html(*seeds())
    page = read_page(html)
    digest = b64encode(sha256(page.one("style").raw().encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html
    assert not page.all("script")
    assert not [one for one in page.walk() if {"style", "src", "onclick"} & one.attributes.keys()]


def test_an_article_without_marks_and_one_in_other_words() -> None:
    said = "“We will build a clinic in every town of this valley,” Ann Doe said."
    plain = "They will decide if we will build a clinic in every town of this valley by May."
    traced = made(said, plain, "The weather was fine on Sunday.")
    _, cells = statement(read_page(quotes_html(*traced)), "We will build")
    assert [cell.classes for cell in cells] == [["full"], ["unquoted"], ["missing"]]
    assert cells[1].one("summary").seen == "○ without quotation marks"
    assert cells[1].one("p", "said").words == "we will build a clinic in every town of this valley"


def test_the_sheet_has_a_row_for_every_statement_and_article() -> None:
    articles, clusters = seeds()
    header, *rows = csv.reader(io.StringIO(quotes_csv(articles, clusters).removeprefix("\ufeff"), newline=""))
    assert tuple(header) == QUOTES_HEADER
    assert len(rows) == len(clusters) * len(articles)
    (row,) = [row for row in rows if row[1].startswith("Harassment of any kind") and row[2] == "5"]
    assert row[4:7] == ["in part", "other words, given to another speaker", "the letter"]
    assert "“Having”" in row[9]
    missing = next(row for row in rows if row[1].startswith("Harassment of any kind"))
    assert missing[4:] == ["not found", "", "", "", "", ""]


@given(st.text(max_size=30) | st.just(HOSTILE))
def test_whatever_articles_hold_is_words(words: str) -> None:
    text = f"“We will build {words} a clinic in every town of this valley,” Ann Doe said."
    articles, clusters = made(text, text.replace("clinic", "school"), title=words)
    page = read_page(quotes_html(articles, clusters))
    assert not page.all("script")
    sheet = quotes_csv(articles, clusters)
    sheet.encode()
    for row in list(csv.reader(io.StringIO(sheet.removeprefix("\ufeff"), newline="")))[1:]:
        assert not [cell for cell in row if cell.strip().startswith(("=", "+", "-", "@"))]
    assert "\x1b" not in quotes_text(articles, clusters)


def test_nothing_to_trace() -> None:
    traced = made("Nobody spoke.", "Nobody spoke here.")
    page = read_page(quotes_html(*traced))
    assert page.one("p", "summary").seen == "No statement is quoted in these articles."
    assert not page.all("table")
    assert quotes_csv(*traced).splitlines() == ["\ufeff" + ",".join(QUOTES_HEADER)]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_many_columns_scroll_in_their_own_place_and_the_statement_stays(tmp_path: Path) -> None:
    articles, _ = seeds()
    many = articles * 6
    path = tmp_path / "page.html"
    path.write_text(quotes_html(many, trace_quotations(many)), encoding="utf-8")
    with browse() as page:
        for width in (360, 800, 1400):
            page.open(path, width=width)
            assert page.tell("document.documentElement.scrollWidth") == width
            page.tell("document.querySelector('.across').scrollLeft = 400")
            assert page.tell("document.querySelector('.across').scrollLeft") == 400
            left = "document.querySelector('tbody th').getBoundingClientRect().left"
            assert page.tell(f"{left} - document.querySelector('.across').getBoundingClientRect().left") == 1
        assert page.complaints == []
