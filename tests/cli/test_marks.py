"""What a reporter marked and corrected goes into the reports, out of the program and in again."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.article import read_article
from tui.review import Decision, MarkKind, Review, Subject

if TYPE_CHECKING:
    from tests.cli.conftest import Command

Pair = tuple[Path, Path]
QUOTED = "It is only a start for all of us here,"
BRIDGE = "The old bridge over the river was closed on Monday after a storm, the city said."


def ranges(path: Path, words: str) -> tuple[tuple[int, int], ...]:
    start = read_article(path).text.index(words)
    return ((start, start + len(words)),)


@pytest.fixture
def marked(pair: Pair, tmp_path: Path) -> Path:
    """A file of marks: the quotation is flagged with a note, the paragraph on the left is accepted."""
    path = tmp_path / "kept.db"
    review = Review.open(read_article(pair[0]), read_article(pair[1]), path)
    left, right = (ranges(one, QUOTED) for one in pair)
    review.decide(Subject.QUOTATION, left, right, Decision.FLAGGED)
    review.annotate(Subject.QUOTATION, left, right, "Which mayor?\n=1+1")
    review.decide(Subject.PARAGRAPH, ranges(pair[0], BRIDGE), (), Decision.ACCEPTED)
    assert not review.trouble
    review.close()
    return path


def test_every_form_of_a_comparison_holds_the_marks(
    copyholder: Command, pair: Pair, marked: Path, tmp_path: Path
) -> None:
    for form in ("text", "html", "csv", "markdown", "json"):
        ended = copyholder("compare", *pair, "--db", marked, "--format", form)
        assert (ended.status, ended.err) == (1, ""), form
        assert "flagged" in ended.out.lower(), form
        assert "Which mayor?" in ended.out, form
    out = tmp_path / "copy.docx"
    assert copyholder("compare", *pair, "--db", marked, "--format", "docx", "-o", out).status == 1
    with zipfile.ZipFile(out) as package:
        assert "Which mayor?" in package.read("word/comments.xml").decode()


def test_every_form_of_a_check_holds_the_marks(copyholder: Command, pair: Pair, marked: Path, tmp_path: Path) -> None:
    for form in ("text", "html", "csv", "markdown", "json"):
        ended = copyholder("check", pair[0], "--against", pair[1], "--db", marked, "--format", form)
        assert (ended.status, ended.err) == (0, ""), form
        assert "Which mayor?" in ended.out, form
    out = tmp_path / "copy.docx"
    assert copyholder("check", pair[0], "--against", pair[1], "--db", marked, "--format", "docx", "-o", out).status == 0
    with zipfile.ZipFile(out) as package:
        assert "Which mayor?" in package.read("word/comments.xml").decode()


def test_a_pair_given_the_other_way_round_has_the_same_marks(copyholder: Command, pair: Pair, marked: Path) -> None:
    ended = copyholder("compare", pair[1], pair[0], "--db", marked, "--format", "json")
    marks = json.loads(ended.out)["marks"]
    found = [(mark["subject"], mark["decision"], bool(mark["left_spans"]), bool(mark["right_spans"])) for mark in marks]
    assert sorted(found) == [("paragraph", "accepted", False, True), ("quotation", "flagged", True, True)]


def test_another_pair_has_none_of_them(copyholder: Command, pair: Pair, marked: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Quite another matter was on the desk of the council that Tuesday.\n", "utf-8")
    ended = copyholder("compare", pair[0], other, "--db", marked, "--format", "json")
    assert json.loads(ended.out)["marks"] == []


def test_a_note_is_no_formula_in_the_sheet(copyholder: Command, pair: Pair, marked: Path) -> None:
    ended = copyholder("compare", *pair, "--db", marked, "--format", "csv")
    assert ended.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(ended.out.removeprefix("\ufeff"), newline="")))
    assert [row["Status"] for row in rows if row["Note"]] == ["flagged"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_report_leaves_the_file_of_marks_as_it_was(copyholder: Command, pair: Pair, marked: Path) -> None:
    before = marked.read_bytes()
    copyholder("compare", *pair, "--db", marked)
    assert marked.read_bytes() == before


def test_a_report_makes_no_file_of_marks(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    copyholder("compare", *pair)
    copyholder("compare", *pair, "--db", tmp_path / "none.db")
    copyholder("check", pair[0], "--against", pair[1])
    assert not list(tmp_path.rglob("*.db*"))


def test_a_file_of_marks_that_cannot_be_read_is_told_and_no_obstacle(
    copyholder: Command, pair: Pair, tmp_path: Path
) -> None:
    (tmp_path / "bad.db").write_bytes(b"no database at all, " * 300)
    ended = copyholder("compare", *pair, "--db", tmp_path / "bad.db", "--format", "json")
    assert ended.status == 1
    assert json.loads(ended.out)["marks"] == []
    assert ended.err.startswith("copyholder: marks: ")
    assert ended.err.count("\n") == 1
    assert (tmp_path / "bad.db").read_bytes().startswith(b"no database")


def test_corrections_hold_in_every_command(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    review = Review.open(read_article(pair[0]), read_article(pair[1]), path)
    review.correct(MarkKind.SPEAKER, Subject.QUOTATION, ranges(pair[0], QUOTED), (), "Mayor Ann Doe")
    review.correct(MarkKind.ROLE, Subject.PARAGRAPH, ranges(pair[0], BRIDGE), (), "caption")
    review.correct(MarkKind.APART, Subject.PARAGRAPH, ranges(pair[0], BRIDGE), ranges(pair[1], BRIDGE))
    review.close()
    compared = json.loads(copyholder("compare", *pair, "--db", path, "--format", "json").out)
    assert compared["left"]["quotations"][0]["speaker"] == "Mayor Ann Doe"
    assert compared["left"]["paragraphs"][0]["role"] == "caption"
    assert [(link["left"], link["right"]) for link in compared["links"]] == [(1, 1)]
    read = json.loads(copyholder("read", pair[0], "--db", path, "--format", "json").out)
    assert (read["quotations"][0]["speaker"], read["paragraphs"][0]["role"]) == ("Mayor Ann Doe", "caption")
    traced = json.loads(copyholder("quotes", *pair, "--db", path, "--format", "json").out)
    assert traced["articles"][0]["quotations"][0]["speaker"] == "Mayor Ann Doe"
    checked = copyholder("check", pair[0], "--against", pair[1], "--db", path).out
    assert "Mayor Ann Doe" in checked


def test_marks_go_out_and_come_in_again(copyholder: Command, pair: Pair, marked: Path, tmp_path: Path) -> None:
    out, there = tmp_path / "marks.json", tmp_path / "there.db"
    ended = copyholder("marks", "export", out, "--db", marked)
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == f"copyholder: marks: written to {out}\n"
    assert copyholder("marks", "export", "--db", marked).out == out.read_text("utf-8")
    ended = copyholder("marks", "import", out, "--db", there)
    assert (ended.status, ended.out, ended.err) == (0, "", "copyholder: marks: 2 marks read: 2 new.\n")
    ended = copyholder("marks", "import", "--db", there, stdin=out.read_bytes())
    assert ended.err == "copyholder: marks: 2 marks read: 2 here already.\n"
    assert copyholder("marks", "export", "-", "--db", there).out == out.read_text("utf-8")
    reports = [copyholder("compare", *pair, "--db", path, "--format", "json").out for path in (marked, there)]
    assert reports[0] == reports[1]


def test_nothing_exported_is_nothing_and_says_so(copyholder: Command, tmp_path: Path) -> None:
    exported = copyholder("marks", "export")
    assert json.loads(exported.out) == {"format": "copyholder-marks", "version": 1, "articles": [], "pairs": []}
    ended = copyholder("marks", "import", stdin=exported.out.encode())
    assert (ended.status, ended.err) == (0, "copyholder: marks: The file holds no marks.\n")
    assert not list((tmp_path / "home").rglob("*marks.json"))


def test_a_damaged_export_changes_nothing(copyholder: Command, marked: Path) -> None:
    whole = copyholder("marks", "export", "--db", marked).out
    before = marked.read_bytes()
    for told in (whole[: len(whole) // 2], whole.replace('"version": 1', '"version": 2'), "[]", whole[:-3] + "\x00}"):
        ended = copyholder("marks", "import", "--db", marked, stdin=told.encode())
        assert ended.is_trouble(), ended
    assert copyholder("marks", "import", "--db", marked, stdin=b"\xff\xfe\x00\xd8").is_trouble()
    assert marked.read_bytes() == before
    assert copyholder("marks", "export", "--db", marked).out == whole
