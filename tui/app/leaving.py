"""Ending in good order when a signal says so or the terminal goes away, and ending anyway where that can't be done."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

PATIENCE = 2.0
"""Seconds that are left for an end in good order: a terminal that takes nothing any more would hold it for ever."""

_NAMES = ("SIGTERM", "SIGHUP")


@contextmanager
def ending_on_signals(end: Callable[[int], None]) -> Iterator[None]:
    """While this lasts, a signal to end, and a terminal that is gone, end the program.

    Args:
        end: Ends the program in good order with the exit status it is given; called in the main thread.
    """
    as_it_was = _terminal_settings()

    def leave(number: int, _: FrameType | None = None) -> None:
        timer = threading.Timer(PATIENCE, _end_anyway, (128 + number, as_it_was))
        timer.daemon = True
        timer.start()
        end(128 + number)

    def thread_broke(fault: threading.ExceptHookArgs) -> None:
        # The thread that writes to the terminal can't: nobody would see why.
        if isinstance(fault.exc_value, OSError) and hasattr(signal, "SIGHUP"):
            os.kill(os.getpid(), signal.SIGHUP)
        else:
            threading.__excepthook__(fault)

    before = {}
    # Not handlers of the event loop: it may itself be waiting for the terminal.
    with suppress(ValueError):  # another thread than the main one may not set any
        before = {number: signal.signal(number, leave) for number in _numbers()}
    threading.excepthook = thread_broke
    try:
        yield
    finally:
        threading.excepthook = threading.__excepthook__
        for number, handler in before.items():
            signal.signal(number, handler)


def _numbers() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


def _terminal_settings() -> list[object] | None:
    if sys.platform == "win32":
        return None
    import termios

    try:
        return list(termios.tcgetattr(0))
    except (termios.error, OSError):
        return None


def _end_anyway(status: int, settings: list[object] | None) -> None:
    if sys.platform != "win32" and settings is not None:
        import termios

        with suppress(termios.error, OSError):
            termios.tcsetattr(0, termios.TCSANOW, settings)  # type: ignore[arg-type]  # as tcgetattr gave it
    os._exit(status)
