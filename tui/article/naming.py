"""What an article is called, on the screen and in every report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.model import Role

if TYPE_CHECKING:
    from tui.article.model import Article

_TAILS = ("'s", "’s", ".", ",", ";", ":", "!", "?", ")")
_LONGEST = 80
"""Characters of the first words that stand for a title: about one line."""


def heading_of(article: Article) -> str:
    """The title on one line, or else the article's first words; "" where there are none either.

    Boilerplate and stray matter are no first words. An ellipsis says that more words follow.
    """
    if article.title:
        return " ".join(article.title.split())
    for paragraph in article.paragraphs:
        if paragraph.role is not Role.BOILERPLATE:
            return _first_words(_without_noise(article, paragraph.start, paragraph.end))
    return ""


def _without_noise(article: Article, start: int, end: int) -> str:
    words = ""
    inside = [(low, high) for low, high in article.noise if start <= low and high <= end]
    for low, high in [*inside, (end, end)]:
        part = " ".join(article.text[start:low].split())
        # What was torn from a word by stray matter goes back to it: "Sanders", stray, "'s".
        words += part if not words or part.startswith(_TAILS) else f" {part}"
        start = high
    return words.strip()


def _first_words(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    cut = words[: _LONGEST + 1]
    whole = cut.rpartition(" ")[0]
    # Scripts without spaces have no last blank near the end.
    return f"{(whole if len(whole) > _LONGEST // 2 else cut[:-1]).rstrip(' ,;:–—-')}…"
