"""Articles, words in them and marks, made by hand for the tests of the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.samples import make_article
from tui.review import Anchor, Decision, Mark, MarkKind, Subject

if TYPE_CHECKING:
    from tui.article import Article, Range

COUNCIL = (
    "Council backs the harbour plan after a long night",
    "The city council voted nine to four on Tuesday for the rebuilding of the old harbour.",
    "Mayor Ines Calloway called the vote “a promise kept to everyone who works on the water”.",
    "Two members of the opposition left the chamber before the count was read out.",
    "The ferry company said it would move its berth to the northern quay by next spring.",
)
LEDGER = (
    "Harbour vote divides the city",
    "Nine councillors against four: the old harbour will be rebuilt, the council decided on Tuesday.",
    "“A promise kept to everybody who works on the water”, Mayor Calloway called the vote.",
    "Fishermen on the quay were less sure, and some of them spoke of a bitter winter ahead.",
)


def council(*more: str, source: str = "council.txt") -> Article:
    """The left article, with paragraphs before the first where given."""
    return make_article([*more, *COUNCIL], source=source)


def ledger(*more: str, source: str = "ledger.txt") -> Article:
    """The right article."""
    return make_article([*more, *LEDGER], source=source)


def words(article: Article, exact: str) -> tuple[Range, ...]:
    """Where words stand that stand once."""
    assert article.text.count(exact) == 1
    start = article.text.index(exact)
    return ((start, start + len(exact)),)


def at(second: float) -> str:
    """A version's name, so many seconds into a made-up day."""
    told = datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(seconds=second)
    return told.isoformat(timespec="microseconds")


def a_mark(kind: MarkKind = MarkKind.REVIEW, *, note: str = "", decision: Decision | None = None) -> Mark:
    """A mark on two words, just made."""
    anchor = Anchor("the vote", "called ", " a promise", 120)
    right = () if kind.is_of_article else (replace(anchor, start=80),)
    return Mark("abc", kind, Subject.QUOTATION, (anchor,), right, decision, note, made=at(0), changed=at(0))


def later(mark: Mark, second: float, **said: object) -> Mark:
    """The next version of a mark."""
    past = (*mark.past, mark.changed)
    return replace(mark, changed=at(second), past=past, **said)  # type: ignore[arg-type]
