"""The fact-check sheet as CSV that a spreadsheet opens right: UTF-8 with its mark, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING

from tui.quotation import HouseRules, QuotationKind
from tui.report.counting import GROUP_WORDS
from tui.report.marked import moment_of, note_told
from tui.report.othermarks import MARK_HEADINGS, other_marks, source_pairs
from tui.report.passages import plain
from tui.report.sheet import NAMES, check_rows, comparison_rows
from tui.report.wording import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.article import Article
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, QuoteComparison
    from tui.report.marked import MarkTold
    from tui.report.quoterow import QuoteRow
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
    "Group",
    "Marked on",
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
    "Group",
    "Marked on",
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
    names = plain(called(collation.left)), plain(called(collation.right))
    others = other_marks(rows, [(collation.left, collation.right, marks, NAMES)])
    return written(
        COMPARISON_HEADER,
        [*(_quotation(row, names) for row in rows), *(_other(told, names) for told, _ in others)],
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
    name, others = plain(called(article)), [plain(called(source)) for source in sources]
    lines = [_quotation(row, (name, "" if row.source is None else others[row.source])) for row in rows]
    told_marks = other_marks(rows, source_pairs(article, sources, marks))
    lines += [_other(told, (name, others[number] if told.sides[1] else "")) for told, number in told_marks]
    return written(CHECK_HEADER, lines)


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


def as_words(cell: str) -> str:
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
        as_words(row.quotation),
        row.speaker,
        row.where,
        as_words(row.other_wording),
        row.other_speaker,
        row.other_where,
        row.verdict_told,
        row.changed,
        row.why,
        row.severity_told,
        _status(row.status, row.was),
        as_words(row.note),
        "repeat" if row.copy else _KINDS[row.kind],
        *names,
        GROUP_WORDS[row.group],
        _moment(row.mark),
    ]


def _other(told: MarkTold, names: tuple[str, str]) -> list[str]:
    """A mark on something else, or one whose words are gone: those are told as they stood."""
    return [
        "",
        as_words(told.sides[0]),
        "",
        _bare(told.places[0]),
        as_words(told.sides[1]),
        "",
        _bare(told.places[1]),
        *[""] * 4,
        _status(told.status, told.was),
        as_words(note_told(told.located.mark)),
        told.subject,
        *names,
        MARK_HEADINGS[told.located.found],
        _moment(told.located),
    ]


def _status(status: str, was: str) -> str:
    return f"{status}; {was}" if was else status


def _bare(place: str) -> str:
    """A place under its column's head: a check's "article ¶3" and "source ¶3" are "¶3" there, as in its rows."""
    return place.removeprefix("article ") if not place.startswith("source ¶") else place.removeprefix("source ")


def _moment(located: Located | None) -> str:
    """When it was last marked, as spreadsheets sort it; empty where that isn't known."""
    when = None if located is None else moment_of(located.mark.changed)
    return "" if when is None else f"{when:%Y-%m-%d %H:%M} UTC"


def written(header: Iterable[str], lines: Iterable[Sequence[str]]) -> str:
    """A sheet's text; the first cell of each line is a number, all others are disarmed."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(_cells(line) for line in lines)
    return _BYTE_ORDER_MARK + out.getvalue()


def _cells(line: Sequence[str]) -> Iterator[str]:
    number, *texts = line
    yield number
    yield from map(disarmed, texts)
