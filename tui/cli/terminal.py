"""What is at the other end: a person's terminal, a pager, a file, or nothing."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

from tui.cli.trouble import Trouble, one_line, reason

if TYPE_CHECKING:
    from typing import TextIO

    from tui.cli.arguments import Request

PIPED_WIDTH = 100
"""Columns of a report that goes into a file."""

_passing = ""
"""The line on the terminal that gives way to what comes next."""

_ECHO = len("^C")
"""Columns that the terminal itself writes when somebody interrupts."""


def has_terminal(*, piped: bool = False) -> bool:
    """Whether the reader can start: it needs a screen, and a keyboard on standard input.

    Args:
        piped: Whether an article comes from there instead, and the keyboard is to be found later.
    """
    streams = (sys.stdout, sys.stderr) if piped else (sys.stdin, sys.stdout, sys.stderr)
    return os.environ.get("TERM") != "dumb" and all(map(_is_terminal, streams))


def keyboard_after_stdin() -> None:
    """Make the terminal the keyboard again after an article was read from standard input.

    Where there is no terminal everything stays as it is, and `has_terminal` says so.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return
    os.dup2(terminal, 0)
    os.close(terminal)


def wants_color(request: Request) -> bool:
    """Whether the text report is to be coloured.

    An option beats the environment, and NO_COLOR beats FORCE_COLOR; a file gets colour only where
    `--color always` asks for it.
    """
    if request.color != "auto":
        return request.color == "always"
    if request.output not in {None, "-"} or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0").lower() not in {"", "0", "false", "no"}:
        return True
    return os.environ.get("TERM") != "dumb" and _is_terminal(sys.stdout)


def report_width(request: Request) -> int:
    """Columns of the text report; 0 means the linear form.

    A report into a pipe is mostly on its way to a pager, so the terminal behind it counts; into a file,
    none does.
    """
    if request.width is not None:
        return request.width
    if request.output not in {None, "-"}:
        return PIPED_WIDTH
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and 0 < int(asked) < 10_000:
        return int(asked)
    if _is_terminal(sys.stdout):
        return _columns(sys.stdout)
    if _is_pipe(sys.stdout) and _is_terminal(sys.stderr):
        return _columns(sys.stderr)
    return PIPED_WIDTH


def shows_output() -> bool:
    """Whether a person sees what goes to standard output."""
    return _is_terminal(sys.stdout)


def write_out(report: str | bytes) -> None:
    """Write to standard output, text always in UTF-8; whoever reads it may stop reading when they like.

    Raises:
        Trouble: It can't be written, as on a full disk.
    """
    if sys.stdout is None:
        raise Trouble("standard output", "it is closed; name a file with -o")
    try:
        sys.stdout.buffer.write(report.encode("utf-8") if isinstance(report, str) else report)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        _silence(sys.stdout)
        raise Trouble("standard output", reason(error)) from None


def write_error(line: str) -> None:
    """Write one line to standard error in UTF-8; if that is gone, there is nobody to tell."""
    clear_passing()
    _write_to_stderr(f"{line}\n")


def shows_passing() -> bool:
    """Whether a person looks at standard error while the work goes on."""
    return os.environ.get("TERM") != "dumb" and _is_terminal(sys.stderr)


def write_passing(words: str, more: str = "") -> None:
    """Show a line on the terminal in place of the one before; `clear_passing` takes it away. Else nothing is written.

    Only blanks and carriage returns move it, which every terminal knows.

    Args:
        words: What is cut where there isn't room for it.
        more: What follows in any case.
    """
    global _passing
    if not shows_passing():
        return
    from tui.report.lines import cell_width

    # In the last column some terminals begin another line.
    room = max(0, _columns(sys.stderr) - 1 - _ECHO - cell_width(more))
    line = one_line(words)
    if cell_width(line) > room:
        while line and cell_width(line) >= room:
            line = line[:-1]
        line += "…"
    line += more
    if line != _passing.rstrip():
        # Kept first: whoever interrupts amid the writing has it taken away, too.
        _passing = line + " " * (cell_width(_passing) - cell_width(line))
        _write_to_stderr(f"\r{_passing}")


def clear_passing() -> None:
    """Take away the line that `write_passing` showed."""
    global _passing
    if _passing:
        from tui.report.lines import cell_width

        _write_to_stderr(f"\r{' ' * (cell_width(_passing) + _ECHO)}\r")
        _passing = ""


def _write_to_stderr(words: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.buffer.write(words.encode())
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Send what is still unwritten nowhere, so that Python doesn't complain when it flushes at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _is_pipe(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or PIPED_WIDTH
    except OSError:
        return PIPED_WIDTH
