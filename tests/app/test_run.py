"""The reader as a person starts it: in a real terminal, and where there is none."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminals import ROOT, SEEDS, Terminal, reader
from tui.app import run as module
from tui.app import run_reader
from tui.app.app import CopyholderApp

if TYPE_CHECKING:
    from pathlib import Path

    from tui.collation import Collation


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("more", [{}, {"NO_COLOR": "1"}], ids=["colour", "no colour"])
def test_two_seeds_are_read_in_a_real_terminal(more: dict[str, str]) -> None:
    terminal = reader(SEEDS[2], SEEDS[3], more=more)
    terminal.read_until("explains the signs")
    terminal.press("d")
    terminal.read_until("difference 1/")
    terminal.press(" ")
    terminal.read_until("told Politico")
    terminal.press("q")
    assert terminal.wait() == 0
    assert "Traceback" not in terminal.written
    assert "\x1b[?1049l" in terminal.written
    styles = {part for found in re.findall(r"\x1b\[([\d;]*)m", terminal.written) for part in found.split(";")}
    assert "4" in styles, "changed words are underlined"
    assert ("38" in styles) == ("NO_COLOR" not in more)
    assert ("48" in styles) == ("NO_COLOR" not in more)


def test_without_a_terminal_a_sentence_says_so() -> None:
    words = "import sys; from tui.app import run_reader; from tui.article import Article; a = Article('a', '', ()); "
    done = subprocess.run(
        [sys.executable, "-c", words + "sys.exit(run_reader(a, a))"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("copyholder: the reader needs a terminal")
    assert done.stderr.count("\n") == 1


def test_importing_the_room_does_not_import_textual() -> None:
    words = "import sys, tui.app; sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], cwd=ROOT, timeout=30, check=False).returncode == 0


@pytest.mark.parametrize("how", ["raised", "noted"])
def test_a_fault_is_logged_and_told_in_one_sentence(
    how: str, pair: Collation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = RuntimeError("broken on purpose")

    def run(app: CopyholderApp) -> None:
        if how == "raised":
            raise fault
        app.fault = fault

    monkeypatch.setattr(module, "_no_terminal", lambda: None)
    monkeypatch.setattr(module, "user_log_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(CopyholderApp, "run", run)
    assert run_reader(pair.left, pair.right) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert str(tmp_path / "faults.log") in err
    assert "RuntimeError: broken on purpose" in (tmp_path / "faults.log").read_text(encoding="utf-8")


def test_a_fault_is_told_even_where_no_log_can_be_written(
    pair: Collation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setattr(module, "_no_terminal", lambda: None)
    monkeypatch.setattr(module, "user_log_path", lambda *_, **__: blocked / "logs")
    monkeypatch.setattr(CopyholderApp, "__init__", lambda *_, **__: 1 / 0)
    assert run_reader(pair.left, pair.right) == 2
    assert capsys.readouterr().err == "copyholder: the reader stopped because of a fault in the program\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_fault_while_reading_leaves_a_sane_terminal(tmp_path: Path) -> None:
    words = (
        "import sys; from tui.app import run_reader; from tui.article import read_article; "
        "from tui.app.screens.reader import ReaderScreen; ReaderScreen.action_swap = lambda self: 1 / 0; "
        "sys.exit(run_reader(read_article(sys.argv[1]), read_article(sys.argv[2])))"
    )
    terminal = Terminal(
        [sys.executable, "-c", words, str(SEEDS[2]), str(SEEDS[3])],
        {"XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path)},
    )
    terminal.read_until("explains the signs")
    terminal.press("x")
    assert terminal.wait() == 2
    after = terminal.written.split("\x1b[?1049l")
    assert len(after) == 2
    assert "the reader stopped because of a fault in the program" in after[1]
    assert "Traceback" not in terminal.written
    assert "ZeroDivisionError" not in terminal.written
    assert any("ZeroDivisionError" in log.read_text() for log in tmp_path.rglob("faults.log"))
