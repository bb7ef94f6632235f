"""The reader's keys that arrange the two articles: what stands level with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.app.excerpt import paragraph_of
from tui.app.levelling import find_level
from tui.app.widgets.spread import Spread
from tui.app.wording import LETTERS, level_told

if TYPE_CHECKING:
    from tui.app.levelling import Level
    from tui.app.reading import Place, Reading
    from tui.layout import Side


class ArrangingScreen(Screen[None], inherit_bindings=False):
    """What the reading screen does to bring words of the two articles together."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self._note = ""
        self._left_from: Place | None = None

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
        current = None
        if reading.match is not None and reading.match.side is reading.side:
            current = reading.match_row(reading.match)
        elif reading.stop is not None:
            current = reading.stop_row(reading.stop)
        if current is not None and row <= current < row + spread.page:
            row = current
        return reading.table.column(reading.side).paragraph_at(reading.table_row(row))

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
