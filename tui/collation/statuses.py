"""A status for every word of two articles whose paragraphs are linked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from tui.collation.align import align, join_small_equalities
from tui.collation.ledger import Ledger, claim_run
from tui.collation.links import LONG_RUN, LONG_RUN_MASS, is_copy
from tui.collation.model import Link, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tui.collation.links import Linked
    from tui.collation.witness import Vocabulary, Witness
    from tui.collation.wording import Pair

PHRASE = 2.0
"""So many words in a row are a phrase."""

TELLING = 0.9
"""What a phrase that similar paragraphs share weighs at least to be shown, in words as rare as the rarest."""

TELLING_ALONE = 0.7
"""What a single such word weighs at least."""


SHORT_CHANGE = 6
"""So many words are always taken for a change of the words opposite."""

LOPSIDED = 3
"""Beyond this ratio, a longer stretch of words is no change of a shorter one: each stands only on its side."""


def classify(left: Witness, right: Witness, vocabulary: Vocabulary, linked: Linked) -> tuple[Ledger, Ledger]:
    """Give every word of both articles its status and its counterpart.

    Wording in the common order is the same, wording elsewhere moved; then what stands opposite a changed word is
    noted; last, what paragraphs without shared wording have in common with the likest one.
    """
    clerk = _Clerk(left, right, vocabulary, Ledger(len(left.ids)), Ledger(len(right.ids)))
    wording = [link for link in linked.links if link.relation is not Relation.SIMILAR]
    in_order = [link for link in wording if not link.moved]
    changes: list[tuple[_Clerk, _Change]] = []
    kept = {link.left for link in in_order if link.relation is not Relation.PARTIAL}
    for lefts, rights in _passages(in_order, linked.tied.apart):
        found = clerk.enter_in_order(lefts, rights, versions=not kept.isdisjoint(lefts))
        changes += [(clerk, change) for change in found]
    for link in in_order:
        clerk.enter_rearranged(link, linked)
    aside = _clerks_of_copies(clerk)
    for link in wording:
        if link.moved:
            at_work = aside.get((is_copy(left, link.left), is_copy(right, link.right)), clerk)
            changes += [(at_work, change) for change in at_work.enter_moved(link, linked)]
    for at_work, change in changes:
        at_work.enter_change(change)
    for link in _likest(linked.links, linked.tied.together):
        clerk.enter_similar(link)
    return clerk.left_ledger, clerk.right_ledger


def _clerks_of_copies(clerk: _Clerk) -> dict[tuple[bool, bool], _Clerk]:
    """Who enters a copy's links: the copy's words are moved, but those they repeat have nothing to do with it."""
    unheeded = Ledger(len(clerk.left.ids)), Ledger(len(clerk.right.ids))
    return {
        (True, False): replace(clerk, right_ledger=unheeded[1]),
        (False, True): replace(clerk, left_ledger=unheeded[0]),
    }


@dataclass(frozen=True, slots=True)
class _Change:
    """Words that stand opposite each other, by their places in the articles."""

    left: Sequence[int]
    right: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Clerk:
    left: Witness
    right: Witness
    vocabulary: Vocabulary
    left_ledger: Ledger
    right_ledger: Ledger

    def enter_in_order(self, lefts: Sequence[int], rights: Sequence[int], *, versions: bool) -> list[_Change]:
        """Enter paragraphs that hang together in the common order, as one passage against another.

        Args:
            lefts: Paragraphs of the left article.
            rights: Paragraphs of the right article.
            versions: They are versions of one passage. Where they only share a part, longer stretches are no changes of
                each other.
        """
        if len(lefts) == len(rights) == 1 and self.left.words(lefts[0]) == self.right.words(rights[0]):
            left_place, right_place = self.left.places(lefts[0]), self.right.places(rights[0])
            self._claim(left_place.start, right_place.start, len(left_place), Status.SAME)
            return []
        left_places = [at for paragraph in lefts for at in self.left.places(paragraph)]
        right_places = [at for paragraph in rights for at in self.right.places(paragraph)]
        return self._enter_passages(left_places, right_places, Status.SAME, versions=versions)

    def enter_moved(self, link: Link, linked: Linked) -> list[_Change]:
        """Enter two paragraphs that stand elsewhere in the other article.

        Of versions of one passage all words are entered, of others those from the first shared run to the last.
        """
        if link.relation is not Relation.PARTIAL:
            left_places, right_places = self.left.places(link.left), self.right.places(link.right)
        else:
            shared = linked.wording.get((link.left, link.right))
            runs = shared.runs if shared else ()
            if not runs:
                return []
            left_places = range(min(run.left for run in runs), max(run.left + run.length for run in runs))
            right_places = range(min(run.right for run in runs), max(run.right + run.length for run in runs))
        return self._enter_passages(left_places, right_places, Status.MOVED, versions=True)

    def enter_rearranged(self, link: Link, linked: Linked) -> None:
        """Enter passages that stand in the paragraph opposite, but in another place there."""
        shared = linked.wording.get((link.left, link.right))
        for run in shared.runs if shared else ():
            free = [
                offset
                for offset in range(run.length)
                if not self.left_ledger.lengths[run.left + offset] and not self.right_ledger.lengths[run.right + offset]
            ]
            for _, stretch in groupby(enumerate(free), key=lambda pair: pair[1] - pair[0]):
                offsets = [offset for _, offset in stretch]
                words = self.left.ids[run.left + offsets[0] : run.left + offsets[-1] + 1]
                if self.vocabulary.size(words) >= LONG_RUN and self.vocabulary.mass(words) >= LONG_RUN_MASS:
                    self._claim(run.left + offsets[0], run.right + offsets[0], len(offsets), Status.MOVED)

    def enter_change(self, change: _Change) -> None:
        """Enter words that stand opposite each other, each paragraph's against the one opposite that has most."""
        for side, opposite, words, others in (
            (self.left, self.right, change.left, change.right),
            (self.right, self.left, change.right, change.left),
        ):
            ledger = self.left_ledger if side is self.left else self.right_ledger
            kept = [at for at in words if at not in side.noise]
            first, last = _longest_in_one_paragraph(opposite, others)
            ledger.put_changed(kept, first, last)

    def enter_similar(self, link: Link) -> None:
        """Enter the telling words that two similar paragraphs have in common: a phrase, or one rare word or figure."""
        left_start, right_start = self.left.bounds[link.left], self.right.bounds[link.right]
        status = Status.MOVED if link.moved else Status.SAME
        words = self.left.words(link.left)
        for block in align(words, self.right.words(link.right)):
            if block.equal and self._is_telling(words[block.left : block.left_end]):
                length = block.left_end - block.left
                self._claim(left_start + block.left, right_start + block.right, length, status)

    def _is_telling(self, words: Sequence[int]) -> bool:
        if self.vocabulary.size(words) >= PHRASE:
            return self.vocabulary.mass(words) >= TELLING
        (word, *more) = words
        key = self.vocabulary.keys[word]
        return not more and self.vocabulary.weights[word] >= TELLING_ALONE and (len(key) > 3 or key.isdigit())

    def _enter_passages(
        self, left: Sequence[int], right: Sequence[int], status: Status, *, versions: bool
    ) -> list[_Change]:
        left_ids = [self.left.ids[at] for at in left]
        right_ids = [self.right.ids[at] for at in right]
        changes: list[_Change] = []
        blocks = join_small_equalities(align(left_ids, right_ids), left_ids, self.vocabulary)
        for block in blocks:
            lefts, rights = left[block.left : block.left_end], right[block.right : block.right_end]
            if block.equal:
                self._claim_places(lefts, rights, status)
            elif lefts and rights and _are_opposite(len(lefts), len(rights), versions=versions):
                changes.append(_Change(lefts, rights))
        return changes

    def _claim_places(self, lefts: Sequence[int], rights: Sequence[int], status: Status) -> None:
        """Claim equal words, in as few runs as the gaps between paragraphs allow."""
        start = 0
        for at in range(1, len(lefts) + 1):
            ends = at == len(lefts) or lefts[at] != lefts[at - 1] + 1 or rights[at] != rights[at - 1] + 1
            if ends:
                self._claim(lefts[start], rights[start], at - start, status)
                start = at

    def _claim(self, left: int, right: int, length: int, status: Status) -> None:
        claim_run(self.left_ledger, self.right_ledger, left, right, length, status)


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
        left_members, right_members = {start}, set[int]()
        waiting = [start]
        while waiting:
            for right in lefts[waiting.pop()] - right_members:
                right_members.add(right)
                waiting += rights[right] - left_members
                left_members |= rights[right]
        seen |= left_members
        found.append((sorted(left_members), sorted(right_members)))
    return found


def _passages(links: Sequence[Link], apart: Collection[Pair]) -> list[tuple[list[int], list[int]]]:
    """What is compared as one passage with another: paragraphs that hang together, none of them told apart."""
    found = components(links)
    if not apart:
        return found
    parted: list[tuple[list[int], list[int]]] = []
    for lefts, rights in found:
        if any(one in lefts and other in rights for one, other in apart):
            parted += [([link.left], [link.right]) for link in links if link.left in lefts]
        else:
            parted.append((lefts, rights))
    return parted


def _are_opposite(left: int, right: int, *, versions: bool) -> bool:
    """Whether so many words can be a change of so many others, rather than other matter on either side."""
    shorter, longer = sorted((left, right))
    return longer <= LOPSIDED * shorter + SHORT_CHANGE if versions else longer <= SHORT_CHANGE


def _likest(links: Sequence[Link], together: Collection[Pair]) -> list[Link]:
    """For each paragraph without shared wording, the likest of those it is similar to; one tied to it goes first."""
    worded_left = {link.left for link in links if link.relation is not Relation.SIMILAR}
    worded_right = {link.right for link in links if link.relation is not Relation.SIMILAR}
    chosen: set[Link] = set()
    similar = sorted(links, key=lambda link: ((link.left, link.right) in together, not link.moved, link.score))
    best_left = {link.left: link for link in similar if link.left not in worded_left}
    best_right = {link.right: link for link in similar if link.right not in worded_right}
    chosen |= {*best_left.values(), *best_right.values()}
    return sorted(chosen)


def _longest_in_one_paragraph(side: Witness, words: Sequence[int]) -> tuple[int, int]:
    """First and last of the words of that paragraph which has most of these."""
    stretches = [list(group) for _, group in groupby(words, key=side.paragraph_at)]
    longest = max(stretches, key=len)
    return longest[0], longest[-1]
