"""Web pages: what surrounds an article and what is its own, where names, links and places of its blocks mislead."""

from __future__ import annotations

import json
import unicodedata

import pytest

from tests.article.test_html import BODY, STORY, page, read, shown
from tui.article import Role

LEAD = "A bridge that carried four generations over the river is to be taken down, stone by stone."


def test_a_name_of_surroundings_that_stands_around_the_whole_story_is_not_one_of_them() -> None:
    locked = "".join(f'<p class="paywall">{words}</p>' for words in STORY)
    plea = '<div class="newsletter"><p>Every Friday, the stories of the week in your inbox, at no cost.</p></div>'
    assert shown(read(page(locked + plea))) == list(STORY)


def test_comments_stay_comments_however_many_there_are() -> None:
    said = "".join(
        f"<p>I have crossed it {number} times, and it never shook as they say it does.</p>" for number in range(9)
    )
    assert shown(read(page(f'{BODY}<div class="comments">{said}</div>'))) == list(STORY)


@pytest.mark.parametrize("name", ["layout-with-rail__main", "content has-sidebar", "single no-sidebar"])
def test_a_layout_with_something_is_not_that_thing(name: str) -> None:
    menu = "".join(f"<li><a href=/{number}>Section number {number}</a></li>" for number in range(90))
    assert shown(read(page(f'<ul>{menu}</ul><div class="{name}">{BODY}</div><ul>{menu}</ul>'))) == list(STORY)


def test_letters_with_marks_of_their_own_are_the_same_letters() -> None:
    words = (
        "Für die Brücke fänden sich keine Käufer, erklärte die Bürgermeisterin am Montag im überfüllten Gemeindesaal."
    )
    told = unicodedata.normalize("NFD", words)
    found = shown(read(page(f"<div><p>{told}</p></div>{BODY}")))
    assert [unicodedata.normalize("NFC", one) for one in found] == [words, *STORY]


@pytest.mark.parametrize("name", ["description", "og:description"])
def test_the_line_by_which_a_page_describes_its_article_is_its_summary(name: str) -> None:
    told = f'<meta name="{name}" content="{LEAD}">'
    article = read(page(f'<div class="head__teaser-text">{LEAD}</div><div>{BODY}</div>', told))
    assert shown(article, Role.SUMMARY) == [LEAD]
    assert shown(article) == list(STORY)


def test_a_description_that_was_cut_short_will_do_and_the_first_report_is_no_summary() -> None:
    cut = f'<meta name="description" content="{LEAD[:60]} ...">'
    above = f'<div class="head__teaser-text">{LEAD}</div><div>{BODY}</div>'
    assert shown(read(page(above, cut)), Role.SUMMARY) == [LEAD]
    first = f'<meta name="description" content="{STORY[0]}">'
    assert shown(read(page(BODY, first))) == list(STORY)


def test_teasers_of_other_stories_below_go() -> None:
    other = (
        "<div><h2><a href=/1>Mill to be a school</a></h2><p>The old mill by the weir will take a hundred children from "
        "autumn on, says the county.</p><p><a href=/1>Read the rest</a></p></div>"
    )
    assert shown(read(page(f"<div>{BODY}</div>{other * 3}"))) == list(STORY)


def test_what_stands_far_below_the_end_goes() -> None:
    stations = "".join(f"<li>Station {number}</li>" for number in range(20))
    notice = "<div><p>This page keeps small files.</p></div>"
    assert shown(read(page(f"<div>{BODY * 2}</div><ul>{stations}</ul>{notice}"))) == list(STORY * 2)


def test_lines_of_a_table_stay_though_a_word_of_them_leads_elsewhere() -> None:
    rows = "".join(
        f"<tr><td><a href=/{number}>Bridge {name}</a></td><td>{1900 + number}, closed</td></tr>"
        for number, name in enumerate(("of Saint Ann", "of the Mill", "at Low Ford", "at Harrow Lane"))
    )
    found = shown(read(page(f"{BODY}<table>{rows}</table>{BODY}")))
    assert "Bridge of Saint Ann | 1900, closed" in found
    assert "Bridge at Harrow Lane | 1903, closed" in found


def test_signs_that_only_part_a_text_are_no_paragraphs() -> None:
    assert shown(read(page(f"{BODY}<p>___</p><p>- - -</p>{BODY}"))) == list(STORY * 2)


def test_a_page_that_only_a_script_fills_is_read_from_its_data() -> None:
    data = {"@type": "NewsArticle", "headline": "The bridge is closed", "articleBody": "<p>" + "</p><p>".join(STORY)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    article = read(f"<!doctype html><html><head>{head}</head><body><div id=root></div></body></html>".encode())
    assert article.title == "The bridge is closed"
    assert shown(article) == list(STORY)


def test_a_page_that_shows_its_story_is_not_read_from_its_data() -> None:
    data = {"@type": "NewsArticle", "articleBody": "Something else. " * 100}
    assert shown(read(page(head=f'<script type="application/ld+json">{json.dumps(data)}</script>'))) == list(STORY)


def test_a_headline_put_together_from_pieces_has_its_blanks_and_marks() -> None:
    html = page(BODY, '<meta property="og:title" content="River Tarn: The old bridge is closed">')
    pieces = b"<h1><span>River Tarn</span><span>The old bridge is closed</span></h1>"
    article = read(html.replace(b"<h1>The old bridge is closed</h1>", pieces))
    assert article.title == "River Tarn: The old bridge is closed"


def test_a_headline_below_the_first_rank_goes_before_the_name_of_the_outlet_beside_it() -> None:
    html = page(
        f"<h3>The old bridge is closed for good</h3>{BODY}", title="The old bridge is closed for good » Town » News"
    )
    logo = b"<h1>The old bridge is closed for goodThe Tarn News</h1>"
    start, end = html.index(b"<h1>"), html.index(b"</h1>") + 5
    assert read(html[:start] + logo + html[end:]).title == "The old bridge is closed for good"


def test_the_outlet_is_no_writer_where_the_page_names_one() -> None:
    head = '<meta name="author" content="tarnnews.test"><meta property="og:site_name" content="Tarn News">'
    assert read(page(f"<p>By Ada Quill and Jon Bremer</p>{BODY}", head)).byline == "Ada Quill and Jon Bremer"
    head = head.replace("tarnnews.test", "TARN NEWS")
    assert read(page(BODY, head)).byline is None


@pytest.mark.parametrize(("marked", "found"), [("View all posts by Ada Quill", "Ada Quill"), ("Submitted", None)])
def test_a_guessed_writer_is_a_whole_name_or_none(marked: str, found: str | None) -> None:
    assert read(page(f'<div class="author-name">{marked}</div>{BODY}')).byline == found
