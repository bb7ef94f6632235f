"""The fact-check sheet as CSV that a spreadsheet opens right: UTF-8 with its mark, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING

from tui.quotation import HouseRules, QuotationKind
from tui.report.marked import tell_marks
from tui.report.sheet import check_rows, comparison_rows, note_told, other_marks, plain
from tui.report.wording import file_of, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.article import Article
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, QuoteComparison
    from tui.report.marked import MarkTold
    from tui.report.sheet import QuoteRow
    from tui.review import Located

COMPARISON_HEADER = (
    "No.",
    "Wording in A",
    "Speaker in A",
    "Where in A",
    "Wording in B",
    "Speaker in B",
    "Where in B",
    "Verdict",
    "What differs",
    "Why",
    "How grave",
    "Status",
    "Note",
    "Kind",
    "Article A",
    "Article B",
)
"""The columns of a comparison's sheet."""

CHECK_HEADER = (
    "No.",
    "Quotation",
    "Speaker",
    "Where",
    "Source wording",
    "Source speaker",
    "Source where",
    "Verdict",
    "What differs",
    "Why",
    "How grave",
    "Status",
    "Note",
    "Kind",
    "Article",
    "Source",
)
"""The columns of a check's sheet."""

LONGEST = 32_000
"""Characters of a cell at most; spreadsheets hold 32,767 and cut or split what is longer."""

_BYTE_ORDER_MARK = "\ufeff"
_OPENERS = frozenset("=+-@\N{MINUS SIGN}")
_MARKS_BEFORE = "'\"`´‘’‚‛“”„‟«»‹›"
# One to three words with a figure ("9/11", "5 March", "1E5") are read as dates and numbers, and written otherwise.
_LOOKS_LIKE_A_NUMBER = re.compile(r"(?=.*\d)\S+(?: \S+){0,2}")
_KINDS = {
    QuotationKind.FULL: "quotation",
    QuotationKind.PARTIAL: "quotation in part",
    QuotationKind.HEADLINE: "words in a headline",
    QuotationKind.SCARE: "term",
    QuotationKind.TITLE: "title",
}


def comparison_csv(
    collation: Collation,
    quotes: QuoteComparison,
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Located] = (),
) -> str:
    """The sheet of two articles; marks on anything but quotations stand below them.

    Args:
        collation: The comparison.
        quotes: Its quotations compared.
        rules: The house's rules for severity.
        marks: What the reporter marked.

    Returns:
        The file's text, its byte order mark included, lines closed by CR and LF.
    """
    rows = comparison_rows(collation, quotes, rules, marks)
    names = _called(collation.left), _called(collation.right)
    others = tell_marks(collation.left, collation.right, other_marks(rows, marks))
    return _written(
        COMPARISON_HEADER,
        [*(_quotation(row, names) for row in rows), *(_other(told, names) for told in others)],
    )


def check_csv(
    article: Article,
    sources: Sequence[Article],
    checked: Sequence[CheckedQuote],
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Sequence[Located]] = (),
) -> str:
    """The sheet of an article and its sources; see `comparison_csv`.

    Args:
        article: The article.
        sources: Its sources.
        checked: One result for each of its quotations.
        rules: The house's rules for severity.
        marks: For every source what the reporter marked in the article beside it.
    """
    rows = check_rows(article, sources, checked, rules, marks)
    name = _called(article)
    lines = [_quotation(row, (name, "" if row.source is None else _called(sources[row.source]))) for row in rows]
    for source, some in zip(sources, marks, strict=False):
        others = tell_marks(article, source, other_marks(rows, some), ("article", "source"))
        lines += [_other(told, (name, _called(source))) for told in others]
    return _written(CHECK_HEADER, lines)


def disarmed(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before one that it would.

    Args:
        cell: Any text.

    Returns:
        The text, cut where it is longer than a cell can be.
    """
    if len(cell) > LONGEST:
        cell = f"{cell[:LONGEST]} [cut here: {len(cell) - LONGEST:,} more characters]"
    return f"'{cell}" if _opens_a_formula(cell) else cell


def _as_words(cell: str) -> str:
    """Words that no spreadsheet takes for a number or a date either."""
    return f"'{cell}" if _LOOKS_LIKE_A_NUMBER.fullmatch(cell) else cell


def _opens_a_formula(cell: str) -> bool:
    """Whether its first sign, blanks, marks and what can't be seen aside, opens a formula, in any width."""
    if cell[:1] in {"\t", "\r", "\n"}:
        return True
    for char in cell:
        if char.isspace() or char in _MARKS_BEFORE or unicodedata.category(char) in {"Cf", "Cc", "Mn"}:
            continue
        return unicodedata.normalize("NFKC", char)[:1] in _OPENERS
    return False


def _quotation(row: QuoteRow, names: tuple[str, str]) -> list[str]:
    return [
        str(row.number),
        _as_words(row.quotation),
        row.speaker,
        row.where,
        _as_words(row.other_wording),
        row.other_speaker,
        row.other_where,
        row.verdict_told,
        row.changed,
        row.why,
        row.severity_told,
        row.status,
        _as_words(row.note),
        "repeat" if row.copy else _KINDS[row.kind],
        *names,
    ]


def _other(told: MarkTold, names: tuple[str, str]) -> list[str]:
    """A mark on something else, or one whose words are gone: the words as they stood."""
    words = ["", ""]
    for side, anchors in enumerate((told.located.mark.left, told.located.mark.right)):
        words[side] = plain(" / ".join(anchor.exact for anchor in anchors))
    return [
        "",
        _as_words(words[0]),
        "",
        told.where,
        _as_words(words[1]),
        *[""] * 6,
        told.status,
        _as_words(note_told(told.located.mark)),
        told.subject,
        *names,
    ]


def _called(article: Article) -> str:
    name, file = name_of(article), file_of(article)
    return plain(name if name == file else f"{name} ({file})")


def _written(header: Iterable[str], lines: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(_cells(line) for line in lines)
    return _BYTE_ORDER_MARK + out.getvalue()


def _cells(line: Sequence[str]) -> Iterator[str]:
    number, *texts = line
    yield number
    yield from map(disarmed, texts)
