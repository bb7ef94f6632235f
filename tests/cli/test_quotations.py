"""`check` and `quotes`, and the quotations of `compare`: the real command on articles made by hand."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tui.report.lines import cell_width

from .shapes import check_check_file, check_quotes_file

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Command

SOURCE = """\
Hearing on the harbour bridge

MS. OKAFOR: Before the winter storms are over we will not close the bridge. The repairs cost nine million dollars, \
and the city has paid for them.

MR. LINDQVIST: The harbour is a place where people work, and it should stay one. I have told the mayor so, um, many \
times in this very room.
"""
SAYS_IT = """\
Bridge stays open

“Before the winter storms are over we will not close the bridge,” Ms. Okafor said.

Mr. Lindqvist called the harbour “a place where people work.”
"""
GETS_IT_WRONG = """\
Bridge to close

“The harbour is a place where people work, and it should stay one,” Mr. Lindqvist said.

“Before the winter storms are over we will close the bridge,” Ms. Okafor said.

“Nobody asked the fishermen about any of this,” Ms. Okafor said.
"""
GIVES_IT_AWAY = (
    "Costs\n\n“The repairs cost nine million dollars, and the city has paid for them,” Mr. Lindqvist said.\n"
)
CUTS = """\
Harbour

“The harbour is a place where people work,” Mr. Lindqvist said.

“The repairs cost nine million dollars,” Ms. Okafor said.
"""
CUT_FROM = """\
Minutes

MR. LINDQVIST: The harbour is a place where people work, but only in the summer.

MS. OKAFOR: The repairs cost nine million dollars, and the whole coast is grateful to every one of us for it.
"""
DROPS_A_FILLER = "Talks\n\n“I have told the mayor so, many times in this very room,” Mr. Lindqvist said.\n"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    texts = {"source": SOURCE, "good": SAYS_IT, "bad": GETS_IT_WRONG, "filler": DROPS_A_FILLER, "away": GIVES_IT_AWAY}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def flat(text: str) -> str:
    return " ".join(text.split())


def test_check_ends_with_0_when_every_quotation_holds(copyholder: Command, room: Path) -> None:
    ended = copyholder("check", room / "good.txt", "--against", room / "source.txt")
    assert (ended.status, ended.err) == (0, "")
    assert "2 quotations: 2 verbatim. All hold." in ended.out
    assert "Needs attention" not in ended.out


@pytest.mark.usefixtures("room")
def test_check_ends_with_1_and_tells_the_gravest_first(copyholder: Command) -> None:
    ended = copyholder("check", "bad.txt", "--against", "source.txt")
    assert (ended.status, ended.err) == (1, "")
    attention, rest = ended.out.split("Needs attention (2)")[1].split("Verbatim (1)")
    assert re.findall(r"^ (\d)\.", attention, re.MULTILINE) == ["2", "3"]
    assert re.findall(r"^ (\d)\.", rest, re.MULTILINE) == ["1"]
    assert "article: “Before the winter storms are over we will close the bridge" in attention
    assert "source ¶2, MS. OKAFOR: “Before the winter storms are over we will *not* close the bridge" in attention
    assert "No source has these words." in attention


@pytest.mark.usefixtures("room")
def test_words_of_another_speaker_need_attention(copyholder: Command) -> None:
    ended = copyholder("check", "away.txt", "--against", "source.txt")
    assert ended.status == 1
    out = flat(ended.out)
    assert "1 quotation: 1 verbatim; 1 given to another speaker. 1 needs attention." in out
    assert "1. ¶2, Mr. Lindqvist: verbatim, another speaker (grave)" in out
    assert "Speaker: Mr. Lindqvist in the article, MS. OKAFOR in the source." in out


@pytest.mark.usefixtures("room")
def test_check_reads_the_source_from_standard_input_and_several_sources(copyholder: Command) -> None:
    ended = copyholder("check", "good.txt", "--against", "bad.txt", "--against", "-", stdin=SOURCE.encode())
    assert ended.status == 0
    assert "Checked against source 2: Hearing on the harbour bridge (standard input)" in ended.out
    assert "source 2 ¶2, MS. OKAFOR" in ended.out
    assert copyholder("check", "-", "--against=source.txt", stdin=GETS_IT_WRONG.encode()).status == 1


def test_a_cut_that_turns_what_is_left_needs_attention_and_others_are_to_be_read(
    copyholder: Command, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(CUTS, "utf-8")
    (tmp_path / "s.txt").write_text(CUT_FROM, "utf-8")
    ended = copyholder("check", "a.txt", "--against", "s.txt")
    # A cut is no change of words, so the status is that of an article whose quotations hold.
    assert ended.status == 0
    attention, rest = ended.out.split("Cut or marked: read the rest (1)")
    assert "¶2, Mr. Lindqvist: cut short (worth a look)" in attention
    assert "people work, *but only in the summer*”" in flat(attention)
    assert "Differs: the article leaves out “but only in the summer” after these words." in flat(attention)
    left_out = "“and the whole coast is grateful to every one of us for it”"
    assert f"The article leaves out {left_out} after these words." in flat(rest)


def test_a_headline_and_a_term_do_not_count(copyholder: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Mayor hails ‘new dawn’ for harbour\n\nBy Ann Doe\n\n"
        "The council met about the harbour on Monday and will meet again.\n\n"
        "The so-called “ghost ferry” left on Monday with nobody on board, the harbour office said.\n"
    )
    (tmp_path / "s.txt").write_text("The council met on Tuesday and spoke about schools and their roofs.\n")
    ended = copyholder("check", "a.txt", "--against", "s.txt")
    assert (ended.status, ended.err) == (0, "")
    assert "No quotation to check" in ended.out


@pytest.mark.usefixtures("room")
def test_house_rules_change_how_grave_it_is_and_nothing_else(copyholder: Command) -> None:
    found = {
        rules: json.loads(
            copyholder("check", "filler.txt", "--against", "source.txt", "--house-rules", rules, "--format", "json").out
        )["quotes"]
        for rules in ("strict", "lenient")
    }
    assert [one["severity"] for one in found["strict"]] == [3]
    assert [one["severity"] for one in found["lenient"]] == [1]
    assert [one["verdict"] for one in found["lenient"]] == ["altered"]
    strict = copyholder("check", "filler.txt", "--against", "source.txt")
    lenient = copyholder("check", "filler.txt", "--against", "source.txt", "--house-rules=lenient")
    assert (strict.status, lenient.status) == (1, 1)
    assert "other words (serious)" in strict.out
    assert "Needs attention (1)" in strict.out
    assert "1 quotation: 1 with other words. None needs attention." in lenient.out
    assert "Cut, marked or slightly changed: read the rest (1)" in lenient.out
    assert "Only the source has “um”." in lenient.out
    assert "House rules: lenient" in lenient.out
    report = copyholder("compare", "filler.txt", "good.txt", "--house-rules", "lenient")
    assert report.status == 1


@pytest.mark.usefixtures("room")
def test_linear_form_needs_no_signs(copyholder: Command) -> None:
    out = copyholder("check", "bad.txt", "--against", "source.txt", "--width", "0").out
    assert "*" not in out
    assert "¶" not in out
    assert "Quotation 2, paragraph 3, Ms. Okafor: the meaning may differ (grave)" in out
    assert "Differs: only the source has “not” (a negation)." in out
    out = copyholder("quotes", "bad.txt", "good.txt", "--width", "0").out
    assert "*" not in out
    assert "¶" not in out


@pytest.mark.parametrize("width", ["60", "80", "100"])
def test_no_line_is_too_wide(copyholder: Command, room: Path, width: str) -> None:
    (room / "jp.txt").write_text(
        "橋は開いたまま\n\n「冬の嵐が終わるまで橋を閉鎖することは決してありません」と市長は述べた。\n" * 3, "utf-8"
    )
    for words in (
        ["check", "bad.txt", "--against", "source.txt"],
        ["check", "jp.txt", "--against", "source.txt"],
        ["quotes", "bad.txt", "good.txt", "jp.txt"],
        ["compare", "bad.txt", "good.txt"],
    ):
        ended = copyholder(*words, "--width", width)
        assert ended.status in {0, 1}
        assert max(cell_width(line) for line in ended.out.splitlines()) <= int(width)


@pytest.mark.usefixtures("room")
def test_quotes_tells_who_changed_what(copyholder: Command) -> None:
    ended = copyholder("quotes", "good.txt", "bad.txt")
    assert (ended.status, ended.err) == (0, "")
    out = flat(ended.out)
    assert "1. whole, ¶2, Ms. Okafor; the longest version." in out
    assert "2. changed, ¶3, Ms. Okafor; the meaning may differ: only article 1 has “not” (a negation)." in out
    assert "“Nobody asked the fishermen about any of this,” (article 2, ¶4, Ms. Okafor)" in out


def test_quotes_of_one_article_and_of_none(copyholder: Command, room: Path) -> None:
    assert "3 statements in quotation marks." in copyholder("quotes", room / "bad.txt").out
    ended = copyholder("quotes", room / "source.txt")
    assert ended.status == 0
    assert "No statement is quoted in this article." in ended.out


def test_compare_has_a_section_on_quotations(copyholder: Command, room: Path) -> None:
    for width in ("100", "0"):
        out = flat(copyholder("compare", "bad.txt", "good.txt", "--width", width).out.split("\nQuotations\n")[1])
        assert "2 quotations in both articles: 0 with the same words, 2 that differ" in out
        assert out.index("The meaning may differ (grave)") < out.index("Cut short (slight)")
    assert "B ¶2, Ms. Okafor: “Before the winter storms are over we will *not* close" in flat(
        copyholder("compare", "bad.txt", "good.txt").out
    )
    assert "Quotations" not in copyholder("compare", room / "source.txt", room / "source.txt").out


def test_shapes_on_every_seed(copyholder: Command, seeds: Path) -> None:
    paths = sorted(seeds.glob("*.txt"))
    check_quotes_file(json.loads(copyholder("quotes", *paths, "--format", "json").out))
    for article, *sources in (paths[:3], paths[2:], paths[3:], paths[1:3]):
        against = [word for source in sources for word in ("--against", source)]
        ended = copyholder("check", article, *against, "--format", "json")
        assert ended.status == 1
        check_check_file(json.loads(ended.out))


def test_hostile_text_stays_text(copyholder: Command, tmp_path: Path) -> None:
    said = "“[bold]red[/bold] \x1b[2J and \u202eback <b>words</b> *stars* %s {x} here,” Mr. \x1b[1mRoe said."
    hostile = f"T\x1b[31m\n\n{said}\n"
    (tmp_path / "a.txt").write_text(hostile, "utf-8")
    (tmp_path / "s.txt").write_text(hostile.replace("stars", "moons"), "utf-8")
    for words in (
        ["check", "a.txt", "--against", "s.txt"],
        ["quotes", "a.txt", "s.txt"],
        ["compare", "a.txt", "s.txt"],
    ):
        for more in (["--width", "0"], ["--width", "60"], ["--format", "json"]):
            ended = copyholder(*words, *more, env={"NO_COLOR": "1"})
            assert (ended.status in {0, 1}, ended.err) == (True, "")
            assert not {"\x1b", "\u202e"} & set(ended.out)
        assert "[/bold]" in copyholder(*words).out


@pytest.mark.usefixtures("room")
def test_colour_only_where_it_is_wanted(copyholder: Command) -> None:
    for words in (["check", "bad.txt", "--against", "source.txt"], ["quotes", "bad.txt", "good.txt"]):
        plain = copyholder(*words, env={"NO_COLOR": "1", "FORCE_COLOR": "1"}).out
        assert "\x1b" not in plain
        painted = copyholder(*words, "--color", "always").out
        assert "\x1b" in painted
        assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain


def test_output_goes_to_a_file(copyholder: Command, room: Path) -> None:
    ended = copyholder("check", "bad.txt", "--against", "source.txt", "-o", "memo.txt")
    assert (ended.status, ended.out, ended.err) == (1, "", "")
    assert (room / "memo.txt").read_text("utf-8").startswith("Quotations of: Bridge to close (bad.txt)\n")


def test_quotes_are_traced_in_a_page_and_in_a_sheet(copyholder: Command, seeds: Path) -> None:
    articles = sorted(seeds.glob("*.txt"))
    page = copyholder("quotes", *articles, "--format", "html")
    assert (page.status, page.err) == (0, "")
    assert page.out.lower().startswith("<!doctype html>")
    assert "<script" not in page.out
    sheet = copyholder("quotes", *articles, "--format", "csv")
    assert (sheet.status, sheet.err) == (0, "")
    assert sheet.out.startswith("\ufeff")
    assert "in recent weeks there has been an ongoing conversation" in sheet.out.lower()
