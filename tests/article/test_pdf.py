"""PDF documents become paragraphs in reading order, without what is printed on every page."""

from __future__ import annotations

import random
import re
import time
import zlib
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Picture
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import Image, PageBreak, Paragraph  # type: ignore[import-untyped]

from tests.article.forms import as_pdf, printed
from tui.article import ArticleError, Role
from tui.article.formats.pdf import extract

if TYPE_CHECKING:
    from tests.article.forms import Written

FIRST = (
    "The river rose by two metres on Monday night and stood at the doors of the houses by the bridge, where the fire "
    "brigade had laid sandbags in the afternoon."
)
SECOND = (
    "“We have never seen it as high as this,” said the mayor, who had not slept since Sunday and who held a cup of tea "
    "in both hands while she spoke to reporters."
)
THIRD = "It fell again on Tuesday. Nobody was hurt, according to the county, but the bridge stays closed for a week."
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=7)
CAPTION = ParagraphStyle("caption", fontName="Times-Roman", fontSize=8, leading=10, spaceAfter=7)
DECK = ParagraphStyle("deck", fontName="Times-Roman", fontSize=13, leading=16, spaceAfter=7)
HEAD = ParagraphStyle("head", fontName="Times-Bold", fontSize=22, leading=26, spaceAfter=10)
LARGE = ParagraphStyle("large", fontName="Times-Roman", fontSize=30, leading=34)

_LINE = 11.0  # points from line to line


def parts(data: bytes) -> list[tuple[str, Role | None]]:
    return [(part.text, part.role) for part in extract(data, "made.pdf").paragraphs]


def words(data: bytes) -> list[str]:
    return [text for text, _ in parts(data)]


def shuffled(text: str, seed: int) -> str:
    """One sentence of the words of a text in another order."""
    found = text.translate(str.maketrans("", "", ".,“”")).casefold().split()
    random.Random(seed).shuffle(found)
    return " ".join(found).capitalize() + "."


def at_places(*pieces: tuple[float, float, str], large: str = "", pages: int = 1) -> bytes:
    """Pieces of text on a page of 600 by 800 points, each at its place from the left and from the top."""
    held = BytesIO()
    canvas = Canvas(held, pagesize=(600, 800))
    for _ in range(pages):
        for x, y, text in pieces:
            canvas.setFont("Times-Roman", 20 if text == large else 10)
            canvas.drawString(x, 800 - y, text)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def column(x: float, y: float, *lines: str) -> list[tuple[float, float, str]]:
    return [(x, y + _LINE * number, line) for number, line in enumerate(lines)]


def test_headline_deck_and_body() -> None:
    flow = [
        Paragraph("Water rises at the old bridge over the Olm, and falls again", HEAD),
        Paragraph("Three days in May", DECK),
    ]
    flow += [Paragraph(text, BODY) for text in (FIRST, SECOND, THIRD)]
    assert parts(printed(flow)) == [
        ("Water rises at the old bridge over the Olm, and falls again", Role.HEADLINE),
        ("Three days in May", Role.SUMMARY),
        (FIRST, None),
        (SECOND, None),
        (THIRD, None),
    ]


def test_the_name_of_a_paper_in_larger_letters_is_no_headline() -> None:
    flow = [Paragraph("Olm Gazette", LARGE), Paragraph("Water rises at the bridge", HEAD), Paragraph(FIRST, BODY)]
    assert [text for text, role in parts(printed(flow)) if role is Role.HEADLINE] == ["Water rises at the bridge"]


def test_small_letters_under_a_picture_are_a_caption() -> None:
    held = BytesIO()
    Picture.new("RGB", (40, 30), (90, 120, 150)).save(held, "PNG")
    held.seek(0)
    flow = [
        Paragraph("Water rises at the bridge", HEAD),
        Paragraph(FIRST, BODY),
        Image(held, 200, 150),
        Paragraph("The bridge over the Olm on Tuesday morning.", CAPTION),
        Paragraph(SECOND, BODY),
        Paragraph("Small print that stands near no picture at all.", CAPTION),
    ]
    roles = dict(parts(printed(flow)))
    assert roles["The bridge over the Olm on Tuesday morning."] is Role.CAPTION
    assert roles["Small print that stands near no picture at all."] is None


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(columns: int) -> None:
    story: Written = [
        ("Water rises at the bridge", True),
        *[(shuffled(f"{FIRST} {SECOND}", number), False) for number in range(40)],
    ]
    found = words(as_pdf(story, columns=columns, running_head="The Olm Gazette"))
    assert found[:-1] == [text for text, _ in story]
    assert found[-1] == "The Olm Gazette"


def test_a_headline_over_two_columns_comes_first() -> None:
    left = column(
        50,
        120,
        "The river rose by two metres on",
        "Monday night and stood at the",
        "doors of the houses by the bridge,",
        "and then it fell and left mud.",
    )
    right = column(
        320,
        120,
        "Nobody was hurt, according to the",
        "county, but the bridge stays closed",
        "for a week, and perhaps for longer,",
        "as the mayor said on Tuesday.",
    )
    head = "Water rises at the old bridge over the Olm"
    document = at_places(*right, (50, 70, head), *left, large=head)
    assert parts(document)[0] == (head, Role.HEADLINE)
    assert words(document)[1:] == [
        (
            "The river rose by two metres on Monday night and stood at the doors of the houses by the bridge, and then "
            "it fell and left mud."
        ),
        (
            "Nobody was hurt, according to the county, but the bridge stays closed for a week, and perhaps for longer, "
            "as the mayor said on Tuesday."
        ),
    ]


def test_a_table_is_read_by_its_rows() -> None:
    rows = [
        (50.0 + 150 * place, 100.0 + 20 * row, text)
        for row, texts in enumerate(
            (("Olm", "12", "3 %"), ("Ulm", "14", "4 %"), ("Elm", "16", "5 %"), ("Alm", "18", "6 %"))
        )
        for place, text in enumerate(texts)
    ]
    assert "Olm 12 3 %" in " / ".join(words(at_places(*rows)))


def test_words_broken_at_the_end_of_a_line() -> None:
    lines = column(
        50,
        100,
        "The govern-",
        "ment closed the long-",
        "term care home by the well-",
        "known bridge. Its go-",
        "vernment papers and long-term",
        "plans were saved by Anne-",
        "Marie Olm and by short- and",
        "long-term staff in 2019-",
        "2020, said the govern-",
        "ment on Tues-",
        "day.",
    )
    assert words(at_places(*lines)) == [
        (
            "The government closed the long-term care home by the well-known bridge. Its government papers and "
            "long-term plans were saved by Anne-Marie Olm and by short- and long-term staff in 2019-2020, said the "
            "government on Tuesday."
        )
    ]


def test_a_page_that_breaks_no_words_keeps_its_hyphens() -> None:
    lines = column(50, 100, *[f"The river rose again, line {number}" for number in range(60)])
    lines[30] = (50, lines[30][1], "The water ruined a brick-")
    lines[31] = (50, lines[31][1], "built house, and the brick of")
    assert "a brick-built house" in words(at_places(*lines))[0]


def test_paragraphs_told_by_indents_only() -> None:
    lines = [
        (50.0, 100.0, "The river rose by two metres on Monday"),
        (50.0, 111.0, "night and stood at the doors of houses."),
        (62.0, 122.0, "It fell on Tuesday, the county said, and"),
        (50.0, 133.0, "nobody was hurt by it or by the mud that"),
        (50.0, 144.0, "it left."),
        (62.0, 155.0, "The bridge stays closed."),
        (62.0, 166.0, "So does the school by the old bridge, said"),
        (50.0, 177.0, "the mayor."),
    ]
    assert words(at_places(*lines)) == [
        "The river rose by two metres on Monday night and stood at the doors of houses.",
        "It fell on Tuesday, the county said, and nobody was hurt by it or by the mud that it left.",
        "The bridge stays closed.",
        "So does the school by the old bridge, said the mayor.",
    ]


def test_a_list_with_hanging_lines_is_one_paragraph() -> None:
    lines = [
        (50.0, 100.0, "They brought what they had:"),
        (50.0, 125.0, "•"),
        (62.0, 125.0, "sandbags from the old barracks by the"),
        (62.0, 136.0, "river,"),
        (50.0, 147.0, "•"),
        (62.0, 147.0, "boats."),
        (50.0, 172.0, "Then it rained on, for the rest of the week."),
    ]
    assert words(at_places(*lines)) == [
        "They brought what they had:",
        "• sandbags from the old barracks by the river,\n• boats.",
        "Then it rained on, for the rest of the week.",
    ]


def test_a_large_initial_belongs_to_its_word() -> None:
    held = BytesIO()
    canvas = Canvas(held, pagesize=(600, 800))
    canvas.setFont("Times-Roman", 32)
    canvas.drawString(50, 800 - 122, "T")
    canvas.setFont("Times-Roman", 10)
    lines = [
        (70, "he river rose by two metres on Monday"),
        (71, "night and stood at the doors of houses"),
        (71, "where the fire brigade had laid some"),
        (50, "sandbags in the afternoon of that long day"),
    ]
    for number, (x, text) in enumerate(lines):
        canvas.drawString(x, 800 - 100 - _LINE * number, text)
    canvas.save()
    assert words(held.getvalue()) == [
        (
            "The river rose by two metres on Monday night and stood at the doors of houses where the fire brigade had "
            "laid some sandbags in the afternoon of that long day"
        )
    ]


def test_running_heads_and_page_numbers_are_set_aside() -> None:
    def furniture(canvas: Canvas, document: object) -> None:
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(50, 810, f"The Olm Gazette, page {document.page}")  # type: ignore[attr-defined]
        canvas.drawString(50, 30, "https://www.olm.example/water?print=1")
        canvas.drawRightString(550, 30, f"{document.page}/3")  # type: ignore[attr-defined]

    flow = [Paragraph(FIRST, BODY), PageBreak(), Paragraph(SECOND, BODY), PageBreak(), Paragraph(THIRD, BODY)]
    found = extract(printed(flow, furniture=furniture), "made.pdf")
    assert [(part.text, part.role) for part in found.paragraphs] == [
        (FIRST, None),
        (SECOND, None),
        (THIRD, None),
        ("The Olm Gazette, page 1", Role.BOILERPLATE),
        ("https://www.olm.example/water?print=1", Role.BOILERPLATE),
    ]
    assert (found.site, found.guessed) == ("olm.example", frozenset({"site"}))


def test_a_paragraph_goes_on_over_the_page() -> None:
    story: Written = [(shuffled(f"{FIRST} {SECOND} {THIRD}", number), False) for number in range(30)]
    assert words(as_pdf(story, justified=False)) == [text for text, _ in story]


def test_letters_twice_in_one_place_are_one() -> None:
    text = "The river rose."
    assert words(at_places((50, 100, text), (50.2, 100, text))) == [text]


def test_text_across_the_margin_is_left_out() -> None:
    held = BytesIO()
    canvas = Canvas(held, pagesize=(600, 800))
    canvas.drawString(50, 700, "The river rose.")
    canvas.rotate(90)
    canvas.drawString(300, -580, "Photograph: somebody")
    canvas.save()
    assert words(held.getvalue()) == ["The river rose."]


def with_objects(*bodies: bytes, head: bytes = b"%PDF-1.4\n", trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A document of these objects, numbered from 1."""
    data, places = head, []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF" % (
        len(bodies) + 1,
        table,
        len(bodies) + 1,
        trailer,
        len(data),
    )


def stream(data: bytes, filters: bytes = b"", more: bytes = b"") -> bytes:
    return b"<</Length %d %s %s>>\nstream\n%s\nendstream" % (len(data), filters, more, data)


def page_of(
    content: bytes, *others: bytes, font: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
) -> bytes:
    """A document of one page with this drawing; other objects have the numbers from 6."""
    return with_objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        content,
        font,
        *others,
    )


SHOWN = b"BT /F 12 Tf 50 700 Td (The river rose.) Tj ET"
FLATE = b"/Filter/FlateDecode"
SMALL_BOMB = zlib.compress(b" " * 50_000_000, 9)
LARGE_BOMB = zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)
ENDLESS = stream(b"begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap")
ENDLESS_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 6 0 R>>"
FORMS = [
    stream(
        b"/X Do " * 10,
        more=b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (number + 1),
    )
    for number in range(6, 16)
]
FULL = b"BT /F 12 Tf 50 700 Td " + b"(" + b"x" * 120_000 + b") Tj ET"

REFUSED = {
    "a drawing that grows": (page_of(stream(SMALL_BOMB, FLATE)), "too large"),
    "a drawing that grows twice": (page_of(stream(LARGE_BOMB, b"/Filter[/FlateDecode/FlateDecode]")), "too large"),
    "too many letters": (page_of(stream(FULL)), "too large"),
    "forms in forms": (page_of(stream(b"/X Do"), *FORMS, stream(b"", more=b"/Type/XObject")), "too large"),
    "no end": (page_of(stream(SHOWN))[:180], "can't be read|broken"),
    "nothing": (b"%PDF-1.7\n", "broken"),
    "noise": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "broken"),
    "pages that hold themselves": (
        with_objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
        "no words|broken",
    ),
    "arrays in arrays": (page_of(b"[" * 50_000), "broken|no words|can't be read"),
    "a catalog that is a number": (with_objects(b"7"), "broken|no words"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_documents_are_refused_in_one_sentence(name: str) -> None:
    data, why = REFUSED[name]
    begun = time.perf_counter()
    with pytest.raises(ArticleError, match=re.compile(why)):
        extract(data, "made.pdf")
    assert time.perf_counter() - begun < 30


def test_a_font_with_endless_codes_is_read_without_them() -> None:
    begun = time.perf_counter()
    assert words(page_of(stream(SHOWN), ENDLESS, font=ENDLESS_FONT)) == ["The river rose."]
    assert time.perf_counter() - begun < 5


def test_a_page_of_which_words_are_missing_is_refused() -> None:
    whole = zlib.compress(b"BT /F 12 Tf 50 700 Td (The river rose.) Tj 0 -40 Td (Then it fell.) Tj ET")
    assert words(page_of(stream(whole, FLATE))) == ["The river rose.", "Then it fell."]
    for damaged in (whole[:-20], whole[:40] + b"\xff\xff\xff" + whole[43:]):
        with pytest.raises(ArticleError, match=r"^made\.pdf: (this PDF is broken|page 1 of this PDF can't be read)"):
            extract(page_of(stream(damaged, FLATE)), "made.pdf")


def test_too_many_pages() -> None:
    with pytest.raises(ArticleError, match="more than 300 pages"):
        extract(at_places((50, 100, "The river rose."), pages=301), "made.pdf")


def locked(user: str) -> bytes:
    held = BytesIO()
    canvas = Canvas(held, encrypt=StandardEncryption(user, "owner", strength=128))
    canvas.drawString(50, 700, "The river rose.")
    canvas.save()
    return held.getvalue()


def test_locked_documents() -> None:
    with pytest.raises(ArticleError, match=r"^made\.pdf: it is locked with a password; open it and print it"):
        extract(locked("secret"), "made.pdf")
    assert words(locked("")) == ["The river rose."]


def test_pictures_of_pages_are_told_as_such() -> None:
    held = BytesIO()
    Picture.new("RGB", (40, 30), (90, 120, 150)).save(held, "PNG")
    held.seek(0)
    with pytest.raises(ArticleError, match="pictures of pages and no text"):
        extract(printed([Image(held, 400, 500)]), "made.pdf")


def test_letters_without_meaning_are_told_as_such() -> None:
    font = (
        b"<</Type/Font/Subtype/Type1/BaseFont/Some/Encoding<</Differences[1/g1/g2/g3]>>"
        b"/FirstChar 1/Widths[500 500 500]>>"
    )
    with pytest.raises(ArticleError, match="letters can't be told"):
        extract(page_of(stream(b"BT /F 12 Tf 50 700 Td (\\001\\002\\003\\001\\002) Tj ET"), font=font), "made.pdf")


PLAIN = as_pdf([("Water rises at the bridge", True), (FIRST, False), (SECOND, False)], columns=2, running_head="Olm")


@settings(max_examples=80)
@given(st.randoms(use_true_random=False))
def test_a_damaged_document_is_read_or_refused(chance: random.Random) -> None:
    damaged = bytearray(PLAIN)
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(len(damaged))
        damaged[at : at + chance.randint(0, 12)] = chance.choice(
            [b"", b"<<", b">>", b"[", b"]", b"(", b"/", b" 0 R", b"-1", b"99999999999", b"endobj", b"stream", bytes(3)]
        )
    with suppress(ArticleError):
        assert all(part.text for part in extract(bytes(damaged), "made.pdf").paragraphs)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                b"BT",
                b"ET",
                b"/F 12 Tf",
                b"(a) Tj",
                b"[(a) -99999 (b)] TJ",
                b"0 0 Td",
                b"1 0 0 1 9 9 Tm",
                b"q",
                b"Q",
                b"1e309 0 0 0 0 0 cm",
                b"0 0 0 0 0 0 Tm",
                b"nan",
                b"<<",
                b"]",
                b"-",
                b"/X Do",
                b"BI",
                b"ID",
                b"EI",
                b"9999999999999999 Tz",
                b"0 Tf",
                b"(\\",
                b"<4",
                b"Tr",
                b"'",
            ]
        ),
        max_size=40,
    )
)
def test_any_drawing_is_read_or_refused(operators: list[bytes]) -> None:
    with suppress(ArticleError):
        assert extract(page_of(stream(b"\n".join(operators)), stream(b"")), "made.pdf").paragraphs
