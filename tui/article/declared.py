"""Bytes whose encoding a server or a page names; what they name is not always so."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from tui.article.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable

# Browsers read the narrow sets as the wider ones that pages are written in; so do we.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HIGH = re.compile(rb"[\x80-\xff]")


def decode_declared(data: bytes, what: str, asked: str | None, declared: Iterable[str | None]) -> tuple[str, str]:
    """The text in these bytes, and the name of the encoding it was decoded with.

    Args:
        data: The bytes read; not empty.
        what: The source, for the message of an error.
        asked: The encoding its reader asks for: it is used. None to find it out.
        declared: What a server, then the document itself says of it: believed where the bytes agree.

    Raises:
        ArticleError: The bytes are no text, or not in the encoding asked for.
    """
    if asked is not None or data.startswith(_BOMS):
        return decode(data, what, asked)
    if _HIGH.search(data) and _strictly(data, "utf-8") is not None:
        return data.decode("utf-8"), "utf-8"
    for label in declared:
        codec = _codec(label)
        decoded = _strictly(data, codec) if codec else None
        if codec and decoded is not None:
            return decoded, codec
    return decode(data, what)


def _codec(label: str | None) -> str | None:
    """Python's name for a declared encoding; None where it knows none, or where it can't be true."""
    try:
        name = codecs.lookup((label or "").strip().strip("'\"")).name
    except (LookupError, ValueError):
        return None
    wider = _WIDER.get(name, name)
    # A declaration that can be read as ASCII is not itself in UTF-16; and rot13 and its like are no encodings.
    return None if wider.startswith(("utf-16", "utf-32", "utf-7")) or not _is_text_encoding(wider) else wider


def _is_text_encoding(name: str) -> bool:
    try:
        return isinstance(b"a".decode(name), str)
    except (LookupError, UnicodeError):
        return False


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        # cp1252 leaves five bytes undefined, which browsers read as controls.
        return data.decode("cp1252", "replace") if encoding == "cp1252" else None
