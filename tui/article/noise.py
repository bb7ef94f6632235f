"""Stray matter inside paragraphs that web pages leave behind when their text is scraped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tui.article.dates import match_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.article.model import Range

_DATE_LABEL = re.compile(
    r"(?:(?:publication |publish )?date|published|posted|updated|last updated|created|datum|veröffentlicht"
    r"|publié le|publicado(?: el)?)\s?:?\s(?:on )?",
    re.IGNORECASE,
)
_TIME_AFTER_DATE = re.compile(
    r"[T ,/|•·–-]*(?:at )?\d\d?:\d\d(?::\d\d)?(?:\s?(?i:[ap]\.?m)\b\.?|Z\b)?(?:\s[A-Z]{2,4}\b)?"
)
_TEXT_AFTER_DATE = re.compile(r"""\s*[-–—|:]?\s+(?=["'“‘„«(\[]?[^\W\d_])""")
_SHORT_REST = 60
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")

_MORE = re.compile(r"(?<=\s)MORE(?![\w-])")
_GLUE = re.compile(r"(?<=[a-zß-öø-ÿ.)])(?=[\"'“‘]?[A-ZÀ-Þ0-9])")
_NAME = r"(?:\([A-Z][^()\s]*\)|[A-ZÀ-Þ][\w.'’-]*|de|da|der|del|la|van|von|bin|al)"
_TAG = re.compile(rf"\s*(?:\([A-Z]+-[^()\s]+\)\s*)?(?P<tag>(?:{_NAME}\s+){{0,7}})")
_HALF_NAMES = {"Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz"}  # "McConnell" is not glued
_RUN_LONGEST = 700  # characters from a tag's name to its MORE
_TAG_LONGEST = 120
_GLUES_TRIED = 40

_INLINE = re.compile(
    r"""
      [(\[]\s*(?:advertisement|ad|anzeige|werbung|publicité|publicidad)\s*[)\]]
    | \[\s*(?:related|read(?:\smore|\salso)?|see\salso|also\sread|more|watch
        |lesen\ssie\sauch|lire\saussi|lea\stambién)\s*:[^\[\]\n]{1,300}\]
    | \(\s*(?:related|read\smore|see\salso|also\sread)\s*:[^()\n]{1,300}\)
    | (?-i:\b(?:ADVERTISEMENT|Story\scontinues\sbelow(?:\s(?:this\s)?(?:advertisement|ad)\b)?
        |Article\scontinues\s(?:below|after)(?:\s(?:this\s)?(?:advertisement|ad)\b)?)(?![\w'’-]))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS_OF_INLINE = ("[", "(", "ADVERTISEMENT", " continues ")  # quicker to look for than the pattern


@dataclass(frozen=True, slots=True)
class Noise:
    """The stray matter of one paragraph: its ranges in order, and the date it names, if any."""

    ranges: tuple[Range, ...] = ()
    published: str | None = None


def find_noise(text: str, start: int, end: int) -> Noise:
    """The stray matter in the paragraph `text[start:end]`: a scraped date, related headlines, notices."""
    part = text[start:end]
    dated = _scraped_date(part)
    published = None
    found: list[Range] = []
    if dated is not None:
        found.append((0, dated[0]))
        published = dated[1]
    found.extend(_related_headlines(part))
    found.extend(_notices(part))
    return Noise(tuple((start + first, start + last) for first, last in _merged(found)), published)


def _scraped_date(part: str) -> tuple[int, str | None] | None:
    """Where a date glued to the beginning of a paragraph ends, and the date."""
    label = _DATE_LABEL.match(part)
    if label is None and not _ISO_DATE.match(part):
        return None
    dated = match_date(part, label.end() if label else 0)
    if dated is None:
        return None
    end, published = dated
    time = _TIME_AFTER_DATE.match(part, end)
    end = time.end() if time else end
    following = _TEXT_AFTER_DATE.match(part, end)
    if following is None:
        return None
    rest = part[following.end() :]
    if rest.lstrip("\"'“‘„«([")[:1].islower():
        return None  # "Published 2 January 2018, the report …" is a sentence
    if len(rest) < _SHORT_REST and any(map(str.isdigit, rest)):
        return None  # "Published 2 January 2018. Corrected 3 January." is a dateline
    return end, published


def _related_headlines(part: str) -> Iterator[Range]:
    """Runs of headlines glued to a name that the text has just given, each run closed by the link word MORE.

    The name in the text stays; the tag's name repeats it: "Sen. Jo Roe [Josephine (Jo) RoeRoe
    teases a bid … MORE]'s campaign".
    """
    earliest = 0
    for more in _MORE.finditer(part):
        start = _tag_start(part, max(earliest, more.start() - _RUN_LONGEST), more.start())
        if start is not None:
            yield start, more.end()
            earliest = more.end()


def _tag_start(part: str, earliest: int, latest: int) -> int | None:
    for glue in islice(_GLUE.finditer(part, earliest, latest), _GLUES_TRIED):
        from_here = max(earliest, glue.start() - _TAG_LONGEST)
        name_start = part.rfind(" ", from_here, glue.start()) + 1
        if name_start <= from_here:
            continue
        name = part[name_start : glue.start()]
        if len(name) < 2 or not name[0].isupper() or name in _HALF_NAMES:
            continue
        named = part.rfind(name, from_here, name_start)
        if named < 0 or (named > 0 and part[named - 1].isalnum()):
            continue
        tag = _TAG.match(part, named + len(name), name_start)
        if tag is not None and tag.end() == name_start:
            return tag.start("tag")
    return None


def _notices(part: str) -> Iterator[Range]:
    if not any(sign in part for sign in _SIGNS_OF_INLINE):
        return
    for found in _INLINE.finditer(part):
        if found[0].isupper() and part.isupper():
            continue  # in a paragraph of capitals the word is text like any other
        yield found.span()


def _merged(ranges: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
