"""How grave findings are under each house's rules."""

from __future__ import annotations

import pytest

from tui.quotation import Critical, Edit, EditKind, Finding, HouseRules, Verdict, severity, severity_without_partner
from tui.quotation.judging.judge import judge
from tui.quotation.judging.words import quoted_words


def edit(left: str, right: str, critical: Critical | None = None) -> Edit:
    kind = EditKind.SUBSTITUTED if left and right else EditKind.DROPPED if left else EditKind.INSERTED
    return Edit(kind, left, right, (0, 1) if left else None, (0, 1) if right else None, critical)


@pytest.mark.parametrize(
    ("findings", "grave"),
    [
        ((), 0),
        ((Finding.TYPOGRAPHIC, Finding.RESEGMENTED), 0),
        ((Finding.BRACKETED,), 1),
        ((Finding.ELLIPSIS,), 1),
        ((Finding.TRUNCATED,), 1),
        ((Finding.REORDERED,), 2),
        ((Finding.PROVENANCE, Finding.TRUNCATED), 2),
        ((Finding.SPLICED,), 3),
        ((Finding.SUBSTITUTED,), 3),
        ((Finding.INSERTED_OR_DROPPED, Finding.BRACKETED), 3),
        ((Finding.CRITICAL, Finding.SUBSTITUTED), 4),
        ((Finding.TYPOGRAPHIC, Finding.ATTRIBUTION), 4),
    ],
)
def test_strict_is_as_grave_as_the_gravest(findings: tuple[Finding, ...], grave: int) -> None:
    assert severity(findings, ()) == grave


@pytest.mark.parametrize(
    ("left", "right", "finding", "lenient"),
    [
        ("um", "", Finding.INSERTED_OR_DROPPED, 1),
        ("", "you know", Finding.INSERTED_OR_DROPPED, 1),
        ("well, I mean", "", Finding.INSERTED_OR_DROPPED, 1),
        ("is", "are", Finding.SUBSTITUTED, 1),
        ("gonna", "going to", Finding.SUBSTITUTED, 1),
        ("in the town", "", Finding.INSERTED_OR_DROPPED, 3),
        ("um, Doe", "", Finding.INSERTED_OR_DROPPED, 3),
        ("Hearing", "Having", Finding.SUBSTITUTED, 3),
    ],
)
def test_lenient_forgives_fillers_and_slips_alone(left: str, right: str, finding: Finding, lenient: int) -> None:
    edits = [edit(left, right)]
    assert severity([finding], edits, HouseRules.STRICT) == 3
    assert severity([finding], edits, HouseRules.LENIENT) == lenient


def test_one_real_change_beside_a_filler_is_not_forgiven() -> None:
    edits = [edit("um", ""), edit("Hearing", "Having")]
    findings = [Finding.SUBSTITUTED, Finding.INSERTED_OR_DROPPED]
    assert severity(findings, edits, HouseRules.LENIENT) == 3


def test_a_slip_that_changes_what_was_said_is_not_forgiven() -> None:
    edits = [edit("well", "", Critical.HEDGE)]
    assert severity([Finding.INSERTED_OR_DROPPED, Finding.CRITICAL], edits, HouseRules.LENIENT) == 4


def test_lenient_forgives_no_wrong_speaker() -> None:
    assert severity([Finding.INSERTED_OR_DROPPED, Finding.ATTRIBUTION], [edit("um", "")], HouseRules.LENIENT) == 4


def test_without_a_partner() -> None:
    assert severity_without_partner(Verdict.UNQUOTED) == 2
    assert severity_without_partner(Verdict.PARAPHRASED) == 1
    assert severity_without_partner(Verdict.MISSING) == 0
    assert severity_without_partner(Verdict.MISSING, against_source=True) == 4


def test_a_word_said_twice_and_printed_once_is_forgiven_alone() -> None:
    left, right = "We we need the the money", "We need the money"
    found = judge(quoted_words(left, [(0, len(left))]), quoted_words(right, [(0, len(right))]))
    assert [(one.kind, one.left) for one in found.edits] == [(EditKind.DROPPED, "we"), (EditKind.DROPPED, "the")]
    assert severity(found.findings, found.edits, HouseRules.STRICT) == 3
    assert severity(found.findings, found.edits, HouseRules.LENIENT) == 1
