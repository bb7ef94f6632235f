"""Which words say something by themselves, and which only hold others together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL = frozenset(
    """
    the a an of and or to in on at for by with from is are was were be been it its he she they we you i that this
    these those as but not no so do did has have had will would can could his her their our your my me us them if
    der die das und zu den von mit ist es ein eine für auf im dem sich des nicht er sie wir ich
    le la les de du et en un une est que qui à il elle nous vous je ce pour dans sur pas ne au aux se
    el los las y una por con para lo su al
    """.split()  # noqa: SIM905 - a list read as words is easier to keep
)


def has_content(key: str) -> bool:
    """Whether a word says something by itself."""
    return key not in _SMALL and (len(key) > 2 or not key.isascii() or key.isdigit())


def word_count(keys: Iterable[str]) -> float:
    """How many words these are; two letters of a script without spaces make about one."""
    return sum(0.5 if is_unspaced(key) else 1.0 for key in keys)
