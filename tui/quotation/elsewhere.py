"""A quotation without a partner: its words unquoted in the other article, a paraphrase, or nothing."""

from __future__ import annotations

from bisect import bisect_left
from math import log
from typing import TYPE_CHECKING

from tui.quotation.content import has_content
from tui.quotation.model import Unpaired, Verdict
from tui.quotation.passages import haystack
from tui.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.article import Article, Range
    from tui.quotation.passages import Haystack, Passage
    from tui.quotation.sharing import Quoted

WHOLE = 0.75
"""The share of a quotation's words that must stand together to be called the same words, unquoted."""

FEW = 4
"""Of so few words that say something, none may be missing."""

SAME_MATTER = 0.5
"""The share of what a quotation says, weighed by how rare its words are, that a paraphrase must have."""

STEM = 5
"""Letters by which words of one stem are known."""


def find_elsewhere(quoted: Quoted, other: Article) -> Unpaired:
    """What became of a quotation whose words the other article puts between no marks."""
    stack = haystack(other)
    keys = quoted.words.keys
    number = quoted.quotation.number
    passage = next(iter(_unquoted(stack, keys)), None)
    if passage is not None:
        return Unpaired(number, Verdict.UNQUOTED, (stack.starts[passage.first], stack.ends[passage.last - 1]))
    sentence = find_paraphrase(stack, keys)
    if sentence is not None:
        return Unpaired(number, Verdict.PARAPHRASED, sentence)
    return Unpaired(number, Verdict.MISSING)


def _unquoted(stack: Haystack, keys: Sequence[str]) -> Iterator[Passage]:
    if not any(has_content(key) for key in keys):
        return
    content = {at for at, key in enumerate(keys) if has_content(key)}
    for passage in stack.passages(keys):
        held = set(passage.held)
        told = len(content & held) >= (1 if len(content) <= FEW else WHOLE) * len(content)
        if told and len(held) >= WHOLE * len(keys) and passage.last - passage.first <= 2 * len(keys):
            yield passage


def find_paraphrase(stack: Haystack, keys: Sequence[str]) -> Range | None:
    """The sentence that says most of what a quotation says, where one says enough; else None.

    Args:
        stack: The words of the article to look in.
        keys: The quotation's words.
    """
    wanted = {_stem(key) for key in keys if has_content(key)}
    if len(wanted) < 3:
        return None
    weights = _weights(stack, wanted)
    total = sum(weights.values())
    best: tuple[float, Range] | None = None
    for paragraph in stack.article.paragraphs:
        if not paragraph.counts:
            continue
        for start, end in split_sentences(stack.article.text, paragraph.start, paragraph.end):
            first, last = bisect_left(stack.starts, start), bisect_left(stack.starts, end)
            here = {_stem(key) for key in stack.keys[first:last]}
            share = sum(weights[stem] for stem in wanted & here) / total
            if len(wanted & here) >= 3 and (best is None or share > best[0]):
                best = share, (start, end)
    return best[1] if best is not None and best[0] >= SAME_MATTER else None


def _weights(stack: Haystack, stems: set[str]) -> dict[str, float]:
    counts = dict.fromkeys(stems, 0)
    for key in stack.keys:
        stem = _stem(key)
        if stem in counts:
            counts[stem] += 1
    return {stem: 1 / (1 + log(1 + count)) for stem, count in counts.items()}


def _stem(key: str) -> str:
    return key[:STEM]
