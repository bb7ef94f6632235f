"""Quotations: found in an article, given to their speakers, paired across articles and judged by their words."""

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
