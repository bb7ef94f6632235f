"""The words in which a report speaks to newsrooms; people count from 1."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from tui.article import heading_of
from tui.report.lines import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article, Paragraph

_SPARE = 5  # words that take less room than saying how many aren't shown
_BLANKS = re.compile(r"\s+")


def name_of(article: Article) -> str:
    """What to call an article: its title or first words, or else its file."""
    return harmless(heading_of(article)) or file_of(article)


def file_of(article: Article) -> str:
    """The name of the file an article was read from."""
    if article.source == "-":
        return "standard input"
    return harmless(PurePath(article.source).name or article.source) or "without a name"


def called(article: Article) -> str:
    """An article by its name and, where that is another, its file: "Bridge to close (bad.txt)"."""
    name, file = name_of(article), file_of(article)
    return name if name == file else f"{name} ({file})"


def source_of(article: Article) -> str:
    """Where an article was read from, in full."""
    return "standard input" if article.source == "-" else harmless(article.source)


def flat(text: str) -> str:
    """A passage as one line: any white space is one blank."""
    return _BLANKS.sub(" ", text).strip()


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 word", "2 words"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(part: int, whole: int) -> str:
    """A share as people write it, the same as on the screen; 0 % and 100 % only where that is exact."""
    if whole <= 0 or part <= 0:
        return "0 %"
    share = 100 * part / whole
    if share < 1:
        return "under 1 %"
    return f"{min(99, round(share)) if part < whole else 100} %"


def closed(sentence: str) -> str:
    """Words with a stop, unless they end with one of their own."""
    return sentence if sentence.rstrip("”’\"'»)").endswith((".", "!", "?", "…", "。")) else f"{sentence}."


def listed(items: Sequence[str], last: str = "and") -> str:
    """Items as a sentence lists them: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def quoted(words: str, *, longest: int = 0) -> str:
    """Words between marks, in the marks that they don't hold themselves.

    Args:
        words: The words.
        longest: Words beyond which the middle is left out; 0 for never.

    Returns:
        The words in one pair of marks, or, shortened, the first and the last of them in two, with how many stand
        between: what this program leaves out is never taken for an ellipsis of the article's.
    """
    text = flat(words)
    parts = text.split(" ")
    if not longest or len(parts) <= longest + _SPARE:
        return _between_marks(text)
    tail = longest // 4
    first, last = " ".join(parts[: longest - tail]), " ".join(parts[-tail:])
    return f"{_between_marks(first)} {left_out(len(parts) - longest)} {_between_marks(last)}"


def left_out(words: int) -> str:
    """What stands, outside quotation marks, for words that a report doesn't show."""
    return f"[… {counted(words, 'word')} …]"


def _between_marks(text: str) -> str:
    return f"‘{text}’" if "“" in text or "”" in text else f"“{text}”"


def notes_on(paragraph: Paragraph, *, spoken: bool = False) -> list[str]:
    """What is to be said of a paragraph itself: its role where it is no body, and what it repeats."""
    notes = [] if paragraph.role.value == "body" else [paragraph.role.value]
    if paragraph.duplicate_of is not None:
        sign = "paragraph " if spoken else "¶"
        notes.append(f"repeats {sign}{paragraph.duplicate_of + 1}")
    return notes
