"""The fault log: what a developer needs, kept out of the sight of a person who doesn't."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 1_000_000  # bytes; a longer log starts anew
_NAME = "faults.log"


def record_fault(error: BaseException) -> Path | None:
    """Add a fault and where it arose to the log.

    Args:
        error: What was raised.

    Returns:
        The log, or None where it could not be written.
    """
    try:
        from platformdirs import user_log_path

        from tui import __version__

        folder = user_log_path("copyholder", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / _NAME
        mode = "w" if log.exists() and log.stat().st_size > _LARGEST else "a"
        system = f"copyholder {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
        with log.open(mode, encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {system}\n")
            file.writelines(traceback.format_exception(error))
            file.write("\n")
    except (OSError, ImportError):
        return None
    return log


def fault_line(error: BaseException) -> str:
    """Record a fault, and what to say of it."""
    kind = "out of memory" if isinstance(error, MemoryError) else type(error).__name__
    log = record_fault(error)
    kept = f"what happened stands in {log}" if log else "the fault log could not be written"
    return f"copyholder: fault in the program ({kind}): {kept}; please report it"
