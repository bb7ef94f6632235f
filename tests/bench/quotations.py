"""How long it takes to find, compare and check quotations, in ordinary long articles and in the worst ones we know.

Run as `python -m tests.bench.quotations`, with words of a label to run only some (`... quotations check alike`).
Nothing is kept from one case to the next. Seconds hold on the machine that printed them; what counts is how they
grow, so each case comes in sizes, and the last column is its seconds for a megabyte of text.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from tests.bench.samples import Newsroom, versions
from tui.article import Article, article_from_text
from tui.collation import collate
from tui.quotation import check_quotations, compare_quotations, find_quotations, trace_quotations
from tui.quotation.judging.critical import names_in
from tui.quotation.passages import haystack
from tui.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Case = tuple[str, list[str], Callable[[list[Article]], object]]

MEGABYTE = 1_000_000
SPEAKERS = ("Ann Doe", "Bo Lund", "the committee", "Mayor Iris Cole", "a spokesman")


def with_quotations(text: str) -> str:
    """The text, two of five paragraphs of it a statement with its speaker."""
    paragraphs = text.split("\n\n")
    for at, paragraph in enumerate(paragraphs):
        if hash_of(paragraph) % 5 < 2:
            first, stop, rest = paragraph.partition(". ")
            said = f"“{first},” {SPEAKERS[hash_of(first) % len(SPEAKERS)]} said."
            paragraphs[at] = f"{said} “{rest}”" if stop and rest else said
    return "\n\n".join(paragraphs)


def hash_of(paragraph: str) -> int:
    """A number that depends on the beginning of a paragraph alone, so that an edited one mostly keeps its marks."""
    return sum(map(ord, paragraph[:12]))


def transcript(size: int, seed: int = 3) -> str:
    """A transcript of so many characters, each turn with the label of its speaker."""
    room = Newsroom(seed)
    turns: list[str] = []
    length = 0
    while length < size:
        turns.append(f"{('ANN', 'BO')[len(turns) % 2]} DOE: {room.paragraph()}")
        length += len(turns[-1]) + 2
    return "\n\n".join(turns)


def quoting(source: str, count: int) -> str:
    """An article with so many quotations of a transcript: as they stand, with a word changed, and one invented."""
    room = Newsroom(11)
    turns = source.split("\n\n")
    paragraphs = []
    for at in range(count):
        words = turns[at * len(turns) // count].partition(": ")[2].split(". ")[0]
        if at % 3 == 1:
            words = room.edited(words)
        if at % 10 == 9:
            words = " ".join(room.words(20)).capitalize()
        paragraphs.append(f"{room.paragraph()}\n\n“{words},” Ann Doe said.")
    return "\n\n".join(paragraphs)


def one_line(size: int) -> str:
    """A text of so many characters without a single line break, a quotation in it every hundred words or so."""
    return with_quotations(transcript(size)).replace("\n\n", " ")


def long_statement(words: int) -> tuple[str, str]:
    """One quotation of so many words, and the same with every twelfth word or so edited."""
    room = Newsroom(5)
    text = " ".join(room.words(words))
    return f"Ann Doe said: “{text}.”", f"Ann Doe said: “{room.edited(text)}.”"


def _find(articles: list[Article]) -> object:
    return [find_quotations(article) for article in articles]


def _check(articles: list[Article]) -> object:
    return check_quotations(articles[0], articles[1:])


def _compare(articles: list[Article]) -> Callable[[], object]:
    left, right = articles
    collation = collate(left, right)
    return lambda: compare_quotations(collation)


def cases() -> Iterator[tuple[str, list[str], Callable[[list[Article]], object]]]:
    """What is measured: a label, the texts, and what is done with the articles."""
    for count in (200, 2_000):
        yield f"find: news of {count} paragraphs", [with_quotations(versions(count)[0])], _find
    for count in (20, 200, 2_000):
        yield f"compare: versions of {count} paragraphs", [*map(with_quotations, versions(count))], _compare
    for count in (20, 200):
        texts = [with_quotations(versions(count, seed)[0]) for seed in (7, 7, 8, 9, 9)]
        yield f"trace: five articles of {count} paragraphs", texts, trace_quotations
    for size in (1, 5):
        source = transcript(size * MEGABYTE)
        yield f"check: 50 quotations in {size} MB", [quoting(source, 50), source], _check
    for size in (MEGABYTE // 4, MEGABYTE):
        line = one_line(size)
        yield f"find: one line of {size // 1000} kB", [line], _find
        yield f"check: 50 quotations in one line of {size // 1000} kB", [quoting(transcript(size), 50), line], _check
    for count in (250, 1_000):
        alike = "\n\n".join(["“We will win,” Ann Doe said."] * count)
        yield f"compare: {count} quotations all alike", [alike, f"{alike}\n\nMore."], _compare
        long = "“We will win this race and bring the money home to the people of Troy,” Ann Doe said."
        yield (
            f"compare: {count} long ones all alike",
            ["\n\n".join([long] * count), "\n\n".join([long] * count + ["A."])],
            _compare,
        )
        yield f"check: {count} quotations all alike", [alike, "DOE: We will win.\n\n" * count], _check
    for words in (5_000, 50_000):
        yield f"compare: one quotation of {words} words, edited", [*long_statement(words)], _compare
        yield f"check: one quotation of {words} words, edited", [*long_statement(words)], _check
    for words in (5_000, 20_000):
        backwards = " ".join(reversed(long_statement(words)[0].split("“")[1].split()))
        yield f"compare: one of {words} words, backwards", [long_statement(words)[0], f"“{backwards}”"], _compare
        yield (
            f"compare: one of {words} words, one word",
            [f"“{'yes ' * words}”", f"“{'yes ' * (words - 9)}no”"],
            _compare,
        )
    for count in (200, 20_000):
        yield f"find: {count} marks never closed", ["Doe said “we will " * count], _find
        yield f"find: {count} straight marks never closed", [' "so be it\n\n' * count], _find
        yield f"find: marks nested {count} deep", ["“we ‘say " * count + "’ no” " * count], _find
    for size in (MEGABYTE // 4, MEGABYTE):
        common = "and the and of " * (size // 15)
        yield f"check: small words in {size // 1000} kB of them", ["“And the and of and the,” he said.", common], _check


def measure(texts: list[str], act: Callable[[list[Article]], object]) -> tuple[float, float]:
    """Seconds to read the texts, and to do what is measured."""
    for kept in (find_quotations, haystack, names_in, tokenize):
        kept.cache_clear()
    start = time.perf_counter()
    articles = [article_from_text(text, source=str(at)) for at, text in enumerate(texts)]
    read = time.perf_counter() - start
    if act is _compare:
        todo = _compare(articles)
        start = time.perf_counter()
        todo()
    else:
        start = time.perf_counter()
        act(articles)
    return read, time.perf_counter() - start


def main(wanted: list[str]) -> None:
    """Print the table."""
    print(f"{'':52} {'reading s':>9} {'s':>8} {'s/MB':>8}")
    for label, texts, act in cases():
        if all(word in label for word in wanted):
            read, taken = measure(texts, act)
            size = sum(map(len, texts)) / MEGABYTE
            print(f"{label:52} {read:9.2f} {taken:8.2f} {taken / size:8.1f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
