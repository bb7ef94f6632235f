"""Any bytes and any text: hypothesis looks for what nobody thought of."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.article.forms import as_docx, as_html, as_markdown, as_rtf
from tests.hostile.checks import FORMATS, check_command, is_held_well
from tests.hostile.documents import FORMS, PARTS, as_bytes, saved
from tests.hostile.texts import GROWING, SCRAPS, story
from tui.article import article_from_text
from tui.article.clean import clean
from tui.text import tokenize

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "the bridge we will not never close 12,000 Ann Doe said may Reuters says"
words = st.sampled_from(WORDS.split())
scraps = st.sampled_from(sorted(SCRAPS.values()))
gaps = st.sampled_from([" ", " ", " ", "", "\n", "\n\n", "\r\n", "\u2028", "\u00a0"])
pieces = st.tuples(words | scraps | st.text(st.characters(codec=None), max_size=6), gaps).map("".join)
hostile_texts = (
    st.lists(pieces, max_size=40).map("".join)
    | st.builds(story, scraps | st.text(st.characters(codec=None), max_size=12))
    | st.builds(lambda name, size: GROWING[name](size), st.sampled_from(sorted(GROWING)), st.integers(0, 400))
)
quietly = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
briefly = settings(quietly, max_examples=15)


@st.composite
def changed(draw: st.DrawFn, data: bytes) -> bytes:
    """These bytes, cut, doubled, overwritten or with other bytes between them."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 40)))
        with_what = draw(
            st.binary(max_size=8)
            | scraps.map(as_bytes)
            | st.sampled_from([data[at:end] * 3, b"\xff" * 4, b"<!--", b"0"])
        )
        data = data[:at] + with_what + data[end:]
    return data


@quietly
@given(data=st.data())
@pytest.mark.parametrize("form", FORMS)
def test_a_damaged_document_is_read_or_refused(form: str, data: st.DataObject, tmp_path: Path) -> None:
    path = tmp_path / f"article.{form}"
    path.write_bytes(data.draw(changed(saved(form))))
    is_held_well(path)


@quietly
@given(data=st.binary(max_size=300), form=st.sampled_from(sorted(FORMS)))
def test_any_bytes_are_read_or_refused(data: bytes, form: str, tmp_path: Path) -> None:
    path = tmp_path / f"article.{form}"
    path.write_bytes(data)
    is_held_well(path)


@briefly
@given(data=st.data())
def test_a_word_document_with_a_damaged_part(data: st.DataObject, tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved("docx"))) as archive, zipfile.ZipFile(held, "w") as written:
        damaged = data.draw(st.sampled_from(PARTS))
        for name in PARTS:
            part = archive.read(name)
            written.writestr(name, data.draw(changed(part)) if name == damaged else part)
    path = tmp_path / "article.docx"
    path.write_bytes(held.getvalue())
    is_held_well(path)


@briefly
@given(texts=st.lists(hostile_texts, min_size=4, max_size=6), form=st.sampled_from(["html", "md", "rtf", "docx"]))
def test_hostile_words_in_a_sound_document(texts: list[str], form: str, tmp_path: Path) -> None:
    paragraphs = [(clean(text), index == 0) for index, text in enumerate(texts)]
    data = {"html": as_html, "md": as_markdown, "rtf": as_rtf, "docx": as_docx}[form](
        [(words.replace("\ufffe", "").replace("\uffff", ""), headline) for words, headline in paragraphs]
    )
    path = tmp_path / f"article.{form}"
    path.write_bytes(data)
    is_held_well(path)


@quietly
@given(left=hostile_texts, right=hostile_texts)
@pytest.mark.parametrize("command", ["compare", "check", "quotes"])
def test_any_articles_in_json(command: str, left: str, right: str, tmp_path: Path) -> None:
    paths = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for path, text in zip(paths, (left, right), strict=True):
        path.write_bytes(as_bytes(text))
    check_command(command, "json", paths)


@briefly
@given(left=hostile_texts, right=hostile_texts, width=st.sampled_from(["0", "20", "60", "100", "240"]))
@pytest.mark.parametrize(
    ("command", "form"), [(command, form) for command in FORMATS for form in FORMATS[command] if form != "json"]
)
def test_any_articles_in_every_form(command: str, form: str, left: str, right: str, width: str, tmp_path: Path) -> None:
    paths = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for path, text in zip(paths, (left, right), strict=True):
        path.write_bytes(as_bytes(text))
    more = ("--width", width) if form == "text" else ()
    check_command(command, form, paths[:1] if command == "read" else paths, *more)


@quietly
@given(hostile_texts)
def test_an_article_is_the_same_when_it_is_read_again(text: str) -> None:
    once = article_from_text(text)
    again = article_from_text(once.text)
    assert again.text == once.text
    assert [(part.start, part.end) for part in again.paragraphs] == [(part.start, part.end) for part in once.paragraphs]
    assert tokenize(again.text).keys == tokenize(once.text).keys
