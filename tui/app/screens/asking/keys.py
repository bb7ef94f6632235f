"""The keys of the dialogs. Where words are typed, letters belong to the words.

The last line shows them in this order, as far as there is room: what to answer with and how to leave come first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.app.keymap import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

_LIST_KEYS = (
    ("down", "down", "move(1)", "Next line", "↓"),
    ("up", "up", "move(-1)", "Previous line", "↑"),
    ("page-down", "pagedown", "move_pages(1)", "One page down", "page down"),
    ("page-up", "pageup", "move_pages(-1)", "One page up", "page up"),
)


def _list_keys(prefix: str, *, letters: bool = False) -> tuple[Key, ...]:
    """The keys of a list; with letters where nothing is typed."""
    further = {"down": ",j", "up": ",k"} if letters else {}
    keys = [
        Key(f"{prefix}-{name}", f"{key}{further.get(name, '')}", action, "", told, written)
        for name, key, action, told, written in _LIST_KEYS
    ]
    if letters:
        keys.append(Key(f"{prefix}-first", "home,g", "move_to(0)", "", "To the first", "home g"))
        keys.append(Key(f"{prefix}-last", "end,G", "move_to(-1)", "", "To the last", "end G"))
    return tuple(keys)


ASK_KEYS = (
    Key("ask-yes", "y", "answer(True)", "yes", "Yes", "y", footer=True),
    Key("ask-no", "n", "answer(False)", "no", "No", "n", footer=True),
    Key("ask-leave", "escape,ctrl+q", "leave", "back", "Back, without an answer", "escape", footer=True),
    Key("ask-choose", "enter", "choose", "choose", "The answer that is lit", "enter", footer=True),
    Key("ask-other", "left,right,up,down,tab,shift+tab", "other", "the other", "Light the other answer", "← →"),
)

NOTE_KEYS = (
    Key("note-keep", "ctrl+s,f2", "keep", "keep", "Keep the note", "ctrl s", footer=True, also="f2"),
    Key("note-leave", "escape,ctrl+q", "leave", "leave", "Leave the note as it was", "escape", footer=True),
)

EXPORT_KEYS = (
    Key("export-write", "enter", "write", "write", "Write the file", "enter", footer=True),
    Key("export-leave", "escape", "leave", "back", "Write nothing", "escape", footer=True),
    *_list_keys("export"),
)

PICK_KEYS = (
    Key("pick-choose", "enter", "choose", "choose", "Choose this one", "enter", footer=True),
    Key("pick-leave", "escape", "leave", "back", "Choose nothing", "escape", footer=True),
    *_list_keys("pick"),
    Key("pick-first", "ctrl+home,home", "move_to(0)", "", "To the first", "home"),
    Key("pick-last", "ctrl+end,end", "move_to(-1)", "", "To the last", "end"),
)

CORRECT_KEYS = (
    Key("correct-choose", "enter", "choose", "choose", "Set this right", "enter", footer=True),
    Key("correct-leave", "escape", "leave", "back", "Leave everything as it is", "escape", footer=True),
    *_list_keys("correct"),
)

SPEAKER_KEYS = (
    Key("speaker-choose", "enter", "choose", "choose", "Take the name that is lit", "enter", footer=True),
    Key("speaker-leave", "escape", "leave", "back", "Leave the speaker as it is", "escape", footer=True),
    *_list_keys("speaker"),
)

BOUNDS_KEYS = (
    Key("bounds-keep", "enter", "keep", "keep", "Keep these words", "enter", footer=True),
    Key("bounds-leave", "escape", "leave", "back", "Leave the words as they were", "escape", footer=True),
    Key("bounds-other", "tab,shift+tab", "other_end", "other", "Set the other end", "tab", footer=True),
    Key("bounds-back", "left", "step_words(-1)", "", "One word back", "←"),
    Key("bounds-on", "right", "step_words(1)", "word", "One word on", "← →", footer=True),
    Key("bounds-letter-back", "left_square_bracket,shift+left", "step_letters(-1)", "", "One letter back", "["),
    Key(
        "bounds-letter-on",
        "right_square_bracket,shift+right",
        "step_letters(1)",
        "letter",
        "One letter on",
        "[ ]",
        footer=True,
        also="shift ← →",
    ),
    Key("bounds-sentence-back", "up", "step_sentences(-1)", "", "One sentence back", "↑"),
    Key("bounds-sentence-on", "down", "step_sentences(1)", "sentence", "One sentence on", "↑ ↓", footer=True),
    Key("bounds-first", "home", "to_limit(-1)", "", "As far back as can be", "home"),
    Key("bounds-last", "end", "to_limit(1)", "", "As far on as can be", "end"),
)

MARKS_KEYS = (
    Key("marks-go", "enter", "go", "go", "Go to the words of this mark", "enter", footer=True),
    Key("marks-leave", "escape,q", "leave", "back", "Back to the articles", "escape", footer=True, also="q"),
    Key(
        "marks-confirm",
        "K,c",
        "confirm",
        "confirm",
        "These are the words: confirm the mark",
        "K",
        footer=True,
        also="c",
    ),
    Key("marks-accept", "a", "decide('accepted')", "accept", "Accept it: it is right as it stands", "a", footer=True),
    Key("marks-flag", "f", "decide('flagged')", "flag", "Flag it: something is wrong", "f", footer=True),
    Key("marks-verify", "v", "decide('queried')", "verify", "Put it off: it is to be verified later", "v", footer=True),
    Key("marks-note", "e", "note", "note", "Write or change the note", "e", footer=True),
    Key("marks-clear", "delete,backspace", "clear_mark", "clear", "Take the mark back", "delete", footer=True),
    Key("marks-undo", "z", "undo", "undo", "Undo what was done last", "z", footer=True),
    Key("marks-redo", "Z", "redo", "", "Do again what was undone", "Z"),
    *_list_keys("marks", letters=True),
    Key("marks-more", "space", "more", "more", "The rest of what is told, where it is long", "space", footer=True),
)

EXPLAIN_KEYS = (
    Key(
        "explain-leave",
        "escape,q,question_mark,f1,enter",
        "leave",
        "back",
        "Back to where you were",
        "escape",
        footer=True,
    ),
    Key("explain-down", "down,j", "move(1)", "", "Next line", "↓ j"),
    Key("explain-up", "up,k", "move(-1)", "", "Previous line", "↑ k"),
    Key("explain-page-down", "pagedown,space", "move_pages(1)", "more", "One page down", "space", footer=True),
    Key("explain-page-up", "pageup", "move_pages(-1)", "", "One page up", "page up"),
)

ASKING_KEYS = (
    ASK_KEYS,
    NOTE_KEYS,
    EXPORT_KEYS,
    PICK_KEYS,
    CORRECT_KEYS,
    SPEAKER_KEYS,
    BOUNDS_KEYS,
    MARKS_KEYS,
    EXPLAIN_KEYS,
)
"""The keys of every dialog, for the settings: within one of them no key may do two things."""


def bindings_of(keys: Sequence[Key]) -> list[BindingType]:
    """A dialog's bindings: without priority, because a dialog takes its keys in the order in which they come."""
    return [replace(key.binding(), priority=False) for key in keys]
