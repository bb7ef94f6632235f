"""The table of statements: which article quotes each whole, cuts it, changes it, gives it to somebody else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.message import Message

from tui.app.aside import Aside
from tui.app.screens.statementspage import StatementsPage
from tui.app.tracing.cells import next_holder
from tui.app.tracing.keys import STATEMENTS_KEYS
from tui.app.tracing.telling import pair_of, statement_copied
from tui.app.widgets.searchbar import SearchBar

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.app.library.shelf import Shelf
    from tui.app.screens.asking import ExportWish
    from tui.app.tracing.tracer import Tracer
    from tui.article import Article, Range

_ALONE = "Only this article has it: with ← and → choose the one to be opened beside it"
_ONE_ARTICLE = "There is no other article to open it beside: add one in the library"


class StatementsScreen(StatementsPage, inherit_bindings=False):
    """Answers the keys of the table; says which pair is to be opened, and where."""

    commands = STATEMENTS_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [key.binding() for key in STATEMENTS_KEYS]

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

    class Broke(Message):
        """Something failed in the thread."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, shelf: Shelf, tracer: Tracer, at: tuple[Article, Range] | None = None) -> None:
        """Show what the articles of the library quote.

        Args:
            shelf: The articles.
            tracer: Traces their statements.
            at: An article and words of it: the statement that is lit first, if they are one.
        """
        super().__init__(shelf, tracer, at)
        self._is_searching = False
        self._writing = Aside(lambda error: self.post_message(self.Broke(error)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While words are typed, the keys belong to the search."""
        return not self._is_searching

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
            self.say(_ALONE if len(traced.articles) > 1 else _ONE_ARTICLE)
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

    def on_statements_screen_broke(self, message: Broke) -> None:
        """What broke aside breaks the app."""
        raise message.error

    def on_statements_screen_wrote(self, message: Wrote) -> None:
        """Say where the report went, or why there is none."""
        self.say(message.said)
