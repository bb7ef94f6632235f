"""Reading takes time in proportion to the text, whatever the text is."""

from __future__ import annotations

import random
import time

import pytest

from tui.article import article_from_text

SIZE = 400_000  # characters; what costs the square of that takes minutes

HOSTILE = {
    "escapes without an end": "\x1b]" * (SIZE // 2),
    "an endless escape": "\x1b[" + ";" * SIZE,
    "blank lines": "\n " * (SIZE // 2) + "x",
    "one long line": "word " * (SIZE // 5),
    "open brackets": "(" * SIZE,
    "brackets in paragraphs": ("(" * 900 + ")\n\n") * (SIZE // 900),
    "glued names": "aBcDeFgH" * 40 + " MORE " * (SIZE // 6),
    "glued names again": "RoeRoeRoeRoeRoeRoe MORE " * (SIZE // 24),
    "unclosed notices": "[related: " * (SIZE // 10),
    "short lines": "a b\n" * (SIZE // 16),
    "the same paragraph": "the same eight words stand in every paragraph here\n\n" * (SIZE // 52),
    "notices that go on": ("view " + "all the " * 60 + "\n\n") * (SIZE // 487),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts(name: str) -> None:
    begun = time.process_time()
    article_from_text(HOSTILE[name])
    assert time.process_time() - begun < 5


def test_a_very_long_article() -> None:
    chance = random.Random(6)
    vocabulary = [f"w{number}" for number in range(20_000)]
    text = "\n\n".join(" ".join(chance.choices(vocabulary, k=45)).capitalize() + "." for _ in range(18_000))
    assert len(text) > 4_500_000
    begun = time.process_time()
    article = article_from_text(text)
    assert time.process_time() - begun < 10
    assert len(article.paragraphs) == 18_000
