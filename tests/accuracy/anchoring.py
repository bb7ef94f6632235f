"""How well the words of marks are found again in articles edited at random, where it is known what became of each word.

`python -m tests.accuracy.anchoring [SEED ...]` prints the figures by what was marked and by how much was edited; with
`--wrong` each mark that was lost, or put on words that aren't its own.
"""

from __future__ import annotations

import argparse
import functools
import random
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from tests.samples import GAP, make_article
from tui.article import Article, read_article
from tui.quotation import find_quotations
from tui.review import Anchor, Found, Located, Mark, MarkKind, Subject
from tui.review.anchors import CONTEXT, anchor_of
from tui.review.locating import locate_marks
from tui.text import is_unspaced, tokenize, unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Range

ROOT = Path(__file__).parent.parent.parent
SPACED, UNSPACED = "spaced", "unspaced"
KINDS = ("quotation", "paragraph", "phrase")
RATES = (0.0, 0.05, 0.15, 0.30)
MOVED, DELETED, NEW = 0.15, 0.04, 0.08
"""Shares of the paragraphs that are moved, deleted, and that a new one follows, whatever the rate."""

REPLACED, DROPPED = 0.6, 0.2
"""Shares of the edits of words; the others insert one."""

INVENTED = 0.3
"""Share of the new words that nobody has used yet."""

LONGEST_PHRASE = 8
PHRASES = 60
"""Phrases of 1 to LONGEST_PHRASE words, from anywhere in an article."""

BESIDE, ALIKE = 6, 0.6
"""Two places of an article are copies where so many words beside a word of each are so much alike."""

ENOUGH_KEPT = 0.5
"""A mark that keeps so many of its words should be found."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An article after it was edited.

    Attributes:
        old: What it was.
        article: What it is now.
        kept: Where each word of the old one stands that is still there, by its index among the words.
        stands_for: The same, and for a word that was replaced the word that took its place.
    """

    old: Article
    article: Article
    kept: dict[int, Range]
    stands_for: dict[int, Range]

    def is_copy(self, words: Sequence[int], found: Range) -> bool:
        """Whether a place holds words that were, in the old article, a copy of these and of those beside them."""
        there = [word for word, place in self.kept.items() if _lies_in(place, found)]
        if not there:
            return False
        return self._alike(words[0], min(there)) or self._alike(words[-1], max(there))

    def _alike(self, one: int, other: int) -> bool:
        keys = tokenize(self.old.text).keys
        here, there = (keys[max(0, at - BESIDE) : at + BESIDE + 1] for at in (one, other))
        return Indel.normalized_similarity(here, there) >= ALIKE


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word of an article being edited, with what stands before and after it.

    Attributes:
        before: What parts it from the word before it.
        word: The word as it is now; empty where it was dropped.
        old: Its index among the words of the old article, or None.
        kept: Whether it still is that word.
    """

    before: str
    word: str
    old: int | None
    kept: bool


def edit_article(article: Article, strange: Article, rate: float, chance: random.Random) -> Edited:
    """Move, delete and add paragraphs, and change words.

    Args:
        article: The article.
        strange: Another one, for new paragraphs.
        rate: The share of the words that change.
        chance: The source of chance.
    """
    tokens = tokenize(article.text)
    vocabulary = [article.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    paragraphs: list[list[_Piece]] = []
    moved: list[list[_Piece]] = []
    for paragraph in article.paragraphs:
        pieces = _edit(_pieces(article.text, (paragraph.start, paragraph.end)), vocabulary, rate, chance)
        fate = chance.random()
        if fate < MOVED:
            moved.append(pieces)
        elif fate >= MOVED + DELETED:
            paragraphs.append(pieces)
        if chance.random() < NEW:
            index = chance.randrange(len(strange.paragraphs))
            paragraphs.append([_Piece("", strange.words_of(index), None, kept=False)])
    for pieces in moved:
        paragraphs.insert(chance.randint(0, len(paragraphs)), pieces)
    return _written(article, paragraphs)


def _pieces(text: str, within: Range) -> list[_Piece]:
    tokens = tokenize(text)
    first, last = bisect_left(tokens.starts, within[0]), bisect_left(tokens.starts, within[1])
    pieces: list[_Piece] = []
    at = within[0]
    for index in range(first, last):
        pieces.append(
            _Piece(text[at : tokens.starts[index]], text[tokens.starts[index] : tokens.ends[index]], index, kept=True)
        )
        at = tokens.ends[index]
    return [*pieces, _Piece(text[at : within[1]], "", None, kept=False)]


def _edit(pieces: list[_Piece], vocabulary: Sequence[str], rate: float, chance: random.Random) -> list[_Piece]:
    edited: list[_Piece] = []
    for piece in pieces:
        if not piece.word or chance.random() >= rate:
            edited.append(piece)
            continue
        fate, new = chance.random(), _new_word(piece.word, vocabulary, chance)
        if fate < REPLACED:
            edited.append(_Piece(piece.before, new, piece.old, kept=False))
        elif fate < REPLACED + DROPPED:
            edited.append(_Piece(piece.before.rstrip(" "), "", None, kept=False))
        else:
            space = "" if is_unspaced(piece.word) else " "
            edited.extend((piece, _Piece(space, new, None, kept=False)))
    return edited


def _new_word(old: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """Another word of the article, or now and then one that nobody has used yet."""
    if not is_unspaced(old) and chance.random() < INVENTED:
        return "".join(chance.choices("bdfgklmnprstvz", k=4)) + chance.choice("aeiou")
    while True:
        new = chance.choice(vocabulary)
        if new.casefold() != old.casefold():
            return new


def _written(article: Article, paragraphs: list[list[_Piece]]) -> Edited:
    kept: dict[int, Range] = {}
    stands_for: dict[int, Range] = {}
    texts: list[str] = []
    start = 0
    for pieces in paragraphs:
        text = ""
        for piece in pieces:
            text += piece.before
            if piece.old is not None:
                place = start + len(text), start + len(text) + len(piece.word)
                stands_for[piece.old] = place
                if piece.kept:
                    kept[piece.old] = place
            text += piece.word
        if text.strip():
            texts.append(text)
            start += len(text) + len(GAP)
    return Edited(article, make_article(texts, source=article.source), kept, stands_for)


@dataclass(frozen=True, slots=True)
class Asked:
    """A mark and the words it is about.

    Attributes:
        kind: What was marked, of KINDS.
        mark: The mark.
        words: Indexes of its words, of each part.
    """

    kind: str
    mark: Mark
    words: tuple[range, ...]


def marks_of(article: Article, chance: random.Random) -> list[Asked]:
    """Marks on every quotation and every paragraph, and on phrases from anywhere."""
    tokens = tokenize(article.text)
    places: list[tuple[str, Subject, Sequence[Range]]] = [
        ("quotation", Subject.QUOTATION, quotation.words) for quotation in find_quotations(article)
    ]
    places += [("paragraph", Subject.PARAGRAPH, ((one.start, one.end),)) for one in article.paragraphs]
    for _ in range(PHRASES):
        first = chance.randrange(len(tokens))
        last = min(len(tokens), first + chance.randint(1, LONGEST_PHRASE)) - 1
        end = next(one.end for one in article.paragraphs if one.end > tokens.starts[first])
        places.append(("phrase", Subject.DIFFERENCE, ((tokens.starts[first], min(end, tokens.ends[last])),)))
    asked: list[Asked] = []
    for kind, subject, ranges in places:
        anchors = tuple(anchor_of(article.text, start, end) for start, end in ranges if start < end)
        words = tuple(_words(article, anchor) for anchor in anchors)
        if any(words):
            asked.append(Asked(kind, Mark("", MarkKind.REVIEW, subject, anchors, ()), words))
    return asked


def _words(article: Article, anchor: Anchor) -> range:
    starts = tokenize(article.text).starts
    return range(bisect_left(starts, anchor.start), bisect_left(starts, anchor.end))


@dataclass(slots=True)
class Figures:
    """What became of marks of one kind at one rate.

    Attributes:
        marks: How many there are.
        due: How many keep enough of their words to be found.
        found: How many of these were found on their own words.
        unsure: How many of these are to be confirmed.
        gone: How many have lost all their words.
        orphaned: How many of these were said to be orphans.
        placed: How many parts were put anywhere.
        wrong: How many of these on words none of which is their own.
        copies: How many more on a passage that was a copy of theirs before anything was edited (a caption printed
            twice): the very words, in the other place.
        overlap: For every mark found, what its range and its words have in common (Dice's coefficient).
        faults: One line a fault.
    """

    marks: int = 0
    due: int = 0
    found: int = 0
    unsure: int = 0
    gone: int = 0
    orphaned: int = 0
    placed: int = 0
    wrong: int = 0
    copies: int = 0
    overlap: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the marks due that were found."""
        return self.found / self.due if self.due else 1.0

    @property
    def wrongly(self) -> float:
        """The share of the places that are wrong."""
        return self.wrong / self.placed if self.placed else 0.0

    @property
    def mean_overlap(self) -> float:
        """How much of range and words is common, on average."""
        return sum(self.overlap) / len(self.overlap) if self.overlap else 1.0

    def add(self, asked: Asked, located: Located, edited: Edited) -> None:
        """Judge one mark by what is known of its words."""
        text = edited.article.text
        words = [word for part in asked.words for word in part]
        kept = [word for word in words if word in edited.kept]
        wrong = [found for found in located.left if not any(_lies_in(edited.kept[word], found) for word in kept)]
        self.marks += 1
        self.placed += len(located.left)
        copies = [found for found in wrong if edited.is_copy(words, found)]
        self.copies += len(copies)
        self.wrong += len(wrong) - len(copies)
        first = asked.mark.left[0]
        told = f"{asked.kind} {first.prefix!r} {[anchor.exact for anchor in asked.mark.left]!r} {first.suffix!r}"
        self.faults += [
            f"{'COPY ' if (start, end) in copies else 'WRONG'} {told} on {text[start:end]!r} "
            f"in {text[max(0, start - CONTEXT) : start]!r} {text[end : end + CONTEXT]!r} {located.found}"
            for start, end in wrong
        ]
        if not kept:
            self.gone += 1
            self.orphaned += located.found is Found.ORPHANED
        if len(kept) >= ENOUGH_KEPT * len(words):
            self.due += 1
            self.unsure += located.found is Found.CHANGED
            if len(wrong) < len(located.left):
                self.found += 1
                self.overlap.append(_overlap(words, located, edited))
            else:
                self.faults.append(f"LOST  {told}")


def _lies_in(place: Range, within: Range) -> bool:
    return within[0] < place[1] and place[0] < within[1]


def _overlap(words: Sequence[int], located: Located, edited: Edited) -> float:
    """Dice's coefficient of the words in the ranges and of those that stand for the old ones; new words don't count."""
    stand = {edited.stands_for[word] for word in words if word in edited.stands_for}
    ranged = {place for place in edited.stands_for.values() if any(_lies_in(place, found) for found in located.left)}
    return 2 * len(stand & ranged) / (len(stand) + len(ranged))


@functools.cache
def articles() -> tuple[Article, ...]:
    """The five seeds, and articles in several languages."""
    stories = ROOT / "tests" / "accuracy" / "articles"
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted(stories.glob("*/*.txt"))]
    return tuple(read_article(str(path)) for path in paths)


Scores = dict[tuple[str, str, float], Figures]
"""Figures by script, kind and rate."""


def score_all(seeds: Sequence[int], among: Sequence[Article], rates: Sequence[float] = RATES) -> Scores:
    """The figures of a round over these articles for each seed."""
    scores: Scores = defaultdict(Figures)
    for seed in seeds:
        for number, article in enumerate(among):
            strange = among[(number + len(among) // 2) % len(among)]
            for rate in rates:
                _score(scores, article, strange, rate, random.Random(f"{seed} {number} {rate}"))
    return scores


def _score(scores: Scores, article: Article, strange: Article, rate: float, chance: random.Random) -> None:
    asked = marks_of(article, chance)
    edited = edit_article(article, strange, rate, chance)
    script = UNSPACED if unit_of(article.text) == "character" else SPACED
    located = locate_marks([one.mark for one in asked], edited.article, edited.article)
    for one, where in zip(asked, located, strict=True):
        scores[script, one.kind, rate].add(one, where, edited)


def table(scores: Scores) -> str:
    """The figures as lines."""
    lines = [
        f"{'edited':>27} {'marks':>6} {'recall':>7} {'unsure':>7} {'wrong':>12} {'copies':>6} overlap  gone orphans"
    ]
    for (script, kind, rate), one in sorted(scores.items()):
        unsure = one.unsure / max(1, one.due)
        lines.append(
            f"{script:9} {kind:10} {rate:6.0%} {one.marks:6} {one.recall:7.2%} {unsure:7.1%} {one.wrong:4} "
            f"{one.wrongly:7.2%} {one.copies:6} {one.mean_overlap:7.3f} {one.gone:5} {one.orphaned:7}"
        )
    return "\n".join(lines)


def _main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", nargs="*", type=int, default=[0])
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    scores = score_all(options.seeds, articles())
    if options.wrong:
        for key, figures in sorted(scores.items()):
            print(*[f"{key[2]:.0%} {fault}" for fault in figures.faults], sep="\n")
    print(table(scores))


if __name__ == "__main__":
    _main()
