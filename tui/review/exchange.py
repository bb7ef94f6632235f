"""All marks as one file for another machine, and such a file taken in."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.review.errors import ReviewError
from tui.review.merging import merged, settled
from tui.review.opening import open_store
from tui.review.rows import all_marks, new_article, standing, write_mark
from tui.review.shapes import anchors_of, anchors_plain, list_of, mark_of, mark_plain, text_of
from tui.review.whereabouts import usual_path

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tui.review.model import Anchor, Mark
    from tui.review.shapes import Plain
    from tui.review.store import Store

FORMAT = "copyholder-marks"
VERSION = 1

_NO_MARKS = "this is no file of marks; give one that “marks export” wrote"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the marks of a file that was taken in.

    Attributes:
        new: They weren't here.
        updated: They were here, and the file told something later of them.
        joined: Both here and there something had been written; both notes were kept.
        there: They were here already, just so.
        newer_here: They were here in a later version, which stays.
        said: What happened to the file of marks that a person must know; empty where nothing did.
    """

    new: int = 0
    updated: int = 0
    joined: int = 0
    there: int = 0
    newer_here: int = 0
    said: str = ""

    @property
    def told(self) -> str:
        """It in plain words."""
        return f"{self._counted()} {self.said}".rstrip()

    def _counted(self) -> str:
        total = self.new + self.updated + self.joined + self.there + self.newer_here
        if not total:
            return "The file holds no marks."
        parts = [
            f"{count} {words}"
            for count, words in (
                (self.new, "new"),
                (self.updated, "brought up to date"),
                (self.joined, "with both notes kept, as both had been written on"),
                (self.there, "here already"),
                (self.newer_here, "left alone, being newer here"),
            )
            if count
        ]
        return f"{total} {'mark' if total == 1 else 'marks'} read: {', '.join(parts)}."


@dataclass(frozen=True, slots=True)
class _Piece:
    """An article as an export names it."""

    key: str
    title: str
    name: str
    texts: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Couple:
    """A pair as an export names it: the keys of its articles and its marks."""

    left: str
    right: str
    marks: tuple[Mark, ...]


def export_marks(path: Path | None = None) -> str:
    """All marks of a store as JSON text, those that were taken back included; folders' names are left out.

    Args:
        path: The store; the usual one where None. It is only read.

    Raises:
        ReviewError: It can't be read.
    """
    opened = open_store(path or usual_path(), writable=False)
    if opened.trouble is not None:
        raise opened.trouble
    if opened.store is None:
        return _written([], [])
    try:
        with opened.store.reading() as connection:
            return _written(*_everything(connection))
    finally:
        opened.store.close()


def import_marks(path: Path | None, text: str) -> Imported:
    """Take in marks that were exported; each is merged with the one that is here, all of them or none.

    Args:
        path: The store; the usual one where None. It is made where it isn't there.
        text: What was exported.

    Raises:
        ReviewError: It is no such text, was written by a newer version, or the store can't be written.
    """
    pieces, couples = _read(text)
    opened = open_store(path or usual_path(), writable=True)
    if opened.store is None or opened.trouble is not None:
        raise opened.trouble or ReviewError("The file of marks can't be used.")
    try:
        return replace(_taken_in(opened.store, pieces, couples), said=opened.said)
    finally:
        opened.store.close()


def _everything(connection: sqlite3.Connection) -> tuple[list[Plain], list[Plain]]:
    of_articles = _by_owner(connection, "article")
    of_pairs = _by_owner(connection, "pair")
    pairs = [row for row in connection.execute("SELECT id, first, second FROM pairs") if row[0] in of_pairs]
    wanted = {*of_articles, *(article for _, *both in pairs for article in both)}
    rows = [row for row in connection.execute("SELECT id, key, title, name FROM articles") if row[0] in wanted]
    key_of = {row[0]: row[1] for row in rows}
    articles: list[Plain] = [
        {
            "id": key,
            "title": title,
            "name": name,
            "texts": [
                found[0]
                for found in connection.execute("SELECT hash FROM versions WHERE article = ? ORDER BY hash", (row,))
            ],
            "marks": [{**mark_plain(mark), "words": anchors_plain(mark.left)} for mark in of_articles.get(row, [])],
        }
        for row, key, title, name in sorted(rows, key=lambda row: str(row[1]))
    ]
    told: list[Plain] = [
        {"left": left, "right": right, "marks": [_of_pair(mark) for mark in of_pairs[pair]]}
        for left, right, pair in sorted((key_of[first], key_of[second], pair) for pair, first, second in pairs)
    ]
    return articles, told


def _by_owner(connection: sqlite3.Connection, column: str) -> dict[int, list[Mark]]:
    """The marks of each pair or article, in the order of their words."""
    found: dict[int, list[Mark]] = {}
    for owner, mark in all_marks(connection, column):
        found.setdefault(owner, []).append(mark)
    for marks in found.values():
        marks.sort(key=_order)
    return found


def _order(mark: Mark) -> tuple[int, int, str, str]:
    starts = [side[0].start for side in (mark.left, mark.right) if side]
    return starts[0], starts[-1], mark.kind.value, mark.id


def _of_pair(mark: Mark) -> Plain:
    return {**mark_plain(mark), "left": anchors_plain(mark.left), "right": anchors_plain(mark.right)}


def _written(articles: Sequence[Plain], pairs: Sequence[Plain]) -> str:
    told = {"format": FORMAT, "version": VERSION, "articles": articles, "pairs": pairs}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _read(text: str) -> tuple[list[_Piece], list[_Couple]]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise ReviewError(_NO_MARKS) from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ReviewError(_NO_MARKS)
    version = told.get("version")
    if isinstance(version, int) and version > VERSION:
        raise ReviewError("this file of marks was written by a newer Copyholder; update this one and take it in then")
    try:
        _written([told], []).encode()  # half a character can't be kept
        pieces = [_piece_of(plain) for plain in _dicts_of(told.get("articles"))]
        couples = [_couple_of(plain) for plain in _dicts_of(told.get("pairs"))]
        known = {piece.key for piece in pieces}
        _check(len(known) == len(pieces))
        _check(all(couple.left in known and couple.right in known for couple in couples))
        _check(all(couple.left != couple.right for couple in couples))
    except (ValueError, RecursionError):
        raise ReviewError("this file of marks is damaged; have it exported and sent again") from None
    return pieces, couples


def _piece_of(plain: Plain) -> _Piece:
    texts = tuple(found for found in list_of(plain.get("texts")) if isinstance(found, str))
    marks = tuple(_mark_of(found, anchors_of(found.get("words")), ()) for found in _dicts_of(plain.get("marks")))
    _check(bool(texts) and all(mark.kind.is_of_article for mark in marks))
    return _Piece(text_of(plain, "id", least=1), text_of(plain, "title"), text_of(plain, "name"), texts, marks)


def _couple_of(plain: Plain) -> _Couple:
    marks = tuple(
        _mark_of(found, anchors_of(found.get("left")), anchors_of(found.get("right")))
        for found in _dicts_of(plain.get("marks"))
    )
    _check(not any(mark.kind.is_of_article for mark in marks))
    return _Couple(text_of(plain, "left"), text_of(plain, "right"), marks)


def _mark_of(plain: Plain, left: tuple[Anchor, ...], right: tuple[Anchor, ...]) -> Mark:
    return settled(mark_of(plain, left, right))


def _dicts_of(value: object) -> list[Plain]:
    found = [plain for plain in list_of(value) if isinstance(plain, dict)]
    _check(len(found) == len(list_of(value)))
    return found


def _check(holds: bool) -> None:
    if not holds:
        raise ValueError


def _taken_in(store: Store, pieces: Iterable[_Piece], couples: Iterable[_Couple]) -> Imported:
    with store.writing() as connection:
        rows: dict[str, int] = {}
        count = Imported()
        for piece in pieces:
            row = _article_row(connection, piece, taken=set(rows.values()))
            rows[piece.key] = row
            for mark in piece.marks:
                count = _take(connection, "article", row, mark, count)
        for couple in couples:
            pair, turned = _pair_row(connection, rows[couple.left], rows[couple.right])
            for mark in couple.marks:
                count = _take(connection, "pair", pair, mark.mirrored() if turned else mark, count)
    return count


def _article_row(connection: sqlite3.Connection, piece: _Piece, taken: set[int]) -> int:
    """The article that has had one of these texts, or a new one; two of the file are never one here."""
    marked = ",".join("?" * len(piece.texts))
    found = connection.execute(
        f"""SELECT article, key = ? AS named, count(*) AS shared FROM versions JOIN articles ON id = article
        WHERE hash IN ({marked}) GROUP BY article ORDER BY named DESC, shared DESC, article""",  # noqa: S608
        (piece.key, *piece.texts),
    ).fetchall()
    row = next((int(article) for article, *_ in found if article not in taken), None)
    if row is None:
        row = new_article(connection, piece.key, piece.title, piece.name)
    connection.executemany("INSERT OR IGNORE INTO versions VALUES (?, ?)", [(text, row) for text in piece.texts])
    return row


def _pair_row(connection: sqlite3.Connection, left: int, right: int) -> tuple[int, bool]:
    """The pair of two articles, made where it isn't here, and whether it stands here the other way round."""
    row = connection.execute(
        "SELECT id, first = ? FROM pairs WHERE (first = ? AND second = ?) OR (first = ? AND second = ?)",
        (right, left, right, right, left),
    ).fetchone()
    if row is not None:
        return row[0], bool(row[1])
    made = connection.execute("INSERT INTO pairs (first, second, opened) VALUES (?, ?, '')", (left, right))
    assert made.lastrowid is not None
    return made.lastrowid, False


def _take(connection: sqlite3.Connection, column: str, owner: int, theirs: Mark, count: Imported) -> Imported:
    found = standing(connection, column, [owner], theirs.id)
    if found is None:
        write_mark(connection, column, owner, theirs)
        return replace(count, new=count.new + 1)
    row, readable = found
    ours = readable or theirs
    kept = merged(ours, theirs)
    if kept != readable:
        write_mark(connection, column, owner, kept, row)
    if replace(kept, past=()) == replace(ours, past=()):
        if replace(kept, past=()) == replace(theirs, past=()):
            return replace(count, there=count.there + 1)
        return replace(count, newer_here=count.newer_here + 1)
    if kept.note not in {ours.note, theirs.note}:
        return replace(count, joined=count.joined + 1)
    return replace(count, updated=count.updated + 1)
