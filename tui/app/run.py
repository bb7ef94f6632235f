"""Starting the reader, and what a person is told when it can't start or breaks."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from platformdirs import user_log_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tui.app.app import CopyholderApp
    from tui.app.settings import Settings
    from tui.article import Article

STARTED, FAILED = 0, 2


def run_reader(
    left: Article,
    right: Article,
    *,
    settings: Mapping[str, object] | None = None,
    encoding: str | None = None,
    allow_private: bool = False,
    db: str | None = None,
    house_rules: str = "strict",
) -> int:
    """Show two articles in the reader until the reporter leaves it.

    Args:
        left: The article for the left pane.
        right: The article for the right pane.
        settings: What the settings file says: `theme` and the table `keys`.
        encoding: The encoding with which the articles are read again.
        allow_private: Whether an address may lead to this computer or into the house's own network.
        db: The file in which marks are kept, or None for the usual place.
        house_rules: The house rules by which reports tell how grave a difference is.

    Returns:
        0; 128 and the signal's number if a signal ended it; 2 if the reader couldn't start or broke, and then one
        sentence stands on standard error.
    """

    def make(app: type[CopyholderApp], wanted: Settings) -> CopyholderApp:
        return app(
            left,
            right,
            theme=wanted.theme,
            keys=wanted.keys,
            encoding=encoding,
            allow_private=allow_private,
            db=db,
            house_rules=house_rules,
        )

    return _run(settings, make)


def run_library(
    sources: Sequence[str],
    *,
    settings: Mapping[str, object] | None = None,
    encoding: str | None = None,
    db: str | None = None,
    house_rules: str = "strict",
    allow_private: bool = False,
) -> int:
    """Show the library until the reporter leaves it.

    Args:
        sources: Articles and folders of articles, as the reporter gave them; none for the recent pairs alone. "-" is
            read before anything is shown.
        settings: What the settings file says: `theme` and the table `keys`.
        encoding: The encoding with which the articles are read.
        db: The file in which marks are kept, or None for the usual place.
        house_rules: The house rules by which reports tell how grave a difference is.
        allow_private: Whether an address may lead to this computer or into the house's own network.

    Returns:
        As `run_reader`.
    """
    piped = None
    if "-" in sources:
        from tui.article import ArticleError, read_article

        try:
            piped = read_article("-", encoding=encoding)
        except ArticleError as error:
            return _fail(str(error))

    def make(app: type[CopyholderApp], wanted: Settings) -> CopyholderApp:
        library = app(
            sources=sources,
            theme=wanted.theme,
            keys=wanted.keys,
            encoding=encoding,
            db=db,
            house_rules=house_rules,
            allow_private=allow_private,
        )
        if piped is not None:
            library.shelf.add_article(piped)
        return library

    return _run(settings, make)


def _run(settings: Mapping[str, object] | None, make: Callable[[type[CopyholderApp], Settings], CopyholderApp]) -> int:
    """Run the app that is made until it is left."""
    trouble = _no_terminal()
    if trouble:
        return _fail(trouble)
    try:
        # Only here: nothing but the reader needs Textual, and importing it takes a while.
        with _all_of_it_stays():
            from tui.app.app import CopyholderApp
            from tui.app.leaving import ending_on_signals
            from tui.app.settings import SettingsError, check_settings

        try:
            wanted = check_settings(settings or {})
        except SettingsError as error:
            return _fail(f"--config: {error}")
        app = make(CopyholderApp, wanted)
        with ending_on_signals(app.end):
            app.run()
    except Exception as error:  # noqa: BLE001 - whatever broke, a person gets a sentence
        return _fail(_fault_sentence(error))
    if app.fault is not None:
        return _fail(_fault_sentence(app.fault))
    return app.return_code or STARTED


@contextmanager
def _all_of_it_stays() -> Iterator[None]:
    """No search for garbage while the program is loaded: it finds none, and takes a twentieth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _no_terminal() -> str | None:
    """Why the reader can't be shown here, or None. If standard input is a pipe, it gets the keyboard."""
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        return "the reader needs a terminal, and there is none here; use “compare” for a report in plain text"
    if os.environ.get("TERM", "") == "dumb":
        return "the reader needs a terminal that can place text, and TERM says “dumb”; use “compare” instead"
    if sys.__stdin__ is None or not sys.__stdin__.isatty():
        try:
            keyboard = os.open("/dev/tty", os.O_RDONLY)
            os.dup2(keyboard, 0)
            os.close(keyboard)
        except OSError:
            return "the reader needs a keyboard, and there is none here; use “compare” for a report in plain text"
    return None


def _fault_sentence(error: BaseException) -> str:
    log = _write_fault(error)
    where = f"; what happened is written in {log}, please send it along when you report this" if log else ""
    return f"the reader stopped because of a fault in the program{where}"


def _write_fault(error: BaseException) -> Path | None:
    """Write the fault to the log and return the log's place, or None where that isn't possible either."""
    try:
        folder = user_log_path("copyholder", appauthor=False, ensure_exists=True)
        log = folder / "faults.log"
        told = "".join(traceback.format_exception(error))
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{told}\n")
    except OSError:
        return None
    return log


def _fail(sentence: str) -> int:
    print(f"copyholder: {sentence}", file=sys.stderr)
    return FAILED
