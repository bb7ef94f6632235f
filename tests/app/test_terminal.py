"""The reader's manners in a real terminal: it leaves it as it was, whatever ends it, and keeps up with it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import termios
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.terminals import ROOT, RUBBISH, SEEDS, Terminal, reader

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = re.compile(r"settings=([\da-f:]+)=")
READY = "explains the signs"
COMPARING = "Comparing the articles"
SIZES = [(200, 60), (7, 2), (61, 19), (1, 1), (99, 30), (160, 48), (20, 50), (300, 3), (100, 24)]


def opened() -> Terminal:
    terminal = reader(SEEDS[2], SEEDS[3])
    terminal.read_until(READY)
    return terminal


SLOW = """
import sys, time
from tui.app import app, run_reader
from tui.article import read_article

def collate(left, right):
    end = time.monotonic() + 60
    while time.monotonic() < end:  # as busy as a comparison
        sum(range(10_000))

app.collate = collate
sys.exit(run_reader(read_article(sys.argv[1]), read_article(sys.argv[2])))
"""


@pytest.fixture
def comparing(tmp_path: Path) -> list[str]:
    """A command that shows two articles and takes a minute to compare them."""
    paths = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for path in paths:
        paragraphs = (" ".join(f"{path.stem}{n}" for n in range(at, at + 40)) for at in range(0, 20_000, 40))
        path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return [sys.executable, "-c", SLOW, *map(str, paths)]


def shell_settings(terminal: Terminal) -> str:
    """What the shell's programs find: asked by a program, for the shell itself changes it while it prompts."""
    before = len(terminal.written)
    terminal.press("echo settings=$(stty -g)=\n")
    terminal.until(lambda: SETTINGS.search(terminal.written, before) is not None, "settings")
    found = SETTINGS.search(terminal.written, before)
    assert found is not None
    return found[1]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell that knows jobs")
def test_ctrl_z_gives_the_terminal_back_and_fg_resumes() -> None:
    terminal = Terminal(["bash", "--norc", "--noprofile", "-i"], {"PS1": "shell> ", "HISTFILE": ""})
    terminal.read_until("shell> ")
    at_first = shell_settings(terminal)
    terminal.press(shlex.join([sys.executable, "-m", "tui", str(SEEDS[2]), str(SEEDS[3])]) + "\n")
    terminal.read_until(READY)
    reading = terminal.settings()
    terminal.press("d")
    terminal.read_until("difference 1/")
    terminal.settle()

    before = len(terminal.written)
    terminal.press("\x1a")
    terminal.read_until("Stopped", since=before)
    terminal.read_until("shell> ", since=before)
    assert terminal.modes_left_on <= {"2004"}, "only what the shell itself sets for pasting"
    assert shell_settings(terminal) == at_first

    before = len(terminal.written)
    terminal.press("fg\n")
    terminal.read_until("difference 1/", since=before)
    assert "1049" in terminal.modes_left_on
    assert terminal.settings() == reading
    before = len(terminal.written)
    terminal.press("d")
    terminal.read_until("difference 2/", since=before)
    before = len(terminal.written)
    terminal.press("q")
    terminal.read_until("shell> ", since=before)
    assert terminal.modes_left_on <= {"2004"}
    assert shell_settings(terminal) == at_first
    terminal.press("exit\n")
    assert terminal.wait() == 0
    assert "Traceback" not in terminal.written


def show_the_same(one: Terminal, other: Terminal) -> bool:
    other.read()
    return one.picture() == other.picture()


def test_a_storm_of_sizes_leaves_the_picture_of_a_fresh_start(tmp_path: Path) -> None:
    terminal = opened()
    for turn in range(6):
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            terminal.read(0.004 * turn)
            if turn % 2:
                terminal.press("jk")
    for columns, rows in ((60, 18), (160, 48)):
        terminal.resize(columns, rows)
        terminal.settle(1)
        terminal.press("g")  # what was being read stays on view, and here that needn't be the beginning
        terminal.settle()
        # Elsewhere kept: else it would begin where the other one is.
        fresh = reader(SEEDS[2], SEEDS[3], more={"XDG_DATA_HOME": str(tmp_path / f"{columns}")}, size=(columns, rows))
        fresh.read_until("q quit")
        fresh.settle(1)
        terminal.until(partial(show_the_same, terminal, fresh), "the picture of a fresh start", 15)
        assert not any(RUBBISH in row for row in terminal.picture())
        fresh.press("q")
        assert fresh.wait() == 0
    terminal.press("q")
    assert terminal.wait() == 0
    assert "Traceback" not in terminal.written
    assert terminal.modes_left_on == set()


def test_a_storm_of_sizes_while_the_articles_are_compared(comparing: list[str]) -> None:
    terminal = Terminal(comparing)
    terminal.read_until(COMPARING)
    for columns, rows in SIZES * 2:
        terminal.resize(columns, rows)
        terminal.read(0.03)
    terminal.press("q")
    assert terminal.wait() == 0
    assert "Traceback" not in terminal.written
    assert terminal.modes_left_on == set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_the_terminal_is_as_it_was(number: signal.Signals) -> None:
    terminal = opened()
    assert terminal.modes_left_on > {"1049", "25"}
    os.kill(terminal.pid, number)
    assert terminal.wait() == 128 + number
    assert terminal.modes_left_on == set()
    assert "Traceback" not in terminal.written


@pytest.mark.parametrize("working", [False, True], ids=["reading", "comparing"])
def test_a_terminal_that_goes_away_ends_it(working: bool, comparing: list[str]) -> None:
    terminal = Terminal(comparing) if working else opened()
    if working:
        terminal.read_until(COMPARING)
    terminal.close()
    assert terminal.wait_unseen(10) in {128 + signal.SIGHUP, -signal.SIGHUP, 2}


def test_a_terminal_that_takes_nothing_any_more_does_not_keep_it() -> None:
    terminal = opened()
    at_first = terminal.settings()
    for _ in range(100):  # nobody reads: what the terminal can hold is soon full, and so is what waits to be written
        terminal.press("Gg")
        time.sleep(0.01)
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.wait_unseen(10) == 128 + signal.SIGTERM
    assert terminal.settings() != at_first, "keys are shown again"


def test_a_terminal_that_goes_away_unannounced_ends_it(comparing: list[str]) -> None:
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (40, 120))
    # In a session of its own and with this no terminal of that session, it gets no signal.
    program = subprocess.Popen(
        comparing,
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    written = b""
    while COMPARING.split()[0].encode() not in written:
        written += os.read(ours, 65536)
    os.close(ours)
    assert program.wait(20) != 0


def test_q_ends_it_at_once_while_a_long_comparison_runs(comparing: list[str]) -> None:
    terminal = Terminal(comparing)
    terminal.read_until(COMPARING)
    terminal.press("q")
    asked = time.monotonic()
    assert terminal.wait() == 0
    assert time.monotonic() - asked < 3
    assert terminal.modes_left_on == set()
    assert "Traceback" not in terminal.written


def test_no_key_is_lost_that_comes_in_one_go() -> None:
    terminal = opened()
    terminal.press("/toxic masculinity\rn")
    terminal.read_until("3 places found (1 in A, 2 in B)")
    terminal.settle()
    before = len(terminal.written)
    terminal.press("/quit\r")
    terminal.read_until("“quit” is in neither article", since=before)
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("gp2\rd")  # of B, where the last words were found
    told = " ▸ B ¶2: no matching wording in A"
    terminal.until(lambda: any(row.startswith(told) for row in terminal.picture()), told)
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_terminal_that_tells_pixels_tells_cells_again() -> None:
    terminal = opened()
    terminal.press("\x1b[?2048;2$y")  # so answers one that tells its size in the stream of keys
    terminal.until(lambda: "1016" in terminal.modes_left_on, "places in pixels")
    terminal.press("q")
    assert terminal.wait() == 0
    assert terminal.modes_left_on == set()
