"""The command `copyholder`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli import trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130


def run(words: Sequence[str] | None = None) -> int:
    """Carry out a command line; nothing is ever raised.

    Args:
        words: The words after the program's name; those of this process where None.

    Returns:
        The exit status: 0 nothing differs, 1 something differs, 2 trouble, 130 interrupted.
    """
    try:
        return _run(sys.argv[1:] if words is None else words)
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as error:  # noqa: BLE001 (no traceback ever reaches a person)
        return _fault(error)


def _run(words: Sequence[str]) -> int:
    from tui.cli.arguments import Answer, parse_arguments
    from tui.cli.terminal import write_error, write_out

    try:
        try:
            request = parse_arguments(words)
        except Answer as answer:
            write_out(str(answer))
            return 0
        from tui.cli.commands import carry_out

        return carry_out(request)
    except trouble.Trouble as found:
        write_error(trouble.one_line(f"copyholder: {found}"))
        return trouble.STATUS


def _interrupted() -> int:
    """Say so to who sits at the terminal; a program that has stopped this one knows."""
    from tui.cli.terminal import shows_passing, write_error

    if shows_passing():
        write_error("copyholder: stopped")
    return _INTERRUPTED


def _fault(error: Exception) -> int:
    from tui.cli.faults import fault_line
    from tui.cli.terminal import write_error

    try:
        write_error(trouble.one_line(fault_line(error)))
    except KeyboardInterrupt:
        return _INTERRUPTED
    return trouble.STATUS
