"""Hostile articles in a real terminal: what is written to it are our own controls and their words, in columns."""

from __future__ import annotations

import base64
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from wcwidth import wcwidth

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.terminals import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PROGRAM = """
import sys
from tui.app import app, run_reader
from tui.app.placing import SafeApp
from tui.article import read_article

class SafeReader(app.CopyholderApp, SafeApp):
    pass

app.CopyholderApp = SafeReader
sys.exit(run_reader(read_article(sys.argv[1]), read_article(sys.argv[2])))
"""
ATTACKS = (
    "\x1b]0;mine\x07\x1b]52;c;bWluZQ==\x07\x1b]8;;http://evil\x07\x9b31m\x1b[31m\x1b[2J\x1b[?1049l\x1bc\x07\x00\u202e"
)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
NAMES = f"left{ATTACKS.replace('/', '').replace(chr(0), '')}[who].txt", "right[@click=app.quit]\n\u202e.txt"
CONTROL = re.compile(
    r"\x1b\[[?<>=]?[\d;:]*[ -/$]*[@-~]|\x1b\](?P<order>[^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b[=>78]|\x1bP[^\x1b]*\x1b\\"
)


def story(verb: str) -> str:
    return "\n\n".join(
        [
            f"{ATTACKS}The mayor {FAMILY} speaks [/who] {verb}",
            f"“We {ATTACKS}{verb} pay \u2764\ufe0f [@click=app.quit]now[/],” said Ann {ATTACKS}Lee of the town.",
            f"{FAMILY} क्षेत्रीय किताबें \U0001f44d\U0001f3fd the town {verb} see {ATTACKS} the money again, it says.",
            "Every word of this last paragraph is the same in both of the articles.",
        ]
    )


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens the reader on two hostile files."""
    terminals: list[Terminal] = []
    for name, verb in zip(NAMES, ("shall not", "will never"), strict=True):
        (tmp_path / name).write_text(story(verb), encoding="utf-8")

    def open_reader(**more: str) -> Terminal:
        words = [sys.executable, "-c", PROGRAM, *(str(tmp_path / name) for name in NAMES)]
        terminals.append(Terminal(words, {"XDG_DATA_HOME": str(tmp_path), **more}, (120, 40)))
        terminals[-1].read_until("explains the signs")
        return terminals[-1]

    yield open_reader
    for terminal in terminals:
        with suppress(ProcessLookupError, ChildProcessError):
            terminal.kill()


@pytest.mark.parametrize("more", [{}, {"NO_COLOR": "1"}], ids=["colours", "no colours"])
def test_articles_and_their_names_give_the_terminal_no_orders(
    opened: Callable[..., Terminal], more: dict[str, str]
) -> None:
    terminal = opened(**more)
    terminal.press("dc")
    terminal.settle(0.3)
    terminal.press("y")
    terminal.until(lambda: "\x1b]52;" in terminal.written, "what is copied")
    terminal.settle(0.3)
    terminal.press("i")
    terminal.settle(0.3)
    terminal.press("\x1b")
    terminal.settle(0.3)
    orders = [found["order"] for found in CONTROL.finditer(terminal.written) if found["order"] is not None]
    # The pointer's shape is ours, and the reporter's own wish to copy; what that carries are words.
    (copied,) = (order for order in orders if order != "22;default")
    assert copied.startswith("52;c;")
    assert base64.b64decode(copied.removeprefix("52;c;")).decode().replace("\n", " ").isprintable()
    left = CONTROL.sub("", terminal.written)
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", left)
    assert terminal.written.count("\x1b[?1049l") == 0
    assert "\x1b[2J" not in terminal.written


def test_the_frame_stands_in_its_columns_beside_what_terminals_measure_differently(
    opened: Callable[..., Terminal],
) -> None:
    terminal = opened()
    terminal.settle(0.3)
    # This terminal measures every character by itself, as xterm does.
    rows = [row for row in terminal.picture() if row.count("│") == 2]
    assert len(rows) > 10
    assert sum(FAMILY[0] in row for row in rows) >= 2
    assert {tuple(at for at, char in columns(row) if char == "│") for row in rows} == {(56, 61)}


def columns(row: str) -> Iterator[tuple[int, str]]:
    at = 0
    for char in row:
        yield at, char
        at += max(0, wcwidth(char))
