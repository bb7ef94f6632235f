"""Writing a report from the reader: what it says, where it went, or why it couldn't be written."""

from __future__ import annotations

import os
from errno import EACCES, EISDIR, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import TYPE_CHECKING

from tui.layout import Side
from tui.quotation import HouseRules, compare_quotations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.app.screens.asking import ExportWish
    from tui.article import Article
    from tui.collation import Collation
    from tui.quotation import Cluster, QuoteComparison
    from tui.review.model import Located

_WIDTH = 100
"""Columns of a report in plain text."""

_NAMES = {"md": "markdown"}
_TEXT = "text"

_REASONS = {
    ENOENT: "its folder does not exist",
    ENOTDIR: "its folder does not exist",
    EACCES: "you may not write there",
    EPERM: "you may not write there",
    EROFS: "nothing can be written there",
    EISDIR: "it is a folder; please give a file's name",
    ENOSPC: "the disk is full",
    ENAMETOOLONG: "its name is too long",
}


def write_comparison(
    wish: ExportWish,
    collation: Collation,
    quotes: QuoteComparison | None,
    house_rules: str,
    marks: Sequence[Located],
) -> str:
    """Write a comparison with its marks.

    Args:
        wish: The form, the file, and for a copy of one article its side.
        collation: The comparison.
        quotes: Its quotations compared; None to compare them now.
        house_rules: The house rules for how grave a difference is.
        marks: What the reporter marked.

    Returns:
        Where the report went, or why it couldn't be written, as a sentence.
    """
    known = compare_quotations(collation) if quotes is None else quotes
    return _written(wish, lambda: _rendered(wish, collation, known, HouseRules(house_rules), marks))


def write_statements(wish: ExportWish, articles: Sequence[Article], clusters: Sequence[Cluster]) -> str:
    """Write what became of statements in many articles; says what `write_comparison` says.

    Args:
        wish: The form and the file.
        articles: The articles.
        clusters: Their statements.
    """
    # Only here: the table needn't wait for what knows the forms.
    from tui.report.forms import render_statements

    return _written(wish, lambda: render_statements(wish.format, articles, clusters, width=_WIDTH))


def _written(wish: ExportWish, render: Callable[[], str | bytes]) -> str:
    """Where the report went, or why it couldn't be written."""
    # Only here: the reader's start needn't wait for what knows the forms.
    from tui.report.missing import MissingLibrary
    from tui.report.write import write_file

    try:
        write_file(wish.path, render())
    except MissingLibrary as error:
        return f"The report could not be written: {error.why}"
    except OSError as error:
        return f"{place_told(wish.path)} could not be written: {_reason(error)}"
    return f"Written to {place_told(wish.path)}"


def _rendered(
    wish: ExportWish, collation: Collation, quotes: QuoteComparison, rules: HouseRules, marks: Sequence[Located]
) -> str | bytes:
    if wish.format == _TEXT:
        from tui.report.text import comparison_text

        return comparison_text(collation, quotes, rules, marks, width=_WIDTH)
    from tui.report.forms import render_comparison

    form = _NAMES.get(wish.format, wish.format)
    return render_comparison(form, collation, quotes, rules, marks, annotate_right=wish.side is Side.RIGHT)


def place_told(path: Path) -> str:
    """A file's whole path as people write it, the home folder as ~."""
    whole, home = path.absolute(), Path.home()
    if home != Path(home.anchor) and whole.is_relative_to(home):
        whole = Path("~") / whole.relative_to(home)
    return "".join(char if char.isprintable() else "?" for char in str(whole))


def _reason(error: OSError) -> str:
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return os.strerror(error.errno).lower() if error.errno else "the system gave no reason"
