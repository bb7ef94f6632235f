"""House rules: how grave each finding is. The finding itself never changes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tui.quotation.judging.gravity import FILLER_PHRASES, FILLERS, SLIPS
from tui.quotation.model import EditKind, Finding, Verdict
from tui.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tui.quotation.model import Edit


class HouseRules(StrEnum):
    """STRICT: no change but a marked deletion (AP, Reuters, NYT). LENIENT: fillers and slips may go (Guardian, CP)."""

    STRICT = "strict"
    LENIENT = "lenient"


_SEVERITIES = {
    Finding.TYPOGRAPHIC: 0,
    Finding.RESEGMENTED: 0,
    Finding.BRACKETED: 1,
    Finding.ELLIPSIS: 1,
    Finding.TRUNCATED: 1,
    Finding.REORDERED: 2,
    Finding.PROVENANCE: 2,
    Finding.SPLICED: 3,
    Finding.SUBSTITUTED: 3,
    Finding.INSERTED_OR_DROPPED: 3,
    Finding.CRITICAL: 4,
    Finding.ATTRIBUTION: 4,
}
_FORGIVEN = 1
_OF_WORDS = {Finding.SUBSTITUTED, Finding.INSERTED_OR_DROPPED}
_MARKED = {EditKind.BRACKETED, EditKind.ELLIPSIS, EditKind.TRUNCATED}


def severity(findings: Iterable[Finding], edits: Collection[Edit], rules: HouseRules = HouseRules.STRICT) -> int:
    """How grave a pair's findings are together, 0 (none) to 4.

    Args:
        findings: What holds of the pair.
        edits: Its differences in words; a lenient house forgives fillers, slips of grammar and repeated words.
        rules: The house's rules.
    """
    changed = [edit for edit in edits if edit.kind not in _MARKED]
    forgiven = rules is HouseRules.LENIENT and all(_is_slip(edit) for edit in changed)
    return max(
        (_FORGIVEN if forgiven and one in _OF_WORDS else _SEVERITIES[one] for one in findings),
        default=0,
    )


def severity_without_partner(verdict: Verdict, *, against_source: bool = False) -> int:
    """How grave it is that the other side has no such quotation: 0 to 4, the same under all rules."""
    if verdict is Verdict.MISSING:
        return 4 if against_source else 0
    return {Verdict.UNQUOTED: 2, Verdict.PARAPHRASED: 1}.get(verdict, 0)


def _is_slip(edit: Edit) -> bool:
    """A filler or a repeated word dropped, or one form of a word set for another."""
    if edit.critical is not None:
        return False
    if edit.repeated:
        return True
    left, right = tuple(tokenize(edit.left).keys), tuple(tokenize(edit.right).keys)
    if left and right:
        return any(set(left) <= forms and set(right) <= forms for forms in SLIPS)
    words = left or right
    return _is_filler(words)


def _is_filler(words: tuple[str, ...]) -> bool:
    at = 0
    while at < len(words):
        phrase = next((one for one in FILLER_PHRASES if words[at : at + len(one)] == one), None)
        if phrase is not None:
            at += len(phrase)
        elif words[at] in FILLERS:
            at += 1
        else:
            return False
    return bool(words)
