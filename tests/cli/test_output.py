from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.report.lines import cell_width

if TYPE_CHECKING:
    from .conftest import Command, Script

Pair = tuple[Path, Path]
ROOT = Path(__file__).resolve().parents[2]


def test_output_goes_to_the_file_and_nowhere_else(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    ended = copyholder("compare", *pair, "-o", "report.txt")
    assert (ended.status, ended.out, ended.err) == (1, "", "")
    assert (tmp_path / "report.txt").read_text("utf-8") == copyholder("compare", *pair).out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["left.txt", "report.txt", "right.txt"]


def test_output_replaces_what_was_there(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("x" * 100_000)
    copyholder("read", pair[0], "--output=report.txt", "--format", "json")
    assert (tmp_path / "report.txt").read_text("utf-8").startswith('{"format":"copyholder-article"')


def test_trouble_leaves_the_old_report(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("old")
    assert copyholder("compare", pair[0], "gone.txt", "-o", "report.txt").is_trouble()
    assert (tmp_path / "report.txt").read_text() == "old"


def test_dash_as_output_is_standard_output(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    assert copyholder("read", pair[0], "-o", "-").out == copyholder("read", pair[0]).out
    assert not (tmp_path / "-").exists()


def test_standard_input_is_read_on_either_side(copyholder: Command, pair: Pair) -> None:
    ways: tuple[list[str | Path], ...] = (["-", pair[1]], [pair[0], "-"])
    for words in ways:
        ended = copyholder("compare", *words, stdin=pair[words.index("-")].read_bytes())
        assert ended.status == 1
        assert "standard input" in ended.out
    assert copyholder("compare", pair[0], "-", stdin=pair[0].read_bytes()).status == 0
    assert copyholder("read", "-").is_trouble()


@pytest.mark.parametrize(
    ("option", "env", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "0"}, False),
        ([], {"FORCE_COLOR": ""}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color=never"], {"FORCE_COLOR": "1"}, False),
        (["--color=auto"], {"FORCE_COLOR": "3"}, True),
    ],
)
def test_color(copyholder: Command, pair: Pair, option: list[str], env: dict[str, str], colored: bool) -> None:
    assert ("\x1b[" in copyholder("compare", *pair, *option, env=env).out) == colored
    assert "\x1b" not in copyholder("compare", *pair, *option, "--format=json", env=env).out


def test_a_file_gets_colour_only_when_asked(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    copyholder("compare", *pair, "-o", "plain", env={"FORCE_COLOR": "1"})
    copyholder("compare", *pair, "-o", "colored", "--color=always")
    assert "\x1b" not in (tmp_path / "plain").read_text("utf-8")
    assert "\x1b" in (tmp_path / "colored").read_text("utf-8")


def test_width(copyholder: Command, pair: Pair) -> None:
    def widest(*words: str, env: dict[str, str] | None = None) -> int:
        return max(map(cell_width, copyholder("compare", *pair, *words, env=env).out.splitlines()))

    assert 95 <= widest() <= 100
    assert 115 <= widest("--width", "120") <= 120
    assert 75 <= widest(env={"COLUMNS": "80"}) <= 80
    assert 95 <= widest(env={"COLUMNS": "no number"}) <= 100
    assert "│" not in copyholder("compare", *pair, "--width=0").out


def test_utf8_in_a_c_locale(copyholder: Command, pair: Pair) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ways: tuple[list[str | Path], ...] = (["compare", *pair], ["read", pair[0]], ["read", pair[0], "--format=json"])
    for words in ways:
        assert copyholder(*words, env=plain) == copyholder(*words)


def test_help_and_version_tell_only_what_is_built(copyholder: Command) -> None:
    for words in (
        ["--help"], ["-h"], ["compare", "--help"], ["read", "-h"], ["compare", "a", "--help"],
        ["check", "--help"], ["quotes", "a", "--help"], ["marks", "--help"], ["marks", "export", "-h"],
    ):  # fmt: skip
        ended = copyholder(*words)
        assert (ended.status, ended.err) == (0, "")
        assert ended.out.startswith("usage: copyholder")
        assert "http" not in ended.out
        assert max(map(len, ended.out.splitlines())) <= 90
    assert copyholder("--version").out.startswith("copyholder 0.")


def test_options_may_stand_anywhere(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[reader]\n")
    expected = copyholder("compare", *pair, "--format", "json").out
    ways: tuple[list[str | Path], ...] = (
        ["--format", "json", "compare", pair[0], pair[1]],
        ["compare", pair[0], "--format=json", pair[1]],
        ["--db", "compare", "--config", "settings.toml", "compare", "--format=json", *pair],
        ["compare", "--house-rules", "lenient", "--format=json", "--", *pair],
    )
    for words in ways:
        assert copyholder(*words).out == expected


def test_a_file_that_bears_a_commands_name(copyholder: Command, pair: Pair, tmp_path: Path) -> None:
    pair[0].rename(tmp_path / "compare")
    pair[1].rename(tmp_path / "-odd")
    assert copyholder("compare", "./compare", "compare").status == 0
    assert copyholder("./compare", "compare").status == 0
    assert copyholder("compare", "--", "compare", "-odd").status == 1
    assert copyholder("--", "compare", "-odd").status == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["read", "{}"], ["compare", "{}", "{}"]])
def test_a_full_disk_is_one_line(words: list[str], pair: Pair) -> None:
    command = [sys.executable, "-m", "tui", *(word.replace("{}", str(pair[0])) for word in words)]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == 2
    assert ended.stderr == b"copyholder: standard output: the disk is full; make room and try again\n"


def test_a_reader_that_stops_reading_is_no_trouble(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join(f"Paragraph number {n} of a very long article." for n in range(20_000)))
    command = [sys.executable, "-m", "tui", "read", str(long)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_closed_standard_streams(tmp_path: Path, pair: Pair) -> None:
    line = f'exec "{sys.executable}" -m tui read "{pair[0]}" >&- 2>"{tmp_path}/err"'
    ended = subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == 2
    assert (tmp_path / "err").read_text().startswith("copyholder: standard output: it is closed")
    line = f'exec "{sys.executable}" -m tui read gone.txt 2>&-'
    assert subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, timeout=60, check=False).returncode == 2
    line = f'exec "{sys.executable}" -m tui read - <&- 2>"{tmp_path}/err"'
    assert subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, timeout=60, check=False).returncode == 2
    assert (tmp_path / "err").read_text().startswith("copyholder: -: standard input is closed")


def test_interrupt_is_silent(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # What a shell starts in the background, these tests for example, leaves interrupts alone, and so do its children.
    listening = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{listening}; from tui.cli.main import run; raise SystemExit(run())", "read"]
    process = subprocess.Popen([*command, str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    with process, pipe.open("wb"):  # opens only once the command reads it
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


HEAVY = """
import sys
from tui.cli.main import run
status = run(sys.argv[1:])
print(status, sorted({"textual", "rich", *LIGHT} & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["compare", "--help"]])
def test_help_imports_nothing_heavy(script: Script, words: list[str]) -> None:
    code = HEAVY.replace("LIGHT", '["tui.collation", "tui.report.text", "rapidfuzz", "wcwidth", "json"]')
    assert script(code, *words).err == "0 []\n"


@pytest.mark.parametrize("form", ["text", "json"])
def test_read_and_compare_never_import_the_screen(script: Script, pair: Pair, form: str) -> None:
    code = HEAVY.replace("LIGHT", "[]")
    assert script(code, "read", pair[0], "--format", form).err == "0 []\n"
    assert script(code, "compare", *pair, "--format", form).err == "1 []\n"
