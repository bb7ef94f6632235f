"""Rich Text Format as words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article.errors import ArticleError
from tui.article.formats.joining import tidy
from tui.article.formats.limits import time_limit
from tui.article.formats.model import Extracted, Part
from tui.article.missing import missing_library
from tui.article.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS = 30.0
_LARGEST = 40_000_000  # bytes once pictures are out

_LINE, _CELL = "\x1e", "\x1f"  # stand for \line and \cell on the way through the library, which can't tell them

_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_HEX_PICTURE = re.compile(rb"[0-9A-Fa-f\s]{4000,}")
_LINE_WORD = re.compile(r"\\line(?![a-zA-Z]) ?")
_CELL_WORD = re.compile(r"\\(?:nest)?cell(?![a-zA-Z]) ?")
_DELETED = re.compile(r"\\deleted(?![a-zA-Z0-9])")
_FONT_TABLE = re.compile(r"\{\s*\\fonttbl")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_FONT = re.compile(r"\\f(\d{1,6})(?!\d)")
_CHARSET = re.compile(r"\\fcharset(\d{1,3})(?!\d)")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
_TWO_BYTES = re.compile(r"\\'[0-9a-fA-F]{2}\\'[0-9a-fA-F]{2}|(\\'[89a-fA-F][0-9a-fA-F])([@-\[\]-z|~]|\\[\\{}])")
_TITLE = re.compile(r"\{\\title\s([^{}]{1,1000})\}")


def extract(data: bytes, what: str) -> Extracted:
    """The article in an RTF document.

    Args:
        data: The bytes of the document.
        what: The source, for the message of an error.

    Raises:
        ArticleError: It is broken or far too large, or striprtf isn't installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise missing_library(what, "an RTF document", "striprtf", "striprtf>=0.0.32,<1") from None

    def to_text(document: str) -> str:
        return str(rtf_to_text(document, errors="replace"))  # type: ignore[no-untyped-call]

    try:
        with time_limit(_SECONDS):
            return _extracted(data, what, to_text)
    except TimeoutError:
        raise ArticleError(what, "reading this RTF takes too long; save the article as a text file") from None
    except (ValueError, TypeError, LookupError, RecursionError):
        raise ArticleError(what, "this RTF document is broken; open it in a word processor and save it again") from None


def _extracted(data: bytes, what: str, to_text: Callable[[str], str]) -> Extracted:
    bare = _without_pictures(data)
    if len(bare) > _LARGEST:
        raise ArticleError(what, "it is too large for an article; save the article on its own")
    source = _made_plain(_HIGH_BYTE.sub(lambda byte: b"\\'%02x" % ord(byte[0]), bare).decode("latin-1"))
    lines = [_paragraph(line) for line in _whole_letters(to_text(source)).split("\n")]
    found = [line for line in lines if line]
    title = _TITLE.search(source)
    named = tidy(_whole_letters(to_text("{\\rtf1\\ansi " + title[1] + "}"))) if title else ""
    paragraphs = [Part(words) for words in found]
    if found and named and named.casefold() == found[0].casefold():
        paragraphs[0] = Part(found[0], Role.HEADLINE)
    code_page = _CODE_PAGE.search(source)
    return Extracted(
        tuple(paragraphs), media_type="application/rtf", encoding=f"cp{code_page[1]}" if code_page else "cp1252"
    )


def _without_pictures(data: bytes) -> bytes:
    kept: list[bytes] = []
    start = 0
    while found := _BINARY.search(data, start):
        kept.append(data[start : found.start()])
        start = found.end() + int(found[1])
    kept.append(data[start:])
    return _HEX_PICTURE.sub(b"", b"".join(kept))


def _made_plain(source: str) -> str:
    """The document without what the library misreads.

    It would write the address of a link beside its words and can't tell a line from a paragraph; its search for
    fonts takes the cube of a hostile table.
    """
    source = _with_plain_fonts(source.replace("\x1e", "").replace("\x1f", ""))
    source = source.replace("\\fldinst", "\\fldtype")
    source = _DELETED.sub(r"\\*\\deleted", source)
    return _TWO_BYTES.sub(_second_as_hex, _CELL_WORD.sub(r"\\'1f", _LINE_WORD.sub(r"\\'1e", source)))


def _second_as_hex(found: re.Match[str]) -> str:
    """A letter of two bytes whose second was written as the ASCII sign it happens to be."""
    return f"{found[1]}\\'{ord(found[2][-1]):02x}" if found[1] else found[0]


def _with_plain_fonts(source: str) -> str:
    begun = _FONT_TABLE.search(source)
    if begun is None:
        return source
    depth = 1
    end = len(source)
    for brace in _BRACE.finditer(source, begun.end()):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            end = brace.end()
            break
    fonts: dict[str, str] = {}
    found = list(_FONT.finditer(source, begun.end(), end))
    for index, font in enumerate(found):
        following = found[index + 1].start() if index + 1 < len(found) else end
        charset = _CHARSET.search(source, font.end(), following)
        if charset:
            fonts.setdefault(font[1], charset[1])
    table = "".join(f"{{\\f{font}\\fcharset{charset} x;}}\n" for font, charset in fonts.items())
    return f"{source[: begun.start()]}{{\\fonttbl{table}}}{source[end:]}"


def _whole_letters(text: str) -> str:
    """The text with letters beyond the first plane whole, which RTF writes in halves."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _paragraph(line: str) -> str:
    cells = " | ".join(filter(None, (cell.strip() for cell in line.split(_CELL))))
    return "\n".join(filter(None, map(tidy, cells.split(_LINE))))
