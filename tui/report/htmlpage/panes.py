"""The articles of a page: paragraphs with their numbers, what is set off in them and where their partners stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.collation import Relation, Status
from tui.layout import SIGN_MARKS, Side, SignKind, partners_of
from tui.layout.anchors import find_level
from tui.layout.arrangement import band_in_order
from tui.report.htmlpage.inline import Piece, Ref, Run, cut_runs
from tui.report.passages import paragraph_numbers
from tui.report.standing import SideView, Standing, view_sides
from tui.report.summary import RELATION_WORDS
from tui.report.wording import notes_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.article import Article, Range
    from tui.collation import Collation, Link
    from tui.report.htmlpage.inline import Placed

UNMATCHED = "no matching wording"

RELATION_SIGNS = {
    Relation.SAME: SIGN_MARKS[SignKind.SAME],
    Relation.EDITED: SIGN_MARKS[SignKind.EDITED],
    Relation.PARTIAL: SIGN_MARKS[SignKind.PARTIAL],
    Relation.SIMILAR: SIGN_MARKS[SignKind.SIMILAR],
}


@dataclass(frozen=True, slots=True)
class Pane:
    """An article and what its paragraphs are called on the page.

    Attributes:
        article: The article.
        name: What it is called: "A", "Source 2".
        prefix: What the ids of its paragraphs begin with.
        css: The class of its words.
    """

    article: Article
    name: str
    prefix: str
    css: str

    def places(self, spans: Sequence[Range]) -> tuple[Ref, ...]:
        """Links to the paragraphs in which words stand."""
        return tuple(self.place(number) for number in paragraph_numbers(self.article, spans))

    def place(self, number: int) -> Ref:
        """A link to a paragraph, counted from 1."""
        label = f"{self.name} ¶{number}".strip()
        return Ref(f"{self.prefix}{number}", label, label, "place")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where else a paragraph's words stand: "⇢ stands at", a link, "edited"."""

    said: str
    place: Ref
    relation: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as the page shows it.

    Attributes:
        id: Its id.
        pane: The article it belongs to.
        number: Its number, from 1.
        css: Classes by its role and standing.
        notes: What is to be said of it: its role, what it repeats.
        unmatched: Whether no wording matches it.
        pointers: Where its partners stand, unless opposite.
        runs: Its words.
    """

    id: str
    pane: Pane
    number: int
    css: str
    notes: tuple[str, ...]
    unmatched: bool
    pointers: tuple[Pointer, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that begin level.

    Attributes:
        left: Those of the left article.
        right: Those of the right one.
        sign: The gutter's sign.
        told: What it means.
        css: "pair", or "loose" where what stands opposite doesn't belong together.
    """

    left: tuple[Shown, ...]
    right: tuple[Shown, ...]
    sign: str
    told: str
    css: str


def show_rows(collation: Collation, left: Pane, right: Pane, refs: Mapping[Side, Sequence[Placed]]) -> tuple[Row, ...]:
    """Both articles on common rows: a pair on each, and between two pairs what stands there on either side.

    Args:
        collation: The comparison.
        left: The left article.
        right: The right article.
        refs: The signs that stand in each, in order.
    """
    return _Rows(collation, left, right, refs).rows()


def show_alone(pane: Pane, refs: Sequence[Placed], differing: Iterable[Range], told: str) -> tuple[Shown, ...]:
    """An article by itself, the words that differ in its quotations set off.

    Args:
        pane: The article.
        refs: The signs that stand in it, in order.
        differing: The words to set off.
        told: What the ear hears before them.
    """
    article = pane.article
    found = _by_paragraph(article, refs)
    wanted = sorted(set(differing))
    noise = [Piece(start, end, "stray", _STRAY) for start, end in article.noise]
    shown = []
    for index, paragraph in enumerate(article.paragraphs):
        span = (paragraph.start, paragraph.end)
        pieces = [
            Piece(max(start, span[0]), min(end, span[1]), "changed", told)
            for start, end in wanted
            if start < span[1] and end > span[0]
        ]
        pieces += [one for one in noise if span[0] <= one.start < span[1]]
        css = f"par {pane.css} is-{paragraph.role.value}{' quiet' if paragraph.quiet else ''}"
        runs = cut_runs(article.text, span, sorted(pieces, key=_start), found[index])
        notes = tuple(notes_on(paragraph))
        shown.append(Shown(f"{pane.prefix}{index + 1}", pane, index + 1, css, notes, False, (), runs))
    return tuple(shown)


_STRAY = "stray matter, not compared"


def _start(piece: Piece) -> int:
    return piece.start


class _Rows:
    """The rows of a comparison while they are made."""

    def __init__(self, collation: Collation, left: Pane, right: Pane, refs: Mapping[Side, Sequence[Placed]]) -> None:
        self._collation = collation
        self._panes = {Side.LEFT: left, Side.RIGHT: right}
        self._views: Mapping[Side, SideView] = dict(zip(Side, view_sides(collation), strict=True))
        self._partners = {side: partners_of(collation, side) for side in Side}
        self._refs = {side: _by_paragraph(self._panes[side].article, refs.get(side, ())) for side in Side}
        self._links = {(link.left, link.right): link for link in collation.links}

    def rows(self) -> tuple[Row, ...]:
        level = find_level(self._collation)
        heads = set(level)
        counts = (len(self._collation.left.paragraphs), len(self._collation.right.paragraphs))
        rows: list[Row] = []
        for band in band_in_order(level, *counts):
            left, right = ([item for item in side if isinstance(item, int)] for side in band)
            if left and right and (left[0], right[0]) in heads:
                rows.append(self._pair(left.pop(0), right.pop(0)))
            if left or right:
                rows += self._loose(left, right)
        return tuple(rows)

    def _pair(self, left: int, right: int) -> Row:
        link = self._links.get((left, right))
        ours, theirs = (
            ((self._shown(Side.LEFT, left, None),), (self._shown(Side.RIGHT, right, None),))
            if link is None
            else ((self._shown(Side.LEFT, left, right),), (self._shown(Side.RIGHT, right, left),))
        )
        if link is None:
            return self._row(ours, theirs, "headlines")
        return Row(
            ours, theirs, RELATION_SIGNS[link.relation], RELATION_WORDS[link.relation], f"pair {link.relation.value}"
        )

    def _loose(self, left: Sequence[int], right: Sequence[int]) -> Iterator[Row]:
        """What stands between two pairs: stretches without match share a row, so that its sign is true of all in it."""
        ours = _stretches([self._shown(Side.LEFT, index, None) for index in left])
        theirs = _stretches([self._shown(Side.RIGHT, index, None) for index in right])
        while ours or theirs:
            kinds = [stretches[0][0].unmatched for stretches in (ours, theirs) if stretches]
            # What has a partner elsewhere goes first, by itself where the other side's has none.
            taken = [
                stretches.pop(0) if stretches and stretches[0][0].unmatched is min(kinds) else ()
                for stretches in (ours, theirs)
            ]
            yield self._row(taken[0], taken[1], "loose")

    def _row(self, left: tuple[Shown, ...], right: tuple[Shown, ...], css: str) -> Row:
        ours, theirs = (any(one.unmatched for one in side) for side in (left, right))
        sign = " ".join(one for one, told in (("◂", ours), ("▸", theirs)) if told)
        return Row(left, right, sign, UNMATCHED if sign else "", css)

    def _shown(self, side: Side, index: int, opposite: int | None) -> Shown:
        view, pane = self._views[side], self._panes[side]
        paragraph = pane.article.paragraphs[index]
        standing = view.standing(index)
        notes = notes_on(paragraph)
        if view.noise_of(index):
            notes.append(_STRAY)
        quiet = " quiet" if paragraph.quiet else ""
        return Shown(
            id=f"{pane.prefix}{index + 1}",
            pane=pane,
            number=index + 1,
            css=f"par {pane.css} is-{paragraph.role.value} {standing.value}{quiet}",
            notes=tuple(notes),
            unmatched=standing is Standing.UNLINKED,
            pointers=tuple(self._pointers(side, index, opposite)),
            runs=cut_runs(
                pane.article.text,
                (paragraph.start, paragraph.end),
                self._pieces(side, index),
                self._refs[side][index],
            ),
        )

    def _pointers(self, side: Side, index: int, opposite: int | None) -> list[Pointer]:
        links = [(link, other) for link, other in self._partners[side].get(index, ()) if other != opposite]
        if opposite is not None:
            links = [(link, other) for link, other in links if link.relation is not Relation.SIMILAR]
        return [self._pointer(side, link, other, opposite is not None) for link, other in links]

    def _pointer(self, side: Side, link: Link, other: int, further: bool) -> Pointer:
        if link.transposed:
            said = f"{_arrow(side)} {'parts stand' if further else 'stands'} at"
        else:
            said = f"{RELATION_SIGNS[link.relation]} {'also matches' if further else 'matches'}"
        return Pointer(said, self._panes[side.other].place(other + 1), RELATION_WORDS[link.relation])

    def _pieces(self, side: Side, index: int) -> list[Piece]:
        view, there = self._views[side], self._panes[side.other]
        moved = [(span, span.other) for span in view.spans_of(index) if span.status is Status.MOVED and span.other]
        pieces: list[Piece] = []
        for start, end, status in view.pieces(index):
            ref = None
            other = next((other for span, other in moved if span.start <= start < span.end), None)
            if status is Status.MOVED and other is not None:
                number = paragraph_numbers(there.article, (other,))[0]
                label = f"{there.name} ¶{number}"
                ref = Ref(f"{there.prefix}{number}", f"{_arrow(side)} {label}", f"stands at {label}", "place")
            pieces.append(Piece(start, end, *self._look(side, status), ref))
        return pieces

    def _look(self, side: Side, status: Status | None) -> tuple[str, str]:
        here, there = self._panes[side].name, self._panes[side.other].name
        if status is None:
            return "stray", _STRAY
        return {
            Status.CHANGED: ("changed", f"other words in {there}"),
            Status.UNIQUE: ("unique", f"only in {here}"),
            Status.MOVED: ("moved", f"elsewhere in {there}"),
        }.get(status, ("shared", "shared"))


def _stretches(shown: Sequence[Shown]) -> list[tuple[Shown, ...]]:
    """Paragraphs in stretches without match and stretches of others."""
    return [tuple(stretch) for _, stretch in groupby(shown, key=attrgetter("unmatched"))]


def _arrow(side: Side) -> str:
    return "⇢" if side is Side.LEFT else "⇠"


def _by_paragraph(article: Article, refs: Sequence[Placed]) -> dict[int, list[Placed]]:
    """The signs of each paragraph, in order."""
    found: dict[int, list[Placed]] = defaultdict(list)
    for offset, ref in refs:
        (number,) = paragraph_numbers(article, ((max(0, offset - 1), offset),))
        found[number - 1].append((offset, ref))
    return found
