"""The real command, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    err: str

    def is_trouble(self) -> bool:
        """Exit status 2, nothing on standard output, one line of the promised shape on standard error."""
        lines = self.err.split("\n")
        well_said = len(lines) == 2 and lines[1] == "" and lines[0].startswith("copyholder: ")
        return self.status == 2 and self.out == "" and well_said and lines[0].count(": ") >= 2


class Command(Protocol):
    def __call__(self, *words: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Ended: ...


class Script(Protocol):
    def __call__(self, code: str, *words: str | Path, env: Mapping[str, str] | None = None) -> Ended: ...


def clean_environment(tmp_path: Path, more: Mapping[str, str] | None) -> dict[str, str]:
    left_out = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"}
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    places = {name: str(tmp_path / "home") for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return {**env, **places, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **(more or {})}


def finish(command: list[str], cwd: Path, stdin: bytes, env: Mapping[str, str]) -> Ended:
    done = subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=env, timeout=60, check=False)
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture
def copyholder(tmp_path: Path) -> Command:
    """Run `python -m tui` in a folder of its own."""

    def run(*words: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Ended:
        command = [sys.executable, "-m", "tui", *map(str, words)]
        return finish(command, tmp_path, stdin, clean_environment(tmp_path, env))

    return run


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """Run Python code that prepares something and then carries out the command line given after it."""

    def run(code: str, *words: str | Path, env: Mapping[str, str] | None = None) -> Ended:
        command = [sys.executable, "-c", code, *map(str, words)]
        return finish(command, tmp_path, b"", clean_environment(tmp_path, env))

    return run


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two short articles that share a paragraph and differ in another."""
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    shared = "The old bridge over the river was closed on Monday after a storm, the city said."
    left.write_text(f"{shared}\n\n“It is only a start for all of us here,” the mayor told Reuters.\n", "utf-8")
    right.write_text(f"{shared}\n\n“It is only a start for all of us here,” the mayor said again.\n", "utf-8")
    return left, right


@pytest.fixture
def seeds() -> Path:
    return SEEDS
