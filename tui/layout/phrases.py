"""The stops within linked paragraphs: words that differ, and passages that stand elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.collation import Relation, Status
from tui.layout.half import make_stop
from tui.layout.model import Side, StopKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.article import Range
    from tui.collation import Link, Span
    from tui.layout.half import Half
    from tui.layout.model import Stop

SHORT = 24
"""Where paragraphs share only a part, words of one side alone that take fewer characters are no stop."""

_PHRASE = frozenset({Status.CHANGED, Status.UNIQUE})


def find_phrases(left: Half, right: Half) -> Iterator[Stop]:
    """Changed, unique and moved words of linked paragraphs; what both sides tell of one place is one stop."""
    told: dict[int, list[tuple[Range, Range]]] = {}
    left_runs, right_runs = _meet(
        left, _moved_together(_runs(left, right), right), right, _moved_together(_runs(right, left), left)
    )
    for run in left_runs:
        if run.other is not None:
            told.setdefault(run.paragraph, []).append(((run.start, run.end), run.other))
        yield _phrase(run, left, right)
    for run in right_runs:
        if run.other is not None:
            known = told.get(left.paragraph_of(run.other[0]), [])
            if _is_told(known, run.other, (run.start, run.end)):
                continue
        yield _phrase(run, right, left)


def _meet(left: Half, left_runs: list[_Run], right: Half, right_runs: list[_Run]) -> tuple[list[_Run], list[_Run]]:
    """Put together words of one side alone and words of the other alone that follow the same shared words."""
    gaps = [
        {gap: at for at, run in reversed([*enumerate(runs)]) if (gap := _gap_before(run, here, there))}
        for here, there, runs in ((left, right, left_runs), (right, left, right_runs))
    ]
    for gap in gaps[0].keys() & gaps[1].keys():
        one, other = (runs[found[gap]] for runs, found in zip((left_runs, right_runs), gaps, strict=True))
        left_runs[gaps[0][gap]] = one._replace(other=(other.start, other.end))
        right_runs[gaps[1][gap]] = other._replace(other=(one.start, one.end))
    return left_runs, right_runs


def _gap_before(run: _Run, here: Half, there: Half) -> tuple[int, int] | None:
    """Where, left and right, the words end that both share before this run; for words of one side alone only."""
    if run.status is not Status.UNIQUE or run.other is not None:
        return None
    start = here.article.paragraphs[run.paragraph].start
    for at in range(bisect_left(here.spans, run.start, key=attrgetter("start")) - 1, -1, -1):
        span = here.spans[at]
        if span.start < start:
            break
        if span.status not in _PHRASE and span.other is not None:
            return _in_order(here, span.end, span.other[1])
    partners = here.partners.get(run.paragraph)
    if not partners:
        return None
    return _in_order(here, start, there.article.paragraphs[partners[0][1]].start)


def _in_order(here: Half, mine: int, theirs: int) -> tuple[int, int]:
    return (mine, theirs) if here.side is Side.LEFT else (theirs, mine)


def _is_told(known: list[tuple[Range, Range]], left: Range, right: Range) -> bool:
    """Whether one of these phrases, which follow one another on the left, meets these words on both sides."""
    for at in range(bisect_left(known, left[1], key=lambda pair: pair[0][0]) - 1, -1, -1):
        (_, end), (start_there, end_there) = known[at]
        if end <= left[0]:
            return False
        if start_there < right[1] and right[0] < end_there:
            return True
    return False


def _phrase(run: _Run, here: Half, there: Half) -> Stop:
    kind = StopKind.CHANGED if run.other else StopKind.UNIQUE
    if run.status is Status.MOVED:
        kind = StopKind.MOVED
    row = here.column.row_of_offset(run.start)
    return make_stop(kind, here.side, (run.start, run.end), run.other, (row, _row_opposite(run, row, here, there)))


def _row_opposite(run: _Run, row: int, here: Half, there: Half) -> int:
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


def _runs(half: Half, there: Half) -> Iterator[_Run]:
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


def _moved_together(runs: Iterable[_Run], there: Half) -> list[_Run]:
    """Passages that follow one another and stand in one paragraph of the other side, in order, are one stop."""
    found: list[_Run] = []
    for run in runs:
        last = found[-1] if found else None
        if (
            last is not None
            and last.paragraph == run.paragraph
            and last.status is run.status is Status.MOVED
            and last.other is not None
            and run.other is not None
            and last.other[1] <= run.other[0]
            and there.paragraph_of(last.other[0]) == there.paragraph_of(run.other[0])
        ):
            found[-1] = last._replace(end=run.end, other=(last.other[0], run.other[1]))
        else:
            found.append(run)
    return found


def _joins(held: _Run, paragraph: int, span: Span) -> bool:
    """Words changed and words without counterpart, side by side, are one phrase to a reader."""
    one_place = held.other is None or span.other is None
    return held.paragraph == paragraph and held.status in _PHRASE and span.status in _PHRASE and one_place


def _with_its_pair(half: Half, there: Half, links: list[Link], span: Span) -> bool:
    """Whether moved words lie in a moved pair, which is a stop itself."""
    if span.status is not Status.MOVED or span.other is None:
        return False
    partner = there.paragraph_of(span.other[0])
    return any(link.moved and (link.right if half.side is Side.LEFT else link.left) == partner for link in links)


def _tells(half: Half, paragraph: int, links: list[Link], span: Span) -> bool:
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


def _shares_only_a_part(half: Half, paragraph: int) -> bool:
    partners = half.partners.get(paragraph, [])
    return any(link.relation in {Relation.PARTIAL, Relation.SIMILAR} for link, _ in partners[:1])
