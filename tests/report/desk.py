"""Two articles on a reporter's desk, what was marked in them, and words that no format may take for more than words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.samples import make_article
from tui.article import Role
from tui.collation import Collation, collate
from tui.quotation import check_quotations, compare_quotations
from tui.review import Decision, Found, Located, Mark, MarkKind, Subject
from tui.review.anchors import anchor_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article, Range
    from tui.quotation import CheckedQuote, QuoteComparison

LEFT = (
    "Ferry will sail again",
    "“We will not pay 10 dollars,” Ann Doe said on Monday.",
    "“The harbour was quiet all day,” said Max Müller. The old bridge was closed in March.",
    "He called it “a very small boat” and left. “Nobody asked us,” Ann Doe said.",
)
RIGHT = (
    "“The harbour was quiet all day,” said Max Müller.",
    "“We will pay ten dollars,” Ann Doe said.",
    "The old bridge was closed in May. Nobody asked us, she said.",
    "“The tide is high,” Ann Doe added.",
)
NOT_PAY, PAY = "We will not pay 10 dollars,", "We will pay ten dollars,"
QUIET = "The harbour was quiet all day,"
BOAT, TIDE = "a very small boat", "The tide is high,"

HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2+3",
    "＝1+1",
    "\t=1+1",
    "“=1+1”",
    "<script>alert(1)</script>",
    "</w:t></w:r>&amp;&#x41;",
    "[link](http://example.com) ![picture](x.png) <http://example.com>",
    "# heading",
    "1. one",
    "> quoted",
    "*bold* _slanted_ `code` ~~struck~~ | cell |",
    "```",
    "www.example.com and ann@example.com and https://example.com",
    "\x1b[31mred\x07\x00 \u202eevil\u2066",
    "\ufffe\uffff\ud800",
    "a\\",
    "---",
    "&lt;b&gt;",
)
"""Words that some format would take for a formula, markup, a control or no character at all."""

hostile_words = st.lists(
    st.sampled_from(HOSTILE) | st.text(max_size=12) | st.sampled_from(["she said", "bridge", "“", "”"]), max_size=6
).map(" ".join)
"""Any words."""


@dataclass
class Desk:
    """A pair of articles, its comparison and what was marked."""

    left: Article
    right: Article
    marks: list[Located] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.collation: Collation = collate(self.left, self.right)
        self.quotes: QuoteComparison = compare_quotations(self.collation)
        self.checked: tuple[CheckedQuote, ...] = check_quotations(self.left, [self.right])

    def mark(
        self,
        left: str = "",
        right: str = "",
        decision: Decision | None = None,
        note: str = "",
        *,
        subject: Subject = Subject.QUOTATION,
        found: Found = Found.EXACTLY,
        kind: MarkKind = MarkKind.REVIEW,
        value: str = "",
    ) -> Located:
        """Mark words, of either article or both; they stand in it once."""
        sides = place(self.left, left), place(self.right, right)
        anchors = [
            tuple(anchor_of(article.text, *span) for span in spans)
            for article, spans in zip((self.left, self.right), sides, strict=True)
        ]
        mark = Mark(
            f"m{len(self.marks) + 1}",
            kind,
            subject,
            anchors[0],
            anchors[1],
            decision,
            note,
            value,
            made="2026-11-20T09:00:00.000000Z",
            changed="2026-11-21T10:15:30.000000Z",
        )
        lost = found is Found.ORPHANED
        self.marks.append(Located(mark, () if lost else sides[0], () if lost else sides[1], found))
        return self.marks[-1]


def place(article: Article, words: str) -> tuple[Range, ...]:
    """Where words stand; nowhere where there are none."""
    if not words:
        return ()
    start = article.text.index(words)
    return ((start, start + len(words)),)


def make_desk(left: Sequence[str] = LEFT, right: Sequence[str] = RIGHT) -> Desk:
    """A pair of articles; the left one's first paragraph is its headline."""
    return Desk(
        make_article(left, [Role.HEADLINE], source="desk/ferry.txt", title=left[0]),
        make_article(right, source="desk/harbour.txt"),
    )


def hostile_desk(words: str, note: str) -> Desk:
    """Articles that hold any words wherever words can stand: titles, names, quotations, notes."""
    left = make_article(
        [f"T {words}", f"“We will not pay {words} ten dollars,” said Ann {words} Doe.", f"X {words}"],
        [Role.HEADLINE],
        source=f"desk/{words}.txt",
        title=words or None,
    )
    right = make_article(
        [f"“We will pay {words} ten dollars,” said Ann Doe.", f"Then “{words} it is” came."], source=words or "x"
    )
    desk = Desk(left, right)
    for number, one in enumerate((desk.quotes.left or ())[:2]):
        spans = one.words
        anchors = tuple(anchor_of(left.text, *span) for span in spans)
        decision = (Decision.FLAGGED, None)[number]
        mark = Mark(f"h{number}", MarkKind.REVIEW, Subject.QUOTATION, anchors, (), decision, note)
        desk.marks.append(Located(mark, spans, (), Found.EXACTLY))
    lost = Mark(
        "o", MarkKind.REVIEW, Subject.PARAGRAPH, (anchor_of(f"{words} gone", 0, len(words) + 5),), (), None, note
    )
    desk.marks.append(Located(lost, (), (), Found.ORPHANED))
    return desk
