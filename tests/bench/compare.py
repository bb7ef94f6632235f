"""How long `copyholder compare --format json` takes, beside wdiff and difflib in the same run.

Run as `python -m tests.bench.compare`. Each command is timed as a whole process, in turn with the others, the median
of five; memory is the largest a process had. Ratios hold on any machine, seconds only on the one that printed them.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.samples import strangers, versions

ROOT = Path(__file__).parents[2]
ROUNDS = 5
DIFFLIB = (
    "import sys, difflib, pathlib;"
    "one, other = (pathlib.Path(name).read_text().split() for name in sys.argv[1:]);"
    "difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Median seconds of processor and wall clock, and the peak of memory in MiB."""

    processor: float
    wall: float
    memory: float


def measure(commands: list[list[str]], compiled: str, rounds: int = ROUNDS) -> list[Figures]:
    """Run the commands in turn, so that a slow moment of the machine falls on all of them.

    Python's commands run from compiled bytecode, as they do once they are installed; a first run makes it.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": compiled}
    for command in commands:
        _run(command, environment)
    taken: list[list[tuple[float, float, float]]] = [[] for _ in commands]
    for _ in range(rounds):
        for results, command in zip(taken, commands, strict=True):
            results.append(_run(command, environment))
    return [
        Figures(*(statistics.median(result[index] for result in results) for index in range(3))) for results in taken
    ]


def _run(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    start = time.perf_counter()
    child = os.posix_spawn(
        command[0],
        command,
        environment,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        message = f"{command[0]} failed"
        raise RuntimeError(message)
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def main() -> None:
    """Print the table."""
    wdiff = shutil.which("wdiff")
    print(f"{'':34} {'processor s':>11} {'wall s':>8} {'MiB':>6}   to wdiff  to difflib")
    with tempfile.TemporaryDirectory() as folder:
        for name, make, paragraphs in (
            ("versions", versions, 100),
            ("versions", versions, 1_000),
            ("versions", versions, 2_000),
            ("versions", versions, 10_000),
            ("strangers", strangers, 2_000),
        ):
            files = [str(Path(folder, side)) for side in ("left.txt", "right.txt")]
            for file, text in zip(files, make(paragraphs), strict=True):
                Path(file).write_text(text, encoding="utf-8")
            ours = [sys.executable, "-m", "tui", "compare", *files, "--format", "json"]
            others = [[wdiff, *files]] if wdiff else []
            reference = [[sys.executable, "-c", DIFFLIB, *files]] if paragraphs <= 100 else []
            own, *rest = measure([ours, *others, *reference], str(Path(folder, "compiled")))
            ratios = [f"{own.processor / other.processor:9.2f}" for other in rest]
            label = f"{name} of {paragraphs} paragraphs"
            if not wdiff:
                ratios.insert(0, "no wdiff ")
            print(f"{label:34} {own.processor:11.2f} {own.wall:8.2f} {own.memory:6.0f}  {'  '.join(ratios)}")


if __name__ == "__main__":
    main()
