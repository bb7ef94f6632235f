"""Where words stand between quotation marks."""

from __future__ import annotations

import pytest

from tui.text import find_quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He called it “an act of terror” on Monday.", ["an act of terror"]),
        ("Officials said 'never again' twice, and \"maybe\" once.", ["maybe"]),
        ("Il parle de « grève » et d’« urgence ».", [" grève ", " urgence "]),
        ("Er sprach von einer „Farce“.", ["Farce"]),
        ("知事は「資金がない」と述べた。", ["資金がない"]),
        ("The players' lounge isn’t open.", []),
        ("An “unclosed mark goes on", []),
    ],
)
def test_quoted_stretches(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in find_quoted(text)] == quoted


def test_only_the_part_asked_for() -> None:
    text = "“one” “two”"
    assert [text[start:end] for start, end in find_quoted(text, 5)] == ["two"]
