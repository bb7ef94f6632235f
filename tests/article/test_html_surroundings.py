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


def test_a_row_of_teasers_that_is_longer_than_the_story_is_not_the_story() -> None:
    menu = "".join(f"<li><a href=/{number}>Section number {number} of the paper</a></li>" for number in range(150))
    teasers = "".join(f"<div class=item><p>{words.replace('bridge', 'mill')}</p></div>" for words in STORY * 4)
    html = f'<ul>{menu}</ul><div class="copy">{BODY}</div><div class="more">{teasers}</div><ul>{menu}</ul>'
    assert shown(read(page(html))) == list(STORY)


def test_a_page_of_teasers_alone_loses_no_headline() -> None:
    rows = "".join(
        f"<div><h2><a href=/1>Mill {words[:9]}</a></h2><p>{words[:50]}</p><a href=/1>More</a></div>"
        for words in STORY * 9
    )
    assert read(f"<!doctype html><html><body><h1>News</h1>{rows}</body></html>".encode()).title == "News"


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


@pytest.mark.parametrize(
    ("marked", "found"),
    [("View all posts by Ada Quill", "Ada Quill"), ("Submitted", None), ("Www Tarnnews Test De", None)],
)
def test_a_guessed_writer_is_a_whole_name_or_none(marked: str, found: str | None) -> None:
    assert read(page(f'<div class="author-name">{marked}</div>{BODY}')).byline == found


@pytest.mark.parametrize(
    "caption",
    [
        '<div class="media"><img src="a"><span class="caption-text">The bridge on Monday</span></div>',
        '<div class="article__image-caption">The bridge on Monday</div>',
        '<div class="picBox"><a><img src="a"></a><p>The bridge on Monday</p></div>',
        '<figure><img src="a"><div>The bridge on Monday</div></figure>',
    ],
    ids=["span", "name", "box", "figure"],
)
def test_lines_beside_a_picture_are_captions(caption: str) -> None:
    article = read(page(f"<p>{STORY[0]}</p>{caption}<p>{STORY[1]}</p><p>{STORY[2]}</p>"))
    assert shown(article, Role.CAPTION) == ["The bridge on Monday"]
    assert shown(article) == list(STORY)


def test_a_story_that_is_called_after_its_captions_is_no_caption() -> None:
    long = "".join(f"<p>{words}</p>" for words in STORY * 3)
    assert shown(read(page(f'<div class="text-with-caption image">{long}</div>')))[:3] == list(STORY)


def test_who_is_quoted_stays_with_the_quotation() -> None:
    quoted = (
        "<blockquote><p>We have no choice left, and we knew it.</p><footer>Ines Calder, mayor</footer></blockquote>"
    )
    found = shown(read(page(f"{BODY}{quoted}{BODY}")))
    assert found[3:5] == ["We have no choice left, and we knew it.", "Ines Calder, mayor"]


def test_entries_of_a_live_report_keep_their_headings() -> None:
    names = ("Council votes", "Cars by the thousand", "Nobody pays")
    entries = "".join(
        f'<article><header><time datetime="2024-03-05">1{number}:20</time><h3>{name}</h3></header>'
        f'<div class="text"><p>{words}</p></div><div class="share"><a href=#>Share</a></div></article>'
        for number, (name, words) in enumerate(zip(names, STORY, strict=True))
    )
    found = read(page(f"<p>Our reporters are in the hall.</p><div>{entries}</div>"))
    assert [words for words in map(found.words_of, range(len(found.paragraphs))) if words in {*names, *STORY}] == [
        words for entry in zip(names, STORY, strict=True) for words in entry
    ]


def test_what_is_only_for_browsers_without_scripts_is_read_where_nothing_else_is() -> None:
    fallback = f"<div id=root></div><noscript><div>{BODY}</div></noscript>"
    assert shown(read(page(fallback))) == list(STORY)
    plea = "<noscript><p>Please switch on scripts in your browser to see all that this page has.</p></noscript>"
    assert shown(read(page(plea + BODY))) == list(STORY)


def test_a_template_that_is_shown_where_it_stands_is_read() -> None:
    inside = f'<news-story><template shadowrootmode="open"><div>{BODY}</div></template></news-story>'
    assert shown(read(page(inside))) == list(STORY)
    assert shown(
        read(page(f"<template><p>Other words, for later use by a script of this page.</p></template>{BODY}"))
    ) == list(STORY)


def test_paragraphs_by_a_name_of_the_pages_own_are_paragraphs() -> None:
    own = "".join(f"<news-text>{words}</news-text>" for words in STORY)
    assert shown(read(page(f"<news-body>{own}</news-body>"))) == list(STORY)
    linked = "<p>The vote of the <news-link>council</news-link> was clear: six to one, with nobody away.</p>"
    found = shown(read(page(BODY + linked + BODY)))
    assert found[3] == "The vote of the council was clear: six to one, with nobody away."


def test_adverts_of_mobile_pages_go() -> None:
    advert = "<amp-ad><p>Buy this wonderful lamp, it lights every bridge.</p></amp-ad>"
    assert shown(read(page(f"<p>{STORY[0]}</p>{advert}<p>{STORY[1]}</p>{advert}<p>{STORY[2]}</p>"))) == list(STORY)
