"""The keys of the table of statements."""

from __future__ import annotations

from tui.app.keymap import Key

STATEMENTS_KEYS = (
    Key(
        "statements-open",
        "enter",
        "open",
        "open pair",
        "Open this article beside the longest version, at these words",
        "enter",
        footer=True,
    ),
    Key("statements-down", "down,j", "move(1)", "", "Next statement", "↓ j"),
    Key("statements-up", "up,k", "move(-1)", "", "Previous statement", "↑ k"),
    Key("statements-right", "right", "move_article(1)", "article", "Next or previous article", "← →", footer=True),
    Key("statements-left", "left", "move_article(-1)", "", "Previous article", ""),
    Key("statements-holder", "tab", "seek_holder(1)", "", "Next article that has this statement", "tab"),
    Key("statements-holder-back", "shift+tab", "seek_holder(-1)", "", "Previous article that has it", "shift tab"),
    Key("statements-page-down", "pagedown", "move_pages(1)", "", "One page down", "page down"),
    Key("statements-page-up", "pageup", "move_pages(-1)", "", "One page up", "page up"),
    Key("statements-top", "home,g", "move_to(0)", "", "To the first", "home g"),
    Key("statements-bottom", "end,G", "move_to(-1)", "", "To the last", "end G"),
    Key("statements-more", "space", "more", "more", "The rest of what is told, where it is long", "space", footer=True),
    Key(
        "statements-order",
        "o",
        "order",
        "order",
        "Other order: most quoted first, gravest first, or by speaker",
        "o",
        footer=True,
    ),
    Key("statements-search", "slash", "search", "search", "Only statements with these words", "/", footer=True),
    Key(
        "statements-copy",
        "y,ctrl+c",
        "copy",
        "copy",
        "Copy the statement with what every article prints of it",
        "y",
        footer=True,
        also="ctrl c",
    ),
    Key(
        "statements-write", "w", "write", "write", "Write all of it to a file: web page, sheet, text", "w", footer=True
    ),
    Key("statements-light-dark", "l", "app.light_dark", "", "Dark, light or high-contrast page", "l"),
    Key(
        "statements-help",
        "question_mark,f1",
        "help",
        "help",
        "These keys, and what the signs mean",
        "?",
        footer=True,
        also="f1",
    ),
    Key("statements-back", "escape", "back", "", "Leave the search; back to where you were", "escape"),
    Key("statements-leave", "q", "leave", "back", "Back to where you were", "q", footer=True, also="escape"),
)

STATEMENTS_KEPT = (
    "statements-help",
    "statements-leave",
    "statements-open",
    "statements-right",
    "statements-search",
    "statements-order",
    "statements-write",
    "statements-copy",
)
"""The keys that the last line shows first where there isn't room for all."""
