"""What a reporter decided: marks and notes that last, and finding their words again."""

from tui.review.model import Anchor, Decision, Found, Located, Mark, MarkKind, Place, Subject

__all__ = ["Anchor", "Decision", "Found", "Located", "Mark", "MarkKind", "Place", "Subject"]
