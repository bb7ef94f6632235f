"""Pairs of articles made with a known history, and how many of their words get the status that the history says."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from tui.article import article_from_text, read_article
from tui.collation import Collation, Span, Status, collate
from tui.text import tokenize

HERE = Path(__file__).parent

EDITED, MOVED, DELETED, NEW = 0.30, 0.10, 0.10, 0.10
"""Shares of the paragraphs that each operation befalls."""

FEWEST_PARAGRAPHS = 6
"""Shorter articles, and those of scripts without spaces, take no part."""

LEFT_OUT = None
"""What is expected of a word that the clean-up for reading may join to a change: nothing."""

Expected = list[Status | None]

_BETWEEN_WORDS = re.compile(r"\s+(?!(?<=\d\s)(?:\d{3}\b|%))")  # not the space in "95 000" or "5 %"


@dataclass(frozen=True, slots=True)
class History:
    """Two versions of an article, and the status that each word of them should have."""

    left: str
    right: str
    left_expected: Expected
    right_expected: Expected


@dataclass(frozen=True, slots=True)
class _Passage:
    """A paragraph as a list of words and what is expected of each."""

    words: list[str]
    expected: Expected


def make_history(paragraphs: list[str], strange: list[str], chance: random.Random) -> History:
    """Rewrite an article: edit, move, delete and add paragraphs, and note what became of each word.

    Args:
        paragraphs: The article.
        strange: Paragraphs of other stories, for new text.
        chance: The source of chance.
    """
    lefts: list[_Passage] = []
    rights: list[_Passage] = []
    moved: list[_Passage] = []
    vocabulary = [word for paragraph in strange for word in _BETWEEN_WORDS.split(paragraph)]
    for paragraph in paragraphs:
        words = _BETWEEN_WORDS.split(paragraph)
        fate = chance.random()
        if fate < DELETED:
            lefts.append(_Passage(words, [Status.UNIQUE] * len(words)))
        elif fate < DELETED + MOVED:
            passage = _Passage(words, [Status.MOVED] * len(words))
            lefts.append(passage)
            moved.append(passage)
        elif fate < DELETED + MOVED + EDITED:
            left, right = _edit(words, vocabulary, chance)
            lefts.append(left)
            rights.append(right)
        else:
            passage = _Passage(words, [Status.SAME] * len(words))
            lefts.append(passage)
            rights.append(passage)
        if chance.random() < NEW:
            new = _BETWEEN_WORDS.split(chance.choice(strange))
            rights.append(_Passage(new, [Status.UNIQUE] * len(new)))
    _put_elsewhere(rights, lefts, moved, chance)
    return History(_text(lefts), _text(rights), _expected(lefts), _expected(rights))


def _put_elsewhere(rights: list[_Passage], lefts: list[_Passage], moved: list[_Passage], chance: random.Random) -> None:
    """Set each moved paragraph down at least a third of the article away, so that it is the one that moved."""
    for passage in moved:
        home = lefts.index(passage) / len(lefts)
        places = [at for at in range(len(rights) + 1) if abs(at / (len(rights) + 1) - home) > 1 / 3]
        rights.insert(chance.choice(places), passage)


def _edit(words: list[str], vocabulary: list[str], chance: random.Random) -> tuple[_Passage, _Passage]:
    left, right = _Passage([], []), _Passage([], [])
    at = 0
    while at < len(words):
        stay = min(len(words) - at, chance.randint(5, 14))
        expected: Expected = [Status.SAME if stay > 2 else LEFT_OUT] * stay
        left.words.extend(words[at : at + stay])
        right.words.extend(words[at : at + stay])
        left.expected.extend(expected)
        right.expected.extend(expected)
        at += stay
        if at >= len(words):
            break
        gone = words[at : at + chance.choice((0, 1, 1, 2, 3))]
        come = chance.choices(vocabulary, k=chance.choice((0, 1, 1, 2, 3)))
        both = bool(gone) and bool(come)
        left.words.extend(gone)
        right.words.extend(come)
        left.expected.extend([Status.CHANGED if both else Status.UNIQUE] * len(gone))
        right.expected.extend([Status.CHANGED if both else Status.UNIQUE] * len(come))
        at += len(gone)
    return left, right


def _text(passages: list[_Passage]) -> str:
    return "\n\n".join(" ".join(passage.words) for passage in passages)


def _expected(passages: list[_Passage]) -> Expected:
    """One entry a word of the program's, where the history counts by white space."""
    return [
        expected
        for passage in passages
        for word, expected in zip(passage.words, passage.expected, strict=True)
        for _ in tokenize(word).starts
    ]


def count_right(collation: Collation, history: History) -> tuple[int, int]:
    """How many words have the status that the history says, and how many were asked about."""
    right = asked = 0
    for text, spans, expected in (
        (history.left, collation.left_spans, history.left_expected),
        (history.right, collation.right_spans, history.right_expected),
    ):
        statuses = _statuses(text, spans)
        assert len(statuses) == len(expected)
        for status, wanted in zip(statuses, expected, strict=True):
            if wanted is not LEFT_OUT:
                asked += 1
                right += status is wanted
    return right, asked


def _statuses(text: str, spans: tuple[Span, ...]) -> list[Status]:
    found: list[Status] = []
    remaining = iter(spans)
    span = next(remaining)
    for start in tokenize(text).starts:
        while start >= span.end:
            span = next(remaining)
        found.append(span.status)
    return found


def histories(rounds: int = 3) -> list[History]:
    """Histories of articles put together from several stories, each seeded by its number."""
    folders = sorted(folder for folder in (HERE / "articles").iterdir() if folder.is_dir())
    stories = [story for story in map(_paragraphs, folders) if len(story) >= FEWEST_PARAGRAPHS]
    made = []
    for number in range(rounds * len(stories)):
        chance = random.Random(number)
        story = number % len(stories)
        strange = [paragraph for other in (story + 1, story + 2) for paragraph in stories[other % len(stories)]]
        made.append(make_history(stories[story], strange, chance))
    return made


def _paragraphs(folder: Path) -> list[str]:
    article = read_article(str(min(folder.glob("*.txt"))))
    found = [article.words_of(index) for index in range(len(article.paragraphs))]
    return [paragraph for paragraph in found if len(paragraph.split()) > 7]


def share_right() -> float:
    """The share of words with the right status over all histories."""
    right = asked = 0
    for history in histories():
        collation = collate(article_from_text(history.left), article_from_text(history.right))
        hits, words = count_right(collation, history)
        right += hits
        asked += words
    return right / asked


if __name__ == "__main__":
    print(f"words with the right status: {share_right():.4f}")
