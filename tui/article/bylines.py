"""Who wrote it: lines that name the writers and nothing else."""

from __future__ import annotations

import re

from tui.article.dates import is_dateline
from tui.article.phrases import JOB, NAME_PARTICLES

_BYLINE = re.compile(
    r"(?:(?:written |posted |reported |story |words |text |article |interview )?by|von|par|por|di"
    r"|propos recueillis par|texte?\s?:|texto\s?:|autor(?:in)?\s?:|author\s?:)\s+(?P<names>.+)",
    re.IGNORECASE,
)
_JAPANESE = re.compile(r"[【（(]?(?:文|取材|執筆|記者|筆者)[＝=：:／/・](?P<names>[^。]{2,30}?)[】）)]?")
_AFTER_NAMES = re.compile(
    r"\s*(?:[|•·—–/;(]|,\s+(?=[A-Z][a-z]{2,8}\.?\s\d)|\s-\s|\b(?:updated|published|posted|on|am|le|el)\b).*$"
    r"|\s+(?:[A-Z][a-z]{2,8}\.?\s)?\d.*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w[\w'’.-]*")


def byline_names(line: str) -> str | None:
    """The names in a byline such as "By Jane Doe and John Roe | 2 January 2018"; None where it is none."""
    if len(line) > 160 or "\n" in line:
        return None
    japanese = _JAPANESE.fullmatch(line)
    if japanese:
        return japanese["names"].strip()
    found = _BYLINE.fullmatch(line)
    if found is None:
        name, _, job = line.partition(", ")
        return name if JOB.fullmatch(job.casefold()) and is_name(name) else None
    names = _AFTER_NAMES.sub("", found["names"]).strip(" ,:.")
    return names if is_name(names) else None


def names_in_byline_block(text: str) -> str | None:
    """The writers in a block such as a name above a job or a date, each on its line; None where it is none."""
    lines = [line.strip() for line in text.split("\n")]
    if not 2 <= len(lines) <= 4 or len(text) > 300:
        return None
    names: str | None = None
    certain = False
    for line in lines:
        if is_dateline(line) or JOB.fullmatch(line.casefold()):
            certain = True
        elif byline_names(line) is not None:
            names, certain = names or byline_names(line), True
        elif len(line.split()) <= 4 and is_name(line):
            names = names or line
        else:
            return None
    return names if certain else None


def is_name(names: str) -> bool:
    """Whether these can be names: every word begins with a capital but for "and" and its like."""
    words = _WORD.findall(names)
    if not 1 <= len(words) <= 16 or not words[0][0].isupper() or any(word.isdigit() for word in words):
        return False
    return all(word[0].isupper() or word.casefold().rstrip(".") in NAME_PARTICLES for word in words)
