"""The articles of the library: read and compared in a thread, so that no key waits for them."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock, Thread
from typing import TYPE_CHECKING

from tui.article import ArticleError, article_from_text, read_article
from tui.article.address import is_address
from tui.article.folder import articles_in, is_folder
from tui.collation import collate
from tui.collation.likely import ShareTable, makings_of, share_table
from tui.quotation import find_quotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tui.article import Article
    from tui.collation.likely import Makings

    _Find = Callable[[], Callable[[], None] | None]

PASTED = "-"
"""The source of a pasted article, as of standard input: there is nowhere to read it from again."""

EMPTY_FOLDER = "there are no articles in this folder; those of folders within it aren't looked for"


_NEAR, _FAR = "near", "far"
"""The two threads: what is here, and what is fetched."""

BREATH = 0.01
"""Seconds between two pairs that nobody looks at: keys don't wait for them."""

TOO_LONG = 6_000
"""Words of a pair from which on it is only collated in the reader: it would hold up keys here."""

BROKEN = "a fault in the program keeps it from being read; save it as plain text and add that"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the library.

    Attributes:
        number: Its own number; no two entries ever have the same.
        source: Where it is read from.
        article: The article, or None where it isn't read.
        trouble: Why it can't be read; empty otherwise.
        words: How many words of it count.
        quotations: How many quotations there are; None where they aren't counted yet.
    """

    number: int
    source: str
    article: Article | None = None
    trouble: str = ""
    words: int = 0
    quotations: int | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be read."""
        return self.article is None and not self.trouble


class Shelf:
    """Holds the articles. What the thread finds is there at once.

    `version` grows with what changes the list, `figures` with what is only counted: quotations, and what pairs share
    exactly.
    """

    def __init__(self, encoding: str | None = None, *, allow_private: bool = False) -> None:
        """Make room.

        Args:
            encoding: The encoding with which articles are read; found out where None.
            allow_private: Whether an address may lead to this computer or into the house's own network.
        """
        self.version = 0
        self.figures = 0
        self.is_stopped = False
        self.fault: Exception | None = None
        self._encoding = encoding
        self._allow_private = allow_private
        self._lock = Lock()
        self._entries: dict[int, Entry] = {}
        self._numbers_of: dict[str, int] = {}
        self._makings: dict[int, Makings] = {}
        self._first: list[int] = []
        self._last_number = 0
        self._table = ShareTable()
        self._numbers: list[int] = []
        self._compared: dict[int, int] = {}
        self._comparing = 0
        self._exact: dict[tuple[int, int], tuple[float, float] | None] = {}
        self._closer: tuple[tuple[int, int], ...] = ()
        self._fetched = 0
        self._busy: set[str] = set()

    # What there is

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All articles as they were added."""
        with self._lock:
            return tuple(self._entries.values())

    def entry(self, number: int) -> Entry | None:
        """The article with this number, unless it was taken out."""
        return self._entries.get(number)

    @property
    def is_encoding_asked(self) -> bool:
        """Whether the encoding isn't found out."""
        return self._encoding is not None

    @property
    def is_busy(self) -> bool:
        """Whether anything is being read or compared."""
        return bool(self._busy)

    @property
    def is_settled(self) -> bool:
        """Whether everything is read and compared that is to be, but for what is still being fetched."""
        with self._lock:
            is_compared = set(self._makings) == set(self._compared)
            awaited = (one for one in self._entries.values() if one.is_waiting and not is_address(one.source))
            return self.is_stopped or (is_compared and not any(awaited))

    def share(self, one: int, other: int) -> float | None:
        """What two articles share, by their numbers, 0 to 1; None where they aren't compared."""
        with self._lock:
            places = self._compared.get(one), self._compared.get(other)
            return None if places[0] is None or places[1] is None else self._table.share(places[0], places[1])

    def exact(self, one: int, other: int) -> tuple[float, float] | None:
        """How much of the one's words the other has, and the other way round, as the reader tells it.

        Returns:
            Both shares, 0 to 1; None where the two aren't collated, or not yet.
        """
        found = self._exact.get((min(one, other), max(one, other)))
        return found if found is None or one < other else found[::-1]

    def is_fetched_now(self, number: int) -> bool:
        """Whether this article is just being fetched from its address."""
        return self._fetched == number

    def best(self, number: int) -> tuple[int, float] | None:
        """The likeliest partner of an article and what they share, or None where it is compared with none."""
        with self._lock:
            at = self._compared.get(number)
            partner = None if at is None else self._numbers[self._table.best[at]]
            if at is not None and partner in self._compared and partner != number:
                return partner, self._table.share(at, self._table.best[at])
        return next(iter(self.partners(number)), None)

    def partners(self, number: int) -> list[tuple[int, float]]:
        """The articles that are compared with this one, and what they share with it, the likeliest first."""
        with self._lock:
            at = self._compared.get(number)
            if at is None:
                return []
            found = [(self._numbers[to], self._table.share(at, to)) for to in self._table.partners(at)]
            return [one for one in found if one[0] in self._compared]

    def in_order(self, first: int | None = None) -> tuple[Entry, ...]:
        """All articles: the likeliest pair first, or the likeliest partners of `first`; what can't be read is last.

        Those that aren't compared yet stand as they were added, after the others.
        """
        if first is None:
            with self._lock:
                ranked = [self._numbers[at] for at in self._table.order]
        else:
            ranked = [number for number, _ in self.partners(first)]
        places = {number: place for place, number in enumerate(ranked)}
        entries = [entry for entry in self.entries if entry.number != first]
        return tuple(sorted(entries, key=lambda one: (bool(one.trouble), places.get(one.number, len(places)))))

    def progress(self) -> str:
        """How far the thread is; empty when everything is done."""
        entries = self.entries
        waiting = sum(entry.is_waiting for entry in entries)
        uncounted = sum(entry.article is not None and entry.quotations is None for entry in entries)
        if waiting:
            told = f"read {len(entries) - waiting:,} of {len(entries):,}"
        elif set(self._makings) != set(self._compared):
            told = f"compared {self._comparing:,} of {len(self._makings):,}"
        elif uncounted:
            told = f"quotations of {len(self._makings) - uncounted:,} of {len(self._makings):,} counted"
        else:
            return ""
        return f"{told}, stopped" if self.is_stopped else told

    # What happens to it

    def add(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Add articles by name, folders with all their articles; one that is there already isn't added again.

        Returns:
            The numbers of the articles named, those that were there among them.
        """
        found = [self._add_one(name) for source in sources for name in _names(source)]
        if any((entry := self.entry(number)) is not None and entry.is_waiting for number in found):
            self.go_on()
        return tuple(found)

    def _add_one(self, named: tuple[str, str]) -> int:
        source, trouble = named
        with self._lock:
            known = self._numbers_of.get(_place_of(source))
            return self._put(Entry(0, source, trouble=trouble)) if known is None else known

    def add_text(self, text: str) -> int:
        """Add an article that was pasted; says its number, or 0 where the text holds no words."""
        article = article_from_text(text, source=PASTED)
        return self.add_article(article) if article.paragraphs else 0

    def add_article(self, article: Article) -> int:
        """Add an article that is read already, in place of the one from the same source; says its number."""
        found = Entry(0, article.source, article)
        with self._lock:
            known = next((one for one in self._entries.values() if one.article is article), None)
            if known is None and article.source != PASTED:
                known = self._entries.get(self._numbers_of.get(_place_of(article.source), 0))
            if known is None:
                number = self._put(found)
            else:
                number = known.number
                if known.article is not article:
                    self._entries[number] = replace(found, number=number)
                    self._forget(number)
                    self.version += 1
        self.go_on()
        return number

    def _put(self, entry: Entry) -> int:
        self._last_number += 1
        self._entries[self._last_number] = replace(entry, number=self._last_number)
        self._numbers_of.setdefault(_place_of(entry.source), self._last_number)  # standard input is read only once
        self.version += 1
        return self._last_number

    def remove(self, number: int) -> None:
        """Take an article off the shelf; on the disk it stays."""
        with self._lock:
            self._entries.pop(number, None)
            self._numbers_of = {place: known for place, known in self._numbers_of.items() if known != number}
            self._forget(number)
            self.version += 1

    def hurry(self, numbers: Iterable[int]) -> None:
        """Read these first."""
        with self._lock:
            self._first += numbers
        self.go_on()

    def read_again(self) -> None:
        """Read once more what couldn't be read, and go on with what was stopped."""
        for entry in self.entries:
            if entry.trouble and is_folder(entry.source):
                self._look_again_into(entry)
        with self._lock:
            for number, entry in self._entries.items():
                if entry.trouble and not is_folder(entry.source):
                    self._entries[number] = Entry(number, entry.source)
            self.version += 1
        self.go_on()

    def _look_again_into(self, folder: Entry) -> None:
        """Put the articles that are in a folder by now in its place."""
        found = _names(folder.source)
        if found != [(folder.source, folder.trouble)]:
            self.remove(folder.number)
            for named in found:
                self._add_one(named)

    def look_closer(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Find out first what these pairs share exactly, once they are read; what was wanted before isn't any more."""
        wanted = tuple((min(pair), max(pair)) for pair in pairs)
        with self._lock:
            self._closer = wanted
        self._start()

    def stop(self) -> None:
        """Read and compare nothing more."""
        self.is_stopped = True
        self.version += 1

    def go_on(self) -> None:
        """Read and compare what isn't yet."""
        self.is_stopped = False
        self._start()

    def _start(self) -> None:
        """Have done what there is to do. What comes from far away has a thread of its own: it holds up nothing."""
        for doing, find in ((_NEAR, self._next), (_FAR, self._next_far)):
            with self._lock:
                if self.is_stopped or doing in self._busy or find() is None:
                    continue
                self._busy.add(doing)
            # A daemon: q must end the program while it works.
            Thread(target=self._work, args=(doing, find), daemon=True).start()

    # In the threads

    def _work(self, doing: str, find: _Find) -> None:
        try:
            while self._step(doing, find):
                if doing == _FAR:
                    self._start()  # what was fetched is to be compared
        except Exception as error:  # noqa: BLE001 - it is raised again where the app can end in good order
            self.fault = error
            self._busy.discard(doing)
        self.version += 1

    def _step(self, doing: str, find: _Find) -> bool:
        """Do what is to be done next; says whether there was anything."""
        with self._lock:
            job = None if self.is_stopped else find()
            if job is None:
                self._busy.discard(doing)
                return False
        job()
        return True

    def _unread(self, *, far: bool) -> Entry | None:
        """The next article to be read, those that are wanted first before the others."""
        unread = {n: one for n, one in self._entries.items() if n not in self._makings and not one.trouble}
        self._first = [number for number in self._first if number in unread]
        ordered = (*(unread[number] for number in self._first), *unread.values())
        return next((one for one in ordered if far is (one.article is None and is_address(one.source))), None)

    def _next_far(self) -> Callable[[], None] | None:
        """Fetch what is to be fetched."""
        entry = self._unread(far=True)
        return None if entry is None else partial(self._read, entry)

    def _next(self) -> Callable[[], None] | None:
        """Read files, then compare all, then what is looked at, quotations, and the likeliest pairs exactly."""
        entry = self._unread(far=False)
        if entry is not None:
            return partial(self._read, entry)
        if set(self._makings) != set(self._compared):
            return partial(self._compare, list(self._makings))
        closer = self._next_closer()
        if closer is not None:
            return partial(self._collate, closer)
        uncounted = next(self._uncounted(), None)
        if uncounted is not None:
            return partial(self._count, uncounted)
        likely = next((pair for pair in self._likely if pair not in self._exact), None)
        return None if likely is None else partial(self._collate, likely)

    def _uncounted(self) -> Iterator[Entry]:
        return (one for one in self._entries.values() if one.article is not None and one.quotations is None)

    @property
    def _likely(self) -> Iterator[tuple[int, int]]:
        """Each article with its likeliest partner, the likeliest pairs first."""
        for at in self._table.order:
            one, other = self._numbers[at], self._numbers[self._table.best[at]]
            if one != other and one in self._compared and other in self._compared:
                yield min(one, other), max(one, other)

    def _next_closer(self) -> tuple[int, int] | None:
        """The first of the pairs looked at that isn't collated and can be."""
        open_pairs = (pair for pair in self._closer if pair not in self._exact)
        return next((pair for pair in open_pairs if all(number in self._compared for number in pair)), None)

    def _collate(self, pair: tuple[int, int]) -> None:
        """Compare two articles as the reader does. Why that can't be done is told there."""
        entries = [self._entries.get(number) for number in pair]
        found = None
        left, right = (None if entry is None else entry.article for entry in entries)
        if left is not None and right is not None and sum(entry.words for entry in entries if entry) <= TOO_LONG:
            with suppress(Exception):
                collation = collate(left, right)
                counts = collation.left_counts, collation.right_counts
                if all(count.words for count in counts):
                    found = counts[0].shared / counts[0].words, counts[1].shared / counts[1].words
        with self._lock:
            if all(self._entries.get(number) is entry for number, entry in zip(pair, entries, strict=True)):
                self._exact[pair] = found
            self.figures += 1
        if pair not in self._closer:
            time.sleep(BREATH)

    def _forget(self, number: int) -> None:
        """Forget what was found of an article: it is gone, or another one."""
        self._makings.pop(number, None)
        self._compared.pop(number, None)
        for pair in [pair for pair in self._exact if number in pair]:
            del self._exact[pair]

    def _count(self, entry: Entry) -> None:
        assert entry.article is not None
        counted = replace(entry, quotations=len(find_quotations(entry.article)))
        with self._lock:
            self.figures += 1
            if self._entries.get(entry.number) is entry:
                self._entries[entry.number] = counted

    def _put_in_place(self, entry: Entry, found: Entry, makings: Makings | None = None) -> None:
        """Keep what was found of an article, unless it was taken out or another one has come in its place."""
        with self._lock:
            self.version += 1
            if self._entries.get(entry.number) is entry:
                self._entries[entry.number] = found
                if makings is not None:
                    self._makings[entry.number] = makings

    def _read(self, entry: Entry) -> None:
        makings = None
        is_far = entry.article is None and is_address(entry.source)
        if is_far:
            self._fetched = entry.number
            self.version += 1
        try:
            article = entry.article or read_article(
                entry.source, encoding=self._encoding, allow_private=self._allow_private
            )
            makings = makings_of(article)
            read = replace(entry, article=article, words=makings.words)
        except ArticleError as error:
            read = replace(entry, trouble=error.why)
        except Exception:  # noqa: BLE001 - one article of five hundred doesn't end the others' reading
            read = replace(entry, article=None, trouble=BROKEN)
        if is_far:
            self._fetched = 0
        self._put_in_place(entry, read, makings)

    def _compare(self, numbers: Sequence[int]) -> None:
        with self._lock:
            makings = [self._makings[number] for number in numbers if number in self._makings]
            numbers = [number for number in numbers if number in self._makings]
        table = share_table(makings, went_on=self._went_on)
        with self._lock:
            self._comparing = 0 if table is not None else self._comparing
            if table is not None:
                self._table, self._numbers = table, list(numbers)
                self._compared = {n: at for at, n in enumerate(numbers) if n in self._makings}
            self.version += 1

    def _went_on(self, compared: int) -> bool:
        self._comparing = compared
        return not self.is_stopped


def _place_of(source: str) -> str:
    """Where a source leads, by whatever name."""
    if source == PASTED or is_address(source):
        return source
    try:
        return os.path.realpath(source)
    except (OSError, ValueError):  # no name of a file
        return source


def _names(source: str) -> list[tuple[str, str]]:
    """The articles that a source names, each with why it can't be read if that is known."""
    if not is_folder(source):
        return [(source, "")]
    try:
        found = articles_in(source)
    except ArticleError as error:
        return [(source, error.why)]
    return [(name, "") for name in found] or [(source, EMPTY_FOLDER)]
