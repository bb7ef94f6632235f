"""The reader's colours: a dark, a light and a high-contrast page, blue for the left article and orange for the right.

Blue and orange stay apart for every common kind of colour blindness. No colour stands alone: each has a text
style or a sign beside it.
"""

from __future__ import annotations

from textual.theme import Theme

_PREFIX = "copyholder-"
DARK_NAME = f"{_PREFIX}dark"
LIGHT_NAME = f"{_PREFIX}light"
CONTRAST_NAME = f"{_PREFIX}high-contrast"
SIXTEEN_NAME = f"{_PREFIX}sixteen"
PLAIN_NAME = f"{_PREFIX}plain"

# Many terminals have 256 colours: each of these was chosen so that the nearest of those can be read, too, and keeps
# its tint (a white with a little yellow in it becomes pink there).
_DARK = {
    "page": "#16181b",
    "ink": "#d9dde3",
    "quiet-ink": "#8f96a0",
    "rule": "#4a515b",
    "left-ink": "#8ab6f2",
    "right-ink": "#e3a768",
    "left-wash": "#1e4078",
    "right-wash": "#76420c",
    "wash-ink": "#ffffff",
    "cursor": "#f4f1e8",
    "cursor-ink": "#16181b",
    "match": "#a7adb6",
    "match-ink": "#16181b",
    "bar": "#25282d",
    "here": "#343b45",
    "select": "#b9d18a",
    "select-ink": "#16181b",
}

_LIGHT = {
    "page": "#fbfaf6",
    "ink": "#23272d",
    "quiet-ink": "#5f656e",
    "rule": "#a9adb3",
    "left-ink": "#1a4f94",
    "right-ink": "#8c4700",
    "left-wash": "#cfe1f9",
    "right-wash": "#fbdcb8",
    "wash-ink": "#0d1014",
    "cursor": "#23272d",
    "cursor-ink": "#fbfaf6",
    "match": "#c3c6cb",
    "match-ink": "#0d1014",
    "bar": "#ebeae7",
    "here": "#dfdedb",
    "select": "#2f5d3a",
    "select-ink": "#ffffff",
}

_CONTRAST = {
    "page": "#000000",
    "ink": "#ffffff",
    "quiet-ink": "#c8c8c8",
    "rule": "#9a9a9a",
    "left-ink": "#8fd3ff",
    "right-ink": "#ffc266",
    "left-wash": "#00469c",
    "right-wash": "#7a3500",
    "wash-ink": "#ffffff",
    "cursor": "#ffff00",
    "cursor-ink": "#000000",
    "match": "#e0e0e0",
    "match-ink": "#000000",
    "bar": "#1c1c1c",
    "here": "#3a3a3a",
    "select": "#7dff9a",
    "select-ink": "#000000",
}

VARIABLES = tuple(_DARK)


def _theme(name: str, colours: dict[str, str], *, dark: bool, ansi: bool = False) -> Theme:
    return Theme(
        name=name,
        primary=colours["left-ink"],
        secondary=colours["right-ink"],
        accent=colours["right-ink"],
        foreground=colours["ink"],
        background=colours["page"],
        surface=colours["bar"],
        panel=colours["bar"],
        dark=dark,
        ansi=ansi,
        variables={
            **colours,
            # Textual's own rules ask for these two where a theme has only the terminal's colours.
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "footer-background": colours["bar"],
            "footer-foreground": colours["ink"],
            "footer-description-foreground": colours["ink"],
            "footer-key-foreground": colours["left-ink"],
            # The line of the command palette on which enter acts; Textual asks for one pair or the other.
            "block-cursor-background": colours["left-wash"],
            "block-cursor-foreground": colours["wash-ink"],
            "block-cursor-blurred-background": colours["left-wash"],
            "block-cursor-blurred-foreground": colours["wash-ink"],
            "scrollbar": colours["rule"],
            "scrollbar-hover": colours["quiet-ink"],
            "scrollbar-active": colours["ink"],
            "scrollbar-background": colours["page"],
            "scrollbar-background-hover": colours["page"],
            "scrollbar-background-active": colours["page"],
        },
    )


# Nothing but the terminal's own two colours: text styles and signs say everything.
_PLAIN = dict.fromkeys(_DARK, "ansi_default")

# The terminal's own page, light or dark; black on cyan and on yellow can be read on every one.
_SIXTEEN = {**_PLAIN, "left-wash": "ansi_cyan", "right-wash": "ansi_yellow", "wash-ink": "ansi_black"}

DARK = _theme(DARK_NAME, _DARK, dark=True)
LIGHT = _theme(LIGHT_NAME, _LIGHT, dark=False)
CONTRAST = _theme(CONTRAST_NAME, _CONTRAST, dark=True)
SIXTEEN = _theme(SIXTEEN_NAME, _SIXTEEN, dark=True, ansi=True)
PLAIN = _theme(PLAIN_NAME, _PLAIN, dark=True, ansi=True)

THEMES = (DARK, LIGHT, CONTRAST, SIXTEEN, PLAIN)
TERMINALS_OWN = frozenset({SIXTEEN_NAME, PLAIN_NAME})
"""Themes that use the terminal's colours only."""

CHOICES = tuple(theme.name.removeprefix(_PREFIX) for theme in THEMES)
"""The themes as people name them."""

_CYCLE = (DARK_NAME, LIGHT_NAME, CONTRAST_NAME)


def default_variables() -> dict[str, str]:
    """The reader's own variables, for themes that don't know them."""
    return dict(_DARK)


def theme_name(wanted: str | None, *, no_colour: bool = False, few_colours: bool = False) -> str:
    """Which theme to use.

    Args:
        wanted: One of `CHOICES` or a full name, or None; anything unknown counts as None.
        no_colour: NO_COLOR is set; it goes before every wish.
        few_colours: The terminal has sixteen colours; it counts where nothing is wanted.
    """
    if no_colour:
        return PLAIN_NAME
    for theme in THEMES:
        if wanted in {theme.name, theme.name.removeprefix(_PREFIX)}:
            return theme.name
    return SIXTEEN_NAME if few_colours else DARK_NAME


def next_theme(name: str) -> str:
    """The theme after this one: dark, light, high contrast; where the terminal has few colours, the same."""
    return _CYCLE[(_CYCLE.index(name) + 1) % len(_CYCLE)] if name in _CYCLE else name
