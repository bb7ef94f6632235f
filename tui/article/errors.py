"""The one error this room raises: an article that can't be read, in words for a person."""

from __future__ import annotations


class ArticleError(Exception):
    """An article can't be read.

    Attributes:
        what: The source as the reporter gave it, with nothing in it that a terminal would act on.
        why: One plain clause: what is wrong and what to do about it.
    """

    def __init__(self, what: str, why: str) -> None:
        self.what = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in what)
        self.why = why
        super().__init__(f"{self.what}: {why}")
