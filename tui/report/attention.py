"""Which quotations of a check count, and which of them somebody has to look at."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from tui.quotation import EditKind, Finding, HouseRules, QuotationKind, Verdict
from tui.quotation.judging.gravity import HEDGES, NEGATIONS, UNSPACED_HEDGES, UNSPACED_NEGATIONS
from tui.report.differing import is_bare_ellipsis
from tui.report.quotes import checked_severity
from tui.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.quotation import CheckedQuote, Edit, Quotation

_STATEMENTS = frozenset({QuotationKind.FULL, QuotationKind.PARTIAL})
_FAITHFUL = frozenset({Verdict.VERBATIM, Verdict.MARKED, Verdict.TRUNCATED})
_CUTS = frozenset({EditKind.TRUNCATED, EditKind.ELLIPSIS})
_SLIGHT = 1
_WORTH_A_LOOK = 2


def _words(told: str) -> frozenset[str]:
    return frozenset(told.split())


_CONTRASTS = _words(
    """
    but unless except although though however only if provided until till yet whereas otherwise instead least
    aber sondern außer obwohl jedoch doch allerdings sofern falls wenn bis mindestens zumindest statt
    mais sauf quoique cependant pourtant toutefois si moins sinon seulement
    pero sino salvo aunque excepto menos mas embora exceto ma però tranne eccetto sebbene
    maar tenzij behalve hoewel men utom
    """
)
"""Words that turn or narrow what was said before them, or what comes after."""
_UNSPACED_CONTRASTS = (
    "しかし",
    "ただし",
    "ただ",
    "けれど",
    "が、",
    "でも",
    "以外",
    "限り",
    "但",
    "除非",
    "可是",
    "不过",
)

_FUTURES = _words("will 'll shall wird werden fast about around")
"""Hedges that narrow little, or mean something else in another language."""


class Attention(Enum):
    """What a reader of the memo has to do: act on it, read what is left out or put in, or nothing."""

    NEEDED = "needed"
    TO_READ = "to read"
    NONE = "none"


def is_counted(quotation: Quotation) -> bool:
    """Whether it is somebody's statement: no term, title, words in a headline or copy in a caption."""
    return quotation.kind in _STATEMENTS and quotation.duplicate_of is None


def is_faithful(checked: CheckedQuote) -> bool:
    """Whether the source has these words from this speaker, what is left out or put in being marked or at an end."""
    return checked.verdict in _FAITHFUL and Finding.ATTRIBUTION not in checked.findings


def every_quotation_holds(quotations: Sequence[Quotation], checked: Sequence[CheckedQuote]) -> bool:
    """Whether nothing that counts differs from its source but by marks and cuts.

    Args:
        quotations: Those of the article.
        checked: One result for each of them.
    """
    return all(is_faithful(one) for one in checked if is_counted(quotations[one.number]))


def attention_to(checked: CheckedQuote, rules: HouseRules) -> Attention:
    """How much attention a quotation wants.

    Args:
        checked: What was found of it.
        rules: The house's rules; a lenient house lets a slight change of words pass as something to read.
    """
    if is_faithful(checked):
        if turning_edits(checked):
            return Attention.NEEDED
        return Attention.NONE if checked.verdict is Verdict.VERBATIM else Attention.TO_READ
    forgiven = checked.verdict is Verdict.ALTERED and checked_severity(checked, rules) <= _SLIGHT
    return Attention.TO_READ if forgiven else Attention.NEEDED


def weight_of(checked: CheckedQuote, rules: HouseRules) -> int:
    """How grave it is in a memo, 0 to 4: as the house's rules have it, but a cut that may mislead is worth a look."""
    weight = checked_severity(checked, rules)
    return max(weight, _WORTH_A_LOOK) if turning_edits(checked) else weight


def turning_edits(checked: CheckedQuote) -> tuple[Edit, ...]:
    """The cuts that may mislead: they turn or narrow what stands, or the source's own ellipsis is gone."""
    return tuple(edit for edit in checked.edits if _hides_a_cut(edit) or drops_a_turn(edit))


def _hides_a_cut(edit: Edit) -> bool:
    return is_bare_ellipsis(edit) and not edit.left


def drops_a_turn(edit: Edit) -> bool:
    """Whether the article leaves out a negation, a hedge or a contrast."""
    if edit.kind not in _CUTS or edit.right_span is None:
        return False
    tokens = tokenize(edit.right)
    # "May" is the month more often than the verb at the head of a clause.
    keys = {
        key for start, key in zip(tokens.starts, tokens.keys, strict=True) if edit.right[start : start + 3] != "May"
    }
    if any(key.endswith("n't") or key in _CONTRASTS or key in NEGATIONS for key in keys):
        return True
    unspaced = (*UNSPACED_NEGATIONS, *UNSPACED_HEDGES, *_UNSPACED_CONTRASTS)
    return not keys.isdisjoint(HEDGES - _FUTURES) or any(part in edit.right for part in unspaced)
