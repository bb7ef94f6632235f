"""What this room tells a person when marks can't be kept, sent or taken in."""

from __future__ import annotations


class ReviewError(ValueError):
    """Marks can't be read, kept, exported or imported; the message is one plain sentence for a person."""


class StoreError(ReviewError):
    """The file of marks can't be used as it is.

    Attributes:
        passing: It may be well in a moment (another program holds the file, the disk is full): worth another try.
        damaged: What the file holds is broken.
    """

    def __init__(self, sentence: str, *, passing: bool = False, damaged: bool = False) -> None:
        self.passing = passing
        self.damaged = damaged
        super().__init__(sentence)
