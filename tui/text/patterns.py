"""Regular expressions that are compiled when first asked for: most articles never need most of them."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def lazily(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Callable[[], re.Pattern[str]]:
    """A function that gives the compiled pattern, always the same one.

    For patterns over many scripts or many words, which take a millisecond or more to compile, where something
    cheaper tells first that a text has nothing for them.
    """
    return cache(partial(re.compile, pattern, flags))
