"""Quotations: found in an article, given to their speakers, paired across articles and judged by their words."""

from tui.quotation.find import find_quotations
from tui.quotation.model import Attribution, Quotation, QuotationKind, SpeakerKind

__all__ = ["Attribution", "Quotation", "QuotationKind", "SpeakerKind", "find_quotations"]
