"""An end to readers that would go on for hours."""

from __future__ import annotations

import ctypes
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class _TimeIsUp(BaseException):
    """Thrown into a reader that took too long; no Exception, so that no library mends it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End the block when its time is over, wherever it stands.

    The readers of documents are other people's loops, in which we have no place to look at the clock; signals reach
    the first thread only, and articles are read in others, too.

    Args:
        seconds: How long the block may take.

    Raises:
        TimeoutError: It took longer.
    """
    watch = _Watch(threading.get_ident())
    timer = threading.Timer(seconds, watch.ring)
    timer.daemon = True
    timer.start()
    try:
        try:
            yield
        finally:
            watch.stop()
    except _TimeIsUp:  # also where it came down just as the block was done
        raise TimeoutError from None
    finally:
        timer.cancel()


class _Watch:
    """Throws once into one thread, unless told before that nobody waits for it any more."""

    def __init__(self, thread: int) -> None:
        self._thread = ctypes.c_ulong(thread)
        self._lock = threading.Lock()
        self._stopped = False
        self._rung = False

    def ring(self) -> None:
        with self._lock:
            if not self._stopped:
                self._rung = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, ctypes.py_object(_TimeIsUp))

    def stop(self) -> None:
        """Ring no more; what was thrown and hasn't yet come down is taken back."""
        with self._lock:
            self._stopped = True
            if self._rung:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, None)
