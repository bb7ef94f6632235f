"""What kind of document bytes are: their first bytes decide, then what a server said, then the file's ending."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """The kinds of documents that become articles, by media type."""

    TEXT = "text/plain"
    HTML = "text/html"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    RTF = "application/rtf"
    MARKDOWN = "text/markdown"
    VTT = "text/vtt"
    SRT = "application/x-subrip"


_ENDINGS = {
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".vtt": Kind.VTT,
    ".srt": Kind.SRT,
    ".rtf": Kind.RTF,
    ".docx": Kind.WORD,
    ".pdf": Kind.PDF,
}
_DECLARED = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "text/markdown": Kind.MARKDOWN,
    "text/vtt": Kind.VTT,
    "application/x-subrip": Kind.SRT,
}
_SAMPLE = 4096

_BEFORE_HTML = r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*"
# "<html> is the tag …" begins a text about HTML: a page goes on with another tag.
_HTML = re.compile(rf"{_BEFORE_HTML}(?:<!doctype\s+html\b|<html(?:\s[^>]*)?>\s*<|<html(?:\s[^>]*)?\Z)", re.IGNORECASE)
_VTT = re.compile(r"WEBVTT(?:[ \t][^\n]*)?(?:\r?\n|\r|\Z)")
_SRT = re.compile(r"\s*\d+[ \t]*(?:\r?\n|\r)\s*\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->")


def kind_of(data: bytes, path: str, declared: str | None = None) -> Kind:
    """The kind of a document.

    Args:
        data: Its bytes.
        path: Its file name, or the path of its address; only the ending counts.
        declared: The media type a server gave, or None; "text/plain" is what many call all they don't know.
    """
    return _by_magic(data) or _DECLARED.get(declared or "") or _ENDINGS.get(_ending(path), Kind.TEXT)


def _by_magic(data: bytes) -> Kind | None:
    if data.startswith(b"%PDF-"):
        return Kind.PDF
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return Kind.WORD
    sample = _first_words(data)
    if sample.startswith("{\\rtf"):
        return Kind.RTF
    if _HTML.match(sample):
        return Kind.HTML
    if _VTT.match(sample) and "-->" in sample:
        return Kind.VTT
    return Kind.SRT if _SRT.match(sample) else None


def _first_words(data: bytes) -> str:
    """The beginning as text, well enough to know a format's ASCII signs by."""
    sample = data[:_SAMPLE]
    for bom, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if sample.startswith(bom):
            return sample[len(bom) :].decode(encoding, "replace")
    return sample.decode("latin-1")


def _ending(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).suffix.casefold()
