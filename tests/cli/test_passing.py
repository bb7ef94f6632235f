"""What who waits at a terminal is told meanwhile, and that nothing of it stays."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminals import ROOT, SEEDS, Terminal
from tui.cli import passing as module
from tui.cli.passing import Passing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AT_ONCE = """
import sys
from tui.cli import passing
passing.PATIENCE = passing._PACE = 0
from tui.cli.main import run
raise SystemExit(run())
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    places = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    return {"COLUMNS": "", "PYTHONPATH": str(ROOT), **{name: str(tmp_path / "home") for name in places}}


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that takes a call and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/the/harbour"


def ended(terminal: Terminal) -> int:
    """The exit status; all that was written is read."""
    status = terminal.wait()
    terminal.settle(0.05)
    return status


def shown(terminal: Terminal) -> list[str]:
    """The rows with anything on them."""
    return [row for row in (row.rstrip("# ") for row in terminal.picture()) if row]


def test_it_is_told_after_a_moment_and_not_too_often(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(module, "write_passing", told.append)
    now = 0.0
    passing = Passing(lambda: now)
    for done in range(1_000):
        now += 0.01
        passing.tell("read", done, 1_000)
    assert told[0] in {"read 39 of 1,000", "read 40 of 1,000"}
    assert 87 <= len(told) <= 97, "ten a second, of ten seconds"
    step = passing.tell_steps("traced", 500)
    for done in (0, 100, 1_499, 1_500):
        now += 1
        step(done, 1_500)
    assert told[-4:] == ["traced 0 of 500", "traced 33 of 500", "traced 499 of 500", "traced 500 of 500"]


@pytest.mark.parametrize("colour", [{}, {"NO_COLOR": "1"}])
def test_a_trace_says_how_far_it_is_and_leaves_nothing_behind(
    home: dict[str, str], tmp_path: Path, colour: dict[str, str]
) -> None:
    report = tmp_path / "report.txt"
    words = [sys.executable, "-c", AT_ONCE, "quotes", *map(str, SEEDS), "-o", str(report)]
    terminal = Terminal(words, {**home, **colour}, (60, 10))
    assert ended(terminal) == 0
    written = terminal.written
    assert "read 0 of 5" in written
    assert "traced 5 of 5" in written
    assert "\x1b" not in written
    assert "\n" not in written, "all on one line"
    assert shown(terminal) == []
    assert report.stat().st_size > 1_000


def test_what_is_wrong_stands_on_a_line_of_its_own(home: dict[str, str], tmp_path: Path) -> None:
    words = [sys.executable, "-c", AT_ONCE, "quotes", *map(str, SEEDS), str(tmp_path / "no.txt")]
    terminal = Terminal(words, home, (200, 10))
    assert ended(terminal) == 2
    assert "read 5 of 6" in terminal.written
    (row,) = shown(terminal)
    assert row.startswith("copyholder: ")
    assert row.endswith("no.txt: there is no such file; check the name and the folder")


def test_nothing_is_told_into_a_pipe_or_to_a_terminal_that_cant_take_it_back(home: dict[str, str]) -> None:
    words = [sys.executable, "-c", AT_ONCE, "quotes", *map(str, SEEDS)]
    piped = subprocess.run(words, capture_output=True, env=home, check=True, timeout=60)
    assert piped.stderr == b""
    terminal = Terminal([*words, "-o", "/dev/null"], {**home, "TERM": "dumb"}, (60, 10))
    assert ended(terminal) == 0
    assert terminal.written == ""


def test_ctrl_c_stops_with_a_sentence(home: dict[str, str]) -> None:
    slow = f"import time\nimport tui.quotation.find as f\nf.find_quotations = lambda _: time.sleep(60)\n{AT_ONCE}"
    trace = "import tui.quotation.trace as t\nt.find_quotations = f.find_quotations\n"
    words = [sys.executable, "-c", slow.replace("\nimport sys", f"\n{trace}import sys"), "quotes", *map(str, SEEDS)]
    terminal = Terminal(words, home, (60, 10))
    terminal.read_until("traced 0 of 5")
    terminal.press("\x03")
    assert ended(terminal) == 130
    assert shown(terminal) == ["copyholder: stopped"]


@pytest.mark.parametrize("words", [["compare"], ["read"], []])
def test_what_is_fetched_is_told_while_it_is_waited_for(home: dict[str, str], silent: str, words: list[str]) -> None:
    others = [] if words == ["read"] else [str(SEEDS[0])]
    terminal = Terminal([sys.executable, "-m", "tui", *words, "--allow-private", silent, *others], home, (100, 10))
    terminal.read_until("ctrl c stops)")
    assert shown(terminal) == [f"fetching {silent} (20 s at most, ctrl c stops)"]
    terminal.press("\x03")
    assert ended(terminal) == 130
    assert shown(terminal) == ["copyholder: stopped"]
    assert terminal.modes_left_on == set()


def test_a_long_address_is_cut_to_the_row(home: dict[str, str], silent: str) -> None:
    terminal = Terminal([sys.executable, "-m", "tui", "read", "--allow-private", silent + "/x" * 90], home, (60, 10))
    terminal.read_until("ctrl c stops)")
    (row,) = shown(terminal)
    assert row.startswith("fetching http://127.0.0.1")
    assert row.endswith("… (20 s at most, ctrl c stops)")
    assert len(row) <= 59
    terminal.press("\x03")
    assert ended(terminal) == 130
    assert shown(terminal) == ["copyholder: stopped"]
