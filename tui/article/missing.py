"""A kind of document whose library isn't installed."""

from __future__ import annotations

import shlex
import sys

from tui.article.errors import ArticleError


def missing_library(what: str, kind: str, library: str, *requirements: str) -> ArticleError:
    """The error for a document that can't be read without a library, with the command that installs it.

    Args:
        what: The source, as the reporter gave it.
        kind: The kind of document, as "a PDF document".
        library: The library's name.
        requirements: What to ask the installer for.
    """
    program = shlex.quote(sys.executable or "python")
    asked = " ".join(f'"{requirement}"' for requirement in requirements)
    return ArticleError(
        what, f"reading {kind} needs the library {library}; install it with: {program} -m pip install {asked}"
    )
