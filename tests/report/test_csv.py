from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.desk import (
    HOSTILE,
    LEFT,
    NOT_PAY,
    PAY,
    QUIET,
    RIGHT,
    TIDE,
    Desk,
    hostile_desk,
    hostile_words,
    make_desk,
)
from tests.samples import make_article
from tui.quotation import check_quotations
from tui.report.csv import CHECK_HEADER, COMPARISON_HEADER, LONGEST, check_csv, comparison_csv, disarmed
from tui.report.write import write_file
from tui.review import Decision, Found, MarkKind, Subject

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = shutil.which("soffice")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def comparison(desk: Desk) -> str:
    return comparison_csv(desk.collation, desk.quotes, marks=desk.marks)


def check(desk: Desk) -> str:
    return check_csv(desk.left, [desk.right], desk.checked, marks=[desk.marks])


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def column(text: str, name: str) -> list[str]:
    header, *rows = read(text)
    return [row[header.index(name)] for row in rows]


def test_a_comparison_says_every_column() -> None:
    desk = make_desk()
    desk.mark(NOT_PAY, PAY, Decision.FLAGGED, "Ask her.\n\nCheck the tape.")
    header, first, *rest = read(comparison(desk))
    assert tuple(header) == COMPARISON_HEADER
    assert dict(zip(header, first, strict=True)) == {
        "No.": "1",
        "Wording in A": "We will not pay 10 dollars,",
        "Speaker in A": "Ann Doe",
        "Where in A": "A ¶2",
        "Wording in B": "We will pay ten dollars,",
        "Speaker in B": "Ann Doe",
        "Where in B": "B ¶2",
        "Verdict": "the meaning may differ",
        "What differs": "Only A has “not” (a negation).",
        "Why": "A negation differs: only A has “not”.",
        "How grave": "grave",
        "Status": "flagged",
        "Note": "Ask her.\n\nCheck the tape.",
        "Kind": "quotation",
        "Article A": "Ferry will sail again (ferry.txt)",
        "Article B": f"{RIGHT[0]} (harbour.txt)",
        "Group": "Needs attention",
        "Marked on": "2026-11-21 10:15 UTC",
    }
    assert [row[0] for row in rest] == ["2", "3", "4", "5"]


def test_a_check_says_quotation_source_and_status() -> None:
    desk = make_desk()
    desk.mark(QUIET, QUIET, Decision.ACCEPTED)
    header, _, second, *_ = read(check(desk))
    assert tuple(header) == CHECK_HEADER
    told = dict(zip(header, second, strict=True))
    assert (told["Quotation"], told["Speaker"], told["Where"]) == (QUIET, "Max Müller", "¶3")
    assert (told["Source wording"], told["Source speaker"], told["Source where"]) == (
        "The harbour was quiet all day",
        "Max Müller",
        "¶1",
    )
    assert (told["Verdict"], told["Status"], told["Kind"]) == ("verbatim", "accepted", "quotation")
    assert told["Source"].endswith("(harbour.txt)")


def test_a_quotation_without_a_source_names_none() -> None:
    left = make_article(["“The ferry will never sail again,” Ann Doe said."])
    right = make_article(["Nothing of the kind."])
    text = check_csv(left, [right], check_quotations(left, [right]))
    assert column(text, "Source") == [""]
    assert column(text, "Verdict") == ["not found"]


def test_other_marks_and_what_is_no_longer_found_stand_below() -> None:
    desk = make_desk()
    desk.mark("March", "May", Decision.FLAGGED, "which?", subject=Subject.DIFFERENCE)
    desk.mark(LEFT[3], "", Decision.QUERIED, subject=Subject.PARAGRAPH, found=Found.ORPHANED)
    desk.mark("", TIDE, kind=MarkKind.SPEAKER, value="Eve")
    rows = read(comparison(desk))[-3:]
    assert [[row[1], row[3], row[4], row[6], row[-7], row[-6], row[-5]] for row in rows] == [
        ["March", "A ¶3", "May", "B ¶3", "flagged", "which?", "difference"],
        ["", "", TIDE, "B ¶4", "speaker corrected to Eve", "", "quotation 5"],
        [LEFT[3], "", "", "", "to verify (no longer found)", "", "paragraph"],
    ]


def test_a_check_tells_other_marks_under_its_own_heads_and_what_the_words_were() -> None:
    desk = make_desk()
    marked = desk.mark(LEFT[3], "", Decision.QUERIED, subject=Subject.PARAGRAPH, found=Found.CHANGED)
    was = replace(marked.mark, left=(replace(marked.mark.left[0], exact="He called it a boat."),))
    desk.marks[0] = replace(marked, mark=was)
    desk.mark("March", "May", Decision.FLAGGED, subject=Subject.DIFFERENCE)
    march, boat = read(check(desk))[-2:]
    assert (march[1], march[3], march[4], march[6]) == ("March", "¶3", "May", "¶3")
    assert (boat[1], boat[3], boat[4], boat[6]) == (LEFT[3], "¶4", "", "")
    status = "to verify (moved, please confirm); when it was marked, the article had “He called it a boat.”"
    assert boat[11] == status
    sources = [make_article(["Nothing was said here."]), desk.right]
    found = check_csv(desk.left, sources, check_quotations(desk.left, sources), marks=[(), desk.marks])
    assert [row[6] for row in read(found)[-2:]] == ["source 2 ¶3", ""]


def test_a_column_says_what_needs_attention() -> None:
    desk = make_desk()
    desk.mark(NOT_PAY, PAY, Decision.ACCEPTED)
    desk.mark(LEFT[3], "", Decision.QUERIED, subject=Subject.PARAGRAPH)
    alone = "In quotation marks in one article only"
    assert column(comparison(desk), "Group") == [
        "Accepted as it stands",
        "Verbatim",
        alone,
        "Needs attention",
        alone,
        "Other marks",
    ]


def test_lines_end_with_cr_and_lf_and_the_file_begins_with_its_mark(tmp_path: Path) -> None:
    write_file(tmp_path / "sheet.csv", comparison(make_desk()))
    data = (tmp_path / "sheet.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfNo.,Wording in A,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 6
    assert "Max Müller".encode() in data


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@a", " =1", "\t=1", "\r=1", "“=1+1”", "'=1", "＝1+1", "＠x", "－1", "−1", "\u200b=1", "\n=1"],
)
def test_what_a_spreadsheet_takes_for_a_formula_is_disarmed(cell: str) -> None:
    assert disarmed(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["", "a=1", "– no, he said", "—", "…", "“We will,”", "1 = 1", "¿Qué?", "日本", "* ask"]
)
def test_words_stay_as_they_are(cell: str) -> None:
    assert disarmed(cell) == cell


def test_a_cell_longer_than_a_spreadsheet_holds_is_cut_and_says_so() -> None:
    cut = disarmed("a" * (LONGEST + 1234))
    assert cut == "a" * LONGEST + " [cut here: 1,234 more characters]"
    assert len(cut) <= 32_767


def test_wordings_that_look_like_numbers_and_dates_stay_words() -> None:
    left = make_article(
        ["He said “9/11” and “5 March 2019” and “Oct 5” often.", "“1E5 of us will come along,” he said."]
    )
    right = make_article(["Nothing of the kind."])
    text = check_csv(left, [right], check_quotations(left, [right]))
    assert column(text, "Quotation") == ["'9/11", "'5 March 2019", "'Oct 5", "1E5 of us will come along,"]


@given(hostile_words, st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_no_cell_is_a_formula_whatever_the_articles_hold(words: str, note: str) -> None:
    desk = hostile_desk(words, note)
    for text, header in ((comparison(desk), COMPARISON_HEADER), (check(desk), CHECK_HEADER)):
        text.encode("utf-8")
        rows = read(text)
        assert all(len(row) == len(header) for row in rows)
        for row in rows[1:]:
            for cell in row:
                assert not cell.strip().startswith(("=", "+", "-", "@", "＝"))
                assert all(char == "\n" or ord(char) >= 32 for char in cell)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_spreadsheet_opens_it_right(tmp_path: Path) -> None:
    """Read by LibreOffice with formulas evaluated and numbers recognised, every cell is still the text it was."""
    assert OFFICE is not None
    words = "=1+1 Müller 日本"
    desk = hostile_desk(words, "=SUM(A1:A2)\nsecond line\n@x")
    desk.mark("ten dollars", "ten dollars", Decision.ACCEPTED, "9/11", subject=Subject.DIFFERENCE)
    text = comparison(desk)
    write_file(tmp_path / "sheet.csv", text)
    command = [
        OFFICE,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        # Comma, double quote, UTF-8, from line 1; special numbers detected and formulas evaluated.
        "--infilter=CSV:44,34,76,1,,1033,false,true,false,false,false,0,true",
        "--convert-to",
        "fods",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "sheet.csv"),
    ]
    done = subprocess.run(command, capture_output=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    cells = list(cells_of(ET.parse(tmp_path / "sheet.fods").getroot()))
    assert not [cell for cell in cells if cell.get(f"{TABLE}formula") is not None]
    told = ["\n".join("".join(line.itertext()) for line in cell.iter(f"{TEXT}p")) for cell in cells]
    wanted = [" ".join(cell.split()) for row in read(text) for cell in row if cell]
    assert [" ".join(cell.split()) for cell in told if cell] == wanted
    numbers = [
        words for cell, words in zip(cells, told, strict=True) if cell.get(f"{OFFICE_NAMES}value-type") != "string"
    ]
    assert [number for number in numbers if number] == [row[0] for row in read(text)[1:] if row[0]]


def cells_of(root: ET.Element) -> list[ET.Element]:
    return [cell for row in root.iter(f"{TABLE}table-row") for cell in row.iter(f"{TABLE}table-cell")]
