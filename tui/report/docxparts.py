"""A Word document of an article, made with python-docx: runs cut where comments begin and end."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.article import Role
from tui.report.marked import moment_of
from tui.report.missing import MissingLibrary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.comments import Comment
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Printed
    from docx.text.run import Run

    from tui.article import Article, Paragraph

FORM, LIBRARY, REQUIREMENT = "a Word copy", "python-docx", "python-docx>=1.2,<2"
"""What a missing library is told with."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_QUIET = 0x59, 0x59, 0x59
_QUIET_SIZE, _HEAD_SIZE = 9, 9  # points
_STRONG_DIRECTIONS = {"L": False, "R": True, "AL": True}
_SLANTED = frozenset({Role.BYLINE, Role.DATELINE, Role.CORRECTION})


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on words of the article.

    Attributes:
        start: The first code point it is on.
        end: One past the last.
        lines: What it says; the first line is set off.
        author: Who says so.
        made: When, as ISO 8601; empty where that is nobody's business.
    """

    start: int
    end: int
    lines: tuple[str, ...]
    author: str
    made: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a document holds.

    Attributes:
        article: The article.
        head: Lines that stand above it.
        remarks: The comments; they may overlap.
        tail: What was marked elsewhere, each in lines.
    """

    article: Article
    head: Sequence[str]
    remarks: Sequence[Remark]
    tail: Sequence[Sequence[str]]


def write_copy(copy: Copy) -> bytes:
    """The document's bytes.

    Raises:
        MissingLibrary: python-docx isn't installed, or is too old for comments.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingLibrary(FORM, LIBRARY, REQUIREMENT) from error
    document = docx.Document()
    if not hasattr(document, "add_comment"):
        raise MissingLibrary(FORM, f"a {LIBRARY} that knows comments", REQUIREMENT)
    _name(document, copy)
    _blacken_headings(document)
    _write_head(document, copy.head)
    runs = _write_article(document, copy)
    for remark in sorted(copy.remarks, key=lambda one: (one.start, -one.end)):
        concerned = runs[bisect_left(runs, remark.start, key=_begin) : bisect_left(runs, remark.end, key=_begin)]
        if concerned:
            _comment(document, [run for _, run in concerned], remark)
    _write_tail(document, copy.tail)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _begin(placed: tuple[int, Run]) -> int:
    return placed[0]


def _name(document: Document, copy: Copy) -> None:
    """Facts of the file: nobody's name but the program's."""
    facts = document.core_properties
    now = datetime.now(UTC).replace(tzinfo=None)
    facts.author = facts.last_modified_by = "Copyholder"
    facts.title = _printable(copy.head[0])[:255] if copy.head else ""
    facts.comments = ""
    facts.created = facts.modified = now


def _blacken_headings(document: Document) -> None:
    from docx.shared import RGBColor

    for level in (1, 2):
        document.styles[f"Heading {level}"].font.color.rgb = RGBColor(0, 0, 0)


def _write_head(document: Document, lines: Sequence[str]) -> None:
    for at, line in enumerate(lines):
        paragraph = document.add_paragraph()
        _run(paragraph, line, quiet=at > 0, size=_HEAD_SIZE).bold = at == 0
        _close_up(paragraph)
    if lines:
        _rule(document)


def _rule(document: Document) -> None:
    """A line between what is said of the article and the article."""
    paragraph = document.add_paragraph()
    _close_up(paragraph)
    _run(paragraph, "—" * 12, quiet=True, size=_HEAD_SIZE)


def _close_up(paragraph: Printed) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.space_after = Pt(2)


def _write_article(document: Document, copy: Copy) -> list[tuple[int, Run]]:
    """The paragraphs; every run with the code point at which it begins."""
    article = copy.article
    cuts = {edge for remark in copy.remarks for edge in (remark.start, remark.end)}
    cuts.update(edge for span in article.noise for edge in span)
    ordered = sorted(cuts)
    runs: list[tuple[int, Run]] = []
    headed = False
    for part in article.paragraphs:
        printed = _paragraph(document, part, first=not headed)
        headed = headed or part.role is Role.HEADLINE
        right_to_left = _is_right_to_left(article.text[part.start : part.end])
        if right_to_left:
            _turn(printed)
        inside = ordered[bisect_left(ordered, part.start + 1) : bisect_left(ordered, part.end)]
        edges = [part.start, *inside, part.end]
        for start, end in pairwise(edges):
            stray = any(low <= start and end <= high for low, high in article.noise)
            run = _run(
                printed,
                article.text[start:end],
                quiet=stray or part.quiet,
                size=_QUIET_SIZE if part.quiet else None,
            )
            if part.role in _SLANTED:
                run.italic = True
            if right_to_left:
                run.font.rtl = True
            runs.append((start, run))
    return runs


def _paragraph(document: Document, part: Paragraph, *, first: bool) -> Printed:
    if part.role is Role.HEADLINE and part.counts:
        heading: Printed = document.add_heading(level=1 if first else 2)
        return heading
    return document.add_paragraph()


def _run(paragraph: Printed, text: str, *, quiet: bool = False, size: int | None = None) -> Run:
    """A run of words; line ends, which only hold hard-wrapped lines apart, become blanks."""
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(_printable(text))
    if quiet:
        run.font.color.rgb = RGBColor(*_QUIET)
    if size is not None:
        run.font.size = Pt(size)
    return run


def _comment(document: Document, runs: Sequence[Run], remark: Remark) -> None:
    comment = document.add_comment(runs, author=remark.author, initials=remark.author[:1])
    first, *others = remark.lines
    _run(comment.paragraphs[0], first, size=_HEAD_SIZE).bold = True
    for line in others:
        _run(comment.add_paragraph(), line, size=_HEAD_SIZE)
    _date(comment, remark.made)


def _date(comment: Comment, made: str) -> None:
    """When the reporter made it; what the program found bears no date, so that it is the same every time."""
    from docx.oxml.ns import qn

    (element,) = (one for one in comment.part.element if one.get(qn("w:id")) == str(comment.comment_id))
    element.attrib.pop(qn("w:date"), None)
    when = moment_of(made)
    if when is not None:
        element.set(qn("w:date"), when.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _write_tail(document: Document, tail: Sequence[Sequence[str]]) -> None:
    if not tail:
        return
    document.add_heading("Marked elsewhere, or on words that are gone", level=2)
    for first, *others in tail:
        paragraph = document.add_paragraph(style="List Bullet")
        _run(paragraph, first, size=_HEAD_SIZE + 1).bold = True
        for line in others:
            paragraph.add_run().add_break()
            _run(paragraph, line, size=_HEAD_SIZE + 1)


def _turn(paragraph: Printed) -> None:
    """A paragraph that is read from right to left."""
    from docx.oxml import OxmlElement

    paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))


def _is_right_to_left(text: str) -> bool:
    """By the first letter that has a direction."""
    directions: Iterator[str] = map(unicodedata.bidirectional, text)
    return next((_STRONG_DIRECTIONS[one] for one in directions if one in _STRONG_DIRECTIONS), False)


def _printable(text: str) -> str:
    """Words that XML can hold, one character for one."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text).replace("\n", " ").replace("\r", " ").replace("\t", " ")
