from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.desk import (
    BOAT,
    HOSTILE,
    LEFT,
    NOT_PAY,
    QUIET,
    RIGHT,
    TIDE,
    Desk,
    hostile_desk,
    hostile_words,
    make_desk,
)
from tests.samples import make_article
from tui.article import Article, Paragraph, Role, read_article
from tui.report.docx import PROGRAM, REPORTER, check_docx, comparison_docx
from tui.report.docxparts import Copy, Remark, write_copy
from tui.report.missing import MissingLibrary
from tui.report.write import write_file
from tui.review import Decision, Found, MarkKind, Subject

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

OFFICE = shutil.which("soffice")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RULE = "—" * 12


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def comparison(desk: Desk, *, annotate_right: bool = False) -> Document:
    data = comparison_docx(desk.collation, desk.quotes, marks=desk.marks, annotate_right=annotate_right)
    return opened(data)


def check(desk: Desk) -> Document:
    return opened(check_docx(desk.left, [desk.right], desk.checked, marks=[desk.marks]))


def printed(document: Document) -> list[str]:
    """The paragraphs of the article, without what is said of it before and after."""
    words = [paragraph.text for paragraph in document.paragraphs]
    tail = "Marked elsewhere, or on words that are gone"
    return words[words.index(RULE) + 1 : words.index(tail) if tail in words else None]


def remarks(document: Document) -> list[tuple[str, list[str]]]:
    """Every comment: the words that it is on, as Word marks them, and its lines."""
    under: dict[str, list[str]] = {}
    going: set[str] = set()
    for element in document.element.body.iter():
        name = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            going.add(name)
            under[name] = []
        elif element.tag == f"{W}commentRangeEnd":
            going.remove(name)
        elif element.tag == f"{W}t":
            for one in going:
                under[one].append(element.text or "")
    assert not going
    return [("".join(under[str(one.comment_id)]), one.text.split("\n")) for one in document.comments]


def test_the_copy_holds_the_article_word_for_word() -> None:
    desk = make_desk()
    assert printed(comparison(desk)) == list(LEFT)
    assert printed(comparison(desk, annotate_right=True)) == list(RIGHT)
    assert printed(check(desk)) == list(LEFT)


def test_comments_stand_on_the_words_with_verdict_difference_and_both_wordings() -> None:
    assert remarks(comparison(make_desk())) == [
        (
            "We will not pay 10 dollars,",
            [
                "The meaning may differ (grave)",
                "What differs: Only A has “not” (a negation).",
                "B ¶2, Ann Doe: “We will pay ten dollars,”",
                "A ¶2, Ann Doe: “We will *not* pay 10 dollars,”",
            ],
        ),
        (
            "Nobody asked us,",
            [
                "Without quotation marks in B (worth a look)",
                "B has the words without quotation marks.",
                "B ¶3, without quotation marks: “Nobody asked us”",
                "A ¶4, Ann Doe: “Nobody asked us,”",
            ],
        ),
    ]


def test_a_copy_of_the_right_article_has_its_own_words_last() -> None:
    first = remarks(comparison(make_desk(), annotate_right=True))[0]
    assert first[0] == "We will pay ten dollars,"
    assert first[1][2:] == [
        "A ¶2, Ann Doe: “We will *not* pay 10 dollars,”",
        "B ¶2, Ann Doe: “We will pay ten dollars,”",
    ]


def test_a_check_names_article_and_source() -> None:
    found = dict(remarks(check(make_desk())))
    assert set(found) == {"We will not pay 10 dollars,", BOAT}
    assert found["We will not pay 10 dollars,"] == [
        "The meaning may differ (grave)",
        "What differs: Only the article has “not” (a negation).",
        "Source ¶2, Ann Doe: “We will pay ten dollars”",
        "Article ¶2, Ann Doe: “We will *not* pay 10 dollars,”",
    ]
    assert found[BOAT][:2] == ["Not found (grave)", "No source has these words."]


def test_decisions_and_notes_come_first_and_are_the_reporters() -> None:
    desk = make_desk()
    desk.mark(QUIET, QUIET, Decision.ACCEPTED, "On tape.\n\n12:30 <min>")
    document = comparison(desk)
    by_words = dict(remarks(document))
    assert by_words[QUIET] == ["Accepted", "Note: On tape.", "", "12:30 <min>", "Verbatim: B ¶1, Max Müller"]
    told = {one.text.split("\n")[0]: one for one in document.comments}
    assert (told["Accepted"].author, told["Accepted"].initials) == (REPORTER, "R")
    assert str(told["Accepted"].timestamp) == "2026-11-21 10:15:30+00:00"
    program = told["The meaning may differ (grave)"]
    assert (program.author, program.initials, program.timestamp) == (PROGRAM, "C", None)


def test_marks_on_differences_and_paragraphs_have_comments_that_may_overlap() -> None:
    desk = make_desk()
    desk.mark(LEFT[1], "", Decision.FLAGGED, "Who?", subject=Subject.PARAGRAPH)
    desk.mark("10 dollars,” Ann", "ten dollars", Decision.QUERIED, subject=Subject.DIFFERENCE)
    desk.mark(NOT_PAY, "", kind=MarkKind.SPEAKER, value="Eve")
    desk.mark(QUIET, "", None, "moved", found=Found.CHANGED)
    found = remarks(comparison(desk))
    assert [words for words, _ in found] == [
        LEFT[1],
        NOT_PAY,
        NOT_PAY,
        "10 dollars,” Ann",
        QUIET,
        "Nobody asked us,",
    ]
    lines = [lines for _, lines in found]
    assert lines[0] == ["Flagged, paragraph", "Note: Who?"]
    assert ["Speaker corrected to Eve, quotation 1"] in lines
    assert lines[3] == ["To verify, difference", "A ¶2: ‘10 dollars,” Ann’", "B ¶2: “ten dollars”"]
    assert lines[4][:2] == ["Noted (moved, please confirm)", "Note: moved"]


def test_what_was_marked_elsewhere_stands_at_the_end() -> None:
    desk = make_desk()
    desk.mark("", TIDE, Decision.FLAGGED, "Ask Max.")
    desk.mark(LEFT[0], "", Decision.QUERIED, subject=Subject.PARAGRAPH, found=Found.ORPHANED)
    words = [paragraph.text for paragraph in comparison(desk).paragraphs]
    assert words[-3:] == [
        "Marked elsewhere, or on words that are gone",
        "Flagged\nNote: Ask Max.\nNot found in A\nNo matching words in A.\nB ¶4, Ann Doe: “The tide is high,”",
        "To verify (no longer found), paragraph\n“Ferry will sail again”",
    ]


def test_the_head_says_what_it_is_and_how_many_have_no_comment() -> None:
    desk = make_desk()
    words = [paragraph.text for paragraph in comparison(desk).paragraphs]
    head = words[: words.index(RULE)]
    assert head[0] == "Annotated copy of A: Ferry will sail again (ferry.txt)"
    assert head[1].startswith("Compared with B: ")
    assert "Without a comment: 1 verbatim and 1 in quotation marks in this article only." in head


def test_roles_are_printed_as_a_desk_prints_them() -> None:
    article = make_article(
        ["Head", "By Ann Doe", "Body text.", "A picture", "More", "About us"],
        [Role.HEADLINE, Role.BYLINE, Role.BODY, Role.CAPTION, Role.HEADLINE, Role.BOILERPLATE],
    )
    document = opened(write_copy(Copy(article, ["head"], [], [])))
    body = document.paragraphs[2:]
    assert [(one.text, one.style and one.style.name) for one in body] == [
        ("Head", "Heading 1"),
        ("By Ann Doe", "Normal"),
        ("Body text.", "Normal"),
        ("A picture", "Normal"),
        ("More", "Heading 2"),
        ("About us", "Normal"),
    ]
    assert [one.runs[0].font.color.rgb is not None for one in body] == [False, False, False, True, False, True]
    assert body[1].runs[0].italic


def test_a_comment_may_run_over_paragraphs_and_begin_where_another_ends() -> None:
    article = make_article(["one two", "three four"])
    marks = [Remark(4, 14, ("over",), "x"), Remark(0, 4, ("before",), "x"), Remark(9, 19, ("second",), "x")]
    found = {lines[0]: words for words, lines in remarks(opened(write_copy(Copy(article, [], marks, []))))}
    assert found == {"over": "twothree", "before": "one ", "second": "three four"}


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        ("2026-11-21T10:15:30.000000Z", "2026-11-21 10:15:30+00:00"),
        ("2026-11-21T12:15:30+02:00", "2026-11-21 10:15:30+00:00"),
        ("", "None"),
        ("yesterday", "None"),
    ],
)
def test_a_comment_bears_the_time_of_its_mark(made: str, wanted: str) -> None:
    article = make_article(["one two"])
    (comment,) = opened(write_copy(Copy(article, [], [Remark(0, 3, ("a",), "x", made)], []))).comments
    assert str(comment.timestamp) == wanted


def test_stray_matter_is_quiet_and_words_from_right_to_left_stay_so() -> None:
    text = "Text stray text.\n\nהגשר סגור"
    article = Article("x", text, (Paragraph(0, 16), Paragraph(18, len(text))), noise=((5, 10),))
    first, second = opened(write_copy(Copy(article, [], [], []))).paragraphs
    assert [(run.text, run.font.color.rgb is not None) for run in first.runs] == [
        ("Text ", False),
        ("stray", True),
        (" text.", False),
    ]
    assert second.runs[0].font.rtl
    assert second.paragraph_format.element.find(f"{W}pPr/{W}bidi") is not None


def test_the_file_names_nobody() -> None:
    facts = comparison(make_desk()).core_properties
    assert (facts.author, facts.last_modified_by, facts.comments) == ("Copyholder", "Copyholder", "")
    assert facts.title == "Annotated copy of A: Ferry will sail again (ferry.txt)"


@settings(max_examples=12)
@given(hostile_words, st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_any_words_are_words_in_the_document(words: str, note: str) -> None:
    desk = hostile_desk(words, note)
    for data, article in (
        (comparison_docx(desk.collation, desk.quotes, marks=desk.marks), desk.left),
        (comparison_docx(desk.collation, desk.quotes, marks=desk.marks, annotate_right=True), desk.right),
        (check_docx(desk.left, [desk.right], desk.checked, marks=[desk.marks]), desk.left),
    ):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            assert parts.testzip() is None
            for name in parts.namelist():
                if name.endswith((".xml", ".rels")):
                    ET.fromstring(parts.read(name))
        document = opened(data)
        kept = ["".join(char for char in one if char.isalnum()) for one in printed(document)]
        wanted = [article.words_of(at) for at in range(len(article.paragraphs))]
        assert kept == ["".join(char for char in one if char.isalnum()) for one in wanted]
        remarks(document)


def test_without_the_library_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingLibrary) as caught:
        comparison_docx(make_desk().collation, make_desk().quotes)
    assert caught.value.what == "a Word copy"
    assert caught.value.why.startswith("python-docx is not installed; install it with ")
    assert caught.value.why.endswith('-m pip install "python-docx>=1.2,<2"')
    assert sys.executable in caught.value.why


def test_the_library_is_imported_only_when_a_copy_is_written() -> None:
    code = "import sys, tui.report.docx, tui.report.forms; print('docx' in sys.modules, 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_an_office_opens_it(tmp_path: Path) -> None:
    """LibreOffice reads every word of the article and keeps every comment."""
    assert OFFICE is not None
    desk = Desk(read_article("seeds/002_06b2687f3465ffdf.txt"), read_article("seeds/003_dd09dbc2faccaa28.txt"))
    data = comparison_docx(desk.collation, desk.quotes)
    write_file(tmp_path / "copy.docx", data)
    command = [
        OFFICE,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "fodt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "copy.docx"),
    ]
    done = subprocess.run(command, capture_output=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    root = ET.parse(tmp_path / "copy.fodt").getroot()
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    notes = list(root.iter(f"{office}annotation"))
    assert len(notes) == len(remarks(opened(data))) > 0
    assert len(list(root.iter(f"{office}annotation-end"))) == len(notes)
    for note in notes:
        after = note.tail
        note.clear()
        note.tail = after
    body = root.find(f"{office}body")
    assert body is not None
    words = "".join("".join(body.itertext()).split())
    for at in range(len(desk.left.paragraphs)):
        assert "".join(desk.left.words_of(at).split()) in words
