"""What a page says of itself: in its JSON-LD, in its meta tags, and in what it shows."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from tui.article.formats.html.page import Page

_ARTICLE = re.compile(r"Article|BlogPosting|Report\b|Review\b")
_LONGEST_DATA = 1_000_000  # characters of JSON-LD
_MOST_OBJECTS = 2_000
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHORS = ("author", "dc.creator", "parsely-author", "byl", "article:author", "sailthru.author")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "publish-date",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
)
_DESCRIPTIONS = ("description", "og:description", "twitter:description", "dc.description")
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_TAIL = re.compile(r"\s+(?:[|–—·•»]|-|::)\s+[^|–—·•»]{2,50}$")
_SECTION = re.compile(r"\s+(?:[|»]|::)\s+[^|»]{2,50}$")
_LINE_END = re.compile(r"<(?:/p|/h\d|/li|br)\b[^>]{0,100}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^>]{0,500}>", re.IGNORECASE)
_FEWEST_WORDS = 3  # of a headline
_ADDRESS = re.compile(r"\bwww\.|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}$", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:by|von|par|por|di)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself.

    Attributes:
        titles: What it calls itself, the surest first; they may differ from the headline that it shows.
        byline: Who wrote it.
        published: Its date as ISO 8601.
        site: The name or host of the outlet.
        descriptions: How it describes its article.
        story: The article's own words, where its data hold them.
    """

    titles: tuple[str, ...] = ()
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    descriptions: tuple[str, ...] = ()
    story: str = ""


def find_facts(page: Page, address: str | None) -> Facts:
    """What this page says of itself; `address` is where it was fetched, if it was."""
    data = next((found for found in _objects(page.data) if _is_article(found)), {})
    meta = _meta(page.root)
    titles = [
        _words(data.get("headline")),
        *(meta.get(name) for name in _TITLES),
        *_without_site(" ".join((page.root.findtext(".//title") or "").split())),
    ]
    site = (
        next(filter(None, (meta.get(name) for name in _SITES)), None)
        or _names(data.get("publisher"))
        or _host(address or _canonical(page.root))
    )
    byline = _names(data.get("author")) or _told_byline(meta)
    return Facts(
        titles=tuple(dict.fromkeys(filter(None, titles))),
        byline=byline if byline and not is_outlet(byline, site) else None,
        published=_first_date([_words(data.get("datePublished")), *(meta.get(name) for name in _DATES)])
        or _first_date(
            time.get("datetime")
            for time in page.root.iter("time")
            if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"
        ),
        site=site,
        descriptions=tuple(
            filter(None, [_words(data.get("description")), *(meta.get(name) for name in _DESCRIPTIONS)])
        ),
        story=_told_story(page.data),
    )


def _objects(texts: Iterable[str]) -> Iterator[dict[str, object]]:
    for text in texts:
        if len(text) > _LONGEST_DATA:
            continue
        try:
            waiting: list[object] = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_OBJECTS):
            if not waiting:
                break
            found = waiting.pop(0)
            if isinstance(found, list):
                waiting.extend(found)
            elif isinstance(found, dict):
                yield found
                waiting.extend(found.get(name) for name in ("@graph", "mainEntity", "mainEntityOfPage"))


def _is_article(data: dict[str, object]) -> bool:
    kinds = data.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in named)


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().casefold()
            if name and content:
                found.setdefault(name, content)
    return found


def _words(value: object) -> str | None:
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _names(value: object) -> str | None:
    """The names in what JSON-LD gives as an author or a publisher: a name, an object with one, or several."""
    values = value if isinstance(value, list) else [value]
    names = [_words(one.get("name") if isinstance(one, dict) else one) for one in values[:20]]
    told = [_BY.sub("", name) for name in names if name and not name.startswith("http")]
    return ", ".join(dict.fromkeys(told)) or None


def _told_byline(meta: dict[str, str]) -> str | None:
    told = (meta[name] for name in _AUTHORS if name in meta)
    return next((_BY.sub("", name) for name in told if "://" not in name and len(name) <= 200), None)


def is_outlet(byline: str, site: str | None) -> bool:
    """Whether what is told as the writer is only the outlet again, which hides the names that the page may show."""
    return _ADDRESS.search(byline) is not None or _letters(byline) == _letters(site or "")


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _first_date(told: Iterable[str | None]) -> str | None:
    for words in told:
        found = _DATE.match((words or "").strip())
        try:
            if found:
                return date.fromisoformat(found[0]).isoformat()
        except ValueError:
            continue
    return None


def _without_site(title: str) -> list[str]:
    """The title without the name of the outlet behind it, then also without those of the sections before that."""
    shortened = _TAIL.sub("", title)
    if len(shortened.split()) < _FEWEST_WORDS:
        return [title]
    bare = shortened
    while (once := _SECTION.sub("", bare)) != bare and len(once.split()) >= _FEWEST_WORDS:
        bare = once
    return [shortened, bare]


def _told_story(texts: Iterable[str]) -> str:
    """The longest article that the page's data hold; its paragraphs as lines."""
    found = (data.get("articleBody") for data in _objects(texts) if _is_article(data))
    told = max((words for words in found if isinstance(words, str)), key=len, default="")
    return html.unescape(_TAG.sub("", _LINE_END.sub("\n", told)))


def _canonical(root: HtmlElement) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical":
            return str(link.get("href") or "") or None
    return None


def _host(address: str | None) -> str | None:
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
