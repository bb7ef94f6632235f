"""Two articles compared: paragraphs linked, shared passages found, every word given its status."""

from tui.collation.collate import collate
from tui.collation.model import Collation, Counts, Link, Relation, Span, Status, Tie

__all__ = ["Collation", "Counts", "Link", "Relation", "Span", "Status", "Tie", "collate"]
