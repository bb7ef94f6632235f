"""The shelf of the library: what is read and compared in the thread, in which order, how far it is."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from tests.samples import make_article
from tui.app.library import shelf as module
from tui.app.library.recents import pair_told, progress_told, when_told
from tui.app.library.shelf import Shelf
from tui.app.library.telling import estimated, per_cent, shade
from tui.article import Article, ArticleError, read_article
from tui.collation.likely import Makings, ShareTable, share_table
from tui.review.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STORY = (
    "The harbour council voted on Tuesday to close the northern lock for repairs.\n\n“We had no choice,” she said.\n"
)
VERSION = STORY.replace("Tuesday", "Monday")
OTHER = "A choir from the mountains sang in three languages to a full house.\n"


def settled(shelf: Shelf) -> Shelf:
    end = time.monotonic() + 20
    while shelf.is_busy:
        assert time.monotonic() < end
        time.sleep(0.002)
    assert shelf.fault is None
    return shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("1.txt", STORY), ("2.txt", OTHER), ("3.txt", VERSION)):
        (tmp_path / name).write_text(text)
    return tmp_path


def stems(shelf: Shelf, first: int | None = None) -> list[str]:
    return [Path(entry.source).stem for entry in shelf.in_order(first)]


def test_the_likeliest_pair_is_first_and_what_cant_be_read_last(folder: Path) -> None:
    shelf = Shelf()
    shelf.add([str(folder / "gone.txt"), str(folder)])
    settled(shelf)
    assert stems(shelf) == ["1", "3", "2", "gone"]
    one, three, two, gone = shelf.in_order()
    assert (one.words, one.quotations) == (19, 1)
    assert gone.trouble.startswith("there is no such file")
    assert stems(shelf, two.number)[-1] == "gone"
    assert stems(shelf, one.number)[0] == "3"
    share = shelf.share(one.number, three.number)
    assert share is not None
    assert 0.5 < share < 1
    assert shelf.best(one.number) == (three.number, share)
    assert shelf.progress() == ""


def test_nothing_is_listed_twice_and_a_text_pasted_is_an_article_of_its_own(folder: Path) -> None:
    shelf = Shelf()
    first = shelf.add([str(folder)])
    assert shelf.add([str(folder / "2.txt"), str(folder)]) == (first[1], *first)
    pasted = shelf.add_text(OTHER)
    again = shelf.add_text(STORY)
    assert len({*first, pasted, again}) == 5
    assert shelf.add_text(" \n") == 0
    settled(shelf)
    assert shelf.best(pasted) == (first[1], 1.0)


def test_what_is_taken_out_is_gone_from_every_row_and_stays_on_the_disk(folder: Path) -> None:
    shelf = Shelf()
    one, two, three = shelf.add([str(folder)])
    settled(shelf).remove(three)
    assert shelf.entry(three) is None
    assert stems(shelf) == ["1", "2"]
    best = shelf.best(one)
    assert best is not None
    assert best[0] == two
    assert shelf.partners(one) == [best]
    assert (folder / "3.txt").exists()


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.add([str(tmp_path)])
    assert [entry.trouble for entry in shelf.entries] == [module.EMPTY_FOLDER]
    assert not shelf.is_busy


def test_what_couldnt_be_read_is_read_again(folder: Path) -> None:
    shelf = Shelf()
    [number] = shelf.add([str(folder / "late.txt")])
    settled(shelf)
    (folder / "late.txt").write_text(STORY)
    shelf.read_again()
    settled(shelf)
    entry = shelf.entry(number)
    assert entry is not None
    assert entry.article is not None


def test_a_fault_in_one_article_leaves_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_article

    def read(source: str, **_: object) -> Article:
        if source.endswith("2.txt"):
            raise ZeroDivisionError
        return whole(source)

    monkeypatch.setattr("tui.app.library.shelf.read_article", read)
    shelf = Shelf()
    shelf.add([str(folder)])
    settled(shelf)
    assert [entry.trouble for entry in shelf.in_order()] == ["", "", module.BROKEN]


def test_files_are_read_and_compared_while_addresses_are_fetched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched, may_end = Event(), Event()
    whole = read_article

    def read(source: str, **_: object) -> Article:
        if source.startswith("https"):
            fetched.set()
            may_end.wait(20)
            raise ArticleError(source, "there is no such host; check the address")
        return whole(source)

    monkeypatch.setattr("tui.app.library.shelf.read_article", read)
    shelf = Shelf()
    numbers = shelf.add(["https://example.invalid/a", str(folder)])
    assert fetched.wait(20)
    end = time.monotonic() + 20
    while shelf.exact(numbers[1], numbers[3]) is None:
        assert time.monotonic() < end
        time.sleep(0.002)
    assert shelf.progress() == "read 3 of 4"
    late = shelf.add_text("A text that was pasted meanwhile is read at once.")
    while shelf.share(late, numbers[1]) is None:
        assert time.monotonic() < end
        time.sleep(0.002)
    may_end.set()
    settled(shelf)
    assert shelf.progress() == ""
    assert [entry.source[-5:] for entry in shelf.in_order()][-1] == "lid/a"


def test_what_was_fetched_is_compared_though_all_else_was_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_end = Event()
    whole = read_article

    def read(source: str, **_: object) -> Article:
        if source.startswith("https"):
            may_end.wait(20)
            return make_article([VERSION], source=source)
        return whole(source)

    monkeypatch.setattr("tui.app.library.shelf.read_article", read)
    shelf = Shelf()
    far, one, *_ = shelf.add(["https://example.invalid/a", str(folder)])
    end = time.monotonic() + 20
    while shelf.best(one) is None:
        assert time.monotonic() < end
        time.sleep(0.002)
    may_end.set()
    while shelf.share(far, one) is None:
        assert time.monotonic() < end
        time.sleep(0.002)
    settled(shelf)
    assert shelf.exact(far, one) is not None or shelf.best(far) != (one, shelf.share(far, one))


def test_a_file_is_one_article_by_whatever_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    shelf = Shelf()
    (number,) = shelf.add(["1.txt"])
    assert shelf.add([str(folder / "1.txt"), f"../{folder.name}/1.txt", "./1.txt"]) == (number, number, number)
    assert shelf.add_article(read_article(str(folder / "1.txt"))) == number
    shelf.remove(number)
    assert shelf.add(["1.txt"]) != (number,)
    assert len(shelf.entries) == 1
    assert len(shelf.add(["no\x00name.txt"])) == 1
    settled(shelf)


def test_it_stops_and_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_article
    shelf = Shelf()

    def read(source: str, **_: object) -> Article:
        if source.endswith("1.txt"):
            shelf.stop()
        return whole(source)

    monkeypatch.setattr("tui.app.library.shelf.read_article", read)
    numbers = shelf.add([str(folder)])
    settled(shelf)
    assert shelf.progress() == "read 1 of 3, stopped"
    assert shelf.share(numbers[0], numbers[2]) is None
    shelf.go_on()
    settled(shelf)
    assert shelf.share(numbers[0], numbers[2]) is not None


def test_an_article_read_anew_takes_the_place_of_the_old_one(folder: Path) -> None:
    shelf = Shelf()
    one, two, _ = shelf.add([str(folder)])
    settled(shelf)
    text = OTHER.strip()
    assert shelf.add_article(make_article([text], source=str(folder / "1.txt"))) == one
    settled(shelf)
    assert shelf.best(one) == (two, 1.0)


def test_five_hundred_are_each_read_once_and_compared_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(500):
        (tmp_path / f"{number}.txt").write_text(f"Story {number} of harbour{number % 250} by writer{number % 250}.")
    read: list[str] = []
    compared: list[int] = []
    whole, table = read_article, share_table

    def counted(source: str, **_: object) -> Article:
        read.append(source)
        return whole(source)

    monkeypatch.setattr("tui.app.library.shelf.read_article", counted)

    def table_counted(makings: Sequence[Makings], **how: Callable[[int], bool]) -> ShareTable | None:
        compared.append(len(makings))
        return table(makings, **how)

    monkeypatch.setattr("tui.app.library.shelf.share_table", table_counted)
    shelf = Shelf()
    numbers = shelf.add([str(tmp_path)])
    # All are listed before any is waited for, by their names.
    assert len(shelf.entries) == 500
    settled(shelf)
    assert len(read) == len(set(read)) == 500
    assert compared == [500]
    best = shelf.best(numbers[7])
    assert best is not None
    assert best[0] == numbers[257]


def recent(opened: str = "", **decisions: int) -> Recent:
    return Recent("One", "Other", "002_06b2687f3465ffdf.txt", "003_dd09dbc2faccaa28.txt", "a", "b", opened, decisions)


def test_a_recent_pair_is_told_with_its_progress() -> None:
    assert pair_told(recent()) == "002 ⇄ 003"
    long = replace(recent(), left_name="what the harbour master said on Tuesday.txt")
    assert pair_told(long, 25) == "what the harbour … ⇄ 003"
    uneven = replace(recent(), left_name="harbour-1251.txt", right_name="harbours-1251.txt")
    assert pair_told(uneven, 28) == "harbour-1251 ⇄ harbours-1251"
    assert progress_told(recent()) == "nothing reviewed"
    assert progress_told(recent(accepted=12, flagged=2, queried=1)) == "15 reviewed, 2 flagged, 1 to verify"


@pytest.mark.parametrize(
    ("quotations", "accepted", "flagged", "told", "brief"),
    [
        (23, 6, 1, "7 of 23 quotations reviewed, 1 flagged", "7/23 reviewed, 1 flagged"),
        (1_200, 1_001, 0, "1,001 of 1,200 quotations reviewed", "1,001/1,200 reviewed"),
        (23, 0, 0, "none of 23 quotations reviewed", "0/23 reviewed"),
        (23, 20, 3, "all 23 quotations reviewed, 3 flagged", "all 23 reviewed, 3 flagged"),
        (1, 1, 0, "the only quotation reviewed", "1/1 reviewed"),
        (1, 0, 0, "the only quotation not reviewed", "0/1 reviewed"),
        (0, 0, 0, "no quotations", "no quotations"),
    ],
)
def test_the_progress_is_told_of_how_many(quotations: int, accepted: int, flagged: int, told: str, brief: str) -> None:
    taken = {name: count for name, count in (("accepted", accepted), ("flagged", flagged)) if count}
    pair = replace(recent(), quotations=quotations, on_quotations=taken)
    assert progress_told(replace(pair, decisions=taken)) == told
    assert progress_told(replace(pair, decisions=taken), brief=True) == brief
    assert progress_told(replace(pair, decisions={**taken, "queried": 2})) == f"{told}, 2 other marks"


def test_when_it_was_is_told_as_people_say_it() -> None:
    now = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
    assert when_told(now.isoformat(), now) == "today 09:30"
    assert when_told((now - timedelta(hours=10)).isoformat(), now) == "yesterday"
    assert when_told((now - timedelta(days=3)).isoformat(), now) == "3 days ago"
    assert when_told((now - timedelta(days=30)).isoformat(), now) == "2026-02-08"
    assert when_told("never", now) == ""


def test_a_share_found_quickly_is_told_as_such() -> None:
    shares = (None, 0.0, 0.004, 0.05, 1.0)
    assert [estimated(one) for one in shares] == ["", "0 %", "<1 %", "≈5 %", "≈100 %"]


def test_shares_are_told_in_figures_and_shades() -> None:
    shares = (None, 0.0, 0.004, 0.05, 0.2, 0.5, 0.996, 1.0)
    assert [per_cent(one) for one in shares] == ["", "0 %", "<1 %", "5 %", "20 %", "50 %", "99 %", "100 %"]
    assert "".join(shade(one) for one in shares) == " ··░▒▓██"
