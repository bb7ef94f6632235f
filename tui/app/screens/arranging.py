"""The reader's keys that arrange the two articles: what stands level with what."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from tui.app.excerpt import paragraph_of
from tui.app.levelling import find_level
from tui.app.widgets.keyline import KeyLine
from tui.app.widgets.spread import Spread
from tui.app.wording import LAYOUTS, LETTERS, level_told, plural
from tui.layout import Layout, Side

if TYPE_CHECKING:
    from tui.app.levelling import Level
    from tui.app.page import Place
    from tui.app.reading import Reading
    from tui.app.widgets.paragraphbar import ParagraphBar
    from tui.app.widgets.searchbar import SearchBar
    from tui.article import Range

    Bar = TypeVar("Bar", SearchBar, ParagraphBar)

FROM_TOP = "from the top again"
FROM_END = "from the end again"


class ArrangingScreen(Screen[None], inherit_bindings=False):
    """What the reading screen does to bring words of the two articles together."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self._note = ""
        self._left_from: Place | None = None
        self._gone_to: tuple[Side, int, int] | None = None
        self.open_bar: SearchBar | ParagraphBar | None = None

    @property
    def spread(self) -> Spread:
        """The page."""
        return self.query_one(Spread)

    def tell(self) -> None:
        """Say where the reader is; the reading screen knows how."""
        raise NotImplementedError

    def say(self, note: str) -> None:
        """Say this, and where the reader is."""
        self._note = note
        self.tell()

    def paragraph(self) -> int | None:
        """The paragraph being read: that of the words found or the difference on view, or else the topmost."""
        reading, spread = self.reading, self.spread
        row = spread.top
        current = reading.current_row
        if current is None and self._gone_to is not None:
            side, paragraph, top = self._gone_to
            if side is reading.side and top == row:
                return paragraph
        if reading.match is not None and reading.match.side is not reading.side:
            current = None
        if current is not None and row <= current < row + spread.page:
            row = current
        column = reading.table.column(reading.side)
        # A blank row at the top: what it belongs to isn't on view any more.
        found = column.next_text_row(reading.table_row(row))
        below = found is not None and reading.view_row(found) < spread.top + spread.page
        return column.paragraph_at(found if found is not None and below else reading.table_row(row))

    def told_place(self) -> tuple[Side, int | None]:
        """The paragraph being read and its side; of a difference that one article has alone, the place in that one."""
        reading, stop = self.reading, self.reading.stop
        words = None if stop is None else stop.words(reading.side.other)
        alone = stop is not None and stop.words(reading.side) is None and reading.match is None
        if words is None or not alone or reading.alone or not self._is_on_view(reading.current_row):
            return reading.side, self.paragraph()
        return reading.side.other, paragraph_of(reading.article(reading.side.other), words[0])

    def _is_on_view(self, row: int | None) -> bool:
        return row is not None and self.spread.top <= row < self.spread.top + self.spread.page

    # Layouts and folds

    def action_next_layout(self) -> None:
        """Go to the next layout."""
        layouts = list(Layout)
        following = layouts[(layouts.index(self.reading.layout) + 1) % len(layouts)]
        self._left_from = None
        self.spread.lay_out(following)
        self.say(f"Layout: {LAYOUTS[following]}")

    def action_fold(self) -> None:
        """Open or close the fold at the place being read."""
        key = self.spread.fold_here
        if key is None:
            self.say("Nothing is folded here")
            return
        self._note = ""
        self.spread.toggle_fold(key)

    def show_words(self, side: Side, offset: int) -> None:
        """Open the fold that hides these words, if one does."""
        if self.reading.reveal(side, offset):
            self.spread.show_anew()

    def go_to_words(self, side: Side, words: Range, *, difference: bool) -> None:
        """Bring words of one side to the top of the page.

        Args:
            side: The side.
            words: The words.
            difference: Whether the difference that is about them is to be the current one, if there is such still.
        """
        reading, spread = self.reading, self.spread
        self.forget_level()
        self._note = ""
        reading.match = None
        reading.clear_stop()
        if side is not reading.side:
            reading.other_side()
        self.show_words(side, words[0])
        spread.show_anew()
        if difference and reading.go_to_stop_at(side, words) and reading.stop is not None:
            spread.bring(reading.stop_row(reading.stop))
        else:
            spread.go_to_row(reading.view_row(reading.table.column(side).row_of_offset(words[0])))
            self._gone_to = side, paragraph_of(reading.article(side), words[0]), spread.top
        self.tell()

    # Paragraphs

    async def action_ask_paragraph(self) -> None:
        """Ask for a paragraph's number."""
        from tui.app.widgets.paragraphbar import ParagraphBar

        reading = self.reading
        bar = await self.use_bar(ParagraphBar)
        bar.open(LETTERS[reading.side], reading.paragraphs_in_all(reading.side))

    def on_paragraph_bar_entered(self, event: ParagraphBar.Entered) -> None:
        """Go there."""
        self.close_bar()
        reading, spread = self.reading, self.spread
        paragraphs = reading.article(reading.side).paragraphs
        count = reading.paragraphs_in_all(reading.side)
        if event.number is None or not 1 <= event.number <= count:
            self.say(f"{LETTERS[reading.side]} has {plural(count, 'paragraph')}")
            return
        if event.number > len(paragraphs):
            self.say(f"{LETTERS[reading.side]} ¶{event.number} is still being arranged: please try again in a moment")
            return
        self.forget_level()
        reading.match = None
        reading.clear_stop()
        start = paragraphs[event.number - 1].start
        self.show_words(reading.side, start)
        self._note = f"{LETTERS[reading.side]} ¶{event.number}"
        spread.repaint()
        spread.go_to_row(reading.view_row(reading.table.column(reading.side).row_of_offset(start)))
        self._gone_to = reading.side, event.number - 1, spread.top
        self.tell()

    def on_paragraph_bar_closed(self) -> None:
        """Stay."""
        self.close_bar()

    # The bars in which a reader types

    async def use_bar(self, kind: type[Bar]) -> Bar:
        """The bar of this kind; it is made when it is first asked for, so that the start needn't wait for it."""
        bar = next(iter(self.query(kind)), None)
        if bar is None:
            bar = kind()
            await self.mount(bar, before=self.query_one(KeyLine))
        self.open_bar = bar
        self.refresh_bindings()
        return bar

    def close_bar(self) -> None:
        """Back to the page."""
        bar, self.open_bar = self.open_bar, None
        self.set_focus(self.spread)
        if bar is not None:
            bar.close()
        self.refresh_bindings()

    # Bringing a partner level

    def action_bring_level(self) -> None:
        """Bring the partner of what is being read level with it, or put it back."""
        reading = self.reading
        if reading.pending:
            self.say("The articles are still being compared")
            return
        if self.put_back():
            return
        side, paragraph = self._read_here()
        level = None if paragraph is None else find_level(reading, side, paragraph)
        if paragraph is None or level is None:
            linked = paragraph is not None and reading.partners(side, paragraph)
            there = LETTERS[side.other]
            self.say(f"Its partner in {there} stands level" if linked else f"It has no partner in {there}")
        elif reading.alone:
            self._jump(level)
        else:
            reading.side = side
            reading.bring_level(level)
            self._note = f"{level_told(reading, level)} brought level; b or escape puts it back"
            self.spread.repaint()

    def put_back(self) -> bool:
        """Undo what `b` did; says whether there was anything to undo."""
        reading, spread = self.reading, self.spread
        if reading.level is not None:
            reading.bring_level(None)
            self._note = "Both in order again"
            spread.repaint()
            return True
        place, self._left_from = self._left_from, None
        if place is None or not reading.alone:
            return False
        if place.side is not reading.side:
            reading.other_side()
            spread.show_anew()
        self._note = f"Back in {LETTERS[place.side]}"
        spread.go_to_row(reading.row_of(place))
        return True

    def forget_level(self) -> None:
        """Put the columns back before going somewhere else."""
        self._left_from = None
        if self.reading.level is not None:
            self.reading.bring_level(None)
            self.spread.repaint()

    def _read_here(self) -> tuple[Side, int | None]:
        """The side and the paragraph of the difference on view, or of the topmost line."""
        reading, spread = self.reading, self.spread
        stop = reading.stop
        if stop is not None and spread.top <= reading.stop_row(stop) < spread.top + spread.page:
            words = {side: stop.words(side) for side in (reading.side, reading.side_of(stop))}
            for side, found in words.items():
                row = reading.view_row(stop.row_of(side))
                if found is not None and spread.top <= row < spread.top + spread.page:
                    return side, paragraph_of(reading.article(side), found[0])
        return reading.side, self.paragraph()

    def _jump(self, level: Level) -> None:
        """Where one side is shown at a time: go to the partner."""
        reading, spread = self.reading, self.spread
        self._left_from = reading.place(spread.top)
        told = level_told(reading, level)
        reading.other_side()
        spread.show_anew()
        self._note = f"{told}; b or escape goes back"
        spread.go_to_row(reading.view_row(reading.table.column(reading.side).row_of_offset(level.offset(reading.side))))
