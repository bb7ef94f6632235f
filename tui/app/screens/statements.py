"""The table of statements: which article quotes each whole, cuts it, changes it, gives it to somebody else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.app.aside import Aside
from tui.app.excerpt import beginning
from tui.app.geometry import LEAST_HEIGHT, LEAST_WIDTH
from tui.app.library.listing import Line, Listing
from tui.app.tracing.cells import LEGEND, LEGEND_IN_BRIEF, next_holder
from tui.app.tracing.keys import STATEMENTS_KEPT, STATEMENTS_KEYS
from tui.app.tracing.ordering import Order, listed
from tui.app.tracing.table import Columns, columns_for, heads_told, statement_told, widest_cell
from tui.app.tracing.telling import pair_of, statement_copied, statement_in_full
from tui.app.widgets.keyline import KeyLine
from tui.app.widgets.searchbar import SearchBar
from tui.app.wording import plural
from tui.report.tracerows import is_shared

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.library.shelf import Shelf
    from tui.app.screens.asking import ExportWish
    from tui.app.tracing.tracer import Traced, Tracer
    from tui.article import Article, Range
    from tui.quotation import Cluster

LOOK = 0.1
"""Seconds between two looks for what was traced meanwhile."""

_LEAST_TOLD, _TOLD_SHARE = 6, 5 / 12
"""Rows under the table: at least, and as a share of the screen."""

_NOTHING_QUOTED = "Nobody is quoted in these articles."
_NO_ARTICLES = "There are no articles to trace statements in: add some in the library."
_NOT_FOUND = "No statement has these words, and nobody of this name says one; escape shows all."
_ALONE = "Only this article has it: with ← and → choose the one to be opened beside it"
_TOO_SMALL = (
    "This window is too small for the statements. Please make it larger: "
    f"Copyholder needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} rows. q goes back."
)


class StatementsScreen(Screen[None], inherit_bindings=False):
    """Lists the statements of the library's articles; says which pair is to be opened, and where."""

    AUTO_FOCUS = ""
    commands = STATEMENTS_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in STATEMENTS_KEYS]
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
    StatementsScreen {
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

    class Chosen(Message):
        """Two articles are to be opened at a statement's words, which may stand in the left one only."""

        def __init__(self, left: Article, right: Article, words: tuple[tuple[Range, ...], tuple[Range, ...]]) -> None:
            super().__init__()
            self.left = left
            self.right = right
            self.words = words

    class Left(Message):
        """The statements are done with."""

    class Wrote(Message):
        """A report has been written, or couldn't be; the sentence says so."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

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
        self._widest = 0
        self._told = ""
        self._first = 0
        self._order = Order.MOST
        self._query = ""
        self._is_searching = False
        self._writing = Aside(lambda error: self.app.call_from_thread(self._broke, error))
        self.article = 0
        self.shown: list[Cluster] = []
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

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(small, "-too-small")
        rows = max(_LEAST_TOLD, int(event.size.height * _TOLD_SHARE))
        self.query_one("#statements-told").styles.height = rows
        legend = LEGEND if cell_len(LEGEND) <= event.size.width - 2 else LEGEND_IN_BRIEF
        self.query_one("#statements-legend", Static).update(Text(legend))
        self.list_anew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While words are typed, the keys belong to the search."""
        return not self._is_searching

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
        if found is not None and found is not self._traced and not self._tracer.is_busy:
            self._take(found)
        elif self._told != self._head():
            self.tell()

    def _take(self, found: Traced) -> None:
        """Show what was traced; what was lit stays lit."""
        before = None if self._traced is None else self._traced.articles[self.article]
        self._traced = found
        self._widest = widest_cell(found.clusters)
        self.article = next((at for at, one in enumerate(found.articles) if one is before), 0)
        lit = self._sought()
        self.list_anew(lit)
        if lit is None and before is None and self.lit is not None:
            pair = pair_of(self.lit, self.lit.fullest)
            self.article = pair[1] if pair is not None else self.lit.fullest
            self.list_anew()

    def _sought(self) -> Cluster | None:
        """The statement at which the reporter comes from the reader, its article's cell lit."""
        traced, at = self._traced, self._at
        if traced is None or at is None:
            return None
        article, (start, end) = at
        self._at = None
        index = next((index for index, one in enumerate(traced.articles) if one.source == article.source), None)
        if index is None:
            return None
        self.article = index
        fits = (
            cluster
            for cluster in traced.clusters
            if any(low < end and start < high for low, high in cluster.cells[index].spans)
        )
        return next(fits, None)

    # The table

    @property
    def lit(self) -> Cluster | None:
        """The lit statement."""
        at = self.listing.lit
        return self.shown[at] if isinstance(at, int) and at < len(self.shown) else None

    @property
    def columns(self) -> Columns:
        """How the table's width is divided."""
        assert self._traced is not None
        width = max(1, self.listing.size.width - 4)
        return columns_for(width, len(self._traced.articles), self._widest, self.article, self._first)

    def list_anew(self, lit: Cluster | None = None) -> None:
        """Write the table; what was lit stays lit."""
        traced, lit = self._traced, lit or self.lit
        if traced is None or not traced.clusters:
            self.shown = []
            self.listing.offer([_note("")])
            self.tell()
            return
        self.shown = listed(traced.clusters, self._order, self._query)
        self._first = self.columns.first

        def heads(_: int) -> Text:
            return heads_told(self.columns, traced.articles, self.article)

        def line(at: int, cluster: Cluster) -> Line:
            def tell(_: int) -> Text:
                here = self.article if self.listing.lit == at else None
                return statement_told(cluster, self.columns, here, str(self._style("quiet")))

            return Line(at, tell)

        lines = [line(at, cluster) for at, cluster in enumerate(self.shown)]
        place = next((at for at, cluster in enumerate(self.shown) if cluster is lit), 0)
        self.listing.offer([Line(None, heads, stays=True), *lines] if lines else [_note(_NOT_FOUND)], place)
        self.tell()

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"statements--{name}", partial=True)

    def tell(self) -> None:
        """Say what the table holds, and what is to be said of the lit cell."""
        head = self._told = self._head()
        width, progress = max(1, self.size.width - 2), self._progress()
        told = beginning(head.removesuffix(progress), width - len(progress) - 1)
        self.query_one("#statements-head", Static).update(Text(f"{told}{progress:>{max(0, width - cell_len(told))}}"))
        lit, traced = self.lit, self._traced
        text = Text()
        if lit is not None and traced is not None:
            text = statement_in_full(lit, self.article, traced, self._style)
        elif traced is not None and not traced.articles:
            text = Text(_NO_ARTICLES)
        elif traced is not None and not traced.clusters:
            text = Text(_NOTHING_QUOTED)
        self.query_one("#statements-text", Static).update(text)
        self.query_one("#statements-told", VerticalScroll).scroll_home(animate=False)

    def _head(self) -> str:
        if self.said:
            return f"{self.said}{self._progress()}"
        traced = self._traced
        if traced is None:
            return f"Statements{self._progress()}"
        if self._query:
            return f"Statements with “{self._query}”: {len(self.shown):,}{self._progress()}"
        shared = sum(map(is_shared, traced.clusters))
        told = f"{plural(len(traced.clusters), 'statement')} in {plural(len(traced.articles), 'article')}"
        return f"{told}, {shared:,} in more than one · {self._order.value}{self._progress()}"

    def _progress(self) -> str:
        return self._shelf.progress() if not self._shelf.is_settled else self._tracer.progress()

    def say(self, said: str) -> None:
        """Say something in the first line, until the next key."""
        self.said = said
        self.tell()

    # Keys

    def _moved(self) -> None:
        self.said = ""
        self.tell()
        self.listing.refresh()

    def action_move(self, step: int) -> None:
        """Up or down by statements."""
        self.listing.move(step)
        self._moved()

    def action_move_pages(self, pages: int) -> None:
        """Up or down by pages."""
        self.listing.move_pages(pages)
        self._moved()

    def action_move_to(self, at: int) -> None:
        """To the first statement, or the last."""
        self.listing.light(at)
        self._moved()

    def action_move_article(self, step: int) -> None:
        """To the next or previous article."""
        if self._traced is not None and self._traced.articles:
            self._light_article(max(0, min(len(self._traced.articles) - 1, self.article + step)))

    def action_seek_holder(self, step: int) -> None:
        """To the next or previous article that has the lit statement."""
        if self.lit is not None:
            self._light_article(next_holder(self.lit, self.article, step))

    def _light_article(self, article: int) -> None:
        self.article = article
        self._first = self.columns.first
        self._moved()

    def on_listing_lit(self) -> None:
        """A click lit another statement."""
        self._light_pressed()

    def on_listing_chosen(self) -> None:
        """A click on the lit cell opens it; on another cell of the statement it lights that."""
        before = self.article
        self._light_pressed()
        if self.article == before:
            self.action_open()

    def _light_pressed(self) -> None:
        pressed = self.columns.at(self.listing.pressed) if self._traced is not None else None
        self._light_article(self.article if pressed is None else pressed)

    def action_more(self) -> None:
        """Show the rest of what is told."""
        told = self.query_one("#statements-told", VerticalScroll)
        if told.scroll_offset.y >= told.max_scroll_y:
            told.scroll_home(animate=False)
        else:
            told.scroll_page_down(animate=False)

    def action_order(self) -> None:
        """List them in the next order."""
        self._order = self._order.following
        self.said = ""
        self.list_anew()

    def action_open(self) -> None:
        """Open the lit article beside that with the longest version, at these words."""
        lit, traced = self.lit, self._traced
        if lit is None or traced is None:
            self.say("There is nothing to open")
            return
        pair = pair_of(lit, self.article)
        if pair is None:
            self.say(_ALONE)
            return
        left, right = (traced.articles[at] for at in pair)
        self.post_message(self.Chosen(left, right, (lit.cells[pair[0]].spans, lit.cells[pair[1]].spans)))

    def action_copy(self) -> None:
        """Copy the statement with what every article prints of it."""
        if self.lit is None or self._traced is None:
            self.say("There is nothing to copy")
            return
        self.app.copy_to_clipboard(statement_copied(self.lit, self._traced))
        self.say("Copied the statement with what every article prints of it")

    def action_back(self) -> None:
        """Show all statements again, or go back."""
        if self._query:
            self._query = ""
            self.list_anew()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Back to where the reporter was; what is still being traced is left."""
        self._tracer.stop()
        self.post_message(self.Left())

    def action_help(self) -> None:
        """Explain the signs and the keys."""
        # Only here: the table needn't wait for it.
        from tui.app.tracing.help import StatementsHelp

        self.app.push_screen(StatementsHelp())

    # Search

    def action_search(self) -> None:
        """Ask for words that the statements have to hold."""
        self.said = ""
        self._is_searching = True
        self.refresh_bindings()
        self.query_one(SearchBar).open()

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """List while the reporter types."""
        self._query = event.query.strip()
        self.list_anew()
        event.bar.say(f"{len(self.shown):,}" if self._query else "")

    def on_search_bar_entered(self) -> None:
        """Back to the table as it is."""
        self._close_search()

    def on_search_bar_closed(self) -> None:
        """Back to the table with all statements."""
        self._query = ""
        self._close_search()

    def _close_search(self) -> None:
        self._is_searching = False
        self.set_focus(None)
        self.query_one(SearchBar).close()
        self.refresh_bindings()
        self.list_anew()

    # Writing

    def action_write(self) -> None:
        """Ask for the form and the file of a report."""
        if self._traced is None:
            self.say("The statements are still being traced")
            return
        # Only here: the table needn't wait for it.
        from tui.app.screens.asking.exporting import STATEMENT_FORMATS, ExportScreen

        self.app.push_screen(ExportScreen(Path.cwd(), "statements", STATEMENT_FORMATS), self._write)

    def _write(self, wish: ExportWish | None) -> None:
        traced = self._traced
        if wish is None or traced is None:
            return

        def write() -> None:
            from tui.app.reporting import write_statements

            self.post_message(self.Wrote(write_statements(wish, traced.articles, traced.clusters)))

        self.say("Writing the report …")
        self._writing.do(write)

    def on_statements_screen_wrote(self, message: Wrote) -> None:
        """Say where the report went, or why there is none."""
        self.say(message.said)

    def _broke(self, error: Exception) -> None:
        raise error


def _note(words: str) -> Line:
    return Line(None, lambda width: Text(beginning(words, width)))
