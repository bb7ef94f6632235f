"""Long articles: the beginning is shown at once, the whole is set on rows in a thread of its own."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.article import Article
    from tui.collation import Collation

LONG = 8_000
"""Paragraphs of both articles: up to so many are set on rows within a quarter of a second, so nobody need wait."""

LONG_TEXT = 500_000
"""Characters of both articles for which the same holds, however few their paragraphs."""

BEGINNING = 500
"""Paragraphs of each article that are shown until the whole is ready."""

_SWITCH = 0.001
"""Seconds after which a key may interrupt the thread: five times as often as usual."""


def is_long(collation: Collation) -> bool:
    """Whether setting these articles on rows would keep a reader waiting."""
    left, right = collation.left, collation.right
    return len(left.paragraphs) + len(right.paragraphs) > LONG or len(left.text) + len(right.text) > LONG_TEXT


def beginning_of(collation: Collation) -> Collation:
    """The first paragraphs of articles that aren't compared yet. Places in the text stay what they are."""
    return replace(collation, left=_first_paragraphs(collation.left), right=_first_paragraphs(collation.right))


def _first_paragraphs(article: Article) -> Article:
    return replace(article, paragraphs=article.paragraphs[:BEGINNING])


class Aside:
    """Does one thing at a time in a thread; of the things that wait only the newest is done."""

    def __init__(self, broke: Callable[[Exception], object]) -> None:
        """Say what is to be done with an error, which is told in the thread."""
        self._broke = broke
        self._lock = Lock()
        self._next: Callable[[], object] | None = None
        self._busy = False

    def do(self, job: Callable[[], object]) -> None:
        """Do this as soon as what is being done is done."""
        with self._lock:
            self._next = job
            if self._busy:
                return
            self._busy = True
        # A daemon: q must end the program while it works.
        Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while (job := self._take()) is not None:
            try:
                with _undisturbed():
                    job()
            except Exception as error:  # noqa: BLE001 - it is raised again where the app can end in good order
                self._broke(error)

    def _take(self) -> Callable[[], object] | None:
        with self._lock:
            job, self._next = self._next, None
            self._busy = job is not None
            return job


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for garbage while a million objects are made, and short turns, so that keys are answered."""
    turns = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        sys.setswitchinterval(turns)


def keep_for_good() -> None:
    """Tell the search for garbage to pass over what there is now: long articles would hold up a frame each time."""
    gc.freeze()
