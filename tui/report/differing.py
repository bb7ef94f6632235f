"""Two wordings of a quotation in plain letters, the words that differ set off so that pasting keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import Critical, EditKind, Finding, Verdict
from tui.report.lines import harmless
from tui.report.passages import PART, with_beside
from tui.report.wording import counted, flat, left_out, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tui.article import Article, Range
    from tui.quotation import Edit

SET_OFF = "*"
"""Stands before and after words that differ."""

SEVERITY_WORDS = ("no change of words", "slight", "worth a look", "serious", "grave")
"""How grave a finding is under the house's rules, by severity."""

VERDICT_WORDS = {
    Verdict.VERBATIM: "verbatim",
    Verdict.MARKED: "changes marked",
    Verdict.TRUNCATED: "cut short",
    Verdict.REORDERED: "in another order",
    Verdict.SPLICED: "put together from separate statements",
    Verdict.ALTERED: "other words",
    Verdict.CRITICAL: "the meaning may differ",
    Verdict.UNQUOTED: "there without quotation marks",
    Verdict.PARAPHRASED: "in other words",
    Verdict.MISSING: "not found",
}
"""A verdict for people who never read the handbook; the one list, for reports and for the screen."""

COUNTED_WORDS = {
    **VERDICT_WORDS,
    Verdict.MARKED: "with changes marked",
    Verdict.ALTERED: "with other words",
    Verdict.CRITICAL: "whose meaning may differ",
}
"""The same after a number: "2 with other words"."""

_CRITICAL_WORDS = {
    Critical.NEGATION: "a negation",
    Critical.NUMBER: "a number or date",
    Critical.NAME: "a name",
    Critical.HEDGE: "how certain it sounds",
}
_CREDIT_WORDS = {Finding.ATTRIBUTION: ", another speaker", Finding.PROVENANCE: ", another outlet"}
_LONG = 90  # words of a wording beyond which its agreeing stretches are shortened
_KEPT = 9  # words kept on both sides of what differs
_SHOWN = 30  # words of one difference that are shown


def set_off(
    article: Article,
    spans: Iterable[Range],
    differing: Iterable[Range] = (),
    *,
    marks: bool = True,
    whole: bool = False,
) -> str:
    """A wording on one line, each of its parts in quotation marks of its own.

    Args:
        article: Whose words these are.
        spans: The words, in the order in which they are compared.
        differing: What differs; it may lie beside the spans, as what the other side leaves out does.
        marks: Whether to set off what differs; an ear only stumbles over the signs.
        whole: Whether every word is to be shown, as for pasting; else of a long wording the stretches that agree are
            shortened, outside the marks.

    Returns:
        The words.
    """
    wanted = sorted(set(differing))
    parts = [_in_pieces(article.text, span, wanted) for span in with_beside(article.text, spans, wanted)]
    length = sum(len(words.split(" ")) for part in parts for words, _ in part)
    whole = whole or length <= _LONG
    told = (_part_in_marks(part, marks=marks, whole=whole) for part in parts)
    return (PART if marks else ", and then ").join(told)


def differences(edits: Iterable[Edit], left: str, right: str, *, whole: bool = False) -> str:
    """What differs, in a sentence's words: "the article has “a”, the source has “b”; only the source has “c”".

    Args:
        edits: The differences.
        left: What to call the left side.
        right: What to call the right side.
        whole: Whether words are shown however many they are.
    """
    longest = 0 if whole else _SHOWN
    told: list[str] = []
    cut = ""
    for edit in edits:
        one = _difference(edit, left, right, longest)
        plain_cut = edit.kind is EditKind.TRUNCATED and edit.critical is None
        opening_words = f"{right if edit.left else left} leaves out " if plain_cut else ""
        if opening_words and opening_words == cut:
            told[-1] += f" and {one.removeprefix(cut)}"
        else:
            told.append(one)
        cut = opening_words
    return "; ".join(told)


def with_credit(words: str, findings: Collection[Finding]) -> str:
    """A verdict's words, and whether another speaker or outlet is credited: "verbatim, another speaker"."""
    return words + "".join(told for finding, told in _CREDIT_WORDS.items() if finding in findings)


def is_bare_ellipsis(edit: Edit) -> bool:
    """Whether only one side prints an ellipsis, and the other nothing in its place."""
    return edit.kind is EditKind.ELLIPSIS and (not edit.left or not edit.right) and _is_dots(edit.left, edit.right)


def sentence(words: str) -> str:
    """Words with a capital letter at their beginning."""
    return words[:1].upper() + words[1:]


def opening(text: str, words: int = 12) -> str:
    """The first words of a quotation, in quotation marks, and how many more there are."""
    parts = flat(harmless(text)).split(" ")
    if len(parts) <= words + 2:
        return quoted(" ".join(parts))
    return f"{quoted(' '.join(parts[:words]))} [{counted(len(parts) - words, 'more word', 'more words')}]"


def _difference(edit: Edit, left: str, right: str, longest: int) -> str:
    ours, theirs = (quoted(words, longest=longest) if words else "" for words in (edit.left, edit.right))
    if is_bare_ellipsis(edit):
        printing, other = (left, right) if edit.left else (right, left)
        return f"{printing} prints an ellipsis here, {other} none, and no words are left out"
    if edit.kind is EditKind.TRUNCATED or (edit.kind is EditKind.ELLIPSIS and _is_dots(edit.left, edit.right)):
        kept_left = bool(edit.left) and not _is_dots(edit.left)
        told = f"{right if kept_left else left} leaves out {ours if kept_left else theirs}"
        if edit.kind is EditKind.ELLIPSIS:
            told += " and marks it with an ellipsis"
    elif ours and theirs:
        told = f"{left} has {ours}, {right} has {theirs}"
    else:
        told = f"only {left} has {ours}" if ours else f"only {right} has {theirs}"
    return f"{told} ({_CRITICAL_WORDS[edit.critical]})" if edit.critical is not None else told


def _is_dots(*sides: str) -> bool:
    """Whether one of the sides is nothing but an ellipsis."""
    return any(words and not any(map(str.isalnum, words)) for words in sides)


def _in_pieces(text: str, span: Range, differing: Sequence[Range]) -> list[tuple[str, bool]]:
    """A span cut at what differs; each piece with whether it does."""
    pieces: list[tuple[str, bool]] = []
    at, end = span
    for low, high in differing:
        first, last = max(low, at), min(high, end)
        if first < last:
            pieces += [(text[at:first], False), (text[first:last], True)]
            at = last
    pieces.append((text[at:end], False))
    return [(words.replace("\n", " "), differs) for words, differs in pieces if words]


def _part_in_marks(pieces: Sequence[tuple[str, bool]], *, marks: bool, whole: bool) -> str:
    """A part in quotation marks; they close before what says how many words aren't shown, and open again after it."""
    shown, gaps = [""], []
    for at, (words, differs) in enumerate(pieces):
        first, hidden, last = (words, 0, "") if whole else _shortened(words, differs, at > 0, at < len(pieces) - 1)
        sign = SET_OFF if differs and marks else ""
        shown[-1] += f"{sign}{first}{sign}"
        if hidden:
            gaps.append(left_out(hidden))
            shown.append(f"{sign}{last}{sign}")
    return quoted(shown[0]) + "".join(f" {gap} {quoted(words)}" for gap, words in zip(gaps, shown[1:], strict=True))


def _shortened(words: str, differs: bool, follows: bool, goes_on: bool) -> tuple[str, int, str]:
    """The first words of a piece, how many are not shown and the last; what agrees keeps words beside a difference."""
    parts = words.split(" ")
    if differs:
        before, after, spare = _SHOWN // 2, _SHOWN // 2, 2
    else:
        before, after, spare = _KEPT if follows else _KEPT - 1, _KEPT if goes_on else _KEPT - 1, 3
    hidden = len(parts) - before - after
    if hidden <= spare:
        return words, 0, ""
    return " ".join(parts[:before]), hidden, " ".join(parts[-after:])
