"""What trafilatura takes for the article of a page; of its words only the letters and figures are used.

It knows best which part of a page is the article, but its text loses quotation marks, captions and some paragraphs. So
it says which blocks of the page belong to the article, and the words are taken from the page itself.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from tui.article.bylines import is_name
from tui.article.formats.html.facts import Facts, is_outlet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORT = 12  # letters and figures; what is shorter stands in a text by chance
_RUN = 24  # letters and figures in a row, of which most must be found again
_ENOUGH = 0.8
_MOST_WORDS = 6  # of one writer's name
_HOST = re.compile(r"^www\b|\s(?:com|org|net|info|de|at|ch|fr|es|it|eu|uk)$", re.IGNORECASE)  # a host, capitalized
_PREFIX = re.compile(
    r"^(?:(?:view |see |read )?(?:all |more )?(?:posts |articles |stories )?by|(?:geschrieben )?von|(?:écrit )?par"
    r"|autor(?:in)?:)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The letters and figures that trafilatura took for the article's, on the whole and a paragraph each."""

    letters: str
    paragraphs: frozenset[str]

    def holds(self, words: str) -> bool:
        """Whether these words belong to the article."""
        letters = letters_of(words)
        if len(letters) < _SHORT:
            return letters in self.paragraphs
        if letters in self.letters:
            return True
        runs = [letters[start : start + _RUN] for start in range(0, len(letters) - _RUN + 1, _RUN // 2)]
        return bool(runs) and sum(run in self.letters for run in runs) >= _ENOUGH * len(runs)

    def has(self, words: str) -> bool:
        """Whether there is a paragraph, a heading or an item of just these words."""
        return letters_of(words) in self.paragraphs


def judge(root: HtmlElement) -> Judgement:
    """What belongs to the article of this page, which stays as it is."""
    from trafilatura import bare_extraction

    _quiet()
    try:
        found = bare_extraction(deepcopy(root), include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001 other people's rules on other people's markup; then we look ourselves
        found = None
    body = getattr(found, "body", None)
    if body is None:
        return Judgement("", frozenset())
    paragraphs = [
        letters_of("".join(element.itertext())) for element in body.iter("p", "head", "item", "quote", "cell")
    ]
    return Judgement(letters_of("".join(body.itertext())), frozenset(filter(None, paragraphs)))


def detect(root: HtmlElement, address: str | None, site: str | None, *, byline: bool, published: bool) -> Facts:
    """Who wrote a page's article and when, by how such pages are built: a guess.

    Args:
        root: The page, which stays as it is.
        address: Where it was fetched, or None.
        site: The outlet, which is no writer.
        byline: Whether to look for its writers.
        published: Whether to look for its date.
    """
    if not byline and not published:
        return Facts()
    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(deepcopy(root), address, {"extensive_search": False, "original_date": True})
    except Exception:  # noqa: BLE001 a guess is worth no failure
        return Facts()
    names = [_PREFIX.sub("", name).strip() for name in (found.author or "").split("; ")]
    sure = "; ".join(dict.fromkeys(name for name in names if _is_full_name(name) and not is_outlet(name, site)))
    return Facts(byline=sure or None if byline else None, published=found.date or None if published else None)


def _is_full_name(name: str) -> bool:
    """Whether this can be a person's whole name; what a page marks as its writer is often a label or a nickname."""
    return 2 <= len(name.split()) <= _MOST_WORDS and is_name(name) and not _HOST.search(name)


def letters_of(words: str) -> str:
    """Letters and figures alone, without case: what two renderings of a text have in common."""
    return "".join(filter(str.isalnum, normalize("NFKC", words).casefold()))


def _quiet() -> None:
    """What trafilatura has to say is for programmers; it would stand on the reporter's screen."""
    for name in ("trafilatura", "htmldate", "courlan", "readability", "justext"):
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
