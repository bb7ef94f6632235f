"""Two wordings of a quotation in plain letters, the words that differ set off so that pasting keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation import Critical, EditKind, Verdict
from tui.report.lines import harmless
from tui.report.wording import flat, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Article, Range
    from tui.quotation import Edit

SET_OFF = "*"
"""Stands before and after words that differ."""

GAP = "[…]"
"""Stands for whatever a source says between two passages."""

SEVERITY_WORDS = ("no change of words", "slight", "worth a look", "serious", "grave")
"""How grave a finding is under the house's rules, by severity."""

VERDICT_WORDS = {
    Verdict.VERBATIM: "verbatim",
    Verdict.MARKED: "changes marked",
    Verdict.TRUNCATED: "cut short",
    Verdict.REORDERED: "words in another order",
    Verdict.SPLICED: "put together from separate statements",
    Verdict.ALTERED: "other words",
    Verdict.CRITICAL: "the meaning may differ",
    Verdict.UNQUOTED: "the same words without quotation marks",
    Verdict.PARAPHRASED: "said in other words",
    Verdict.MISSING: "not found",
}
"""A verdict for people who never read the handbook."""

COUNTED_WORDS = {
    **VERDICT_WORDS,
    Verdict.MARKED: "with changes marked",
    Verdict.REORDERED: "with words in another order",
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
_LONG = 90  # words of a wording beyond which its agreeing stretches are shortened
_KEPT = 9  # words kept on both sides of what differs
_SHOWN = 30  # words of one difference that are shown


def set_off(
    article: Article, spans: Iterable[Range], differing: Iterable[Range], *, marks: bool = True, apart: bool = False
) -> str:
    """A wording on one line, in quotation marks.

    Args:
        article: Whose words these are.
        spans: The words, in the order in which they are compared.
        differing: What differs; it may lie beside the spans, as what the other side leaves out does.
        marks: Whether to set off what differs; an ear only stumbles over the signs.
        apart: Whether other words stand between the spans, rather than marks and who said it.

    Returns:
        The words; of a long wording the stretches that agree are shortened.
    """
    wanted = sorted(set(differing))
    parts = [_in_pieces(article.text, span, wanted) for span in _grown(article, spans, wanted)]
    length = sum(len(words.split(" ")) for part in parts for words, _ in part)
    told = []
    for part in parts:
        shown = [
            (_shortened(words, differs, at > 0, at < len(part) - 1) if length > _LONG else words, differs)
            for at, (words, differs) in enumerate(part)
        ]
        told.append(_joined([f"{SET_OFF}{words}{SET_OFF}" if differs and marks else words for words, differs in shown]))
    return quoted((f" {GAP} " if apart else " ").join(told))


def differences(edits: Sequence[Edit], left: str, right: str) -> str:
    """What differs, in a sentence's words: "the article has “a”, the source has “b”; only the source has “c”".

    Args:
        edits: The differences.
        left: What to call the left side.
        right: What to call the right side.
    """
    return "; ".join(_difference(edit, left, right) for edit in edits)


def sentence(words: str) -> str:
    """Words with a capital letter at their beginning."""
    return words[:1].upper() + words[1:]


def opening(text: str, words: int = 12) -> str:
    """The first words of a quotation, in quotation marks."""
    parts = flat(harmless(text)).split(" ")
    return quoted(" ".join(parts) if len(parts) <= words + 2 else f"{' '.join(parts[:words])} …")


def _difference(edit: Edit, left: str, right: str) -> str:
    ours, theirs = (quoted(words, longest=_SHOWN) if words else "" for words in (edit.left, edit.right))
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


def _grown(article: Article, spans: Iterable[Range], differing: Sequence[Range]) -> list[Range]:
    """The spans, and beside the first and last of them what differs there; neighbours become one."""
    grown = list(spans)
    for start, end in differing:
        if any(low < end and start < high for low, high in grown):
            continue
        near = next(
            (at for at, (low, high) in enumerate(grown) if _beside(article, (start, end), (low, high))),
            None,
        )
        if near is not None:
            grown[near] = (min(start, grown[near][0]), max(end, grown[near][1]))
    return grown


def _beside(article: Article, one: Range, other: Range) -> bool:
    """Whether no word stands between two stretches."""
    low, high = (one[1], other[0]) if one[0] < other[0] else (other[1], one[0])
    return not any(map(str.isalnum, article.text[low:high]))


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


def _joined(pieces: Sequence[str]) -> str:
    return flat("".join(pieces))


def _shortened(words: str, differs: bool, follows: bool, goes_on: bool) -> str:
    """A piece of a long wording; what agrees keeps its words beside a difference."""
    parts = words.split(" ")
    if differs:
        if len(parts) <= _SHOWN + 2:
            return words
        return _without_middle(parts, _SHOWN // 2, _SHOWN // 2)
    before = _KEPT if follows else _KEPT - 1
    after = _KEPT if goes_on else _KEPT - 1
    if len(parts) <= before + after + 3:
        return words
    return _without_middle(parts, before, after)


def _without_middle(parts: Sequence[str], before: int, after: int) -> str:
    """The first and the last words, and how many stand between them: dots alone could be the article's own."""
    return " ".join([*parts[:before], f"[… {len(parts) - before - after} words …]", *parts[-after:]])
