"""The verdict on two statements: findings, edits, and one sentence why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.quotation.judging.critical import critical_judge
from tui.quotation.judging.edits import find_edits
from tui.quotation.judging.opposed import oppose
from tui.quotation.model import EditKind, Finding, Verdict

if TYPE_CHECKING:
    from tui.quotation.judging.opposed import Opposed
    from tui.quotation.judging.words import QuotedWords
    from tui.quotation.model import Edit

FINDINGS_OF_EDITS = {
    EditKind.SUBSTITUTED: Finding.SUBSTITUTED,
    EditKind.INSERTED: Finding.INSERTED_OR_DROPPED,
    EditKind.DROPPED: Finding.INSERTED_OR_DROPPED,
    EditKind.BRACKETED: Finding.BRACKETED,
    EditKind.ELLIPSIS: Finding.ELLIPSIS,
    EditKind.TRUNCATED: Finding.TRUNCATED,
}
_VERDICTS = {
    Finding.BRACKETED: Verdict.MARKED,
    Finding.ELLIPSIS: Verdict.MARKED,
    Finding.TRUNCATED: Verdict.TRUNCATED,
    Finding.REORDERED: Verdict.REORDERED,
    Finding.SPLICED: Verdict.SPLICED,
    Finding.SUBSTITUTED: Verdict.ALTERED,
    Finding.INSERTED_OR_DROPPED: Verdict.ALTERED,
    Finding.CRITICAL: Verdict.CRITICAL,
}
_IGNORED = frozenset('"“”«»‹›„‚「」『』`[]()［］（） \t\n\u00a0\u2009\u202f\ufeff')
_MARKS_BETWEEN_WORDS = frozenset("'‘’")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found when two statements were compared word by word.

    Attributes:
        findings: All that holds of the words, in the order of `Finding`.
        edits: The differences in words.
        verdict: The gravest finding.
        shared: How many words stand on both sides.
    """

    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    verdict: Verdict
    shared: int


def judge(
    left: QuotedWords,
    right: QuotedWords,
    *,
    names: frozenset[str] = frozenset(),
    fragment: bool = False,
    resegmented: bool = False,
    spliced: bool = False,
) -> Judgement:
    """Compare two statements by their words; never by a score.

    Args:
        left: What the left article prints.
        right: What the right article prints.
        names: Keys of the words that either article uses as names.
        fragment: One side quotes only a fragment inside a sentence of its own.
        resegmented: One side prints as several quotations what the other prints as one.
        spliced: One side prints as one what the other has as separate statements.
    """
    opposed = oppose(left, right)
    edits = find_edits(opposed, critical_judge(opposed, names), fragment=fragment)
    found = {FINDINGS_OF_EDITS[edit.kind] for edit in edits}
    if any(edit.critical for edit in edits):
        found.add(Finding.CRITICAL)
    if opposed.reordered:
        found.add(Finding.REORDERED)
    if spliced:
        found.add(Finding.SPLICED)
    if resegmented or spliced or _breaks_differ(opposed):
        found.add(Finding.RESEGMENTED)
    if _brackets_differ(opposed):
        found.add(Finding.BRACKETED)
    if _typography_differs(opposed):
        found.add(Finding.TYPOGRAPHIC)
    return Judgement(in_order(found), edits, verdict_of(found), opposed.shared)


def in_order(findings: set[Finding]) -> tuple[Finding, ...]:
    """Findings in their fixed order."""
    return tuple(finding for finding in Finding if finding in findings)


def verdict_of(findings: set[Finding]) -> Verdict:
    """The gravest finding about the words."""
    order = list(Verdict)
    return max((_VERDICTS.get(one, Verdict.VERBATIM) for one in findings), key=order.index, default=Verdict.VERBATIM)


def _equal_pairs(opposed: Opposed) -> list[tuple[int, int]]:
    """Indices of words that are equal, one for one; words parted in another way are left out."""
    pairs = []
    for block in opposed.blocks:
        if block.equal and block.left_end - block.left == block.right_end - block.right:
            pairs += list(zip(range(block.left, block.left_end), range(block.right, block.right_end), strict=True))
    for left, right, length in opposed.moved:
        pairs += list(zip(range(left, left + length), range(right, right + length), strict=True))
    return pairs


def _breaks_differ(opposed: Opposed) -> bool:
    """Whether one side is interrupted between words that stand together on the other."""
    pairs = _equal_pairs(opposed)
    following = dict(pairs)
    return any(
        (left in opposed.left.breaks) != (right in opposed.right.breaks)
        for left, right in pairs
        if following.get(left - 1) == right - 1
    )


def _brackets_differ(opposed: Opposed) -> bool:
    """Whether one side alone puts words in brackets that the other has, too."""
    return any(
        any(word.bracketed for word in opposed.left.words[block.left : block.left_end])
        != any(word.bracketed for word in opposed.right.words[block.right : block.right_end])
        for block in opposed.blocks
        if block.equal
    )


def _typography_differs(opposed: Opposed) -> bool:
    """Whether equal words are written in another way: case, apostrophes, hyphens, dashes, spelling."""
    left, right = opposed.left, opposed.right
    pairs = _equal_pairs(opposed)
    printed = ((left.raw(one), right.raw(other)) for one, other in pairs)
    if any(here != there and _points(here) != _points(there) for here, there in printed):
        return True
    if any(block.equal and block.left_end - block.left != block.right_end - block.right for block in opposed.blocks):
        return True
    following = dict(pairs)
    dotted = {at for at, _ in left.ellipses}, {at for at, _ in right.ellipses}
    ours, theirs = left.breaks | dotted[0], right.breaks | dotted[1]
    gaps = (
        (left.gap(one), right.gap(other))
        for one, other in pairs
        if following.get(one - 1) == other - 1 and one not in ours and other not in theirs
    )
    return any(
        here != there and _points(here, _MARKS_BETWEEN_WORDS) != _points(there, _MARKS_BETWEEN_WORDS)
        for here, there in gaps
    )


def _points(text: str, ignored: frozenset[str] = frozenset()) -> str:
    """What counts as typography: not the marks of enclosed quotations, brackets or the width of a space."""
    return "".join(char for char in text if char not in _IGNORED and char not in ignored)
