"""What the inspector tells: the current difference, or the paragraph being read, in a newsroom's words."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.app.changing import change_told, facts_apart, place_opposite
from tui.app.excerpt import NOTHING_HERE, paragraph_of
from tui.app.wording import LETTERS, counted_words, first_hints, one_line, overview_sentence, paragraphs_told
from tui.article import Role
from tui.collation import Relation
from tui.layout import SIGN_MARKS, Side, SignKind, StopKind, nearest_words

if TYPE_CHECKING:
    from tui.app.quotetelling import Wording
    from tui.app.quoting import QuoteStop, Quoting
    from tui.app.reading import Reading
    from tui.app.wording import Piece
    from tui.article import Article, Paragraph, Range
    from tui.collation import Collation, Link
    from tui.layout import Stop

_SIGNS = dict(zip(Relation, (SignKind.SAME, SignKind.EDITED, SignKind.PARTIAL, SignKind.SIMILAR), strict=True))
_BY_HAND = " (linked by hand)"
_SAID = {
    Relation.SAME: "the same words",
    Relation.EDITED: "edited",
    Relation.PARTIAL: "the same in part",
    Relation.SIMILAR: "the same ground in other words",
}
_MOVED = {
    Relation.SAME: ", word for word",
    Relation.EDITED: ", edited",
    Relation.PARTIAL: ", in part",
    Relation.SIMILAR: ", in other words",
}
_MAY_BE = " may be about the same as "
"""Of a mere likeness where the articles' orders differ: a guess."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one article to be shown, with what stands around them.

    Attributes:
        side: The article.
        words: Where they stand in it.
        phrase: They are a part of their paragraph, to be set off from the rest.
    """

    side: Side
    words: Range
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What the inspector shows.

    Attributes:
        lead: A sentence; each piece in the colour of its side, or in none.
        quotes: The wording concerned, at most one of each side.
        wordings: Instead, the wordings of a quotation.
        tail: What else there is to say of it.
        more: Further lines, for where there are rows left.
    """

    lead: tuple[Piece, ...]
    quotes: tuple[Quote, ...] = ()
    wordings: tuple[Wording, ...] = ()
    tail: str = ""
    more: tuple[str, ...] = ()


def tell_reading(reading: Reading, paragraph: int | None, *, at_top: bool) -> Told:
    """What there is to say here.

    Args:
        reading: What is being read.
        paragraph: The paragraph being read on the active side.
        at_top: Nothing has been scrolled yet, so it is time for how many differences there are.
    """
    if reading.quote is not None and reading.quoting is not None:
        return tell_quote(reading.collation, reading.quoting, reading.quote)
    if reading.stop is not None:
        return tell_stop(reading, reading.stop)
    # On the one pane of a narrow screen, tab asks for the other article's wording even at the top.
    opening = at_top and reading.match is None and not (reading.alone and reading.side is Side.RIGHT)
    if reading.pending or paragraph is None or opening:
        return Told(tuple(overview_sentence(reading)), more=first_hints(reading))
    return tell_paragraph(reading, paragraph)


def tell_quote(collation: Collation, quoting: Quoting, stop: QuoteStop) -> Told:
    """The current quotation: its verdict and why, both wordings, and what else holds."""
    # Only here: the first frame needn't wait for what knows of quotations.
    from tui.app.quotetelling import findings_told, lead_told, wordings

    return Told(
        lead_told(collation, stop),
        wordings=wordings(collation, quoting, stop),
        tail=" ".join(findings_told(quoting, stop)),
    )


def tell_stop(reading: Reading, stop: Stop) -> Told:
    """The current difference."""
    if stop.kind in {StopKind.CHANGED, StopKind.UNIQUE}:
        return _change(reading, stop)
    quotes = tuple(
        Quote(side, words, phrase=stop.kind is StopKind.MOVED and not _is_whole(reading.article(side), words))
        for side in Side
        if (words := stop.words(side)) is not None
    )
    if stop.kind is StopKind.ONLY:
        return Told(tuple(_only(reading, stop)), quotes)
    return Told(tuple(_pair(reading, stop)), quotes)


def tell_paragraph(reading: Reading, index: int) -> Told:
    """A paragraph of the active side, and what the other article has of it."""
    side = reading.side
    name: Piece = (f"{LETTERS[side]} ¶{index + 1}", side)
    paragraph = reading.article(side).paragraphs[index]
    aside = _aside(paragraph)
    if aside:
        return Told((name, (f": {aside}", None)))
    link = closest_link(reading, side, index)
    if link is None:
        return Told((name, (f": no matching wording in {LETTERS[side.other]}", None)))
    partner = _at(link, side.other)
    there = reading.article(side.other).paragraphs[partner]
    lead: list[Piece] = [(f"{_sign(link)} ", None), name]
    other: Piece = (f"{LETTERS[side.other]} ¶{partner + 1}", side.other)
    if link.moved and not link.transposed:
        lead += [(_MAY_BE, None), other, (_MOVED[link.relation], None)]
    elif link.moved:
        lead += [(" stands elsewhere as ", None), other, (_MOVED[link.relation], None)]
    else:
        lead += [(" and ", None), other, (f": {_SAID[link.relation]}", None)]
    if link.tied:
        lead.append((_BY_HAND, None))
    return Told(tuple(lead), (Quote(side.other, (there.start, there.end)),) if reading.alone or link.moved else ())


def closest_link(reading: Reading, side: Side, paragraph: int, partner: int | None = None) -> Link | None:
    """The link that says most of a paragraph: in order before moved, no repetition, the closest relation, opposite.

    Args:
        reading: What is being read.
        side: The paragraph's side.
        paragraph: The paragraph.
        partner: Only the link to this paragraph of the other side.
    """
    others = reading.article(side.other).paragraphs
    links = [
        link for link in reading.links[side].get(paragraph, ()) if partner is None or _at(link, side.other) == partner
    ]
    return min(
        links,
        key=lambda link: (
            not link.tied,
            others[_at(link, side.other)].duplicate_of is not None,
            link.moved,
            link.relation.closeness,
            (link.left, link.right) not in reading.table.anchors,
            -link.score,
        ),
        default=None,
    )


def _at(link: Link, side: Side) -> int:
    return link.left if side is Side.LEFT else link.right


def _sign(link: Link) -> str:
    return SIGN_MARKS[SignKind.MOVED] if link.transposed else SIGN_MARKS[_SIGNS[link.relation]]


def _aside(paragraph: Paragraph) -> str:
    """What a paragraph is that isn't compared as a part of the story, or nothing."""
    if paragraph.duplicate_of is not None:
        return f"repeats ¶{paragraph.duplicate_of + 1}, so it is not counted"
    if paragraph.role is Role.BOILERPLATE:
        return "not part of the story, so it is not counted"
    return ""


def _change(reading: Reading, stop: Stop) -> Told:
    """A difference within linked paragraphs: what it is, and both places."""
    side = Side.LEFT if stop.left is not None else Side.RIGHT
    paragraph = paragraph_of(reading.article(side), (stop.words(side) or (0, 0))[0])
    opposite = stop.words(side.other)
    partner = None if opposite is None else paragraph_of(reading.article(side.other), opposite[0])
    link = closest_link(reading, side, paragraph, partner) or closest_link(reading, side, paragraph)
    sign: list[Piece] = [] if link is None else [(f"{_sign(link)} ", None)]
    nearest = nearest_words(reading.collation, stop)
    quotes = []
    for one in Side:
        words = place_opposite(reading, stop, one, link)
        if nearest is not None and one is not side:
            quotes.append(Quote(one, nearest))
        elif words is not None:
            quotes.append(Quote(one, words, phrase=True))
    return Told((*sign, *change_told(reading, stop, link)), tuple(quotes))


def _is_whole(article: Article, words: Range) -> bool:
    """Whether these are whole paragraphs."""
    return any(paragraph.start == words[0] for paragraph in article.paragraphs)


def _only(reading: Reading, stop: Stop) -> list[Piece]:
    side = Side.LEFT if stop.left is not None else Side.RIGHT
    words = stop.words(side) or (0, 0)
    article = reading.article(side)
    return [
        ("◂ " if side is Side.LEFT else "▸ ", None),
        (f"{LETTERS[side]} {paragraphs_told(article, words)}", side),
        (f": no matching wording in {LETTERS[side.other]} ({counted_words(article.text[slice(*words)])})", None),
    ]


def _pair(reading: Reading, stop: Stop) -> list[Piece]:
    """A similar or moved stretch."""
    left, right = (
        (f"{LETTERS[side]} {paragraphs_told(reading.article(side), stop.words(side) or (0, 0))}", side) for side in Side
    )
    several = "–" in left[0]
    links = _links_of(reading, stop)
    if stop.kind is StopKind.SIMILAR:
        if all(link.moved for link in links):
            return [
                ("~ ", None),
                left,
                (_MAY_BE, None),
                right,
                (_MOVED[Relation.SIMILAR], None),
                *facts_apart(reading, stop),
            ]
        cover = " cover the same ground as " if several else " covers the same ground as "
        return [("~ ", None), left, (cover, None), right, (" in other words", None), *facts_apart(reading, stop)]
    # Words that moved out of a paragraph are a shared passage.
    moved = [link.relation for link in links if link.transposed]
    relation = min(moved, key=attrgetter("closeness"), default=Relation.PARTIAL)
    return [("⇢ moved: ", None), left, (" are " if several else " is ", None), right, (_MOVED[relation], None)]


def _links_of(reading: Reading, stop: Stop) -> list[Link]:
    """The links between the two sides of a stretch."""
    (left, left_last), (right, right_last) = (_stretch(reading, stop, side) for side in Side)
    return [
        link
        for paragraph in range(left, left_last + 1)
        for link in reading.links[Side.LEFT].get(paragraph, ())
        if right <= link.right <= right_last
    ]


def _stretch(reading: Reading, stop: Stop, side: Side) -> tuple[int, int]:
    article, words = reading.article(side), stop.words(side) or (0, 1)
    return paragraph_of(article, words[0]), paragraph_of(article, words[1] - 1)


def told_flat(reading: Reading, told: Told) -> str:
    """All of it as one line of plain text."""
    quotes = [
        f"{LETTERS[q.side]}: {one_line(reading.article(q.side).text[slice(*q.words)]) or NOTHING_HERE}"
        for q in told.quotes
    ]
    quotes += [f"{wording.name}: {''.join(bit.text for bit in wording.bits)}" for wording in told.wordings]
    quotes += [*([told.tail] if told.tail else []), *told.more]
    return "   ".join(["".join(words for words, _ in told.lead), *quotes])
