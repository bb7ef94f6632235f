"""The page as it looks: few pictures, each looked at before it was accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.app.test_quoting import seeds

if TYPE_CHECKING:
    from tui.collation import Collation

Snap = Callable[..., bool]


@pytest.mark.parametrize(
    ("size", "press", "theme"),
    [
        ((160, 48), ["d", "d"], "dark"),
        ((100, 30), ["slash", *"letter", "enter"], "light"),
        ((80, 24), ["tab", "d"], "dark"),
        ((120, 50), ["question_mark"], "light"),
    ],
    ids=["wide", "search", "alone", "help"],
)
def test_page(
    snap_compare: Snap,
    start: Callable[..., object],
    pair: Collation,
    size: tuple[int, int],
    press: list[str],
    theme: str,
) -> None:
    assert snap_compare(start(pair, theme=theme), terminal_size=size, press=press)


@pytest.mark.parametrize("press", [["i"], ["i", "enter"]], ids=["index", "critical"])
def test_quotations(snap_compare: Snap, start: Callable[..., object], press: list[str]) -> None:
    assert snap_compare(start(seeds("000", "002"), theme="dark"), terminal_size=(160, 48), press=press)
