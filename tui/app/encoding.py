"""In which encoding an article was read, told to a person who sees that its letters look wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.article import Article

_SURE = ("utf-", "iso2022-jp", "ascii")
"""How the names of those begin that nothing else is taken for."""

_SAYS_ITSELF = "application/rtf"
"""What always says in which encoding it is."""

_SCRIPTS = {
    "cp1250": "Central European",
    "cp1251": "Cyrillic",
    "cp1252": "Western European",
    "cp1253": "Greek",
    "cp1254": "Turkish",
    "cp1255": "Hebrew",
    "cp1256": "Arabic",
    "cp1257": "Baltic",
    "cp1258": "Vietnamese",
    "cp874": "Thai",
    "cp932": "Japanese",
    "cp949": "Korean",
    "big5": "Chinese",
    "big5hkscs": "Chinese",
    "euc-jp": "Japanese",
    "euc-kr": "Korean",
    "gb18030": "Chinese",
    "gb2312": "Chinese",
    "gbk": "Chinese",
    "iso8859-1": "Western European",
    "iso8859-2": "Central European",
    "iso8859-5": "Cyrillic",
    "iso8859-7": "Greek",
    "iso8859-9": "Turkish",
    "iso8859-15": "Western European",
    "koi8-r": "Cyrillic",
    "koi8-u": "Cyrillic",
    "latin-1": "Western European",
    "shift-jis": "Japanese",
    "tis-620": "Thai",
}
"""What is written in each encoding."""


def encoding_told(article: Article) -> str:
    """The encoding, where it might be another: "Cyrillic (cp1251)"; empty for UTF-8 and what has none of its own."""
    name = article.encoding.casefold().replace("_", "-")
    if article.media_type == _SAYS_ITSELF or name.startswith(_SURE):
        return ""
    script = _SCRIPTS.get(name, "")
    return f"{script} ({name})" if script else name


def encoding_advice(article: Article, *, asked: bool) -> str:
    """How the encoding was come by and what helps if it is another; empty where `encoding_told` is.

    Args:
        article: The article.
        asked: Whether it was read in the encoding that --encoding names.
    """
    told = encoding_told(article)
    if not told:
        return ""
    if asked:
        return f"Read as {told}, as --encoding says"
    found = "" if article.media_type == "text/html" else ", found out from its letters"
    return f"Read as {told}{found}. If it looks wrong: start with --encoding NAME, or save it as UTF-8"
