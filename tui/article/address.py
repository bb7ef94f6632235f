"""What is an address on the web."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PATH = re.compile(r"https?://[^/?#]*(?P<path>[^?#]*)", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is an http(s) address rather than a file."""
    return _ADDRESS.match(source) is not None


def path_of(address: str) -> str:
    """The path of an address, whose ending says what kind of document it is."""
    found = _PATH.match(address)
    return found["path"] if found else ""
