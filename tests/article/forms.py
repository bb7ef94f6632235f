"""One article saved in several forms, by other libraries than those that read them, or by hand."""

from __future__ import annotations

import html
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
)

from tui.article import Article, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Written = list[tuple[str, bool]]
"""Paragraphs, and whether each is the headline."""

_MARGIN, _GUTTER = 50, 18  # points


def written(article: Article) -> Written:
    """The paragraphs of an article that was read from a text."""
    return [
        (article.words_of(index), paragraph.role is Role.HEADLINE) for index, paragraph in enumerate(article.paragraphs)
    ]


def as_html(paragraphs: Written) -> bytes:
    body = "".join(
        f"<h1>{_escaped(words)}</h1>\n" if headline else f"<p>{_escaped(words)}</p>\n" for words, headline in paragraphs
    )
    title = next((html.escape(words) for words, headline in paragraphs if headline), "")
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"{page}<body><article>{body}</article></body></html>".encode()


def _escaped(words: str) -> str:
    return html.escape(words).replace("\n", "<br/>")


def as_docx(paragraphs: Written) -> bytes:
    document = docx.Document()
    for words, headline in paragraphs:
        if headline:
            document.add_heading(words, 0)
        else:
            document.add_paragraph(words)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def as_rtf(paragraphs: Written) -> bytes:
    styles = {True: "\\b\\fs40", False: ""}
    body = "".join(f"\\pard{styles[headline]} {_in_rtf(words)}\\b0\\fs24\\par\n" for words, headline in paragraphs)
    head = "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\froman\\fcharset0 Times;}}\\f0\\fs24\n"
    return f"{head}{body}}}".encode("ascii")


def _in_rtf(words: str) -> str:
    found = []
    for char in words:
        if char == "\n":
            found.append("\\line ")
        elif char in "\\{}":
            found.append(f"\\{char}")
        elif char.isascii():
            found.append(char)
        elif len(byte := char.encode("cp1252", "ignore")) == 1:
            found.append(f"\\'{byte[0]:02x}")
        else:
            halves = char.encode("utf-16-le")
            units = [int.from_bytes(halves[at : at + 2], "little") for at in range(0, len(halves), 2)]
            found.extend(f"\\u{unit - 65536 if unit > 32767 else unit}?" for unit in units)
    return "".join(found)


def as_markdown(paragraphs: Written) -> bytes:
    return "\n\n".join(("# " if headline else "") + _in_markdown(words) for words, headline in paragraphs).encode()


def _in_markdown(words: str) -> str:
    escaped = "".join(f"\\{char}" if char in "\\`*_{}[]<>()#+-.!|&~" else char for char in words)
    return "\\\n".join(line.strip() for line in escaped.split("\n"))


def as_pdf(
    paragraphs: Written, *, columns: int = 1, justified: bool = True, indent: float = 0, running_head: str = ""
) -> bytes:
    """The article as printed: a large headline, columns, page numbers, paragraphs parted by space or by indents."""
    unspaced = any("\u3040" <= char <= "\u9fff" for words, _ in paragraphs for char in words)
    font = "HeiseiMin-W3" if unspaced else "Times-Roman"
    if unspaced:
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    wrap = "CJK" if unspaced else None
    body = ParagraphStyle(
        "body", fontName=font, fontSize=10.5, leading=13, alignment=4 if justified else 0, wordWrap=wrap,
        firstLineIndent=indent, spaceAfter=0 if indent else 7,
    )  # fmt: skip
    head = ParagraphStyle("head", fontName=font, fontSize=20, leading=24, spaceAfter=10, wordWrap=wrap)
    flow = [Paragraph(_escaped(words), head if headline else body) for words, headline in paragraphs]

    def furniture(canvas: object, document: object) -> None:
        canvas.setFont(font, 8)  # type: ignore[attr-defined]
        if running_head:
            canvas.drawString(_MARGIN, A4[1] - 30, running_head)  # type: ignore[attr-defined]
        canvas.drawRightString(A4[0] - _MARGIN, 25, str(document.page))  # type: ignore[attr-defined]

    return printed(flow, columns=columns, furniture=furniture)


def printed(
    flow: Sequence[Flowable], *, columns: int = 1, furniture: Callable[[object, object], None] = lambda *_: None
) -> bytes:
    """Paragraphs, pictures and spaces set in columns on A4."""
    width, height = A4
    column = (width - 2 * _MARGIN - (columns - 1) * _GUTTER) / columns
    frames = [
        Frame(
            _MARGIN + place * (column + _GUTTER), _MARGIN, column, height - 2 * _MARGIN, leftPadding=0, rightPadding=0
        )
        for place in range(columns)
    ]
    held = BytesIO()
    document = BaseDocTemplate(held, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
    document.build([*flow, Spacer(1, 1)])
    return held.getvalue()
