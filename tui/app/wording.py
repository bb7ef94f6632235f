"""The reader's sentences: what the current difference is, how much differs, what an article is."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from tui.article import Role
from tui.collation import Relation, Status
from tui.layout import SIGN_MARKS, Side, SignKind, StopKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.reading import Reading
    from tui.article import Article, Range
    from tui.collation import Counts
    from tui.layout import Stop

LETTERS = {Side.LEFT: "A", Side.RIGHT: "B"}
"""How the screen calls the two articles."""

Piece = tuple[str, Side | None]
"""Words and the side whose colour they have; None for the reader's own words."""

_SIGNS = {
    Relation.SAME: SIGN_MARKS[SignKind.SAME],
    Relation.EDITED: SIGN_MARKS[SignKind.EDITED],
    Relation.PARTIAL: SIGN_MARKS[SignKind.PARTIAL],
    Relation.SIMILAR: SIGN_MARKS[SignKind.SIMILAR],
}


def plural(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 word", "2,000 words"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def article_name(article: Article) -> str:
    """A short name: the file's without its ending, or the address without its beginning."""
    source = article.source
    if "://" in source:
        return source.split("://", 1)[1].strip("/")
    return PurePath(source).stem or source


def article_title(article: Article) -> str:
    """The headline, or its first words, or the name of its source."""
    if article.title:
        return one_line(article.title)
    for paragraph in article.paragraphs:
        if paragraph.role is not Role.BOILERPLATE:
            return one_line(_without_noise(article, paragraph.start, paragraph.end))
    return article_name(article)


def _without_noise(article: Article, start: int, end: int) -> str:
    kept = []
    for low, high in article.noise:
        if start <= low and high <= end:
            kept.append(article.text[start:low])
            start = high
    return re.sub(r"\s+(?=[’'.,;:!?)])", "", " ".join([*kept, article.text[start:end]]))


def article_facts(article: Article, counts: Counts, side: Side, *, pending: bool) -> str:
    """Where it comes from, its date, how long it is and how much of it the other has."""
    words = (
        counts.words if not pending else sum(len(article.words_of(i).split()) for i in range(len(article.paragraphs)))
    )
    facts = [plural(words, "word")]
    if not pending and counts.words:
        facts.append(f"{share(counts)} in {LETTERS[side.other]}")
    facts += [article.published or "", article.site or article_name(article)]
    return " · ".join(one_line(fact) for fact in facts if fact)


def share(counts: Counts) -> str:
    """The share of words that the other article has too, as people write it."""
    if not counts.words:
        return "0 %"
    part = 100 * counts.shared / counts.words
    if 0 < part < 1:
        return "under 1 %"
    return f"{min(99, round(part)) if counts.shared < counts.words else 100} %"


def one_line(words: str) -> str:
    """White space of any kind as single blanks."""
    return " ".join(words.split())


def overview_sentence(reading: Reading) -> list[Piece]:
    """What the inspector says before any difference is chosen."""
    if reading.pending:
        return [("Comparing the articles …", None)]
    if not reading.article(Side.LEFT).paragraphs or not reading.article(Side.RIGHT).paragraphs:
        return [("One of the articles has no text.", None)]
    stops = len(reading.table.stops)
    if not stops:
        return [("No differences: both articles have the same words in the same order.", None)]
    moved = len(reading.table.moves)
    said = plural(stops, "difference")
    if moved:
        said += f", {moved} of them moved"
    return [(f"{said}. d goes to the first one, ? explains the signs.", None)]


def stop_sentence(reading: Reading, stop: Stop) -> list[Piece]:
    """The current difference in words, each article's own in its colour."""
    if stop.kind is StopKind.CHANGED:
        return [
            *_opening(reading, stop),
            *_quoted(reading, stop, Side.LEFT),
            ("  ⇄  ", None),
            *_quoted(reading, stop, Side.RIGHT),
        ]
    if stop.kind is StopKind.UNIQUE:
        side = Side.LEFT if stop.left is not None else Side.RIGHT
        nothing = f"   nothing in its place in {LETTERS[side.other]}"
        return [*_opening(reading, stop), *_quoted(reading, stop, side), (nothing, None)]
    if stop.kind is StopKind.ONLY:
        side = Side.LEFT if stop.left is not None else Side.RIGHT
        words = stop.words(side) or (0, 0)
        count = plural(len(reading.article(side).text[words[0] : words[1]].split()), "word")
        where = paragraphs_told(reading.article(side), words)
        return [
            (f"{'◂' if side is Side.LEFT else '▸'} no matching wording in {LETTERS[side.other]}: ", None),
            (f"{LETTERS[side]} {where}", side),
            (f" ({count})  ", None),
            *_quoted(reading, stop, side, letter=False),
        ]
    return _pair_sentence(reading, stop)


def _pair_sentence(reading: Reading, stop: Stop) -> list[Piece]:
    """A similar or moved stretch; what the reader doesn't see opposite is quoted."""
    places = {side: paragraphs_told(reading.article(side), stop.words(side) or (0, 0)) for side in Side}
    left, right = (f"{LETTERS[side]} {places[side]}" for side in Side)
    unseen = _quoted(reading, stop, reading.side_of(stop).other)
    if stop.kind is StopKind.SIMILAR:
        bold = "; the words they share are bold" if _shares(reading, stop) else ""
        return [
            ("~ other words: ", None), (left, Side.LEFT), (" and ", None), (right, Side.RIGHT),
            (f" tell similar matter{bold}", None), *([("   ", None), *unseen] if reading.alone else []),
        ]  # fmt: skip
    between = {
        Relation.SAME: " stands as ",
        Relation.EDITED: " stands, edited, as ",
        Relation.PARTIAL: " shares words with ",
        Relation.SIMILAR: " tells similar matter as ",
    }[_moved_relation(reading, stop)]
    return [("⇢ moved: ", None), (left, Side.LEFT), (between, None), (right, Side.RIGHT), ("   ", None), *unseen]


def _moved_relation(reading: Reading, stop: Stop) -> Relation:
    """How closely a moved stretch is linked; words that moved out of a paragraph are a shared passage."""
    order = list(Relation)
    first = {side: _paragraph_of(reading.article(side), (stop.words(side) or (0, 0))[0]) for side in Side}
    last = {side: _paragraph_of(reading.article(side), (stop.words(side) or (0, 1))[1] - 1) for side in Side}
    found = [
        link.relation
        for link in reading.collation.links
        if link.moved
        and first[Side.LEFT] <= link.left <= last[Side.LEFT]
        and first[Side.RIGHT] <= link.right <= last[Side.RIGHT]
    ]
    return min(found, key=order.index, default=Relation.PARTIAL)


def _shares(reading: Reading, stop: Stop) -> bool:
    """Whether any words of a similar stretch are the same on both sides."""
    start, end = stop.left or (0, 0)
    return any(start <= span.start < end and span.status is Status.SAME for span in reading.collation.left_spans)


def opposite_sentence(reading: Reading, paragraph: int) -> list[Piece]:
    """For one side shown alone: the wording of what stands opposite."""
    side = reading.side
    partners = [
        (link.right if side is Side.LEFT else link.left, link)
        for link in reading.collation.links
        if (link.left if side is Side.LEFT else link.right) == paragraph
    ]
    if reading.pending:
        return overview_sentence(reading)
    if not partners:
        return [(f"¶{paragraph + 1}: no matching wording in {LETTERS[side.other]}", None)]
    index, link = max(partners, key=lambda item: item[1].score)
    moved = "moved, " if link.moved else ""
    words = one_line(reading.article(side.other).words_of(index))
    return [
        (f"{_SIGNS[link.relation]} ¶{paragraph + 1} {moved}{link.relation.value}: ", None),
        (f"{LETTERS[side.other]} ¶{index + 1}  {words}", side.other),
    ]


def _opening(reading: Reading, stop: Stop) -> list[Piece]:
    """The sign, the relation and the paragraph numbers of a difference within linked paragraphs."""
    side = Side.LEFT if stop.left is not None else Side.RIGHT
    paragraph = _paragraph_of(reading.article(side), (stop.words(side) or (0, 0))[0])
    links = [link for link in reading.collation.links if (link.left if side is Side.LEFT else link.right) == paragraph]
    opposite = stop.words(side.other)
    if opposite is not None:
        partner = _paragraph_of(reading.article(side.other), opposite[0])
        links = [link for link in links if (link.right if side is Side.LEFT else link.left) == partner]
    if not links:
        return []
    link = max(links, key=lambda link: link.score)
    moved = "moved, " if link.moved else ""
    return [(f"{_SIGNS[link.relation]} {moved}{link.relation.value} ¶{link.left + 1} | ¶{link.right + 1}   ", None)]


def _quoted(reading: Reading, stop: Stop, side: Side, *, letter: bool = True) -> list[Piece]:
    words = stop.words(side)
    if words is None:
        return []
    told = one_line(reading.article(side).text[words[0] : words[1]])
    return [(f"{LETTERS[side]}: {told}" if letter else told, side)]


def _paragraph_of(article: Article, offset: int) -> int:
    for index, paragraph in enumerate(article.paragraphs):
        if offset < paragraph.end:
            return index
    return 0


def paragraphs_told(article: Article, words: Range) -> str:
    """Paragraph numbers as people count them: "¶3" or "¶3-5"."""
    first, last = _paragraph_of(article, words[0]), _paragraph_of(article, words[1] - 1)
    return f"¶{first + 1}" if first == last else f"¶{first + 1}–{last + 1}"


def position_told(reading: Reading, paragraph: int | None) -> str:
    """Where the reader is: the current difference and the paragraph."""
    told: Sequence[str] = ()
    if reading.stop is not None and reading.stop in reading.stops:
        stops = reading.stops
        told = (f"difference {stops.index(reading.stop) + 1}/{len(stops)}",)
    if reading.match is not None and reading.match in reading.matches:
        told = (f"found {reading.matches.index(reading.match) + 1}/{len(reading.matches)}",)
    if paragraph is not None:
        count = len(reading.article(reading.side).paragraphs)
        told = (*told, f"{LETTERS[reading.side]} ¶{paragraph + 1} of {count}")
    return " · ".join(told)
