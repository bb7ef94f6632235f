"""A file, an address or standard input becomes an article."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tui.article.address import is_address, path_of
from tui.article.assembling import assemble_parts, assemble_text
from tui.article.clean import clean
from tui.article.declared import decode_declared
from tui.article.errors import ArticleError
from tui.article.kinds import Kind, kind_of

if TYPE_CHECKING:
    from tui.article.model import Article

LARGEST = 64 * 1024 * 1024  # bytes; no article is larger, and a device file has no end
_FEWEST_WORDS = 60  # of a page fetched; where a paywall stands, a headline and a first paragraph are fewer


@dataclass(frozen=True, slots=True)
class _Document:
    """Bytes as they came, and what is known of them."""

    data: bytes
    path: str
    address: str | None = None
    media_type: str | None = None
    charset: str | None = None


def read_article(
    source: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
    allow_private: bool = False,
) -> Article:
    """Read one article.

    Args:
        source: A path, an http(s) address, or "-" for standard input.
        encoding: The encoding of its text; found out where None.
        stdin: What "-" reads; the process's standard input where None.
        allow_private: Whether an address may lead to this computer or into the house's own network.

    Raises:
        ArticleError: It can't be read, is empty or holds no article.
    """
    name = os.fspath(source)
    what = "standard input" if name == "-" else name
    document = (
        _fetched(name, what, allow_private) if is_address(name) else _Document(_bytes_of(name, what, stdin), name)
    )
    if not document.data:
        raise ArticleError(what, "it is empty; check that the article was saved")
    article = _article_in(document, name, what, encoding)
    if not article.paragraphs:
        raise ArticleError(what, "it holds no words, only empty lines; check that the article was saved")
    if document.address and article.media_type == Kind.HTML:
        _refuse_thin(article, what)
    return article


def article_from_text(text: str, *, source: str = "") -> Article:
    """The article in a text at hand, as when it was pasted; it has no paragraphs where it is empty."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return assemble_text(clean(text), source=source, encoding="utf-8", sha256=digest)


def _article_in(document: _Document, source: str, what: str, encoding: str | None) -> Article:
    digest = hashlib.sha256(document.data).hexdigest()
    kind = kind_of(document.data, document.path, document.media_type)
    if kind is Kind.TEXT:
        text, decoded_with = decode_declared(document.data, what, encoding, (document.charset,))
        return assemble_text(clean(text), source=source, encoding=decoded_with, sha256=digest)
    from tui.article.formats.documents import extract  # no plain text waits for it

    extracted = extract(
        kind, document.data, what, encoding=encoding, charset=document.charset, address=document.address
    )
    return assemble_parts(extracted, source=source, sha256=digest)


def _refuse_thin(article: Article, what: str) -> None:
    from tui.text import tokenize

    found = sum(
        len(tokenize(article.words_of(index)).keys) for index, part in enumerate(article.paragraphs) if part.counts
    )
    if found < _FEWEST_WORDS:
        raise ArticleError(
            what,
            f"only {found} words were found; the rest may be behind a paywall: "
            "save the page from the browser and open the file",
        )


def _fetched(name: str, what: str, allow_private: bool) -> _Document:
    from tui.article.fetching import fetch  # only who gives an address waits for it

    page = fetch(name, what, allow_private=allow_private)
    return _Document(page.data, path_of(page.address), page.address, page.media_type, page.charset)


def _bytes_of(name: str, what: str, stdin: BinaryIO | None) -> bytes:
    try:
        if name == "-":
            data = _standard_input(stdin).read(LARGEST + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ArticleError(what, "there is no such file; check the name and the folder") from None
    except IsADirectoryError:
        raise ArticleError(what, "this is a folder; give the name of one article in it") from None
    except PermissionError:
        raise ArticleError(what, "you are not allowed to read this file; ask its owner, or copy it") from None
    except (OSError, ValueError):
        raise ArticleError(what, "it can't be read; check the name and that the disk is there") from None
    if len(data) > LARGEST:
        raise ArticleError(what, "it is larger than 64 MB, too large for an article; save the article on its own")
    return data


def _standard_input(given: BinaryIO | None) -> BinaryIO:
    found = given or getattr(sys.stdin, "buffer", None)  # a process may be started without standard input
    if found is None:
        raise OSError
    return found
