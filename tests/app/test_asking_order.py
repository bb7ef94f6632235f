"""What all dialogs promise: keys in their order, none lost, the page below has its own; and a question with answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from textual.app import App
from textual.binding import Binding
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Static

from tui.app.screens.asking import (
    AskScreen,
    BoundsScreen,
    CorrectingScreen,
    ExportScreen,
    MarksScreen,
    NoteScreen,
    PickRow,
    PickScreen,
    SpeakerScreen,
)
from tui.app.screens.asking.keys import ASKING_KEYS
from tui.app.screens.asking.rows import Rows
from tui.app.theme import THEMES, default_variables, theme_name
from tui.app.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.pilot import Pilot

    from tui.app.screens.asking.asking import AskingScreen

WIDE, NARROW = (160, 48), (60, 18)
HOSTILE = "people [who] work [/who] [@click=app.bell]here[/] \\[b]"
NAMES = {
    "!": "exclamation_mark",
    "\r": "enter",
    "\x1b": "escape",
    "/": "slash",
    " ": "space",
    "\t": "tab",
    "\x13": "ctrl+s",
}


class Below(Screen[None]):
    """The page under a dialog: it notes which keys reach it, and opens the dialog on `!`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("exclamation_mark", "open", priority=True)]

    def compose(self) -> ComposeResult:
        yield Static("\n".join(f"{n} the page below " * 8 for n in range(60)), markup=False)

    def on_key(self, event: Key) -> None:
        desk = self.app
        assert isinstance(desk, Desk)
        desk.below.append(event.character or event.key)

    def action_open(self) -> None:
        desk = self.app
        assert isinstance(desk, Desk)
        desk.dialog = desk.make()
        desk.push_screen(desk.dialog, desk.answers.append)


class Desk(App[None]):
    """Shows one dialog over a page."""

    def __init__(self, make: Callable[[], AskingScreen[Any]], theme: str = "dark") -> None:
        self.themed = theme_name(theme)
        super().__init__(ansi_color=theme in {"plain", "sixteen"} or None)
        self.make = make
        self.dialog: AskingScreen[Any] | None = None
        self.answers: list[object] = []
        self.below: list[str] = []
        for known in THEMES:
            self.register_theme(known)
        self.theme = self.themed
        self.animation_level = "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return default_variables()

    def get_default_screen(self) -> Screen[Any]:
        return Below()

    def type_at_once(self, keys: str) -> None:
        """All keys wait in the app's queue before the first is answered."""
        for key in keys:
            self.post_message(Key(NAMES.get(key, key), key if key.isprintable() else None))

    @property
    def shown(self) -> list[str]:
        """The rows of the screen."""
        size = self.size
        strips = self.screen._compositor.render_strips(size)
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def panel(self) -> str:
        """What the dialog shows, row by row."""
        return "\n".join(self.shown)


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("exclamation_mark")
    await pilot.pause()


async def settled(pilot: Pilot[None]) -> None:
    """Keys were handed on from screen to screen, and all are answered."""
    for _ in range(6):
        await pilot.pause()


def row_with(desk: Desk, words: str) -> tuple[int, int]:
    """Where words stand on the screen: column and row."""
    for y, row in enumerate(desk.shown):
        if words in row:
            return row.index(words), y
    raise AssertionError(f"{words!r} is not on the screen")


CHOICES = [PickRow(f"¶{n}", f"paragraph {n} says {HOSTILE}", n) for n in range(1, 400)]


def every_dialog(tmp_path: Path) -> list[Callable[[], AskingScreen[Any]]]:
    text = f"The senator said “{HOSTILE}” on Sunday."
    return [
        lambda: AskScreen(HOSTILE, HOSTILE, HOSTILE),
        lambda: BoundsScreen(text, (18, 30), (0, len(text))),
        lambda: CorrectingScreen(HOSTILE, [PickRow("Speaker", HOSTILE, 1, "s")]),
        lambda: ExportScreen(tmp_path, HOSTILE.replace("/", "")),
        lambda: MarksScreen([], on_confirm=lambda _: [], on_clear=lambda _: [], on_note=lambda *_: []),
        lambda: NoteScreen(HOSTILE, HOSTILE, HOSTILE),
        lambda: PickScreen(HOSTILE, CHOICES),
        lambda: SpeakerScreen(HOSTILE, HOSTILE, [HOSTILE, "名前は長い"]),
    ]


@pytest.mark.parametrize("theme", ["dark", "light", "plain"])
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_every_dialog_shows_hostile_words_as_they_are_and_leaves_without_an_answer(
    tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    for make in every_dialog(tmp_path):
        desk = Desk(make, theme)
        async with desk.run_test(size=size) as pilot:
            await opened(pilot)
            dialog = desk.dialog
            assert dialog is not None
            assert desk.screen is dialog
            # Of a long path the end is on view.
            expected = "[b].html" if isinstance(dialog, ExportScreen) else "[who]"
            assert expected in desk.panel or isinstance(dialog, MarksScreen)
            assert "escape" in desk.shown[-1]
            assert dialog.query_one("#panel").region.bottom <= size[1] - 1
            await pilot.press("escape")
            await pilot.pause()
            assert desk.answers == [None]


def test_no_key_of_a_dialog_does_two_things_and_every_id_is_its_own() -> None:
    ids = [key.id for keys in ASKING_KEYS for key in keys]
    assert len(ids) == len(set(ids))
    for keys in ASKING_KEYS:
        used = [one for key in keys for one in key.keys.split(",")]
        assert len(used) == len(set(used))
        assert all(key.help and key.told for key in keys)
        assert all(key.label for key in keys if key.footer)


async def test_what_is_typed_right_after_opening_is_written() -> None:
    desk = Desk(lambda: NoteScreen("Note", "words", ""))
    async with desk.run_test(size=WIDE) as pilot:
        desk.type_at_once("!called the office\rtwice\x13")
        await settled(pilot)
        assert desk.answers == ["called the office\ntwice"]
        assert desk.below == []


async def test_what_follows_the_answer_belongs_to_the_page() -> None:
    desk = Desk(lambda: PickScreen("Which paragraph?", CHOICES))
    async with desk.run_test(size=WIDE) as pilot:
        desk.type_at_once("!17\rdn")
        await settled(pilot)
        assert desk.answers == [17]
        assert desk.below == ["d", "n"]


async def test_a_question_over_a_dialog_takes_what_is_typed_for_it() -> None:
    desk = Desk(lambda: NoteScreen("Note", "words", "old"))
    async with desk.run_test(size=WIDE) as pilot:
        desk.type_at_once("! and new\x1byx")
        await settled(pilot)
        assert desk.answers == ["old and new"]
        assert desk.below == ["x"]


async def test_no_empty_list_of_commands_opens_over_a_dialog() -> None:
    desk = Desk(lambda: PickScreen("Which?", CHOICES))
    async with desk.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert desk.screen is desk.dialog


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["y"], True),
        (["n"], False),
        (["enter"], False),
        (["up", "enter"], True),
        (["tab", "tab", "enter"], False),
        (["escape"], None),
    ],
)
async def test_a_question_is_answered_no_unless_it_is_told_yes(keys: list[str], answer: bool | None) -> None:
    desk = Desk(lambda: AskScreen("Replace it?", "Replace it", "Leave it"))
    async with desk.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        assert desk.answers == [answer]


async def test_a_question_may_propose_yes() -> None:
    desk = Desk(lambda: AskScreen("Keep it?", default=True))
    async with desk.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        assert desk.answers == [True]


async def test_a_click_answers_a_question() -> None:
    for words, answer in (("Replace it", True), ("Leave it", False)):
        desk = Desk(lambda: AskScreen("There is one already.", "Replace it", "Leave it"))
        async with desk.run_test(size=WIDE) as pilot:
            await opened(pilot)
            await pilot.click(offset=row_with(desk, words))
            await pilot.pause()
            assert desk.answers == [answer]


async def test_a_click_on_the_line_of_keys_does_what_the_key_does() -> None:
    desk = Desk(lambda: AskScreen("Replace it?", "Replace it", "Leave it"))
    async with desk.run_test(size=WIDE) as pilot:
        await opened(pilot)
        column = desk.shown[-1].index("y yes")
        await pilot.click(desk.screen.query_one(KeyLine), offset=(column, 0))
        await pilot.pause()
        assert desk.answers == [True]


async def test_thousands_of_lines_are_drawn_only_as_far_as_they_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    render: Callable[[Rows, int], Any] = Rows.render_line

    def counted(rows: Rows, y: int) -> Any:
        drawn.append(y)
        return render(rows, y)

    monkeypatch.setattr(Rows, "render_line", counted)
    desk = Desk(lambda: PickScreen("Which?", [PickRow(f"¶{n}", "words " * 40, n) for n in range(5000)]))
    async with desk.run_test(size=WIDE) as pilot:
        await opened(pilot)
        drawn.clear()
        await pilot.press("end")
        await pilot.pause()
        assert 0 < len(drawn) < 200
        assert "▸ ¶4999" in desk.panel
