"""By what an article and a mark are known again, on this machine and on another one."""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.article import heading_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article
    from tui.review.model import Anchor, MarkKind, Subject

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PLAIN_FOR = {
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("‘’‚‛‹›ʼ＇", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
_ID_LENGTH = 24
"""Hexadecimal digits of a mark's id: 96 bits, far more than any newsroom's marks need to stay apart."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What is seen of an article that tells which one it is.

    Attributes:
        hash: Digest of its text without regard to typography and white space.
        origin: Where it came from: an absolute path or an address; None for standard input and pasted text.
        name: What a person calls the place: the file's name, or the address; empty where there is none.
        title: Its heading, on one line.
    """

    hash: str
    origin: str | None
    name: str
    title: str


def sighting_of(article: Article) -> Sighting:
    """What an article is to be recognised by.

    A relative path is taken from the present folder, and links are followed, so that the same file is recognised
    however it is named.
    """
    return Sighting(text_hash(article.text), *_origin_of(article.source), heading_of(article))


@lru_cache(maxsize=4)
def text_hash(text: str) -> str:
    """The digest of a text by which its article is recognised; typography and white space don't count, case does."""
    return _digest(plain_text(text))


def plain_text(text: str) -> str:
    """A text with straight marks and hyphens, compatibility forms resolved and every white space one blank."""
    if not text.isascii():
        for char, plain in _PLAIN_FOR.items():
            text = text.replace(char, plain)
        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.split())


def mark_id(kind: MarkKind, subject: Subject, sides: Sequence[tuple[Article, Sequence[Anchor]]]) -> str:
    """The id of a new mark: the same for whoever marks the same words of the same texts.

    Args:
        kind: What it says.
        subject: What it is on.
        sides: Both articles of the pair with the words marked there, or the one article of a mark of that kind. For
            a pair of articles with equal texts their order counts.
    """
    told = [
        (text_hash(article.text), [_place_of(article.text, anchor) for anchor in anchors]) for article, anchors in sides
    ]
    if len({digest for digest, _ in told}) == len(told):
        told.sort()
    return _digest(json.dumps([kind.value, subject.value, told]))[:_ID_LENGTH]


def _place_of(text: str, anchor: Anchor) -> tuple[int, str]:
    return len(plain_text(text[: anchor.start])), plain_text(anchor.exact)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _origin_of(source: str) -> tuple[str | None, str]:
    if source in {"", "-"}:
        return None, ""
    if _ADDRESS.match(source):
        return source, source
    try:
        return os.path.normcase(os.path.realpath(source)), Path(source).name
    except (OSError, ValueError):  # a name no file can have
        return None, source
