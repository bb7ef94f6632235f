"""The reader's key that writes a report to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from tui.app.aside import Aside
from tui.app.screens.settingright import SettingRightScreen
from tui.app.wording import pair_names
from tui.layout import Side

if TYPE_CHECKING:
    from tui.app.desk import Desk
    from tui.app.reading import Reading
    from tui.app.screens.asking import ExportWish
    from tui.app.screens.reviewing import Calls


class WritingScreen(SettingRightScreen, inherit_bindings=False):
    """What the reading screen does to write reports."""

    _house_rules: str

    class Wrote(Message, namespace="writing"):
        """A report has been written, or couldn't be; the sentence says so."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    def __init__(self, reading: Reading, desk: Desk, calls: Calls) -> None:
        super().__init__(reading, desk, calls)
        self._writing_aside = Aside(lambda error: self.post_message(self.Broke(error)))

    def action_write(self) -> None:
        """Ask which report to write, and where to."""
        if self.reading.pending:
            self.say("The articles are still being compared")
            return
        # Only here: the start needn't wait for it.
        from tui.app.screens.asking import ExportScreen

        names = pair_names(self.reading.article(Side.LEFT), self.reading.article(Side.RIGHT))
        self.app.push_screen(ExportScreen(Path.cwd(), file_stem(names)), self._write)

    def _write(self, wish: ExportWish | None) -> None:
        if wish is None:
            return
        reading = self.reading
        collation, quoting, marks = reading.collation, reading.quoting, self.desk.located
        rules = self._house_rules

        def write() -> None:
            from tui.app.reporting import write_comparison

            quotes = None if quoting is None else quoting.comparison
            self.post_message(self.Wrote(write_comparison(wish, collation, quotes, rules, marks)))

        self.say("Writing the report …")
        self._writing_aside.do(write)

    def on_writing_wrote(self, message: Wrote) -> None:
        """Say where the report went, or why there is none."""
        self.say(message.said)


def file_stem(names: tuple[str, str]) -> str:
    """A file name, without its ending, for a report on two articles: harmless on every system."""
    kept = ["".join(one if one.isalnum() or one in "-_." else "-" for one in name).strip("-.") for name in names]
    return " and ".join(part[:60] or "article" for part in kept)
