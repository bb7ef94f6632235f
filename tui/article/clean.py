"""Decoded text becomes harmless text: nothing in it moves a cursor, turns the direction of reading or hides.

What is not harmful stays as it is, character for character, so that offsets into a clean file are
offsets into the article.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# A string sequence (title, link, ...) is removed with what it carries only where its end stands on the same
# line and near: an unterminated one must not swallow the article. Every alternative stops at ESC, so the
# search is linear on any input.
_ESCAPE = re.compile(
    r"""
      (?:\x1b\[|\x9b) [0-?]* [ -/]* [@-~]?                                             # CSI: colours, cursor
    | (?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f]) [^\x07\x1b\x9c\r\n]{0,4096} (?:\x07|\x1b\\|\x9c)  # OSC
    | \x1b\][0-9]*;?                                                                   # OSC without an end
    | \x1b [ -/]* [0-~]?                                                               # the short ones
    """,
    re.VERBOSE,
)

_LINE_END = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")

_REMOVED = [
    *range(0x09),
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
]
_HARMFUL = re.compile("[\t\x0c\ud800-\udfff" + "".join(map(chr, _REMOVED)) + "]")
_REPLACED: dict[str, str] = dict.fromkeys(map(chr, _REMOVED), "") | {"\t": " ", "\x0c": "\n\n"}


def clean(text: str) -> str:
    r"""The text without controls, escape sequences and bidi controls, every line end as "\n".

    A tab becomes one space, a form feed a blank line, a lone surrogate U+FFFD; joiners and soft hyphens stay.
    """
    if "\x1b" in text or any(opener in text for opener in "\x9b\x9d\x90\x98\x9e\x9f"):
        text = _ESCAPE.sub("", text)
    text = _LINE_END.sub("\n", text)
    return _HARMFUL.sub(lambda found: _REPLACED.get(found[0], REPLACEMENT), text)
