"""Quotations and what was found of them, as the plain lists and dicts that JSON is made of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from tui.quotation import HouseRules, Verdict, severity, severity_without_partner
from tui.review import Subject
from tui.review.finding import fit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.article import Range
    from tui.quotation import CheckedQuote, Cluster, Edit, Quotation, QuoteComparison, QuotePair, Unpaired
    from tui.review import Located

_Key = TypeVar("_Key", int, str)

LEFT, RIGHT, ALONE = "L", "R", "q"
"""What the ids of quotations begin with: left and right of a comparison, and elsewhere."""


def quotation_id(number: int, prefix: str) -> str:
    """The id of a quotation; people and ids count from 1."""
    return f"{prefix}{number + 1}"


def quotation_object(quotation: Quotation, prefix: str) -> dict[str, object]:
    """One quotation of an article."""
    attribution = quotation.attribution
    original = quotation.duplicate_of
    return {
        "id": quotation_id(quotation.number, prefix),
        "segments": quotation.segments,
        "text": quotation.text,
        "kind": quotation.kind.value,
        "speaker": attribution.speaker,
        "speaker_kind": attribution.kind.value,
        "cue": attribution.cue,
        "outlet": attribution.outlet,
        "repaired": quotation.repaired,
        "duplicate_of": None if original is None else quotation_id(original, prefix),
        "paragraphs": quotation.paragraphs,
    }


def pair_object(pair: QuotePair, rules: HouseRules) -> dict[str, object]:
    """One pair of a comparison."""
    return {
        "left": [quotation_id(number, LEFT) for number in pair.left],
        "right": [quotation_id(number, RIGHT) for number in pair.right],
        "left_spans": pair.left_spans,
        "right_spans": pair.right_spans,
        "primary": pair.primary,
        "verdict": pair.verdict.value,
        "findings": [finding.value for finding in pair.findings],
        "severity": severity(pair.findings, pair.edits, rules),
        "why": pair.why,
        "edits": [edit_object(edit) for edit in pair.edits],
    }


def edit_object(edit: Edit) -> dict[str, object]:
    """One difference in words."""
    return {
        "kind": edit.kind.value,
        "left": edit.left,
        "right": edit.right,
        "left_span": edit.left_span,
        "right_span": edit.right_span,
        "critical": None if edit.critical is None else edit.critical.value,
    }


def unpaired_object(unpaired: Unpaired, prefix: str) -> dict[str, object]:
    """A quotation that the other article doesn't put between marks."""
    return {
        "id": quotation_id(unpaired.number, prefix),
        "verdict": unpaired.verdict.value,
        "other": unpaired.other,
        "severity": severity_without_partner(unpaired.verdict),
        "findings": [finding.value for finding in unpaired.findings],
        "edits": [edit_object(edit) for edit in unpaired.edits],
    }


def verdict_counts(quotes: QuoteComparison) -> dict[str, int]:
    """How often each verdict stands: primary pairs, and quotations of both sides without a partner.

    A copy in a caption isn't counted again.
    """
    copies = [
        {quotation.number for quotation in side if quotation.duplicate_of is not None}
        for side in (quotes.left, quotes.right)
    ]
    found = Counter(
        pair.verdict
        for pair in quotes.pairs
        if pair.primary and copies[0].isdisjoint(pair.left) and copies[1].isdisjoint(pair.right)
    )
    for fates, copied in zip((quotes.left_unpaired, quotes.right_unpaired), copies, strict=True):
        found.update(fate.verdict for fate in fates if fate.number not in copied)
    return {verdict.value: found[verdict] for verdict in Verdict if found[verdict]}


def checked_object(checked: CheckedQuote, rules: HouseRules) -> dict[str, object]:
    """One quotation as its sources have it."""
    return {
        "id": quotation_id(checked.number, ALONE),
        "verdict": checked.verdict.value,
        "findings": [finding.value for finding in checked.findings],
        "severity": checked_severity(checked, rules),
        "edits": [edit_object(edit) for edit in checked.edits],
        "source": checked.source,
        "source_spans": checked.source_spans,
        "speaker_in_source": checked.speaker_in_source,
        "why": checked.why,
    }


def checked_severity(checked: CheckedQuote, rules: HouseRules) -> int:
    """How grave it is: that no source has it, or how it differs."""
    if checked.verdict in {Verdict.PARAPHRASED, Verdict.MISSING}:
        return severity_without_partner(checked.verdict, against_source=True)
    return severity(checked.findings, checked.edits, rules)


def cluster_object(cluster: Cluster) -> dict[str, object]:
    """One statement across the articles."""
    return {
        "label": cluster.label,
        "variants": [{"article": article, "id": quotation_id(number, ALONE)} for article, number in cluster.variants],
        "matrix": [
            {
                "article": cell.article,
                "presence": cell.presence.value,
                "verdict": cell.verdict.value,
                "spans": cell.spans,
                "findings": [finding.value for finding in cell.findings],
                "edits": [edit_object(edit) for edit in cell.edits],
                "speaker": cell.speaker,
            }
            for cell in cluster.cells
        ],
    }


def quotation_objects(quotations: Sequence[Quotation], prefix: str) -> list[dict[str, object]]:
    """All quotations of an article."""
    return [quotation_object(quotation, prefix) for quotation in quotations]


def comparison_mark_object(located: Located, quotes: QuoteComparison) -> dict[str, object]:
    """What a reporter marked, with its place in "quote_pairs" or its id in "unpaired"."""
    pairs = ((at, pair.left_spans, pair.right_spans) for at, pair in enumerate(quotes.pairs))
    pair, pair_fit = _nearest(located, pairs)
    alone, alone_fit = _nearest(located, _unpaired_words(quotes))
    if pair_fit < alone_fit:
        pair = None
    return {
        **_mark(located),
        "quote_pair": pair,
        "unpaired": alone if pair is None else None,
    }


def check_mark_object(
    located: Located, source: int, quotations: Sequence[Quotation], checked: Sequence[CheckedQuote]
) -> dict[str, object]:
    """What a reporter marked in an article beside one of its sources, with the id of the quotation it is on."""
    words = (
        (
            quotation_id(one.number, ALONE),
            quotations[one.number].words,
            one.source_spans if one.source == source else (),
        )
        for one in checked
    )
    return {**_mark(located), "source": source, "quote": _nearest(located, words)[0]}


def _mark(located: Located) -> dict[str, object]:
    mark = located.mark
    return {
        "id": mark.id,
        "kind": mark.kind.value,
        "subject": mark.subject.value,
        "left_spans": located.left,
        "right_spans": located.right,
        "left_words": [anchor.exact for anchor in mark.left],
        "right_words": [anchor.exact for anchor in mark.right],
        "decision": None if mark.decision is None else mark.decision.value,
        "note": mark.note,
        "value": mark.value,
        "found": located.found.value,
        "made": mark.made,
        "changed": mark.changed,
    }


def _unpaired_words(quotes: QuoteComparison) -> Iterable[tuple[str, Sequence[Range], Sequence[Range]]]:
    for one in quotes.left_unpaired:
        other = () if one.other is None else (one.other,)
        yield quotation_id(one.number, LEFT), quotes.left[one.number].words, other
    for one in quotes.right_unpaired:
        other = () if one.other is None else (one.other,)
        yield quotation_id(one.number, RIGHT), other, quotes.right[one.number].words


def _nearest(
    located: Located, words: Iterable[tuple[_Key, Sequence[Range], Sequence[Range]]]
) -> tuple[_Key | None, tuple[float, int]]:
    """Of words with their keys those that a mark fits best, and how well; only a mark on a quotation fits any."""
    best: tuple[_Key | None, tuple[float, int]] = (None, (0.0, 0))
    if located.mark.subject is Subject.QUOTATION:
        for key, left, right in words:
            fit = fit_of(located, left, right)
            if fit is not None and fit > best[1]:
                best = key, fit
    return best
