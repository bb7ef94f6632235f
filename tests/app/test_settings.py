from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tui.app import run as module
from tui.app import run_reader
from tui.app.app import CopyholderApp
from tui.app.settings import Settings, SettingsError, check_settings
from tui.app.theme import CONTRAST_NAME, SIXTEEN_NAME
from tui.app.widgets.spread import Spread
from tui.layout import StopKind

if TYPE_CHECKING:
    from tui.collation import Collation

Start = Callable[..., CopyholderApp]


def test_what_is_not_said_is_as_usual() -> None:
    assert check_settings({}) == Settings()
    assert check_settings({"house_rules": "strict", "theme": "light"}) == Settings(theme="light")


def test_keys_can_be_exchanged() -> None:
    keys = {"next-difference": "m", "next-moved": "d, f5", "help": "?"}
    assert check_settings({"keys": keys}).keys == {
        "next-difference": "m",
        "next-moved": "d,f5",
        "help": "question_mark",
    }


def test_the_keys_of_the_index_and_the_dialogs_can_be_exchanged_too() -> None:
    keys = {"flag": "F", "index-flag": "F", "note-keep": "ctrl+k"}
    assert check_settings({"keys": keys}).keys == keys
    for clash, other in (
        ({"index-flag": "a"}, "index-accept"),
        ({"flag": "a"}, "accept"),
        ({"ask-yes": "n"}, "ask-no"),
    ):
        with pytest.raises(SettingsError, match=other):
            check_settings({"keys": clash})


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"theme": "mauve"}, "there is no theme mauve; choose dark, light, high-contrast"),
        ({"theme": 3}, "there is no theme 3"),
        ({"keys": "d"}, "[keys] must be a table"),
        ({"keys": {"next-diference": "d"}}, "[keys] names next-diference, which no key does"),
        ({"keys": {"palette": "f9"}}, "[keys] names palette"),
        ({"keys": {"swap": ""}}, "[keys] gives swap no key"),
        ({"keys": {"swap": 7}}, "[keys] gives swap no key"),
        ({"keys": {"swap": "hyper"}}, "[keys] gives swap the key hyper, and there is no such key"),
        ({"keys": {"swap": "d"}}, "[keys] has the key d for both next-difference and swap"),
        ({"keys": {"swap": "f5", "top": "f5"}}, "[keys] has the key f5 for both"),
        ({"keys": {"swap": "ctrl+p"}}, "[keys] has the key ctrl+p for both swap and palette"),
    ],
)
def test_what_is_wrong_is_said_in_one_clause(table: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as found:
        check_settings(table)
    assert str(found.value).startswith(said)
    assert "\n" not in str(found.value)


def test_wrong_settings_are_told_before_anything_is_drawn(
    pair: Collation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_no_terminal", lambda: None)
    assert run_reader(pair.left, pair.right, settings={"keys": {"swap": "d"}}) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("copyholder: --config: [keys] has the key d for both")
    assert err.count("\n") == 1


async def test_other_keys_do_it_and_the_old_ones_do_not(start: Start, pair: Collation) -> None:
    app = start(pair, theme="high-contrast", keys={"next-moved": "f5", "help": "f2"})
    async with app.run_test(size=(120, 60)) as pilot:
        assert app.theme == CONTRAST_NAME
        await pilot.press("m")
        stops = [app.reading.stop]
        await pilot.press("f5")
        stops.append(app.reading.stop)
        assert [stop and stop.kind for stop in stops] == [None, StopKind.MOVED]
        await pilot.press("f2")
        assert "f5" in app.export_screenshot()


async def test_sixteen_colours_are_the_terminals_own(
    start: Start, pair: Collation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM")
    app = start(pair)
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.theme == SIXTEEN_NAME
        await pilot.press("l", "t")
        spread = app.screen.query_one(Spread)
        styles = [piece.style for y in range(spread.page) for piece in spread.render_line(y) if piece.style]
        colours = {colour.number for style in styles for colour in (style.color, style.bgcolor) if colour is not None}
        black, yellow, cyan = 0, 3, 6
        assert colours == {None, black, yellow, cyan}
