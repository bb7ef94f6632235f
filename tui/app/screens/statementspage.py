"""The table of statements on the screen: what is traced, how it is listed, what is said of the lit cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from tui.app.excerpt import beginning
from tui.app.geometry import LEAST_HEIGHT, LEAST_WIDTH
from tui.app.theme import TERMINALS_OWN
from tui.app.tracing.cells import LEGENDS
from tui.app.tracing.keys import STATEMENTS_KEPT
from tui.app.tracing.ordering import Order, Statement, listed
from tui.app.tracing.table import Columns, columns_for, heads_told, statement_told
from tui.app.tracing.telling import pair_of, statement_in_full
from tui.app.widgets.keyline import KeyLine
from tui.app.widgets.listing import Line, Listing, note
from tui.app.widgets.searchbar import SearchBar
from tui.app.wording import plural

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.app import ComposeResult

    from tui.app.library.shelf import Shelf
    from tui.app.tracing.tracer import Traced, Tracer
    from tui.article import Article, Range
    from tui.quotation import Cluster

LOOK = 0.1
"""Seconds between two looks for what was traced meanwhile."""

_LEAST_TOLD, _TOLD_SHARE = 6, 5 / 12
"""Rows under the table: at least, and as a share of the screen."""

_MANY_ROWS = 30
"""Rows from which on there is room for empty lines."""

_EDGES = 5
"""Cells beside the columns: the sign of the lit line, the scrollbar, and that other columns follow."""

_TRACING = "Every quotation is looked up in every article; who prints it whole, and who doesn't, will stand here."
_NOTHING_QUOTED = "Nobody is quoted in these articles."
_NO_ARTICLES = "There are no articles to trace statements in: add some in the library."
_NOT_FOUND = "No statement has these words, and nobody of this name says one; escape shows all."
_TOO_SMALL = (
    "This window is too small for the statements. Please make it larger: "
    f"Copyholder needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} rows. q goes back."
)


class StatementsPage(Screen[None], inherit_bindings=False):
    """Lists the statements of the library's articles."""

    AUTO_FOCUS = ""
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "statements--left",
        "statements--right",
        "statements--left-wash",
        "statements--right-wash",
        "statements--quiet",
        "statements--cut",
        "statements--strong",
    }
    DEFAULT_CSS = """
    StatementsPage {
        background: $page;
        color: $ink;
        & .statements--left { color: $left-ink; text-style: bold; }
        & .statements--right { color: $right-ink; text-style: bold; }
        & .statements--left-wash { color: $wash-ink; background: $left-wash; text-style: bold underline; }
        & .statements--right-wash { color: $wash-ink; background: $right-wash; text-style: bold underline; }
        & .statements--quiet { color: $quiet-ink; }
        & .statements--cut { color: $quiet-ink; text-style: italic; }
        & .statements--strong { text-style: bold; }
        & #statements-head { height: 1; background: $bar; padding: 0 1; text-style: bold; }
        & #statements-told { border-top: solid $rule; padding: 0 1; background: $page; scrollbar-size-vertical: 1; }
        & #statements-text { width: 100%; height: auto; }
        & #statements-legend { height: 1; padding: 0 1; color: $quiet-ink; }
        & #too-small { display: none; padding: 1 2; width: 100%; height: 100%; }
        &.-too-small > * { display: none; }
        &.-too-small > #too-small { display: block; }
        &:ansi #statements-head { text-style: bold reverse; }
        &:ansi .statements--quiet { text-style: dim; }
        &:ansi #statements-legend { text-style: dim; }
    }
    """

    def __init__(self, shelf: Shelf, tracer: Tracer, at: tuple[Article, Range] | None = None) -> None:
        """Show what the articles of the library quote.

        Args:
            shelf: The articles.
            tracer: Traces their statements.
            at: An article and words of it: the statement that is lit first, if they are one.
        """
        super().__init__()
        self._shelf = shelf
        self._tracer = tracer
        self._at = at
        self._traced: Traced | None = None
        self._progress_told = ""
        self._first = 0
        self._order = Order.MOST
        self._query = ""
        self.article = 0
        self.shown: list[Statement] = []
        self.said = ""

    def compose(self) -> ComposeResult:
        """From the top: what is shown, the table, what is said of the lit cell, the signs, the keys."""
        yield Static("", id="statements-head", markup=False)
        yield Listing()
        with VerticalScroll(id="statements-told", can_focus=False):
            yield Static("", id="statements-text", markup=False)
        yield Static("", id="statements-legend", markup=False)
        yield SearchBar()
        yield KeyLine()
        yield Static(_TOO_SMALL, id="too-small", markup=False)

    @property
    def listing(self) -> Listing:
        """The table."""
        return self.query_one(Listing)

    def on_mount(self) -> None:
        """Look now and then for what the thread found."""
        self.query_one(KeyLine).prefer(STATEMENTS_KEPT)
        self.look()
        self.set_interval(LOOK, self.look)

    def on_screen_resume(self) -> None:
        """Somebody comes back, perhaps from the reader, where something was set right."""
        self._tracer.doubt()

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(small, "-too-small")
        rows = max(_LEAST_TOLD, int(event.size.height * _TOLD_SHARE))
        self.query_one("#statements-told").styles.height = rows
        legend = next((told for told in LEGENDS if cell_len(told) <= event.size.width - 2), LEGENDS[-1])
        self.query_one("#statements-legend", Static).update(Text(legend))
        self.list_anew()

    def look(self) -> None:
        """Have traced what is read; show what was found since the last look."""
        if self._tracer.fault is not None:
            raise self._tracer.fault
        if not self.is_current:
            return
        if self._shelf.is_settled:
            articles = [entry.article for entry in self._shelf.in_order() if entry.article is not None]
            self._tracer.ask(articles)
        found = self._tracer.found
        if found is not None and not found.articles and not self._shelf.is_settled:
            found = None  # from when there were no articles yet
        if found is not None and found is not self._traced and not self._tracer.is_busy:
            if self._traced is not None and found.statements is self._traced.statements:
                self._traced = found  # nothing was set right meanwhile: what is read stays where it is
            else:
                self._take(found)
        elif self._progress_told != self._progress():
            self._tell_head()

    def _take(self, found: Traced) -> None:
        """Show what was traced; what was lit stays lit."""
        at = self._at or self._lit_words()
        here = self._traced.articles[self.article] if self._traced is not None and self._traced.articles else None
        self._traced, self._at = found, None
        lit = None if at is None else _statement_at(found, *at)
        if lit is not None and at is not None:
            self.article = _index_of(found, here or at[0])
            self.list_anew(lit)
            return
        self.article = 0
        self.list_anew()
        if self.lit is not None:
            pair = pair_of(self.lit, self.lit.fullest)
            self.article = self.lit.fullest if pair is None else pair[1]
            self.list_anew()

    def _lit_words(self) -> tuple[Article, Range] | None:
        """The longest version of the lit statement, by which it is found again."""
        if self.lit is None or self._traced is None:
            return None
        return self._traced.articles[self.lit.fullest], self.lit.cells[self.lit.fullest].spans[0]

    # The table

    @property
    def lit(self) -> Cluster | None:
        """The lit statement."""
        at = self.listing.lit
        return self.shown[at].cluster if isinstance(at, int) and at < len(self.shown) else None

    @property
    def columns(self) -> Columns:
        """How the table's width is divided."""
        assert self._traced is not None
        width = max(1, self.listing.size.width - _EDGES)
        return columns_for(width, len(self._traced.articles), self._traced.widest, self.article, self._first)

    def list_anew(self, lit: Cluster | None = None) -> None:
        """Write the table; what was lit stays lit."""
        traced, lit = self._traced, lit or self.lit
        if traced is None or not traced.statements:
            self.shown = []
            self.listing.offer([note("")])
            self.tell()
            return
        self.shown = listed(traced.statements, self._order, self._query)
        self._first = self.columns.first

        def heads(_: int) -> Text:
            return heads_told(self.columns, traced.articles, self.article)

        def line(at: int, statement: Statement) -> Line:
            def tell(_: int) -> Text:
                here = self.article if self.listing.lit == at else None
                return statement_told(statement, self.columns, here, str(self._style("quiet")), self._here)

            return Line(at, tell)

        lines = [line(at, statement) for at, statement in enumerate(self.shown)]
        place = next((at for at, statement in enumerate(self.shown) if statement.cluster is lit), 0)
        self.listing.offer([Line(None, heads, stays=True), *lines] if lines else [note(_NOT_FOUND)], place)
        self.tell()

    @property
    def _here(self) -> str:
        """The style of the lit cell: where the lit line is reversed, as without colours, it stays as it is."""
        return "not reverse underline" if self.app.theme in TERMINALS_OWN else "reverse"

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"statements--{name}", partial=True)

    def tell(self) -> None:
        """Say what the table holds, and what is to be said of the lit cell."""
        self._tell_head()
        lit, traced = self.lit, self._traced
        text = Text()
        if lit is not None and traced is not None:
            text = statement_in_full(lit, self.article, traced, self._style, spacious=self.size.height >= _MANY_ROWS)
        elif traced is None:
            text = Text(_TRACING)
        elif not traced.articles:
            text = Text(_NO_ARTICLES)
        elif not traced.statements:
            text = Text(_NOTHING_QUOTED)
        self.query_one("#statements-text", Static).update(text)
        self.query_one("#statements-told", VerticalScroll).scroll_home(animate=False)

    def _tell_head(self) -> None:
        width, progress = max(1, self.size.width - 2), self._progress()
        told = self._head(width - len(progress) - 1)
        self._progress_told = progress
        self.query_one("#statements-head", Static).update(Text(f"{told}{progress:>{max(0, width - cell_len(told))}}"))

    def _head(self, room: int) -> str:
        traced = self._traced
        if self.said or traced is None:
            return beginning(self.said or "Statements", room)
        if self._query:
            rest = f"{plural(len(self.shown), 'statement')} with “"
            return f"{rest}{beginning(self._query, max(4, room - len(rest) - 1))}”"
        return next((told for told in self._heads(traced) if cell_len(told) <= room), "")

    def _heads(self, traced: Traced) -> tuple[str, ...]:
        """What the table holds, in full and ever shorter."""
        shared = sum(statement.is_shared for statement in traced.statements)
        told = f"{plural(len(traced.statements), 'statement')} in {plural(len(traced.articles), 'article')}"
        if len(traced.articles) <= 1 or not traced.statements:
            return (told,)
        several = f"{told}, {shared:,} in more than one"
        return f"{several} · {self._order.value}", f"{told} · {self._order.value}", several, told

    def _progress(self) -> str:
        return self._tracer.progress() or self._shelf.progress()

    def say(self, said: str) -> None:
        """Say something in the first line, until the next key."""
        self.said = said
        self.tell()


def _index_of(traced: Traced, article: Article) -> int:
    """An article's index, or 0 where it is not among those traced."""
    return next((at for at, one in enumerate(traced.articles) if one.source == article.source), 0)


def _statement_at(traced: Traced, article: Article, words: Range) -> Cluster | None:
    """The statement of which an article has these words."""
    index = _index_of(traced, article)
    if not traced.articles or traced.articles[index].source != article.source:
        return None
    start, end = words
    return next(
        (
            one.cluster
            for one in traced.statements
            if any(low < end and start < high for low, high in one.cluster.cells[index].spans)
        ),
        None,
    )
