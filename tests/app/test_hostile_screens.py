"""Hostile text through every screen: it is shown as the words that it is, or not at all."""

from __future__ import annotations

import unicodedata
from time import process_time
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.color import Color
from textual.strip import Strip

from tests.app.test_hostile_columns import FAMILY, WORDS
from tests.samples import make_article
from tui.app.app import CopyholderApp
from tui.app.aside import is_long
from tui.app.excerpt import Bit, excerpt, fitted
from tui.app.painting import Ground, SidePainter
from tui.app.placing import Harmless, SafeApp
from tui.app.reading import Reading, uncompared
from tui.app.telling import tell_stop
from tui.article import Role
from tui.collation import collate
from tui.layout import Side
from tui.review.model import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.article import Article

MARKUP = "[/who] [@click=app.quit]x[/] [link=file:///etc/passwd]y[/link]"
NAME = "\x1b]0;mine\x07[/who]\n\u202egnp.\x9b31m"
NOTE = f"\x1b]52;c;aGk=\x07 \u202e{MARKUP} \x9d0;mine\x9c {FAMILY}"
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


class SafeReader(CopyholderApp, SafeApp):
    """The reader, as it is run."""


def hostile(verb: str) -> Article:
    """An article as `read_article` gives it: markup and pictures stay, controls are gone."""
    paragraphs = [
        f"{FAMILY} Mayor {MARKUP} {'speaks at length ' * 12}",
        f"“We {MARKUP} {verb} pay for it \u2764\ufe0f,” said Ann [b]Lee[/b] {FAMILY} of the council on Monday.",
        f"“{'W' + 'o' * 10_000 + 'w'} {verb} stand,” said Z{chr(0x301) * 200}ed of the town council on Monday.",
        f"“לא נשלם עבור זה לעולם {verb} אמר ראש העיר במסיבת,” said שלום כהן of the town council on Monday.",
        f"“क्षेत्रीय किताबें {verb} करेंगे हम भुगतान,” said हिन्दी मेयर of the town council on Monday.",
        "「私たちは払いません、町の予算は足りない」と市長は述べた。" + "นายกเทศมนตรีกล่าวว่าเราจะไม่จ่ายเงินให้กับเมืองนี้" * 3,
    ]
    return make_article(paragraphs, [Role.HEADLINE], source=f"{NAME}{verb}", title=paragraphs[0])


def rows(app: CopyholderApp) -> Iterator[list[Segment]]:
    for strip in app.screen._compositor.render_strips():  # what goes to the terminal
        yield list(strip)


def drawn_safely(app: CopyholderApp, width: int) -> str:
    """What is on the screen; fails where any of it could harm."""
    lines = []
    for row in rows(app):
        text = "".join(segment.text for segment in row)
        lines.append(text)
        for char in text:
            assert unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"}, text
            assert unicodedata.bidirectional(char) not in TURNING, text
        assert sum(cell_len(segment.text) for segment in row) == width, text
        for segment in row:
            if segment.style is not None:
                assert segment.style.link is None, text
                assert "app.quit" not in str(segment.style.meta.get("@click", "")), text
    return "\n".join(lines)


WAYS: dict[tuple[int, int], str] = {
    (160, 48): "escape e,escape,i,down space,escape,o,o o,t b h,question_mark,escape,x",
    (60, 18): "R,escape,c s enter,escape escape,c s down down enter,escape escape,w,escape,ctrl+p,escape",
}
"""What is pressed on screens of these sizes; at every comma what is drawn is looked at."""


@pytest.mark.parametrize("size", WAYS)
async def test_nothing_hostile_reaches_the_screen(size: tuple[int, int], tmp_path: Path) -> None:
    app = SafeReader(hostile("shall not"), hostile("will never"), db=str(tmp_path / "marks.db"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()

        async def press(keys: str) -> str:
            await pilot.press(*keys.split())
            await pilot.pause()
            return drawn_safely(app, size[0])

        # Markup is shown as it was written.
        assert "[/who] [@click=app.quit]" in await press("d tab")
        await press("escape c f")
        annotate(app)
        await press("C c")
        await press("y")
        assert f"Note: {MARKUP}" in " ".join(app.clipboard.split())
        assert app.clipboard.replace("\n", " ").replace(FAMILY, "").isprintable()
        for keys in WAYS[size].split(","):
            await press(keys)
        assert app.fault is None
        assert app.is_running


def annotate(app: CopyholderApp) -> None:
    """Keep a note as another program may have written it."""
    (flagged,) = app.desk.located
    assert flagged.mark.decision is Decision.FLAGGED
    app.desk.review.annotate(flagged.mark.subject, flagged.left, flagged.right, NOTE)
    app.desk.touched()


@pytest.mark.parametrize("pasted", [f"{NAME} {MARKUP}", "[/who]" * 200_000, "\n\x1b\n", "\ud800"])
async def test_what_is_pasted_into_the_search_is_one_harmless_line(pasted: str) -> None:
    app = SafeReader(hostile("shall not"), hostile("will never"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        focused = app.screen.focused
        assert focused is not None
        focused.post_message(events.Paste(pasted))
        await pilot.pause()
        drawn_safely(app, 100)
        assert app.reading.query.isprintable()
        assert len(app.reading.query) <= 1000
        await pilot.press("enter")
        await pilot.pause()
        drawn_safely(app, 100)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_a_picture_is_never_cut_into_more_or_fewer_cells(words: str) -> None:
    whole = f"a{words}b{words}"
    segments = Harmless().apply([Segment(whole)], Color(0, 0, 0))
    assert "".join(segment.text for segment in segments) == whole
    length = cell_len(whole)
    for cut in range(1, length):
        before, after = Strip(segments).divide([cut, length])
        assert [before.cell_length, after.cell_length] == [cut, length - cut]
        told = [sum(cell_len(segment.text) for segment in part) for part in (before, after)]
        assert told == [cut, length - cut]


def test_whatever_is_drawn_holds_no_control() -> None:
    written = Segment(f"{NAME} {MARKUP}\ud800\u2066\u2028\x00")
    (segment,) = Harmless().apply([written], Color(0, 0, 0))
    assert segment.text == "]0;mine[/who]gnp.31m " + MARKUP + "\N{REPLACEMENT CHARACTER}"
    assert cell_len(segment.text) == written.cell_length


def test_an_endless_paragraph_is_told_and_set_as_quickly_as_others() -> None:
    def endless(word: str) -> Article:
        words = (f"word{n % 977} the {word if n % 50 == 0 else 'mayor'} [{n}]" for n in range(6_000))
        return make_article([" ".join(words)])

    collation = collate(endless("king"), endless("queen"))
    reading = Reading(collation)
    began = process_time()
    reading.arrange(160, alone=False)
    stops = reading.stops
    for stop in stops[:20]:
        told = tell_stop(reading, stop)
        assert any(words == "king" for words, _ in told.lead)
        for quote in told.quotes:
            shown = excerpt(reading.article(quote.side), quote.words, 200)
            assert cell_len("".join(bit.text for bit in shown)) <= 200
    # A quadratic way through its words takes many times as long.
    assert process_time() - began < 5
    assert len(stops) == 120


def test_articles_of_few_endless_paragraphs_are_set_in_the_other_thread() -> None:
    short, endless = make_article(["Three words only"]), make_article(["word " * 300_000])
    assert is_long(uncompared(short, endless))
    assert not is_long(uncompared(short, short))


def test_a_word_of_a_million_letters_is_painted_and_its_wording_shortened_at_once() -> None:
    left, right = (make_article([f"Town {'a' * 1_000_000}{end} said the mayor."]) for end in "bc")
    painter = SidePainter(collate(left, right), Side.LEFT, [Ground.SPARSE])
    bits = (Bit("“", told=False), Bit("é" * 1_000_000, told=True), Bit("one two " * 200_000, told=False))
    began = process_time()
    for start in range(0, 20_000, 100):
        runs = list(painter.runs(0, start, start + 100))
        assert (runs[0][0], runs[-1][1]) == (start, start + 100)
    for room in range(40, 60):
        assert sum(cell_len(bit.text) for bit in fitted(bits, room)) <= room
    # One look at each of its letters for every line takes some seconds.
    assert process_time() - began < 2
