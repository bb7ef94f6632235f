"""Word documents become paragraphs, with what was inserted and without what was struck out or said in comments."""

from __future__ import annotations

import re
import time
import zipfile
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.article.forms import saved
from tui.article import ArticleError, Role
from tui.article.formats.word import extract

if TYPE_CHECKING:
    import random


def made() -> docx.document.Document:
    document = docx.Document()
    document.core_properties.title = "A title that nobody printed"
    document.add_heading("Water rises", 0)
    document.add_paragraph("The river stands higher than in 2002", style="Subtitle")
    paragraph = document.add_paragraph("The river ")
    paragraph.add_run("rose").bold = True
    paragraph.add_run(" by\ttwo metres.\nThen it fell.")
    document.add_paragraph("Sandbags", style="List Bullet")
    document.add_paragraph("Boats", style="List Bullet")
    document.add_paragraph("The bridge at noon", style="Caption")
    return document


def words(document: docx.document.Document) -> list[str]:
    return [part.text for part in extract(saved(document), "made.docx").paragraphs]


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The document with some of its parts replaced or added."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in parts:
                after.writestr(name, before.read(name))
        for name, part in parts.items():
            after.writestr(name, part)
    return held.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def test_an_article_in_word() -> None:
    found = extract(saved(made()), "made.docx")
    assert [(part.text, part.role) for part in found.paragraphs] == [
        ("Water rises", Role.HEADLINE),
        ("The river stands higher than in 2002", Role.SUMMARY),
        ("The river rose by two metres.\nThen it fell.", None),
        ("• Sandbags\n• Boats", None),
        ("The bridge at noon", Role.CAPTION),
    ]
    assert found.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_the_title_told_marks_the_first_paragraph_only_where_it_is_printed() -> None:
    document = docx.Document()
    document.core_properties.title = "Water rises"
    document.add_paragraph("Water rises")
    document.add_paragraph("The river rose.")
    assert [part.role for part in extract(saved(document), "x").paragraphs] == [Role.HEADLINE, None]
    document.core_properties.title = "Document1"
    assert [part.role for part in extract(saved(document), "x").paragraphs] == [None, None]


def test_tracked_changes_are_taken_as_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("He was ")
    marks = f'{nsdecls("w")} w:id="1" w:author="an editor" w:date="2024-01-01T00:00:00Z"'
    paragraph._p.append(parse_xml(f"<w:del {marks}><w:r><w:delText>not </w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {marks}><w:r><w:t>very </w:t></w:r></w:ins>"))
    paragraph.add_run("sure.")
    assert words(document) == ["He was very sure."]


def test_comments_are_left_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("He was sure.")
    document.add_comment(paragraph.runs, text="Was he?", author="an editor")
    assert words(document) == ["He was sure."]


def test_links_and_tables() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="there"><w:r><w:t>the letter</w:t></w:r></w:hyperlink>')
    )
    figures = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in figures.rows for cell in row.cells), ("place", "votes", "Olm", "12"), strict=True
    ):
        cell.text = text
    layout = document.add_table(1, 2)
    layout.cell(0, 0).text = "The river rose by two metres, and nobody was there to see it, said the mayor."
    layout.cell(0, 1).text = "It fell.\nIt rose."
    layout.cell(0, 1).add_paragraph("And fell.")
    assert words(document) == [
        "See the letter",
        "place | votes",
        "Olm | 12",
        "The river rose by two metres, and nobody was there to see it, said the mayor.",
        "It fell.\nIt rose.",
        "And fell.",
    ]


def test_footnotes_stand_at_the_end() -> None:
    plain = saved(made())
    note = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>As measured at Olm.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    body = part_of(plain, "word/document.xml").replace(b"metres.", b'metres.</w:t><w:footnoteReference w:id="2"/><w:t>')
    found = extract(with_parts(plain, {"word/footnotes.xml": note.encode(), "word/document.xml": body}), "x")
    assert found.paragraphs[2].text == "The river rose by two metres.\nThen it fell."
    assert found.paragraphs[-1].text == "As measured at Olm."


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
NO_DOCUMENT = {"word/document.xml": b"<?xml version='1.0'?><w:document>"}
NESTED = {
    "word/document.xml": f"<w:document {nsdecls('w')}><w:body>{'<w:p><w:r>' * 20_000}</w:body></w:document>".encode()
}
LAUGHS = {
    "word/document.xml": (
        b"<!DOCTYPE a [<!ENTITY a0 'ha'>"
        + b"".join(b"<!ENTITY a%d '%b'>" % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 12))
        + b"]><a>&a11;</a>"
    )
}
BOMB = {"word/document.xml": b"<w:document>" + b" " * 20_000_000}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (ENCRYPTED, "it is locked with a password"),
        (ENCRYPTED[:600], "it is a document of an old kind of Word"),
        (saved(made())[:2000], "this Word document is broken"),
        (b"PK\x03\x04 word/", "this Word document is broken"),
        (with_parts(saved(made()), NO_DOCUMENT), "this Word document is broken"),
        (with_parts(saved(made()), NESTED), "this Word document is broken"),
        (with_parts(saved(made()), LAUGHS), "this Word document is broken"),
        (with_parts(saved(made()), BOMB), "it is too large once unpacked"),
    ],
    ids=["encrypted", "old", "cut off", "no archive", "no document", "nested", "entities", "bomb"],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, why: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(ArticleError, match=re.escape(f"made.docx: {why}")):
        extract(data, "made.docx")
    assert time.perf_counter() - begun < 10


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_a_damaged_document_is_read_or_refused(chance: random.Random) -> None:
    plain = saved(made())
    name = chance.choice(
        ["word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml", "_rels/.rels"]
    )
    body = bytearray(part_of(plain, name))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(body))
        body[at : at + chance.randint(0, 30)] = chance.choice([b"", b"<", b"</w:p>", b"w:", b'"', b"<w:tbl>", b"&#x;"])
    data = bytearray(with_parts(plain, {name: bytes(body)}))
    if chance.random() < 0.3:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    with suppress(ArticleError):
        assert all(part.text for part in extract(bytes(data), "made.docx").paragraphs)
