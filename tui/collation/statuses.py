"""A status for every word of two linked articles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.collation.align import Block, align, join_small_equalities
from tui.collation.model import Link, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.collation.links import Linked
    from tui.collation.runs import Run
    from tui.collation.witness import Vocabulary, Witness

NOWHERE = -1


@dataclass(slots=True)
class Ledger:
    """Status and counterpart of every word of one side, while they are being found; parallel lists.

    Attributes:
        statuses: One a word.
        first: The first counterpart of each word, as an index of a word on the other side, or NOWHERE.
        last: The last counterpart; the same as `first` but for a changed word.
        strengths: How many words the equality that decided has.
    """

    statuses: list[Status]
    first: list[int]
    last: list[int]
    strengths: list[int]

    @classmethod
    def of_length(cls, words: int) -> Ledger:
        """A ledger in which nothing has a counterpart yet."""
        return cls([Status.UNIQUE] * words, [NOWHERE] * words, [NOWHERE] * words, [0] * words)

    def claim_equal(self, start: int, other: int, length: int, status: Status) -> None:
        """Say that `length` words from `start` are the other side's words from `other`; the longer run wins."""
        for offset in range(length):
            at = start + offset
            if self.strengths[at] < length:
                self.statuses[at] = status
                self.first[at] = self.last[at] = other + offset
                self.strengths[at] = length

    def claim_changed(self, start: int, end: int, other: int, other_end: int) -> None:
        """Say that other words stand opposite these, where nothing better is known of them."""
        if other == other_end:
            return
        for at in range(start, end):
            if self.statuses[at] is Status.UNIQUE:
                self.statuses[at] = Status.CHANGED
                self.first[at], self.last[at] = other, other_end - 1


def classify(left: Witness, right: Witness, vocabulary: Vocabulary, linked: Linked) -> tuple[Ledger, Ledger]:
    """Give every word of both articles its status and its counterpart."""
    ledgers = Ledger.of_length(len(left.ids)), Ledger.of_length(len(right.ids))
    classifier = _Classifier(left, right, vocabulary, linked, *ledgers)
    classifier.run()
    return ledgers


@dataclass(frozen=True, slots=True)
class _Classifier:
    left: Witness
    right: Witness
    vocabulary: Vocabulary
    linked: Linked
    left_ledger: Ledger
    right_ledger: Ledger

    def run(self) -> None:
        changes: list[Block] = []
        in_order = [
            link for link in self.linked.links if not link.moved and link.relation is not Relation.SIMILAR
        ]
        for lefts, rights in components(in_order):
            changes += self._collate(lefts, rights, Status.SAME)
        for link in self.linked.links:
            if link.moved and link.relation is not Relation.SIMILAR:
                changes += self._collate([link.left], [link.right], Status.MOVED, runs=self._runs(link))
        for block in changes:
            self.left_ledger.claim_changed(block.left, block.left_end, block.right, block.right_end)
            self.right_ledger.claim_changed(block.right, block.right_end, block.left, block.left_end)

    def _runs(self, link: Link) -> Sequence[Run]:
        shared = self.linked.wording.get((link.left, link.right))
        return shared.runs if shared else ()

    def _collate(
        self, lefts: Sequence[int], rights: Sequence[int], status: Status, runs: Sequence[Run] = ()
    ) -> list[Block]:
        """Claim what these paragraphs share; give back the changes, in words of the articles."""
        left_words = [at for paragraph in lefts for at in self._range(self.left, paragraph)]
        right_words = [at for paragraph in rights for at in self._range(self.right, paragraph)]
        left_ids = [self.left.ids[at] for at in left_words]
        right_ids = [self.right.ids[at] for at in right_words]
        blocks = align(left_ids, right_ids)
        blocks = join_small_equalities(blocks, left_ids, self.vocabulary.sizes, self.vocabulary.weights, 3.0)
        changes: list[Block] = []
        for block in blocks:
            if block.equal:
                for offset in range(block.left_end - block.left):
                    a, b = left_words[block.left + offset], right_words[block.right + offset]
                    self.left_ledger.claim_equal(a, b, 1, status)
                    self.right_ledger.claim_equal(b, a, 1, status)
            elif block.left < block.left_end and block.right < block.right_end:
                changes.append(
                    Block(
                        False,
                        left_words[block.left],
                        left_words[block.left_end - 1] + 1,
                        right_words[block.right],
                        right_words[block.right_end - 1] + 1,
                    )
                )
        return changes

    @staticmethod
    def _range(side: Witness, paragraph: int) -> range:
        return range(side.bounds[paragraph], side.bounds[paragraph + 1])


def components(links: Iterable[Link]) -> list[tuple[list[int], list[int]]]:
    """Left and right paragraphs that hang together by these links, each list in order."""
    lefts: dict[int, set[int]] = defaultdict(set)
    rights: dict[int, set[int]] = defaultdict(set)
    for link in links:
        lefts[link.left].add(link.right)
        rights[link.right].add(link.left)
    found: list[tuple[list[int], list[int]]] = []
    seen: set[int] = set()
    for start in lefts:
        if start in seen:
            continue
        members: tuple[set[int], set[int]] = ({start}, set())
        waiting = [start]
        while waiting:
            for right in lefts[waiting.pop()] - members[1]:
                members[1].add(right)
                waiting += rights[right] - members[0]
                members[0].update(rights[right])
        seen |= members[0]
        found.append((sorted(members[0]), sorted(members[1])))
    return found
