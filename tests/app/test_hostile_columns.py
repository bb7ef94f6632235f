"""Whatever a terminal makes of a character, what stands after it stands in its column."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from wcwidth import wcwidth

from tui.app.drawing import cells, drawn, harmless
from tui.app.placing import BARRIER, HIGHEST, placed
from tui.layout import clusters

if TYPE_CHECKING:
    from collections.abc import Callable

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
STALE = "#"
_CONTROL = re.compile(r"\x1b\[(?P<numbers>[\d;]*)(?P<what>[A-Za-z])")

WORDS = {
    "family": FAMILY,
    "skin": "\U0001f44d\U0001f3fd",
    "flag": "\U0001f1e9\U0001f1ea",
    "half a flag": "\U0001f1e9",
    "heart": "\u2764\ufe0f",
    "keycap": "1\ufe0f\u20e3",
    "rainbow": "\U0001f3f3\ufe0f\u200d\U0001f308",
    "England": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "Hindi": "क्षेत्रीय किताबें",
    "Tamil": "தொடர்பு",
    "Burmese": "မြန်မာ",
    "Thai": "กำลังทำงานที่นี่",
    "jamo": "\u1112\u1161\u11ab",
    "filler": "\u3164",
    "soft hyphen": "co\u00adoperate",
    "tags": "x\U000e0041\U000e0042",
    "private": "\ue000\U000f0000",
    "no character": "\ufffe",
    "tower": "z" + "\u0301\u0316" * 60,
    "new": "\U0001fae8",
    "Hebrew": "שָׁלוֹם",
    "Japanese": "市長は「いいえ」",
}


def by_letter(char: str) -> int:
    """As xterm, which measures every character by itself and lets nothing join."""
    spacing = unicodedata.category(char) == "Mc"
    return 1 if spacing else max(0, wcwidth(char))


def all_narrow(char: str) -> int:
    """As a terminal whose tables are old: what is no ideograph takes one cell."""
    return 0 if unicodedata.category(char) in {"Mn", "Me"} else 2 if "\u3000" < char < "\uffe6" else 1


def by_cluster(char: str) -> int:
    """As one that draws a cluster in the cells of its first character; see `shown_by`."""
    return max(0, wcwidth(char))


def shown_by(measure: Callable[[str], int], written: str, columns: int = 80) -> list[str]:
    """The cells of one row after this was written over what stood there before."""
    cells, at = [STALE] * columns, 0
    place = 0
    while place < len(written):
        control = _CONTROL.match(written, place)
        if control is not None:
            numbers = control["numbers"].split(";")
            if control["what"] in "HG":
                at = int(numbers[-1] or 1) - 1
            place = control.end()
            continue
        end = place + 1
        if measure is by_cluster:
            stretch = written[place:].split("\x1b", 1)[0]
            end = place + next(high for _, high in clusters(stretch, 0, len(stretch)))
        width = measure(written[place])
        for cell in range(width):
            if at + cell < columns:
                cells[at + cell] = "" if cell else written[place:end]
        if not width and at and not written[place].isspace():
            cells[min(at, columns) - 1] += written[place:end]
        at = min(columns, at + width)
        place = end
    return cells


@pytest.mark.parametrize("measure", [by_letter, all_narrow, by_cluster])
@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_what_follows_stands_in_its_column(words: str, measure: Callable[[str], int]) -> None:
    before, after = "  3  Ah ", " he said"
    left = before + words + after
    left += " " * (50 - cell_len(left))
    written = placed(f"\x1b[7;1H\x1b[1m{left}\x1b[0m│ ≈ │ {words} \x1b[31mtold\x1b[0m" + " " * 12)
    cells = shown_by(measure, written)
    at = cell_len(before + words)
    assert "".join(cells[at : at + len(after)]) == after
    assert [at for at, cell in enumerate(cells) if cell == "│"] == [50, 54]
    at = 56 + cell_len(words) + 1
    assert "".join(cells[at : at + 4]) == "told"
    assert STALE not in cells[: at + 4]


def test_a_picture_at_the_edge_covers_nothing_beyond_it() -> None:
    row = f"{'x' * 20} {FAMILY} "
    cells = shown_by(by_letter, placed(f"\x1b[1;1H{row}"))
    assert cells[cell_len(row) :] == [STALE] * (80 - cell_len(row))
    assert cells[21] == FAMILY[0]


def test_what_all_terminals_measure_alike_is_written_as_it_is() -> None:
    for words in ("“Nein”, sagte er – 20 €…", "市長は「いいえ」", "“Ні”, — сказав він", "┃ 4 ◂ ▸ ≈ ⇢6 ▪▪"):
        drawn = f"\x1b[2;3H\x1b[1;31m{words}\x1b[0m\n"
        assert placed(drawn) == drawn


def test_controls_that_draw_nothing_pass_untouched() -> None:
    for written in ("\x1b]52;c;8J+RqA==\x07", "\x1b[?1049h", "\x1b[?2026h", "\x1b[8;40;120t"):
        assert placed(written) == written
    # Where the column isn't known, nothing is placed.
    assert placed(FAMILY) == FAMILY


def test_rows_after_the_first_are_placed_too() -> None:
    written = placed(f"\x1b[1;1Hplain\n\x1b[2;1H{FAMILY}x")
    assert written == f"\x1b[1;1Hplain\n\x1b[2;1H{' ' * 2}\x1b[1G{FAMILY[0]}\x1b[3Gx"


def test_a_tower_is_no_higher_than_any_language_needs() -> None:
    written = placed("\x1b[1;1Hz" + "\u0301" * 500 + "a\u0302\u0323 b")
    assert written.count("\u0301") == HIGHEST
    assert "a\u0302\u0323" in written


def test_what_is_read_from_the_right_turns_round_neither_pane_nor_frame() -> None:
    hebrew = "שלום עולם"
    written = placed(f"\x1b[3;1H  7  {hebrew}   │ ≈ │  8  {hebrew} │")
    strong = [char for char in written if unicodedata.bidirectional(char) in {"L", "R", "AL"}]
    letters = [char for char in hebrew if char != " "]
    # Between the two, and after the second, stands a letter that is read from the left.
    assert "".join(strong[1:]) == "".join([*letters, BARRIER, *letters, BARRIER])
    assert cell_len(BARRIER) == 1
    assert unicodedata.bidirectional(BARRIER) == "L"
    assert f"{hebrew}{BARRIER}  │" in written, "words of one language are never parted"


def test_a_joiner_hides_neither_blank_nor_letter_after_it() -> None:
    assert drawn("a\u200d said") == "a said"
    assert drawn("x\u200dyz, \u200dя, \u200d") == "xyz, я, "
    assert drawn("a\u200d\U0001f680") == "a\U0001f680"
    for whole in (FAMILY, "\U0001f3f3\ufe0f\u200d\U0001f308", "\U0001f469\U0001f3fd\u200d\u2695\ufe0f"):
        assert drawn(whole) == whole
    assert cells("a\u200db c") == 4


def test_a_name_from_outside_moves_no_cursor_and_turns_nothing_round() -> None:
    name = "\x1b]0;mine\x07 a\nb\x9b31m\u202etxt.exe\udcff"
    told = harmless(name)
    assert told == "�]0;mine� a b�31m�txt.exe�"
    assert harmless("می\u200cروم [/who].txt") == "می\u200cروم [/who].txt"
