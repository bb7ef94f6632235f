"""Setting the bounds of a quotation's words."""

from __future__ import annotations

import pytest

from tests.app.test_asking_order import NARROW, WIDE, Desk, opened, row_with, settled
from tui.app.screens.asking import BoundsScreen
from tui.app.screens.asking.bounds import borders_of
from tui.app.screens.asking.passage import Passage

BEFORE = "An earlier paragraph stands here.\n\n"
PARAGRAPH = (
    "“This letter is just a start,” one of the organizers [told] Politico. “We are ($5 million) addressing "
    "what happened on the campaign.” Nobody answered."
)
TEXT = f"{BEFORE}{PARAGRAPH}\n\nA later one."
LIMITS = (len(BEFORE), len(BEFORE) + len(PARAGRAPH))


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def desk(words: str = "This letter is just a start,", theme: str = "dark") -> Desk:
    return Desk(lambda: BoundsScreen(TEXT, place(words), LIMITS), theme)


def set_off(app: Desk) -> str:
    dialog = app.dialog
    assert isinstance(dialog, BoundsScreen)
    return TEXT[slice(*dialog.words)]


def test_words_begin_and_end_with_the_signs_that_are_theirs_but_never_with_quotation_marks() -> None:
    text = "He said: “It’s ($5 million), no well-known «name»…” (Yes.)"
    borders = borders_of(text, (0, len(text)))
    begun = [text[start:].split(" ")[0] for start in borders.starts]
    assert begun == ["He", "said:", "It’s", "($5", "million),", "no", "well-known", "known", "name»…”", "(Yes.)"]
    ended = [text[:end].split(" ")[-1] for end in borders.ends]
    assert ended == ["He", "said:", "“It’s", "($5", "million),", "no", "well", "well-known", "«name", "(Yes.)"]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["right"], "letter is just a start,"),
        (["right", "left"], "This letter is just a start,"),
        (["tab", "left"], "This letter is just a"),
        (["tab", "right", "right"], "This letter is just a start,” one of"),
        (["tab", "]", "]"], "This letter is just a start,” "),
        (["tab", "[", "shift+left", "shift+right"], "This letter is just a start"),
        (["tab", "down"], "This letter is just a start,” one of the organizers [told] Politico."),
        (["tab", "end"], TEXT[slice(*LIMITS)][1:]),
        (["tab", "end", "up"], PARAGRAPH[1 : PARAGRAPH.index(" Nobody")]),
        (["end"], "start,"),
        (["tab", "home"], "This"),
        (["tab", "home", "left", "left"], "This"),
        (["left", "home"], "This letter is just a start,"),
        (["["], "“This letter is just a start,"),
        (["[", "[", "["], "“This letter is just a start,"),
    ],
)
async def test_keys_move_the_end_that_is_being_set(keys: list[str], words: str) -> None:
    names = {"[": "left_square_bracket", "]": "right_square_bracket"}
    app = desk()
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press(*(names.get(key, key) for key in keys))
        assert set_off(app) == words


async def test_the_words_are_kept_in_code_points_of_the_text() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("right", "shift+tab", "left", "enter")
        assert app.answers == [place("letter is just a")]


async def test_words_left_as_they_were_are_no_answer() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("right", "left", "enter")
        assert app.answers == [None]


async def test_only_the_paragraphs_allowed_are_shown_as_they_are() -> None:
    app = desk(theme="plain")
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert "[told] Politico." in app.panel
        assert "earlier" not in app.panel
        assert "later" not in app.panel
        assert "Setting the beginning" in app.panel
        await pilot.press("tab")
        assert "Setting the end" in app.panel


@pytest.mark.parametrize("theme", ["dark", "light", "plain"])
async def test_the_words_are_set_off_without_colour_too(theme: str) -> None:
    app = desk("We are ($5 million) addressing what happened on the campaign.", theme)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        passage = app.screen.query_one(Passage)
        styled = [
            (segment.text, segment.style)
            for y in range(passage.size.height)
            for segment in passage.render_line(y)
            if segment.style is not None
        ]
        underlined = " ".join(text.strip() for text, style in styled if style.underline)
        assert underlined == "e are ($5 million) addressing what happened on the campaign."
        ends = [(text, style) for text, style in styled if style.bold]
        assert [text for text, _ in ends] == ["W"]
        assert all(style.reverse for _, style in ends) is (theme == "plain")


async def test_a_click_on_a_word_makes_it_the_first_or_the_last() -> None:
    app = desk()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.click(offset=row_with(app, "just"))
        await settled(pilot)
        assert set_off(app) == "just a start,"
        await pilot.press("tab")
        x, y = row_with(app, "[told]")
        await pilot.click(offset=(x + 2, y))
        await settled(pilot)
        assert set_off(app) == "just a start,” one of the organizers [told]"


async def test_scripts_without_spaces_go_letter_by_letter_and_a_long_passage_scrolls() -> None:
    text = "彼は「手紙は先週送られた」と語った。" * 40
    app = Desk(lambda: BoundsScreen(text, (3, 12), (0, len(text))))
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        dialog = app.dialog
        assert isinstance(dialog, BoundsScreen)
        await pilot.press("right", "tab", "right")
        assert text[slice(*dialog.words)] == "紙は先週送られた」と"
        await pilot.press("end")
        await pilot.pause()
        assert dialog.words[1] == len(text)
        assert dialog.passage.scroll_offset.y == dialog.passage.max_scroll_y > 0
        await pilot.press("tab")
        await pilot.pause()
        assert dialog.passage.scroll_offset.y == 0


async def test_several_paragraphs_stand_apart() -> None:
    text = "“One goes on.\n\n“And on,” he said."
    app = Desk(lambda: BoundsScreen(text, (1, 13), (0, len(text))))
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        _, first = row_with(app, "“One goes on.")
        _, second = row_with(app, "“And on,” he said.")
        assert second == first + 2
        await pilot.press("tab", "right", "right", "enter")
        assert app.answers == [(1, text.index("” he said"))]
