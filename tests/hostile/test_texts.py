"""Every hostile article by hand, through every command and form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.checks import FORMATS, check_command, check_harmless
from tests.hostile.documents import as_bytes
from tests.hostile.texts import BYTES, GROWING, SCRAPS, TEXTS, story
from tui.article import ArticleError, article_from_text, read_article

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = story("very").replace("Monday", "Tuesday").encode()
WITHOUT_WORDS = {"only white space", "empty"}


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "plain.txt"
    path.write_bytes(PLAIN)
    return path


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_article_is_read_and_compared(name: str, tmp_path: Path, plain: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(as_bytes(TEXTS[name]))
    assert (check_command("read", "json", [path]).status == 0) == (name not in WITHOUT_WORDS)
    ended = check_command("compare", "json", [path, plain])
    assert ended.status == (2 if name in WITHOUT_WORDS else 1)


@pytest.mark.parametrize(("command", "form"), [(command, form) for command in FORMATS for form in FORMATS[command]])
def test_everything_at_once_in_every_form(command: str, form: str, tmp_path: Path, plain: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(as_bytes(TEXTS["everything"]))
    paths = [path] if command == "read" else [path, plain]
    assert check_command(command, form, paths).status != 2
    if command != "read":
        assert check_command(command, form, paths[::-1]).status != 2


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_no_encoder_writes(name: str, tmp_path: Path, plain: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(BYTES[name])
    for form in FORMATS["read"]:
        check_command("read", form, [path])
    check_command("compare", "text", [path, plain], "--width", "60")
    check_command("check", "json", [plain, path])


@pytest.mark.parametrize("ending", ["txt", "html", "md", "srt", "vtt", "rtf", "docx", "pdf"])
@pytest.mark.parametrize("name", ["everything", "sequences: window title", "letters: lone surrogates"])
def test_under_the_name_of_every_kind_of_document(name: str, ending: str, tmp_path: Path, plain: Path) -> None:
    path = tmp_path / f"hostile.{ending}"
    path.write_bytes(as_bytes(TEXTS[name]))
    check_command("read", "json", [path])
    check_command("compare", "json", [plain, path])


@pytest.mark.parametrize("name", SCRAPS)
def test_words_around_a_hostile_piece_are_held(name: str) -> None:
    article = article_from_text(story(SCRAPS[name]))
    check_harmless(article.text)
    for fact in (article.title, article.byline, article.site):
        check_harmless(fact or "")
        assert "\n" not in (fact or "")
    assert "The bridge was built in 1903 and carries about 12,000 cars a day, according to the city." in article.text
    assert "votes to close the old bridge" in article.text.split("\n\n")[0]


@pytest.mark.parametrize("name", GROWING)
def test_articles_that_grow(name: str, tmp_path: Path) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_bytes(as_bytes(GROWING[name](1500)))
    right.write_bytes(as_bytes(GROWING[name](1200).replace("Monday", "Tuesday")))
    assert check_command("compare", "json", [left, right]).status == 1
    assert check_command("check", "text", [left, right]).status in {0, 1}


@pytest.mark.parametrize(
    "name", ["\x1b]0;owned\x07.txt", "\u202etxt.x", "[@click=app.quit].txt", "<b>.txt", "a\nb.txt", "=1+1.txt"]
)
def test_a_hostile_file_name(name: str, tmp_path: Path, plain: Path) -> None:
    path = tmp_path / name
    path.write_bytes(as_bytes(TEXTS["markup: script"]))
    for command in ("compare", "check"):
        for form in ("text", "markdown", "html", "csv", "docx"):
            assert check_command(command, form, [path, plain]).status == 1
    missing = tmp_path / f"no {name}"
    assert check_command("read", "text", [missing]).status == 2


def test_a_name_that_no_file_has() -> None:
    with pytest.raises(ArticleError):
        read_article("a\x00b")
