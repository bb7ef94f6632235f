"""Marks and the place when a real terminal's reader is ended from outside, and two readers on one pair."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.terminals import SEEDS, Terminal, reader
from tui.article import read_article
from tui.review.model import Decision
from tui.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], Terminal]]:
    """Opens a reader on two seeds whenever it is called; those that still run are ended after the test."""
    terminals: list[Terminal] = []

    def open_reader() -> Terminal:
        terminal = reader(SEEDS[2], SEEDS[3], more={"XDG_DATA_HOME": str(tmp_path)}, size=(160, 48))
        terminals.append(terminal)
        terminal.until(lambda: "429 words" in terminal.plain, "the page")
        terminal.settle()
        return terminal

    yield open_reader
    for terminal in terminals:
        with suppress(ProcessLookupError, ChildProcessError):
            terminal.kill()


def shows(terminal: Terminal, words: str, seconds: float = 30) -> None:
    """Wait until the words are on the screen."""
    terminal.until(lambda: any(words in row for row in terminal.picture()), words, seconds)


def kept(data: Path) -> Review:
    left, right = (read_article(str(path)) for path in SEEDS[2:4])
    return Review.open(left, right, data / "copyholder" / "marks.db", create=False)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_place_is_kept_when_a_signal_ends_the_reader(
    opened: Callable[[], Terminal], tmp_path: Path, number: signal.Signals
) -> None:
    terminal = opened()
    terminal.press("cccccc")
    shows(terminal, "quotation 6/18")
    os.kill(terminal.pid, number)
    assert terminal.wait() == 128 + number
    review = kept(tmp_path)
    assert review.place is not None
    assert review.place.at_quotation is not None
    shows(opened(), "quotation 6/18")


def test_a_mark_that_was_told_survives_a_kill(opened: Callable[[], Terminal], tmp_path: Path) -> None:
    terminal = opened()
    terminal.press("cf")
    shows(terminal, "Flagged: ")
    os.kill(terminal.pid, signal.SIGKILL)
    assert terminal.wait() == -signal.SIGKILL
    assert [located.mark.decision for located in kept(tmp_path).located] == [Decision.FLAGGED]


def test_two_readers_on_one_pair_see_each_others_marks(opened: Callable[[], Terminal], tmp_path: Path) -> None:
    one, other = opened(), opened()
    one.press("cf")
    shows(one, "Flagged: ")
    shows(other, "1 of 18 quotations reviewed, 1 flagged", 10)
    other.press("cca")
    shows(other, "Accepted: ")
    shows(one, "2 of 18 quotations reviewed, 1 flagged", 10)
    decisions = {located.mark.decision for located in kept(tmp_path).located}
    assert decisions == {Decision.FLAGGED, Decision.ACCEPTED}
