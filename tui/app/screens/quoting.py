"""The reader's keys for quotations: from one to the next, and to the index of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.app.aside import Aside, is_long
from tui.app.screens.arranging import FROM_END, FROM_TOP, ArrangingScreen
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.app.quoting import QuoteStop, Quoting
    from tui.app.reading import Reading
    from tui.collation import Collation

AT_REST = 0.1
"""Seconds after which the page stands on the screen and answers keys: time for the quotations to be compared."""

COPIED = "Copied the quotation with its verdict"

COMPARING = "The quotations are still being compared"


class QuotingScreen(ArrangingScreen, inherit_bindings=False):
    """What the reading screen does with quotations."""

    _remapped: Mapping[str, str]

    class Quoted(Message, namespace="quoting"):
        """The quotations of long articles are compared."""

        def __init__(self, collation: Collation, quoting: Quoting) -> None:
            super().__init__()
            self.collation = collation
            self.quoting = quoting

    class Broke(Message, namespace="quoting"):
        """They couldn't be compared."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._quoting_aside = Aside(lambda error: self.post_message(self.Broke(error)))
        self._asked_for: Collation | None = None
        self._counted: tuple[Quoting, str] | None = None

    def compare_quotations(self) -> None:
        """See to it that the quotations of what is shown are compared, once the page stands, or in a thread."""
        reading = self.reading
        collation = reading.collation
        # Those of very long articles are compared where their rows are set.
        if reading.pending or reading.quoting is not None or collation is self._asked_for or is_long(collation):
            return
        self._asked_for = collation
        if reading.is_soon_compared:
            self.at_rest(self._compare_now)
            return

        def compare() -> None:
            from tui.app.quoting import find_quoting

            self.post_message(self.Quoted(collation, find_quoting(collation)))

        self._quoting_aside.do(compare)

    def at_rest(self, do: Callable[[], None]) -> None:
        """Do this as soon as the page has stood for a moment."""
        self.set_timer(AT_REST, do)

    def _compare_now(self) -> None:
        if not self.reading.pending and self.reading.is_soon_compared:
            self.reading.find_quoting()
            self.reading.find_sought()
            self.reading.refresh_current()
            self.spread.repaint()

    def on_quoting_quoted(self, message: Quoted) -> None:
        """Show the signs of quotations compared in the thread."""
        if self.reading.take_quoting(message.collation, message.quoting):
            self.reading.refresh_current()
            self.spread.repaint()

    def on_quoting_broke(self, message: Broke) -> None:
        """What broke aside breaks the app."""
        raise message.error

    def _quoting_at_hand(self) -> bool:
        """Whether the quotations are compared, which those of short articles are by now."""
        if self.reading.quoting is None:
            self._compare_now()
        return self.reading.quoting is not None

    def quotations_told(self) -> str:
        """How many quotations there are and how many are to be looked at; nothing until that is known."""
        quoting = self.reading.quoting
        if quoting is None:
            return ""
        if self._counted is None or self._counted[0] is not quoting:
            from tui.app.quotetelling import counts_told

            self._counted = quoting, counts_told(quoting.stops)
        return self._counted[1]

    def action_seek_quotation(self, step: int) -> None:
        """Go to the next or previous quotation, its partner level."""
        reading, spread = self.reading, self.spread
        if not self._quoting_at_hand():
            self.say(COMPARING)
            return
        self.forget_level()
        wrapped = reading.seek_quote(step, spread.top, spread.top + spread.page)
        if wrapped is None or reading.quote is None:
            self.say("Nobody is quoted" + (" on this side" if reading.alone else ""))
            return
        self._note = (FROM_TOP if step > 0 else FROM_END) if wrapped else ""
        self.show_quote(reading.quote)

    def show_quote(self, stop: QuoteStop) -> None:
        """Bring a quotation on view, its partner level."""
        reading, spread = self.reading, self.spread
        for side in Side:
            if stop.words(side):
                self.show_words(side, stop.words(side)[0][0])
        if spread.virtual_size.height != reading.height:
            spread.show_anew()
        reading.bring_level(reading.quote_level(stop))
        spread.bring(reading.quote_row(stop))

    def _explain_signs(self) -> None:
        """The help over the index, the signs of quotations first."""
        from tui.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.spread, self._remapped, of_index=True))

    def _go_to_chosen(self, stop: QuoteStop | None) -> None:
        """Back from the index: go to what was chosen there, or stay."""
        if stop is None:
            return
        self.forget_level()
        self._note = ""
        side = self.reading.side
        self.reading.go_to_quote(stop)
        if self.reading.alone and self.reading.side is not side:
            self.spread.show_anew()
        self.show_quote(stop)
