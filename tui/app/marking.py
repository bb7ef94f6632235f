"""A reporter's marks as the page shows them: which sign stands beside which words, and what is still to be reviewed."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.app.excerpt import paragraph_of
from tui.layout import Side
from tui.review.model import Decision, Found, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.app.quoting import QuoteStop, Quoting
    from tui.app.reading import Reading
    from tui.article import Article, Range
    from tui.layout import Stop
    from tui.review.model import Located

DECISION_MARKS: Mapping[Decision, str] = {
    Decision.ACCEPTED: "✓",
    Decision.FLAGGED: "⚑",
    Decision.QUERIED: "?",
}
"""The sign of each decision; every one takes one cell and is no verdict's."""

NOTE_MARK, UNSURE_MARK = "✎", "¿"
"""The signs of a note, and of a mark whose words were changed or stand elsewhere now."""

_QUIET, _PLAIN, _LOUD = 0, 2, 4
_STRETCH = 2_000
_TO_LOOK_AT = frozenset({Decision.FLAGGED, Decision.QUERIED})


class Target(NamedTuple):
    """What a mark is put on.

    Attributes:
        subject: What it is.
        left: Its left words; none where it is only on the right.
        right: Its right words.
        lead: The side on which it is met.
    """

    subject: Subject
    left: tuple[Range, ...]
    right: tuple[Range, ...]
    lead: Side

    def words(self, side: Side) -> tuple[Range, ...]:
        """One side's words."""
        return self.left if side is Side.LEFT else self.right


class LineSign(NamedTuple):
    """A sign in the margin.

    Attributes:
        mark: One cell.
        severity: How loud it is, as that of a quotation: from 0 to 4.
        rank: Of several on one line the one with the highest is shown.
    """

    mark: str
    severity: int
    rank: tuple[int, ...]


class Tally(NamedTuple):
    """How far the review of a pair's quotations is.

    Attributes:
        quotations: How many there are to review.
        reviewed: How many have been decided on; those to be confirmed are not.
        flagged: How many of these are flagged.
        queried: How many of these are to be verified.
        unsure: How many marks are to be confirmed, on whatever they are.
    """

    quotations: int
    reviewed: int
    flagged: int
    queried: int
    unsure: int


def quote_target(stop: QuoteStop) -> Target:
    """A quotation, or a pair of them; words that the other article has without marks are no part of it."""
    words = [stop.words(side) if stop.numbers(side) else () for side in Side]
    return Target(Subject.QUOTATION, words[0], words[1], stop.lead)


def difference_target(stop: Stop, lead: Side) -> Target:
    """A difference."""
    words = [() if (found := stop.words(side)) is None else (found,) for side in Side]
    return Target(Subject.DIFFERENCE, words[0], words[1], lead if words[lead is Side.RIGHT] else lead.other)


def paragraph_target(article: Article, side: Side, index: int) -> Target:
    """A whole paragraph of one side."""
    words = ((article.paragraphs[index].start, article.paragraphs[index].end),)
    return Target(Subject.PARAGRAPH, words if side is Side.LEFT else (), () if side is Side.LEFT else words, lead=side)


def current_target(reading: Reading, paragraph: int | None) -> Target | None:
    """What is being read: the current quotation, the current difference, or this paragraph of the active side."""
    if reading.match is None and reading.quote is not None:
        return quote_target(reading.quote)
    if reading.match is None and reading.stop is not None:
        return difference_target(reading.stop, reading.side_of(reading.stop))
    if paragraph is None:
        return None
    return paragraph_target(reading.article(reading.side), reading.side, paragraph)


def is_unsure(located: Located) -> bool:
    """Whether the words of a mark were changed, or stand elsewhere, so that a person is to confirm it."""
    return located.found is Found.CHANGED


class PageMarks:
    """The marks on a pair and its quotations; made anew when either are others."""

    def __init__(self, located: Iterable[Located] = (), quoting: Quoting | None = None) -> None:
        self._reviews = [one for one in located if one.mark.kind is MarkKind.REVIEW and one.found is not Found.ORPHANED]
        self._near: dict[tuple[Subject, Side, int], list[Located]] = {}
        for one in self._reviews:
            for place in _places(one.mark.subject, one.left, one.right):
                self._near.setdefault(place, []).append(one)
        self._on_quotes: dict[tuple[object, ...], Located] = {}
        self._stops: Sequence[QuoteStop] = () if quoting is None else quoting.stops
        if any(one.mark.subject is Subject.QUOTATION for one in self._reviews):
            for stop in self._stops:
                found = self.find(quote_target(stop))
                if found is not None:
                    self._on_quotes[_key(stop)] = found
        shown = {id(one) for one in self._on_quotes.values()}
        others = [one for one in self._reviews if id(one) not in shown]
        self._signs = {side: _signs(others, side) for side in Side}
        self._notes = {side: _notes(self._reviews, side) for side in Side}

    @property
    def has_any(self) -> bool:
        """Whether anything is marked."""
        return bool(self._reviews)

    def find(self, target: Target) -> Located | None:
        """The mark on these words."""
        if not self._reviews:
            return None
        from tui.review.finding import mark_on

        places = _places(target.subject, target.left, target.right)
        near = {id(one): one for place in places for one in self._near.get(place, ())}
        return mark_on(near.values(), target.subject, target.left, target.right)

    def on_quote(self, stop: QuoteStop) -> Located | None:
        """The mark on a quotation."""
        return self._on_quotes.get(_key(stop))

    def decision(self, stop: QuoteStop) -> Decision | None:
        """What was decided on a quotation; None also where that is to be confirmed."""
        found = self.on_quote(stop)
        return None if found is None or is_unsure(found) else found.mark.decision

    def is_decided(self, stop: QuoteStop) -> bool:
        """Whether a decision on a quotation holds."""
        return self.decision(stop) is not None

    def is_to_confirm(self, stop: QuoteStop) -> bool:
        """Whether a quotation has a mark that is to be confirmed."""
        found = self.on_quote(stop)
        return found is not None and is_unsure(found)

    @cached_property
    def tally(self) -> Tally:
        """How far the review is."""
        decisions = [self.decision(stop) for stop in self._stops]
        return Tally(
            quotations=len(self._stops),
            reviewed=sum(one is not None for one in decisions),
            flagged=decisions.count(Decision.FLAGGED),
            queried=decisions.count(Decision.QUERIED),
            unsure=sum(map(is_unsure, self._reviews)),
        )

    def sign_of_quote(self, stop: QuoteStop) -> LineSign:
        """What stands beside a quotation: what was decided on it, or else its verdict."""
        found = self.on_quote(stop)
        if found is None or (found.mark.decision is None and not is_unsure(found)):
            return LineSign(stop.mark, stop.severity(), (4 if stop.is_grave else 2, *stop.weight))
        return _sign_of(found)

    def sign_between(self, quoting: Quoting | None, side: Side, start: int, end: int) -> LineSign | None:
        """The sign for a line from one code point to another: that of what is most to be looked at."""
        found = (
            [] if quoting is None else [self.sign_of_quote(stop) for stop in quoting.begin_between(side, start, end)]
        )
        signs = self._signs[side]
        first = bisect_left(signs, start, key=lambda sign: sign[0])
        for at in range(first, len(signs)):
            if signs[at][0] >= end:
                break
            found.append(signs[at][1])
        return max(found, key=lambda sign: sign.rank, default=None)

    def has_note_between(self, side: Side, start: int, end: int) -> bool:
        """Whether a note's words begin on a line."""
        notes = self._notes[side]
        at = bisect_left(notes, start)
        return at < len(notes) and notes[at] < end

    def signs_for_strip(self, side: Side) -> list[tuple[int, LineSign]]:
        """What the strip at the right edge shows: where on one side something is flagged, queried or to confirm."""
        found = [
            (start, _sign_of(one))
            for one in self._reviews
            if (one.mark.decision in _TO_LOOK_AT or is_unsure(one))
            for start, _ in (one.left if side is Side.LEFT else one.right)[:1]
        ]
        return sorted(found, key=lambda sign: sign[1].rank)


def _places(subject: Subject, left: Sequence[Range], right: Sequence[Range]) -> set[tuple[Subject, Side, int]]:
    """The stretches of the articles in which words lie, so that a mark on them is looked for only there."""
    return {
        (subject, side, stretch)
        for side, words in ((Side.LEFT, left), (Side.RIGHT, right))
        for start, end in words
        for stretch in range(start // _STRETCH, end // _STRETCH + 1)
    }


def _key(stop: QuoteStop) -> tuple[object, ...]:
    return stop.left, stop.right, stop.lead


def _sign_of(located: Located) -> LineSign:
    if is_unsure(located):
        return LineSign(UNSURE_MARK, _PLAIN, (3, 1))
    decision = located.mark.decision
    if decision is None:
        return LineSign(NOTE_MARK, _QUIET, (0,))
    if decision is Decision.FLAGGED:
        return LineSign(DECISION_MARKS[decision], _LOUD, (5,))
    if decision is Decision.QUERIED:
        return LineSign(DECISION_MARKS[decision], _PLAIN, (3, 0))
    return LineSign(DECISION_MARKS[decision], _QUIET, (1,))


def _signs(reviews: Iterable[Located], side: Side) -> tuple[tuple[int, LineSign], ...]:
    found = [
        (words[0][0], _sign_of(one))
        for one in reviews
        if (one.mark.decision is not None or is_unsure(one)) and (words := one.left if side is Side.LEFT else one.right)
    ]
    return tuple(sorted(found, key=lambda sign: (sign[0], sign[1].rank)))


def _notes(reviews: Iterable[Located], side: Side) -> tuple[int, ...]:
    starts = (
        words[0][0] for one in reviews if one.mark.note and (words := one.left if side is Side.LEFT else one.right)
    )
    return tuple(sorted(starts))


def paragraphs_of(article: Article, words: Sequence[Range]) -> str:
    """The paragraphs in which words stand, as people count them: "¶3", "¶3–5", "¶3, 5"."""
    numbers = sorted({paragraph_of(article, start) + 1 for start, _ in words})
    if not numbers:
        return ""
    if numbers[-1] - numbers[0] >= len(numbers):
        return f"¶{', '.join(map(str, numbers))}"
    return f"¶{numbers[0]}" if len(numbers) == 1 else f"¶{numbers[0]}–{numbers[-1]}"


NO_MARKS = PageMarks()
"""Before the marks are known."""
