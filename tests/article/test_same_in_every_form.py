"""The same article, saved as text and in every other form, has no differing words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.article.forms import as_docx, as_html, as_markdown, as_pdf, as_rtf, written
from tui.article import Article, read_article
from tui.collation import collate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.article.forms import Written

ROOT = Path(__file__).parents[2]
ARTICLES = {
    path.stem: path
    for path in (
        *sorted((ROOT / "seeds").glob("*.txt")),
        *(
            ROOT / "tests/accuracy/articles" / name
            for name in ("jishin/asagiri.txt", "bahn/tagespost.txt", "greve/depeche.txt")
        ),
    )
}
FORMS: dict[str, Callable[[Written], bytes]] = {
    "html": as_html,
    "docx": as_docx,
    "rtf": as_rtf,
    "md": as_markdown,
    "one.pdf": lambda paragraphs: as_pdf(paragraphs, running_head="The Daily Example, page of an example"),
    "two.pdf": lambda paragraphs: as_pdf(paragraphs, columns=2),
    "indented.pdf": lambda paragraphs: as_pdf(paragraphs, columns=2, justified=False, indent=12),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ARTICLES)
def test_no_word_differs(name: str, form: str, tmp_path: Path) -> None:
    text = read_article(ARTICLES[name])
    file = tmp_path / f"article.{form}"
    file.write_bytes(FORMS[form](written(text)))
    saved = read_article(file)
    collation = collate(text, saved)
    assert not collation.differs, _differing(text, saved)
    assert saved.title == text.title
    assert saved.media_type != "text/plain"
    assert sum(paragraph.counts for paragraph in saved.paragraphs) >= sum(
        paragraph.counts for paragraph in text.paragraphs
    )


def _differing(left: Article, right: Article) -> list[tuple[str, str]]:
    collation = collate(left, right)
    return [
        (span.status, article.text[span.start : span.end])
        for article, spans in ((left, collation.left_spans), (right, collation.right_spans))
        for span in spans
        if span.status != "same"
    ]
