"""Two statements word against word: what is equal, what was set elsewhere, what stands opposite what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tui.collation.align import Block, align
from tui.quotation.judging.content import has_content
from tui.quotation.judging.transposed import find_transpositions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.quotation.judging.words import QuotedWords

MOST_CELLS = 1_000_000
"""Statements whose lengths multiply to more are aligned for most words in all, which is fast, not for long runs."""

CHANCE = 2
"""So few small words, parted from the rest by more that differ, are equal by chance."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two statements set word against word.

    Attributes:
        left: The left words.
        right: The right words.
        blocks: They rebuild both sides, words set elsewhere left out, and alternate between equal and not.
        moved: Pairs of stretches of equal words that stand in another order: index left, index right, length.
        reordered: The words are set in another order.
        inner: Those of the blocks that stand inside words set elsewhere, which have no end of the statement.
    """

    left: QuotedWords
    right: QuotedWords
    blocks: tuple[Block, ...]
    moved: tuple[tuple[int, int, int], ...] = ()
    reordered: bool = False
    inner: frozenset[Block] = frozenset()

    @property
    def shared(self) -> int:
        """How many words stand on both sides."""
        in_order = sum(block.left_end - block.left for block in self.blocks if block.equal)
        return in_order + sum(length for _, _, length in self.moved)


def oppose(left: QuotedWords, right: QuotedWords) -> Opposed:
    """Set two statements word against word, so that long runs of equal words are kept whole."""
    aligned = _without_chance(_blocks(left.keys, right.keys), left.keys)
    blocks = [_settled(block, left, right) for block in _slid(aligned, left, right)]
    found = find_transpositions(blocks, left.keys, right.keys)
    if found is not None:
        return Opposed(left, right, found.blocks, found.moved, reordered=True, inner=found.inner)
    remaining = tuple(_joined(blocks))
    return Opposed(left, right, remaining, reordered=_same_words_elsewhere(remaining, left, right))


def _blocks(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """Longest runs first, as difflib finds them: a fragment keeps together rather than being spread over a sentence."""
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    middle = left[head : len(left) - tail], right[head : len(right) - tail]
    if len(middle[0]) * len(middle[1]) <= MOST_CELLS:
        codes = SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
        inner = [Block(tag == "equal", *(at + head for at in place)) for tag, *place in codes]
    else:
        numbers: dict[str, int] = {}
        sides = [[numbers.setdefault(key, len(numbers)) for key in side] for side in middle]
        inner = [Block(found.equal, *(at + head for at in found[1:])) for found in align(*sides)]
    ends = Block(True, len(left) - tail, len(left), len(right) - tail, len(right))
    return list(_joined([Block(True, 0, head, 0, head), *inner, ends]))


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Without empty blocks, and neighbours of one kind as one."""
    held: Block | None = None
    for block in blocks:
        if block.left == block.left_end and block.right == block.right_end:
            continue
        if held is not None and held.equal == block.equal:
            held = Block(held.equal, held.left, block.left_end, held.right, block.right_end)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _without_chance(blocks: list[Block], left: Sequence[str]) -> list[Block]:
    """Without small words beyond the ends of what is shared: that these are equal is chance, not the same statement."""
    kept = list(blocks)
    for end in (0, -1):
        while (at := _chance(kept, end, left)) is not None:
            kept[at] = kept[at]._replace(equal=False)
            kept = list(_joined(kept))
    return kept


def _chance(blocks: Sequence[Block], end: int, left: Sequence[str]) -> int | None:
    """The index of the outermost equal block at this end if it stands there by chance."""
    equal = [at for at, block in enumerate(blocks) if block.equal]
    if len(equal) < 2:
        return None
    at = equal[end]
    block = blocks[at]
    inner, outer = (at + 1, at - 1) if end == 0 else (at - 1, at + 1)
    size = block.left_end - block.left
    gap = blocks[inner]
    lonely = size < min(gap.left_end - gap.left, gap.right_end - gap.right) or (
        0 <= outer < len(blocks) and size < max(gap.left_end - gap.left, gap.right_end - gap.right)
    )
    return at if size <= CHANCE and lonely and not any(map(has_content, left[block.left : block.left_end])) else None


def _slid(blocks: list[Block], left: QuotedWords, right: QuotedWords) -> list[Block]:
    """Of equally good places for words that only one side has, the one that is marked or follows a stop.

    "A … c" against "a b a c" can leave out "b a" or "a b"; the ellipsis says which.
    """
    slid = list(blocks)
    for index in range(1, len(slid) - 1):
        before, gap, after = slid[index - 1 : index + 2]
        if gap.equal or (gap.left < gap.left_end) == (gap.right < gap.right_end):
            continue
        best = max(
            _slides(before, gap, after, left, right), key=lambda step: (_fitness(gap, step, left, right), -abs(step))
        )
        slid[index - 1] = before._replace(left_end=before.left_end + best, right_end=before.right_end + best)
        slid[index] = Block(False, gap.left + best, gap.left_end + best, gap.right + best, gap.right_end + best)
        slid[index + 1] = after._replace(left=after.left + best, right=after.right + best)
    return list(_joined(slid))


def _slides(before: Block, gap: Block, after: Block, left: QuotedWords, right: QuotedWords) -> list[int]:
    on_left = gap.left < gap.left_end
    keys = left.keys if on_left else right.keys
    first, end = (gap.left, gap.left_end) if on_left else (gap.right, gap.right_end)
    steps = [0]
    for step in range(1, before.left_end - before.left + 1):
        if keys[first - step] != keys[end - step]:
            break
        steps.append(-step)
    for step in range(1, after.left_end - after.left + 1):
        if keys[first + step - 1] != keys[end + step - 1]:
            break
        steps.append(step)
    return steps


def _fitness(gap: Block, step: int, left: QuotedWords, right: QuotedWords) -> int:
    """3 where an ellipsis of the other side stands there, 2 after a stop, 1 before one."""
    on_left = gap.left < gap.left_end
    longer, shorter = (left, right) if on_left else (right, left)
    first, end = (gap.left, gap.left_end) if on_left else (gap.right, gap.right_end)
    place = (gap.right if on_left else gap.left) + step
    if any(at == place for at, _ in shorter.ellipses):
        return 3
    if first + step > 0 and longer.gap(first + step).strip():
        return 2
    return int(end + step < len(longer) and bool(longer.gap(end + step).strip()))


def _settled(block: Block, left: QuotedWords, right: QuotedWords) -> Block:
    """Words that differ only in how they are parted ("health care", "healthcare") are equal."""
    if block.equal or block.left == block.left_end or block.right == block.right_end:
        return block
    sides = ("".join(left.keys[block.left : block.left_end]), "".join(right.keys[block.right : block.right_end]))
    return block._replace(equal=True) if sides[0] == sides[1] else block


def _same_words_elsewhere(blocks: Sequence[Block], left: QuotedWords, right: QuotedWords) -> bool:
    """Whether all that differs is the place of the same few words."""
    keys = left.keys, right.keys
    gaps = [block for block in blocks if not block.equal]
    here = Counter(keys[0][at] for block in gaps for at in range(block.left, block.left_end))
    there = Counter(keys[1][at] for block in gaps for at in range(block.right, block.right_end))
    return bool(here) and here == there
