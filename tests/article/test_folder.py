"""Folders of articles, and names that are dropped or typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.article import ArticleError
from tui.article.dropped import sources_in
from tui.article.folder import articles_in, is_folder


def names(folder: Path) -> list[str]:
    return [Path(name).name for name in articles_in(str(folder))]


def test_articles_stand_in_the_order_in_which_people_count(tmp_path: Path) -> None:
    for name in ("draft10.txt", "draft2.TXT", "Draft1.html", "b.md", "wire.docx", "talk.srt"):
        (tmp_path / name).write_text("words")
    assert names(tmp_path) == ["b.md", "Draft1.html", "draft2.TXT", "draft10.txt", "talk.srt", "wire.docx"]


def test_what_is_no_article_is_left_out(tmp_path: Path) -> None:
    for name in (".hidden.txt", "photo.jpg", "data.csv", "marks.db"):
        (tmp_path / name).write_text("words")
    (tmp_path / "notes").write_text("A text without an ending.")
    (tmp_path / "program").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "deep.txt").write_text("words")
    (tmp_path / "folder.txt").mkdir()
    assert names(tmp_path) == ["notes"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    assert not is_folder(str(tmp_path / "gone"))
    assert not is_folder("a\0b")
    assert is_folder(str(tmp_path))
    with pytest.raises(ArticleError, match="can't be looked into"):
        articles_in(str(tmp_path / "gone"))


def test_a_file_is_named_as_terminals_write_it(tmp_path: Path) -> None:
    one, other = tmp_path / "the story (2).txt", tmp_path / "it's.txt"
    one.write_text("x")
    other.write_text("x")
    wanted = (str(one),)
    assert sources_in(f"{one}\n") == wanted
    assert sources_in(f"  '{one}' ") == wanted
    assert sources_in(f'"{one}"') == wanted
    assert sources_in(str(one).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")) == wanted
    assert sources_in(f"file://{str(one).replace(' ', '%20')}") == wanted
    assert sources_in(f"'{one}' \"{other}\"") == (str(one), str(other))
    assert sources_in(f"{one}\r\n{other}\r\n") == (str(one), str(other))
    assert sources_in(str(tmp_path)) == (str(tmp_path),)


def test_addresses_are_sources() -> None:
    assert sources_in(" https://example.org/a?b=1 ") == ("https://example.org/a?b=1",)
    assert sources_in("https://example.org/a\nHTTP://example.org/b") == (
        "https://example.org/a",
        "HTTP://example.org/b",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "It isn't so, she said.",
        "no such file.txt",
        "https://example.org says so",
        "a\0b",
        "x" * 5_000,
        "~~~",
    ],
)
def test_anything_else_names_nothing(text: str) -> None:
    assert sources_in(text) == ()


def test_a_long_text_is_not_looked_for_on_the_disk() -> None:
    assert sources_in("word " * 100_000) == ()
