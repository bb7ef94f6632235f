"""The places where a reader stops: changed phrases, and the beginnings of other stretches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.collation import Relation, Status
from tui.layout.model import Side, Stop, StopKind
from tui.layout.order import ReadingOrder
from tui.layout.partners import partners_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tui.article import Article, Range
    from tui.collation import Collation, Link, Span
    from tui.layout.model import Column

SHORT = 24
"""Where paragraphs share only a part, words of one side alone that take fewer characters are no stop."""

_PHRASE = frozenset({Status.CHANGED, Status.UNIQUE})


@dataclass(frozen=True, slots=True)
class _Half:
    """One side as the search for stops sees it."""

    side: Side
    article: Article
    spans: tuple[Span, ...]
    links: Mapping[int, list[Link]]
    partners: Mapping[int, list[tuple[Link, int]]]
    column: Column
    starts: list[int]

    def words(self, first: int, last: int) -> Range:
        """From the first paragraph's beginning to the last one's end."""
        return self.article.paragraphs[first].start, self.article.paragraphs[last].end

    def counts(self, paragraph: int) -> bool:
        """Whether a paragraph is part of the comparison: no boilerplate, and not there for the second time."""
        return self.article.paragraphs[paragraph].counts

    def paragraph_of(self, offset: int) -> int:
        """The paragraph that holds this code point."""
        return bisect_right(self.starts, offset) - 1

    def moved_words(self, paragraph: int, partner: int, there: _Half) -> Range | None:
        """Of a paragraph that has other partners in order: the words that stand in this moved one."""
        if all(link.moved for link in self.links[paragraph]):
            return None
        start, end = self.words(paragraph, paragraph)
        first = bisect_left(self.spans, start, key=attrgetter("start"))
        after = bisect_left(self.spans, end, key=attrgetter("start"))
        found = [
            span
            for span in self.spans[first:after]
            if span.status is Status.MOVED and span.other is not None and there.paragraph_of(span.other[0]) == partner
        ]
        return (found[0].start, found[-1].end) if found else None


def find_stops(
    collation: Collation, anchors: tuple[tuple[int, int], ...], columns: Mapping[Side, Column]
) -> tuple[Stop, ...]:
    """Every place where the articles differ, in reading order; boilerplate, duplicates and noise aside.

    The order is that of the articles, so it doesn't depend on how wide the screen is.
    """
    left, right = (_half(side, collation, columns) for side in Side)
    stops = [
        *_phrases(left, right),
        *_moved_paragraphs(collation.links, left, right),
        *_only(left),
        *_only(right),
        *_similar(collation.links, left, right),
    ]
    return tuple(sorted(stops, key=ReadingOrder(collation, anchors)))


def _half(side: Side, collation: Collation, columns: Mapping[Side, Column]) -> _Half:
    is_left = side is Side.LEFT
    article = collation.left if is_left else collation.right
    found: dict[int, list[Link]] = {}
    for link in collation.links:
        found.setdefault(link.left if is_left else link.right, []).append(link)
    return _Half(
        side=side,
        article=article,
        spans=collation.left_spans if is_left else collation.right_spans,
        links=found,
        partners=partners_of(collation, side),
        column=columns[side],
        starts=[paragraph.start for paragraph in article.paragraphs],
    )


def _stop(kind: StopKind, side: Side, here: Range, there: Range | None, rows: tuple[int, int]) -> Stop:
    if side is Side.LEFT:
        return Stop(kind, here, there, *rows)
    return Stop(kind, there, here, *reversed(rows))


def _phrases(left: _Half, right: _Half) -> Iterator[Stop]:
    """Changed, unique and moved words of linked paragraphs; what both sides tell of one place is one stop."""
    told: dict[int, list[tuple[Range, Range]]] = {}
    for run in _runs(left, right):
        if run.other is not None:
            told.setdefault(run.paragraph, []).append(((run.start, run.end), run.other))
        yield _phrase(run, left, right)
    for run in _runs(right, left):
        if run.other is not None:
            known = told.get(left.paragraph_of(run.other[0]), [])
            if _is_told(known, run.other, (run.start, run.end)):
                continue
        yield _phrase(run, right, left)


def _is_told(known: list[tuple[Range, Range]], left: Range, right: Range) -> bool:
    """Whether one of these phrases, which follow one another on the left, meets these words on both sides."""
    for at in range(bisect_left(known, left[1], key=lambda pair: pair[0][0]) - 1, -1, -1):
        (_, end), (start_there, end_there) = known[at]
        if end <= left[0]:
            return False
        if start_there < right[1] and right[0] < end_there:
            return True
    return False


def _phrase(run: _Run, here: _Half, there: _Half) -> Stop:
    kind = StopKind.CHANGED if run.other else StopKind.UNIQUE
    if run.status is Status.MOVED:
        kind = StopKind.MOVED
    row = here.column.row_of_offset(run.start)
    return _stop(kind, here.side, (run.start, run.end), run.other, (row, _row_opposite(run, row, here, there)))


def _row_opposite(run: _Run, row: int, here: _Half, there: _Half) -> int:
    """Where to look on the other side: at the words opposite, or as far into the partner as on this side."""
    if run.other is not None:
        return there.column.row_of_offset(run.other[0])
    partners = here.partners.get(run.paragraph)
    if not partners:
        return row
    partner = partners[0][1]
    into = row - here.column.row_of_paragraph(run.paragraph)
    first = there.column.row_of_paragraph(partner)
    return min(first + into, there.column.last_row_of_paragraph(partner))


class _Run(NamedTuple):
    """Words that make one stop."""

    paragraph: int
    start: int
    end: int
    status: Status
    other: Range | None


def _runs(half: _Half, there: _Half) -> Iterator[_Run]:
    """The runs of words that make one stop each, in order."""
    held: _Run | None = None
    for span in half.spans:
        if span.status is Status.SAME:
            told = False
        else:
            paragraph = half.paragraph_of(span.start)
            links = half.links.get(paragraph, [])
            told = _tells(half, paragraph, links, span) and not _with_its_pair(half, there, links, span)
        if told and held is not None and _joins(held, paragraph, span):
            held = held._replace(end=span.end, other=held.other or span.other)
            continue
        if held is not None:
            yield held
        held = _Run(paragraph, span.start, span.end, span.status, span.other) if told else None
    if held is not None:
        yield held


def _joins(held: _Run, paragraph: int, span: Span) -> bool:
    """Words changed and words without counterpart, side by side, are one phrase to a reader."""
    one_place = held.other is None or span.other is None
    return held.paragraph == paragraph and held.status in _PHRASE and span.status in _PHRASE and one_place


def _with_its_pair(half: _Half, there: _Half, links: list[Link], span: Span) -> bool:
    """Whether moved words lie in a moved pair, which is a stop itself."""
    if span.status is not Status.MOVED or span.other is None:
        return False
    partner = there.paragraph_of(span.other[0])
    return any(link.moved and (link.right if half.side is Side.LEFT else link.left) == partner for link in links)


def _tells(half: _Half, paragraph: int, links: list[Link], span: Span) -> bool:
    """Whether a span is a stop of its own, and not part of a stretch or of what doesn't count."""
    if span.status is Status.SAME or not links or not half.counts(paragraph):
        return False
    if any(start <= span.start and span.end <= end for start, end in half.article.noise):
        return False
    if span.status is Status.UNIQUE and span.end - span.start < SHORT and _shares_only_a_part(half, paragraph):
        return False
    if all(link.moved for link in links):
        return span.status in _PHRASE and any(link.relation is not Relation.SIMILAR for link in links)
    if all(link.relation is Relation.SIMILAR for link in links):
        return span.status is Status.MOVED
    return True


def _shares_only_a_part(half: _Half, paragraph: int) -> bool:
    partners = half.partners.get(paragraph, [])
    return any(link.relation in {Relation.PARTIAL, Relation.SIMILAR} for link, _ in partners[:1])


def _moved_paragraphs(links: tuple[Link, ...], left: _Half, right: _Half) -> Iterator[Stop]:
    """The beginning of every stretch of paragraphs that stand elsewhere together."""
    moved = (link for link in links if link.moved and left.counts(link.left) and right.counts(link.right))
    for first, last in _stretches(moved):
        alone = first is last
        yield Stop(
            StopKind.MOVED,
            (alone and left.moved_words(first.left, first.right, right)) or left.words(first.left, last.left),
            (alone and right.moved_words(first.right, first.left, left)) or right.words(first.right, last.right),
            left.column.row_of_paragraph(first.left),
            right.column.row_of_paragraph(first.right),
        )


def _similar(links: tuple[Link, ...], left: _Half, right: _Half) -> Iterator[Stop]:
    """Stretches of pairs in order that say the same in other words and share no longer wording."""
    in_order = [link for link in links if not link.moved and link.relation is Relation.SIMILAR]
    alone = [
        link
        for link in in_order
        if not (_closely_linked(left.links[link.left]) and _closely_linked(right.links[link.right]))
    ]
    for first, last in _stretches(alone):
        yield _pair_stop(StopKind.SIMILAR, first, last, left, right)


def _closely_linked(links: list[Link]) -> bool:
    return any(link.relation is not Relation.SIMILAR for link in links)


def _stretches(links: Iterable[Link]) -> Iterator[tuple[Link, Link]]:
    """The first and last of links that follow one another on both sides."""
    first: Link | None = None
    last: Link | None = None
    for link in links:
        if first is None or last is None:
            first = link
        elif link.left - last.left > 1 or not 0 <= link.right - last.right <= 1:
            yield first, last
            first = link
        last = link
    if first is not None and last is not None:
        yield first, last


def _pair_stop(kind: StopKind, first: Link, last: Link, left: _Half, right: _Half) -> Stop:
    return Stop(
        kind,
        left.words(first.left, last.left),
        right.words(first.right, last.right),
        left.column.row_of_paragraph(first.left),
        right.column.row_of_paragraph(first.right),
    )


def _only(half: _Half) -> Iterator[Stop]:
    """Stretches of paragraphs of one side without any link."""
    stretch: list[int] = []
    for paragraph in range(len(half.article.paragraphs) + 1):
        if paragraph < len(half.article.paragraphs) and paragraph not in half.links:
            if half.counts(paragraph):
                stretch.append(paragraph)
            continue
        if stretch:
            row = half.column.row_of_paragraph(stretch[0])
            words = half.words(stretch[0], stretch[-1])
            yield _stop(StopKind.ONLY, half.side, words, None, (row, row))
        stretch = []
