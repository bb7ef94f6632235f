from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color

from tui.app.theme import (
    CONTRAST,
    DARK,
    LIGHT,
    PLAIN,
    SIXTEEN,
    THEMES,
    VARIABLES,
    default_variables,
    next_theme,
    theme_name,
)

if TYPE_CHECKING:
    from textual.theme import Theme

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
    ("quiet-ink", "bar"),
]


def luminance(colour: str) -> float:
    parts = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=["dark", "light", "contrast"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_ink_is_readable_on_its_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme.variables[ink], theme.variables[ground]) >= (7 if theme is CONTRAST else 4.5)


def in_256_colours(colour: str) -> str:
    red, green, blue = RichColor.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return f"#{red:02x}{green:02x}{blue:02x}"


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=["dark", "light", "contrast"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_ink_is_readable_where_there_are_256_colours(theme: Theme, ink: str, ground: str) -> None:
    found = contrast(*(in_256_colours(theme.variables[name]) for name in (ink, ground)))
    # In these inks the signs of the strip stand on that ground, and no text.
    assert found >= (3 if ground == "here" and ink != "ink" else 4.5)


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=["dark", "light", "contrast"])
def test_grounds_are_told_apart_where_there_are_256_colours(theme: Theme) -> None:
    page, bar, here, left, right = (
        in_256_colours(theme.variables[name]) for name in ("page", "bar", "here", "left-wash", "right-wash")
    )
    assert all(contrast(page, ground) >= 1.2 for ground in (bar, here, left, right))
    for grey in (page, bar, here):
        assert len(set(Color.parse(grey).rgb)) == 1, "no tint where none was meant"
    assert Color.parse(left).b > Color.parse(left).r
    assert Color.parse(right).r > Color.parse(right).b


def test_all_themes_know_every_variable() -> None:
    assert all(set(VARIABLES) <= set(theme.variables) for theme in THEMES)
    assert set(default_variables()) == set(VARIABLES)


def test_which_theme_is_used() -> None:
    wanted = ("light", "plain", "dark", "high-contrast", None, "mauve", LIGHT.name)
    expected = [LIGHT, PLAIN, DARK, CONTRAST, DARK, DARK, LIGHT]
    assert [theme_name(name) for name in wanted] == [theme.name for theme in expected]
    assert theme_name("light", no_colour=True) == PLAIN.name
    assert theme_name(None, few_colours=True) == SIXTEEN.name
    assert theme_name("light", few_colours=True) == LIGHT.name


def test_the_themes_go_round() -> None:
    assert next_theme(next_theme(next_theme(DARK.name))) == DARK.name
    assert {next_theme(name) for name in (DARK.name, LIGHT.name, CONTRAST.name)} == {
        DARK.name,
        LIGHT.name,
        CONTRAST.name,
    }
    assert next_theme(PLAIN.name) == PLAIN.name
    assert next_theme(SIXTEEN.name) == SIXTEEN.name
