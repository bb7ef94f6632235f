"""The pages of a PDF document, read with pdfminer.six under limits."""

# ruff: noqa: ANN401 - the library gives what it passes on no narrower type

from __future__ import annotations

import logging
import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.converter import PDFPageAggregator
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfdocument import PDFDocument, PDFXRefStream
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    resolve1,
)

from tui.article.formats.pdf.printing import as_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdfminer.psparser import PSKeyword

    from tui.article.formats.pdf.model import Page

MOST_PAGES = 300

_LARGEST_STREAM = 64_000_000  # bytes once unpacked
_LARGEST_DRAWING = 8_000_000  # bytes of the drawing of one page; a dense one has a few hundred thousand
_LARGEST_DOCUMENT = 256_000_000  # bytes once unpacked, all streams together
_MOST_DRAWINGS = 20_000  # on one page
_MOST_LETTERS = 100_000  # on one page
_LAST_CODE = 0x10FFFF  # fonts that map more codes than there are characters only fill the memory

_RANGES = re.compile(rb"begin(?:bf|cid|notdef)range(.*?)(?:end|\Z)", re.DOTALL)
_RANGE_PART = re.compile(rb"<([^<>]{0,1000})>|\[[^\[\]]*\]|\d+")

# Its warnings would be written across the reading screen.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


class TooMuch(Exception):  # noqa: N818
    """The document grows beyond measure."""


def read_pages(data: bytes) -> Iterator[Page]:
    """The pages, one after the other.

    Args:
        data: The bytes of the document.

    Raises:
        TooMuch: It has too many pages, or grows beyond measure.
        Exception: What pdfminer.six raises where a document is encrypted or broken.
    """
    parser = _Parser(BytesIO(data))
    document = PDFDocument(parser)
    _check_tables(document, len(data))
    resources = _Resources()
    device = _Device(resources, laparams=None)
    interpreter = _Interpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= MOST_PAGES:
            raise TooMuch
        interpreter.process_page(page)
        yield as_page(device.get_result(), number)


class _Parser(PDFParser):
    """Makes streams that can't grow beyond measure."""

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file)
        self.unpacked = 0

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            place, stream = self.curstack[-1]
            if type(stream) is PDFStream and stream.rawdata is not None:
                self.curstack[-1] = (place, _Stream(stream.attrs, stream.rawdata, stream.decipher, self))


class _Stream(PDFStream):
    """Unpacks itself only after its size is known.

    Attributes:
        whole: Whether all of it could be unpacked; the library would take a part of it for the whole.
    """

    def __init__(self, attrs: dict[str, Any], rawdata: bytes, decipher: Any, parser: _Parser) -> None:
        super().__init__(attrs, rawdata, decipher)
        self.whole = True
        self._parser = parser

    def decode(self) -> None:
        data = self.rawdata or b""
        filters = self.get_filters()
        if filters and self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, _ in filters:
            data, whole = _unpacked(name, data)
            self.whole &= whole
        self._parser.unpacked += len(data)
        if self._parser.unpacked > _LARGEST_DOCUMENT:
            raise TooMuch
        super().decode()


def _unpacked(name: object, data: bytes) -> tuple[bytes, bool]:
    """What one filter makes of the data, as far as its size matters, and whether it could be read to its end."""
    if name in LITERALS_FLATE_DECODE:
        return _inflated(data)
    if name in LITERALS_LZW_DECODE:
        return _measured(LZWDecoder(BytesIO(data)).run()), True
    if name in LITERALS_RUNLENGTH_DECODE and len(data) * 64 > _LARGEST_STREAM:
        raise TooMuch
    if name in LITERALS_ASCII85_DECODE:
        return ascii85decode(data), True
    return (asciihexdecode(data) if name in LITERALS_ASCIIHEX_DECODE else data), True


def _inflated(data: bytes) -> tuple[bytes, bool]:
    inflater = zlib.decompressobj()
    try:
        found = inflater.decompress(data, _LARGEST_STREAM + 1)
    except zlib.error:  # the library reads such data up to the fault
        return _measured(_inflated_up_to_fault(data)), False
    if len(found) > _LARGEST_STREAM:
        raise TooMuch
    return found, inflater.eof


def _inflated_up_to_fault(data: bytes) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    try:
        for start in range(0, len(data), 1024):
            yield inflater.decompress(data[start : start + 1024])
    except zlib.error:
        return


def _measured(pieces: Iterable[bytes]) -> bytes:
    found = bytearray()
    for piece in pieces:
        found += piece
        if len(found) > _LARGEST_STREAM:
            raise TooMuch
    return bytes(found)


def _check_tables(document: PDFDocument, size: int) -> None:
    """Refuse a table of contents that claims more objects than the file has bytes."""
    for table in document.xrefs:
        if isinstance(table, PDFXRefStream) and sum(count for _, count in table.ranges) > size:
            raise TooMuch


class _Resources(PDFResourceManager):
    """Leaves out of a font what would only fill the memory."""

    def get_font(self, objid: object, spec: Any) -> Any:
        return super().get_font(objid, {key: value for key, value in spec.items() if not _is_endless(key, value)})


def _is_endless(key: str, value: object) -> bool:
    if key == "W":
        numbers = resolve1(value)
        return isinstance(numbers, list) and any(isinstance(code, int) and code > _LAST_CODE for code in numbers)
    stream = resolve1(value) if key in {"ToUnicode", "Encoding"} else None
    if not isinstance(stream, PDFStream):
        return False
    return any(_code(code) > _LAST_CODE for code in _ends_of_ranges(stream.get_data()))


def _ends_of_ranges(mapping: bytes) -> Iterator[bytes]:
    """The first and the last code of every range, in hexadecimal digits; what they are mapped to is left out."""
    for ranges in _RANGES.findall(mapping):
        for place, part in enumerate(_RANGE_PART.finditer(ranges)):
            if place % 3 < 2 and part[1]:
                yield part[1]


def _code(digits: bytes) -> int:
    try:
        return int(b"".join(digits.split()), 16)
    except ValueError:
        return 0


class _Interpreter(PDFPageInterpreter):
    """Draws no page that is larger than a page can be."""

    device: _Device

    def execute(self, streams: Any) -> None:
        size = 0
        self.device.begin_drawing()
        for stream in map(resolve1, streams):
            size += len(stream.get_data()) if isinstance(stream, PDFStream) else 0
            if isinstance(stream, _Stream) and not stream.whole:
                raise PDFSyntaxError("words would be missing")
            if size > _LARGEST_DRAWING:
                raise TooMuch
        super().execute(streams)


class _Device(PDFPageAggregator):
    """Gathers letters and pictures; lines and areas are left out, for they can be any number."""

    letters = 0
    drawings = 0

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        self.letters = self.drawings = 0
        super().begin_page(page, ctm)

    def begin_drawing(self) -> None:
        """Refuse a page whose forms draw forms that draw forms."""
        self.drawings += 1
        if self.drawings > _MOST_DRAWINGS:
            raise TooMuch

    def paint_path(self, *_args: Any, **_named: Any) -> None:
        pass

    def render_char(self, *args: Any, **named: Any) -> float:
        self.letters += 1
        if self.letters > _MOST_LETTERS:
            raise TooMuch
        return super().render_char(*args, **named)
