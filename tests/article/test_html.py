"""Web pages: what is the article's, in its own words, and what is told of pages that hold none."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import Article, ArticleError, Role, read_article
from tui.article.kinds import Kind, kind_of

PAGES = Path(__file__).parent / "pages"
STORY = (
    "The council voted on Monday to close the old bridge over the river Tarn for good, ending two years of argument.",
    "The bridge, built in 1921, carries about nine thousand vehicles each day, according to a count of the county.",
    "Its repair would have cost more than four million, money that the town says it does not have and will not get.",
)
BODY = "".join(f"<p>{words}</p>" for words in STORY)


def page(body: str = BODY, head: str = "", title: str = "The old bridge is closed") -> bytes:
    top = f"<!doctype html><html><head><title>{title}</title>{head}</head>"
    return f"{top}<body><h1>{title}</h1>{body}</body></html>".encode()


def read(data: bytes, encoding: str | None = None) -> Article:
    return read_article("-", encoding=encoding, stdin=io.BytesIO(data))


def why(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read(data)
    assert "\n" not in caught.value.why
    return caught.value.why


def shown(article: Article, role: Role = Role.BODY) -> list[str]:
    return [article.words_of(index) for index, part in enumerate(article.paragraphs) if part.role is role]


def test_a_whole_page_with_all_that_surrounds_its_article() -> None:
    article = read_article(PAGES / "bridge.html")
    assert [(part.role, article.words_of(index)) for index, part in enumerate(article.paragraphs)] == [
        (Role.HEADLINE, "Council votes to close the old bridge"),
        (Role.SUMMARY, "The decision ends two years of argument"),
        (Role.BYLINE, "By Ada Quill"),
        (Role.CAPTION, "The bridge on Monday. Photograph: A. Lens"),
        (
            Role.BODY,
            (
                "The council voted on Monday to close the old bridge over the river Tarn for good, ending two years of "
                "argument over what to do with it."
            ),
        ),
        (
            Role.BODY,
            "“We have no choice”, said the mayor, Ines Calder. “The ‘good’ engineers were clear about that.”",
        ),
        (Role.BODY, "She added: “It hurts.”\nAnd she left."),
        (Role.BODY, "Costs rise"),
        (Role.BODY, "The repair would cost 4.2 million."),
        (Role.BODY, "The demolition costs half of that."),
        (Role.BODY, "“We were told of the closure on the radio,” the shopkeepers wrote in a letter to the council."),
        (
            Role.BODY,
            (
                "The bridge, built in 1921, carries about nine thousand vehicles each day, according to a count the "
                "county made last autumn."
            ),
        ),
        (Role.BODY, "The vote was 7 to 4."),
    ]
    assert article.title == "Council votes to close the old bridge"
    assert (article.byline, article.published, article.site) == ("Ada Quill", "2024-03-05", "Harbour Ledger")
    assert article.media_type == "text/html"
    assert article.guessed == frozenset()


def test_what_a_page_does_not_tell_is_detected_and_called_so() -> None:
    told = '<div class="author-name">Ada Quill</div><time class="published" datetime="2024-03-05">long ago</time>'
    article = read(page(told + BODY))
    assert (article.byline, article.published) == ("Ada Quill", "2024-03-05")
    assert article.guessed == {"byline", "published"}


def test_facts_come_from_json_ld_before_meta_tags() -> None:
    data = {
        "@graph": [
            {"@type": "Organization", "name": "Nobody"},
            {
                "@type": ["ReportageNewsArticle"],
                "headline": "The old bridge is &amp; stays closed",
                "author": [{"name": "By Ada Quill"}, "Jon Bremer", {"name": "https://example.com/jon"}],
                "datePublished": "2024-03-05T23:30:00-08:00",
                "publisher": {"name": "The Courier"},
            },
        ]
    }
    head = (
        f'<script type="application/ld+json">{json.dumps(data)}</script>'
        '<script type="application/ld+json">{broken</script>'
        '<meta name="author" content="Somebody Else"><meta name="date" content="2020-01-01">'
    )
    article = read(page(head=head))
    assert article.byline == "Ada Quill, Jon Bremer"
    assert article.published == "2024-03-05"
    assert article.site == "The Courier"
    assert article.title == "The old bridge is closed"  # what the page shows, not what it tells machines


def test_a_date_that_is_none_is_not_believed() -> None:
    assert read(page(head='<meta name="date" content="2024-99-05">')).published is None


def test_line_breaks_part_lines_and_two_part_paragraphs() -> None:
    article = read(page(f"<p>{STORY[0]}<br>Two<br/>lines.<br><br>{STORY[1]}</p>{BODY}"))
    assert shown(article)[:2] == [f"{STORY[0]}\nTwo\nlines.", STORY[1]]


def test_entities_blanks_and_invisible_signs() -> None:
    odd = "<p>Fish &amp; chips&#8212;&ldquo;5&nbsp;&euro;&rdquo; &lt;b&gt; in\n a\trow, so&shy;ft, ze&#8203;ro.</p>"
    assert shown(read(page(BODY + odd + BODY)))[3] == (
        "Fish & chips—“5\N{NO-BREAK SPACE}€” <b> in a row, so\N{SOFT HYPHEN}ft, ze\N{ZERO WIDTH SPACE}ro."
    )


def test_marks_of_short_quotations_follow_the_language() -> None:
    german = page(f"{BODY}<p><q>Die Brücke bleibt zu</q>, sagte <em>sie</em>. <q>„Schon markiert“</q>.</p>{BODY}")
    assert shown(read(german.replace(b"<html>", b'<html lang="de-AT">')))[3] == (
        "„Die Brücke bleibt zu“, sagte sie. „Schon markiert“."
    )


def test_words_in_several_elements_are_one_word() -> None:
    article = read(
        page(f'<p><span class="cap">T</span>he <b>bri</b>dge <i>was</i> shut on Monday, they said.</p>{BODY}')
    )
    assert shown(article)[0] == "The bridge was shut on Monday, they said."


def test_a_table_of_facts_stays_and_one_of_links_goes() -> None:
    facts = "<table><tr><th>Year</th><th>Cars</th></tr><tr><td>1921</td><td>90</td></tr></table>"
    links = '<table><tr><td><a href="/1">Other story</a></td><td><a href="/2">Yet another story</a></td></tr></table>'
    found = shown(read(page(BODY + facts + links + BODY)))
    assert found[3:5] == ["Year | Cars", "1921 | 90"]
    assert not any("story" in words for words in found)


def test_a_heading_that_repeats_the_headline_goes() -> None:
    article = read(page(f"<h2>The Old Bridge is closed</h2>{BODY}"))
    assert [article.words_of(index) for index in range(len(article.paragraphs))] == ["The old bridge is closed", *STORY]


def test_preformatted_lines_stay() -> None:
    assert shown(read(page(f"{BODY}<pre>One line,\nanother line.\n\nA verse.</pre>{BODY}")))[3:5] == [
        "One line,\nanother line.",
        "A verse.",
    ]


WORDS = {
    "cp1251": "Мост закрыт",
    "shift_jis": "橋は閉鎖",
    "euc_jp": "橋は閉鎖",
    "gb18030": "大桥关闭",
    "iso8859_2": "Žižka",
}


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_2", "cp1251", "shift_jis", "euc_jp", "gb18030", "utf-8"])
def test_a_page_says_its_encoding(encoding: str) -> None:
    words = {
        "cp1251": "Мост закрыт",
        "shift_jis": "橋は閉鎖",
        "euc_jp": "橋は閉鎖",
        "gb18030": "大桥关闭",
        "iso8859_2": "Žižka",
    }
    text = f"{words.get(encoding, 'Café – “naïve”')}, so said the mayor on Monday in the council of the town."
    html = page(BODY + f"<p>{text}</p>", f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">')
    article = read(html.decode().encode(encoding))
    assert shown(article)[3] == text


def test_a_page_that_says_a_wrong_encoding_is_read_by_its_bytes() -> None:
    article = read(page(f"{BODY}<p>Déjà vu, said the mayor – “naïve”.</p>", '<meta charset="iso-8859-1">'))
    assert shown(article)[3] == "Déjà vu, said the mayor – “naïve”."
    assert article.encoding == "utf-8"


def test_the_encoding_that_is_asked_for_goes_before_what_the_page_says() -> None:
    html = page(f"{BODY}<p>Zażółć gęślą jaźń, powiedział.</p>", '<meta charset="utf-8">')
    assert shown(read(html.decode().encode("cp1250"), "cp1250"))[3] == "Zażółć gęślą jaźń, powiedział."


def test_utf16_and_stray_nuls() -> None:
    assert shown(read(page().decode().encode("utf-16")))[0] == STORY[0]
    assert shown(read(page().replace(b"bridge", b"bri\x00dge")))[0] == STORY[0]


def test_nothing_on_a_page_reaches_the_terminal() -> None:
    harm = "\x1b[31malert\x07 &#x202e;drawkcab &#0;&#27;[2J&#x1f;&#xd800;&#xFFFF;<a>\x1f</a>"
    article = read(page(f"{BODY}<p>Red {harm} and [/who] said the sign.</p>{BODY}"))
    assert all(char.isprintable() or char == "\n" for char in article.text)
    assert shown(article)[3].endswith("and [/who] said the sign.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!doctype html><html></html>", "no article was found"),
        (b"<!doctype html><p>Log in to read on.</p>", "no article was found"),
        (page("<div>" * 5000 + BODY), "nested too deeply"),
        (page(BODY * 60_000), "20 MB"),
        (page(BODY * 25_000), "much too long for one article"),
    ],
    ids=["empty", "login", "deep", "large", "long"],
)
def test_what_can_not_be_read_is_told_in_one_sentence(data: bytes, said: str) -> None:
    begun = time.process_time()
    assert said in why(data)
    assert time.process_time() - begun < 15


@pytest.mark.parametrize("tag", ["<a name=x>", "<font size=2>", "<span>", "<div>", "<b>"])
def test_tags_that_are_never_closed_lose_nothing(tag: str) -> None:
    body = "".join(f"<p>{tag}The council voted to close bridge number {number} for good.</p>" for number in range(300))
    expected = [f"The council voted to close bridge number {number} for good." for number in range(300)]
    article = read(page(body))
    assert [article.words_of(index) for index in range(1, len(article.paragraphs))] == expected


def test_giant_scripts_dont_count() -> None:
    assert shown(read(page(f"<script>{'x' * 11_000_000}</script>{BODY}"))) == list(STORY)


def test_a_million_attributes_take_no_longer_than_a_reader_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.formats.html.page._LONGEST_PARSING", 0.3)
    bomb = page("<p " + " ".join(f"a{number}" for number in range(40_000)) + f">{BODY}")
    begun = time.process_time()
    assert "built so oddly" in why(bomb)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "body",
    ["<p>A line of words.</p>" * 15_000 + BODY, "words and words<br>" * 15_000, "<b>word </b>" * 20_000 + BODY],
    ids=["paragraphs", "breaks", "elements"],
)
def test_long_pages_are_read_in_bounded_time(body: str) -> None:
    begun = time.process_time()
    assert len(read(page(body)).text) > 100_000
    assert time.process_time() - begun < 15


def test_without_its_library_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert "-m pip install" in why(page())
    assert "trafilatura>=" in why(page())


def test_plain_text_waits_for_no_other_format(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("\n\n".join(STORY))
    code = (
        "import sys; from tui.article import read_article; read_article(sys.argv[1]); "
        "print([name for name in ('lxml', 'trafilatura', 'http.client', 'ssl', 'pdfminer', 'mammoth', "
        "'tui.article.formats.documents', 'tui.article.fetching') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(story)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        (b"%PDF-1.7", "x.txt", Kind.PDF),
        (b"PK\x03\x04..word/document.xml", "x", Kind.WORD),
        (b"{\\rtf1 x}", "x", Kind.RTF),
        (b"\n <!DOCTYPE HTML PUBLIC>", "x", Kind.HTML),
        (b'<?xml version="1.0"?>\n<!-- made by hand --><html lang="en"><head>', "x", Kind.HTML),
        (b"\xef\xbb\xbf<html><body>", "x", Kind.HTML),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello", "x", Kind.VTT),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHello", "x", Kind.SRT),
        (b"# A title", "x.MD", Kind.MARKDOWN),
        (b"<p>A part of a page", "part.htm", Kind.HTML),
        (b"<html> is the tag that every page begins with, the teacher said.", "lesson.txt", Kind.TEXT),
        (b"WEBVTT is a format of subtitles.", "-", Kind.TEXT),
        (b"1\nThe first of three parts", "-", Kind.TEXT),
        (b"The mayor wrote <!doctype html> on the board.", "x.txt", Kind.TEXT),
        (b"PK\x03\x04 zip", "x.zip", Kind.TEXT),
    ],
)
def test_first_bytes_then_the_ending_say_what_kind_of_document_it_is(data: bytes, path: str, kind: Kind) -> None:
    assert kind_of(data, path) is kind


def test_the_kind_that_a_server_names_goes_before_the_ending() -> None:
    assert kind_of(b"<p>Some words", "/story.md", "text/html") is Kind.HTML
    assert kind_of(b"%PDF-1.7", "/story", "text/html") is Kind.PDF
    assert kind_of(b"Words", "/story.md", "text/plain") is Kind.MARKDOWN


TAG_NAMES = "p /p div /div ul li /ul q /q br td tr table pre /pre h1 h2 a /a figure figcaption script nav article"
TAGS = st.sampled_from(
    [*(f"<{name}>" for name in TAG_NAMES.split()), "<!--", "-->", "&amp;", "&#0;", "“yes”", "<", "]]>"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(TAGS, st.text(max_size=30)), max_size=60))
def test_any_soup_of_tags_is_read_or_refused(pieces: list[str]) -> None:
    try:
        article = read(("<!doctype html>" + "".join(pieces)).encode("utf-8", "replace"))
    except ArticleError:
        return
    for index, part in enumerate(article.paragraphs):
        assert article.text[part.start : part.end] == article.words_of(index).strip()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 3000), st.binary(max_size=12), st.integers(0, 40))
def test_a_damaged_page_is_read_or_refused(place: int, rubbish: bytes, lost: int) -> None:
    data = (PAGES / "bridge.html").read_bytes()
    try:
        article = read(data[:place] + rubbish + data[place + lost :])
    except ArticleError:
        return
    assert any("bridge" in article.words_of(index) for index in range(len(article.paragraphs)))
