"""Articles and comparisons made by hand, so that what a report says can be checked against what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import make_article
from tui.article import Article, Role
from tui.collation import Collation, Counts, Link, Relation, Span, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

Said = tuple[str, Status, str | None]

LEFT = (
    "Mayor opens bridge",
    "“It is only a start,” the mayor told Reuters.",
    "The old bridge was closed in March.",
    "Nobody was hurt.",
)
RIGHT = (
    "The old bridge was closed in March, the city says in a long statement.",
    "“It is only a start,” the mayor said on Monday.",
    "Traffic was slow.",
    "Nobody was hurt.",
)


def make_spans(here: Article, there: Article, said: Sequence[Said]) -> tuple[Span, ...]:
    """Spans from phrases, found one after the other; the phrase opposite is found anywhere."""
    spans, at = [], 0
    for words, status, opposite in said:
        start = here.text.index(words, at)
        at = start + len(words)
        other = None
        if opposite is not None:
            low = there.text.index(opposite)
            other = (low, low + len(opposite))
        spans.append(Span(start, at, status, other))
    return tuple(spans)


@pytest.fixture
def article() -> Article:
    return make_article(LEFT, [Role.HEADLINE], source="desk/left.txt", title="Mayor opens bridge")


@pytest.fixture
def collation(article: Article) -> Collation:
    """Left 2 and right 2 are edited, left 3 and right 1 edited and moved, left 4 and right 4 the same."""
    right = make_article(RIGHT, source="desk/right.txt")
    same, changed, unique = Status.SAME, Status.CHANGED, Status.UNIQUE
    left_said: list[Said] = [
        ("Mayor opens bridge", unique, None),
        ("It is only a start,” the mayor", same, "It is only a start,” the mayor"),
        ("told Reuters", changed, "said on Monday"),
        ("The old bridge was closed in March", same, "The old bridge was closed in March"),
        ("Nobody was hurt", same, "Nobody was hurt"),
    ]
    right_said: list[Said] = [
        ("The old bridge was closed in March", same, "The old bridge was closed in March"),
        ("the city says in a long statement", unique, None),
        ("It is only a start,” the mayor", same, "It is only a start,” the mayor"),
        ("said on Monday", changed, "told Reuters"),
        ("Traffic was slow", unique, None),
        ("Nobody was hurt", same, "Nobody was hurt"),
    ]
    return Collation(
        left=article,
        right=right,
        links=(
            Link(1, 1, Relation.EDITED, moved=False, score=0.8),
            Link(2, 0, Relation.EDITED, moved=True, score=1.0),
            Link(3, 3, Relation.SAME, moved=False, score=0.123456),
        ),
        left_spans=make_spans(article, right, left_said),
        right_spans=make_spans(right, article, right_said),
        left_counts=Counts(words=22, shared=17, unlinked=1),
        right_counts=Counts(words=29, shared=16, unlinked=1),
        differs=True,
    )


@pytest.fixture
def same_twice(article: Article) -> Collation:
    """An article compared with itself."""
    spans = tuple(Span(p.start, p.end, Status.SAME, (p.start, p.end)) for p in article.paragraphs)
    links = tuple(Link(n, n, Relation.SAME, moved=False, score=1.0) for n in range(len(article.paragraphs)))
    counts = Counts(words=22, shared=22, unlinked=0)
    return Collation(article, article, links, spans, spans, counts, counts, differs=False)
