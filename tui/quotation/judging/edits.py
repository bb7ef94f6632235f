"""The differences in words between two statements: exact, each of one kind, in reading order."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.quotation.model import Edit, EditKind
from tui.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.article import Range
    from tui.collation.align import Block
    from tui.quotation.judging.opposed import Opposed
    from tui.quotation.judging.words import QuotedWords
    from tui.quotation.model import Critical

LONG_CUT = 8
"""So many words missing at an end are a cut, even where other words differ, too."""


def find_edits(
    opposed: Opposed, critical: Callable[[Block, EditKind], Critical | None], *, fragment: bool = False
) -> tuple[Edit, ...]:
    """The differences in words, by left place, then right.

    Args:
        opposed: Two statements set word against word.
        critical: Says of a block of differing words why it changes what was said, or None.
        fragment: One side quotes only a fragment inside a sentence of its own, and claims no more.
    """
    if opposed.reordered and _same_words_left(opposed):
        return ()
    pure = fragment or _is_contained(opposed)
    edits: list[Edit] = []
    for block in opposed.blocks:
        if block.equal:
            edits += _idle_ellipses(opposed, block)
            continue
        for part, kind in _parts(opposed, block, pure=pure):
            if kind is EditKind.TRUNCATED and not fragment and not _is_cut(opposed, part):
                dropped = EditKind.DROPPED if part.left < part.left_end else EditKind.INSERTED
                kind = dropped if critical(part, dropped) else kind
            edits += _printed(opposed, part, kind, critical)
    return tuple(edits)


def _same_words_left(opposed: Opposed) -> bool:
    """Whether what differs beside the phrases set elsewhere is the place of the same small words, too."""
    gaps = [block for block in opposed.blocks if not block.equal]
    left = Counter(key for block in gaps for key in opposed.left.keys[block.left : block.left_end])
    return left == Counter(key for block in gaps for key in opposed.right.keys[block.right : block.right_end])


def _idle_ellipses(opposed: Opposed, block: Block) -> Iterator[Edit]:
    """Ellipses between words that stand together on the other side, too: they leave out what neither side has."""
    if block.left_end - block.left != block.right_end - block.right:
        return
    left, right = dict(opposed.left.ellipses), dict(opposed.right.ellipses)
    shift = block.right - block.left
    for at in range(block.left + 1, block.left_end):
        here, there = left.get(at), right.get(at + shift)
        if here is not None and there is None:
            yield Edit(EditKind.ELLIPSIS, opposed.left.text[here[0] : here[1]], "", here, None)
        elif there is not None and here is None:
            yield Edit(EditKind.ELLIPSIS, "", opposed.right.text[there[0] : there[1]], None, there)


def _is_contained(opposed: Opposed) -> bool:
    """Whether one statement is a contiguous part of the other, marked changes aside."""
    differing = [block for block in opposed.blocks if not block.equal]
    if opposed.reordered or not any(block.equal for block in opposed.blocks):
        return False
    inner = [block for block in differing if not _edge(opposed, block)]
    edges = [block for block in differing if _edge(opposed, block)]
    sides = {block.left < block.left_end for block in edges}
    one_sided = all((block.left < block.left_end) != (block.right < block.right_end) for block in edges)
    return one_sided and len(sides) <= 1 and all(_is_marked(opposed, block) for block in inner)


def _edge(opposed: Opposed, block: Block) -> bool:
    """Whether no equal words stand before the block, or none after it."""
    return any(_ends_of(opposed, block))


def _ends_of(opposed: Opposed, block: Block) -> tuple[bool, bool]:
    """Whether no equal words stand before the block, and whether none stand after it."""
    equal = [one for one in opposed.blocks if one.equal]
    if not equal or block in opposed.inner:
        return False, False
    return (
        block.left_end <= equal[0].left and block.right_end <= equal[0].right,
        block.left >= equal[-1].left_end and block.right >= equal[-1].right_end,
    )


def _at_seam(opposed: Opposed, block: Block) -> bool:
    """Whether words that one side lacks stand where one quotation of it ends and another begins."""
    if block.left == block.left_end:
        return block.left in opposed.left.seams
    return block.right == block.right_end and block.right in opposed.right.seams


def _is_marked(opposed: Opposed, block: Block) -> bool:
    lefts = opposed.left.words[block.left : block.left_end]
    rights = opposed.right.words[block.right : block.right_end]
    return (
        bool(_ellipses_in(opposed.left, block.left, block.left_end) and rights)
        or bool(_ellipses_in(opposed.right, block.right, block.right_end) and lefts)
        or (bool(lefts) and all(word.bracketed for word in lefts))
        or (bool(rights) and all(word.bracketed for word in rights))
    )


def _ellipses_in(words: QuotedWords, start: int, end: int) -> list[int]:
    return [at for at, _ in words.ellipses if start <= at <= end]


def _parts(opposed: Opposed, block: Block, *, pure: bool) -> Iterator[tuple[Block, EditKind]]:
    """The block in parts of one kind each."""
    has_left, has_right = block.left < block.left_end, block.right < block.right_end
    left_dots = _ellipses_in(opposed.left, block.left, block.left_end) if has_right else []
    right_dots = _ellipses_in(opposed.right, block.right, block.right_end) if has_left else []
    if left_dots and not right_dots:
        yield from _around_left_ellipsis(opposed, block, left_dots[0], pure=pure)
    elif right_dots and not left_dots:
        mirrored = _around_left_ellipsis(_mirrored(opposed), _mirror(block), right_dots[0], pure=pure)
        yield from ((_mirror(part), _MIRRORED.get(kind, kind)) for part, kind in mirrored)
    else:
        yield from _plain_parts(opposed, block, pure=pure)


def _around_left_ellipsis(opposed: Opposed, block: Block, at: int, *, pure: bool) -> Iterator[tuple[Block, EditKind]]:
    """What the left ellipsis leaves out, and on each side of it words against as many words."""
    opening, closing = _ends_of(opposed, block)
    before = 0 if opening else min(at - block.left, block.right_end - block.right)
    after = 0 if closing else min(block.left_end - at, block.right_end - block.right - before)
    first, last = block.right + before, block.right_end - after
    if block.left < at or block.right < first:
        yield from _plain_parts(opposed, block._replace(left_end=at, right_end=first), pure=pure)
    if first < last:
        yield block._replace(left=at, left_end=at, right=first, right_end=last), EditKind.ELLIPSIS
    if at < block.left_end or last < block.right_end:
        yield from _plain_parts(opposed, block._replace(left=at, right=last), pure=pure)


def _plain_parts(opposed: Opposed, block: Block, *, pure: bool) -> Iterator[tuple[Block, EditKind]]:
    lefts = opposed.left.words[block.left : block.left_end]
    rights = opposed.right.words[block.right : block.right_end]
    if any(word.bracketed for word in lefts):
        yield from _bracket_parts(opposed, block, pure=pure)
    elif any(word.bracketed for word in rights):
        mirrored = _bracket_parts(_mirrored(opposed), _mirror(block), pure=pure)
        yield from ((_mirror(part), _MIRRORED.get(kind, kind)) for part, kind in mirrored)
    elif lefts and rights:
        yield block, EditKind.SUBSTITUTED
    elif _at_seam(opposed, block) or (_edge(opposed, block) and (pure or _is_cut(opposed, block))):
        yield block, EditKind.TRUNCATED
    else:
        yield block, EditKind.DROPPED if lefts else EditKind.INSERTED


def _bracket_parts(opposed: Opposed, block: Block, *, pure: bool) -> Iterator[tuple[Block, EditKind]]:
    """Words in brackets by themselves; what stands opposite is what they are for.

    At an end of the statement they are for as many words as they hold; the rest was cut.
    """
    words = opposed.left.words
    held = len(tokenize(opposed.left.printed(block.left, block.left_end)))
    surplus = block.right_end - block.right - held
    if surplus > 0 and all(word.bracketed for word in words[block.left : block.left_end]):
        opening, closing = _ends_of(opposed, block)
        if opening:
            cut = block._replace(left_end=block.left, right_end=block.right + surplus)
            yield from _plain_parts(opposed, cut, pure=pure)
            block = block._replace(right=cut.right_end)
        elif closing:
            cut = block._replace(left=block.left_end, right=block.right_end - surplus)
            yield block._replace(right_end=cut.right), EditKind.BRACKETED
            yield from _plain_parts(opposed, cut, pure=pure)
            return
    bounds = [
        block.left,
        *(at for at in range(block.left + 1, block.left_end) if words[at].bracketed != words[at - 1].bracketed),
        block.left_end,
    ]
    right = block.right
    for start, end in pairwise(bounds):
        bracketed = words[start].bracketed
        taken = block.right_end if bracketed else right
        part = block._replace(left=start, left_end=end, right=right, right_end=taken)
        right = taken
        if bracketed:
            yield part, EditKind.BRACKETED
        else:
            yield from _plain_parts(opposed, part, pure=pure)


def _is_cut(opposed: Opposed, block: Block) -> bool:
    """Whether words missing at an end are a part left out, and not a few words of a clause that goes on."""
    longer, start, end = (
        (opposed.left, block.left, block.left_end)
        if block.left < block.left_end
        else (opposed.right, block.right, block.right_end)
    )
    if end - start >= LONG_CUT:
        return True
    seam = start if end == len(longer) else end
    return 0 < seam < len(longer) and (seam in longer.breaks or any(char in _STOPS for char in longer.gap(seam)))


_STOPS = frozenset(".,;:!?…—–。、，；：！？")


def _mirror(block: Block) -> Block:
    return block._replace(left=block.right, left_end=block.right_end, right=block.left, right_end=block.left_end)


def _mirrored(opposed: Opposed) -> Opposed:
    return type(opposed)(
        opposed.right,
        opposed.left,
        tuple(_mirror(block) for block in opposed.blocks),
        tuple((right, left, length) for left, right, length in opposed.moved),
        opposed.reordered,
        frozenset(_mirror(block) for block in opposed.inner),
    )


_MIRRORED = {EditKind.DROPPED: EditKind.INSERTED, EditKind.INSERTED: EditKind.DROPPED}


def mirrored_edit(edit: Edit) -> Edit:
    """The same difference seen from the other side."""
    kind = _MIRRORED.get(edit.kind, edit.kind)
    return Edit(kind, edit.right, edit.left, edit.right_span, edit.left_span, edit.critical, edit.repeated)


def _printed(
    opposed: Opposed, block: Block, kind: EditKind, critical: Callable[[Block, EditKind], Critical | None]
) -> Iterator[Edit]:
    """The edit, or one for each part of words that an attribution interrupts."""
    left, right = opposed.left, opposed.right
    why = critical(block, kind)
    for part in _uninterrupted(opposed, block):
        sides = (left.printed(part.left, part.left_end), right.printed(part.right, part.right_end))
        spans = [left.span(part.left, part.left_end), right.span(part.right, part.right_end)]
        if kind is EditKind.ELLIPSIS:
            dots = _dots(left, part.left) if spans[0] is None else _dots(right, part.right)
            empty = 0 if spans[0] is None else 1
            if dots is not None:
                spans[empty] = dots
                words = (left if empty == 0 else right).text[dots[0] : dots[1]]
                sides = (words, sides[1]) if empty == 0 else (sides[0], words)
        repeated = _is_repeated(left, part.left, part.left_end) or _is_repeated(right, part.right, part.right_end)
        if kind is EditKind.SUBSTITUTED and not all(sides):
            kind = EditKind.DROPPED if sides[0] else EditKind.INSERTED
        yield Edit(kind, sides[0], sides[1], spans[0], spans[1], why, repeated and not (sides[0] and sides[1]))


def _is_repeated(words: QuotedWords, start: int, end: int) -> bool:
    """Whether these words stand once more right before or after ("the the")."""
    keys, size = words.keys, end - start
    said = keys[start:end]
    return size > 0 and said in (keys[max(0, start - size) : start], keys[end : end + size])


def _dots(words: QuotedWords, at: int) -> Range | None:
    return next((span for index, span in words.ellipses if index == at), None)


def _uninterrupted(opposed: Opposed, block: Block) -> Iterator[Block]:
    left = [*_pieces(opposed.left, block.left, block.left_end)]
    right = [*_pieces(opposed.right, block.right, block.right_end)]
    if left and right:
        if _runs_on(opposed.left, left) and _runs_on(opposed.right, right):
            yield block
            return
        # What a source has further up is no range together with what stands before it in the quotation.
        (start, end), (low, high) = left.pop(0), right.pop(0)
        yield block._replace(left=start, left_end=end, right=low, right_end=high)
        block = block._replace(left=block.left_end, right=block.right_end)
    for start, end in left:
        yield block._replace(left=start, left_end=end)
    for start, end in right:
        yield block._replace(right=start, right_end=end)


def _runs_on(words: QuotedWords, pieces: Sequence[Range]) -> bool:
    """Whether these pieces follow one another in the text, too."""
    return all(words.words[end - 1].end <= words.words[start].start for (_, end), (start, _) in pairwise(pieces))


def _pieces(words: QuotedWords, start: int, end: int) -> Iterator[Range]:
    if start < end:
        yield from pairwise([start, *sorted(at for at in words.breaks if start < at < end), end])
