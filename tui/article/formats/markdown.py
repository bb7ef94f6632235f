"""Markdown as words: its signs gone, headings, lists and quotations as paragraphs."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from tui.article.dates import find_date
from tui.article.decode import decode
from tui.article.errors import ArticleError
from tui.article.formats.joining import join_lines
from tui.article.formats.limits import time_limit
from tui.article.formats.listing import gather_items
from tui.article.formats.model import Extracted, Part
from tui.article.missing import missing_library
from tui.article.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_LARGEST = 5_000_000  # characters; a long book has one million
_SECONDS = 20.0

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_-]{1,40})[ \t]*:[ \t]*(.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HTML_TAG = re.compile(r"<[^<>]{1,2000}>")
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)


def extract(data: bytes, what: str) -> Extracted:
    """The article in a Markdown file.

    Args:
        data: The bytes of the file.
        what: The source, for the message of an error.

    Raises:
        ArticleError: It is no text or far too large, or markdown-it-py isn't installed.
    """
    text, decoded_with = decode(data, what)
    if len(text) > _LARGEST:
        raise ArticleError(what, "it is too large for an article in Markdown; save the article on its own")
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    fields, text = _front_matter(text)
    try:
        with time_limit(_SECONDS):
            parts = gather_items(_parts(_tokens(text, what)))
    except TimeoutError:
        raise ArticleError(what, "reading this Markdown takes too long; save it as plain text") from None
    title = fields.get("title")
    if title and not any(part.role is Role.HEADLINE for part in parts):
        parts.insert(0, Part(title, Role.HEADLINE))
    return Extracted(
        tuple(parts),
        title=title,
        byline=next((fields[key] for key in ("author", "authors", "byline") if key in fields), None),
        published=_published(fields.get("date") or fields.get("published")),
        media_type="text/markdown",
        encoding=decoded_with,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The simple fields above the text, and the text without them."""
    found = _FRONT.match(text)
    if found is None or not any(map(_FIELD.match, found[1].split("\n"))):
        return {}, text
    fields: dict[str, str] = {}
    key = ""
    for line in found[1].split("\n"):
        field, item = _FIELD.match(line), _ITEM.match(line)
        if field:
            key = field[1].casefold()
            fields[key] = ", ".join(map(_unquoted, field[2].strip().removeprefix("[").removesuffix("]").split(",")))
            if not field[2].strip().startswith("["):
                fields[key] = _unquoted(field[2])
        elif item and key:
            fields[key] = ", ".join(filter(None, (fields[key], _unquoted(item[1]))))
    return {key: value for key, value in fields.items() if value}, text[found.end() :]


def _unquoted(value: str) -> str:
    shown = value.strip()
    if len(shown) >= 2 and shown[0] == shown[-1] and shown[0] in "\"'":
        return shown[1:-1]
    return shown


def _published(value: str | None) -> str | None:
    found = _ISO_DATE.match(value) if value else None
    return found[0] if found else find_date(value) if value else None


def _tokens(text: str, what: str) -> Sequence[Token]:
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise missing_library(what, "Markdown", "markdown-it-py", "markdown-it-py>=3,<5") from None
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def _parts(tokens: Sequence[Token]) -> Iterator[Part]:
    """A part for every heading, paragraph, item, row and block of code."""
    headline = False  # whether it has come
    under = False  # whether the headline stands right above
    bullet = ""
    row: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            bullet = f"{token.info}. " if token.info else "• "
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield Part(" | ".join(filter(None, row)))
        elif token.type in {"fence", "code_block"}:
            yield Part(token.content.strip("\n"))
        elif token.type == "html_block":
            yield Part(_without_tags(token.content))
        elif token.type == "inline":
            words = bullet + _words(token.children or ())
            opener = tokens[index - 1]
            if opener.type in {"th_open", "td_open"}:
                row.append(words)
                continue
            role = _role(token, opener, headline=headline, under=under)
            headline, under = headline or role is Role.HEADLINE, role is Role.HEADLINE
            bullet = ""
            yield Part(words, role)


def _role(token: Token, opener: Token, *, headline: bool, under: bool) -> Role | None:
    if opener.type == "heading_open":
        if not headline:
            return Role.HEADLINE
        return Role.SUMMARY if under else None
    children = token.children or ()
    return Role.CAPTION if len(children) == 1 and children[0].type == "image" else None


def _words(tokens: Sequence[Token]) -> str:
    lines: list[list[str]] = [[""]]
    for token in tokens:
        if token.type == "hardbreak" or (token.type == "html_inline" and _LINE_BREAK.match(token.content)):
            lines.append([""])
        elif token.type == "softbreak":
            lines[-1].append("")
        elif token.type == "image":
            lines[-1][-1] += _words(token.children or ())
        elif token.type in {"text", "code_inline"}:
            lines[-1][-1] += token.content
    return "\n".join(filter(None, map(join_lines, lines)))


def _without_tags(html: str) -> str:
    shown = _HTML_TAG.sub("", _LINE_BREAK.sub("\n", _HIDDEN.sub("", html)))
    return "\n".join(line for line in map(str.strip, unescape(shown).split("\n")) if line)
