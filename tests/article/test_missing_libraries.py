"""A kind of document whose library isn't installed is told in one sentence with the command that installs it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.article.forms import as_docx, as_markdown, as_pdf, as_rtf
from tui.article import ArticleError, read_article

if TYPE_CHECKING:
    from pathlib import Path

STORY = [("Water rises", True), ("The river rose by two metres on Monday night and then it fell.", False)]
KINDS = {
    "pdf": (as_pdf(STORY), "pdfminer", "a PDF document needs the library pdfminer.six", "pdfminer.six>="),
    "docx": (as_docx(STORY), "mammoth", "a Word document needs the library mammoth", "mammoth>="),
    "rtf": (as_rtf(STORY), "striprtf", "an RTF document needs the library striprtf", "striprtf>="),
    "md": (as_markdown(STORY), "markdown_it", "Markdown needs the library markdown-it-py", "markdown-it-py>="),
    "srt": (
        b"1\n00:00:01,000 --> 00:00:02,000\nYes.\n",
        "webvtt",
        "subtitles needs the library webvtt-py",
        "webvtt-py>=",
    ),
}


@pytest.mark.parametrize("ending", KINDS)
def test_the_sentence_says_what_to_install(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, module, needs, requirement = KINDS[ending]
    file = tmp_path / f"article.{ending}"
    file.write_bytes(data)
    for name in [*sys.modules]:
        if name.partition(".")[0] == module:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    command = f'{shlex.quote(sys.executable)} -m pip install "{requirement}'
    with pytest.raises(ArticleError, match=re.escape(needs)) as raised:
        read_article(file)
    assert command in raised.value.why


def test_a_text_is_read_without_any_of_them(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("The river rose.\n\nThen it fell.\n", "utf-8")
    program = (
        "import sys; from tui.article import read_article; read_article(sys.argv[1]); "
        "print(sorted(sys.modules.keys() & {'pdfminer', 'mammoth', 'striprtf', 'markdown_it', 'webvtt', 'ctypes'}))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
