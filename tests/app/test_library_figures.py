"""What the library says of its articles: exact shares where they are known, names that tell them apart, encodings."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from tests.samples import make_article
from tests.terminals import SEEDS
from tui.app.encoding import encoding_advice, encoding_told
from tui.app.library import shelf as module
from tui.app.library.shelf import TOO_LONG, Entry, Shelf
from tui.app.library.telling import columns_for, entry_told, facts_told, from_where, shares_told, whole_name_of
from tui.article import Article, ArticleError, read_article
from tui.collation import Collation, collate

if TYPE_CHECKING:
    from collections.abc import Sequence

LEFT = "The harbour council voted on Tuesday to close the northern lock.\n\nFerries run every hour until then.\n"
RIGHT = "The harbour council voted on Tuesday to close the northern lock.\n"
OTHER = "Choirs sang in three languages before full houses.\n"
RUSSIAN = "Мэр объявил в четверг об открытии рынка, закрытого с лета.\n\n«Мы сдержали обещание», сказал он торговцам.\n"
FRENCH = "Le maire a annoncé jeudi la réouverture du marché.\n\n« Nous avons tenu », a-t-il déclaré l’été dernier.\n"


def settled(shelf: Shelf) -> Shelf:
    end = time.monotonic() + 20
    while shelf.is_busy:
        assert time.monotonic() < end
        time.sleep(0.002)
    assert shelf.fault is None
    return shelf


def files(folder: Path, *texts: str) -> list[str]:
    found = []
    for number, text in enumerate(texts, 1):
        (folder / f"{number}.txt").write_text(text)
        found.append(str(folder / f"{number}.txt"))
    return found


def line(shelf: Shelf, entry: Entry, shown: Sequence[Entry]) -> str:
    places = {one.number: place for place, one in enumerate(shown)}
    columns = columns_for(72, shown)
    return str(entry_told(entry, places[entry.number], columns, shelf, places, None, ""))


def test_each_likeliest_pair_is_told_as_the_reader_tells_it(tmp_path: Path) -> None:
    shelf = Shelf()
    left, right, other = shelf.add(files(tmp_path, LEFT, RIGHT, OTHER))
    settled(shelf)
    # 11 words of 17, and all of 11.
    assert shelf.exact(left, right) == (11 / 17, 1.0)
    assert shelf.exact(right, left) == (1.0, 11 / 17)
    shown = shelf.in_order()
    first, second, _ = (line(shelf, one, shown) for one in shown)
    assert first.endswith(" 65 %   2  ╲ ██  ·")
    assert second.endswith("100 %   1 ██  ╲  ·")
    places = {one.number: place for place, one in enumerate(shown)}
    (told,) = shares_told(shown[0], shelf, places, 5, "A")
    assert told.startswith("█  65 % of it in no. 2, 100 % of that in it  The harbour council")
    unlike = shelf.entry(other)
    assert unlike is not None
    assert shares_told(unlike, shelf, places, 5, "A") == ["It shares next to nothing with any other article"]
    assert shares_told(unlike, shelf, places, 0, "A") == []


def test_the_figures_are_those_of_the_collation_for_every_likeliest_pair_of_the_seeds() -> None:
    shelf = Shelf()
    numbers = shelf.add(map(str, SEEDS))
    settled(shelf)
    for number in numbers:
        best, entry = shelf.best(number), shelf.entry(number)
        assert best is not None
        assert entry is not None
        partner = shelf.entry(best[0])
        assert partner is not None
        assert entry.article is not None
        assert partner.article is not None
        counts = collate(entry.article, partner.article).left_counts
        exact = shelf.exact(number, best[0])
        assert exact is not None
        assert exact[0] == counts.shared / counts.words


def test_what_is_looked_at_comes_first_and_nothing_is_collated_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"{LEFT}\nEdition {number} was printed in town {number}.\n" for number in range(6)]
    collated: list[tuple[str, str]] = []

    def watched(left: Article, right: Article) -> Collation:
        collated.append((Path(left.source).stem, Path(right.source).stem))
        return collate(left, right)

    wanted = Event()
    whole = read_article

    def read(source: str, **_: object) -> Article:
        assert wanted.wait(20)
        return whole(source)

    monkeypatch.setattr(module, "collate", watched)
    monkeypatch.setattr(module, "read_article", read)
    shelf = Shelf()
    numbers = shelf.add(files(tmp_path, *texts))
    shelf.look_closer([(numbers[4], numbers[5]), (numbers[4], numbers[1])])
    wanted.set()
    settled(shelf)
    assert collated[:2] == [("5", "6"), ("2", "5")]
    assert len(collated) == len(set(collated))
    before = len(collated)
    shelf.look_closer([(numbers[5], numbers[4])])
    assert not shelf.is_busy
    shelf.look_closer([(numbers[0], numbers[5])])
    settled(shelf)
    assert len(collated) <= before + 1
    (gone,) = shelf.add([str(tmp_path / "gone.txt")])
    settled(shelf)
    shelf.look_closer([(numbers[0], gone)])
    assert not shelf.is_busy, "what can't be read isn't waited for"
    shelf.stop()
    shelf.look_closer([(numbers[2], numbers[3])])
    assert shelf.is_stopped


def test_another_text_from_the_same_place_has_other_figures_and_what_is_gone_none(tmp_path: Path) -> None:
    shelf = Shelf()
    left, right = shelf.add(files(tmp_path, LEFT, RIGHT))
    settled(shelf)
    shelf.add_article(make_article([RIGHT.strip()], source=str(tmp_path / "1.txt")))
    settled(shelf)
    assert shelf.exact(left, right) == (1.0, 1.0)
    shelf.remove(right)
    assert shelf.exact(left, right) is None


def test_a_pair_that_is_long_or_cant_be_compared_keeps_its_estimate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(left: Article, right: Article) -> Collation:
        raise RuntimeError(left.source + right.source)

    shelf = Shelf()
    long = f"{RIGHT}\n{' '.join(f'town{number}' for number in range(TOO_LONG))}.\n"
    one, other = shelf.add(files(tmp_path, LEFT, long))
    settled(shelf)
    assert shelf.exact(one, other) is None
    shown = shelf.in_order()
    assert "≈" in line(shelf, shown[0], shown)
    monkeypatch.setattr(module, "collate", broken)
    more = tmp_path / "more"
    more.mkdir()
    shelf = Shelf()
    shelf.add(files(more, LEFT, RIGHT))
    settled(shelf)
    shown = shelf.in_order()
    assert "≈" in line(shelf, shown[0], shown)
    places = {found.number: place for place, found in enumerate(shown)}
    assert " with no. 2  The harbour council" in shares_told(shown[0], shelf, places, 5, "A")[0]


def test_what_is_called_alike_is_told_apart(tmp_path: Path) -> None:
    article = make_article(["Words of an article."])
    web = Entry(1, "https://www.example.org/news/bridge.pdf?id=7", article)
    assert from_where(web) == "example.org"
    assert from_where(replace(web, article=replace(article, site="The Harbour Post"))) == "The Harbour Post"
    assert from_where(Entry(2, "/home/anna/bridge.pdf", article)) == "bridge"
    assert whole_name_of(Entry(3, "/home/anna/bridge.pdf")) == "bridge.pdf"
    assert whole_name_of(web) == "www.example.org/news/bridge.pdf?id=7"
    assert whole_name_of(Entry(4, "/home/anna/a\x1b[31m.txt")) == "a�[31m.txt"
    shelf = Shelf()
    (tmp_path / "story.docx").write_bytes(b"PK\x03\x04broken")
    (number,) = shelf.add([str(tmp_path / "story.docx")])
    settled(shelf)
    entry = shelf.entry(number)
    assert entry is not None
    assert line(shelf, entry, shelf.in_order()).strip().startswith("1 story.docx: ")


def test_what_is_being_fetched_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched, may_end = Event(), Event()
    whole = read_article

    def read(source: str, **_: object) -> Article:
        if source.startswith("https"):
            fetched.set()
            may_end.wait(20)
            raise ArticleError(source, "there is no such host; check the address")
        return whole(source)

    monkeypatch.setattr(module, "read_article", read)
    shelf = Shelf()
    shelf.add(["https://example.invalid/far", "https://example.invalid/next", *files(tmp_path, LEFT)])
    assert fetched.wait(20)
    shown = shelf.in_order()
    told = {Path(one.source).stem: line(shelf, one, shown) for one in shown}
    assert "far: being fetched …" in told["far"]
    assert "fetched" not in told["next"]
    may_end.set()
    settled(shelf)
    assert not any("fetched" in line(shelf, one, shown) for one in shelf.in_order())


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (RUSSIAN, "cp1251", "Cyrillic (cp1251)"),
        (FRENCH, "cp1252", "Western European (cp1252)"),
        (FRENCH, "utf-8", ""),
        (RUSSIAN, "utf-16", ""),
    ],
)
def test_an_encoding_that_was_found_out_is_told_with_what_helps(
    tmp_path: Path, text: str, encoding: str, told: str
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode(encoding))
    article = read_article(path)
    assert article.text.splitlines() == text.splitlines()
    assert encoding_told(article) == told
    advice = encoding_advice(article, asked=False)
    if told:
        assert advice == (
            f"Read as {told}, found out from its letters. "
            "If it looks wrong: start with --encoding NAME, or save it as UTF-8"
        )
        assert encoding_advice(article, asked=True) == f"Read as {told}, as --encoding says"
        assert f" · read as {told} · " in facts_told(Entry(1, str(path), article, words=9))
    else:
        assert advice == ""
        assert "read as" not in facts_told(Entry(1, str(path), article, words=9))


def test_what_says_itself_in_which_encoding_it_is_isnt_doubted() -> None:
    article = make_article(["Words."])
    rtf = replace(article, media_type="application/rtf", encoding="cp1252")
    page = replace(article, media_type="text/html", encoding="iso8859_2")
    assert (encoding_told(rtf), encoding_advice(rtf, asked=False)) == ("", "")
    assert encoding_told(page) == "Central European (iso8859-2)"
    assert "found out" not in encoding_advice(page, asked=False)
    assert encoding_told(replace(article, encoding="mac_roman")) == "mac-roman"
