"""Colour and weight for a terminal: the only place in the reports that writes an escape sequence.

Blue is the left article and orange the right one; a difference is also underlined or bold, so that nothing is
said by colour alone. Never red and green: neither article is the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.report.lines import cell_width

_ESCAPE = re.compile(r"\x1b\[[\d;]*m")
_LEFT = "38;5;32"  # a blue and an orange that can be read on dark and on light grounds
_RIGHT = "38;5;166"


@dataclass(frozen=True, slots=True)
class Painter:
    """Sets text off, or leaves it as it is where no colour is wanted.

    Attributes:
        color: Whether escape sequences may be written.
    """

    color: bool

    def strong(self, text: str) -> str:
        """A heading, or words that deserve the eye."""
        return self._set(text, "1")

    def quiet(self, text: str) -> str:
        """What may be passed over: notes, boilerplate, repeats."""
        return self._set(text, "2")

    def side(self, text: str, *, left: bool) -> str:
        """Words in the quiet colour of their side."""
        return self._set(text, _LEFT if left else _RIGHT)

    def changed(self, text: str, *, left: bool) -> str:
        """Words that other words stand opposite to."""
        return self._set(text, f"4;{_LEFT if left else _RIGHT}")

    def unique(self, text: str, *, left: bool) -> str:
        """Words that nothing stands opposite to."""
        return self._set(text, f"1;4;{_LEFT if left else _RIGHT}")

    def moved(self, text: str) -> str:
        """Words that stand elsewhere in the other article."""
        return self._set(text, "3;4")

    def _set(self, text: str, codes: str) -> str:
        return f"\x1b[{codes}m{text}\x1b[0m" if self.color and text else text


def visible_width(text: str) -> int:
    """Cells that painted text takes."""
    return cell_width(_ESCAPE.sub("", text) if "\x1b" in text else text)
