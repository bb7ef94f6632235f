"""What of the current place a reporter can set right, and among what there is to choose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.app.excerpt import paragraph_of
from tui.app.marking import paragraphs_of, quote_target
from tui.app.telling import closest_link
from tui.app.wording import LETTERS, one_line
from tui.article import Role
from tui.layout import Side
from tui.review.model import Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.quoting import QuoteStop, Quoting
    from tui.app.reading import Reading
    from tui.article import Range

Words = tuple["Range", ...]

_LISTED = 200
"""Characters of a passage that a line of a list can hold at most."""

ROLES = {
    Role.BODY: ("story", "a paragraph of the story"),
    Role.HEADLINE: ("headline", "the title"),
    Role.SUMMARY: ("summary", "a line under the title that sums the story up"),
    Role.BYLINE: ("byline", "who wrote it"),
    Role.DATELINE: ("dateline", "where and when it was written"),
    Role.CAPTION: ("caption", "what stands under a picture"),
    Role.BOILERPLATE: ("notice", "not part of the story: adverts, links, copyright; it isn't counted"),
    Role.CORRECTION: ("correction", "what the outlet itself corrected"),
}
"""The parts of a paragraph, as people call them."""


class Correcting(StrEnum):
    """What is set right."""

    SPEAKER = "speaker"
    BOUNDS = "bounds"
    PLAIN = "plain"
    ROLE = "role"
    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that can be set right here.

    Attributes:
        correcting: What.
        label: What it is called in the menu.
        words: What it does.
        letter: The letter that chooses it.
        subject: What it is about.
        side: The side that it is about, or from which it is asked.
        left: The left words concerned.
        right: The right words concerned.
        done: What is said when it is done.
        limits: How far a quotation's words can be moved.
    """

    correcting: Correcting
    label: str
    words: str
    letter: str
    subject: Subject
    side: Side
    left: Words
    right: Words
    done: str
    limits: Range = (0, 0)

    def words_on(self, side: Side) -> Words:
        """One side's words."""
        return self.left if side is Side.LEFT else self.right

    def on(self, side: Side, words: Words) -> Wish:
        """The same with other words on one side."""
        return replace(self, left=words) if side is Side.LEFT else replace(self, right=words)


@dataclass(frozen=True, slots=True)
class Partner:
    """Something that can be said to belong together with what is current."""

    label: str
    words: str
    ranges: Words


def wishes_for(reading: Reading, paragraph: int | None) -> list[Wish]:
    """What can be set right of the current quotation, or else of the paragraphs being read."""
    if reading.match is None and reading.quote is not None:
        return _of_quotation(reading, reading.quote)
    places = _paragraphs_here(reading, paragraph)
    return _of_paragraphs(reading, places) if places else []


def _of_quotation(reading: Reading, stop: QuoteStop) -> list[Wish]:
    wishes: list[Wish] = []
    target = quote_target(stop)
    sides = [side for side in (stop.lead, stop.lead.other) if target.words(side)]
    for at, side in enumerate(sides):
        name = f"{LETTERS[side]} {paragraphs_of(reading.article(side), target.words(side))}"
        letters = ("s", "q", "n") if at == 0 else ("S", "Q", "N")
        mine = _one_side(side, target.words(side))
        for correcting, letter, label, words, done in (
            (Correcting.SPEAKER, letters[0], f"Speaker, {name}", "who said it", f"Speaker of {name} set right"),
            (
                Correcting.BOUNDS,
                letters[1],
                f"Bounds, {name}",
                "where the quotation begins and ends",
                f"Bounds of the quotation in {name} set right",
            ),
            (
                Correcting.PLAIN,
                letters[2],
                f"No quotation, {name}",
                "nobody is quoted with these words",
                f"No quotation any more: {name}",
            ),
        ):
            limits = _around(reading, side, target.words(side))
            wishes.append(Wish(correcting, label, words, letter, Subject.QUOTATION, side, *mine, done, limits))
    side = sides[0]
    there = LETTERS[side.other]
    name = f"{LETTERS[side]} {paragraphs_of(reading.article(side), target.words(side))}"
    wishes.append(
        Wish(
            Correcting.TOGETHER,
            "Together with …",
            f"choose another quotation of {there}",
            "t",
            Subject.QUOTATION,
            side,
            *_one_side(side, target.words(side)),
            f"{name} belongs together with",
        )
    )
    if stop.is_pair:
        other = f"{there} {paragraphs_of(reading.article(side.other), target.words(side.other))}"
        done = f"{name} and {other} don't belong together"
        words = "these two are not the same statement"
        wishes.append(
            Wish(
                Correcting.APART,
                "Not together",
                words,
                "x",
                Subject.QUOTATION,
                side,
                stop.left,
                stop.right,
                done,
            )
        )
    return wishes


def _paragraphs_here(reading: Reading, paragraph: int | None) -> dict[Side, int]:
    """The paragraphs of the current difference, or the one being read with its partner."""
    stop = reading.stop if reading.match is None else None
    if stop is not None:
        found = {
            side: paragraph_of(reading.article(side), words[0])
            for side in Side
            if (words := stop.words(side)) is not None
        }
        if len(found) == 1:
            [(side, paragraph)] = found.items()
        else:
            return found
    else:
        side = reading.side
    if paragraph is None:
        return {}
    places = {side: paragraph}
    link = closest_link(reading, side, paragraph)
    if link is not None:
        places[side.other] = link.right if side is Side.LEFT else link.left
    return places


def _of_paragraphs(reading: Reading, places: dict[Side, int]) -> list[Wish]:
    wishes: list[Wish] = []
    first = reading.side if reading.side in places else reading.side.other
    sides = [side for side in (first, first.other) if side in places]
    whole = {side: _whole(reading, side, places[side]) for side in sides}
    names = {side: f"{LETTERS[side]} ¶{places[side] + 1}" for side in sides}
    for at, side in enumerate(sides):
        mine = _one_side(side, (whole[side],))
        letters = ("p", "q") if at == 0 else ("P", "Q")
        told = ROLES[reading.article(side).paragraphs[places[side]].role][0]
        wishes.append(
            Wish(
                Correcting.ROLE,
                f"Part, {names[side]}",
                f"read as: {told}",
                letters[0],
                Subject.PARAGRAPH,
                side,
                *mine,
                f"Part of {names[side]} set right",
            )
        )
        selected = reading.painters[side].selected
        words = selected if selected is not None and _is_within(selected, whole[side]) else whole[side]
        wishes.append(
            Wish(
                Correcting.BOUNDS,
                f"Quotation, {names[side]}",
                "words that were not taken for one",
                letters[1],
                Subject.QUOTATION,
                side,
                *_one_side(side, (words,)),
                f"Taken as a quotation: {names[side]}",
                whole[side],
            )
        )
    wishes.append(
        Wish(
            Correcting.TOGETHER,
            "Together with …",
            f"choose a paragraph of {LETTERS[first.other]} for {names[first]}",
            "t",
            Subject.PARAGRAPH,
            first,
            *_one_side(first, (whole[first],)),
            f"{names[first]} belongs together with",
        )
    )
    if len(sides) > 1 and _are_linked(reading, places):
        wishes.append(
            Wish(
                Correcting.APART,
                "Not together",
                f"{names[sides[0]]} and {names[sides[1]]} are about different things",
                "x",
                Subject.PARAGRAPH,
                first,
                (whole[Side.LEFT],),
                (whole[Side.RIGHT],),
                f"{names[sides[0]]} and {names[sides[1]]} don't belong together",
            )
        )
    return wishes


def _are_linked(reading: Reading, places: dict[Side, int]) -> bool:
    wanted = places[Side.LEFT], places[Side.RIGHT]
    return any((link.left, link.right) == wanted for link in reading.collation.links)


def _one_side(side: Side, words: Words) -> tuple[Words, Words]:
    return (words, ()) if side is Side.LEFT else ((), words)


def _whole(reading: Reading, side: Side, paragraph: int) -> Range:
    found = reading.article(side).paragraphs[paragraph]
    return found.start, found.end


def _is_within(words: Range, limits: Range) -> bool:
    return limits[0] <= words[0] < words[1] <= limits[1]


def _around(reading: Reading, side: Side, words: Words) -> Range:
    """The paragraphs in which a quotation stands."""
    article = reading.article(side)
    first, last = paragraph_of(article, words[0][0]), paragraph_of(article, words[-1][1] - 1)
    return article.paragraphs[first].start, article.paragraphs[last].end


# What there is to choose from


def known_speakers(quoting: Quoting, side: Side) -> Sequence[str]:
    """The names that the articles give, those of this side first."""
    both = (quoting.comparison.left, quoting.comparison.right)
    mine, others = both if side is Side.LEFT else both[::-1]
    names = (one.attribution.speaker for one in (*mine, *others))
    return list(dict.fromkeys(one_line(name) for name in names if name))


def speaker_of(reading: Reading, wish: Wish) -> str:
    """Who is named now."""
    stop = reading.quote
    if stop is None:
        return ""
    given = reading.find_quoting().credits(stop, wish.side)
    return next((one_line(one.speaker) for one in given if one.speaker), "")


def role_of(reading: Reading, wish: Wish) -> str:
    """The part of the paragraph now."""
    article = reading.article(wish.side)
    return article.paragraphs[paragraph_of(article, wish.words_on(wish.side)[0][0])].role.value


def partners_for(reading: Reading, wish: Wish) -> list[Partner]:
    """What of the other article can be said to belong together with what is current."""
    side = wish.side.other
    article = reading.article(side)
    if wish.subject is Subject.QUOTATION:
        comparison = reading.find_quoting().comparison
        known = comparison.left if side is Side.LEFT else comparison.right
        ranges: list[Words] = [one.words for one in known if one.words]
    else:
        ranges = [((one.start, one.end),) for one in article.paragraphs]
    return [
        Partner(
            f"{LETTERS[side]} {paragraphs_of(article, words)}",
            one_line(article.text[slice(*words[0])][:_LISTED]),
            words,
        )
        for words in ranges
    ]
