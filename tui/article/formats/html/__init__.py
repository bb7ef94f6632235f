"""Web pages: the article on a page, without what stands around it."""

from __future__ import annotations

from tui.article.bylines import byline_names
from tui.article.dates import find_date, is_dateline
from tui.article.errors import ArticleError
from tui.article.formats.html.reasons import NO_ARTICLE, TOO_DEEP, TOO_ODD
from tui.article.formats.limits import time_limit
from tui.article.formats.model import Extracted
from tui.article.missing import missing_library

MOST_SECONDS = 20.0
_NEEDED = ("a web page", "trafilatura", "trafilatura>=2.1,<3", "lxml_html_clean>=0.4.2")
_OPENING = 8  # paragraphs among which a page shows who wrote it and when


def extract(
    data: bytes, what: str, *, encoding: str | None = None, charset: str | None = None, address: str | None = None
) -> Extracted:
    """The article on a web page.

    Args:
        data: The page; not empty.
        what: The source, for the message of an error.
        encoding: The encoding to use whatever the page says, or None.
        charset: The encoding the server named, or None.
        address: Where it was fetched, or None.

    Raises:
        ArticleError: There is no article on it, it is too large or too deep, or a library is missing.
    """
    try:
        with time_limit(MOST_SECONDS):
            return _extracted(data, what, encoding, charset, address)
    except TimeoutError:
        raise ArticleError(what, TOO_ODD) from None
    except ImportError:
        raise missing_library(what, *_NEEDED) from None
    except RecursionError:
        raise ArticleError(what, TOO_DEEP) from None


def _extracted(data: bytes, what: str, encoding: str | None, charset: str | None, address: str | None) -> Extracted:
    from tui.article.formats.html.blocks import find_blocks
    from tui.article.formats.html.choosing import choose, written_out
    from tui.article.formats.html.facts import find_facts
    from tui.article.formats.html.judging import detect, judge
    from tui.article.formats.html.page import parse

    for without_scripts in (False, True):
        page = parse(data, what, encoding, charset, without_scripts=without_scripts)
        facts = find_facts(page, address)
        story = choose(find_blocks(page.root), judge(page.root), facts.titles, facts.descriptions)
        story = story or written_out(facts.story, facts.titles)
        if story is not None or b"<noscript" not in data.lower():
            break
    if story is None:
        raise ArticleError(what, NO_ARTICLE)
    lines = [" ".join(part.text.split()) for part in story.parts[:_OPENING]]
    detected = detect(
        page.root,
        address,
        facts.site,
        byline=not facts.byline and not any(map(byline_names, lines)),
        published=not facts.published and not any(map(find_date, filter(is_dateline, lines))),
    )
    return Extracted(
        paragraphs=story.parts,
        title=story.headline or None,
        byline=facts.byline or detected.byline,
        published=facts.published or detected.published,
        site=facts.site,
        media_type="text/html",
        encoding=page.encoding,
        guessed=frozenset(name for name in ("byline", "published") if getattr(detected, name)),
    )
