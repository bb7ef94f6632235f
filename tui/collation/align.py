"""Word against word: what two passages share in order, and what stands opposite what."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, sqrt
from sys import maxunicode
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from tui.collation.order import heaviest_chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.collation.witness import Vocabulary

_FIRST_CHARACTER = 0x10000

MOST_CELLS = 100_000_000
"""Passages whose lengths multiply to more are cut before they are aligned; so many cells take about 12 MB."""

ANCHOR = 4
"""Words in a row that make a cut safe, where they stand only once in each passage."""

PIECE = 2_000
"""Words between two cuts, about."""

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
    each other. Its memory grows with the product of the lengths, so very long passages are cut first where rare
    words in a row stand in both, as in patience diff.

    Args:
        left: Word numbers of the left passage.
        right: Word numbers of the right passage.
    """
    if len(left) * len(right) <= MOST_CELLS:
        return _joined_alike(_align_whole(left, right, 0, 0))
    blocks = [
        block
        for left_start, left_end, right_start, right_end in _pieces(left, right)
        for block in _align_whole(left[left_start:left_end], right[right_start:right_end], left_start, right_start)
    ]
    return _joined_alike(blocks)


def _align_whole(left: Sequence[int], right: Sequence[int], left_start: int, right_start: int) -> list[Block]:
    return [
        Block(
            operation.tag == "equal",
            left_start + operation.src_start,
            left_start + operation.src_end,
            right_start + operation.dest_start,
            right_start + operation.dest_end,
        )
        for operation in Indel.opcodes(*_comparable(left, right))
    ]


def _joined_alike(blocks: Iterable[Block]) -> list[Block]:
    """Neighbouring blocks of one kind as one."""
    joined: list[Block] = []
    for block in blocks:
        if joined and joined[-1].equal == block.equal:
            last = joined.pop()
            joined.append(Block(block.equal, last.left, block.left_end, last.right, block.right_end))
        else:
            joined.append(block)
    return joined


def _pieces(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """Cut both passages where `ANCHOR` words in a row stand once in each, some thousand words apart.

    Where such places are too far apart, as in a text that repeats itself, the stretch between is cut evenly.
    """
    left_places, right_places = _single_grams(left), _single_grams(right)
    anchors = [(place, right_places[gram]) for gram, place in left_places.items() if gram in right_places]
    cuts = [(0, 0)]
    for at, other in sorted(heaviest_chain(anchors, [1] * len(anchors))):
        if at - cuts[-1][0] >= PIECE or other - cuts[-1][1] >= PIECE:
            cuts.append((at, other))
    cuts.append((len(left), len(right)))
    return [piece for one, other in pairwise(cuts) for piece in _even_pieces((one[0], other[0]), (one[1], other[1]))]


def _even_pieces(left: tuple[int, int], right: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    lefts, rights = left[1] - left[0], right[1] - right[0]
    parts = ceil(sqrt(lefts * rights / MOST_CELLS)) or 1
    bounds = [(left[0] + lefts * part // parts, right[0] + rights * part // parts) for part in range(parts + 1)]
    return [(one[0], other[0], one[1], other[1]) for one, other in pairwise(bounds)]


def _single_grams(words: Sequence[int]) -> dict[tuple[int, ...], int]:
    """Where each run of `ANCHOR` words that stands only once begins."""
    places: dict[tuple[int, ...], int | None] = {}
    for at, gram in enumerate(zip(*(words[shift:] for shift in range(ANCHOR)), strict=False)):
        places[gram] = None if gram in places else at
    return {gram: at for gram, at in places.items() if at is not None}


def slide_down(blocks: Sequence[Block], left: Sequence[int], right: Sequence[int]) -> list[Block]:
    """Of equally good alignments, the one in which what repeats goes with what follows it, as a label does.

    Args:
        blocks: Blocks that alternate between equal and not, as `align` gives them.
        left: What they align on the left.
        right: The same on the right.
    """
    slid = list(blocks)
    for index in range(len(slid) - 2, 0, -1):
        before, gap, after = slid[index - 1 : index + 2]
        if gap.equal or (gap.left < gap.left_end and gap.right < gap.right_end):
            continue
        side, end = (left, gap.left_end) if gap.left < gap.left_end else (right, gap.right_end)
        step, room, size = 0, before.left_end - before.left, max(gap.left_end - gap.left, gap.right_end - gap.right)
        while step < room and side[end - 1 - step] == side[end - 1 - step - size]:
            step += 1
        slid[index - 1] = before._replace(left_end=before.left_end - step, right_end=before.right_end - step)
        slid[index] = Block(False, gap.left - step, gap.left_end - step, gap.right - step, gap.right_end - step)
        slid[index + 1] = after._replace(left=after.left - step, right=after.right - step)
    return slid


def join_small_equalities(blocks: Sequence[Block], left: Sequence[int], vocabulary: Vocabulary) -> list[Block]:
    """Clean up for reading: an equality too small to read joins the changes around it, to a fixed point.

    Too small: at most `READABLE` words, none of them `HEAVY`, and no longer than the change before it nor the change
    after it. Between words that stand only on one side it stays: joined, it would seem changed on the other.

    Args:
        blocks: Blocks that alternate between equal and not, as `align` gives them.
        left: Word numbers of the left passage.
        vocabulary: What each word number weighs.
    """
    joined: list[Block] = []
    for block in blocks:
        joined.append(block)
        # Joining makes a change longer, so the equality before it has to be asked again.
        while (
            len(joined) > 2 and not joined[-1].equal and _is_small(joined[-2], joined[-3], joined[-1], left, vocabulary)
        ):
            after, _, before = joined.pop(), joined.pop(), joined.pop()
            joined.append(_joined(before, after))
    return joined


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
