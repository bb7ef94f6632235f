"""How one article was read, as text for people."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.report.lines import cell_width, wrap
from tui.report.paint import Painter
from tui.report.standing import noise_within
from tui.report.wording import counted, flat, name_of, notes_on, quoted, source_of
from tui.text import tokenize, unit_of

if TYPE_CHECKING:
    from tui.article import Article, Paragraph

_KINDS = {
    "text/plain": "plain text",
    "text/html": "web page",
    "text/markdown": "Markdown",
    "text/vtt": "subtitles",
    "application/x-subrip": "subtitles",
    "application/pdf": "PDF",
    "application/rtf": "RTF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
}
"""What a document is, for people."""

_MEASURE = 80  # cells of text: longer lines are hard to read


def reading_text(article: Article, *, width: int = 100, color: bool = False) -> str:
    """A report on one article: a heading, then every paragraph with its number and what is to be said of it.

    Args:
        article: The article as it was read.
        width: Columns to fill; 0 for the linear form: no columns, and words for signs.
        color: Whether headings and notes are set off by colour; never in the linear form.

    Returns:
        The report, closed by a newline.
    """
    painter = Painter(color=color and width > 0)
    lines = _heading(article, width, painter)
    digits = len(str(len(article.paragraphs)))
    for index, paragraph in enumerate(article.paragraphs):
        lines.append("")
        if width == 0:
            lines += _spoken(article, index, paragraph)
        else:
            lines += _numbered(article, index, paragraph, min(width, _MEASURE + digits + 3), digits, painter)
    return "\n".join(lines) + "\n"


def word_count(article: Article) -> int:
    """Words of an article; boilerplate, repeated paragraphs and stray matter left out."""
    starts = tokenize(article.text).starts

    def words_in(start: int, end: int) -> int:
        return bisect_left(starts, end) - bisect_left(starts, start)

    counted_words = 0
    for paragraph in article.paragraphs:
        if paragraph.counts:
            counted_words += words_in(paragraph.start, paragraph.end)
            counted_words -= sum(words_in(*stray) for stray in _noise_in(article, paragraph))
    return counted_words


def _heading(article: Article, width: int, painter: Painter) -> list[str]:
    lines = [painter.strong(line) for line in wrap(name_of(article), width)]
    facts = [
        ("Byline", _fact(article, "byline", article.byline)),
        ("Date", _fact(article, "published", article.published)),
        ("Site", _fact(article, "site", article.site)),
        ("Source", source_of(article)),
        ("Read as", _kind(article)),
        (
            "Length",
            f"{counted(word_count(article), unit_of(article.text))} in {counted(len(article.paragraphs), 'paragraph')}",
        ),
    ]
    if article.noise:
        facts.append(("Stray", f"{counted(len(article.noise), 'passage')} of stray matter, not compared"))
    for label, value in facts:
        if value:
            first = f"{label}: " if width == 0 else f"{label:<8}"
            lines += wrap(value, width, indent=" " * len(first), first=first)
    return lines


def _kind(article: Article) -> str:
    """What kind of document it is, and the encoding of those that have one."""
    told = _KINDS.get(article.media_type, article.media_type)
    return f"{told}, {article.encoding}" if article.media_type.startswith("text/") else told


def _fact(article: Article, name: str, value: str | None) -> str | None:
    """A fact on one line, and whether it was detected where the document doesn't tell it."""
    return value and f"{flat(value)}{' (detected)' if name in article.guessed else ''}"


def _spoken(article: Article, index: int, paragraph: Paragraph) -> list[str]:
    notes = ", ".join([f"Paragraph {index + 1}", *notes_on(paragraph, spoken=True)])
    lines = [f"{notes}: {flat(article.words_of(index))}"]
    return lines + [f"Stray matter in it: {quoted(words)}" for words in _stray_words(article, paragraph)]


def _numbered(
    article: Article, index: int, paragraph: Paragraph, width: int, digits: int, painter: Painter
) -> list[str]:
    number = f"{index + 1:>{digits + 1}}  "
    indent = " " * cell_width(number)
    notes = ", ".join(notes_on(paragraph))
    lines = [number + painter.quiet(f"[{notes}]")] if notes else []
    lines += wrap(flat(article.words_of(index)), width, indent=indent, first=indent if notes else number)
    for words in _stray_words(article, paragraph):
        note = wrap(f"[stray matter: {quoted(words)}]", width, indent=indent)
        lines += [indent + painter.quiet(line[len(indent) :]) for line in note]
    return lines


def _stray_words(article: Article, paragraph: Paragraph) -> list[str]:
    return [article.text[start:end] for start, end in _noise_in(article, paragraph)]


def _noise_in(article: Article, paragraph: Paragraph) -> list[tuple[int, int]]:
    return noise_within(article, paragraph.start, paragraph.end)
