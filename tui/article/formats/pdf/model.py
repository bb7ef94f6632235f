"""What stands on the pages of a PDF document; y grows downward, units are points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page.

    Attributes:
        x0: Left edge.
        x1: Right edge.
        top: Upper edge, from the top of the page.
        bottom: Lower edge, from the top of the page.
    """

    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a piece of one.

    Attributes:
        text: Its words.
        x0: Where its text begins; a larger initial stands before it.
        x1: Where it ends.
        top: The upper edge of most of its letters.
        bottom: Their lower edge.
        size: The size of most of its letters.
        opening: The width of its first word.
        bold: Whether nearly all of it is bold.
        page: The page it stands on, from 0.
        initial: Whether a larger letter begins it.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    opening: float = 0.0
    bold: bool = False
    page: int = 0
    initial: bool = False

    @property
    def letter(self) -> float:
        """The mean width of a letter."""
        return (self.x1 - self.x0) / max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class Page:
    """A page as printed.

    Attributes:
        width: Its width.
        height: Its height.
        lines: In no certain order.
        pictures: Where pictures stand.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    pictures: tuple[Box, ...] = ()
