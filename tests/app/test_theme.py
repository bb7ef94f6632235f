from __future__ import annotations

import pytest
from textual.color import Color

from tui.app.theme import DARK, LIGHT, PLAIN, VARIABLES, default_variables, theme_name

PAIRS = [
    ("ink", "page"),
    ("quiet-ink", "page"),
    ("left-ink", "page"),
    ("right-ink", "page"),
    ("left-ink", "bar"),
    ("right-ink", "bar"),
    ("ink", "bar"),
    ("wash-ink", "left-wash"),
    ("wash-ink", "right-wash"),
    ("cursor-ink", "cursor"),
    ("match-ink", "match"),
    ("ink", "here"),
    ("select-ink", "select"),
    ("left-ink", "here"),
    ("right-ink", "here"),
]


def luminance(colour: str) -> float:
    parts = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_ink_is_readable_on_its_ground(theme: object, ink: str, ground: str) -> None:
    variables = theme.variables  # type: ignore[attr-defined]
    light, dark = sorted((luminance(variables[ink]), luminance(variables[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_both_themes_know_every_variable() -> None:
    assert set(VARIABLES) <= set(DARK.variables)
    assert set(VARIABLES) <= set(LIGHT.variables)
    assert set(default_variables()) == set(VARIABLES)


def test_an_unknown_theme_is_dark() -> None:
    wanted = ("light", "plain", "dark", None, "mauve")
    assert [theme_name(name) for name in wanted] == [LIGHT.name, PLAIN.name, DARK.name, DARK.name, DARK.name]
