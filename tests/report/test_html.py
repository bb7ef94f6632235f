"""The HTML report, read again by an HTML parser: what stands where, and that nothing in an article is markup."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.pages import Element, read_page
from tests.samples import make_article
from tui.article import Article, Role, article_from_text, read_article
from tui.article.clean import clean
from tui.collation import Collation, collate
from tui.quotation import HouseRules, QuoteComparison, check_quotations, compare_quotations, find_quotations
from tui.report.html import check_html, comparison_html
from tui.review import Anchor, Decision, Found, Located, Mark, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Range

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
PAIRS = [
    (SEEDS[0], SEEDS[3]),
    (SEEDS[2], SEEDS[3]),
    (SEEDS[3], SEEDS[4]),
    *(
        (ROOT / "tests/accuracy/articles" / left, ROOT / "tests/accuracy/articles" / right)
        for left, right in (
            ("correction/1_before.txt", "correction/2_after.txt"),
            ("update/1_morning.txt", "update/3_night.txt"),
            ("jishin/asagiri.txt", "jishin/minato.txt"),
        )
    ),
]
TAGS = frozenset(
    re.findall(
        r"\w+",
        """
        html head meta title style body a header footer main nav section h1 h2 h3 div p span b bdi mark ul li dl dt dd
        table thead tbody tr th td
        """,
    )
)
HOSTILE = (
    "<script>alert(1)</script> & \"x\" 'y' {{ 7*7 }} {% raw %} --> ]]> </style> \u202eevil\u202c \ud800 \x00\x1b[31m"
)


def compared(left: Article, right: Article, marks: Sequence[Located] = ()) -> Element:
    collation = collate(left, right)
    return read_page(comparison_html(collation, compare_quotations(collation), marks=marks))


def anchors_of(article: Article, spans: Sequence[Range]) -> tuple[Anchor, ...]:
    return tuple(Anchor(article.text[start:end], "", "", start) for start, end in spans)


def mark_words(
    left: Article,
    right: Article,
    words: tuple[str, str],
    decision: Decision | None = None,
    note: str = "",
    *,
    subject: Subject = Subject.DIFFERENCE,
    found: Found = Found.EXACTLY,
    kind: MarkKind = MarkKind.REVIEW,
    value: str = "",
) -> Located:
    """A mark on the first place where these words stand; "" for a side it isn't on."""
    spans: list[tuple[Range, ...]] = []
    for article, said in zip((left, right), words, strict=True):
        start = article.text.index(said)
        spans.append(((start, start + len(said)),) if said else ())
    mark = Mark(
        "", kind, subject, anchors_of(left, spans[0]), anchors_of(right, spans[1]), decision, note, value, changed=note
    )
    gone = found is Found.ORPHANED
    return Located(mark, () if gone else spans[0], () if gone else spans[1], found)


def check_sound(page: str, panes: dict[str, Article]) -> Element:
    """What holds of every page: it nests, its links lead somewhere, its policy fits, each word stands in its place."""
    root = read_page(page)
    elements = list(root.walk())[1:]
    assert {one.tag for one in elements} <= TAGS
    ids = [one.attributes["id"] for one in elements if "id" in one.attributes]
    assert len(set(ids)) == len(ids)
    hrefs = [one.attributes["href"] for one in elements if "href" in one.attributes]
    assert all(href.startswith("#") and href[1:] in ids for href in hrefs)
    named = [one.attributes[name] for one in elements for name in ("aria-labelledby",) if name in one.attributes]
    assert set(named) <= set(ids)
    attributes = {name for one in elements for name in one.attributes}
    assert not {name for name in attributes if name.startswith("on")} | attributes & {"style", "src", "srcset"}
    policy = root.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    digest = b64encode(sha256(root.one("style").raw().encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    for prefix, article in panes.items():
        shown = [one for one in root.all("div", "par") if re.fullmatch(rf"{prefix}\d+", one.attributes["id"])]
        numbers = range(1, len(article.paragraphs) + 1)
        assert [one.attributes["id"] for one in shown] == [f"{prefix}{number}" for number in numbers]
        for index, one in enumerate(shown):
            assert one.one("p", "text").words == " ".join(clean(article.words_of(index)).split())
        signs = [
            ref.attributes["href"]
            for one in shown
            for ref in one.one("p", "text").all("a")
            if "place" not in ref.classes
        ]
        assert len(set(signs)) == len(signs)
    levels = [int(one.tag[1]) for one in elements if one.tag in {"h1", "h2", "h3"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    return root


@pytest.mark.parametrize("paths", PAIRS, ids=lambda paths: "-".join(path.stem[:3] for path in paths))
def test_every_word_stands_once_and_in_order_in_its_pane(paths: tuple[Path, Path]) -> None:
    left, right = (read_article(str(path)) for path in paths)
    collation = collate(left, right)
    page = comparison_html(collation, compare_quotations(collation))
    assert page == comparison_html(collation, compare_quotations(collation))
    check_sound(page, {"A": left, "B": right})


def test_a_check_shows_article_and_sources_whole() -> None:
    folder = ROOT / "tests/accuracy/articles"
    article = read_article(str(folder / "release/3_ledger.txt"))
    sources = [read_article(str(folder / name)) for name in ("release/1_release.txt", "transcript/1_transcript.txt")]
    page = check_html(article, sources, check_quotations(article, sources))
    check_sound(page, {"P": article, "S1-": sources[0], "S2-": sources[1]})


alphabet = st.sampled_from(
    [
        *"ab .,<>&\"'“”‘’«»{}%#-/\\=;:!",
        "\n\n",
        "\u202e",
        "\u2066",
        "\ud800",
        "\x00",
        "\x1b[",
        "שלום ",
        "東京",
        "no ",
        "“I said so,” he said. ",
    ]
)
texts = st.lists(alphabet, max_size=60).map("".join)


@given(texts, texts)
def test_no_text_breaks_the_page(one: str, other: str) -> None:
    left, right = article_from_text(one), article_from_text(other + one)
    collation = collate(left, right)
    page = comparison_html(collation, compare_quotations(collation))
    check_sound(page, {"A": left, "B": right}).one("title")
    page.encode("utf-8")
    checked = check_html(left, [right], check_quotations(left, [right]))
    check_sound(checked, {"P": left, "S1-": right})


@given(st.data())
def test_every_mark_is_shown_once(data: st.DataObject) -> None:
    left, right = (read_article(str(path)) for path in PAIRS[3])
    found = data.draw(st.lists(st.tuples(st.sampled_from(list(Found)), st.booleans(), st.booleans()), max_size=8))
    marks = []
    for number, (how, on_left, on_right) in enumerate(found):
        spans = []
        for article, is_on in ((left, on_left or not on_right), (right, on_right)):
            start = data.draw(st.integers(0, len(article.text) - 2))
            end = data.draw(st.integers(start + 1, min(len(article.text), start + 400)))
            spans.append(((start, end),) if is_on else ())
        kind, subject = data.draw(st.sampled_from(list(MarkKind))), data.draw(st.sampled_from(list(Subject)))
        mark = Mark(
            str(number), kind, subject, anchors_of(left, spans[0]), anchors_of(right, spans[1]), note=f"N{number}."
        )
        gone = how is Found.ORPHANED
        marks.append(Located(mark, () if gone else spans[0], () if gone else spans[1], how))
    collation = collate(left, right)
    page = comparison_html(collation, compare_quotations(collation), marks=marks)
    root = check_sound(page, {"A": left, "B": right})
    entries = [one.seen for one in root.all("li") if one.attributes.get("id", "").startswith("m")]
    entries += [row.seen for row in root.all("tr") if row.all("p", "status")]
    for located in marks:
        told = [entry for entry in entries if located.mark.note in entry]
        # One that waits to be confirmed stands in the table, too, where it is on a quotation.
        assert len(told) == 1 or (len(told) == 2 and located.found is Found.CHANGED)


def test_what_an_article_or_a_note_holds_is_text() -> None:
    left = make_article((HOSTILE, f"“{HOSTILE},” she said."), [Role.HEADLINE], source=HOSTILE, title=HOSTILE)
    right = replace(make_article((f"{HOSTILE} more", "Other words.")), site=HOSTILE, byline=HOSTILE, published=HOSTILE)
    marks = [
        mark_words(left, right, ("script", ""), Decision.FLAGGED, HOSTILE),
        mark_words(left, right, ("alert", "Other"), None, "", kind=MarkKind.SPEAKER, value=HOSTILE),
        mark_words(left, right, ("raw", ""), Decision.QUERIED, HOSTILE, found=Found.ORPHANED),
    ]
    collation = collate(left, right)
    page = comparison_html(collation, compare_quotations(collation), marks=marks)
    root = check_sound(page, {"A": left, "B": right})
    assert "<script>alert(1)</script>" in root.one("title").raw()
    assert "{{ 7*7 }}" in root.one("title").raw()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)
    assert root.one("li", id="m1").one("p", "reporter").seen.startswith('<script>alert(1)</script> & "x"')


def test_linked_paragraphs_stand_level_and_say_how_they_match(collation: Collation) -> None:
    root = read_page(comparison_html(collation, compare_quotations(collation)))
    rows = [
        ([one.attributes["id"] for one in row.all("div", "par")], [one.heard for one in row.all("p", "gutter")])
        for row in root.all("div", "row")
    ]
    # Left 3 and right 1 match in another order, so each stands where its article has it, opposite nothing.
    assert rows == [
        (["B1"], []),
        (["A1"], ["no matching wording"]),
        (["A2", "B2"], ["edited"]),
        (["A3"], []),
        (["B3"], ["no matching wording"]),
        (["A4", "B4"], ["word for word"]),
    ]
    assert root.one("div", id="A1").one(css="lone").heard == "no matching wording"
    assert "unlinked" in root.one("div", id="B3").classes
    assert not root.one("div", id="A3").all(css="lone")


def test_paragraphs_without_match_share_a_row_and_say_so() -> None:
    shared = "The council voted on Monday to close the old harbour bridge to all traffic"
    left = make_article((shared, "Ferries will run hourly.", "Schools open late."))
    right = make_article((shared, "Nobody asked the mayor."))
    _, loose = compared(left, right).all("div", "row")
    assert [one.attributes["id"] for one in loose.all("div", "par")] == ["A2", "A3", "B2"]
    assert loose.one("p", "gutter").seen == "◂ ▸ no matching wording"


def test_moved_paragraphs_are_linked_both_ways(collation: Collation) -> None:
    root = read_page(comparison_html(collation, compare_quotations(collation)))
    for here, there, sign, words in (("A3", "B1", "⇢", "B ¶1"), ("B1", "A3", "⇠", "A ¶3")):
        pointer = root.one("div", id=here).one("p", "notes")
        assert pointer.heard == f"{sign} stands at {words}, edited"
        assert pointer.one("a").attributes["href"] == f"#{there}"


def test_moved_words_are_linked_both_ways() -> None:
    long = "the council voted to close the old harbour bridge to all heavy traffic from Monday"
    first = "Engineers found cracks in two of the main pillars during the yearly inspection of the structure"
    second = "Shop owners on both banks of the river fear that customers will stay away all summer long"
    left = make_article((f"{first}, and {long}.", f"{second}."))
    right = make_article((f"{first}.", f"{second}, and {long}."))
    root = compared(left, right)
    for here, there, sign in (("A1", "B2", "⇢ B ¶2"), ("B2", "A1", "⇠ A ¶1")):
        text = root.one("div", id=here).one("p", "text")
        assert long in text.one("mark", "moved").words
        ref = text.one("a", "place")
        assert (ref.attributes["href"], ref.seen) == (f"#{there}", sign)


def test_words_that_differ_are_told_to_the_ear(collation: Collation) -> None:
    root = read_page(comparison_html(collation, compare_quotations(collation)))
    assert root.one("div", id="A2").one("mark").heard == "[other words in B: told Reuters]"
    assert root.one("div", id="B2").one("mark").heard == "[other words in A: said on Monday]"
    assert root.one("div", id="B1").one("mark").heard == "[only in B: the city says in a long statement]"
    # A whole paragraph that differs is not set off word by word, nor is one that is the same.
    assert not root.one("div", id="A1").all("mark")
    assert not root.one("div", id="A4").all("mark")


def test_signs_are_explained_where_they_are_used(collation: Collation, same_twice: Collation) -> None:
    legend = read_page(comparison_html(collation, compare_quotations(collation))).one("dl", "legend")
    told = {one.one("dt").seen: one.one("dd").seen for one in legend.all("div") if one.one("dt").seen != "words"}
    assert told["≈"] == "edited"
    assert told["⇢ ⇠"] == "stands elsewhere in the other article"
    assert "~" not in told
    looks = {one.one("dt").classes[-1] for one in legend.all("div") if one.one("dt").seen == "words"}
    assert looks == {"changed", "unique"}
    alike = read_page(comparison_html(same_twice, compare_quotations(same_twice))).one("dl", "legend")
    assert [one.seen for one in alike.all("dt")] == ["=", "Q1"]


def test_captions_repeats_and_stray_matter_are_quiet() -> None:
    bridge = "The mayor opened the new bridge over the river on Monday morning before a large crowd"
    article = make_article(
        ("Bridge opens", bridge, "Photo by Ann Doe", bridge), [Role.HEADLINE, Role.BODY, Role.CAPTION]
    )
    repeat = replace(article.paragraphs[3], duplicate_of=1)
    stray = article.text.index("over the river")
    article = replace(
        article, paragraphs=(*article.paragraphs[:3], repeat), noise=((stray, stray + len("over the river")),)
    )
    root = compared(article, article)
    quiet = {one.attributes["id"] for one in root.all("div", "par") if "quiet" in one.classes}
    assert quiet == {"A3", "A4", "B3", "B4"}
    assert root.one("div", id="A4").one("p", "notes").heard == "repeats ¶2"
    assert root.one("div", id="A3").one("p", "notes").heard == "caption"
    assert root.one("div", id="A2").one("span", "stray").heard == "[stray matter, not compared: over the river]"


def test_right_to_left_words_find_their_own_direction() -> None:
    root = compared(make_article(("שלום לכל הקוראים", "Other words")), make_article(("Words",)))
    text = root.one("div", id="A1").one("p", "text")
    assert (text.attributes["dir"], text.attributes["lang"]) == ("auto", "")
    # Words for the ear are English; they have no say in the direction of what they stand in.
    assert all(one.attributes["dir"] == "ltr" for one in root.all("span", "vh") if one.heard.startswith("["))


LEFT = (
    "“We did not close the bridge,” Mayor Ann Doe said.",
    "“Nobody was hurt that night,” Sam Roe said.",
    "“The repair will take two years and cost nine million,” Doe said on Monday.",
)
RIGHT = (
    "“We did close the bridge,” Mayor Ann Doe said.",
    "“Nobody was hurt that night,” Sam Roe said.",
    "“The repair will take two years,” Doe said on Monday.",
)


def rows_of(root: Element) -> list[Element]:
    return [row for row in root.one("table").all("tr") if row.all("td")]


def test_the_table_has_the_gravest_quotation_first() -> None:
    root = compared(make_article(LEFT), make_article(RIGHT))
    first, *_ = rows_of(root)
    assert first.attributes["id"] == "q1"
    assert first.one("th").seen == "Q1 the meaning may differ grave"
    ours, theirs, differs = first.all("td")
    assert ours.one("p", "where").seen == "A ¶1 Mayor Ann Doe"
    assert ours.one("p", "where").one("a").attributes["href"] == "#A1"
    assert ours.one("p", "said").heard == "“We did [differs: not] close the bridge,”"
    assert theirs.one("p", "said").heard == "“We did close the bridge,”"
    assert differs.one("p").seen == "Only A has “not” (a negation)."
    assert [row.attributes["id"] for row in rows_of(root)] == ["q1", "q3", "q2"]


def test_what_is_cut_is_shown_beside_what_stands() -> None:
    root = compared(make_article(LEFT), make_article(RIGHT))
    ours, theirs, _ = root.one("tr", id="q3").all("td")
    assert ours.one("p", "said").heard == "“The repair will take two years [differs: and cost nine million],”"
    assert theirs.one("p", "said").heard == "“The repair will take two years,”"


def test_each_part_of_a_wording_has_its_own_words() -> None:
    left = make_article(("“The bridge was closed too late for everyone,” the report found. “Nobody asked why then.”",))
    right = make_article(("“The bridge was closed too soon for everyone. Nobody asked why.”",))
    root = compared(left, right)
    (row,) = [one for one in rows_of(root) if "too late" in one.seen]
    ours, theirs, _ = row.all("td")
    assert ours.one("p", "said").heard == (
        "“The bridge was closed too [differs: late] for everyone,” / “Nobody asked why [differs: then].”"
    )
    assert theirs.one("p", "said").heard == (
        "“The bridge was closed too [differs: soon] for everyone. Nobody asked why.”"
    )


def test_words_that_one_article_does_not_quote_stand_without_marks() -> None:
    left = make_article(("“We closed the old bridge far too late,” Doe said.",))
    right = make_article(("The city admits that we closed the old bridge far too late.",))
    (row,) = rows_of(compared(left, right))
    ours, theirs, _ = row.all("td")
    assert ours.one("p", "said").seen == "“We closed the old bridge far too late,”"
    assert theirs.one("p", "said").seen == "we closed the old bridge far too late"
    assert theirs.one("p", "where").seen == "B ¶1 without quotation marks"


def test_a_cut_that_may_mislead_says_so() -> None:
    article = make_article(("“We will close the old bridge,” Doe said.",))
    source = make_article(("DOE: We will close the old bridge, but only if the council votes for it in May.",))
    root = read_page(check_html(article, [source], check_quotations(article, [source])))
    *_, differs = root.one("tr", id="q1").all("td")
    assert "What the article leaves out may change what was meant." in differs.seen


def test_same_words_are_printed_once() -> None:
    root = compared(make_article(LEFT), make_article(RIGHT))
    ours, theirs, _ = root.one("tr", id="q2").all("td")
    assert ours.one("p", "said").seen == "“Nobody was hurt that night,”"
    assert theirs.one("p", "said").seen == "the same words"
    assert theirs.one("p", "where").seen == "B ¶2 Sam Roe"


def test_a_table_tells_its_heads() -> None:
    table = compared(make_article(LEFT), make_article(RIGHT)).one("table")
    assert [one.seen for one in table.one("thead").all("th", scope="col")] == ["Quotation", "A", "B", "What differs"]
    assert all(len(row.all("th", scope="row")) == 1 for row in table.all("tr") if row.all("td"))
    # Shown as blocks on a phone, a table is one to the ear only by its roles.
    roles = {"table": "table", "tr": "row", "td": "cell", "tbody": "rowgroup", "thead": "rowgroup"}
    assert all(one.attributes["role"] == roles[one.tag] for one in table.walk() if one.tag in roles)


def test_signs_at_the_words_lead_to_the_table() -> None:
    root = compared(make_article(LEFT), make_article(RIGHT))
    for pane in ("A1", "B1"):
        ref = root.one("div", id=pane).one("p", "text").one("a")
        assert (ref.attributes["href"], ref.seen) == ("#q1", "Q1")
        assert ref.heard == "[quotation 1: the meaning may differ]"
    text = root.one("div", id="A1").one("p", "text")
    assert text.seen.startswith("“We did not close the bridge,”Q1 Mayor")
    assert "quiet" in root.one("div", id="A2").one("p", "text").one("a").classes


def test_decisions_and_notes_stand_in_the_table_and_at_the_words() -> None:
    left, right = make_article(LEFT), make_article(RIGHT)
    words = "We did not close the bridge", "We did close the bridge"
    marks = [
        mark_words(
            left, right, words, Decision.FLAGGED, "Listen to the tape.\n<b>Twice.</b>", subject=Subject.QUOTATION
        )
    ]
    root = compared(left, right, marks)
    assert root.one("table").one("thead").all("th")[-1].seen == "Decision and note"
    cell = root.one("tr", id="q1").all("td")[-1]
    assert cell.one("p", "status").seen == "⚑ flagged"
    assert cell.one("p", "status").heard == "flagged"
    assert [line.seen for line in cell.all("p", "reporter")] == ["Listen to the tape.", "<b>Twice.</b>"]
    ref = root.one("div", id="A1").one("p", "text").one("a")
    assert ref.seen == "Q1 ⚑"
    assert ref.heard == "[quotation 1: the meaning may differ; flagged]"
    assert not root.all(id="marks-title")
    assert "1 of 3 quotations reviewed: 1 flagged." in [one.seen for one in root.one("header").all("p", "summary")][1]


def test_other_marks_stand_in_lists_of_their_own() -> None:
    left, right = make_article(LEFT), make_article(RIGHT)
    marks = [
        mark_words(left, right, ("Monday", "Monday"), Decision.QUERIED, "Which one?"),
        mark_words(left, right, (LEFT[1], ""), None, "Who else was there?", subject=Subject.PARAGRAPH),
        mark_words(left, right, ("two years", ""), Decision.FLAGGED, "", found=Found.CHANGED),
        mark_words(left, right, ("hurt", ""), Decision.ACCEPTED, "Fine.", found=Found.ORPHANED),
        replace(
            mark_words(left, right, ("night", ""), Decision.FLAGGED, "Gone."),
            mark=replace(mark_words(left, right, ("night", ""), Decision.FLAGGED, "Gone.").mark, cleared=True),
        ),
    ]
    root = compared(left, right, marks)
    assert [one.seen for one in root.all("h3") if "vh" not in one.classes] == [
        "Other marks (2)",
        "Moved: please confirm (1)",
        "No longer found (1)",
    ]
    entries = {one.attributes["id"]: one for one in root.all("li") if "id" in one.attributes}
    assert len(entries) == 4
    assert "Gone." not in root.one("main").seen
    queried = next(one for one in entries.values() if "Which one?" in one.seen)
    assert [(a.seen, a.attributes["href"]) for a in queried.all("a")] == [("A ¶3", "#A3"), ("B ¶3", "#B3")]
    for pane in ("A3", "B3"):
        (ref,) = root.one("div", id=pane).one("p", "text").all("a", href=f"#{queried.attributes['id']}")
        assert (ref.seen, ref.heard) == ("?", "[the reporter’s mark: To verify]")
    orphan = next(one for one in entries.values() if "Fine." in one.seen)
    assert "as it stood “hurt”" in orphan.seen
    assert not root.all("a", href=f"#{orphan.attributes['id']}")


def test_a_doubtful_mark_shows_its_words_then_and_now() -> None:
    left, right = make_article(LEFT), make_article(RIGHT)
    located = mark_words(
        left,
        right,
        ("We did not close the bridge", "We did close the bridge"),
        Decision.FLAGGED,
        subject=Subject.QUOTATION,
    )
    before = (Anchor("We never closed the bridge", "", "", 1),)
    doubtful = Located(replace(located.mark, left=before), located.left, located.right, Found.CHANGED)
    root = compared(left, right, [doubtful])
    entry = root.one("section", **{"aria-labelledby": "marks-title"}).one("li")
    assert "“We did not close the bridge” A when it was marked “We never closed the bridge”" in entry.seen
    assert entry.all("a")[0].attributes["href"] == "#q1"
    assert "please confirm" in root.one("tr", id="q1").seen


def test_a_check_says_what_the_sources_have() -> None:
    article = make_article((*LEFT[:2], "“It is over,” Doe said."))
    source = make_article(RIGHT[:2])
    quotations = find_quotations(article)
    flagged = Mark(
        "",
        MarkKind.REVIEW,
        Subject.QUOTATION,
        anchors_of(article, quotations[2].words),
        (),
        Decision.QUERIED,
        "Which source?",
    )
    marks = [[Located(flagged, quotations[2].words, (), Found.EXACTLY)]]
    page = check_html(article, [source], check_quotations(article, [source]), HouseRules.LENIENT, marks)
    root = read_page(page)
    assert [row.attributes["id"] for row in rows_of(root)] == ["q1", "q3", "q2"]
    first = root.one("tr", id="q1")
    ours, theirs, *_ = first.all("td")
    assert ours.one("p", "said").heard == "“We did [differs: not] close the bridge,”"
    assert theirs.one("p", "where").one("a").attributes["href"] == "#S1-1"
    assert root.one("div", id="P1").one("mark").heard == "[differs from the source: not]"
    assert "Which source?" in root.one("tr", id="q3").seen
    assert "lenient" in root.one("footer").seen


def colours_of(style: str) -> list[dict[str, str]]:
    """The colours by name in the light, the dark and the print scheme."""
    return [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in re.findall(r":root \{([^}]*)\}", style)
    ]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_colours_can_be_read() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    style = read_page(comparison_html(*_small())).one("style").raw()
    schemes = colours_of(style)
    assert len(schemes) == 3
    words = ("ink", "dim", "a", "b", "link")
    grounds = ("paper", "panel", "target")
    for colours in schemes:
        pairs = [(colours[one], colours[ground]) for one in words for ground in grounds]
        pairs += [(colours["ink"], colours[ground]) for ground in ("a-wash", "b-wash")]
        pairs += [(colours["a"], colours["a-wash"]), (colours["b"], colours["b-wash"])]
        pairs += [(colours["dim"], colours[ground]) for ground in ("a-wash", "b-wash")]
        pairs += [(colours["link"], colours[ground]) for ground in ("a-wash", "b-wash")]
        pairs.append((colours["grave-ink"], colours["grave"]))
        assert [(pair, contrast(*pair)) for pair in pairs if contrast(*pair) < 4.5] == []


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    page = comparison_html(*_small())
    root = read_page(page)
    assert not re.search(r"url\(|@import|https?:|//", root.one("style").raw())
    assert root.one("meta", name="referrer").attributes["content"] == "no-referrer"
    assert root.one("meta", name="viewport").attributes["content"] == "width=device-width, initial-scale=1"
    assert root.one("html").attributes["lang"] == "en"
    assert page.startswith("<!DOCTYPE html>\n")
    (skip,) = root.all("a", "skip")
    assert root.one("body").all("a")[0] is skip
    assert [len(root.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]


def _small() -> tuple[Collation, QuoteComparison]:
    collation = collate(make_article(LEFT), make_article(RIGHT))
    return collation, compare_quotations(collation)
