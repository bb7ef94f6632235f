"""Word documents (DOCX): paragraphs with their styles, tracked changes as accepted, comments out."""

# ruff: noqa: ANN401 - the library tells no types

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET  # its parser (expat) refuses entities that grow
from xml.parsers.expat import ExpatError

from tui.article.errors import ArticleError
from tui.article.formats.joining import tidy
from tui.article.formats.limits import time_limit
from tui.article.formats.listing import gather_items
from tui.article.formats.model import Extracted, Part
from tui.article.missing import missing_library
from tui.article.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECONDS = 60.0
_MOST_ENTRIES = 10_000
_LARGEST_TEXT = 15_000_000  # bytes of XML once unpacked; a book of 300,000 words has about ten million
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_HEADLINES = frozenset({"title", "heading1"})
_SUMMARIES = frozenset({"subtitle"})
_CAPTIONS = frozenset({"caption", "imagecaption"})
_MOST_NOTES = 5000
_LONGEST_CELL = 60  # characters; longer ones are prose, and the table only sets it


def extract(data: bytes, what: str) -> Extracted:
    """The article in a Word document.

    Args:
        data: The bytes of the document.
        what: The source, for the message of an error.

    Raises:
        ArticleError: It is encrypted, broken, too large or no such document, or mammoth isn't installed.
    """
    if data.startswith(_OLD_OFFICE):
        raise ArticleError(what, _refusal_of_old(data))
    _check_sizes(data, what)
    try:
        with time_limit(_SECONDS):
            document = _document(data, what)
            return _extracted(_paragraphs(document), _title_told(data))
    except TimeoutError:
        raise ArticleError(what, "reading this document takes too long; save the article as a text file") from None


def _refusal_of_old(data: bytes) -> str:
    if _ENCRYPTED in data:
        return "it is locked with a password; open it in Word and save a copy without the password"
    return "it is a document of an old kind of Word (.doc); open it in a word processor and save it as .docx"


def _check_sizes(data: bytes, what: str) -> None:
    """Refuse what would grow beyond measure; a size that lies is cut off when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise _broken(what) from None
    if any(entry.flag_bits & 1 for entry in entries):
        raise ArticleError(what, "it is locked with a password; save a copy without the password")
    texts = [entry.file_size for entry in entries if entry.filename.casefold().endswith((".xml", ".rels"))]
    if len(entries) > _MOST_ENTRIES or sum(texts) > _LARGEST_TEXT:
        raise ArticleError(what, "it is too large once unpacked; save the article on its own")


def _broken(what: str) -> ArticleError:
    return ArticleError(what, "this Word document is broken; open it in a word processor and save it again")


def _document(data: bytes, what: str) -> Any:
    """The document as mammoth holds it, before it would make HTML of it."""
    try:
        import mammoth  # type: ignore[import-untyped]
    except ImportError:
        raise missing_library(what, "a Word document", "mammoth", "mammoth>=1.11,<2") from None
    held: list[Any] = []

    def hold(document: Any) -> Any:
        held.append(document)
        return document.copy(children=[])

    try:
        mammoth.convert_to_html(
            io.BytesIO(data), transform_document=hold, include_embedded_style_map=False, external_file_access=False
        )
    except (
        ExpatError, zipfile.BadZipFile, zlib.error, OSError, EOFError, LookupError, ValueError, TypeError,
        AttributeError, NotImplementedError, RecursionError, AssertionError,
    ):  # fmt: skip
        raise _broken(what) from None
    return held[0]


def _title_told(data: bytes) -> str | None:
    """The title among the properties of the document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            told = ET.fromstring(archive.read("docProps/core.xml")).findtext(_TITLE)  # noqa: S314
    except (
        KeyError,
        ET.ParseError,
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
    ):
        return None
    return tidy(told) or None if told else None


def _extracted(paragraphs: list[_Styled], told: str | None) -> Extracted:
    roles = _roles(paragraphs, told)
    parts = gather_items(Part(styled.words, role) for styled, role in zip(paragraphs, roles, strict=True))
    return Extracted(tuple(parts), media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document")


@dataclass(frozen=True, slots=True)
class _Styled:
    """A paragraph's words and the names of its style, in lower-case letters without spaces."""

    words: str
    style: frozenset[str]


def _roles(paragraphs: list[_Styled], told: str | None) -> Iterator[Role | None]:
    headline = next((index for index, styled in enumerate(paragraphs) if styled.style & _HEADLINES), None)
    if headline is None and told and paragraphs and paragraphs[0].words.casefold() == told.casefold():
        headline = 0
    for index, styled in enumerate(paragraphs):
        if index == headline:
            yield Role.HEADLINE
        elif styled.style & _CAPTIONS:
            yield Role.CAPTION
        elif styled.style & _SUMMARIES:
            yield Role.SUMMARY
        else:
            yield None


def _paragraphs(document: Any) -> list[_Styled]:
    """The paragraphs of the body, then those of the notes that it refers to."""
    references: list[Any] = []
    found = list(_blocks(document.children, references))
    for reference in references:  # grows while a note refers to another; none stands twice
        try:
            note = document.notes.resolve(reference)
        except KeyError:
            continue
        found.extend(_blocks(note.body, references if len(references) < _MOST_NOTES else []))
    return found


def _blocks(elements: Any, references: list[Any]) -> Iterator[_Styled]:
    for element in elements:
        kind = type(element).__name__
        if kind == "Paragraph":
            words = "\n".join(filter(None, map(tidy, "".join(_pieces(element.children, references)).split("\n"))))
            if words:
                yield _Styled(f"• {words}" if element.numbering else words, _styles(element))
        elif kind == "TableRow":
            yield from _row(element, references)
        elif hasattr(element, "children"):
            yield from _blocks(element.children, references)


def _row(row: Any, references: list[Any]) -> Iterator[_Styled]:
    """Short cells on one line, as a table of figures; prose that a table only sets, paragraph by paragraph."""
    cells = [list(_blocks([cell], references)) for cell in row.children]
    if len(cells) > 1 and all(len(cell) <= 1 and len(cell[0].words if cell else "") <= _LONGEST_CELL for cell in cells):
        words = " | ".join(styled.words.replace("\n", " ") for cell in cells for styled in cell)
        if words:
            yield _Styled(words, frozenset())
        return
    for cell in cells:
        yield from cell


def _pieces(elements: Any, references: list[Any]) -> Iterator[str]:
    for element in elements:
        kind = type(element).__name__
        if kind == "Text":
            yield element.value
        elif kind == "Tab":
            yield " "
        elif kind == "Break":
            yield "\n"
        elif kind == "NoteReference":
            references.append(element)
        elif kind in {"Run", "Hyperlink"}:
            yield from _pieces(element.children, references)


def _styles(paragraph: Any) -> frozenset[str]:
    names = (paragraph.style_id, paragraph.style_name)
    return frozenset("".join(name.casefold().split()) for name in names if name)
