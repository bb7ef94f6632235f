"""A program in a terminal of its own, seen as a person sees it: keys go in, a picture comes out."""

from __future__ import annotations

import codecs
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path
from typing import TYPE_CHECKING

from wcwidth import wcwidth

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
RUBBISH = "#"
_CONTROL = re.compile(
    r"\x1b\[(?P<mark>[?<>=]*)(?P<numbers>[\d;]*)(?P<more>[ -/]*)(?P<what>[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP.*?\x1b\\|\x1b[^\[\]P]"
)
_SHOWN_BY_DEFAULT = {"25", "7"}  # the cursor, and line wrapping


class Terminal:
    """A program in a terminal.

    Args:
        words: The program and its arguments.
        more: Variables of its environment beside ours.
        size: Columns and rows.
    """

    def __init__(self, words: list[str], more: dict[str, str] | None = None, size: tuple[int, int] = (120, 40)) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(more or {})}
        self.size = size
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            _set_size(0, size)
            # What a shell starts in the background, these tests for example, leaves interrupts alone; nobody here does.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.chdir(ROOT)
            os.execvpe(words[0], words, environment)
        self.written = ""
        self._drawn = 0
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    @property
    def plain(self) -> str:
        """Everything written, without its controls."""
        return _CONTROL.sub("", self.written)

    @property
    def modes_left_on(self) -> set[str]:
        """The modes that a terminal doesn't have of itself, and a hidden cursor as "25"."""
        state = dict.fromkeys(_SHOWN_BY_DEFAULT, "h")
        keyboards = 0
        for found in _CONTROL.finditer(self.written):
            mark, numbers, what = found["mark"], found["numbers"], found["what"]
            if mark == "?" and what in {"h", "l"}:
                state.update(dict.fromkeys(numbers.split(";"), what))
            keyboards += (mark == ">" and what == "u") - (mark == "<" and what == "u")
        left = {mode for mode, on in state.items() if (on == "h") != (mode in _SHOWN_BY_DEFAULT)}
        return left | ({"keyboard protocol"} if keyboards > 0 else set())

    def settings(self) -> list[object]:
        """What the terminal does with keys: echo, lines, signals."""
        return list(termios.tcgetattr(self.handle))[:4]

    def read_until(self, wanted: str, seconds: float = 30, since: int = 0) -> None:
        """Read until words were written, or fail; `since` is an offset into what was written before."""
        self.until(lambda: wanted in _CONTROL.sub("", self.written[since:]), repr(wanted), seconds)

    def until(self, holds: Callable[[], bool], what: str, seconds: float = 30) -> None:
        """Read until something holds, or fail."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, f"{what} did not come about in {self.plain[-2000:]!r}"
            self.read()

    def read(self, seconds: float = 0.05) -> bool:
        """Take what the program wrote; says whether it wrote anything."""
        ready, _, _ = select.select([self.handle], [], [], seconds)
        if not ready:
            return False
        try:
            found = self._decode(os.read(self.handle, 65536))
        except OSError:  # nobody is left at the other end
            time.sleep(0.05)
            return False
        self.written += found
        return bool(found)

    def settle(self, seconds: float = 0.5) -> None:
        """Read until nothing is written for a while."""
        while self.read(seconds):
            pass

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self.handle, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the program is told by a signal, as always."""
        self.size = columns, rows
        _set_size(self.handle, self.size)
        self._drawn = len(self.written)

    def picture(self) -> list[str]:
        """The rows on the screen since the last change of size; what was never drawn since then is rubbish."""
        columns, rows = self.size
        grid = [[RUBBISH] * columns for _ in range(rows)]
        x = y = 0
        for found in re.finditer(f"{_CONTROL.pattern}|(?P<char>.)", self.written[self._drawn :], re.DOTALL):
            char = found["char"]
            if char is None:
                if found["what"] == "H" and not found["mark"]:
                    row, _, column = found["numbers"].partition(";")
                    y, x = int(row or 1) - 1, int(column or 1) - 1
                elif found["what"] == "G" and not found["mark"]:
                    x = int(found["numbers"] or 1) - 1
                continue
            if char in "\r\n":
                x, y = (0, y) if char == "\r" else (0, y + 1)
                continue
            cells = max(0, wcwidth(char))
            for cell in range(cells):
                if y < rows and x + cell < columns:
                    grid[y][x + cell] = "" if cell else char
            x += cells
        return ["".join(row).rstrip() for row in grid]

    def wait(self, seconds: float = 30) -> int:
        """Wait for the end of the program; its exit status."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read()
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.read()
                return os.waitstatus_to_exitcode(status)
        self.kill()
        raise AssertionError("the program did not end")

    def wait_unseen(self, seconds: float = 30) -> int:
        """Wait for the end of the program without reading what it writes."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        self.kill()
        raise AssertionError("the program did not end")

    def close(self) -> None:
        """Take the terminal away."""
        os.close(self.handle)

    def kill(self) -> None:
        """End the program whatever it does."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def reader(*articles: str | Path, more: dict[str, str] | None = None, size: tuple[int, int] = (120, 40)) -> Terminal:
    """The reader in a terminal."""
    return Terminal([sys.executable, "-m", "tui", *map(str, articles)], more, size)


def _set_size(handle: int, size: tuple[int, int]) -> None:
    columns, rows = size
    ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
