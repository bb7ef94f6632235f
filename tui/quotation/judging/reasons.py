"""One plain sentence for a verdict, for people who check quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation.model import Critical, EditKind, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.quotation.model import Edit

LONGEST = 60
"""Characters of quoted words in the sentence; more are cut at a word."""

_WHAT_DIFFERS = {
    Critical.NEGATION: "A negation differs",
    Critical.NUMBER: "A number or date differs",
    Critical.NAME: "A name differs",
    Critical.HEDGE: "How certain it sounds differs",
}


def tell_why(
    verdict: Verdict, findings: Iterable[Finding], edits: Sequence[Edit], sides: tuple[str, str] = ("A", "B")
) -> str:
    """The sentence.

    Args:
        verdict: The gravest finding about the words.
        findings: All findings.
        edits: The differences in words.
        sides: What the two sides are called.
    """
    sentence = _of_words(verdict, edits, sides)
    found = set(findings)
    also = []
    if verdict is not Verdict.TRUNCATED and Finding.TRUNCATED in found:
        also.append("one side has only a part")
    if Finding.ATTRIBUTION in found:
        also.append("it is given to another speaker")
    if Finding.PROVENANCE in found:
        also.append("another outlet is credited")
    return f"{sentence}{''.join(f'; {one}' for one in also)}."


def _of_words(verdict: Verdict, edits: Sequence[Edit], sides: tuple[str, str]) -> str:
    match verdict:
        case Verdict.VERBATIM:
            return "The same words on both sides"
        case Verdict.MARKED:
            return _marked(edits, sides)
        case Verdict.TRUNCATED:
            cut = next((edit for edit in edits if edit.kind is EditKind.TRUNCATED), None)
            if cut is None:
                return "One side has only a part of it"
            shorter, words = (sides[1], cut.left) if cut.left else (sides[0], cut.right)
            return f"{shorter} has only a part and leaves out {_quoted(words)}"
        case Verdict.REORDERED:
            return "The same words in another order"
        case Verdict.SPLICED:
            return "One side prints as one what the other has as separate statements"
        case Verdict.CRITICAL:
            edit = next(edit for edit in edits if edit.critical is not None)
            assert edit.critical is not None
            return f"{_WHAT_DIFFERS[edit.critical]}: {_difference(edit, sides)}"
        case _:
            edit = next(edit for edit in edits if edit.kind in _CHANGES)
            return f"Other words: {_difference(edit, sides)}"


_CHANGES = {EditKind.SUBSTITUTED, EditKind.INSERTED, EditKind.DROPPED}


def _marked(edits: Sequence[Edit], sides: tuple[str, str]) -> str:
    edit = next(iter(edits), None)
    if edit is None:
        return "The same words; brackets or an ellipsis mark a change"
    if edit.kind is EditKind.ELLIPSIS:
        on_left = bool(edit.left) and not any(map(str.isalnum, edit.left))
        side, other = sides if on_left else sides[::-1]
        words = edit.right if on_left else edit.left
        if not words:
            return f"{side} prints an ellipsis where {other} has none"
        return f"{side} marks with an ellipsis that it leaves out {_quoted(words)}"
    on_left = edit.left[:1] in "[(［（〔" and bool(edit.left)
    side, put, instead = (sides[0], edit.left, edit.right) if on_left else (sides[1], edit.right, edit.left)
    return f"{side} puts {_quoted(put)} in brackets" + (f" for {_quoted(instead)}" if instead else "")


def _difference(edit: Edit, sides: tuple[str, str]) -> str:
    if edit.left and edit.right:
        return f"{sides[0]} has {_quoted(edit.left)}, {sides[1]} has {_quoted(edit.right)}"
    side, words = (sides[0], edit.left) if edit.left else (sides[1], edit.right)
    return f"only {side} has {_quoted(words)}"


def _quoted(words: str) -> str:
    told = " ".join(words.split())
    if len(told) > LONGEST:
        told = told[:LONGEST].rsplit(" ", 1)[0] + " …"
    return f"“{told}”"
