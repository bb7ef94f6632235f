"""What the library says of its articles, line by line, in whatever room there is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rich.cells import cell_len
from rich.text import Text

from tui.app.drawing import harmless
from tui.app.encoding import encoding_advice, encoding_told
from tui.app.excerpt import beginning
from tui.app.library.shelf import PASTED
from tui.app.wording import brief_name, one_line, plural
from tui.article import heading_of, is_address
from tui.text import unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.library.shelf import Entry, Shelf

SHADES = ((0.01, "·"), (0.1, "░"), (0.3, "▒"), (0.6, "▓"), (2.0, "█"))
"""How much two articles share, as a shade: below this share, this sign."""

SHADES_TOLD = "· under 1 %   ░ under 10 %   ▒ under 30 %   ▓ under 60 %   █ more"
ESTIMATE = "≈"
"""The sign of a share that was found quickly, and isn't the collation's."""

SHADES_AND_ESTIMATE = f"{SHADES_TOLD}   {ESTIMATE} a quick estimate"
SHADES_IN_BRIEF = "in %:  · under 1  ░ 10  ▒ 30  ▓ 60  █ more"

_LEGENDS = (SHADES_AND_ESTIMATE, SHADES_TOLD, SHADES_IN_BRIEF)
_NOTHING_SHARED = "It shares next to nothing with any other article"

_MANY_ROWS = 6
"""Rows from which on there is room for how an encoding was come by."""

_ITSELF = "╲"
_HEAT = 3
"""Cells of each article in the heat table."""

_LEAST_TITLE, _GOOD_TITLE = 26, 38
"""Cells that a headline needs at least, where there are few and where there are many."""

_WIDEST, _WIDE, _MEDIUM = 118, 94, 74
"""Cells from which on there is room for the source, for date and quotations, and for how long an article is."""

_SOURCE, _DATE, _WORDS, _QUOTED, _BEST = 17, 11, 7, 7, 13


def title_of(entry: Entry) -> str:
    """The headline, or what it is called as long as it isn't read."""
    heading = one_line(heading_of(entry.article)) if entry.article is not None else ""
    return heading or name_of(entry)


def name_of(entry: Entry) -> str:
    """What the file or address is called."""
    if entry.source == PASTED:
        return "pasted"
    return harmless(brief_name(entry.source)) or harmless(entry.source)


def whole_name_of(entry: Entry) -> str:
    """The same with a file's ending and an address's outlet: what tells it from others that are called alike."""
    if entry.source == PASTED or is_address(entry.source):
        return "pasted" if entry.source == PASTED else harmless(entry.source.split("://", 1)[1])
    return harmless(PurePath(entry.source).name) or harmless(entry.source)


def from_where(entry: Entry) -> str:
    """The outlet, or else the file or the host of the address."""
    site = entry.article.site if entry.article is not None else None
    if site:
        return one_line(site)
    host = urlsplit(entry.source).netloc.removeprefix("www.") if is_address(entry.source) else ""
    return harmless(host) or name_of(entry)


def per_cent(share: float | None) -> str:
    """A share as people write it."""
    if share is None:
        return ""
    if share < 0.01:
        return "<1 %" if share > 0 else "0 %"
    return f"{min(99, round(100 * share)) if share < 1 else 100} %"


def estimated(share: float | None) -> str:
    """A quick figure as people write it, with the sign that it is one."""
    return f"{ESTIMATE}{per_cent(share)}" if share is not None and share >= 0.01 else per_cent(share)


def shade(share: float | None) -> str:
    """A share as a shade, or a blank where it isn't known."""
    return " " if share is None else next(sign for bound, sign in SHADES if share < bound)


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands in the list and how wide it is.

    Attributes:
        width: Cells in all.
        number: Cells of the article's number.
        heat: The articles whose shares have a column, by their entries' numbers.
    """

    width: int
    number: int
    heat: tuple[int, ...]

    @property
    def rest(self) -> int:
        """Cells of what stands between headline and heat table."""
        parts = ((_SOURCE, _WIDEST), (_DATE + _QUOTED, _WIDE), (_WORDS, _MEDIUM), (_BEST, 0))
        return sum(cells for cells, least in parts if self.width >= least)

    @property
    def title(self) -> int:
        """Cells of the headline."""
        return max(4, self.width - self.number - self.rest - _HEAT * len(self.heat))


def columns_for(width: int, entries: Sequence[Entry]) -> Columns:
    """Divide the width: as many columns of the heat table as leave room for the headlines."""
    number = len(str(len(entries))) + 1
    compared = [entry.number for entry in entries if not entry.trouble]
    bare = Columns(width, number, ())
    least = _LEAST_TITLE if width < _MEDIUM else _GOOD_TITLE
    room = max(0, (bare.title - least) // _HEAT)
    return Columns(width, number, tuple(compared[:room]) if len(compared) > 1 else ())


def heads_told(columns: Columns, *, chosen: bool) -> Text:
    """What stands over the columns."""
    told = _left("", columns.number) + _left("article", columns.title)
    if columns.width >= _WIDEST:
        told += _left("from", _SOURCE)
    if columns.width >= _WIDE:
        told += _left("date", _DATE)
    if columns.width >= _MEDIUM:
        told += _right("words", _WORDS)
    if columns.width >= _WIDE:
        told += _right("quot.", _QUOTED)
    told += _right("shares" if chosen else "shares with", _BEST)
    told += "".join(_right(str(at + 1)[-2:], _HEAT) for at in range(len(columns.heat)))
    return Text(told)


def entry_told(
    entry: Entry, place: int, columns: Columns, shelf: Shelf, places: dict[int, int], first: int | None, quiet: str
) -> Text:
    """An article's line.

    Args:
        entry: The article.
        place: Its place in the list, from 0.
        columns: The columns.
        shelf: Knows what is shared.
        places: The place of every article in the list.
        first: The article whose partner is sought, or None.
        quiet: The style of what is beside the point.
    """
    told = Text(_right(str(place + 1), columns.number - 1) + " ")
    if entry.trouble:
        return told.append(beginning(f"{whole_name_of(entry)}: {entry.trouble}", columns.width - columns.number), quiet)
    title = f"{title_of(entry)}: being fetched …" if shelf.is_fetched_now(entry.number) else title_of(entry)
    told.append(_left(title, columns.title), "" if entry.article is not None else quiet)
    article = entry.article
    if columns.width >= _WIDEST:
        told.append(_left(from_where(entry), _SOURCE), quiet)
    if columns.width >= _WIDE:
        told.append(_left((article.published or "")[:10] if article else "", _DATE), quiet)
    if columns.width >= _MEDIUM:
        told.append(_right(f"{entry.words:,}" if article else "", _WORDS))
    if columns.width >= _WIDE:
        told.append(_right("" if entry.quotations is None else str(entry.quotations), _QUOTED))
    told.append(_right(_best(entry, shelf, places, first), _BEST), "bold")
    for other in columns.heat:
        sign = _ITSELF if other == entry.number else shade(shelf.share(entry.number, other))
        told.append(f" {sign * 2}" if sign not in {"·", _ITSELF} else f"  {sign}")
    return told


def _best(entry: Entry, shelf: Shelf, places: dict[int, int], first: int | None) -> str:
    if first is not None:
        return _share_told(shelf, entry.number, first)
    found = shelf.best(entry.number)
    if found is None:
        return "" if entry.article is not None else "…"
    partner, share = found
    told = _share_told(shelf, entry.number, partner)
    return f"{told} {places.get(partner, 0) + 1:>3}" if share >= SHADES[0][0] else f"{told}    "


def _share_told(shelf: Shelf, one: int, other: int) -> str:
    """How much of the one's words the other has, as the reader tells it; until that is known the quick figure."""
    exact = shelf.exact(one, other)
    return estimated(shelf.share(one, other)) if exact is None else per_cent(exact[0])


def facts_told(entry: Entry, *, brief: bool = False) -> str:
    """All there is to say of an article beside its headline.

    Args:
        entry: The article.
        brief: There is no room for where it is: its name has to do.
    """
    if entry.trouble:
        return f"It can't be read: {entry.trouble}"
    article = entry.article
    if article is None:
        return f"{harmless(entry.source)} is still to be read."
    encoding = encoding_told(article)
    facts = [
        plural(entry.words, unit_of(article.text)),
        f"read as {encoding}" if encoding else "",
        "" if entry.quotations is None else plural(entry.quotations, "quotation"),
        one_line(article.published or ""),
        one_line(article.site or ""),
        whole_name_of(entry) if brief or entry.source == PASTED else harmless(entry.source),
    ]
    return " · ".join(fact for fact in facts if fact)


def lit_told(entry: Entry, shelf: Shelf, places: dict[int, int], first: str, width: int, rows: int, quiet: str) -> Text:
    """What stands below the list of the article that is lit.

    Args:
        entry: The article.
        shelf: Knows what is shared.
        places: The place of every article in the list.
        first: What is said of an article that isn't in the list.
        width: Cells.
        rows: Rows.
        quiet: The style of what is beside the point.
    """
    if entry.trouble:
        return Text(f"{beginning(harmless(entry.source), width)}\n{facts_told(entry)}. r reads it again.")
    facts = facts_told(entry)
    lines = [title_of(entry), facts if cell_len(facts) <= width else facts_told(entry, brief=True)]
    if rows >= _MANY_ROWS and entry.article is not None:
        lines += filter(None, [encoding_advice(entry.article, asked=shelf.is_encoding_asked)])
    shares = shares_told(entry, shelf, places, rows - len(lines) - 1, first)
    text = Text("\n".join(beginning(line, width) for line in (*lines, *shares)), no_wrap=True)
    if shares and shares != [_NOTHING_SHARED]:
        text.append(f"\n{next((told for told in _LEGENDS if cell_len(told) <= width), '')}", quiet)
    return text


def shares_told(entry: Entry, shelf: Shelf, places: dict[int, int], room: int, first: str) -> list[str]:
    """What it shares with the others, the likeliest first: as many as there are rows; `first` is not in the list.

    Args:
        entry: The article.
        shelf: Knows what is shared.
        places: The place of every article in the list.
        room: Rows.
        first: What is said of an article that isn't in the list.
    """
    told: list[tuple[str, str]] = []
    partners = shelf.partners(entry.number)
    for partner, share in partners[:room]:
        other = shelf.entry(partner)
        if other is not None and share >= SHADES[0][0]:
            at = f"no. {places[partner] + 1}" if partner in places else first
            figures = _figures_told(shelf, entry.number, partner, at)
            told.append((f"{shade(share)} {figures}", title_of(other)))
    if partners and room and not told:
        return [_NOTHING_SHARED]
    widest = max((cell_len(figures) for figures, _ in told), default=0)
    return [f"{figures}{' ' * (widest - cell_len(figures))}  {title}" for figures, title in told]


def _figures_told(shelf: Shelf, one: int, other: int, at: str) -> str:
    """What two articles share: exactly, on either side, or else the quick figure."""
    exact = shelf.exact(one, other)
    if exact is None:
        return f"{estimated(shelf.share(one, other)):>5} with {at}"
    return f"{per_cent(exact[0]):>5} of it in {at}, {per_cent(exact[1])} of that in it"


def _left(words: str, width: int) -> str:
    told = beginning(words, width - 1)
    return told + " " * (width - cell_len(told))


def _right(words: str, width: int) -> str:
    told = beginning(words, width)
    return " " * (width - cell_len(told)) + told
