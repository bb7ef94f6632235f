"""What every command must keep to, whatever it is given: run in this process, and its answer looked through."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

from tests.cli.shapes import check_article_file, check_check_file, check_comparison_file, check_quotes_file
from tests.report.pages import read_page
from tui.article import Article, ArticleError, read_article
from tui.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FORMATS = {
    "read": ("text", "json"),
    "compare": ("text", "json", "markdown", "html", "csv", "docx"),
    "check": ("text", "json", "markdown", "html", "csv", "docx"),
    "quotes": ("text", "json", "html", "csv"),
}
"""Every form in which each command reports."""

STATUSES = {"read": {0, 2}, "compare": {0, 1, 2}, "check": {0, 1, 2}, "quotes": {0, 2}}
"""How each command may end."""

ELEMENTS = frozenset(
    """
    html head meta title style body header main section article nav footer aside details summary h1 h2 h3 h4 p div
    span a ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td b i em strong small mark ins del s q
    blockquote cite abbr time sup sub br hr wbr bdi bdo figure figcaption label input button code pre noscript
    """.split()  # noqa: SIM905 - a list read as words is easier to keep
)
"""What a report is built of; no article adds to it: no script, no picture, no frame, no form."""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SHAPES = {
    "read": check_article_file,
    "compare": check_comparison_file,
    "check": check_check_file,
    "quotes": check_quotes_file,
}
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?%?")
_FAULT = "fault in the program"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it wrote."""

    status: int
    out: bytes
    err: bytes


def carry_out(*words: str | Path) -> Ended:
    """Carry out a command line in this process; what it raises is not caught, as the command would."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with ExitStack() as stack:
        stack.enter_context(redirect_stdout(out))
        stack.enter_context(redirect_stderr(err))
        status = main._run([str(word) for word in words])
    return Ended(status, *(stream.buffer.getvalue() for stream in (out, err)))


def check_command(command: str, form: str, paths: Sequence[Path], *more: str) -> Ended:
    """Carry out a command and look through what it answers.

    Args:
        command: "read", "compare", "check" or "quotes".
        form: What it is to report in.
        paths: The articles; for "check" the sources behind the first.
        more: Further options.
    """
    articles: list[str | Path] = list(paths)
    if command == "check":
        articles = [paths[0], *(word for path in paths[1:] for word in ("--against", path))]
    ended = carry_out(command, *articles, "--format", form, *more)
    assert ended.status in STATUSES[command]
    errors = ended.err.decode("utf-8")
    assert _FAULT not in errors, errors
    if ended.status == 2:
        assert ended.out == b""
        check_trouble(errors)
        return ended
    assert errors == ""
    if form == "json":
        check_json(command, ended.out)
    else:
        FORMS[form](ended.out)
    return ended


def check_trouble(errors: str) -> None:
    """One line of the promised shape: copyholder: WHAT: WHY."""
    assert errors.endswith("\n")
    line = errors[:-1]
    assert line.startswith("copyholder: ")
    assert line.count(": ") >= 2
    assert line.isprintable()


def check_json(command: str, out: bytes) -> None:
    """It parses, is what the formats promise, and every offset lies within the text and on words."""
    found = json.loads(out.decode("utf-8"))
    _SHAPES[command](found)


def check_harmless(text: str) -> None:
    """No control but the line end, nothing that turns the direction of reading, no lone surrogate."""
    assert not _BIDI & set(text)
    assert not [char for char in set(text) if char != "\n" and unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}]


def check_text(out: bytes) -> None:
    """Text is harmless."""
    check_harmless(out.decode("utf-8"))


def check_html(out: bytes) -> None:
    """A page whose elements nest, all of them the report's own, none of which fetches or runs anything."""
    page = out.decode("utf-8")
    check_harmless(page)
    for element in read_page(page).walk():
        assert element.tag in ELEMENTS | {""}, element.tag
        for name, value in element.attributes.items():
            assert not name.startswith("on"), name
            assert name not in {"src", "action", "formaction", "srcdoc", "style", "http-equiv"} or _own(name, value)
            assert name != "href" or value.startswith("#"), value


def _own(name: str, value: str) -> bool:
    """What the report's own template says in such attributes: widths, and what the page may not do."""
    if name == "style":
        return re.fullmatch(r"[-\w:; .%#(),]*", value) is not None and "url" not in value
    return name == "http-equiv" and value == "Content-Security-Policy"


def check_csv(out: bytes) -> None:
    """UTF-8 with its mark; every row as wide as the first; no cell that a spreadsheet calculates."""
    text = out.decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    assert rows
    assert len({len(row) for row in rows}) == 1
    for row in rows:
        for cell in row:
            check_harmless(cell)
            assert not _FORMULA.match(cell) or _NUMBER.fullmatch(cell), cell


def check_docx(out: bytes) -> None:
    """An archive whose parts are well-formed XML, and none of which leads outside it."""
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                part = archive.read(name)
                expat.ParserCreate().Parse(part, True)
                assert b'TargetMode="External"' not in part
                check_harmless(part.decode("utf-8").replace("\r\n", "\n"))


FORMS: dict[str, Callable[[bytes], None]] = {
    "text": check_text,
    "markdown": check_text,
    "html": check_html,
    "csv": check_csv,
    "docx": check_docx,
}
"""What looks through each form."""


def read_or_refusal(path: Path) -> Article | ArticleError:
    try:
        return read_article(path)
    except ArticleError as error:
        return error


def is_held_well(path: Path) -> bool:
    """Whether an article was read from a file; if so, it is harmless, and otherwise one sentence says why not."""
    article = read_or_refusal(path)
    if isinstance(article, ArticleError):
        assert article.why
        assert article.what == str(path)
        return False
    check_harmless(article.text)
    assert article.paragraphs
    before = 0
    for index, paragraph in enumerate(article.paragraphs):
        assert before <= paragraph.start < paragraph.end <= len(article.text)
        assert article.words_of(index) == article.words_of(index).strip()
        before = paragraph.end
    return True
