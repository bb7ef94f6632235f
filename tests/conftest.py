"""Settings of all tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path

# Where a change is judged, the same examples are tried each time; at the desk, new ones.
settings.register_profile("judged", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("judged" if os.environ.get("CI") else "desk")


@pytest.fixture(autouse=True)
def marks_of_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees, or touches, the marks of the person who runs it, or those of another test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
