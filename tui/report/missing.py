"""A report's form that needs a library which isn't installed."""

from __future__ import annotations

import sys


class MissingLibrary(Exception):  # noqa: N818
    """A form can't be written, because its library isn't installed.

    Attributes:
        what: The form, as "a Word copy".
        why: One sentence on what is missing, with the command that installs it.
    """

    def __init__(self, what: str, library: str, requirement: str) -> None:
        """What is missing.

        Args:
            what: The form.
            library: The library's name.
            requirement: What to ask the installer for.
        """
        self.what = what
        self.why = (
            f'{library} is not installed; install it with {_called(sys.executable)} -m pip install "{requirement}"'
        )
        super().__init__(f"{what}: {self.why}")


def _called(program: str) -> str:
    """A program's path as a shell takes it."""
    return f'"{program}"' if " " in program else program or "python"
