"""Bytes become a page: a tree of elements with nothing in it that is not shown."""

from __future__ import annotations

import re
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree

from tui.article.clean import clean
from tui.article.declared import decode_declared
from tui.article.errors import ArticleError
from tui.article.formats.html.reasons import NO_ARTICLE, TOO_DEEP, TOO_ODD

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST = 20 * 1024 * 1024  # bytes; the heaviest news pages have 5 MB, nearly all of it scripts
_LARGEST_SHOWN = 4_000_000  # characters of text; ten novels
_MOST_ELEMENTS = 60_000
_LONGEST_PARSING = 10  # seconds; 10 MB take 0.2

_CHARSET = re.compile(
    rb"""<meta[^>]{1,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_UNHELD = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NUMBERED = re.compile("&#(?:([0-9]{1,9})|x([0-9a-f]{1,8}));?", re.IGNORECASE)
_CHARSET_WITHIN = 8192  # bytes
_NOT_SHOWN = (
    "amp-ad amp-analytics amp-consent amp-embed amp-sidebar amp-social-share amp-sticky-ad amp-user-notification "
    "applet audio button canvas datalist dialog embed fencedframe frame iframe input map noframes noscript object "
    "optgroup option output progress script select source style svg template textarea track video"
)
_SHADOW = ("shadowrootmode", "shadowroot", "shadowmode")  # a template with one of these is shown where it stands
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|assistive-text|u-hidden)(?:\s|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as parsed.

    Attributes:
        root: Its tree, without what a browser doesn't show.
        data: The texts of its embedded JSON-LD.
        encoding: The encoding it was decoded with.
    """

    root: HtmlElement
    data: tuple[str, ...]
    encoding: str


def parse(data: bytes, what: str, encoding: str | None, charset: str | None, *, without_scripts: bool = False) -> Page:
    """The page in these bytes.

    Args:
        data: The bytes read; not empty.
        what: The source, for the message of an error.
        encoding: The encoding to use whatever the page says, or None.
        charset: The encoding the server named, or None.
        without_scripts: Whether what is meant for browsers that run no scripts is shown.

    Raises:
        ArticleError: It is too large, too deep or empty, or its bytes are no text.
    """
    if len(data) > LARGEST:
        why = f"this page has more than {LARGEST >> 20} MB, too much for one; save the article's text and open that"
        raise ArticleError(what, why)
    if data.count(0) * 100 < len(data):
        data = data.replace(b"\x00", b"")  # a few are a fault of the page, more are UTF-16
    inside = _CHARSET.search(data[:_CHARSET_WITHIN])
    named = (inside[1] or inside[2]).decode("ascii", "replace") if inside else None
    text, decoded_with = decode_declared(data, what, encoding, (charset, named))
    root = _tree(_harmless(text).encode("utf-8", "replace"), what)
    embedded = tuple(
        script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or "").casefold()
    )
    _remove_unshown(root, without_scripts)
    _refuse_enormous(root, what)
    return Page(root, embedded, decoded_with)


def _harmless(text: str) -> str:
    """The page without signs that no tree can hold, written as themselves or by their numbers."""
    return _UNHELD.sub("", _NUMBERED.sub(_held, clean(text)))


def _held(reference: re.Match[str]) -> str:
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    return reference[0] if number <= sys.maxunicode and not _UNHELD.match(chr(number)) else ""


def _tree(data: bytes, what: str) -> HtmlElement:
    # Tags that are never closed nest deeper than the parser's usual 256; with this it still stops at 2048.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = _parsed_in_time(data, parser, what)
    limits = [entry.message for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"]
    if limits:
        raise ArticleError(what, TOO_DEEP if "depth" in limits[0] else TOO_ODD)
    if root is None:
        raise ArticleError(what, NO_ARTICLE)
    return root


def _parsed_in_time(data: bytes, parser: lxml.html.HTMLParser, what: str) -> HtmlElement | None:
    # One call of the parser can't be interrupted, and a tag with a million attributes costs their square; so it
    # works aside, without holding up the others, and who waits for it does so no longer than is sensible.
    found: list[HtmlElement | None] = []

    def work() -> None:
        try:
            found.append(lxml.html.document_fromstring(data, parser=parser))
        except (etree.LxmlError, ValueError, AssertionError):
            found.append(None)

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(_LONGEST_PARSING)
    if not found:
        raise ArticleError(what, TOO_ODD)
    return found[0]


def _remove_unshown(root: HtmlElement, without_scripts: bool) -> None:
    for element in list(root.iter(*_NOT_SHOWN.split())):
        shadow = element.tag == "template" and any(element.get(name) is not None for name in _SHADOW)
        if shadow or (element.tag == "noscript" and without_scripts):
            element.drop_tag()
        else:
            _drop(element)
    for element in list(root.iterfind(".//*[@hidden]")):
        _drop(element)
    for element in list(root.iterfind(".//*[@style]")):
        if _HIDDEN.search(element.get("style", "")):
            _drop(element)
    for element in list(root.iterfind(".//*[@class]")):
        if _FOR_SCREEN_READERS.search(element.get("class", "")):
            _drop(element)

    # Anchors to jump to are no links; old pages leave hundreds of them open, each inside the one before.
    for element in list(root.iter("a")):
        if element.get("href") is None:
            element.drop_tag()


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None and element.tag != "body":
        element.drop_tree()


def _refuse_enormous(root: HtmlElement, what: str) -> None:
    elements = characters = 0
    for element in root.iter():
        elements += 1
        characters += len(element.text or "") + len(element.tail or "")
    if elements > _MOST_ELEMENTS or characters > _LARGEST_SHOWN:
        why = "this page is much too long for one article; save the article's text and open that"
        raise ArticleError(what, why)
