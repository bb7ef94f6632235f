"""The page as it looks: few pictures, each looked at before it was accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

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
