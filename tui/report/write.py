"""A report written to a file: wholly or not at all."""

from __future__ import annotations

import os
import stat
from errno import EACCES, EISDIR
from pathlib import Path

_NAME_KEPT = 60  # of the target's name in the temporary one's, so that the system's limit is not passed


def write_file(path: str | os.PathLike[str], data: str | bytes) -> None:
    """Replace a file with a report, never leaving half a file.

    The report is written to a new file beside the target, which then takes the target's place; a link is
    followed and stays. Devices and pipes can't be replaced and are written to.

    Args:
        path: The file to write; its folder must exist.
        data: What to write; text is written in UTF-8.

    Raises:
        OSError: The file could not be written; what stood there before still stands.
    """
    target = Path(os.path.realpath(path))
    content = data.encode("utf-8") if isinstance(data, str) else data
    mode = _mode_of(target)
    if mode is not None:
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(target))
        if not os.access(target, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES), str(target))
        if not stat.S_ISREG(mode):
            target.write_bytes(content)
            return
    _replace(target, content, mode)


def _mode_of(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    beside = target.with_name(f".{target.name[:_NAME_KEPT]}.{os.urandom(6).hex()}.tmp")
    # Opened this way, and not by `tempfile`, so that a new file gets the rights the user's umask asks for.
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
