"""Which of several versions of a statement the others are compared with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.quotation.judging.credit import same_speaker
from tui.quotation.judging.judge import judge
from tui.quotation.model import EditKind, Finding
from tui.quotation.sharing import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.article import Article
    from tui.quotation.judging.words import QuotedWords
    from tui.quotation.model import Attribution, Edit
    from tui.quotation.sharing import Quoted

NEARLY = 0.15
"""The share of the most words that a version may lack to be as full as the longest; one word always."""

FEW = 3
"""Fewer articles than these are no majority."""

PHRASE = 3
"""So many words gone at either end cut a statement; fewer are a word left out."""


@dataclass(frozen=True, slots=True)
class Version:
    """A statement as one article prints it.

    Attributes:
        words: Its words.
        size: How many.
        printed: What they are compared by, parted by spaces.
        parts: The same for each quotation of the statement.
        pieces: In how many pieces it stands, between marks and what interrupts them.
        speaker: To whom the article gives them.
    """

    words: QuotedWords
    size: int
    printed: str = field(repr=False)
    parts: tuple[str, ...] = field(repr=False)
    pieces: int
    speaker: Attribution

    @classmethod
    def of(cls, parts: Sequence[Quoted], article: Article) -> Version:
        """The version that these quotations of an article make up."""
        words = words_of(parts, article.text)
        told = [one.quotation.attribution for one in parts]
        return cls(
            words,
            sum(len(one.words) for one in parts),
            _printed(words.keys),
            tuple(_printed(one.words.keys) for one in parts),
            sum(len(one.quotation.words) for one in parts),
            next((one for one in told if one.speaker), told[0]),
        )

    def agrees_with(self, other: Version) -> bool:
        """Whether the other has nothing but these words, in this order, and gives them to the same speaker."""
        if self.speaker != other.speaker and not same_speaker(self.speaker, other.speaker, ()):
            return False
        at = 0
        for part in other.parts:
            at = self.printed.find(part, at)
            if at < 0:
                return False
            at += len(part) - 1
        return True


def fullest_of(versions: Mapping[int, Version]) -> int:
    """The article with the version that an editor would hold the others against.

    That is the one of most words. But where one article alone put a word in, or gave the words to another speaker, it
    is the version that more articles agree with, if it is whole and nearly as long; of as many words, the version whose
    words most articles have. Of the same words it is what stands in one piece, then what the first article has.

    Args:
        versions: By index of the article.
    """
    chosen = versions[_chosen(versions)]
    same = [
        index
        for index, one in versions.items()
        if one.printed == chosen.printed and (one.speaker == chosen.speaker or chosen.agrees_with(one))
    ]
    return min(same, key=lambda index: (versions[index].pieces, index))


def _chosen(versions: Mapping[int, Version]) -> int:
    if len(versions) < FEW:
        return max(versions, key=lambda index: (versions[index].size, -index))
    holders = Counter(key for one in versions.values() for key in {*one.words.keys})
    common = {index: sum(holders[key] for key in {*one.words.keys}) for index, one in versions.items()}
    longest = max(versions, key=lambda index: (versions[index].size, common[index], -index))
    most = versions[longest]
    agreeing: dict[tuple[str, Attribution], int] = {}

    def agreement(one: Version) -> int:
        kind = (one.printed, one.speaker)
        if kind not in agreeing:
            agreeing[kind] = sum(one.agrees_with(other) for other in versions.values())
        return agreeing[kind]

    rivals = {
        index: agreement(one)
        for index, one in versions.items()
        if one.size >= most.size - max(1, NEARLY * most.size) and agreement(one) > agreement(most)
    }
    cut: dict[str, bool] = {most.printed: False}
    for index in sorted(rivals, key=lambda index: (-rivals[index], -versions[index].size, -common[index], index)):
        one = versions[index]
        if one.printed not in cut:
            cut[one.printed] = is_cut(most.words, one.words)
        if not cut[one.printed]:
            return index
    return longest


def is_cut(whole: QuotedWords, words: QuotedWords) -> bool:
    """Whether a version lacks the beginning or the end of another one."""
    judgement = judge(whole, words)
    return Finding.TRUNCATED in judgement.findings or lacks_an_end(judgement.edits, whole)


def lacks_an_end(edits: Sequence[Edit], words: QuotedWords) -> bool:
    """Whether a phrase is gone at the beginning or the end, be it marked, or too weighty for a mere cut.

    Args:
        edits: How other words differ from these, which are on the left.
        words: The whole statement.
    """
    if not len(words):
        return False
    first, last = words.words[0].start, words.words[-1].end
    return any(
        edit.kind in {EditKind.DROPPED, EditKind.ELLIPSIS}
        and edit.left_span is not None
        and len(edit.left.split()) >= PHRASE
        and (edit.left_span[0] <= first or edit.left_span[1] >= last)
        for edit in edits
    )


def _printed(keys: Sequence[str]) -> str:
    return f" {' '.join(keys)} "
