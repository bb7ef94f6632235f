"""A sound article, saved as a document of every kind that is read."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import TYPE_CHECKING

from tests.article.forms import as_docx, as_html, as_markdown, as_pdf, as_rtf

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.article.forms import Written

ARTICLE: Written = [
    ("Council votes to close the old bridge", True),
    ("By Ann Doe", False),
    ("The council voted on Monday to close the old bridge over the river after a storm.", False),
    ("“We will never close the bridge for good,” said Bo Lund, who chairs the council, “not in 2024.”", False),
    ("The bridge was built in 1903 and carries about 12,000 cars a day, according to the city.", False),
    ("A new bridge, which the city has wanted for years, would cost more than it has, Ms. Doe said.", False),
]
CUES = (
    b"1\n00:00:01,000 --> 00:00:04,000\nBO LUND: We will never close\n\n2\n00:00:04,000 --> 00:00:07,000\nthe bridge.\n"
)
PARTS = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")
"""What of a Word document is read; the styles that python-docx writes are ten times as much."""


def _light_docx() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_docx(ARTICLE))) as archive, zipfile.ZipFile(held, "w") as light:
        for name in PARTS:
            light.writestr(name, archive.read(name))
    return held.getvalue()


FORMS: dict[str, Callable[[], bytes]] = {
    "html": lambda: as_html(ARTICLE),
    "rtf": lambda: as_rtf(ARTICLE),
    "md": lambda: as_markdown(ARTICLE),
    "srt": lambda: CUES,
    "vtt": lambda: b"WEBVTT\n\n" + CUES.replace(b",000", b".000").replace(b"BO LUND: ", b"<v Bo Lund>"),
    "docx": _light_docx,
    "pdf": lambda: as_pdf(ARTICLE),
    "txt": lambda: "\n\n".join(words for words, _ in ARTICLE).encode(),
}
"""By the ending of their names."""


@cache
def saved(form: str) -> bytes:
    """The article as such a document."""
    return FORMS[form]()


def as_bytes(text: str) -> bytes:
    """A text as a file, lone surrogates and all."""
    return text.encode("utf-8", "surrogatepass")
