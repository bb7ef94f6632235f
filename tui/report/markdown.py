"""A memo in Markdown: what needs attention first, with both wordings, and what the reporter said of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.quotation import HouseRules, Verdict
from tui.report.differing import opening, sentence
from tui.report.marked import tell_marks
from tui.report.sheet import (
    PART,
    Group,
    QuoteRow,
    check_rows,
    comparison_rows,
    counts_told,
    gravest_first,
    note_told,
    other_marks,
    plain,
    review_told,
    words_told,
)
from tui.report.summary import side_facts, summary_sentence
from tui.report.wording import file_of, name_of
from tui.review import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.article import Article
    from tui.collation import Collation
    from tui.quotation import CheckedQuote, QuoteComparison
    from tui.report.marked import MarkTold
    from tui.review import Located

    _Told = tuple[MarkTold, tuple[Article, Article]]

GROUP_WORDS = {
    Group.OPEN: "Needs attention",
    Group.SETTLED: "Accepted as it stands",
    Group.TO_READ: "Cut, marked or slightly changed: read the rest",
    Group.AGREED: "The same words",
    Group.ALONE: "In quotation marks in one article only",
    Group.ASIDE: "Not counted: terms, titles, headlines and repeats",
}
"""The headings of a memo."""

RULES_WORDS = {
    HouseRules.STRICT: "House rules: strict (no change of words but a marked deletion).",
    HouseRules.LENIENT: "House rules: lenient (fillers, slips of grammar and repeated words may go).",
}
"""Under which rules it was said how grave a difference is."""

_IN_FULL = frozenset({Group.OPEN, Group.SETTLED})
_OTHER_HEADINGS = {
    Found.EXACTLY: "Other marks",
    Found.CHANGED: "Other marks, moved: please confirm",
    Found.ORPHANED: "Marks whose words are no longer found",
}
_SHOWN = 20
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
    lines = [f"# Two articles compared: {escaped(name_of(left))} and {escaped(name_of(right))}", ""]
    for name, other, article, counts in (
        ("A", "B", left, collation.left_counts),
        ("B", "A", right, collation.right_counts),
    ):
        facts = " · ".join(side_facts(article, counts, f"in {other}"))
        lines.append(f"- **{name}:** {escaped(plain(name_of(article)))} ({escaped(plain(facts))})")
    lines += _paragraphs(summary_sentence(collation, "A", "B"), counts_told(rows), review_told(rows))
    lines += _paragraphs(RULES_WORDS[rules]) if rows else []
    lines += _groups(rows, ("A", "B"))
    lines += _others([(one, (left, right)) for one in tell_marks(left, right, other_marks(rows, marks))])
    return _joined(lines)


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
    lines = [f"# Quotations checked: {escaped(name_of(article))}", "", f"- **Article:** {_called(article)}"]
    for number, source in enumerate(sources, start=1):
        label = "Source" if len(sources) == 1 else f"Source {number}"
        lines.append(f"- **{label}:** {_called(source)}")
    lines += _paragraphs(counts_told(rows), review_told(rows))
    lines += _paragraphs(RULES_WORDS[rules]) if rows else []
    lines += _groups(rows, ("Article", "Source"))
    told: list[_Told] = []
    for number, (source, some) in enumerate(zip(sources, marks, strict=False), start=1):
        names = "article", f"source {number}" if len(sources) > 1 else "source"
        told += [(one, (article, source)) for one in tell_marks(article, source, other_marks(rows, some), names)]
    lines += _others(told)
    return _joined(lines)


def escaped(text: str) -> str:
    """Words on one line that no reader of Markdown takes for anything but words."""
    words = _SITE.sub(r"\\", _ADDRESS.sub(r"\\", _SIGNS.sub(r"\\\g<0>", plain(text))))
    first = _AT_BEGINNING.match(words)
    return words if first is None else f"{words[: first.end() - 1]}\\{words[first.end() - 1 :]}"


def _groups(rows: Sequence[QuoteRow], names: tuple[str, str]) -> Iterator[str]:
    for group in Group:
        found = [row for row in rows if row.group is group]
        if not found:
            continue
        yield from ("", f"## {GROUP_WORDS[group]} ({len(found)})")
        if group in _IN_FULL:
            for row in gravest_first(found):
                yield from _in_full(row, names)
        else:
            yield ""
            for row in found:
                yield from _shortly(row, names)


def _in_full(row: QuoteRow, names: tuple[str, str]) -> Iterator[str]:
    yield from ("", f"### {row.number}. {row.judged}")
    for name, where, speaker, words, quoted in (
        (names[0], row.where, row.speaker, row.quotation, bool(row.left_numbers)),
        (names[1], row.other_where, row.other_speaker, row.other_wording, bool(row.right_numbers)),
    ):
        if words:
            bare = ", without quotation marks" if row.verdict is Verdict.UNQUOTED and not quoted else ""
            told = f"{sentence(_place(name, where))}{f', {speaker}' if speaker else ''}{bare}"
            yield from ("", f"{escaped(told)}:", "", f"> {escaped(words)}")
    yield from _paragraphs(*row.reasons)
    if row.status:
        yield from ("", f"**{escaped(sentence(row.status))}**")
    yield from _note(row.note)


def _place(name: str, where: str) -> str:
    """Where words stand: the letters of a comparison stand in the place already."""
    return where if where[:1] != "¶" and where else f"{name} {where}".strip()


def _shortly(row: QuoteRow, names: tuple[str, str]) -> Iterator[str]:
    places = zip(names, (row.where, row.other_where), strict=True)
    where = ", ".join(_place(name.lower(), where) if where[:1] == "¶" else where for name, where in places if where)
    speakers = list(dict.fromkeys(filter(None, (row.speaker, row.other_speaker))))
    told = f"{where}{f', {speakers[0]}' if speakers else ''}: {opening(row.quotation or row.other_wording)}"
    status = f". **{escaped(sentence(row.status))}**" if row.status else ""
    differs = f". {row.changed.rstrip('.')}" if row.group is Group.TO_READ and row.changed else ""
    yield f"- {row.number}\\. {escaped(told)}: {escaped(f'{row.verdict_told}{differs}')}{status}."
    yield from _note(row.note, indent="  ")


def _others(told: Sequence[_Told]) -> Iterator[str]:
    for found, heading in _OTHER_HEADINGS.items():
        some = [(one, articles) for one, articles in told if one.located.found is found]
        if not some:
            continue
        yield from ("", f"## {heading} ({len(some)})", "")
        for one, articles in some:
            where = f"{one.where}: " if one.where else ""
            words = " – ".join(_words(one.located, articles))
            yield f"- **{escaped(sentence(one.status))}**, {one.subject}. {escaped(f'{where}{words}')}"
            yield from _note(note_told(one.located.mark), indent="  ")


def _words(located: Located, articles: tuple[Article, Article]) -> Iterator[str]:
    """The words of both sides as they stand now, or where they are gone as they stood."""
    sides = (located.left, located.mark.left), (located.right, located.mark.right)
    for article, (spans, anchors) in zip(articles, sides, strict=True):
        words = words_told(article, spans) or PART.join(anchor.exact for anchor in anchors)
        if words:
            yield opening(plain(words), _SHOWN)


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


def _joined(lines: Iterable[str]) -> str:
    """The memo, with one blank line at most between two others."""
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).rstrip("\n") + "\n"


def _paragraphs(*told: str) -> Iterable[str]:
    return [line for words in told if words for line in ("", escaped(words))]


def _called(article: Article) -> str:
    name, file = name_of(article), file_of(article)
    return escaped(name if name == file else f"{name} ({file})")
