"""Where paragraphs begin and end."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.text import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.article.model import Range

_BLANK_LINES = re.compile(r"\n\s*\n")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？｡؟।॥][\"'’”»›“‘)\]』」）]*\Z")
_WIDE = lazily(r"[\u0e00-\u0eff\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")

_LONG_LINE = 60  # a line this long is a paragraph of its own rather than a list item; half in wide scripts
_NARROWEST, _WIDEST = 24, 160  # columns that hard-wrapped text is wrapped to


def split_paragraphs(text: str) -> list[Range]:
    """The ranges of the paragraphs of a clean text, in order, without surrounding white space.

    Blank lines part paragraphs; where there are none, single newlines do, unless the lines are hard-wrapped:
    then a line that leaves room for the next word, or an indented next line, ends the paragraph.
    """
    blocks = list(_trimmed(text, _between(_BLANK_LINES, text)))
    if len(blocks) == 1:
        return _split_block(text, blocks[0])
    if len(blocks) <= 3:
        return [
            part
            for block in blocks
            for part in (_lines(text, block) if _is_list_of_paragraphs(text, block) else [block])
        ]
    return blocks


def ends_sentence(line: str) -> bool:
    """Whether the line ends with a full stop or its like, closing marks aside."""
    return _ENDS_SENTENCE.search(line[-8:].rstrip()) is not None


def _between(separator: re.Pattern[str], text: str) -> Iterator[Range]:
    start = 0
    for found in separator.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _trimmed(text: str, ranges: Iterable[Range]) -> Iterator[Range]:
    for start, end in ranges:
        part = text[start:end]
        kept = part.lstrip()
        start += len(part) - len(kept)
        kept = kept.rstrip()
        if kept:
            yield start, start + len(kept)


def _lines(text: str, block: Range) -> list[Range]:
    start = block[0]
    found: list[Range] = []
    for line in text[start : block[1]].split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return list(_trimmed(text, found))


def _is_long(line: str) -> bool:
    return len(line) >= _LONG_LINE or (len(line) >= _LONG_LINE // 2 and _WIDE().search(line) is not None)


def _is_list_of_paragraphs(text: str, block: Range) -> bool:
    """Whether the lines of a block are paragraphs: five or more long ones, most of them ending a sentence."""
    long = [text[start:end] for start, end in _lines(text, block) if _is_long(text[start:end])]
    return len(long) >= 5 and sum(map(ends_sentence, long)) * 2 > len(long)


def _split_block(text: str, block: Range) -> list[Range]:
    lines = _lines(text, block)
    shown = [text[start:end] for start, end in lines]
    width = _wrapped_width(shown)
    if width is None:
        return lines
    indents = [start - text.rfind("\n", 0, start) - 1 for start, _ in lines]
    usual = sorted(indents)[len(indents) // 2]
    found = [lines[0]]
    for index in range(1, len(lines)):
        indented = indents[index] > usual
        if indented or shown[index].startswith("•") or _ends_paragraph(shown[index - 1], shown[index], width):
            found.append(lines[index])
        else:
            found[-1] = (found[-1][0], lines[index][1])
    return found


def _room_needed(line: str, following: str) -> int:
    """Columns the line would take with the first word of the following line on it."""
    if _WIDE().match(following):
        return len(line) + 2  # no spaces, and a line may not begin with a stop: two characters at most
    return len(line) + 1 + len(following.split(maxsplit=1)[0])


def _wrapped_width(lines: list[str]) -> int | None:
    """The column the lines are wrapped to, or None where they aren't hard-wrapped."""
    if len(lines) < 4:
        return None
    width = max(map(len, lines))
    wide = any(map(_WIDE().search, lines[:20]))
    if not (_NARROWEST // 2 if wide else _NARROWEST) <= width <= _WIDEST:
        return None
    full = sum(_room_needed(line, following) > width for line, following in pairwise(lines))
    unfinished = sum(not ends_sentence(line) for line in lines[:-1])
    breaks = len(lines) - 1
    return width if full * 2 >= breaks and unfinished * 2 >= breaks else None


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    spare = width - _room_needed(line, following)
    return spare >= max(6, width // 8) or (spare >= 0 and ends_sentence(line))
