"""Trouble a person can do something about, said in one line."""

from __future__ import annotations

import errno
import os

STATUS = 2
"""What the command ends with in trouble."""

_REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "a part of that path is a file, not a folder",
    errno.EISDIR: "that is a folder; name a file",
    errno.EACCES: "you are not allowed to do that there; choose another place or ask for the right to it",
    errno.EPERM: "you are not allowed to do that there; choose another place or ask for the right to it",
    errno.EROFS: "that disk can only be read; choose another place",
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "your share of the disk is used up; make room and try again",
    errno.ENAMETOOLONG: "that name is too long; choose a shorter one",
}


class Trouble(Exception):  # noqa: N818 (the word the formats use)
    """The command can't go on.

    Attributes:
        what: What it concerns: a file, an option, a command.
        why: What is the matter, and what to do about it.
    """

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")
        self.what = what
        self.why = why


def reason(error: OSError) -> str:
    """Why a file could not be read or written, in plain words."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return os.strerror(error.errno).lower() if error.errno else "the system gave no reason"


def one_line(message: str) -> str:
    """The message with every control, line end and unpaired surrogate made harmless: one line to show."""
    shown = "".join(char if char.isprintable() else " " for char in message)
    return " ".join(shown.split())
