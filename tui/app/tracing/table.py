"""The lines of the table: a statement each, and how far its articles' cells fit beside its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from tui.app.drawing import drawn
from tui.app.excerpt import beginning
from tui.app.quoting import GRAVE
from tui.app.tracing.cells import ABSENT, SIGNS, severity_of, signs_of, word_of
from tui.app.wording import brief_name, one_line
from tui.quotation import Presence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.app.tracing.ordering import Statement
    from tui.article import Article
    from tui.quotation import Cell, Cluster

_GAP = 1
_WORDS_WITH_WORDS = 40
"""Cells that a statement's words need where the articles' cells hold words, too."""

_WORDS_WITH_SIGNS = 24, 36
"""The same where they hold signs, of narrow and of wide screens."""

_LEAST_HEAD = 9
"""Cells that an article's number and outlet need."""

_WIDE = 100
_SPEAKER, _LEAST_WITH_SPEAKER = 24, 70
_QUOTED = 7
"""Cells of the number of articles that quote a statement."""

HERE = "▾"
"""Stands before the number of the article whose cells are lit."""

BEFORE, AFTER = "‹", "›"
"""Say that other articles have their columns to the left, or to the right."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands in the table and how wide it is.

    Attributes:
        words: Cells of a statement's words.
        speaker: Cells of its speaker; 0 for none.
        cell: Cells of each article.
        first: The first article that has a column.
        end: The first after those that have.
        in_words: Whether the cells hold words beside their signs.
    """

    words: int
    speaker: int
    cell: int
    first: int
    end: int
    in_words: bool

    def at(self, x: int) -> int | None:
        """The article in whose column a place of a line is, or None."""
        beyond = x - self.words - self.speaker - _QUOTED
        found = self.first + beyond // self.cell if self.cell else self.end
        return found if beyond >= 0 and found < self.end else None


def widest_cell(clusters: Iterable[Cluster]) -> int:
    """Cells that the longest signs and words of any article take."""
    held = ((cell, one) for one in clusters for cell in one.cells if cell.presence is not Presence.MISSING)
    return max((len(_written(cell, cluster)) for cell, cluster in held), default=0)


def columns_for(width: int, articles: int, widest: int, lit: int, first: int) -> Columns:
    """Divide the width.

    Args:
        width: Cells in all.
        articles: How many there are.
        widest: Cells of the longest signs and words.
        lit: The article whose column has to be on view.
        first: The first one that had a column before.
    """
    room = width - _QUOTED
    wordy = max(widest, _LEAST_HEAD) + _GAP
    if articles * wordy <= room - _WORDS_WITH_WORDS:
        rest = room - articles * wordy
        return Columns(*_with_speaker(rest), wordy, 0, articles, in_words=True)
    least = _WORDS_WITH_SIGNS[width >= _WIDE]
    cell = max(SIGNS, cell_len(f"{HERE}{articles}")) + _GAP
    shown = max(1, min(articles, (room - least) // cell))
    first = max(0, min(first, lit, articles - shown))
    first = max(first, lit - shown + 1)
    return Columns(*_with_speaker(room - shown * cell), cell, first, first + shown, in_words=False)


def _with_speaker(room: int) -> tuple[int, int]:
    speaker = _SPEAKER if room >= _LEAST_WITH_SPEAKER else 0
    return room - speaker, speaker


def heads_told(columns: Columns, articles: Sequence[Article], lit: int) -> Text:
    """What stands over the columns."""
    told = Text(_left("statement", columns.words) + (_left("speaker", columns.speaker) if columns.speaker else ""))
    told.append(_left(f"quoted{BEFORE if columns.first else ' '}", _QUOTED + 1)[:-1])
    for at in range(columns.first, columns.end):
        number = f"{HERE if at == lit else ''}{at + 1} "
        name = beginning(_outlet(articles[at]), columns.cell - _GAP - len(number)) if columns.in_words else ""
        told.append(_left(f"{number}{name}", columns.cell + _GAP)[: columns.cell])
    if columns.end < len(articles):
        told.append(AFTER)
    return told


def statement_told(
    statement: Statement, columns: Columns, lit: int | None, quiet: str = "", here: str = "reverse"
) -> Text:
    """A statement's line.

    Args:
        statement: The statement.
        columns: The columns.
        lit: The article whose cell is lit; None for none.
        quiet: The style of what is beside the point.
        here: The style of the lit cell.
    """
    cluster = statement.cluster
    told = Text(_left(f"“{statement.label}”", columns.words))
    if columns.speaker:
        told.append(_left(statement.speaker, columns.speaker), quiet)
    told.append(_left(str(statement.quoted), _QUOTED), quiet)
    for at in range(columns.first, columns.end):
        cell = cluster.cells[at]
        written = _written(cell, cluster) if columns.in_words else signs_of(cell, cluster)
        style = quiet if written == ABSENT else "bold" if severity_of(cell, cluster) >= GRAVE else ""
        room = columns.cell - _GAP
        told.append(f"{written:<{room}}"[:room], f"{style} {here}".strip() if at == lit else style)
        told.append(" " * _GAP)
    return told


def _written(cell: Cell, cluster: Cluster) -> str:
    return f"{signs_of(cell, cluster)} {word_of(cell, cluster)}".rstrip()


def _outlet(article: Article) -> str:
    return drawn(one_line(article.site or brief_name(article.source)))


def _left(words: str, width: int) -> str:
    told = beginning(words, width - 1)
    return told + " " * (width - cell_len(told))
