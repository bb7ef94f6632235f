from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.app.idling import wait_for_idle
from tests.samples import make_article
from tui.article import Article, Role
from tui.collation import Collation, Counts, Link, Relation, Span, Status
from tui.layout import Side

if TYPE_CHECKING:
    from collections.abc import Callable

LEFT = (
    "Staffers ask for a meeting",
    "“This letter is just a start,” one of the organizers told Politico on Sunday.",
    "Only the left article has [bold]this[/bold] paragraph [who] knows.",
    "The committee thanked the signers for their willingness to engage.",
    "Some signers said the issue was the culture of campaigns in general.",
    "The letter was sent to the senator by more than two dozen women and men.",
)
RIGHT = (
    "Connect with us",
    "Staffers ask for a meeting",
    "The letter was sent to the senator by more than two dozen women and men.",
    "“This letter is just a start,” one of the organizers added, according to The Hill.",
    "Only the right article has this one.",
    "The committee thanked the signers for their willingness to engage at once.",
    "Toxic culture was not this campaign's alone, people who worked on it felt.",
)


def article(name: str, paragraphs: tuple[str, ...], boilerplate: frozenset[int] = frozenset()) -> Article:
    roles = [Role.BOILERPLATE if index in boilerplate else Role.BODY for index in range(len(paragraphs))]
    return make_article(paragraphs, roles, source=f"{name}.txt", published="2018-12-30")


def place(of: Article, words: str) -> tuple[int, int]:
    start = of.text.index(words)
    return start, start + len(words)


def spans(of: Article, linked: set[int], told: list[tuple[str, Status, tuple[int, int] | None]]) -> tuple[Span, ...]:
    """The spans told, and the rest of each paragraph as the same (linked) or unique."""
    known = sorted((*place(of, words), status, other) for words, status, other in told)
    found = []
    for index, paragraph in enumerate(of.paragraphs):
        at = paragraph.start
        inside = [one for one in known if paragraph.start <= one[0] < paragraph.end]
        for start, end, status, other in [*inside, (paragraph.end, paragraph.end, Status.SAME, None)]:
            words = list(re.finditer(r"[\w’']+", of.text[at:start]))
            if words:
                rest = Status.SAME if index in linked else Status.UNIQUE
                found.append(Span(at + words[0].start(), at + words[-1].end(), rest))
            if end > start:
                found.append(Span(start, end, status, other))
            at = end
    return tuple(found)


def made() -> Collation:
    left, right = article("left", LEFT), article("right", RIGHT, frozenset({0}))
    told, added = place(left, "told Politico on Sunday"), place(right, "added, according to The Hill")
    return Collation(
        left=left,
        right=right,
        links=(
            Link(0, 1, Relation.SAME, moved=False, score=1.0),
            Link(1, 3, Relation.EDITED, moved=False, score=0.8),
            Link(3, 5, Relation.EDITED, moved=False, score=1.0),
            Link(4, 6, Relation.SIMILAR, moved=False, score=0.3),
            Link(5, 2, Relation.SAME, moved=True, score=1.0),
        ),
        left_spans=spans(
            left,
            {0, 1, 3, 5},
            [("told Politico on Sunday", Status.CHANGED, added), ("culture", Status.SAME, place(right, "culture"))],
        ),
        right_spans=spans(
            right,
            {1, 2, 3, 5},
            [
                ("added, according to The Hill", Status.CHANGED, told),
                ("at once", Status.UNIQUE, None),
                ("culture", Status.SAME, place(left, "culture")),
            ],
        ),
        left_counts=Counts(70, 35, 1),
        right_counts=Counts(75, 35, 1),
        differs=True,
    )


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with all colours, whatever the tests run in."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def pair() -> Collation:
    """Every kind of link and status once, linked by hand."""
    return made()


@pytest.fixture
def long_pair() -> Collation:
    """Forty paragraphs a side, all linked; the tenth and the thirtieth differ in one word."""
    sides = []
    for colour in ("green", "grey"):
        words = tuple(f"Paragraph {n}: " + "the same few words again and again " * 4 + "end." for n in range(1, 41))
        words = tuple(w.replace("end.", f"{colour}.") if n in {9, 29} else w for n, w in enumerate(words))
        sides.append(article(colour, words))
    left, right = sides
    changed: dict[Side, list[tuple[int, int]]] = {
        side: [m.span() for m in re.finditer(colour, of.text)]
        for side, of, colour in ((Side.LEFT, left, "green"), (Side.RIGHT, right, "grey"))
    }

    def covered(of: Article, here: list[tuple[int, int]], there: list[tuple[int, int]]) -> tuple[Span, ...]:
        found = []
        for paragraph in of.paragraphs:
            mine = [n for n, (start, _) in enumerate(here) if paragraph.start <= start < paragraph.end]
            end = here[mine[0]][0] - 1 if mine else paragraph.end - 1
            found.append(Span(paragraph.start, end, Status.SAME))
            found += [Span(*here[n], Status.CHANGED, there[n]) for n in mine]
        return tuple(found)

    return Collation(
        left=left,
        right=right,
        links=tuple(Link(n, n, Relation.EDITED, moved=False, score=0.9) for n in range(40)),
        left_spans=covered(left, changed[Side.LEFT], changed[Side.RIGHT]),
        right_spans=covered(right, changed[Side.RIGHT], changed[Side.LEFT]),
        left_counts=Counts(1200, 1198, 0),
        right_counts=Counts(1200, 1198, 0),
        differs=True,
    )


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """Make an app that shows a given comparison."""
    from tui.app import app as module

    def make(
        collation: Collation, theme: str | None = None, keys: dict[str, str] | None = None
    ) -> module.CopyholderApp:
        monkeypatch.setattr(module, "collate", lambda *_: collation)
        return module.CopyholderApp(collation.left, collation.right, theme=theme, keys=keys)

    return make


@pytest.fixture(autouse=True)
def _quotations_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits until the page has stood for a while."""
    monkeypatch.setattr("tui.app.screens.quoting.AT_REST", 0.001)


@pytest.fixture(autouse=True)
def _idle_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys and pauses last as long as the app has something to do."""
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", wait_for_idle)
