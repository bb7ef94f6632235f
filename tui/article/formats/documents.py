"""Which module reads which kind of document; each is imported when it is first needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.article.declared import decode_declared
from tui.article.kinds import Kind

if TYPE_CHECKING:
    from tui.article.formats.model import Extracted


def extract(
    kind: Kind,
    data: bytes,
    what: str,
    *,
    encoding: str | None = None,
    charset: str | None = None,
    address: str | None = None,
) -> Extracted:
    """What a document that is no plain text holds.

    Args:
        kind: The kind of document.
        data: Its bytes; not empty.
        what: The source, for the message of an error.
        encoding: The encoding its reader asks for, or None.
        charset: The encoding a server named, or None.
        address: The address it was fetched from, or None.

    Raises:
        ArticleError: It is broken, locked, too large or holds no article, or a library is missing.
    """
    if kind is Kind.HTML:
        from tui.article.formats.html import extract as of_page

        return of_page(data, what, encoding=encoding, charset=charset, address=address)
    if kind in {Kind.MARKDOWN, Kind.VTT, Kind.SRT}:
        text, decoded_with = decode_declared(data, what, encoding, (charset,))
        return replace(_of_text(kind, text.encode("utf-8", "replace"), what), encoding=decoded_with)
    return _of_binary(kind, data, what)


def _of_text(kind: Kind, data: bytes, what: str) -> Extracted:
    if kind is Kind.MARKDOWN:
        from tui.article.formats.markdown import extract as of_markdown

        return of_markdown(data, what)
    from tui.article.formats.subtitles import extract as of_subtitles

    return of_subtitles(data, what)


def _of_binary(kind: Kind, data: bytes, what: str) -> Extracted:
    if kind is Kind.PDF:
        from tui.article.formats.pdf import extract as of_pdf

        return of_pdf(data, what)
    if kind is Kind.WORD:
        from tui.article.formats.word import extract as of_word

        return of_word(data, what)
    from tui.article.formats.rtf import extract as of_rtf

    return of_rtf(data, what)
