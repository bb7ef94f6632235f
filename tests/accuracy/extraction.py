"""How exactly articles are taken from web pages, beside trafilatura's own text: `python -m tests.accuracy.extraction`.

A paragraph counts as right where it is the same to the letter, blanks aside. The headline and captions are left out of
the paragraphs: trafilatura's text has no captions. Pages are `layouts.py`, every layout with every story.
"""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.accuracy.layouts import LAYOUTS
from tests.accuracy.told import CAPTION, STORIES, Told
from tui.article import ArticleError, Role, read_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_ASIDE = {Role.HEADLINE, Role.CAPTION, Role.BYLINE, Role.DATELINE, Role.BOILERPLATE}


@dataclass(frozen=True, slots=True)
class Taken:
    """Paragraphs that are right, those that were taken, those that there are; headlines right; captions marked."""

    right: int = 0
    taken: int = 0
    there: int = 0
    headlines: int = 0
    pages: int = 0

    def __add__(self, other: Taken) -> Taken:
        return Taken(
            self.right + other.right,
            self.taken + other.taken,
            self.there + other.there,
            self.headlines + other.headlines,
            self.pages + other.pages,
        )

    @property
    def precision(self) -> float:
        """How much of what was taken is right."""
        return self.right / self.taken if self.taken else 0.0

    @property
    def recall(self) -> float:
        """How much of what there is was taken."""
        return self.right / self.there if self.there else 0.0


def ours(layout: Callable[[Told], str], told: Told) -> Taken:
    """What `read_article` takes of a page; nothing where it finds no article."""
    try:
        article = read_article("-", stdin=io.BytesIO(layout(told).encode()))
    except ArticleError:
        return _compared([], told, False)
    shown = [article.words_of(index) for index, part in enumerate(article.paragraphs) if part.role not in _ASIDE]
    return _compared(shown, told, article.title == told.title)


def theirs(layout: Callable[[Told], str], told: Told) -> Taken:
    """What trafilatura's own text has of a page."""
    import trafilatura

    text = trafilatura.extract(layout(told), include_comments=False, include_tables=True) or ""
    shown = [line.removeprefix("- ") for line in text.split("\n")]
    metadata = trafilatura.extract_metadata(layout(told))
    captions = {_plain(words) for kind, words in told.pieces if kind == CAPTION}
    aside = {_plain(told.title), *captions}
    return _compared([line for line in shown if _plain(line) not in aside], told, metadata.title == told.title)


def _compared(shown: Iterable[str], told: Told, headline: bool) -> Taken:
    taken = Counter(filter(None, map(_plain, shown)))
    there = Counter(map(_plain, told.paragraphs))
    return Taken((taken & there).total(), taken.total(), there.total(), int(headline), 1)


def _plain(words: str) -> str:
    return " ".join(words.split())


def measured(take: Callable[[Callable[[Told], str], Told], Taken]) -> dict[str, Taken]:
    """What was taken, by layout."""
    return {layout.__name__: sum((take(layout, told) for told in STORIES), Taken()) for layout in LAYOUTS}


def main() -> None:
    """Print both, by layout."""
    for name, take in (("copyholder", ours), ("trafilatura", theirs)):
        by_layout = measured(take)
        for layout, taken in {**by_layout, "all": sum(by_layout.values(), Taken())}.items():
            figures = f"P {taken.precision:.3f}  R {taken.recall:.3f}  headline {taken.headlines}/{taken.pages}"
            print(f"{name:12} {layout:26} {figures}")


if __name__ == "__main__":
    main()
