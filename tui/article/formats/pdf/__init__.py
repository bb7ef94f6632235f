"""PDF documents: paragraphs in reading order, columns, broken words mended, furniture set aside."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from tui.article.errors import ArticleError
from tui.article.formats.limits import time_limit
from tui.article.missing import missing_library

if TYPE_CHECKING:
    from tui.article.formats.model import Extracted
    from tui.article.formats.pdf.model import Page

_SECONDS = 60.0

_FAULTS = (
    struct.error, zlib.error, ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError,
    RecursionError, NotImplementedError, EOFError, OSError, StopIteration, MemoryError,
)  # fmt: skip


def extract(data: bytes, what: str) -> Extracted:
    """The article in a PDF document.

    Args:
        data: The bytes of the document.
        what: The source, for the message of an error.

    Raises:
        ArticleError: It is locked, broken, too long or a picture of paper, or pdfminer.six isn't installed.
    """
    try:
        import pdfminer  # noqa: F401
    except ImportError:
        raise missing_library(what, "a PDF document", "pdfminer.six", "pdfminer.six>=20251230") from None
    try:
        with time_limit(_SECONDS):
            return _extracted(_pages(data, what), what)
    except TimeoutError:
        raise ArticleError(
            what, "reading this PDF takes too long; print the pages of the article to a PDF of their own"
        ) from None


def _pages(data: bytes, what: str) -> list[Page]:
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException

    from tui.article.formats.pdf.opening import MOST_PAGES, TooMuch, read_pages

    pages: list[Page] = []
    try:
        pages.extend(read_pages(data))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise ArticleError(what, "it is locked with a password; open it and print it to a new PDF") from None
    except TooMuch:
        raise ArticleError(
            what,
            f"it is too large to be an article (more than {MOST_PAGES} pages, or pages that can't be drawn); "
            "print the pages of the article to a PDF of their own",
        ) from None
    except (PSException, *_FAULTS):
        where = f"page {len(pages) + 1} of this PDF can't be read" if pages else "this PDF is broken"
        raise ArticleError(what, f"{where}; open it in a PDF reader and print it to a new PDF") from None
    return pages


def _extracted(pages: list[Page], what: str) -> Extracted:
    from tui.article.formats.pdf.settling import settle

    letters = sum(len(line.text) for page in pages for line in page.lines)
    unknown = sum(line.text.count("\ufffd") for page in pages for line in page.lines)
    if not letters:
        why = "it holds pictures of pages and no text (a scan); have its text recognised first, or type what you need"
        empty = "it holds no words; check that the article was saved"
        raise ArticleError(what, why if any(page.pictures for page in pages) else empty)
    if unknown * 4 > letters:
        why = (
            "its letters can't be told from their shapes; copy the text from a PDF reader, or have it recognised first"
        )
        raise ArticleError(what, why)
    return settle(pages)
