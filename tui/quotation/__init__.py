"""Quotations: found in an article, given to their speakers, paired across articles and judged by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quotation.check import check_quotations
from tui.quotation.compare import compare_quotations
from tui.quotation.find import find_quotations
from tui.quotation.judging.rules import HouseRules, severity, severity_without_partner
from tui.quotation.model import (
    Attribution,
    Cell,
    CheckedQuote,
    Cluster,
    Critical,
    Edit,
    EditKind,
    Finding,
    Presence,
    Quotation,
    QuotationKind,
    QuoteComparison,
    QuotePair,
    SpeakerKind,
    Unpaired,
    Verdict,
)

if TYPE_CHECKING:
    from tui.quotation.trace import trace_quotations

__all__ = [
    "Attribution",
    "Cell",
    "CheckedQuote",
    "Cluster",
    "Critical",
    "Edit",
    "EditKind",
    "Finding",
    "HouseRules",
    "Presence",
    "Quotation",
    "QuotationKind",
    "QuoteComparison",
    "QuotePair",
    "SpeakerKind",
    "Unpaired",
    "Verdict",
    "check_quotations",
    "compare_quotations",
    "find_quotations",
    "severity",
    "severity_without_partner",
    "trace_quotations",
]


def __getattr__(name: str) -> object:
    """Tracing is loaded when it is first asked for: two articles are compared without it."""
    if name != "trace_quotations":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tui.quotation.trace import trace_quotations

    return trace_quotations
