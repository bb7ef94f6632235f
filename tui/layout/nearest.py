"""Where the other article says most of what a phrase without words opposite says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.collation import Relation
from tui.layout.model import Side, StopKind
from tui.text import split_sentences, tokenize

if TYPE_CHECKING:
    from tui.article import Article, Range
    from tui.collation import Collation, Link
    from tui.layout.model import Stop

LEAST_WORDS = 2
"""Words of content that a phrase must share before a place elsewhere is named for it."""

_SHORT = 4
_STEM = 5


def nearest_words(collation: Collation, stop: Stop) -> Range | None:
    """The sentence of the other article that has more than half of the content of words said to stand in one only.

    Looked for in the paragraphs linked with the one that has the words, and in those that share a partner with it.

    Args:
        collation: The comparison.
        stop: A stop; only of words without any opposite (UNIQUE) there is something to say.

    Returns:
        The sentence's place in the article without these words, or None.
    """
    if stop.kind is not StopKind.UNIQUE:
        return None
    side = Side.LEFT if stop.left is not None else Side.RIGHT
    here, there = (collation.left, collation.right) if side is Side.LEFT else (collation.right, collation.left)
    words = stop.words(side) or (0, 0)
    wanted = _content(here, words)
    paragraph = sum(one.start <= words[0] for one in here.paragraphs) - 1
    shared, _, sentence = max(
        (
            (len(wanted & _content(there, sentence)), -sentence[0], sentence)
            for other in _akin(collation.links, side, paragraph)
            for sentence in _sentences(there, other)
        ),
        default=(0, 0, None),
    )
    return sentence if shared >= LEAST_WORDS and shared * 2 > len(wanted) else None


def _akin(links: tuple[Link, ...], side: Side, paragraph: int) -> set[int]:
    """The partners of a paragraph, and those of its partners' other partners that share wording."""
    ends = [(link.left, link.right) if side is Side.LEFT else (link.right, link.left) for link in links]
    close = [end for link, end in zip(links, ends, strict=True) if link.relation is not Relation.SIMILAR]
    partners = {there for here, there in ends if here == paragraph}
    beside = {here for here, there in close if there in partners}
    return partners | {there for here, there in close if here in beside}


def _sentences(article: Article, paragraph: int) -> tuple[Range, ...]:
    whole = article.paragraphs[paragraph]
    return split_sentences(article.text, whole.start, whole.end)


def _content(article: Article, words: Range) -> set[str]:
    """The beginnings of the longer words, and the figures; stray matter aside."""
    text, at = "", words[0]
    for start, end in article.noise:
        if at <= start and end <= words[1]:
            text += f"{article.text[at:start]} "
            at = end
    text += article.text[at : words[1]]
    return {key[:_STEM] for key in tokenize(text).keys if len(key) >= _SHORT or any(map(str.isdigit, key))}
