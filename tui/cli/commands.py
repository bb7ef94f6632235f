"""What each command does, once the command line has been understood."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli import terminal
from tui.cli.passing import fetching, passing
from tui.cli.reviewed import collate_reviewed, correct_article, exchange_marks, review_pair
from tui.cli.trouble import Trouble, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.article import Article
    from tui.cli.arguments import Request

_NOTHING_DIFFERS = 0
_SOMETHING_DIFFERS = 1
_NEEDS_TERMINAL = "it needs a terminal, and there is none here; give two articles, as in copyholder compare LEFT RIGHT"
_DEMO = ("002_", "003_")


def carry_out(request: Request) -> int:
    """Do what was asked for.

    Returns:
        The exit status.

    Raises:
        Trouble: It can't be done.
    """
    settings = _settings(request)
    _protect_articles(request)
    if request.command == "marks":
        return exchange_marks(request)
    if request.command == "read":
        return _read(request)
    if request.command == "compare":
        return _compare(*_both(request), request)
    if request.command == "check":
        return _check(request)
    if request.command == "quotes":
        return _quotes(request)
    return _reader(request, settings)


def _read(request: Request) -> int:
    article = correct_article(_article(request.articles[0], request), request)
    if request.format == "json":
        from tui.report.json import article_json

        report = article_json(article)
    else:
        from tui.report.reading import reading_text

        report = reading_text(article, width=terminal.report_width(request), color=terminal.wants_color(request))
    _deliver(report, request)
    return _NOTHING_DIFFERS


def _compare(left: Article, right: Article, request: Request) -> int:
    from tui.quotation import HouseRules, compare_quotations

    pair = review_pair(left, right, request)
    collation = collate_reviewed(pair)
    quotes, rules = compare_quotations(collation), HouseRules(request.house_rules)
    if request.format == "text":
        from tui.report.text import comparison_text

        width, color = terminal.report_width(request), terminal.wants_color(request)
        report: str | bytes = comparison_text(collation, quotes, rules, pair.marks, width=width, color=color)
    else:
        from tui.report.forms import render_comparison

        with _told_what_is_missing(request):
            report = render_comparison(request.format, collation, quotes, rules, pair.marks)
    _deliver(report, request)
    return _SOMETHING_DIFFERS if collation.differs else _NOTHING_DIFFERS


def _check(request: Request) -> int:
    given = _article(request.articles[0], request)
    article = correct_article(given, request)
    pairs = [review_pair(given, _article(source, request), request) for source in request.sources]
    sources, marks = [pair.right for pair in pairs], [pair.marks for pair in pairs]
    from tui.quotation import HouseRules, check_quotations, find_quotations
    from tui.report.attention import every_quotation_holds
    from tui.review import ties_of

    checked = check_quotations(article, sources, ties=[ties_of(found) for found in marks])
    rules = HouseRules(request.house_rules)
    if request.format == "text":
        from tui.report.checking import check_text

        width, color = terminal.report_width(request), terminal.wants_color(request)
        report: str | bytes = check_text(article, sources, checked, rules, marks, width=width, color=color)
    else:
        from tui.report.forms import render_check

        with _told_what_is_missing(request):
            report = render_check(request.format, article, sources, checked, rules, marks)
    _deliver(report, request)
    return _NOTHING_DIFFERS if every_quotation_holds(find_quotations(article), checked) else _SOMETHING_DIFFERS


@contextmanager
def _told_what_is_missing(request: Request) -> Iterator[None]:
    """A library that isn't installed is told in a sentence."""
    from tui.report.missing import MissingLibrary

    try:
        yield
    except MissingLibrary as error:
        raise Trouble(f"--format {request.format}", str(error)) from None


def _quotes(request: Request) -> int:
    articles: list[Article] = []
    with passing() as told:
        for source in request.articles:
            told.tell("read", len(articles), len(request.articles))
            articles.append(correct_article(_article(source, request), request))
        from tui.quotation import trace_quotations

        clusters = trace_quotations(articles, progress=told.tell_steps("traced", len(articles)))
    if request.format == "json":
        from tui.report.json import quotes_json

        report = quotes_json(articles, clusters)
    elif request.format == "html":
        from tui.report.tracing_html import quotes_html

        report = quotes_html(articles, clusters)
    elif request.format == "csv":
        from tui.report.tracing_csv import quotes_csv

        report = quotes_csv(articles, clusters)
    else:
        from tui.report.tracing import quotes_text

        width, color = terminal.report_width(request), terminal.wants_color(request)
        report = quotes_text(articles, clusters, width=width, color=color)
    _deliver(report, request)
    return _NOTHING_DIFFERS


def _reader(request: Request, settings: Mapping[str, object]) -> int:
    if not request.demo and (len(request.articles) != 2 or any(map(_is_folder, request.articles))):
        return _library(request, settings)
    left, right = _both(request)
    if "-" in request.articles:
        terminal.keyboard_after_stdin()
    if not terminal.has_terminal():
        return _compare(left, right, request)
    with _told_what_reader_lacks():
        from tui.app import run_reader
    return run_reader(
        left,
        right,
        settings=settings,
        encoding=request.encoding,
        allow_private=request.allow_private,
        db=request.db,
        house_rules=request.house_rules,
    )


@contextmanager
def _told_what_reader_lacks() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise Trouble(
            "the reader", f"{error.name or 'a part of it'} is not installed; install copyholder again"
        ) from error


def _library(request: Request, settings: Mapping[str, object]) -> int:
    for source in request.articles:
        _refuse_missing(source)
    if not terminal.has_terminal(piped="-" in request.articles):
        raise Trouble("the library", _NEEDS_TERMINAL)
    with _told_what_reader_lacks():
        from tui.app import run_library
    return run_library(
        request.articles,
        settings=settings,
        encoding=request.encoding,
        allow_private=request.allow_private,
        db=request.db,
        house_rules=request.house_rules,
    )


def _is_folder(source: str) -> bool:
    try:
        return source != "-" and Path(source).is_dir()
    except (OSError, ValueError):
        return False


def _refuse_missing(source: str) -> None:
    """What is no address must be there: a name typed wrong is told at once, not in a list."""
    from tui.article import is_address

    if source == "-" or is_address(source):
        return
    try:
        Path(source).stat()
    except OSError as error:
        raise Trouble(source, reason(error)) from None
    except ValueError:  # a NUL in the name
        raise Trouble(source, "that can't be a file's name; check it") from None


def _both(request: Request) -> tuple[Article, Article]:
    left, right = _demo() if request.demo else request.articles
    return _article(left, request), _article(right, request)


def _article(source: str, request: Request) -> Article:
    from tui.article import ArticleError, is_address, read_article

    if source == "-" and sys.stdin is None:
        raise Trouble("-", "standard input is closed; give the article as a file")
    try:
        with fetching(source) if is_address(source) else nullcontext():
            return read_article(source, encoding=request.encoding, allow_private=request.allow_private)
    except ArticleError as error:
        raise Trouble(error.what, error.why) from None


def _demo() -> tuple[str, str]:
    """The bundled articles: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "seeds", package.parent / "seeds"):
        found = [next(iter(sorted(folder.glob(f"{number}*.txt"))), None) for number in _DEMO]
        if found[0] and found[1]:
            return str(found[0]), str(found[1])
    raise Trouble("--demo", "the bundled articles are missing; install copyholder again")


def _deliver(report: str | bytes, request: Request) -> None:
    if request.output is None or request.output == "-":
        if isinstance(report, bytes) and terminal.shows_output():
            raise Trouble(f"--format {request.format}", "it can't be shown in a terminal; name a file with -o")
        terminal.write_out(report)
        return
    from tui.report.write import write_file

    try:
        write_file(request.output, report)
    except OSError as error:
        raise Trouble(request.output, reason(error)) from None
    except ValueError:  # a NUL in the name
        raise Trouble(request.output, "that can't be a file's name; choose another") from None


def _settings(request: Request) -> Mapping[str, object]:
    """What the settings file says; nothing where none is named."""
    if request.config is None:
        return {}
    import tomllib

    try:
        with Path(request.config).open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise Trouble(request.config, reason(error)) from None
    except (ValueError, RecursionError):  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        raise Trouble(
            request.config, "this is no valid settings file (TOML); correct it or leave out --config"
        ) from None


def _protect_articles(request: Request) -> None:
    """A report never takes the place of an article it reports on."""
    if request.output is None:
        return
    output = Path(request.output)
    for source in (*request.articles, *request.sources):
        try:
            same = source != "-" and output.is_file() and output.samefile(source)
        except (OSError, ValueError):
            continue  # what can't be found is reported when it is read
        if same:
            raise Trouble(request.output, "that is one of the articles; name another file for the report")
