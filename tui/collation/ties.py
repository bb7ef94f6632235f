"""What a reporter said of paragraphs, told by their numbers, and which way round two articles are compared."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.article import Article, Range
    from tui.collation.model import Tie
    from tui.collation.wording import Pair


@dataclass(frozen=True, slots=True)
class Tied:
    """The pairs of paragraphs that a reporter spoke of.

    Attributes:
        together: They are linked, whatever the evidence.
        apart: They are never linked, and no word of the one is told by the other.
    """

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


NOTHING_TIED = Tied()


def tied_paragraphs(left: Article, right: Article, ties: Iterable[Tie]) -> Tied:
    """The pairs of paragraphs that ties name; of ties that contradict each other the last one holds."""
    said: dict[Pair, bool] = {}
    for tie in ties:
        if not tie.of_quotations:
            rights = tuple(paragraphs_at(right, tie.right))
            said |= {(one, other): tie.together for one in paragraphs_at(left, tie.left) for other in rights}
    if not said:
        return NOTHING_TIED
    together = frozenset(pair for pair, holds in said.items() if holds)
    return Tied(together, frozenset(said) - together)


def paragraphs_at(article: Article, ranges: Iterable[Range]) -> Iterator[int]:
    """The paragraphs that stand at these ranges; ranges outside of the text or between paragraphs name none.

    A range names every paragraph of which it covers at least half, or else the one that has most of it.
    """
    paragraphs = article.paragraphs
    for start, end in ranges:
        if start >= end:
            continue
        covered: list[tuple[int, int]] = []
        for index in range(bisect_right(paragraphs, start, key=lambda one: one.end), len(paragraphs)):
            paragraph = paragraphs[index]
            if paragraph.start >= end:
                break
            covered.append((min(end, paragraph.end) - max(start, paragraph.start), index))
        halves = [index for size, index in covered if 2 * size >= paragraphs[index].end - paragraphs[index].start]
        yield from halves or [index for _, index in sorted(covered, key=lambda one: -one[0])[:1]]


def is_backward(left: Article, right: Article, ties: Sequence[Tie] = ()) -> bool:
    """Whether the right article is to be compared with the left one, and the result mirrored.

    The articles and the ties decide, not the sides, so that exchanging the sides mirrors what is found. Only of an
    article compared with itself, tied crosswise, neither way round is the mirror of the other.
    """
    if left.text != right.text:
        return right.text < left.text
    forward = _identity(left), _identity(right), [_words(tie) for tie in ties]
    backward = _identity(right), _identity(left), [_words(tie.swapped()) for tie in ties]
    return backward < forward


def _identity(article: Article) -> tuple[object, ...]:
    """What sets articles with the same text apart."""
    return (
        [
            (paragraph.role.value, -1 if paragraph.duplicate_of is None else paragraph.duplicate_of)
            for paragraph in article.paragraphs
        ],
        [(one.kind.value, one.words, one.value) for one in article.corrections],
    )


def _words(tie: Tie) -> tuple[object, ...]:
    return tie.left, tie.right, tie.together, tie.of_quotations
