"""A memo in Markdown: what needs attention first, with both wordings, and what the reporter said of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.quotation import HouseRules
from tui.report.counting import RULES_WORDS, counts_told, review_told, title_of
from tui.report.differing import opening, sentence
from tui.report.marked import note_told
from tui.report.othermarks import by_how_found, mark_told, other_marks, source_names, source_pairs
from tui.report.passages import plain
from tui.report.quoterow import Group
from tui.report.sheet import NAMES, check_rows, comparison_rows, gravest_first
from tui.report.summary import side_facts, summary_sentence
from tui.report.wording import called, closed, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.article import Article
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, QuoteComparison
    from tui.report.othermarks import Pair
    from tui.report.quoterow import QuoteRow
    from tui.review import Located

_IN_FULL = frozenset({Group.OPEN, Group.SETTLED})
_BLANK_LINES = re.compile(r"\n{3,}")
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$@^]")
_AT_BEGINNING = re.compile(r"(?:[-+=:!]|\d+[.)])")
# Some readers make links of bare addresses.
_ADDRESS = re.compile(r"(?i)(?<=http)(?=://)|(?<=https)(?=://)|(?<=ftp)(?=://)|(?<=mailto)(?=:)|(?<=/)(?=/)")
_SITE = re.compile(r"(?<=\w)(?=\.[^\W\d_]{2})|(?i:(?<=www)(?=\.))")


def comparison_markdown(
    collation: Collation,
    quotes: QuoteComparison,
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Located] = (),
) -> str:
    """A memo on two articles.

    Args:
        collation: The comparison.
        quotes: Its quotations compared.
        rules: The house's rules for severity.
        marks: What the reporter marked.

    Returns:
        The memo, closed by a newline. Nothing in it that comes from an article or a note is markup.
    """
    rows = comparison_rows(collation, quotes, rules, marks)
    left, right = collation.left, collation.right
    lines = ["# Two articles compared", ""]
    for name, other, article, counts in (
        ("A", "B", left, collation.left_counts),
        ("B", "A", right, collation.right_counts),
    ):
        facts = " · ".join(side_facts(article, counts, f"in {other}"))
        lines.append(f"- **{name}:** {escaped(name_of(article))} ({escaped(facts)})")
    lines += _paragraphs(summary_sentence(collation, "A", "B"))
    return _memo(lines, rows, rules, NAMES, [(left, right, marks, NAMES)])


def check_markdown(
    article: Article,
    sources: Sequence[Article],
    checked: Sequence[CheckedQuote],
    rules: HouseRules = HouseRules.STRICT,
    marks: Sequence[Sequence[Located]] = (),
) -> str:
    """A memo on an article's quotations in its sources; see `comparison_markdown`.

    Args:
        article: The article.
        sources: Its sources.
        checked: One result for each of its quotations.
        rules: The house's rules for severity.
        marks: For every source what the reporter marked in the article beside it.
    """
    rows = check_rows(article, sources, checked, rules, marks)
    lines = ["# Quotations checked", "", f"- **Article:** {escaped(called(article))}"]
    for name, source in zip(source_names(sources), sources, strict=True):
        lines.append(f"- **{sentence(name)}:** {escaped(called(source))}")
    return _memo(lines, rows, rules, ("Article", "Source"), source_pairs(article, sources, marks))


def escaped(text: str) -> str:
    """Words on one line that no reader of Markdown takes for anything but words."""
    words = _SITE.sub(r"\\", _ADDRESS.sub(r"\\", _SIGNS.sub(r"\\\g<0>", plain(text))))
    first = _AT_BEGINNING.match(words)
    return words if first is None else f"{words[: first.end() - 1]}\\{words[first.end() - 1 :]}"


def _memo(
    lines: list[str], rows: Sequence[QuoteRow], rules: HouseRules, names: tuple[str, str], pairs: Sequence[Pair]
) -> str:
    """What stands below the names of the articles, with one blank line at most between two others."""
    lines += _paragraphs(counts_told(rows), review_told(rows), RULES_WORDS[rules] if rows else "")
    lines += _groups(rows, names)
    lines += _others(rows, pairs)
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).rstrip("\n") + "\n"


def _groups(rows: Sequence[QuoteRow], names: tuple[str, str]) -> Iterator[str]:
    for group in Group:
        found = [row for row in rows if row.group is group]
        if not found:
            continue
        yield from ("", f"## {title_of(group, found)}")
        if group in _IN_FULL:
            for row in gravest_first(found):
                yield from _in_full(row, names)
        else:
            yield ""
            for row in found:
                yield from _shortly(row, (names[0].lower(), names[1].lower()) if names != NAMES else names)


def _in_full(row: QuoteRow, names: tuple[str, str]) -> Iterator[str]:
    yield from ("", f"### {row.number}. {escaped(row.heading)}")
    sides = (row.speaker, row.quotation), (row.other_speaker, row.other_wording)
    for side, (speaker, words) in enumerate(sides):
        if words:
            told = ", ".join(filter(None, (sentence(row.place(side, names)), speaker, row.how(side))))
            yield from ("", f"{escaped(told)}:", "", f"> {escaped(words)}")
    yield from _paragraphs(*row.reasons)
    yield from _was(row.was)
    yield from _note(row.note)


def _shortly(row: QuoteRow, names: tuple[str, str]) -> Iterator[str]:
    told = f"{row.places(names)}: {opening(row.quoted)}"
    status = f". **{escaped(sentence(row.status))}**" if row.status else ""
    if row.group is not Group.AGREED:
        differs = f". {row.changed.rstrip('.')}" if row.group is Group.TO_READ and row.changed else ""
        told += f": {row.verdict_told}{differs}"
    yield f"- {row.number}\\. {escaped(told)}{status}."
    yield from _was(row.was, indent="  ")
    yield from _note(row.note, indent="  ")


def _others(rows: Sequence[QuoteRow], pairs: Sequence[Pair]) -> Iterator[str]:
    for heading, some in by_how_found(other_marks(rows, pairs)):
        yield from ("", f"## {heading}", "")
        for one, _ in some:
            status, rest = sentence(one.status), mark_told(one)
            yield f"- **{escaped(status)}**{escaped(rest[len(status) :])}"
            yield from _was(one.was, indent="  ")
            yield from _note(note_told(one.located.mark), indent="  ")


def _was(was: str, *, indent: str = "") -> Iterator[str]:
    if was:
        yield from ("", f"{indent}{escaped(closed(sentence(was)))}")


def _note(note: str, *, indent: str = "") -> Iterator[str]:
    """A note as a block of its own, line for line."""
    if not note:
        return
    yield from ("", f"{indent}Note:", "")
    lines = note.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        # A backslash at the end of a line keeps the line from running into the next one.
        yield f"{indent}> {escaped(line)}".rstrip() + ("\\" if line and following else "")
    if indent:
        yield ""


def _paragraphs(*told: str) -> Iterable[str]:
    return [line for words in told if words for line in ("", escaped(words))]
