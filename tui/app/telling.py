"""What the inspector tells: the current difference, or the paragraph being read, in a newsroom's words."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.app.excerpt import paragraph_of
from tui.app.wording import LETTERS, counted_words, one_line, overview_sentence, paragraphs_told
from tui.article import Role
from tui.collation import Relation, Status
from tui.layout import SIGN_MARKS, Side, SignKind, StopKind, nearest_words

if TYPE_CHECKING:
    from tui.app.quotetelling import Wording
    from tui.app.quoting import QuoteStop, Quoting
    from tui.app.reading import Reading
    from tui.app.wording import Piece
    from tui.article import Paragraph, Range
    from tui.collation import Collation, Link
    from tui.layout import Stop

_SIGNS = dict(zip(Relation, (SignKind.SAME, SignKind.EDITED, SignKind.PARTIAL, SignKind.SIMILAR), strict=True))
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
    """

    lead: tuple[Piece, ...]
    quotes: tuple[Quote, ...] = ()
    wordings: tuple[Wording, ...] = ()
    tail: str = ""


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
    if reading.pending or paragraph is None or (at_top and not reading.alone and reading.match is None):
        return Told(tuple(overview_sentence(reading)))
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
    phrase = stop.kind in {StopKind.CHANGED, StopKind.UNIQUE}
    quotes = tuple(Quote(side, words, phrase) for side in Side if (words := stop.words(side)) is not None)
    if stop.kind is StopKind.CHANGED:
        return Told((*_between(reading, stop), (": other words", None)), quotes)
    if stop.kind is StopKind.UNIQUE:
        side = Side.LEFT if stop.left is not None else Side.RIGHT
        there = side.other
        lead, nearest = _between(reading, stop), nearest_words(reading.collation, stop)
        if nearest is None:
            return Told((*lead, (": no words opposite in ", None), (LETTERS[there], there)), quotes)
        name = f"{LETTERS[there]} ¶{paragraph_of(reading.article(there), nearest[0]) + 1}"
        quotes = tuple(sorted((*quotes, Quote(there, nearest)), key=lambda quote: [*Side].index(quote.side)))
        return Told((*lead, (": most of the words stand in ", None), (name, there)), quotes)
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


def _between(reading: Reading, stop: Stop) -> list[Piece]:
    """The sign, the two paragraphs and how they are related, for a difference within linked paragraphs."""
    side = Side.LEFT if stop.left is not None else Side.RIGHT
    paragraph = paragraph_of(reading.article(side), (stop.words(side) or (0, 0))[0])
    opposite = stop.words(side.other)
    partner = None if opposite is None else paragraph_of(reading.article(side.other), opposite[0])
    link = closest_link(reading, side, paragraph, partner) or closest_link(reading, side, paragraph)
    if link is None:
        return [(f"{LETTERS[side]} ¶{paragraph + 1}", side)]
    moved = "moved, " if link.transposed else ""
    return [
        (f"{_sign(link)} ", None),
        (f"A ¶{link.left + 1}", Side.LEFT),
        (" and ", None),
        (f"B ¶{link.right + 1}", Side.RIGHT),
        (f", {moved}{_SAID[link.relation]}", None),
    ]


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
            return [("~ ", None), left, (_MAY_BE, None), right, (_MOVED[Relation.SIMILAR], None)]
        bold = "; what is bold stands in both articles" if _shares(reading, stop) else ""
        cover = " cover the same ground as " if several else " covers the same ground as "
        return [("~ ", None), left, (cover, None), right, (f" in other words{bold}", None)]
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


def _shares(reading: Reading, stop: Stop) -> bool:
    """Whether any words of a similar stretch are the same on both sides."""
    start, end = stop.left or (0, 0)
    return any(start <= span.start < end and span.status is Status.SAME for span in reading.collation.left_spans)


def told_flat(reading: Reading, told: Told) -> str:
    """All of it as one line of plain text."""
    quotes = [f"{LETTERS[q.side]}: {one_line(reading.article(q.side).text[slice(*q.words)])}" for q in told.quotes]
    quotes += [f"{wording.name}: {''.join(bit.text for bit in wording.bits)}" for wording in told.wordings]
    quotes += [told.tail] if told.tail else []
    return "   ".join(["".join(words for words, _ in told.lead), *quotes])
