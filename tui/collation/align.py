"""Word against word: what two passages share in order, and what stands opposite what."""

from __future__ import annotations

from sys import maxunicode
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_CHARACTER = 0x10000

READABLE = 2.0
"""An equality of more words than this is always shown."""


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
            block = Block(
                equal, operation.src_start, operation.src_end, operation.dest_start, operation.dest_end
            )
            blocks.append(block)
    return blocks


def join_small_equalities(
    blocks: Sequence[Block],
    left: Sequence[int],
    sizes: Sequence[float],
    weights: Sequence[float],
    heavy: float,
) -> list[Block]:
    """Clean up for reading: an equality too small to read joins the changes around it, to a fixed point.

    Too small: at most `READABLE` words, none of them as rare as `heavy`, and no longer than the change before it
    nor the change after it.

    Args:
        blocks: Blocks that alternate between equal and not, as `align` gives them.
        left: Word numbers of the left passage.
        sizes: What each word number counts as, in words.
        weights: How rare each word number is.
        heavy: A word of this weight is worth showing alone.
    """
    joined = list(blocks)
    while True:
        kept: list[Block] = []
        for index, block in enumerate(joined):
            if kept and not kept[-1].equal and not block.equal:
                kept.append(_joined(kept.pop(), block))
            elif (
                block.equal
                and kept
                and index + 1 < len(joined)
                and _is_small(block, kept[-1], joined[index + 1], left, sizes, weights, heavy)
            ):
                kept.append(_joined(kept.pop(), block))
            else:
                kept.append(block)
        if len(kept) == len(joined):
            return kept
        joined = kept


def _is_small(
    block: Block,
    before: Block,
    after: Block,
    left: Sequence[int],
    sizes: Sequence[float],
    weights: Sequence[float],
    heavy: float,
) -> bool:
    words = left[block.left : block.left_end]
    return (
        sum(sizes[word] for word in words) <= READABLE
        and len(words) <= min(_longer_side(before), _longer_side(after))
        and all(weights[word] < heavy for word in words)
    )


def _longer_side(block: Block) -> int:
    return max(block.left_end - block.left, block.right_end - block.right)


def _joined(first: Block, second: Block) -> Block:
    return Block(False, first.left, second.left_end, first.right, second.right_end)


def _comparable(left: Sequence[int], right: Sequence[int]) -> tuple[Sequence[object], Sequence[object]]:
    """Word numbers as characters, the input rapidfuzz compares fastest, while there are characters enough."""
    if max(max(left, default=0), max(right, default=0)) + _FIRST_CHARACTER > maxunicode:
        return left, right
    as_text = (
        "".join([chr(_FIRST_CHARACTER + word) for word in left]),
        "".join([chr(_FIRST_CHARACTER + word) for word in right]),
    )
    return as_text
