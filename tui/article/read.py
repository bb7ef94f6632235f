"""A file or standard input becomes an article."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tui.article.clean import clean
from tui.article.decode import decode
from tui.article.duplicates import find_duplicates
from tui.article.errors import ArticleError
from tui.article.facts import find_byline, find_published, find_site, find_title
from tui.article.model import Article, Paragraph, Role
from tui.article.noise import Noise, find_noise
from tui.article.paragraphs import split_paragraphs
from tui.article.roles import assign_roles

if TYPE_CHECKING:
    from tui.article.model import Range

LARGEST = 64 * 1024 * 1024  # bytes; no article is larger, and a device file has no end

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def read_article(
    source: str | os.PathLike[str], *, encoding: str | None = None, stdin: BinaryIO | None = None
) -> Article:
    """Read one article.

    Args:
        source: A path, or "-" for standard input.
        encoding: The encoding of its text; found out where None.
        stdin: What "-" reads; the process's standard input where None.

    Raises:
        ArticleError: It can't be read, is empty or is no text.
    """
    name = os.fspath(source)
    what = "standard input" if name == "-" else name
    data = _bytes_of(name, what, stdin)
    if not data:
        raise ArticleError(what, "it is empty; check that the article was saved")
    text, decoded_with = decode(data, what, encoding)
    article = _assemble(clean(text), source=name, encoding=decoded_with, sha256=hashlib.sha256(data).hexdigest())
    if not article.paragraphs:
        raise ArticleError(what, "it holds no words, only empty lines; check that the article was saved")
    return article


def article_from_text(text: str, *, source: str = "") -> Article:
    """The article in a text at hand, as when it was pasted; it has no paragraphs where it is empty."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _assemble(clean(text), source=source, encoding="utf-8", sha256=digest)


def _bytes_of(name: str, what: str, stdin: BinaryIO | None) -> bytes:
    if _ADDRESS.match(name):
        raise ArticleError(what, "web addresses can't be read yet; save the article as a text file and open that")
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


def _assemble(text: str, *, source: str, encoding: str, sha256: str) -> Article:
    ranges = split_paragraphs(text)
    shown = [text[start:end] for start, end in ranges]
    duplicate_of = find_duplicates(text, ranges)
    roles = assign_roles(shown, duplicate_of)
    noise = [_noise_of(text, part, role) for part, role in zip(ranges, roles, strict=True)]
    return Article(
        source=source,
        text=text,
        paragraphs=tuple(
            Paragraph(start, end, role, original)
            for (start, end), role, original in zip(ranges, roles, duplicate_of, strict=True)
        ),
        noise=tuple(found for paragraph in noise for found in paragraph.ranges),
        encoding=encoding,
        sha256=sha256,
        title=find_title(shown, roles),
        byline=find_byline(shown, roles),
        published=find_published(shown, roles, [paragraph.published for paragraph in noise[:4]]),
        site=find_site(shown, roles),
    )


def _noise_of(text: str, part: Range, role: Role) -> Noise:
    return find_noise(text, *part) if role in {Role.BODY, Role.SUMMARY, Role.CAPTION} else Noise()
