"""Every key of the reader, in one place: bindings, the footer and the help screen are made from this list."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that keys do.

    Attributes:
        id: The name under which it can be given other keys.
        keys: The keys, as Textual names them, separated by commas.
        action: What the screen does.
        label: One or two words for the footer.
        help: What it does, for the help screen and the command palette.
        told: How the keys are written for people.
        footer: Whether the footer shows it.
        also: Further keys, for the help only.
    """

    id: str
    keys: str
    action: str
    label: str
    help: str
    told: str
    footer: bool = False
    also: str = ""

    @property
    def comes_first(self) -> bool:
        """Whether the key is answered before any widget sees it, so that none overtakes one that opens a bar.

        Not so the keys of a bar, which come after what was typed there, and of the app: a `q` may be typed.
        """
        return self.action not in {"close", "submit"} and not self.action.startswith("app.")

    def binding(self) -> Binding:
        """The same as a Textual binding."""
        return Binding(
            self.keys,
            self.action,
            self.label,
            show=self.footer,
            key_display=self.told,
            id=self.id,
            tooltip=self.help,
            priority=self.comes_first,
        )


READER_KEYS = (
    Key("next-difference", "d", "seek_difference(1)", "difference", "Next difference", "d", footer=True),
    Key("previous-difference", "D", "seek_difference(-1)", "", "Previous difference", "D"),
    Key("next-moved", "m", "seek_moved(1)", "moved", "Next moved passage", "m", footer=True),
    Key("previous-moved", "M", "seek_moved(-1)", "", "Previous moved passage", "M"),
    Key("next-quotation", "c", "seek_quotation(1)", "quotation", "Next quotation, its partner level", "c", footer=True),
    Key("previous-quotation", "C", "seek_quotation(-1)", "", "Previous quotation", "C"),
    Key("quotations", "i", "quotations", "index", "Index of all quotations, with their verdicts", "i", footer=True),
    Key("accept", "a", "decide('accepted')", "accept", "Accept it: it is right as it stands", "a", footer=True),
    Key("flag", "f", "decide('flagged')", "flag", "Flag it: something is wrong", "f", footer=True),
    Key("verify", "v", "decide('queried')", "verify", "Put it off: it is to be verified later", "v", footer=True),
    Key("note", "e", "note", "note", "Write or edit the note on it", "e", footer=True),
    Key(
        "unmark",
        "backspace,delete",
        "unmark",
        "",
        "Clear the decision on it; where there is none, the note",
        "backspace",
    ),
    Key("confirm", "K", "confirm", "", "Confirm that a mark found elsewhere (¿) belongs there", "K"),
    Key("undo", "z", "undo", "undo", "Undo the last mark, note or correction", "z", footer=True),
    Key("redo", "Z", "redo", "", "Do again what was undone", "Z"),
    Key(
        "next-unreviewed",
        "u",
        "seek_unreviewed(1)",
        "unreviewed",
        "Next quotation not reviewed",
        "u",
        footer=True,
    ),
    Key("previous-unreviewed", "U", "seek_unreviewed(-1)", "", "Previous quotation not reviewed", "U"),
    Key("marks", "R", "marks", "", "List of all marks: to confirm, no longer found, and the others", "R"),
    Key(
        "set-right",
        "s",
        "set_right",
        "set right",
        "Set right what was misread: a speaker, a quotation, a paragraph's part, what belongs together",
        "s",
        footer=True,
    ),
    Key("write", "w", "write", "write", "Write a report to a file: web page, Word, sheet, memo", "w", footer=True),
    Key("layout", "o", "next_layout", "layout", "Next layout: what stands opposite what", "o", footer=True),
    Key("fold", "enter", "fold", "", "Unfold or fold the paragraphs left out (⏎ stands there)", "enter"),
    Key("paragraph", "p", "ask_paragraph", "paragraph", "Go to a paragraph by its number", "p", footer=True),
    Key("level", "b", "bring_level", "level", "Bring the partner level, or put it back", "b", footer=True),
    Key("search", "slash", "search", "search", "Search both articles", "/", footer=True),
    Key("next-match", "n", "seek_match(1)", "", "Next place found", "n"),
    Key("previous-match", "N", "seek_match(-1)", "", "Previous place found", "N"),
    Key("clear", "escape", "clear", "", "Leave the selection, the search, the quotation or the difference", "escape"),
    Key(
        "other-side",
        "tab,shift+tab",
        "other_side",
        "A/B",
        "Go to the other article",
        "tab",
        footer=True,
    ),
    Key("swap", "x", "swap", "", "Exchange left and right", "x"),
    Key("line-down", "down,j", "scroll_rows(1)", "", "One row down", "↓ j"),
    Key("line-up", "up,k", "scroll_rows(-1)", "", "One row up", "↑ k"),
    Key("page-down", "pagedown,space", "scroll_pages(1)", "", "One page down", "page down, space"),
    Key("page-up", "pageup", "scroll_pages(-1)", "", "One page up", "page up"),
    Key("top", "home,g", "go_top", "", "To the beginning", "home g"),
    Key("bottom", "end,G", "go_bottom", "", "To the end", "end G"),
    Key(
        "typography",
        "t",
        "typography",
        "typography",
        "Show or hide what is the same but typed differently",
        "t",
        footer=True,
    ),
    Key("hide", "h", "hide", "", "Hide or show captions, notices, repeated and stray text", "h"),
    Key(
        "copy",
        "y,ctrl+c",
        "copy_current",
        "copy",
        "Copy the selection, the quotation with its verdict, the difference or the paragraphs",
        "y",
        footer=True,
        also="ctrl c",
    ),
    Key("reload", "r", "reload", "", "Read both articles again from the disk", "r"),
    Key("light-dark", "l", "app.light_dark", "", "Dark, light or high-contrast page", "l"),
    Key(
        "help",
        "question_mark,f1",
        "help",
        "help",
        "This help: every sign, colour and key",
        "?",
        footer=True,
        also="f1",
    ),
    Key("suspend", "ctrl+z", "app.suspend_process", "", "Back to the shell for a while; fg returns", "ctrl z"),
    Key(
        "library",
        "L",
        "app.library",
        "",
        "Library: choose another article in place of the one in which the keys move",
        "L",
    ),
    Key(
        "statements",
        "S",
        "app.statements",
        "",
        "Statements across all articles of the library, beginning with the quotation at which you are",
        "S",
    ),
    Key("quit", "q", "app.leave_reader", "quit", "Leave Copyholder, or back to the library", "q", footer=True),
)

KEPT = (
    "help",
    "quit",
    "next-difference",
    "next-quotation",
    "other-side",
    "accept",
    "quotations",
    "flag",
    "next-unreviewed",
    "layout",
    "search",
    "next-moved",
    "level",
    "typography",
    "copy",
    "note",
    "verify",
    "set-right",
    "write",
    "undo",
    "index-go",
    "index-close",
    "index-help",
    "index-accept",
    "index-flag",
    "index-verify",
    "index-note",
    "index-copy",
    "index-filter",
)
"""The keys that the last line shows first where there isn't room for all."""

KEPT_AT_QUOTATION = (
    "help",
    "quit",
    "next-quotation",
    "accept",
    "flag",
    "next-unreviewed",
    "other-side",
    "verify",
    "note",
    "set-right",
    *(name for name in KEPT if name in {"quotations", "next-difference", "layout", "search", "copy", "undo"}),
)
"""The same while a quotation is current."""

PALETTE_KEY = Key("palette", "ctrl+p", "app.command_palette", "", "Find a command by name", "ctrl p")

HELP_KEYS = (
    Key(
        "help-close",
        "escape,q,question_mark,f1",
        "dismiss",
        "close help",
        "Close the help",
        "escape",
        footer=True,
    ),
    Key("help-down", "down,j", "scroll_rows(1)", "", "One row down", "↓ j"),
    Key("help-up", "up,k", "scroll_rows(-1)", "", "One row up", "↑ k"),
    Key("help-page-down", "pagedown,space", "scroll_pages(1)", "scroll", "One page down", "space", footer=True),
    Key("help-page-up", "pageup", "scroll_pages(-1)", "", "One page up", "page up"),
)

INDEX_KEYS = (
    Key("index-go", "enter", "choose", "go there", "Go to this quotation in the panes", "enter", footer=True),
    Key("index-close", "escape,i,q", "leave", "back", "Back to where you were", "escape", footer=True, also="i q"),
    Key("index-down", "down,j", "move(1)", "", "Next quotation", "↓ j"),
    Key("index-up", "up,k", "move(-1)", "", "Previous quotation", "↑ k"),
    Key("index-page-down", "pagedown", "move_pages(1)", "", "One page down", "page down"),
    Key("index-page-up", "pageup", "move_pages(-1)", "", "One page up", "page up"),
    Key("index-top", "home,g", "move_to(0)", "", "To the first", "home g"),
    Key("index-bottom", "end,G", "move_to(-1)", "", "To the last", "end G"),
    Key("index-filter", "right,tab", "filter(1)", "filter", "Next choice of verdicts", "→", footer=True, also="tab"),
    Key("index-filter-back", "left,shift+tab", "filter(-1)", "", "Previous choice of verdicts", "←"),
    Key("index-order", "o", "order", "order", "Gravest first, or in reading order", "o", footer=True),
    Key("index-accept", "a", "decide('accepted')", "accept", "Accept it: it is right as it stands", "a", footer=True),
    Key("index-flag", "f", "decide('flagged')", "flag", "Flag it: something is wrong", "f", footer=True),
    Key("index-verify", "v", "decide('queried')", "verify", "Put it off: it is to be verified later", "v", footer=True),
    Key("index-note", "e", "note", "note", "Write or edit the note on it", "e", footer=True),
    Key(
        "index-unmark",
        "backspace,delete",
        "unmark",
        "",
        "Clear the decision on it; where there is none, the note",
        "backspace",
    ),
    Key("index-confirm", "K", "confirm", "", "Confirm that a mark found elsewhere (¿) belongs there", "K"),
    Key("index-undo", "z", "undo", "undo", "Undo the last mark, note or correction", "z", footer=True),
    Key("index-redo", "Z", "redo", "", "Do again what was undone", "Z"),
    Key("next-index-unreviewed", "u", "seek_unreviewed(1)", "", "Next quotation not reviewed", "u"),
    Key("previous-index-unreviewed", "U", "seek_unreviewed(-1)", "", "Previous quotation not reviewed", "U"),
    Key("index-more", "space", "more", "more", "The rest of the comparison, where it is long", "space", footer=True),
    Key(
        "index-copy",
        "y,ctrl+c",
        "copy",
        "copy",
        "Copy both wordings with their speakers and the verdict",
        "y",
        footer=True,
        also="ctrl c",
    ),
    Key("index-help", "question_mark,f1", "help", "help", "What the signs mean", "?", footer=True, also="f1"),
)

SEARCH_KEYS = (
    Key("search-close", "escape", "close", "close", "Close the search and forget it", "escape", footer=True),
)

PARAGRAPH_KEYS = (Key("paragraph-close", "escape", "close", "close", "Stay where you are", "escape", footer=True),)

FIELD_KEYS = (
    Key("field-go", "enter", "submit", "go there", "Go to the place, back on the page", "enter", footer=True),
)
