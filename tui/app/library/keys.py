"""The keys of the library and of the box in which an article is added."""

from __future__ import annotations

from tui.app.keymap import Key

LIBRARY_KEYS = (
    Key("library-choose", "enter", "choose", "choose", "Choose this article, then its partner", "enter", footer=True),
    Key(
        "library-back",
        "escape",
        "back",
        "back",
        "Take back the choice; stop reading and comparing",
        "escape",
        footer=True,
    ),
    Key(
        "library-add",
        "plus,n",
        "add",
        "add",
        "Add a file, a folder, an address or an article's text",
        "+ n",
        footer=True,
    ),
    Key(
        "library-remove",
        "delete,backspace",
        "remove",
        "take out",
        "Take it off the list, not off the disk",
        "delete",
        footer=True,
    ),
    Key(
        "library-statements",
        "s",
        "app.statements",
        "statements",
        "Statements: who quotes each whole, cuts it, changes it, gives it to somebody else",
        "s",
        footer=True,
    ),
    Key("library-again", "r", "read_again", "", "Read again what couldn't be read; go on with what was stopped", "r"),
    Key("library-down", "down,j", "move(1)", "", "Next line", "↓ j"),
    Key("library-up", "up,k", "move(-1)", "", "Previous line", "↑ k"),
    Key("library-page-down", "pagedown,space", "move_pages(1)", "", "One page down", "page down, space"),
    Key("library-page-up", "pageup", "move_pages(-1)", "", "One page up", "page up"),
    Key("library-top", "home,g", "move_to(0)", "", "To the first line", "home g"),
    Key("library-bottom", "end,G", "move_to(-1)", "", "To the last line", "end G"),
    Key("library-light-dark", "l", "app.light_dark", "", "Dark, light or high-contrast page", "l"),
    Key(
        "library-help",
        "question_mark,f1",
        "help",
        "help",
        "These keys, and what the shades mean",
        "?",
        footer=True,
        also="f1",
    ),
    Key("library-quit", "q", "leave", "quit", "Leave the library", "q", footer=True),
)

LIBRARY_KEPT = (
    "library-help",
    "library-quit",
    "library-choose",
    "library-add",
    "library-back",
    "library-statements",
    "library-remove",
)
"""The keys that the last line shows first where there isn't room for all."""

PASTE_KEYS = (
    Key("paste-add", "ctrl+s,f2", "add", "add", "Add what is written", "ctrl s", footer=True, also="f2"),
    Key("paste-leave", "escape", "leave", "back", "Add nothing", "escape", footer=True),
)
