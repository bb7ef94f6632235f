"""Settings of all tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Where a change is judged, the same examples are tried each time; at the desk, new ones.
settings.register_profile("judged", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("judged" if os.environ.get("CI") else "desk")

TOLD = "told"
"""The property of a test under which stands what it has to say."""


@pytest.fixture(autouse=True)
def marks_of_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees, or touches, the marks of the person who runs it, or those of another test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def size_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test has the size of a terminal but its own; readline leaves one in the environment of what pytest starts."""
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says something to whoever runs the tests, at their end and in whichever process the test runs."""
    return lambda words: record_property(TOLD, words)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: every third second a test waits for a terminal or a timer."""
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what the tests had to say, in the order of their names."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        if report.when == "call"
    ]
    for report in sorted(reports, key=lambda report: report.nodeid):
        for name, words in report.user_properties:
            if name == TOLD:
                terminalreporter.section(report.nodeid, sep="-")
                terminalreporter.write_line(words)
