"""Word against word: what two passages share in order, and what stands opposite what."""

from __future__ import annotations

from sys import maxunicode
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.collation.witness import Vocabulary

_FIRST_CHARACTER = 0x10000

READABLE = 2.0
"""An equality of more words than this is always shown."""

HEAVY = 0.6
"""A word that weighs this much, in words as rare as the rarest, is worth showing alone."""


class Block(NamedTuple):
    """A stretch of two passages: equal words on both sides, or words that stand opposite each other.

    Attributes:
        equal: Whether the two stretches are the same words.
        left: Index of its first word on the left.
        left_end: One past its last word on the left; equal to `left` where nothing stands there.
        right: The same on the right.
        right_end: The same on the right.
    """

    equal: bool
    left: int
    left_end: int
    right: int
    right_end: int


def align(left: Sequence[int], right: Sequence[int]) -> list[Block]:
    """Blocks that rebuild both passages, with as many equal words as can be had in order.

    The longest common subsequence of rapidfuzz's Indel; words inserted beside words deleted stand opposite
    each other.

    Args:
        left: Word numbers of the left passage.
        right: Word numbers of the right passage.
    """
    blocks: list[Block] = []
    for operation in Indel.opcodes(*_comparable(left, right)):
        equal = operation.tag == "equal"
        if blocks and blocks[-1].equal == equal:
            last = blocks.pop()
            blocks.append(Block(equal, last.left, operation.src_end, last.right, operation.dest_end))
        else:
            block = Block(equal, operation.src_start, operation.src_end, operation.dest_start, operation.dest_end)
            blocks.append(block)
    return blocks


def join_small_equalities(blocks: Sequence[Block], left: Sequence[int], vocabulary: Vocabulary) -> list[Block]:
    """Clean up for reading: an equality too small to read joins the changes around it, to a fixed point.

    Too small: at most `READABLE` words, none of them `HEAVY`, and no longer than the change before it nor the change
    after it. Between words that stand only on one side it stays: joined, it would seem changed on the other.

    Args:
        blocks: Blocks that alternate between equal and not, as `align` gives them.
        left: Word numbers of the left passage.
        vocabulary: What each word number weighs.
    """
    joined = list(blocks)
    while True:
        kept: list[Block] = []
        for index, block in enumerate(joined):
            between = 0 < index < len(joined) - 1
            small = block.equal and between and _is_small(block, kept[-1], joined[index + 1], left, vocabulary)
            if small or (kept and not block.equal and not kept[-1].equal):
                kept.append(_joined(kept.pop(), block))
            else:
                kept.append(block)
        if len(kept) == len(joined):
            return kept
        joined = kept


def _is_small(block: Block, before: Block, after: Block, left: Sequence[int], vocabulary: Vocabulary) -> bool:
    words = left[block.left : block.left_end]
    one_sided = (before.left == before.left_end and after.left == after.left_end) or (
        before.right == before.right_end and after.right == after.right_end
    )
    return (
        not one_sided
        and vocabulary.size(words) <= READABLE
        and len(words) <= min(_longer_side(before), _longer_side(after))
        and all(vocabulary.weights[word] < HEAVY for word in words)
    )


def _longer_side(block: Block) -> int:
    return max(block.left_end - block.left, block.right_end - block.right)


def _joined(first: Block, second: Block) -> Block:
    return Block(False, first.left, second.left_end, first.right, second.right_end)


def _comparable(left: Sequence[int], right: Sequence[int]) -> tuple[Sequence[object], Sequence[object]]:
    """Word numbers as characters, the input rapidfuzz compares fastest, while there are characters enough."""
    if max(max(left, default=0), max(right, default=0)) + _FIRST_CHARACTER > maxunicode:
        return left, right
    return (
        "".join([chr(_FIRST_CHARACTER + word) for word in left]),
        "".join([chr(_FIRST_CHARACTER + word) for word in right]),
    )
