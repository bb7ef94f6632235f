"""Quotations: found in an article, given to their speakers, paired across articles and judged by their words."""

from tui.quotation.compare import compare_quotations
from tui.quotation.find import find_quotations
from tui.quotation.model import (
    Attribution,
    Critical,
    Edit,
    EditKind,
    Finding,
    Quotation,
    QuotationKind,
    QuoteComparison,
    QuotePair,
    SpeakerKind,
    Unpaired,
    Verdict,
)
from tui.quotation.rules import HouseRules, severity, severity_without_partner

__all__ = [
    "Attribution",
    "Critical",
    "Edit",
    "EditKind",
    "Finding",
    "HouseRules",
    "Quotation",
    "QuotationKind",
    "QuoteComparison",
    "QuotePair",
    "SpeakerKind",
    "Unpaired",
    "Verdict",
    "compare_quotations",
    "find_quotations",
    "severity",
    "severity_without_partner",
]
