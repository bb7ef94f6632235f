"""The reader's sentences: what the current difference is, how much differs, what an article is."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from tui.app.drawing import drawn, harmless
from tui.app.encoding import encoding_told
from tui.app.excerpt import paragraph_of
from tui.app.theme import PLAIN_NAME, SIXTEEN_NAME
from tui.app.watching import Disk
from tui.article import heading_of
from tui.collation import Relation
from tui.layout import SIGN_MARKS, Layout, NoteKind, Side, SignKind, note_text
from tui.text import tokenize, unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.levelling import Level
    from tui.app.reading import Reading
    from tui.app.watching import Watch
    from tui.article import Article, Range
    from tui.collation import Counts
    from tui.layout import Note

LETTERS = {Side.LEFT: "A", Side.RIGHT: "B"}
"""How the screen calls the two articles."""

_CODE = re.compile(r"(?i)(?<=.)[ _.-](?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{8,}$")
"""A checksum at the end of a name, which nobody reads."""

_SOON_COUNTED = 500_000
"""Characters whose words can be counted while somebody waits for the page."""

Piece = tuple[str, Side | None]
"""Words and the side whose colour they have; None for the reader's own words."""


def plural(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 word", "2,000 words"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def counted_words(text: str) -> str:
    """How long a passage is: in words, or in characters where most of it is written without spaces."""
    return plural(len(tokenize(text)), unit_of(text))


def article_name(article: Article) -> str:
    """A short name: the file's without its ending, or the address without its beginning."""
    return _source_name(article.source)


def _source_name(source: str) -> str:
    if "://" in source:
        return harmless(source.split("://", 1)[1].strip("/"))
    return harmless(PurePath(source).stem or source)


def pair_names(left: Article, right: Article) -> tuple[str, str]:
    """What the two are called in few cells: without the codes that programs hang on names, unless only they differ."""
    names = brief_name(left.source), brief_name(right.source)
    return names if names[0] != names[1] else (article_name(left), article_name(right))


def brief_name(source: str) -> str:
    """What a file or address is called in few cells: without the code that a program hung on its name."""
    name = _source_name(source)
    if "://" in source:
        name = PurePath(name.split("?", 1)[0]).stem
    return _CODE.sub("", name)


def article_title(article: Article) -> str:
    """The headline, or its first words, or the name of its source."""
    return drawn(heading_of(article)) or article_name(article)


def article_facts(article: Article, counts: Counts, side: Side, *, pending: bool) -> str:
    """Where it comes from, its date, how long it is and how much of it the other has."""
    facts = []
    if not pending:
        facts.append(plural(counts.words, unit_of(article.text)))
    elif len(article.text) < _SOON_COUNTED:
        facts.append(plural(len(tokenize(article.text)), unit_of(article.text)))
    if not pending and counts.words:
        facts.append(f"{share(counts)} in {LETTERS[side.other]}")
    encoding = encoding_told(article)
    facts += [f"read as {encoding}"] if encoding else []
    detected = " (detected)" if article.published and "published" in article.guessed else ""
    facts += [f"{article.published or ''}{detected}", article.site or article_name(article)]
    return " · ".join(drawn(one_line(fact)) for fact in facts if fact)


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
        said += f"; {moved:,} of them {'is a passage' if moved == 1 else 'are passages'} in another place"
    return [(f"{said}. d goes to the first one, ? explains the signs.", None)]


def first_hints(reading: Reading) -> tuple[str, ...]:
    """What else helps who has just opened two articles: the signs that stand on this page, and the next keys."""
    if reading.pending or not reading.table.stops:
        return ()
    collation = reading.collation
    relations = {link.relation for link in collation.counted_links if not link.moved}
    signs = [f"{SIGN_MARKS[kind]} {said}" for relation, kind, said in _FIRST_SIGNS if relation in relations]
    if reading.table.moves:
        signs.append(f"{SIGN_MARKS[SignKind.MOVED]} stands elsewhere")
    if collation.left_counts.unlinked or collation.right_counts.unlinked:
        signs.append("◂ ▸ no matching wording")
    keys = ["m goes to what moved"] if reading.table.moves else []
    quotations = len(reading.quote_stops)
    if quotations:
        keys.append(f"c goes through {plural(quotations, 'quotation')}, i lists them")
    keys.append("o shows only the differences, or follows one article")
    return tuple(" · ".join(told) for told in (signs, keys) if told)


_FIRST_SIGNS = (
    (Relation.EDITED, SignKind.EDITED, "edited"),
    (Relation.PARTIAL, SignKind.PARTIAL, "the same in part"),
    (Relation.SIMILAR, SignKind.SIMILAR, "in other words"),
)


def paragraphs_told(article: Article, words: Range) -> str:
    """Paragraph numbers as people count them: "¶3" or "¶3-5"."""
    first, last = paragraph_of(article, words[0]), paragraph_of(article, words[1] - 1)
    return f"¶{first + 1}" if first == last else f"¶{first + 1}–{last + 1}"


def disk_told(reading: Reading, watch: Watch) -> list[str]:
    """Which files are no longer as they were read."""
    told = []
    for side in Side:
        state = watch.state(reading.article(side).source)
        if state is Disk.CHANGED:
            told.append(f"{LETTERS[side]} changed on disk, r reloads")
        elif state is Disk.MISSING:
            told.append(f"{LETTERS[side]} is gone from the disk")
    return told


def note_told(note: Note, side: Side) -> str:
    """A note in one side's column: what is folded, or where a paragraph stands."""
    if note.kind is not NoteKind.STAND_IN:
        return note_text(note)
    here, there = LETTERS[side], LETTERS[side.other]
    where = "below" if note.below else "above"
    return f"{here} ¶{note.first + 1}: {where}, at {there} ¶{note.partner + 1}"


def states_told(reading: Reading) -> list[str]:
    """What is shown or hidden other than usual, for the masthead."""
    told = []
    if reading.is_partial:
        told.append("only the beginning so far")
    elif reading.awaited is not None:
        told.append("being arranged")
    if reading.quiet_hidden:
        told.append("captions hidden")
    if reading.typography:
        told.append("typography" if reading.typed is None else f"typography {len(reading.typed):,}")
    if reading.level is not None:
        told.append(f"{level_told(reading, reading.level)} brought level")
    # Last, because what stands last gives way first where there is no room.
    return [*told, LAYOUTS[reading.layout]]


LAYOUTS = {
    Layout.BOTH: "both in order",
    Layout.FOLLOW_LEFT: "following A",
    Layout.FOLLOW_RIGHT: "following B",
    Layout.DIFFERENCES: "differences only",
    Layout.QUOTATIONS: "quotations only",
}
"""How the screen calls the layouts."""


def level_told(reading: Reading, level: Level) -> str:
    """The paragraph that was, or is to be, brought level: "B ¶9"."""
    side = level.held.other
    return f"{LETTERS[side]} ¶{paragraph_of(reading.article(side), level.offset(side)) + 1}"


ONE_PAGE = {
    SIXTEEN_NAME: "There is only this page: it takes the terminal's own 16 colours, dark or light as they are there",
    PLAIN_NAME: "There is only this page: it has no colours, as NO_COLOR or the settings ask",
}
"""Why nothing changes where there are few colours, by theme."""

READ_AGAIN = "Read again from disk"
READING_AGAIN = "Reading again from disk …"
TYPOGRAPHY_SOUGHT = "Looking for what is typed differently …"


def typography_told(reading: Reading) -> str:
    """How often the same words are typed differently, when that has just been asked for."""
    if not reading.typography:
        return "Typography is not shown"
    if reading.typed is None:
        return TYPOGRAPHY_SOUGHT
    count = len(reading.typed)
    if not count:
        return "No differences of typography"
    return f"{plural(count, 'difference')} of typography, underlined"


def position_told(reading: Reading, side: Side, paragraph: int | None) -> str:
    """Where the reader is: the current difference, and the paragraph of this side."""
    told: list[str] = []
    lists: tuple[tuple[str, object, Sequence[object]], ...] = (
        ("found", reading.match, reading.matches if reading.query else ()),
        ("quotation", reading.quote, reading.quote_stops),
        ("difference", reading.stop, reading.stops),
    )
    for name, current, among in lists:
        number = reading.number_of(current, among) if current is not None and among else None
        if number is not None:
            told.append(f"{name} {number}/{len(among)}")
            break
    if paragraph is not None:
        told.append(f"{LETTERS[side]} ¶{paragraph + 1} of {reading.paragraphs_in_all(side)}")
    return " · ".join(told)
