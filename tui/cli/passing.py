"""Lines for who waits at a terminal: how far the work is, what is being fetched. They leave nothing behind."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.cli.terminal import clear_passing, shows_passing, write_passing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 0.4
"""Seconds before anything is said: what is done by then needs no telling."""

_PACE = 0.1
"""Seconds between two lines: more often nobody can read them."""


class Passing:
    """Tells how far the work is, where somebody looks on."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._next = clock() + PATIENCE

    def tell(self, doing: str, done: int, total: int) -> None:
        """Say how many are done: "read 120 of 500"."""
        now = self._clock()
        if now >= self._next:
            self._next = now + _PACE
            write_passing(f"{doing} {done:,} of {total:,}")

    def tell_steps(self, doing: str, total: int) -> Callable[[int, int], None]:
        """What is to be told of steps, of which any number makes one of the `total`."""
        return lambda done, steps: self.tell(doing, done * total // max(1, steps), total)


@contextmanager
def passing() -> Iterator[Passing]:
    """Tell how far the work is; whatever ends it, the line is gone afterwards."""
    try:
        yield Passing()
    finally:
        clear_passing()


@contextmanager
def fetching(address: str) -> Iterator[None]:
    """Say at once what is being fetched: until it is here nothing else can be done."""
    if not shows_passing():
        yield
        return
    from tui.article.fetching import MOST_SECONDS

    try:
        write_passing(f"fetching {address}", f" ({MOST_SECONDS:.0f} s at most, ctrl c stops)")
        yield
    finally:
        clear_passing()
