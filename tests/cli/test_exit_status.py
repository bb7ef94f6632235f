from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Command, Script

Pair = tuple["Path", "Path"]


def test_0_when_nothing_differs(copyholder: Command, pair: Pair) -> None:
    ended = copyholder("compare", pair[0], pair[0])
    assert (ended.status, ended.err) == (0, "")
    assert "Nothing differs" in ended.out


def test_0_when_only_typography_and_line_ends_differ(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    plain = pair[0].read_text("utf-8").replace("“", '"').replace("”", '"').replace("\n", "\r\n")
    other.write_bytes(plain.encode("utf-8"))
    ended = copyholder("compare", pair[0], other)
    assert ended.status == 0
    assert "Nothing differs but, at most, typography" in ended.out


def test_1_when_something_differs(copyholder: Command, pair: Pair) -> None:
    ended = copyholder("compare", *pair)
    assert (ended.status, ended.err) == (1, "")
    assert "told Reuters" in ended.out
    assert "said again" in ended.out


def test_read_ends_with_0(copyholder: Command, pair: Pair) -> None:
    ended = copyholder("read", pair[0])
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("left.txt\n") or "left.txt" in ended.out


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["compare", "left.txt"], "compare: give two articles, not one"),
        (["compare"], "compare: give two articles, not none"),
        (["compare", "left.txt", "right.txt", "left.txt"], "compare: give two articles, not three"),
        (["read"], "read: give one article, not none"),
        (["read", "left.txt", "right.txt"], "read: give one article, not two"),
        (["compare", "left.txt", "gone.txt"], "gone.txt: "),
        (["compare", "left.txt", "."], ".: "),
        (["compare", "left.txt", ""], "compare: the name of an article is empty"),
        (["compare", "-", "-"], "-: standard input can be read only once"),
        (["compare", "left.txt", "right.txt", "--width", "wide"], "--width: give a number"),
        (["compare", "left.txt", "right.txt", "--width=-3"], "--width: give a number"),
        (["compare", "left.txt", "right.txt", "--width"], "--width: its value is missing"),
        (
            ["compare", "left.txt", "right.txt", "--format", "xml"],
            "--format: it can be text, html, docx, csv, markdown or json, not xml",
        ),
        (["compare", "left.txt", "right.txt", "--color", "red"], "--color: it can be auto, always or never"),
        (["compare", "left.txt", "right.txt", "--house-rules", "ap"], "--house-rules: it can be strict or"),
        (["compare", "left.txt", "right.txt", "--bogus"], "--bogus: there is no such option"),
        (["compare", "left.txt", "right.txt", "--form", "json"], "--form: there is no such option"),
        (["compare", "left.txt", "right.txt", "--encoding", "klingon"], "left.txt: "),
        (["compare", "left.txt", "right.txt", "--config", "gone.toml"], "gone.toml: there is no such file"),
        (["compare", "left.txt", "right.txt", "--config", "."], ".: that is a folder"),
        (["compare", "left.txt", "right.txt", "--config", "left.txt"], "left.txt: this is no valid settings"),
        (["compare", "left.txt", "right.txt", "-o", "gone/report.txt"], "gone/report.txt: there is no such"),
        (["compare", "left.txt", "right.txt", "-o", "."], ".: that is a folder"),
        (["compare", "left.txt", "right.txt", "-o", "right.txt"], "right.txt: that is one of the articles"),
        (["compare", "left.txt", "right.txt", "-o", "left.txt/x"], "left.txt/x: "),
        (["compare", "left.txt", "right.txt", "-o", ""], "--output: its value is empty"),
        (["compare", "left.txt", "right.txt", "-o", "n" * 300], "n: that name is too long"),
        ([], "the library: it needs a terminal, and there is none here"),
        (["left.txt"], "the library: it needs a terminal"),
        (["-"], "the library: it needs a terminal"),
        (["."], "the library: it needs a terminal"),
        ([".", "left.txt"], "the library: it needs a terminal"),
        (["gone.txt"], "gone.txt: there is no such file"),
        (["left.txt", "right.txt", "gone.txt"], "gone.txt: there is no such file"),
        (["left.txt", "right.txt", "left.txt"], "the library: it needs a terminal"),
        (["--demo", "left.txt"], "--demo: it brings its own articles"),
        (["--demo=yes"], "--demo: it takes no value"),
        (["left.txt", "right.txt", "-o", "x"], "-o: there is no such option"),
        (["quotes"], "quotes: give at least one article"),
        (["quotes", "left.txt", "gone.txt"], "gone.txt: "),
        (["quotes", "-", "-"], "-: standard input can be read only once"),
        (["check", "left.txt"], "check: say what to check left.txt against, as in --against SOURCE"),
        (["check", "--against", "left.txt"], "check: give one article, not none"),
        (["check", "left.txt", "right.txt"], "check: give one article, not two"),
        (["check", "left.txt", "--against"], "--against: its value is missing"),
        (["check", "left.txt", "--against", ""], "--against: its value is empty"),
        (["check", "left.txt", "--against", "gone.txt"], "gone.txt: "),
        (["check", "-", "--against", "-"], "-: standard input can be read only once"),
        (["check", "left.txt", "--against", "right.txt", "-o", "right.txt"], "right.txt: that is one of the articles"),
        (["check", "left.txt", "--against", "right.txt", "--format", "pdf"], "--format: it can be text, html,"),
        (["read", "left.txt", "--format", "csv"], "--format: it can be text or json, not csv"),
        (["quotes", "left.txt", "--format", "docx"], "--format: it can be text, html, csv or json, not docx"),
        (["compare", "left.txt", "right.txt", "--against", "left.txt"], "--against: there is no such option"),
        (["marks"], "marks: say export or import; see copyholder marks --help"),
        (["marks", "show"], "marks: say export or import, not show"),
        (["marks", "export", "a", "b"], "marks: give one file, not two"),
        (["marks", "export", ""], "marks: the name of the file is empty"),
        (["marks", "export", "gone/marks.json"], "gone/marks.json: there is no such"),
        (["marks", "export", "--db", "left.txt"], "marks: "),
        (["marks", "import", "gone.json"], "gone.json: there is no such file"),
        (["marks", "import", "."], ".: that is a folder"),
        (["marks", "import", "left.txt"], "marks: this is no file of marks"),
        (["marks", "import", "--db", "right.txt", "left.txt"], "marks: "),
        (["marks", "export", "--format", "csv"], "--format: there is no such option"),
    ],
)
def test_2_in_trouble_with_one_line(copyholder: Command, pair: Pair, words: list[str], what: str) -> None:
    before = [path.read_bytes() for path in pair]
    ended = copyholder(*words)
    assert ended.is_trouble(), ended
    assert what in ended.err
    assert "usage:" not in ended.err
    assert [path.read_bytes() for path in pair] == before


def test_trouble_is_one_line_whatever_the_name(copyholder: Command) -> None:
    ended = copyholder("read", "no\nsuch\x1b[31m\u202efile")
    assert ended.is_trouble(), ended
    assert "\x1b" not in ended.err
    assert "\u202e" not in ended.err


def test_trouble_is_utf8_in_any_locale(copyholder: Command) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ended = copyholder("compare", "a", "b", "--format", "文", env=plain)
    assert ended.status == 2
    ended = copyholder("compare", "a", "b", "--format", "文", env={"PYTHONIOENCODING": "ascii"})
    assert ended.is_trouble()
    assert "not 文" in ended.err


def test_an_unexpected_fault_is_one_line_and_a_log(script: Script, tmp_path: Path, pair: Pair) -> None:
    code = """
import sys
import tui.collation
def broken(left, right):
    raise RuntimeError("the wheels came off")
tui.collation.collate = broken
from tui.cli.main import run
sys.exit(run(sys.argv[1:]))
"""
    ended = script(code, "compare", *pair)
    assert ended.is_trouble(), ended
    assert "Traceback" not in ended.err
    (log,) = (tmp_path / "home").rglob("faults.log")
    assert str(log) in ended.err
    assert "Traceback" in log.read_text("utf-8")
    assert "the wheels came off" in log.read_text("utf-8")


def test_a_fault_without_a_place_for_the_log(script: Script, tmp_path: Path, pair: Pair) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    code = """
import sys
import tui.collation
tui.collation.collate = lambda left, right: 1 / 0
from tui.cli.main import run
sys.exit(run(sys.argv[1:]))
"""
    ended = script(code, "compare", *pair)
    assert ended.is_trouble(), ended
    assert "the fault log could not be written" in ended.err
