"""What this room tells a person when marks can't be kept, sent or taken in."""

from __future__ import annotations


class ReviewError(ValueError):
    """Marks can't be read, kept, exported or imported; the message tells a person why and what to do, in one clause."""

    def __init__(self, why: str) -> None:
        super().__init__("".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in why))


class StoreError(ReviewError):
    """The file of marks can't be used as it is.

    Attributes:
        passing: It may be well in a moment (another program holds the file, the disk is full): worth another try.
        damaged: What the file holds is broken.
    """

    def __init__(self, why: str, *, passing: bool = False, damaged: bool = False) -> None:
        self.passing = passing
        self.damaged = damaged
        super().__init__(why)
