"""The marks of a pair or an article for a report: read, and nothing on the disk changed."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from tui.review.errors import StoreError
from tui.review.locating import locate_marks
from tui.review.recognising import sighting_of
from tui.review.review import Review
from tui.review.whereabouts import usual_path

if TYPE_CHECKING:
    from pathlib import Path

    from tui.article import Article
    from tui.review.model import Located


def load_marks(left: Article, right: Article, path: Path | None = None) -> tuple[tuple[Located, ...], str]:
    """The marks of a pair of articles.

    Args:
        left: The left article.
        right: The right article.
        path: The file of marks; the usual one where None.

    Returns:
        The marks, orphans last, and one sentence of trouble, empty where there is none.
    """
    with closing(Review.open(left, right, path, create=False)) as review:
        return review.located, review.trouble


def load_corrections(article: Article, path: Path | None = None) -> tuple[tuple[Located, ...], str]:
    """What a reporter corrected of one article, its words on the left; else as `load_marks`."""
    where = path or usual_path()
    if not where.exists():
        return (), ""
    # Only here: SQLite is loaded where there are marks.
    from tui.review.opening import open_store

    opened = open_store(where, writable=False)
    trouble = "" if opened.trouble is None else f"Marks are left out: {opened.trouble}."
    if opened.store is None:
        return (), trouble
    with closing(opened.store) as store:
        try:
            marks = [mark for mark in store.marks_of_article(sighting_of(article)) if not mark.cleared]
        except StoreError as error:
            return (), f"Marks are left out: {error}."
    return locate_marks(marks, article, article), trouble
