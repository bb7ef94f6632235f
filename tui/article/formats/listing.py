"""The items of one list are one paragraph, each on its line, as a reporter would paste them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article.formats.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

_BULLETED = re.compile(r"(?:[•‣▪●◦■∙]|\*\s)")
_LONGEST_ITEM = 60  # words; longer ones are paragraphs that only bear a sign


def gather_items(parts: Iterable[Part]) -> list[Part]:
    """The parts, with short bulleted ones that follow each other as one."""
    found: list[Part] = []
    for part in parts:
        if found and _is_item(part) and _is_item(found[-1]):
            found[-1] = Part(f"{found[-1].text}\n{part.text}")
        else:
            found.append(part)
    return found


def _is_item(part: Part) -> bool:
    last = part.text.rpartition("\n")[2]
    return part.role is None and _BULLETED.match(part.text) is not None and len(last.split()) <= _LONGEST_ITEM
