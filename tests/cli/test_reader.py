from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Command

pty = pytest.importorskip("pty")

Pair = tuple[Path, Path]
ROOT = Path(__file__).resolve().parents[2]

READER = """
import sys, types
app = types.ModuleType("tui.app")
def run_reader(left, right, **_):
    keyboard = sys.stdin.readline() if "-" in sys.argv else ""
    with open("seen.txt", "w", encoding="utf-8") as seen:
        print(left.source, right.source, keyboard.strip(), sep="|", file=seen)
    return 0
app.run_reader = run_reader
sys.modules["tui.app"] = app
from tui.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def on_a_terminal(folder: Path, words: list[str], *, stdin: bytes | None = None, keys: bytes = b"") -> int:
    """Carry out a command line on a terminal of its own, with a reader that only says that it was called."""
    ours, theirs = pty.openpty()
    os.write(ours, keys)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    take = "import fcntl, os, termios; os.setsid(); fcntl.ioctl(1, termios.TIOCSCTTY, 0)\n"
    process = subprocess.Popen(
        [sys.executable, "-c", take + READER, *words],
        stdin=theirs if stdin is None else subprocess.PIPE,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=env,
    )
    os.close(theirs)
    try:
        if process.stdin is not None:
            process.stdin.write(stdin or b"")
            process.stdin.close()
        return process.wait(60)
    finally:
        os.close(ours)


@pytest.mark.usefixtures("pair")
def test_two_articles_open_the_reader(tmp_path: Path) -> None:
    assert on_a_terminal(tmp_path, ["left.txt", "right.txt"]) == 0
    assert (tmp_path / "seen.txt").read_text() == "left.txt|right.txt|\n"


def test_the_keyboard_works_after_standard_input_was_an_article(tmp_path: Path, pair: Pair) -> None:
    words = ["-", "right.txt"]
    assert on_a_terminal(tmp_path, words, stdin=pair[0].read_bytes(), keys=b"typed\n") == 0
    assert (tmp_path / "seen.txt").read_text() == "-|right.txt|typed\n"


def test_the_demonstration_opens_the_reader(tmp_path: Path) -> None:
    assert on_a_terminal(tmp_path, ["--demo"]) == 0
    left, right, _ = (tmp_path / "seen.txt").read_text().split("|")
    assert Path(left).name.startswith("002_")
    assert Path(right).name.startswith("003_")
    assert Path(left).is_file()


def test_without_a_terminal_the_report_is_printed(copyholder: Command, pair: Pair) -> None:
    assert copyholder(*pair) == copyholder("compare", *pair)
    assert copyholder(pair[0], pair[0]).status == 0
    assert copyholder(pair[0], "gone.txt").is_trouble()


def test_the_demonstration_without_a_terminal(copyholder: Command) -> None:
    ended = copyholder("--demo")
    assert (ended.status, ended.err) == (1, "")
    assert "This letter is just a start" in ended.out
