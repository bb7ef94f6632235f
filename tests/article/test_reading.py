"""Reading bytes: which are text, in which encoding, and what a person is told where they aren't."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article import Article, ArticleError, article_from_text, read_article

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = "The mayor said “no” on Monday — it’s over.\n\nNothing else was said.\n"
FRENCH = "Le maire a déclaré à l’Assemblée qu’il était « très déçu » par la décision du préfet de région.\n"
RUSSIAN = "Мэр города заявил в понедельник, что решение суда будет обжаловано в ближайшее время.\n\n" * 3
JAPANESE = "市長は月曜日、判決について控訴する方針を明らかにした。記者団に「残念だ」と述べた。\n\n" * 3
CZECH = "Starosta v pondělí řekl, že město se proti rozhodnutí soudu odvolá, protože příliš žluťoučký kůň.\n\n" * 3


def read(data: bytes, encoding: str | None = None) -> Article:
    return read_article("-", encoding=encoding, stdin=io.BytesIO(data))


def why(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(ArticleError) as caught:
        read(data, encoding)
    return caught.value.why


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32-le", "utf-32-le"),
        (ENGLISH, "cp1252", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        (JAPANESE, "utf-16-le", "utf-16-le"),
        (JAPANESE, "cp932", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        ("Мэр города заявил в понедельник.", "koi8_r", "koi8_r"),
        (RUSSIAN, "utf-8", "utf-8"),
    ],
)
def test_encoding_is_found_out(text: str, codec: str, name: str) -> None:
    article = read(text.encode(codec))
    assert article.text == text
    assert article.encoding == name


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_byte_order_mark_decides_and_is_no_text(codec: str) -> None:
    assert read(ENGLISH.encode(codec)).text == ENGLISH


def test_encoding_asked_for_is_used() -> None:
    assert read("déjà".encode("latin-1"), "latin-1").text == "déjà"
    assert read(CZECH.encode("cp1250"), "cp1250").text == CZECH
    assert read("\ufeffa b".encode(), "utf-8").text == "a b"


def test_a_few_broken_bytes_dont_spoil_utf8() -> None:
    article = read(("naïve café “yes” — " * 4).encode() + b"\xff end")
    assert article.encoding == "utf-8"
    assert article.text.endswith("\N{REPLACEMENT CHARACTER} end")


def test_surrogate_pair_written_as_six_bytes_is_one_character() -> None:
    assert read(b"smile \xed\xa0\xbd\xed\xb8\x80 end").text == "smile 😀 end"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Office"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\x00\x01\x02\xff\xfe\x00\x00\x03" * 40, "not text"),
        (b"", "empty"),
        (b" \n\r\n\t\x00", "not text"),
        (b" \n\n \t", "no words"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, said: str) -> None:
    assert said in why(data)


def test_unknown_and_wrong_encodings_are_refused() -> None:
    assert "no encoding is called “klingon”" in why(b"text", "klingon")
    assert "no encoding" in why(b"text", "rot13")
    assert "no encoding" in why(b"text", "a\x00b")
    assert "not in the encoding ascii" in why("é".encode(), "ascii")


def test_paths_that_cant_be_read(tmp_path: Path) -> None:
    missing, null = str(tmp_path / "none.txt"), "a\x00b"
    for source, said in [(missing, "no such file"), (str(tmp_path), "folder"), (null, "can't be read")]:
        with pytest.raises(ArticleError) as caught:
            read_article(source)
        assert said in caught.value.why
        assert str(caught.value) == f"{caught.value.what}: {caught.value.why}"
        assert caught.value.what.isprintable()


def test_standard_input_is_named_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ArticleError, match=r"^standard input: it is empty"):
        read(b"")
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(ArticleError, match=r"^standard input: it can't be read"):
        read_article("-")


def test_file_is_read_with_its_digest_and_source(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(ENGLISH.encode())
    article = read_article(path)
    assert article.source == str(path)
    assert article.sha256 == hashlib.sha256(ENGLISH.encode()).hexdigest()
    assert article.media_type == "text/plain"
    assert [article.words_of(index) for index in range(2)] == [
        "The mayor said “no” on Monday — it’s over.",
        "Nothing else was said.",
    ]


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "cp1252", "shift_jis", "utf-16", "utf-7"]))
def test_any_bytes_give_an_article_or_an_article_error(data: bytes, encoding: str | None) -> None:
    try:
        article = read(data, encoding)
    except ArticleError:
        return
    assert article.paragraphs


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1))
def test_utf8_without_controls_is_held_as_it_is(text: str) -> None:
    assert article_from_text(text).text == text.replace("\u2028", "\n").replace("\u2029", "\n")


@pytest.mark.parametrize("stray", [b"\x00", b"\x00\x00\x00"])
def test_a_text_with_a_few_nuls_astray_is_a_text(stray: bytes, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    sentence = "The café on the old bridge was closed on Monday after the storm, the city said. "
    path.write_bytes((sentence * 3).encode() + stray + (sentence * 2).encode())
    article = read_article(path)
    assert article.text.strip() == (sentence * 5).strip()
    assert article.encoding == "utf-8"
