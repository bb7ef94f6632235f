"""What a reporter marked and corrected, handed to the commands; and the command `marks`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli import terminal
from tui.cli.trouble import Trouble, one_line, reason

if TYPE_CHECKING:
    from tui.article import Article
    from tui.cli.arguments import Request
    from tui.collation import Collation
    from tui.review import Located

_LARGEST = 64 * 1024 * 1024  # bytes of a file of marks


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A pair of articles as its reporter has it.

    Attributes:
        left: The left article, corrected.
        right: The right article, corrected.
        marks: All marks of the pair.
    """

    left: Article
    right: Article
    marks: tuple[Located, ...]


def marks_file(request: Request) -> Path | None:
    """The file of marks that was named, or None for the usual one."""
    return None if request.db is None else Path(request.db)


def review_pair(left: Article, right: Article, request: Request) -> Reviewed:
    """The marks of a pair, and both articles as corrected; trouble with the file of marks is told and no obstacle."""
    if _nothing_kept(request):
        return Reviewed(left, right, ())
    from tui.review import load_marks

    marks, trouble = load_marks(left, right, marks_file(request))
    _tell(trouble)
    if not marks:
        return Reviewed(left, right, ())
    from tui.review import corrected

    return Reviewed(corrected(left, marks, left=True), corrected(right, marks, left=False), marks)


def correct_article(article: Article, request: Request) -> Article:
    """One article as its reporter corrected it."""
    if _nothing_kept(request):
        return article
    from tui.review import load_corrections

    marks, trouble = load_corrections(article, marks_file(request))
    _tell(trouble)
    if not marks:
        return article
    from tui.review import corrected

    return corrected(article, marks, left=True)


def collate_reviewed(pair: Reviewed) -> Collation:
    """Compare a pair as its reporter has it."""
    from tui.collation import collate

    if not pair.marks:
        return collate(pair.left, pair.right)
    from tui.review import ties_of

    return collate(pair.left, pair.right, ties_of(pair.marks))


def exchange_marks(request: Request) -> int:
    """Write all marks, or take others in.

    Returns:
        The exit status.

    Raises:
        Trouble: It can't be done.
    """
    from tui.review import ReviewError

    named = request.articles[0] if request.articles else "-"
    try:
        if request.action == "export":
            _export(named, request)
        else:
            _import(named, request)
    except ReviewError as error:
        raise Trouble("marks", str(error)) from None
    return 0


def _export(named: str, request: Request) -> None:
    from tui.review import export_marks

    told = export_marks(marks_file(request))
    if named == "-":
        terminal.write_out(told)
        return
    from tui.report.write import write_file

    try:
        write_file(named, told)
    except OSError as error:
        raise Trouble(named, reason(error)) from None
    except ValueError:  # a NUL in the name
        raise Trouble(named, "that can't be a file's name; choose another") from None
    terminal.write_error(one_line(f"copyholder: marks: written to {named}"))


def _import(named: str, request: Request) -> None:
    from tui.review import import_marks

    text = _text_of(named)
    terminal.write_error(one_line(f"copyholder: marks: {import_marks(marks_file(request), text).told}"))


def _text_of(named: str) -> str:
    try:
        if named == "-":
            if sys.stdin is None:
                raise Trouble("-", "standard input is closed; name the file with the marks")
            data = sys.stdin.buffer.read(_LARGEST + 1)
        else:
            with Path(named).open("rb") as file:
                data = file.read(_LARGEST + 1)
    except OSError as error:
        raise Trouble(named, reason(error)) from None
    except ValueError:  # a NUL in the name
        raise Trouble(named, "that can't be a file's name; check it") from None
    if len(data) > _LARGEST:
        raise Trouble(named, "it is larger than 64 MB, too large for a file of marks; check the name")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Trouble(named, "this is no file of marks; give one that “marks export” wrote") from None


def _nothing_kept(request: Request) -> bool:
    """Whether there is no file of marks: then nothing that reads one is loaded."""
    from tui.review.whereabouts import usual_path

    try:
        (marks_file(request) or usual_path()).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False  # whoever reads it says why it can't be read
    return False


def _tell(trouble: str) -> None:
    if trouble:
        terminal.write_error(one_line(f"copyholder: marks: {trouble}"))
