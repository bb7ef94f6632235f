"""The list of all marks: what it tells, and what can be done there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.app.conftest import made
from tests.app.test_asking_order import NARROW, WIDE, Desk, opened, row_with, settled
from tui.app.screens.asking import AskScreen, MarkGroup, MarkRow, MarksScreen, NoteScreen, mark_rows
from tui.layout import Side
from tui.review import Anchor, Decision, Found, Located, Mark, MarkKind, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

PAIR = made()


def place(side: Side, words: str) -> tuple[int, int]:
    text = (PAIR.left if side is Side.LEFT else PAIR.right).text
    start = text.index(words)
    return start, start + len(words)


def anchor(exact: str, prefix: str = "", suffix: str = "", start: int = 0) -> Anchor:
    return Anchor(exact, prefix, suffix, start)


FLAGGED = Located(
    Mark(
        "flagged",
        MarkKind.REVIEW,
        Subject.QUOTATION,
        (anchor("This letter is just a start,"),),
        (anchor("This letter is just a start,"),),
        Decision.FLAGGED,
        note="Call her office [/who].\nTwice.",
    ),
    (place(Side.LEFT, "This letter is just a start,"),),
    (place(Side.RIGHT, "This letter is just a start,"),),
    Found.EXACTLY,
)
CHANGED = Located(
    Mark(
        "changed",
        MarkKind.REVIEW,
        Subject.DIFFERENCE,
        (anchor("told The Hill on Monday", "the organizers ", "."),),
        (),
        Decision.ACCEPTED,
    ),
    (place(Side.LEFT, "told Politico on Sunday"),),
    (),
    Found.CHANGED,
)
ORPHAN = Located(
    Mark(
        "orphan",
        MarkKind.REVIEW,
        Subject.QUOTATION,
        (anchor("words [b]of old[/b]", "and then she said “", "”, before noon"),),
        (),
        Decision.QUERIED,
    ),
    (),
    (),
    Found.ORPHANED,
)
SPEAKER = Located(
    Mark("speaker", MarkKind.SPEAKER, Subject.QUOTATION, FLAGGED.mark.left, (), value="Jane Doe"),
    FLAGGED.left,
    (),
    Found.EXACTLY,
)
NOTED = Located(
    Mark("noted", MarkKind.REVIEW, Subject.PARAGRAPH, (anchor("Staffers ask for a meeting"),), (), note="once"),
    (place(Side.LEFT, "Staffers ask for a meeting"),),
    (),
    Found.EXACTLY,
)
ALL = (FLAGGED, CHANGED, ORPHAN, SPEAKER, NOTED)


class Marks:
    """What stands for the store: it notes what is asked of it."""

    def __init__(self, located: Sequence[Located] = ALL) -> None:
        self.located = list(located)
        self.asked: list[tuple[str, ...]] = []

    def rows(self) -> tuple[MarkRow, ...]:
        return mark_rows(self.located, PAIR)

    def confirm(self, one: Located) -> tuple[MarkRow, ...]:
        self.asked.append(("confirm", one.mark.id))
        self.located[self.located.index(one)] = replace(one, found=Found.EXACTLY)
        return self.rows()

    def clear(self, one: Located) -> tuple[MarkRow, ...]:
        self.asked.append(("clear", one.mark.id))
        self.located.remove(one)
        return self.rows()

    def note(self, one: Located, note: str) -> tuple[MarkRow, ...]:
        self.asked.append(("note", one.mark.id, note))
        self.located[self.located.index(one)] = replace(one, mark=replace(one.mark, note=note))
        return self.rows()

    def undo(self) -> tuple[str, tuple[MarkRow, ...]]:
        self.asked.append(("undo",))
        self.located = list(ALL)
        return "Undone: mark taken back", self.rows()

    def redo(self) -> tuple[str, tuple[MarkRow, ...]]:
        self.asked.append(("redo",))
        self.located = [one for one in ALL if one is not CHANGED]
        return "Done again: mark taken back", self.rows()

    def decide(self, one: Located, decision: Decision) -> tuple[MarkRow, ...]:
        self.asked.append(("decide", one.mark.id, decision.value))
        decided = replace(one, mark=replace(one.mark, decision=decision), found=Found.EXACTLY)
        self.located[self.located.index(one)] = decided
        return self.rows()

    def screen(self) -> MarksScreen:
        return MarksScreen(
            self.rows(),
            on_confirm=self.confirm,
            on_clear=self.clear,
            on_note=self.note,
            on_undo=self.undo,
            on_redo=self.redo,
            on_decide=self.decide,
        )

    def desk(self) -> Desk:
        return Desk(self.screen, "light")


def lit(app: Desk) -> str:
    return next(row for row in app.shown if "▸" in row)


def test_what_is_to_be_confirmed_comes_first_then_what_is_lost_then_the_rest_in_order() -> None:
    rows = mark_rows(ALL, PAIR)
    assert [(row.group, row.located.mark.id) for row in rows] == [
        (MarkGroup.CONFIRM, "changed"),
        (MarkGroup.LOST, "orphan"),
        (MarkGroup.PLACED, "noted"),
        (MarkGroup.PLACED, "flagged"),
        (MarkGroup.PLACED, "speaker"),
    ]


def test_each_mark_is_told_with_its_sign_its_status_and_its_place() -> None:
    rows = {row.located.mark.id: row for row in mark_rows(ALL, PAIR)}
    told = {name: (row.sign, row.status, row.subject, row.where) for name, row in rows.items()}
    assert told == {
        "flagged": ("⚑", "flagged", "quotation", "A ¶2, B ¶4"),
        "changed": ("✓", "accepted", "difference", "A ¶2"),
        "orphan": ("?", "to verify", "quotation", ""),
        "speaker": ("·", "speaker corrected to Jane Doe", "quotation", "A ¶2"),
        "noted": ("✎", "noted", "paragraph", "A ¶1"),
    }
    part = rows["changed"].parts[0]
    assert (part.letter, part.before, part.now, part.where, part.same) == (
        "A",
        "told The Hill on Monday",
        "told Politico on Sunday",
        "¶2",
        False,
    )
    assert [(part.letter, part.same) for part in rows["flagged"].parts] == [("A", True), ("B", True)]
    assert rows["orphan"].parts[0].now is None


def test_marks_taken_back_are_not_listed() -> None:
    cleared = replace(FLAGGED, mark=replace(FLAGGED.mark, cleared=True))
    assert mark_rows([cleared, NOTED], PAIR) == mark_rows([NOTED], PAIR)


async def test_the_lit_mark_is_told_in_full_as_it_stood_and_as_it_stands() -> None:
    app = Marks().desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert "accepted" in lit(app)
        assert "Moved, please confirm: 1 mark" in app.panel
        assert "A had  the organizers told The Hill on Monday." in app.panel
        assert "told Politico on Sunday" in app.panel
        await pilot.press("j")
        assert "No longer found: 1 mark" in app.panel
        assert "A had  and then she said “words [b]of old[/b]”, before noon" in app.panel
        await pilot.press("end", "k")
        assert "Call her office [/who]." in app.panel
        assert "Twice." in app.panel
        assert "has now" not in app.panel


async def test_enter_goes_to_the_mark_unless_its_words_are_lost() -> None:
    app = Marks().desk()
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("down", "enter")
        assert app.answers == []
        assert "no place to go to" in app.panel
        await pilot.press("down", "enter")
        assert app.answers == [NOTED]


async def test_a_mark_is_confirmed_and_the_next_one_is_lit() -> None:
    marks = Marks()
    app = marks.desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("K")
        assert marks.asked == [("confirm", "changed")]
        assert "Confirmed" in app.panel
        assert "please confirm" not in app.panel
        assert "to verify" in lit(app)
        await pilot.press("end", "c")
        assert len(marks.asked) == 1
        assert "nothing to confirm" in app.panel


async def test_a_mark_without_a_note_is_taken_back_at_once_and_one_with_a_note_after_a_question() -> None:
    marks = Marks()
    app = marks.desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("delete")
        assert marks.asked == [("clear", "changed")]
        await pilot.press("G", "up", "backspace")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert len(marks.asked) == 1
        await pilot.press("delete", "y")
        await settled(pilot)
        assert marks.asked[-1] == ("clear", "flagged")
        assert "Call her office" not in app.panel


async def test_the_last_mark_taken_back_leaves_a_sentence() -> None:
    app = Marks([SPEAKER]).desk()
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("delete")
        assert "There are no marks yet" in app.panel
        await pilot.press("enter", "c", "e", "delete", "down", "end", "pagedown", "space")
        assert app.answers == []
        await pilot.press("q")
        assert app.answers == [None]


async def test_what_was_taken_back_by_mistake_is_undone_on_the_spot() -> None:
    marks = Marks()
    app = marks.desk()
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("delete", "z")
        assert marks.asked == [("clear", "changed"), ("undo",)]
        assert "accepted" in lit(app)
        assert "Undone: mark taken back" in app.panel
        await pilot.press("Z")
        assert marks.asked[-1] == ("redo",)
        assert "Done again: mark taken back" in app.panel
        await pilot.press("end", "z")
        assert "accepted" in lit(app), "what came back is lit, wherever the light was"


async def test_marks_are_decided_on_in_the_list_but_not_corrections_nor_what_is_lost() -> None:
    marks = Marks()
    app = marks.desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("f")
        assert marks.asked == [("decide", "changed", "flagged")]
        assert "⚑ flagged" in lit(app)
        assert "please confirm" not in app.panel
        await pilot.press("home", "a")
        assert "there is nothing to decide on" in app.panel
        await pilot.press("end")
        while "speaker corrected" not in lit(app):
            await pilot.press("up")
        await pilot.press("v")
        assert "it is no decision" in app.panel
        assert len(marks.asked) == 1


async def test_nothing_is_undone_where_nobody_said_how() -> None:
    marks = Marks()
    app = Desk(lambda: MarksScreen(marks.rows(), on_confirm=marks.confirm, on_clear=marks.clear, on_note=marks.note))
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert "undo" not in app.shown[-1]
        await pilot.press("delete", "z", "Z", "f")
        assert marks.asked == [("clear", "changed")]
        assert "Taken back" in app.panel


async def test_a_note_is_written_over_the_list_and_its_mark_stays_lit() -> None:
    marks = Marks()
    app = marks.desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("end", "up")
        app.type_at_once("e And [b] again.\x13")
        await settled(pilot)
        assert marks.asked == [("note", "flagged", "Call her office [/who].\nTwice. And [b] again.")]
        assert "flagged" in lit(app)
        assert "Twice. And [b] again." in app.panel
        assert "The note is kept" in app.panel


async def test_the_note_of_lost_words_can_only_be_read() -> None:
    marks = Marks()
    app = marks.desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("down", "e")
        assert not isinstance(app.screen, NoteScreen)
        assert "can be read, but not changed" in app.panel


async def test_a_click_lights_a_mark_and_a_second_one_goes_there_but_a_heading_is_no_mark() -> None:
    app = Marks().desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.click(offset=row_with(app, "In the articles"))
        assert "accepted" in lit(app)
        place = row_with(app, "speaker corrected to Jane Doe")
        await pilot.click(offset=place)
        await settled(pilot)
        assert "Speaker corrected to Jane Doe, quotation · A ¶2" in app.panel
        await pilot.click(offset=place)
        await settled(pilot)
        assert app.answers == [SPEAKER]


async def test_what_is_told_at_length_scrolls_and_begins_again() -> None:
    long = replace(NOTED, mark=replace(NOTED.mark, note="\n".join(f"line {n} 名前は長い" for n in range(30))))
    app = Marks([long]).desk()
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert "line 29" not in app.panel
        for _ in range(12):
            await pilot.press("space")
            if "line 29" in app.panel:
                break
        assert "line 29 名前は長い" in app.panel
        await pilot.press("space")
        assert "Noted, paragraph" in app.panel
