"""The reader's colours: a dark and a light page, blue for the left article and orange for the right.

Blue and orange stay apart for every common kind of colour blindness. No colour stands alone: each has a text
style or a sign beside it.
"""

from __future__ import annotations

from textual.theme import Theme

DARK_NAME = "copyholder-dark"
LIGHT_NAME = "copyholder-light"
PLAIN_NAME = "copyholder-plain"

_DARK = {
    "page": "#15181d",
    "ink": "#d9dde3",
    "quiet-ink": "#8b929c",
    "rule": "#4a515b",
    "left-ink": "#8ab6f2",
    "right-ink": "#e3a768",
    "left-wash": "#1e3f6b",
    "right-wash": "#5e3a0e",
    "wash-ink": "#ffffff",
    "cursor": "#f4f1e8",
    "cursor-ink": "#15181d",
    "match": "#a7adb6",
    "match-ink": "#15181d",
    "bar": "#22272e",
    "here": "#343b45",
    "select": "#b9d18a",
    "select-ink": "#15181d",
}

_LIGHT = {
    "page": "#fbfaf6",
    "ink": "#23272d",
    "quiet-ink": "#666c75",
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
    "bar": "#eceae3",
    "here": "#dedacd",
    "select": "#2f5d3a",
    "select-ink": "#ffffff",
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

DARK = _theme(DARK_NAME, _DARK, dark=True)
LIGHT = _theme(LIGHT_NAME, _LIGHT, dark=False)
PLAIN = _theme(PLAIN_NAME, _PLAIN, dark=True, ansi=True)


def default_variables() -> dict[str, str]:
    """The reader's own variables, for themes that don't know them."""
    return dict(_DARK)


def theme_name(wanted: str | None) -> str:
    """The theme for "dark", "light" or "plain" or a full name; dark for nothing and for anything unknown."""
    for name in (LIGHT_NAME, PLAIN_NAME):
        if wanted in {name, name.removeprefix("copyholder-")}:
            return name
    return DARK_NAME
